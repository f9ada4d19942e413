"""The window's end of the child that lays pages out: wishes go there, findings and pages come back as signals."""

import atexit
import multiprocessing
import threading
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

from briefer.desktop.wording import _
from briefer.model.brief import Dossier
from briefer.model.desk import Arranged, Checked, Current, Fault, LaidOut, Laying, Twin
from briefer.model.pack import Pack
from briefer.service.child import lay_out
from briefer.service.wish import Wish

UNWRITTEN = _("*Starter text: an export leaves this out until it is written.*")
"""What the pages say, in italics, where a section holds the text of its document type alone."""


class Preview(QObject):
    """Keeps one child process; a child that dies is started anew with the next wish, which then carries the facts."""

    checked = Signal(object)
    laying = Signal(object)
    arranged = Signal(object)
    laid_out = Signal(object)
    twin = Signal(object)
    fault = Signal(object)
    current = Signal(object)
    _told = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._post = ThreadPoolExecutor(max_workers=1, thread_name_prefix="post")
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None
        self._theirs: Connection | None = None
        self._begun: Future[None] = Future()
        self._listener: threading.Thread | None = None
        self._sent: Dossier | None = None
        self._in_hand: Laying | None = None
        self.state = 0
        self._told.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def show(self, pack: Pack, dossier: Dossier, *, first: str = "") -> None:
        """Asks for the findings on a state and for its pages, the section `first` before the others."""
        self.state += 1
        if self._process is None:
            self._start()
        facts = dossier if dossier is not self._sent else None
        self._sent = dossier
        wish = Wish(state=self.state, pack=pack, dossier=facts, first=first, unwritten=UNWRITTEN)
        if self._pipe is not None:
            self._post.submit(self._send, self._pipe, wish)

    def warm(self) -> None:
        """Starts the child before anybody asks, so that its imports are done by then."""
        if self._process is None:
            self._start()

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=lay_out, args=(theirs,), name="pages")
        # Starting a process takes a while, too: on the thread that posts, and so before the first wish.
        self._begun = self._post.submit(self._begin, self._process, theirs)
        self._sent = None
        self._theirs = theirs
        self._listener = threading.Thread(target=self._listen, args=(self._pipe,), daemon=True, name="pages")
        self._listener.start()

    @staticmethod
    def _begin(process: BaseProcess, theirs: Connection) -> None:
        process.start()  # no daemon: laying out may start helpers of its own
        atexit.register(process.kill)
        theirs.close()

    @staticmethod
    def _send(pipe: Connection, wish: Wish) -> None:
        with suppress(OSError):  # the child is gone; the listener says so
            pipe.send(wish)

    def _listen(self, pipe: Connection) -> None:
        with suppress(RuntimeError):  # the window was closed while a message was under way
            try:
                while True:
                    self._told.emit(pipe, pipe.recv())
            except (EOFError, OSError):
                self._told.emit(pipe, None)

    @Slot(object, object)
    def _deliver(self, pipe: Connection, told: Any) -> None:
        if pipe is not self._pipe:
            return
        if told is None:
            fault = _stopped(self.state, self._in_hand)
            self._end()
            self.fault.emit(fault)
            return
        if isinstance(told, Laying):
            self._in_hand = told
            if told.begun:
                return
        elif not isinstance(told, LaidOut) and not (isinstance(told, Arranged) and told.early):
            self._in_hand = None
        signals = {
            Checked: self.checked,
            Laying: self.laying,
            Arranged: self.arranged,
            LaidOut: self.laid_out,
            Twin: self.twin,
            Fault: self.fault,
            Current: self.current,
        }
        if told.state == self.state or isinstance(told, LaidOut | Twin):
            signals[type(told)].emit(told)

    def stop(self) -> None:
        """Ends the child; the next wish starts another."""
        self._end()

    def close(self) -> None:
        """Ends the child at once, and whatever listens to it."""
        self._end()
        self._post.shutdown()

    def _end(self) -> None:
        """Kills the child and waits for the thread that listens to it.

        A thread that reads a pipe which is closed under it, or tells an object that is gone, ends the whole program.
        """
        process, pipe, theirs, listener = self._process, self._pipe, self._theirs, self._listener
        self._process = self._pipe = self._theirs = self._listener = self._sent = self._in_hand = None
        if process is None or pipe is None or theirs is None or listener is None:
            return
        with suppress(Exception):  # a child that could not be started is told as one that has ended
            self._begun.result()
            atexit.unregister(process.kill)
            process.kill()
            process.join()
        theirs.close()
        listener.join()
        self._post.submit(pipe.close)  # after what is still being posted


def _stopped(state: int, last: Laying | None) -> Fault:
    """Says that the child has ended, and over which section if it had one in hand."""
    if last is None:
        words = _("The pages stopped. The next change starts them again; what you wrote is kept.")
        return Fault(state=state, section="", message=words)
    words = _("The pages stopped over “{title}”: shorten or divide it. What you wrote is kept.")
    return Fault(state=state, section=last.section.id, message=words.format(title=last.section.title))
