"""The one reading of the library: everything a pack needs, frozen into a Dossier."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import chain

from briefer import rulebook
from briefer.library import Library
from briefer.model.brief import Dossier
from briefer.model.facts import Entity, Event, Fact, Measure, PartialDate, Snapshot
from briefer.model.law import Rulebook
from briefer.model.moved import MovedList
from briefer.model.pack import Pack
from briefer.model.policy import Issue, Position, Source
from briefer.pack.identity import Records
from briefer.pack.moved import moved
from briefer.text import citations

REACH = 8
"""How many steps of ownership are followed from a pick."""


def gather(pack: Pack, library: Library) -> Dossier:
    """Reads the library once, as of the pack's day; ids that it does not hold are named in `missing`.

    Picks that are decided to be one stand once, under the first of them.
    """
    records = Records(library, pack.as_of)
    entities, neighbours = _people(pack, records)
    everybody = (*entities, *neighbours)
    measures = library.measures(pack.measures)
    positions = _positions(pack, library, records)
    issues = library.issues(tuple(dict.fromkeys((*pack.issues, *(position.issue for position in positions)))))
    events = _events(pack, library, records)
    lists = _lists(everybody, library, pack.as_of)
    changed = moved(pack, library, entities, records.shown, lists)
    lists = (*lists, *_former(library, lists, changed))
    sources, unknown = _sources(pack, library, _stated(everybody, measures, positions, events))
    return Dossier(
        as_of=pack.as_of,
        entities=entities,
        neighbours=neighbours,
        measures=measures,
        positions=positions,
        issues=issues,
        events=events,
        sources=(*sources, *map(_as_source, lists)),
        lists=lists,
        law=rulebook.excerpt(_book(pack), everybody, measures, pack.as_of),
        names=_names(records, everybody, (*positions, *events)),
        missing=(*_missing(pack, (*measures, *positions, *issues), records), *unknown),
        joined=records.joined(everybody, lists),
        possible=records.possible(entities),
        contradictions=records.contradictions(pack.entities),
        moved=changed,
    )


def _book(pack: Pack) -> Rulebook:
    """Gives the rulebook with the office's own rows that the pack carries; BadData names file and row of a fault."""
    own = tuple((each.name, each.text) for each in pack.rulebook)
    return rulebook.overlaid(own) if own else rulebook.load()


def _missing(pack: Pack, things: tuple[Measure | Position | Issue, ...], records: Records) -> tuple[str, ...]:
    """Gives the ids that the pack names and the library does not hold."""
    held = {thing.id for thing in things} | records.shown.keys()
    return tuple(id for id in (*pack.entities, *pack.measures, *pack.positions, *pack.issues) if id not in held)


def _names(
    records: Records, known: tuple[Entity, ...], naming: tuple[Position | Event, ...]
) -> tuple[tuple[str, str], ...]:
    """Gives the names of those whom links, positions or events mention and who do not stand in the dossier."""
    ends = (end for entity in known for link in entity.links for end in (link.subject, link.object) if end)
    asked = dict.fromkeys((*ends, *(id for one in naming for id in one.entities)))
    return tuple((entity.id, entity.caption) for entity in records.read(asked))


def known_by(when: PartialDate | None, day: date) -> bool:
    """Says whether something dated could have been known on a day; what has no readable date counts as known."""
    return when is None or when.earliest is None or when.earliest <= day


def _people(pack: Pack, records: Records) -> tuple[tuple[Entity, ...], tuple[Entity, ...]]:
    """Gives the picks and their neighbours, with links between entities as they are shown."""
    picks = records.read(pack.entities)
    neighbours = _closure(picks, records)
    return records.resolved(picks), records.resolved(neighbours)


def _closure(picks: tuple[Entity, ...], records: Records) -> tuple[Entity, ...]:
    """Follows links outwards, and ownership on from there, so that the analysis needs no further reading."""
    found: list[Entity] = []
    edge = picks
    for step in range(REACH):
        ends = dict.fromkeys(
            end
            for entity in edge
            for link in entity.links
            if step == 0 or link.kind == "Ownership"
            for end in (link.subject, link.object)
            if end
        )
        edge = records.read(ends)
        if not edge:
            break
        found += edge
    return tuple(found)


