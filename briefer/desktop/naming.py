"""The dialog that asks for one name."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from briefer.desktop.dialogs import Dialog
from briefer.desktop.parts import button, column, form_row
from briefer.desktop.wording import _


class NameDialog(Dialog):
    """A line and the answer, which waits until something is typed."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        answer: str,
        does: Callable[[str], object],
        name: str = "",
        about: str = "",
        label: str = "",
    ) -> None:
        self.does = does
        self.line = QLineEdit(name)
        self.line.setMaxLength(200)
        self.go = button(answer, self.take, kind="primary")
        body = column(form_row(label or _("Title"), self.line, about), None, margin=(24, 4, 24, 12))
        super().__init__(parent, title, body, (None, button(_("Cancel"), self.reject), self.go), (480, 210))
        self.line.textChanged.connect(self._say)
        self._say()
        self.line.selectAll()
        self.line.setFocus()

    def _say(self) -> None:
        self.go.setEnabled(bool(self.line.text().strip()))

    def take(self) -> None:
        """Closes and hands the name on."""
        if name := self.line.text().strip():
            self.accept()
            self.does(name)
