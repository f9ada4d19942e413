"""Does a long piece of work in a process of its own, which has no network and a limit of memory and of time."""

import multiprocessing
import os
import signal
import threading
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection
from time import monotonic
from typing import Any, TypeVar

from briefer.language import _
from briefer.model.errors import BrieferError, RenderFault
from briefer.model.progress import Progress
from briefer.render import fonts, watch
from briefer.render.limits import Limits, confine, timed

Value = TypeVar("Value")
BUILD = Limits(seconds=300.0)
"""What a build may take: between two signs of life it may write a workbook of many rows or a file of many pages."""
NEARLY = 0.9
"""Of the limit: so long a silence before the end was its cause."""
OFTEN = 0.2
LAYOUT = "layout"
"""The stage at which pages are laid out, as `render` tells it."""


def bounded(work: Callable[..., Value], *given: Any, progress: Progress, limits: Limits = BUILD) -> Value:
    """Gives what `work(*given, progress=…)` gives, and raises what it raises; RenderFault where it had to be ended.

    Cancelled, raised by `progress`, ends it at once. A process that was started for one long verb is itself the one
    that is bounded: who kills it to cancel must not leave another behind that goes on.
    """
    if multiprocessing.parent_process() is not None:
        return _confined(work, given, progress, limits)
    context: Any = multiprocessing.get_context("fork" if _alone() else "spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_serve, args=(theirs, work, given, limits), name="build")
    process.start()
    theirs.close()
    try:
        answer: Value = _heard(ours, process, progress, limits)
    finally:
        process.kill()
        process.join()
        process.close()
        ours.close()
    return answer


def _alone() -> bool:
    """Says whether a fork tears nothing: it takes no time, where a new interpreter takes a second."""
    return hasattr(os, "fork") and threading.active_count() == 1


def _heard(answers: "Connection[Any, Any]", process: Any, progress: Progress, limits: Limits) -> Any:
    last, section = monotonic(), ""
    while _speaks(answers, process):
        try:
            what, *told = answers.recv()
        except EOFError:
            break
        last = monotonic()
        if what == "done":
            return told[0]
        if what == "failed":
            raise _again(*told)
        section = _in_hand(section, what, *told)
        if what == "progress":
            progress(*told)
    raise _ended(monotonic() - last > limits.seconds * NEARLY, limits, section)


def _in_hand(before: str, what: str, told: str, *_rest: object) -> str:
    """Gives the title of the section that is laid out after a message; another stage than that has none in hand."""
    if what == "section":
        return told
    return before if told == LAYOUT else ""


def _ended(silent: bool, limits: Limits, section: str) -> RenderFault:
    """Says why a build has ended without an answer, and over which section if it had one in hand."""
    why = (
        _("said nothing for {seconds:g} seconds", seconds=limits.seconds)
        if silent
        else _("came to a sudden end, perhaps for want of memory")
    )
    if section:
        words = _(
            "The build {why}, over section “{title}”: shorten or divide it. The folder is as it was.",
            why=why,
            title=section,
        )
    else:
        words = _("The build {why}; the folder is as it was. Shorten or divide the longest section.", why=why)
    return RenderFault(words)


def _speaks(answers: "Connection[Any, Any]", process: Any) -> bool:
    """Waits for the next message; says no where the process has ended, though one of its own may hold the pipe open."""
    while not answers.poll(OFTEN):
        if not process.is_alive():
            return answers.poll()
    return True


def _serve(answers: "Connection[Any, Any]", work: Callable[..., Any], given: tuple[Any, ...], limits: Limits) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears it and ends this process
    parent = multiprocessing.parent_process()

    def progress(*step: Any) -> None:
        if parent is None or not parent.is_alive():
            raise SystemExit(1)
        answers.send(("progress", *step))

    try:
        with watch.sections(lambda _id, title: answers.send(("section", title))):
            done = _confined(work, given, progress, limits)
        answers.send(("done", done))
    except BrieferError as error:
        answers.send(_failed(error))
    except Exception as error:
        error.add_note(traceback.format_exc())  # a traceback does not travel
        answers.send(_failed(error))


def _confined(work: Callable[..., Value], given: tuple[Any, ...], progress: Progress, limits: Limits) -> Value:
    """Does the work within the limits, which this process keeps."""
    fonts.use_bundled()
    fonts.load()  # it may start programs to find the libraries
    confine(limits)
    with timed(limits) as alive:

        def told(stage: str, done: int, total: int | None) -> None:
            alive()
            progress(stage, done, total)

        try:
            return work(*given, progress=told)
        except MemoryError:
            words = _("The build needs more memory than it may take; shorten or divide its sections.")
            raise RenderFault(words) from None


def _failed(error: Exception) -> tuple[Any, ...]:
    return "failed", type(error), error.args, error.__dict__


def _again(kind: type[Exception], args: tuple[Any, ...], state: dict[str, Any]) -> Exception:
    """Gives an error as it was; its own `__init__` may want other words than the sentence that it made of them."""
    error: Exception = kind.__new__(kind, *args)
    error.__dict__.update(state)
    return error
