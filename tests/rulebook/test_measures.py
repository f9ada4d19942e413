"""Which rows are about a measure: by id, else by its authority word for word."""

from dataclasses import replace
from datetime import date

from briefer import rulebook
from briefer.model.facts import Measure
from briefer.rulebook import near_measures, of_measure
from briefer.rulebook.book import excerpt

OIL = Measure(id="measure-oil2", title="Oil", regime="US", authority="public law 117-109;  EO 14066")
RULES = rulebook.load().classes


def test_a_known_id_goes_before_the_authority() -> None:
    known = replace(OIL, id="measure-pntr")
    assert {id for rule in of_measure(RULES, known) for id in rule.measures} == {"measure-pntr"}


def test_an_authority_is_matched_word_for_word_whatever_its_case_and_spaces() -> None:
    assert {id for rule in of_measure(RULES, OIL) for id in rule.measures} == {"measure-oil-imports"}
    assert of_measure(RULES, replace(OIL, authority="Public Law 117-109")) == ()
    assert of_measure(RULES, replace(OIL, regime="EU")) == ()


def test_an_authority_that_several_measures_share_decides_nothing_and_names_them() -> None:
    shared = replace(OIL, authority="EO 14071, determinations")
    assert of_measure(RULES, shared) == ()
    assert {"measure-price-cap", "measure-services"} <= set(near_measures(RULES, shared))
    assert near_measures(RULES, replace(OIL, authority="an act")) == ()
    assert near_measures(RULES, replace(shared, regime="EU")) == ()


def test_a_pack_carries_the_rows_that_a_measure_is_found_by_or_told_of() -> None:
    book, day = rulebook.load(), date(2025, 3, 17)
    carried = {id for rule in excerpt(book, (), (OIL,), day).classes for id in rule.measures}
    assert carried == {"measure-oil-imports"}
    told = excerpt(book, (), (replace(OIL, authority="EO 14071, determinations"),), day)
    assert "measure-price-cap" in {id for rule in told.classes for id in rule.measures}
