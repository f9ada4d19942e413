"""How much of what is asked a name tells: a word without a place in it counts for nothing, half a name is no name."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from briefer.library.keys import FORMS, GENERIC, SYLLABIC, bones, folded, key
from briefer.library.likeness import (
    ALL,
    EXACT,
    FORMLESS,
    INITIALS,
    JOINED,
    SPELT,
    Likeness,
    Weigh,
    alike,
    compare,
    near,
    same_names,
    weight,
)
from briefer.library.reasons import PART
from briefer.library.slips import is_slip
from briefer.library.words import FOREIGN

_CONSONANTS = frozenset({"Arabic", "Hebrew", "Syriac"})  # scripts that leave out vowels
_TRANSLATED = frozenset(word for english in FOREIGN for word in key(english).split())
_SPELLING = 60  # per cent; what is less alike than this is so by its consonants alone
_PIECE = 80  # per cent of a piece that stands in a longer word
_SHORT = 4  # letters; a shorter piece stands in a longer word as it is, or not at all
_PIECES = 0.75  # of a word's letters that its pieces have to make up
_RUNS = (2, 3, 4)  # words that may have been written apart
_LETTERS = 3  # and fewer may be initials
_SLIP = 5  # letters of a word that bears a slip
_SLIPPED = 0.8  # how much a slip takes from a word, by its letters
_PERSON = "Person"
_BESIDE = 15  # points that a name may score over the share of the telling words that it holds


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A name as it is compared: the words of its key, its plain spelling, its script, and of what kind its bearer is.

    A bearer of an unknown kind may be a person as well as an organisation.
    """

    words: tuple[str, ...]
    spelt: str
    script: str
    schema: str = ""


def told(asked: Named, found: Named, weigh: Weigh, *, syllables: bool = False) -> Likeness:
    """Compares two names, and takes off what speaks against them though their words agree.

    That is where the one telling word is alike by its consonants alone, unless one of the names is of a script without
    vowels; where an organisation form is asked for and a person is found; and where a letter of a name that is no
    person's would stand for a word.
    """
    rules = _Rules(
        syllables=syllables or bool({asked.script, found.script} & SYLLABIC),
        scripts=frozenset({asked.script, found.script}),
        weigh=weigh,
    )
    likeness = _told(asked, found, rules)
    if INITIALS in likeness.why and (whole := _without_letters(asked, found)):
        likeness = _told(asked, whole, rules)
    for speaks_against, share in _AGAINST:
        if likeness.score and speaks_against(asked, found, rules):
            likeness = replace(likeness, score=round(likeness.score * share))
    return likeness


def _told(asked: Named, found: Named, rules: "_Rules") -> Likeness:
    """Compares as `likeness.compare` does, and takes off what the words asked for do not bear out.

    A word with no place in the name takes its weight off a score that counts it; a name that holds a part of the
    telling words scores little more than this part, so that half of them make 65. A word of five letters or more with
    one slip in its spelling is the word itself, less the slip, also where their keys are further apart.
    """
    syllables = rules.syllables
    likeness = compare(asked.words, found.words, rules.weight, syllables=syllables)
    lacking = [word for word in asked.words if not _placed(word, found.words, rules)] if likeness.score < 100 else []
    if lacking and not syllables:
        lacking, slips = _as_spelt(asked, found, lacking)
        if slips:
            mended = [slips.get(word, word) for word in asked.words]
            likeness = _slipped(compare(mended, found.words, rules.weight), slips)
    if JOINED in likeness.why and not rules.characters:
        lacking = [word for word in lacking if not _completes(word, asked.words, found.words)]
    return _borne_out(likeness, asked.words, lacking, rules) if lacking else likeness


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rules:
    """How words are compared: as syllables, as the same characters alone, or also without their vowels.

    A syllable that happens to be a particle or a form elsewhere (du, su) is neither.
    """

    syllables: bool
    scripts: frozenset[str]
    weigh: Weigh

    def weight(self, word: str) -> float:
        return self.weigh(word) / (weight(word) if word in GENERIC and self.telling(word) else 1)

    @property
    def characters(self) -> bool:
        return len(self.scripts) == 1 and self.scripts <= SYLLABIC

    def telling(self, word: str) -> bool:
        return word not in GENERIC or (self.syllables and word not in _TRANSLATED)

    def like(self, one: str, other: str) -> bool:
        if self.characters or (self.syllables and min(len(one), len(other)) == 1):
            return False
        return bool(alike(one, other)) and (bool(self.scripts & _CONSONANTS) or not _by_consonants(one, other))

    def piece(self, piece: str, whole: str) -> bool:
        return _piece(piece, whole) or (bool(self.scripts & _CONSONANTS) and _piece(bones(piece), bones(whole)))


def _without_letters(asked: Named, found: Named) -> Named | None:
    """A name that is no person's without its letters, none of which was asked for; None where all of it is to count."""
    if found.schema in {"", _PERSON} or any(len(word) == 1 and word.isalpha() for word in asked.words):
        return None
    whole = tuple(word for word in found.words if len(word) > 1 or word.isdigit())
    return replace(found, words=whole) if 0 < len(whole) < len(found.words) else None


