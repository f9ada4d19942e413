"""What an import of a list file does to the library and says of it."""

import gc
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from briefer.library import Library
from briefer.library.current import rebuild
from briefer.library.tables import DERIVED
from briefer.library.tables import record as record_table
from briefer.model.answers import Warned
from briefer.model.errors import BadInput, Cancelled, Refused
from briefer.model.facts import Link
from briefer.model.policy import Source
from briefer.model.progress import silent

from .lists import listing, many, reading, record, tag

LINK = Link(kind="Ownership", subject="ofac-1", object="ofac-2")


def ids(library: Library, *wanted: str) -> list[str]:
    return [each.id for each in library.entities(wanted)]


def test_the_report_counts_what_the_file_holds(library: Library) -> None:
    report = library.import_list(
        listing(
            record("ofac-1", "A", "B", links=(LINK,)),
            record("ofac-2", tags=(tag(), tag("CUBA"))),
            published="2025-01-01",
        )
    )
    assert (report.entities, report.names, report.designations, report.links) == (2, 3, 3, 1)
    assert (report.added, report.changed, report.removed, report.unchanged) == (2, 0, 0, 0)
    assert (report.list, report.published, report.format) == ("ofac-sdn", date(2025, 1, 1), "ofac-csv")
    assert report.warnings == ()
    assert not report.dry_run


def test_the_next_state_is_counted_against_the_former(library: Library) -> None:
    library.import_list(listing(*many(40), published="2025-01-01"))
    newer = [replace(many(40)[0], caption="Another"), *many(40)[1:39], record("ofac-99")]
    report = library.import_list(listing(*newer, published="2025-02-01"))
    assert (report.added, report.changed, report.removed, report.unchanged) == (1, 1, 1, 38)


def test_an_older_state_brought_later_is_counted_against_the_one_before_it(library: Library) -> None:
    library.import_list(listing(*many(40), published="2025-03-01"))
    report = library.import_list(listing(*many(41), published="2025-01-01"))
    assert (report.added, report.unchanged) == (41, 0)
    assert library.lists()[0].published == date(2025, 3, 1)
    assert not library.entities(["ofac-40"])[0].listed
    assert library.entities(["ofac-40"], date(2025, 1, 5))[0].listed


def test_the_same_bytes_again_change_nothing(library: Library) -> None:
    first = library.import_list(listing(*many(3), published="2025-01-01"))
    again = library.import_list(listing(*many(3), published="2025-01-01"))
    assert again == replace(first, added=0, unchanged=3)
    assert len(library.snapshots()) == 1


def test_the_same_bytes_without_their_date_are_known_again(library: Library) -> None:
    library.import_list(listing(*many(3)), published=date(2025, 1, 1))
    again = library.import_list(listing(*many(3)))
    assert (again.published, again.unchanged) == (date(2025, 1, 1), 3)


def test_an_undated_file_may_be_dated_later(library: Library) -> None:
    undated = library.import_list(listing(*many(3)))
    assert undated.published is None
    assert library.snapshots()[0].id.startswith("ofac-sdn@undated#")
    dated = library.import_list(listing(*many(3)), published=date(2025, 1, 1))
    assert dated.published == date(2025, 1, 1)
    assert library.snapshots(date(2025, 1, 2))[0].id == f"ofac-sdn@2025-01-01#{dated.sha256[:8]}"


def test_a_date_by_hand_does_not_overrule_the_file(library: Library) -> None:
    report = library.import_list(listing(*many(1), published="2025-01-01"), published=date(2024, 1, 1))
    assert report.published == date(2025, 1, 1)
    assert "2024-01-01 was not used" in report.warnings[0].message


def test_a_date_by_hand_that_agrees_is_not_warned_of(library: Library) -> None:
    report = library.import_list(listing(*many(1), published="2025-01-01"), published=date(2025, 1, 1))
    assert report.warnings == ()


