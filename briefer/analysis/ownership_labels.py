"""Names in the boxes of an ownership figure: of a person's name what is cut last is the surname."""

from collections.abc import Iterator
from textwrap import shorten, wrap

LINE = 17
LINES = 3


def lines(name: str, *, person: bool) -> tuple[str, ...]:
    """Gives a name in at most three lines; a company's is cut at its end, a person's given names before the surname."""
    shown = next((each for each in _shorter(name) if _fits(each)), _surname(name)) if person else name
    return tuple(wrap(shorten(shown, LINE * LINES, placeholder=" …"), LINE, max_lines=LINES, placeholder=" …"))


def _fits(name: str) -> bool:
    return len(wrap(name, LINE)) <= LINES


def _shorter(name: str) -> Iterator[str]:
    """The whole name, then without what stands in brackets, then with fewer and fewer given names in full."""
    yield name
    given, surname = _parts(name)
    whole = given.split()
    for kept in range(len(whole), -1, -1):
        initials = [f"{each[0]}." for each in whole[kept:]]
        yield " ".join((*whole[:kept], *initials, surname))


def _surname(name: str) -> str:
    return _parts(name)[1]


def _parts(name: str) -> tuple[str, str]:
    """Given names and surname: before a comma stands the surname, else it is the last word."""
    bare = name.partition("(")[0].strip() or name
    surname, comma, given = bare.partition(",")
    if comma:
        return given.strip(), surname.strip()
    *words, last = bare.split() or [""]
    return " ".join(words), last
