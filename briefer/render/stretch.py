"""Lays a section with a long table out in stretches of pages, and keeps the pages, so that an edited row costs its own.

A page depends on where it begins and on the rows it has looked at. One that begins alike and looks at the same rows is
taken again, wherever it stands now; the others are laid out over a window of rows. The pages are those of the section
laid out in one call.
"""

import hashlib
import re
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from html import unescape
from typing import Any

from briefer.render.conform import swept
from briefer.render.innards import Laid, Numbers, Sheet, lay_out
from briefer.render.rows import AROUND, Cut
from briefer.render.windows import Place, Window

FIRST, MORE = 80, 8
"""Rows of a window where nothing is known yet, and rows beyond those of a page where known pages may follow soon."""
FRAGMENT = re.compile(r"#([^\"'\s<>]+)")
TABLES = 16
"""So many long tables are remembered."""
Keep = Callable[[Any], Any]
Seen = Callable[[int, list[Any]], object]
"""Is shown pages that are ready before those that follow them, and the index of the first."""


def unseen(_index: int, _pages: list[Any]) -> None:
    """Looks at no page before all are there."""


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """A page of a section: where it began, the rows it looked at, and what `Laid` says of it alone.

    `at_end` says that the last row was among them.
    """

    start: Place | None
    looked: tuple[bytes, ...]
    at_end: bool
    end: Place | None
    page: Any
    strings: dict[str, tuple[str, ...]]
    anchors: tuple[str, ...]
    targets: frozenset[str]
    asked: dict[str, int | None]
    tied: bool

    def fits(self, first: int, hashes: list[bytes], numbers: Numbers) -> bool:
        """Says whether the same page follows from these rows, the first of them being `first`."""
        end = first + len(self.looked)
        if tuple(hashes[first:end]) != self.looked or (end == len(hashes)) != self.at_end:
            return False
        return all(page == numbers.pages.get(name) for name, page in self.asked.items())

    def moved(self, first: int, total: int) -> Place | None:
        """Gives where the page ends where it begins with other rows before it."""
        if self.end is None or self.end.row == 0:
            return self.end
        row = self.end.row + first - _first(self.start) if self.end.inside else total
        return Place(self.end.path, row, self.end.inside, self.end.following, self.end.state)


Known = dict[str, list[Entry]]


@dataclass(slots=True)
class Stretches:
    """The pages of sections with long tables: those of the last layout of each, and of the one before."""

    _known: OrderedDict[str, tuple[Known, Known]] = field(default_factory=OrderedDict)
    _new: tuple[str, tuple[Known, Known]] | None = None

    def lay_out(
        self, cut: Cut, sheet: Sheet, numbers: Numbers, keep: Keep, *, opening: bool, seen: Seen = unseen
    ) -> Laid:
        """Lays a section out; `keep` paints a page and gives what stays of it. Unfit where that cannot be in parts.

        `seen` is shown the first pages that are not as they were, where others after them have to be laid out as well.
        """
        around = hashlib.sha256(f"{opening}\0{cut.before}\0{cut.after}".encode()).hexdigest()
        self._new = None
        recent, older = self._known.get(around, ({}, {}))
        run = _Run(cut, sheet, numbers, keep, opening, recent, older)
        entries = run.whole(seen)
        self._new = around, (_by_key(entries), recent)
        return _joined(entries)

    def remember(self) -> None:
        """Takes the pages of the last layout for known: nothing was found to be wrong with them."""
        if self._new is None:
            return
        around, known = self._new
        self._new = None
        self._known[around] = known
        self._known.move_to_end(around)
        while len(self._known) > TABLES:
            self._known.popitem(last=False)


