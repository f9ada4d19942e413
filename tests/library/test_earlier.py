"""What a poorer format of OFAC leaves out of a listing is carried on from an earlier state, and told as from it."""

import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from briefer.analysis.freezing import undecided
from briefer.analysis.limbs import limbs
from briefer.library import Library
from briefer.model.facts import CARRIED, Designation
from briefer.sources import recognise
from tests.library.lists import day, listing, record, tag

LISTS = os.environ.get("BRIEFER_LISTS", "")
FULL = {"list_type": "SDN", "published": day("2024-11-21"), "measures": ("Block",)}
NOTE = f"list and day of the row {CARRIED} ofac-cons of 2025-01-10"


def state(published: str, form: str, *tags: Designation, **more: Any) -> Any:
    listed = record("ofac-1", "Bank", tags=tags)
    return listing(listed, record("ofac-2", "Other"), published=published, of="ofac-cons", form=form, **more)


def shown(library: Library, as_of: str = "2025-03-31") -> list[Designation]:
    (found,) = library.entities(["ofac-1"], date.fromisoformat(as_of))
    (holder,) = (each for each in library.holders("US", date.fromisoformat(as_of)) if each.id == "ofac-1")
    assert holder.designations == found.designations
    return list(found.designations)


def test_list_and_day_of_the_row_are_carried_on_from_the_state_that_stated_them(library: Library) -> None:
    library.import_list(state("2025-01-10", "ofac-enhanced", tag(**FULL)))
    library.import_list(state("2025-03-28", "ofac-xml", tag(measures=("Executive Order 14024 Directive 3",))))
    (found,) = shown(library)
    assert (found.list_type, found.published, found.start) == ("SDN", day("2024-11-21"), None)
    assert (found.measures, found.note) == (("Executive Order 14024 Directive 3",), NOTE)
    assert found.origin.startswith("ofac-cons@2025-03-28#")


def test_a_state_of_after_the_day_gives_nothing_to_an_earlier_one(library: Library) -> None:
    library.import_list(state("2025-03-28", "ofac-xml", tag()))
    library.import_list(state("2026-01-08", "ofac-enhanced", tag(**FULL)))
    (found,) = shown(library)
    assert (found.list_type, found.published, found.note) == ("", None, "")


def test_a_start_is_carried_on_through_a_state_that_has_no_place_for_it(library: Library) -> None:
    library.import_list(state("2020-03-17", "ofac-advanced", tag(list_type="SDN", start="2014-07-16")))
    library.import_list(state("2025-01-10", "ofac-enhanced", tag(**FULL)))
    library.import_list(state("2025-03-28", "ofac-xml", tag()))
    (found,) = shown(library)
    assert (found.list_type, found.start, found.published) == ("SDN", day("2014-07-16"), day("2024-11-21"))
    assert found.note == f"{NOTE}; start {CARRIED} ofac-cons of 2020-03-17"


def test_what_the_list_dropped_in_between_is_another_listing(library: Library) -> None:
    library.import_list(state("2025-01-10", "ofac-enhanced", tag(**FULL)))
    library.import_list(state("2025-02-10", "ofac-xml", tag("SYRIA")))
    library.import_list(state("2025-03-28", "ofac-xml", tag()))
    (found,) = shown(library)
    assert (found.list_type, found.published) == ("", None)


def test_a_record_that_was_off_its_list_in_between_takes_nothing_of_before(library: Library) -> None:
    library.import_list(state("2025-01-10", "ofac-enhanced", tag(**FULL)))
    gone = listing(record("ofac-2", "Other"), published="2025-02-10", of="ofac-cons", form="ofac-xml")
    library.import_list(gone, accept_drop=True)
    library.import_list(state("2025-03-28", "ofac-xml", tag()))
    (found,) = shown(library)
    assert (found.list_type, found.published) == ("", None)


def test_a_tag_on_two_parts_of_the_list_stands_on_both(library: Library) -> None:
    library.import_list(state("2025-01-10", "ofac-enhanced", tag(**FULL), tag(list_type="NS-MBS")))
    library.import_list(state("2025-03-28", "ofac-xml", tag()))
    assert [each.list_type for each in shown(library)] == ["SDN", "NS-MBS"]


def test_a_part_that_the_poorer_format_names_takes_only_the_day_of_that_part(library: Library) -> None:
    other = {"list_type": "NS-MBS", "published": day("2022-02-24")}
    library.import_list(state("2025-01-10", "ofac-enhanced", tag(**FULL), tag(**other)))
    library.import_list(state("2025-03-28", "ofac-xml", tag(list_type="NS-MBS")))
    (found,) = shown(library)
    assert (found.list_type, found.published) == ("NS-MBS", day("2022-02-24"))


@pytest.mark.skipif(not LISTS, reason="BRIEFER_LISTS names no folder of real list files")
def test_the_plain_file_after_the_enhanced_one_loses_neither_list_nor_day_nor_directive(library: Library) -> None:
    for name in ("cons_enhanced-2025-01-10.xml", "consolidated-2025-03-28.xml"):
        library.import_list(recognise(Path(LISTS) / "ofac" / name))
    then, now = (_said(library, day) for day in (date(2025, 1, 10), date(2025, 3, 31)))
    assert now == then
    assert len(now) == 443


@pytest.mark.skipif(not LISTS, reason="BRIEFER_LISTS names no folder of real list files")
def test_the_plain_file_alone_leaves_open_whether_a_tag_beside_a_sectoral_one_blocks(library: Library) -> None:
    library.import_list(recognise(Path(LISTS) / "ofac" / "consolidated-2025-03-28.xml"))
    open_ = [each.id for each in library.holders("US") if any(map(undecided, each.designations))]
    assert {"ofac-17016", "ofac-17018", "ofac-18782"} < set(open_)
    assert len(open_) == 80


def _said(library: Library, day: date) -> dict[str, set[tuple[object, ...]]]:
    return {
        each.id: {
            (item.programme, item.list_type, item.published, frozenset(limbs(item)))
            for item in each.designations
            if item.programme != "CAATSA - RUSSIA"  # its section is a note of the entity in the plain file
        }
        for each in library.holders("US", day)
        if each.designations
    }
