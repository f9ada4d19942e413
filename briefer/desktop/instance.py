"""One program for each user and library: a second start hands its file to the first and ends."""

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from briefer import settings

WAIT = 500
"""Milliseconds that the first has to answer."""


def address(library: Path) -> str:
    """Gives the name under which the program for a library listens; another folder of settings is another user."""
    told = f"{settings.folder().absolute()}\n{library.absolute()}"
    return f"briefer-{hashlib.sha256(told.encode()).hexdigest()[:16]}"


def hand_over(name: str, path: str) -> bool:
    """Asks a program that listens to open a path, or to come forward where it is empty; False where none listens."""
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(WAIT):
        return False
    words = str(Path(path).absolute()) if path else ""
    socket.write(words.encode() + b"\n")
    handed = socket.waitForBytesWritten(WAIT)
    socket.disconnectFromServer()
    return handed


class Instance(QObject):
    """Listens for later starts; `asked` tells the path that one of them was given."""

    asked = Signal(str)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.server = QLocalServer(self)
        self._open: list[QLocalSocket] = []
        self.server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self.server.newConnection.connect(self._take)
        if not self.server.listen(name):
            QLocalServer.removeServer(name)  # left behind by a program that was killed; nobody answered there
            self.server.listen(name)

    def _take(self) -> None:
        while self.server.hasPendingConnections():
            socket = self.server.nextPendingConnection()
            self._open.append(socket)
            socket.readyRead.connect(self._read)
            socket.disconnected.connect(self._read)
        self._read()

    def _read(self) -> None:
        """Tells what has come in whole, and lets go of those that have said theirs."""
        for socket in tuple(self._open):
            while socket.canReadLine():
                self.asked.emit(bytes(socket.readLine().data()).decode(errors="replace").rstrip("\n"))
            if socket.state() == QLocalSocket.LocalSocketState.UnconnectedState:
                self._open.remove(socket)
                socket.deleteLater()

    def close(self) -> None:
        """Listens no more."""
        for socket in self._open:
            socket.readyRead.disconnect(self._read)
            socket.disconnected.disconnect(self._read)
        self._open.clear()
        self.server.close()
