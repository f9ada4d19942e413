"""Measures that list nobody stay with the entries on which they bear."""

from dataclasses import replace
from datetime import date

from briefer import rulebook
from briefer.analysis.bearing import bearing_on, left_by
from briefer.analysis.index import index
from briefer.analysis.relief import relief
from briefer.model.facts import Absence, Measure, Value
from tests.analysis.optioned import DAY, FREE, PLAIN, when

BAN = Measure(id="measure-a", title="Ban", regime="EU", authority="Regulation (EU) No 833/2014", entities=("plain",))


def test_a_measure_bears_on_whom_it_names_under_any_of_the_ids_of_its_records() -> None:
    assert bearing_on(PLAIN, (BAN, replace(BAN, entities=()))) == (BAN,)
    assert bearing_on(FREE, (BAN,)) == ()
    named = replace(BAN, entities=("eu-1",))
    assert bearing_on(replace(FREE, values=(Value(prop="name", value="F", record="eu-1"),)), (named,)) == (named,)
    assert bearing_on(replace(FREE, absences=(Absence(regime="UK", record="eu-1"),)), (named,)) == (named,)


def test_what_remains_of_an_entry_holds_such_measures_in_the_order_of_the_regimes() -> None:
    british = replace(BAN, id="measure-b", regime="UK", authority="SI 2019/855, reg. 18A")
    home = replace(BAN, id="measure-c", regime="US")
    [found] = relief((PLAIN,), rulebook.load(), DAY, (british, home, BAN))
    assert [(one.regime, one.act, one.until) for one in found.remains][1:] == [
        ("EU", "Regulation (EU) No 833/2014", date(2025, 7, 31)),
        ("UK", "SI 2019/855, reg. 18A", None),
    ]
    assert found.remains[-1].basis == "none"


def test_an_end_that_a_measure_states_stands_before_that_of_its_act() -> None:
    known = index(rulebook.load(), DAY)
    [found] = left_by(replace(BAN, until=when("2025-06-30")), known)
    assert (found.until, found.basis) == (date(2025, 6, 30), "list")


def test_an_end_to_which_the_act_was_renewed_stands_before_the_one_that_a_measure_states() -> None:
    ban = replace(BAN, until=when("2025-07-31"))
    days = (date(2025, 6, 29), date(2025, 6, 30), date(2025, 7, 31))
    found = [one for day in days for one in left_by(ban, index(rulebook.load(), day))]
    assert [(one.until, one.basis) for one in found] == [
        (date(2025, 7, 31), "list"),
        (date(2026, 1, 31), "renewal"),
        (date(2026, 1, 31), "renewal"),
    ]


def test_a_measure_that_ran_out_goes_on_with_its_act_and_stays_in_doubt_where_the_act_is_not_known_to() -> None:
    ban = replace(BAN, authority="Regulation (EU) No 833/2014 as amended by Regulation (EU) 2022/345")
    ended = replace(ban, until=when("2025-07-31"))
    days = (date(2025, 8, 15), date(2026, 8, 15))
    found = [one for day in days for one in left_by(ended, index(rulebook.load(), day))]
    assert [(one.until, one.basis, one.ran_to) for one in found] == [
        (date(2026, 1, 31), "renewal", None),
        (None, "lapsed?", date(2026, 7, 31)),
    ]
    assert not list(left_by(replace(ban, start=when("2025-09-01")), index(rulebook.load(), days[0])))
