"""The two clocks: how long a report is reviewed, and what ends by itself within twelve months."""

import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from markupsafe import Markup

from briefer.analysis import calendar
from briefer.analysis.forthcoming import forthcoming, later, ran_out
from briefer.analysis.unrenewed import unrenewed
from briefer.assemble import words
from briefer.assemble.context import Context, unique
from briefer.assemble.ends import day as end_day
from briefer.assemble.letters import width
from briefer.assemble.page import Page
from briefer.assemble.prose import Part, prose
from briefer.assemble.scripts import printable
from briefer.language import _, mark, ngettext
from briefer.model.calendar import Due, ReviewCalendar, ReviewClock
from briefer.model.law import Renewal
from briefer.model.relief import Reason
from briefer.rulebook import NO_RENEWAL

MONTHS = 12
LEFT, RIGHT = 68.0, 168.0
"""Millimetres between which time runs in both figures."""
MOST = 14
ROW = 8.6
LETTERS = 46
ROOM = 5.5
"""Millimetres that the name of a month takes."""
REPORT = 20.0
LETTER, INSET = 2.7, 1.2
"""Millimetres: the letters in a bar, and the space before and after them."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A bar of a figure in millimetres: `kind` is review, disapproval, veto, home or abroad; `end` its last day."""

    x: float
    width: float
    kind: str
    text: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True)
class Tick:
    """The first of a month on the axis."""

    x: float
    word: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """One report with its bars and its dates in words; those after a disapproval assume the last possible day."""

    report: str
    days: int
    y: float
    bars: tuple[Stretch, ...]
    last_barred: str
    earliest: str
    after_passage: str
    after_veto: str
    contested: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Lapse:
    """One act with the day on which it ends unless somebody acts.

    `sources` are those that state it and the measures that end with it, `citations` what else says so.
    """

    title: str
    lines: tuple[str, ...]
    also: str
    act: str
    actor: str
    day: str
    bar: Stretch
    y: float
    basis: str
    doubt: str
    sources: tuple[str, ...]
    citations: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarView:
    """The section: reviews and what lapses, each as a figure with its table; `latest` answers for a day asked about."""

    lead: Markup
    day: str
    reviews: tuple[Review, ...]
    review_ticks: tuple[Tick, ...]
    review_height: float
    review_alternative: str
    citations: str
    latest: str
    notes: tuple[str, ...]
    lapses: tuple[Lapse, ...]
    lapse_ticks: tuple[Tick, ...]
    lapse_height: float
    lapse_alternative: str
    ran_out: tuple[str, ...]
    unrenewed: tuple[str, ...]
    parts: tuple[Part, ...]


BASES = {
    "renewal": mark("end of a renewal that is known"),
    "rule": mark("ends then unless renewed; {no_renewal}"),
    "list": mark("as the list or act states it"),
}


def calendar_section(page: Page) -> CalendarView:
    """Gives the section on the clocks; no review is shown where nothing in the pack is subject to one."""
    context = page.context
    text = prose(page, page.placed.section.text)
    clock = _clock(context)
    found = tuple(_calendars(context, clock)) if clock else ()
    axis = _Axis(context, min((one[0].report for one in found), default=context.dossier.as_of), found)
    reviews = tuple(_review(axis, triple, number) for number, triple in enumerate(found))
    year = _Axis(context, context.dossier.as_of, ())
    lapses = tuple(_lapses(context, year))
    return CalendarView(
        lead=text.lead,
        day=words.day(context.dossier.as_of, context.language, words.LONG),
        reviews=reviews,
        review_ticks=tuple(axis.months()),
        review_height=6 + REPORT * len(reviews) + 4,
        review_alternative=" ".join(_said(one) for one in reviews),
        citations="; ".join(unique(cited for triple in found for cited in triple[2].citations)),
        latest=_latest(context, clock) if clock else "",
        notes=unique(note for triple in found for note in triple[0].notes),
        lapses=lapses,
        lapse_ticks=tuple(year.months()),
        lapse_height=8 + ROW * len(lapses),
        lapse_alternative="; ".join(f"{one.title}: {one.day}" for one in lapses) + ".",
        ran_out=tuple(f"{due.title}. {due.lapse}" for due in ran_out(context.dossier.as_of, _renewals(context))),
        unrenewed=tuple(one.named for one in unrenewed(_held(context), context.known, context.dossier.law)),
        parts=text.parts,
    )


