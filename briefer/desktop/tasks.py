"""Calls of the service off the window's thread, and their answers back on it."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

T = TypeVar("T")
Failed = Callable[[BaseException], None]


class Tasks(QObject):
    """One worker thread: calls that touch the library never overlap; an answer that nobody waits for is dropped."""

    busy = Signal(bool)
    failed = Signal(object)
    _answered = Signal(object)

    def __init__(self, parent: QObject | None = None, name: str = "library") -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._waiting = 0
        self._closed = False
        self._newest: dict[str, int] = {}
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], object] = lambda _answer: None,
        failed: Failed | None = None,
        *,
        only: str = "",
    ) -> None:
        """Calls `work` in the background, then `done(answer)` or `failed(error)` here; by default `failed` is emitted.

        Of the calls that carry the same `only` just the newest is worked on and answered, as when somebody types.
        """
        if self._closed:
            return
        self._waiting += 1
        self.busy.emit(True)
        number = self._newest[only] = self._newest.get(only, 0) + 1

        def wanted() -> bool:
            return not only or self._newest[only] == number

        future = self._pool.submit(lambda: work() if wanted() else None)
        future.add_done_callback(lambda answer: self._answered.emit((answer, done, failed, wanted)))

    @Slot(object)
    def _deliver(self, answer: tuple[Future[Any], Callable[[Any], object], Failed | None, Callable[[], bool]]) -> None:
        if self._closed:
            return
        future, done, failed, wanted = answer
        self._waiting -= 1
        self.busy.emit(self._waiting > 0)
        if future.cancelled() or not wanted():
            return
        if error := future.exception():
            (failed or self.failed.emit)(error)
        else:
            done(future.result())

    @property
    def idle(self) -> bool:
        """Whether everything that was asked has been answered."""
        return self._waiting == 0

    def close(self) -> None:
        """Drops what has not started and waits for what has."""
        self._closed = True
        self._pool.shutdown(cancel_futures=True)

    def finish(self) -> None:
        """Waits until everything that was asked is done; what comes of it is no longer told."""
        self._closed = True
        self._pool.shutdown()
