"""The place of the window and its columns, from one start to the next."""

import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import run

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefer.desktop.frame import DEFAULTS
from briefer.desktop.window import Window
from briefer.model.brief import Finding
from briefer.model.desk import Checked
from tests.desktop.conftest import LONG


def test_columns_are_kept_and_a_double_click_goes_back(
    window: Window, make: Callable[[Path], Window], sample: Path, qtbot: QtBot
) -> None:
    window.resize(1500, 900)
    window.find_entity()
    qtbot.wait(20)
    window.whole.setSizes([470, 1030])
    window.whole.splitterMoved.emit(470, 1)
    wide = window.frame.sizes["library"]
    assert wide != DEFAULTS["library"]
    window.keep()
    qtbot.waitUntil(lambda: window.work.disk.idle, timeout=LONG)
    again = make(sample / "sample.sqlite")
    assert again.frame.sizes["library"] == wide
    again.frame.restore(again.work.settings.frame)
    again.frame.restore("")
    assert again.work.settings.frame  # the platform without a screen has no room to show that it is the same
    handle = window.whole.handle(1)
    at, left, none = QPointF(1, 1), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(handle, QMouseEvent(QEvent.Type.MouseButtonDblClick, at, at, left, left, none))
    assert window.frame.sizes["library"] == DEFAULTS["library"]


def test_a_kept_line_of_another_version_is_left_out(window: Window) -> None:
    from briefer.desktop.frame import Frame

    assert Frame(window, ("library wide", "shelf 300", "outline 500")).sizes == {**DEFAULTS, "outline": 500}


def test_the_window_is_never_larger_than_the_screen(window: Window) -> None:
    window.hide()
    window.resize(1600, 1000)
    window.frame.fit(QSize(3000, 2000))
    assert (window.size(), window.isMaximized()) == (QSize(1600, 1000), False)
    window.frame.fit(QSize(1280, 720))
    assert (window.size(), window.isMaximized()) == (QSize(1280, 720), True)
    window.frame.fit(QSize(900, 600))
    assert window.minimumSize() == QSize(900, 600)


def test_what_the_finder_asks_for_comes_as_an_event(home: Path, tmp_path: Path) -> None:
    """In a process of its own, since there is one application in each."""
    path = str(tmp_path / "a.brief")
    code = (
        "import sys; from PySide6.QtCore import QEvent; from PySide6.QtGui import QFileOpenEvent\n"
        "from briefer.desktop.app import Application\n"
        "app = Application([]); asked = []; app.asked.connect(asked.append)\n"
        "app.sendEvent(app, QEvent(QEvent.Type.User)); app.sendEvent(app, QFileOpenEvent(sys.argv[1]))\n"
        "sys.exit(0 if asked == [sys.argv[1]] else 3)"
    )
    assert run([sys.executable, "-c", code, path], check=False, timeout=60).returncode == 0


def whole_rows(window: Window) -> float:
    """Gives how many findings are seen, in rows; what stands of the next at its edge alone counts for nothing."""
    tree = window.findings.tree
    group, low = tree.topLevelItem(0), tree.viewport().height()
    rooms = [tree.visualItemRect(group.child(at)) for at in range(group.childCount())] if group else []
    return sum(round(max(0, min(low, each.bottom() + 1) - each.top()) / each.height(), 1) for each in rooms)


def test_a_low_window_gives_the_findings_less_unless_the_user_gave_them_more(window: Window, qtbot: QtBot) -> None:
    window.resize(1024, 700)
    notes = (Finding(severity="note", code="likelihood", message=f"Note {at}.", place="risks") for at in range(6))
    window.work.preview.checked.emit(Checked(state=0, findings=tuple(notes)))
    assert window.library.isVisible()
    window.toggle_library()
    qtbot.waitUntil(lambda: window.findings.height() < DEFAULTS["findings"], timeout=LONG)
    qtbot.waitUntil(window.findings.tree.isVisible, timeout=LONG)
    qtbot.waitUntil(lambda: whole_rows(window) == 2, timeout=LONG)
    window.find_entity()
    qtbot.waitUntil(window.findings.tree.isHidden, timeout=LONG)
    window.show_findings()
    qtbot.waitUntil(window.findings.tree.hasFocus, timeout=LONG)
    assert not window.library.isVisible()
    qtbot.waitUntil(lambda: whole_rows(window) == 2, timeout=LONG)
    few = window.findings.height()
    window.find_entity()
    qtbot.waitUntil(window.findings.tree.isHidden, timeout=LONG)
    window.frame.sizes["findings"] = 240
    window.frame.share()
    qtbot.waitUntil(lambda: window.findings.height() > few, timeout=LONG)
    qtbot.waitUntil(window.findings.tree.isVisible, timeout=LONG)
