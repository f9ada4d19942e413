"""Fact keys: F1, F2, … for the sources, given at first use, kept in the pack and never given twice."""

from collections.abc import Callable, Iterator

from briefer.assemble.catalogue import template
from briefer.assemble.context import Placed, from_where, unique
from briefer.assemble.numbering import placed
from briefer.model.brief import Dossier
from briefer.model.facts import Entity
from briefer.model.pack import Pack
from briefer.text import citations


def give_keys(pack: Pack, dossier: Dossier) -> dict[str, str]:
    """Gives the pack's keys with one more for every source of the dossier that has none, in order of first use.

    A key once given stays, also where its source is no longer used, so that no number ever means two things. Sources
    that only the workbook uses come last, in the dossier's order.
    """
    keys = dict(pack.keys)
    known = {source.id for source in dossier.sources}
    number = max((int(key[1:]) for key in keys.values() if key[1:].isdecimal()), default=0)
    for id in unique((*_used(pack, dossier), *(source.id for source in dossier.sources))):
        if id in known and id not in keys:
            number += 1
            keys[id] = f"F{number}"
    return keys


def _used(pack: Pack, dossier: Dossier) -> Iterator[str]:
    for place in placed(pack, dossier, template(pack.template)):
        yield from _cited(place)
        if place.section.kind in FACTS:
            yield from FACTS[place.section.kind](dossier)


def _cited(place: Placed) -> Iterator[str]:
    for section in (place.section, *place.children):
        for citation in citations(section.text):
            yield citation.source


def _designations(dossier: Dossier) -> Iterator[str]:
    for entity in dossier.entities:
        yield from from_where(*entity.designations)
    for measure in dossier.measures:
        yield from measure.sources


def _entities(dossier: Dossier) -> Iterator[str]:
    for entity in dossier.entities:
        yield from _entity(entity)


def _entity(entity: Entity) -> tuple[str, ...]:
    return from_where(*entity.values, *entity.designations, *entity.absences, *entity.links)


def _positions(dossier: Dossier) -> Iterator[str]:
    for position in dossier.positions:
        yield position.source


def _events(dossier: Dossier) -> Iterator[str]:
    for event in dossier.events:
        yield from event.sources


def _moved(dossier: Dossier) -> Iterator[str]:
    for each in dossier.moved:
        yield from (each.former, each.latter)


FACTS: dict[str, Callable[[Dossier], Iterator[str]]] = {
    "in-force": _designations,
    "entity-sheets": _entities,
    "positions": _positions,
    "statements": _positions,
    "timeline": _events,
    "changes": _moved,
    "allies": _designations,
}
"""What a section uses beside the citations in its text, by kind."""
