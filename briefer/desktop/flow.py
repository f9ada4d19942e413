"""Controls that flow over as many lines as they need, the last of them always at the end."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

GAP = 6


class Flow(QWidget):
    """Lays its parts out like words; `last` stays when the others change."""

    def __init__(self, last: QWidget | None = None) -> None:
        super().__init__()
        self._parts: list[QWidget] = []
        self._last = last
        if last is not None:
            last.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def parts(self) -> list[QWidget]:
        """Gives the parts without the last."""
        return list(self._parts)

    def fill(self, parts: Sequence[QWidget]) -> None:
        """Shows other parts; those before are done with."""
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self._parts = list(parts)
        for part in self._parts:
            part.setParent(self)
            part.show()
        every = self._every()
        for before, after in pairwise(every):
            QWidget.setTabOrder(before, after)
        self.settle()

    def _every(self) -> list[QWidget]:
        return [*self._parts, *([self._last] if self._last is not None else [])]

    def _tall(self) -> int:
        """A line is as high as its highest part, and the others stand in the middle of it."""
        return max((part.sizeHint().height() for part in self._every()), default=0)

    def _places(self, width: int) -> list[QRect]:
        x, y = 0, 0
        found, tall = list[QRect](), self._tall()
        for part in self._every():
            size = part.sizeHint()
            wide = min(size.width(), width)
            if x and x + wide > width:
                x, y = 0, y + tall + GAP
            found.append(QRect(x, y + (tall - size.height()) // 2, wide, size.height()))
            x += wide + GAP
        return found

    def settle(self) -> None:
        """Places the parts anew, as after a change of their words."""
        right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for part, place in zip(self._every(), self._places(self.width()), strict=True):
            if right:
                place.moveLeft(self.width() - place.right() - 1)
            part.setGeometry(place)
        self.setFixedHeight(max(1, self.heightForWidth(self.width())))

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """As many lines as are needed."""
        tall = self._tall()
        return max((place.y() - (tall - place.height()) // 2 + tall for place in self._places(width)), default=0)

    def sizeHint(self) -> QSize:  # noqa: N802
        """The parts in one line."""
        wide = sum(part.sizeHint().width() + GAP for part in self._every())
        return QSize(wide, self.heightForWidth(max(wide, 1)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The widest part."""
        return QSize(0, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Lays out anew."""
        super().resizeEvent(event)
        self.settle()
