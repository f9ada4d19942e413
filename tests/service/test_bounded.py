"""What a build may not do, and what is left of it where it does."""

import multiprocessing
import os
import socket
import time
from pathlib import Path
from typing import Any

import pytest

from briefer.model.errors import BadInput, Cancelled, RenderFault
from briefer.model.progress import Progress, silent
from briefer.render import watch
from briefer.render.limits import Limits
from briefer.service import bounded as room
from briefer.service import build, sample
from briefer.service.bounded import bounded

SMALL = Limits(memory=1 << 30, seconds=1.0)


def doubled(number: int, progress: Progress) -> int:
    progress("layout", number, None)
    return number * 2


def hoards(progress: Progress) -> Any:
    return bytes(4 << 30)


def dawdles(progress: Progress) -> None:
    time.sleep(20)


def calls_out(progress: Progress) -> None:
    socket.create_connection(("127.0.0.1", 9))


def refuses(progress: Progress) -> None:
    raise BadInput("a.brief", "it is damaged", "save it again", row=3)


@pytest.mark.parametrize("alone", [True, False])
def test_the_answer_and_the_steps_come_back_however_the_process_was_started(
    alone: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[Any] = []
    monkeypatch.setattr(room, "_alone", lambda: alone)
    answer = bounded(doubled, 21, progress=lambda *step: said.append(step))
    assert (answer, said) == (42, [("layout", 21, None)])


def test_a_build_that_wants_too_much_memory_is_one_sentence() -> None:
    with pytest.raises(RenderFault, match="needs more memory than it may take"):
        bounded(hoards, progress=silent, limits=SMALL)


def test_a_build_that_runs_on_is_ended() -> None:
    began = time.monotonic()
    with pytest.raises(RenderFault, match="said nothing for 1 seconds"):
        bounded(dawdles, progress=silent, limits=SMALL)
    assert time.monotonic() - began < 10


def stands_still(begun: tuple[str, ...], stages: tuple[str, ...], progress: Progress) -> None:
    for title in begun:
        watch.begin(title.lower(), title)
        progress("layout", 1, None)
    for stage in stages:
        progress(stage, 0, None)
    time.sleep(20)


def dies(progress: Progress) -> None:
    watch.begin("risks", "Risks")
    os._exit(1)


def test_a_build_that_stands_still_over_a_section_names_it() -> None:
    with pytest.raises(RenderFault) as met:
        bounded(stands_still, ("Lines", "Risks"), (), progress=silent, limits=SMALL)
    assert str(met.value) == (
        "The build said nothing for 1 seconds, over section “Risks”: shorten or divide it. The folder is as it was."
    )


def test_a_build_that_ends_at_once_over_a_section_names_it() -> None:
    with pytest.raises(RenderFault, match=r"came to a sudden end.*, over section “Risks”: shorten or divide it"):
        bounded(dies, progress=silent)


def test_a_build_that_stands_still_after_the_last_section_names_none() -> None:
    with pytest.raises(RenderFault, match=r"the folder is as it was\. Shorten or divide the longest section"):
        bounded(stands_still, ("Risks",), ("write",), progress=silent, limits=SMALL)


def test_a_build_has_no_network() -> None:
    with pytest.raises(PermissionError, match=r"a page may not do this: socket\."):
        bounded(calls_out, progress=silent, limits=SMALL)


def test_a_refusal_is_the_same_sentence_as_without_a_process() -> None:
    with pytest.raises(BadInput) as met:
        bounded(refuses, progress=silent)
    assert str(met.value) == "a.brief, row 3: it is damaged; save it again."


def test_a_cancelled_build_is_ended_at_once() -> None:
    def stop(*_step: object) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        bounded(doubled, 1, progress=stop)


def who(progress: Progress) -> int:
    progress("layout", 1, None)
    return os.getpid()


def within(answers: Any) -> None:
    """Asks, from a process that was started for one verb, where the work is done and whether it is confined."""
    there = bounded(who, progress=silent)
    try:
        bounded(calls_out, progress=silent)
    except PermissionError:
        answers.send((there, os.getpid()))


def test_a_process_started_for_the_work_starts_no_other_that_would_outlive_it() -> None:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=within, args=(theirs,))
    process.start()
    theirs.close()
    try:
        there, here = ours.recv()
    finally:
        process.join()
    assert there == here == process.pid


def test_a_section_that_hangs_is_named_in_a_real_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from briefer.render import settle

    whole = settle.lay_out

    def lay_out_or_hang(html: str, *args: Any, **options: Any) -> Any:
        if 'id="sec-risks"' in html:
            time.sleep(20)
        return whole(html, *args, **options)

    monkeypatch.setattr(room, "_alone", lambda: True)
    monkeypatch.setattr(settle, "lay_out", lay_out_or_hang)
    slow = Limits(memory=64 << 30, seconds=6.0)
    monkeypatch.setattr(build, "bounded", lambda *given, progress: bounded(*given, progress=progress, limits=slow))
    with pytest.raises(RenderFault, match="over section “"):
        sample.build_sample(tmp_path, silent)
    assert not [*tmp_path.iterdir()]


def test_a_runaway_build_leaves_the_former_files_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    former = tmp_path / "russia-options-for-sanctions-relief.pdf"
    former.write_bytes(b"former")
    monkeypatch.setattr(room, "_alone", lambda: True)
    monkeypatch.setattr(build, "_render", lambda *_given: time.sleep(20))
    slow = Limits(memory=64 << 30, seconds=1.0)  # a fork begins with the memory of the tests before it
    monkeypatch.setattr(build, "bounded", lambda *given, progress: bounded(*given, progress=progress, limits=slow))
    with pytest.raises(RenderFault, match="the folder is as it was"):
        sample.build_sample(tmp_path, silent)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {former.name: b"former"}
