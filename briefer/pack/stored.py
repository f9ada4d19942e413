"""What a pack holds already of things that the library at hand does not know, so that no gathering drops it."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import fields, replace
from datetime import date
from typing import Any, Protocol, TypeVar

from briefer.library import Library
from briefer.library.merge import in_force
from briefer.model.brief import Dossier
from briefer.model.facts import Contradiction, Entity, Event, Joined, Measure, Possible, Snapshot
from briefer.model.law import Rulebook
from briefer.model.moved import MovedList
from briefer.model.pack import Pack
from briefer.model.policy import Issue, Position, Source
from briefer.pack.identity import records


class Named(Protocol):
    """A thing with an id."""

    @property
    def id(self) -> str:
        """The id."""


Thing = TypeVar("Thing", bound=Named)
NAMES = ("id", "row", "list")
"""The fields by which things are named."""
Facts = TypeVar("Facts", Dossier, Rulebook)


class Stored:
    """The facts of former gatherings; of two that know an id the first answers. What the library holds is its own.

    `kept` are the entities that were asked for and stand as stored, `shown` each of their records with the entity that
    shows it.
    """

    def __init__(self, pack: Pack, library: Library, formers: Iterable[Dossier]) -> None:
        self._pack, self._library, self._formers = pack, library, tuple(formers)
        self._entities = _by_id(part for each in self._formers for part in _people(each))
        self._known = tuple(map(answered, self._formers))
        self.kept: dict[str, Entity] = {}
        self.shown: dict[str, str] = {}
        self._taken: set[str] = set()

    def _all(self, read: Callable[[Dossier], Iterable[Thing]]) -> dict[str, Thing]:
        return _by_id(thing for each in self._formers for thing in read(each))

    def entities(self, ids: Iterable[str]) -> tuple[Entity, ...]:
        """The entities of these ids that no state of any list in the library holds, as they are listed on the day."""
        asked = tuple(id for id in dict.fromkeys(ids) if id in self._entities and id not in self.shown)
        known = {entity.id for entity in self._library.entities(asked)} if asked else set()
        found = []
        for id in asked:
            if id not in known and id not in self.shown:
                entity = self._listed(self._entities[id])
                self.shown |= {id: id} | {each.id: id for each in self._joined() if each.entity == id}
                self.kept[id] = entity
                found.append(entity)
        return tuple(found)

    def _take(self, things: tuple[Thing, ...]) -> tuple[Thing, ...]:
        self._taken |= {each.id for each in things}
        return things

    def _listed(self, entity: Entity) -> Entity:
        """Gives an entity as it is listed on the pack's own day, which may be another than that of its facts."""
        return replace(entity, listed=any(in_force(item, self._pack.as_of) for item in entity.designations))

    def measures(self, held: tuple[Measure, ...]) -> tuple[Measure, ...]:
        """The picked measures in the pack's order, those that the library does not hold as stored."""
        found = self._take(_missing(self._pack.measures, held, self._all(lambda each: each.measures)))
        order = {id: place for place, id in enumerate(self._pack.measures)}
        return tuple(sorted((*held, *found), key=lambda each: order[each.id])) if found else held

    def positions(self, held: tuple[Position, ...]) -> tuple[Position, ...]:
        """The picked positions that the library does not hold."""
        return self._take(_missing(self._pack.positions, held, self._all(lambda each: each.positions)))

    def spoken(self, issues: Collection[str]) -> tuple[Position, ...]:
        """The positions on these issues that the library does not hold."""
        found = tuple(each for each in self._all(lambda each: each.positions).values() if each.issue in issues)
        known = {each.id for each in self._library.positions(ids=[each.id for each in found])} if found else set()
        return tuple(each for each in found if each.id not in known)

    def issues(self, ids: Collection[str], held: tuple[Issue, ...]) -> tuple[Issue, ...]:
        """The issues of these ids that the library does not hold."""
        return self._take(_missing(ids, held, self._all(lambda each: each.issues)))

    def events(self, held: tuple[Event, ...]) -> tuple[Event, ...]:
        """Events with those that the library does not hold: the picked, and all where a pick is stored."""
        stored = self._all(lambda each: each.events)
        wanted = stored if self.kept else set(self._pack.settings.events) & stored.keys()
        known = {each.id for each in self._library.events()} if wanted else set()
        found = [each for id, each in stored.items() if id in wanted and id not in known and self._is_past(each)]
        return tuple(sorted((*held, *found), key=_time)) if found else held

    def _is_past(self, event: Event) -> bool:
        return event.date.earliest is None or event.date.earliest <= self._pack.as_of

    def lists(self, ids: Collection[str], held: tuple[Snapshot, ...]) -> tuple[Snapshot, ...]:
        """The snapshots of these ids that the library does not hold."""
        return _missing(ids, held, self._all(lambda each: each.lists))

    @property
    def snapshots(self) -> frozenset[str]:
        """The ids of all snapshots that are stored."""
        return frozenset(self._all(lambda each: each.lists))

    def sources(self, ids: Collection[str], held: tuple[Source, ...]) -> tuple[Source, ...]:
        """The sources of these ids that the library does not hold."""
        return _missing(ids, held, self._all(lambda each: each.sources))

    def names(self, ids: Iterable[str]) -> dict[str, str]:
        """The names of those of these ids whom the stored facts name."""
        known = {id: each.caption for id, each in self._entities.items()}
        known = dict(pair for each in reversed(self._formers) for pair in each.names) | known
        return {id: known[id] for id in ids if id in known}

    def moved(self, fresh: Iterable[MovedList]) -> tuple[MovedList, ...]:
        """What the lists of the kept entities changed, for lists that the library does not tell of."""
        since, told = self._pack.compared_with, {each.list for each in fresh}
        if since is None or not self.kept:
            return ()
        found = {each.list: each for former in reversed(self._formers) for each in former.moved}
        return tuple(each for name, each in found.items() if name not in told and self._spans(each, since))

    def _spans(self, moved: MovedList, since: date) -> bool:
        return (moved.before or date.min) <= since and (moved.after or date.min) <= self._pack.as_of

    def _joined(self) -> Iterator[Joined]:
        for each in self._formers:
            yield from each.joined

    def joined(self) -> tuple[Joined, ...]:
        """The records that are shown as part of the kept entities."""
        return tuple(dict.fromkeys(each for each in self._joined() if each.entity in self.kept))

    def possible(self) -> tuple[Possible, ...]:
        """The records that may be one with the kept entities."""
        found = (item for each in self._formers for item in each.possible if item.entity in self.kept)
        return tuple(dict.fromkeys(found))

    def contradictions(self) -> tuple[Contradiction, ...]:
        """The decisions about the kept entities that are at odds."""
        found = (item for each in self._formers for item in each.contradictions)
        return tuple(dict.fromkeys(item for item in found if self.shown.keys() & set(item.records)))

    def days(self) -> tuple[tuple[str, date], ...]:
        """The picks that stand as stored, each with the day of its facts."""
        taken = self._taken | self.shown.keys()
        return tuple((id, self._day(id)) for id in dict.fromkeys(picks(self._pack)) if id in taken)

    def _day(self, id: str) -> date:
        former = next(each for each, known in zip(self._formers, self._known, strict=True) if id in known)
        return dict(former.stored).get(id, former.as_of)