def test_a_drop_over_five_per_cent_changes_nothing(library: Library) -> None:
    library.import_list(listing(*many(100), published="2025-01-01"))
    said = r"holds 94 entities where ofac-sdn@2025-01-01#\w{8} held 100;.*this one file again with --accept-drop"
    with pytest.raises(Refused, match=said):
        library.import_list(listing(*many(94), published="2025-02-01"))
    assert library.lists()[0].entities == 100
    assert library.entities(["ofac-99"])[0].listed


def test_a_drop_of_five_per_cent_passes(library: Library) -> None:
    library.import_list(listing(*many(100), published="2025-01-01"))
    assert library.import_list(listing(*many(95), published="2025-02-01")).removed == 5


def test_an_accepted_drop_removes(library: Library) -> None:
    library.import_list(listing(*many(10), published="2025-01-01"))
    report = library.import_list(listing(*many(2), published="2025-02-01"), accept_drop=True)
    assert (report.removed, library.lists()[0].entities) == (8, 2)


def test_an_excerpt_never_removes(library: Library) -> None:
    library.import_list(listing(*many(10), published="2025-01-01"))
    changed = replace(many(1)[0], caption="Another")
    report = library.import_list(listing(changed, record("ofac-77"), published="2025-02-01", declared=12), partial=True)
    assert (report.entities, report.added, report.changed, report.removed, report.unchanged) == (2, 1, 1, 0, 0)
    assert report.warnings == ()
    assert library.lists()[0].entities == 11
    assert library.snapshots()[0].partial
    assert library.entities(["ofac-9"])[0].listed
    assert library.entities(["ofac-0"])[0].caption == "Another"


def test_a_dry_run_reports_alike_and_keeps_nothing(library: Library) -> None:
    dry = library.import_list(listing(*many(3), published="2025-01-01"), dry_run=True)
    assert library.lists() == ()
    assert library.search("Person") == ()
    wet = library.import_list(listing(*many(3), published="2025-01-01"))
    assert dry == replace(wet, dry_run=True)


def test_a_count_that_differs_from_the_file_s_own_is_a_warning(library: Library) -> None:
    report = library.import_list(listing(*many(3), declared=1200))
    assert report.warnings == (Warned(record="", message="the file declares 1,200 records and holds 3"),)
    assert library.snapshots()[0].declared == 1200


def test_a_file_that_declares_one_record_and_holds_more_is_told_of(library: Library) -> None:
    report = library.import_list(listing(*many(3), declared=1))
    assert report.warnings == (Warned(record="", message="the file declares 1 record and holds 3"),)


def test_of_two_rows_of_one_id_the_first_is_kept(library: Library) -> None:
    records = [*many(3), record("ofac-1", "Second"), *many(600, 10), record("ofac-2", "Third")]
    report = library.import_list(listing(*records))
    assert [each.record for each in report.warnings] == ["ofac-1", "ofac-2"]
    assert report.entities == 603
    assert [each.caption for each in library.entities(["ofac-1", "ofac-2"])] == ["Person 1", "Person 2"]


def test_warnings_of_the_reader_are_passed_on_and_sources_kept(library: Library) -> None:
    warned = Warned(record="ofac-0", message="cut remark")
    source = Source(id="notice", title="Notice")
    report = library.import_list(listing(*many(1), warned, source))
    assert report.warnings == (warned,)
    assert library.sources() == (source,)


def test_progress_is_told_every_five_hundred_records(library: Library) -> None:
    told: list[tuple[str, int, int | None]] = []
    library.import_list(listing(*many(1100), declared=1100), progress=lambda *said: told.append(said))
    assert told == [("import", 500, 1100), ("import", 1000, 1100)]


def test_progress_is_told_of_entities_that_the_list_no_longer_holds(library: Library) -> None:
    library.import_list(listing(*many(1100), published="2025-01-01"))
    told: list[tuple[str, int, int | None]] = []
    newer = listing(*many(600, 500), published="2025-02-01")
    library.import_list(newer, accept_drop=True, progress=lambda *said: told.append(said))
    assert told == [("import", 500, None), ("index", 400, 500), ("index", 500, 500)]


