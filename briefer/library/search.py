"""Finds entities by name: candidates through the index, weighed by likeness, told apart by birth, each with its why."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from rapidfuzz import fuzz, process
from sqlalchemy import ColumnElement, Connection, false, select

from briefer.library import sqlite
from briefer.library.asking import Question, check, in_force, unsaid, wanted, year
from briefer.library.candidates import Vocabulary, candidates, crowded, room
from briefer.library.keys import SYLLABIC, folds_away, key, plain, script
from briefer.library.likeness import INITIALS, SPELT, Likeness, untitled, words
from briefer.library.readings import Reading, readings
from briefer.library.tables import AnyRow, entity, programme, record, trait
from briefer.library.told import Named, told
from briefer.library.traits import BIRTH, IDENTIFIERS, numbers
from briefer.model.answers import Hit

WEIGHED = 40
"""How many candidates are weighed word by word, of those that are alike as a whole and of those that hold a part.

Two for each entity that is asked for, where that is more; all that hold every word asked for are weighed beside them.
"""

IN_ONE = 10
"""And how many of those that are alike when written without spaces, and of those that were found first."""

PUBLISHERS = ("ofac", "eu", "uk", "un", "ca", "au")
"""What stands before a publisher's own id in ours."""

GOOD = (95, 75, 0)
"""The best score from which the search does not go on to the next stage, with ever less of the name."""

_CHANCE = 2  # letters; a word of so few is known by chance
_UNBORN = 8  # points off where a year of birth is asked for and the list states none


_STILL = 85  # what is spelt like the word asked for keeps at least so much of its score
_SAID = 50  # per cent of its spelling, which alone can tell what is meant by a text of the same letters again and again
_UNTITLED = 99  # the most that a name scores without a title that was asked for
_EXACT = 101.0  # closer than any spelling
_TAIL = re.compile(r"[A-Z]{1,2}-[A-Z]{3,4}", re.IGNORECASE)  # an aircraft's registration without a digit
_LABEL = re.compile(r"^\D+")
_SWIFT = re.compile(r"(?:(?:SWIFT|BIC|CODE)\W+)*(?P<bank>[A-Z]{6}[A-Z0-9]{2})(?P<branch>[A-Z0-9]{3})?")
_HEAD_OFFICE = "XXX"  # as ISO 9362 writes the branch of a code of eleven letters that names none


@dataclass(frozen=True, slots=True, kw_only=True)
class _Match:
    """One name that may be meant, and how well it fits; `close` is the likeness of the spelling itself."""

    entity: str
    name: str
    score: int
    why: str
    close: float = 0.0


def search(connection: Connection, question: Question) -> tuple[Hit, ...]:
    """The entities that may be meant, best first; of each the name that fits best. BadCall for a wrong filter."""
    check(connection, question)
    matches = [*_by_id(connection, question), *_by_name(connection, question)]
    closest: dict[str, float] = defaultdict(float)
    for match in matches:
        closest[match.entity] = max(closest[match.entity], match.close)
    best: dict[str, _Match] = {}
    by_likeness = sorted(matches, key=lambda each: (each.name, each.entity))
    for match in sorted(by_likeness, key=lambda each: (each.score, closest[each.entity], each.close), reverse=True):
        if match.score >= max(question.min_score, 1):
            best.setdefault(match.entity, match)
    return _hits(connection, list(best.values())[: max(question.limit, 0)], question)


def more(connection: Connection, question: Question) -> int:
    """How many names were compared where still more hold the words asked for; 0 where all were."""
    check(connection, question)
    asked = words(key(year(question.name)[0]))
    cut = crowded(connection, asked, wanted(question), question.limit)
    return room(question.limit) if cut else 0


def _by_id(connection: Connection, question: Question) -> list[_Match]:
    """Those whose id is asked for, with or without its publisher, or who bear an identifier of this value."""
    filters = wanted(question)
    heads = select(entity.c.id, entity.c.caption)
    marks = select(entity.c.id, trait.c.value).join(trait, trait.c.entity == entity.c.id)
    asked = (
        heads.where(entity.c.id.in_(_ids(question.name))),
        marks.where(trait.c.kind.in_(set(IDENTIFIERS.values())), trait.c.value.in_(_values(question.name))),
        marks.where(trait.c.kind == IDENTIFIERS["swiftBic"], _swift(question.name)),
    )
    rows = [row for each in asked for row in connection.execute(each if filters is None else each.where(filters))]
    return [_Match(entity=id, name=shown, score=100, why="identifier", close=_EXACT) for id, shown in rows]


