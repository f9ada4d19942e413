"""What may stand in a cell: list text made safe for Excel, and dates and links as Excel can hold them.

The limits are those of Microsoft's page "Excel specifications and limits" and of ECMA-376, part 1 (ST_Xstring).
"""

import re
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime

MOST_TEXT = 32_767
MOST_LINK = 2_079
MOST_LINKS = 65_530
MOST_TIP = 255
MOST_NUMBER = 10**15
"""Excel counts with fifteen digits; what is longer is a number of a register and stays text."""

MOST_ROWS = 1_048_575
"""Rows of data beneath one header row."""

LEADS = ("=", "+", "-", "@", "\t")
"""Beginnings that Excel, or a reader of a copied CSV, takes for a formula."""

_FIRST_MONTH = (1900, 3)  # Excel counts a 29 February 1900 that never was
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_ODD = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]|_x")
_LINE_END = re.compile(r"\r\n?")
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_WIDEST_SITE = 24
"""Letters of a site's name; what is longer loses the names before the domain, then its end."""
_LINK = re.compile(r"https?://[^/?#\s]+", re.IGNORECASE)
_SITE = re.compile(r"https?://(?:[^/?#@]*@)?([^/?#]+).*", re.IGNORECASE | re.DOTALL)
_UNSAFE = re.compile(r"[^\w.~:/?#@!$&'()*+,;=%-]|%(?![0-9A-Fa-f]{2})", re.ASCII)
_NOT_IN_SHEET_NAME = re.compile(r"[\[\]:*?/\\]")
_TABLE_NAME = re.compile(r"[A-Za-z_][\w.]{3,254}", re.ASCII)


def text(value: str) -> str:
    """Gives text without what XML or Excel cannot hold; what looks like an escape of theirs is kept literally."""
    if not _ODD.search(value):  # nearly all text; three substitutions each would cost a third of the whole writing
        return value
    return _ESCAPE.sub("_x005F_", _ILLEGAL.sub("", _LINE_END.sub("\n", value)))


def parts(value: str, most: int = MOST_TEXT) -> tuple[str, ...]:
    """Cuts text into pieces that a cell can hold; Excel counts in UTF-16, where some characters are two."""
    if len(value) * 2 <= most or _units(value) <= most:
        return (value,)
    found, start, size = [], 0, 0
    for place, sign in enumerate(value):
        width = _units(sign)
        if size + width > most:
            found.append(value[start:place])
            start, size = place, 0
        size += width
    return (*found, value[start:])


def day(value: date) -> date | str:
    """Gives a date or time as Excel can hold it: aware times in UTC, what lies before its calendar as text."""
    if isinstance(value, datetime) and value.tzinfo is not None:
        value = value.astimezone(UTC).replace(tzinfo=None)
    if (value.year, value.month) < _FIRST_MONTH:
        return str(value)
    return value


def link(value: str) -> str:
    """Gives the address to link to, percent-encoded where Excel wants it, or nothing where it must not be a link."""
    address = _UNSAFE.sub(lambda sign: "".join(f"%{byte:02X}" for byte in sign[0].encode()), value.strip())
    return address if _LINK.match(value.strip()) and len(address) <= MOST_LINK else ""


def site(address: str) -> str:
    """Gives the short name under which a cell links to an address: its site, so that no program has to part it.

    LibreOffice sets a linked cell on one line and prints what fits of it.
    """
    names = _SITE.sub(r"\1", address).lower().removeprefix("www.").split(".")
    while len(names) > 2 and len(".".join(names)) > _WIDEST_SITE:
        names = names[1:]
    name = ".".join(names)
    return name if len(name) <= _WIDEST_SITE else f"{name[: _WIDEST_SITE - 1]}…"


def headers(names: Iterable[str]) -> tuple[str, ...]:
    """Makes the headers of one table unique, not empty and one line each, as a table must have them."""
    clean = (" ".join(text(name).split())[:240] or "Column" for name in names)
    return unique(clean, lambda name, number: f"{name} {number}")


def sheet_names(names: Iterable[str]) -> tuple[str, ...]:
    """Makes names of sheets valid (31 characters, none of []:*?/\\) and unique."""
    clean = (" ".join(_NOT_IN_SHEET_NAME.sub(" ", text(name)).split()).strip("'")[:31].strip() for name in names)
    return unique((name or "Sheet" for name in clean), lambda name, number: f"{name[:27]} {number}")


def table_names(names: Iterable[str]) -> tuple[str, ...]:
    """Makes names of tables valid and unique; one of up to three letters could be a cell's address."""
    clean = (re.sub(r"[^\w.]", "_", name, flags=re.ASCII)[:240] for name in names)
    valid = (name if _is_table_name(name) else f"Table_{name}" for name in clean)
    return unique(valid, lambda name, number: f"{name}_{number}")


def unique(names: Iterable[str], numbered: Callable[[str, int], str]) -> tuple[str, ...]:
    """Numbers what occurs before from 2; Excel compares such names without case."""
    seen: set[str] = set()
    found = []
    for name in names:
        candidate, number = name, 1
        while candidate.casefold() in seen:
            number += 1
            candidate = numbered(name, number)
        seen.add(candidate.casefold())
        found.append(candidate)
    return tuple(found)


def _is_table_name(name: str) -> bool:
    return bool(_TABLE_NAME.fullmatch(name)) and not re.fullmatch(r"[A-Za-z]{1,3}\d+|[Rr]\d*[Cc]\d*", name)


def _units(value: str) -> int:
    return len(value) + sum(sign > "\uffff" for sign in value)
