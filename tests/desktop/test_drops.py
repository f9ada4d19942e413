"""Files dragged onto the window."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefer.desktop.window import Window
from tests.desktop.conftest import LONG


def held(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def drag(window: Window, mime: QMimeData) -> tuple[bool, bool]:
    way, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), way, mime, Qt.MouseButton.LeftButton, none)
    enter.ignore()
    QApplication.sendEvent(window, enter)
    drop = QDropEvent(QPointF(5, 5), way, mime, Qt.MouseButton.LeftButton, none)
    drop.ignore()
    QApplication.sendEvent(window, drop)
    return enter.isAccepted(), drop.isAccepted()


def test_a_pack_is_opened_and_a_list_is_imported(
    window: Window, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    imported: list[list[Path]] = []
    monkeypatch.setattr(window, "open_path", opened.append)
    monkeypatch.setattr(window, "import_paths", imported.append)
    assert drag(window, held(tmp_path / "a.xml", tmp_path / "b.brief")) == (True, True)
    qtbot.waitUntil(lambda: opened == [str(tmp_path / "b.brief")], timeout=LONG)
    assert drag(window, held(tmp_path / "a.xml")) == (True, True)
    qtbot.waitUntil(lambda: imported == [[tmp_path / "a.xml"]], timeout=LONG)


def test_what_is_no_file_is_left_alone(window: Window) -> None:
    words = QMimeData()
    words.setText("https://example.org")
    assert drag(window, words) == (False, False)
