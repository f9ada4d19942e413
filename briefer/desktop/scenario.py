"""The scenario builder: picks ticked into tranches, what each would free, put into the pack as its options."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from briefer.desktop import icons, theme
from briefer.desktop.cells import ClassMark, Lines, Plain
from briefer.desktop.compared import Compared
from briefer.desktop.drawn import Tick
from briefer.desktop.grid import Cell, GridView
from briefer.desktop.named_sets import NamedSets
from briefer.desktop.naming import NameDialog
from briefer.desktop.parts import box, button, column, drop, host, row, scrolled, split, text, tool
from briefer.desktop.reasons import Reasons, acts, stays, tags, who
from briefer.desktop.relief_view import ClassFilters
from briefer.desktop.theme import Tokens
from briefer.desktop.tranche import KINDS, card, day
from briefer.desktop.view import View
from briefer.desktop.wording import _, ngettext
from briefer.desktop.work import Work
from briefer.model.pack import Tranche
from briefer.model.views import Chosen, Pick, Scenario
from briefer.service import putting, views

BEFORE = 3
"""Columns before those of the tranches: the mark, the pick, who acts."""
NONE = "none"
OVER_REASONS, OVER_COLUMNS = (430, 150), (300, 420)
"""Shares of the ticks and of what stands under them."""
BESIDE = 400
"""Pixels of the bar that are not for the classes."""
ROOMY = 1080
"""Pixels below which a row says no more than the pick, its ticks and its day."""


class ScenarioView(View):
    """The picks against the tranches as a draft; the pack's own stay until the draft is put into it."""

    title: ClassVar[str] = _("Scenario")
    section: ClassVar[str] = "options"

    def __init__(self, work: Work) -> None:
        super().__init__(work)
        self.found = Scenario()
        self.draft: tuple[Tranche, ...] = ()
        self._base: tuple[Tranche, ...] | None = None
        self._carded: list[tuple[Tranche, Chosen, Tokens]] = []
        self._build()
        self.table.chosen.connect(lambda _row, _column: self._reasons())
        self.table.digit.connect(self._digit)
        self.table.space.connect(self._space)
        self.table.clicked.connect(self._clicked)
        work.closed.connect(self._close)

    def _build(self) -> None:
        self.filters = ClassFilters(self)
        about = _("The keys 1 to 9 tick the pick into that tranche, 0 takes it out of all, Space ticks the chosen cell")
        self.table = GridView(_("Picks and tranches"), about)
        self.reasons, self.compared, self.under = Reasons(), Compared(), QStackedWidget()
        self.another = drop(tool("plus", _("Another scenario"), words=True), ())
        self.another.menu().aboutToShow.connect(self._offer)
        head = row(text(_("Scenarios side by side"), bold=True), None, self.another, margin=(12, 3, 8, 3))
        for part in (self.reasons, host(column(box(head, "bar"), (self.compared, 1), gap=0))):
            self.under.addWidget(part)
        beside = _("Side by side")
        self.beside = tool("table", beside, lambda: self.compare(on=self.beside.isChecked()), checked=False, words=True)
        self.sets = NamedSets(self.work, lambda: self.draft, self)
        self.sets.taken.connect(self.begin_with)
        self.back = button(_("Back to the pack’s own"), self.restore, kind="link", icon="undo")
        self.nothing = text(_("Pick at least one entity, then it can be ticked into tranches here."), "muted", wrap=200)
        ways = (self.back, self.sets.button, self.beside)
        bar = box(row(self.filters, (self.nothing, 1), None, *ways, margin=(12, 6, 8, 6)), "bar")
        self.cards = column(gap=8)
        self.rest = text("", "muted", 0.95, wrap=200)
        add = button(_("Add a tranche"), self.add, kind="link", icon="plus")
        lines = column(self.cards, self.rest, row(add, None), None, margin=12)
        self.side = scrolled(host(lines), _("Tranches"))
        self.side.setMinimumWidth(240)
        self.left = split(Qt.Orientation.Vertical, OVER_REASONS, self.table, self.under)
        self.left.setStretchFactor(0, 1)
        self.body = split(Qt.Orientation.Horizontal, (720, 320), self.left, self.side)
        self.body.setStretchFactor(0, 1)
        self.setLayout(column(bar, (self.body, 1), gap=0))

    def compare(self, *, on: bool) -> None:
        """Shows the tranches as columns side by side under the ticks, or the reasons and the cards again."""
        self.beside.setChecked(on)
        self.under.setCurrentIndex(int(on))
        self.side.setVisible(not on)
        self.left.setStretchFactor(1, int(on))
        self.left.setSizes(OVER_COLUMNS if on else OVER_REASONS)
        self.redraw()

    def _close(self) -> None:
        self._base, self.draft = None, ()
        self._fill(Scenario())

    def ask(self) -> None:
        """Asks what the draft would do; it begins as the pack's own options, and again where those have changed."""
        own = self.work.pack.tranches
        if own is not self._base:
            self._base, self.draft = own, own
        dossier, draft = self.work.dossier, self.draft
        assert dossier is not None
        self.work.analysis.run(lambda: views.scenario(dossier, draft), self._fill, only="scenario")

    def _fill(self, found: Scenario) -> None:
        self.found = found
        self.filters.count(found.picks)
        self.nothing.setVisible(not found.picks)
        self.redraw()

    def redraw(self) -> None:
        """Draws the rows that the filters let through, and the cards."""
        shown = [each for each in self.found.picks if self.filters.lets(each.relief)]
        options = self.found.options
        numbers = [str(number) for number in range(1, len(options) + 1)]
        heads = ("", _("Pick"), _("Who acts, by which instrument"), *numbers, _("Stays with"), _("Earliest"))
        names = [f"{number}. {each.cover.title}" for number, each in enumerate(options, 1)]
        tips = (_("Class"), heads[1], heads[2], *names, heads[-2], _("The first day on which the law lets it be done"))
        rows = [self._cells(each, options) for each in shown]
        self.table.fill(heads, rows, [each.id for each in shown], tips=tips)
        self.narrowed(self.width() < ROOMY)
        if self.beside.isChecked():
            self.compared.show_options(self.draft, options, self.found.picks)
        else:
            self._cards()
        self._reasons()
        self.back.setVisible(self.draft != (self._base or ()))
        self.said.emit()

    def _cells(self, pick: Pick, options: Sequence[Chosen]) -> tuple[Cell, ...]:
        each = pick.relief
        named = (option for tranche, option in zip(self.draft, options, strict=False) if pick.id in _ids(tranche))
        first = next((found for option in named if (found := option.earliest(pick.id))), None)
        with_, when = stays(each), day(first)
        icon = icons.SCHEMAS.get(pick.schema, "company")
        ticks = (self._tick(pick, tranche, option) for tranche, option in zip(self.draft, options, strict=False))
        return (
            Cell(ClassMark(each.klass, each.contested), icons.class_words(each.klass, each.contested)),
            Cell(Lines(pick.caption, tags(each), icon), f"{pick.caption}, {tags(each)}"),
            Cell(who(each), acts(each)),
            *ticks,
            Cell(Plain(with_ or "–", muted=True), _("Stays with {regimes}").format(regimes=with_ or _("nobody"))),
            Cell(Plain(when, muted=first is None), _("Earliest: {day}").format(day=when)),
        )

    def _tick(self, pick: Pick, tranche: Tranche, option: Chosen) -> Cell:
        ticked = pick.id in _ids(tranche)
        covered = any(entry.id == pick.id for entry in option.cover.entries)
        able = tranche.kind != NONE
        words = (
            _("covered without being named") if covered and not ticked else _("ticked") if ticked else _("not ticked")
        )
        said = f"{pick.caption}, {tranche.title}: {words if able else _('nobody is covered')}"
        return Cell(Tick(ticked, covered, able), said)

    def narrowed(self, narrow: bool) -> None:
        """Leaves columns out where there is little room; their words are in the reasons below."""
        narrow = self.width() < ROOMY
        self.filters.fit(self.width() - BESIDE)
        ticks = [34] * len(self.found.options)
        self.table.fit((40, 0, -1 if narrow else 0, *ticks, -1 if narrow else 96, 100))

    def _cards(self) -> None:
        """Makes the cards that differ from those that are shown; the others stay."""
        pairs = list(zip(self.draft, self.found.options, strict=False))
        for at in range(self.cards.count() - 1, len(pairs) - 1, -1):
            self._drop(at)
        del self._carded[len(pairs) :]
        for number, (tranche, option) in enumerate(pairs, 1):
            wanted = (tranche, option, theme.now())
            if number <= len(self._carded) and self._carded[number - 1] == wanted:
                continue
            verbs = {
                "rename": partial(self.rename, number - 1),
                "vary": partial(self.vary, number - 1),
                "remove": partial(self.remove, number - 1),
                **{kind: partial(self.change, number - 1, kind=kind) for kind in KINDS},
            }
            if number <= len(self._carded):
                self._drop(number - 1)
            self.cards.insertWidget(number - 1, card(number, tranche, option, verbs))
            self._carded[number - 1 : number] = [wanted]
        ticked = {entry.id for option in self.found.options for entry in option.cover.entries}
        left = sum(each.id not in ticked for each in self.found.picks)
        self.rest.setText(ngettext("{count} pick is in no tranche.", "{count} picks are in no tranche.", left))
        self.rest.setVisible(bool(self.found.picks and self.found.options))

    def _drop(self, at: int) -> None:
        item = self.cards.takeAt(at)
        gone = item.widget() if item else None
        if gone is not None:
            gone.hide()
            gone.deleteLater()

    def _reasons(self) -> None:
        id = self.table.id()
        self.reasons.show_pick(next((each for each in self.found.picks if each.id == id), None))

    def _digit(self, number: int) -> None:
        if number:
            self.toggle(number - 1)
            return
        id = self.table.id()
        for at, tranche in enumerate(self.draft):
            if id in _ids(tranche):
                self.toggle(at)

    def _space(self) -> None:
        self._clicked(self.table.currentIndex())

    def _clicked(self, index: QModelIndex) -> None:
        self.toggle(index.column() - BEFORE)

    def toggle(self, at: int) -> None:
        """Ticks the chosen pick into a tranche, or out of it; the cards follow."""
        id = self.table.id()
        if not (id and 0 <= at < len(self.draft)) or self.draft[at].kind == NONE:
            return
        covered = [entry.id for entry in self.found.options[at].cover.entries] if at < len(self.found.options) else []
        self._set(at, putting.named(self.work.pack, self.draft[at], id, covered))

    def _set(self, at: int, tranche: Tranche | None) -> None:
        some = [tranche] if tranche is not None else []
        self.draft = (*self.draft[:at], *some, *self.draft[at + 1 :])
        self.ask()

    def change(self, at: int, **fields: Any) -> None:
        """Sets the kind or the title of a tranche."""
        self._set(at, replace(self.draft[at], **fields))

    def rename(self, at: int) -> None:
        """Asks for a tranche's title."""
        title = _("Rename the tranche")
        NameDialog(self, title, _("Rename"), lambda name: self.change(at, title=name), self.draft[at].title).open()

    def remove(self, at: int) -> None:
        """Takes a tranche out of the draft."""
        self._set(at, None)

    def add(self) -> None:
        """Adds an empty tranche at the end."""
        if self.work.is_open:
            title = _("Tranche {number}").format(number=len(self.draft) + 1)
            self._set(len(self.draft), putting.fresh(self.work.pack, self.draft, title))

    def vary(self, at: int) -> None:
        """Adds a copy of a tranche, to be ticked otherwise and compared with it."""
        title = _("{title}, varied").format(title=self.draft[at].title)
        self._set(len(self.draft), putting.varied(self.draft, at, title))

    def _offer(self) -> None:
        """Offers an empty scenario, and one that begins as each of those there are."""
        menu = self.another.menu()
        menu.clear()
        menu.addAction(_("Add a tranche"), self.add)
        for at, tranche in enumerate(self.draft):
            menu.addAction(_("Vary “{title}”").format(title=tranche.title), partial(self.vary, at))

    def begin_with(self, draft: tuple[Tranche, ...]) -> None:
        """Goes on with other options as the draft."""
        self.draft = draft
        self.ask()

    def restore(self) -> None:
        """Goes back to the pack's own options."""
        self._base = None
        self.ask()

    def first(self) -> QWidget:
        """Gives the table."""
        return self.table

    def put(self) -> None:
        """Makes the draft the pack's options."""
        self.work.edit(_("Put the scenario into the pack"), putting.put_tranches, self.draft, _("Options"))

    def is_put(self) -> bool:
        """Whether the draft is what the pack holds and prints."""
        return self.draft == self.work.pack.tranches and putting.prints(self.work.pack, self.section)


def _ids(tranche: Tranche) -> tuple[str, ...]:
    return (*tranche.entities, *tranche.measures)
