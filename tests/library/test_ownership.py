"""The one pass over listings and holdings gives what each list states on a day."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import update

from briefer.library import Library, sqlite
from briefer.library.tables import version
from briefer.model.errors import LibraryFault
from briefer.model.facts import Link
from tests.library.lists import listing, record, tag

HELD = Link(kind="Ownership", subject="a", object="b", percentage=Decimal("50.00"))


def test_holders_are_the_listed_the_linked_and_the_other_ends_without_values(library: Library) -> None:
    library.import_list(listing(record("a", "Anna"), record("z", "Zoe", tags=(tag(),)), published="2025-01-01"))
    library.import_list(
        listing(
            record("a", "Anna", tags=(), links=(HELD,)),
            record("b", "Bank", tags=()),
            record("c", "Nobody", tags=()),
            published="2025-01-02",
            of="registry",
        )
    )
    found = {each.id: each for each in library.holders("US")}
    assert list(found) == ["a", "b", "z"]
    assert [(item.percentage, item.origin.partition("@")[0]) for item in found["a"].links] == [
        (Decimal("50.00"), "registry")
    ]
    assert found["a"].listed
    assert not found["a"].values
    assert (found["b"].caption, found["b"].links) == ("Bank", ())
    assert set({each.id for each in library.holders("EU")}) == {"a", "b"}


def test_holders_are_those_of_the_day(library: Library) -> None:
    library.import_list(listing(record("a", "Anna", links=(HELD,)), record("q", "Quinn"), published="2025-01-01"))
    library.import_list(
        listing(record("a", "Anna", tags=()), record("q", "Quinn"), published="2025-03-01"), accept_drop=True
    )
    then = {each.id: each for each in library.holders("US", date(2025, 2, 1))}
    now = {each.id: each for each in library.holders("US")}
    assert [item.percentage for item in then["a"].links] == [Decimal("50.00")]
    assert (then["a"].listed, "a" in now and now["a"].listed) == (True, False)


def test_an_older_snapshot_that_is_imported_later_changes_nothing_of_today(library: Library) -> None:
    library.import_list(listing(record("a", "Anna", links=(HELD,)), published="2025-03-01"))
    library.import_list(listing(record("a", "Anna", tags=()), published="2025-01-01"))
    assert [item.percentage for item in library.holders("US")[0].links] == [Decimal("50.00")]


def test_a_record_that_its_list_dropped_keeps_its_links_without_their_shares(library: Library) -> None:
    library.import_list(listing(record("a", "Anna", links=(HELD,)), record("q", "Quinn"), published="2025-01-01"))
    library.import_list(listing(record("q", "Quinn"), published="2025-03-01"), accept_drop=True)
    gone = {each.id: each for each in library.holders("US")}["a"]
    assert (gone.listed, [item.percentage for item in gone.links]) == (False, [None])


def test_a_list_that_came_only_later_counts_with_what_had_begun(library: Library) -> None:
    old, new = tag(start="2022-04-06"), tag("LATER", start="2025-02-02")
    library.import_list(listing(record("a", "Anna", tags=(old, new)), published="2025-03-01"))
    (found,) = library.holders("US", date(2025, 1, 1))
    assert [item.programme for item in found.designations] == ["RUSSIA-EO14024"]


def test_a_damaged_row_is_a_fault_of_the_library(file: Path) -> None:
    with Library.open(file) as library:
        library.import_list(listing(record("a", "Anna"), published="2025-01-01"))
    engine = sqlite.engine(file)
    with engine.begin() as connection:
        connection.execute(update(version).values(body=b"{"))
    engine.dispose()
    with Library.open(file) as library, pytest.raises(LibraryFault, match="cannot be read"):
        library.holders("US")
