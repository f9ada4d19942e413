"""The first day on which the law lets an instrument of relief be used, and what a period that cannot be counted is.

Only what the law makes somebody wait counts; how long it takes in practice stands with the instrument.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from briefer.analysis.calendar import ROWS, review, review_clock
from briefer.model.calendar import ReviewClock
from briefer.model.errors import BadData
from briefer.model.law import Rulebook
from briefer.model.options import Earliest
from briefer.model.relief import Reason, Route, Wait
from briefer.rulebook import named

PERMITS = frozenset({"general-licence", "specific-licence"})
"""Instruments that permit dealings and end nothing."""

REPORTS = frozenset({"glomag-15"})
"""Clocks of a report that goes before whatever ends the listing, though its instrument has no wait of its own."""

NO_WAIT = frozenset({"no fixed term", "none", "immediate", "by proclamation at once, or on the anniversary"})
"""How the rulebook words that the law makes nobody wait; other words without a number cannot be counted."""

LEGISLATURE = "Congress"
REVIEW = "22 USC 9511"
UNDATED = ("unknown", "statute")


def clock_of(book: Rulebook, day: date) -> ReviewClock | None:
    """Gives the review's day counts on a day, None where the rows at hand do not hold them."""
    try:
        return review_clock(named(book.clocks, day))
    except BadData:
        return None


def earliest(route: Route, reason: Reason, start: date, clock: ReviewClock | None) -> Earliest:
    """Gives the first day for one instrument on one reason, if what goes before it is done on the day `start`."""
    if route.actor == LEGISLATURE:
        return Earliest(on=None, basis="statute")
    if _reviewed(route, reason):
        return _after_review(start, clock)
    if route.legal_days is not None:
        return Earliest(on=start + timedelta(days=route.legal_days), basis="wait", days=route.legal_days)
    report = report_before(route, reason)
    if report:
        return Earliest(on=start + timedelta(days=report.days), basis="wait", days=report.days)
    if route.legal_minimum.casefold() in NO_WAIT:
        return Earliest(on=start, basis="at once")
    return Earliest(on=None, basis="unknown")


def report_before(route: Route, reason: Reason) -> Wait | None:
    """Gives the report that ending a listing takes beside the instrument; one with a wait of its own tells it."""
    if route.id in PERMITS or route.legal_days is not None:
        return None
    return next((wait for wait in reason.waits if wait.id in REPORTS), None)


def if_reported(route: Route, start: date, clock: ReviewClock | None) -> Earliest | None:
    """Gives the day for a licence if it is one that has to be reported, None for what is not open to that doubt."""
    doubtful = route.id in PERMITS and any("(a)(2)(A)(iii)" in cited for cited in route.citations)
    return _after_review(start, clock) if doubtful and clock else None


def last(found: Iterable[Earliest]) -> Earliest | None:
    """Gives the last of several days, what has no day after all others; None of nothing."""
    return max(found, key=lambda one: (_undated(one), one.on or date.max), default=None)


def _undated(one: Earliest) -> int:
    return UNDATED.index(one.basis) + 1 if one.basis in UNDATED else 0


def _reviewed(route: Route, reason: Reason) -> bool:
    if route.id in PERMITS:
        return False
    if route.legal_days is not None:
        return any(cited.startswith(REVIEW) for cited in route.citations)
    return any(wait.id == ROWS[0] for wait in reason.waits)


def _after_review(start: date, clock: ReviewClock | None) -> Earliest:
    if clock is None:
        return Earliest(on=None, basis="unknown")
    found = review(clock, start)
    return Earliest(on=found.earliest_action, basis="review", days=found.review_days, contested=found.contested)
