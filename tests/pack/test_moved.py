"""What the lists themselves changed in the picks is read once with the facts, and frozen with its two states."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from briefer.library import Library
from briefer.model.brief import Dossier
from briefer.model.pack import Pack, Settings
from briefer.pack import edition, gather
from tests.library.lists import listing, record, tag

DAY = date(2025, 3, 31)
OLD = record("ofac-1", "Somebody", tags=(tag("OLD"),))
NEW = record("ofac-1", "Somebody", "Also Known", tags=(tag("OLD"), tag("NEW", "2025-03-20")))
OTHER, CHANGED = record("ofac-2", "Other"), record("ofac-2", "Another")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.sqlite") as opened:
        yield opened


def gathered(library: Library, since: date | None = date(2025, 2, 28), *entities: str) -> Dossier:
    settings = Settings(since=since)
    return gather(Pack(title="T", as_of=DAY, entities=entities or ("ofac-1",), settings=settings), library)


def both(library: Library) -> None:
    library.import_list(listing(OLD, OTHER, published="2025-02-01"))
    library.import_list(listing(NEW, CHANGED, published="2025-03-25"))


def test_what_a_list_changed_in_the_picks_alone_is_frozen(library: Library) -> None:
    both(library)
    (found,) = gathered(library).moved
    assert (found.before, found.after, found.late) == (date(2025, 2, 1), date(2025, 3, 25), False)
    assert {change.id for change in found.changed} == {"ofac-1"}
    assert ("designation US NEW: programme", "", "NEW") in {(one.field, one.old, one.new) for one in found.changed}
    assert {change.cause for change in found.changed} == {"source"}


def test_the_state_compared_with_can_be_cited(library: Library) -> None:
    both(library)
    dossier = gathered(library)
    former = dossier.moved[0].former
    assert former in {source.id for source in dossier.sources}
    assert former in {snapshot.id for snapshot in dossier.lists}


def test_entries_that_came_or_went_are_named_where_they_are_picks(library: Library) -> None:
    gone, come = record("ofac-3"), record("ofac-4")
    library.import_list(listing(OLD, gone, published="2025-02-01"))
    library.import_list(listing(OLD, come, record("ofac-5"), published="2025-03-25"), accept_drop=True)
    (found,) = gathered(library, date(2025, 2, 28), "ofac-1", "ofac-3", "ofac-4").moved
    assert (found.added, found.removed, found.changed) == (("ofac-4",), ("ofac-3",), ())


def test_a_list_without_a_state_from_before_the_day_is_not_compared(library: Library) -> None:
    library.import_list(listing(NEW, published="2025-03-25"))
    (found,) = gathered(library).moved
    assert (found.former, found.latter != "", found.late, found.changed) == ("", True, True, ())


def test_the_oldest_later_state_stands_in_where_there_is_one(library: Library) -> None:
    both(library)
    (found,) = gathered(library, date(2025, 1, 1)).moved
    assert (found.late, found.before) == (True, date(2025, 2, 1))
    assert found.changed


def test_without_an_earlier_day_nothing_is_compared(library: Library) -> None:
    both(library)
    assert gathered(library, None).moved == ()
    assert gathered(library, DAY).moved == ()


def test_a_pack_without_picks_compares_no_list(library: Library) -> None:
    both(library)
    assert gathered(library, date(2025, 2, 28), "nobody").moved == ()


def test_records_decided_to_be_one_are_compared_both(library: Library) -> None:
    both(library)
    for year, name in ((2, "Somebody"), (3, "Some Body")):
        library.import_list(listing(record("eu-1", name), of="eu", publisher="EU", published=f"2025-0{year}-01"))
    library.decide("ofac-1", "eu-1", "yes", by="A", why="one person")
    found = {each.list: each for each in gathered(library).moved}
    assert {change.id for change in found["eu"].changed} == {"eu-1"}


def test_an_edition_tells_nothing_of_what_changed_in_a_hidden_pick_or_in_a_link_to_one(library: Library) -> None:
    both(library)
    dossier = gathered(library, date(2025, 2, 28), "ofac-1", "ofac-2")
    (found,) = dossier.moved
    change = found.changed[0]
    link = replace(change, id="ofac-1", field="link Ownership", old="", new="ofac-1 → ofac-2, 50 %")
    open_ = replace(link, new="ofac-1 → ofac-3, 50 %")
    moved = replace(found, added=("ofac-2",), removed=("ofac-2",), changed=(*found.changed, link, open_))
    pack = Pack(title="T", as_of=DAY, marking="CUI", entities=("ofac-1", "ofac-2"), marks={"ofac-2": "CUI"})
    _pack, facts = edition(pack, replace(dossier, moved=(moved, replace(moved, latter="x"))), "UNCLASSIFIED")
    (left,) = facts.moved
    assert {one.id for one in left.changed} == {"ofac-1"}
    assert open_ in left.changed
    assert link not in left.changed
    assert (left.added, left.removed) == ((), ())
    assert left.former in {one.id for one in facts.lists}
