"""HTML of the drafter's text; whoever calls says how a citation and a mention look."""

from collections.abc import Callable, Iterable

from markupsafe import Markup, escape

from briefer.text.blocks import Block, Definition, blocks
from briefer.text.inline import Citation, Inline, Piece

Cite = Callable[[tuple[Citation, ...]], str]
"""Gives what stands for citations; a plain string is escaped, Markup is taken as it is."""

Mention = Callable[[str], str]
"""Gives what stands for the id of an entity; a plain string is escaped, Markup is taken as it is."""

Fits = Callable[[Block], bool]
"""Says whether what stands for the citations of a paragraph has room beside it."""

_TAGS = {
    "strong": Markup("<strong>"),
    "/strong": Markup("</strong>"),
    "em": Markup("<em>"),
    "/em": Markup("</em>"),
    "/link": Markup("</a>"),
    "break": Markup("<br>"),
}
_LOWEST = 6


def inline_html(content: Inline, cite: Cite, mention: Mention) -> Markup:
    """Writes inline content, with `cite` called in place, once for each run of citations."""
    return Markup("").join(_piece(piece, cite, mention) for piece in content.pieces)


def to_html(
    text: str | Block | Iterable[Block],
    cite: Cite,
    mention: Mention,
    heading_level: int = 3,
    *,
    raised: Cite | None = None,
    fits: Fits | None = None,
) -> Markup:
    """Writes a text, a block or several; the highest heading gets `heading_level`.

    `cite` is called once for each paragraph, with all it cites, and what it gives stands before the paragraph's text,
    ready to be hung into the margin; where that does not fit beside it (`fits`), what `raised` gives stands at its end.
    In headings, terms and table cells `raised` (where it is not given, `cite`) is
    called in place. The result is not yet tidied; `tidy()` takes a whole section.
    """
    found = blocks(text) if isinstance(text, str) else (text,) if isinstance(text, Block) else text
    writer = _Writer(cite, raised or cite, mention, heading_level, fits or _always)
    return Markup("\n").join(writer.block(block) for block in found)


class _Writer:
    """Writes blocks by kind, with the three answers of the caller at hand."""

    def __init__(self, cite: Cite, raised: Cite, mention: Mention, heading_level: int, fits: Fits) -> None:
        self.cite, self.raised, self.mention, self.heading_level = cite, raised, mention, heading_level
        self.fits = fits

    def block(self, block: Block) -> Markup:
        """Writes one block."""
        return _WRITERS[block.kind](self, block)

    def heading(self, block: Block) -> Markup:
        """Writes a heading; beneath the sixth level there is none."""
        level = min(self.heading_level + block.level - 1, _LOWEST)
        return Markup("<h{0}>{1}{2}</h{0}>").format(level, _portion(block), self.place(block.content))

    def paragraph(self, block: Block) -> Markup:
        """Writes a paragraph."""
        return Markup("<p>{}</p>").format(self.running(block))

    def items(self, block: Block) -> Markup:
        """Writes a list; the first paragraph of an item stands in the item itself."""
        start = Markup(' start="{}"').format(block.level) if block.ordered and block.level != 1 else ""
        items = Markup("").join(Markup("<li>{}</li>").format(self.inner(item)) for item in block.items)
        return Markup("<{0}{1}>{2}</{0}>").format("ol" if block.ordered else "ul", start, items)

    def definitions(self, block: Block) -> Markup:
        """Writes a definition list."""
        return Markup("<dl>{}</dl>").format(Markup("").join(self.definition(one) for one in block.definitions))

    def definition(self, one: Definition) -> Markup:
        """Writes a term and what is said of it."""
        return Markup("<dt>{}</dt><dd>{}</dd>").format(self.place(one.term), self.inner(one.body))

    def table(self, block: Block) -> Markup:
        """Writes a table whose first column names the row."""
        head = self.row(block.header, block.align, ["col"] * len(block.header))
        body = Markup("").join(self.row(row, block.align, ["row"]) for row in block.rows)
        body = Markup("<tbody>{}</tbody>").format(body) if body else Markup("")
        return Markup("<table><thead>{}</thead>{}</table>").format(head, body)

    def row(self, cells: tuple[Inline, ...], align: tuple[str, ...], scopes: list[str]) -> Markup:
        """Writes a table row; the leading cells have scopes, an empty cell is never a header."""
        scoped = [*scopes, *[""] * len(cells)]
        written = Markup("").join(
            _cell(self.place(cell), side, scope) for cell, side, scope in zip(cells, align, scoped, strict=False)
        )
        return Markup("<tr>{}</tr>").format(written)

    def quote(self, block: Block) -> Markup:
        """Writes a quotation."""
        return Markup("<blockquote>{}</blockquote>").format(Markup("\n").join(map(self.block, block.body)))

    def inner(self, found: tuple[Block, ...]) -> Markup:
        """Writes the blocks of an item or definition, the first paragraph without a tag of its own."""
        if found and found[0].kind == "paragraph":
            return self.running(found[0]) + Markup("").join(map(self.block, found[1:]))
        return Markup("").join(map(self.block, found))

    def running(self, block: Block) -> Markup:
        """Writes running text: what it cites, its portion mark, the text."""
        said = _portion(block) + inline_html(block.content, _nothing, self.mention).lstrip()
        cited = block.content.citations
        if not cited:
            return said
        return escape(self.cite(cited)) + said if self.fits(block) else said + escape(self.raised(cited))

    def place(self, content: Inline) -> Markup:
        """Writes inline content with raised citations in place."""
        return inline_html(content, self.raised, self.mention)


def _piece(piece: Piece, cite: Cite, mention: Mention) -> Markup:
    if piece.kind in _TAGS:
        return _TAGS[piece.kind]
    return _PIECES[piece.kind](piece, cite, mention)


def _portion(block: Block) -> Markup:
    return Markup('<span class="portion">({})</span> ').format(block.portion) if block.portion else Markup("")


def _cell(content: Markup, side: str, scope: str) -> Markup:
    side = Markup(' class="{}"').format(side) if side in ("center", "right") else Markup("")
    if scope and content:
        return Markup('<th scope="{}"{}>{}</th>').format(scope, side, content)
    return Markup("<td{}>{}</td>").format(side, content)


def _always(_block: Block) -> bool:
    return True


def _nothing(_citations: tuple[Citation, ...]) -> str:
    return ""


_PIECES: dict[str, Callable[[Piece, Cite, Mention], Markup]] = {
    "text": lambda piece, _cite, _mention: escape(piece.text),
    "code": lambda piece, _cite, _mention: Markup("<code>{}</code>").format(piece.text),
    "link": lambda piece, _cite, _mention: Markup('<a href="{}">').format(piece.text),
    "cite": lambda piece, cite, _mention: escape(cite(piece.citations)),
    "mention": lambda piece, _cite, mention: escape(mention(piece.text)),
}

_WRITERS: dict[str, Callable[[_Writer, Block], Markup]] = {
    "heading": _Writer.heading,
    "paragraph": _Writer.paragraph,
    "list": _Writer.items,
    "definitions": _Writer.definitions,
    "table": _Writer.table,
    "quote": _Writer.quote,
}
