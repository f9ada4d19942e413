"""The render child: one process per open pack, kept warm, that lays out, paints and writes for the preview.

What the parent asks is answered by messages. A newer brief makes the child drop what it has not yet shown of the older
one; `stop` ends it at once, and the next question starts another.
"""

import gc
import multiprocessing
import queue
import threading
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from time import monotonic
from typing import TYPE_CHECKING, Any

from briefer.model.brief import Brief
from briefer.model.errors import BrieferError, Cancelled
from briefer.render import fonts
from briefer.render.limits import Limits, confine
from briefer.render.values import Attachment, Picture, Rendered, Update

if TYPE_CHECKING:
    from briefer.render.engine import Engine

IDLE = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """A question: show this brief, the pages nearest to `near` first, or write it with these attachments."""

    number: int
    brief: Brief
    near: int = 1
    write: bool = False
    attachments: tuple[Attachment, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A message about question `number`: `what` is progress, pages, picture, written, fault or done.

    Progress names the section that is laid out now, or counts the pages laid out.

    `pages` comes when the layout is known, first perhaps with old page numbers in the contents; `fault` is a sentence,
    after which the last good pages stay.
    """

    number: int
    what: str
    stage: str = ""
    section: str = ""
    done: int = 0
    total: int | None = None
    update: Update | None = None
    picture: Picture | None = None
    rendered: Rendered | None = None
    fault: str = ""


@dataclass(slots=True)
class Child:
    """The parent's end: asks, and takes the answers; not to be shared between threads."""

    limits: Limits = field(default_factory=Limits)
    _process: BaseProcess | None = None
    _questions: Any = None
    _answers: Any = None
    _asked: int = 0
    _open: bool = False
    _heard: float = 0.0

    def show(self, brief: Brief, near: int = 1) -> int:
        """Asks for the pictures of the pages that changed; gives the number that the answers will bear."""
        return self._ask(brief, near=near)

    def write(self, brief: Brief, attachments: tuple[Attachment, ...] = ()) -> int:
        """Asks for the finished PDF."""
        return self._ask(brief, write=True, attachments=attachments)

    def receive(self, timeout: float = 0.0) -> Answer | None:
        """Gives the next answer to the last question, or None if there is none yet.

        A child that is silent for longer than its limit, or that has died, is ended, and the answer is a fault.
        """
        end = monotonic() + timeout
        while self._open and self._answers is not None:
            left = max(0.0, min(end, self._heard + self.limits.seconds) - monotonic())
            try:
                answer = self._answers.recv() if self._answers.poll(left) else None
            except (EOFError, OSError):
                return self._lost("The renderer ended before it was done; a page may need more memory than it has")
            if answer is None and monotonic() - self._heard >= self.limits.seconds:
                return self._lost(f"The renderer said nothing for {self.limits.seconds:g} seconds")
            if answer is None:
                break
            self._heard = monotonic()
            if answer.number == self._asked:
                self._open = answer.what not in {"done", "fault", "written"}
                return answer  # type: ignore[no-any-return]
        return None

    def fileno(self) -> int:
        """Gives the handle to wait on for answers, for an event loop; only while a question is open."""
        number: int = self._answers.fileno()
        return number

    def stop(self) -> None:
        """Ends the child at once, whatever it does; what was shown stays the parent's."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._questions.close()
            self._answers.close()
        self._process = self._questions = self._answers = None
        self._open = False

    def _ask(self, brief: Brief, **more: Any) -> int:
        if self._process is None or not self._process.is_alive():
            self.stop()
            self._start()
        self._asked += 1
        self._open, self._heard = True, monotonic()
        with suppress(BrokenPipeError):  # a child that has just died is noticed by receive()
            self._questions.send(Ask(number=self._asked, brief=replace(brief, sheets=()), **more))
        return self._asked

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        theirs, self._questions = context.Pipe(duplex=False)
        self._answers, answers = context.Pipe(duplex=False)
        self._process = context.Process(target=serve, args=(theirs, answers, self.limits), daemon=True)
        self._process.start()
        theirs.close()
        answers.close()

    def _lost(self, why: str) -> Answer:
        number = self._asked
        self.stop()
        return Answer(number=number, what="fault", fault=f"{why}; the last good pages stay, simplify the last change.")


def serve(questions: "Connection[Any, Any]", answers: "Connection[Any, Any]", limits: Limits) -> None:
    """Answers questions until the parent hangs up: the whole life of a child."""
    fonts.use_bundled()
    fonts.load()
    from briefer.render.engine import Engine

    waiting: queue.SimpleQueue[Ask | None] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(questions, waiting), daemon=True).start()
    confine(limits)
    gc.disable()  # collected when idle: see _next
    worker = Worker(waiting, answers)
    worker.engine = Engine(worker.starting)
    while (ask := _next(waiting)) is not None:
        worker.answer(ask)


def _listen(questions: "Connection[Any, Any]", waiting: "queue.SimpleQueue[Ask | None]") -> None:
    """Takes questions as they come, so that a parent that asks never waits for a child that answers."""
    with suppress(EOFError, OSError):
        while True:
            waiting.put(questions.recv())
    waiting.put(None)


def _next(waiting: "queue.SimpleQueue[Ask | None]") -> Ask | None:
    """Gives the newest question; while none comes, memory is given back once."""
    try:
        ask = waiting.get(timeout=IDLE)
    except queue.Empty:
        gc.unfreeze()
        gc.collect()
        gc.freeze()
        ask = waiting.get()
    while ask is not None and not waiting.empty():
        ask = waiting.get()
    return ask


@dataclass(slots=True)
class Worker:
    """Answers one question after another with one engine, and drops a question when a newer one waits."""

    waiting: "queue.SimpleQueue[Ask | None]"
    answers: Any
    engine: "Engine" = field(init=False)
    shown: set[int] = field(default_factory=set)
    asked: Ask | None = None

    def starting(self, section: str) -> None:
        """Says which section is laid out now."""
        if self.asked is not None:
            self._say(self.asked, "progress", stage="layout", section=section)

    def answer(self, ask: Ask) -> None:
        """Answers a question; every fault becomes a sentence, and the engine keeps its last good state."""
        self.asked = ask
        try:
            (self._write if ask.write else self._show)(ask)
        except Cancelled:
            return
        except BrieferError as error:
            self._say(ask, "fault", fault=str(error))
        except MemoryError:
            self._say(ask, "fault", fault="A page needs more memory than the renderer may take; simplify it.")

    def _show(self, ask: Ask) -> None:
        for lay_out in (self.engine.glance, self.engine.update):
            update = lay_out(ask.brief, self._progress(ask))
            changed = {*update.text, *update.margins}
            self.shown = {number for number in self.shown if number <= update.pages} - changed
            self._say(ask, "pages", update=update)
            self._paint(ask, sorted(update.text, key=lambda number: abs(number - ask.near)))
        pending = set(range(1, update.pages + 1)) - self.shown
        self._paint(ask, sorted(pending, key=lambda number: abs(number - ask.near)))
        self._say(ask, "done")

    def _write(self, ask: Ask) -> None:
        self.engine.update(ask.brief, self._progress(ask))
        self._say(ask, "written", rendered=self.engine.export(ask.attachments, self._progress(ask)))

    def _paint(self, ask: Ask, numbers: Iterable[int]) -> None:
        from briefer.render.picture import pictures

        for picture in pictures(self.engine, numbers):
            self._drop_if_stale()
            self.shown.add(picture.number)
            self._say(ask, "picture", picture=picture)

    def _progress(self, ask: Ask) -> Any:
        def progress(stage: str, done: int, total: int | None) -> None:
            self._drop_if_stale()
            self._say(ask, "progress", stage=stage, done=done, total=total)

        return progress

    def _drop_if_stale(self) -> None:
        if not self.waiting.empty():
            raise Cancelled

    def _say(self, ask: Ask, what: str, **more: Any) -> None:
        self.answers.send(Answer(number=ask.number, what=what, **more))
