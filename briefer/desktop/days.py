"""Days: the field that takes one, and the dialog that asks for one."""

from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QDateEdit, QWidget

from briefer.desktop.dialogs import Dialog
from briefer.desktop.parts import button, column, form_row, named
from briefer.desktop.wording import _


def day_field(name: str = "", about: str = "") -> QDateEdit:
    """Gives a field with a calendar that shows a day as tables do: 21 Mar 2025."""
    made = named(QDateEdit(), name, about)
    made.setDisplayFormat(_("d MMM yyyy"))
    made.setCalendarPopup(True)
    return made


def day_of(field: QDateEdit) -> date:
    """Gives the day that a field holds."""
    held = field.date()
    return date(held.year(), held.month(), held.day())


class DayDialog(Dialog):
    """A day and its calendar."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget, title: str, day: date) -> None:
        self.day = day_field()
        self.day.setDate(QDate(day.year, day.month, day.day))
        body = column(form_row(_("Day"), self.day, _("Day, month and year"), 180), None, margin=(24, 4, 24, 12))
        foot = (None, button(_("Cancel"), self.reject), button(_("Set"), self._set, kind="primary"))
        super().__init__(parent, title, body, foot, (440, 220))
        self.day.setFocus()

    def _set(self) -> None:
        self.accept()
        self.chosen.emit(day_of(self.day))
