"""Where an import goes while the sample is explored: into the user's own library, or into the sample's."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from briefer.desktop.dialogs import Dialog, said
from briefer.desktop.parts import button
from briefer.desktop.wording import _
from briefer.files import user_library


def ask_library(parent: QWidget, sample: Path, does: Callable[[Path], object]) -> Dialog:
    """Asks into which library files go, and does it with that one."""
    words = _(
        "The sample’s library is open, which is there to try things out. What goes into your own library is there at "
        "the next start, too; your own library is then the open one."
    )
    own, other, close = button(_("Your own library"), kind="primary"), button(_("The sample’s")), button(_("Cancel"))
    made = Dialog(parent, _("Into which library?"), said(words, "note"), (None, close, other, own), (560, 220))
    for each in (own, other, close):
        each.clicked.connect(made.accept)
    own.clicked.connect(lambda _on: does(user_library()))
    other.clicked.connect(lambda _on: does(sample))
    made.open()
    return made
