"""What changed in a pack's facts between two gatherings, field by field."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, replace
from typing import Any

from briefer.language import _
from briefer.library.differences import Fields, said
from briefer.model.answers import FieldChange
from briefer.model.brief import Dossier
from briefer.model.facts import Decided, Entity, EntityRecord, Event, Link, Measure, PartialDate
from briefer.model.policy import Position
from briefer.pack.identity import records


def differences(old: Dossier, new: Dossier) -> tuple[FieldChange, ...]:
    """Gives what differs between two dossiers of one pack; a thing that came or went shows as its field "held".

    Records that are shown as one are compared one by one, so that a decision made or undone shows as such alone.
    """
    shown = {each.id: each.entity for dossier in (old, new) for each in dossier.joined}
    before, after = _fields(old, shown), _fields(new, shown)
    moved = {each.id for each in old.joined} ^ {each.id for each in new.joined}
    return tuple(
        FieldChange(id=id, field=field, old=was, new=now, cause=_cause(field, moved=id in moved))
        for id in dict.fromkeys((*before, *after))
        for field, was, now in _changed(before.get(id, {}), after.get(id, {}))
    )


def _cause(field: str, *, moved: bool) -> str:
    return "decision" if field in DECIDED or (field == HELD and moved) else "source"


def _changed(before: Fields, after: Fields) -> Iterator[tuple[str, str, str]]:
    if not before or not after:
        yield HELD, "yes" if before else "", "yes" if after else ""
        return
    for field in dict.fromkeys((*before, *after)):
        was, now = before.get(field, ""), after.get(field, "")
        if was != now:
            yield field, was, now


def _fields(dossier: Dossier, shown: Mapping[str, str]) -> dict[str, Fields]:
    """Gives the fields of every record and statement; what either dossier joins counts as one where it is named."""
    fields = {
        record.id: _said(record)
        for entity in dossier.entities
        for record in records(entity, dossier.joined, dossier.as_of)
    }
    for entity in dossier.entities:
        fields[entity.id] |= {name: text for name, read in DECIDED.items() if (text := read(dossier, entity.id))}
    fields |= {item.id: _plain(item) for item in dossier.measures}
    groups: tuple[tuple[Position | Event, ...], ...] = (dossier.positions, dossier.events)
    for item in (item for group in groups for item in group):
        ids = tuple(dict.fromkeys(shown.get(id, id) for id in item.entities))
        fields[item.id] = _plain(replace(item, entities=ids))
    return fields


def _joined(dossier: Dossier, id: str) -> str:
    return "; ".join(
        f"{each.id}, {_who(decided)}" for each in dossier.joined if each.entity == id for decided in each.decided
    )


def _possible(dossier: Dossier, id: str) -> str:
    return "; ".join(sorted(each.id for each in dossier.possible if each.entity == id))


def _contradicted(dossier: Dossier, id: str) -> str:
    return "; ".join(
        _("{a} is not {b}, {decided}", a=each.decided.a, b=each.decided.b, decided=_who(each.decided))
        for each in dossier.contradictions
        if id in each.records
    )


def _who(each: Decided) -> str:
    decided = _("decided by {who} on {day}", who=each.by, day=each.on)
    return f"{decided}: {each.why}" if each.why else decided


HELD = "held"
DECIDED: dict[str, Callable[[Dossier, str], str]] = {
    "shown as one with": _joined,
    "may be one with": _possible,
    "contradicting decisions": _contradicted,
}
"""What is decided on an entity and what is not, as fields beside those that its lists state."""


def _said(entity: Entity) -> Fields:
    record = EntityRecord(
        id=entity.id,
        schema=entity.schema,
        caption=entity.caption,
        values=entity.values,
        designations=entity.designations,
        absences=entity.absences,
        links=tuple(map(_as_stated, entity.links)),
        remarks="; ".join(entity.remarks),
    )
    return said(record) | {"listed": "yes" if entity.listed else "no"}


def _as_stated(link: Link) -> Link:
    """Gives a link between the ids that its list names, whatever they are shown as."""
    return replace(link, subject=link.ends[0], object=link.ends[1], ends=()) if link.ends else link


def _plain(item: Measure | Position | Event) -> Fields:
    return {field.name: _text(getattr(item, field.name)) for field in fields(item)}


def _text(value: Any) -> str:
    if isinstance(value, PartialDate):
        return value.text
    if isinstance(value, tuple):
        return "; ".join(map(str, value))
    return "" if value is None else str(value)
