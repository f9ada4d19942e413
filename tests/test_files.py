"""Files are written whole or not at all, and the program's own data is found."""

import os
import stat
from pathlib import Path

import pytest

from briefer import files, shipped
from briefer.model.errors import BrieferError


def test_the_programs_own_data_is_found_in_a_checkout() -> None:
    assert shipped.data("templates").is_dir()
    assert shipped.data("assets", "fonts").is_dir()


def test_the_programs_own_data_is_found_in_a_wheel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "_data" / "templates").mkdir(parents=True)
    monkeypatch.setattr(shipped, "files", lambda _name: tmp_path)
    assert shipped.data("templates") == tmp_path / "_data" / "templates"


def test_the_library_is_the_one_that_the_environment_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFER_LIBRARY", "/somewhere/else.sqlite")
    assert files.user_library() == Path("/somewhere/else.sqlite")


def test_without_the_environment_the_library_lies_in_the_users_data_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("BRIEFER_LIBRARY", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert files.user_library() == tmp_path / "briefer" / "library.sqlite"


def test_a_file_is_written_in_place_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "new" / "a.txt"
    files.write_atomically(target, b"one")
    files.write_atomically(target, b"two")
    assert target.read_bytes() == b"two"
    assert os.listdir(target.parent) == ["a.txt"]  # noqa: PTH208 - names are what is asked


def test_an_old_files_mode_is_kept(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    target.write_bytes(b"one")
    target.chmod(0o640)
    files.write_atomically(target, b"two")
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_new_file_has_the_mode_that_the_users_mask_allows(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        files.write_atomically(tmp_path / "a.txt", b"one")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a.txt").stat().st_mode) == 0o640


def test_a_full_disk_is_a_sentence_and_the_old_file_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "a.txt"
    target.write_bytes(b"old")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(BrieferError, match=r"a\.txt: cannot be written \(No space left on device\)"):
        files.write_atomically(target, b"new")
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_a_folder_that_is_a_file_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")
    with pytest.raises(BrieferError, match="cannot be written"):
        files.write_atomically(tmp_path / "a" / "b.txt", b"new")


def test_an_interruption_leaves_nothing_half_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(_handle: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", stop)
    with pytest.raises(KeyboardInterrupt):
        files.write_atomically(tmp_path / "a.txt", b"new")
    assert not list(tmp_path.iterdir())


def test_where_a_folder_cannot_be_opened_the_file_is_written_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(os, "O_DIRECTORY")
    files.write_atomically(tmp_path / "a.txt", b"one")
    assert (tmp_path / "a.txt").read_bytes() == b"one"
