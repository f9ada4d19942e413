"""The snapshots of each list in the order of their publication, and which one holds on a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from briefer.library.tables import AnyRow, snapshot
from briefer.model.answers import ListRow
from briefer.model.facts import Snapshot

_FIELDS = tuple(snapshot.c[name] for name in Snapshot.__dataclass_fields__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """The snapshot of one list that holds on the day asked for; `later` where none was published by then."""

    number: int
    list: str
    id: str
    ordering: str
    published: str | None
    later: bool

    def words(self) -> str:
        """Names the state for a note on what it no longer holds."""
        return f"the list of {self.published}" if self.published else "the undated list"


class History:
    """All snapshots of a library as one read sees them, with the base of each list on a day."""

    def __init__(self, connection: Connection, as_of: date | None) -> None:
        columns = (snapshot.c.number, snapshot.c.list, snapshot.c.id, snapshot.c.ordering, snapshot.c.published)
        rows = connection.execute(select(*columns).order_by(snapshot.c.list, snapshot.c.ordering)).all()
        self.id = {row.number: str(row.id) for row in rows}
        self.ordering = {row.number: str(row.ordering) for row in rows}
        self.bases: dict[str, Base] = {}
        for row in rows:
            self._consider(row, as_of.isoformat() if as_of else None)

    def _consider(self, row: AnyRow, by: str | None) -> None:
        later = by is not None and row.ordering[:10] > by
        if row.list not in self.bases or not later:
            self.bases[row.list] = Base(later=later, **row._mapping)


def snapshots(connection: Connection, as_of: date | None, ids: Iterable[str] | None) -> tuple[Snapshot, ...]:
    """The snapshot of each list that holds on the day; with `ids`, those snapshots whatever the day."""
    wanted = tuple(ids) if ids is not None else tuple(base.id for base in History(connection, as_of).bases.values())
    rows = connection.execute(select(*_FIELDS).order_by(snapshot.c.list, snapshot.c.ordering))
    return tuple(_snapshot(row) for row in rows if row.id in wanted)


def list_rows(connection: Connection) -> tuple[ListRow, ...]:
    """Each list at its newest snapshot."""
    return tuple(
        ListRow(
            list=each.list,
            title=each.title,
            published=each.published,
            imported=each.imported,
            sha256=each.sha256,
            entities=each.entities,
        )
        for each in snapshots(connection, None, None)
    )


def _snapshot(row: AnyRow) -> Snapshot:
    said = dict(row._mapping)
    said["published"] = date.fromisoformat(said["published"]) if said["published"] else None
    said["partial"] = bool(said["partial"])
    return Snapshot(**said)
