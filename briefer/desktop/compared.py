"""Scenarios side by side: what each covers, frees, leaves and when, and who spoke for and against, a column each."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem

from briefer.desktop import facts
from briefer.desktop.parts import heads, named
from briefer.desktop.tranche import KINDS, day, kinds
from briefer.desktop.wording import _, ngettext, short
from briefer.model.options import Count, Cover, Elsewhere
from briefer.model.pack import Tranche
from briefer.model.policy import Position
from briefer.model.relief import Remains
from briefer.model.views import Chosen, Pick

HEADS, NARROWEST = 176, 210
"""Pixels of the names of the rows, and the least of a scenario."""
PADDING = 5
"""Pixels over and under the words of a cell; twice as many stand beside them."""
NAMED = 6
"""So many are named; the rest is counted."""
NONE = "–"
OWNERS, LAPSED = "owners", "lapsed?"
"""Bases of what stays, as in Remains."""
WAYS = {
    "owned": _("frozen through owners"),
    "bound": _("not listed, bound by a measure"),
    "lapsed": _("stated end passed, renewal not known"),
}
Held = Mapping[str, Sequence[Remains]]
"""What stays elsewhere, by the id of the pick."""
HELD = {
    "licensed": lambda count: ngettext("{count} stays listed, licensed", "{count} stay listed, licensed", count),
    "other tag": lambda count: ngettext("{count} keeps another tag", "{count} keep another tag", count),
    "not reached": lambda count: ngettext("{count} is not reached", "{count} are not reached", count),
}


def _names(found: Iterable[str]) -> str:
    every = tuple(dict.fromkeys(found))
    shown, more = ", ".join(every[:NAMED]), len(every) - NAMED
    if more > 0:
        return ngettext("{names} and {count} more", "{names} and {count} more", more).format(names=shown)
    return shown or NONE


def _counts(found: Iterable[Count], none: str) -> str:
    return " · ".join(f"{each.name or none}\N{NO-BREAK SPACE}{len(each.ids)}" for each in found) or NONE


def _companies(found: Sequence[tuple[str, str]]) -> str:
    return f"{len(found)}: {_names(name for _id, name in found)}" if found else NONE


def _said(found: Iterable[Position]) -> str:
    return _names(each.holder for each in found)


def _days(_tranche: Tranche, option: Chosen, _remains: Held) -> str:
    return "\n".join(f"{day(each)}: {len(each.ids)}" for each in option.cover.earliest) or NONE


def _stays(_tranche: Tranche, option: Chosen, _remains: Held) -> str:
    cover = option.cover
    why = Counter(each.why for each in cover.stays)
    lines = [HELD[name](count) for name, count in why.items() if name in HELD]
    outside = len(cover.outside)
    if outside:
        lines.append(ngettext("{count} pick is not covered", "{count} picks are not covered", outside))
    return "\n".join(lines) or NONE


def _how(cover: Cover, where: Elsewhere, id: str, remains: Sequence[Remains]) -> str:
    """Says how another regime holds a pick, empty where it is listed there and in force."""
    here = [each for each in remains if each.regime == where.regime]
    sure = any(id in each.ids for each in cover.by_regime if each.name == where.regime)
    known = [each for each in here if each.basis not in (OWNERS, LAPSED)]
    if sure or any(not each.measure for each in known):
        return ""
    if any(each.basis == OWNERS for each in here):
        return "owned"
    return "bound" if known else "lapsed"


def _regime(cover: Cover, where: Elsewhere, remains: Held) -> str:
    """Counts the picks that another regime holds, and says of which of them it is not plain."""
    total = len(where.ids)
    ways = Counter(_how(cover, where, id, remains.get(id, ())) for id in where.ids)
    said = [WAYS[way] if count == total else f"{count}: {WAYS[way]}" for way, count in ways.items() if way]
    return f"{where.regime}\N{NO-BREAK SPACE}{total}" + (f" ({'; '.join(said)})" if said else "")


def _force(_tranche: Tranche, option: Chosen, remains: Held) -> str:
    """Counts by regime, at home and abroad; abroad in the words of what stays there."""
    cover = option.cover
    abroad = {each.regime: _regime(cover, each, remains) for each in cover.elsewhere}
    counted = {each.name: f"{each.name}\N{NO-BREAK SPACE}{len(each.ids)}" for each in cover.by_regime}
    return " · ".join((counted | abroad).values()) or NONE


def _abroad(_tranche: Tranche, option: Chosen, remains: Held) -> str:
    def said(each: Elsewhere) -> str:
        when = facts.day(each.about) or (short(each.until) if each.until else "")
        until = _(", next end {day}").format(day=when) if when else ""
        return f"{_regime(option.cover, each, remains)}{until}"

    return "\n".join(map(said, option.cover.elsewhere)) or NONE


ROWS: tuple[tuple[str, Callable[[Tranche, Chosen, Held], str]], ...] = (
    (_("What it does"), lambda tranche, _option, _remains: KINDS.get(tranche.kind, tranche.kind)),
    (_("Picks covered"), lambda _tranche, option, _remains: str(len(option.cover.entries))),
    (_("By class"), lambda _tranche, option, _remains: _counts(option.cover.by_class, _("none"))),
    (_("By kind"), lambda _tranche, option, _remains: kinds(option) or NONE),
    (_("In force with"), _force),
    (_("No longer blocked"), lambda _tranche, option, _remains: _companies(option.freed)),
    (_("Still blocked"), lambda _tranche, option, _remains: _companies(option.stay)),
    (_("Cannot be told"), lambda _tranche, option, _remains: _companies(option.open)),
    (_("Earliest"), _days),
    (_("Stays at home"), _stays),
    (_("Stays elsewhere"), _abroad),
    (_("Against"), lambda _tranche, option, _remains: _said(option.cover.against)),
    (_("In favour"), lambda _tranche, option, _remains: _said(option.cover.favour)),
    (_("Not stated yet"), lambda _tranche, option, _remains: "\n".join(option.cover.gaps) or NONE),
)


class Compared(QTableWidget):
    """A row a question, a column a scenario."""

    def __init__(self) -> None:
        super().__init__(len(ROWS), 0)
        named(self, _("Scenarios side by side"), _("One column a scenario; it follows the ticks"))
        self.setObjectName("compared")
        self.setVerticalHeaderLabels([title for title, _says in ROWS])
        self.setProperty("flat", "true")
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QTableWidget.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QTableWidget.ScrollMode.ScrollPerPixel)
        self.setMinimumHeight(120)
        side, across = self.verticalHeader(), self.horizontalHeader()
        named(side, _("What is compared"))
        named(across, _("Scenarios"))
        side.setFixedWidth(HEADS)
        heads(side, across, upright=Qt.AlignmentFlag.AlignTop)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        side.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def show_options(self, tranches: Sequence[Tranche], options: Sequence[Chosen], picks: Sequence[Pick] = ()) -> None:
        """Shows what each scenario comes to; only what has changed is written anew."""
        pairs = tuple(zip(tranches, options, strict=False))
        remains = {each.id: each.relief.remains for each in picks}
        self.setColumnCount(len(pairs))
        self.setHorizontalHeaderLabels([f"{at}. {tranche.title}" for at, (tranche, _option) in enumerate(pairs, 1)])
        for row, (_title, says) in enumerate(ROWS):
            for column, (tranche, option) in enumerate(pairs):
                self._write(row, column, says(tranche, option, remains))
        self._fit()

    def _write(self, row: int, column: int, said: str) -> None:
        item = self.item(row, column)
        if item is None:
            item = QTableWidgetItem()
            item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            self.setItem(row, column, item)
        if item.text() != said:
            item.setText(said)
            item.setToolTip(said)

    def _fit(self) -> None:
        """Shares the width out, and gives each row the height of its longest words."""
        count = self.columnCount()
        room = self.viewport().width() // count if count else 0
        for column in range(count):
            self.setColumnWidth(column, max(NARROWEST, room))
        for row in range(self.rowCount()):
            tall = max((self._tall(row, column) for column in range(count)), default=0)
            self.setRowHeight(row, tall + 2 * PADDING)

    def _tall(self, row: int, column: int) -> int:
        """Gives the height of the words of a cell; Qt's own sum leaves the padding of the sheet out of the width."""
        item = self.item(row, column)
        wide = self.columnWidth(column) - 4 * PADDING - 4
        room = QRect(0, 0, wide, 10_000)
        return self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, item.text() if item else "").height()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Fits the columns to the room that there is."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:  # noqa: N802
        """A table that is as happy with half of the view."""
        return QSize(600, 320)
