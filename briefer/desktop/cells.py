"""What is drawn in the cells of tables and trees: two lines, marks, scores; each cell says the same in words."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from briefer.desktop import icons, theme

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
DRAWN = Qt.ItemDataRole.UserRole + 1
"""The role under which a model hands out one of the values below."""
TWO, ONE = 44, 28
"""The heights of rows with two lines and with one."""


@dataclass(frozen=True, slots=True)
class ClassMark:
    """A class of relief."""

    klass: str | None
    contested: bool = False


@dataclass(frozen=True, slots=True)
class Lines:
    """A name over a quiet second line, with an icon."""

    first: str
    second: str
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Score:
    """A score of 100, and whether the row is in the pack; no score where nothing was searched."""

    score: int
    picked: bool


@dataclass(frozen=True, slots=True)
class Plain:
    """Words in one line, with an icon in one of the theme's colours."""

    words: str
    muted: bool = False
    bold: bool = False
    right: bool = False
    icon: str = ""
    ink: str = "text"


@dataclass(frozen=True, slots=True)
class Counts:
    """How many errors, warnings and notes a section has."""

    errors: int
    warnings: int


Drawn = ClassMark | Lines | Score | Plain | Counts
Index = QModelIndex | QPersistentModelIndex


class Cells(QStyledItemDelegate):
    """Draws the values above; the row that is chosen has a bar at its edge beside its tint."""

    def __init__(self, parent: object, height: int = TWO) -> None:
        super().__init__(parent)  # type: ignore[arg-type]
        self._height = height
        self._ways: dict[type, Callable[..., None]] = {
            ClassMark: self._mark,
            Lines: self._lines,
            Score: self._score,
            Plain: self._plain,
            Counts: self._counts,
        }

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002, N802
        """Gives rows their height."""
        return QSize(80, self._height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draws one cell."""
        self.initStyleOption(option, index)
        painter.save()
        _back(painter, option)
        value = index.data(DRAWN)
        if value is not None:
            self._ways[type(value)](painter, QRect(option.rect), option, value)
        painter.restore()

    @staticmethod
    def _mark(painter: QPainter, r: QRect, _option: QStyleOptionViewItem, value: ClassMark) -> None:
        box = QRectF(r.x() + (r.width() - 22) / 2, r.y() + (r.height() - 22) / 2, 22, 22)
        icons.paint_class(painter, value.klass, box, value.contested)

    @staticmethod
    def _lines(painter: QPainter, r: QRect, option: QStyleOptionViewItem, value: Lines) -> None:
        ink, quiet = ink_of(option), ink_of(option, "muted")
        inner = r.adjusted(8, 0, -4, 0)
        half = r.height() // 2
        if value.icon:
            painter.drawPixmap(
                inner.x(),
                r.y() + (half + 7) // 2 - 8,
                icons.pixmap(value.icon, "on_select" if is_chosen(option) else "muted", 16),
            )
            inner.adjust(22, 0, 0, 0)
        painter.setPen(QColor(ink))
        write(painter, inner.adjusted(0, 4, 0, 3 - half), LEFT, value.first)
        font = QFont(option.font)
        font.setPointSizeF(font.pointSizeF() * 0.9)
        painter.setFont(font)
        painter.setPen(QColor(quiet))
        write(painter, inner.adjusted(0, half, 0, -3), LEFT, value.second)

    @staticmethod
    def _score(painter: QPainter, r: QRect, option: QStyleOptionViewItem, value: Score) -> None:
        ink = ink_of(option)
        if value.score:
            painter.setPen(QColor(ink))
            write(painter, r.adjusted(0, 4, -8, 3 - r.height() // 2), RIGHT, str(value.score))
            bar = QRect(r.right() - 44, r.center().y() + 8, 36, 4)
            painter.fillRect(bar, QColor(theme.mix(ink, theme.now().base, 22)))
            bar.setWidth(round(36 * value.score / 100))
            painter.fillRect(bar, QColor(ink))
        if value.picked:
            tick = icons.pixmap("check", "on_select" if is_chosen(option) else "good", 16)
            painter.drawPixmap(r.x() + 2, r.center().y() - 8, tick)

    @staticmethod
    def _plain(painter: QPainter, r: QRect, option: QStyleOptionViewItem, value: Plain) -> None:
        inner = r.adjusted(6, 0, -6, 0)
        if value.icon:
            ink = "on_select" if is_chosen(option) and not theme.now().tint else value.ink
            painter.drawPixmap(inner.x(), r.center().y() - 7, icons.pixmap(value.icon, ink, 15))
            inner.adjust(20, 0, 0, 0)
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold if value.bold else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(ink_of(option, "muted" if value.muted else value.ink)))
        if inner.width() > 12:
            write(painter, inner, RIGHT if value.right else LEFT, value.words)

    @staticmethod
    def _counts(painter: QPainter, r: QRect, option: QStyleOptionViewItem, value: Counts) -> None:
        x = r.x() + 6
        for count, name in ((value.errors, "error"), (value.warnings, "warning")):
            if count:
                ink = "on_select" if is_chosen(option) and not theme.now().tint else name
                painter.drawPixmap(x, r.center().y() - 7, icons.pixmap(name, ink, 15))
                painter.setPen(QColor(ink_of(option)))
                painter.drawText(QRect(x + 17, r.y(), 20, r.height()), LEFT, str(count))
                x += 32


def write(painter: QPainter, r: QRect, where: Qt.AlignmentFlag, words: str) -> None:
    """Writes words in one line, cut at the end where there is no room."""
    painter.drawText(r, where, painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, r.width()))


def needed(value: object, metrics: QFontMetrics) -> int:
    """Gives the width that a cell of words needs to be read whole; 0 for every other."""
    wide = metrics.horizontalAdvance
    if isinstance(value, Lines):
        return max(wide(value.first), wide(value.second)) + 14 + (22 if value.icon else 0)
    if isinstance(value, Plain):
        return round(wide(value.words) * (1.1 if value.bold else 1)) + 14 + (20 if value.icon else 0)
    return 0


def is_chosen(option: QStyleOptionViewItem) -> bool:
    """Whether the row of a cell is selected."""
    return bool(option.state & QStyle.StateFlag.State_Selected)


def ink_of(option: QStyleOptionViewItem, name: str = "text") -> str:
    """Gives a colour for a cell, one that is readable on the selection where its row is selected."""
    t = theme.now()
    if not is_chosen(option):
        return str(getattr(t, name))
    return t.on_select if name == "text" else theme.mix(t.on_select, t.select, 80)


def _back(painter: QPainter, option: QStyleOptionViewItem) -> None:
    t, rect = theme.now(), option.rect
    if is_chosen(option):
        painter.fillRect(rect, QColor(t.select))
        edge = (QStyleOptionViewItem.ViewItemPosition.Beginning, QStyleOptionViewItem.ViewItemPosition.OnlyOne)
        if option.viewItemPosition in edge:
            bar = QRect(rect.x(), rect.y(), 3, rect.height())
            painter.fillRect(bar, QColor(t.accent if t.tint else t.on_select))
    elif option.features & QStyleOptionViewItem.ViewItemFeature.Alternate:
        painter.fillRect(rect, QColor(t.alternate))
