"""The language in which the program says something: a text is English in the code and goes through `_` or `ngettext`.

`speaking` sets it for all that is called inside: a paper speaks its pack's language, whoever prints it. Elsewhere it is
what `speak` was told; the window tells its user's, for itself and the children that it starts, and the command line
stays English. Catalogues lie in assets/locale/<language>/LC_MESSAGES, or in a folder that BRIEFER_LOCALES names.
"""

import os
import re
import string
import struct
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from functools import cache, lru_cache, reduce
from gettext import GNUTranslations, NullTranslations
from importlib.resources.abc import Traversable
from pathlib import Path

from briefer import shipped

DOMAIN = "texts"
SPEAKS = "BRIEFER_SPEAKS"
"""The variable in which children find the language of the window that started them."""
LOCALES = "BRIEFER_LOCALES"
COUNT = "count"
"""The placeholder of a number with its noun; a language may do without it: no entry, one entry."""
HEAD = ""
"""The text under which a catalogue keeps what it says of itself."""
BROKEN = frozenset({("", "", "")})
TAG = re.compile(r"[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*")

_speaking: ContextVar[str | None] = ContextVar("_speaking", default=None)
_own = os.environ.get(SPEAKS, "")


def speak(language: str) -> None:
    """Sets the language of this program and of the children that it starts; an empty one is English."""
    global _own  # noqa: PLW0603 - a program has one, whichever of its threads speaks
    _own = os.environ[SPEAKS] = language


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Sets the language, a tag such as `de-AT`, for what is called inside; one without a catalogue is English."""
    before = _speaking.set(language)
    try:
        yield
    finally:
        _speaking.reset(before)


def spoken() -> str:
    """Gives the language that is spoken now, as it was told; an empty one is English."""
    told = _speaking.get()
    return _own if told is None else told


def mark(text: str) -> str:
    """Gives a text as it stands, which `_` says where it is used: for constants, made before a language is known."""
    return text


MONTHS = (
    *(mark("January"), mark("February"), mark("March"), mark("April"), mark("May"), mark("June")),
    *(mark("July"), mark("August"), mark("September"), mark("October"), mark("November"), mark("December")),
)


def day_in_words(when: date) -> str:
    """Gives a day in the language spoken now: 2 August 2017."""
    return _("{day} {month} {year}", day=when.day, month=_(MONTHS[when.month - 1]), year=when.year)


def speaks(language: str) -> bool:
    """Says whether there is a catalogue of a language or of it without its country; only such a one has a head."""
    return bool(catalogue(language, DOMAIN).gettext(HEAD))


def _(text: str, /, **values: object) -> str:
    """Gives a text in the language spoken now, with its placeholders filled in as `str.format` does it."""
    said = _said(spoken(), text)
    return said.format(**values) if values else said


def ngettext(one: str, many: str, count: int, /, **values: object) -> str:
    """Gives a text in the form that goes with a number, which stands in it as {count}, in groups of thousands."""
    return _counted(spoken(), one, many, count).format(count=f"{count:,}", **values)


def enumerated(names: Sequence[str]) -> str:
    """Gives names one after another, the last with its “and”: A, B and C; empty where there are none."""
    return all_of((", ".join(names[:-1]), names[-1])) if len(names) > 1 else "".join(names)


def all_of(names: Iterable[str]) -> str:
    """Gives one name or more, each with an “and”: A and B and C; for what has commas of its own."""
    return reduce(lambda names, last: _("{names} and {last}", names=names, last=last), names)


def one_of(names: Iterable[str]) -> str:
    """Gives one name or more as A or B."""
    return reduce(lambda names, last: _("{names} or {last}", names=names, last=last), names)


@cache
def catalogue(language: str, domain: str) -> NullTranslations:
    """Gives the catalogue of a language, then of it without its country (de_AT, de); an empty one where none is."""
    made = NullTranslations()
    parts = re.split("[-_]", language) if TAG.fullmatch(language) else []
    for length in range(len(parts), 0, -1):
        if found := _read(_folder() / "_".join(parts[:length]) / "LC_MESSAGES" / f"{domain}.mo"):
            made.add_fallback(found)
    return made


def _folder() -> Traversable:
    named = os.environ.get(LOCALES)
    return Path(named) if named else shipped.data("assets", "locale")


def _read(file: Traversable) -> GNUTranslations | None:
    """Reads a catalogue; None where there is none that can be read."""
    if not file.is_file():
        return None
    try:
        with file.open("rb") as stream:
            return GNUTranslations(stream)
    except (OSError, LookupError, ValueError, struct.error):
        return None


@lru_cache(maxsize=16384)
def _said(language: str, text: str) -> str:
    found = catalogue(language, DOMAIN).gettext(text) if text else text  # that of no text is the catalogue's head
    return found if found == text or (found and _fields(found) == _fields(text)) else text


@lru_cache(maxsize=4096)
def _counted(language: str, one: str, many: str, count: int) -> str:
    english = one if count == 1 else many
    try:
        found = catalogue(language, DOMAIN).ngettext(one, many, count)
    except ArithmeticError:  # a rule of plurals that divides by nothing
        return english
    given, single, several = map(_fields, (found, one, many))
    fits = {each for each in single & several if each[0] != COUNT} <= given <= single | several
    return found if found and fits else english


def _fields(text: str) -> frozenset[tuple[str, str, str]]:
    """Gives the placeholders of a text as name, form and conversion; one of no name where its braces do not match."""
    try:
        parts = tuple(string.Formatter().parse(text))
    except ValueError:
        return BROKEN
    return frozenset((name, form or "", way or "") for _text, name, form, way in parts if name is not None)
