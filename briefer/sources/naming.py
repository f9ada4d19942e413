"""What a list is called that states no name of its own: as its file, without what differs in every download."""

import re

_SLUG = re.compile(r"[^a-z0-9]+")
_YEAR, _MONTH, _DAY = r"(?:19|20)\d\d", r"(?:0[1-9]|1[0-2])", r"(?:0[1-9]|[12]\d|3[01])"
_TIME = r"(?:[t_ -]?[012]\d[-_:.]?[0-5]\d(?:[-_:.]?[0-5]\d)?z?)?"
_VERSION = r"(?:-[a-z]{3}(?![a-z]))?"  # OpenSanctions names a run 20250301120000-abc
_DAYS = (
    rf"{_YEAR}(?P<one>[-_.]?){_MONTH}(?P=one){_DAY}{_TIME}{_VERSION}",
    rf"{_DAY}(?P<other>[-_.]){_MONTH}(?P=other){_YEAR}",
    rf"{_YEAR}[-_.]{_MONTH}",
)
_DATE = re.compile(rf"[-_. ]*(?<!\d)(?:{'|'.join(_DAYS)})(?!\d)", re.IGNORECASE)
_COPY = re.compile(r" ?\(\d+\)(?=\.|$)")


def undated(name: str, endings: re.Pattern[str]) -> str:
    """A file's name without its endings, its days, months and times and the number of a copy, if anything is left.

    So the file of another day is another state of the same list.
    """
    bare = endings.sub("", _DATE.sub("", _COPY.sub("", name))).strip("-_. ")
    return bare or endings.sub("", name)


def slug(name: str) -> str:
    """The part of a list's id that a name gives."""
    return _SLUG.sub("-", name.lower()).strip("-") or "file"
