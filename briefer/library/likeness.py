"""How alike two names are, from 0 to 100, and why: their words are paired, and what is left over is weighed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import permutations

from rapidfuzz.distance import OSA

from briefer.language import mark
from briefer.library.keys import FORMS, GENERIC, SYLLABIC, UNNAMED, WEIGHTS, bones, folded, key, script
from briefer.library.reasons import PART
from briefer.library.words import ADDRESSES, NUMBERS, SAME_NAMES, TITLES, VESSELS

THRESHOLD = 80
"""From this score on two names count as names of one."""

EXACT, ALL = mark("exact name"), mark("all words")
"""What is said of names of the same words, in the same order or another, and of one that holds all that were asked for.

These and all that is said beside them are English until they are told, since what follows goes by them.
"""

INITIALS, SPELT = mark("initials"), mark("some spelt differently")
"""What is said of words that are alike without being the same."""

JOINED = mark("some joined or split")
"""What is said of words written together or apart."""

FORMLESS = mark("all words but the form")
"""What is said of a name that holds all that was asked for except the organisation form."""

_NUMBER = {folded(word): digit for digit, words in NUMBERS.items() for word in words.split()}
_SAME: dict[str, set[str]] = {}
for _names in SAME_NAMES:
    for _name in folded(_names).split():
        _SAME.setdefault(_name, set()).update(folded(_names).split())
for _word, _digit in _NUMBER.items():
    _SAME.setdefault(_digit, set()).add(_word)

_TYPOS = (0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 3)  # by the length of the shorter word
_INITIALS = {"j": "jei", "i": "ieju"}  # what a letter may have become in a key's word
_VOWELS = frozenset("aeiou")
_VOWEL_CLASSES = str.maketrans("eo", "iu")
_FILLED = 0.94  # how alike a word is to itself without some of its vowels
_ONE = 0.83  # from here on words written together are taken for one
_INITIAL = 0.9  # how much a letter says of the word it stands for
_LITTLE = 0.5  # how much a letter weighs
_OTHER_FORM = 6  # points off where both name an organisation form, and not the same
_OTHER_NUMBER = 14  # points off where one has a number that the other has not
_UNTELLING = 50  # the most that a name of common words alone can score against a telling one
_SYLLABLE = 0.85  # how much is left of a likeness of two syllables, which differ by a letter without being alike
_ACRONYM = 3  # letters at least
_SHORT = 4  # letters of a word that may be a syllable

_TITLES = frozenset(folded(TITLES).split())
_ADDRESSES = _TITLES | frozenset(folded(ADDRESSES).split())
_VESSELS = frozenset(folded(VESSELS).split())
_UNTITLED: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())
_TITLED = {
    "": (_ADDRESSES, _TITLES),
    "Person": (_ADDRESSES - _VESSELS, _TITLES - _VESSELS),
    "Vessel": (_VESSELS, _VESSELS),
}

Weigh = Callable[[str], float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """A score from 0 to 100, and the reason in words."""

    score: int
    why: str


NOTHING = Likeness(score=0, why="")


@dataclass(slots=True)
class _Pairs:
    """The words of two names that belong together, with how alike they are, and those without a partner."""

    left: list[str]
    right: list[str]
    pairs: list[tuple[str, str, float]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    acronym: bool = False

    def take(self, one: str, other: str, share: float) -> None:
        self.left.remove(one)
        self.right.remove(other)
        self.pairs.append((one, other, share))


def likeness(one: str, other: str) -> Likeness:
    """Compares two names in any script; the same whichever stands first."""
    first, second = words(key(one)), words(key(other))
    syllables = bool({script(one), script(other)} & SYLLABIC)
    both = (compare(*each, syllables=syllables) for each in ((first, second), (second, first)))
    return max(both, key=lambda each: each.score)


def words(its_key: str) -> list[str]:
    """Gives the words of a key as they are compared: numbers as digits, none twice."""
    found = [_NUMBER.get(word, word) for word in its_key.split()]
    return [word for place, word in enumerate(found) if word.isdigit() or word not in found[:place]]


def weight(word: str) -> float:
    """What a word weighs by itself."""
    return WEIGHTS.get(word, _LITTLE if len(word) == 1 else 1.0)


def same_names(word: str) -> frozenset[str]:
    """The other forms of a forename or a number, as words of keys."""
    return frozenset(_SAME.get(word, ()))


def untitled(asked: Sequence[str], schema: str = "") -> list[str]:
    """Gives the words asked for without titles, and without what addresses somebody at their head.

    Where no other word would tell who is meant, all of them stay. Where the schema of the bearer is known, a rank is a
    title of a person alone, and of a vessel what stands before a vessel's name.
    """
    heads, titles = _TITLED.get(schema, _UNTITLED)
    head = next((at for at, word in enumerate(asked) if word not in heads), 0)
    left = [word for word in asked[head:] if word not in titles]
    return left if any(len(word) > 1 and word not in GENERIC for word in left) else list(asked)


def compare(asked: Sequence[str], found: Sequence[str], weigh: Weigh = weight, *, syllables: bool = False) -> Likeness:
    """Compares the words of two keys, of which the first may be a part; `weigh` may know how rare a word is.

    Of a name written in a script of syllables (Han, Hangul) each is a word of the key: none stands for an initial.
    """
    if not asked or not found:
        return NOTHING
    if sorted(asked) == sorted(found):
        return Likeness(score=100, why=EXACT if list(asked) == list(found) else ALL)
    pairs = _paired(asked, found, syllables)
    telling = sum(_tells(one, other) for one, other, _ in pairs.pairs) + pairs.acronym
    most = 99 if telling else _without_telling(asked, found)
    if not pairs.pairs or not most:
        return NOTHING
    score = 100 * _covered(pairs, 0 if syllables else telling, weigh) - _penalty(asked, found, pairs)
    return Likeness(score=max(0, min(most, round(score))), why=_why(pairs, asked, syllables))


def _tells(one: str, other: str) -> bool:
    return one not in GENERIC and (min(len(one), len(other)) > 1 or one.isdigit())


def _without_telling(asked: Sequence[str], found: Sequence[str]) -> int:
    """The most that names can score whose common words alone agree."""
    if any(word not in GENERIC for word in asked) or all(word in FORMS for word in asked):
        return 0
    return _UNTELLING if len(asked) == 1 or any(word not in GENERIC for word in found) else 99


def _paired(asked: Sequence[str], found: Sequence[str], syllables: bool) -> _Pairs:
    left, right = list(asked), list(found)
    same: list[tuple[str, str, float]] = []
    for word in asked:
        if word in right:
            left.remove(word)
            right.remove(word)
            same.append((word, word, 1.0))
    notes: list[str] = []
    letters = [] if syllables else acronym(left, right)
    left = [*(word for word in left if word != "".join(letters)), *letters]
    if left and right:
        left, right, joined = _joined(left, right, syllables)
        notes += joined
    pairs = _Pairs(left=left, right=right, pairs=same, notes=notes, acronym=bool(letters))
    measure = _alike_syllables if syllables else alike
    likely = ((measure(one, other), one, other) for one in left for other in right)
    for share, one, other in sorted((each for each in likely if each[0]), key=lambda each: -each[0]):
        if one in pairs.left and other in pairs.right:
            pairs.take(one, other, share)
            pairs.notes += [_spelt(one, other)] if share < 1 else []
    return pairs


def _alike_syllables(one: str, other: str) -> float:
    if min(len(one), len(other)) == 1:
        return 0.0
    share = alike(one, other)
    return share if share == 1 or min(len(one), len(other)) > _SHORT else share * _SYLLABLE


def _joined(left: list[str], right: list[str], syllables: bool) -> tuple[list[str], list[str], list[str]]:
    """Writes words together where the other name has them as one, and initials apart."""
    if not syllables:
        left, right = _apart(left, right), _apart(right, left)
    right, first = _together(right, left)
    left, second = _together(left, right)
    while syllables and second:
        left, second = _together(left, right)
        first = True
    return left, right, [JOINED] if first or second else []


def acronym(asked: Sequence[str], found: Sequence[str]) -> list[str]:
    """The letters of the first word asked for that is the initials of all words of the other name, or of all but
    particles; three at least, since two stand for a person's names. A second word that tells something belongs to
    nothing of the other name, so that no word is initials then."""
    if sum(word not in GENERIC for word in asked) > 1:
        return []
    named = [word for word in found if word not in FORMS]
    several = (named, [word for word in named if word not in UNNAMED])
    for word in asked:
        if len(word) >= _ACRONYM and any(_starts(word, words) and len(word) == len(words) for words in several):
            return list(word)
    return []


def _starts(letters: str, words: Sequence[str]) -> bool:
    return all(word[0] in _INITIALS.get(letter, letter) for letter, word in zip(letters, words, strict=False))


def _apart(parts: list[str], whole: list[str]) -> list[str]:
    """Takes a short word for initials where the other name has words that begin so, in that order."""
    for place, word in enumerate(parts):
        if 2 <= len(word) <= 3 and not word.isdigit() and word not in GENERIC and len(whole) >= len(word):
            long = [other for other in whole if len(other) > 1]
            if any(_starts(word, long[first:]) for first in range(len(long) - len(word) + 1)):
                return [*parts[:place], *word, *parts[place + 1 :]]
    return parts


def _together(parts: list[str], whole: list[str]) -> tuple[list[str], bool]:
    sizes = [len(word) for word in parts]
    near = {len(word) + more for word in whole for more in (-2, -1, 0, 1, 2)}
    for places in _runs(len(parts)):
        if sum(map(sizes.__getitem__, places)) in near and not _strewn(places, sizes):
            joined = "".join(parts[at] for at in places)
            if any(abs(len(joined) - len(word)) < 3 and _as_one(joined, word, len(places)) for word in whole):
                return [*(word for at, word in enumerate(parts) if at not in places), joined], True
    return parts, False


@lru_cache(maxsize=64)
def _runs(size: int) -> tuple[tuple[int, ...], ...]:
    """The places of words that may have been written together: neighbours, and any two in either order."""
    neighbours = (tuple(range(at, at + run)) for run in (4, 3) for at in range(size - run + 1))
    return (*neighbours, *permutations(range(size), 2))


def _strewn(places: Sequence[int], sizes: Sequence[int]) -> bool:
    """Whether words are letters that do not stand side by side, which make no word."""
    return all(sizes[at] == 1 for at in places) and places[-1] - places[0] != len(places) - 1


def _as_one(joined: str, word: str, parts: int) -> bool:
    if len(word) < 4 and len(word) != parts:  # short words arise by chance, initials do not
        return False
    near = min(len(joined), len(word)) > 5
    return joined == word or (near and alike(joined, word) >= _ONE)


@lru_cache(maxsize=1 << 12)
def alike(one: str, other: str) -> float:
    """How alike two words of keys are, from 0 (not at all, or hardly) to 1."""
    return _alike(one, other, consonants=True)


def near(one: str, other: str) -> float:
    """How alike two words of keys are by their letters, or as forms of one name; 0 where by their consonants alone."""
    return _alike(one, other, consonants=False)


def _alike(one: str, other: str, *, consonants: bool) -> float:
    if one == other:
        return 1.0
    short, long = sorted((one, other), key=len)
    if len(short) == 1:
        return _INITIAL if long[0] in _INITIALS.get(short, short) and not short.isdigit() else 0.0
    if one.isdigit() or other.isdigit():
        return 0.0
    if other in _SAME.get(one, ()):
        return 0.93
    same_first = short[0] == long[0]
    allowed = _TYPOS[min(len(short), len(_TYPOS) - 1)]
    distance = OSA.distance(one, other, score_cutoff=4)
    if distance > 1 and "rn" in short + long and one.replace("rn", "m") == other.replace("rn", "m"):
        distance = 1
    if distance > 1 and not same_first and (one in GENERIC or other in GENERIC):  # "central" is no "general"
        allowed = 1
    if distance <= allowed:
        return 1 - distance / len(long) * (0.8 if same_first else 1.0)
    return _by_consonants(one, other, hardly_differ=distance <= allowed + 1 and same_first) if consonants else 0.0


def _by_consonants(one: str, other: str, *, hardly_differ: bool) -> float:
    """How alike words are whose vowels differ a little, or that a script without vowels has written."""
    consonants = bones(one)
    if len(consonants) < 2 or consonants != bones(other):
        return 0.0
    if any(poor(word) for word in (one, other)):
        short, long = sorted((one, other), key=len)
        return _FILLED if len(short) > 2 and _fills(short, long) else 0.85
    if one.translate(_VOWEL_CLASSES) == other.translate(_VOWEL_CLASSES):
        return 0.85
    return 0.85 if hardly_differ and len(consonants) > 2 else 0.0


def poor(word: str) -> bool:
    """Whether a word has so few vowels that a script without them may have written it."""
    return 3 * sum(letter in _VOWELS for letter in word) <= len(word)


def _fills(short: str, long: str) -> bool:
    """Whether the longer word only adds vowels to the shorter; e stands for i and o for u."""
    rest = iter(long.translate(_VOWEL_CLASSES))
    return all(letter in rest for letter in short.translate(_VOWEL_CLASSES))


def _spelt(one: str, other: str) -> str:
    return INITIALS if min(len(one), len(other)) == 1 else SPELT


def _covered(pairs: _Pairs, telling: int, weigh: Weigh) -> float:
    """The part of the words that is paired; a name may leave out words that the other has."""
    weights = [min(weigh(one), weigh(other)) for one, other, _ in pairs.pairs]
    matched = sum(each * share for each, (_, _, share) in zip(weights, pairs.pairs, strict=True))
    untold = sum(weigh(one) - weigh(other) for one, other, _ in pairs.pairs if len(other) == 1 < len(one)) / 2
    of_left = matched / (sum(weights) + untold + sum(map(weigh, pairs.left)))
    of_right = matched / (sum(weights) + sum(map(weigh, pairs.right)))
    if telling > 1:
        return 0.8 * max(of_left, of_right) + 0.2 * min(of_left, of_right)
    return 0.8 * of_left + 0.2 * of_right


def _penalty(asked: Sequence[str], found: Sequence[str], pairs: _Pairs) -> int:
    forms = [{FORMS[word] for word in some if FORMS.get(word)} for some in (asked, found)]
    points = _OTHER_FORM if all(forms) and not forms[0] & forms[1] else 0
    return points + _OTHER_NUMBER * any(word.isdigit() for word in (*pairs.left, *pairs.right))


def _why(pairs: _Pairs, asked: Sequence[str], syllables: bool) -> str:
    said = PART.format(held=max(1, len(asked) - len(pairs.left)), all=len(asked)) if pairs.left else ALL
    if pairs.left and not syllables and all(word in FORMS for word in pairs.left):
        said = FORMLESS
    return ", ".join(dict.fromkeys((said, *pairs.notes)))
