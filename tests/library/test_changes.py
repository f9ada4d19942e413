"""What changed in a list between two days, and why."""

from datetime import date
from decimal import Decimal

import pytest

from briefer.library import Library, importing
from briefer.library.differences import said
from briefer.model.answers import FieldChange
from briefer.model.errors import BadCall
from briefer.model.facts import Absence, Link

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


def test_a_day_before_all_snapshots_says_that_none_is_held(two: Library) -> None:
    found = two.changes("ofac-sdn", date(2024, 1, 1), date(2025, 1, 1))
    assert found.note == (
        "None: no snapshot of ofac-sdn is held for 2024-01-01; the oldest, of 2025-01-01, stands in for it."
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


def test_another_format_is_a_cause_of_its_own(two: Library) -> None:
    two.import_list(listing(record("ofac-1", "A", "D"), published="2025-03-01", form="ofac-enhanced"), accept_drop=True)
    assert {each.cause for each in two.changes("ofac-sdn").changed} == {"format"}


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
