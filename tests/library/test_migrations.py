"""How an older file is brought to the present schema."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine

from briefer.library import Library, migrations, sqlite
from briefer.library.current import rebuild
from briefer.library.migrations import Step, bring_up
from briefer.model.errors import LibraryFault
from briefer.model.progress import silent

from .lists import listing, many, record


def _note(connection: Connection) -> None:
    connection.exec_driver_sql("INSERT INTO note VALUES ('taken')")


NOW = migrations.STEPS[-1].to
STEPS = (
    *migrations.STEPS,
    Step(to=NOW + 1, what="notes", sql=("CREATE TABLE note (text TEXT) STRICT",), run=_note),
    Step(to=NOW + 2, what="dated notes", sql=("ALTER TABLE note ADD COLUMN day TEXT",)),
)


@pytest.fixture
def engine(file: Path) -> Engine:
    with Library.open(file) as library:
        library.import_list(listing(*many(3)))
    return sqlite.engine(file)


def test_an_older_file_takes_the_steps_it_lacks_and_is_copied_before_each(engine: Engine, file: Path) -> None:
    copies = bring_up(engine, file, STEPS)
    with engine.connect() as connection:
        assert sqlite.schema(connection) == NOW + 2
        assert connection.exec_driver_sql("SELECT text, day FROM note").all() == [("taken", None)]
    engine.dispose()
    assert [each.name for each in copies] == [f"library.sqlite.v{NOW}", f"library.sqlite.v{NOW + 1}"]
    with Library.open(copies[0]) as former:
        assert former.lists()[0].entities == 3


def test_a_file_at_the_present_schema_takes_no_step(engine: Engine, file: Path) -> None:
    bring_up(engine, file, STEPS)
    assert bring_up(engine, file, STEPS) == ()
    engine.dispose()


def test_a_step_that_fails_leaves_the_file_as_it_was(engine: Engine, file: Path) -> None:
    broken = Step(to=NOW + 1, what="broken", sql=("CREATE TABLE note (text TEXT)", "SELECT * FROM missing"))
    with pytest.raises(Exception, match="no such table"):
        bring_up(engine, file, (broken,))
    engine.dispose()
    with Library.open(file) as library:
        assert library.lists()[0].entities == 3


def test_a_step_that_another_process_has_taken_is_not_taken_twice(engine: Engine, file: Path) -> None:
    bring_up(engine, file, STEPS[:-1])
    migrations._take(engine, file, STEPS[-2], last=True)
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM note").scalar() == 1
    engine.dispose()


def test_a_file_that_another_process_has_created_is_not_created_twice(engine: Engine, file: Path) -> None:
    migrations._create(engine, 7)
    with engine.connect() as connection:
        assert sqlite.schema(connection) == NOW
    engine.dispose()


def test_a_newer_schema_is_refused(engine: Engine, file: Path) -> None:
    bring_up(engine, file, STEPS)
    engine.dispose()
    with pytest.raises(
        LibraryFault, match=rf"library of schema {NOW + 2}, this program knows {NOW}; use a newer Briefer"
    ):
        Library.open(file)


def test_a_new_file_is_created_at_the_newest_schema(file: Path) -> None:
    fresh = sqlite.engine(file)
    assert bring_up(fresh, file, STEPS) == ()
    with fresh.connect() as connection:
        assert sqlite.schema(connection) == NOW + 2
    fresh.dispose()


def test_the_steps_are_numbered_without_a_gap() -> None:
    assert [each.to for each in migrations.STEPS] == [
        migrations.FIRST + place for place in range(1, 1 + len(migrations.STEPS))
    ]


def test_a_file_in_which_an_undated_state_hid_a_dated_one_shows_the_dated_one(engine: Engine, file: Path) -> None:
    with Library.open(file) as library:
        library.import_list(listing(*many(5), published="2025-01-01"))
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE snapshot SET ordering = '2026-01-01 undated' WHERE published IS NULL")
        connection.exec_driver_sql("UPDATE record SET gone = 1, stale = 1 WHERE entity > 'ofac-2'")
        rebuild(connection, silent)
        connection.exec_driver_sql("ALTER TABLE snapshot DROP COLUMN warnings")
        sqlite.set_schema(connection, 4)
    engine.dispose()
    with closing(sqlite3.connect(file)) as found:
        assert found.execute("SELECT count(*) FROM programme WHERE ended = 1").fetchone() == (2,)
    with Library.open(file) as library:
        assert [(each.published, each.entities) for each in library.lists()] == [(date(2025, 1, 1), 5)]
        assert library.search("Person 4")[0].listed


def test_a_file_of_the_schema_before_finds_contacts_once_it_is_brought_up(engine: Engine, file: Path) -> None:
    with Library.open(file) as library:
        library.import_list(listing(record("ofac-9", "A", values_=(("email", "a@b.com"),)), of="ofac-cons"))
    with engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM trait WHERE kind = 'e-mail'")
        sqlite.set_schema(connection, 10)
    engine.dispose()
    with Library.open(file) as library:
        assert [each.id for each in library.search("a@b.com")] == ["ofac-9"]


@pytest.fixture
def first(file: Path) -> Path:
    """A file as the first release wrote it."""
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript(Path(__file__).with_name("schema_1.sql").read_text(encoding="utf-8"))
    return file


def shape(file: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(file)) as connection:
        names = [
            row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type IN ('table', 'index')")
        ]
        return {name: [row[1:] for row in connection.execute(f"PRAGMA table_info({name})")] for name in names}


def test_a_file_of_the_first_schema_becomes_one_of_the_present(first: Path, tmp_path: Path) -> None:
    with Library.open(first) as library:
        assert [each.entities for each in library.lists()] == [1]
        assert [(each.id, each.listed) for each in library.search("Олег Дерипаска")] == [("ofac-1", True)]
        assert [(each.id, each.listed, each.lists) for each in library.search("EN+ Group")] == [
            ("ofac-2", False, ("ofac-sdn",))
        ]
        assert library.changes("ofac-sdn").removed == ("ofac-2",)
        assert library.decide("ofac-1", "ofac-2", "no", by="A").decision == "no"
    with Library.open(tmp_path / "fresh.sqlite"):
        pass
    assert shape(first) == shape(tmp_path / "fresh.sqlite")
    with closing(sqlite3.connect(first.with_name("library.sqlite.v1"))) as former:
        assert former.execute("PRAGMA user_version").fetchone() == (1,)
