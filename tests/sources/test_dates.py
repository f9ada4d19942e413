"""Partial dates of every shape that the lists print."""

from datetime import date

import pytest

from briefer.sources import dates

SHAPES = {
    "15 Dec 1988": ("1988-12-15", "1988-12-15", False),
    "1965": ("1965-01-01", "1965-12-31", False),
    "circa 1956": ("1956-01-01", "1956-12-31", True),
    "circa 15 Dec 1988": ("1988-12-15", "1988-12-15", True),
    "Dec 1961": ("1961-12-01", "1961-12-31", False),
    "Feb 1964": ("1964-02-01", "1964-02-29", False),
    "1971 to 1973": ("1971-01-01", "1973-12-31", False),
    "01 Jan 1955 to 31 Dec 1955": ("1955-01-01", "1955-12-31", False),
    "circa 1979-1982": ("1979-01-01", "1982-12-31", True),
    "Mar 1962 to Feb 1963": ("1962-03-01", "1963-02-28", False),
    "1952-10-07": ("1952-10-07", "1952-10-07", False),
    "1952-10": ("1952-10-01", "1952-10-31", False),
    "2026-01-08T00:00:00": ("2026-01-08", "2026-01-08", False),
    "2026-08-01T23:00:03.110Z": ("2026-08-01", "2026-08-01", False),
    "17.3.2014": ("2014-03-17", "2014-03-17", False),
    "17 March 2025": ("2025-03-17", "2025-03-17", False),
    "March 17, 2025": ("2025-03-17", "2025-03-17", False),
    "c. 1956": ("1956-01-01", "1956-12-31", True),
}


@pytest.mark.parametrize(("text", "expected"), SHAPES.items(), ids=list(SHAPES))
def test_a_date_is_bounded_as_far_as_it_is_printed(text: str, expected: tuple[str, str, bool]) -> None:
    found = dates.parse(text)
    assert found.text == text
    assert (str(found.earliest), str(found.latest), found.circa) == expected


@pytest.mark.parametrize(
    "text",
    ["", "unknown", "31 Feb 1990", "01/08/2026", "1990-13", "15 Foo 1990", "1990 to 1980", "0000", "1 to 2 to 3"],
)
def test_a_date_of_unknown_shape_keeps_its_text_and_has_no_bounds(text: str) -> None:
    found = dates.parse(text)
    assert (found.text, found.earliest, found.latest) == (text, None, None)


def test_only_a_whole_day_is_a_day() -> None:
    assert dates.day("2025-03-17") == date(2025, 3, 17)
    assert dates.day("2025-03") is None
    assert dates.day("circa 15 Dec 1988") is None
    assert dates.day("") is None


def test_an_empty_text_is_no_date() -> None:
    assert dates.maybe("") is None
    assert dates.maybe("1965") is not None
