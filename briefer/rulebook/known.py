"""A row as it could be known on a day: without sources and notes that state a later date and renewals decided later."""

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import TypeVar

from briefer.model.law import Renewal, Row, Step

R = TypeVar("R", bound=Row)

LATER = "a source of a later day"
"""What stands for the citation of a row whose sources are all later than the day asked for."""

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_DATED = re.compile(rf"(?:\b(\d{{1,2}}) )?\b({'|'.join(_MONTHS)}) ([12]\d{{3}})\b")
_SENTENCE = re.compile(r"(?<=[.]) (?=[A-Z])")


def known(row: R, day: date) -> R:
    """Gives a row as of a day; what its citation states no date of is law and stays."""
    told = cited(row.citation, day)
    citation = "; ".join(told) if told or not row.citation else LATER
    note = " ".join(sentence for sentence in _SENTENCE.split(row.note) if stated(sentence) <= day)
    if isinstance(row, Renewal):
        return replace(row, citation=citation, note=note, steps=tuple(_steps(row.steps, day)))
    same = (citation, note) == (row.citation, row.note)
    return row if same else replace(row, citation=citation, note=note)


def cited(text: str, day: date) -> tuple[str, ...]:
    """Gives those of a row's citations, which semicolons keep apart, that state no date after a day."""
    parts = (part.strip() for part in text.split(";"))
    return tuple(part for part in parts if part and stated(part) <= day)


def stated(text: str) -> date:
    """Gives the latest date that a citation states in words, the first of a month that it states without a day."""
    found = (
        _day(int(year), _MONTHS.index(month) + 1, int(number or 1)) for number, month, year in _DATED.findall(text)
    )
    return max(found, default=date.min)


def in_words(day: date) -> str:
    """Gives a day as citations state it: 2 August 2017."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _day(year: int, month: int, number: int) -> date:
    """Gives a day; one past the end of its month, a slip of the pen, is the month's last."""
    return date(year, month, min(number or 1, monthrange(year, month)[1]))


def _steps(steps: Iterable[Step], day: date) -> Iterator[Step]:
    """Yields the renewals known by a day; one whose day is not known counts from the end of the one before it."""
    former = date.min
    for step in steps:
        if step.decided <= day if step.decided else former < day:
            yield replace(step, citation="; ".join(cited(step.citation, day)))
        former = step.until
