"""Leaving a form: at once where nothing was entered, asked first where something would be lost."""

from collections.abc import Callable

from briefer.desktop.dialogs import Dialog, said
from briefer.desktop.parts import button
from briefer.desktop.wording import _


def leave(form: Dialog, away: Callable[[], object], *, entered: bool) -> Dialog | None:
    """Goes away from a form; Esc at the question goes on writing."""
    if not entered:
        away()
        return None
    words = _(
        "What was entered here is not stored yet. It is lost when it is discarded, and Undo cannot bring it back."
    )
    keep, gone = button(_("Keep writing"), kind="primary"), button(_("Discard"))
    made = Dialog(form, _("Discard what was entered?"), said(words, "warning"), (None, gone, keep), (520, 200))
    for each in (keep, gone):
        each.clicked.connect(made.accept)
    gone.clicked.connect(lambda _on: away())
    made.open()
    keep.setFocus()
    return made
