"""A child and the thread that listens to it end with the object that has started them."""

import threading
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from briefer.desktop.apart import STOPPED, STOPPED_OVER, Apart


def listeners() -> list[threading.Thread]:
    return [each for each in threading.enumerate() if each.name == "apart"]


def test_nothing_listens_after_the_answer(tmp_path: Path, qtbot: QtBot, home: Path) -> None:
    apart = Apart(None, tmp_path / "none.sqlite", "build", path=tmp_path / "none.brief", folder=tmp_path)
    with qtbot.waitSignal(apart.failed, timeout=60_000) as told:
        apart.start()
    assert "none.brief" in told.args[0]
    assert not listeners()


def test_nothing_listens_after_a_cancel(tmp_path: Path, qtbot: QtBot, home: Path) -> None:
    apart = Apart(None, tmp_path / "none.sqlite", "build", path=tmp_path / "none.brief", folder=tmp_path)
    apart.start()
    with qtbot.waitSignal(apart.cancelled):
        apart.cancel()
    assert not listeners()
    apart.cancel()


def test_a_child_ends_with_the_window_that_asked(tmp_path: Path, qtbot: QtBot, home: Path) -> None:
    parent = QObject()
    apart = Apart(parent, tmp_path / "none.sqlite", "build", path=tmp_path / "none.brief", folder=tmp_path)
    apart.start()
    process = apart._process
    shiboken6.delete(parent)
    assert not listeners()
    assert process.exitcode is not None


@pytest.mark.parametrize(
    ("heard", "said"),
    [
        ([("progress", "layout", 3, None), ("section", "Risks")], STOPPED_OVER.format(title="Risks")),
        ([("section", "Risks"), ("progress", "layout", 4, None)], STOPPED_OVER.format(title="Risks")),
        ([("section", "Risks"), ("progress", "hand-off", 0, None)], STOPPED),
        ([], STOPPED),
    ],
)
def test_a_child_that_ends_without_an_answer_is_said_to_have_stopped_over_its_section(
    tmp_path: Path, qtbot: QtBot, home: Path, heard: list[tuple[object, ...]], said: str
) -> None:
    apart = Apart(None, tmp_path / "none.sqlite", "build")
    for each in heard:
        apart._theirs.send(each)
    apart._theirs.close()
    with qtbot.waitSignal(apart.failed) as told:
        apart._listen(apart._mine)
    assert told.args == [said]
