"""The review under section 216 of CAATSA (22 USC 9511(b)) as dates, forwards from a report and back from a day.

It is notify and wait with a bar that can be vetoed, not an approval: silence lets the action go ahead.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from briefer.language import _, mark
from briefer.model.calendar import Bar, MonthDay, ReviewCalendar, ReviewClock
from briefer.model.errors import BadCall, BadData
from briefer.model.facts import Confidence
from briefer.model.law import Clock

ROWS = ("review-30", "review-60", "review-passage", "review-veto")
"""The rows of the rulebook that the review is made of: ordinary, extended, after passage, after a veto."""

ENACTED = date(2017, 8, 2)
SUCCESSOR = date(2026, 9, 18)

READING = mark(
    "Every calendar day counts: weekends, holidays and recess do not stop the clock. The day of submission is day 1 "
    "(a reading of the statute)."
)
SIDE_BY_SIDE = mark(
    "Each bar runs from its own event and ends by itself, and none is added to another (a reading of the statute); the "
    "earliest action is the day after the last of them."
)
SILENCE = mark(
    "This is a review, not an approval: if nothing is enacted, the action may go ahead when the period has ended."
)
EARLY = mark("Action within the period is lawful only once a joint resolution of approval is enacted.")
PRESUPPOSED = mark(
    "A veto and an enactment presuppose that a disapproval passed both houses; the day of passage was not given, so "
    "that the days after it are not counted."
)
BEFORE_THE_ACT = mark("The review is law since 2 August 2017; for an earlier report it is shown as if it had been.")
UNREAD = mark(
    "Public Law 119-111 was signed on 18 September 2026; whether it changes this review is not in the rulebook, so the "
    "dates are contested from that day on."
)


def review_clock(rows: dict[str, Clock]) -> ReviewClock:
    """Gives the review's day counts from the rulebook's rows of a day, by id; BadData where one is missing or unfit."""
    missing = [id for id in ROWS if id not in rows]
    if missing:
        raise BadData(
            _("The rulebook has no clock “{id}”; restore the row in assets/rulebook/clocks.toml.", id=missing[0])
        )
    ordinary, extended, passage, veto = (rows[id] for id in ROWS)
    if len(extended.season) != 2:
        raise BadData(
            _(
                "{row}: the clock “{id}” has no season; state its first and last month-day.",
                row=extended.row,
                id=extended.id,
            )
        )
    first, last = map(_month_day, extended.season)
    weakest = max((row.confidence for row in (ordinary, extended, passage, veto)), key=list(Confidence).index)
    return ReviewClock(
        ordinary_days=ordinary.days,
        extended_days=extended.days,
        season=(first, last),
        after_passage=passage.days,
        after_veto=veto.days,
        citations=(ordinary.citation, extended.citation, passage.citation, veto.citation),
        confidence=weakest,
    )


def review(
    clock: ReviewClock,
    report: date,
    *,
    passed: date | None = None,
    vetoed: date | None = None,
    enacted: bool = False,
) -> ReviewCalendar:
    """Gives the dates that a report submitted on a day starts.

    `passed` is the day on which a disapproval passed both houses, `vetoed` that of its veto; `enacted` that it became
    law. Earliest action is the day after the last bar; None once a disapproval is enacted. BadCall where the days
    cannot follow each other.
    """
    _in_order(report, passed, vetoed)
    days = review_days(clock, report)
    bars = list(_bars(clock, report, passed, vetoed))
    free = _later(max(bar.until for bar, _ in bars if bar.until), 1)
    if enacted:
        bars.append((Bar(rule=_("disapproval enacted: no action, without end"), until=None), clock.citations[3]))
    return ReviewCalendar(
        report=report,
        review_days=days,
        last_barred_day=_later(report, days - 1),
        earliest_action=None if enacted else free,
        bars=tuple(bar for bar, _ in bars),
        citations=tuple(dict.fromkeys(cited for _, cited in bars)),
        contested=_unread(report, free, enacted=enacted),
        notes=(
            *_notes(report, free, enacted=enacted),
            *([_(PRESUPPOSED)] if (vetoed or enacted) and not passed else []),
            *_gap(_later(report, days), passed),
        ),
    )


def _bars(clock: ReviewClock, report: date, passed: date | None, vetoed: date | None) -> Iterator[tuple[Bar, str]]:
    """The periods in which no action may be taken, each with its citation."""
    ordinary, extended, after_passage, after_veto = clock.citations
    days = review_days(clock, report)
    cited = extended if days == clock.extended_days else ordinary
    rule = _("review of {days} calendar days from the report", days=days)
    yield Bar(rule=rule, until=_later(report, days - 1)), cited
    for day, count, what, citation in (
        (passed, clock.after_passage, mark("{days} calendar days after passage in both houses"), after_passage),
        (vetoed, clock.after_veto, mark("{days} calendar days after the veto"), after_veto),
    ):
        if day:
            yield Bar(rule=_(what, days=count), until=_later(day, count)), citation


def review_days(clock: ReviewClock, report: date) -> int:
    """How many days the review of a report lasts; its day of submission alone decides."""
    first, last = clock.season
    return clock.extended_days if first <= (report.month, report.day) <= last else clock.ordinary_days


def latest_report(clock: ReviewClock, action: date) -> date:
    """The last day on which a report may be submitted for the action to be free on a day, if nothing else bars it."""
    shortest, longest = sorted((clock.ordinary_days, clock.extended_days))
    candidates = (_later(action, -days) for days in range(shortest, longest + 1))
    return next(day for day in candidates if _later(day, review_days(clock, day)) <= action)


def _in_order(report: date, passed: date | None, vetoed: date | None) -> None:
    if passed and passed < report:
        raise BadCall(
            _(
                "A disapproval cannot pass on {passed}, before the report of {report}; check the dates.",
                passed=passed,
                report=report,
            )
        )
    if vetoed and vetoed < (passed or report):
        what = _("the passage of {day}", day=passed) if passed else _("the report of {day}", day=report)
        raise BadCall(_("A veto on {day} cannot come before {what}; check the dates.", day=vetoed, what=what))


def _notes(report: date, free: date, *, enacted: bool) -> tuple[str, ...]:
    early = (BEFORE_THE_ACT,) if report < ENACTED else ()
    late = (UNREAD,) if _unread(report, free, enacted=enacted) else ()
    open_ = () if enacted else (SILENCE, EARLY)
    return tuple(map(_, (READING, SIDE_BY_SIDE, *open_, *early, *late)))


def _unread(report: date, free: date, *, enacted: bool) -> bool:
    """Says whether the dates reach the day of the statute that was not read; an enacted disapproval has no last day."""
    return report >= SUCCESSOR or (not enacted and free >= SUCCESSOR)


def _gap(free: date, passed: date | None) -> Iterator[str]:
    """Says that the action was free for a time where a disapproval passed after the review had ended."""
    if passed and passed > free:
        yield _(
            "From {free} until the passage on {passed} the review had ended and no bar stood, so that action in "
            "those days was free; a joint resolution can be introduced under 22 USC 9511(c) only within the period of "
            "review.",
            free=free,
            passed=passed,
        )


def _month_day(text: str) -> MonthDay:
    month, _, day = text.partition("-")
    return int(month), int(day)


def _later(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError as error:
        raise BadCall(
            _("{day} is too near the end of the calendar to count {days} days from it.", day=day, days=abs(days))
        ) from error
