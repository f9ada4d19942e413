"""Finds entities by name: words of the key through the full-text index, the candidates weighed by likeness."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from rapidfuzz import fuzz, process
from sqlalchemy import ColumnElement, Connection, and_, func, or_, select

from briefer.library import sqlite
from briefer.library.keys import GENERIC, key, script
from briefer.library.tables import entity, name, programme
from briefer.model.answers import Hit

CANDIDATES = 2000
WEIGHED = 200
ALIKE = 78  # per cent; from here on two words count as spellings of one
LITTLE = 0.1  # the weight of a word that says little

_COMPANIES = {"Organization", "Company", "PublicBody"}
_VEHICLES = {"Vehicle", "Vessel", "Airplane"}
KINDS = {
    "legalentity": {"LegalEntity", "Person", *_COMPANIES},
    "organization": _COMPANIES,
    "vehicle": _VEHICLES,
    "asset": {"Asset", "Company", "Security", "RealEstate", "CryptoWallet", *_VEHICLES},
}
"""The FollowTheMoney schemata that a schema covers, where it covers more than itself; "Thing" is all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is searched: the fields are the arguments of `Library.search` and the day that decides what is in force."""

    name: str
    limit: int
    kind: str
    programme: str
    min_score: int
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class _Match:
    """One name that may be meant, and how well it fits."""

    entity: str
    name: str
    score: int
    why: str


def search(connection: Connection, question: Question) -> tuple[Hit, ...]:
    """The entities that may be meant, best first; of each the name that fits best."""
    matches = [*_by_id(connection, question), *_by_name(connection, question)]
    best: dict[str, _Match] = {}
    for match in sorted(matches, key=lambda each: (-each.score, each.name, each.entity)):
        if match.score >= question.min_score:
            best.setdefault(match.entity, match)
    return _hits(connection, list(best.values())[: max(question.limit, 0)], question.day)


def _by_id(connection: Connection, question: Question) -> list[_Match]:
    rows = connection.execute(
        select(entity.c.id, entity.c.caption).where(entity.c.id == question.name.strip(), _wanted(question))
    )
    return [_Match(entity=row.id, name=row.caption, score=100, why="identifier") for row in rows]


def _by_name(connection: Connection, question: Question) -> Iterator[_Match]:
    words = tuple(dict.fromkeys(key(question.name).split()))
    if not words:
        return
    asked = " ".join(words)
    found = _candidates(connection, words, question)
    likeliest = process.extract(
        asked, {row.number: row.key for row in found.values()}, scorer=fuzz.WRatio, limit=WEIGHED
    )
    written = script(question.name)
    for _, _, number in likeliest:
        row = found[number]
        score, why = _weigh(words, row.key.split())
        if score and written and written != script(row.name):
            why = f"{why}, transliterated from {written}"
        if score:
            yield _Match(entity=row.entity, name=row.name, score=score, why=why)


def _candidates(connection: Connection, words: Sequence[str], question: Question) -> dict[int, Any]:
    """Names that hold all words, then ever fewer or only their beginnings, until enough are found."""
    found: dict[int, Any] = {}
    for groups in _ways(words, sqlite.frequency(connection, words)):
        room = CANDIDATES - len(found)
        rows = connection.execute(
            select(name.c.number, name.c.entity, name.c.name, name.c.key)
            .join(entity, entity.c.id == name.c.entity)
            .where(name.c.number.in_(sqlite.matching(groups)), _wanted(question))
            .limit(room)
        )
        found |= {row.number: row for row in rows}
        if len(found) >= min(CANDIDATES, 2 * question.limit):
            break
    return found


def _ways(words: Sequence[str], frequency: dict[str, int]) -> Iterator[list[list[str]]]:
    """The questions put to the index, the strictest first."""
    telling = _telling(words)
    yield [[word] for word in words]
    yield [[f"{word}*"] for word in telling]
    if len(telling) > 2:
        for left_out in sorted(telling, key=lambda word: -frequency[word]):
            yield [[f"{word}*"] for word in telling if word != left_out]
    yield [[f"{word}*" for word in telling]]
    yield [[f"{word[:3]}*" for word in telling]]


def _weigh(words: Sequence[str], other: Sequence[str]) -> tuple[int, str]:
    """Scores a name from 0 to 100 against the words asked for, and says why; 0 where no telling word is alike."""
    if sorted(words) == sorted(other):
        return 100, "exact name" if list(words) == list(other) else "all words"
    likeness = {word: max(fuzz.ratio(word, each) for each in other) for word in words}
    if not any(likeness[word] >= ALIKE for word in _telling(words)):
        return 0, ""
    weight = {word: LITTLE if word in GENERIC else 1.0 for word in words}
    fits = {word: share if share >= ALIKE else share / 3 for word, share in likeness.items()}
    covered = sum(fits[word] * weight[word] for word in words) / sum(weight.values())
    rest = fuzz.token_sort_ratio(" ".join(_telling(words)), " ".join(_telling(other)))
    return min(99, round(0.8 * covered + 0.2 * rest)), _why(likeness)


def _telling(words: Sequence[str]) -> list[str]:
    return [word for word in words if word not in GENERIC] or list(words)


def _why(likeness: dict[str, float]) -> str:
    if all(share == 100 for share in likeness.values()):
        return "all words"
    alike = sum(share >= ALIKE for share in likeness.values())
    return "all words, some spelt differently" if alike == len(likeness) else f"{alike} of {len(likeness)} words"


def _wanted(question: Question) -> ColumnElement[bool]:
    """The filters on the entity: its schema and a programme it stands under, in force or not."""
    filters = [entity.c.id.is_not(None)]
    if question.kind and question.kind.lower() != "thing":
        kinds = KINDS.get(question.kind.lower(), {question.kind})
        filters.append(func.lower(entity.c.schema).in_(sorted(each.lower() for each in kinds)))
    if question.programme:
        tagged = select(programme.c.entity).where(func.lower(programme.c.programme) == question.programme.lower())
        filters.append(entity.c.id.in_(tagged))
    return and_(*filters)


def _hits(connection: Connection, matches: Sequence[_Match], day: date) -> tuple[Hit, ...]:
    ids = [match.entity for match in matches]
    heads = {row.id: row for row in connection.execute(select(entity).where(entity.c.id.in_(ids)))}
    tags = _in_force(connection, ids, day)
    return tuple(
        Hit(
            id=match.entity,
            caption=heads[match.entity].caption,
            schema=heads[match.entity].schema,
            score=match.score,
            matched=match.name,
            why=match.why,
            programmes=tuple(dict.fromkeys(tags[match.entity])),
            listed=bool(tags[match.entity]),
        )
        for match in matches
    )


def _in_force(connection: Connection, ids: Sequence[str], day: date) -> dict[str, list[str]]:
    today = day.isoformat()
    rows = connection.execute(
        select(programme.c.entity, programme.c.programme)
        .where(programme.c.entity.in_(ids), programme.c.ended == 0)
        .where(or_(programme.c.start.is_(None), programme.c.start <= today))
        .where(or_(programme.c.until.is_(None), programme.c.until >= today))
        .order_by(programme.c.number)
    )
    tags: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        tags[row.entity].append(row.programme)
    return tags