class _Run:
    """One layout of a section from first page to last."""

    def __init__(
        self, cut: Cut, sheet: Sheet, numbers: Numbers, keep: Keep, opening: bool, recent: Known, older: Known
    ) -> None:
        self.cut, self.sheet, self.numbers, self.keep, self.opening = cut, sheet, numbers, keep, opening
        self.known = (recent, older)
        self.hashes = [hashlib.sha256(row.encode()).digest()[:16] for row in cut.rows]
        self.used: set[int] = set()
        self.windows = 0

    def whole(self, seen: Seen = unseen) -> list[Entry]:
        """Gives the pages in order."""
        found: list[Entry] = []
        start, more = None, True
        while more:
            entry = self.taken(start)
            made = [entry] if entry else self.made(start)
            found += made
            self.used.update(id(one.page) for one in found[-1:])
            start = entry.moved(_first(start), len(self.hashes)) if entry else found[-1].end
            more = start is not None
            if not entry and more and self.windows == 1 and any(self.known) and self.fresh(made, start):
                seen(len(found) - len(made), [one.page for one in made])
        return found

    def fresh(self, made: list[Entry], end: Place | None) -> bool:
        """Says whether pages say no page numbers that may still change, and no known page follows on them."""
        return not any(one.asked for one in made) and self.taken(end) is None

    def taken(self, start: Place | None) -> Entry | None:
        """Gives a known page that begins there, unless it stands in the section already."""
        first = _first(start)
        for known in self.known:
            for entry in known.get(_key(start), ()):
                if id(entry.page) not in self.used and entry.fits(first, self.hashes, self.numbers):
                    return entry
        return None

    def made(self, start: Place | None) -> list[Entry]:
        """Lays pages out from there until a known one follows or a window of rows is used up."""
        longest = max(
            (len(entry.looked) for known in self.known for each in known.values() for entry in each), default=0
        )
        self.windows += 1
        rows = longest * self.windows + MORE if longest else FIRST
        while True:
            begin = start.row if start else 0
            end = min(begin + rows, len(self.hashes))
            entries = self._window(start, end)
            if entries:
                return entries
            rows *= 2

    def _window(self, start: Place | None, end: int) -> list[Entry]:
        kept = self.cut.kept(start.row if start else 0, end)
        window = Window(
            kept=kept,
            total=len(self.hashes),
            end=end,
            body=self.cut.body,
            start=start,
            stop=lambda place: self.taken(place) is not None,
        )
        laid = lay_out(self.cut.html(kept), self.sheet, self.numbers, opening=self.opening, window=window)
        starts = [start, *window.ends]
        pages = [index for index, seen in enumerate(window.seen) if seen <= end]
        entries = [self._entry(laid, index, starts[index], window) for index in pages]
        del laid, window
        swept()
        return entries

    def _entry(self, laid: Laid, index: int, start: Place | None, window: Window) -> Entry:
        page, first, seen = laid.pages[index], _first(start), window.seen[index]
        return Entry(
            start=start,
            looked=tuple(self.hashes[first:seen]),
            at_end=seen == len(self.hashes),
            end=window.ends[index],
            strings=laid.strings[index],
            anchors=tuple(page.anchors),
            targets=frozenset(target for kind, target, *_ in page.links if kind == "internal"),
            asked=self._asked(laid.asked, first, seen),
            tied=laid.tied,
            page=self.keep(page),
        )

    def _asked(self, asked: dict[str, int | None], first: int, end: int) -> dict[str, int | None]:
        """Gives those anchors asked for in a window whose page may be printed on a page that looked at these rows.

        Those of other rows alone are none of its own: it would still ask for them when their rows had changed.
        """
        if not asked:
            return asked
        others = frozenset().union(*self.names[:first], *self.names[end:])
        own = self.around.union(*self.names[first:end])
        return {name: page for name, page in asked.items() if name in own or name not in others}

    @cached_property
    def names(self) -> list[frozenset[str]]:
        """The anchors that each row may lead to or ask for."""
        return [_names(row) for row in self.cut.rows]

    @cached_property
    def around(self) -> frozenset[str]:
        """The same of what stands around the rows."""
        return _names(self.cut.before) | _names(self.cut.after)


def _names(html: str) -> frozenset[str]:
    """Gives what stands after a number sign, as it is written and as it is read."""
    return frozenset(form for name in FRAGMENT.findall(html) for form in (name, unescape(name)))


def _first(start: Place | None) -> int:
    """Gives the first row that shapes a page which begins there."""
    return max(0, start.row - AROUND) if start else 0


def _key(start: Place | None) -> str:
    """Gives what pages that may be the same have in common; the first rows of a table may look unlike the others."""
    return f"{start.key}{min(start.row, AROUND + 1)}" if start else ""


def _by_key(entries: list[Entry]) -> Known:
    known: Known = {}
    for entry in entries:
        known.setdefault(_key(entry.start), []).append(entry)
    return known


def _joined(entries: list[Entry]) -> Laid:
    anchors: dict[str, int] = {}
    for index, entry in enumerate(entries):
        for name in entry.anchors:
            anchors.setdefault(name, index)
    return Laid(
        pages=[entry.page for entry in entries],
        strings=[entry.strings for entry in entries],
        anchors=anchors,
        targets=frozenset().union(*(entry.targets for entry in entries)),
        asked={name: page for entry in entries for name, page in entry.asked.items()},
        counted=None,
        tied=any(entry.tied for entry in entries),
    )
