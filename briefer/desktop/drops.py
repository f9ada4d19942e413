"""Files dragged onto the window: a pack is opened, anything else is taken for lists to import."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, QTimer
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent

if TYPE_CHECKING:
    from briefer.desktop.window import Window

PACK = ".brief"


def dropped(held: QMimeData) -> tuple[Path, ...]:
    """Gives the files that are dragged, those of this computer alone."""
    return tuple(Path(url.toLocalFile()) for url in held.urls() if url.isLocalFile())


class Drops(QObject):
    """Watches the window; the parts that take other things, such as rows for the pack, come first."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self.window = window
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Takes files, and leaves everything else alone."""
        if isinstance(event, QDropEvent) and not isinstance(event, QDragEnterEvent | QDragMoveEvent):
            paths = dropped(event.mimeData())
            if paths:
                event.acceptProposedAction()
                QTimer.singleShot(0, lambda: self.take(paths))  # the program that drags waits until this returns
            return bool(paths)
        if isinstance(event, QDragEnterEvent | QDragMoveEvent) and dropped(event.mimeData()):
            event.acceptProposedAction()
            return True
        return False

    def take(self, paths: tuple[Path, ...]) -> None:
        """Opens the first pack, or imports the files."""
        packs = [path for path in paths if path.suffix == PACK]
        if packs:
            self.window.open_path(str(packs[0]))
        else:
            self.window.import_paths(list(paths))
