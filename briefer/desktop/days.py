"""Asks for a day."""

from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QDateEdit, QWidget

from briefer.desktop.dialogs import Dialog
from briefer.desktop.parts import button, column, form_row
from briefer.desktop.wording import _


class DayDialog(Dialog):
    """A day and its calendar."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget, title: str, day: date) -> None:
        self.day = QDateEdit(QDate(day.year, day.month, day.day))
        self.day.setDisplayFormat("yyyy-MM-dd")
        self.day.setCalendarPopup(True)
        body = column(form_row(_("Day"), self.day, _("Year, month and day"), 180), None, margin=(24, 4, 24, 12))
        foot = (None, button(_("Cancel"), self.reject), button(_("Set"), self._set, kind="primary"))
        super().__init__(parent, title, body, foot, (440, 220))
        self.day.setFocus()

    def _set(self) -> None:
        self.accept()
        self.chosen.emit(date.fromisoformat(self.day.date().toString("yyyy-MM-dd")))