@pytest.mark.parametrize("stage", ["import", "index"])
def test_a_cancelled_import_leaves_the_former_state(library: Library, stage: str) -> None:
    library.import_list(listing(*many(3), published="2025-01-01"))

    def stop(now: str, _done: int, _total: int | None) -> None:
        if now == stage:
            raise Cancelled

    with pytest.raises(Cancelled):
        library.import_list(listing(*many(700, 1), published="2025-02-01"), progress=stop)
    assert library.lists()[0].entities == 3
    assert ids(library, "ofac-2", "ofac-600") == ["ofac-2"]
    assert library.import_list(listing(*many(700, 1), published="2025-02-01")).added == 698


@pytest.mark.parametrize("collects", [True, False])
def test_an_import_leaves_the_collector_of_cycles_as_it_was(library: Library, collects: bool) -> None:
    was = gc.isenabled()
    (gc.enable if collects else gc.disable)()
    try:
        library.import_list(listing(*many(3)))
        assert gc.isenabled() is collects
    finally:
        gc.enable() if was else gc.disable()


def test_an_entity_that_another_list_has_is_made_of_both(library: Library) -> None:
    library.import_list(listing(record("ofac-1", "First Name"), published="2025-01-01"))
    library.import_list(listing(record("ofac-1", "Second Name"), of="ofac-cons", published="2025-02-01"))
    assert [hit.id for hit in library.search("First Name")] == ["ofac-1"]
    assert [hit.id for hit in library.search("Second Name")] == ["ofac-1"]
    assert library.search("Second Name")[0].lists == ("ofac-cons", "ofac-sdn")


def test_what_a_list_holds_again_is_listed_again(library: Library) -> None:
    library.import_list(listing(*many(40), published="2025-01-01"))
    library.import_list(listing(*many(39), published="2025-02-01"))
    assert not library.search("Person 39")[0].listed
    library.import_list(listing(*many(40), published="2025-03-01"))
    assert library.search("Person 39")[0].listed


def test_a_file_that_breaks_in_its_midst_leaves_the_former_state(library: Library) -> None:
    def broken() -> Any:
        yield from listing(*many(600)).records()
        raise BadInput("sdn.csv", "a row has 3 columns", "check that the file is whole", row=601)

    with pytest.raises(BadInput, match="row 601"):
        library.import_list(replace(listing(), records=broken))
    assert library.lists() == ()


@pytest.mark.parametrize("records", [(), many(1)])
def test_a_file_without_a_head_is_no_list(library: Library, records: Any) -> None:
    with pytest.raises(BadInput, match="no records of a list"):
        library.import_list(reading(*records))


def test_a_reader_that_gives_something_else_is_a_bug(library: Library) -> None:
    with pytest.raises(TypeError, match="a list reader gave 7"):
        library.import_list(listing(7))


def test_a_version_is_stored_once(library: Library) -> None:
    from briefer.library.tables import version

    library.import_list(listing(*many(3), published="2025-01-01"))
    library.import_list(listing(*many(4), published="2025-02-01"))
    library.import_list(listing(*many(3), of="other"))
    with library._reading() as connection:
        assert len(connection.execute(version.select()).all()) == 4 + 3


def test_what_an_import_derives_is_what_a_rebuild_derives(library: Library) -> None:
    newer = [replace(each, caption="Another") if place % 3 else each for place, each in enumerate(many(60, 3))]
    library.import_list(listing(*many(60), published="2025-01-01"))
    library.import_list(listing(*many(30, 20), of="ofac-cons", published="2025-01-01"))
    library.import_list(listing(*newer, published="2025-02-01"))
    made = derived(library)
    with library._writing(dry_run=False) as connection:
        connection.execute(record_table.update().values(stale=1))
        rebuild(connection, silent)
    assert derived(library) == made


def derived(library: Library) -> dict[str, list[tuple[Any, ...]]]:
    """The rows of the tables that search reads, whatever their numbers."""
    with library._reading() as connection:
        found = {table.name: connection.execute(table.select()).mappings().all() for table in DERIVED}
    return {
        name: sorted(tuple((key, str(value)) for key, value in row.items() if key != "number") for row in rows)
        for name, rows in found.items()
    }
