"""What a pack holds stays when the library at hand does not know it, and the pack says so."""

from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date
from pathlib import Path

import pytest

from briefer.library import Library
from briefer.model.brief import Dossier
from briefer.model.pack import Settings
from briefer.model.policy import Position
from briefer.pack import gather, unanswered
from tests.library.lists import day, listing, record, rows, tag
from tests.pack.dossiers import DAY, DOSSIER, LATER, LIST, OTHER, PACK, A


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "empty.sqlite") as library:
        yield library


def ids(things: tuple[object, ...]) -> list[str]:
    return [each.id for each in things]  # type: ignore[attr-defined]


def test_an_empty_library_takes_nothing_from_a_pack(empty: Library) -> None:
    found = gather(PACK, empty, DOSSIER)
    differ = {each.name for each in fields(Dossier) if getattr(found, each.name) != getattr(DOSSIER, each.name)}
    assert differ == {"sources", "law", "stored"}
    assert set(ids(found.sources)) == {*ids(DOSSIER.sources), LIST.id, OTHER.id}
    assert [row.tag for row in found.law.programmes] == ["RUSSIA-EO14024"]
    assert found.stored == tuple((id, DAY) for id in ("a", "measure-x", "p1", "i1", "i2"))
    assert gather(PACK, empty, found) == found


def test_what_nobody_holds_is_missing(empty: Library) -> None:
    found = gather(replace(PACK, entities=("a", "nobody")), empty, DOSSIER)
    assert (found.missing, ids(found.entities)) == (("nobody",), ["a"])
    assert gather(PACK, empty).missing == ("a", "measure-x", "p1", "i1", "i2")


def test_the_day_of_stored_facts_is_that_on_which_they_were_gathered(empty: Library) -> None:
    later = gather(replace(PACK, as_of=LATER), empty, DOSSIER)
    assert dict(later.stored)["a"] == DAY
    assert dict(gather(replace(PACK, as_of=LATER), empty, later).stored)["a"] == DAY


def test_whether_a_stored_pick_is_listed_is_worked_out_for_the_packs_day(empty: Library) -> None:
    assert [each.listed for each in gather(PACK, empty, DOSSIER).entities] == [True]
    assert [each.listed for each in gather(replace(PACK, as_of=LATER), empty, DOSSIER).entities] == [False]


def test_a_record_that_was_shown_as_part_of_another_can_be_picked_itself(empty: Library) -> None:
    both = gather(replace(PACK, entities=("a", "r")), empty, DOSSIER)
    assert (ids(both.entities), both.missing) == (["a"], ())
    alone = gather(replace(PACK, entities=("r",)), empty, DOSSIER)
    assert [(each.id, [value.value for value in each.values]) for each in alone.entities] == [("r", ["R"])]


def test_a_neighbour_can_be_picked_without_the_library(empty: Library) -> None:
    found = gather(replace(PACK, entities=("firm",)), empty, DOSSIER)
    assert (ids(found.entities), found.missing) == (["firm"], ())


def test_of_two_former_gatherings_the_first_answers_and_the_other_adds(empty: Library) -> None:
    newer = replace(DOSSIER, entities=(replace(A, caption="New A"),), measures=(), positions=(), issues=())
    found = gather(PACK, empty, newer, DOSSIER)
    assert [each.caption for each in found.entities] == ["New A"]
    assert (ids(found.measures), ids(found.positions), found.missing) == (["measure-x"], ["p1", "p2"], ())


def test_what_the_library_holds_is_its_own_and_stands_beside_what_is_stored(empty: Library) -> None:
    entry = record("a", "A of the library", tags=(tag(start="2022-04-06"),))
    empty.import_list(listing(entry, published="2025-03-01"))
    found = gather(replace(PACK, entities=("firm", "a")), empty, DOSSIER)
    assert [each.caption for each in found.entities] == ["Firm", "A of the library"]
    assert "a" not in dict(found.stored)
    assert OTHER not in found.lists
    assert LIST in found.lists


def test_positions_stand_in_order_of_time_whoever_holds_them(empty: Library) -> None:
    later = Position(id="p0", holder="H", issue="i1", stance=1, said_on=day("2025-03-15"))
    empty.import_rows(rows("positions", later))
    picked = replace(PACK, positions=("p0", "p1", "p2"))
    assert ids(gather(picked, empty, DOSSIER).positions) == ["p1", "p2", "p0"]
    of_issues = replace(PACK, positions=(), issues=("i1", "i2"))
    assert ids(gather(of_issues, empty, DOSSIER).positions) == ["p1", "p2", "p0"]


def test_what_the_library_holds_from_a_later_day_on_is_missing_and_not_taken_from_the_store(empty: Library) -> None:
    empty.import_list(listing(record("b", "B"), published="2025-01-01"))
    empty.import_list(listing(record("b", "B"), record("a", "A"), published="2025-03-01"))
    found = gather(replace(PACK, as_of=date(2025, 1, 15), entities=("a",)), empty, DOSSIER)
    assert (found.entities, found.missing, "a" in dict(found.stored)) == ((), ("a",), False)


def test_events_stay_where_they_are_picked_or_a_pick_is_stored(empty: Library) -> None:
    assert ids(gather(replace(PACK, entities=()), empty, DOSSIER).events) == []
    picked = replace(PACK, entities=(), settings=Settings(events=("e1",)))
    assert ids(gather(picked, empty, DOSSIER).events) == ["e1"]
    early = replace(PACK, as_of=date(2025, 1, 1))
    assert ids(gather(early, empty, DOSSIER).events) == ["e1"]


def test_what_a_list_changed_stays_for_the_days_that_it_tells_of(empty: Library) -> None:
    assert gather(PACK, empty, DOSSIER).moved == DOSSIER.moved
    other = replace(PACK, settings=Settings(since=date(2024, 12, 1)))
    assert gather(other, empty, DOSSIER).moved == ()
    assert gather(replace(PACK, settings=Settings()), empty, DOSSIER).moved == ()


def test_a_pick_that_no_facts_answer_for_is_named() -> None:
    assert unanswered(PACK, DOSSIER) == ()
    assert unanswered(replace(PACK, entities=("a", "r", "firm", "b")), DOSSIER) == ("firm", "b")
    assert unanswered(replace(PACK, entities=("b",)), replace(DOSSIER, missing=("b",))) == ()


def test_two_gatherings_share_what_is_equal(empty: Library) -> None:
    first = gather(PACK, empty, DOSSIER)
    again = gather(replace(PACK, entities=("a", "firm")), empty, first)
    assert again.entities[0] is first.entities[0]
    assert again.measures is first.measures
    assert again.law.programmes is first.law.programmes
    assert again.entities != first.entities
