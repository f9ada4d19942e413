"""The real program with a hand on it: each line that comes in is done in the window, and what it gives is told.

`python -m tests.desktop.driven LIBRARY [PACK]`, the lines as Python with `window`, `work`, and what `Hand` names.
"""

import os
import signal
import sys
import traceback
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtWidgets import QDialog, QLabel, QPushButton

from briefer.desktop import app
from briefer.model.desk import Asked
from briefer.service import journal
from briefer.service.verbs import Wish

READ = 65536


def kill(*_given: object) -> None:
    """Ends the program as kill -9 does."""
    os.kill(os.getpid(), signal.SIGKILL)


def kill_all(*_given: object) -> None:
    """Ends its children with it, as a computer without memory or power does."""
    os.killpg(0, signal.SIGKILL)


class Hand(QObject):
    """Does what standard input says, between two events of the program."""

    def __init__(self, program: app.Program) -> None:
        super().__init__(program)
        self._rest = b""
        window, work = program.window, program.work

        def dialog(kind: str) -> Any:
            return next((each for each in window.children() if type(each).__name__ == kind), None)

        def press(kind: str, words: str) -> None:
            next(each for each in dialog(kind).findChildren(QPushButton) if each.text() == words).click()

        def pick() -> list[str]:
            ids = [id for id in work.desk.find(Asked()).ids if id not in work.pack.entities and "measure-" not in id]
            work.pick("entities", ids[:2])
            return ids[:2]

        def shown() -> list[str]:
            dialogs = [each for each in window.children() if isinstance(each, QDialog) and each.isVisible()]
            return [label.text() for each in dialogs for label in each.findChildren(QLabel)]

        own = {"shown": shown, "window": window, "work": work, "Path": Path, "Wish": Wish, "journal": journal, "os": os}
        self._names: dict[str, Any] = {
            **own,
            "dialog": dialog,
            "press": press,
            "pick": pick,
            "kill": kill,
            "kill_all": kill_all,
        }
        self._notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)
        self._tell("ready")

    def _read(self) -> None:
        came = os.read(sys.stdin.fileno(), READ)
        self._notifier.setEnabled(bool(came))
        *lines, self._rest = (self._rest + came).split(b"\n")
        for line in lines:
            self._do(line.decode())

    def _do(self, line: str) -> None:
        try:
            self._tell(repr(eval(line, self._names)))
        except Exception:
            self._tell(traceback.format_exc().replace("\n", "\t"))

    def _tell(self, words: str) -> None:
        os.write(sys.stdout.fileno(), f"{words}\n".encode())


class Driven(app.Program):
    """The program, with a hand on it once it has begun."""

    def begin(self, path: str = "") -> None:
        """Begins, then listens."""
        super().begin(path)
        self.hand = Hand(self)


if __name__ == "__main__":
    app.Program = Driven  # type: ignore[misc]
    sys.exit(app.main(sys.argv[2:], Path(sys.argv[1])))
