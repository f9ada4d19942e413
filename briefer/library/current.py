"""The derived tables of the newest state, which search reads; an import rebuilds them for what it changed."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, delete, func, insert, or_, select, update

from briefer.library import sqlite
from briefer.library.bodies import Glance, glance
from briefer.library.history import History
from briefer.library.keys import NAMES, bones, key
from briefer.library.reading import AT_ONCE
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
    ranks = {list_: base.ordering for list_, base in History(connection, None).bases.items()}
    total = connection.execute(select(func.count()).where(record.c.stale == 1)).scalar_one()
    rows = _Rows(connection, ranks)
    done, last = 0, 0
    while some := _stale(connection, last):
        rows.renew({id for _, id in some})
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


class _Rows:
    """Writes the derived rows of some entities at a time."""

    def __init__(self, connection: Connection, ranks: dict[str, str]) -> None:
        self._connection = connection
        self._ranks = ranks
        self._number = connection.execute(select(func.coalesce(func.max(name.c.number), 0))).scalar_one()

    def renew(self, ids: set[str]) -> None:
        """Forgets what is derived of these entities and derives it again."""
        sqlite.forget_names(self._connection, ids)
        for column in (name.c.entity, programme.c.entity, trait.c.entity, entity.c.id):
            self._connection.execute(delete(column.table).where(column.in_(ids)))
        heads, names, tags, marks = [], [], [], []
        for id, said in self._glances(ids).items():
            heads.append({"id": id, "caption": said[0].glance.caption, "schema": said[0].glance.schema})
            names += self._names(id, [each.glance for each in said])
            tags += [row for each in said for row in _tags(id, each)]
            marks += _marks(id, [each.glance for each in said])
        for table, rows in ((entity, heads), (name, names), (programme, tags), (trait, marks)):
            _insert(self._connection, table, rows)
        sqlite.index_names(self._connection, names)
        words = sorted({word for row in names for word in row["key"].split()})
        sqlite.learn_words(self._connection, [{"word": word, "bones": bones(word)} for word in words])

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

    def _names(self, id: str, said: list[Glance]) -> list[dict[str, Any]]:
        stated = [value.value for each in said for value in each.values if value.prop in NAMES]
        keyed = {each: key(each) for each in (*stated, *(each.caption for each in said))}
        first: dict[str, str] = {}
        for each, its_key in keyed.items():
            if its_key:
                first.setdefault(its_key, each)
        return [self._name(id, each, its_key) for its_key, each in first.items()]

    def _name(self, id: str, stated: str, its_key: str) -> dict[str, Any]:
        self._number += 1
        return {"number": self._number, "entity": id, "name": stated, "key": its_key}


def _tags(id: str, said: _Said) -> list[dict[str, Any]]:
    return [
        {
            "entity": id,
            "list": said.list,
            "regime": each.regime,
            "programme": each.programme,
            "start": each.start.earliest if each.start else None,
            "until": each.until.latest if each.until else None,
            "ended": int(each.ended or bool(said.gone)),
        }
        for each in said.glance.designations
    ]


def _marks(id: str, said: list[Glance]) -> list[dict[str, Any]]:
    found = dict.fromkeys(mark for each in said for mark in traits(each))
    return [{"entity": id, "kind": kind, "value": value} for kind, value in found]


def _insert(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(insert(table), rows)
