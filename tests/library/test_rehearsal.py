"""What is tried on a library leaves nothing behind and is judged as it would be done."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from briefer.library import Library, migrations
from briefer.library.rehearsal import rehearsal
from briefer.model.errors import BadCall, LibraryFault, Refused

from .lists import listing, many, record

OLDER = Path(__file__).with_name("schema_1.sql")


def below(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() if path.is_file() else b"" for path in sorted(folder.rglob("*"))}


def test_a_missing_library_is_tried_elsewhere_and_not_made(tmp_path: Path) -> None:
    with rehearsal(tmp_path / "new" / "library.sqlite") as tried:
        assert tried.import_list(listing(*many(3)), dry_run=True).added == 3
    assert below(tmp_path) == {}


def test_an_import_that_is_tried_sees_those_tried_before_it_and_none_of_them_stays(file: Path) -> None:
    with Library.open(file) as library:
        library.import_list(listing(*many(40), published="2025-01-01"))
    before = below(file.parent)
    with rehearsal(file) as tried:
        second = tried.import_list(listing(*many(41), published="2025-02-01"), dry_run=True)
        with pytest.raises(Refused, match=r"holds 1 entity where ofac-sdn@2025-02-01#.* held 41"):
            tried.import_list(listing(record("ofac-0"), published="2025-03-01"), dry_run=True)
        again = tried.import_list(listing(*many(41), published="2025-02-01"), dry_run=True)
        third = tried.import_list(listing(*many(42), published="2025-04-01"), dry_run=True)
    assert [(each.added, each.unchanged, each.was) for each in (second, again, third)] == [
        (1, 40, 40), (0, 41, None), (1, 41, 41),
    ]  # fmt: skip
    assert below(file.parent) == before
    with Library.open(file) as library:
        assert [(row.published, row.entities) for row in library.lists(everything=True)] == [(date(2025, 1, 1), 40)]


def test_a_library_of_an_older_schema_is_tried_as_a_copy(file: Path) -> None:
    with closing(sqlite3.connect(file)) as raw:
        raw.executescript(OLDER.read_text(encoding="utf-8"))
        raw.execute("PRAGMA journal_mode = WAL")
    before = below(file.parent)
    with rehearsal(file) as tried:
        assert tried.import_list(listing(*many(3), of="another"), dry_run=True).added == 3
    assert below(file.parent) == before
    with closing(sqlite3.connect(file)) as raw:
        assert raw.execute("PRAGMA user_version").fetchone()[0] < migrations.STEPS[-1].to


def test_what_is_no_library_is_said_to_be_none(file: Path) -> None:
    file.write_text("neither list nor library\n" * 30)
    before = below(file.parent)
    with pytest.raises(LibraryFault, match="is not a library"), rehearsal(file):
        pass
    assert below(file.parent) == before


def test_withdrawing_can_be_tried(file: Path) -> None:
    with Library.open(file) as library:
        library.import_list(listing(*many(3), published="2025-01-01"))
        (state,) = library.lists()
    with rehearsal(file) as tried:
        assert tried.withdraw(state.id, dry_run=True).forgotten == 3
        with pytest.raises(BadCall, match="holds no state"):
            tried.withdraw(state.id, dry_run=True)
    with Library.open(file) as library:
        assert library.lists() == (state,)
