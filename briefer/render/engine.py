"""The section engine: keeps what was laid out and painted, so that an edit costs the section that it changed."""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, time
from functools import partial
from typing import Any

import weasyprint

from briefer.language import _, mark
from briefer.model.brief import Brief
from briefer.model.errors import RenderFault
from briefer.model.progress import Progress, silent
from briefer.render import conform, innards, page, paint, ties, tree, watch
from briefer.render.faults import anew, answering, naming
from briefer.render.fetch import Locked
from briefer.render.paint import Dressed
from briefer.render.private import BOX_TREE, WRITE
from briefer.render.settle import Layouts, Placed, place, settle
from briefer.render.slices import Slice, slices
from briefer.render.values import Attachment, Rendered, Update

SHEETS = 2
WHOLE = mark("The document")
Early = Callable[[tuple[int, ...], bytes], object]
"""Is shown pages as a PDF for the eye, and the numbers of those in whose place they stand for now."""
PATCHES = ((WRITE, paint.once), (BOX_TREE, tree.planting))


@dataclass(slots=True)
class _Desk:
    """What belongs to one style sheet: fonts met, layouts made and pages painted."""

    sheet: innards.Sheet
    layouts: Layouts
    frame: innards.Frame | None = None

    def framed(self, html: str) -> innards.Frame:
        """Gives what stands round the text of a document without sections."""
        if self.frame is None or self.frame.html != html:
            self.frame = innards.Frame(html, self.sheet)
        return self.frame


@dataclass(frozen=True, slots=True)
class _State:
    """The brief as it was last laid out without a fault."""

    brief: Brief
    desk: _Desk
    frame: innards.Frame
    pages: tuple[Placed, ...]

    def dressed(self, placed: Placed) -> Dressed:
        """Gives a page with the margin boxes that belong on it now."""
        return self.desk.layouts.painter.dressed(placed.sheet, placed.edge, self.frame, placed.piece.place)

    def anchors(self) -> dict[str, int]:
        """Gives the page of each anchor."""
        first: dict[str, int] = {}
        for placed in self.pages:
            for name in placed.anchors:
                first.setdefault(name, placed.number)
        return first

    def first_pages(self) -> tuple[tuple[str, int], ...]:
        """Pairs each section's id with its first page."""
        first = self.anchors()
        return tuple((section.id, first[page.anchor(section)]) for section in self.brief.sections)


class Engine:
    """Lays out and writes one brief after another, each like the first; one thread at a time.

    It holds the layouts of the brief in use, of some pages used before (`settle.SPARE`), and those of the last SHEETS
    style sheets. A fault leaves the last good state.
    """

    def __init__(self, *, cores: int = 1) -> None:
        """More `cores` than one may use a second process."""
        self._cores = cores
        self._desks: OrderedDict[str, _Desk] = OrderedDict()
        self._state: _State | None = None
        self._refused = ""

    def update(
        self,
        brief: Brief,
        progress: Progress = silent,
        *,
        begins: Callable[[str], object] = watch.nobody,
        early: Early | None = None,
    ) -> Update:
        """Takes a brief as it is now and says which pages are not as they were; RenderFault names what is in the way.

        Progress counts the pages laid out ("layout"); a Cancelled that it raises stops at the next page.
        `begins` is told the id of each section that has to be laid out, before it is. `early` is shown the pages of
        a long table that an edit has changed, before the pages that move because of it are laid out.
        """
        before = self._state
        with conform.unhurried(), anew(), watch.pages(progress, begins):
            desk = self._desk(brief)
            desk.layouts.seen = partial(self._show, desk, early)
            pieces, laid = _settled(brief, desk, self._cores)
            self._state, self._refused = _state(brief, desk, pieces, laid), ""
        desk.layouts.keep({piece.key: one for piece, one in zip(pieces, laid, strict=True)})
        return _update(before, self._state)

    def export(self, attachments: tuple[Attachment, ...] = (), progress: Progress = silent) -> Rendered:
        """Gives the whole of the last brief as a finished PDF; see `briefer.render.render`."""
        state = _made(self._state)
        progress("write", 0, None)
        with self._writing(state):
            pages = [state.dressed(placed) for placed in state.pages]
            html = page.document(state.brief, state.brief.sections if state.desk.sheet.whole else ())
            whole = innards.document(pages, html, state.desk.sheet)
            pdf = conform.write(whole, _attached(state.brief, attachments), PATCHES)
        return Rendered(pdf=pdf, pages=len(pages), section_pages=state.first_pages())

    def plain(self, numbers: Iterable[int]) -> bytes:
        """Gives some pages, counted from 1, as a PDF for the eye: without tags, links and bookmarks."""
        state = _made(self._state)
        with self._writing(state):
            shown = [state.dressed(state.pages[number - 1]).bare() for number in numbers]
            return conform.write_plain(innards.document(shown, "", state.desk.sheet), PATCHES)

    @contextmanager
    def _writing(self, state: _State) -> Iterator[None]:
        """Refuses again what was refused: pages that keep their boxes keep their styles, and these complain once."""
        if self._refused:
            raise RenderFault(self._refused)
        try:
            with conform.unhurried(), anew(), state.desk.sheet.sound(), naming(_(WHOLE)), answering(_(WHOLE)):
                yield
        except RenderFault as error:
            boxed = {placed.piece.key for placed in state.pages if not isinstance(placed.sheet, paint.Leaf)}
            self._refused = str(error) if boxed else ""
            for key in boxed:
                state.desk.layouts.held.pop(key, None)
            raise

    def _show(self, desk: _Desk, early: Early | None, piece: Slice, index: int, pages: list[Any]) -> None:
        """Shows pages that are laid out already in the places of those that they follow on, where they stood alone."""
        state, names = self._state, {section.id for section in piece.sections}
        if early is None or state is None or state.desk is not desk:
            return
        old = [placed for placed in state.pages if {section.id for section in placed.piece.sections} == names]
        both = list(zip(old[index:], (page for page in pages if isinstance(page, paint.Leaf)), strict=False))
        if both:
            dress = desk.layouts.painter.dressed
            shown = [dress(leaf, was.edge, state.frame, piece.place).bare() for was, leaf in both]
            pdf = conform.write_plain(innards.document(shown, "", desk.sheet), PATCHES)
            early(tuple(was.number for was, _leaf in both), pdf)

    def _desk(self, brief: Brief) -> _Desk:
        """Gives the desk for the brief's style sheet, and clears the one that was not used for longest."""
        if brief.css not in self._desks:
            with answering(_("The style sheet")):
                sheet = innards.Sheet(brief.css)
            self._desks[brief.css] = _Desk(sheet, Layouts(sheet))
        self._desks.move_to_end(brief.css)
        while len(self._desks) > SHEETS:
            self._desks.popitem(last=False)
        return self._desks[brief.css]


