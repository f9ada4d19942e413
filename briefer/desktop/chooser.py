"""A list over a line to narrow it with: opens at a button, the arrows choose, Enter takes, Esc closes."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QWidget

from briefer.desktop import icons
from briefer.desktop.cells import DRAWN, ONE, Cells, Plain
from briefer.desktop.parts import column, named
from briefer.desktop.wording import _

SHOWN = 300
"""So many entries are offered; the rest shows as one types on."""
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to choose: its words and what it stands for."""

    words: str
    value: Any
    icon: str = ""


class Chooser(QFrame):
    """Offers the entries that hold all the words typed; `more` makes entries of what is typed."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget, title: str, more: Callable[[str], Iterable[Entry]] = lambda _typed: ()) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("kind", "card")
        named(self, title)
        self._entries: tuple[Entry, ...] = ()
        self._more = more
        self.line = named(QLineEdit(), title, _("Type to narrow; the arrows choose, Enter takes, Esc closes"))
        self.line.setPlaceholderText(title)
        self.line.addAction(icons.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.list = named(QListWidget(), title)
        self.list.setProperty("kind", "menu")
        self.list.setItemDelegate(Cells(self.list, ONE))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.itemClicked.connect(lambda _item: self.take())
        self.line.textChanged.connect(self._narrow)
        self.line.installEventFilter(self)
        self.setLayout(column(self.line, (self.list, 1), margin=6, gap=6))
        self.setFixedSize(300, 320)

    def offer(self, entries: Iterable[Entry], under: QWidget) -> None:
        """Opens under a control with these entries."""
        self._entries = tuple(entries)
        self.line.clear()
        self._narrow("")
        at = under.mapToGlobal(QPoint(0, under.height() + 2))
        screen: QRect = under.screen().availableGeometry()
        x = max(screen.left(), min(at.x(), screen.right() - self.width()))
        y = at.y() if at.y() + self.height() <= screen.bottom() else at.y() - under.height() - self.height() - 4
        self.move(x, max(screen.top(), y))
        self.show()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def _narrow(self, typed: str) -> None:
        words = typed.casefold().split()
        fitting = [each for each in self._entries if all(word in each.words.casefold() for word in words)]
        self.list.clear()
        for each in (*fitting[:SHOWN], *(self._more(typed.strip()) if words else ())):
            item = QListWidgetItem(self.list)
            item.setData(DRAWN, Plain(each.words, icon=each.icon))
            item.setData(Qt.ItemDataRole.UserRole, each)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, each.words)
            item.setToolTip(each.words)
            item.setSizeHint(QSize(100, ONE))
        self.list.setCurrentRow(0)

    def eventFilter(self, watched: Any, event: Any) -> bool:  # noqa: N802
        """Lets the keys of the line steer the list."""
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() == QKeyEvent.Type.KeyPress:
            step = STEPS.get(Qt.Key(event.key()))
            if step is not None:
                self.list.setCurrentRow(max(0, min(self.list.currentRow() + step, self.list.count() - 1)))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.take()
                return True
        return super().eventFilter(watched, event)

    def take(self) -> None:
        """Takes the entry that is chosen."""
        item = self.list.currentItem()
        if item is not None:
            self.hide()
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole).value)
