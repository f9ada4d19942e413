"""The folder of one run, and what programs that were killed left behind."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from briefer.service import scratch

KILLED = "import os; from briefer.service import scratch; print(scratch.folder(), flush=True); os.kill(os.getpid(), 9)"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(scratch, "_made", cache(scratch._made.__wrapped__))  # that of the tests' own run stays
    yield tmp_path
    scratch._made().cleanup()


def old(path: Path, seconds: float) -> Path:
    at = path.stat().st_mtime - seconds
    os.utime(path, (at, at))
    return path


def test_a_computer_without_proc_tells_no_start() -> None:
    assert scratch.started(os.getpid())
    assert scratch.started(2**22 + 1) == ""


def test_the_folder_of_a_killed_program_goes_at_the_next_start_and_that_of_a_running_one_stays(place: Path) -> None:
    environment = {**os.environ, "TMPDIR": str(place)}
    said = subprocess.run(
        [sys.executable, "-c", KILLED], check=False, env=environment, capture_output=True, text=True, timeout=60
    )
    left = Path(said.stdout.strip())
    assert left.parent == place
    (left / "check.svg").write_text("", encoding="utf-8")
    own, room = scratch.folder(), scratch.room()
    strange = place / f"{scratch.PREFIX}x-y-z"
    strange.mkdir()
    scratch.sweep()
    assert not left.exists()
    assert room.parent == own
    assert room.is_dir()
    assert strange.is_dir()


def test_a_number_that_runs_again_is_another_program(place: Path) -> None:
    left = place / f"{scratch.PREFIX}{os.getppid()}-1-abc"
    unknown = place / f"{scratch.PREFIX}{os.getppid()}-0-abc"
    for each in (left, unknown):
        each.mkdir()
    scratch.sweep()
    assert not left.exists()
    assert unknown.exists()  # this computer does not tell when it was started


def test_a_child_keeps_its_passing_files_where_it_is_told(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", "")
    told: list[str] = []
    room = scratch.room()
    scratch.within(room, lambda words: told.extend((words, tempfile.mkdtemp(), os.environ["TMPDIR"])), "work")
    assert told[0] == "work"
    assert Path(told[1]).parent == room
    assert told[2] == str(room)


def test_a_file_that_was_half_written_goes_once_nobody_can_be_writing_it(tmp_path: Path) -> None:
    path = tmp_path / "a [1].brief"
    left, fresh, other = (
        tmp_path / name for name in (f".{path.name}.abcd1234", f".{path.name}.efgh5678", ".b.brief.x")
    )
    for each in (path, left, fresh, other):
        each.write_bytes(b"")
        old(each, 30 if each == fresh else 120)
    scratch.sweep_beside(path)
    assert [each.exists() for each in (path, left, fresh, other)] == [True, False, True, True]
    scratch.sweep_beside(path, after=0)
    assert not fresh.exists()
    assert other.exists()
    scratch.sweep_beside(tmp_path / "none" / "a.brief")


def test_all_files_of_a_folder_are_swept_together(tmp_path: Path) -> None:
    for name in ("a.json", ".a.json.abcd1234", ".b.facts.abcd1234"):
        (tmp_path / name).write_bytes(b"")
        old(tmp_path / name, 120)
    scratch.sweep_beside(tmp_path)
    assert [each.name for each in tmp_path.iterdir()] == ["a.json"]


def test_a_hand_off_that_was_being_put_together_goes(tmp_path: Path) -> None:
    left, fresh = tmp_path / ".handoff-abcd1234", tmp_path / ".handoff-efgh5678"
    for each in (left, fresh):
        each.mkdir()
        (each / "a.pdf").write_bytes(b"")
    old(left, 120)
    scratch.sweep_folder(tmp_path)
    assert [each.exists() for each in (left, fresh)] == [False, True]
