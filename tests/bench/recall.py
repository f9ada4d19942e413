"""Counts what names still find: altered ones of the real lists, labelled pairs, and made-up persons that must not.

A hit is right where it is the entity that was meant or one that bears the name meant; names that are labelled as one,
directly or over a third, count as one name.
"""

import random
import statistics
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from briefer.library import Library
from briefer.library.keys import NAMES, key
from briefer.library.likeness import words
from briefer.model.answers import Hit
from briefer.model.facts import Designation, EntityRecord, Value
from tests.bench.labelled import Pair
from tests.bench.make_names import ALTERATIONS

PER_KIND = 50
SHOWN = 10  # hits that somebody looks at
LEAST = 0.05  # of the true hits may score no more than made-up names

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Query:
    """One name as it is asked, of a kind, and the keys and the entity that it means."""

    kind: str
    asked: str
    keys: frozenset[Key]
    id: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """The place of the right hit from 1 on, 0 where it is missed, its score, and the milliseconds it took."""

    query: Query
    place: int
    score: int
    taken: float


def entity(id: str, *names: str) -> EntityRecord:
    """A listed entity with these names."""
    return EntityRecord(
        id=id,
        schema="LegalEntity",
        caption=names[0],
        values=tuple(Value(prop="name", value=name) for name in names),
        designations=(Designation(regime="US", programme="TEST"),),
    )


def same(name: str) -> Key:
    """What makes two names the same: the words of their keys, in any order."""
    return tuple(sorted(words(key(name))))


def altered(some: Iterable[EntityRecord], per_kind: int = PER_KIND) -> list[Query]:
    """Queries of every kind of alteration, evenly, always the same for the same names."""
    dice = random.Random(11)
    named = [(name, each.id) for each in some for name in _first_name(each)]
    return [
        Query(kind, alter(name, dice), frozenset({same(name)}), id)
        for kind, alter in ALTERATIONS.items()
        for name, id in dice.sample(named, min(len(named), per_kind))
    ]


def _first_name(each: EntityRecord) -> list[str]:
    said = [value.value for value in each.values if value.prop == "name"][:1]
    return [name for name in said if len(words(key(name))) > 1]


def labelled(kind: str, pairs: Sequence[Pair]) -> list[Query]:
    """Queries of labelled pairs, each with all names that are labelled as one with the name meant."""
    named: dict[str, set[str]] = defaultdict(set)
    for pair in pairs:
        if pair.same:
            one = named[pair.asked] | named[pair.meant] | {pair.asked, pair.meant}
            for each in one:
                named[each] = one
    return [Query(kind, pair.asked, frozenset(map(same, named[pair.meant]))) for pair in pairs if pair.same]


def ask(library: Library, queries: Sequence[Query]) -> list[Answer]:
    """Asks all queries in a warm process."""
    for query in queries[:SHOWN]:
        library.search(query.asked)
    return [_ask(library, query) for query in queries]


def _ask(library: Library, query: Query) -> Answer:
    started = time.perf_counter()
    hits = library.search(query.asked)[:SHOWN]
    taken = 1000 * (time.perf_counter() - started)
    places = [place for place, hit in enumerate(hits, 1) if _right(library, query, hit)]
    return Answer(query, places[0] if places else 0, hits[places[0] - 1].score if places else 0, taken)


def _right(library: Library, query: Query, hit: Hit) -> bool:
    if (query.id and hit.id == query.id) or same(hit.matched) in query.keys:
        return True
    bearers = () if query.id else library.entities([hit.id])
    return any(same(value.value) in query.keys for each in bearers for value in each.values if value.prop in NAMES)


def recall(answers: Sequence[Answer], places: int) -> float:
    """The share of the queries whose right hit stands among so many."""
    return round(sum(0 < each.place <= places for each in answers) / len(answers), 3)


def counted(answers: Sequence[Answer]) -> dict[str, Any]:
    """The recall of all, and of each kind as [at first place, among ten]."""
    kinds = dict.fromkeys(each.query.kind for each in answers)
    by_kind = {kind: [each for each in answers if each.query.kind == kind] for kind in kinds}
    return {
        "recall_1": recall(answers, 1),
        "recall_10": recall(answers, SHOWN),
        "by_kind": {kind: [recall(some, 1), recall(some, SHOWN)] for kind, some in by_kind.items()},
    }


def timed(answers: Sequence[Answer]) -> dict[str, float]:
    """The median time and the one that one answer in twenty exceeds, in milliseconds."""
    taken = sorted(each.taken for each in answers)
    return {"p50_ms": round(statistics.median(taken), 1), "p95_ms": round(taken[int(len(taken) * 0.95)], 1)}


def told_apart(library: Library, answers: Sequence[Answer], made_up: Sequence[str]) -> dict[str, float]:
    """How the best hits of made-up names stand to the true hits: the score that 95 in 100 of these reach, the share
    of made-up names that reach it too, and the score that 95 in 100 of them stay below."""
    true = sorted(each.score for each in answers if each.place)
    best = sorted(max((hit.score for hit in library.search(name, limit=1)), default=0) for name in made_up)
    least = true[int(len(true) * LEAST)]
    return {
        "true_from": least,
        "made_up_reach": round(sum(each >= least for each in best) / len(best), 3),
        "made_up_below": best[int(len(best) * (1 - LEAST))],
    }
