"""From which day an instrument may be used; a period that cannot be counted has no day."""

from dataclasses import replace
from datetime import date

import pytest

from briefer import rulebook
from briefer.analysis.index import index
from briefer.analysis.option_dates import NO_WAIT, clock_of, earliest, if_reported, last
from briefer.model.law import Rulebook
from briefer.model.options import Earliest
from briefer.model.relief import Reason

DAY = date(2025, 3, 31)
BOOK = rulebook.load()
KNOWN = index(BOOK, DAY)
CLOCK = clock_of(BOOK, DAY)
REASON = Reason(programme="T", authority="", klass="A", why="")
WAITING = replace(REASON, waits=(KNOWN.waits["review-30"],))


def day(instrument: str, reason: Reason = REASON, start: date = DAY) -> tuple[date | None, str]:
    found = earliest(KNOWN.routes[instrument], reason, start, CLOCK)
    return found.on, found.basis


@pytest.mark.parametrize(
    ("instrument", "on", "basis"),
    [
        ("delisting", date(2025, 3, 31), "at once"),
        ("amend-order", date(2025, 3, 31), "at once"),
        ("end-emergency", date(2025, 3, 31), "at once"),
        ("delisting-after-review", date(2025, 4, 30), "review"),
        ("caatsa-waiver", date(2025, 4, 30), "review"),
        ("ssides-waiver", date(2025, 4, 30), "review"),
        ("section-231-waiver", date(2025, 4, 30), "wait"),
        ("glomag-report", date(2025, 4, 15), "wait"),
        ("imports-certification", date(2025, 8, 13), "wait"),
        ("repeal", None, "statute"),
        ("repo-certification", None, "unknown"),
        ("cbw-removal", None, "unknown"),
        ("commerce-rule", None, "unknown"),
    ],
)
def test_the_first_day_of_each_instrument(instrument: str, on: date | None, basis: str) -> None:
    assert day(instrument) == (on, basis)


def test_every_instrument_of_the_rulebook_has_a_day_or_says_why_not() -> None:
    undated = {route.id for route in KNOWN.routes.values() if day(route.id)[0] is None}
    assert undated == {
        "act-test", "cbw-removal", "commerce-rule", "doe-waiver", "initial-waiver", "licence-expiry",
        "magnitsky-removal", "peesa-waiver", "pntr-certification", "repeal", "repo-certification",
    }  # fmt: skip
    assert all(text in {row.legal_minimum.casefold() for row in BOOK.instruments} for text in NO_WAIT)


def test_a_report_in_summer_waits_sixty_days_and_a_modified_waiver_does_not() -> None:
    july = date(2025, 7, 10)
    assert day("delisting-after-review", start=july) == (date(2025, 9, 8), "review")
    assert day("section-231-waiver", start=july) == (date(2025, 8, 9), "wait")


def test_an_order_that_a_review_protects_waits_and_a_licence_under_it_does_not() -> None:
    assert day("amend-order", WAITING) == (date(2025, 4, 30), "review")
    assert day("general-licence", WAITING) == (date(2025, 3, 31), "at once")


def test_a_review_that_reaches_beyond_the_law_at_hand_is_contested() -> None:
    found = earliest(KNOWN.routes["delisting-after-review"], REASON, date(2026, 8, 1), CLOCK)
    assert found.contested


def test_without_the_rows_of_the_review_its_day_is_unknown() -> None:
    assert clock_of(Rulebook(), DAY) is None
    assert earliest(KNOWN.routes["delisting-after-review"], REASON, DAY, None).basis == "unknown"
    assert if_reported(KNOWN.routes["general-licence"], DAY, None) is None


def test_only_a_general_licence_may_have_to_be_reported() -> None:
    reported = {id for id, route in KNOWN.routes.items() if if_reported(route, DAY, CLOCK)}
    assert reported == {"general-licence"}


def test_what_has_no_day_comes_after_every_day() -> None:
    soon, late = Earliest(on=DAY, basis="at once"), Earliest(on=date(2025, 9, 1), basis="review")
    never, unknown = Earliest(on=None, basis="statute"), Earliest(on=None, basis="unknown")
    assert last((late, soon)) == late
    assert last((unknown, soon)) == unknown
    assert last((unknown, never)) == never
    assert last(()) is None
