"""The dialog of a long verb says what is true of its stage."""

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from briefer.desktop.progress import Progress
from briefer.desktop.window import Window


class Still(QObject):
    """A verb that does nothing but tell what a test has it tell."""

    progress = Signal(str, int, object)
    done = Signal(object)
    partly = Signal(object, str)
    failed = Signal(str)

    def start(self) -> None:
        """Starts nothing."""

    def cancel(self) -> None:
        """Ends nothing."""


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (("layout", 67, None), "Laying out the pages"),
        (("render", 67, None), "Laying out the pages"),
        (("annex", 1200, None), "Writing the workbook: 1,200"),
        (("check", 3, 9), "Checking what was found: 3 of 9"),
    ],
)
def test_layouts_are_not_told_as_pages(
    window: Window, qtbot: QtBot, told: tuple[str, int, int | None], words: str
) -> None:
    verb = Still(window)
    dialog = Progress(window, "Export", verb, lambda *_given: None, lambda _words: None)  # type: ignore[arg-type]
    verb.progress.emit(*told)
    assert dialog.stage.text() == dialog.bar.accessibleDescription() == words
    assert dialog.bar.maximum() == (told[2] or 0)
    dialog.reject()
