"""What changed in a list between two days, and why."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from briefer.library import Library, clock, importing
from briefer.library.differences import said
from briefer.model.answers import FieldChange
from briefer.model.errors import BadCall
from briefer.model.facts import Absence, Link, Value

from .lists import day, listing, record, tag

OLD = (record("ofac-1", "A", "B"), record("ofac-2", "GONE"), record("ofac-3", "Same"))
NEW = (record("ofac-1", "A", "C", tags=(tag(until="2030-01-01"),)), record("ofac-3", "Same"), record("ofac-4", "New"))


@pytest.fixture
def two(library: Library) -> Library:
    library.import_list(listing(*OLD, published="2025-01-01"))
    library.import_list(listing(*NEW, published="2025-02-01"), accept_drop=True)
    return library


def changed(id: str, field: str, old: str, new: str, cause: str = "source") -> FieldChange:
    return FieldChange(id=id, field=field, old=old, new=new, cause=cause)


def test_the_last_two_publications_are_compared_field_by_field(two: Library) -> None:
    found = two.changes("ofac-sdn")
    assert (found.from_, found.to, found.added, found.removed) == (
        date(2025, 1, 1), date(2025, 2, 1), ("ofac-4",), ("ofac-2",)
    )  # fmt: skip
    assert found.changed == (
        changed("ofac-1", "alias", "B", "C"),
        changed("ofac-1", "designation US RUSSIA-EO14024: until", "", "2030-01-01"),
    )
    assert (found.note, found.from_snapshot[:19]) == ("", "ofac-sdn@2025-01-01")
    assert two.changes("ofac-sdn", date(2025, 1, 15), date(2025, 12, 1)) == found


def test_two_days_of_one_snapshot_show_no_change(two: Library) -> None:
    found = two.changes("ofac-sdn", date(2025, 1, 5), date(2025, 1, 6))
    assert (found.added, found.removed, found.changed) == ((), (), ())
    assert not found.compared
    assert found.note == (
        "The snapshot of 2025-01-01 answers for both days, so there is nothing to compare; "
        "others are held of 2025-02-01."
    )


def test_two_states_of_one_day_are_compared_and_one_of_them_alone_is_not(library: Library) -> None:
    library.import_list(listing(*OLD))
    library.import_list(listing(*NEW), accept_drop=True)
    assert library.changes("ofac-sdn").compared
    found = library.changes("ofac-sdn", clock.today(), clock.today())
    assert (found.compared, found.note.endswith("; no other day is held.")) == (False, True)


def test_a_day_before_all_snapshots_says_that_none_is_held(two: Library) -> None:
    found = two.changes("ofac-sdn", date(2024, 1, 1), date(2025, 1, 1))
    assert found.note == (
        "No snapshot of ofac-sdn is held for 2024-01-01; the oldest, of 2025-01-01, stands in for it."
    )
    assert (found.from_, found.to, found.removed) == (date(2025, 1, 1), date(2025, 1, 1), ())


def test_the_standing_of_each_list_on_a_day_is_said(two: Library) -> None:
    two.import_list(listing(record("eu-1"), of="eu-fsf"))
    before, held = two.standings(date(2024, 6, 1)), two.standings(date(2025, 1, 20))
    assert [(each.list, each.basis) for each in before] == [("eu-fsf", "later list"), ("ofac-sdn", "later list")]
    assert "the oldest, of no stated date" in before[0].message
    assert (held[1].basis, held[1].published, held[1].message) == ("list", date(2025, 1, 1), "")


def test_an_only_snapshot_has_no_changes(library: Library) -> None:
    library.import_list(listing(*OLD, published="2025-01-01"))
    found = library.changes("ofac-sdn")
    assert (found.from_, found.to, found.changed) == (date(2025, 1, 1), date(2025, 1, 1), ())
    assert (found.compared, found.note.startswith("Only one snapshot of ofac-sdn is held")) == (False, True)


def test_another_format_is_a_cause_of_its_own(two: Library) -> None:
    two.import_list(listing(record("ofac-1", "A", "D"), published="2025-03-01", form="ofac-enhanced"), accept_drop=True)
    assert {(each.field, each.cause) for each in two.changes("ofac-sdn").changed} >= {("alias", "source")}


def test_what_a_newer_program_reads_in_the_same_bytes_is_told_apart(
    two: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    better = (record("ofac-1", "A", "B", schema="Company"), *OLD[1:])
    again = listing(*better, published="2025-01-01")
    object.__setattr__(again, "sha256", listing(*OLD, published="2025-01-01").sha256)
    assert two.import_list(again).changed == 0
    monkeypatch.setattr(importing, "__version__", "99")
    report = two.import_list(again)
    assert (report.changed, report.unchanged, report.removed) == (1, 2, 0)
    assert two.import_list(again).changed == 0
    newest = record("ofac-1", "A", "C", schema="Company"), OLD[2]
    two.import_list(listing(*newest, published="2025-04-01"), accept_drop=True)
    causes = {(each.field, each.cause) for each in two.changes("ofac-sdn", date(2025, 1, 1)).changed}
    assert causes == {("schema", "reading"), ("alias", "source")}
    same_day = two.changes("ofac-sdn", date(2025, 1, 1), date(2025, 1, 1))
    assert same_day.changed == (changed("ofac-1", "schema", "Person", "Company", "reading"),)
    assert [each.id[-2:] for each in two.snapshots(date(2025, 1, 1))] == [".2"]


def test_a_newer_program_that_reads_the_same_adds_no_snapshot(two: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importing, "__version__", "99")
    before = two.snapshots(date(2025, 1, 1))
    report = two.import_list(listing(*OLD, published="2025-01-01"))
    assert (report.added, report.changed, report.unchanged) == (0, 0, 3)
    assert two.snapshots(date(2025, 1, 1)) == before


def test_a_list_that_is_not_held_and_days_in_the_wrong_order_are_refused(library: Library) -> None:
    with pytest.raises(BadCall, match="holds no list “eu-fsf”; it holds no list; import one"):
        library.changes("eu-fsf")
    library.import_list(listing(*OLD, published="2025-01-01"))
    with pytest.raises(BadCall, match=r"holds no list “eu-fsf”; it holds ofac-sdn\."):
        library.changes("eu-fsf")
    with pytest.raises(BadCall, match="2025-02-01 is after 2025-01-01"):
        library.changes("ofac-sdn", date(2025, 2, 1), date(2025, 1, 1))


def test_a_record_is_said_in_words() -> None:
    link = Link(
        kind="Ownership", subject="ofac-1", object="", text="X", percentage=Decimal("51.5"), start=day("2020-01-01")
    )
    spoken = said(
        record(
            "ofac-1",
            "A",
            links=(link,),
            absences=(Absence(regime="EU"),),
            remarks="R",
            tags=(tag(measures=("a", "b")),),
        )
    )
    assert spoken["link Ownership"] == "ofac-1 → X, 51.5 %, from 2020-01-01"
    assert spoken["absence EU"] == "not found"
    assert spoken["designation US RUSSIA-EO14024: measures"] == "a, b"
    assert (spoken["schema"], spoken["remarks"]) == ("Person", "R")


def test_what_only_one_format_can_say_is_told_from_what_the_publisher_did(library: Library) -> None:
    old = record(
        "ofac-1",
        "A",
        "B",
        values_=(("lastName", "A"), ("email", "a@a")),
        links=(Link(kind="UnknownLink", subject="ofac-1", object="ofac-2", role="Linked To"),),
        tags=(tag("UKRAINE-EO13662", list_type="SSI"), tag("OPEN"), tag("GONE", list_type="SDN")),
        remarks="For more; (Linked To: B (C) D)",
    )
    new = record(
        "ofac-1",
        "A",
        "B",
        "Б",
        values_=(("firstName", "A"), ("taxNumber", "77")),
        links=(
            Link(kind="Ownership", subject="ofac-2", object="ofac-1", role="Owned By"),
            Link(kind="Ownership", subject="ofac-3", object="ofac-1", role="Owned By"),
        ),
        tags=(
            tag("UKRAINE-EO13662", list_type="NS-MBS", authority="EO 13662", measures=("Block",)),
            tag("OPEN", list_type="SDN", published=day("2020-01-01"), note="unsure"),
            tag("RUSSIA-EO14024", list_type="SDN", authority="EO 14024"),
        ),
        remarks="For more.",
    )
    library.import_list(listing(old, published="2025-01-01", form="ofac-xml"))
    library.import_list(listing(new, published="2025-02-01", form="ofac-enhanced"))
    causes = {each.field: each.cause for each in library.changes("ofac-sdn").changed}
    assert {field for field, cause in causes.items() if cause == "source"} == {
        "taxNumber",
        "email",
        "link Ownership",
        "designation US UKRAINE-EO13662: list",
        *(f"designation US RUSSIA-EO14024: {part}" for part in ("programme", "list", "authority")),
        *(f"designation US GONE: {part}" for part in ("programme", "list")),
    }
    assert {field for field, cause in causes.items() if cause == "format"} == {
        "alias",
        "lastName",
        "firstName",
        "link UnknownLink",
        "remarks",
        "designation US UKRAINE-EO13662: authority",
        "designation US UKRAINE-EO13662: measures",
        "designation US OPEN: list",
        "designation US OPEN: published",
        "designation US OPEN: note",
    }


def test_a_link_to_a_name_is_taken_for_the_link_to_its_id(library: Library) -> None:
    named = record("ofac-1", links=(Link(kind="UnknownLink", subject="ofac-1", object="", text="HAMAS"),))
    linked = record("ofac-1", links=(Link(kind="Representation", subject="ofac-1", object="ofac-9"),))
    library.import_list(listing(named, published="2025-01-01", form="ofac-csv"))
    library.import_list(listing(linked, published="2025-02-01", form="ofac-enhanced"))
    assert {each.cause for each in library.changes("ofac-sdn").changed} == {"format"}


def test_formats_that_carry_the_same_have_no_changes_of_format(library: Library) -> None:
    library.import_list(listing(record("uk-1", "A"), published="2025-01-01", of="uk", form="uk-xml"))
    library.import_list(listing(record("uk-1", "Б"), published="2025-02-01", of="uk", form="uk-csv"))
    assert {each.cause for each in library.changes("uk").changed} == {"source"}


def test_a_record_that_repeats_a_value_less_is_counted_as_the_import_counts_it(library: Library) -> None:
    twice, once = record("ofac-1", "A", "B", "B"), record("ofac-1", "A", "B")
    library.import_list(listing(twice, published="2025-01-01"))
    assert library.import_list(listing(once, published="2025-02-01")).changed == 1
    assert library.changes("ofac-sdn").changed == (
        changed("ofac-1", "details", "3 values", "2 values, which say the same words"),
    )


def test_nothing_is_compared_where_one_snapshot_stands_in_for_both_days(two: Library) -> None:
    found = two.changes("ofac-sdn", date(2024, 1, 1), date(2024, 2, 1))
    assert (found.compared, found.from_snapshot) == (False, found.to_snapshot)
    assert found.note.count("No snapshot of ofac-sdn is held for") == 2


def test_who_came_who_went_and_who_changed_is_named(two: Library) -> None:
    assert two.changes("ofac-sdn").captions == (("ofac-4", "New"), ("ofac-2", "GONE"), ("ofac-1", "A"))


def test_an_excerpt_is_no_change_by_the_publisher(two: Library) -> None:
    before = two.changes("ofac-sdn")
    two.import_list(listing(record("ofac-3", "Another"), record("ofac-9"), published="2025-03-01"), partial=True)
    id = two.lists()[0].id
    found = two.changes("ofac-sdn")
    assert replace(found, note="") == before
    assert found.note.startswith(f"{id} is not compared: what an excerpt brings")
    assert two.changes("ofac-sdn", date(2025, 1, 1), date(2025, 2, 1)) == before
    two.import_list(listing(*NEW, record("ofac-9"), published="2025-04-01"))
    assert (two.changes("ofac-sdn").added, two.changes("ofac-sdn").changed) == (("ofac-9",), ())
    assert two.changes("ofac-sdn").note == found.note
    two.import_list(listing(*NEW, published="2025-05-01"), accept_drop=True)
    assert two.changes("ofac-sdn").note == ""


def test_a_whole_state_and_an_excerpt_are_not_compared(library: Library) -> None:
    library.import_list(listing(*OLD, published="2025-01-01"))
    library.import_list(listing(record("ofac-9"), published="2025-02-01"), partial=True)
    library.import_list(listing(record("ofac-8"), published="2025-03-01"), partial=True)
    found = library.changes("ofac-sdn")
    assert (found.compared, found.count) == (False, 0)
    assert found.note.startswith("Only one whole snapshot of ofac-sdn is held")
    assert " are not compared: what an excerpt" in found.note


def test_two_excerpts_are_compared_where_nothing_else_is_held(library: Library) -> None:
    library.import_list(listing(*OLD, published="2025-01-01"), partial=True)
    library.import_list(listing(*NEW, published="2025-02-01"), partial=True)
    found = library.changes("ofac-sdn")
    assert (found.added, found.removed, found.note) == (("ofac-4",), (), "")


def test_directives_are_compared_with_a_plain_format_which_prints_them(library: Library) -> None:
    full = ("Executive Order 14024 Directive 3", "Executive Order 14024 Directive 2", "Block")
    sectoral = "Executive Order 13662 Directive Determination - Subject to Directive 1"
    worded = ("13662 Sectoral Directive 1",)
    old = (tag(list_type="SDN", measures=full), tag("UKRAINE-EO13662", list_type="SSI", measures=worded))
    same = (tag(measures=full[1::-1]), tag("UKRAINE-EO13662", list_type="SSI", measures=(sectoral,)))
    less = (tag(measures=full[1:2]), same[1])
    for number, (tags, form) in enumerate(((old, "ofac-enhanced"), (same, "ofac-xml"), (less, "ofac-xml")), 1):
        listed = listing(record("ofac-1", tags=tags), published=f"2025-0{number}-01", form=form)
        library.import_list(listed)
    first = library.changes("ofac-sdn", date(2025, 1, 1), date(2025, 2, 1)).changed
    assert {each.cause for each in first} == {"format"}
    both = library.changes("ofac-sdn", date(2025, 1, 1), date(2025, 3, 1)).changed
    assert [each.field for each in both if each.cause == "source"] == ["designation US RUSSIA-EO14024: measures"]


@pytest.mark.parametrize("forms", [("ofac-xml", "ofac-enhanced"), ("ofac-enhanced", "ofac-xml")])
def test_the_country_of_a_document_is_the_publishers_in_every_format(library: Library, forms: tuple[str, str]) -> None:
    notes = (
        ("Tax ID No.", "Tax ID No., Russia; issuingAuthority: INN"),
        ("Registration ID, Russia", "Registration ID, Russia; reliability: Confirmed"),
        ("", "reliability: Confirmed; comments: Russian"),
    )
    props = ("taxNumber", "registrationNumber", "website")
    for number, (said_by, form) in enumerate(zip(zip(*notes, strict=True), forms, strict=True), 1):
        values = tuple(Value(prop=prop, value="1", note=note) for prop, note in zip(props, said_by, strict=True))
        listed = listing(replace(record("ofac-1"), values=values), published=f"2025-0{number}-01", form=form)
        library.import_list(listed)
    causes = {each.field: each.cause for each in library.changes("ofac-sdn").changed}
    assert causes == {"taxNumber": "source", "registrationNumber": "format", "website": "format"}
