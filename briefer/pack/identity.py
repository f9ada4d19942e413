"""Which records are shown as one: those that somebody has decided to be the same, and nothing else."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain
from typing import TypeVar

from briefer.library import Library
from briefer.library.merge import in_force
from briefer.model.answers import Sameness
from briefer.model.facts import (
    Absence,
    Contradiction,
    Decided,
    Designation,
    Entity,
    Joined,
    Link,
    Possible,
    Snapshot,
    Value,
)

Stated = TypeVar("Stated", Value, Designation, Absence)


class Decisions:
    """The decisions that hold, as clusters of records; a cluster that contradicts itself joins nothing."""

    def __init__(self, decided: Iterable[Sameness]) -> None:
        self._yes: dict[str, list[Sameness]] = defaultdict(list)
        self._no: dict[str, list[Sameness]] = defaultdict(list)
        for each in decided:
            kept = self._yes if each.decision == "yes" else self._no
            kept[each.a].append(each)
            kept[each.b].append(each)

    def cluster(self, id: str) -> tuple[str, ...]:
        """The records that are one with this one, itself first, those decided on directly before the others."""
        reached = self._reached(id)
        return (id,) if any(self._denied(reached)) else reached

    def joining(self, id: str) -> Iterator[tuple[str, tuple[Decided, ...]]]:
        """The other records of its cluster, each with the decisions that join it to it or to one before it."""
        before = {id}
        for each in self.cluster(id)[1:]:
            before.add(each)
            yield each, tuple(_decided(said) for said in self._yes[each] if {said.a, said.b} <= before)

    def contradictions(self, id: str) -> Iterator[Contradiction]:
        """The decisions against what other decisions make one with this record."""
        reached = self._reached(id)
        for each in self._denied(reached):
            yield Contradiction(records=reached, decided=_decided(each))

    def apart(self, one: str, other: str) -> bool:
        """Whether a decision says that two records, or what is one with them, are not the same."""
        here, there = self.cluster(one), set(self.cluster(other))
        return any({each.a, each.b} & there for id in here for each in self._no.get(id, ()))

    def _reached(self, id: str) -> tuple[str, ...]:
        found = {id: None}
        edge = [id]
        while edge:
            ends = [end for one in edge for each in self._yes.get(one, ()) for end in (each.a, each.b)]
            edge = [end for end in dict.fromkeys(ends) if end not in found]
            found |= dict.fromkeys(edge)
        return tuple(found)

    def _denied(self, records: tuple[str, ...]) -> Iterator[Sameness]:
        within = set(records)
        for id in records:
            yield from (each for each in self._no.get(id, ()) if each.a == id and each.b in within)


def _decided(each: Sameness) -> Decided:
    return Decided(a=each.a, b=each.b, by=each.by, on=date.fromisoformat(each.at[:10]), why=each.why)


class Records:
    """The library's entities as they stood on a day, records that are decided to be one as one entity.

    `shown` maps each record that was read to the entity it is shown as: the first that was asked for of its cluster.
    `later` are records that no state of the day holds, to be read all the same.
    """

    def __init__(self, library: Library, day: date, later: Iterable[Entity] = ()) -> None:
        self._library = library
        self._later = {each.id: each for each in later}
        self._day = day
        self._decisions = Decisions(library.decisions())
        self._parts: dict[str, tuple[Entity, ...]] = {}
        self.shown: dict[str, str] = {}

    def read(self, ids: Iterable[str]) -> tuple[Entity, ...]:
        """The entities of these ids that are known on the day and were not read before, in this order."""
        asked = tuple(id for id in dict.fromkeys(ids) if id not in self.shown)
        wanted = dict.fromkeys(chain.from_iterable(map(self._decisions.cluster, asked)))
        known = {id: self._later[id] for id in wanted if id in self._later}
        known |= {entity.id: entity for entity in self._library.entities(tuple(wanted), self._day)}
        found = []
        for id in asked:
            if id in known and id not in self.shown:
                parts = tuple(known[each] for each in self._decisions.cluster(id) if each in known)
                self.shown |= dict.fromkeys((part.id for part in parts), id)
                self._parts[id] = parts
                found.append(as_one(parts))
        return tuple(found)

    def parts(self, id: str) -> tuple[str, ...]:
        """The ids of the records that are shown as an entity that was read."""
        return tuple(part.id for part in self._parts[id])

    def resolved(self, entities: Iterable[Entity]) -> tuple[Entity, ...]:
        """The entities with links whose ends are entities as they are shown."""
        return tuple(replace(entity, links=tuple(dict.fromkeys(map(self._link, entity.links)))) for entity in entities)

    def entity(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Ids with those of joined records replaced by the entity that shows them, each once."""
        return tuple(dict.fromkeys(self.shown.get(id, id) for id in ids))

    def joined(self, entities: Iterable[Entity], lists: Iterable[Snapshot]) -> tuple[Joined, ...]:
        """The records that are shown as part of these entities."""
        named = {snapshot.id: snapshot.list for snapshot in lists}
        return tuple(
            Joined(
                entity=entity.id,
                id=part.id,
                schema=part.schema,
                caption=part.caption,
                decided=decided,
                lists=tuple(dict.fromkeys(named[origin] for origin in _origins(part) if origin in named)),
                remarks=part.remarks,
            )
            for entity in entities
            for id, decided in self._decisions.joining(entity.id)
            for part in self._parts[entity.id]
            if part.id == id
        )

    def contradictions(self, ids: Iterable[str]) -> tuple[Contradiction, ...]:
        """The decisions about these records that are at odds, each once."""
        found: dict[Decided, Contradiction] = {}
        for each in chain.from_iterable(map(self._decisions.contradictions, ids)):
            found.setdefault(each.decided, each)
        return tuple(found.values())

    def possible(self, entities: Iterable[Entity]) -> tuple[Possible, ...]:
        """The records known on the day that are like these entities' own and not decided on, the likeliest first."""
        own = {part.id: entity.id for entity in entities for part in self._parts[entity.id]}
        found: dict[tuple[str, str], Possible] = {}
        for each in self._library.proposals(tuple(own)) if own else ():
            for one, other, caption in ((each.a, each.b, each.b_caption), (each.b, each.a, each.a_caption)):
                apart = self.shown.get(other) == own.get(one) or self._decisions.apart(one, other)
                if one in own and not apart:
                    said = Possible(entity=own[one], record=one, id=other, caption=caption, score=each.score)
                    found.setdefault((said.entity, other), said)
        return self._stated(tuple(found.values()))

    def _stated(self, found: tuple[Possible, ...]) -> tuple[Possible, ...]:
        """Keeps what is known on the day and no publisher of the entity's own records tells apart from it."""
        ids = tuple(dict.fromkeys(each.id for each in found))
        known = {entity.id: entity for entity in self._library.entities(ids, self._day)} if ids else {}
        own = {each.entity: self._snapshots(self._parts[each.entity]) for each in found}
        stated = {id: self._snapshots((entity,)) for id, entity in known.items()}
        return tuple(
            replace(
                each,
                lists=tuple(dict.fromkeys(snapshot.list for snapshot in stated[each.id])),
                regimes=tuple(dict.fromkeys(i.regime for i in known[each.id].designations if in_force(i, self._day))),
            )
            for each in found
            if each.id in known and not _publishers(stated[each.id]) & _publishers(own[each.entity])
        )

    def _snapshots(self, parts: Iterable[Entity]) -> tuple[Snapshot, ...]:
        return self._library.snapshots(ids=tuple({origin for part in parts for origin in _origins(part)}))

    def _link(self, link: Link) -> Link:
        ends = tuple(self.shown.get(end, end) for end in (link.subject, link.object))
        if ends == (link.subject, link.object):
            return link
        return replace(link, subject=ends[0], object=ends[1], ends=(link.subject, link.object))