def answered(dossier: Dossier) -> frozenset[str]:
    """Gives the ids of everything that a dossier holds facts of."""
    groups = (dossier.entities, dossier.neighbours, dossier.measures, dossier.positions, dossier.issues, dossier.joined)
    return frozenset(each.id for group in groups for each in group)


def unanswered(pack: Pack, dossier: Dossier, *others: Dossier) -> tuple[str, ...]:
    """Gives the picks of which a dossier neither holds facts nor says, as the others bear out, that it is missing."""
    missing = {*dossier.missing}.difference(*map(answered, others))
    known = answered(dossier) - {each.id for each in dossier.neighbours} | missing
    return tuple(id for id in picks(pack) if id not in known)


def shared(now: Facts, former: Facts) -> Facts:
    """Gives facts that share with former ones whatever is equal, so that many states of a pack take little room."""
    kept: dict[str, Any] = {}
    for field in fields(now):
        new, old = getattr(now, field.name), getattr(former, field.name)
        if isinstance(new, Rulebook):
            kept[field.name] = shared(new, old)
        elif isinstance(new, tuple):
            known = {_key(each): each for each in old}
            both = tuple(known[_key(each)] if known.get(_key(each)) == each else each for each in new)
            kept[field.name] = old if both == old else both
    return replace(now, **kept)


def _key(thing: object) -> object:
    """Gives what names a thing among its like; what has no name is its own."""
    return next((name for field in NAMES if (name := getattr(thing, field, None))), thing)


def picks(pack: Pack) -> tuple[str, ...]:
    """Gives the ids of everything that is picked."""
    return (*pack.entities, *pack.measures, *pack.positions, *pack.issues)


def _people(dossier: Dossier) -> Iterator[Entity]:
    """Yields whom a dossier holds, then each record that is shown as part of another."""
    yield from (*dossier.entities, *dossier.neighbours)
    shown = {each.entity for each in dossier.joined}
    for entity in (*dossier.entities, *dossier.neighbours):
        if entity.id in shown:
            yield from records(entity, dossier.joined, dossier.as_of)[1:]


def _by_id(things: Iterable[Thing]) -> dict[str, Thing]:
    found: dict[str, Thing] = {}
    for each in things:
        found.setdefault(each.id, each)
    return found


def _missing(ids: Collection[str], held: Iterable[Thing], stored: dict[str, Thing]) -> tuple[Thing, ...]:
    known = {each.id for each in held}
    return tuple(each for id, each in stored.items() if id in ids and id not in known)


def _time(event: Event) -> tuple[date, str]:
    return event.date.earliest or date.min, event.id
