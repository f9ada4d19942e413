"""Positions, issues, sources and lists of the library as tables that narrow as one types."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLineEdit, QTableView, QWidget

from briefer.desktop import icons
from briefer.desktop.cells import DRAWN, Cells, Drawn, Lines, Plain, Score
from briefer.desktop.parts import box, button, column, empty, host, named, row, text
from briefer.desktop.work import Work
from briefer.model.answers import ListRow
from briefer.model.facts import PartialDate
from briefer.model.policy import Issue, Position, Source

Index = QModelIndex | QPersistentModelIndex
STANCES = {
    -2: "against easing",
    -1: "leans against",
    0: "depends",
    1: "leans to easing",
    2: "for easing",
    None: "unclear",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """One row: what is drawn first, a day, and all its words for narrowing and for speech."""

    id: str
    lines: Lines
    day: str
    words: str


def _day(day: PartialDate | None) -> str:
    return day.text if day else ""


def _position(each: Position) -> Shown:
    said = each.paraphrase or each.translation or each.quote
    lines = Lines(f"{each.holder}: {STANCES[each.stance]}", said, "position")
    words = f"{each.holder}, {each.issue}, {STANCES[each.stance]}, {_day(each.said_on)}. {said} {each.quote}"
    return Shown(each.id, lines, _day(each.said_on or each.reported_on), words)


def _issue(each: Issue) -> Shown:
    return Shown(each.id, Lines(each.title, each.proposition, "list"), "", f"{each.title}. {each.proposition}")


def _source(each: Source) -> Shown:
    about = " · ".join(filter(None, (f"@{each.id}", each.publisher, each.grade)))
    return Shown(each.id, Lines(each.title, about, "source"), _day(each.date), f"{each.title}. {about} {each.kind}")


def _list(each: ListRow) -> Shown:
    about = f"{each.entities:,} entities · {each.sha256[:12]}"
    day = each.published.isoformat() if each.published else "undated"
    return Shown(each.list, Lines(each.title, about, "library"), day, f"{each.title}, {each.list}, {day}. {about}")


@dataclass(frozen=True, slots=True)
class Kind:
    """A tab: its title, which of the desk's verbs answers it, how a row is shown, and the group of picks."""

    title: str
    verb: str
    show: Callable[[Any], Shown]
    group: str
    nothing: str


KINDS = (
    Kind(
        "Positions", "positions", _position, "positions", "Import a table of positions, and who holds what shows here."
    ),
    Kind("Issues", "issues", _issue, "issues", "Import a table of issues: the questions that positions answer."),
    Kind("Sources", "sources", _source, "", "Import a table of sources, to be cited with @ in the text."),
    Kind("Lists", "lists", _list, "", "Import a published sanctions list."),
)


class Rows(QAbstractTableModel):
    """The rows of one tab."""

    HEADS = ("What", "Date", "")

    def __init__(self, work: Work, group: str, parent: QObject) -> None:
        super().__init__(parent)
        self._work, self._group = work, group
        self.rows: tuple[Shown, ...] = ()
        work.changed.connect(self.redraw)

    def set(self, rows: tuple[Shown, ...]) -> None:
        """Shows other rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def redraw(self) -> None:
        """Draws the ticks anew."""
        if self.rows:
            self.dataChanged.emit(self.index(0, 2), self.index(len(self.rows) - 1, 2))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """One a row."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """What, date, whether it is in the pack."""
        return 0 if parent.isValid() else len(self.HEADS)

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802
        """The heads."""
        return self.HEADS[section] if role == Qt.ItemDataRole.DisplayRole and way == Qt.Orientation.Horizontal else None

    def picked(self, id: str) -> bool:
        """Whether a row is in the pack."""
        return bool(self._group) and self._work.is_open and id in getattr(self._work.pack, self._group)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Gives what is drawn, what is sorted and narrowed by, or the same in words."""
        shown = self.rows[index.row()]
        picked = self.picked(shown.id)
        cells: tuple[Drawn, ...] = (shown.lines, Plain(shown.day, muted=True), Score(0, picked))
        words = (shown.words, shown.day, "In this pack" if picked else "")[index.column()]
        if role == DRAWN:
            return cells[index.column()]
        if role == Qt.ItemDataRole.UserRole:
            return (shown.lines.first.casefold(), shown.day, str(not picked))[index.column()]
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.WhatsThisRole):
            return words
        return None


