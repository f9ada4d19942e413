"""Starts the program: the theme, the work, the window; what was left behind by a crash is offered first."""

import os
import sys
import time
from collections.abc import Sequence
from functools import partial
from importlib import import_module
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFileOpenEvent, QFontInfo, QIcon
from PySide6.QtWidgets import QApplication

from briefer import __version__, settings
from briefer.desktop import dress, instance, parts
from briefer.desktop.collector import Collector
from briefer.desktop.window import Window
from briefer.desktop.work import Work
from briefer.files import user_library
from briefer.service import scratch
from briefer.service.desk import Desk
from briefer.settings import Settings
from briefer.shipped import data

SWITCH = 0.001
"""Seconds after which a worker's Python lets the window have its turn."""
SCALE = "QT_SCALE_FACTOR"
MINUTE = 60_000
AHEAD = ("briefer.assemble", "briefer.service.views", "briefer.desktop.analysis")
"""What is imported while nobody waits: at the first analysis view it would stop the window."""


class Application(QApplication):
    """Tells which file the Finder of macOS asks for, which comes as an event and not in the call."""

    asked = Signal(str)

    def event(self, event: QEvent) -> bool:
        """Tells the file."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self.asked.emit(event.file())
            return True
        return super().event(event)


class Program(QObject):
    """Holds the work and the one window, and dresses it."""

    def __init__(self, app: QApplication, library: Path | None = None) -> None:
        super().__init__(app)
        self.app = app
        self.work = Work(Desk(library), self)
        self.collector = Collector(self, lambda: self.work.busy)
        self.work.opened.connect(self.collector.keep)
        self.shown = dress.wanted(app, self.work.settings.theme)
        dress.colour(app, self.shown)
        self.window = Window(self.work)
        dress.finish(app)
        self.window.frame.restore(self.work.settings.frame)
        self.window.frame.fit(self.window.screen().availableSize())
        self.window.theme_asked.connect(self.dress)
        app.styleHints().colorSchemeChanged.connect(lambda _scheme: self.dress(self.work.settings.theme))
        self._saved = time.monotonic()
        self._each_minute = QTimer(self, interval=MINUTE)
        self._each_minute.timeout.connect(self.save)
        self._each_minute.start()

    def dress(self, chosen: str) -> None:
        """Puts everything into a theme, while it runs as well."""
        name = dress.wanted(self.app, chosen)
        if chosen != self.work.settings.theme:
            self.work.set(theme=chosen)
        if name != self.shown:
            self.shown = name
            dress.apply(self.app, name)
            for window in self.app.topLevelWidgets():
                parts.redraw(window)
                if isinstance(window, Window):
                    window.dressed()

    def save(self) -> None:
        """Saves the open pack where the user wants that, and the time for it has come."""
        every, history = self.work.settings.autosave, self.work.history
        due = time.monotonic() - self._saved >= every * MINUTE / 1000
        if every and due and history is not None and history.modified:
            self._saved = time.monotonic()
            self.work.save()

    def begin(self, path: str = "") -> None:
        """Shows the window; opens a pack that was named, and offers work that was left behind."""
        self.window.show()
        QTimer.singleShot(0, self.work.preview.warm)
        for ahead in AHEAD:
            self.work.analysis.run(partial(import_module, ahead), lambda _module: self.collector.keep())
        if path:
            self.window.open_path(path)
        window = self.window
        self.work.disk.run(scratch.sweep)
        self.work.disk.run(self.work.desk.kept, window.offer)


def _library(kept: Settings, named: Path | None) -> Path:
    """Gives the library: that of the call, else of the environment, else of the settings, else the user's own."""
    own = Path(kept.library) if kept.library and not os.environ.get("BRIEFER_LIBRARY") else user_library()
    return named or own


def main(argv: Sequence[str], library: Path | None = None) -> int:
    """Runs the program until its window is closed; `argv` may name a pack. A second start hands its pack over."""
    sys.setswitchinterval(SWITCH)
    kept, path = settings.load(), next(iter(argv), "")
    if kept.scale:
        os.environ.setdefault(SCALE, f"{kept.scale / 100}")
    app = Application([sys.argv[0]])
    app.setApplicationName("Briefer")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("briefer")
    app.setWindowIcon(QIcon(str(data("assets", "desktop", "briefer.svg"))))
    used = _library(kept, library)
    name = instance.address(used)
    if instance.hand_over(name, path):
        return 0
    if not QFontInfo(app.font()).family():
        dress.use_bundled_font(app)
    program = Program(app, used)
    only = instance.Instance(name, program)
    only.asked.connect(program.window.come_forward)
    app.asked.connect(program.window.come_forward, Qt.ConnectionType.QueuedConnection)
    QTimer.singleShot(0, lambda: program.begin(path))
    code = app.exec()
    only.close()
    program.work.shut()
    program.collector.stop()
    return code
