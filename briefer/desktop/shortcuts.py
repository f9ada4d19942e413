"""The window's keys in a one-line field, which would take some of them for itself: Ctrl+E as the end of the line."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QLineEdit, QWidget

if TYPE_CHECKING:
    from briefer.desktop.window import Window

OF_THE_FIELD = frozenset(("undo", "redo", "cut", "copy", "paste", "select_all"))
"""Commands whose keys mean the field itself while the cursor is in one."""
FIELDS = (QLineEdit, QAbstractSpinBox, QComboBox)


class Shortcuts(QObject):
    """Keeps a field of the window from taking a key that is a command's."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self.window = window
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._watch)

    def _watch(self, _former: QWidget | None, now: QWidget | None) -> None:
        if isinstance(now, FIELDS) and now.window() is self.window:
            now.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Leaves the key to the command that can be run by it now."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        pressed = QKeySequence(event.keyCombination())
        for name, action in self.window.actions_by_name.items():
            if name not in OF_THE_FIELD and action.isEnabled() and pressed in action.shortcuts():
                event.ignore()
                return True
        return super().eventFilter(watched, event)
