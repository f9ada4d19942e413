"""What only the analysis views draw in cells: ticks, stances on a scale, the stem of the timeline, marks in a row."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyleOptionViewItem

from briefer.desktop import icons, theme
from briefer.desktop.cells import LEFT, RIGHT, TWO, Cells, ClassMark, Drawn, ink_of, is_chosen, write

STEP = 14
"""Pixels between two marks of the scale of stances."""


@dataclass(frozen=True, slots=True)
class Tick:
    """Whether a pick is in an option: ticked by name, or `covered` without being named."""

    ticked: bool
    covered: bool = False
    able: bool = True


@dataclass(frozen=True, slots=True)
class Stance:
    """Where a holder stands: words, place on the scale (None where unclear), hollow where on terms, the move."""

    words: str
    stance: int | None
    hollow: bool
    moved: int
    day: str


@dataclass(frozen=True, slots=True)
class Blank:
    """Nothing is on record."""

    words: str


@dataclass(frozen=True, slots=True)
class Stem:
    """A piece of the timeline's axis with its mark: filled where it has happened, hollow where it is still to come."""

    icon: str
    past: bool
    first: bool = False
    last: bool = False


@dataclass(frozen=True, slots=True)
class Marks:
    """Several classes of relief side by side."""

    marks: tuple[ClassMark, ...]


@dataclass(frozen=True, slots=True)
class Keyed:
    """A command with where it stands and its keys; faint where it cannot be done now."""

    words: str
    group: str
    keys: str
    able: bool


Shape = Drawn | Keyed | Tick | Stance | Blank | Stem | Marks