def _held(context: Context) -> Iterator[tuple[str, Reason]]:
    yield from ((one.id, reason) for one in context.relief.values() for reason in one.reasons)


def _clock(context: Context) -> ReviewClock | None:
    """Gives the review's day counts where the pack's rows of the rulebook hold them, as they do for class B."""
    rows = {row.id: row for row in context.dossier.law.clocks}
    return calendar.review_clock(rows) if all(id in rows for id in calendar.ROWS) else None


Triple = tuple[ReviewCalendar, ReviewCalendar, ReviewCalendar]
"""A report's dates if nothing is passed, if a disapproval passes on the last barred day, and if it is vetoed late."""


def _calendars(context: Context, clock: ReviewClock) -> Iterator[Triple]:
    for day in _reports(context, clock):
        quiet = calendar.review(clock, day)
        passed = quiet.last_barred_day
        vetoed = passed + timedelta(days=clock.after_passage)
        yield (
            quiet,
            calendar.review(clock, day, passed=passed),
            calendar.review(clock, day, passed=passed, vetoed=vetoed),
        )


def _reports(context: Context, clock: ReviewClock) -> tuple[date, ...]:
    """Gives the days that the drafter asks about, else the day of the paper and the next start of the long season."""
    asked = context.pack.settings.reports
    if asked:
        return asked
    as_of, (month, day) = context.dossier.as_of, clock.season[0]
    season = date(as_of.year, month, day)
    return as_of, season if season > as_of else season.replace(year=as_of.year + 1)


def _latest(context: Context, clock: ReviewClock) -> str:
    """Says by when to report for the day on which the drafter wants to be free to act."""
    wanted = context.pack.settings.act_on
    if wanted is None:
        return ""
    last = calendar.latest_report(clock, wanted)
    act, report = (words.day(day, context.language, words.LONG) for day in (wanted, last))
    return _("To be free to act on {act}, report by {report}.", act=act, report=report)


def _review(axis: "_Axis", found: Triple, number: int) -> Review:
    quiet, passed, vetoed = found
    ends = [one.earliest_action for one in found]
    stops = [quiet.report, *(day for day in ends if day)]
    kinds = ("review", "disapproval", "veto")
    days = ngettext("{count} day", "{count} days", quiet.review_days)
    lengths = (quiet.review_days, *((end - begin).days for begin, end in pairwise(stops[1:])))
    return Review(
        report=axis.say(quiet.report),
        days=quiet.review_days,
        y=8 + REPORT * number,
        bars=tuple(
            axis.bar(begin, end, kind, str(length), days if kind == "review" else "")
            for (begin, end), kind, length in zip(pairwise(stops), kinds, lengths, strict=False)
        ),
        last_barred=axis.say(quiet.last_barred_day),
        earliest=axis.say(quiet.earliest_action),
        after_passage=axis.say(passed.earliest_action),
        after_veto=axis.say(vetoed.earliest_action),
        contested=any(one.contested for one in found),
    )


def _said(one: Review) -> str:
    return ngettext(
        "A report of {report} is reviewed for {count} day; action is free from {earliest}, "
        "from {after_passage} if both houses disapprove on the last day, from {after_veto} if that is vetoed late.",
        "A report of {report} is reviewed for {count} days; action is free from {earliest}, "
        "from {after_passage} if both houses disapprove on the last day, from {after_veto} if that is vetoed late.",
        one.days,
        report=one.report,
        earliest=one.earliest,
        after_passage=one.after_passage,
        after_veto=one.after_veto,
    )


def _renewals(context: Context) -> list[Renewal]:
    """Gives the renewals of what the entries stand under, and of the emergencies that their orders rest on."""
    dossier = context.dossier
    tags = {item.programme for entity in dossier.entities for item in context.in_force(entity)}
    emergencies = {row.emergency for row in dossier.law.authorities if (row.dated or date.min) <= dossier.as_of}
    return [row for row in dossier.law.renewals if tags.intersection(row.tags) or row.id in emergencies]


