"""The axis of a timeline."""

from datetime import date
from itertools import pairwise

import pytest

from briefer.assemble.axis import APART, Axis


def axis(first: str, last: str, height: float = 170.0) -> Axis:
    return Axis(date.fromisoformat(first), date.fromisoformat(last), 10.0, 10.0 + height, "en-GB")


def names(found: Axis) -> list[str]:
    return [band.word.replace("\u00a0", " ") for band in found.bands() if band.word]


def test_days_stand_to_scale() -> None:
    found = axis("2014-03-06", "2025-12-31")
    assert found.place(date(2014, 1, 1)) == 10.0
    assert found.place(date(2025, 12, 31)) == pytest.approx(180.0)
    assert found.place(date(2019, 12, 31)) == pytest.approx(95, abs=0.1)


def test_an_axis_of_years_names_each_and_the_last_though_it_is_short() -> None:
    assert names(axis("2014-03-06", "2025-03-31")) == [str(year) for year in range(2014, 2026)]


def test_a_long_axis_names_every_fifth_year() -> None:
    found = names(axis("1950-01-01", "2024-12-31"))
    assert found
    assert all(int(year) % 5 == 0 for year in found)


def test_an_axis_of_few_months_names_months() -> None:
    assert names(axis("2022-02-24", "2022-06-03")) == ["Feb 2022", "Mar 2022", "Apr 2022", "May 2022", "Jun 2022"]


def test_a_short_axis_of_months_names_every_third() -> None:
    assert names(axis("2022-01-01", "2022-12-31", 24.0)) == ["Jan 2022", "Apr 2022", "Jul 2022", "Oct 2022"]


def test_names_never_stand_closer_than_they_can_be_read() -> None:
    for height in (24.0, 60.0, 170.0):
        for last in ("2014-05-01", "2015-01-01", "2019-07-07", "2044-01-02"):
            at = [band.at for band in axis("2014-03-06", last, height).bands() if band.word]
            assert all(b - a >= APART - 0.02 for a, b in pairwise(at))


def test_one_day_is_an_axis_of_its_month() -> None:
    assert names(axis("2024-12-05", "2024-12-05")) == ["Dec 2024"]
