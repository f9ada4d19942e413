"""A list that is read in a process of its own gives what it gives when read here."""

import gzip
import io
import os
import pickle
import subprocess
import sys
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from briefer.model.errors import BadInput, BrieferError
from briefer.sources import Reading, apart, recognise
from briefer.sources.reading import Halves
from tests.bench import make_advanced
from tests.sources.given import HEAD, entity, given, joined
from tests.sources.reads import Write, records

LINE = '{"id": "%s", "schema": "Person", "properties": {"name": ["N%s"]}}\n'


Started = subprocess.Popen[bytes]


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[Started]:
    """Keeps the processes that a reading starts."""
    kept: list[Started] = []

    class Kept(Started):
        def __init__(self, *call: Any, **how: Any) -> None:
            super().__init__(*call, **how)
            kept.append(self)

    monkeypatch.setattr(apart.subprocess, "Popen", Kept)
    return kept


class Broken(io.BytesIO):
    def write(self, _said: object) -> int:
        raise BrokenPipeError


def reading(path: Path, name: str = "") -> Reading:
    return Reading(path=path, files=(path,), format="a", kind="list", sha256="", records=partial(given, name))


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Makes every file large enough."""
    monkeypatch.setattr(apart, "SMALL", 0)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)


@pytest.fixture
def path(write: Write) -> Path:
    return write("a.csv", "x")


def test_records_come_back_as_they_were_and_in_their_order(small: None, path: Path) -> None:
    whole = apart.apart(reading(path))
    assert list(whole.records()) == list(given(""))
    assert list(whole.records()) == list(given(""))


def test_an_error_comes_back_with_its_sentence_after_what_came_before(small: None, path: Path) -> None:
    found = apart.apart(reading(path, "refused")).records()
    assert len([next(found) for _ in range(603)]) == 603
    with pytest.raises(BadInput, match=r"^a\.csv, row 3: a row is odd; mend it\.$"):
        next(found)


def test_a_bug_comes_back_with_the_place_where_it_is(small: None, path: Path) -> None:
    with pytest.raises(RuntimeError, match=r"(?s)given\.py.*KeyError: 'beautiful'"):
        list(apart.apart(reading(path, "bug")).records())


def test_a_process_that_is_stopped_is_told(small: None, path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(BrieferError, match=r"a\.csv: the process that reads the file was stopped; import it again\."):
        list(apart.apart(reading(path, "killed")).records())
    capfd.readouterr()


def test_a_reading_that_is_left_ends_its_process(small: None, path: Path, started: list[Started]) -> None:
    found = apart.apart(reading(path)).records()
    assert next(found) == HEAD
    assert next(found) == entity(0)
    found.close()  # type: ignore[attr-defined]
    assert [child.returncode is None for child in started] == [False]


def test_a_head_alone_starts_nothing(small: None, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "START", "raise SystemExit('started')")
    assert next(apart.apart(reading(path)).records()) == HEAD


def test_of_two_halves_only_the_first_is_read_in_the_process(small: None, path: Path, started: list[Started]) -> None:
    halves = Halves(first=partial(given, ""), second=joined)
    found = apart.apart(replace(reading(path), halves=halves)).records()
    assert [next(found) for _ in range(4)] == [HEAD, entity(1000), HEAD, entity(0)]
    assert [next(found) for _ in range(598)] == [entity(number) for number in range(1, 599)]
    with pytest.raises(BadInput, match="the second half is odd"):
        next(found)
    assert [child.returncode is None for child in started] == [False]


def test_the_head_of_two_halves_starts_nothing(small: None, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart.subprocess, "Popen", None)
    halves = Halves(first=partial(given, ""), second=joined)
    assert next(apart.apart(replace(reading(path), halves=halves)).records()) == HEAD


def test_small_files_tables_and_machines_with_one_core_stay_here(
    small: None, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = reading(path)
    table = replace(here, kind="rows")
    assert apart.apart(table) is table
    assert apart.apart(here) is not here
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert apart.apart(here) is here
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    monkeypatch.setattr(apart, "SMALL", 2)
    assert apart.apart(here) is here


@pytest.mark.parametrize("name", ["", "refused", "bug"])
def test_what_the_process_writes_is_what_is_received(path: Path, name: str) -> None:
    target = io.BytesIO()
    apart.feed(reading(path, name), target)
    target.seek(0)
    received = apart._received(target, reading(path))
    assert [next(received) for _ in range(602)] == list(given(""))[1:]


def test_a_process_whose_parent_is_gone_ends_quietly(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(BrokenPipeError):
        apart.feed(reading(path), Broken())


@pytest.mark.parametrize("gone", [False, True])
def test_the_process_reads_what_its_input_names(path: Path, monkeypatch: pytest.MonkeyPatch, gone: bool) -> None:
    written = path.open("wb")
    target = Broken() if gone else io.BytesIO()
    ours = SimpleNamespace(buffer=target, fileno=written.fileno)
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(pickle.dumps(reading(path)))))
    monkeypatch.setattr(sys, "stdout", ours)
    monkeypatch.setattr(apart.signal, "signal", lambda *_: None)
    monkeypatch.setattr(apart.gc, "disable", lambda: None)
    with written:
        apart.main()
    assert gone or list(apart._received(io.BytesIO(target.getvalue()), reading(path))) == list(given(""))[1:]


def test_a_list_and_a_packed_list_are_read_alike(small: None, write: Write, tmp_path: Path) -> None:
    made = tmp_path / "made.xml"
    make_advanced.write(made, 1)
    packed = tmp_path / "made.xml.gz"
    packed.write_bytes(gzip.compress(made.read_bytes()))
    here = list(pickle.loads(pickle.dumps(recognise(made).records.args[0])).records())  # type: ignore[attr-defined]
    assert records(made) == here
    assert records(packed) == here
    broken = write("b.json.gz", gzip.compress((LINE % (1, 1) + LINE % (2, 2) + "{").encode()))
    with pytest.raises(BadInput, match=r"b\.json\.gz: .*line 3: the line is no FollowTheMoney entity"):
        records(broken)
