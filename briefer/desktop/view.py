"""What every analysis view is: it asks when it is seen and something has changed, and it can be put into the pack."""

from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QWidget

from briefer.desktop.work import Work

NARROW = 760
"""Pixels below which what stands beside a view stands under it."""


class View(QWidget):
    """One view; `section` is the kind of section that prints it, `said` tells that its state has changed."""

    title: ClassVar[str] = ""
    section: ClassVar[str] = ""
    said = Signal()

    def __init__(self, work: Work) -> None:
        super().__init__()
        self.work = work
        self.body: QSplitter | None = None
        self._stale = self._fresh = True
        work.opened.connect(self._another)
        for signal in (work.opened, work.closed, work.changed, work.gathered):
            signal.connect(self.renew)

    def renew(self) -> None:
        """Asks anew now, or when the view is next seen."""
        self._stale = True
        if self.isVisible():
            self._ask()

    def _another(self) -> None:
        self._fresh = True

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Asks for what has changed meanwhile."""
        super().showEvent(event)
        if self._stale:
            self._ask()

    def _ask(self) -> None:
        self._stale = False
        if self.work.is_open and self.work.dossier is not None:
            if self._fresh:
                self._fresh = False
                self.begin()
            self.ask()

    def begin(self) -> None:
        """Sets days and chips as the pack that was opened has them."""

    def ask(self) -> None:
        """Asks the service for what is shown; only while a pack is open."""

    def redraw(self) -> None:
        """Draws anew what no style sheet reaches, after a change of theme."""

    def put(self) -> None:
        """Puts what is shown into the pack, as one step that can be undone."""

    def is_put(self) -> bool:
        """Whether the pack holds what is shown and prints it."""
        return False

    @property
    def bare(self) -> bool:
        """Whether nothing is shown that one would want to put into the pack."""
        return False

    def first(self) -> QWidget:
        """Gives the part that takes the focus."""
        return self

    def narrowed(self, narrow: bool) -> None:
        """Fits the view to the room that there is."""

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Puts the side under the view where there is no room beside it."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW
        if self.body is not None:
            way = Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
            if self.body.orientation() != way:
                self.body.setOrientation(way)
                self.body.setSizes([3, 2] if narrow else [self.width() - 320, 320])
        self.narrowed(narrow)