class AnalysisCells(Cells):
    """Draws the cells above beside those of every table."""

    def __init__(self, parent: object, height: int = TWO) -> None:
        super().__init__(parent, height)
        more: dict[type, Callable[..., None]] = {
            Keyed: self._keyed,
            Tick: self._tick,
            Stance: self._stance,
            Blank: self._blank,
            Stem: self._stem,
            Marks: self._marks,
        }
        self._ways |= more

    @staticmethod
    def _keyed(painter: QPainter, r: QRect, option: QStyleOptionViewItem, value: Keyed) -> None:
        inner, quiet = r.adjusted(8, 0, -8, 0), QColor(ink_of(option, "muted"))
        painter.setPen(quiet)
        wide = painter.fontMetrics().horizontalAdvance
        room = wide(value.keys) + 16 if value.keys else 0
        words = min(wide(value.words) + 4, inner.width() - room - wide(value.group) - 16)
        write(painter, inner, RIGHT, value.keys)
        write(painter, inner.adjusted(words + 8, 0, -room, 0), LEFT, value.group)
        painter.setPen(QColor(ink_of(option)) if value.able else quiet)
        write(painter, QRect(inner.x(), inner.y(), words, inner.height()), LEFT, value.words)

    @staticmethod
    def _tick(painter: QPainter, r: QRect, option: QStyleOptionViewItem, value: Tick) -> None:
        if not value.able:
            painter.setPen(QColor(ink_of(option, "muted")))
            painter.drawText(r, Qt.AlignmentFlag.AlignCenter, "–")
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(r.center().x() - 7, r.center().y() - 7, 15, 15)
        pen = QPen(QColor(ink_of(option, "text" if value.ticked else "edge")), 1.4)
        if value.covered and not value.ticked:
            pen.setStyle(Qt.PenStyle.DotLine)
        painter.setPen(pen)
        painter.setBrush(QColor(theme.now().base))
        painter.drawRoundedRect(box, 3, 3)
        if value.ticked or value.covered:
            painter.setPen(QPen(QColor(theme.now().text), 1.8 if value.ticked else 1.1))
            shape = (QPointF(3.5, 7.5), QPointF(6.5, 10.8), QPointF(11.5, 4.2))
            painter.drawPolyline(QPolygonF([box.topLeft() + each for each in shape]))

    @staticmethod
    def _stance(painter: QPainter, r: QRect, option: QStyleOptionViewItem, value: Stance) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = QColor(ink_of(option))
        inner = r.adjusted(10, 0, -6, 0)
        y = inner.y() + 34
        if value.stance is not None:
            _scale(painter, inner.x() + 5, y, value, colour, QColor(ink_of(option, "edge")))
        if value.moved:
            name = "rightward" if value.moved > 0 else "leftward"
            painter.drawPixmap(
                inner.x() + 72, y - 8, icons.pixmap(name, "on_select" if is_chosen(option) else "text", 15)
            )
        painter.setPen(colour)
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold if abs(value.stance or 0) == 2 else QFont.Weight.Normal)
        painter.setFont(font)
        write(painter, QRect(inner.x(), inner.y() + 4, inner.width(), 20), LEFT, value.words)
        font.setWeight(QFont.Weight.Normal)
        font.setPointSizeF(font.pointSizeF() * 0.88)
        painter.setFont(font)
        painter.setPen(QColor(ink_of(option, "muted")))
        write(painter, QRect(inner.x() + 88, y - 10, inner.width() - 88, 20), RIGHT, value.day)

    @staticmethod
    def _blank(painter: QPainter, r: QRect, option: QStyleOptionViewItem, value: Blank) -> None:
        painter.setPen(QPen(QColor(ink_of(option, "muted")), 1, Qt.PenStyle.DotLine))
        box = r.adjusted(9, 10, -10, -10)
        painter.drawRoundedRect(box, 3, 3)
        write(painter, box.adjusted(4, 0, -4, 0), Qt.AlignmentFlag.AlignCenter, value.words)

    @staticmethod
    def _stem(painter: QPainter, r: QRect, option: QStyleOptionViewItem, value: Stem) -> None:
        colour = QColor(ink_of(option, "text"))
        x = r.x() + 12
        pen = QPen(QColor(ink_of(option, "edge")), 1.4)
        if not value.past:
            pen.setStyle(Qt.PenStyle.DotLine)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen)
        top = r.center().y() if value.first else r.y()
        painter.drawLine(x, top, x, r.center().y() if value.last else r.bottom() + 1)
        painter.setPen(QPen(colour, 1.4))
        painter.setBrush(colour if value.past else QColor(theme.now().base))
        painter.drawEllipse(QPointF(x, r.center().y()), 4.5, 4.5)
        name = "on_select" if is_chosen(option) else "muted"
        painter.drawPixmap(x + 14, r.center().y() - 8, icons.pixmap(value.icon, name, 16))

    @staticmethod
    def _marks(painter: QPainter, r: QRect, _option: QStyleOptionViewItem, value: Marks) -> None:
        for at, each in enumerate(value.marks):
            box = QRectF(r.x() + 4 + at * 24, r.center().y() - 10, 21, 21)
            icons.paint_class(painter, each.klass, box, each.contested)


def _scale(painter: QPainter, x: int, y: int, value: Stance, colour: QColor, quiet: QColor) -> None:
    """A scale of five marks, the stance on it as an arrowhead away from the middle, or a ring in it."""
    painter.setPen(QPen(quiet, 1.2))
    painter.drawLine(x, y, x + 4 * STEP, y)
    for mark in range(5):
        painter.drawLine(x + mark * STEP, y - 3, x + mark * STEP, y + 3)
    stance = value.stance or 0
    at = QPointF(x + (stance + 2) * STEP, y)
    painter.setPen(QPen(colour, 1.4))
    painter.setBrush(QColor(theme.now().base) if value.hollow else colour)
    side = -1 if stance < 0 else 1
    tip = [QPointF(side * 6, 0), QPointF(-side * 4, -6), QPointF(-side * 4, 6)]
    if stance:
        painter.drawPolygon(QPolygonF([at + each for each in tip]))
    else:
        painter.drawEllipse(at, 5, 5)
