"""The real program, ended by kill -9 in the middle of work, and started again: nothing is lost, nothing is left."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import msgspec
import pytest

from briefer.handoff import verify
from briefer.library import Library
from briefer.pack import load
from briefer.service import scratch
from briefer.service.desk import Desk

LONG = 300
WITHIN = 1.0
"""Seconds after which work is in the journal."""
WORDS = "Words that were not saved."
OFFER = "dialog('RecoveryDialog')"
READY = "work.is_open and work.dossier is not None and work.tasks.idle and work.disk.idle"


class Program:
    """One start of the program, asked by lines."""

    def __init__(self, home: Path, library: Path, *given: Path) -> None:
        environment = {**os.environ, "BRIEFER_HOME": str(home / "home"), "TMPDIR": str(home / "tmp")}
        call = [sys.executable, "-m", "tests.desktop.driven", str(library), *map(str, given)]
        pipe = subprocess.PIPE
        with (home / "log.txt").open("ab") as log:
            self.process = subprocess.Popen(
                call, env=environment, start_new_session=True, stdin=pipe, stdout=pipe, stderr=log
            )

    def line(self) -> str:
        """Gives the next line that it tells."""
        assert self.process.stdout is not None
        return self.process.stdout.readline().decode().rstrip("\n")

    def ask(self, line: str) -> str:
        """Gives what a line of Python gives in the program; nothing where it ends by it."""
        assert self.process.stdin is not None
        with suppress(BrokenPipeError):
            self.process.stdin.write(f"{line}\n".encode())
            self.process.stdin.flush()
        return self.line()

    def until(self, line: str) -> None:
        """Waits until a line gives something true."""
        end, said = time.monotonic() + LONG, ""
        while time.monotonic() < end:
            said = self.ask(f"bool({line})")
            if said == "True":
                return
            assert said == "False", said
            time.sleep(0.02)
        raise AssertionError(f"never so: {line}; {self.ask('shown()')}")

    def kill(self) -> None:
        """Ends it as kill -9 does."""
        self.process.kill()
        self.process.wait()

    def ended(self) -> None:
        """Waits until it has ended by itself, and its children with it."""
        assert self.process.wait(LONG) == -signal.SIGKILL
        end = time.monotonic() + LONG
        while _group(self.process.pid) and time.monotonic() < end:
            time.sleep(0.05)
        assert not _group(self.process.pid)

    def clear(self) -> None:
        """Ends whatever is left of it."""
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            with suppress(BrokenPipeError):
                pipe.close()  # type: ignore[union-attr]


def _group(number: int) -> bool:
    """Whether any process of the group is left."""
    try:
        os.killpg(number, 0)
    except ProcessLookupError:
        return False
    return True


Start = Callable[..., Program]


@pytest.fixture
def start(sample_made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    """Starts the program over a sample of the test's own; all that it has left behind is in `tmp`."""
    (tmp_path / "tmp").mkdir()
    shutil.copytree(sample_made, tmp_path / "sample")
    monkeypatch.setenv("BRIEFER_HOME", str(tmp_path / "home"))
    made: list[Program] = []

    def begun(name: str = "sample.sqlite", *, opens: bool = True) -> Program:
        given = (tmp_path / "sample" / "sample.brief",) if opens else ()
        program = Program(tmp_path, tmp_path / "sample" / name, *given)
        made.append(program)
        assert program.line() == "ready"
        if opens:
            program.until(READY)
        return program

    yield begun
    for each in made:
        each.clear()


def work(program: Program) -> list[str]:
    """Picks two more and writes, as the tests ask of what is found again; gives the picks."""
    picked = msgspec.json.decode(program.ask("pick()").replace("'", '"'))
    program.ask(f"window.editor.edit.insertPlainText({WORDS!r})")
    return [str(each) for each in picked]


def take(program: Program) -> None:
    """Takes the work that is offered."""
    program.until(OFFER)
    program.ask("press('RecoveryDialog', 'Use the work found')")
    program.until(f"{READY} and work.history.modified")


def runs(folder: Path) -> list[Path]:
    return list((folder / "tmp").glob(f"{scratch.PREFIX}*"))


@pytest.mark.parametrize("library", [pytest.param("sample.sqlite", marks=pytest.mark.full), "empty.sqlite"])
def test_work_of_a_second_ago_is_offered_with_the_facts_of_all_picks(
    start: Start, tmp_path: Path, library: str
) -> None:
    program = start()
    picked = work(program)
    assert len(picked) == 2
    time.sleep(WITHIN)
    program.kill()
    (left,) = runs(tmp_path)
    if library != "sample.sqlite":
        (tmp_path / "sample" / "sample.sqlite").rename(tmp_path / "elsewhere.sqlite")
    again = start(library, opens=False)
    take(again)
    again.until("work.tasks.idle and not work.dossier.missing")
    assert again.ask(f"set({picked}) <= {{each.id for each in work.dossier.entities}}") == "True"
    assert again.ask("len(work.dossier.entities) == len(work.pack.entities)") == "True"
    assert again.ask(f"any({WORDS!r} in each.text for each in work.pack.sections)") == "True"
    assert left not in runs(tmp_path)
    assert len(runs(tmp_path)) == 1
    again.ask("work.save()")
    again.until("not work.history.modified and work.disk.idle")
    file = load(tmp_path / "sample" / "sample.brief")
    assert file.dossier is not None
    assert set(picked) <= {each.id for each in file.dossier.entities}


