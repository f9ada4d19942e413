"""A document type as a small drawn page: where its heads, tables, drawings and marks fall."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from briefer.desktop import theme
from briefer.model.pack import Template

RATIO = 2
"""Drawn at twice its size, so that it is sharp on most screens."""
LEFT, RIGHT, TOP, FOOT = 0.12, 0.88, 0.2, 0.92
"""Shares of the page: its margins, and where the text begins under the title."""


class _Pen:
    """Draws blocks one under another, in shares of a page."""

    def __init__(self, painter: QPainter, width: float, tall: float) -> None:
        light = theme.THEMES["light"]
        self.painter, self.width, self.tall, self.y = painter, width, tall, TOP
        self.ink, self.accent = theme.colour_of(light, "text"), theme.colour_of(light, "accent")
        self.faint = QColor(theme.mix(light.edge, light.paper, 55))

    def bar(self, x: float, y: float, wide: float, high: float, colour: QColor) -> None:
        """Fills a bar."""
        self.painter.fillRect(QRectF(x * self.width, y * self.tall, wide * self.width, high), colour)

    def lines(self, count: int = 3) -> None:
        """A paragraph."""
        for number in range(count):
            self.bar(LEFT, self.y + number * 0.04, 0.76 if number < count - 1 else 0.5, 2, self.faint)
        self.y += count * 0.04 + 0.03

    def head(self) -> None:
        """A heading over a paragraph."""
        self.bar(LEFT, self.y, 0.4, 2.6, self.accent)
        self.y += 0.05
        self.lines(2)

    def boxes(self) -> None:
        """Three options side by side."""
        self.painter.setPen(self.ink)
        for number in range(3):
            x = LEFT + number * 0.27
            self.painter.drawRect(QRectF(x * self.width, self.y * self.tall, 0.22 * self.width, 0.16 * self.tall))
            self.bar(x + 0.04, self.y + 0.03, 0.1, 2.4, self.accent)
        self.y += 0.21

    def grid(self) -> None:
        """A matrix."""
        for row in range(4):
            for column in range(5):
                colour = self.accent if (row * 3 + column * 2) % 5 == 0 else self.faint
                if colour is self.accent or (row + column) % 3:
                    self.bar(LEFT + column * 0.155, self.y + row * 0.05, 0.13, 0.036 * self.tall, colour)
        self.y += 0.23

    def table(self) -> None:
        """A table with marks at the left."""
        for number in range(4):
            self.bar(LEFT, self.y + number * 0.045, 0.05, 3, self.ink)
            self.bar(LEFT + 0.1, self.y + number * 0.045, 0.66, 2, self.faint)
        self.y += 0.21

    def tree(self) -> None:
        """Owners over what they hold."""
        self.painter.setPen(self.ink)
        self.painter.setBrush(QColor(theme.THEMES["light"].paper))
        middle = (0.5, self.y + 0.03)
        ends = ((0.28, self.y + 0.14), (0.72, self.y + 0.14))
        for x, y in ends:
            self.painter.drawLine(self._at(*middle), self._at(x, y))
        for x, y in (middle, *ends):
            self.painter.drawRect(QRectF(x * self.width - 8, y * self.tall - 4, 16, 9))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.y += 0.21

    def axis(self) -> None:
        """A line of time."""
        self.painter.setPen(self.ink)
        x = LEFT + 0.04
        self.painter.drawLine(self._at(x, self.y), self._at(x, self.y + 0.16))
        for number in range(4):
            self.bar(x - 0.02, self.y + number * 0.048, 0.05, 3, self.ink)
            self.bar(x + 0.1, self.y + number * 0.048, 0.5, 2, self.faint)
        self.y += 0.2

    def _at(self, x: float, y: float) -> QPointF:
        return QPointF(x * self.width, y * self.tall)


SHAPES: dict[str, Callable[[_Pen], None]] = {
    "bottom-line": _Pen.head,
    "decision": _Pen.lines,
    "options": _Pen.boxes,
    "relief": _Pen.table,
    "in-force": _Pen.table,
    "positions": _Pen.grid,
    "ownership": _Pen.tree,
    "timeline": _Pen.axis,
    "entity-sheets": _Pen.table,
    "risks": _Pen.head,
    "text": _Pen.lines,
}


def sketch(template: Template | None, width: int = 72) -> QPixmap:
    """Draws a document type as a small page, its sections in their order as far as they fit."""
    tall = round(width * 1.414)
    shown = QPixmap(width * RATIO, tall * RATIO)
    shown.setDevicePixelRatio(RATIO)
    shown.fill(theme.colour("paper"))
    painter = QPainter(shown)
    pen = _Pen(painter, width, tall)
    pen.bar(LEFT, 0.1, 0.5, 4, pen.ink)
    kinds = [each.kind for each in template.sections if each.include] if template else []
    for kind in dict.fromkeys((*(kind for kind in kinds if kind in SHAPES), "text")):
        if pen.y > FOOT - 0.2:
            break
        SHAPES[kind](pen)
    painter.setPen(theme.colour_of(theme.THEMES["light"], "edge"))
    painter.drawRect(QRectF(0.5, 0.5, width - 1, tall - 1))
    painter.end()
    return shown
