"""A true axis of time: the days to scale, and the years or months that it names."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from briefer.assemble import words

MONTHS = 18
"""An axis of at most so many months names months, a longer one years."""
APART, BELOW = 3.4, 3.0
"""Millimetres: how far apart two names must stand, and how far below the top of its stretch one stands."""


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of the axis, a year or a month; `at` is the line of its name, which is empty where it has no room."""

    word: str
    at: float
    top: float
    height: float
    even: bool


class Axis:
    """A span of time to scale between two heights: whole years, or whole months where it covers few."""

    def __init__(self, first: date, last: date, top: float, foot: float, language: str) -> None:
        months = (last.year - first.year) * 12 + last.month - first.month + 1
        self._monthly = months <= MONTHS
        self._begin = first.replace(day=1) if self._monthly else date(first.year, 1, 1)
        self._end = _following(last, monthly=True) - timedelta(days=1) if self._monthly else last
        self._top, self._foot, self._language = top, foot, language

    def place(self, when: date) -> float:
        """Gives where a day stands, in millimetres from the top."""
        share = (when - self._begin).days / max((self._end - self._begin).days, 1)
        return self._top + min(share, 1.0) * (self._foot - self._top)

    def bands(self) -> Iterator[Band]:
        """Yields the stretches; where they are too narrow to name each, every third month or fifth year is."""
        starts = list(self._starts())
        wide = (self._foot - self._top) / len(starts) >= APART
        every = 1 if wide else 3 if self._monthly else 5
        named = -APART
        for start in starts:
            top, end = self.place(start), self.place(_following(start, monthly=self._monthly))
            number = start.month - 1 if self._monthly else start.year
            at = min(top + BELOW, self._foot + 1)
            fits = number % every == 0 and at - named >= APART
            named = at if fits else named
            yield Band(
                self._name(start) if fits else "", round(at, 2), round(top, 2), round(end - top, 2), number % 2 == 0
            )

    def _starts(self) -> Iterator[date]:
        start = self._begin
        while start <= self._end:
            yield start
            start = _following(start, monthly=self._monthly)

    def _name(self, start: date) -> str:
        return words.day(start, self._language, "MMM y") if self._monthly else str(start.year)


def _following(start: date, *, monthly: bool) -> date:
    """Gives the first day of the next month or year."""
    if not monthly:
        return date(start.year + 1, 1, 1)
    return (start.replace(day=28) + timedelta(days=4)).replace(day=1)
