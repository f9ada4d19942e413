"""The dialog of a long verb: its stage, how far it is where that is known, and Cancel."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QProgressBar, QWidget

from briefer.desktop.apart import Apart
from briefer.desktop.dialogs import Dialog
from briefer.desktop.parts import button, column, named, text
from briefer.desktop.wording import _

AFTER = 400
"""Milliseconds before it appears: what is done sooner needs no dialog."""
STAGES = {
    "check": _("Checking what was found"),
    "assemble": _("Arranging the sections"),
    "annex": _("Writing the workbook"),
    "render": _("Laying out the pages"),
    "layout": _("Laying out the pages"),
    "write": _("Writing the PDF"),
    "hand-off": _("Putting the files in place"),
}
UNCOUNTED = ("render", "layout")
"""Stages that count what the user does not: some pages are laid out more than once until their numbers settle."""


class Progress(Dialog):
    """Follows one child; closed, it calls `failed` or `done`, the latter also with words on what was not done."""

    def __init__(
        self, parent: QWidget, title: str, apart: Apart, done: Callable[..., object], failed: Callable[[str], object]
    ) -> None:
        self.stage = text(_("Starting…"), bold=True)
        self.bar = named(QProgressBar(), title)
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        note = text(_("Nothing is replaced until all files are whole."), "muted", 0.95)
        body = column(self.bar, 8, self.stage, None, margin=(24, 4, 24, 8))
        super().__init__(parent, title, body, (note, None, button(_("Cancel"), self.reject)), (520, 220))
        self.apart, self._done, self._failed = apart, done, failed
        apart.progress.connect(self._show)
        apart.done.connect(self._finish)
        apart.partly.connect(self._finish)
        apart.failed.connect(self._fail)
        self._timer = QTimer(self, singleShot=True, interval=AFTER)
        self._timer.timeout.connect(self.open)
        self._timer.start()
        apart.start()

    def _show(self, stage: str, done: int, total: int | None) -> None:
        words = STAGES.get(stage, stage.capitalize())
        counted = done and stage not in UNCOUNTED
        much = _("{stage}: {done} of {total}") if total else _("{stage}: {done}") if counted else "{stage}"
        self.stage.setText(much.format(stage=words, done=f"{done:,}", total=f"{total or 0:,}"))
        self.bar.setAccessibleDescription(self.stage.text())
        self.bar.setRange(0, total or 0)
        self.bar.setValue(done)

    def _finish(self, answer: Any, *words: str) -> None:
        self._shut()
        self._done(answer, *words)

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
