"""The command palette: every command by a few letters."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QWidget

from briefer.desktop import icons
from briefer.desktop.cells import DRAWN, ONE, Cells, Plain
from briefer.desktop.parts import column, named, text


class Palette(QDialog):
    """A line and the commands that hold its words; Enter runs the chosen one."""

    def __init__(self, parent: QWidget, commands: Sequence[QAction]) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        named(self, "Command palette")
        self._commands = [each for each in commands if each.isEnabled() and not each.isSeparator()]
        self.line = named(QLineEdit(), "Command", "Type a few letters; arrows choose, Enter runs")
        self.line.setPlaceholderText("Type a few letters of a command")
        self.line.addAction(icons.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.list = named(QListWidget(), "Commands")
        self.list.setProperty("kind", "menu")
        self.list.setItemDelegate(Cells(self.list, ONE))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        foot = text("↑ ↓ choose · Enter runs · Esc closes", "muted", 0.9)
        self.setLayout(column(self.line, (self.list, 1), foot, margin=8, gap=8))
        self.resize(560, 392)
        self.line.textChanged.connect(self.narrow)
        self.line.installEventFilter(self)
        self.list.itemClicked.connect(lambda _item: self.run())
        self.narrow("")

    def narrow(self, typed: str) -> None:
        """Shows the commands that hold all the words typed."""
        words = typed.casefold().split()
        self.list.clear()
        for at, command in enumerate(self._commands):
            name = command.text().replace("&", "")
            keys = command.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            if all(word in name.casefold() for word in words):
                item = QListWidgetItem(self.list)
                item.setData(DRAWN, Plain(f"{name}   {keys}"))
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{name} {keys}")
                item.setData(Qt.ItemDataRole.UserRole, at)
                item.setSizeHint(QSize(100, 30))
        self.list.setCurrentRow(0)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Steers the list from the line."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        key = Qt.Key(event.key())
        if key in steps:
            self.list.setCurrentRow(max(0, min(self.list.currentRow() + steps[key], self.list.count() - 1)))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.run()
        else:
            return False
        return True

    def run(self) -> None:
        """Closes and runs the chosen command."""
        if self.list.currentRow() >= 0:
            command = self._commands[self.list.currentItem().data(Qt.ItemDataRole.UserRole)]
            self.accept()
            command.trigger()
