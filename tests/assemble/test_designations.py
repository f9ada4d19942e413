"""Designations as rows, and what they rest on."""

from dataclasses import replace

from assemble import made
from assemble.made import one, said, tree
from briefer.model.facts import LATER, Confidence, Designation
from briefer.model.law import Programme, Rulebook


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
    assert "A designation without a stated date" in text


def test_designations_of_one_breath_share_a_row_and_notes_get_letters() -> None:
    text = made.text_of("entity-sheets")
    assert "United States, SDNTAG-ONE TAG-TWO" in text
    assert "a Record 7." in text
    assert "to 15 Sept 2025" in text


def test_weakest_doubt_prints_beside_a_row_of_several() -> None:
    designations = (made.us("A", confidence=Confidence.PARTLY), made.us("B", confidence=Confidence.TO_BE_VERIFIED))
    assert "to be verified" in said("in-force", **one(replace(made.PERSON, designations=designations)))


def bare(**more: object) -> Designation:
    facts = {"start": None, "measures": (), "origin": "another-list", "note": "basis: later list"}
    return replace(made.us("A"), **{**facts, **more})  # type: ignore[arg-type]


def test_what_two_lists_state_stands_once_under_both_keys() -> None:
    dated = replace(made.us("A", measures=("Block",), published=made.on("2022-04-06")), start=None)
    person = replace(made.PERSON, designations=(bare(sources=("s-law",)), dated))
    row = tree("entity-sheets", **one(person)).xpath("//table[.//th[text()='Measure']]/tbody/tr")
    assert len(row) == 1
    text = " ".join(row[0].text_content().split())
    assert "Blocking" in text
    assert "published 6 Apr 2022 (as printed)" in text
    assert len(row[0].xpath("td[last()]//a")) == 2
    assert "later list" not in said("entity-sheets", **one(person))
    assert "SDN, published 6 Apr 2022Blocking" in said("in-force", **one(person))
    assert "need not be that of the listing" in said("in-force", **one(person))


def test_two_lists_that_say_different_things_stay_apart() -> None:
    later = made.us("A", start="2023-01-01", origin="another-list")
    person = replace(made.PERSON, designations=(made.us("A"), later))
    assert "6 Apr 2022" in said("entity-sheets", **one(person))
    assert "1 Jan 2023" in said("entity-sheets", **one(person))


def test_a_list_that_words_no_measure_is_not_given_one() -> None:
    text = said("entity-sheets", **one(replace(made.PERSON, designations=(bare(origin=made.LIST),))))
    assert "Entry on the Specially Designated Nationals list, measure not worded" in text
    assert "a Read in a later list: a file of after the day" in text
    assert "start not stated" in text


def test_differing_notes_of_a_row_name_their_tags() -> None:
    person = replace(made.PERSON, designations=(made.us("A", note="One."), made.us("B", note="Two")))
    assert "A: One. B: Two." in said("entity-sheets", **one(person))


def test_a_programme_of_another_regime_is_not_taken() -> None:
    other = (Programme(tag="TAG-ONE", regime="UK", title="Other", authority="Another act"),)
    assert "Another act" not in said("in-force", law=Rulebook(programmes=other))


def test_that_every_row_is_of_a_later_list_is_said_once() -> None:
    both = (made.us("A", note=f"One. {LATER}"), made.us("B", "2023-01-01", note=LATER))
    text = said("entity-sheets", **one(replace(made.PERSON, designations=both)))
    assert text.count("Read in a later list") == 1
    assert "All rows Read in a later list" in text
    assert "a One." in text


def test_a_long_note_is_cut_and_still_says_that_its_list_is_a_later_one() -> None:
    person = replace(made.PERSON, designations=(made.us("A", note=f"{'A page of a register, ' * 40}. {LATER}"),))
    text = said("entity-sheets", **one(person))
    assert 10 < text.count("page of a register") < 20
    assert "… Read in a later list" in text
