"""The day a list was published is one that has come."""

from datetime import date, timedelta

import pytest

from briefer.library import Library, clock
from briefer.model.errors import BadCall

from .lists import Head, listing, many, reading


def test_a_day_given_by_hand_that_has_not_come_is_refused(library: Library) -> None:
    with pytest.raises(BadCall, match="2099-01-01 has not come yet"):
        library.import_list(listing(*many(1)), published=date(2099, 1, 1))
    assert library.lists() == ()


def test_a_day_given_by_hand_that_is_older_than_any_list_is_refused(library: Library) -> None:
    with pytest.raises(BadCall, match="0001-01-01 is before any list was kept; give the day, from 1950-01-01 on"):
        library.import_list(listing(*many(1)), published=date(1, 1, 1))
    assert library.import_list(listing(*many(1)), published=date(1950, 1, 1)).published == date(1950, 1, 1)


def test_tomorrow_may_have_come_where_the_publisher_sits(library: Library) -> None:
    tomorrow = clock.today() + timedelta(days=1)
    assert library.import_list(listing(*many(1)), published=tomorrow).published == tomorrow


def test_a_day_that_a_file_states_and_that_has_not_come_is_warned_of_and_not_used(library: Library) -> None:
    report = library.import_list(listing(*many(1), published="9999-12-31"))
    assert report.published is None
    assert "states 9999-12-31 as its date, which has not come yet" in report.warnings[0].message


def test_a_date_that_is_no_day_is_warned_of_and_one_by_hand_stands_in(library: Library) -> None:
    report = library.import_list(reading(Head(printed="2026-99-01"), *many(1)), published=date(2025, 1, 1))
    assert report.published == date(2025, 1, 1)
    assert "“2026-99-01” as its date, which is no day" in report.warnings[0].message
