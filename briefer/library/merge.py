"""What several lists say of one id becomes one entity; every part keeps the snapshot that states it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from briefer.model.facts import GONE, LATER, Absence, Designation, Entity, EntityRecord, Link, PartialDate, Value

T = TypeVar("T")
F = TypeVar("F", Value, Designation, Absence, Link)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One list's version of an entity: `origin` the snapshot it is read from.

    `gone` says from which newer state of the list it is missing, empty where the list still holds it; `later` marks a
    list published only after the day asked for; of two parts the one with the higher `rank` gives caption and schema.
    """

    record: EntityRecord
    origin: str
    rank: str
    gone: str = ""
    later: bool = False


def cited(record: EntityRecord, ids: Mapping[str, str]) -> EntityRecord:
    """The record with the ids of the snapshots whose numbers stand in it since an excerpt was laid over it."""
    return _renamed(record, ids)


def plain(record: EntityRecord) -> EntityRecord:
    """The record without those numbers."""
    return _renamed(record, {})


def _renamed(record: EntityRecord, names: Mapping[str, str]) -> EntityRecord:
    parts = (record.values, record.designations, record.absences, record.links)
    if not any(item.origin for some in parts for item in some):
        return record
    return replace(
        record,
        values=_each_named(record.values, names),
        designations=_each_named(record.designations, names),
        absences=_each_named(record.absences, names),
        links=_each_named(record.links, names),
    )


def _each_named(items: Iterable[F], names: Mapping[str, str]) -> tuple[F, ...]:
    return tuple(replace(item, origin=names.get(item.origin, "")) if item.origin else item for item in items)


def merged(parts: Sequence[Part], links: Iterable[Link], day: date, as_of: date | None) -> Entity:
    """Makes the entity of one id; `links` are those that other records state about it.

    `day` decides what is in force, `as_of` (None for the newest state) what a later list may say.
    """
    ranked = sorted(parts, key=lambda part: (not part.gone, part.rank), reverse=True)
    first = ranked[0].record
    designations = _once(item for part in ranked for item in _designations(part, as_of))
    return Entity(
        id=first.id,
        schema=first.schema,
        caption=first.caption,
        values=_once(_from(item, part) for part in ranked for item in part.record.values),
        designations=designations,
        absences=_once(_from(item, part) for part in ranked for item in part.record.absences),
        links=_once([*(item for part in ranked for item in stated_links(part)), *links]),
        remarks=_once(part.record.remarks for part in ranked if part.record.remarks),
        listed=any(in_force(item, day) for item in designations),
    )


def stated_links(part: Part) -> list[Link]:
    """The links of a part, with their origin."""
    return [_from(item, part) for item in part.record.links]


def _from(item: F, part: Part) -> F:
    """A fact with the snapshot that states it; one that an excerpt was laid over keeps its own."""
    return item if item.origin else replace(item, origin=part.origin)


def in_force(designation: Designation, day: date) -> bool:
    """Whether a designation is in force on a day; one without a known start counts as in force from its row's day."""
    begun = _starts_by(designation, day) and not _row_after(designation, day)
    return not _over(designation) and begun and _runs_to(designation.until, day)


def _over(designation: Designation) -> bool:
    """Whether what is marked as ended has no end of its own to be read against a day."""
    dated = designation.until and designation.until.latest and GONE not in designation.note
    return designation.ended and not dated


def _starts_by(designation: Designation, day: date) -> bool:
    start = designation.start
    return start is None or start.earliest is None or start.earliest <= day


def _row_after(designation: Designation, day: date) -> bool:
    """Whether a list states no start and dates the row only after a day."""
    start, row = designation.start, designation.published
    undated = start is None or start.earliest is None
    return undated and row is not None and row.earliest is not None and row.earliest > day


def _runs_to(until: PartialDate | None, day: date) -> bool:
    return until is None or until.latest is None or until.latest >= day


def _designations(part: Part, as_of: date | None) -> list[Designation]:
    stated = part.record.designations
    if part.later and as_of:
        stated = tuple(item for item in stated if _starts_by(item, as_of))
    return [_noted(item, part) for item in stated]


def _noted(item: Designation, part: Part) -> Designation:
    notes = (item.note, LATER if part.later else "", f"{GONE} {part.gone}" if part.gone else "")
    return replace(_from(item, part), ended=item.ended or bool(part.gone), note="; ".join(filter(None, notes)))


def _once(items: Iterable[T]) -> tuple[T, ...]:
    """Drops what is said twice in the same words from the same origin; the order stays."""
    return tuple(dict.fromkeys(items))
