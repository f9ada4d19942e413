"""What is in force for each pick."""

from dataclasses import replace
from datetime import timedelta

from assemble import made
from assemble.made import one, said, tree
from briefer.model.facts import Absence, Confidence, Designation


def test_what_is_in_force_is_grouped_by_kind() -> None:
    groups = tree("in-force").xpath("//tr[@class='group']/th/text()")
    assert groups == ["People", "Banks, companies and bodies", "Vessels and aircraft", "Other entries"]


def test_ended_and_later_designations_are_not_in_force() -> None:
    text = made.text_of("in-force")
    assert "TAG-ONE" in text
    assert "TAG-OLD" not in text
    assert text.count("TAG-NEW") == text.count("Not yet: TAG-NEW from") == 1


def test_an_undated_designation_counts_as_in_force_and_says_so() -> None:
    bare = replace(made.PERSON, designations=(Designation(regime="US", programme="X"),))
    text = said("in-force", **one(bare))
    assert "start not stated" in text
    assert "counts as in force" in text


def test_a_list_that_is_later_than_the_paper_is_named_where_it_states_an_entry() -> None:
    later = replace(made.DOSSIER.lists[0], published=made.DOSSIER.as_of + timedelta(days=1), id="later")
    held = replace(made.PERSON, designations=(Designation(regime="US", programme="X", origin="later"),))
    text = said("in-force", **one(held), lists=(later,))
    assert "or before is held in place of List one" in text
    assert "in place of" not in said("in-force", **one(made.PERSON), lists=(later,))


def test_every_measure_of_a_listing_is_printed_however_many() -> None:
    worded = tuple(f"Measure number {number} of a long row" for number in range(9))
    bare = replace(made.PERSON, designations=(Designation(regime="US", programme="X", measures=worded),))
    assert all(f"easure number {number} of" in said("in-force", **one(bare)) for number in range(9))


def test_a_measure_as_long_as_a_law_is_left_to_the_workbook() -> None:
    worded = ("A law in full, " * 80, "Blocking of property")
    bare = replace(made.PERSON, designations=(Designation(regime="US", programme="X", measures=worded),))
    for id in ("in-force", "entity-sheets"):
        text = said(id, **one(bare))
        assert 20 < text.count("law in full") < 40
        assert "…" in text


def test_measures_that_name_nobody_say_what_ending_them_takes() -> None:
    text = made.text_of("in-force")
    assert "The President certifies." in text
    assert "to 31 Jul 2025" in text
    assert "not recorded" in text


def test_the_paper_looks_from_the_regime_that_holds_most_picks_whatever_its_marking() -> None:
    text = made.text_of("in-force", made.brief(made.pack(scheme="eu", marking="PUBLIC")))
    assert "US tags in force" in text
    held = {"designations": (made.eu(), made.eu(regime="UK", programme="Russia"))}
    assert "EU tags in force" in said("in-force", **one(replace(made.PERSON, **held)))  # type: ignore[arg-type]
    assert "US tags in force" in said("in-force", **one(made.VESSEL))
    assert "US tags in force" in said("in-force", entities=(made.VESSEL,), measures=())


def test_no_tag_is_called_none_found_without_a_search() -> None:
    others = (made.PERSON, replace(made.PERSON, id="x"))
    searched = replace(made.VESSEL, absences=(Absence(regime="US"),))
    assert "None found" in said("in-force", entities=(*others, searched))
    assert "None under this id" in said("in-force", entities=(*others, made.VESSEL))
    assert "Not searched" in said("in-force", entities=(*others, made.VESSEL), lists=())


def test_each_part_of_a_list_has_its_own_date_and_doubt_what_blocks_first() -> None:
    ssi = made.us("B", "2014-09-12", list_type="SSI", measures=("No new debt",), confidence=Confidence.PARTLY)
    text = said("in-force", **one(replace(made.PERSON, designations=(ssi, made.us("A", "2025-01-10")))))
    assert "SDN, 10 Jan 2025Full blockingSSI, 12 Sept 2014 partly verifiedNo new debt" in text
