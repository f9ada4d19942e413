"""The pages of an open pack as they change, laid out in a process of their own: states in, findings and pages out.

`serve` runs in the child and talks through a pipe. It takes `Wish` values and answers with the values of `model.desk`;
a newer wish stops the older one as soon as that can be noticed.
"""

import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from dataclasses import replace
from functools import partial
from itertools import count
from multiprocessing.connection import Connection

import pypdfium2

from briefer import assemble
from briefer.analysis.relief import relief, relief_of_measures
from briefer.language import _
from briefer.model.brief import Brief, Dossier
from briefer.model.desk import Arranged, Checked, Current, Fault, LaidOut, Laying, Spot, Titled, Told, Twin
from briefer.model.errors import BrieferError, Cancelled
from briefer.model.pack import Pack
from briefer.model.progress import Progress
from briefer.pack import unwritten, without_starters
from briefer.render import Update, fonts
from briefer.render.limits import Limits, timed
from briefer.service.packs import examine
from briefer.service.wish import Wish

Tell = Callable[[Told], object]
AT_ONCE = 6
"""So many pages go into one message, so that the first of many are seen soon."""
SAY_AFTER = 0.3
"""Seconds of laying out after which it is told which section is in hand; an edit is seen sooner."""


def serve(connection: Connection, limits: Limits | None = None) -> None:
    """Answers wishes until the pipe is closed; with limits this process ends where an answer stands still."""
    shop = _Shop()
    signs: list[Callable[[], None]] = []

    def newer(_stage: str, _done: int, _total: int | None) -> None:
        for alive in signs:
            alive()
        if connection.poll():
            raise Cancelled

    try:
        while True:
            wish = _newest(connection)
            with timed(limits) if limits else nullcontext() as alive:
                signs[:] = [alive] if alive else []
                for told in shop.answer(wish, newer, connection.send):
                    connection.send(told)
                    if connection.poll():
                        break
    except (EOFError, BrokenPipeError, ConnectionResetError, KeyboardInterrupt):
        return


def _newest(connection: Connection) -> Wish:
    """Waits for a wish and gives the last of those that wait, with the newest facts that came with any."""
    wish: Wish = connection.recv()
    while connection.poll():
        latest = connection.recv()
        wish = replace(latest, dossier=latest.dossier or wish.dossier)
    return wish


class _Shop:
    """What the child remembers between wishes: the facts, the layouts, what stands on each page, what was not sent."""

    def __init__(self) -> None:
        fonts.use_bundled()
        fonts.load()
        from briefer.render.engine import Engine  # WeasyPrint must find the fonts set

        self._engine = Engine()
        self._memory = assemble.Memory()
        self._dossier: Dossier | None = None
        self._keys: list[str] = []
        self._numbers = count(1)
        self._unsent: set[str] = set()
        self._early: set[int] = set()
        self._arranged: Arranged | None = None
        self._digests: dict[str, str] = {}

    def answer(self, wish: Wish, newer: Progress, tell: Tell = lambda _told: None) -> Iterator[Told]:
        """Gives findings, then the order of the pages, then those that nobody has seen, the chosen section's first.

        What is being laid out meanwhile goes to `tell`.
        """
        start = time.perf_counter()
        self._dossier = wish.dossier or self._dossier
        dossier = self._dossier
        if dossier is None:
            return
        titles: tuple[Titled, ...] = ()
        try:
            checked = _checked(wish, dossier)
            yield checked
            brief = assemble.assemble(_bare(wish), dossier, checked.findings, memory=self._memory)
            titles = tuple(Titled(id=each.id, number=each.number, title=each.title) for each in brief.sections)
            yield from self._pages(wish, brief, _Steps(wish.state, titles, newer, tell), tell)
        except Cancelled:
            return
        except BrieferError as error:
            yield Fault(state=wish.state, section=_culprit(str(error), titles), message=str(error))
            return
        except Exception as error:  # only a limit may end the child: each further edit would start another
            self._memory = assemble.Memory()
            yield _own_fault(wish.state, error)
            return
        yield Current(state=wish.state, seconds=round(time.perf_counter() - start, 3))

    def _pages(self, wish: Wish, brief: Brief, steps: "_Steps", tell: Tell) -> Iterator[Told]:
        early = partial(self._show, wish.state, tell)
        update = self._engine.update(brief, steps.page, begins=steps.begin, early=early)
        self._renew(update)
        spots = _spots(update, self._keys)
        self._arranged = Arranged(state=wish.state, sections=steps.titles, pages=spots)
        yield self._arranged
        yield from self._twins(wish, brief)
        waiting = [number for number, spot in enumerate(spots, 1) if spot.key in self._unsent]
        waiting.sort(key=lambda number: spots[number - 1].section.partition(":")[0] != wish.first)
        for at in range(0, len(waiting), AT_ONCE):
            some = waiting[at : at + AT_ONCE]
            pdf = self._engine.plain(some)
            keys = tuple(spots[number - 1].key for number in some)
            self._unsent -= set(keys)
            yield LaidOut(state=wish.state, keys=keys, pdf=pdf, sizes=_sizes(pdf))

    def _show(self, state: int, tell: Tell, numbers: tuple[int, ...], pdf: bytes) -> None:
        """Tells pages that an edit has changed in their old places, while those that it moves are laid out."""
        if self._arranged is None:
            return
        keys = {number: str(next(self._numbers)) for number in numbers}
        self._early |= keys.keys()
        spots = tuple(
            replace(spot, key=keys.get(number, spot.key)) for number, spot in enumerate(self._arranged.pages, 1)
        )
        self._arranged = replace(self._arranged, state=state, pages=spots, early=True)
        tell(self._arranged)
        tell(LaidOut(state=state, keys=tuple(keys.values()), pdf=pdf, sizes=_sizes(pdf)))

    def _renew(self, update: Update) -> None:
        """Gives a new key to each page that is not as it was, or was shown before all was laid out."""
        former, changed = self._keys, {*update.text, *update.margins, *self._early}
        self._early = set()
        self._keys = [
            str(next(self._numbers)) if number in changed or number > len(former) else former[number - 1]
            for number in range(1, update.pages + 1)
        ]
        self._unsent = (self._unsent | set(self._keys) - set(former)) & set(self._keys)

    def _twins(self, wish: Wish, brief: Brief) -> Iterator[Told]:
        for section in brief.sections:
            if self._digests.get(section.id) != section.digest:
                self._digests[section.id] = section.digest
                yield Twin(state=wish.state, section=section.id, html=section.html)