def _publishers(snapshots: Iterable[Snapshot]) -> set[str]:
    return {snapshot.publisher for snapshot in snapshots}


def _origins(entity: Entity) -> Iterator[str]:
    facts: Iterator[Designation | Value] = chain(entity.designations, entity.values)
    return (fact.origin for fact in facts)


def as_one(parts: Sequence[Entity]) -> Entity:
    """Makes one entity of records: id, schema and caption of the first, the facts of all, each with its record."""
    first, *others = parts
    return replace(
        first,
        values=(*first.values, *(item for part in others for item in _stamped(part.values, part.id))),
        designations=(*first.designations, *(item for part in others for item in _stamped(part.designations, part.id))),
        absences=(*first.absences, *(item for part in others for item in _stamped(part.absences, part.id))),
        links=tuple(dict.fromkeys(link for part in parts for link in part.links)),
        remarks=tuple(remark for part in parts for remark in part.remarks),
        listed=any(part.listed for part in parts),
    )


def _stamped(stated: Iterable[Stated], record: str) -> Iterator[Stated]:
    return (replace(item, record=record) for item in stated)


def records(entity: Entity, joined: Iterable[Joined], day: date) -> tuple[Entity, ...]:
    """Takes an entity apart into its records, its own first: what `as_one` was given, but for the ends of links."""
    others = tuple(each for each in joined if each.entity == entity.id)
    remarks = entity.remarks[: len(entity.remarks) - sum(len(each.remarks) for each in others)]
    if not others:
        return (entity,)
    return (
        _record(replace(entity, remarks=remarks), "", day),
        *(
            _record(
                replace(entity, id=each.id, schema=each.schema, caption=each.caption, remarks=each.remarks),
                each.id,
                day,
            )
            for each in others
        ),
    )


def _record(entity: Entity, record: str, day: date) -> Entity:
    designations = tuple(replace(item, record="") for item in entity.designations if item.record == record)
    return replace(
        entity,
        values=tuple(replace(item, record="") for item in entity.values if item.record == record),
        designations=designations,
        absences=tuple(replace(item, record="") for item in entity.absences if item.record == record),
        links=tuple(link for link in entity.links if entity.id in (link.ends or (link.subject, link.object))),
        listed=any(in_force(item, day) for item in designations),
    )