REPLACE = "kill() if str(to).endswith('.brief') else os.replace(self, to)"
WRITE = f"setattr(Path, 'replace', lambda self, to: {REPLACE})"
FORGET = "setattr(journal, 'forget', kill)"


@pytest.mark.full
@pytest.mark.parametrize(("moment", "saved"), [(WRITE, False), (FORGET, True)])
def test_a_save_that_is_cut_off_leaves_the_old_file_or_the_new_one(
    start: Start, tmp_path: Path, moment: str, saved: bool
) -> None:
    program, path = start(), tmp_path / "sample" / "sample.brief"
    before = path.read_bytes()
    work(program)
    program.until("work.tasks.idle and work.disk.idle")
    program.ask(moment)
    program.ask("work.save()")
    program.ended()
    assert (path.read_bytes() != before) == saved
    assert bool(list(path.parent.glob(".sample.brief.*"))) != saved
    again = start(opens=False)
    if saved:
        again.until("work.disk.idle and work.tasks.idle")
        assert again.ask(OFFER) == "None"
        assert any(WORDS in each.text for each in load(path).pack.sections)
        assert not list((tmp_path / "home" / "journal").iterdir())
    else:
        take(again)
        assert again.ask(f"any({WORDS!r} in each.text for each in work.pack.sections)") == "True"
    assert [each.name for each in path.parent.iterdir() if each.name.startswith(".")] == []


def people(folder: Path, count: int) -> Path:
    """Writes a list that is long enough to be told of on the way."""
    path = folder / "people.ftm.json"
    lines = (
        {"id": f"test:{number}", "schema": "Person", "caption": f"Ann No {number}", "datasets": ["Test"]}
        | {"properties": {"name": [f"Ann No {number}"]}}
        for number in range(count)
    )
    path.write_bytes(b"\n".join(map(msgspec.json.encode, lines)) + b"\n")
    return path


@pytest.mark.full
@pytest.mark.parametrize("ends", ["kill", "kill_all"])
def test_an_import_that_is_cut_off_leaves_the_library_as_it_was(start: Start, tmp_path: Path, ends: str) -> None:
    path, source = tmp_path / "sample" / "other.sqlite", people(tmp_path, 4000)
    program = start("other.sqlite", opens=False)
    program.ask(f"window.import_paths([Path({str(source)!r})])")
    program.ask(f"dialog('Progress').apart.progress.connect({ends})")
    program.ended()
    again = start("other.sqlite", opens=False)
    again.until("work.disk.idle and work.tasks.idle")
    with Library.open(path) as library:
        assert not library.lists()
    again.ask("setattr(window, 'imported', lambda *given: setattr(window, 'came', given))")
    again.ask(f"window.import_paths([Path({str(source)!r})])")
    again.until("hasattr(window, 'came')")
    with Library.open(path) as library:
        assert library.lists()
    assert len(runs(tmp_path)) == 1


@pytest.mark.full
@pytest.mark.parametrize("ends", ["kill", "kill_all"])
def test_an_export_that_is_cut_off_leaves_no_half_of_it(start: Start, tmp_path: Path, ends: str) -> None:
    program, out = start(), tmp_path / "out" / "paper"
    work(program)
    wish = f"window.build(Wish(folder=Path({str(out.parent)!r}), name='paper'))"
    program.ask(wish)
    program.until("dialog('Progress')")
    program.ask(f"dialog('Progress').apart.progress.connect({ends})")
    program.ended()
    assert not out.exists() or not list(out.iterdir())
    left = out / ".handoff-abcd1234"
    left.mkdir(parents=True)
    os.utime(left, (time.time() - 120,) * 2)
    again = start()
    again.until("work.disk.idle")
    assert again.ask(OFFER) == "None"  # an export saves first
    assert again.ask(f"any({WORDS!r} in each.text for each in work.pack.sections)") == "True"
    again.ask(wish)
    again.until("dialog('DoneDialog')")
    assert verify(out).ok
    assert not left.exists()
    assert len(runs(tmp_path)) == 1


@pytest.mark.full
def test_what_runs_is_left_alone_by_another_start(start: Start, tmp_path: Path) -> None:
    first = start()
    work(first)
    time.sleep(WITHIN)
    (own,) = runs(tmp_path)
    second = start("other.sqlite", opens=False)
    second.until("work.disk.idle")
    assert own.is_dir()
    assert second.ask(OFFER) == "None"
    assert Desk(tmp_path / "none.sqlite").kept() == ()
