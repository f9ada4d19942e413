"""Tables of ready-made cells for the analysis views: each cell is drawn, and says the same in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from briefer.desktop.cells import DRAWN, TWO, needed
from briefer.desktop.drawn import AnalysisCells, Shape
from briefer.desktop.parts import heads, named

Index = QModelIndex | QPersistentModelIndex
ROLE = Qt.ItemDataRole
EDGES, ROUND = 20, 4
"""Pixels of a head of a row that are not words, and what the rounding of their widths may add."""
_SPOKEN = (ROLE.AccessibleTextRole, ROLE.ToolTipRole)


@dataclass(frozen=True, slots=True)
class Cell:
    """What one cell draws, and what it says."""

    shape: Shape
    words: str


class Grid(QAbstractTableModel):
    """Rows of cells, each with an id; `side` names the rows where they have heads of their own."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.heads: tuple[str, ...] = ()
        self.tips: tuple[str, ...] = ()
        self.rows: tuple[tuple[Cell, ...], ...] = ()
        self.ids: tuple[str, ...] = ()
        self.side: tuple[str, ...] = ()
        self.side_room: tuple[int, QFontMetrics] | None = None

    def set(
        self,
        heads: Sequence[str],
        rows: Sequence[tuple[Cell, ...]],
        ids: Sequence[str] = (),
        side: Sequence[str] = (),
        tips: Sequence[str] = (),
    ) -> None:
        """Shows other rows."""
        self.beginResetModel()
        self.heads, self.rows, self.ids, self.side = tuple(heads), tuple(rows), tuple(ids), tuple(side)
        self.tips = tuple(tips) or self.heads
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """One a row."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """One a head."""
        return 0 if parent.isValid() else len(self.heads)

    def headerData(self, section: int, way: Qt.Orientation, role: int = ROLE.DisplayRole) -> Any:  # noqa: N802
        """The heads; a short one has its whole name as its tip."""
        across = way == Qt.Orientation.Horizontal
        if role == ROLE.DisplayRole:
            names = self.heads if across else self.side
        elif role in _SPOKEN:
            names = self.tips if across else self.side
        else:
            return None
        name = names[section] if section < len(names) else None
        if name and not across and role == ROLE.DisplayRole and self.side_room:
            room, metrics = self.side_room  # the padding of the sheet is no part of what Qt cuts by
            return metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)
        return name

    def data(self, index: Index, role: int = ROLE.DisplayRole) -> Any:
        """Gives what is drawn, or the same in words."""
        cell = self.rows[index.row()][index.column()]
        if role == DRAWN:
            return cell.shape
        return cell.words if role in _SPOKEN else None


class GridView(QTableView):
    """A table in the house's dress; a digit and Space are told with the cell that is chosen."""

    digit = Signal(int)
    space = Signal()
    chosen = Signal(int, int)

    def __init__(self, name: str, about: str, height: int = TWO, *, cells: bool = False) -> None:
        super().__init__()
        named(self, name, about)
        self.grid = Grid(self)
        self.setModel(self.grid)
        self.setItemDelegate(AnalysisCells(self, height))
        ways = QAbstractItemView.SelectionBehavior
        self.setSelectionBehavior(ways.SelectItems if cells else ways.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(cells)
        self.setProperty("flat", "true")
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        side, head = self.verticalHeader(), self.horizontalHeader()
        side.setVisible(cells)
        side.setDefaultSectionSize(height)
        side.setMinimumSectionSize(height)
        heads(side, head)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.selectionModel().currentChanged.connect(lambda now, _former: self.chosen.emit(now.row(), now.column()))

    def fit(self, widths: Sequence[int]) -> None:
        """Gives the columns their widths, none less than its head: 0 takes what is left, a column of -1 is hidden."""
        head = self.horizontalHeader()
        for at, width in enumerate(widths[: self.grid.columnCount()]):
            self.setColumnHidden(at, width < 0)
            way = QHeaderView.ResizeMode.Stretch if width == 0 else QHeaderView.ResizeMode.Fixed
            head.setSectionResizeMode(at, way)
            if width > 0:
                self.setColumnWidth(at, max(width, self._head(at)))

    def _head(self, at: int) -> int:
        """Gives the width of a head in one line; 0 where heads are broken into lines."""
        head = self.horizontalHeader()
        return 0 if head.defaultAlignment() & Qt.TextFlag.TextWordWrap else head.sectionSizeHint(at)

    def needed(self, at: int) -> int:
        """Gives the width at which nothing in a column is cut."""
        metrics = self.fontMetrics()
        return max((needed(row[at].shape, metrics) for row in self.grid.rows), default=0) or self._head(at)

    def fit_side(self, least: int, most: int) -> None:
        """Gives the heads of the rows the width that they need, within bounds; what is still cut ends in dots."""
        side = self.verticalHeader()
        wide = max((side.fontMetrics().horizontalAdvance(each) for each in self.grid.side), default=0) + EDGES + ROUND
        side.setFixedWidth(max(least, min(most, wide)))
        self.grid.side_room = side.width() - EDGES, side.fontMetrics()

    def fill(self, heads: Sequence[str], rows: Sequence[tuple[Cell, ...]], ids: Sequence[str], **more: Any) -> None:
        """Shows other rows; the cell that was chosen stays chosen where its row is still there."""
        here = self.currentIndex()
        held = self.grid.ids[here.row()] if 0 <= here.row() < len(self.grid.ids) else ""
        at, column = here.column(), self.horizontalScrollBar().value()
        self.grid.set(heads, rows, ids, **more)
        if ids:
            row = self.grid.ids.index(held) if held in self.grid.ids else 0
            self.setCurrentIndex(self.grid.index(row, max(0, min(at, len(heads) - 1))))
        self.horizontalScrollBar().setValue(column)

    def id(self) -> str:
        """Gives the id of the chosen row, empty where none is chosen."""
        row = self.currentIndex().row()
        return self.grid.ids[row] if 0 <= row < len(self.grid.ids) else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Tells digits and Space; the rest goes on to the table."""
        number = event.key() - Qt.Key.Key_0
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if plain and 0 <= number <= 9:
            self.digit.emit(number)
        elif plain and event.key() == Qt.Key.Key_Space:
            self.space.emit()
        else:
            super().keyPressEvent(event)
