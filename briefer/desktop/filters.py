"""What narrows a search of the library, as chips that go with one click."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QComboBox, QDateEdit, QDialog, QMenu, QWidget

from briefer.desktop.parts import button, chip, clear, column, form_row, host, named, row, tool
from briefer.model.desk import Asked

KINDS = ("Person", "Organization", "Company", "PublicBody", "Vessel", "Airplane")
REGIMES = ("US", "EU", "UK", "UN", "CH", "CA", "AU", "UA")


@dataclass(frozen=True, slots=True)
class Filter:
    """One field of `Asked` with the chip that says what it is set to."""

    field: str
    title: str
    says: Callable[[Any], str]


FILTERS = (
    Filter("listed", "Still listed", lambda value: "Still listed" if value else "No longer listed"),
    Filter("kind", "Kind", str),
    Filter("regime", "Regime", str),
    Filter("programme", "Programme", str),
    Filter("country", "Country", str),
    Filter("listed_from", "Listed since", lambda value: f"Since {value}"),
)
NOTHING = Asked()


class Filters(QWidget):
    """The chips in force and a button that adds one."""

    changed = Signal()

    def __init__(self, tags: Callable[[], tuple[str, ...]]) -> None:
        super().__init__()
        self.asked = NOTHING
        self._tags = tags
        self.chips = row(margin=0, gap=6)
        self.add = tool("plus", "Filter", keys="Ctrl+Shift+K", words=True)
        self.menu = QMenu(self.add)
        self.add.setMenu(self.menu)
        self.add.setPopupMode(self.add.ToolButtonPopupMode.InstantPopup)
        self.add.setProperty("menu", "true")
        for each in FILTERS:
            self.menu.addAction(each.title, partial(self.choose, each))
        self.setLayout(row(host(self.chips), self.add, None, gap=6, margin=(8, 0, 4, 0)))

    def set(self, field: str, value: Any) -> None:
        """Sets a filter, or takes it away with the value that an empty question has."""
        changed: dict[str, Any] = {field: value}
        self.asked = replace(self.asked, **changed)
        clear(self.chips)
        for each in FILTERS:
            held = getattr(self.asked, each.field)
            if held != getattr(NOTHING, each.field):
                self.chips.addWidget(chip(each.says(held), partial(self.set, each.field, getattr(NOTHING, each.field))))
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def choose(self, each: Filter) -> None:
        """Asks for the value of a filter."""
        if each.field == "listed":
            self.set("listed", True)
            return
        dialog = Choice(self, each, {"kind": KINDS, "regime": REGIMES, "programme": self._tags()}.get(each.field, ()))
        dialog.accepted.connect(lambda: self.set(each.field, dialog.value()))
        dialog.open()


class Choice(QDialog):
    """Asks for one value: of those that are known, any text, or a day."""

    def __init__(self, parent: QWidget, each: Filter, known: tuple[str, ...]) -> None:
        super().__init__(parent)
        self.setWindowTitle(each.title)
        self.field: QComboBox | QDateEdit
        if each.field == "listed_from":
            self.field = QDateEdit(QDate.currentDate().addYears(-1))
            self.field.setDisplayFormat("yyyy-MM-dd")
            self.field.setCalendarPopup(True)
        else:
            self.field = QComboBox()
            self.field.setEditable(True)
            self.field.addItems(list(known))
            line = self.field.lineEdit()
            if line is not None:
                named(line, each.title)
        go = button("Narrow", self.accept, kind="primary")
        self.setLayout(
            column(form_row(each.title, self.field), row(None, button("Cancel", self.reject), go), margin=24, gap=16)
        )

    def value(self) -> str | date:
        """Gives what was chosen."""
        if isinstance(self.field, QDateEdit):
            return date.fromisoformat(self.field.date().toString("yyyy-MM-dd"))
        return self.field.currentText().strip()
