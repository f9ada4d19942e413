"""The one pass over everything the library holds on who is listed under a regime and who holds what."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

import msgspec
from sqlalchemy import Connection, or_, select

from briefer.library.across import together
from briefer.library.bodies import unreadable
from briefer.library.earlier import earlier, filled
from briefer.library.history import Base, History
from briefer.library.merge import Part, cited, merged
from briefer.library.reading import chunks, stored
from briefer.library.tables import AnyRow, entity, link, member, programme, record, version
from briefer.model.errors import LibraryFault
from briefer.model.facts import Designation, Entity, EntityRecord, Link


class _Held(msgspec.Struct):
    """The part of a record that ownership needs; its values are skipped, which makes it four times faster."""

    id: str
    schema: str
    caption: str
    designations: tuple[Designation, ...] = ()
    links: tuple[Link, ...] = ()


_DECODER = msgspec.json.Decoder(_Held)


def holders(connection: Connection, regime: str, as_of: date | None, day: date) -> tuple[Entity, ...]:
    """Everybody with a designation of a regime or with a link, and the other ends of those links, by id.

    They carry designations and links but no values. A link that a record states which its list no longer holds keeps
    no percentage, since nothing says that it still stands.
    """
    history = History(connection, as_of)
    parts = _parts(connection, history, regime)
    found = {id: merged(said, (), day, as_of) for id, said in parts.items()}
    ends = {end for each in found.values() for link in each.links for end in (link.subject, link.object)}
    found |= {each.id: each for each in _bare(connection, sorted(ends - found.keys() - {""}))}
    return tuple(found[id] for id in sorted(found))


def _parts(connection: Connection, history: History, regime: str) -> dict[str, list[Part]]:
    """What each list says, on the day, of those who are designated or linked."""
    tagged = select(programme.c.entity).where(programme.c.regime == regime)
    linked = select(version.c.record).join(link, link.c.version == version.c.number)
    rows = connection.execute(
        select(record.c.entity, record.c.list, record.c.number, member.c.snapshot, member.c.version)
        .join(member, member.c.record == record.c.number)
        .where(or_(record.c.entity.in_(tagged), record.c.number.in_(linked)))
    ).all()
    held = {(row.number, row.snapshot): row.version for row in rows}
    chosen = _latest(rows, history)
    bodies = stored(connection, [row.version for row in chosen])
    before = earlier(connection, history, chosen, rows)
    parts: dict[str, list[Part]] = defaultdict(list)
    for row in chosen:
        base = history.bases[row.list]
        part = _part(bodies[row.version], row, history, base)
        origin = history.id[history.origin(row.number, row.snapshot, held)]
        said = cited(part.record, history.numbers)
        if row.number in before:
            said = replace(said, designations=filled(said.designations, row, before[row.number], history))
        parts[row.entity].append(replace(part, record=said, origin=origin))
    return together(connection, history, parts)


def _latest(rows: Iterable[AnyRow], history: History) -> list[AnyRow]:
    """The last state of each record by the day's snapshot of its list."""
    last: dict[int, AnyRow] = {}
    for row in rows:
        order = history.ordering[row.snapshot]
        if order <= history.bases[row.list].ordering:
            held = last.get(row.number)
            if held is None or order > history.ordering[held.snapshot]:
                last[row.number] = row
    return list(last.values())


def _part(body: bytes, row: AnyRow, history: History, base: Base) -> Part:
    try:
        held = _DECODER.decode(body)
    except msgspec.DecodeError as error:
        raise LibraryFault(unreadable(error)) from error
    gone = row.snapshot != base.number
    said = EntityRecord(
        id=held.id,
        schema=held.schema,
        caption=held.caption,
        designations=held.designations,
        links=tuple(map(_unsure, held.links)) if gone else held.links,
    )
    words = base.words() if gone else ""
    return Part(record=said, origin=history.id[row.snapshot], rank=base.ordering, gone=words, later=base.later)


def _unsure(stated: Link) -> Link:
    return replace(stated, percentage=None, range=None)


def _bare(connection: Connection, ids: list[str]) -> list[Entity]:
    """Those of whom only the name is needed."""
    named: list[Any] = []
    for some in chunks(ids):
        named += connection.execute(select(entity.c.id, entity.c.caption, entity.c.schema).where(entity.c.id.in_(some)))
    return [Entity(id=row.id, schema=row.schema, caption=row.caption) for row in named]
