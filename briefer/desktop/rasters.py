"""Pictures and words of laid-out pages, read by PDFium on a thread of its own, which it leaves free while it draws."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pypdfium2
from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from briefer.desktop.tasks import Tasks

OPEN = 24
"""So many sections' files are held open."""
PICTURES = 60
"""So many drawn pages are kept."""

Key = tuple[str, int]
"""What stands on a page, and its width in pixels of the screen."""
Box = tuple[float, float, float, float]
"""Left, top, right, bottom, in points from the page's upper left corner."""


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a page is to be found: the name of a PDF, its content, and the page within it."""

    name: str
    pdf: bytes
    page: int


class Rasters(QObject):
    """Draws pages on demand; `stand` tells where a page is to be found."""

    def __init__(self, stand: Callable[[str], Stand | None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stand = stand
        self._tasks = Tasks(self, "pictures")
        self._open: OrderedDict[str, Any] = OrderedDict()
        self._drawn: OrderedDict[Key, QImage] = OrderedDict()
        self._asked: set[Key] = set()

    def picture(self, key: Key) -> QImage | None:
        """Gives a page's picture if it is drawn already."""
        if key in self._drawn:
            self._drawn.move_to_end(key)
        return self._drawn.get(key)

    def ask(self, key: Key, done: Callable[[], object]) -> None:
        """Draws a page and calls `done` when it is there; a page that is being drawn is not drawn twice."""
        stand = self._stand(key[0])
        if key in self._asked or key in self._drawn or stand is None:
            return
        self._asked.add(key)

        def drawn(image: QImage) -> None:
            self._asked.discard(key)
            self._drawn[key] = image
            while len(self._drawn) > PICTURES:
                self._drawn.popitem(last=False)
            done()

        self._tasks.run(lambda: self._draw(stand, key[1]), drawn, lambda _error: self._asked.discard(key))

    def words(self, key: str, y: float, done: Callable[[str], object]) -> None:
        """Gives the words of the line at a height, in points from the page's upper edge."""
        stand = self._stand(key)
        if stand is not None:
            self._tasks.run(lambda: self._read(stand, y), done)

    def find(self, key: str, text: str, done: Callable[[list[Box]], object]) -> None:
        """Gives where a page holds a text."""
        stand = self._stand(key)
        if stand is not None:
            self._tasks.run(lambda: self._search(stand, text), done)

    def _page(self, stand: Stand) -> Any:
        if stand.name not in self._open:
            self._open[stand.name] = pypdfium2.PdfDocument(stand.pdf)
            while len(self._open) > OPEN:
                self._open.popitem(last=False)[1].close()
        self._open.move_to_end(stand.name)
        return self._open[stand.name][stand.page]

    def _draw(self, stand: Stand, width: int) -> QImage:
        page = self._page(stand)
        bitmap = page.render(scale=width / page.get_width(), prefer_bgrx=True)
        whole = bytes(bitmap.buffer)
        image = QImage(whole, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32).copy()
        bitmap.close()
        page.close()
        return image

    def _read(self, stand: Stand, y: float) -> str:
        page = self._page(stand)
        words, high = page.get_textpage(), page.get_height() - y
        near = words.get_text_bounded(left=0, bottom=high - 4, right=page.get_width(), top=high + 4)
        words.close()
        page.close()
        return str(near).strip()

    def _search(self, stand: Stand, text: str) -> list[Box]:
        page, found = self._page(stand), []
        words, height = page.get_textpage(), page.get_height()
        search = words.search(text)
        while hit := search.get_next():
            for at in range(words.count_rects(*hit)):
                left, bottom, right, top = words.get_rect(at)
                found.append((left, height - top, right, height - bottom))
        words.close()
        page.close()
        return found

    @property
    def idle(self) -> bool:
        """Whether everything asked for is drawn."""
        return self._tasks.idle

    def close(self) -> None:
        """Waits for the page in hand and closes the files."""
        self._tasks.run(lambda: [each.close() for each in self._open.values()])
        self._tasks.finish()
