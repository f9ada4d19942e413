"""One program at a time: the second start hands over."""

import sys
from pathlib import Path
from subprocess import run

import pytest
from pytestqt.qtbot import QtBot

from briefer.desktop import instance
from tests.desktop.conftest import LONG

CALL = (
    "import sys; from PySide6.QtCore import QCoreApplication; from briefer.desktop import instance\n"
    "app = QCoreApplication([]); sys.exit(0 if instance.hand_over(sys.argv[1], sys.argv[2]) else 3)"
)


@pytest.fixture
def name(home: Path, tmp_path: Path) -> str:
    return instance.address(tmp_path / "library.sqlite")


def test_a_second_start_hands_its_pack_to_the_first(name: str, qtbot: QtBot, tmp_path: Path) -> None:
    first = instance.Instance(name)
    path = tmp_path / "ä pack.brief"
    with qtbot.waitSignal(first.asked, timeout=LONG) as asked:
        assert instance.hand_over(name, str(path))
    assert asked.args == [str(path)]
    with qtbot.waitSignal(first.asked, timeout=LONG) as asked:
        assert instance.hand_over(name, "")
    assert asked.args == [""]
    first.close()
    assert not instance.hand_over(name, "")


def test_another_program_is_heard_and_nobody_answers_where_none_runs(name: str, qtbot: QtBot) -> None:
    assert run([sys.executable, "-c", CALL, name, ""], check=False, timeout=60).returncode == 3


def test_what_a_killed_program_left_behind_is_no_obstacle(name: str, qtbot: QtBot) -> None:
    first = instance.Instance(name)
    code = CALL.replace("sys.exit(", "instance.Instance(sys.argv[1]); import os; os._exit(")
    first.close()
    run([sys.executable, "-c", code, name, ""], check=False, timeout=60)
    again = instance.Instance(name)
    assert again.server.isListening()
    with qtbot.waitSignal(again.asked, timeout=LONG):
        assert instance.hand_over(name, "")
    again.close()


def test_libraries_and_users_are_told_apart(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one = instance.address(tmp_path / "a.sqlite")
    assert one != instance.address(tmp_path / "b.sqlite")
    monkeypatch.setenv("BRIEFER_HOME", str(tmp_path / "another"))
    assert one != instance.address(tmp_path / "a.sqlite")
