"""The desk with the pages on it: draws what is ready, keeps the place through every refresh, knows what was clicked."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from briefer.desktop import theme
from briefer.desktop.pages import Leaf, Pages
from briefer.desktop.parts import named
from briefer.desktop.rasters import Key
from briefer.desktop.wording import _

GAP, SIDE = 16, 24
LEAST, WIDEST = 200, 900
"""Pixels that a page takes at least, or two of them together, and at most, when fitted to the panel."""
POINT = 96 / 72
FIT_WIDTH, FIT_PAGE = 0, -1
"""Zooms that follow the panel."""
DIMMED = 90
"""Of 255: how much a dimmed page is darkened, on screen only."""
POINTED = 2500
"""Milliseconds that the page points at the place of the editor."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the reader is: the section, the page within it, and how far down that page, from 0 to 1."""

    section: str
    page: int
    part: float


class Paper(QWidget):
    """Pages one under another, or two side by side; a page that is not redone yet has a mark beside it."""

    clicked = Signal(object, float)

    def __init__(self, pages: Pages) -> None:
        super().__init__()
        named(self, _("Pages"), _("The printed pages. F8 shows the same text for screen readers."))
        self.setMouseTracking(True)
        self._pages = pages
        self.boxes: list[QRect] = []
        self.width_of_page = 500
        self.columns = 1
        self._last: dict[tuple[str, int], Key] = {}
        self.hits: dict[str, list[QRectF]] = {}
        self.now: tuple[str, int] | None = None
        self.dim = False
        self.pointed: tuple[str, float, float] | None = None
        self._pointing = QTimer(self, singleShot=True, interval=POINTED)
        self._pointing.timeout.connect(lambda: self.point(None))

    def mark_hits(self, hits: dict[str, list[QRectF]], now: tuple[str, int] | None) -> None:
        """Marks places by the key of their page; `now` is the one to look at, by key and number."""
        self.hits, self.now = hits, now
        self.update()

    def point(self, place: tuple[str, float, float] | None) -> None:
        """Points for a while at the lines of a page between two heights, or at none."""
        self.pointed = place
        if place is not None:
            self._pointing.start()
        self.update()

    def arrange(self, width: int, columns: int) -> None:
        """Gives each page its box for pages of this width."""
        self.width_of_page, self.columns = width, columns
        self.boxes, top = [], GAP
        leaves = self._pages.leaves
        for start in range(0, len(leaves), columns):
            line = leaves[start : start + columns]
            tall = [round(width * leaf.size[1] / leaf.size[0]) for leaf in line]
            self.boxes += [QRect(SIDE + at * (width + GAP), top, width, high) for at, high in enumerate(tall)]
            top += max(tall) + GAP
        self.setFixedSize(QSize(2 * SIDE + columns * width + (columns - 1) * GAP, top))
        self.update()

    def at(self, y: int) -> int:
        """Gives the number of the page at a height, -1 where there is none."""
        return next((number for number, box in enumerate(self.boxes) if box.bottom() + GAP >= y), len(self.boxes) - 1)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draws the pages that are in sight and asks for those that are not drawn yet."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(event.rect(), theme.colour("desk"))
        for leaf, box in zip(self._pages.leaves, self.boxes, strict=False):
            if box.adjusted(-SIDE, -GAP, SIDE, GAP).intersects(event.rect()):
                self._page(painter, leaf, box)
        painter.end()

    def _page(self, painter: QPainter, leaf: Leaf, box: QRect) -> None:
        rasters = self._pages.rasters
        key = (leaf.key, round(box.width() * self.devicePixelRatioF()))
        painter.fillRect(box, theme.colour("paper"))
        if picture := rasters.picture(key):
            painter.drawImage(box, picture)
            self._last[leaf.section, leaf.page] = key
        else:
            rasters.ask(key, self.update)
            former = self._last.get((leaf.section, leaf.page))
            if former and (old := rasters.picture(former)):
                painter.drawImage(box, old)  # so that a page changes without a flash
        if self.dim and theme.now() is not theme.THEMES["light"]:
            painter.fillRect(box, QColor(0, 0, 0, DIMMED))
        painter.setPen(theme.colour("line"))
        painter.drawRect(box.adjusted(-1, -1, 0, 0))
        if leaf.stale:
            painter.fillRect(QRect(box.x() - 8, box.y(), 4, box.height()), theme.colour("accent"))
        self._marks(painter, leaf, box)

    def _marks(self, painter: QPainter, leaf: Leaf, box: QRect) -> None:
        """Draws where the text searched for stands, and the lines that the editor stands at."""
        scale = box.width() / leaf.size[0]
        for number, hit in enumerate(self.hits.get(leaf.key, ())):
            place = QRectF(hit.x() * scale, hit.y() * scale, hit.width() * scale, hit.height() * scale)
            place = place.translated(box.topLeft()).adjusted(-2, -2, 2, 2)
            now = self.now == (leaf.key, number)
            ink = theme.colour_of(theme.THEMES["light"], "accent" if now else "warning")
            fill = QColor(ink)
            fill.setAlpha(70 if now else 45)
            painter.fillRect(place, fill)
            painter.setPen(QPen(ink, 3 if now else 1))
            painter.drawRect(place)
        if self.pointed and self.pointed[0] == leaf.key:
            _key, top, bottom = self.pointed
            bar = QRectF(box.x() + 4, box.y() + top * scale, 4, max(12.0, (bottom - top) * scale))
            painter.fillRect(bar, theme.colour_of(theme.THEMES["light"], "accent"))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Says which page was clicked and how far down, in points."""
        point = event.position().toPoint()
        for leaf, box in zip(self._pages.leaves, self.boxes, strict=False):
            if box.contains(point):
                self.clicked.emit(leaf, (point.y() - box.y()) * leaf.size[0] / box.width())


class Desk(QScrollArea):
    """The scrolling desk: pages follow the width of the panel or a fixed zoom."""

    moved = Signal(int)
    zoomed = Signal(int)

    def __init__(self, pages: Pages) -> None:
        super().__init__()
        self._shown: tuple[Leaf, ...] = ()
        self.paper = Paper(pages)
        self.pages = pages
        self.zoom, self.columns = FIT_WIDTH, 1
        self.setWidget(self.paper)
        self.setProperty("kind", "desk")
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        about = _("Page Up and Page Down turn pages, a click goes to the place in the outline")
        named(self, _("Page view"), about)
        pages.changed.connect(self.renew)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self.moved.emit(self.number))

    @property
    def zoom_now(self) -> int:
        """The zoom in per cent at which pages are shown now."""
        wide = self.pages.leaves[0].size[0] if self.pages.leaves else 1.0
        return round(100 * self.paper.width_of_page / (wide * POINT))

    @property
    def number(self) -> int:
        """The page in sight, counted from 0."""
        return self.paper.at(self.verticalScrollBar().value() + self.viewport().height() // 3)

    def place(self) -> Place | None:
        """Gives where the reader is."""
        top = self.verticalScrollBar().value()
        number = self.paper.at(top)
        if not 0 <= number < min(len(self._shown), len(self.paper.boxes)):
            return None
        leaf, box = self._shown[number], self.paper.boxes[number]
        return Place(leaf.section, leaf.page, (top - box.y()) / max(1, box.height()))

    def renew(self) -> None:
        """Lays the desk out anew for the pages there are now; the reader stays where they were."""
        place = self.place()
        self._fit()
        self._shown = self.pages.leaves
        if place is not None:
            self._return(place)

    def _fit(self) -> None:
        room = self.viewport().width() - 2 * SIDE - (self.columns - 1) * GAP
        width = max(LEAST // self.columns, min(room // self.columns, WIDEST))
        wide, tall = self.pages.leaves[0].size if self.pages.leaves else (1.0, 1.414)
        if self.zoom == FIT_PAGE:
            width = min(width, max(160, round((self.viewport().height() - 2 * GAP) * wide / tall)))
        elif self.zoom:
            width = round(wide * POINT * self.zoom / 100)
        self.paper.arrange(width, self.columns)

    def _return(self, place: Place) -> None:
        same = [n for n, leaf in enumerate(self._shown) if leaf.section == place.section]
        if not same:
            return
        number = next((n for n in same if self._shown[n].page == place.page), same[-1])
        box = self.paper.boxes[number]
        self.verticalScrollBar().setValue(round(box.y() + place.part * box.height()))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Fits the pages to the panel."""
        super().resizeEvent(event)
        self.renew()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Turns whole pages."""
        step = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.go(self.number + step)

    def go(self, number: int) -> None:
        """Shows a page from its top."""
        if self.paper.boxes:
            box = self.paper.boxes[max(0, min(number, len(self.paper.boxes) - 1))]
            self.verticalScrollBar().setValue(box.y() - GAP // 2)

    def reveal(self, number: int, place: QRectF) -> None:
        """Brings a place of a page into sight, a third down, unless it is there already."""
        if not 0 <= number < len(self.paper.boxes):
            return
        box, leaf = self.paper.boxes[number], self.pages.leaves[number]
        top = box.y() + place.y() * box.width() / leaf.size[0]
        here, tall = self.verticalScrollBar().value(), self.viewport().height()
        if not here + GAP <= top <= here + tall - 3 * GAP:
            self.verticalScrollBar().setValue(round(top - tall / 3))
        left = box.x() + place.x() * box.width() / leaf.size[0]
        self.ensureVisible(round(left), self.verticalScrollBar().value() + tall // 2, 40, 0)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Changes the zoom while Ctrl is held."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoomed.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def show_section(self, section: str) -> None:
        """Shows the first page of a section, unless some of it is in sight."""
        pages = [n for n, leaf in enumerate(self._shown) if leaf.section.partition(":")[0] == section]
        if pages and self.number not in pages:
            self.go(pages[0])

    def set_zoom(self, zoom: int, columns: int = 1) -> None:
        """Shows pages at a zoom in per cent, 0 to fit the panel, one or two side by side."""
        self.zoom, self.columns = zoom, columns
        self.renew()
