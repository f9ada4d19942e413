"""What is in force for each pick."""

from dataclasses import replace

from assemble import made
from assemble.made import one, said, tree
from briefer.model.facts import Designation


def test_what_is_in_force_is_grouped_by_kind() -> None:
    groups = tree("in-force").xpath("//tr[@class='group']/th/text()")
    assert groups == ["People", "Banks, companies and bodies", "Vessels and aircraft", "Other entries"]


def test_ended_and_later_designations_are_not_in_force() -> None:
    text = made.text_of("in-force")
    assert "TAG-ONE" in text
    assert "TAG-OLD" not in text
    assert "TAG-NEW" not in text


def test_an_undated_designation_counts_as_in_force_and_says_so() -> None:
    bare = replace(
        made.PERSON, designations=(Designation(regime="US", programme="X", measures=("A very long measure " * 4,)),)
    )
    text = said("in-force", **one(bare))
    assert "not stated" in text
    assert "counts as in force" in text
    assert "very long measure" not in text


def test_measures_that_name_nobody_say_what_ending_them_takes() -> None:
    text = made.text_of("in-force")
    assert "The President certifies." in text
    assert "to 31 Jul 2025" in text
    assert "not recorded" in text


def test_the_paper_looks_from_the_home_of_its_marking_scheme() -> None:
    text = made.text_of("in-force", made.brief(made.pack(scheme="eu", marking="PUBLIC")))
    assert "EU tags in force" in text
    assert "269/2014" in text
