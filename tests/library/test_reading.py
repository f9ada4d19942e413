"""Entities as the lists state them on a day."""

from datetime import date, timedelta
from decimal import Decimal

from briefer.library import Library, clock
from briefer.model.facts import LATER, Absence, Entity, EntityRecord, Link, Value

from .lists import day, listing, many, record, tag


def one(library: Library, id: str, as_of: str | None = None) -> Entity:
    (found,) = library.entities([id], date.fromisoformat(as_of) if as_of else None)
    return found


def test_one_id_is_one_entity_over_all_its_lists(library: Library) -> None:
    sdn = record("ofac-1", "IVANOV, Ivan", remarks="DOB 1965.")
    ssi = record("ofac-1", "Ivan Ivanov", tags=(tag("UKRAINE-EO13662"),), absences=(Absence(regime="EU"),))
    library.import_list(listing(sdn, published="2025-02-01"))
    library.import_list(listing(ssi, of="ofac-non-sdn", published="2025-01-01"))
    found = one(library, "ofac-1")
    sdn_id, ssi_id = (each.id for each in sorted(library.snapshots(), key=lambda each: each.list, reverse=True))
    assert found.caption == "IVANOV, Ivan"
    assert [(each.value, each.origin) for each in found.values] == [("IVANOV, Ivan", sdn_id), ("Ivan Ivanov", ssi_id)]
    assert [(each.programme, each.origin) for each in found.designations] == [
        ("RUSSIA-EO14024", sdn_id),
        ("UKRAINE-EO13662", ssi_id),
    ]
    assert found.absences == (Absence(regime="EU", origin=ssi_id),)
    assert found.remarks == ("DOB 1965.",)


def test_a_record_comes_back_as_it_was_read(library: Library) -> None:
    link = Link(
        kind="Ownership", subject="ofac-1", object="", text="VTB", percentage=Decimal("49.50"), as_of=day("2024-01-01")
    )
    said = EntityRecord(
        id="ofac-1",
        schema="Company",
        caption="Bank",
        values=(Value(prop="birthDate", value="1965", raw="circa 1965", note='"=x', sources=("a", "b")),),
        designations=(tag(start="2022-02-24", measures=("Block",), list_type="SDN"),),
        links=(link,),
    )
    library.import_list(listing(said, published="2025-02-01"))
    found, origin = one(library, "ofac-1"), library.snapshots()[0].id
    assert found.values == (
        Value(prop="birthDate", value="1965", raw="circa 1965", note='"=x', origin=origin, sources=("a", "b")),
    )
    assert found.designations == (tag(start="2022-02-24", measures=("Block",), list_type="SDN", origin=origin),)
    assert found.links[0].percentage == Decimal("49.50")


def test_the_order_asked_for_is_kept_and_the_unknown_left_out(library: Library) -> None:
    library.import_list(listing(*many(900)))
    asked = [f"ofac-{each}" for each in range(899, -1, -1)]
    assert [each.id for each in library.entities(["eu-1", *asked, "ofac-899"])] == asked


def test_a_delisted_entity_is_found_and_not_listed(library: Library) -> None:
    gone = record("ofac-7", tags=(tag(note="SDN"),))
    library.import_list(listing(gone, *many(5), published="2025-01-01"))
    library.import_list(listing(*many(5), published="2025-02-01"), accept_drop=True)
    found = one(library, "ofac-7")
    assert not found.listed
    assert found.designations[0].ended
    assert found.designations[0].note == "SDN; no longer on the list of 2025-02-01"
    assert found.designations[0].origin.startswith("ofac-sdn@2025-01-01#")
    assert [each.id for each in library.snapshots(ids=[found.designations[0].origin])] == [found.designations[0].origin]
    assert one(library, "ofac-7", "2025-01-31").listed


def test_an_entity_that_one_of_two_lists_drops_stays_listed(library: Library) -> None:
    library.import_list(listing(record("ofac-7", "Old name"), *many(5), published="2025-01-01"))
    library.import_list(
        listing(record("ofac-7", "Name", tags=(tag("SSI"),)), of="ofac-non-sdn", published="2024-01-01")
    )
    library.import_list(listing(*many(5), published="2025-02-01"), accept_drop=True)
    found = one(library, "ofac-7")
    assert found.listed
    assert found.caption == "Name"
    assert [(each.programme, each.ended) for each in found.designations] == [("SSI", False), ("RUSSIA-EO14024", True)]


def test_what_an_undated_list_drops_is_said_without_the_time_of_import(library: Library) -> None:
    library.import_list(listing(record("ofac-7"), *many(5)))
    library.import_list(listing(*many(5)), accept_drop=True)
    assert one(library, "ofac-7").designations[0].note == "no longer on the undated list"


def test_a_relisted_entity_is_listed_again(library: Library) -> None:
    for month, records in enumerate(([record("ofac-7")], [], [record("ofac-7")]), 1):
        library.import_list(listing(*records, *many(2), published=f"2025-0{month}-01"), accept_drop=True)
    assert one(library, "ofac-7").listed
    assert not one(library, "ofac-7", "2025-02-15").listed
    assert library.search("Name of ofac-7")[0].listed


