"""What changed in one list between two days, field by field, and whether the source, the reading or the format did."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from sqlalchemy import Connection, and_, func, select

from briefer.language import _, all_of, mark, ngettext
from briefer.library.bodies import RECORDS
from briefer.library.carried import by_source
from briefer.library.differences import DETAILS, said
from briefer.library.history import stand_in_note
from briefer.library.merge import plain
from briefer.library.reading import chunks
from briefer.library.tables import AnyRow, entity, member, record, snapshot, version
from briefer.model.answers import FieldChange, ListChanges, Standing
from briefer.model.errors import BadCall
from briefer.model.facts import EntityRecord

_SAME = mark("The snapshot of {day} answers for both days, so there is nothing to compare; no other day is held.")
_SAME_OF_MORE = mark(
    "The snapshot of {day} answers for both days, so there is nothing to compare; others are held of {days}."
)
_ONLY = mark("Only one snapshot of {list} is held, so there is nothing to compare it with; import another.")
_ONLY_WHOLE = mark("Only one whole snapshot of {list} is held, so there is nothing to compare it with; import another.")


def changes(
    connection: Connection, list_: str, since: date | None, until: date | None, only: Collection[str] | None = None
) -> ListChanges:
    """Compares the snapshots that answer for two days; by default the last two publications.

    With `only` of these entities alone. Excerpts are left out wherever whole states are held. BadCall for a list that
    is not held, or days in the wrong order.
    """
    held, excerpts = _whole(_held(connection, list_))
    if since and until and since > until:
        raise BadCall(_("The days are in the wrong order: {since} is after {until}.", since=since, until=until))
    new, later_new = _standing(held, until)
    base, later_old = _standing(held, since) if since else (_before(held, new), False)
    old = next(row for row in held if row.sha256 == base.sha256 and row.published == base.published)
    notes = [
        stand_in_note(list_, day, row.published)
        for day, row, later in ((since, old, later_old), (until, new, later_new))
        if later
    ]
    stands_in = dict.fromkeys(notes) or [_alone(held, old, new, excerpts)]
    added, removed = (_ids(connection, one, other, only) for one, other in ((new, old), (old, new)))
    differences = tuple(_changed(connection, old, base, new, only))
    return ListChanges(
        list=list_,
        from_=_day(old),
        to=_day(new),
        added=added,
        removed=removed,
        changed=differences,
        from_snapshot=old.id,
        to_snapshot=new.id,
        note=" ".join(filter(None, (*stands_in, *_left_out(excerpts, old, until)))),
        captions=_captions(connection, tuple(dict.fromkeys((*added, *removed, *(each.id for each in differences))))),
        compared=old.id != new.id,
    )


def _whole(held: list[AnyRow]) -> tuple[list[AnyRow], list[AnyRow]]:
    """The states of a list that can be compared, and the excerpts that are left out."""
    whole = [row for row in held if not row.partial]
    return (whole, [row for row in held if row.partial]) if whole else (held, [])


def _left_out(excerpts: list[AnyRow], old: AnyRow, until: date | None) -> Iterator[str]:
    """Names the excerpts that stand by the day asked for and after the older state."""
    newer = (row for row in excerpts if row.ordering > old.ordering)
    ids = [row.id for row in newer if until is None or row.ordering[:10] <= until.isoformat()]
    if ids:
        yield ngettext(
            "{ids} is not compared: what an excerpt brings or leaves out is not the publisher’s change; "
            "`briefer import` its list whole.",
            "{ids} are not compared: what an excerpt brings or leaves out is not the publisher’s change; "
            "`briefer import` its list whole.",
            len(ids),
            ids=all_of(ids),
        )


def _alone(held: list[AnyRow], old: AnyRow, new: AnyRow, excerpts: list[AnyRow]) -> str:
    """Says why nothing was compared, and from which day on something can be; empty where it was."""
    if len(held) == 1:
        return _(_ONLY_WHOLE if excerpts else _ONLY, list=new.list)
    if old.id != new.id:
        return ""
    day = new.published or _("no stated date")
    others = dict.fromkeys(row.published or _("no stated date") for row in held if row.published != new.published)
    return _(_SAME_OF_MORE if others else _SAME, day=day, days=", ".join(others))


def standings(connection: Connection, as_of: date) -> tuple[Standing, ...]:
    """Which snapshot of each list answers for a day, and a sentence where that is not one of or before the day."""
    lists = connection.execute(select(snapshot.c.list).distinct().order_by(snapshot.c.list)).scalars().all()
    found = ((list_, *_standing(_held(connection, list_), as_of)) for list_ in lists)
    return tuple(
        Standing(
            list=list_,
            as_of=as_of,
            basis="later list" if later else "list",
            snapshot=row.id,
            published=_day(row),
            message=stand_in_note(list_, as_of, row.published) if later else "",
        )
        for list_, row, later in found
    )


def _held(connection: Connection, list_: str) -> list[AnyRow]:
    """The snapshots of a list, the oldest first."""
    rows = connection.execute(select(snapshot).where(snapshot.c.list == list_).order_by(snapshot.c.ordering)).all()
    if rows:
        return list(rows)
    known = ", ".join(connection.execute(select(snapshot.c.list).distinct().order_by(snapshot.c.list)).scalars())
    if known:
        raise BadCall(_("The library holds no list “{list}”; it holds {lists}.", list=list_, lists=known))
    raise BadCall(
        _("The library holds no list “{list}”; it holds no list; import one with briefer import FILE.", list=list_)
    )


def _standing(held: list[AnyRow], day: date | None) -> tuple[AnyRow, bool]:
    """The newest snapshot by the day, else the oldest one, which is later; one that states its date before others."""
    by = [row for row in held if day is None or row.ordering[:10] <= day.isoformat()]
    return (by[-1], False) if by else (next((row for row in held if row.published), held[0]), True)


def _before(held: list[AnyRow], new: AnyRow) -> AnyRow:
    """The snapshot of the publication before this one; where there is none, its own first reading."""
    others = [
        row
        for row in held
        if row.ordering < new.ordering and (row.sha256, row.published) != (new.sha256, new.published)
    ]
    return others[-1] if others else new


def _day(row: AnyRow) -> date | None:
    return date.fromisoformat(row.published) if row.published else None


def _ids(connection: Connection, one: AnyRow, other: AnyRow, only: Collection[str] | None) -> tuple[str, ...]:
    """The entities that one snapshot holds and the other does not."""
    there = select(member.c.record).where(member.c.snapshot == other.number)
    rows = connection.execute(
        select(record.c.entity)
        .join(member, member.c.record == record.c.number)
        .where(member.c.snapshot == one.number, member.c.record.not_in(there))
        .order_by(record.c.entity)
    )
    return tuple(id for id in rows.scalars() if only is None or id in only)


def _captions(connection: Connection, ids: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    found: dict[str, str] = {}
    for some in chunks(ids):
        rows = connection.execute(select(entity.c.id, entity.c.caption).where(entity.c.id.in_(some)))
        found |= {row.id: row.caption for row in rows}
    return tuple((id, found[id]) for id in ids if id in found)


def _changed(
    connection: Connection, old: AnyRow, base: AnyRow, new: AnyRow, only: Collection[str] | None
) -> Iterator[FieldChange]:
    """The differences of each record that both hold; `base` is the newest reading of the older bytes."""
    first, middle, last = (member.alias(each) for each in ("first", "middle", "last"))
    rows = connection.execute(
        select(record.c.entity, first.c.version, func.coalesce(middle.c.version, first.c.version), last.c.version)
        .join(first, first.c.record == record.c.number)
        .join(last, and_(last.c.record == first.c.record, last.c.snapshot == new.number))
        .outerjoin(middle, and_(middle.c.record == first.c.record, middle.c.snapshot == base.number))
        .where(first.c.snapshot == old.number, first.c.version != last.c.version)
        .order_by(record.c.entity)
    ).all()
    for some in chunks([row for row in rows if only is None or row.entity in only]):
        records = _records(connection, {number for row in some for number in row[1:]})
        for id, *numbers in some:
            yield from _differences(id, [records[number] for number in numbers], base, new)


def _records(connection: Connection, numbers: set[int]) -> dict[int, EntityRecord]:
    found: dict[int, EntityRecord] = {}
    for some in chunks(sorted(numbers)):
        rows: Any = connection.execute(select(version.c.number, version.c.body).where(version.c.number.in_(some)))
        found |= {row.number: plain(RECORDS.decode(row.body)) for row in rows}
    return found


def _differences(id: str, states: list[EntityRecord], base: AnyRow, new: AnyRow) -> Iterator[FieldChange]:
    """The fields that differ, each with its cause; where no field does, that the record does in some detail."""
    before, between, after = map(said, states)
    other_format = base.format != new.format
    told = by_source(states[1], states[2], (base.format, new.format)) if other_format else frozenset()
    fields = [field for field in dict.fromkeys((*before, *after)) if before.get(field, "") != after.get(field, "")]
    for field in fields:
        reading = between.get(field, "") == after.get(field, "")
        cause = _cause(base, new, reading=reading, told=field in told)
        yield FieldChange(id=id, field=field, old=before.get(field, ""), new=after.get(field, ""), cause=cause)
    if not fields:
        was, now = (f"{len(state.values)} values" for state in (states[0], states[2]))
        cause = _cause(base, new, reading=states[1] == states[2], told=False)
        yield FieldChange(id=id, field=DETAILS, old=was, new=f"{now}, which say the same words", cause=cause)


def _cause(base: AnyRow, new: AnyRow, *, reading: bool, told: bool) -> str:
    if reading or base.sha256 == new.sha256:
        return "reading"
    return "source" if base.format == new.format or told else "format"
