"""A dated statement of a listing decides over one without a date, but not over a state of the list of by then."""

from dataclasses import replace
from datetime import date

import pytest

from briefer.analysis.dated import as_dated, as_listed, dated
from briefer.model.facts import LATER, Designation, Entity, PartialDate, Value

DAY = date(2021, 5, 1)


def when(text: str) -> PartialDate:
    day = date.fromisoformat(text)
    return PartialDate(text=text, earliest=day, latest=day)


BARE = Designation(regime="US", programme="RUSSIA-EO14024", list_type="SDN", origin="ofac-sdn@undated#1")
ROW = replace(BARE, published=when("2022-04-06"), origin="ofac-cons@2025-01-10#1", note=LATER)
START = replace(ROW, published=None, start=when("2022-04-06"))


@pytest.mark.parametrize("said", [ROW, START])
@pytest.mark.parametrize("bare", [BARE, replace(BARE, list_type=""), replace(BARE, origin="ofac-sdn@2023-01-01#1")])
def test_what_is_dated_after_the_day_decides(said: Designation, bare: Designation) -> None:
    assert dated((bare, said), DAY) == (said,)
    assert dated((bare, said), date(2022, 4, 6)) == (bare, said)


@pytest.mark.parametrize(
    "other",
    [
        replace(ROW, programme="UKRAINE-EO13662"),
        replace(ROW, list_type="SSI"),
        replace(ROW, regime="EU"),
        replace(ROW, published=when("2020-01-01")),
        replace(ROW, published=PartialDate(text="soon")),
        replace(ROW, published=None),
    ],
)
def test_another_listing_and_one_that_began_or_has_no_date_decide_nothing(other: Designation) -> None:
    assert dated((BARE, other), DAY) == (BARE, other)


def test_a_state_of_by_the_day_proves_what_it_does_not_date() -> None:
    proven = replace(BARE, origin="ofac-sdn@2021-05-01#1")
    assert dated((proven, ROW), DAY) == (proven, ROW)


def test_the_same_part_of_the_list_goes_before_one_that_states_no_part() -> None:
    older = replace(ROW, list_type="", published=when("2014-07-16"))
    assert dated((BARE, ROW, older), DAY) == (ROW, older)


def test_an_entity_is_listed_by_what_counts_on_the_day() -> None:
    entity = Entity(id="x-1", schema="Company", caption="X", designations=(BARE, ROW), listed=True)
    assert (as_dated(entity, DAY).designations, as_dated(entity, DAY).listed) == ((ROW,), False)
    assert as_dated(entity, date(2023, 1, 1)) is entity
    note = Value(prop="notes", value="Listing Date (EO 14024 Directive 2): 24 Feb 2021", date=when("2021-02-24"))
    under = replace(ROW, measures=("Executive Order 14024 Directive 2", "Block"))
    bank = replace(entity, values=(note,), designations=(under,), listed=False)
    assert (as_dated(bank, DAY), as_listed(bank, DAY).listed) == (bank, True)
    assert as_listed(entity, date(2023, 1, 1)) is entity
