"""A second process that lays sections out beside this one, for a build from nothing on a machine with cores to spare.

It is forked, so that it has the style sheet and the fonts read already, and gives back painted pages, which are values
alone. What it cannot give (a page with pictures, a fault, a font not met here) is laid out here.
"""

import multiprocessing
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection
from multiprocessing.sharedctypes import Synchronized
from typing import TypeVar

from briefer.model.errors import BrieferError
from briefer.render import watch
from briefer.render.limits import Limits, confine

Value = TypeVar("Value")
MANY = 100_000
"""So many letters of HTML, some fifteen pages, are worth a second process."""


def worth_it(letters: int) -> bool:
    """Says whether so much is laid out sooner by two: there is a second core, and nothing that a fork would tear."""
    if letters < MANY or not hasattr(os, "fork") or threading.active_count() > 1:
        return False
    return len(os.sched_getaffinity(0)) > 1


@contextmanager
def shared(work: Callable[[int], Value], count: int) -> Iterator[tuple[Iterator[int], Callable[[], dict[int, Value]]]]:
    """Shares `count` tasks with a second process, which does `work` on those that it takes.

    Gives the numbers of the tasks for this process, one by one, and what waits for the results of the other.
    """
    context = multiprocessing.get_context("fork")
    following = context.Value("l", 0)
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_serve, args=(work, count, following, theirs), daemon=True)
    process.start()
    theirs.close()
    try:
        yield _taken(following, count), lambda: _received(ours)
    finally:
        process.kill()
        process.join()
        process.close()
        ours.close()


def _taken(following: "Synchronized[int]", count: int) -> Iterator[int]:
    while True:
        with following.get_lock():
            number = following.value
            following.value = number + 1
        if number >= count:
            return
        yield number


def _serve(work: Callable[[int], Value], count: int, following: "Synchronized[int]", answers: Connection) -> None:
    confine(Limits())
    threading.Thread(target=_follow, daemon=True).start()
    watch.forget()
    found: dict[int, Value] = {}
    with watch.pages(lambda *_: answers.send(None)), watch.sections(lambda *begun: answers.send(begun)):
        for number in _taken(following, count):
            try:
                found[number] = work(number)
            except (BrieferError, MemoryError):  # met again and told by the other process
                continue
    answers.send(found)


def _follow() -> None:
    """Ends with the process that it was started by, however that ends."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
    os._exit(1)


def _received(answers: "Connection") -> dict[int, Value]:
    """Waits for what the other has laid out; its pages and sections are told as those laid out here."""
    try:
        while True:
            told = answers.recv()
            if isinstance(told, dict):
                return told
            watch.begin(*told) if told else watch.count()
    except (EOFError, OSError):  # it has died: everything is laid out here
        return {}


def portions(letters: Sequence[int]) -> list[int]:
    """Gives the numbers of tasks with the longest first, so that both processes end at about the same time."""
    return sorted(range(len(letters)), key=lambda number: -letters[number])
