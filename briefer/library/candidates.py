"""Names that may be meant: the words asked for, and those of the vocabulary that are like them, put to the index."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations
from math import log
from typing import Any

from rapidfuzz import fuzz, process
from sqlalchemy import ColumnElement, Connection, func, select

from briefer.library import sqlite
from briefer.library.keys import FORMS, GENERIC, WEIGHTS, bones, folded
from briefer.library.likeness import alike, same_names, untitled, weight
from briefer.library.slips import slips
from briefer.library.tables import AnyRow, entity, name, word

MOST = 600  # names from one question to the index, unless more entities are asked for
EACH = 10  # names for each entity that is asked for; few bear more
ALL = 1_000_000  # names, however many entities are asked for
FEWER = 200  # where a word of the name is left out
SIMILAR = 12  # words of the vocabulary in place of one asked for
_NEAR = 66  # per cent
_FAR = 50
_PARTS = 8  # trigrams of a word, the rarest
_MORE_PARTS = 10
_LONG = 5  # words; of a longer name not all are put to the index together
_NEAREST = 4  # words with the same consonants
_SHORT = 3  # letters; such a word alone finds much that is not meant
_INITIALS = 2  # letters and fewer stand for a person's names
_RUNS = 6  # of syllables that make a known word
_SLIP = 4  # letters of a word that bears a slip, and may have lost one by it
_ENDLESS = 24  # letters; a longer word is none
_RARE = 3  # names; a word in fewer may be a slip
_COMMON = 2000  # names; a word in more is no name of one alone
_RAREST = 2  # words of a name by which it is known in two spellings
_NAMELY = 5  # letters; a shorter word is like too many

Groups = list[list[str]]


class Vocabulary:
    """The words of all names, as one search sees them."""

    def __init__(self, connection: Connection, asked: Sequence[str], spelt: str = "") -> None:
        self._connection = connection
        self._spelt = {folded(each): each for each in spelt.split() if _SLIP <= len(each) <= _ENDLESS}
        self.frequency = sqlite.frequency(connection, asked)
        self._log = log(max(sqlite.indexed(connection), 1) + 2)
        self._alike: dict[tuple[str, int], list[str]] = {}
        self._kindred: dict[str, list[str]] = {}
        self._slipped: dict[str, list[str]] = {}
        self._stands_for: dict[str, str] = {}

    def rarity(self, its_word: str) -> float:
        """What a word weighs for being rare: from a little over half to all of its own weight."""
        often = self.frequency.get(its_word, 0)
        return weight(its_word) * (1 - 0.45 * log(often + 1) / self._log)

    def similar(self, asked: str, near: int = _NEAR) -> list[str]:
        """The words that one asked for may stand for, itself first where it is known."""
        if (asked, near) not in self._alike:
            self._alike[asked, near] = self._similar(asked, near)
            self._stands_for = {}
        return self._alike[asked, near]

    def _similar(self, asked: str, near: int) -> list[str]:
        parts = _PARTS if near == _NEAR else _MORE_PARTS
        around = sqlite.similar_words(self._connection, asked, parts) if len(asked) > 2 else []
        likely = process.extract(asked, around, scorer=fuzz.ratio, score_cutoff=near, limit=None)
        found = [each for each, _, _ in sorted(likely, key=lambda each: (-each[1], each[0]))[:SIMILAR]]
        self.learn(found)
        return list(dict.fromkeys((*self._kin(asked), *found)))

    def one_slip_off(self, asked: str) -> list[str]:
        """The words that one nobody bears may be a slip of, as it is spelt."""
        if asked not in self._spelt or self._count(asked):
            return []
        if asked not in self._slipped:
            near = sqlite.each_of({folded(each) for each in slips(self._spelt[asked])})
            known = self._connection.execute(select(word.c.word).where(word.c.word.in_(near))).scalars().all()
            self.learn(known)
            self._slipped[asked] = sorted(known)
        return self._slipped[asked]

    def close(self, asked: str) -> list[str]:
        """As `similar`; of a word that is well known only the forms of the same forename and the same consonants."""
        return self._kin(asked) if self._count(asked) >= _RARE else self.similar(asked)

    def near(self, asked: str) -> list[str]:
        """The word and those spelt nearly so, by which one name is known in two spellings; a short one is its kin."""
        if len(asked) < _NAMELY:
            return self._kin(asked)
        return [each for each in self.similar(asked) if alike(asked, each)]

    def _kin(self, asked: str) -> list[str]:
        if asked not in self._kindred:
            self._kindred[asked] = self._all_kin(asked)
        return self._kindred[asked]

    def _all_kin(self, asked: str) -> list[str]:
        self.learn((asked, *same_names(asked)))
        known = [each for each in (asked, *sorted(same_names(asked))) if self._count(each)]
        return list(dict.fromkeys((*known, *self._by_bones(asked))))

    def _by_bones(self, asked: str) -> list[str]:
        consonants = bones(asked)
        if len(consonants) < 2:
            return []
        of_these = select(word.c.word).where(word.c.bones == consonants).order_by(word.c.word).limit(100)
        rows = self._connection.execute(of_these).scalars()
        likely = [each for each in rows if alike(asked, each)]
        self.learn(likely)
        often = sorted(likely, key=lambda each: -self._count(each))[:SIMILAR]
        nearest = process.extract(asked, likely, scorer=fuzz.ratio, limit=_NEAREST)
        return list(dict.fromkeys((*often, *(each for each, _, _ in nearest))))

    def likest(self, asked: Sequence[str], its_key: str) -> str:
        """A key with the words asked for in place of those that are like them, as the two are compared whole."""
        if not self._stands_for:
            for (word_asked, _), some in self._alike.items():
                self._stands_for |= dict.fromkeys(some, word_asked)
            self._stands_for |= {word: word for word in asked}
        return " ".join(self._stands_for.get(each, each) for each in its_key.split())

    def _count(self, its_word: str) -> int:
        self.learn((its_word,))
        return self.frequency[its_word]

    def learn(self, some: Iterable[str]) -> None:
        """Asks at once how often some words stand in names."""
        if fresh := [each for each in dict.fromkeys(some) if each not in self.frequency]:
            self.frequency |= sqlite.frequency(self._connection, fresh)

    def joined(self, parts: Sequence[str]) -> list[str]:
        """The words that some words may be when written together; only rare ones are parts by mistake."""
        whole = "".join(parts)
        if len(parts) == 2 and min(self._count(each) for each in parts) < _RARE:
            return [each for each in self.similar(whole) if alike(whole, each)]
        return [whole] if self._count(whole) else []

    def halves(self, asked: str) -> Sequence[tuple[str, ...]]:
        """The pairs of known words that a word may be written together from, the likeliest first."""
        cuts = [(asked[:at], asked[at:]) for at in range(2, len(asked) - 1)]
        self.learn(half for cut in cuts for half in cut)
        known = [(min(self._count(one), self._count(other)), one, other) for one, other in cuts]
        return [(one, other) for often, one, other in sorted(known, reverse=True) if often][:3]


def candidates(
    connection: Connection,
    vocabulary: Vocabulary,
    asked: Sequence[str],
    wanted: ColumnElement[bool] | None,
    limit: int,
    *,
    syllables: bool = False,
) -> Iterator[dict[int, AnyRow]]:
    """Yields the names found so far, three times: by the words as they stand, by what is like them, by parts of them.

    The caller stops where what was found is good enough; a stage asks on until there are names enough for the limit.
    """
    enough, size = 2 * limit, len(" ".join(asked))
    words = telling(untitled(asked))
    found = {row.number: row for row in _by_initials(connection, asked, wanted)}
    for groups in _whole(vocabulary, asked, words):
        found |= {row.number: row for row in _ask(connection, groups, wanted, FEWER, size)}
    first = _first(vocabulary, asked, words, syllables)
    stages = ((first, _near(vocabulary, words)), (_second(vocabulary, words), ()), (_last(vocabulary, words), ()))
    for stage, always in stages:
        before = len(found)
        for most, groups in stage:
            if len(found) - before < enough and all(groups):
                for row in _ask(connection, groups, wanted, room(limit) if most == MOST else most, size):
                    found.setdefault(row.number, row)
        for groups in always:
            for row in _ask(connection, groups, wanted, room(limit), size):
                found.setdefault(row.number, row)
        yield found


def room(limit: int) -> int:
    """The most names that one question to the index brings, where so many entities are asked for."""
    return min(max(MOST, EACH * limit), ALL)


def crowded(connection: Connection, asked: Sequence[str], wanted: ColumnElement[bool] | None, limit: int) -> bool:
    """Whether more names hold the words that tell than a search compares."""
    words, most = telling(untitled(asked)), room(limit)
    if not words or min(sqlite.frequency(connection, words).values()) <= most:
        return False
    return len(_ask(connection, [[each] for each in words], wanted, most + 1, 0)) > most


def _by_initials(connection: Connection, asked: Sequence[str], wanted: ColumnElement[bool] | None) -> Sequence[AnyRow]:
    """The names whose initials are asked for, alone or with one more word."""
    letters = [each for each in asked if len(each) > _INITIALS and each not in GENERIC]
    if not letters or len(asked) > _INITIALS:
        return ()
    return _rows(connection, name.c.initials.in_(letters), wanted, FEWER, 0)


def _rows(
    connection: Connection, which: ColumnElement[bool], wanted: ColumnElement[bool] | None, most: int, size: int
) -> Sequence[AnyRow]:
    asked: Any = select(name.c.number, name.c.entity, name.c.name, name.c.key).where(which)
    if wanted is not None:
        asked = asked.join(entity, entity.c.id == name.c.entity).where(wanted)
    nearest = asked.order_by(func.abs(func.length(name.c.key) - size), name.c.key, name.c.entity, name.c.name)
    rows: Sequence[AnyRow] = connection.execute(nearest.limit(most)).all()
    return rows


def _ask(
    connection: Connection, groups: Groups, wanted: ColumnElement[bool] | None, most: int, size: int
) -> Sequence[AnyRow]:
    if wanted is None:
        return sqlite.names(connection, groups, most, size)
    return _rows(connection, name.c.number.in_(sqlite.matching(groups)), wanted, most, size)


def telling(words: Sequence[str]) -> list[str]:
    """The words that a name is looked up by: whole ones that say something, else whatever there is."""
    whole = [each for each in words if len(each) > 1 or each.isdigit()]
    for some in ([each for each in whole if each not in GENERIC], [each for each in whole if each not in FORMS]):
        if some:
            return some
    return whole or list(words)


Questions = Iterator[tuple[int, Groups]]


def _first(vocabulary: Vocabulary, asked: Sequence[str], words: Sequence[str], syllables: bool) -> Questions:
    """The words as they stand, the strictest question first, each with the most names that it may bring."""
    yield MOST, [[each] for each in asked]
    yield MOST, [[each] for each in words]
    for groups in _split(vocabulary, words):
        yield MOST, groups
    yield MOST, [vocabulary.close(each) for each in words]
    for groups in _syllables(vocabulary, asked) if syllables else _joined(vocabulary, asked, words):
        yield MOST, groups
    for groups in _fewer(vocabulary, words, vocabulary.close):
        yield FEWER, groups


def _near(vocabulary: Vocabulary, words: Sequence[str]) -> Iterator[Groups]:
    """The rarest words in all their near spellings, which are asked for however many names hold them as they stand."""
    often = {each: vocabulary.frequency.get(each, 0) for each in words}
    rarest = sorted((each for each in often if often[each] <= _COMMON), key=lambda each: often[each])[:_RAREST]
    if not rarest or not all(often.values()):  # the next stage asks for what is like an unknown word
        return
    groups = [vocabulary.near(each) if each in rarest else vocabulary.close(each) for each in words]
    if len(words) == 1:
        groups = [[each for each in groups[0] if each not in words]]
    if all(groups):
        yield groups


def _second(vocabulary: Vocabulary, words: Sequence[str]) -> Questions:
    """All that the words may be slips of, a single one first."""
    slipped = [vocabulary.one_slip_off(each) for each in words]
    if any(slipped):
        yield MOST, [some or vocabulary.close(each) for some, each in zip(slipped, words, strict=True)]
    yield MOST, [vocabulary.similar(each) for each in words]
    for groups in _fewer(vocabulary, words, vocabulary.similar):
        yield FEWER, groups


def _fewer(vocabulary: Vocabulary, words: Sequence[str], like: Callable[[str], list[str]]) -> Iterator[Groups]:
    """All words but one, the commonest left out first; of a long name the rarest in pairs, which asks less."""
    known = sorted((each for each in words if like(each)), key=vocabulary.rarity, reverse=True)
    size = len(known) - 1 if len(known) < _LONG else 2
    for some in combinations(known[:_LONG], size) if size > 0 else ():
        yield [like(each) for each in some]


def _joined(vocabulary: Vocabulary, asked: Sequence[str], words: Sequence[str]) -> Iterator[Groups]:
    """Neighbouring words written together."""
    neighbours = [asked[at : at + size] for size in (2, 3, 4) for at in range(len(asked) - size + 1)]
    vocabulary.learn("".join(parts) for parts in neighbours)
    for parts in neighbours:
        if near := vocabulary.joined(parts):
            yield [near, *(vocabulary.close(each) for each in words if each not in parts)]


def _whole(vocabulary: Vocabulary, asked: Sequence[str], words: Sequence[str]) -> Iterator[Groups]:
    """Two neighbours that are one known word when written together."""
    pairs = ["".join(asked[at : at + 2]) for at in range(len(asked) - 1)]
    vocabulary.learn(pairs)
    for at, whole in enumerate(pairs):
        if vocabulary.frequency[whole]:
            yield [[whole], *([each] for each in words if each not in asked[at : at + 2])]


def _syllables(vocabulary: Vocabulary, asked: Sequence[str]) -> Iterator[Groups]:
    """Words made of the syllables of a name, the rarest first, in pairs and then alone."""
    runs = [tuple(range(at, at + size)) for size in (2, 3, 4) for at in range(len(asked) - size + 1)]
    whole = {run: "".join(asked[at] for at in run) for run in runs if not GENERIC & {asked[at] for at in run}}
    vocabulary.learn(whole.values())
    known = [run for run in runs if vocabulary.frequency.get(whole.get(run, ""), 0)]
    rarest = sorted(known, key=lambda run: (vocabulary.frequency[whole[run]], -len(run)))[:_RUNS]
    for one, other in combinations(rarest, 2):
        if not set(one) & set(other):
            yield [[whole[one]], [whole[other]]]
    for run in rarest:
        rest = {each for at, each in enumerate(asked) if at not in run and each not in GENERIC}
        yield [[whole[run]], sorted(rest)] if rest else [[whole[run]]]
    for run in rarest:
        yield [[whole[run]]]


def _split(vocabulary: Vocabulary, words: Sequence[str]) -> Iterator[Groups]:
    """Words written together taken apart, the shortest into letters."""
    for at, each in enumerate(words):
        if vocabulary.frequency.get(each, 0) < _RARE:
            rest = [vocabulary.close(other) for place, other in enumerate(words) if place != at]
            for halves in vocabulary.halves(each) if len(each) > 4 else [tuple(each)]:
                yield [*([half] for half in halves), *rest]


def _last(vocabulary: Vocabulary, words: Sequence[str]) -> Questions:
    """Each telling word alone, long ones and the rarest first, by ten of its trigrams."""
    telling_ = [each for each in words if WEIGHTS.get(each, 1.0) == 1.0]
    for each in sorted(telling_, key=lambda each: (len(each) <= _SHORT, vocabulary.frequency.get(each, 0))):
        yield MOST, [vocabulary.similar(each, _FAR)]
