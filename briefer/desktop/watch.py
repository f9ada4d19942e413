"""Watches one file for what others do to it."""

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

REST = 400
"""Milliseconds after a change before anybody looks: a file is seldom written in one go."""


class Watch(QObject):
    """Tells that a file has changed; a file that is replaced as a whole is watched on."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = ""
        self._watcher = QFileSystemWatcher(self)
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._tell)
        self._watcher.fileChanged.connect(lambda _path: self._rest.start())

    def follow(self, path: str) -> None:
        """Watches this file and no other; none where it is empty."""
        if watched := self._watcher.files():
            self._watcher.removePaths(watched)
        self._path = path
        if path:
            self._watcher.addPath(path)

    def _tell(self) -> None:
        self.follow(self._path)
        if self._path:
            self.changed.emit()
