"""Blocks: the drafter's text as headings, paragraphs, lists, definitions, tables and quotations."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from markdown_it.tree import SyntaxTreeNode

from briefer.text.inline import Citation, Inline, inline
from briefer.text.letters import meant
from briefer.text.marks import Markdown

_MARKDOWN = Markdown()
_NO_CONTENT = Inline()


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """A term, and what is said of it; several definitions of one term follow one another in `body`."""

    term: Inline
    body: tuple["Block", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One block of the text; what its kind does not use is empty.

    `kind` is heading, paragraph, list, definitions, table or quote; `line` counts from 1 in the text it was read from.
    A heading's `level` runs from 1 and never skips one; an ordered list's `level` is its first number, a bulleted one's
    0. `content` is that of a heading or paragraph, `portion` its mark ("U"). A list has `items`, each of blocks;
    definitions have `definitions`; a table has `header`, `rows` and the `align` of its columns (left, center, right or
    empty); a quote has `body`.
    """

    kind: str
    line: int
    level: int = 0
    content: Inline = _NO_CONTENT
    portion: str = ""
    ordered: bool = False
    items: tuple[tuple["Block", ...], ...] = ()
    definitions: tuple[Definition, ...] = ()
    header: tuple[Inline, ...] = ()
    rows: tuple[tuple[Inline, ...], ...] = ()
    align: tuple[str, ...] = ()
    body: tuple["Block", ...] = ()

    def inlines(self) -> Iterator[Inline]:
        """Yields every inline content within, in reading order."""
        yield self.content
        for item in (*self.items, self.body):
            for block in item:
                yield from block.inlines()
        for definition in self.definitions:
            yield definition.term
            for block in definition.body:
                yield from block.inlines()
        for row in (self.header, *self.rows):
            yield from row

    @property
    def text(self) -> str:
        """The plain text of the whole block."""
        return " ".join(found.text for found in self.inlines() if found.text)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """What the whole block cites, each once, in order of use."""
        return tuple(dict.fromkeys(one for found in self.inlines() for one in found.citations))

    @property
    def mentions(self) -> tuple[str, ...]:
        """The ids that the whole block mentions, each once, in order of use."""
        return tuple(dict.fromkeys(one for found in self.inlines() for one in found.mentions))


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A paragraph, list item, definition or table cell as a statement: its plain text, and whether it is cited."""

    kind: str
    text: str
    cited: bool
    line: int


@lru_cache(maxsize=512)
def blocks(text: str) -> tuple[Block, ...]:
    """Reads Markdown into blocks; any text is valid, and control characters are read as what they meant."""
    tree = SyntaxTreeNode(_MARKDOWN.parse(meant(text)))
    return _without_skips(_blocks(tree))


def citations(text: str) -> tuple[Citation, ...]:
    """Gives what a text cites, each source with its locator once, in order of use."""
    return tuple(dict.fromkeys(one for block in blocks(text) for one in block.citations))


def mentions(text: str) -> tuple[str, ...]:
    """Gives the ids that a text mentions, each once, in order of use."""
    return tuple(dict.fromkeys(one for block in blocks(text) for one in block.mentions))


def statements(text: str) -> tuple[Statement, ...]:
    """Gives the statements of a text; a table cell counts as cited if any cell of its row is, headings are none."""
    return tuple(_statements(blocks(text), "paragraph"))


def _statements(found: tuple[Block, ...], kind: str) -> Iterator[Statement]:
    for block in found:
        if block.kind == "paragraph" and block.content.text:
            cited = bool(block.content.citations)
            yield Statement(kind=kind, text=block.content.text, cited=cited, line=block.line)
        for item in block.items:
            yield from _statements(item, "item")
        for definition in block.definitions:
            yield from _statements(definition.body, "definition")
        yield from _statements(block.body, "paragraph")
        for place, row in enumerate(block.rows, start=2):  # header and rule stand on two lines of their own
            cited = any(cell.citations for cell in row)
            yield from (
                Statement(kind="cell", text=cell.text, cited=cited, line=block.line + place)
                for cell in row
                if cell.text
            )


def _without_skips(found: tuple[Block, ...]) -> tuple[Block, ...]:
    """Gives the headings levels from 1 without a jump, as PDF/UA wants them whatever the drafter typed."""
    typed: list[int] = []
    levelled = []
    for block in found:
        if block.kind == "heading":
            while typed and typed[-1] >= block.level:
                typed.pop()
            typed.append(block.level)
            block = replace(block, level=len(typed))
        levelled.append(block)
    return tuple(levelled)


def _blocks(node: SyntaxTreeNode) -> tuple[Block, ...]:
    """Reads the children; a thematic break prints nothing here and is left out."""
    return tuple(_READERS[child.type](child) for child in node.children if child.type in _READERS)


def _line(node: SyntaxTreeNode) -> int:
    return node.map[0] + 1 if node.map else 0


def _heading(node: SyntaxTreeNode) -> Block:
    return replace(_paragraph(node), kind="heading", level=int(node.tag[1]))


def _paragraph(node: SyntaxTreeNode) -> Block:
    found = node.children[0].children
    marked = bool(found) and found[0].type == "portion"
    return Block(
        kind="paragraph",
        line=_line(node),
        content=inline(found[marked:]),
        portion=str(found[0].meta["mark"]) if marked else "",
    )


def _list(node: SyntaxTreeNode) -> Block:
    ordered = node.type == "ordered_list"
    return Block(
        kind="list",
        line=_line(node),
        level=int(node.attrs.get("start", 1)) if ordered else 0,
        ordered=ordered,
        items=tuple(_blocks(item) for item in node.children),
    )


def _definitions(node: SyntaxTreeNode) -> Block:
    found: list[Definition] = []
    for child in node.children:
        if child.type == "dt":
            found.append(Definition(term=inline(child.children[0].children), body=()))
        else:
            found[-1] = replace(found[-1], body=found[-1].body + _blocks(child))
    return Block(kind="definitions", line=_line(node), definitions=tuple(found))


def _table(node: SyntaxTreeNode) -> Block:
    header, *rows = (row.children for part in node.children for row in part.children)
    return Block(
        kind="table",
        line=_line(node),
        header=_cells(header),
        rows=tuple(_cells(row) for row in rows),
        align=tuple(str(cell.attrs.get("style", "")).removeprefix("text-align:") for cell in header),
    )


def _cells(row: list[SyntaxTreeNode]) -> tuple[Inline, ...]:
    return tuple(inline(cell.children[0].children) for cell in row)


def _quote(node: SyntaxTreeNode) -> Block:
    return Block(kind="quote", line=_line(node), body=_without_skips(_blocks(node)))


_READERS: dict[str, Callable[[SyntaxTreeNode], Block]] = {
    "heading": _heading,
    "paragraph": _paragraph,
    "bullet_list": _list,
    "ordered_list": _list,
    "dl": _definitions,
    "table": _table,
    "blockquote": _quote,
}
