"""Proposes which entities of different publishers are one: by names, births, countries and identifiers side by side."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import combinations

from rapidfuzz import fuzz, process
from sqlalchemy import Connection, select

from briefer.language import mark
from briefer.library import sqlite
from briefer.library.against import by_alias_alone, contradict, other_father, part_by_caption, wants_proof
from briefer.library.keys import FORMS, GENERIC, key
from briefer.library.likeness import compare, words
from briefer.library.reading import chunks
from briefer.library.tables import entity, name, record, snapshot, trait
from briefer.library.traits import BIRTH, CONTACTS, COUNTRY, NUMBER, ONE_EACH
from briefer.model.answers import Feature, Sameness

PROPOSED = 85
"""From this score on a pair is worth somebody's decision."""

_ASKED = 40  # entities whose surroundings are read at once
_MOST_NAMES = 20_000  # of one block; the words of a name alone may stand in many others
_COMMON = 60  # names; a pair of words in more of them finds nobody
_NEAREST = 8  # candidates of one entity that are compared in full
_ALL = 100
_UNPROVED = 90  # the most that names alone can score
_ALIAS = 82  # the most of an alias that says little, where the captions are unlike
_PERSONS = {"Person"}
_LOOSE = {BIRTH, COUNTRY, *CONTACTS.values()}  # traits that many share
_REGISTERS = {10, 12, 13}  # digits of Russia's tax and state registers, of which a bearer has one number
_POINTS = {
    "identifier same": 30,
    "identifier differs": -40,
    "number differs": -25,
    "born same": 12,
    "born alike": 6,
    "born differs": -40,
    "country same": 3,
    "country differs": -3,
    "part of a name": -15,
    "part of a caption": -8,
    "father differs": -12,
    "kind alike": -10,
    "kind differs": -40,
}
"""What each finding adds to the likeness of the names."""

Block = tuple[str, tuple[str, ...]]
"""What entities may share: a kind of identifier with its value, or no kind and words of a name."""


@dataclass(slots=True)
class Bearer:
    """One entity as it is compared; `keys` are its names' keys, each with the name itself."""

    id: str
    caption: str
    schema: str
    publishers: frozenset[str]
    keys: dict[str, str] = field(default_factory=dict)
    traits: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))


def proposals(connection: Connection, ids: Iterable[str], min_score: int) -> Iterator[Sameness]:
    """The pairs that may be one, best first; with `ids` those alone of which one is named."""
    wanted = tuple(dict.fromkeys(ids))
    found: dict[tuple[str, str], Sameness] = {}
    for some in (wanted[at : at + _ASKED] for at in range(0, len(wanted), _ASKED)) if wanted else ((),):
        bearers, common = _around(connection, some) if some else (_bearers(connection), set())
        for one, other in _pairs(bearers, set(some), common):
            if same := _if_likely(bearers[one], bearers[other], min_score):
                found[one, other] = same
    likely = (same for same in found.values() if same.score >= min_score)
    yield from sorted(likely, key=lambda each: (-each.score, each.a, each.b))


def pair(connection: Connection, one: str, other: str) -> Sameness | None:
    """Compares two entities, whoever publishes them; None where one is not known."""
    bearers = _bearers(connection, (one, other))
    if one not in bearers or other not in bearers:
        return None
    return compared(bearers[one], bearers[other])


def _bearers(connection: Connection, ids: Sequence[str] = ()) -> dict[str, Bearer]:
    publishers: dict[str, set[str]] = defaultdict(set)
    listed = select(record.c.entity, snapshot.c.publisher).join(snapshot, snapshot.c.list == record.c.list).distinct()
    for row in connection.execute(listed.where(record.c.entity.in_(ids)) if ids else listed):
        publishers[row.entity].add(row.publisher)
    heads = select(entity.c.id, entity.c.caption, entity.c.schema)
    bearers = {
        row.id: Bearer(id=row.id, caption=row.caption, schema=row.schema, publishers=frozenset(publishers[row.id]))
        for row in connection.execute(heads.where(entity.c.id.in_(ids)) if ids else heads)
    }
    several = len({publisher for some in publishers.values() for publisher in some}) > 1
    if several or ids:
        _add_names_and_traits(connection, bearers, ids)
    return bearers if several or ids else {}


def _around(connection: Connection, ids: Sequence[str]) -> tuple[dict[str, Bearer], set[Block]]:
    """These entities and all that share a block with one of them, and the blocks that too many share to say anything.

    It gives what the whole library would, without reading the whole library.
    """
    own = _bearers(connection, ids)
    near, common = dict.fromkeys(own), set()
    for block in dict.fromkeys(block for each in own.values() for block in _blocks_of(each)):
        sharing = _sharing(connection, block)
        if len(sharing) > _COMMON:
            common.add(block)
        else:
            near |= dict.fromkeys(sharing)
    found: dict[str, Bearer] = {}
    for some in chunks(sorted(near)):
        found |= _bearers(connection, some)
    return found, common