def _positions(pack: Pack, library: Library, records: Records) -> tuple[Position, ...]:
    """Gives the picked positions in the pack's order, then, for an issue picked without any, all known by the day."""
    found = _chosen(pack, library)
    return tuple(replace(position, entities=records.entity(position.entities)) for position in found)


def _chosen(pack: Pack, library: Library) -> tuple[Position, ...]:
    picked = library.positions(ids=pack.positions)
    spoken = {position.issue for position in picked}
    bare = tuple(issue for issue in pack.issues if issue not in spoken)
    others = library.positions(issues=bare) if bare else ()
    return picked + tuple(
        position for position in others if known_by(position.said_on or position.reported_on, pack.as_of)
    )


def _events(pack: Pack, library: Library, records: Records) -> tuple[Event, ...]:
    """Gives the events the pack names, else those by its day that name a pick or nobody, in order of time."""
    events = tuple(replace(event, entities=records.entity(event.entities)) for event in library.events(pack.as_of))
    if pack.settings.events:
        wanted = set(pack.settings.events)
        return tuple(event for event in events if event.id in wanted)
    picks = set(records.entity(pack.entities))
    return tuple(event for event in events if not event.entities or picks & set(event.entities))


def used_sources(pack: Pack, dossier: Dossier) -> frozenset[str]:
    """Gives the ids of the sources and list snapshots that the facts name or the text cites."""
    entities = (*dossier.entities, *dossier.neighbours)
    stated = _stated(entities, dossier.measures, dossier.positions, dossier.events)
    origins = _origins(entities)
    compared = (each.former for each in dossier.moved if each.former and each.latter in origins)
    return frozenset((*stated, *_cited(pack), *origins, *compared))


def _stated(
    entities: tuple[Entity, ...],
    measures: tuple[Measure, ...],
    positions: tuple[Position, ...],
    events: tuple[Event, ...],
) -> Iterable[str]:
    """Gives the source ids that the facts themselves name."""
    for fact in _facts(entities):
        yield from fact.sources
    for measure in measures:
        yield from measure.sources
    for event in events:
        yield from event.sources
    for position in positions:
        yield position.source


def _sources(pack: Pack, library: Library, stated: Iterable[str]) -> tuple[tuple[Source, ...], tuple[str, ...]]:
    """Gives the sources named by facts or cited in the text, by id, and the stated ones that are unknown."""
    named = {id for id in stated if id}
    found = library.sources(tuple(sorted(named | _cited(pack))))
    known = {source.id for source in found}
    return tuple(sorted(found, key=lambda source: source.id)), tuple(sorted(named - known))


def _cited(pack: Pack) -> set[str]:
    return {citation.source for section in pack.sections for citation in citations(section.text)}


def _origins(entities: Iterable[Entity]) -> set[str]:
    return {fact.origin for fact in _facts(entities) if fact.origin}


def _facts(entities: Iterable[Entity]) -> Iterator[Fact]:
    for entity in entities:
        yield from chain(entity.values, entity.designations, entity.absences, entity.links)


def _lists(entities: tuple[Entity, ...], library: Library, day: date) -> tuple[Snapshot, ...]:
    """Gives the snapshots that state a fact about these entities, and the newest of every regime's other lists.

    A delisted entity's facts come from an older snapshot than the newest of its list.
    """
    origins = _origins(entities)
    newest = {snapshot.id: snapshot for snapshot in library.snapshots(day) if snapshot.id in origins or snapshot.regime}
    older = library.snapshots(ids=tuple(sorted(origins - newest.keys())))
    return (*newest.values(), *older)


def _former(library: Library, lists: tuple[Snapshot, ...], changed: tuple[MovedList, ...]) -> tuple[Snapshot, ...]:
    """Gives the snapshots that were compared with and do not stand among the lists."""
    ids = {each.former for each in changed if each.former} - {snapshot.id for snapshot in lists}
    return library.snapshots(ids=tuple(sorted(ids))) if ids else ()


def _as_source(snapshot: Snapshot) -> Source:
    """Makes a list snapshot citable."""
    day = snapshot.published
    return Source(
        id=snapshot.id,
        title=snapshot.title,
        publisher=snapshot.publisher,
        date=PartialDate(text=day.isoformat(), earliest=day, latest=day) if day else None,
        url=snapshot.url,
        kind="list",
        sha256=snapshot.sha256,
    )
