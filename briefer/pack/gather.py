"""The one reading of the library: everything a pack needs, frozen into a Dossier."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import chain

from briefer import rulebook
from briefer.library import Library
from briefer.library.statements import by_day
from briefer.model.brief import Dossier
from briefer.model.facts import Entity, Event, Fact, Measure, PartialDate, Snapshot
from briefer.model.law import Rulebook
from briefer.model.moved import MovedList
from briefer.model.pack import Pack
from briefer.model.policy import Issue, Position, Source
from briefer.pack.identity import Records
from briefer.pack.moved import moved
from briefer.pack.stored import Stored, shared
from briefer.text import citations

REACH = 8
"""How many steps of ownership are followed from a pick."""


def gather(pack: Pack, library: Library, *formers: Dossier) -> Dossier:
    """Reads the library once, as of the pack's day; ids that it does not hold are named in `missing`.

    Picks that are decided to be one stand once, under the first of them. What the library holds nothing of stays as
    the `formers` have it, with all that belongs to it, and is named in `stored`; the first former that has it answers.
    """
    records, stored = Records(library, pack.as_of), Stored(pack, library, formers)
    picks, neighbours = _people(pack, records, stored)
    everybody = (*picks, *neighbours)
    measures = stored.measures(library.measures(pack.measures))
    positions = _positions(pack, library, records, stored)
    issues = _issues(pack, library, positions, stored)
    events = _events(pack, library, records, stored)
    lists, changed = _lists(pack, library, everybody, records, stored)
    sources, unknown = _sources(pack, library, _stated(everybody, measures, positions, events), stored)
    found = Dossier(
        as_of=pack.as_of,
        entities=picks,
        neighbours=neighbours,
        measures=measures,
        positions=positions,
        issues=issues,
        events=events,
        sources=(*sources, *map(_as_source, lists)),
        lists=lists,
        law=rulebook.excerpt(_book(pack), everybody, measures, pack.as_of),
        names=_names(records, everybody, (*positions, *events), stored),
        missing=(*_missing(pack, (*measures, *positions, *issues), {*records.shown, *stored.shown}), *unknown),
        joined=(*records.joined(_fresh(everybody, stored), lists), *stored.joined()),
        possible=(*records.possible(_fresh(picks, stored)), *stored.possible()),
        contradictions=tuple(dict.fromkeys((*records.contradictions(pack.entities), *stored.contradictions()))),
        moved=changed,
        stored=stored.days(),
    )
    return shared(found, formers[0]) if formers else found


def _fresh(entities: Iterable[Entity], stored: Stored) -> tuple[Entity, ...]:
    """Gives those that the library holds."""
    return tuple(entity for entity in entities if entity.id not in stored.kept)


def _book(pack: Pack) -> Rulebook:
    """Gives the rulebook with the office's own rows that the pack carries; BadData names file and row of a fault."""
    own = tuple((each.name, each.text) for each in pack.rulebook)
    return rulebook.overlaid(own) if own else rulebook.load()


def _missing(pack: Pack, things: tuple[Measure | Position | Issue, ...], shown: set[str]) -> tuple[str, ...]:
    """Gives the ids that the pack names and neither the library nor the stored facts hold."""
    held = {thing.id for thing in things} | shown
    return tuple(id for id in (*pack.entities, *pack.measures, *pack.positions, *pack.issues) if id not in held)


def _names(
    records: Records, known: tuple[Entity, ...], naming: tuple[Position | Event, ...], stored: Stored
) -> tuple[tuple[str, str], ...]:
    """Gives the names of those whom links, positions or events mention and who do not stand in the dossier."""
    ends = (end for entity in known for link in entity.links for end in (link.subject, link.object) if end)
    asked = dict.fromkeys((*ends, *(id for one in naming for id in one.entities)))
    named = tuple((entity.id, entity.caption) for entity in records.read(asked))
    held = {*records.shown, *stored.shown}
    return (*named, *stored.names(id for id in asked if id not in held).items())


def known_by(when: PartialDate | None, day: date) -> bool:
    """Says whether something dated could have been known on a day; what has no readable date counts as known."""
    return when is None or when.earliest is None or when.earliest <= day


