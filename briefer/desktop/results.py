"""The rows of the library: ids in order, rows fetched a hundred at a time, so that any number has a true scrollbar."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt

from briefer.desktop import icons
from briefer.desktop.cells import DRAWN, ClassMark, Drawn, Lines, Plain, Score
from briefer.desktop.wording import _
from briefer.desktop.work import Work
from briefer.model.desk import Found, Match, Row

PAGE = 100
MIME = "application/x-briefer-ids"
HEADS = ("", _("Name and why it matched"), _("Listed"), _("Match"))
ORDERS = {0: "class", 1: "name", 2: "since", 3: "match"}
Index = QModelIndex | QPersistentModelIndex
Class = tuple[str | None, bool]
_NONE = Match()


class Results(QAbstractTableModel):
    """What was found; a cell hands its delegate a value to draw and says the same in words."""

    def __init__(self, work: Work, parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self.found = Found(ids=())
        self._rows: dict[int, Row] = {}
        self._classes: dict[str, Class] = {}
        self._asked: set[int] = set()
        self._picked: frozenset[str] = frozenset()
        for signal in (work.changed, work.opened, work.closed):
            signal.connect(self.redraw)

    def set(self, found: Found) -> None:
        """Shows another answer."""
        self.beginResetModel()
        self.found = found
        self._rows, self._asked, self._classes = {}, set(), {}
        self._take_picks()
        self.endResetModel()

    def _take_picks(self) -> None:
        pack = self._work.pack if self._work.is_open else None
        self._picked = frozenset((*pack.entities, *pack.measures)) if pack else frozenset()

    def redraw(self) -> None:
        """Draws the ticks anew."""
        self._take_picks()
        if self.found.ids:
            self.dataChanged.emit(self.index(0, 3), self.index(len(self.found.ids) - 1, 3))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """As many as were found."""
        return 0 if parent.isValid() else len(self.found.ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """Class, name, listed, match."""
        return 0 if parent.isValid() else len(HEADS)

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802
        """The heads."""
        if way != Qt.Orientation.Horizontal:
            return None
        spoken = (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
        if role in spoken and section == 0:
            return _("Class of relief")
        return HEADS[section] if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows can be chosen and dragged into the pack."""
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:  # noqa: N802
        """What a drag carries."""
        return [MIME]

    def mimeData(self, indexes: Any) -> QMimeData:  # noqa: N802
        """The ids of the rows that are dragged."""
        return carried(dict.fromkeys(self.found.ids[index.row()] for index in indexes))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Gives what is drawn, or the same in words."""
        row = self._row(index.row())
        if role == DRAWN:
            return self._drawn(index, row) if row else Plain("…", muted=True) if index.column() == 1 else None
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._words(index, row) if row else _("Being read")
        return None

    def _row(self, number: int) -> Row | None:
        if number not in self._rows:
            self._fetch(number // PAGE)
        return self._rows.get(number)

    def _fetch(self, page: int) -> None:
        """Asks for a page of rows once; an answer to an older question is not taken."""
        if page in self._asked:
            return
        self._asked.add(page)
        found, start = self.found, page * PAGE
        ids, desk, day = found.ids[start : start + PAGE], self._work.desk, self._work.as_of

        def taken(rows: tuple[Row, ...]) -> None:
            if found is not self.found:
                return
            by_id = {row.id: row for row in rows}
            self._rows |= {start + at: by_id[id] for at, id in enumerate(ids) if id in by_id}
            self._redraw(start, len(ids))
            self._work.tasks.run(lambda: desk.classes(ids, day), classed, only=f"classes {page}")

        def classed(classes: dict[str, Class]) -> None:
            if found is self.found:
                self._classes |= classes
                self._redraw(start, len(ids))

        self._work.tasks.run(lambda: desk.rows(ids) if found is self.found else (), taken)

    def _redraw(self, start: int, count: int) -> None:
        if count:
            self.dataChanged.emit(self.index(start, 0), self.index(start + count - 1, len(HEADS) - 1))

    def match(self, number: int) -> Match:  # type: ignore[override]
        """Gives why a row was found."""
        return self.found.matches[number] if self.found.matches else _NONE

    @property
    def undated(self) -> bool:
        """Whether rows are read and none of them says since when it is listed."""
        return bool(self._rows) and not any(row.since for row in self._rows.values())

    def picked(self, id: str) -> bool:
        """Whether an id is in the pack."""
        return id in self._picked

    def _drawn(self, index: Index, row: Row) -> Drawn:
        match = self.match(index.row())
        tags = row.programmes[0] if row.programmes else _("not listed")
        more = f" +{len(row.programmes) - 1}" if len(row.programmes) > 1 else ""
        klass, contested = self._classes.get(row.id, (None, False))
        second = " · ".join(filter(None, (_why(row, match), f"{tags}{more}")))
        ways: dict[int, Callable[[], Drawn]] = {
            0: lambda: ClassMark(klass, contested),
            1: lambda: Lines(row.caption, second, icons.SCHEMAS.get(row.schema, "company")),
            2: lambda: Plain(row.since[:4], muted=True),
            3: lambda: Score(match.score, self.picked(row.id)),
        }
        return ways[index.column()]()

    def _words(self, index: Index, row: Row) -> str:
        match = self.match(index.row())
        klass, contested = self._classes.get(row.id, (None, False))
        since = row.since or _("a day that is not stated")
        score = _("Match {score} of 100").format(score=match.score) if match.score else _("No name was asked for")
        return (
            icons.class_words(klass, contested),
            " ".join(filter(None, (f"{row.caption}.", _matched(match), _tags(row)))),
            _("Listed since {day}").format(day=since) if row.listed else _("Not listed"),
            _("{score}, in this pack").format(score=score) if self.picked(row.id) else score,
        )[index.column()]


def carried(ids: Any) -> QMimeData:
    """Gives what a drag of some ids carries."""
    data = QMimeData()
    data.setData(MIME, "\n".join(ids).encode())
    return data


def _why(row: Row, match: Match) -> str:
    if not match.why:
        return ""
    other = f"“{match.matched}”, " if match.matched.casefold() != row.caption.casefold() else ""
    return f"{other}{match.why}"


def _matched(match: Match) -> str:
    return _("Matched on {name}: {why}.").format(name=match.matched, why=match.why) if match.why else ""


def _tags(row: Row) -> str:
    return _("Listed under {tags}.").format(tags=", ".join(row.programmes)) if row.programmes else _("Not listed.")
