"""The window's keys reach it from a one-line field, and the field keeps what it needs."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from briefer.desktop.shortcuts import OF_THE_FIELD
from briefer.desktop.window import Window


class Greedy(QLineEdit):
    """A field that takes every key, as those of some systems take Ctrl+E and Ctrl+K."""

    def event(self, event: QEvent) -> bool:
        """Takes it."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)


def greedy(window: Window) -> Greedy:
    """Gives such a field in the window, with the cursor in it."""
    line = Greedy(window.library)
    line.show()
    line.setFocus()
    assert line.hasFocus()
    return line


def taken(field: QWidget, keys: QKeySequence) -> bool:
    """Whether a field takes a key for itself before the commands are asked."""
    pressed = keys[0]
    event = QKeyEvent(QEvent.Type.ShortcutOverride, pressed.key(), pressed.keyboardModifiers())
    event.ignore()
    QApplication.sendEvent(field, event)
    return event.isAccepted()


def test_every_command_works_from_a_one_line_field(window: Window) -> None:
    line = greedy(window)
    for name, action in window.actions_by_name.items():
        for keys in action.shortcuts():
            if action.isEnabled() and name not in OF_THE_FIELD:
                assert not taken(line, keys), name


def test_the_field_keeps_its_own_keys(window: Window, qtbot: QtBot) -> None:
    for name in OF_THE_FIELD:
        assert taken(greedy(window), window.actions_by_name[name].shortcut()), name
    window.find_entity()
    line = window.library.entities.search
    qtbot.keyClicks(line, "rosneft")
    for keys in ("Ctrl+A", "Ctrl+V", "Ctrl+Z"):
        assert taken(line, QKeySequence(keys)), keys
    qtbot.keyClick(line, Qt.Key.Key_Left)
    qtbot.keyClick(line, Qt.Key.Key_Delete)
    assert line.text() == "rosnef"


def test_a_key_of_a_command_that_cannot_run_and_a_field_elsewhere_stay_as_they_are(
    window: Window, qtbot: QtBot
) -> None:
    line = greedy(window)
    window.actions_by_name["export"].setEnabled(False)
    assert taken(line, QKeySequence("Ctrl+E"))
    assert taken(line, QKeySequence("Ctrl+J"))
    elsewhere = Greedy()
    qtbot.addWidget(elsewhere)
    elsewhere.show()
    elsewhere.setFocus()
    window.actions_by_name["export"].setEnabled(True)
    assert taken(elsewhere, QKeySequence("Ctrl+E"))


def test_ctrl_e_exports_from_a_field(window: Window, qtbot: QtBot) -> None:
    line = greedy(window)
    with qtbot.waitSignal(window.actions_by_name["export"].triggered):
        qtbot.keyClick(line, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
