"""Pictures and words of laid-out pages, read by PDFium on a thread of its own, which it leaves free while it draws."""

from collections import OrderedDict
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from briefer.desktop import places
from briefer.desktop.tasks import Tasks

OPEN = 24
"""So many sections' files are held open."""
HELD = 192 * 1024 * 1024
"""So many bytes of drawn pages are kept."""
FORMER = 32 * 1024 * 1024
"""So many bytes of pages as they were before an edit are kept, so that a page changes without a flash."""
RUN = 8
"""So many pages are searched before the next picture has its turn."""

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
        self.tasks = Tasks(self, "pictures")
        self._open: OrderedDict[str, Any] = OrderedDict()
        self._drawn: OrderedDict[Key, QImage] = OrderedDict()
        self._bytes = 0
        self._sought = ""
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
            self._keep(key, image)
            done()

        self.tasks.run(lambda: self._draw(stand, key[1]), drawn, lambda _error: self._asked.discard(key))

    def words(self, key: str, y: float, done: Callable[[str], object]) -> None:
        """Gives the words of the line at a height, in points from the page's upper edge."""
        stand = self._stand(key)
        if stand is not None:
            self.tasks.run(lambda: self._read(stand, y), done)

    def seek(self, keys: Sequence[str], text: str, done: Callable[[dict[str, list[Box]]], object]) -> None:
        """Gives where pages hold a text, some pages at a time; a search for another text gives this one up."""
        self._sought = text
        for at in range(0, len(keys), RUN):
            some = {key: stand for key in keys[at : at + RUN] if (stand := self._stand(key))}
            self.tasks.run(partial(self._seek, some, text), lambda found: found and done(found))

    def _seek(self, some: dict[str, Stand], text: str) -> dict[str, list[Box]]:
        if text != self._sought:
            return {}
        return {key: self._search(stand, text) for key, stand in some.items()}

    def locate(self, keys: Sequence[str], words: str, done: Callable[[str, Box], object]) -> None:
        """Gives the page and the line on which words stand as they are written; silent where they stand on none."""
        stands = [(key, stand) for key in keys if (stand := self._stand(key))]

        def found(place: tuple[str, Box] | None) -> None:
            if place is not None:
                done(*place)

        self.tasks.run(lambda: self._locate(stands, words), found, only="locate")

    def _locate(self, stands: list[tuple[str, Stand]], words: str) -> tuple[str, Box] | None:
        read = [(key, stand, self._text(stand)) for key, stand in stands]
        runs = [(places.longest(text, words), key, stand) for key, stand, text in read]
        (length, at), key, stand = max(runs, key=lambda one: one[0][0], default=((0, -1), "", None))
        return (key, self._line(stand, at)) if stand is not None and length >= places.LEAST else None

    def _text(self, stand: Stand) -> str:
        page = self._page(stand)
        words = page.get_textpage()
        text = str(words.get_text_range())
        words.close()
        page.close()
        return text

    def _line(self, stand: Stand, at: int) -> Box:
        page = self._page(stand)
        words, height = page.get_textpage(), page.get_height()
        left, bottom, right, top = words.get_charbox(min(at, words.count_chars() - 1))
        words.close()
        page.close()
        return (left, height - top, right, height - bottom)

    def _keep(self, key: Key, image: QImage) -> None:
        self._drawn[key] = image
        self._bytes += image.sizeInBytes()
        while self._bytes > HELD and len(self._drawn) > 1:
            self._bytes -= self._drawn.popitem(last=False)[1].sizeInBytes()

    def keep(self, keys: Container[str]) -> None:
        """Lets go of the pictures of pages that are not as they were any more, but the last ones seen."""
        former = [each for each in self._drawn if each[0] not in keys]
        spare = sum(self._drawn[each].sizeInBytes() for each in former)
        for each in former:
            if spare <= FORMER:
                break
            size = self._drawn.pop(each).sizeInBytes()
            spare, self._bytes = spare - size, self._bytes - size

    def _page(self, stand: Stand) -> Any:
        import pypdfium2  # on the thread that draws, once there are pages

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
        return self.tasks.idle

    def close(self) -> None:
        """Waits for the page in hand and closes the files."""
        self.tasks.run(lambda: [each.close() for each in self._open.values()])
        self.tasks.finish()
