"""The form of a position, a source or an issue: what is wrong in a field is said under it as one types."""

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QLayout, QWidget
from shiboken6 import isValid

from briefer.desktop import picking, remarks
from briefer.desktop.dialogs import Dialog
from briefer.desktop.fields import Field, PickField
from briefer.desktop.leaving import leave
from briefer.desktop.parts import Part, button, column, host, named, row, rule, scrolled, text
from briefer.desktop.questions import QUESTIONS, Asking, Question, issues, sources
from briefer.desktop.wording import _
from briefer.desktop.work import Work
from briefer.model.desk import Known
from briefer.model.facts import Confidence
from briefer.model.policy import Issue, Position, Source
from briefer.service import entry

TITLES = {
    "positions": (_("New position"), _("Edit the position")),
    "sources": (_("New source"), _("Edit the source")),
    "issues": (_("New issue"), _("Edit the issue")),
}
LEADS = {
    "positions": _("What is recorded now stays in the library; the edited position takes its place."),
    "sources": _("What is recorded now stays in the library as the former state."),
    "issues": _("What is recorded now stays in the library as the former state."),
}
OFFERS = {"issues": ("issue", issues), "sources": ("source", sources)}
NOTHING: Mapping[str, str] = MappingProxyType({})
BEGUN = {"basis": "said", "confidence": str(Confidence.TO_BE_VERIFIED), "kind": "press"}
ROLES = {True: "error", False: "warning"}


