"""The days that the text names are of the calendar, and what is said of them fits the as-of day."""

from datetime import date

import pytest

from briefer.analysis.checks.days import days
from tests.analysis.checks.packs import codes, found, section


def hits(text: str) -> list[str]:
    return [one.code for one in found(section(f"{text} [@s]"))]


@pytest.mark.parametrize(
    "text", ["31 April 2025", "30 February", "Feb. 30, 2025", "29 February 2025", "2025-02-30", "0 May"]
)
def test_a_day_that_no_calendar_has_is_a_warning(text: str) -> None:
    assert hits(f"It was decided on {text}.") == ["impossible-date"]


@pytest.mark.parametrize(
    "text", ["29 February", "29 February 2024", "30 April 2025", "2025-03-31", "May 5", "12 of May"]
)
def test_a_day_of_the_calendar_passes(text: str) -> None:
    assert hits(f"It was decided on {text}.") == []


def test_what_runs_to_a_day_that_has_passed_is_a_warning() -> None:
    for said in ("run to", "are in force until", "remain in force until", "expire on", "are valid until"):
        assert hits(f"European listings {said} 15 March 2025.") == ["expired"], said
    assert hits("European listings run to 15 September 2025.") == []
    assert hits("European listings ran to 15 March 2025.") == []
    assert hits("European listings run to 15 March.") == []
    assert hits("He said “they run to 15 March 2025” on 2 March 2025.") == []


def test_what_ended_on_a_day_that_has_not_come_is_a_warning() -> None:
    assert hits("The licence lapsed on 12 April 2025.") == ["expired"]
    assert hits("The licence lapsed on 12 March 2025.") == []
    assert hits("The licence lapses on 12 April 2025.") == []


def test_a_block_quotation_is_somebody_else_s() -> None:
    assert codes(section("> They run to 15 March 2025. [@s]")) == []


def test_days_are_read_in_every_usual_shape() -> None:
    text = "3 March 2025, March 4, 2025, 2025-03-05, 6 Sept and 31 June"
    assert sorted((day for _, day in days(text)), key=str) == [
        date(2024, 9, 6),
        date(2025, 3, 3),
        date(2025, 3, 4),
        date(2025, 3, 5),
        None,
    ]
