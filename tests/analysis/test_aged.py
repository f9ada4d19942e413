"""An old list does not tell who is listed today, and a newer one that says the same puts that right."""

from datetime import date

import pytest

from briefer.analysis.aged import aged, all_aged
from briefer.model.facts import Designation
from tests.stretched import unsaid

DAY = date(2025, 3, 31)


def stated(origin: str, tag: str = "T", kind: str = "SDN", *, ended: bool = False) -> Designation:
    return Designation(regime="US", programme=tag, list_type=kind, origin=origin, ended=ended)


def test_a_list_is_old_after_sixty_days() -> None:
    assert aged(stated("sdn@2025-01-30#1"), (), DAY) is None
    found = aged(stated("sdn@2025-01-29#1"), (), DAY)
    assert found
    said = "Listings and tags from sdn of 29 January 2025, 61 days before 31 March 2025; no state from between is held."
    assert found.sentence == said


@pytest.mark.parametrize("origin", ["sdn@undated#1", "", "sdn@2026-01-01#1"])
def test_a_list_of_no_day_or_a_later_one_is_not_old(origin: str) -> None:
    assert aged(stated(origin), (), DAY) is None


def test_a_newer_list_that_states_the_same_listing_holds_it_up() -> None:
    old = stated("sdn@2023-01-26#1")
    assert aged(old, [stated("cons@2025-03-30#1", kind="")], DAY) is None
    for other in (stated("cons@2025-03-30#1", tag="U"), stated("cons@2025-03-30#1", kind="SSI")):
        assert aged(old, [other], DAY)


def test_each_old_list_is_named_once_and_what_has_ended_not_at_all() -> None:
    items = (stated("b@2023-01-26#1"), stated("a@2023-01-26#1", "U"), stated("b@2023-01-26#1", "V"))
    assert [each.list for each in all_aged((*items, stated("c@2020-01-01#1", "W", ended=True)), DAY)] == ["a", "b"]


@pytest.mark.usefixtures("stretched")
def test_an_old_list_is_told_of_in_the_language_spoken() -> None:
    found = aged(stated("sdn@2025-01-29#1"), (), DAY)
    assert found
    assert unsaid(found.sentence, "sdn") == []
