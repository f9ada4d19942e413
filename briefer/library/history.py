"""The snapshots of each list in the order of their publication, and which one holds on a day.

What states no date ranks before all that does: nobody knows that it is newer.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from sqlalchemy import Connection, func, select, update

from briefer.language import _
from briefer.library.sqlite import each_of
from briefer.library.tables import AnyRow, member, record, snapshot
from briefer.model.answers import ListRow
from briefer.model.facts import Snapshot

_FIELDS = tuple(snapshot.c[name] for name in Snapshot.__dataclass_fields__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """The snapshot of one list that holds on the day asked for; `later` where none was published by then.

    `partial` tells an excerpt.
    """

    number: int
    list: str
    id: str
    ordering: str
    published: str | None
    later: bool
    partial: int = 0

    def words(self) -> str:
        """Names the state for a note on what it no longer holds."""
        return f"the list of {self.published}" if self.published else "the undated list"


class History:
    """All snapshots of a library as one read sees them, with the base of each list on a day."""

    def __init__(self, connection: Connection, as_of: date | None) -> None:
        columns = (snapshot.c.number, snapshot.c.list, snapshot.c.id, snapshot.c.ordering, snapshot.c.published)
        also = (snapshot.c.partial, snapshot.c.format)
        asked = select(*columns, *also).order_by(snapshot.c.list, snapshot.c.ordering)
        rows = connection.execute(asked).all()
        self.id = {row.number: str(row.id) for row in rows}
        self.numbers = {str(number): id for number, id in self.id.items()}
        self._under = {
            row.number: former.number for former, row in pairwise(rows) if row.partial and former.list == row.list
        }
        self.ordering = {row.number: str(row.ordering) for row in rows}
        self.format = {row.number: str(row.format) for row in rows}
        self._former = {row.number: former.number for former, row in pairwise(rows) if former.list == row.list}
        self.bases: dict[str, Base] = {}
        for row in rows:
            self._consider(row, as_of.isoformat() if as_of else None)

    def _consider(self, row: AnyRow, by: str | None) -> None:
        later = by is not None and row.ordering[:10] > by
        former = self.bases.get(row.list)
        stands_in = former is not None and former.later and not former.published and row.published
        if former is None or not later or stands_in:
            said = {name: row._mapping[name] for name in ("number", "list", "id", "ordering", "published", "partial")}
            self.bases[row.list] = Base(later=later, **said)

    def before(self, state: int) -> Iterator[int]:
        """The snapshots of a list before one of its own, the latest first."""
        while state in self._former:
            state = self._former[state]
            yield state

    def origin(self, number: int, state: int, held: Mapping[tuple[int, int], int]) -> int:
        """The snapshot, by number, that states a record as this one holds it; an excerpt carries on what is under it.

        `held` gives the version of a record in a snapshot.
        """
        version = held[number, state]
        while state in self._under and held.get((number, self._under[state])) == version:
            state = self._under[state]
        return state


def ordering(day: date | str, number: int, *, dated: bool) -> str:
    """Gives the text by which the snapshots of a list are sorted; it begins with the day from which one answers."""
    return f"{day} {'dated' if dated else '(undated)'} {number:09}"


def rank(connection: Connection, list_: str) -> None:
    """Ranks the undated snapshots of a list: each answers from its import on, but before every dated one."""
    of_list = snapshot.c.list == list_
    oldest = connection.execute(select(func.min(snapshot.c.published)).where(of_list)).scalar_one()
    columns = (snapshot.c.number, snapshot.c.ordering, snapshot.c.imported)
    for row in connection.execute(select(*columns).where(of_list, snapshot.c.published.is_(None))).all():
        day = min(filter(None, (row.imported[:10], oldest)))
        connection.execute(
            update(snapshot)
            .where(snapshot.c.number == row.number)
            .values(ordering=ordering(day, row.number, dated=False))
        )


def notes(
    connection: Connection, as_of: date, ids: Iterable[str] | None = None, regime: str | None = None
) -> tuple[str, ...]:
    """Says of which lists no snapshot is held for a day, so that the oldest one, which is later, answers.

    With `ids` of the lists that have held these entities, with `regime` of those of a regime as well, else of all.
    """
    wanted = None
    if ids is not None or regime is not None:
        wanted = set(_stating(connection, tuple(ids or ())))
        wanted |= {each.list for each in snapshots(connection, as_of, None) if regime and each.regime in ("", regime)}
    return tuple(
        stand_in_note(base.list, as_of, base.published)
        for base in History(connection, as_of).bases.values()
        if base.later and (wanted is None or base.list in wanted)
    )


def stand_in_note(list_: str, as_of: date | None, oldest: str | None) -> str:
    """Says that no snapshot of a list is held for a day and that the oldest one stands in for it."""
    if oldest is None:
        return _(
            "No snapshot of {list} is held for {day}; the oldest, of no stated date, stands in for it.",
            list=list_,
            day=as_of,
        )
    return _(
        "No snapshot of {list} is held for {day}; the oldest, of {oldest}, stands in for it.",
        list=list_,
        day=as_of,
        oldest=oldest,
    )


def _stating(connection: Connection, ids: tuple[str, ...]) -> Iterable[str]:
    return connection.execute(select(record.c.list).where(record.c.entity.in_(ids)).distinct()).scalars()


def lists_of(connection: Connection, ids: Iterable[str]) -> dict[str, frozenset[str]]:
    """The lists that hold each of these entities, or did."""
    found: dict[str, set[str]] = {}
    asked = select(record.c.entity, record.c.list).where(record.c.entity.in_(each_of(ids)))
    for row in connection.execute(asked):
        found.setdefault(row.entity, set()).add(row.list)
    return {id: frozenset(lists) for id, lists in found.items()}


def held_from(connection: Connection, id: str, after: date) -> tuple[str, str] | None:
    """Names the list that first holds an entity after a day, and the day from which it does; None where none does."""
    row = connection.execute(
        select(snapshot.c.ordering, snapshot.c.list)
        .join(member, member.c.snapshot == snapshot.c.number)
        .join(record, record.c.number == member.c.record)
        .where(record.c.entity == id, snapshot.c.ordering > f"{after}~")
        .order_by(snapshot.c.ordering)
        .limit(1)
    ).first()
    return (row.list, row.ordering[:10]) if row else None


def snapshots(connection: Connection, as_of: date | None, ids: Iterable[str] | None) -> tuple[Snapshot, ...]:
    """The snapshot of each list that holds on the day; with `ids`, those snapshots whatever the day."""
    wanted = tuple(ids) if ids is not None else tuple(base.id for base in History(connection, as_of).bases.values())
    rows = connection.execute(select(*_FIELDS).order_by(snapshot.c.list, snapshot.c.ordering))
    return tuple(_snapshot(row) for row in rows if row.id in wanted)


def list_rows(connection: Connection, *, everything: bool = False) -> tuple[ListRow, ...]:
    """Each list at its newest snapshot, or every snapshot, the oldest of each list first."""
    ids = History(connection, None).id.values() if everything else None
    return tuple(
        ListRow(
            list=each.list,
            title=each.title,
            published=each.published,
            imported=each.imported,
            sha256=each.sha256,
            entities=each.entities,
            partial=each.partial,
            id=each.id,
        )
        for each in snapshots(connection, None, ids)
    )


def _snapshot(row: AnyRow) -> Snapshot:
    said = dict(row._mapping)
    said["published"] = date.fromisoformat(said["published"]) if said["published"] else None
    said["partial"] = bool(said["partial"])
    return Snapshot(**said)