class _Steps:
    """Tells which section is being laid out, each once, from SAY_AFTER on."""

    def __init__(self, state: int, titles: tuple[Titled, ...], newer: Progress, tell: Tell) -> None:
        self.titles, self._newer, self._tell, self._state = titles, newer, tell, state
        self._places = {each.id: place for place, each in enumerate(titles, 1)}
        self._place = self._told = 0
        self._begun = time.perf_counter()

    def begin(self, section: str) -> None:
        """Takes a section up, unless there is a newer wish."""
        self._place = self._places[section]
        self._newer("section", self._place, len(self.titles))
        if not self._look():
            self._tell(replace(self._laying(), begun=True))

    def page(self, stage: str, done: int, total: int | None) -> None:
        """Goes on by a page, unless there is a newer wish."""
        self._newer(stage, done, total)
        self._look()

    def _look(self) -> bool:
        if self._place == self._told or time.perf_counter() - self._begun <= SAY_AFTER:
            return False
        self._told = self._place
        self._tell(self._laying())
        return True

    def _laying(self) -> Laying:
        section = self.titles[self._place - 1]
        return Laying(state=self._state, section=section, place=self._place, of=len(self.titles))


def _bare(wish: Wish) -> Pack:
    """Gives the pack without starter text, as it will print, and with a word where an export leaves a section out."""
    template = assemble.template(wish.pack.template)
    gone = {each.id for each in unwritten(wish.pack, template)}
    bare = without_starters(wish.pack, template)
    said = (
        replace(each, text=wish.unwritten, include=True) if each.id in gone and each.parent not in gone else each
        for each in bare.sections
    )
    return replace(bare, sections=tuple(said))


def _checked(wish: Wish, dossier: Dossier) -> Checked:
    book, day = dossier.law, wish.pack.as_of
    return Checked(
        state=wish.state,
        findings=examine(wish.pack, dossier),
        relief=(
            *relief(dossier.entities, book, day, dossier.measures, dossier.lists),
            *relief_of_measures(dossier.measures, book, day),
        ),
    )


def _spots(update: Update, keys: list[str]) -> tuple[Spot, ...]:
    """Says of each page to which section it belongs: the last that begins on it or before it."""
    found, starts = [], {number: id for id, number in update.section_pages}
    section, page = "", 0
    for number, key in enumerate(keys, 1):
        if number in starts:
            section, page = starts[number], 0
        found.append(Spot(section=section, page=page, key=key))
        page += 1
    return tuple(found)


def _own_fault(state: int, error: Exception) -> Fault:
    """Gives a fault of the program itself as one that is shown; the whole of it is also told on standard error."""
    traceback.print_exception(error)
    words = _(
        "Briefer itself has a fault here ({name}: {error}); take the last change back and report it.",
        name=type(error).__name__,
        error=error,
    )
    return Fault(state=state, section="", message=words, report="".join(traceback.format_exception(error)))


def _culprit(message: str, titles: tuple[Titled, ...]) -> str:
    """Gives the section that a fault names by its title, empty where it names none."""
    return next((each.id for each in titles if each.title and f"“{each.title}”" in message), "")


def _sizes(pdf: bytes) -> tuple[tuple[float, float], ...]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return tuple(document.get_page_size(number) for number in range(len(document)))
    finally:
        document.close()
