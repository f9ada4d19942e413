"""The place of the window and the widths of its columns, kept from one start to the next."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QSplitter, QSplitterHandle

if TYPE_CHECKING:
    from briefer.desktop.window import Window

DEFAULTS = {"library": 384, "outline": 524, "writing": 376, "findings": 192}
"""Pixels: the width of the library and of outline with editor; the heights of the outline and of the findings."""
NARROW_COLUMN = 440
LOW, FEW, FOLDED = 800, 2, 44
"""Pixels of height under which the findings are given less unless the user gave them more; the rows that they then show
under the head of their group; and their head line, which stands alone beside the library in a narrow window."""
PADDING = 6
"""Pixels of a finding over and under its words."""
WIDE = 1440
"""Pixels from which on outline and editor are as wide as they like to be."""


class Frame(QObject):
    """Remembers where the user has put the splitters; a double click on one goes back to the default."""

    def __init__(self, window: "Window", kept: tuple[str, ...]) -> None:
        super().__init__(window)
        self.window = window
        self.sizes = dict(DEFAULTS)
        for line in kept:
            name, _space, value = line.partition(" ")
            if name in DEFAULTS and value.isdecimal():
                self.sizes[name] = int(value)
        self._splits: dict[QSplitter, tuple[str, int]] = {
            window.whole: ("library", 0),
            window.upper: ("outline", 0),
            window.writing: ("writing", 0),
            window.right: ("findings", 1),
        }
        for split in self._splits:
            split.splitterMoved.connect(lambda _at, _handle, split=split: self._moved(split))
            split.handle(1).installEventFilter(self)

    def _moved(self, split: QSplitter) -> None:
        name, at = self._splits[split]
        if not (self.window.narrow and split.orientation() == Qt.Orientation.Horizontal):
            self.sizes[name] = split.sizes()[at]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Goes back to the default at a double click on a splitter."""
        if event.type() == QEvent.Type.MouseButtonDblClick and isinstance(watched, QSplitterHandle):
            name, _at = self._splits[watched.splitter()]
            self.sizes[name] = DEFAULTS[name]
            self.share()
            return True
        return False

    def share(self) -> None:
        """Gives the columns and rows their sizes."""
        window = self.window
        narrow, sizes = window.narrow, self.sizes
        left = NARROW_COLUMN if narrow else sizes["library"]
        outline = sizes["outline"] if window.width() >= WIDE else min(sizes["outline"], NARROW_COLUMN)
        window.whole.setSizes([left, max(1, window.whole.width() - left)])
        rest = window.width() - (left if window.library.isVisible() and not narrow else 0)
        window.upper.setSizes([outline, max(1, rest - outline)])
        tall = min(sizes["writing"], window.writing.height() // 2)  # a low window leaves room to write
        window.writing.setSizes([tall, max(1, window.writing.height() - tall)])
        found = self._found()
        window.right.setSizes([max(1, window.right.height() - found), found])

    @property
    def folded(self) -> bool:
        """Whether the findings have room for their head line alone."""
        return self._found() == FOLDED

    def _found(self) -> int:
        """Gives the height of the findings."""
        window, tall = self.window, self.sizes["findings"]
        if tall != DEFAULTS["findings"] or window.height() >= LOW:
            return tall
        return FOLDED if window.narrow and window.library.isVisible() else self._few()

    def _few(self) -> int:
        """Gives the height at which the findings show a few whole rows."""
        panel = self.window.findings
        tree, layout = panel.tree, panel.layout()
        head = layout.itemAt(0) if layout is not None else None
        bar = head.sizeHint().height() if head is not None else 0
        row = tree.sizeHintForRow(0) if tree.topLevelItemCount() else tree.fontMetrics().height() + PADDING
        return bar + tree.header().sizeHint().height() + (1 + FEW) * row + 2 * tree.frameWidth()

    def restore(self, geometry: str) -> None:
        """Puts the window where it was; on a screen that is no longer there Qt moves it."""
        if geometry:
            self.window.restoreGeometry(QByteArray.fromBase64(geometry.encode("ascii", "replace")))

    def fit(self, room: QSize) -> None:
        """Keeps the window as small as the screen; one that is smaller than the smallest window shows all of it.

        A window as wide or as high as the screen fills it, since the frame that the system adds has no room.
        """
        window = self.window
        window.setMinimumSize(window.minimumSize().boundedTo(room))
        window.resize(window.size().boundedTo(room))
        if window.width() >= room.width() or window.height() >= room.height():
            window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)

    def kept(self) -> dict[str, Any]:
        """Gives what to keep, as fields of the settings."""
        geometry = bytes(self.window.saveGeometry().toBase64().data()).decode("ascii")
        changed = tuple(f"{name} {value}" for name, value in self.sizes.items() if value != DEFAULTS[name])
        return {"frame": geometry, "splits": changed}
