"""Starts the program: the theme, the work, the window; what was left behind by a crash is offered first."""

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication

from briefer import __version__
from briefer.desktop import dress, parts
from briefer.desktop.collector import Collector
from briefer.desktop.window import Window
from briefer.desktop.work import Work
from briefer.service.desk import Desk

SWITCH = 0.001
"""Seconds after which a worker's Python lets the window have its turn."""


class Program(QObject):
    """Holds the work and the one window, and dresses it."""

    def __init__(self, app: QApplication, library: Path | None = None) -> None:
        super().__init__(app)
        self.app = app
        self.collector = Collector(self)
        self.work = Work(Desk(library), self)
        self.shown = ""
        self.dress(self.work.settings.theme)
        self.window = Window(self.work)
        self.window.theme_asked.connect(self.dress)
        app.styleHints().colorSchemeChanged.connect(lambda _scheme: self.dress(self.work.settings.theme))

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

    def begin(self, path: str = "") -> None:
        """Shows the window; opens a pack that was named, and offers work that was left behind."""
        self.window.show()
        QTimer.singleShot(0, self.work.preview.warm)
        if path:
            self.window.open_path(path)
        window = self.window
        self.work.disk.run(self.work.desk.kept, window.offer)


def main(argv: Sequence[str], library: Path | None = None) -> int:
    """Runs the program until its window is closed; `argv` may name a pack."""
    sys.setswitchinterval(SWITCH)
    app = QApplication([sys.argv[0]])
    app.setApplicationName("Briefer")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("briefer")
    if not QFontInfo(app.font()).family():
        dress.use_bundled_font(app)
    program = Program(app, library)
    QTimer.singleShot(0, lambda: program.begin(next(iter(argv), "")))
    code = app.exec()
    program.work.shut()
    program.collector.stop()
    return code
