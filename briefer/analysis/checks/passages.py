"""What a section says, passage by passage and sentence by sentence, each with where it stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest

from briefer.analysis.sentences import outside, quotations
from briefer.analysis.sentences import sentences as cut
from briefer.model.pack import PackSection
from briefer.text import Block, Inline, blocks

FORBIDS = re.compile(r"\b(?:do not|don[’']t|never|avoid)\b", re.IGNORECASE)
"""What tells the reader that what follows is not to be said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A paragraph, item, definition, term, cell or heading of a section, as plain text.

    `heading` is the heading or term that it stands under, `column` the head of its column; a cell is `cited` by what
    its row cites. `quoted` is true within a block quotation, `portion` its mark.
    """

    section: PackSection
    line: int
    kind: str
    text: str
    heading: str = ""
    column: str = ""
    cited: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    quoted: bool = False
    portion: str = ""

    @property
    def place(self) -> str:
        """Where to jump to."""
        return f"{self.section.id}:{self.line}"

    @property
    def states(self) -> bool:
        """Says whether the passage states something, as headings and terms do not."""
        return self.kind not in ("heading", "term")

    @property
    def advised_against(self) -> bool:
        """Says whether the reader is told not to say it, so that the paper does not."""
        return bool(FORBIDS.search(self.section.title) or FORBIDS.search(self.heading))


@lru_cache(maxsize=1024)
def passages(section: PackSection) -> tuple[Passage, ...]:
    """Gives what a section says, in order; what holds no text is left out."""
    found = _Walk(section).blocks(blocks(section.text), "paragraph")
    return tuple(passage for passage in found if passage.text)


def sentences(text: str) -> tuple[str, ...]:
    """Cuts a text into sentences, with what stands in quotation marks left out: it is somebody else's."""
    return tuple(outside(sentence, quotations(sentence)) for sentence in cut(text))


class _Walk:
    """Walks the blocks of one section and keeps the heading that was passed last."""

    def __init__(self, section: PackSection) -> None:
        self._section = section
        self._heading = ""

    def blocks(self, found: tuple[Block, ...], kind: str, *, quoted: bool = False) -> Iterator[Passage]:
        for block in found:
            if block.kind == "heading":
                yield self._passage(block.content, block.line, "heading", portion=block.portion)
                self._heading = block.content.text
            elif block.kind == "paragraph":
                yield self._passage(block.content, block.line, kind, portion=block.portion, quoted=quoted)
            for item in block.items:
                yield from self.blocks(item, "item", quoted=quoted)
            yield from self._definitions(block, quoted=quoted)
            yield from self._cells(block)
            yield from self.blocks(block.body, "paragraph", quoted=True)

    def _definitions(self, block: Block, *, quoted: bool) -> Iterator[Passage]:
        above = self._heading
        for definition in block.definitions:
            line = definition.body[0].line if definition.body else block.line
            yield self._passage(definition.term, line, "term")
            self._heading = definition.term.text
            yield from self.blocks(definition.body, "definition", quoted=quoted)
            self._heading = above

    def _cells(self, block: Block) -> Iterator[Passage]:
        yield from (self._passage(cell, block.line, "heading") for cell in block.header)
        for line, row in enumerate(block.rows, start=block.line + 2):  # header and rule stand on lines of their own
            cited = tuple(dict.fromkeys(one.source for cell in row for one in cell.citations))
            for cell, head in zip_longest(row, block.header[: len(row)], fillvalue=Inline()):
                yield self._passage(cell, line, "cell", column=head.text, cited=cited)

    def _passage(
        self,
        content: Inline,
        line: int,
        kind: str,
        *,
        column: str = "",
        cited: tuple[str, ...] | None = None,
        quoted: bool = False,
        portion: str = "",
    ) -> Passage:
        own = tuple(dict.fromkeys(one.source for one in content.citations))
        return Passage(
            section=self._section,
            line=line,
            kind=kind,
            text=content.text,
            heading=self._heading,
            column=column,
            cited=own if cited is None else cited,
            mentions=content.mentions,
            quoted=quoted,
            portion=portion,
        )
