"""Other ways to read a name than letter by letter: Han in Korean or Japanese, Hangul as the North spells it, Arabic."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefer.language import mark
from briefer.library.han import japanese, korean
from briefer.library.keys import SYLLABIC, plain, script
from briefer.library.korean import northern, other_half
from briefer.library.reasons import TRANSLITERATED
from briefer.library.words import ABBREVIATED, KOREAN_SURNAMES

BACKWARDS = mark("read backwards")
FOREIGN_NAME = mark("read as a foreign name")
IN_PERSIAN = mark("read in Persian")
IN_JAPANESE = mark("read in Japanese")
IN_KOREAN = mark("read in Korean")
BY_SOUND = mark("read by its sound")
FROM_HANGUL = TRANSLITERATED.format(script="Hangul")
NORTHERN = mark("spelt as in North Korea")
OTHER_KOREA = mark("begun as in the other Korea")

_DOT = re.compile("[·・‧•]")
_PERSIAN = str.maketrans("ضظذثصطق", "زززسستگ")  # as Persian and Urdu speak them, in letters that say just that
_FOREIGN = str.maketrans("ضظف", "ززڤ")  # a name from abroad: Arabic has no letter of its own for v
_P = str.maketrans("ب", "پ")  # nor for p
_FIRST = (  # vowels that begin a name from abroad, in letters of other languages that say just that
    (re.compile("\\b[أا]و(?=\\w)"), "ۆ"),
    (re.compile("\\bاي(?=\\w)"), "إ"),
    (re.compile("\\bعث"), "ۆس"),
)
_CONSONANT_U = re.compile(r"(?<=\w)و(?=\w)")
_V = "ڤ"
_TITLE = re.compile(rf"(?<!\w)(?:{'|'.join(ABBREVIATED)})(?!\w)", re.IGNORECASE)
_KOREAN = frozenset(KOREAN_SURNAMES.split())
_SURE = 99  # a score that no initials reach
_FEW = 4  # words; a longer text is no name that somebody turned round


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A name as somebody may have written it in Latin letters or another script, and how it was read."""

    name: str
    how: str = ""
    unless: int = 95  # this score is reached by a reading before
    known: bool = False  # it is asked only where a word of it is known
    syllables: bool = False  # each word is one, so that none stands for an initial
    spelt: bool = True  # it may be spelt a little differently


def readings(name: str) -> Iterator[Reading]:
    """Yields the name itself, then the other readings of its script."""
    name = _TITLE.sub(lambda found: ABBREVIATED[found.group().lower()], name)
    yield Reading(name=name)
    written = script(name)
    if written in SYLLABIC:
        yield from _of_han(name) if written == "Han" else _of_hangul(name)
    elif written == "Arabic":
        yield from _of_arabic(name)
    elif not written:
        yield from _of_korean(name)
    if len(name.split()) <= _FEW:
        yield Reading(name=name[::-1], how=BACKWARDS, unless=60, known=True, spelt=False)


def _of_arabic(name: str) -> Iterator[Reading]:
    persian, foreign = name.translate(_PERSIAN), _begun(name).translate(_FOREIGN)
    others = dict.fromkeys((foreign, foreign.translate(_P)), FOREIGN_NAME)
    others |= dict.fromkeys((persian, _CONSONANT_U.sub(_V, persian)), IN_PERSIAN)
    order = (persian, _CONSONANT_U.sub(_V, persian), *others)
    yield from (Reading(name=other, how=others[other]) for other in dict.fromkeys(order) if other != name)


def _begun(name: str) -> str:
    for written, letters in _FIRST:
        name = written.sub(letters, name)
    return name


def _of_korean(name: str) -> Iterator[Reading]:
    """A Korean name in South Korea's spelling, as North Korea's has it."""
    spelt = plain(name)
    if _KOREAN & set(spelt.split()) and (other := spelt.replace("eo", "o").replace("eu", "u")) != spelt:
        yield Reading(name=other, how=NORTHERN, unless=_SURE)


def _of_hangul(name: str, how: str = FROM_HANGUL) -> Iterator[Reading]:
    """A Korean name as North Korea spells it in Latin letters, and with the first sounds of the other half."""
    whole = "".join(name.split())
    others = list(other_half(whole))
    for each in others[:1]:
        yield Reading(name=each, how=f"{how}, {OTHER_KOREA}")
    for each in (name, *others):
        yield Reading(name=northern(each), how=f"{how}, {NORTHERN}", syllables=True)


def _of_han(name: str) -> Iterator[Reading]:
    parts = _DOT.split(name)
    if len(parts) > 1:  # a foreign name by its sound, its words set apart by dots
        yield Reading(name=" ".join(plain(part).replace(" ", "") for part in parts), how=BY_SOUND)
    if read := japanese(name):
        yield Reading(name=read, how=IN_JAPANESE)
    if read := korean(name):
        yield Reading(name=read, how=IN_KOREAN)
        yield from _of_hangul(read, IN_KOREAN)
