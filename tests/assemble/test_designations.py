"""Designations as rows, and what they rest on."""

from dataclasses import replace

from assemble import made
from assemble.made import one, said
from briefer.model.facts import Confidence, Designation
from briefer.model.law import Programme


def test_the_rulebook_gives_the_authority_of_the_day_and_its_doubt() -> None:
    text = made.text_of("in-force")
    assert "Order 1" in text
    assert "Order 2 to be verified" in text
    assert "Order 3" not in text


def test_a_tag_unknown_to_the_rulebook_rests_on_what_the_list_says() -> None:
    odd = replace(
        made.PERSON,
        designations=(made.us("ODD", authority="E.O. 99"), Designation(regime="US", programme="", origin=made.LIST)),
    )
    text = said("in-force", **one(odd))
    assert "E.O. 99" in text
    assert "A designation without" not in text


def test_designations_of_one_breath_share_a_row_and_notes_get_letters() -> None:
    text = made.text_of("entity-sheets")
    assert "United States, SDNTAG-ONE TAG-TWO" in text
    assert "a Record 7." in text
    assert "to 15 Sept 2025" in text


def test_weakest_doubt_prints_beside_a_row_of_several() -> None:
    designations = (made.us("A", confidence=Confidence.PARTLY), made.us("B", confidence=Confidence.TO_BE_VERIFIED))
    assert "to be verified" in said("in-force", **one(replace(made.PERSON, designations=designations)))


def test_a_programme_of_another_regime_is_not_taken() -> None:
    other = (Programme(tag="TAG-ONE", regime="UK", title="Other", authority="Another act"),)
    assert "Another act" not in said("in-force", programmes=other)
