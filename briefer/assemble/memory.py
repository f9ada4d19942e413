"""What stays of a brief between two states of its pack: a section whose words are the same is not written anew."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from briefer.assemble import abbreviations
from briefer.assemble.context import Context
from briefer.assemble.page import Use
from briefer.model.brief import Sheet
from briefer.model.pack import Pack, PackSection


@dataclass(frozen=True, slots=True)
class Written:
    """A section as it was written: from which words, its HTML, the sources it uses, and the abbreviations in it."""

    words: object
    html: str
    uses: dict[str, Use]
    abbreviations: frozenset[str]


@dataclass(slots=True)
class Memory:
    """Kept beside a pack that is assembled again and again; an empty one, or one of another pack, changes no result.

    All that shapes a section is either the ground, which is everything but the drafter's words, or the words that it is
    written from. Another ground empties the memory.
    """

    _ground: object = None
    _context: Context | None = None
    _written: dict[str, Written] = field(default_factory=dict)
    _sheets: tuple[object, tuple[Sheet, ...]] | None = None

    def stand_on(self, context: Context) -> Context:
        """Begins another state; its look-ups are those of the state before where only words have changed."""
        ground = (_bare(context.pack), tuple(context.keys.items()), *_shape(context))
        former = self._context
        if former is None or former.dossier is not context.dossier or self._ground != ground:
            self._written, self._sheets = {}, None
        else:
            context.take_over(former)
        self._ground, self._context = ground, context
        return context

    def written(self, id: str, words: object, write: Callable[[], tuple[str, dict[str, Use]]]) -> Written:
        """Gives a section as it was written from these words, or writes it."""
        found = self._written.get(id)
        if found is None or found.words != words:
            html, uses = write()
            found = self._written[id] = Written(words, html, uses, abbreviations.used(html))
        return found

    def sheets(self, shaping: object, make: Callable[[], tuple[Sheet, ...]]) -> tuple[Sheet, ...]:
        """Gives the sheets as they were made from the same, or makes them."""
        if self._sheets is None or self._sheets[0] != shaping:
            self._sheets = (shaping, make())
        return self._sheets[1]


def _bare(pack: Pack) -> Pack:
    return replace(pack, sections=tuple(map(_wordless, pack.sections)))


def _wordless(section: PackSection) -> PackSection:
    return replace(section, text="", status="draft", budget=0)


def _shape(context: Context) -> Iterable[object]:
    """Yields which sections print under which number: a section without any words may be left out."""
    yield context.kind
    yield tuple(section.id for section in context.left_out)
    yield tuple((placed.section.id, placed.number) for placed in context.placed)
