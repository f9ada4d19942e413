"""Which snapshot answers for a day, and what is said where none is held for it."""

from datetime import date

from briefer.library import Library

from .lists import listing, many, record

OLD, NEW = date(2021, 6, 30), date(2023, 1, 31)


def test_a_list_that_is_not_held_for_a_day_is_named_with_what_stands_in_for_it(library: Library) -> None:
    library.import_list(listing(*many(2)), published=OLD)
    library.import_list(listing(*many(3)), published=NEW)
    said = "No snapshot of ofac-sdn is held for 2010-01-01; the oldest, of 2021-06-30, stands in for it."
    assert library.notes(date(2010, 1, 1)) == (said,)
    assert library.notes(OLD) == ()


def test_only_lists_that_state_an_entity_or_belong_to_a_regime_are_named(library: Library) -> None:
    library.import_list(listing(*many(2)), published=OLD)
    library.import_list(listing(record("ofac-1"), record("x-1"), of="other"), published=NEW)
    day = date(2010, 1, 1)
    assert len(library.notes(day)) == 2
    assert [note.split()[3] for note in library.notes(day, ["x-1"])] == ["other"]
    assert library.notes(day, ["nobody"]) == ()
    assert len(library.notes(day, ["nobody"], "US")) == 2
    assert library.notes(day, (), "EU") == ()


def test_before_the_oldest_dated_state_that_one_stands_in_and_no_undated_one(library: Library) -> None:
    library.import_list(listing(*many(40)))
    library.import_list(listing(*many(40, 1)), published=NEW)
    assert library.snapshots(date(2022, 1, 1))[0].published == NEW
    assert [each.id for each in library.entities(["ofac-40"], date(2022, 1, 1))] == ["ofac-40"]


def test_an_undated_state_alone_stands_in_and_is_named_so(library: Library) -> None:
    library.import_list(listing(*many(1)))
    assert "the oldest, of no stated date," in library.notes(date(2010, 1, 1))[0]


def test_an_entity_is_held_from_the_first_state_that_has_it(library: Library) -> None:
    library.import_list(listing(*many(2)), published=OLD)
    library.import_list(listing(*many(3)), published=NEW)
    library.import_list(listing(*many(4)), published=date(2024, 1, 1))
    assert library.held_from("ofac-2", OLD) == ("ofac-sdn", "2023-01-31")
    assert library.held_from("ofac-0", date(2024, 1, 1)) is None
    assert library.held_from("ofac-9", OLD) is None


def test_every_state_held_can_be_listed_the_excerpts_marked(library: Library) -> None:
    library.import_list(listing(*many(2)), published=OLD)
    library.import_list(listing(*many(1)), published=NEW, partial=True)
    assert [(row.published, row.partial) for row in library.lists(everything=True)] == [(OLD, False), (NEW, True)]
    assert [row.published for row in library.lists()] == [NEW]
    assert library.lists()[0].id.startswith("ofac-sdn@2023-01-31#")
