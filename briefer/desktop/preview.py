"""The window's end of the child that lays pages out: wishes go there, findings and pages come back as signals."""

import multiprocessing
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

from briefer.model.brief import Dossier
from briefer.model.desk import Arranged, Checked, Current, Fault, LaidOut, Twin
from briefer.model.pack import Pack
from briefer.service.child import lay_out
from briefer.service.wish import Wish


class Preview(QObject):
    """Keeps one child process; a child that dies is started anew with the next wish, which then carries the facts."""

    checked = Signal(object)
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
        self._sent: Dossier | None = None
        self.state = 0
        self._told.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def show(self, pack: Pack, dossier: Dossier, *, first: str = "") -> None:
        """Asks for the findings on a state and for its pages, the section `first` before the others."""
        self.state += 1
        if self._process is None:
            self._start()
        facts = dossier if dossier is not self._sent else None
        self._sent = dossier
        wish = Wish(state=self.state, pack=pack, dossier=facts, first=first)
        if self._pipe is not None:
            self._post.submit(self._send, self._pipe, wish)

    def warm(self) -> None:
        """Starts the child before anybody asks, so that its imports are done by then."""
        if self._process is None:
            self._start()

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=lay_out, args=(theirs,), daemon=True, name="pages")
        # Starting a process takes a while, too: on the thread that posts, and so before the first wish.
        self._post.submit(self._begin, self._process, theirs)
        self._sent = None
        threading.Thread(target=self._listen, args=(self._pipe,), daemon=True, name="pages").start()

    @staticmethod
    def _begin(process: BaseProcess, theirs: Connection) -> None:
        process.start()
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
            self._process = self._pipe = self._sent = None
            words = "The pages stopped. The next change starts them again; what you wrote is kept."
            self.fault.emit(Fault(state=self.state, section="", message=words))
            return
        signals = {
            Checked: self.checked,
            Arranged: self.arranged,
            LaidOut: self.laid_out,
            Twin: self.twin,
            Fault: self.fault,
            Current: self.current,
        }
        if told.state == self.state or isinstance(told, LaidOut | Twin):
            signals[type(told)].emit(told)

    def close(self) -> None:
        """Ends the child at once."""
        process, pipe = self._process, self._pipe
        self._process = self._pipe = None
        self._post.shutdown(cancel_futures=True)
        if process is not None and process.pid is not None:
            process.kill()
            process.join()
        if pipe is not None:
            pipe.close()
