"""Lays slices out until every page number that is printed is the one that is meant."""

from collections import Counter, OrderedDict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from briefer.language import _
from briefer.model.errors import RenderFault
from briefer.render import second, watch
from briefer.render.conform import swept
from briefer.render.faults import answering, naming, refuse
from briefer.render.innards import Edge, Laid, Numbers, Sheet, Texts, lay_out
from briefer.render.page import anchor
from briefer.render.paint import Leaf, Painter
from briefer.render.rows import cut
from briefer.render.slices import Slice
from briefer.render.stretch import Stretches
from briefer.render.windows import Unfit

ROUNDS = 8
SPARE = 120


@dataclass(slots=True)
class Layouts:
    """The layouts of slices by content: those in use, and the last ones used before, up to SPARE pages.

    A slice that prints page numbers of others has one layout with blanks and one for each state of the numbers.
    """

    sheet: Sheet
    painter: Painter = field(default_factory=Painter)
    stretches: Stretches = field(default_factory=Stretches)
    spare: int = SPARE
    made: int = 0
    held: OrderedDict[str, list[Laid]] = field(default_factory=OrderedDict)
    seen: Callable[[Slice, int, list[Any]], object] = lambda *_pages: None

    def blank(self, piece: Slice) -> Laid:
        """Gives the layout of a slice with blanks for the page numbers that it prints: it depends on content alone."""
        return self.held[piece.key][0] if piece.key in self.held else self._lay_out(piece, Numbers())

    def share(self, pieces: Sequence[Slice]) -> None:
        """Lays out with a second process what is not laid out yet, where that pays; the rest is left to `blank`."""
        new = [piece for piece in pieces if piece.key not in self.held]
        if self.sheet.whole or not second.worth_it(sum(len(piece.html) for piece in new)):
            return
        order = second.portions([len(piece.html) for piece in new])
        with second.shared(lambda number: self._portable(new[order[number]]), len(new)) as (mine, theirs):
            for number in mine:
                self.blank(new[order[number]])
            for number, laid in theirs().items():
                if laid is not None and all(page is None or self.painter.knows(page) for page in laid.pages):
                    self.held[new[order[number]].key] = [laid]
                    self.made += 1

    def _portable(self, piece: Slice) -> Laid | None:
        """Gives a layout as another process can take it; of one that prints page numbers only what is known of it."""
        laid = self._lay_out(piece, Numbers())
        if laid.asked or laid.counted:
            laid.give_back()
        return laid if all(page is None or isinstance(page, Leaf) for page in laid.pages) else None

    def settled(self, piece: Slice, numbers: Numbers) -> Laid:
        """Gives the layout of a slice with these page numbers."""
        return self._held(piece, numbers) or self._lay_out(piece, numbers)

    def _held(self, piece: Slice, numbers: Numbers) -> Laid | None:
        return next((laid for laid in self.held.get(piece.key, ()) if laid.settled(numbers)), None)

    def _lay_out(self, piece: Slice, numbers: Numbers) -> Laid:
        if len(piece.sections) == 1:
            watch.begin(piece.sections[0].id, piece.sections[0].title)
        with self.sheet.sound(), naming(piece.place), answering(piece.place):
            laid = self._in_stretches(piece, numbers) or self._whole(piece, numbers)
        self.stretches.remember()
        swept()
        self.made += 1
        self.held.setdefault(piece.key, []).append(laid)
        return laid

    def _whole(self, piece: Slice, numbers: Numbers) -> Laid:
        laid = lay_out(piece.html, self.sheet, numbers, opening=piece.opening)
        if not laid.asked and not laid.counted:
            self._paint(piece, laid)
        return laid

    def _in_stretches(self, piece: Slice, numbers: Numbers) -> Laid | None:
        found = None if self.sheet.whole or self.sheet.serial else cut(piece.html)
        if found is None:
            return None

        def keep(page: Any) -> Any:
            return self.painter.keep(page, piece.place)

        with suppress(Unfit):
            return self.stretches.lay_out(
                found, self.sheet, numbers, keep, opening=piece.opening, seen=partial(self.seen, piece)
            )
        return None

    def paint(self, pieces: tuple[Slice, ...], laid: tuple[Laid, ...]) -> None:
        """Paints the bodies of these layouts that are not painted yet; the others were painted when they were made."""
        for piece, one in zip(pieces, laid, strict=True):
            if one.asked or one.counted:
                try:
                    with self.sheet.sound():
                        self._paint(piece, one)
                except BaseException:
                    del self.held[piece.key]
                    raise

    def _paint(self, piece: Slice, laid: Laid) -> None:
        if not self.sheet.whole:
            laid.pages = [self.painter.keep(page, piece.place) for page in laid.pages]

    def keep(self, used: Mapping[str, Laid]) -> None:
        """Gives back what is no longer used: other states of the numbers at once, other contents beyond SPARE pages."""
        for key, laid in used.items():
            blank = self.held[key][0]
            if laid is not blank:
                blank.give_back()
            self.held[key] = [blank, *([laid] if laid is not blank else [])]
            self.held.move_to_end(key)
        unused = [key for key in self.held if key not in used]
        pages = sum(len(laid.pages) for key in unused for laid in self.held[key])
        for key in unused:
            if pages <= self.spare:
                break
            pages -= sum(len(laid.pages) for laid in self.held.pop(key))