def _by_bones_alone(asked: Named, found: Named, rules: _Rules) -> bool:
    """Whether the one telling word asked for is like a word of the name, and like none of them by its letters."""
    telling = [word for word in asked.words if rules.telling(word)]
    if len(telling) != 1 or rules.syllables or rules.scripts & _CONSONANTS:
        return False
    like = [other for other in found.words if alike(telling[0], other)]
    return bool(like) and not any(near(telling[0], other) for other in like)


def _firm_for_person(asked: Named, found: Named, rules: _Rules) -> bool:
    """Whether an organisation form stands at the head or the end of what is asked, and a person without it is found."""
    if found.schema != _PERSON or rules.syllables or len(asked.words) == 1:
        return False
    return any(FORMS.get(word) and word not in found.words for word in (asked.words[0], asked.words[-1]))


_AGAINST = ((_by_bones_alone, 0.7), (_firm_for_person, 0.8))
"""What speaks against a name, and how much of its score it leaves."""


def _by_consonants(one: str, other: str) -> bool:
    """Whether two words have little more in common than their consonants."""
    return bones(one) == bones(other) and other not in same_names(one) and fuzz.ratio(one, other) < _SPELLING


def _placed(word: str, found: Sequence[str], rules: _Rules) -> bool:
    """Whether a word has a place in a name: as one like it, as a piece of a longer one, or as some written together."""
    if word in found or word.isdigit() or any(rules.like(word, other) for other in found):
        return True
    if rules.characters:
        return False
    if any(rules.piece(word, other) for other in found) or (not rules.syllables and _initials(word, found)):
        return True
    pieces = [other for other in found if rules.piece(other, word)]
    return len(pieces) > 1 and sum(map(len, pieces)) >= _PIECES * len(word)


def _completes(word: str, asked: Sequence[str], found: Sequence[str]) -> bool:
    """Whether a word and its neighbours written together are likelier one of the name than the neighbours alone."""
    place = asked.index(word)
    for size in _RUNS:
        for at in range(max(0, place - size + 1), min(place, len(asked) - size) + 1):
            whole = "".join(asked[at : at + size])
            rest = "".join(asked[at:place]) + "".join(asked[place + 1 : at + size])
            if any(alike(whole, other) > alike(rest, other) for other in found if len(other) >= _SHORT):
                return True
    return False


def _piece(piece: str, whole: str) -> bool:
    if len(piece) > 1 and piece in whole:
        return True
    return _SHORT <= len(piece) < len(whole) and fuzz.partial_ratio(piece, whole) >= _PIECE


def _initials(word: str, found: Sequence[str]) -> bool:
    if len(word) == 1:
        return any(word in other for other in found if len(other) <= _LETTERS)
    return len(word) <= _LETTERS and all(any(other.startswith(letter) for other in found) for letter in word)


def _as_spelt(asked: Named, found: Named, lacking: Sequence[str]) -> tuple[list[str], dict[str, str]]:
    """Of words without a place those with none as they are spelt either, and the keys that some are one slip off."""
    spelt = {folded(each): each for each in asked.spelt.split()}
    its = found.spelt.split()
    slips = {
        word: other
        for word in lacking
        for other in its
        if min(len(spelt.get(word, "")), len(other)) >= (_LETTERS if folded(other) in GENERIC else _SHORT)
        and is_slip(spelt[word], other)
    }
    left = [word for word in lacking if not (word in slips or any(_piece(spelt.get(word, ""), each) for each in its))]
    near = {word: folded(other) for word, other in slips.items() if len(other) >= _SLIP}
    near = {word: other for word, other in near.items() if other in found.words}
    return left, near


def _slipped(likeness: Likeness, slips: dict[str, str]) -> Likeness:
    """Takes off what the slips say against the name, and says that there are some."""
    share = 1 - _SLIPPED / min(map(len, slips.values()))
    why = likeness.why.replace(EXACT, ALL)
    return Likeness(score=round(likeness.score * share), why=why if SPELT in why else f"{why}, {SPELT}")


def _borne_out(likeness: Likeness, asked: Sequence[str], lacking: list[str], rules: _Rules) -> Likeness:
    """Takes the weight of the words that lack off a score that counts them, and holds it to the share of the others."""
    telling = [word for word in asked if rules.telling(word)]
    lacking = [word for word in lacking if word in telling]
    if not lacking or INITIALS in likeness.why:
        return likeness
    score, why = likeness.score, likeness.why
    held = PART.format(held=len(asked) - len(lacking), all=len(asked))
    if why.startswith(FORMLESS):
        why = why.replace(FORMLESS, held)
    elif why.startswith(ALL):
        score = round(score * (1 - sum(map(rules.weight, lacking)) / sum(map(rules.weight, asked))))
        why = why.replace(ALL, held)
    most = round(100 * (1 - sum(map(weight, lacking)) / sum(map(weight, telling)))) + _BESIDE
    return replace(likeness, score=min(score, most), why=why)
