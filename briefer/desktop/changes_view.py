"""What changed in the lists since a day: of the pack's picks, or of everybody; each change with its cause."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from typing import ClassVar

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QWidget

from briefer.desktop.cells import Lines, Plain
from briefer.desktop.days import day_field, day_of
from briefer.desktop.flow import Flow
from briefer.desktop.grid import Cell, GridView
from briefer.desktop.parts import box, chip, column, drawing, host, row, text
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
        self.head, self.why = text("", size=1.2, bold=True), text("", "muted", wrap=320)
        self.nothing = self._empty()
        self.flow = Flow()
        self.flow.fill((self.own, *self.chips.values()))
        first = row(text(_("Since"), "muted"), self.day, (self.flow, 1), self.count, gap=8)
        bar = column(first, self.notes, margin=(12, 6, 12, 6), gap=4)
        self.setLayout(column(box(bar, "bar"), (self.table, 1), (self.nothing, 1), gap=0))
        work.library_changed.connect(self.renew)
        work.closed.connect(lambda: self._fill(Since(since=date.min)))

    def _empty(self) -> QWidget:
        for each in (self.head, self.why):
            each.setAlignment(Qt.AlignmentFlag.AlignCenter)
        shape = drawing("refresh", "muted", 40)
        lines = (row(None, shape, None), self.head, row(None, (self.why, 3), None))
        return host(column(None, *lines, None, None, margin=16))

    def _nothing(self) -> tuple[str, str]:
        """Says why no row is shown: what was compared is alike, or nothing could be compared."""
        found = self.found
        if found.changes:
            return _("No change of the kinds chosen"), _("The changes that there are are hidden; switch them on above.")
        if found.compared:
            return _("Nothing changed"), _("No list of which two states could be compared differs from that day.")
        head, since = _("Nothing was compared"), long(found.since)
        if self.own.isChecked() and not (self.work.is_open and (self.work.pack.entities or self.work.pack.measures)):
            return head, _("The pack has no picks yet. Switch “Only this pack” off to see everybody.")
        if found.newest is None and not found.notes:
            return head, _("The library holds no list yet.")
        if found.newest is not None and found.newest <= found.since:
            said = _("The newest list at hand is of {day}; there is no later copy to compare it with since {since}.")
            more = _("Choose an earlier day, or import a newer list.")
            return head, f"{said.format(day=long(found.newest), since=since)} {more}"
        return head, _("There is no earlier copy of a list to compare with. Import one of an earlier day.")

    @property
    def bare(self) -> bool:
        """Whether no change is shown."""
        return not self.shown()

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
        head, why = self._nothing()
        self.head.setText(head)
        self.why.setText(why)
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
        head, _why = self._nothing()
        said = self.found.notes if self.shown() else (f"{head}.", *self.found.notes)
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
