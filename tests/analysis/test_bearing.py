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
    assert not list(left_by(replace(BAN, until=when("2025-03-30")), known))
