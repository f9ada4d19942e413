"""What narrows a search of the library, as chips that go with one click or with Delete."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from briefer.desktop import icons
from briefer.desktop.chooser import Chooser, Entry
from briefer.desktop.flow import Flow
from briefer.desktop.parts import chip, column, tool
from briefer.desktop.wording import _, long
from briefer.model.desk import Asked
from briefer.model.law import REGIMES

KINDS = {
    "Person": _("Person"),
    "Organization": _("Organisation"),
    "Company": _("Company"),
    "PublicBody": _("Public body"),
    "Vessel": _("Vessel"),
    "Airplane": _("Aircraft"),
    "Measure": _("Measure, which names nobody"),
}
CLASSES = tuple(icons.CLASSES)
REMOVE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


@dataclass(frozen=True, slots=True)
class Filter:
    """One field of `Asked` with the words that say what it is set to."""

    field: str
    title: str
    says: Callable[[Any], str]


def _class(value: str) -> str:
    return _("Class {letter}").format(letter=value) if value != "unknown" else _("Class not in the rulebook")


FILTERS = (
    Filter("listed", _("Still listed"), lambda value: _("Still listed") if value else _("No longer listed")),
    Filter("in_pack", _("In this pack"), lambda _value: _("In this pack")),
    Filter("kind", _("Kind"), lambda value: KINDS.get(value, value)),
    Filter("klass", _("Class of relief"), _class),
    Filter("regime", _("Regime"), lambda value: _("Listed by {regime}").format(regime=value)),
    Filter("programme", _("Programme"), str),
    Filter("country", _("Country"), str),
    Filter("listed_from", _("Listed since"), lambda value: _("Listed since {day}").format(day=long(value))),
)
BY_FIELD = {each.field: each for each in FILTERS}
NOTHING = Asked()


class Filters(QWidget):
    """The chips in force and a button that adds one."""

    changed = Signal()

    def __init__(
        self, tags: Callable[[], tuple[str, ...]], countries: Callable[[], tuple[tuple[str, str], ...]]
    ) -> None:
        super().__init__()
        self.asked = NOTHING
        self._tags, self._countries = tags, countries
        self.add = tool("plus", _("Filter"), self.choose, keys="Ctrl+Shift+K", words=True)
        self.add.setAccessibleDescription(_("Opens a list of all filters that can be searched"))
        self.menu = Chooser(self.add, _("Which filter?"), _dated)
        self.menu.chosen.connect(lambda pair: self.set(*pair))
        self.chips = Flow(self.add)
        self.setLayout(column(self.chips, margin=(8, 0, 4, 0)))

    def choose(self) -> None:
        """Offers all filters."""
        self.menu.offer(self._entries(), self.add)

    def _entries(self) -> Iterator[Entry]:
        yield Entry(_("Still listed"), ("listed", True))
        yield Entry(_("No longer listed"), ("listed", False))
        yield Entry(_("In this pack"), ("in_pack", True))
        names = dict(self._countries())
        for field, values, words in (
            ("kind", tuple(KINDS), KINDS),
            ("klass", CLASSES, {each: icons.class_words(each, contested=False) for each in CLASSES}),
            ("regime", tuple(REGIMES), {code: f"{name} ({code})" for code, name in REGIMES.items()}),
            ("country", tuple(names), names),
            ("programme", self._tags(), {}),
        ):
            yield from _each(field, values, words)

    def set(self, field: str, value: Any) -> None:
        """Sets a filter, or takes it away with the value that an empty question has."""
        changed: dict[str, Any] = {field: value}
        self.show_asked(replace(self.asked, **changed))
        self.changed.emit()

    def show_asked(self, asked: Asked) -> None:
        """Shows the chips of a question without asking it."""
        self.asked = asked
        made = []
        for each in FILTERS:
            held = getattr(asked, each.field)
            if held != getattr(NOTHING, each.field):
                made.append(self._chip(each, self._words(each, held)))
        self.chips.fill(made)

    def _words(self, each: Filter, value: Any) -> str:
        return dict(self._countries()).get(value, value) if each.field == "country" else each.says(value)

    def _chip(self, each: Filter, words: str) -> QPushButton:
        made = chip(words, partial(self._remove, each.field))
        made.setProperty("field", each.field)
        made.setAccessibleDescription(_("Delete takes it away"))
        made.installEventFilter(self)
        return made

    def _remove(self, field: str) -> None:
        """Takes a filter away; the focus goes to the next chip."""
        fields = [made.property("field") for made in self.chips.parts()]
        at = fields.index(field)
        self.set(field, getattr(NOTHING, field))
        left = self.chips.parts()
        (left[min(at, len(left) - 1)] if left else self.add).setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Delete takes a chip away."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in REMOVE:
            self._remove(watched.property("field"))
            return True
        return super().eventFilter(watched, event)


def _each(field: str, values: Iterable[str], words: dict[str, str]) -> Iterator[Entry]:
    title = BY_FIELD[field].title
    for value in values:
        said = words.get(value, value)
        yield Entry(said if field == "klass" else f"{title}: {said}", (field, value))


def _dated(typed: str) -> Iterator[Entry]:
    """Makes a filter of a day that is typed."""
    from briefer.service import entry  # it reads dates with what costs a start too much

    found, exact = entry.precision(typed)
    if found is not None and exact in ("day", "month", "year"):
        first = found.earliest or date.min
        yield Entry(_("Listed since {day}").format(day=long(first)), ("listed_from", first))
