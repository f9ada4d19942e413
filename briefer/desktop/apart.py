"""A long verb in a child process, seen from the window: its stages, its answer, and a kill that cancels it."""

import multiprocessing
import threading
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

from briefer.service.verbs import work

STOPPED = "It stopped before it was done; nothing was left half done."


class Apart(QObject):
    """Runs one verb of `service.verbs` once; exactly one of `done`, `failed` and `cancelled` is told."""

    progress = Signal(str, int, object)
    done = Signal(object)
    failed = Signal(str)
    cancelled = Signal()
    _told = Signal(object)

    def __init__(self, parent: QObject | None, library: Path, verb: str, **given: Any) -> None:
        super().__init__(parent)
        context = multiprocessing.get_context("spawn")
        self._mine, theirs = context.Pipe(duplex=False)
        self._process = context.Process(target=work, args=(theirs, library, verb, given), daemon=True, name=verb)
        self._theirs = theirs
        self._over = False
        self._told.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Starts the child."""
        self._process.start()
        self._theirs.close()
        threading.Thread(target=self._listen, args=(self._mine,), daemon=True, name="apart").start()

    def _listen(self, pipe: Connection) -> None:
        with suppress(RuntimeError):  # the window was closed while a message was under way
            try:
                while True:
                    self._told.emit(pipe.recv())
            except (EOFError, OSError):
                self._told.emit(("failed", STOPPED))

    @Slot(object)
    def _deliver(self, told: tuple[Any, ...]) -> None:
        if self._over:
            return
        if told[0] == "progress":
            self.progress.emit(*told[1:])
            return
        self._over = True
        (self.done if told[0] == "done" else self.failed).emit(told[1])

    def cancel(self) -> None:
        """Kills the child; what was there before it stays."""
        if not self._over:
            self._over = True
            self._process.kill()
            self._process.join()
            self.cancelled.emit()
