"""A child and the thread that listens to it end with the object that has started them."""

import threading
from pathlib import Path

import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from briefer.desktop.apart import Apart


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