class FormDialog(Dialog):
    """One form; `entered` tells the id of what was stored."""

    entered = Signal(str)

    def __init__(
        self,
        parent: QWidget,
        work: Work,
        kind: str,
        known: Known,
        value: Position | Source | Issue | None = None,
        more: Mapping[str, str] = NOTHING,
    ) -> None:
        self.work, self.kind, self.known = work, kind, known
        self._kept = {**(entry.cells_of(value) if value is not None else BEGUN), **more}
        self.former = value.id if value is not None else ""
        self._touched: set[str] = set()
        self._storing = False
        self._own_key = bool(value)
        self.fields: dict[str, Field] = {}
        self.said: dict[str, QLabel] = {}
        self._questions: dict[str, Question] = {}
        body = scrolled(host(column(*self._sections(), None, margin=(24, 0, 24, 12), gap=12)), TITLES[kind][0])
        size = (760, 640) if kind != "issues" else (560, 430)
        super().__init__(parent, TITLES[kind][bool(value)], body, self._foot(), size, LEADS[kind] if value else "")
        self.pick.setVisible(kind != "sources" and work.is_open and not value)
        for label in self.said.values():
            label.setVisible(bool(label.text()))
        self.fill(self._kept)
        self._begun = self._entered()
        if value is not None and "id" in self.fields:
            self.fields["id"].setEnabled(False)
        self._first().setFocus()

    def _foot(self) -> tuple[Part, ...]:
        self.pick = QCheckBox(_("Add to the pack"))
        self.pick.setChecked(self.work.is_open and not self.former)
        self.hint = text("", "error", wrap=120)
        self.keep = button(_("Store"), self.store, kind="primary", tip="Ctrl+Return")
        self.keep.setShortcut("Ctrl+Return")
        return self.pick, (self.hint, 1), button(_("Cancel"), self.reject), self.keep

    def _sections(self) -> list[QLayout]:
        asking = Asking(self.work, self.known, self.enter_new)
        made: list[QLayout] = []
        for number, (title, rows) in enumerate(QUESTIONS[self.kind]):
            if number:
                made.append(column(rule()))
            if title:
                made.append(column(text(title, size=1.15, bold=True)))
            made += (row(*((self._field(each, asking), 1) for each in some), gap=16) for some in rows)
        return made

    def _field(self, question: Question, asking: Asking) -> QWidget:
        field = question.make(asking)
        caption = text(question.label, bold=True)
        caption.setBuddy(field.control())
        named(field.control(), question.label, question.help)
        said = text(question.help, "muted", 0.92, wrap=240)
        self.fields[question.name], self.said[question.name] = field, said
        self._questions[question.name] = question
        field.changed.connect(lambda: self._changed(question.name))
        return host(column(caption, field, said, None, gap=4))

    def _first(self) -> QWidget:
        """The first field that is empty, or the first."""
        empty = (field for field in self.fields.values() if not field.value())
        return next(empty, next(iter(self.fields.values()))).control()

    def fill(self, cells: dict[str, str]) -> None:
        """Shows what is recorded."""
        targets = "; ".join(filter(None, (cells.get("entities", ""), cells.get("measures", ""))))
        for name, field in self.fields.items():
            field.blockSignals(True)
            field.fill(targets if name == "entities" else cells.get(name, ""))
            field.blockSignals(False)
        self._say()

    def cells(self) -> dict[str, str]:
        """Gives what is entered, as the cells of a table."""
        made = self._kept | {name: field.value().strip() for name, field in self.fields.items()}
        if self.former:
            made["former"] = self.former
        if self.kind == "positions":
            ids = [each for each in made["entities"].split("; ") if each]
            groups = picking.grouped(ids, "")
            made |= {name: "; ".join(groups.get(name, ())) for name in ("entities", "measures")}
        return made

    def _changed(self, name: str) -> None:
        self._touched.add(name)
        if name == "id":
            self._own_key = bool(self.fields["id"].value())
        elif "id" in self.fields and not self._own_key:
            self._propose()
        if name == "holder":
            self._capacity()
        self._say()

    def _propose(self) -> None:
        """Proposes a key made of what is entered, until one is typed."""
        taken = [each.id for each in getattr(self.known, self.kind)]
        cells = self.cells() | {"id": ""}
        field = self.fields["id"]
        field.blockSignals(True)
        field.fill(entry.key_for(self.kind, cells, taken) if cells.get("title") or cells.get("publisher") else "")
        field.blockSignals(False)

    def _capacity(self) -> None:
        """Fills in the capacity that a holder had last, where none is typed."""
        last = dict(self.known.holders).get(self.fields["holder"].value().strip(), "")
        if last and "capacity" not in self._touched:
            self.fields["capacity"].blockSignals(True)
            self.fields["capacity"].fill(last)
            self.fields["capacity"].blockSignals(False)

    def _say(self, *, everything: bool = False) -> bool:
        """Says under each field what is to be said of it; gives whether all can be stored."""
        found = entry.remarks(self.kind, self.cells(), self.known)
        shown = {
            each.field: each for each in reversed(found) if everything or each.field in self._touched or self.former
        }
        shown |= {each.field: each for each in reversed(found) if each.stops and each.field in shown}
        for name, label in self.said.items():
            question, remark = self._questions[name], shown.get(name)
            read = remarks.read_as(self.fields[name].value()) if question.is_date else ""
            words = remarks.sentence(remark) if remark else read or question.help
            role = ROLES[remark.stops] if remark else "muted"
            if label.text() != words or label.property("role") != role:
                label.setText(words)
                label.setVisible(bool(words))
                label.setProperty("role", role)
                label.style().unpolish(label)
                label.style().polish(label)
                self.fields[name].control().setAccessibleDescription(words)
        stops = [each for each in found if each.stops]
        named_ = f"{self._questions[stops[0].field].label}: " if stops else ""
        self.hint.setText("" if not everything or not stops else named_ + remarks.sentence(stops[0]))
        return not stops

    def store(self) -> None:
        """Stores what is entered, or goes to the first field in which something is wrong."""
        self._touched |= set(self.fields)
        if not self._say(everything=True):
            first = next(each for each in entry.remarks(self.kind, self.cells(), self.known) if each.stops)
            self.fields[first.field].control().setFocus()
            return
        desk, kind, cells = self.work.desk, self.kind, self.cells()
        self._busy(True)
        self.work.tasks.run(lambda: desk.enter(kind, (cells,)), self._stored, self._failed)

    def _busy(self, busy: bool) -> None:
        """Stays while something is being stored."""
        self._storing = busy
        self.keep.setEnabled(not busy)

    def _entered(self) -> dict[str, str]:
        return {name: field.value().strip() for name, field in self.fields.items()}

    def reject(self) -> None:
        """Closes, unless something is being stored; what was entered is not lost unasked."""
        if not self._storing:
            leave(self, super().reject, entered=self._entered() != self._begun)

    def _failed(self, error: BaseException) -> None:
        self._busy(False)
        self.work.failed.emit(error)

    def _stored(self, ids: tuple[str, ...]) -> None:
        picked = self.pick.isChecked() and self.pick.isVisible()
        self.accept()
        self.work.library_changed.emit()
        if self.kind == "positions" and self.former:
            picking.swap(self.work, self.kind, self.former, ids[0], self.fields["holder"].value())
        elif picked:
            cells = self.cells()
            picking.add(self.work, ids, group=self.kind, name=cells.get("holder") or cells.get("title", ""))
        self.work.said.emit(_("Stored as {id}.").format(id=ids[0]))
        self.entered.emit(ids[0])

    def enter_new(self, kind: str) -> None:
        """Opens the form of a source or an issue over this one, and takes what is entered there."""
        dialog = FormDialog(self, self.work, kind, self.known)
        dialog.hand_on(partial(self._offer, kind))
        dialog.open()

    def hand_on(self, offer: Callable[[Known, str], object]) -> None:
        """Gives, once something is entered here, what is known then and its id."""
        work = self.work

        def taken(id: str) -> None:
            work.tasks.run(work.desk.known, lambda known: offer(known, id), only="known")

        self.entered.connect(taken)

    def _offer(self, kind: str, known: Known, id: str) -> None:
        if not isValid(self):  # it was closed meanwhile
            return
        self.known = known
        name, options = OFFERS[kind]
        field = self.fields[name]
        assert isinstance(field, PickField)
        field.offer(options(known))
        field.fill(id)
        self._changed(name)