def _ids(name: str) -> list[str]:
    said = name.strip()
    return [said, *(f"{of}-{text}" for of in PUBLISHERS for text in dict.fromkeys((said, said.upper())))]


def _values(name: str) -> list[str]:
    """The identifiers that may be asked for: all of the text, what begins with its first digit, and its last word."""
    parts = (name, _LABEL.sub("", name), *name.split()[-1:])
    found = dict.fromkeys(each for part in parts for each in numbers(part))
    return [each for each in found if _TAIL.fullmatch(name.strip()) or any(map(str.isdigit, each))]


def _swift(name: str) -> ColumnElement[bool]:
    """The condition on a SWIFT code that it is the one asked for; without a branch all of the bank's are meant."""
    if not (found := _SWIFT.fullmatch(name.strip().upper())):
        return false()
    bank, branch = found["bank"], found["branch"]
    if branch in {None, _HEAD_OFFICE}:
        return trait.c.value.between(bank, f"{bank}ZZZ")
    return trait.c.value.in_((bank + branch, bank, bank + _HEAD_OFFICE))


def _by_name(connection: Connection, question: Question) -> list[_Match]:
    name, born = year(question.name)
    matches = _however_read(connection, question, name)
    if born is None:
        return matches
    whole = _matches(connection, question, Reading(name=question.name))
    named = [match for match in whole if str(born) in match.name]
    return [*named, *_born(connection, matches, born)]


def _however_read(connection: Connection, question: Question, name: str) -> list[_Match]:
    """The matches of the name as it stands and, until one is good, of each other reading of it."""
    matches: list[_Match] = []
    for each in readings(name):
        if _best(matches) < each.unless and _may_be(connection, each):
            matches += _matches(connection, question, each)
    return matches


def _may_be(connection: Connection, read: Reading) -> bool:
    asked = [word for word in words(key(read.name)) if len(word) > _CHANCE]
    return not read.known or any(sqlite.frequency(connection, asked).values())


def _best(matches: Iterable[_Match]) -> int:
    return max((each.score for each in matches), default=0)


def _matches(connection: Connection, question: Question, read: Reading) -> list[_Match]:
    asked = words(key(read.name))
    if not asked:
        return []
    vocabulary = Vocabulary(connection, asked, plain(read.name))
    seen: set[int] = set()
    matches: list[_Match] = []
    syllables = read.syllables or script(read.name) in SYLLABIC
    stages = candidates(connection, vocabulary, asked, wanted(question), question.limit, syllables=syllables)
    for found, good in zip(stages, GOOD, strict=True):
        fresh = {number: row for number, row in found.items() if number not in seen}
        seen |= found.keys()
        matches += _weighed(read, asked, vocabulary, fresh, question.limit)
        if _best(matches) >= good:
            break
    return list(_behind(matches)) if len(untitled(asked)) == 1 else matches


def _behind(matches: Sequence[_Match]) -> Iterator[_Match]:
    """Puts what is only spelt like the one word asked for behind the best name that holds the word itself."""
    best = _best(each for each in matches if SPELT not in each.why and INITIALS not in each.why)
    for each in matches:
        only_like = best and SPELT in each.why and INITIALS not in each.why
        yield replace(each, score=min(each.score, max(best - 1, _STILL))) if only_like else each


