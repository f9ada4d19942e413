"""OFAC prints whoever stands on one of its two files in the other with all tags; the newer file is believed."""

from datetime import date
from typing import Any

import pytest

from briefer.library import Library
from briefer.model.facts import Designation
from tests.library.lists import listing, record, tag

SSI = tag("UKRAINE-EO13662", list_type="SSI")
SYRIA, RUSSIA = tag("SYRIA", list_type="SDN"), tag(list_type="SDN")


def state(of: str, published: str | None, *tags: Designation, form: str = "ofac-enhanced", **more: Any) -> Any:
    return listing(record("ofac-1", "Firm", tags=tags), published=published, of=of, form=form, **more)


def held(library: Library, as_of: str = "2026-02-01") -> dict[tuple[str, str], bool]:
    (found,) = library.entities(["ofac-1"], date.fromisoformat(as_of))
    (holder,) = library.holders("US", date.fromisoformat(as_of))
    assert holder.designations == found.designations
    return {(each.programme, each.list_type): each.ended for each in found.designations}


def test_what_the_newer_non_sdn_file_no_longer_prints_is_off_the_sdn_list(library: Library) -> None:
    library.import_list(state("ofac-sdn", "2023-01-20", SYRIA, RUSSIA, form="ofac-csv"))
    library.import_list(state("ofac-cons", "2025-01-10", SSI, SYRIA, RUSSIA))
    library.import_list(state("ofac-cons", "2026-01-08", SSI, RUSSIA))
    assert held(library, "2025-06-01")["SYRIA", "SDN"] is False
    assert held(library) == {
        ("UKRAINE-EO13662", "SSI"): False,
        (RUSSIA.programme, "SDN"): False,
        ("SYRIA", "SDN"): True,
    }
    (found,) = library.entities(["ofac-1"], date(2026, 2, 1))
    (ended,) = (each for each in found.designations if each.ended)
    assert ended.note == "no longer on the SDN list, as ofac-cons of 2026-01-08 prints it"


def test_a_plain_file_drops_only_the_tags_that_it_does_not_print(library: Library) -> None:
    library.import_list(state("ofac-sdn", "2023-01-20", SYRIA, RUSSIA, form="ofac-csv"))
    library.import_list(state("ofac-cons", "2025-03-28", SSI, tag(), form="ofac-xml"))
    assert [tag for tag, ended in held(library).items() if ended] == [("SYRIA", "SDN")]


def test_what_the_newer_sdn_list_no_longer_has_is_off_it_in_the_older_file_too(library: Library) -> None:
    library.import_list(state("ofac-cons", "2025-01-10", SSI, SYRIA, RUSSIA))
    library.import_list(state("ofac-sdn", "2026-01-08", RUSSIA, form="ofac-csv"))
    assert [tag for tag, ended in held(library).items() if ended] == [("SYRIA", "SDN")]


@pytest.mark.parametrize("day", ["2025-03-28", "2025-04-30"])
def test_a_tag_without_a_list_that_the_sdn_list_of_the_day_lacks_is_on_the_menu(library: Library, day: str) -> None:
    library.import_list(state("ofac-cons", "2025-03-28", SSI, tag(), form="ofac-xml"))
    other = listing(record("ofac-9", "Somebody", tags=(RUSSIA,)), published=day, form="ofac-csv")
    library.import_list(other)
    (found,) = library.entities(["ofac-1"], date(2026, 2, 1))
    assert [(each.list_type, each.note) for each in found.designations] == [
        ("SSI", ""),
        ("NS-MBS", f"not on ofac-sdn of {day}"),
    ]


def test_a_tag_without_a_list_that_the_sdn_list_of_the_day_has_is_left_to_it(library: Library) -> None:
    library.import_list(state("ofac-cons", "2025-03-28", SSI, tag(), form="ofac-xml"))
    library.import_list(state("ofac-sdn", "2025-03-28", RUSSIA, form="ofac-csv"))
    assert held(library) == {
        ("UKRAINE-EO13662", "SSI"): False,
        (RUSSIA.programme, ""): False,
        (RUSSIA.programme, "SDN"): False,
    }


@pytest.mark.parametrize("partial", [True, False])
def test_an_undated_state_an_excerpt_and_one_of_after_the_day_say_nothing_of_the_other(
    library: Library, partial: bool
) -> None:
    library.import_list(state("ofac-sdn", "2023-01-20", SYRIA, form="ofac-csv"))
    library.import_list(state("ofac-cons", "2026-01-08" if partial else "2026-03-01", SSI), partial=partial)
    assert held(library)["SYRIA", "SDN"] is False


def test_what_the_non_sdn_file_dropped_is_doubtful_on_an_undated_sdn_list(library: Library) -> None:
    library.import_list(state("ofac-sdn", None, SYRIA, RUSSIA, tag("GLOMAG", list_type="SDN"), form="ofac-csv"))
    for published, tags in (("2025-01-10", (SSI, SYRIA)), ("2025-03-28", (SSI, SYRIA)), ("2026-01-08", (SSI, RUSSIA))):
        library.import_list(state("ofac-cons", published, *tags))
    note = "no longer printed by ofac-cons of 2026-01-08, though by that of 2025-03-28"
    assert not held(library)["SYRIA", "SDN"]
    for as_of, noted in ((date(2026, 2, 1), True), (None, True), (date(2025, 6, 1), False)):
        (found,) = library.entities(["ofac-1"], as_of)
        told = {each.programme: note in each.note for each in found.designations if each.origin.startswith("ofac-sdn")}
        assert told == {"SYRIA": noted, RUSSIA.programme: False, "GLOMAG": False}


def test_a_doubt_names_a_state_without_a_date_as_such(library: Library) -> None:
    library.import_list(state("ofac-sdn", None, SYRIA, form="ofac-csv"))
    for published, tags in ((None, (SSI, SYRIA)), ("2026-01-08", (SSI,))):
        library.import_list(state("ofac-cons", published, *tags))
    (found,) = library.entities(["ofac-1"])
    (note,) = (each.note for each in found.designations if each.origin.startswith("ofac-sdn"))
    assert note == "no longer printed by ofac-cons of 2026-01-08, though by that of no stated date"


def test_who_left_the_non_sdn_file_is_not_taken_off_the_sdn_list_by_that(library: Library) -> None:
    library.import_list(state("ofac-sdn", "2023-01-20", SYRIA, form="ofac-csv"))
    library.import_list(state("ofac-cons", "2025-01-10", SSI, SYRIA))
    gone = listing(record("ofac-2", "Other", tags=()), published="2026-01-08", of="ofac-cons", form="ofac-enhanced")
    library.import_list(gone, accept_drop=True)
    (found,) = library.entities(["ofac-1"], date(2026, 2, 1))
    assert [(each.programme, each.origin[:8]) for each in found.designations if not each.ended] == [
        ("SYRIA", "ofac-sdn")
    ]
