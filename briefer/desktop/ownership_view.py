"""Who holds whom, before and after picks are taken off the list: two drawings that move together, or a table."""

from functools import partial
from typing import ClassVar

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QComboBox, QMenu, QStackedWidget, QWidget

from briefer.desktop.cells import Lines, Plain
from briefer.desktop.graph import STATUSES, Graph, status
from briefer.desktop.grid import Cell, GridView
from briefer.desktop.parts import (
    Part,
    box,
    chip,
    clear,
    column,
    drawing,
    empty,
    host,
    named,
    row,
    rule,
    scrolled,
    split,
    text,
    tool,
)
from briefer.desktop.view import View
from briefer.desktop.wording import _, long
from briefer.desktop.work import Work
from briefer.model.ownership_figure import Box
from briefer.model.views import Holdings, Outcome
from briefer.service import putting, views

RULES = (("us", _("United States")), ("eu", _("European Union")), ("uk", _("United Kingdom")))
GROUPS = (
    ("freed", "unlock", _("No longer blocked through owners")),
    ("stays", "lock", _("Still blocked")),
    ("open", "warning", _("Cannot be told")),
    ("bare", "note", _("Not blocked before either")),
)
HEADS = (_("Who"), _("Before"), _("After"), _("Why"))


class OwnershipView(View):
    """What taking picks off does under one rule."""

    title: ClassVar[str] = _("Ownership")
    section: ClassVar[str] = "ownership"

    def __init__(self, work: Work) -> None:
        super().__init__(work)
        self.found: Holdings | None = None
        self.delist: tuple[str, ...] = ()
        self.before, self.after = Graph(_("Ownership in force")), Graph(_("Ownership after removal"))
        for one, other in ((self.before, self.after), (self.after, self.before)):
            one.moved.connect(partial(self._together, one, other))
            for line in (one.horizontalScrollBar(), one.verticalScrollBar()):
                line.valueChanged.connect(lambda _value, one=one, other=other: self._together(one, other))
            one.chosen.connect(partial(self._chosen, other))
        self._moving = False
        self.table = GridView(
            _("Ownership as a table"), _("One row an owner or company, with its status before and after")
        )
        self._build()
        work.closed.connect(self._close)

    def _bar(self) -> QWidget:
        self.rules = named(QComboBox(), _("Ownership rule"), _("Whose rule decides what blocked owners block"))
        for name, words in RULES:
            self.rules.addItem(words, name)
        self.rules.currentIndexChanged.connect(lambda _at: self.renew())
        self.rules.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.rules.setMinimumContentsLength(16)
        self.chips = row(gap=4)
        self.more = tool("plus", _("Remove another"), words=True)
        self.menu = QMenu(self.more)
        self.more.setMenu(self.menu)
        self.more.setProperty("menu", "true")
        self.more.setPopupMode(self.more.ToolButtonPopupMode.InstantPopup)
        self.as_table = tool("table", _("Show as table"), self._switch, checked=False)
        zooms = (
            tool("fit", _("Fit"), self.before.fit, keys="0"),
            tool("plus", _("Larger"), lambda: self.before.zoom(1.25), keys="+"),
            tool("minus", _("Smaller"), lambda: self.before.zoom(0.8), keys="-"),
        )
        upper = row(text(_("Rule"), "muted"), self.rules, None, self.as_table, *zooms, margin=(12, 6, 8, 0))
        lower = row(text(_("Removed:"), "muted"), host(self.chips), self.more, None, margin=(12, 0, 8, 6))
        return box(column(upper, lower, gap=2), "bar")

    def _build(self) -> None:
        bar = self._bar()
        self.heads = (text("", bold=True, wrap=80), text("", bold=True, wrap=80))
        for head in self.heads:
            head.installEventFilter(self)
        halves = [
            host(column(host(row((head, 1), margin=(12, 6, 12, 6))), (graph, 1), gap=0))
            for head, graph in zip(self.heads, (self.before, self.after), strict=True)
        ]
        self.halves = split(Qt.Orientation.Horizontal, (500, 500), *halves)
        self.nothing = empty(
            "graph", _("Nothing hangs on the picks"), _("No pick that is listed holds a company on record.")
        )
        self.stack = QStackedWidget()
        for each in (self.halves, self.table, self.nothing):
            self.stack.addWidget(each)
        self.words = column(margin=16, gap=6)
        side = scrolled(host(self.words), _("What changes"))
        side.setMinimumWidth(220)
        self.body = split(Qt.Orientation.Horizontal, (720, 300), host(column((self.stack, 1), _key(), gap=0)), side)
        self.body.setStretchFactor(0, 1)
        self.setLayout(column(bar, (self.body, 1), gap=0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Makes both heads as high as the higher one wants to be, so that the drawings stand level."""
        if watched in self.heads and event.type() == QEvent.Type.Resize:
            self._level()
        return False

    def _level(self) -> None:
        tall = max(0, *(each.heightForWidth(each.width()) for each in self.heads))
        for each in self.heads:
            if each.minimumHeight() != tall:
                each.setMinimumHeight(tall)

    def _close(self) -> None:
        self.delist, self.found = (), None
        self.redraw()

    def ask(self) -> None:
        """Asks what becomes of the companies; nobody chosen means the pick that reaches most."""
        dossier, delist, rule = self.work.dossier, self.delist, self.rules.currentData()
        assert dossier is not None
        self.work.analysis.run(lambda: views.holdings(dossier, delist, rule), self._fill, only="holdings")

    def _fill(self, found: Holdings) -> None:
        self.found, self.delist = found, found.delisted
        self.redraw()

    def redraw(self) -> None:
        """Draws both halves, the chips, the words and the table."""
        found = self.found
        for graph, after in ((self.before, False), (self.after, True)):
            graph.draw(found.figure if found else None, after=after)
        names = dict(found.owners) if found else {}
        self._chips(names)
        removed = ", ".join(names[id] for id in self.delist if id in names)
        if self.work.is_open:
            self.heads[0].setText(_("In force on {day}").format(day=long(self.work.pack.as_of)))
        self.heads[1].setText(_("If {names} is taken off the list").format(names=removed or "–"))
        self._level()
        self._say()
        self._rows()
        self._show()
        self.said.emit()

    def _show(self) -> None:
        drawn = self.found is not None and bool(self.found.figure.panels)
        self.stack.setCurrentWidget(
            self.nothing if not drawn else self.table if self.as_table.isChecked() else self.halves
        )

    def _switch(self) -> None:
        self._show()
        self.first().setFocus()

    def _chips(self, names: dict[str, str]) -> None:
        clear(self.chips)
        for id in self.delist:
            self.chips.addWidget(chip(names.get(id, id), partial(self.remove, id)))
        self.menu.clear()
        for id, name in names.items():
            if id not in self.delist:
                self.menu.addAction(name.replace("&", "&&"), partial(self.add, id))
        self.more.setEnabled(bool(self.menu.actions()))

    def add(self, id: str) -> None:
        """Takes one more pick off."""
        self.delist = (*self.delist, id)
        self.renew()

    def remove(self, id: str) -> None:
        """Leaves a pick on the list."""
        self.delist = tuple(each for each in self.delist if each != id)
        self.renew()

    def _say(self) -> None:
        clear(self.words)
        parts: list[Part] = [text(_("What changes"), size=1.15, bold=True)]
        outcomes = self.found.outcomes if self.found else ()
        for name, icon, head in GROUPS:
            some = [each for each in outcomes if each.status == name]
            if some:
                title = f"{head} ({len(some)})"
                parts += [8, row(drawing(icon, size=16), (text(title, bold=True, wrap=100), 1), gap=6)]
                parts += [text(f"{each.name}: {each.why}", wrap=160) for each in some]
        if self.found and not outcomes:
            parts.append(text(_("Nobody else is reached through holdings or links on record."), wrap=160))
        if self.found:
            parts += [8, rule(), text(self.found.rule, "muted", wrap=160)]
            parts += [text(note, "muted", wrap=160) for note in self.found.notes]
        self.words.addLayout(column(*parts, None, gap=6))

    def _rows(self) -> None:
        figure = self.found.figure if self.found else None
        pairs: dict[str, tuple[Box, Box]] = {}
        for panel in figure.panels if figure else ():
            for one, other in zip(panel.before.boxes, panel.after.boxes, strict=True):
                pairs.setdefault(one.id, (one, other))
        why = {each.id: each for each in self.found.outcomes} if self.found else {}
        rows = [_cells(*pair, why.get(id)) for id, pair in pairs.items()]
        self.table.fill(HEADS, rows, list(pairs))
        self.table.fit((200, 140, 140, 0))

    def _together(self, one: Graph, other: Graph) -> None:
        if not self._moving:
            self._moving = True
            other.follow(one)
            self._moving = False

    def _chosen(self, other: Graph, id: str) -> None:
        other.choose(id, quietly=True)

    def first(self) -> QWidget:
        """Gives the drawing, or the table in its place."""
        return self.table if self.as_table.isChecked() else self.before

    def put(self) -> None:
        """Prints the section on ownership, which takes each pick for itself."""
        self.work.edit(_("Put ownership into the pack"), putting.show, self.section, _("Who else is freed"))

    def is_put(self) -> bool:
        """Whether the pack prints the section."""
        return putting.prints(self.work.pack, self.section)


def _key() -> QWidget:
    """Says what outlines and lines mean, on two lines, so that nothing is left out where there is little room."""
    pairs = [(drawing(icon, ink, 14), text(words, "muted", 0.92)) for icon, ink, words in STATUSES.values()]
    upper, lower = ([part for pair in some for part in (*pair, 8)] for some in (pairs[:3], pairs[3:]))
    rows = (row(*upper, None, gap=4), row(*lower, text(_("Dashed: no longer blocks"), "muted", 0.92), None, gap=4))
    return box(column(*rows, margin=(12, 4, 12, 4), gap=2), "foot")


def _cells(before: Box, after: Box, outcome: Outcome | None) -> tuple[Cell, ...]:
    name = outcome.name if outcome else " ".join(before.lines)
    cells = [Cell(Lines(name, before.id), name)]
    for each in (before, after):
        icon, ink, words = STATUSES[status(before, each)]
        cells.append(Cell(Plain(words, icon=icon, ink=ink), words))
    why = outcome.why if outcome else ""
    return (*cells, Cell(Plain(why), why))