def _weighed(
    read: Reading, asked: list[str], vocabulary: Vocabulary, found: dict[int, AnyRow], limit: int
) -> Iterator[_Match]:
    written, spelt = script(read.name), plain(read.name)
    hardly_said = folds_away(spelt)
    bare = untitled(asked)
    said = Named(words=tuple(asked), spelt=spelt, script=written)
    for row in _likeliest(bare, vocabulary, found, max(WEIGHED, 2 * limit)):
        its = Named(words=tuple(words(row.key)), spelt=plain(row.name), script=script(row.name))
        close = fuzz.token_sort_ratio(spelt, its.spelt)
        if hardly_said and close < _SAID:
            continue
        alike = _compared(said, bare, its, vocabulary, syllables=read.syllables)
        if alike.score and (read.spelt or SPELT not in alike.why):
            how = read.how or (f"transliterated from {written}" if written and written != its.script else "")
            why = f"{alike.why}, {how}" if how else alike.why
            score = min(alike.score, round(close)) if hardly_said else alike.score
            yield _Match(entity=row.entity, name=row.name, score=score, why=why, close=close)


def _compared(asked: Named, bare: Sequence[str], found: Named, vocabulary: Vocabulary, *, syllables: bool) -> Likeness:
    """Compares with a name the words asked for, of titles those alone that it bears itself."""
    said = tuple(word for word in asked.words if word in bare or word in found.words)
    alike = told(replace(asked, words=said), found, vocabulary.rarity, syllables=syllables)
    if len(said) == len(asked.words) or not alike.score:
        return alike
    return Likeness(score=min(alike.score, _UNTITLED), why=f"{alike.why}, title left out")


def _likeliest(asked: Sequence[str], vocabulary: Vocabulary, found: dict[int, AnyRow], most: int) -> list[AnyRow]:
    """The candidates worth weighing: all that hold every word asked for, and of the others the likest."""
    if len(found) <= most:
        return list(found.values())
    keys = {number: vocabulary.likest(asked, row.key) for number, row in found.items()}
    text = " ".join(asked)
    likest = [process.extract(text, keys, scorer=each, limit=most) for each in _SCORERS]
    in_one = {number: its_key.replace(" ", "") for number, its_key in keys.items()}
    likest.append(process.extract("".join(asked), in_one, scorer=fuzz.ratio, limit=IN_ONE))
    every = set(asked)
    holding = (number for number, row in found.items() if every <= set(row.key.split()))
    numbers = (*islice(found, IN_ONE), *holding, *(number for some in likest for _, _, number in some))
    return [found[number] for number in dict.fromkeys(numbers)]


_SCORERS = (fuzz.token_sort_ratio, fuzz.token_set_ratio)


def _born(connection: Connection, matches: Iterable[_Match], born: int) -> Iterator[_Match]:
    """Keeps those who may be born in the year; where no birth is stated, the match weighs less."""
    kept = list(matches)
    ids = {match.entity for match in kept}
    rows = connection.execute(
        select(trait.c.entity, trait.c.value).where(trait.c.kind == BIRTH, trait.c.entity.in_(ids))
    )
    births: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        births[row.entity].append(row.value)
    for match in kept:
        if match.entity not in births:
            yield replace(match, score=max(0, match.score - _UNBORN), why=f"{match.why}, no birth stated")
        elif any(bounds[:4] <= str(born) <= bounds[11:15] for bounds in births[match.entity]):
            yield replace(match, why=f"{match.why}, born in {born}")


def _hits(connection: Connection, matches: Sequence[_Match], question: Question) -> tuple[Hit, ...]:
    ids = [match.entity for match in matches]
    heads = {row.id: row for row in connection.execute(select(entity).where(entity.c.id.in_(ids)))}
    tags = _grouped(
        connection.execute(
            select(programme.c.entity, programme.c.programme)
            .where(programme.c.entity.in_(ids), in_force(question.day))
            .order_by(programme.c.number)
        )
    )
    lists = _grouped(
        connection.execute(
            select(record.c.entity, record.c.list).where(record.c.entity.in_(ids)).order_by(record.c.list)
        )
    )
    return tuple(
        Hit(
            id=match.entity,
            caption=heads[match.entity].caption,
            schema=heads[match.entity].schema,
            score=match.score,
            matched=match.name,
            why=", ".join(filter(None, (match.why, unsaid(question, heads[match.entity].schema)))),
            programmes=tags[match.entity],
            listed=bool(tags[match.entity]),
            lists=lists[match.entity],
        )
        for match in matches
    )


def _grouped(rows: Iterable[AnyRow]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for id, each in rows:
        if each not in found[id]:
            found[id] += (each,)
    return found