@dataclass(frozen=True, slots=True)
class Placed:
    """A page at its place: the layout and index it comes from, its number, and the named strings on it."""

    laid: Laid
    index: int
    number: int
    total: int
    texts: Texts
    piece: Slice

    @property
    def sheet(self) -> Any:
        """The `weasyprint` page itself."""
        return self.laid.pages[self.index]

    @property
    def edge(self) -> Edge:
        """What its margin boxes show."""
        return (self.number, self.total, self.texts)

    @property
    def anchors(self) -> list[str]:
        """Gives the anchors on it whose first place it is."""
        return [name for name, index in self.laid.anchors.items() if index == self.index]


def settle(pieces: tuple[Slice, ...], layouts: Layouts) -> tuple[Laid, ...]:
    """Gives the layouts of all slices; RenderFault where a link leads nowhere or the numbers never come to rest."""
    laid = tuple(map(layouts.blank, pieces))
    for _round in range(ROUNDS):
        numbers = numbered(laid)
        _check(pieces, laid)
        if all(one.settled(numbers_of) for one, numbers_of in zip(laid, numbers, strict=True)):
            return laid
        laid = tuple(map(layouts.settled, pieces, numbers))
    raise RenderFault(
        _(
            "The page numbers of {place} and what follows do not come to rest in {rounds} rounds; "
            "shorten or lengthen the section that prints them.",
            place=pieces[0].place,
            rounds=ROUNDS,
        )
    )


def numbered(laid: tuple[Laid, ...]) -> tuple[Numbers, ...]:
    """Gives each slice the page numbers that it may print, were these layouts final."""
    pages: dict[str, int] = {}
    firsts = []
    position = 1
    for one in laid:
        firsts.append(position)
        pages |= {name: position + index for name, index in one.anchors.items() if name not in pages}
        position += len(one.pages)
    return tuple(Numbers(pages, first, position - 1) for first in firsts)


def _check(pieces: tuple[Slice, ...], laid: tuple[Laid, ...]) -> None:
    counts = Counter(name for one in laid for name in one.anchors)
    for piece, one in zip(pieces, laid, strict=True):
        _seen(piece, counts)
        complaints = [_("Anchor defined twice: “{name}”", name=name) for name in one.anchors if counts[name] > 1]
        complaints += [_("No anchor “#{name}” to lead to", name=name) for name in sorted(one.targets - counts.keys())]
        complaints += [
            _("No anchor “#{name}” whose page could be printed", name=name)
            for name in sorted(one.asked.keys() - counts.keys())
        ]
        refuse(piece.place, complaints)


def _seen(piece: Slice, anchors: Mapping[str, int]) -> None:
    for section in piece.sections:
        if anchor(section) not in anchors:
            raise RenderFault(
                _(
                    "Section “{title}” stands on no page; take what hides it out of the style sheet.",
                    title=section.title,
                )
            )


def place(pieces: tuple[Slice, ...], laid: tuple[Laid, ...], frame: Mapping[str, str]) -> tuple[Placed, ...]:
    """Gives the pages in order; `frame` are the named strings that each page sets before its own."""
    return tuple(_placed(pieces, laid, frame))


def _placed(pieces: tuple[Slice, ...], laid: tuple[Laid, ...], frame: Mapping[str, str]) -> Iterator[Placed]:
    before: dict[str, str] = {}
    number, total = 0, sum(len(one.pages) for one in laid)
    for piece, one in zip(pieces, laid, strict=True):
        for index, own in enumerate(one.strings):
            number += 1
            here = {name: (text, *own.get(name, ())) for name, text in frame.items()}
            here |= {name: texts for name, texts in own.items() if name not in frame}
            names = sorted({*before, *here})
            texts = tuple((name, before.get(name, ""), here.get(name, ())) for name in names)
            yield Placed(one, index, number, total, texts, piece)
            before |= {name: values[-1] for name, values in here.items()}
