"""The derived tables of the newest state, which search reads; an import rebuilds them for what it changed."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, func, or_, select, update

from briefer.library import sqlite
from briefer.library.bodies import Glance, glance
from briefer.library.history import History
from briefer.library.keys import NAMES, initials, key
from briefer.library.reading import AT_ONCE
from briefer.library.rows import Rows, highest, put
from briefer.library.tables import entity, member, name, programme, record, snapshot, trait, version
from briefer.library.traits import traits
from briefer.model.progress import Progress


def settle(connection: Connection, list_: str) -> None:
    """Points every record of a list to its newest version, or to its last one where the list no longer holds it."""
    base = History(connection, None).bases[list_].number
    held = select(member.c.record).where(member.c.snapshot == base)
    connection.execute(
        update(record)
        .where(member.c.snapshot == base, member.c.record == record.c.number)
        .where(or_(record.c.version.is_distinct_from(member.c.version), record.c.gone != 0))
        .values(version=member.c.version, gone=0, stale=1)
    )
    last = (
        select(member.c.version)
        .join(snapshot, snapshot.c.number == member.c.snapshot)
        .where(member.c.record == record.c.number)
        .order_by(snapshot.c.ordering.desc())
        .limit(1)
    )
    _point_gone(connection, (record.c.list == list_) & record.c.number.not_in(held), last.scalar_subquery())


def _point_gone(connection: Connection, which: ColumnElement[bool], last: Any) -> None:
    changed = or_(record.c.gone == 0, record.c.version.is_distinct_from(last))
    connection.execute(update(record).where(which, changed).values(version=last, gone=1, stale=1))


def rebuild(connection: Connection, progress: Progress) -> None:
    """Makes the derived rows anew of every entity that has a stale record."""
    total = connection.execute(select(func.count()).where(record.c.stale == 1)).scalar_one()
    derived = Derived(connection)
    done, last = 0, 0
    while some := _stale(connection, last):
        derived.renew({id for _, id in some})
        done, last = done + len(some), some[-1][0]
        progress("index", done, total)
    connection.execute(update(record).where(record.c.stale == 1).values(stale=0))


def _stale(connection: Connection, after: int) -> Sequence[tuple[int, str]]:
    rows = connection.execute(
        select(record.c.number, record.c.entity)
        .where(record.c.number > after, record.c.stale == 1)
        .order_by(record.c.number)
        .limit(AT_ONCE)
    )
    return [(row.number, row.entity) for row in rows]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """What one list says of an entity, and whether it says so no longer."""

    list: str
    gone: int
    glance: Glance


class Derived:
    """Writes the derived rows of some entities at a time."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._ranks = {list_: base.ordering for list_, base in History(connection, None).bases.items()}
        self._last_name = highest(connection, name.c.number)
        self._last_programme = highest(connection, programme.c.number)

    def renew(self, ids: set[str]) -> None:
        """Forgets what is derived of these entities and derives it again."""
        sqlite.forget_names(self._connection, ids)
        for column in (name.c.entity, programme.c.entity, trait.c.entity, entity.c.id):
            self._connection.execute(delete(column.table).where(column.in_(ids)))
        self._derive(self._glances(ids))

    def add(self, list_: str, bodies: Mapping[str, bytes]) -> None:
        """Derives the rows of entities that the library did not know, of which this one list has a record."""
        self._derive({id: [_Said(list=list_, gone=0, glance=glance(body))] for id, body in bodies.items()})

    def _derive(self, entities: Mapping[str, list["_Said"]]) -> None:
        heads, names, tags, marks = [], [], [], []
        for id, said in entities.items():
            first = said[0].glance
            heads.append((id, first.caption, first.schema))
            short = initials if first.schema != "Person" else _none
            names += [(id, stated, its_key, short(its_key)) for its_key, stated in _names(said)]
            tags += [row for each in said for row in _tags(id, each)]
            marks += [(id, kind, value) for kind, value in _marks(said)]
        self._put(heads, names, tags, marks)

    def _put(self, heads: Rows, names: Rows, tags: Rows, marks: Rows) -> None:
        numbered = [(number, *row) for number, row in enumerate(names, self._last_name + 1)]
        put(self._connection, entity, heads)
        put(self._connection, name, numbered)
        put(self._connection, programme, [(number, *row) for number, row in enumerate(tags, self._last_programme + 1)])
        put(self._connection, trait, marks)
        sqlite.index_names(self._connection, [(row[0], row[3]) for row in numbered])
        sqlite.learn_words(self._connection, {word for row in names for word in row[2].split()})
        self._last_name += len(names)
        self._last_programme += len(tags)

    def _glances(self, ids: set[str]) -> dict[str, list["_Said"]]:
        """What each list says of the entities, the list that gives caption and schema first."""
        rows = self._connection.execute(
            select(record.c.entity, record.c.list, record.c.gone, version.c.body)
            .join(version, version.c.number == record.c.version)
            .where(record.c.entity.in_(ids))
            .order_by(record.c.list)
        ).all()
        said: dict[str, list[_Said]] = defaultdict(list)
        for row in sorted(rows, key=lambda row: (not row.gone, self._ranks[row.list]), reverse=True):
            said[row.entity].append(_Said(list=row.list, gone=row.gone, glance=glance(row.body)))
        return dict(sorted(said.items()))


def _none(_key: str) -> None:
    return None


def _names(said: Sequence[_Said]) -> Iterable[tuple[str, str]]:
    """Each key of an entity's names, with the first name that has it."""
    stated = [value.value for each in said for value in each.glance.values if value.prop in NAMES]
    first: dict[str, str] = {}
    for each in dict.fromkeys((*stated, *(each.glance.caption for each in said))):
        first.setdefault(key(each), each)
    first.pop("", None)
    return first.items()


def _tags(id: str, said: _Said) -> list[tuple[Any, ...]]:
    return [
        (
            id,
            said.list,
            each.regime,
            each.programme,
            each.start.earliest if each.start else None,
            each.until.latest if each.until else None,
            int(bool(said.gone) or (each.ended and not (each.until and each.until.latest))),  # as merge.in_force
        )
        for each in said.glance.designations
    ]


def _marks(said: Sequence[_Said]) -> Iterable[tuple[str, str]]:
    return dict.fromkeys(mark for each in said for mark in traits(each.glance))
