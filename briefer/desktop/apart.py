"""A long verb in a child process, seen from the window: its stages, its answer, and a kill that cancels it."""

import atexit
import multiprocessing
import shutil
import threading
from contextlib import suppress
from functools import partial
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

from briefer.desktop.wording import _
from briefer.service import scratch
from briefer.service.verbs import work

STOPPED = _("It stopped before it was done; nothing was left half done.")
STOPPED_OVER = _("It stopped over section “{title}”; nothing was left half done. Shorten or divide the section.")
LAYOUT = "layout"
"""The stage at which pages are laid out, section by section."""


class Apart(QObject):
    """Runs one verb of `service.verbs` once; exactly one of `done`, `partly`, `failed` and `cancelled` is told."""

    progress = Signal(str, int, object)
    done = Signal(object)
    partly = Signal(object, str)
    failed = Signal(str)
    cancelled = Signal()
    _told = Signal(object)

    def __init__(self, parent: QObject | None, library: Path, verb: str, **given: Any) -> None:
        super().__init__(parent)
        context = multiprocessing.get_context("spawn")
        self._mine, theirs = context.Pipe(duplex=False)
        self._room = scratch.room()
        args = (self._room, work, theirs, library, verb, given)
        self._process = context.Process(target=scratch.within, args=args, name=verb)
        self._theirs = theirs
        self._over = False
        self._listener = threading.Thread(target=self._listen, args=(self._mine,), daemon=True, name="apart")
        self._told.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._end = partial(_end, self._process, self._listener, self._mine, self._room)
        self.destroyed.connect(self._end)

    def start(self) -> None:
        """Starts the child."""
        self._process.start()  # no daemon: a verb may start helpers of its own
        atexit.register(self._process.kill)
        self._theirs.close()
        self._listener.start()

    def _listen(self, pipe: Connection) -> None:
        section = ""
        with suppress(RuntimeError):  # the window was closed while a message was under way
            try:
                while True:
                    told = pipe.recv()
                    if told[0] == "section":
                        section = told[1]
                        continue
                    self._told.emit(told)
                    if told[0] != "progress":
                        return
                    section = section if told[1] == LAYOUT else ""
            except (EOFError, OSError):
                self._told.emit(("failed", STOPPED_OVER.format(title=section) if section else STOPPED))

    @Slot(object)
    def _deliver(self, told: tuple[Any, ...]) -> None:
        if self._over:
            return
        if told[0] == "progress":
            self.progress.emit(*told[1:])
            return
        self._over = True
        self._end()
        getattr(self, told[0]).emit(*told[1:])

    def cancel(self) -> None:
        """Kills the child; what was there before it stays."""
        if not self._over:
            self._over = True
            self._end()
            self.cancelled.emit()


def _end(process: BaseProcess, listener: threading.Thread, pipe: Connection, room: Path, *_object: object) -> None:
    """Waits for the child and the thread: one that tells an object which is gone ends the whole program."""
    if listener.ident is not None:
        atexit.unregister(process.kill)
        process.kill()
        process.join()
        listener.join()
    pipe.close()
    shutil.rmtree(room, ignore_errors=True)
