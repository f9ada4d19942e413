"""The dialog of a long verb: its stage, how far it is where that is known, and Cancel."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QProgressBar, QWidget

from briefer.desktop.apart import Apart
from briefer.desktop.dialogs import Dialog
from briefer.desktop.parts import button, column, named, text

AFTER = 400
"""Milliseconds before it appears: what is done sooner needs no dialog."""
STAGES = {
    "check": "Checking what was found",
    "assemble": "Arranging the sections",
    "annex": "Writing the workbook",
    "render": "Laying out the pages",
    "layout": "Laying out the pages",
    "write": "Writing the PDF",
    "hand-off": "Putting the files in place",
}


class Progress(Dialog):
    """Follows one child; `failed` and `done` are called after it is closed."""

    def __init__(
        self, parent: QWidget, title: str, apart: Apart, done: Callable[[Any], object], failed: Callable[[str], object]
    ) -> None:
        self.stage = text("Starting…", bold=True)
        self.bar = named(QProgressBar(), title)
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        note = text("Nothing is replaced until all is whole.", "muted", 0.95)
        body = column(self.bar, 8, self.stage, None, margin=(24, 4, 24, 8))
        super().__init__(parent, title, body, (note, None, button("Cancel", self.reject)), (520, 220))
        self.apart, self._done, self._failed = apart, done, failed
        apart.progress.connect(self._show)
        apart.done.connect(self._finish)
        apart.failed.connect(self._fail)
        self._timer = QTimer(self, singleShot=True, interval=AFTER)
        self._timer.timeout.connect(self.open)
        self._timer.start()
        apart.start()

    def _show(self, stage: str, done: int, total: int | None) -> None:
        words = STAGES.get(stage, stage.capitalize())
        much = f": {done:,}" + (f" of {total:,}" if total else "") if done else ""
        self.stage.setText(f"{words}{much}")
        self.bar.setRange(0, total or 0)
        self.bar.setValue(done)

    def _finish(self, answer: Any) -> None:
        self._shut()
        self._done(answer)

    def _fail(self, words: str) -> None:
        self._shut()
        self._failed(words)

    def _shut(self) -> None:
        self._timer.stop()
        self.accept()
        self.deleteLater()

    def reject(self) -> None:
        """Cancels."""
        self.apart.cancel()
        self._timer.stop()
        super().reject()