class Table(QTableView):
    """A table of rows with two lines; Space is handed on."""

    def __init__(self, name: str, about: str, does: Callable[[], object]) -> None:
        super().__init__()
        named(self, name, about)
        self._does = does
        self.setItemDelegate(Cells(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.setProperty("flat", "true")
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(44)
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        head.setMinimumSectionSize(20)

    def stretch(self, wide: int, widths: dict[int, int]) -> None:
        """Gives one column the room that the others leave."""
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)
        for at, width in widths.items():
            self.setColumnWidth(at, width)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Space adds to the pack or takes out of it."""
        if event.key() == Qt.Key.Key_Space:
            self._does()
        else:
            super().keyPressEvent(event)


class StatementsTab(QWidget):
    """One tab: a line to narrow with, the table, and what can be done with what is chosen."""

    def __init__(self, work: Work, kind: Kind) -> None:
        super().__init__()
        self.work, self.kind = work, kind
        self.search = named(QLineEdit(), f"Search {kind.title.lower()}", "All words have to fit")
        self.search.setPlaceholderText(f"Search {kind.title.lower()}")
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icons.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.model = Rows(work, kind.group, self)
        self.proxy = Narrowed(self)
        self.proxy.setSourceModel(self.model)
        self.proxy.setSortRole(Qt.ItemDataRole.UserRole)
        self.view = Table(kind.title, "Space adds the row to the pack", self.toggle)
        self.view.setModel(self.proxy)
        self.view.setSortingEnabled(True)
        self.view.stretch(0, {1: 92, 2: 30})
        self.said = text("", "muted")
        self.add = button("Add to pack", self.toggle, tip="Space")
        self.foot = box(row((self.said, 1), self.add, margin=(8, 6, 8, 6)), "foot")
        self.nothing = empty("library", f"No {kind.title.lower()} yet", kind.nothing)
        self.setLayout(
            column(host(row(self.search, margin=(8, 8, 8, 6))), (self.view, 1), (self.nothing, 1), self.foot, gap=0)
        )
        self.search.textChanged.connect(self._narrow)
        self.view.selectionModel().selectionChanged.connect(lambda *_each: self.say())
        for signal in (work.changed, work.opened, work.closed):
            signal.connect(self.say)
        self.add.setVisible(bool(kind.group))

    def load(self) -> None:
        """Reads the rows."""
        verb, show = getattr(self.work.desk, self.kind.verb), self.kind.show
        self.work.tasks.run(lambda: tuple(map(show, verb())), self._fill, only=self.kind.verb)

    def _fill(self, rows: tuple[Shown, ...]) -> None:
        self.model.set(rows)
        for part in (self.view, self.search, self.foot):
            part.setVisible(bool(rows))
        self.nothing.setVisible(not rows)
        self.say()

    def _narrow(self, typed: str) -> None:
        self.proxy.narrow(tuple(typed.casefold().split()))
        self.say()

    def chosen(self) -> list[str]:
        """Gives the ids of the rows that are chosen."""
        rows = self.view.selectionModel().selectedRows()
        return [self.model.rows[self.proxy.mapToSource(index).row()].id for index in rows]

    def say(self) -> None:
        """Says what is chosen and what can be done with it."""
        chosen = self.chosen()
        there = [id for id in chosen if self.model.picked(id)]
        whole = f"{self.proxy.rowCount():,} of {len(self.model.rows):,}"
        self.said.setText(f"{len(chosen)} selected" if chosen else whole)
        self.add.setEnabled(bool(chosen) and self.work.is_open)
        self.add.setText("Remove" if chosen and len(there) == len(chosen) else "Add to pack")

    def toggle(self) -> None:
        """Adds what is chosen, or takes it out where all of it is in."""
        chosen = self.chosen()
        if not (chosen and self.kind.group and self.work.is_open):
            return
        if all(map(self.model.picked, chosen)):
            self.work.drop(self.kind.group, chosen)
        else:
            self.work.pick(self.kind.group, chosen)


class Narrowed(QSortFilterProxyModel):
    """Lets through the rows that hold all the words."""

    words: tuple[str, ...] = ()

    def narrow(self, words: tuple[str, ...]) -> None:
        """Asks for other words."""
        self.beginFilterChange()
        self.words = words
        self.endFilterChange()

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:  # noqa: N802
        """Whether a row holds all the words."""
        model = self.sourceModel()
        said = str(model.data(model.index(row, 0, parent), Qt.ItemDataRole.WhatsThisRole)).casefold()
        return all(word in said for word in self.words)