def _sharing(connection: Connection, block: Block) -> set[str]:
    kind, values = block
    if kind:
        return set(
            connection.execute(select(trait.c.entity).where(trait.c.kind == kind, trait.c.value == values[0])).scalars()
        )
    rows = sqlite.names(connection, [[word] for word in values], _MOST_NAMES)
    return {row.entity for row in rows if values in _word_blocks(row.key)}


def _add_names_and_traits(connection: Connection, bearers: dict[str, Bearer], ids: Sequence[str]) -> None:
    names = select(name.c.entity, name.c.key, name.c.name)
    for row in connection.execute(names.where(name.c.entity.in_(ids)) if ids else names):
        bearers[row.entity].keys[row.key] = row.name
    marks = select(trait)
    for row in connection.execute(marks.where(trait.c.entity.in_(ids)) if ids else marks):
        bearers[row.entity].traits[row.kind].add(row.value)


def _pairs(bearers: dict[str, Bearer], wanted: set[str], common: set[Block]) -> Iterator[tuple[str, str]]:
    """The pairs of different publishers that share an identifier or, of all, the most telling words of a name."""
    shared: dict[str, Counter[str]] = defaultdict(Counter)
    for weight, some in _blocks(bearers.values(), common):
        for one, other in combinations(sorted(some), 2):
            if not bearers[one].publishers & bearers[other].publishers:
                shared[one][other] += weight
                shared[other][one] += weight
    pairs = {
        tuple(sorted((id, other)))
        for id, others in shared.items()
        if not wanted or id in wanted
        for other, _ in others.most_common(_NEAREST)
    }
    yield from sorted((one, other) for one, other in pairs if _may_be(bearers[one], bearers[other]))


