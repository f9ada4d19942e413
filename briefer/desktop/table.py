"""The table of the library panel and the line over it: rows of two lines, many at once; Space is handed on."""

from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel, QMimeData, Qt, Signal
from PySide6.QtGui import QDrag, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLineEdit, QTableView

from briefer.desktop import icons
from briefer.desktop.cells import TWO, Cells
from briefer.desktop.parts import heads, named

BEGINS = (Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Home)
"""Keys that choose the row that the table stands at where none is chosen."""


class Search(QLineEdit):
    """The line over a table; Down and Enter ask for the first row."""

    entered = Signal()

    def __init__(self, name: str, about: str, hint: str) -> None:
        super().__init__()
        named(self, name, about)
        self.setPlaceholderText(hint)
        self.setClearButtonEnabled(True)
        self.addAction(icons.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.returnPressed.connect(self.entered)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Down leaves the line for the first row."""
        if event.key() == Qt.Key.Key_Down:
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class Table(QTableView):
    """A table of rows with two lines."""

    def __init__(
        self, name: str, about: str, does: Callable[[], object], carries: Callable[[], QMimeData] | None = None
    ) -> None:
        super().__init__()
        named(self, name, about)
        self._does, self._carries = does, carries
        self.setDragEnabled(carries is not None)
        self.setItemDelegate(Cells(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.setProperty("flat", "true")
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(TWO)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        heads(head)
        head.setMinimumSectionSize(20)

    def setModel(self, model: QAbstractItemModel | None) -> None:  # noqa: N802
        """Shows a model. The head does not follow the selection: it would ask every row whether it is chosen."""
        super().setModel(model)
        if model is not None:
            self.horizontalHeader().setSelectionModel(QItemSelectionModel(model, self.horizontalHeader()))

    def startDrag(self, actions: Qt.DropAction) -> None:  # noqa: N802
        """Drags what is chosen, however many rows."""
        if self._carries is not None:
            drag = QDrag(self)
            drag.setMimeData(self._carries())
            drag.exec(actions)

    def stretch(self, wide: int, widths: dict[int, int]) -> None:
        """Gives one column the room that the others leave."""
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)
        for at, width in widths.items():
            self.setColumnWidth(at, width)

    def ranges(self) -> list[tuple[int, int]]:
        """Gives the rows that are chosen as first and last of each run, in order: any number costs the same."""
        runs = sorted({(each.top(), each.bottom()) for each in self.selectionModel().selection().toList()})
        return [(first, last) for first, last in runs if first >= 0]

    def enter(self) -> None:
        """Goes to the first row and chooses it; stays away where there is none."""
        model = self.model()
        if model is not None and model.rowCount():
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.selectRow(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Space adds to the pack or takes out of it; a letter goes to the search, not through the rows."""
        none = event.key() in BEGINS and not self.selectionModel().hasSelection()
        if none:
            self.selectRow(max(0, self.currentIndex().row()))
        if event.key() == Qt.Key.Key_Space:
            self._does()
        elif not none:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:  # noqa: N802
        """Looks for nothing: going through very many rows would stop the window."""