def _lapses(context: Context, axis: "_Axis") -> Iterator[Lapse]:
    dossier, rows = context.dossier, _renewals(context)
    measures, acts = dossier.measures, dossier.law.renewals
    found = forthcoming(dossier.as_of, rows, measures=measures, entities=dossier.entities, acts=acts, months=MONTHS)
    for number, (due, also) in enumerate(_together(found)[:MOST]):
        yield _lapse(context, axis, due, also, number)


def _together(found: Iterable[Due]) -> list[tuple[Due, tuple[Due, ...]]]:
    """Gives the next day of each act, with the measures that end with it; a listing's end is told by its act's."""
    acts: dict[tuple[str, str], Due] = {}
    for due in found:
        if not due.subject:
            acts.setdefault((due.title, due.act), due)
    ends = {(due.regime, due.on): key for key, due in acts.items()}
    also: dict[tuple[str, str], list[Due]] = {key: [] for key in acts}
    alone = []
    for due in found:
        with_it = ends.get((due.regime, due.on)) if due.subject else None
        if with_it and due.subject.startswith("measure-"):
            also[with_it].append(due)
        elif due.subject and not with_it:
            alone.append(due)
    told = [(due, tuple(also[key])) for key, due in acts.items()]
    return sorted((*told, *((due, ()) for due in alone)), key=lambda one: (one[0].on, one[0].title))


def _lapse(context: Context, axis: "_Axis", due: Due, also: tuple[Due, ...], number: int) -> Lapse:
    cited = unique(id for one in (due, *also) for id in one.citations)
    listed = due.subject in context.entities
    title = f"{words.regime(due.regime)}: {context.name(due.subject)}" if listed else printable(due.title)
    return Lapse(
        title=title,
        lines=tuple(textwrap.wrap(title, LETTERS)[:2]),
        also=", ".join(printable(one.title) for one in also),
        act=printable(due.act),
        actor=due.actor,
        day=end_day(context, due.on, due.about),
        bar=axis.bar(context.dossier.as_of, due.on, "home" if due.regime == context.home else "abroad"),
        y=10 + ROW * number,
        basis=_(BASES[due.basis], no_renewal=_(NO_RENEWAL)) if due.basis in BASES else due.basis,
        doubt=words.doubt(due.confidence),
        sources=tuple(id for id in cited if id in context.sources),
        citations="; ".join(printable(text) for text in cited if text not in context.sources),
    )


class _Axis:
    """A stretch of time over the figure's width, by months."""

    def __init__(self, context: Context, first: date, reviews: tuple[Triple, ...]) -> None:
        self._language = context.language
        self._first = first
        ends = [one.earliest_action for triple in reviews for one in triple if one.earliest_action]
        self._last = max(ends) + timedelta(days=14) if ends else later(first, MONTHS)

    def say(self, day: date | None) -> str:
        """Gives a day in words; a disapproval that is enacted leaves none."""
        return words.day(day, self._language) if day else _("not at all")

    def bar(self, begin: date, end: date, kind: str, number: str = "", text: str = "") -> Stretch:
        """Gives a bar from one day to another with the day on which it ends; its text stands where it fits."""
        x = self._place(begin)
        room = round(self._place(end) - x, 2)
        fits = width(text, LETTER, "SemiBold") + 2 * INSET <= room
        return Stretch(x, room, kind, text if text and fits else number, self.say(end))

    def months(self) -> Iterator[Tick]:
        """Yields the first day, with its number, and the firsts of the months after, each named where there is room."""
        day = self._first
        while day <= self._last:
            following = later(day.replace(day=1), 1)
            x = self._place(day)
            pattern, room = ("MMM", ROOM) if day.day == 1 else ("d MMM", 2 * ROOM)
            yield Tick(x, words.day(day, self._language, pattern) if self._place(following) - x >= room else "")
            day = following

    def _place(self, day: date) -> float:
        share = (day - self._first).days / max((self._last - self._first).days, 1)
        return round(LEFT + min(share, 1.0) * (RIGHT - LEFT), 2)
