"""Searching the pages: marks every place, says how many there are, and goes from one to the next."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit

from briefer.desktop.paper import Desk
from briefer.desktop.parts import named, row, text, tool
from briefer.desktop.rasters import Box
from briefer.desktop.wording import _, ngettext

REST = 180
"""Milliseconds after the last key before the pages are searched."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One place: the page's number, and which of that page's places it is."""

    page: int
    place: int


class Line(QLineEdit):
    """The line: Enter goes on, Shift and Enter back, Esc leaves."""

    stepped = Signal(int)
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Steps through the places."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class Finder(QFrame):
    """The bar over the pages while they are searched; it follows every refresh."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk, self._pages = desk, desk.pages
        self.setProperty("kind", "bar")
        self.line = named(Line(), _("Search the pages"), _("Enter goes to the next place, Shift and Enter back"))
        self.line.setPlaceholderText(_("Search the pages"))
        self.line.setClearButtonEnabled(True)
        self.said = text("", "muted")
        before = tool("left", _("Previous place"), lambda: self.step(-1), keys="Shift+Enter")
        after = tool("right", _("Next place"), lambda: self.step(1), keys="Enter")
        shut = tool("close", _("Close the search"), self.shut, keys="Esc")
        self.setLayout(row((self.line, 1), self.said, before, after, shut, gap=4, margin=(8, 3, 4, 3)))
        self.line.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hide()
        self._at = -1
        self._left = 0
        self._known: set[str] = set()
        self._wait = QTimer(self, singleShot=True, interval=REST)
        self._wait.timeout.connect(self.search)
        self.line.textChanged.connect(lambda _words: self._wait.start())
        self.line.stepped.connect(self.step)
        self.line.left.connect(self.shut)
        self._pages.changed.connect(self._renew)

    def open(self) -> None:
        """Shows the bar with the cursor in it."""
        self.show()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()
        if self.line.text():
            self.search()

    def shut(self) -> None:
        """Takes the marks and the bar away and gives the focus to the pages."""
        self._wait.stop()
        self._clear()
        self.hide()
        self.desk.setFocus(Qt.FocusReason.OtherFocusReason)

    def _clear(self) -> None:
        self.desk.paper.mark_hits({}, None)
        self._known, self._at, self._left = set(), -1, 0
        self.said.setText("")

    def search(self) -> None:
        """Searches all pages, from the one in sight on."""
        self._wait.stop()
        self._clear()
        if self.line.text().strip():
            self._ask(self._order())

    def _order(self) -> list[str]:
        """Gives the pages that are laid out, from the one in sight on; the others follow when they are."""
        leaves, here = self._pages.leaves, max(0, self.desk.number)
        return [leaf.key for leaf in (*leaves[here:], *leaves[:here]) if not leaf.stale]

    def _ask(self, keys: list[str]) -> None:
        words = self.line.text().strip()
        self._known |= set(keys)
        self._left = len(keys)
        self._pages.rasters.seek(keys, words, lambda found: self._take(words, found))

    def _take(self, words: str, found: dict[str, list[Box]]) -> None:
        if words != self.line.text().strip() or not self.isVisible():
            return
        self._left -= len(found)
        hits = dict(self.desk.paper.hits)
        for key, places in found.items():
            hits[key] = [QRectF(left, top, right - left, bottom - top) for left, top, right, bottom in places]
        self.desk.paper.mark_hits(hits, self.desk.paper.now)
        if self._at < 0 and self.hits():
            self.step(1)
        self._say()

    def hits(self) -> list[Hit]:
        """Gives the places in the order of the pages; a page that is not redone yet has none."""
        marked = self.desk.paper.hits
        return [
            Hit(number, place)
            for number, leaf in enumerate(self._pages.leaves)
            if not leaf.stale
            for place in range(len(marked.get(leaf.key, ())))
        ]

    def step(self, by: int) -> None:
        """Goes to the next place or the one before; begins with the first on the page in sight or after it."""
        if self._wait.isActive():
            self.search()
            return
        hits = self.hits()
        if not hits:
            return
        if self._at < 0:
            here = self.desk.number
            self._at = next((n for n, hit in enumerate(hits) if hit.page >= here), 0)
        else:
            self._at = (self._at + by) % len(hits)
        hit = hits[self._at]
        leaf = self._pages.leaves[hit.page]
        self.desk.paper.mark_hits(self.desk.paper.hits, (leaf.key, hit.place))
        self.desk.reveal(hit.page, self.desk.paper.hits[leaf.key][hit.place])
        self._say()

    def _say(self) -> None:
        count = len(self.hits())
        if count:
            self.said.setText(_("{place} of {count}").format(place=min(self._at, count - 1) + 1, count=f"{count:,}"))
        else:
            self.said.setText("" if self._left > 0 else _("Not on these pages"))
        spoken = ngettext("{count} place", "{count} places", count)
        named(self.said, spoken)

    def _renew(self) -> None:
        """Searches the pages that are new since; the place stays where it is."""
        if not (self.isVisible() and self.line.text().strip()):
            return
        fresh = [leaf.key for leaf in self._pages.leaves if leaf.key not in self._known and not leaf.stale]
        if fresh:
            self._ask(fresh)