def _blocks(bearers: Iterable[Bearer], common: set[Block]) -> Iterator[tuple[int, set[str]]]:
    """Sets of entities that have something in common, with what that weighs: identifiers first, then words."""
    by_block: dict[Block, set[str]] = defaultdict(set)
    for each in bearers:
        for block in _blocks_of(each):
            by_block[block].add(each.id)
    shared = [(block, some) for block, some in by_block.items() if 1 < len(some) <= _COMMON and block not in common]
    yield from ((50, some) for (kind, _), some in shared if kind)
    yield from ((100 // len(some), some) for (kind, _), some in shared if not kind)


def _blocks_of(bearer: Bearer) -> Iterator[Block]:
    """What an entity may share with others, each once: a kind of identifier and its value, or words of a name."""
    for kind in sorted(bearer.traits.keys() - _LOOSE):
        yield from ((kind, (value,)) for value in sorted(bearer.traits[kind]))
    yield from (("", words_) for words_ in dict.fromkeys(words_ for key in bearer.keys for words_ in _word_blocks(key)))


def _word_blocks(its_key: str) -> Iterator[tuple[str, ...]]:
    all_ = sorted(set(its_key.split()))
    telling = [each for each in all_ if each not in GENERIC and len(each) > 1]
    yield from combinations(telling[:8], 2)
    if len(telling) < 2:
        yield tuple(telling or all_)


def _may_be(one: Bearer, other: Bearer) -> bool:
    """Whether the kinds of two can be one; that a company is a person has to be proved by a number."""
    if contradict(one.schema, other.schema):
        return False
    return not wants_proof(one.schema, other.schema) or _share_a_number(one, other)


def _share_a_number(one: Bearer, other: Bearer) -> bool:
    return any(one.traits[kind] & other.traits[kind] for kind in (one.traits.keys() & other.traits.keys()) - _LOOSE)


def _if_likely(one: Bearer, other: Bearer, least: int) -> Sameness | None:
    """Compares two entities unless what is not their names says already that they stay below; names take longest."""
    first, second = sorted((one, other), key=lambda each: each.id)
    beside = _beside_names(first, second)
    wanted = least - sum(each.points for each in beside)
    return _summed(first, second, beside) if least <= 0 or wanted <= _most(beside) else None


def compared(one: Bearer, other: Bearer) -> Sameness:
    """Compares two entities feature by feature; the score runs from 0 to 100."""
    first, second = sorted((one, other), key=lambda each: each.id)
    return _summed(first, second, _beside_names(first, second))


def _beside_names(one: Bearer, other: Bearer) -> tuple[Feature, ...]:
    return (*_of_kind(one, other), *_identified(one, other), *_born(one, other), *_placed(one, other))


def _most(beside: tuple[Feature, ...]) -> int:
    """The most that names can score: all of it only where more than a country agrees beside them."""
    return 100 if any(each.says == "same" and each.name != COUNTRY for each in beside) else _UNPROVED


def _summed(first: Bearer, second: Bearer, beside: tuple[Feature, ...]) -> Sameness:
    named = _named(first, second)
    score = min(named.points, _most(beside)) + sum(each.points for each in beside)
    return Sameness(
        a=first.id,
        b=second.id,
        a_caption=first.caption,
        b_caption=second.caption,
        score=max(0, min(100, score)),
        features=(named, *beside),
    )


def _named(one: Bearer, other: Bearer) -> Feature:
    """The pair of names that is most alike; of many names those alone that are alike as a whole are weighed."""
    best, keys = 0, ("", "")
    for its_key in one.keys:
        near = process.extractOne(its_key, other.keys.keys(), scorer=fuzz.token_sort_ratio, score_cutoff=50)
        if near and (score := _score(its_key, near[0], one.schema)) > best:
            best, keys = score, (its_key, near[0])
            if best == _ALL:
                break
    says = "same" if best == _ALL else "alike" if best else "differs"
    shown = (one.keys[keys[0]], other.keys[keys[1]]) if best else (one.caption, other.caption)
    points = _weighed(one, other, keys, best) if best else 0
    return Feature(name=mark("name"), a=(shown[0],), b=(shown[1],), says=says, points=points)


_key = lru_cache(maxsize=1 << 15)(key)


def _weighed(one: Bearer, other: Bearer, named: tuple[str, str], best: int) -> int:
    """What the likeness of two names is worth beside the other names that the two have."""
    captions = _key(one.caption), _key(other.caption)
    most = PROPOSED if one.schema not in _PERSONS and named[0] == named[1] and named[0] in captions else _ALIAS
    points = min(best, most) if by_alias_alone(named, captions, best) else best
    if one.schema in _PERSONS:
        against = other_father(named, (one.keys, other.keys))
        return min(points, _UNPROVED) + _POINTS["father differs"] if against else points
    parts = (
        part_by_caption(captions[0], named[0], captions[1], other.keys),
        part_by_caption(captions[1], named[1], captions[0], one.keys),
    )
    return min(points, _UNPROVED) + _POINTS["part of a caption"] if any(parts) else points


def _of_kind(one: Bearer, other: Bearer) -> Iterator[Feature]:
    if contradict(one.schema, other.schema) or wants_proof(one.schema, other.schema):
        says = "alike" if _may_be(one, other) else "differs"
        yield Feature(name=mark("kind"), a=(one.schema,), b=(other.schema,), says=says, points=_POINTS[f"kind {says}"])


def _score(one: str, other: str, schema: str) -> int:
    first, second = words(one), words(other)
    score = compare(first, second).score
    score = score if score >= _ALL - 1 else max(score, compare(second, first).score)
    telling = [each for each in first if each in second and each not in GENERIC]
    score = score if score < _ALL or len(telling) > 1 or len(first) == 1 else min(score, _UNPROVED)
    return score if schema in _PERSONS else score + _part(one, other)


def _part(one: str, other: str) -> int:
    """What a further word takes off: a company's name that is part of another's is often its owner's."""
    first, second = ({word for word in each.split() if word not in FORMS} for each in (one, other))
    return _POINTS["part of a name"] if first < second or second < first else 0


def _identified(one: Bearer, other: Bearer) -> Iterator[Feature]:
    for kind in sorted((one.traits.keys() & other.traits.keys()) - _LOOSE):
        if one.traits[kind] & other.traits[kind]:
            yield _feature(kind, one, other, "same", _POINTS["identifier same"])
        else:
            yield _feature(kind, one, other, "differs", _against(kind, one.traits[kind], other.traits[kind]))


def _against(kind: str, first: set[str], second: set[str]) -> int:
    """What it says that two have no number in common: much where they are numbers of one register."""
    if kind in ONE_EACH:
        return _POINTS["identifier differs"]
    lengths = [{len(each) for each in some if each.isdigit()} for some in (first, second)]
    return _POINTS["number differs"] if kind == NUMBER and lengths[0] & lengths[1] & _REGISTERS else 0


def _born(one: Bearer, other: Bearer) -> Iterator[Feature]:
    first, second = one.traits.get(BIRTH), other.traits.get(BIRTH)
    if first and second:
        says = "same" if any(_is_day(each) for each in first & second) else _overlap(first, second)
        yield _feature(BIRTH, one, other, says, _POINTS[f"born {says}"])


def _is_day(bounds: str) -> bool:
    return bounds[:10] == bounds[11:]


def _overlap(first: set[str], second: set[str]) -> str:
    meet = any(one[:10] <= other[11:] and other[:10] <= one[11:] for one in first for other in second)
    return "alike" if meet else "differs"


def _placed(one: Bearer, other: Bearer) -> Iterator[Feature]:
    if one.traits.get(COUNTRY) and other.traits.get(COUNTRY):
        says = "same" if one.traits[COUNTRY] & other.traits[COUNTRY] else "differs"
        yield _feature(COUNTRY, one, other, says, _POINTS[f"country {says}"])


def _feature(kind: str, one: Bearer, other: Bearer, says: str, points: int) -> Feature:
    sides = [tuple(sorted(_shown(value) for value in each.traits[kind])) for each in (one, other)]
    return Feature(name=kind, a=sides[0], b=sides[1], says=says, points=points)


def _shown(value: str) -> str:
    """A trait as a person reads it: a day, a whole year, or the bounds of a birth."""
    first, slash, last = value.partition("/")
    if not slash or first == last:
        return first
    return (
        first[:4] if (first[4:], last[4:]) == ("-01-01", "-12-31") and first[:4] == last[:4] else f"{first} to {last}"
    )
