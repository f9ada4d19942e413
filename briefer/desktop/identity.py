"""Whether two records are one: their features side by side, and a decision with its reason that can be taken back."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget
from shiboken6 import isValid

from briefer.desktop.dialogs import Dialog
from briefer.desktop.parts import button, clear, column, drawing, host, named, row, rule, scrolled, text
from briefer.desktop.wording import _, ngettext
from briefer.desktop.work import Work
from briefer.model.answers import Feature, Sameness

SAYS = {
    "same": ("good", "good", _("Same")),
    "alike": ("note", "accent", _("Close")),
    "differs": ("warning", "warning", _("Differs")),
    "unknown": ("minus", "muted", _("Only one says")),
}
FEATURES = {
    "name": _("Name"),
    "passport": _("Passport"),
    "birth": _("Born"),
    "country": _("Country"),
    "kind": _("Kind"),
    "number": _("Number"),
}
DECIDED = {"yes": _("Decided: the same."), "no": _("Decided: different."), "": _("Nobody has decided.")}


def told(pair: Sameness) -> str:
    """Says how many features speak for and against."""
    counts = {says: sum(each.says == says for each in pair.features) for says in SAYS}
    said = (
        ngettext("{count} feature is the same", "{count} features are the same", counts["same"]),
        ngettext("{count} is close", "{count} are close", counts["alike"]),
        ngettext("{count} differs", "{count} differ", counts["differs"]),
    )
    return _("{told}.").format(told=", ".join(said))


class IdentityDialog(Dialog):
    """Goes through the pairs one by one; no answer is proposed, so that the window does not lean."""

    decided = Signal()

    def __init__(self, parent: QWidget, work: Work, pairs: tuple[Sameness, ...], at: int, person: bool) -> None:
        self.work, self.pairs, self.at = work, list(pairs), at
        self.score, self.told = text("", bold=True), text("", wrap=240)
        self.place = text("", "muted")
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(16)
        self.grid.setVerticalSpacing(6)
        self.table = host(self.grid)
        self.why = named(QLineEdit(), _("Reason"), _("It is kept, and printed with the decision"))
        self.why.setPlaceholderText(_("Reason (needed for “Same” and “Different”)"))
        self.by = named(QLineEdit(), _("Your name"), _("Decisions carry it; it is asked for once"))
        self.by.setPlaceholderText(_("Your name, which the decision carries"))
        self.note = text("", "muted", 0.95, wrap=240)
        self.later = button(_("Decide later"), self.next)
        self.back = button(_("Take back"), partial(self.decide, "undo"), icon="undo")
        self.other = button(
            _("Different people") if person else _("Different"), partial(self.decide, "no"), icon="close"
        )
        self.same = button(_("Same person") if person else _("Same"), partial(self.decide, "yes"), icon="check")
        head = row(drawing("swap"), self.score, (self.told, 1), self.place)
        body = column(
            host(head), (scrolled(self.table, _("Features side by side")), 1), self.why, self.by, self.note,
            margin=(24, 0, 24, 12), gap=10,
        )  # fmt: skip
        title = _("Is this the same person?") if person else _("Is this the same?")
        super().__init__(parent, title, body, (self.later, None, self.back, self.other, self.same), (900, 600))
        self.by.setVisible(not work.settings.by)
        self.show_pair()

    @property
    def pair(self) -> Sameness:
        """The pair that is shown."""
        return self.pairs[self.at]

    def show_pair(self) -> None:
        """Shows the features of one pair."""
        pair = self.pair
        self.score.setText(_("{score} of 100").format(score=pair.score))
        self.told.setText(told(pair))
        self.place.setText(_("{at} of {all}").format(at=self.at + 1, all=len(self.pairs)))
        clear(self.grid)
        for column_at, words in ((1, f"{pair.a_caption}\n{pair.a}"), (2, f"{pair.b_caption}\n{pair.b}")):
            self.grid.addWidget(text(words, bold=True, wrap=140), 0, column_at)
        self.grid.addWidget(text(_("What it says"), "muted", bold=True), 0, 3)
        for number, each in enumerate(pair.features, 1):
            self._feature(2 * number, each)
        self.grid.setColumnStretch(1, 3)
        self.grid.setColumnStretch(2, 3)
        self.grid.setColumnStretch(3, 2)
        self.grid.setRowStretch(2 * len(pair.features) + 2, 1)
        self.why.setText(pair.why)
        self._say()

    def _feature(self, at: int, each: Feature) -> None:
        icon, ink, words = SAYS.get(each.says, SAYS["unknown"])
        self.grid.addWidget(rule(), at - 1, 0, 1, 4)
        self.grid.addWidget(text(FEATURES.get(each.name, each.name), "muted", wrap=90), at, 0)
        for column_at, values in ((1, each.a), (2, each.b)):
            shown = text("; ".join(values) or "–", wrap=140)
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.grid.addWidget(shown, at, column_at)
        points = _("{points} points").format(points=f"{each.points:+d}".replace("-", "−")) if each.points else ""
        said = host(
            column(text(words, bold=each.says != "unknown"), *([text(points, "muted", 0.9)] if points else []), gap=0)
        )
        self.grid.addWidget(host(row(drawing(icon, ink, 16), (said, 1), gap=8)), at, 3)

    def _say(self) -> None:
        pair = self.pair
        open_ = not pair.decision
        for made, shown in ((self.back, not open_), (self.other, open_), (self.same, open_)):
            made.setVisible(shown)
        self.why.setReadOnly(not open_)
        by = _("By {by}, {day}.").format(by=pair.by, day=pair.at[:10]) if pair.by and not open_ else ""
        kept = _("Both records stay as published; a decision can be taken back at any time.")
        self.note.setText(" ".join(filter(None, (DECIDED[pair.decision], by, *pair.warnings, kept))))

    def decide(self, decision: str) -> None:
        """Records a decision; without a reason it asks for one."""
        why, by = self.why.text().strip(), self.work.settings.by or self.by.text().strip()
        for line, given, words in (
            (
                self.why,
                why or decision == "undo",
                _("Say why in a few words; the decision is printed with its reason."),
            ),
            (self.by, by, _("Say who decides; the decision carries the name.")),
        ):
            if not given:
                self.note.setText(words)
                line.show()
                line.setFocus()
                return
        if not self.work.settings.by:
            self.work.set(by=by)
            self.by.hide()
        pair, desk = self.pair, self.work.desk
        self.work.tasks.run(lambda: desk.decide(pair.a, pair.b, decision, by, why), self._taken)

    def _taken(self, made: Sameness) -> None:
        if not isValid(self):  # it was closed meanwhile
            return
        open_ = made.decision == "undo"
        for number, each in enumerate(self.pairs):
            if (each.a, each.b) == (made.a, made.b):
                self.pairs[number] = replace(made, decision="", by="", why="") if open_ else made
        self.decided.emit()
        words = {
            "yes": _("Decided: the same."),
            "no": _("Decided: different."),
            "undo": _("The decision is taken back."),
        }
        self.work.said.emit(words[made.decision])
        if open_ or self.at + 1 >= len(self.pairs):
            self.show_pair()
        else:
            self.next()

    def next(self) -> None:
        """Goes to the next pair, or closes after the last."""
        if self.at + 1 < len(self.pairs):
            self.at += 1
            self.show_pair()
        else:
            self.accept()
