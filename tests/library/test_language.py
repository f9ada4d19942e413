"""What the library says of an import is said in the language spoken; what it stores is the same in every one."""

import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from briefer.library import Library
from briefer.model.answers import ImportReport, Narrowing, Warned
from briefer.model.errors import BrieferError, LibraryFault
from tests.stretched import unsaid

from .lists import listing, many, record, tag

OWN = ("ofac", "sdn", "cons", "undated", "eu", "lists", "csv", "A", "Ms", "row")
"""Ids, files and names, which are the same in every language."""
TYPED = re.compile(r"#\w+|“[^”]*”|(?<=say )[^.]*|(?<=sááy )[^.]*|\([^()]*\)$")
DERIVED = ("record", "version", "member", "link", "name", "trait", "programme", "word", "entity", "sameness")


def left(said: object) -> list[str]:
    """The words of a sentence that are not said, without ids and what is to be typed."""
    texts = (said,) if isinstance(said, str) else said
    return unsaid(texts, (*OWN, *(found for text in texts for found in TYPED.findall(text))))  # type: ignore[attr-defined]


def told(report: ImportReport) -> tuple[str, ...]:
    return (*(each.message for each in report.warnings), *report.notes)


def imports(library: Library) -> list[ImportReport]:
    """Lists that come undated, again, as excerpts, under other dates and with more to be said of them."""
    some, others = many(40), [*many(39), record("ofac-39", "Another")]
    day, other = {"published": "2025-01-01"}, {"published": "2025-02-01"}
    return [
        library.import_list(listing(*some)),
        library.import_list(listing(*others)),
        library.import_list(listing(*some), published=date(2025, 1, 1)),
        library.import_list(listing(*some, **day), partial=True),
        library.import_list(listing(*some, of="ofac-cons", declared=1200, **day)),
        library.import_list(listing(*some[:5], **other), partial=True),
        library.import_list(listing(*some, record("ofac-3"), published="2025-03-01")),
        library.import_list(listing(*some, published="2999-01-01")),
        library.import_list(listing(*some, record("ofac-40"), published="2024-12-01")),
    ]


def held(file: Path) -> dict[str, list[Any]]:
    """What the tables hold beside the moments of the imports and what these warned of."""
    with closing(sqlite3.connect(file)) as connection:
        return {table: connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall() for table in DERIVED}


def test_what_is_stored_is_the_same_in_every_language(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    files, reports = [tmp_path / "plain", tmp_path / "told"], []
    for file in files:
        with Library.open(file) as library:
            reports.append(imports(library))
            library.import_list(listing(record("eu-1", "Person 1"), of="eu", publisher="EU", published="2025-01-01"))
            library.decide("ofac-1", "eu-1", "yes", by="A", why="")
        request.getfixturevalue("stretched")
    plain, said = reports
    assert [replace(each, warnings=(), notes=()) for each in said] == [
        replace(each, warnings=(), notes=()) for each in plain
    ]
    assert [left(told(each)) for each in said] == [[]] * len(said)
    assert sum(len(told(each)) for each in said) == sum(len(told(each)) for each in plain) >= 8
    first, second = map(held, files)
    assert {table: rows for table, rows in second.items() if table != "sameness"} == {
        table: rows for table, rows in first.items() if table != "sameness"
    }
    assert [row[-1] for row in second["sameness"]] == [row[-1] for row in first["sameness"]]


def test_a_warning_that_is_kept_is_told_again_as_it_was_said(library: Library, request: pytest.FixtureRequest) -> None:
    first = listing(*many(3), declared=5, published="2025-01-01")
    library.import_list(first)
    request.getfixturevalue("stretched")
    again = library.import_list(first)
    assert Warned(record="", message="the file declares 5 records and holds 3") in again.warnings


REFUSED: dict[str, Callable[[Library], object]] = {
    "drop": lambda library: library.import_list(listing(*many(20), published="2025-02-01")),
    "early": lambda library: library.import_list(listing(*many(40)), published=date(1900, 1, 1)),
    "ahead": lambda library: library.import_list(listing(*many(40)), published=date(2999, 1, 1)),
    "list": lambda library: library.changes("ofac-x"),
    "order": lambda library: library.changes("ofac-sdn", date(2025, 2, 1), date(2025, 1, 1)),
    "kind": lambda library: library.search("x", kind="eu"),
    "country": lambda library: library.search("x", country="eueueu"),
    "days": lambda library: library.search("x", listed_from=date(2025, 2, 1), listed_to=date(2025, 1, 1)),
    "state": lambda library: library.withdraw("ofac-x"),
    "held": lambda library: library.changes("ofac-sdn", narrowing=Narrowing(entities=("ofac-999",))),
    "kinds": lambda library: library.changes("ofac-sdn", narrowing=Narrowing(kinds=("added",), causes=("source",))),
    "decision": lambda library: library.decide("ofac-1", "ofac-2", "yes", by=""),
    "undone": lambda library: library.decide("ofac-1", "ofac-2", "undo", by="A"),
    "unlike": lambda library: library.decide("ofac-1", "eu-1", "yes", by="A"),
    "unknown": lambda library: library.decide("ofac-999", "eu-999", "yes", by="A"),
    "twice": lambda library: library.decide("ofac-1", "ofac-1", "yes", by="A"),
}


@pytest.mark.parametrize("call", REFUSED.values(), ids=list(REFUSED))
def test_every_refusal_is_said(
    library: Library, call: Callable[[Library], object], request: pytest.FixtureRequest
) -> None:
    library.import_list(listing(*many(40), published="2025-01-01"))
    library.import_list(listing(record("eu-1", "Quite Another"), of="eu", publisher="EU", published="2025-01-01"))
    request.getfixturevalue("stretched")
    with pytest.raises(BrieferError) as refused:
        call(library)
    assert left(str(refused.value)) == []


@pytest.mark.usefixtures("stretched")
def test_a_library_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_bytes(b"no database" * 1000)
    with pytest.raises(LibraryFault) as refused:
        Library.open(file)
    assert str(refused.value).startswith(f"{file} íís nóót áá lííbrááry ")


@pytest.mark.usefixtures("stretched")
def test_a_day_without_a_list_and_a_decision_at_odds_are_said(library: Library) -> None:
    library.import_list(listing(record("ofac-1", "Jane Doe", tags=(tag(),)), published="2025-01-01"))
    library.import_list(
        listing(record("eu-1", "Quite Another", schema="Vessel"), of="eu", publisher="EU", published="2025-01-01")
    )
    before = date(2024, 1, 1)
    library.decide("ofac-1", "eu-1", "no", by="Ms A", why="A")
    odd = library.decide("ofac-1", "eu-1", "yes", by="A", why="A").warnings
    assert len(odd) == 2
    said = (
        *library.notes(before),
        *(each.message for each in library.standings(before)),
        library.changes("eu").note,
        *odd,
    )
    assert len(said) == 7
    assert left(said) == []
