"""The list that opens at the cursor after @ and #: sources to cite, entities to mention."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QPlainTextEdit, QWidget

from briefer.desktop import icons
from briefer.desktop.cells import DRAWN, Cells, Lines
from briefer.desktop.parts import column, named, text
from briefer.desktop.wording import _
from briefer.desktop.work import Work
from briefer.model.desk import Asked
from briefer.model.policy import Source

OPENS = re.compile(r"(?:^|[\s\[(;])([@#])((?:[^\s\]@#;,]+(?: [^\s\]@#;,]+)?)?)$")
"""What stands before the cursor while a reference is typed: the letter, and up to two words after it."""
SHOWN = 40

WIDE, ROWS = 390, 8
"""Pixels that the list is wide at most, and references that it shows at once."""
ROW, FOOT, AWAY = 44, 38, 6
"""Pixels of a reference, of what stands under them, and between the list and the line that is typed."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be referred to."""

    id: str
    title: str
    about: str
    icon: str


class References(QFrame):
    """Offers what fits what was typed; Enter inserts, Tab inserts and asks for a place.

    Esc leaves a letter that the user typed; what a command began is taken out again.
    """

    def __init__(self, edit: QPlainTextEdit, work: Work) -> None:
        super().__init__(edit)
        self._edit, self._work = edit, work
        self._letter, self._typed, self._begun = "", "", ""
        self._sources: tuple[Source, ...] = ()
        self.setProperty("kind", "card")
        self.list = named(QListWidget(), _("References"), _("Arrows choose, Enter inserts, Esc closes"))
        self.list.setProperty("kind", "menu")
        self.list.setItemDelegate(Cells(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.itemClicked.connect(lambda _item: self.insert())
        foot = text(_("Enter inserts · Tab adds a page or section · Esc closes"), "muted", 0.88)
        foot.setContentsMargins(8, 0, 0, 0)
        self.setLayout(column((self.list, 1), foot, margin=(2, 3, 2, 6), gap=2))
        self.resize(WIDE, ROWS * ROW + FOOT)
        self.hide()
        edit.installEventFilter(self)
        for signal in (work.opened, work.library_changed):
            signal.connect(self._load)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Goes away with the focus of the editor."""
        if event.type() == QEvent.Type.FocusOut:
            self.hide()
        return False

    def _load(self) -> None:
        def taken(sources: tuple[Source, ...]) -> None:
            self._sources = sources

        self._work.tasks.run(self._work.desk.sources, taken, only="references")

    def begin(self, letter: str) -> None:
        """Writes, for a command, the letter that a reference begins with, apart from the word before."""
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)
        written = letter if OPENS.search(f"{self._before()}{letter}") else f" {letter}"
        self._edit.insertPlainText(written)
        self._begun = written

    def _before(self) -> str:
        """Gives what stands before the cursor on its line."""
        cursor = self._edit.textCursor()
        return cursor.block().text().encode("utf-16-le")[: 2 * cursor.positionInBlock()].decode("utf-16-le")

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Forgets what a command began."""
        self._begun = ""
        super().hideEvent(event)

    def _leave(self) -> None:
        """Goes away, and takes out what a command began where it still stands before the cursor."""
        written = self._begun and f"{self._begun}{self._typed}"
        self.hide()
        cursor = self._edit.textCursor()
        length = len(written.encode("utf-16-le")) // 2
        cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, length)
        if written and cursor.selectedText() == written:
            cursor.removeSelectedText()

    def follow(self) -> None:
        """Opens, narrows or closes the list as the text before the cursor asks."""
        found = OPENS.search(self._before())
        if not found or not self._edit.hasFocus():
            self.hide()
            return
        self._letter, self._typed = found[1], found[2]
        if self._letter == "@":
            self._offer(self._fitting())
        else:
            self._offer_entities()

    def _fitting(self) -> list[Entry]:
        known = {source.id: source for source in (*self._dossier_sources(), *self._sources)}
        typed = self._typed.casefold()
        words = typed.split()
        entries = []
        for source in known.values():
            searched = f"{source.id} {source.title} {source.publisher}".casefold()
            if all(word in searched for word in words):
                day = source.date.text if source.date else ""
                about = " · ".join(filter(None, (f"@{source.id}", source.publisher, day, source.grade)))
                entries.append(Entry(source.id, source.title, about, "source"))
        entries.sort(key=lambda entry: not entry.id.casefold().startswith(typed))
        return entries[:SHOWN]

    def _dossier_sources(self) -> tuple[Source, ...]:
        return self._work.dossier.sources if self._work.dossier else ()

    def _offer_entities(self) -> None:
        dossier, words = self._work.dossier, self._typed.casefold().split()
        held = (*dossier.entities, *dossier.neighbours) if dossier else ()
        near = [
            Entry(each.id, each.caption, f"#{each.id}", icons.SCHEMAS.get(each.schema, "company"))
            for each in held
            if all(word in f"{each.id} {each.caption}".casefold() for word in words)
        ]
        self._offer(near[:SHOWN])
        typed, desk = self._typed, self._work.desk
        if len(typed) >= 3:
            self._work.tasks.run(
                lambda: desk.rows(desk.find(Asked(name=typed)).ids[:SHOWN]),
                lambda rows: self._more(typed, near, rows),
                only="mention",
            )

    def _more(self, typed: str, near: list[Entry], rows: object) -> None:
        if typed != self._typed or (not self.isVisible() and near):
            return
        known = {each.id for each in near}
        far = [
            Entry(
                row.id,
                row.caption,
                f"#{row.id} · {', '.join(row.programmes)}",
                icons.SCHEMAS.get(row.schema, "company"),
            )
            for row in rows  # type: ignore[attr-defined]
            if row.id not in known
        ]
        self._offer([*near, *far][:SHOWN])

    def _offer(self, entries: list[Entry]) -> None:
        self.list.clear()
        for entry in entries:
            item = QListWidgetItem(self.list)
            item.setData(DRAWN, Lines(entry.title, entry.about, entry.icon))
            item.setData(Qt.ItemDataRole.UserRole, entry.id)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{entry.title}, {entry.about}")
            item.setToolTip(entry.title)
            item.setSizeHint(QSize(100, ROW))
        self.list.setCurrentRow(0)
        self.setVisible(bool(entries))
        if entries:
            self._settle()

    def _rise(self, window: QWidget) -> None:
        """Lies over the whole window, as the editor alone may be too low for the list."""
        if self.parentWidget() is not window:
            self.setParent(window)
            self.show()

    def _settle(self) -> None:
        """Stands under the cursor, above it where there is more room, and never over the line that is being typed."""
        self._edit.ensureCursorVisible()
        window = self._edit.window()
        self._rise(window)
        seen, room = self._edit.cursorRect(), window.rect()
        at = QRect(self._edit.viewport().mapTo(window, seen.topLeft()), seen.size())
        above, below = at.top() - AWAY, room.height() - at.bottom() - AWAY
        most = min(ROWS, self.list.count())
        under = below >= min(most * ROW + FOOT, above)
        rows = max(1, min(most, ((below if under else above) - FOOT) // ROW))
        self.resize(min(WIDE, room.width()), rows * ROW + FOOT)
        y = at.bottom() + AWAY if under else max(0, at.top() - AWAY - self.height())
        self.move(QPoint(max(0, min(at.left(), room.width() - self.width())), y))
        self.raise_()

    def key(self, event: QKeyEvent) -> None:
        """Takes the keys that steer the list while it is open."""
        if not self.isVisible():
            return
        ways: dict[Qt.Key, Callable[[], object]] = {
            Qt.Key.Key_Escape: self._leave,
            Qt.Key.Key_Return: self.insert,
            Qt.Key.Key_Enter: self.insert,
            Qt.Key.Key_Tab: partial(self.insert, ask=True),
            Qt.Key.Key_Down: partial(self._step, 1),
            Qt.Key.Key_Up: partial(self._step, -1),
        }
        way = ways.get(Qt.Key(event.key()))
        if way is not None:
            way()
            event.setAccepted(True)

    def _step(self, by: int) -> None:
        self.list.setCurrentRow(max(0, min(self.list.currentRow() + by, self.list.count() - 1)))

    def insert(self, *, ask: bool = False) -> None:
        """Puts the chosen reference in place of what was typed; `ask` leaves the cursor where a place belongs."""
        if self.list.currentRow() < 0:
            return
        item = self.list.currentItem()
        cursor = self._edit.textCursor()
        length = 1 + len(self._typed.encode("utf-16-le")) // 2
        cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, length)
        line = cursor.block().text()
        opened = line[: cursor.selectionStart() - cursor.block().position()].endswith("[")
        self.hide()
        cursor.insertText(
            f"{'' if opened else '['}{self._letter}{item.data(Qt.ItemDataRole.UserRole)}{', ' if ask else ''}]"
        )
        if ask:
            cursor.movePosition(QTextCursor.MoveOperation.Left)
        self._edit.setTextCursor(cursor)
        self.hide()
