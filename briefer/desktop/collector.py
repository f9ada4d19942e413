"""Collects Python's garbage on the window's thread alone: a widget that a worker thread takes away crashes Qt."""

import gc
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

EVERY = 1000
"""Milliseconds between two looks."""
MANY, PATIENCE = 60_000, 10
"""So many young objects are not looked through at once, which would stop the window: they are most likely at work in
another thread and go by themselves. After so many looks they are looked through all the same."""


class Collector(QObject):
    """Switches the automatic collection off while it lives; each look collects the generations that are full.

    While something is under way, as `busy` says, it is put off as well.
    """

    def __init__(self, parent: QObject | None = None, busy: Callable[[], bool] = lambda: False) -> None:
        super().__init__(parent)
        self._busy = busy
        self._limits = gc.get_threshold()
        self._put_off = 0
        gc.disable()
        self.keep()
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def keep(self) -> None:
        """Takes what there is now for lasting, as after imports and the opening of a pack: it is not looked through.

        Looking through it costs tens of milliseconds. What nothing refers to any more still goes by itself.
        """
        gc.freeze()

    def look(self) -> int:
        """Collects the oldest generation that is full; gives how many objects went."""
        counts = gc.get_count()
        if (counts[0] > MANY or self._busy()) and self._put_off < PATIENCE:
            self._put_off += 1
            return 0
        self._put_off = 0
        full = [generation for generation in (2, 1, 0) if counts[generation] > self._limits[generation]]
        return gc.collect(full[0]) if full else 0

    def stop(self) -> None:
        """Goes back to the automatic collection."""
        self._timer.stop()
        gc.enable()
