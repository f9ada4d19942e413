"""What an excerpt adds to the records that its list held before; it takes nothing from them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sqlalchemy import Connection, and_, delete, select, update

from briefer.library.bodies import RECORDS
from briefer.library.history import History
from briefer.library.intake import ends
from briefer.library.merge import F, plain
from briefer.library.reading import chunks
from briefer.library.rows import Rows, highest, put
from briefer.library.tables import AnyRow, link, member, version
from briefer.model.facts import EntityRecord

_OPEN = "LegalEntity"  # the schema of what may be anything that acts


def lay_over(connection: Connection, number: int, former: int) -> None:
    """Makes one record of what an excerpt and the state before it say in other words; both are named by number."""
    new, old = member.alias("new"), member.alias("old")
    pairs = connection.execute(
        select(new.c.record, new.c.version.label("new"), old.c.version.label("old"))
        .join(old, and_(old.c.record == new.c.record, old.c.snapshot == former))
        .where(new.c.snapshot == number, new.c.version != old.c.version)
        .order_by(new.c.record)
    ).all()
    history = History(connection, None)
    for some in chunks(pairs):
        for record, chosen in _laid(connection, some, former, history):
            which = and_(member.c.record == record, member.c.snapshot == number)
            connection.execute(update(member).where(which).values(version=chosen))
        _forget(connection, [row.new for row in some])


def _laid(connection: Connection, pairs: Sequence[AnyRow], former: int, history: History) -> list[tuple[int, int]]:
    """Gives each record, by number, with the version that says what both say; stores those that are new."""
    members = connection.execute(select(member).where(member.c.record.in_([row.record for row in pairs])))
    held = {(row.record, row.snapshot): row.version for row in members}
    said = _bodies(connection, {each for row in pairs for each in (row.old, row.new)})
    known = _known(connection, [row.record for row in pairs])
    last = highest(connection, version.c.number)
    found: list[tuple[int, int]] = []
    versions: Rows = []
    links: Rows = []
    for row in pairs:
        old, new = said[row.old], said[row.new]
        joined = added(old, new, str(history.origin(row.record, former, held)))
        digest, body = RECORDS.encode(joined)
        chosen = row.old if joined is old else known.get((row.record, digest))
        if chosen is None:
            last = chosen = last + 1
            versions.append((chosen, row.record, digest, body))
            links += ends(joined, chosen)
        found.append((row.record, chosen))
    put(connection, version, versions)
    put(connection, link, links)
    return found


def _bodies(connection: Connection, numbers: set[int]) -> dict[int, EntityRecord]:
    rows = connection.execute(select(version.c.number, version.c.body).where(version.c.number.in_(numbers)))
    return {row.number: RECORDS.decode(row.body) for row in rows}


def _known(connection: Connection, records: Sequence[int]) -> dict[tuple[int, bytes], int]:
    """The numbers of the versions held of these records, by record and hash."""
    columns = (version.c.record, version.c.hash, version.c.number)
    rows = connection.execute(select(*columns).where(version.c.record.in_(records)))
    return {(record, digest): number for record, digest, number in rows}


def _forget(connection: Connection, numbers: Sequence[int]) -> None:
    """Deletes those of these versions that no state holds any more."""
    unheld = select(version.c.number).where(
        version.c.number.in_(numbers), ~select(member.c.version).where(_held_by_its_record).exists()
    )
    gone = connection.execute(unheld).scalars().all()
    connection.execute(delete(link).where(link.c.version.in_(gone)))
    connection.execute(delete(version).where(version.c.number.in_(gone)))


_held_by_its_record = and_(member.c.record == version.c.record, member.c.version == version.c.number)


def added(old: EntityRecord, new: EntityRecord, origin: str) -> EntityRecord:
    """Gives the record with what the excerpt says beside it, the old one itself where that is nothing.

    What it held keeps its origin: the number of the snapshot that states it, `origin` where it names none.
    """
    joined = EntityRecord(
        id=old.id,
        schema=old.schema if new.schema == _OPEN else new.schema,
        caption=new.caption,
        values=_both(old.values, new.values, origin),
        designations=_both(old.designations, new.designations, origin),
        absences=_both(old.absences, new.absences, origin),
        links=_both(old.links, new.links, origin),
        remarks=_text(old.remarks, new.remarks),
    )
    return old if plain(joined) == plain(old) else joined


def _both(old: Iterable[F], new: Iterable[F], origin: str) -> tuple[F, ...]:
    held: tuple[F, ...] = tuple(dict.fromkeys(replace(item, origin=item.origin or origin) for item in old))
    said: set[F] = {replace(item, origin="") for item in held}
    return held + tuple(item for item in dict.fromkeys(new) if item not in said)


def _text(old: str, new: str) -> str:
    if new in old:
        return old
    return new if old in new else f"{old}; {new}"