def test_a_day_takes_the_newest_snapshot_published_by_then(library: Library) -> None:
    for month, caption in ((3, "March"), (1, "January"), (2, "February")):
        library.import_list(listing(record("ofac-1", caption), published=f"2025-0{month}-01"))
    found = [one(library, "ofac-1", as_of).caption for as_of in ("2025-01-01", "2025-02-28", "2025-03-01")]
    assert found == ["January", "February", "March"]
    assert one(library, "ofac-1").caption == "March"
    assert [each.published for each in library.snapshots(date(2025, 2, 28))] == [date(2025, 2, 1)]


def test_before_the_first_snapshot_a_later_list_serves_and_says_so(library: Library) -> None:
    tags = (tag("OLD", start="2014-03-20"), tag("NEW", start="2022-02-24"), tag("UNKNOWN"))
    library.import_list(
        listing(record("ofac-1", tags=tags), record("ofac-2", tags=(tag(start="2022-01-01"),)), published="2023-01-01")
    )
    library.import_list(listing(record("ofac-1", "Later"), record("ofac-2"), published="2024-01-01"))
    found = one(library, "ofac-1", "2020-01-01")
    assert [(each.programme, each.note) for each in found.designations] == [
        ("OLD", "basis: later list"),
        ("UNKNOWN", "basis: later list"),
    ]
    assert found.listed
    other = one(library, "ofac-2", "2020-01-01")
    assert (other.designations, other.listed) == ((), False)


def test_an_undated_snapshot_counts_from_its_import_and_behind_every_dated_one(library: Library) -> None:
    today = clock.today()
    library.import_list(listing(record("ofac-1", "Undated")))
    assert one(library, "ofac-1", (today - timedelta(days=1)).isoformat()).designations[0].note == LATER
    assert one(library, "ofac-1", today.isoformat()).designations[0].note == ""
    library.import_list(listing(record("ofac-1", "Dated"), published="2025-01-01"))
    assert one(library, "ofac-1").caption == "Dated"
    assert one(library, "ofac-1", "2025-01-01").caption == "Dated"


def test_listed_is_a_question_of_the_day(library: Library) -> None:
    library.import_list(
        listing(record("ofac-1", tags=(tag(start="2022-01-01", until="2022-12-31"),)), published="2021-12-01")
    )
    days = ("2021-12-31", "2022-01-01", "2022-12-31", "2023-01-01")
    assert [one(library, "ofac-1", each).listed for each in days] == [False, True, True, False]


def test_search_and_browsing_count_what_is_marked_as_ended_until_its_end_as_an_answer_does(library: Library) -> None:
    until = {"x-1": (True, "2999-12-31"), "x-2": (True, "2024-12-31"), "x-3": (True, None)}
    until |= {"x-4": (False, "2999-12-31")}
    held = [record(id, f"Obraz {id}", tags=(tag(until=day, ended=over),)) for id, (over, day) in until.items()]
    library.import_list(listing(*held, *many(30), published="2025-01-01"))
    library.import_list(listing(*held[:3], *many(30), published="2025-02-01"))
    listed = {each.id for each in library.entities(until) if each.listed}
    assert listed == {"x-1"}
    assert {each.id for each in library.search("Obraz", listed=True)} == listed
    assert {each.id for each in library.search("Obraz") if each.listed and each.programmes} == listed
    assert {each.id for each in library.rows(until) if each.listed} == listed
    assert {id for id in library.browse(listed=True) if id in until} == listed


def test_an_absence_is_no_designation(library: Library) -> None:
    library.import_list(listing(record("ofac-1", tags=(), absences=(Absence(regime="EU"),))))
    assert not one(library, "ofac-1").listed


def test_links_that_other_records_state_are_given_too(library: Library) -> None:
    owns = Link(kind="Ownership", subject="ofac-1", object="ofac-2", percentage=Decimal(51))
    library.import_list(listing(record("ofac-1"), record("ofac-2", links=(owns,)), published="2025-01-01"))
    origin = library.snapshots()[0].id
    assert [each.links for each in library.entities(["ofac-1", "ofac-2"])] == [one(library, "ofac-2").links] * 2
    assert one(library, "ofac-1").links[0].origin == origin
    library.import_list(listing(record("ofac-1"), record("ofac-2"), published="2025-02-01"))
    assert one(library, "ofac-1").links == ()
    assert len(one(library, "ofac-1", "2025-01-15").links) == 1


def test_what_only_a_later_state_brings_is_unknown_on_an_earlier_day(library: Library) -> None:
    library.import_list(listing(*many(2), published="2025-01-01"))
    library.import_list(listing(*many(3), published="2025-02-01"))
    assert library.entities(["ofac-2"], date(2025, 1, 31)) == ()
    assert one(library, "ofac-2").listed
