"""`briefer calendar` answers with the contract's dates, forwards and back."""

import re
from pathlib import Path

import pytest

from tests.conftest import Briefer


def test_a_report_gives_the_contracts_fields(briefer: Briefer, tmp_path: Path) -> None:
    said = briefer("--json", "calendar", "--report", "2025-03-03", "--passed", "2025-03-28", "--vetoed", "2025-04-04")
    assert said.code == 0
    found = said.json
    assert (found["report"], found["review_days"], found["last_barred_day"]) == ("2025-03-03", 30, "2025-04-01")
    assert found["earliest_action"] == "2025-04-15"
    assert [bar["until"] for bar in found["bars"]] == ["2025-04-01", "2025-04-09", "2025-04-14"]
    assert all("9511" in text for text in found["citations"])
    assert "latest_report" not in found
    assert not list(tmp_path.iterdir())


def test_an_enacted_disapproval_leaves_no_day(briefer: Briefer) -> None:
    found = briefer("--json", "calendar", "--report", "2025-03-03", "--enacted").json
    assert found["earliest_action"] is None
    assert found["bars"][-1]["until"] is None
    assert "No action may be taken" in briefer("calendar", "--report", "2025-03-03", "--enacted").out


def test_a_summit_gives_the_latest_report(briefer: Briefer) -> None:
    found = briefer("--json", "calendar", "--before", "2025-09-01").json
    assert (found["latest_report"], found["report"], found["before"]) == ("2025-07-09", "2025-07-09", "2025-09-01")
    assert (found["review_days"], found["earliest_action"]) == (30, "2025-08-08")


def test_the_answer_for_a_person_names_weekdays_and_what_does_not_stop_the_clock(briefer: Briefer) -> None:
    said = briefer("calendar", "--before", "2025-08-15")
    assert "To act on Friday 15 August 2025, submit the report by Wednesday 9 July 2025 at the latest." in said.out
    assert "Report submitted on Wednesday 9 July 2025 (day 1):" in said.out
    assert "weekends, holidays and recess do not stop the clock" in said.out
    late = briefer("calendar", "--report", "2026-10-01")
    assert "Earliest action: Saturday 31 October 2026 (contested)" in late.out


def test_a_summit_that_the_summer_pushes_back_says_why_no_later_report_would_do(briefer: Briefer) -> None:
    said = briefer("calendar", "--before", "2025-08-15").out
    assert "free from Friday 8 August 2025; a report a day later has the longer review" in said
    assert "a day later" not in briefer("calendar", "--before", "2025-06-16").out


def test_every_day_of_the_text_is_in_words(briefer: Briefer) -> None:
    asked = ("--report", "2025-03-03", "--passed", "2025-05-05", "--vetoed", "2025-05-09")
    said = briefer("calendar", *asked).out
    assert "the end of Monday 19 May 2025" in said
    assert "From 2 April 2025 until the passage on 5 May 2025" in said
    assert not re.search(r"\d{4}-\d{2}-\d{2}", said)


@pytest.mark.parametrize(
    ("call", "says"),
    [
        ("calendar", "Give either the day of the report"),
        ("calendar --report 2025-03-03 --before 2025-05-05", "Give either the day of the report"),
        ("calendar --before 2025-03-03 --enacted", "go with --report"),
        ("calendar --report 2025-03-03 --passed 2025-03-01", "cannot pass on 2025-03-01"),
        ("calendar --report 3.3.2025", "is not a date"),
        ("calendar --report 9999-12-31", "too near the end of the calendar"),
    ],
)
def test_a_wrong_call_is_one_sentence(briefer: Briefer, call: str, says: str) -> None:
    said = briefer(*call.split())
    assert (said.code, said.out) == (2, "")
    assert says in said.err
