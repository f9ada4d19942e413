"""What changed in the lists since a day: of the pack's picks, or of everybody; each change with its cause."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from typing import ClassVar

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QWidget

from briefer.desktop.cells import Lines, Plain
from briefer.desktop.days import day_field, day_of
from briefer.desktop.flow import Flow
from briefer.desktop.grid import Cell, GridView
from briefer.desktop.parts import box, chip, column, empty, row, text
from briefer.desktop.view import View
from briefer.desktop.wording import _, long, ngettext
from briefer.desktop.work import Work
from briefer.model.views import Change, Since
from briefer.service import putting

WHAT = {"added": ("plus", _("Added")), "removed": ("minus", _("Removed")), "changed": ("swap", _("Changed"))}
CAUSES = {
    "source": _("by the publisher"),
    "reading": _("by a newer reading"),
    "format": _("by the format of the file"),
}
HEADS = (_("What"), _("Who"), _("From – to"), _("Cause"))
BACK = 30
"""Days that are looked back where nothing says how many."""


class ChangesView(View):
    """A day, chips, and a row a change."""

    title: ClassVar[str] = _("Changes")

    def __init__(self, work: Work) -> None:
        super().__init__(work)
        self.found = Since(since=date.min)
        self.day = day_field(_("Changes since"), _("What changed after this day is shown"))
        self.day.dateChanged.connect(lambda _date: self.renew())
        self.own = chip(_("Only this pack"), self.renew, checked=True)
        self.own.setAccessibleDescription(_("Shows the pack’s picks alone; off, everybody on the lists"))
        self.chips = {what: chip(words, self.redraw, checked=True) for what, (_icon, words) in WHAT.items()}
        for what, (_icon, words) in WHAT.items():
            self.chips[what].setAccessibleDescription(_("Shows or hides: {what}").format(what=words))
        self.count = text("", "muted")
        self.notes = text("", "muted", 0.95, wrap=200)
        self.table = GridView(_("Changes in the lists"), _("One row a change, with what it was and what it is"))
        self.nothing = empty("refresh", _("Nothing changed"), _("No list at hand differs from its state on that day."))
        self.flow = Flow()
        self.flow.fill((self.own, *self.chips.values()))
        first = row(text(_("Since"), "muted"), self.day, (self.flow, 1), self.count, gap=8)
        bar = column(first, self.notes, margin=(12, 6, 12, 6), gap=4)
        self.setLayout(column(box(bar, "bar"), (self.table, 1), (self.nothing, 1), gap=0))
        work.library_changed.connect(self.renew)
        work.closed.connect(lambda: self._fill(Since(since=date.min)))

    def begin(self) -> None:
        """Sets days and chips as the pack has them."""
        pack = self.work.pack
        when = pack.settings.since or pack.as_of - timedelta(days=BACK)
        self.day.blockSignals(True)
        self.day.setDate(QDate(when.year, when.month, when.day))
        self.day.blockSignals(False)

    def ask(self) -> None:
        """Asks the library what changed."""
        since = day_of(self.day)
        pack, desk = self.work.pack, self.work.desk
        only = (*pack.entities, *pack.measures) if self.own.isChecked() else ()
        if self.own.isChecked() and not only:
            self._fill(Since(since=since))
            return
        self.work.tasks.run(lambda: desk.changed(since, only), self._fill, only="changed")

    def _fill(self, found: Since) -> None:
        self.found = found
        self.redraw()

    def shown(self) -> tuple[Change, ...]:
        """Gives the changes that the chips let through."""
        return tuple(each for each in self.found.changes if self.chips[each.what].isChecked())

    def redraw(self) -> None:
        """Draws the rows."""
        counts = Counter(each.what for each in self.found.changes)
        for what, made in self.chips.items():
            made.setText(f"{WHAT[what][1]} · {counts[what]:,}")
        self.flow.settle()
        shown = self.shown()
        self.table.fill(HEADS, [tuple(_cells(each)) for each in shown], [f"{n} {c.id}" for n, c in enumerate(shown)])
        self.narrowed(self.width() < 640)
        self.table.setVisible(bool(shown))
        self.nothing.setVisible(not shown)
        self.count.setText(ngettext("{count} change", "{count} changes", len(shown)))
        self.notes.setText(" ".join(self.found.notes))
        self.notes.setVisible(bool(self.found.notes))
        self.said.emit()

    def narrowed(self, narrow: bool) -> None:
        """Leaves the cause out where there is little room; the tip says it."""
        self.table.fit((116, 0, 0, -1 if narrow else 150))

    def first(self) -> QWidget:
        """Gives the day."""
        return self.table if self.table.isVisible() else self.day

    def put(self) -> None:
        """Writes what is shown into a section of its own."""
        title = _("Changes since {day}").format(day=long(self.found.since))
        said = self.found.notes if self.shown() else (_("Nothing changed."), *self.found.notes)
        label = _("Put the changes into the pack")
        self.work.edit(label, putting.put_changes, self.shown(), title, said)

    def is_put(self) -> bool:
        """Whether a section of the pack has the title of these changes."""
        title = _("Changes since {day}").format(day=long(self.found.since))
        return any(each.title == title for each in self.work.pack.sections)


def _cells(each: Change) -> Iterator[Cell]:
    icon, what = WHAT[each.what]
    yield Cell(Plain(what, icon=icon), what)
    yield Cell(Lines(each.caption, f"{each.list} · {each.id}"), f"{each.caption}, {each.list}")
    moved = f"{each.old or '–'} → {each.new or '–'}" if each.what == "changed" else ""
    yield Cell(Lines(each.field, moved), f"{each.field}: {moved}" if moved else what)
    cause = CAUSES.get(each.cause, each.cause)
    yield Cell(Plain(cause, muted=True), cause)
