"""Opening the library, what can be wrong with its file, and that no import is ever half done."""

import shutil
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import event

from briefer.library import Library, sqlite
from briefer.model.errors import LibraryFault

from .lists import listing, many


def start(function: str, *said: object) -> "subprocess.Popen[str]":
    """Runs a function of `lists.py` in a process of its own."""
    call = [sys.executable, Path(__file__).with_name("lists.py"), function, *map(str, said)]
    return subprocess.Popen(call, stdout=subprocess.PIPE, text=True)


def test_the_folder_is_created(tmp_path: Path) -> None:
    with Library.open(tmp_path / "a" / "b" / "library.sqlite") as library:
        assert library.lists() == ()
    assert (tmp_path / "a" / "b" / "library.sqlite").exists()


def test_what_was_imported_is_there_when_opened_again(file: Path) -> None:
    with Library.open(file) as library:
        library.import_list(listing(*many(3)))
    with Library.open(file) as library:
        assert library.lists()[0].entities == 3


def test_the_file_is_kept_in_wal_with_strict_tables_and_foreign_keys(library: Library) -> None:
    with library._reading() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
        tables = connection.exec_driver_sql("SELECT name, strict FROM pragma_table_list WHERE type = 'table'").all()
    assert {strict for name, strict in tables if not name.startswith(("sqlite_", "name_"))} == {1}


def test_a_file_that_is_no_database_is_a_sentence(file: Path) -> None:
    file.write_text("ent_num,SDN_Name\n" * 200)
    with pytest.raises(LibraryFault, match=r"library\.sqlite is not a library .*--library"):
        Library.open(file)
    assert file.read_text().startswith("ent_num")


def test_another_program_s_database_is_left_alone(file: Path) -> None:
    other = sqlite3.connect(file)
    other.execute("CREATE TABLE bookmarks (url)")
    other.close()
    with pytest.raises(LibraryFault, match="database of another program"):
        Library.open(file)


def test_a_folder_in_place_of_the_file_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(LibraryFault, match="cannot be opened"):
        Library.open(tmp_path)


def test_a_folder_that_cannot_be_created_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(LibraryFault, match="folder cannot be created"):
        Library.open(tmp_path / "file" / "library.sqlite")


def test_a_damaged_file_is_a_sentence(file: Path) -> None:
    with Library.open(file) as library:
        library.import_list(listing(*many(600)))
    content = bytearray(file.read_bytes())
    content[4096 * 2 :] = b"\xff" * (len(content) - 4096 * 2)
    file.write_bytes(content)
    with pytest.raises(LibraryFault, match="is damaged"), Library.open(file) as library:
        library.entities([f"ofac-{number}" for number in range(600)])


def test_a_locked_file_is_a_sentence(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "WAIT", 0.05)
    with Library.open(file) as library, library._writing(dry_run=True):
        with Library.open(file) as other:
            assert other.lists() == ()
            with pytest.raises(LibraryFault, match=r"is locked by another program; wait"):
                other.import_list(listing(*many(1)))
        assert library.lists() == ()


def test_a_file_that_cannot_be_written_is_a_sentence(file: Path, library: Library) -> None:
    event.listen(library._engine, "begin", lambda connection: connection.exec_driver_sql("PRAGMA query_only = ON"))
    with pytest.raises(LibraryFault, match="cannot be written; allow writing"):
        library.import_list(listing(*many(1)))


def test_a_fault_of_the_driver_itself_is_a_sentence(file: Path) -> None:
    fault = sqlite3.DatabaseError("file is not a database")
    fault.sqlite_errorcode = sqlite3.SQLITE_NOTADB
    with pytest.raises(LibraryFault, match="is not a library"), sqlite.faults(file):
        raise fault


def test_a_bug_is_no_fault_of_the_file(file: Path, library: Library) -> None:
    with pytest.raises(Exception, match="no such table"), library._reading() as connection:
        connection.exec_driver_sql("SELECT * FROM missing")
    with pytest.raises(sqlite3.Error, match="bug"), sqlite.faults(file):
        raise sqlite3.ProgrammingError("bug")


def test_a_killed_import_leaves_the_former_state_whole(file: Path, tmp_path: Path) -> None:
    with Library.open(file) as library:
        library.import_list(listing(*many(3), published="2025-01-01"))
    started = tmp_path / "started"
    child = start("import_slowly", file, started)
    deadline = time.monotonic() + 30
    while not started.exists() and time.monotonic() < deadline:
        time.sleep(0.02)
    assert started.exists()
    child.kill()
    child.communicate()
    with Library.open(file) as library:
        assert library.lists()[0].entities == 3
        assert [each.id for each in library.search("Person", limit=99)] == ["ofac-0", "ofac-1", "ofac-2"]
        with library._reading() as connection:
            assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
        assert library.import_list(listing(*many(1200), published="2025-02-01")).added == 1197


def test_imports_at_once_in_a_new_file_both_stand(file: Path) -> None:
    children = [start("import_at_once", file, number) for number in range(2)]
    answers = [child.communicate(timeout=60)[0].strip() for child in children]
    assert answers == ["600", "600"]
    with Library.open(file) as library:
        assert [(each.list, each.entities) for each in library.lists()] == [("list-0", 600), ("list-1", 600)]
        assert len(library.entities(["ofac-0", "ofac-1000"])) == 2


def test_a_library_can_be_copied_once_closed(file: Path, tmp_path: Path) -> None:
    with Library.open(file) as library:
        library.import_list(listing(*many(3)))
    shutil.copy(file, tmp_path / "copy.sqlite")
    with Library.open(tmp_path / "copy.sqlite") as library:
        assert library.lists()[0].entities == 3
