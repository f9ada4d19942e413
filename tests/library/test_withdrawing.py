"""What the withdrawal of a state leaves of its list."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from sqlalchemy import func, select

from briefer.library import Library
from briefer.library.tables import DERIVED, METADATA
from briefer.model.errors import BadCall
from briefer.model.facts import Link

from .lists import listing, many, record

LINK = Link(kind="Ownership", subject="ofac-1", object="ofac-2")


def counts(library: Library) -> dict[str, Any]:
    """The rows of each table but the words, which are kept when their last name goes."""
    with library._reading() as connection:
        tables = [table for table in METADATA.sorted_tables if table.name != "word"]
        return {
            table.name: connection.execute(select(func.count()).select_from(table)).scalar_one() for table in tables
        }


def test_a_state_under_a_mistyped_date_is_taken_out(library: Library) -> None:
    library.import_list(listing(*many(40)), published=date(2025, 3, 1))
    before = counts(library)
    wrong = [*many(38), replace(many(39)[38], caption="Mistaken"), record("ofac-99", "Another", links=(LINK,))]
    library.import_list(listing(*wrong), published=date(2025, 7, 1))
    (newest,) = library.lists()
    done = library.withdraw(newest.id)
    assert (done.id, done.list, done.forgotten) == (newest.id, "ofac-sdn", 1)
    assert (done.now,) == tuple(row.id for row in library.lists())
    assert library.entities(["ofac-39"])[0].listed
    assert library.search("Another") == ()
    assert counts(library) == before


def test_the_last_state_of_a_list_goes_with_all_it_held(library: Library) -> None:
    before = counts(library)
    library.import_list(listing(*many(3), record("ofac-9", links=(LINK,))), published=date(2025, 3, 1))
    done = library.withdraw(library.lists()[0].id)
    assert (done.now, done.forgotten) == ("", 4)
    assert library.lists() == ()
    assert counts(library) == before
    assert library.import_list(listing(*many(3)), published=date(2025, 3, 1)).added == 3


def test_a_state_in_the_midst_is_taken_out_of_the_history(library: Library) -> None:
    for number, day in ((40, "2025-01-01"), (41, "2025-02-01"), (42, "2025-03-01")):
        library.import_list(listing(*many(number), published=day))
    midst = library.lists(everything=True)[1].id
    assert library.withdraw(midst).forgotten == 0
    assert [row.published for row in library.lists(everything=True)] == [date(2025, 1, 1), date(2025, 3, 1)]
    assert library.changes("ofac-sdn").added == ("ofac-40", "ofac-41")


def test_a_dry_run_says_the_same_and_keeps_the_state(library: Library) -> None:
    library.import_list(listing(*many(3), published="2025-01-01"))
    before = counts(library)
    done = library.withdraw(library.lists()[0].id, dry_run=True)
    assert (done.forgotten, done.dry_run) == (3, True)
    assert counts(library) == before


def test_what_another_list_says_of_an_entity_stays(library: Library) -> None:
    library.import_list(listing(record("x-1", "One"), published="2025-01-01"))
    library.import_list(listing(record("x-1", "Two"), record("x-2"), of="other", published="2025-02-01"))
    other = next(row.id for row in library.lists() if row.list == "other")
    assert library.withdraw(other).forgotten == 1
    assert [each.caption for each in library.entities(["x-1"])] == ["One"]


def test_a_state_that_an_excerpt_rests_on_stays(library: Library) -> None:
    library.import_list(listing(*many(40), published="2025-01-01"))
    whole = library.lists()[0].id
    library.import_list(listing(*many(2), published="2025-02-01"), partial=True)
    with pytest.raises(BadCall, match="withdraw that one first"):
        library.withdraw(whole)
    library.withdraw(library.lists()[0].id)
    assert library.withdraw(whole).now == ""


def test_a_state_that_is_not_held_is_named(library: Library) -> None:
    with pytest.raises(BadCall, match="no state “x@2025#1”; `briefer lists --all`"):
        library.withdraw("x@2025#1")


def test_a_state_is_named_without_its_hash_where_one_alone_fits(library: Library) -> None:
    library.import_list(listing(*many(3), published="2025-01-01"))
    library.import_list(listing(*many(4), published="2025-02-01"))
    ids = [row.id for row in library.lists(everything=True)]
    assert library.withdraw("ofac-sdn@2025-01-01").id == next(id for id in ids if "2025-01-01" in id)
    with pytest.raises(BadCall, match="no state “ofac-sdn”"):
        library.withdraw("ofac-sdn")
    with pytest.raises(BadCall, match="no state “ofac_sdn@2025-02-01”"):
        library.withdraw("ofac_sdn@2025-02-01")
    library.import_list(listing(*many(5), published="2025-02-01"))
    both = " or ".join(row.id for row in library.lists(everything=True))
    with pytest.raises(BadCall, match=f"“ofac-sdn@2025-02-01” may be {both}; say which"):
        library.withdraw("ofac-sdn@2025-02-01")


def test_decisions_on_what_is_then_held_no_longer_are_named(library: Library) -> None:
    library.import_list(listing(*many(3), published="2025-01-01"))
    library.import_list(listing(record("un-1"), record("ofac-2"), of="un", published="2025-01-01"))
    for one, other in (("ofac-1", "un-1"), ("ofac-0", "ofac-2"), ("ofac-2", "un-1")):
        library.decide(one, other, "no", by="AB", why="Others")
    state = next(row.id for row in library.lists() if row.list == "un")
    assert library.withdraw(state, dry_run=True).decisions == (("ofac-1", "un-1"), ("ofac-2", "un-1"))
    assert len(tuple(library.decisions())) == 3


def test_nothing_derived_is_left_behind(library: Library) -> None:
    library.import_list(listing(*many(3), published="2025-01-01"))
    library.withdraw(library.lists()[0].id)
    assert all(counts(library)[table.name] == 0 for table in DERIVED if table.name != "word")
