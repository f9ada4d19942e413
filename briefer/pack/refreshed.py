"""What changed in a pack's facts between two gatherings, field by field."""

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from briefer.library.differences import Fields, said
from briefer.model.answers import FieldChange
from briefer.model.brief import Dossier
from briefer.model.facts import Entity, EntityRecord, Event, Measure, PartialDate
from briefer.model.policy import Position


def differences(old: Dossier, new: Dossier) -> tuple[FieldChange, ...]:
    """Gives what differs between two dossiers of one pack; a thing that came or went shows as its field "held"."""
    before, after = _fields(old), _fields(new)
    return tuple(
        FieldChange(id=id, field=field, old=was, new=now, cause="source")
        for id in dict.fromkeys((*before, *after))
        for field, was, now in _changed(before.get(id, {}), after.get(id, {}))
    )


def _changed(before: Fields, after: Fields) -> Iterator[tuple[str, str, str]]:
    if not before or not after:
        yield "held", "yes" if before else "", "yes" if after else ""
        return
    for field in dict.fromkeys((*before, *after)):
        was, now = before.get(field, ""), after.get(field, "")
        if was != now:
            yield field, was, now


def _fields(dossier: Dossier) -> dict[str, Fields]:
    entities = {entity.id: _said(entity) for entity in dossier.entities}
    groups: tuple[tuple[Measure | Position | Event, ...], ...] = (dossier.measures, dossier.positions, dossier.events)
    return entities | {item.id: _plain(item) for group in groups for item in group}


def _said(entity: Entity) -> Fields:
    record = EntityRecord(
        id=entity.id,
        schema=entity.schema,
        caption=entity.caption,
        values=entity.values,
        designations=entity.designations,
        absences=entity.absences,
        links=entity.links,
        remarks="; ".join(entity.remarks),
    )
    return said(record) | {"listed": "yes" if entity.listed else "no"}


def _plain(item: Measure | Position | Event) -> Fields:
    return {field.name: _text(getattr(item, field.name)) for field in fields(item)}


def _text(value: Any) -> str:
    if isinstance(value, PartialDate):
        return value.text
    if isinstance(value, tuple):
        return "; ".join(map(str, value))
    return "" if value is None else str(value)
