"""Entities as the lists state them on a day, from the versions that the snapshots hold."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, select

from briefer.library.across import together
from briefer.library.bodies import RECORDS
from briefer.library.earlier import earlier, filled
from briefer.library.history import History
from briefer.library.merge import Part, cited, merged, stated_links
from briefer.library.tables import AnyRow, link, member, record, version
from briefer.model.facts import Entity, Link

AT_ONCE = 400  # ids in one statement; SQLite takes 32,766 parameters, older builds 999


def entities(connection: Connection, ids: Iterable[str], as_of: date | None, day: date) -> tuple[Entity, ...]:
    """The entities of these ids that are known on the day, in the order asked for."""
    wanted = tuple(dict.fromkeys(ids))
    history = History(connection, as_of)
    known: dict[str, Entity] = {}
    for some in chunks(wanted):
        said = _parts(connection, history, record.c.entity.in_(some))
        parts = together(connection, history, said)
        links = _links(connection, history, tuple(parts))
        known |= {id: merged(said, links[id], day, as_of) for id, said in parts.items()}
    return tuple(known[id] for id in wanted if id in known)


def chunks(items: Sequence[Any]) -> Iterator[Sequence[Any]]:
    """Cuts a sequence into pieces that fit into one statement."""
    return (items[start : start + AT_ONCE] for start in range(0, len(items), AT_ONCE))


def _parts(connection: Connection, history: History, which: ColumnElement[bool]) -> dict[str, list[Part]]:
    """The version of each record that holds on the day, by entity."""
    rows = connection.execute(
        select(record.c.entity, record.c.list, record.c.number, member.c.snapshot, member.c.version)
        .join(member, member.c.record == record.c.number)
        .where(which)
        .order_by(record.c.list)
    )
    states: dict[int, list[AnyRow]] = defaultdict(list)
    for row in rows:
        states[row.number].append(row)
    held = {(row.number, row.snapshot): row.version for rows in states.values() for row in rows}
    chosen = [(row, gone) for rows in states.values() for row, gone in _chosen(rows, history)]
    bodies = stored(connection, [row.version for row, _ in chosen])
    before = earlier(connection, history, (row for row, _ in chosen), (row for some in states.values() for row in some))
    parts: dict[str, list[Part]] = defaultdict(list)
    for row, gone in chosen:
        base = history.bases[row.list]
        said = cited(RECORDS.decode(bodies[row.version]), history.numbers)
        if row.number in before:
            said = replace(said, designations=filled(said.designations, row, before[row.number], history))
        origin = history.id[history.origin(row.number, row.snapshot, held)]
        part = Part(record=said, origin=origin, rank=base.ordering, gone=gone, later=base.later)
        parts[row.entity].append(part)
    return parts


def _chosen(states: list[AnyRow], history: History) -> Iterator[tuple[AnyRow, str]]:
    """Picks the state of one record: the base's, else the last before it with words that it is gone."""
    base = history.bases[states[0].list]
    before = [row for row in states if history.ordering[row.snapshot] <= base.ordering]
    if before:
        last = max(before, key=lambda row: history.ordering[row.snapshot])
        yield last, "" if last.snapshot == base.number else base.words()


def stored(connection: Connection, numbers: Sequence[int]) -> dict[int, bytes]:
    """Gives the bodies of versions by their numbers, as they are stored."""
    found: dict[int, bytes] = {}
    for some in chunks(numbers):
        rows = connection.execute(select(version.c.number, version.c.body).where(version.c.number.in_(some)))
        found |= {row.number: row.body for row in rows}
    return found


def _links(connection: Connection, history: History, ids: Sequence[str]) -> dict[str, list[Link]]:
    """The links that other records state about these entities on the day."""
    rows = connection.execute(
        select(version.c.record).join(link, link.c.version == version.c.number).where(link.c.end.in_(ids)).distinct()
    )
    numbers = [row.record for row in rows]
    about: dict[str, list[Link]] = defaultdict(list)
    for some in chunks(numbers):
        for parts in _parts(connection, history, record.c.number.in_(some)).values():
            for stated in (item for part in parts for item in stated_links(part)):
                for end in {stated.subject, stated.object} & set(ids):
                    about[end].append(stated)
    return about