def _people(pack: Pack, records: Records, stored: Stored) -> tuple[tuple[Entity, ...], tuple[Entity, ...]]:
    """Gives the picks and their neighbours, with links between entities as they are shown."""
    picks = _read(pack.entities, records, stored)
    neighbours = _closure(picks, records, stored)
    return records.resolved(picks), records.resolved(neighbours)


def _read(ids: Iterable[str], records: Records, stored: Stored) -> tuple[Entity, ...]:
    """Gives the entities of these ids that were not read before, in this order."""
    asked = tuple(id for id in dict.fromkeys(ids) if id not in stored.shown)
    found = {entity.id: entity for entity in records.read(asked)}
    found |= {entity.id: entity for entity in stored.entities(id for id in asked if id not in records.shown)}
    return tuple(found[id] for id in asked if id in found)


def _closure(picks: tuple[Entity, ...], records: Records, stored: Stored) -> tuple[Entity, ...]:
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
        edge = _read(ends, records, stored)
        if not edge:
            break
        found += edge
    return tuple(found)


def _positions(pack: Pack, library: Library, records: Records, stored: Stored) -> tuple[Position, ...]:
    """Gives the picked positions, then, for an issue picked without any, all known by the day; each by time."""
    found = _chosen(pack, library, stored)
    return tuple(replace(position, entities=records.entity(position.entities)) for position in found)


def _chosen(pack: Pack, library: Library, stored: Stored) -> tuple[Position, ...]:
    held = library.positions(ids=pack.positions)
    picked = by_day((*held, *stored.positions(held)))
    spoken = {position.issue for position in picked}
    bare = tuple(issue for issue in pack.issues if issue not in spoken)
    others = by_day((*library.positions(issues=bare), *stored.spoken(bare))) if bare else ()
    return picked + tuple(
        position for position in others if known_by(position.said_on or position.reported_on, pack.as_of)
    )


def _issues(pack: Pack, library: Library, positions: Iterable[Position], stored: Stored) -> tuple[Issue, ...]:
    wanted = tuple(dict.fromkeys((*pack.issues, *(position.issue for position in positions))))
    held = library.issues(wanted)
    return (*held, *stored.issues(wanted, held))


def _events(pack: Pack, library: Library, records: Records, stored: Stored) -> tuple[Event, ...]:
    """Gives the events the pack names, else those by its day that name a pick or nobody, in order of time."""
    known = stored.events(library.events(pack.as_of))
    events = tuple(replace(event, entities=records.entity(event.entities)) for event in known)
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


def _sources(
    pack: Pack, library: Library, stated: Iterable[str], stored: Stored
) -> tuple[tuple[Source, ...], tuple[str, ...]]:
    """Gives the sources named by facts or cited in the text, by id, and the stated ones that are unknown."""
    named = {id for id in stated if id}
    wanted = named | _cited(pack)
    held = library.sources(tuple(sorted(wanted)))
    found = (*held, *stored.sources(wanted, held))
    known = {source.id for source in found}
    return tuple(sorted(found, key=lambda source: source.id)), tuple(sorted(named - known))


def _cited(pack: Pack) -> set[str]:
    return {citation.source for section in pack.sections for citation in citations(section.text)}


def _origins(entities: Iterable[Entity]) -> set[str]:
    return {fact.origin for fact in _facts(entities) if fact.origin}


def _facts(entities: Iterable[Entity]) -> Iterator[Fact]:
    for entity in entities:
        yield from chain(entity.values, entity.designations, entity.absences, entity.links)


def _lists(
    pack: Pack, library: Library, everybody: tuple[Entity, ...], records: Records, stored: Stored
) -> tuple[tuple[Snapshot, ...], tuple[MovedList, ...]]:
    """Gives the snapshots that the facts and what moved since go back to, and what moved."""
    held = _held(everybody, library, pack.as_of)
    named = frozenset(pack.entities)
    picks = tuple(each for each in _fresh(everybody, stored) if each.id in named)
    changed = moved(pack, library, picks, records.shown, held)
    changed = (*changed, *stored.moved(changed))
    held = (*held, *_former(library, held, changed))
    kept = stored.snapshots if stored.kept and not picks else _origins(stored.kept.values())
    wanted = kept | _cited(pack) | {id for each in changed for id in (each.former, each.latter)}
    return (*held, *stored.lists(wanted, held)), changed


def _held(entities: tuple[Entity, ...], library: Library, day: date) -> tuple[Snapshot, ...]:
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
