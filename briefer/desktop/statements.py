"""Positions, issues, sources and lists of the library as tables that narrow as one types."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from briefer.desktop import picking
from briefer.desktop.cells import DRAWN, Drawn, Lines, Plain, Score
from briefer.desktop.facts import STANCES, day
from briefer.desktop.wording import _, short
from briefer.desktop.work import Work
from briefer.model.answers import ListRow
from briefer.model.policy import Issue, Position, Source

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Shown:
    """One row: what is drawn first, a day, what it is sorted by, and all its words for narrowing and for speech."""

    id: str
    lines: Lines
    day: str
    order: str
    words: str
    search: str = ""


def _position(each: Position) -> Shown:
    said = each.paraphrase or each.translation or each.quote
    lines = Lines(f"{each.holder}: {STANCES[each.stance]}", " · ".join(filter(None, (each.issue, said))), "position")
    when = each.said_on or each.reported_on
    words = f"{each.holder}, {each.issue}, {STANCES[each.stance]}, {day(when)}. {said} {each.quote}"
    return _shown(each.id, lines, day(when), when.earliest.isoformat() if when and when.earliest else "", words)


def _issue(each: Issue) -> Shown:
    return _shown(each.id, Lines(each.title, each.proposition, "list"), "", "", f"{each.title}. {each.proposition}")


def _source(each: Source) -> Shown:
    about = " · ".join(filter(None, (f"@{each.id}", each.publisher, each.grade)))
    words = f"{each.title}. {about} {each.kind}"
    order = each.date.earliest.isoformat() if each.date and each.date.earliest else ""
    return _shown(each.id, Lines(each.title, about, "source"), day(each.date), order, words)


def _list(each: ListRow) -> Shown:
    about = _("{count} entities · {hash}").format(count=f"{each.entities:,}", hash=each.sha256[:12])
    when, order = (short(each.published), each.published.isoformat()) if each.published else (_("undated"), "")
    words = f"{each.title}, {each.list}, {when}. {about}"
    return _shown(each.list, Lines(each.title, about, "library"), when, order, words)


def _shown(id: str, lines: Lines, when: str, order: str, words: str) -> Shown:
    return Shown(id, lines, when, order, words, f"{id} {words}".casefold())


@dataclass(frozen=True, slots=True)
class Kind:
    """A tab: its titles, which of the desk's verbs answers it, how a row is shown, and the group of picks.

    `form` says whether its rows can be entered and edited by hand.
    """

    title: str
    search: str
    verb: str
    show: Callable[[Any], Shown]
    group: str
    none: str
    nothing: str
    new: str = ""
    form: bool = False


KINDS = (
    Kind(
        _("Positions"),
        _("Search positions"),
        "positions",
        _position,
        "positions",
        _("No positions yet"),
        _("Enter who holds what, paste an article, or import a table of positions."),
        _("New position…"),
        form=True,
    ),
    Kind(
        _("Issues"),
        _("Search issues"),
        "issues",
        _issue,
        "issues",
        _("No issues yet"),
        _("Enter the questions that positions answer, or import a table of issues."),
        _("New issue…"),
        form=True,
    ),
    Kind(
        _("Sources"),
        _("Search sources"),
        "sources",
        _source,
        "",
        _("No sources yet"),
        _("Enter a source, or import a table of sources, to be cited with @ in the text."),
        _("New source…"),
        form=True,
    ),
    Kind(_("Lists"), _("Search lists"), "lists", _list, "", _("No lists yet"), _("Import a published sanctions list.")),
)


class Rows(QAbstractTableModel):
    """The rows of one tab."""

    HEADS = (_("What"), _("Date"), "")

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
        if role == Qt.ItemDataRole.AccessibleTextRole and section == 2:
            return _("In this pack")
        return self.HEADS[section] if role == Qt.ItemDataRole.DisplayRole and way == Qt.Orientation.Horizontal else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows can be chosen and dragged into the pack, a source into the text."""
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:  # noqa: N802
        """What a drag carries."""
        return [picking.MIMES.get(self._group, "text/plain")]

    def mimeData(self, indexes: Any) -> QMimeData:  # noqa: N802
        """The ids of the rows that are dragged; of sources the citation, for the text."""
        return self.carried(dict.fromkeys(self.rows[index.row()].id for index in indexes))

    def carried(self, ids: Iterable[str]) -> QMimeData:
        """What a drag of some ids carries."""
        data = QMimeData()
        if self._group:
            data.setData(picking.MIMES[self._group], "\n".join(ids).encode())
        else:
            data.setText(f"[{'; '.join(f'@{id}' for id in ids)}]")
        return data

    def picked(self, id: str) -> bool:
        """Whether a row is in the pack."""
        return bool(self._group) and self._work.is_open and id in getattr(self._work.pack, self._group)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Gives what is drawn, what is sorted and narrowed by, or the same in words."""
        shown = self.rows[index.row()]
        picked = self.picked(shown.id)
        cells: tuple[Drawn, ...] = (shown.lines, Plain(shown.day, muted=True), Score(0, picked))
        words = (shown.words, shown.day, _("In this pack") if picked else "")[index.column()]
        if role == DRAWN:
            return cells[index.column()]
        if role == Qt.ItemDataRole.UserRole:
            return (shown.lines.first.casefold(), shown.order, str(not picked))[index.column()]
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return words
        return None


class Narrowed(QSortFilterProxyModel):
    """Lets through the rows that hold all the words."""

    words: tuple[str, ...] = ()

    def narrow(self, words: tuple[str, ...]) -> None:
        """Asks for other words."""
        self.beginFilterChange()
        self.words = words
        self.endFilterChange()

    def filterAcceptsRow(self, row: int, _parent: Index) -> bool:  # noqa: N802
        """Whether a row holds all the words."""
        model = self.sourceModel()
        assert isinstance(model, Rows)
        return all(word in model.rows[row].search for word in self.words)
