"""The relief table: each pick with its class, who acts, and what stays with others; filtered by class."""

from collections import Counter
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QWidget

from briefer.desktop import icons
from briefer.desktop.cells import ClassMark, Lines, Plain
from briefer.desktop.grid import Cell, GridView
from briefer.desktop.parts import box, chip, column, named, row, split, text
from briefer.desktop.reasons import Reasons, acts, class_words, stays, tags, who
from briefer.desktop.view import View
from briefer.desktop.wording import _
from briefer.desktop.work import Work
from briefer.model.relief import Relief
from briefer.model.views import Pick, Scenario
from briefer.service import putting, views

HEADS = ("", _("Pick"), _("Who acts, by which instrument"), _("Stays with"))
NONE = "none"
CLASSES = ("A", "B", "C", "D", "unknown", NONE)
SHORT = {
    "A": _("executive alone"),
    "B": _("report to Congress"),
    "C": _("statutory test"),
    "D": _("act of Congress"),
    "unknown": _("Unknown"),
    NONE: _("No class"),
}
MARK = 40
"""Pixels of the column with the mark of the class."""
ROOMY = 780
"""Pixels from which the chips of the classes have words beside the mark."""


class ClassFilters(QWidget):
    """A chip for each class with the number of its picks; the one choice of which rows a table shows."""

    def __init__(self, view: View) -> None:
        super().__init__()
        self.chips = {each: chip(each, view.redraw, checked=True) for each in CLASSES}
        self._counts: Counter[str] = Counter()
        self.setLayout(row(text(_("Class"), "muted"), *self.chips.values(), gap=6))

    def count(self, picks: tuple[Pick, ...]) -> None:
        """Says how many picks there are of each class."""
        counts = self._counts = Counter(each.relief.klass or NONE for each in picks)
        for name, made in self.chips.items():
            words = _("Not in force at home, or of another regime") if name == NONE else icons.class_words(name, False)
            named(made, f"{words}, {counts[name]}", _("Shows or hides the picks of this class")).setToolTip(words)
            made.setVisible(bool(counts[name]))
        self.setVisible(bool(picks))

    def fit(self, width: int) -> None:
        """Draws the marks in the theme in force; words stand beside them where there is room."""
        for name, made in self.chips.items():
            made.setIcon(QIcon() if name == NONE else QIcon(icons.class_pixmap(name, size=16)))
            words = SHORT[name] if width >= ROOMY or name == NONE else ""
            made.setText(" · ".join(filter(None, (words, str(self._counts[name])))))

    def lets(self, each: Relief) -> bool:
        """Whether a pick is shown."""
        return self.chips[each.klass or NONE].isChecked()


class ReliefView(View):
    """The table over the reasons for the chosen pick."""

    title: ClassVar[str] = _("Relief table")
    section: ClassVar[str] = "relief"

    def __init__(self, work: Work) -> None:
        super().__init__(work)
        self.picks: tuple[Pick, ...] = ()
        self.filters = ClassFilters(self)
        self.table = GridView(_("Relief table"), _("One row a pick; the reasons stand below"))
        self.reasons = Reasons()
        self.nothing = text(_("Pick at least one entity, then its routes of relief show here."), "muted", wrap=200)
        bar = box(row(self.filters, (self.nothing, 1), None, margin=(12, 6, 12, 6)), "bar")
        body = split(Qt.Orientation.Vertical, (420, 190), self.table, self.reasons)
        body.setStretchFactor(0, 1)
        self.setLayout(column(bar, (body, 1), gap=0))
        self.table.chosen.connect(lambda _row, _column: self._reasons())
        work.closed.connect(lambda: self._fill(Scenario()))

    def ask(self) -> None:
        """Asks for the class of each pick."""
        dossier = self.work.dossier
        assert dossier is not None
        self.work.analysis.run(lambda: views.scenario(dossier, ()), self._fill, only="relief")

    def _fill(self, found: Scenario) -> None:
        self.picks = found.picks
        self.filters.count(self.picks)
        self.nothing.setVisible(not self.picks)
        self.redraw()

    def redraw(self) -> None:
        """Fills the table with the picks that the filters let through."""
        shown = [each for each in self.picks if self.filters.lets(each.relief)]
        self.table.fill(HEADS, [_cells(each) for each in shown], [each.id for each in shown])
        self.narrowed(self.width() < 560)
        self._reasons()

    def narrowed(self, narrow: bool) -> None:
        """Gives the picks the room they need, the rest to who acts; a narrow view leaves out with whom a pick stays."""
        self.filters.fit(self.width())
        stays = -1 if narrow else 140
        room = self.width() - MARK - max(0, stays)
        self.table.fit((MARK, min(self.table.needed(1), room // 2), 0, stays))

    def _reasons(self) -> None:
        id = self.table.id()
        self.reasons.show_pick(next((each for each in self.picks if each.id == id), None))

    def first(self) -> QWidget:
        """Gives the table."""
        return self.table

    def put(self) -> None:
        """Prints the relief table."""
        self.work.edit(_("Put the relief table into the pack"), putting.show, self.section, _("Routes of relief"))

    def is_put(self) -> bool:
        """Whether the pack prints the relief table."""
        return putting.prints(self.work.pack, self.section)


def _cells(pick: Pick) -> tuple[Cell, ...]:
    each = pick.relief
    words, under, with_ = class_words(each), tags(each), stays(each)
    said = acts(each)
    return (
        Cell(ClassMark(each.klass, each.contested), words),
        Cell(Lines(pick.caption, under, icons.SCHEMAS.get(pick.schema, "company")), f"{pick.caption}, {under}"),
        Cell(who(each), said),
        Cell(
            Plain(with_ or "–", muted=True),
            _("Stays with {regimes}").format(regimes=with_) if with_ else _("Stays with nobody on record"),
        ),
    )
