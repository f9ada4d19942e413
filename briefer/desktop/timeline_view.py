"""What happened when: the pack's events with listings, renewals and positions beside them, as far as one asks."""

from collections import Counter
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from briefer.desktop import icons
from briefer.desktop.cells import ClassMark, Lines, Plain
from briefer.desktop.drawn import Marks, Stem
from briefer.desktop.flow import Flow
from briefer.desktop.grid import Cell, GridView
from briefer.desktop.parts import box, chip, column, row, text
from briefer.desktop.view import View
from briefer.desktop.wording import _, ngettext, short
from briefer.desktop.work import Work
from briefer.model.timeline import Entry
from briefer.model.views import Happening, History
from briefer.service import putting, views

KINDS = {
    "order": ("source", _("Orders")),
    "statute": ("body", _("Statutes")),
    "listing": ("list", _("Listings")),
    "ally": ("link", _("Of allies")),
    "renewal": ("refresh", _("Renewals")),
    "expiry": ("clock", _("Ends unless renewed")),
    "position": ("position", _("Positions taken")),
}
"""What can stand beside the events, with its icon; the events always stand."""
EVENT = ("note", "")
"""An event of no kind that can be asked for."""
OF_THE_PACK = "event"
"""The form of an entry that is the pack’s own event, or merged into one."""
HEADS = ("", _("When"), _("What happened"), _("Classes today"), _("Source"))
MARKS = 4


class TimelineView(View):
    """The entries in order of time, on an axis that is hollow after the as-of day."""

    title: ClassVar[str] = _("Timeline")
    section: ClassVar[str] = "timeline"

    def __init__(self, work: Work) -> None:
        super().__init__(work)
        self.found = History()
        self.chips = {kind: chip(words, self.renew, checked=False) for kind, (_icon, words) in KINDS.items()}
        self.undated = text("", "muted", 0.95)
        self.nothing = text(_("Nothing dated is on record for these picks yet."), "muted", wrap=200)
        self.table = GridView(_("Timeline"), _("One row an entry, oldest first"))
        self.flow = Flow()
        self.flow.fill(tuple(self.chips.values()))
        bar = row(text(_("Beside the pack’s events"), "muted"), (self.flow, 1), self.undated, margin=(12, 8, 12, 8))
        self.setLayout(column(box(bar, "bar"), self.nothing, (self.table, 1), gap=0))
        work.closed.connect(lambda: self._fill(History()))

    def begin(self) -> None:
        """Sets days and chips as the pack has them."""
        for kind, made in self.chips.items():
            made.setChecked(kind in self.work.pack.settings.timeline)

    def asked(self) -> tuple[str, ...]:
        """Gives the kinds that are asked for beside the events."""
        return tuple(kind for kind, made in self.chips.items() if made.isChecked())

    def ask(self) -> None:
        """Asks for the entries."""
        dossier, pack, kinds = self.work.dossier, self.work.pack, self.asked()
        assert dossier is not None
        self.work.analysis.run(lambda: views.history(dossier, pack, kinds), self._fill, only="history")

    def _fill(self, found: History) -> None:
        self.found = found
        self.redraw()

    def redraw(self) -> None:
        """Draws the rows."""
        every = self.found.happenings
        beside = Counter(each.entry.kind for each in every if each.entry.form != OF_THE_PACK)
        own = Counter(each.entry.kind for each in every if each.entry.form == OF_THE_PACK)
        for kind, made in self.chips.items():
            words = KINDS[kind][1]
            made.setText(f"{words} · {beside[kind]}" if made.isChecked() else words)
            always = ngettext(
                "{count} is an event of the pack and always stands",
                "{count} are events of the pack and always stand",
                own[kind],
            )
            about = _("Shows or hides this kind of entry: {kind}").format(kind=words)
            made.setToolTip(always if own[kind] else "")
            made.setAccessibleDescription(". ".join(filter(None, (about, made.toolTip()))))
        self.flow.settle()
        more = self.found.undated
        self.undated.setText(ngettext("{count} more has no day", "{count} more have no day", more) if more else "")
        day = self.work.as_of
        rows = [
            _cells(each, past=each.entry.when.first <= day, first=at == 0, last=at == len(every) - 1)
            for at, each in enumerate(every)
        ]
        self.table.fill(HEADS, rows, [str(at) for at in range(len(rows))])
        self.nothing.setVisible(not rows)
        self.narrowed(self.width() < 640)
        self.said.emit()

    def narrowed(self, narrow: bool) -> None:
        """Leaves the source out where there is little room; the tip says it."""
        self.table.fit((52, 112, 0, 104, -1 if narrow else max(200, self.width() // 4)))

    def first(self) -> QWidget:
        """Gives the table."""
        return self.table

    def put(self) -> None:
        """Prints the timeline with these kinds of entry."""
        label = _("Put the timeline into the pack")
        self.work.edit(label, putting.put_timeline, self.asked(), _("Timeline"))

    def is_put(self) -> bool:
        """Whether the pack prints this timeline."""
        pack = self.work.pack
        return set(pack.settings.timeline) == set(self.asked()) and putting.prints(pack, self.section)


def _when(entry: Entry) -> str:
    when = entry.when
    if when.precision == "day":
        return short(when.first)
    if when.precision == "range":
        return f"{short(when.first)} – {short(when.last)}"
    words = when.text or str(when.first.year)
    return _("about {day}").format(day=words) if when.precision == "about" else words


def _cells(each: Happening, *, past: bool, first: bool, last: bool) -> tuple[Cell, ...]:
    entry = each.entry
    icon, kind = KINDS.get(entry.kind, EVENT)
    day, names, source = _when(entry), ", ".join(each.names), "; ".join(dict.fromkeys(each.sources))
    until = _("until {day}").format(day=short(entry.until)) if entry.until else ""
    own = _("Event of the pack") if entry.form == OF_THE_PACK else ""
    kind = " · ".join(filter(None, (own, kind)))
    second = " · ".join(filter(None, (kind, entry.regime, until, names)))
    marks = tuple(ClassMark(one.letter, one.contested) for one in entry.classes[:MARKS])
    classes = "; ".join(icons.class_words(one.letter, one.contested) for one in entry.classes)
    told = kind if past else _("{kind}, still to come").format(kind=kind)
    return (
        Cell(Stem(icon, past, first, last), told),
        Cell(Plain(day, bold=past), day),
        Cell(Lines(entry.title, second), f"{entry.title}. {second}"),
        Cell(Marks(marks), classes or _("No class rests on it")),
        Cell(Plain(source, muted=True), source or _("No source is recorded.")),
    )
