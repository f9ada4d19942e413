"""One sentence of an article in full: its mark with the reason, who holds what by it, and its loaded words."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from briefer.desktop.fields import ChoiceField, Field, LineField, PickField, TargetsField
from briefer.desktop.parts import column, host, named, row, scrolled, text
from briefer.desktop.questions import STANCE, issues
from briefer.desktop.sentences import LACKS, MARKS, Sentences
from briefer.desktop.wording import _
from briefer.desktop.work import Work
from briefer.model.desk import Known


class ClaimPane(QWidget):
    """Shows one row of the sentences and changes it."""

    marked = Signal(str)
    back = Signal()

    def __init__(self, work: Work, known: Known, model: Sentences, new: Callable[[str], object]) -> None:
        super().__init__()
        self.model, self.at, self._filling = model, -1, False
        self._known = known
        self.words = text("", wrap=200)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.reason, self.flags = text("", "muted", 0.95, wrap=200), text("", "warning", 0.95, wrap=200)
        self.lacks = text("", "muted", 0.95, wrap=200)
        self.buttons = {mark: QRadioButton(f"{words} ({letter})") for mark, (letter, words) in MARKS.items()}
        group = QButtonGroup(self)
        for mark, made in self.buttons.items():
            named(made, MARKS[mark][1], _("Marks the sentence"))
            made.clicked.connect(partial(self.marked.emit, mark))
            group.addButton(made)
        self.holder = LineField(holder for holder, _capacity in known.holders)
        self.capacity = LineField(capacity for _holder, capacity in known.holders)
        self.issue = PickField(_("Issue"), issues(known), partial(new, "issues"), _("That of all"))
        self.stance = ChoiceField(STANCE)
        self.entities = TargetsField(work, ())
        self.form = host(self._form())
        inner = column(
            self.words, row(*self.buttons.values(), None), self.reason, self.flags, self.form, self.lacks, None,
            margin=(8, 8, 8, 8), gap=6,
        )  # fmt: skip
        self.setLayout(column(scrolled(host(inner), _("The chosen sentence"))))
        self.holder.line.returnPressed.connect(self.back)
        self.show_row(-1)

    def _form(self) -> Any:
        def asked(field: Field, label: str, name: str) -> tuple[QWidget, int]:
            caption = text(label, "muted")
            caption.setBuddy(field.control())
            named(field.control(), label)
            field.changed.connect(lambda: self._changed(name, field))
            return host(column(caption, field, gap=2)), 1

        return column(
            row(asked(self.holder, _("Holder"), "holder"), asked(self.capacity, _("Capacity"), "capacity"), gap=12),
            row(asked(self.issue, _("Issue"), "issue"), asked(self.stance, _("Stance"), "stance"), gap=12),
            row(asked(self.entities, _("About"), "entities")),
            gap=6,
        )

    def _changed(self, name: str, field: Field) -> None:
        if self._filling or not 0 <= self.at < len(self.model.rows):
            return
        if name == "holder" and not self.capacity.value():
            self.capacity.fill(dict(self._known.holders).get(field.value().strip(), ""))
        self.model.change(self.at, **{name: field.value()})
        self._say()

    def show_row(self, at: int) -> None:
        """Shows a row, or that none is chosen."""
        self.at = at
        there = 0 <= at < len(self.model.rows)
        for part in (self.form, self.lacks, *self.buttons.values()):
            part.setEnabled(there)
        self.words.setText(self.model.rows[at].sentence.text if there else _("Choose a sentence, and it shows here."))
        if there:
            self._fill(at)
        else:
            for label in (self.reason, self.flags, self.lacks):
                label.setText("")

    def _fill(self, at: int) -> None:
        held = self.model.rows[at]
        self._filling = True
        self.buttons[held.sentence.mark].setChecked(True)
        self.reason.setText(held.sentence.reason)
        flags = (f"“{flag.words}”: {flag.why}" for flag in held.sentence.flags)
        self.flags.setText("; ".join(flags))
        self.flags.setVisible(bool(held.sentence.flags))
        for field, value in (
            (self.holder, held.holder),
            (self.capacity, held.capacity),
            (self.issue, held.issue),
            (self.stance, held.stance),
            (self.entities, held.entities),
        ):
            if field.value() != value:
                field.fill(value)
        self._filling = False
        self._say()

    def _say(self) -> None:
        lacks = ", ".join(LACKS[what] for what in self.model.lacks(self.at))
        wanted = self.model.rows[self.at].wanted
        ready = _("Becomes a position.") if wanted else _("Can become a position; Space takes it in.")
        self.lacks.setText(_("Cannot become a position yet: {lacks}.").format(lacks=lacks) if lacks else ready)

    def offer(self, known: Known) -> None:
        """Offers what is known now."""
        self._known = known
        self.issue.offer(issues(known))