def _made(state: _State | None) -> _State:
    if state is None:
        raise LookupError("nothing was laid out yet: update() comes first")
    return state


def _state(brief: Brief, desk: _Desk, pieces: tuple[Slice, ...], laid: tuple[innards.Laid, ...]) -> _State:
    desk.layouts.paint(pieces, laid)
    frame = desk.framed(page.document(brief, ()))
    return _State(brief, desk, frame, place(pieces, laid, frame.strings))


def _settled(brief: Brief, desk: _Desk, cores: int) -> tuple[tuple[Slice, ...], tuple[innards.Laid, ...]]:
    """Lays a brief out by sections, or as one where a style sheet turns out to tie them together."""
    pieces, layouts = slices(brief, whole=desk.sheet.whole), desk.layouts
    if len(pieces) == 1:
        return pieces, settle(pieces, layouts)
    new = (piece for piece in pieces if piece.key not in layouts.held)
    told = any(ties.by_words(section.html) for piece in new for section in piece.sections)
    if not told and not layouts.blank(pieces[0]).tied:
        if cores > 1:
            layouts.share(pieces)
        laid = settle(pieces, layouts)
        if not any(one.tied for one in laid):
            return pieces, laid
    desk.sheet.whole = True
    layouts.held.clear()
    return _settled(brief, desk, cores)


def _update(before: _State | None, after: _State) -> Update:
    old = before.pages if before else ()
    bodies = {id(placed.sheet) for placed in old}
    changed = [placed for placed in after.pages if not _same(placed, old)]
    fresh = {placed.number for placed in changed if id(placed.sheet) not in bodies}
    return Update(
        pages=len(after.pages),
        text=tuple(sorted(fresh)),
        margins=tuple(placed.number for placed in changed if placed.number not in fresh),
        section_pages=after.first_pages(),
    )


def _same(placed: Placed, old: tuple[Placed, ...]) -> bool:
    was = old[placed.number - 1] if placed.number <= len(old) else None
    return was is not None and was.sheet is placed.sheet and was.edge == placed.edge


def _attached(brief: Brief, attachments: tuple[Attachment, ...]) -> list[Any]:
    """Gives the attachments as WeasyPrint takes them, in the order of their names as PDF wants them, dated `as_of`."""
    held = {f"app://attached/{number}": file for number, file in enumerate(sorted(attachments, key=lambda a: a.name))}
    lock = Locked({url: (file.content, file.mime) for url, file in held.items()})
    made = datetime.combine(brief.as_of, time(), UTC)
    return [
        weasyprint.Attachment(
            url=url,
            url_fetcher=lock,
            name=file.name,
            description=file.description,
            relationship=file.relationship,
            created=made,
            modified=made,
        )
        for url, file in held.items()
    ]
