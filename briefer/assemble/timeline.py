"""The timeline: a true axis, leaders to even rows, as many figures as it takes to stay legible."""

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from markupsafe import Markup

from briefer.assemble import words
from briefer.assemble.context import Context, unique
from briefer.assemble.page import Page
from briefer.assemble.prose import Part, prose
from briefer.assemble.scripts import printable
from briefer.model.facts import Confidence, Event

MOST, FEWEST = 40, 8
TALLEST = {"A4": 184.0, "Letter": 168.0}
TOP, FOOT, ROW, SECOND = 10.0, 2.0, 5.6, 0.75
"""Millimetres: where the axis begins and ends short of the edge, a row; a second line takes part of a row."""
LETTERS = 62
KINDS = {
    "order": ("Executive order", 26),
    "statute": ("Statute", 18),
    "listing": ("Listing, directive, guidance", 39),
    "ally": ("Allied act", 20),
    "renewal": ("Renewal", 18),
    "event": ("Event", 16),
}
"""The kinds of event with their words and the millimetres these take in the legend."""


@dataclass(frozen=True, slots=True)
class LegendMark:
    """A kind of event in the legend, at its place."""

    name: str
    word: str
    x: float


@dataclass(frozen=True, slots=True)
class Year:
    """A stretch of the axis."""

    word: str
    top: float
    height: float
    even: bool


@dataclass(frozen=True, slots=True)
class Line:
    """An event: where it stands on the axis, where its row stands, and what it says."""

    at: float
    y: float
    kind: str
    day: str
    lines: tuple[str, ...]
    keys: str
    rule: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """One timeline figure."""

    title: str
    alternative: str
    description: str
    height: float
    kinds: tuple[LegendMark, ...]
    years: tuple[Year, ...]
    rows: tuple[Line, ...]
    sources: tuple[str, ...]
    doubtful: bool


@dataclass(frozen=True, slots=True)
class Timeline:
    """The timeline section."""

    lead: Markup
    figures: tuple[Drawing, ...]
    parts: tuple[Part, ...]


def timeline(page: Page) -> Timeline:
    """Gives the timeline; an event without a readable date is left to the workbook."""
    context = page.context
    text = prose(page, page.placed.section.text)
    dated = sorted((event for event in context.dossier.events if event.date.earliest), key=_when)
    return Timeline(text.lead, tuple(_drawing(context, chunk) for chunk in _chunks(dated)), text.parts)


def _chunks(events: list[Event]) -> Iterator[tuple[Event, ...]]:
    """Yields as many events as a figure holds; a last figure is never left with a few alone."""
    while events:
        size = MOST if len(events) >= MOST + FEWEST or len(events) <= MOST else len(events) - FEWEST
        yield tuple(events[:size])
        events = events[size:]


def _when(event: Event) -> tuple[date, str]:
    return event.date.earliest or date.min, event.id


def _drawing(context: Context, events: tuple[Event, ...]) -> Drawing:
    texts = [tuple(textwrap.wrap(printable(event.title), LETTERS)[:3]) or ("",) for event in events]
    units = [1 + SECOND * (len(lines) - 1) for lines in texts]
    row = min(ROW, (TALLEST[context.pack.paper] - TOP - FOOT) / sum(units))
    height = round(TOP + FOOT + max(row * sum(units), 24), 2)
    axis = _Axis(events, height)
    counted = words.counted(len(events), "act or event", "acts and events")
    ends = [words.day(when, context.language, words.MONTH) for when in (axis.first, axis.last)]
    span = " to ".join(dict.fromkeys(ends))
    return Drawing(
        title=f"{counted[:1].upper()}{counted[1:]}, {span}.",
        alternative=f"Timeline of {counted}, {span}.",
        description="; ".join(f"{context.day(event.date)}: {printable(event.title)}" for event in events) + ".",
        height=height,
        kinds=tuple(_legend(events)),
        years=tuple(axis.years()),
        rows=tuple(_lines(context, events, texts, units, row, axis)),
        sources=unique(id for event in events for id in event.sources),
        doubtful=any(_doubtful(event) for event in events),
    )


def _lines(
    context: Context,
    events: tuple[Event, ...],
    texts: list[tuple[str, ...]],
    units: list[float],
    row: float,
    axis: "_Axis",
) -> Iterator[Line]:
    y = TOP
    following = [later.date.earliest for _event, later in pairwise(events)]
    for event, lines, unit, later in zip(events, texts, units, (*following, None), strict=True):
        when = event.date.earliest or axis.first
        end = y + unit * row
        yield Line(
            at=round(axis.place(when), 2),
            y=round((y + end) / 2, 2),
            kind=event.kind if event.kind in KINDS else "event",
            day=context.day(event.date) + ("\u00a0?" if _doubtful(event) else ""),
            lines=lines,
            keys=" ".join(unique(context.keys.get(id, "") for id in event.sources)[:3]),
            rule=round(end, 2) if later and later.year != when.year else 0.0,
        )
        y = end


def _doubtful(event: Event) -> bool:
    return event.confidence is not Confidence.VERIFIED


def _legend(events: tuple[Event, ...]) -> Iterator[LegendMark]:
    x = 36.0
    for name, (word, width) in KINDS.items():
        if any((event.kind if event.kind in KINDS else "event") == name for event in events):
            yield LegendMark(name, word, x)
            x += width


class _Axis:
    """A span of time to scale: whole years where it covers more than one, else its months."""

    def __init__(self, events: tuple[Event, ...], height: float) -> None:
        days = [event.date.earliest for event in events if event.date.earliest]
        self.first, self.last = min(days), max(days)
        self._begin = date(self.first.year, 1, 1)
        self._end = max(self.last, date(self.first.year, 12, 31)) if self.first.year == self.last.year else self.last
        self._foot = height - FOOT

    def place(self, when: date) -> float:
        """Gives where a day stands, in millimetres from the top."""
        return TOP + (when - self._begin).days / max((self._end - self._begin).days, 1) * (self._foot - TOP)

    def years(self) -> Iterator[Year]:
        """Yields the years as stretches; where they are too narrow to name each, every fifth is."""
        every = 1 if (self._foot - TOP) / (self._end.year - self._begin.year + 1) >= 4 else 5
        for year in range(self._begin.year, self._end.year + 1):
            top = self.place(date(year, 1, 1))
            end = min(self.place(date(year + 1, 1, 1)), self._foot)
            roomy = end - top >= 3.4 or year == self._begin.year
            word = str(year) if (year % every == 0 or every == 1) and roomy else ""
            yield Year(word, round(top, 2), round(end - top, 2), year % 2 == 0)
