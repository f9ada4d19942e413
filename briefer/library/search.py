"""Finds entities by name: candidates through the index, weighed by likeness, told apart by birth, each with its why."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from rapidfuzz import fuzz, process
from sqlalchemy import Connection, select

from briefer.library import sqlite
from briefer.library.asking import Question, check, in_force, unsaid, wanted, year
from briefer.library.candidates import Vocabulary, candidates, crowded, room
from briefer.library.identified import identified
from briefer.library.keys import FORMS, SYLLABIC, digits_inside, folded, folds_away, key, plain, script
from briefer.library.likeness import ALL, EXACT, INITIALS, SPELT, Likeness, untitled, words
from briefer.library.readings import Reading, readings
from briefer.library.reasons import (
    BORN,
    DIGITS,
    IDENTIFIER,
    SOUNDS,
    TITLE,
    TRANSLITERATED,
    UNBORN,
    in_words,
)
from briefer.library.tables import AnyRow, entity, programme, record, trait
from briefer.library.told import Named, told
from briefer.library.traits import BIRTH, is_email
from briefer.model.answers import Hit

WEIGHED = 40
"""How many candidates are weighed word by word, of those that are alike as a whole and of those that hold a part.

Two for each entity that is asked for, where that is more; all that hold every word asked for are weighed beside them.
"""

IN_ONE = 10
"""And how many of those that are alike when written without spaces, and of those that were found first."""

GOOD = (95, 75, 0)
"""The best score from which the search does not go on to the next stage, with ever less of the name."""

_CHANCE = 2  # letters; a word of so few is known by chance
_UNBORN = 8  # points off where a year of birth is asked for and the list states none


_STILL = 85  # what is spelt like the word asked for keeps at least so much of its score
_SAID = 50  # per cent of its spelling, which alone can tell what is meant by a text of the same letters again and again
_UNTITLED = 99  # the most that a name scores without a title that was asked for
_SAME = {EXACT, ALL}  # what is said of names of the same keys
_EXACT = 101.0  # closer than any spelling


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
    found = identified(connection, question)
    matches = [_Match(entity=id, name=shown, score=100, why=IDENTIFIER, close=_EXACT) for id, shown in found]
    if not is_email(question.name):  # whose words, taken for a name, find anybody
        matches += _by_name(connection, question)
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
    if all(word in FORMS for word in asked):  # alone they name nobody, so that nothing is found
        return 0
    cut = crowded(connection, asked, wanted(question), question.limit)
    return room(question.limit) if cut else 0


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
        likely = _likeliest(untitled(asked), vocabulary, fresh, max(WEIGHED, 2 * question.limit))
        matches += _weighed(read, asked, vocabulary, likely, _schemata(connection, likely))
        if _best(matches) >= good:
            break
    return list(_behind(matches)) if len(untitled(asked)) == 1 else matches


def _behind(matches: Sequence[_Match]) -> Iterator[_Match]:
    """Puts what is only spelt like the one word asked for behind the best name that holds the word itself."""
    best = _best(each for each in matches if SPELT not in each.why and INITIALS not in each.why)
    for each in matches:
        only_like = best and SPELT in each.why and INITIALS not in each.why
        yield replace(each, score=min(each.score, max(best - 1, _STILL))) if only_like else each


def _schemata(connection: Connection, rows: Iterable[AnyRow]) -> dict[str, str]:
    """Of what kind the bearers of some names are."""
    ids = sqlite.each_of({row.entity for row in rows})
    found = connection.execute(select(entity.c.id, entity.c.schema).where(entity.c.id.in_(ids)))
    return {row.id: row.schema for row in found}


def _weighed(
    read: Reading, asked: list[str], vocabulary: Vocabulary, rows: Iterable[AnyRow], schemata: dict[str, str]
) -> Iterator[_Match]:
    spelt, digits = plain(read.name), digits_inside(read.name)
    hardly_said = folds_away(spelt)
    said = Named(words=tuple(asked), spelt=spelt, script=script(read.name))
    for row in rows:
        schema = schemata[row.entity]
        its = Named(words=tuple(words(row.key)), spelt=plain(row.name), script=script(row.name), schema=schema)
        close = fuzz.token_sort_ratio(spelt, its.spelt)
        if hardly_said and close < _SAID:
            continue
        alike = _compared(said, its, vocabulary, syllables=read.syllables)
        if alike.score and (read.spelt or SPELT not in alike.why):
            as_letters = DIGITS if digits and not digits_inside(row.name) else ""
            why = ", ".join(filter(None, (alike.why, as_letters, *_how(read, said, its, alike.why))))
            score = min(alike.score, round(close)) if hardly_said else alike.score
            yield _Match(entity=row.entity, name=row.name, score=score, why=why, close=close)


def _how(read: Reading, asked: Named, its: Named, why: str) -> Iterator[str]:
    """In what way the text asked for was read to be compared with a name."""
    if asked.script and asked.script != its.script and not read.how:
        yield TRANSLITERATED.format(script=asked.script)
    if why in _SAME and not asked.script and not its.script and _sounds_alike(asked.spelt, its.spelt):
        yield SOUNDS
    yield read.how


def _sounds_alike(one: str, other: str) -> bool:
    """Whether two plain texts have the same words in other letters."""
    first, second = (sorted(map(folded, text.split())) for text in (one, other))
    return first == second and sorted(one.split()) != sorted(other.split())


def _compared(asked: Named, found: Named, vocabulary: Vocabulary, *, syllables: bool) -> Likeness:
    """Compares with a name the words asked for, of titles those alone that it bears itself."""
    bare = untitled(asked.words, found.schema)
    said = tuple(word for word in asked.words if word in bare or word in found.words)
    alike = told(replace(asked, words=said), found, vocabulary.rarity, syllables=syllables)
    if len(said) == len(asked.words) or not alike.score:
        return alike
    return Likeness(score=min(alike.score, _UNTITLED), why=f"{alike.why}, {TITLE}")


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
            yield replace(match, score=max(0, match.score - _UNBORN), why=f"{match.why}, {UNBORN}")
        elif any(bounds[:4] <= str(born) <= bounds[11:15] for bounds in births[match.entity]):
            yield replace(match, why=f"{match.why}, {BORN.format(year=born)}")


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
            why=", ".join(filter(None, (in_words(match.why), unsaid(question, heads[match.entity].schema)))),
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
