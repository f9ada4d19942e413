"""The review's dates agree with a simulator that goes through the statute day by day."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefer.analysis.calendar import latest_report, review, review_clock, review_days
from briefer.model.calendar import Bar, ReviewClock
from briefer.model.errors import BadCall, BadData
from briefer.model.facts import Confidence
from briefer.model.law import Clock
from briefer.rulebook import load, named
from tests.stretched import unsaid

CLOCK = ReviewClock(
    ordinary_days=30,
    extended_days=60,
    season=((7, 10), (9, 7)),
    after_passage=12,
    after_veto=10,
    citations=("b1", "b2", "b4", "b5"),
)
DAYS = st.dates(date(2017, 8, 2), date(2035, 12, 31))
GAPS = st.none() | st.integers(0, 120)


def barred(day: date, report: date, passed: date | None, vetoed: date | None) -> bool:
    """The statute, read for one day: is the President barred from acting?"""
    summer = date(report.year, 7, 10) <= report <= date(report.year, 9, 7)
    number = (day - report).days + 1  # the day of submission is day 1
    if 1 <= number <= (60 if summer else 30):
        return True
    if passed and 0 <= (day - passed).days <= 12:
        return True
    return bool(vetoed and 0 <= (day - vetoed).days <= 10)


def simulated(report: date, passed: date | None = None, vetoed: date | None = None) -> date:
    """The first day after the last one that is barred."""
    last = max(day for day in (report, passed, vetoed) if day) + timedelta(days=61)
    day = last
    while not barred(day - timedelta(days=1), report, passed, vetoed):
        day -= timedelta(days=1)
    return day


@settings(max_examples=400, deadline=None)
@given(DAYS, GAPS, GAPS)
def test_the_dates_agree_with_a_simulator_of_the_statute(report: date, after: int | None, veto: int | None) -> None:
    passed = report + timedelta(days=after) if after is not None else None
    vetoed = (passed or report) + timedelta(days=veto) if veto is not None else None
    found = review(CLOCK, report, passed=passed, vetoed=vetoed)
    assert found.earliest_action == simulated(report, passed, vetoed)
    assert found.last_barred_day == simulated(report) - timedelta(days=1)
    assert found.review_days == (found.last_barred_day - report).days + 1
    assert max(bar.until for bar in found.bars if bar.until) == found.earliest_action - timedelta(days=1)
    assert review(CLOCK, report, passed=passed, vetoed=vetoed, enacted=True).earliest_action is None


def test_the_latest_report_is_right_for_every_day_of_six_years() -> None:
    days = [date(2023, 11, 1) + timedelta(days=number) for number in range(2400)]
    free = {day: simulated(day) for day in days}
    for action in days[70:]:
        wanted = max(day for day in days if day < action and free[day] <= action)
        assert latest_report(CLOCK, action) == wanted


@pytest.mark.parametrize(
    ("report", "days", "last", "free"),
    [
        ("2025-07-09", 30, "2025-08-07", "2025-08-08"),
        ("2025-07-10", 60, "2025-09-07", "2025-09-08"),
        ("2025-09-07", 60, "2025-11-05", "2025-11-06"),
        ("2025-09-08", 30, "2025-10-07", "2025-10-08"),
        ("2025-12-20", 30, "2026-01-18", "2026-01-19"),
        ("2024-02-15", 30, "2024-03-15", "2024-03-16"),
        ("2018-12-19", 30, "2019-01-17", "2019-01-18"),
    ],
)
def test_the_season_counts_with_both_its_ends(report: str, days: int, last: str, free: str) -> None:
    found = review(CLOCK, date.fromisoformat(report))
    assert found.review_days == days
    assert (str(found.last_barred_day), str(found.earliest_action)) == (last, free)
    assert (found.latest_report, found.before, found.contested) == (None, None, False)


def test_a_passage_and_a_veto_bar_beside_the_review_and_each_is_cited() -> None:
    found = review(CLOCK, date(2025, 3, 3), passed=date(2025, 3, 28), vetoed=date(2025, 4, 4))
    assert found.bars == (
        Bar(rule="review of 30 calendar days from the report", until=date(2025, 4, 1)),
        Bar(rule="12 calendar days after passage in both houses", until=date(2025, 4, 9)),
        Bar(rule="10 calendar days after the veto", until=date(2025, 4, 14)),
    )
    assert (found.earliest_action, found.citations) == (date(2025, 4, 15), ("b1", "b4", "b5"))


def test_days_free_between_the_review_and_the_passage_are_told() -> None:
    found = review(CLOCK, date(2025, 3, 31), passed=date(2025, 5, 5))
    assert "From 2025-04-30 until the passage on 2025-05-05 the review had ended" in found.notes[-1]
    assert "22 USC 9511(c)" in found.notes[-1]
    in_time = review(CLOCK, date(2025, 3, 31), passed=date(2025, 4, 30))
    assert not any("the review had ended" in note for note in in_time.notes)


def test_an_early_passage_does_not_lengthen_the_review() -> None:
    found = review(CLOCK, date(2025, 3, 3), passed=date(2025, 3, 5))
    assert found.earliest_action == date(2025, 4, 2)


def test_an_enacted_disapproval_bars_without_end() -> None:
    found = review(CLOCK, date(2025, 7, 10), enacted=True)
    assert found.earliest_action is None
    assert found.bars[-1] == Bar(rule="disapproval enacted: no action, without end", until=None)
    assert found.citations == ("b2", "b5")
    assert any("weekends, holidays and recess" in note for note in found.notes)


def test_a_veto_without_the_day_of_passage_counts_and_says_what_it_presupposes() -> None:
    found = review(CLOCK, date(2025, 3, 3), vetoed=date(2025, 4, 4))
    assert found.earliest_action == date(2025, 4, 15)
    assert found.notes[-1].startswith("A veto and an enactment presuppose that a disapproval passed both houses")
    assert not any("presuppose" in note for note in review(CLOCK, date(2025, 3, 3)).notes)


def test_once_a_disapproval_is_enacted_nothing_says_that_silence_frees_the_action() -> None:
    assert not any("if nothing is enacted" in note for note in review(CLOCK, date(2025, 7, 10), enacted=True).notes)
    assert any("if nothing is enacted" in note for note in review(CLOCK, date(2025, 7, 10)).notes)


def test_a_report_before_the_act_and_one_under_the_unread_statute_say_so() -> None:
    assert any("2 August 2017" in note for note in review(CLOCK, date(2016, 1, 1)).notes)
    late = review(CLOCK, date(2026, 9, 18))
    assert late.contested
    assert "119-111" in late.notes[-1]
    assert review(CLOCK, date(2026, 8, 1)).contested
    barred = review(CLOCK, date(2026, 8, 1), enacted=True)
    assert not barred.contested
    assert not any("119-111" in note for note in barred.notes)


@pytest.mark.parametrize(
    ("days", "says"),
    [
        ({"passed": date(2025, 3, 2)}, "cannot pass on 2025-03-02, before the report of 2025-03-03"),
        ({"vetoed": date(2025, 3, 2)}, "cannot come before the report of 2025-03-03"),
        ({"passed": date(2025, 3, 9), "vetoed": date(2025, 3, 8)}, "cannot come before the passage of 2025-03-09"),
    ],
)
def test_days_that_cannot_follow_each_other_are_refused(days: dict[str, date], says: str) -> None:
    with pytest.raises(BadCall, match=says):
        review(CLOCK, date(2025, 3, 3), **days)  # type: ignore[arg-type]


def test_the_ends_of_the_calendar_are_refused() -> None:
    with pytest.raises(BadCall, match="too near the end of the calendar"):
        review(CLOCK, date.max)
    with pytest.raises(BadCall, match="too near the end of the calendar"):
        latest_report(CLOCK, date.min)


def test_the_clock_is_read_from_the_rulebook() -> None:
    clock = review_clock(named(load().clocks, date(2025, 3, 31)))
    assert clock.season == ((7, 10), (9, 7))
    assert (clock.ordinary_days, clock.extended_days, clock.after_passage, clock.after_veto) == (30, 60, 12, 10)
    assert all("9511(b)" in text for text in clock.citations)
    assert clock.confidence is Confidence.VERIFIED
    assert review_days(clock, date(2025, 7, 10)) == 60


def test_a_rulebook_without_the_rows_is_named() -> None:
    with pytest.raises(BadData, match="no clock “review-30”"):
        review_clock({})
    rows = {
        id: Clock(id=id, title=id, counts_from="submission", text="", days=30, row=f"clocks.toml, {id}")
        for id in ("review-30", "review-60", "review-passage", "review-veto")
    }
    with pytest.raises(BadData, match=r"clocks\.toml, review-60: the clock “review-60” has no season"):
        review_clock(rows)


@pytest.mark.usefixtures("stretched")
@pytest.mark.parametrize("enacted", [False, True])
@pytest.mark.parametrize("report", ["2016-01-01", "2025-03-31", "2026-09-18"])
def test_bars_and_notes_are_told_in_the_language_spoken(report: str, enacted: bool) -> None:
    day = date.fromisoformat(report)
    for passed, vetoed in ((50, 70), (None, 70), (None, None)):
        days = {name: day + timedelta(days=count) for name, count in (("passed", passed), ("vetoed", vetoed)) if count}
        found = review(CLOCK, day, enacted=enacted, **days)
        assert unsaid(([bar.rule for bar in found.bars], found.notes)) == []
