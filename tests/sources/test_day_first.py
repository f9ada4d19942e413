"""Dates with slashes, the day first."""

from datetime import date

import pytest

from briefer.sources import day_first


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("31/12/2020", date(2020, 12, 31), date(2020, 12, 31)),
        ("dd/mm/1945", date(1945, 1, 1), date(1945, 12, 31)),
        ("dd/07/1945", date(1945, 7, 1), date(1945, 7, 31)),
        ("00/00/1945", date(1945, 1, 1), date(1945, 12, 31)),
        ("15/mm/1945", date(1945, 1, 1), date(1945, 12, 31)),
        ("2026-08-22T00:00:00", date(2026, 8, 22), date(2026, 8, 22)),
        ("31/02/2020", None, None),
        ("no date", None, None),
    ],
)
def test_a_date_is_known_as_far_as_it_is_printed(text: str, earliest: date | None, latest: date | None) -> None:
    found = day_first.parse(text)
    assert (found.text, found.earliest, found.latest) == (text, earliest, latest)


def test_a_day_is_one_day_and_an_empty_text_is_none() -> None:
    assert day_first.day("09/04/2025") == date(2025, 4, 9)
    assert day_first.day("dd/04/2025") is None
    assert day_first.maybe("") is None
    assert day_first.maybe("2025") is not None
