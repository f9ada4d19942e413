"""Why a name is found: phrases after one another, English while others go by them, put into words where they are told.

What a language has no words for stays as it is.
"""

import re

from briefer.language import _, mark

PART = mark("{held} of {all} words")
"""What is said of a name that holds some of the words that were asked for."""

TRANSLITERATED = mark("transliterated from {script}")
BORN = mark("born in {year}")
UNBORN = mark("no birth stated")
IDENTIFIER = mark("identifier")
TITLE = mark("title left out")
DIGITS = mark("digits read as letters")
SOUNDS = mark("other letters for the same sounds")

_BETWEEN = ", "
_FILLED = tuple(
    (phrase, re.compile(re.sub(r"\\{(\w+)\\}", r"(?P<\1>.+)", re.escape(phrase))))
    for phrase in (PART, TRANSLITERATED, BORN)
)
_SCRIPTS = frozenset(
    (
        mark("Arabic"),
        mark("Armenian"),
        mark("Bengali"),
        mark("Cyrillic"),
        mark("Devanagari"),
        mark("Georgian"),
        mark("Greek"),
        mark("Han"),
        mark("Hangul"),
        mark("Hebrew"),
        mark("Hiragana"),
        mark("Katakana"),
        mark("Thai"),
    )
)
"""The scripts of which lists print names most; of another its English name stands."""


def in_words(why: str) -> str:
    """Gives a reason in the language spoken now."""
    return _BETWEEN.join(map(_phrase, why.split(_BETWEEN)))


def _phrase(said: str) -> str:
    for phrase, shape in _FILLED:
        if found := shape.fullmatch(said):
            return _(
                phrase, **{name: _(text) if text in _SCRIPTS else text for name, text in found.groupdict().items()}
            )
    return _(said)
