"""Partial dates as publishers print them, parsed without ever knowing more than is printed."""

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache

from briefer.model.facts import PartialDate

Span = tuple[date, date]

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january",
            "feb february",
            "mar march",
            "apr april",
            "may",
            "jun june",
            "jul july",
            "aug august",
            "sep sept september",
            "oct october",
            "nov november",
            "dec december",
        ),
        start=1,
    )
    for name in names.split()
}

# Dates with slashes are left unparsed: OFAC prints the month first, the United Kingdom the day.
SHAPES = tuple(
    re.compile(shape)
    for shape in (
        r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?:[T ][\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?",
        r"(?P<year>\d{4})-(?P<month>\d{1,2})",
        r"(?P<year>\d{4})",
        r"(?P<day>\d{1,2})\s+(?P<name>[A-Za-z]+)\.?,?\s+(?P<year>\d{4})",
        r"(?P<name>[A-Za-z]+)\.?\s+(?P<day>\d{1,2}),?\s+(?P<year>\d{4})",
        r"(?P<name>[A-Za-z]+)\.?\s+(?P<year>\d{4})",
        r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})",
    )
)
CIRCA = re.compile(r"^(?:circa|ca?\.|approximately|approx\.?|about)\s*", re.IGNORECASE)
RANGE = re.compile(r"\s+to\s+|\s*[–—]\s*|(?<=\d{4})\s*-\s*(?=\d{4}$)|\s+-\s+", re.IGNORECASE)


@lru_cache(maxsize=65536)
def parse(text: str) -> PartialDate:
    """The partial date that `text` prints; both bounds are None where its shape is not known."""
    plain, circa = CIRCA.subn("", text.strip())
    single = _single(plain)
    ends = [_single(part) for part in RANGE.split(plain)]
    if single:
        return PartialDate(text=text, earliest=single[0], latest=single[1], circa=bool(circa))
    if len(ends) == 2 and ends[0] and ends[1] and ends[0][0] <= ends[1][1]:
        return PartialDate(text=text, earliest=ends[0][0], latest=ends[1][1], circa=bool(circa))
    return PartialDate(text=text)


def maybe(text: str) -> PartialDate | None:
    """The partial date of a text, None of an empty one."""
    return parse(text) if text else None


def day(text: str) -> date | None:
    """The one day that `text` names, None where it names less or more than a day."""
    found = parse(text)
    return found.earliest if found.earliest == found.latest and not found.circa else None


def _single(text: str) -> Span | None:
    for shape in SHAPES:
        if match := shape.fullmatch(text):
            return _span(match.groupdict())
    return None


def _span(parts: dict[str, str | None]) -> Span | None:
    year = int(parts["year"] or 0)
    name = parts.get("name")
    month = MONTHS.get(name.lower(), 0) if name else int(parts.get("month") or 0)
    printed = int(parts.get("day") or 0)
    try:
        if "month" not in parts and "name" not in parts:
            return date(year, 1, 1), date(year, 12, 31)
        if "day" in parts:
            return date(year, month, printed), date(year, month, printed)
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    except ValueError:  # a month or a day that no calendar has
        return None
