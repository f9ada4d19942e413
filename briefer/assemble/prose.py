"""The drafter's text as the page wants it: a standfirst, labelled blocks, and tables with widths and captions."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from markupsafe import Markup

from briefer.assemble import words
from briefer.assemble.page import PORTION, Page
from briefer.assemble.words import NBSP
from briefer.text import Block, blocks, inline_html
from briefer.text.inline import Inline

NOTHING = Markup("")
FULL = 168.0
LETTER = 1.55
GUTTER = 2.6
STANDFIRST = 280
KEPT = 650


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a drafter's table: `sub` is a grey line beneath, `side` where its text is set."""

    html: Markup
    side: str = ""
    strong: bool = False
    sub: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A drafter's table with a caption and column widths in millimetres that add up to the page's 168."""

    title: Markup
    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A run of text under its label, or a table; `kept` stays on one page with the label, `html` may break."""

    head: Markup = NOTHING
    kept: Markup = NOTHING
    html: Markup = NOTHING
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class Prose:
    """A section's text: the standfirst, empty where the text opens with none, and the parts after it."""

    lead: Markup
    parts: tuple[Part, ...]


def prose(page: Page, text: str, *, likelihood: bool = False, skip: frozenset[str] = frozenset()) -> Prose:
    """Arranges a section's Markdown; a short first paragraph is the standfirst, a heading labels what follows it.

    With `likelihood` the words of ICD 203 that fill a cell, in English or the pack's language, get their range beneath;
    blocks of a kind in `skip` are left to the caller.
    """
    found = tuple(block for block in blocks(text) if block.kind not in skip)
    opening = Markup("")
    if found and found[0].kind == "paragraph" and len(found[0].text) <= STANDFIRST:
        opening, found = running(page, found[0]), found[1:]
    parts = tuple(part for group in _groups(found) for part in _parts(page, group))
    return Prose(opening, tuple(_with_ranges(part) for part in parts) if likelihood else parts)


def running(page: Page, block: Block) -> Markup:
    """Writes a paragraph without its tag: keys for the margin, portion mark, text."""
    keys = page.margin(block.content.citations) if block.content.citations else Markup("")
    portion = PORTION.format(block.portion) if block.portion else Markup("")
    return keys + portion + _tied(inline_html(block.content, lambda _cited: "", page.mention).strip())


def _tied(html: Markup) -> Markup:
    """Ties a short last word to the one before it, so that it is not left on a line alone."""
    return Markup(re.sub(r" ([^\s<>]{1,8})$", rf"{NBSP}\1", str(html)))  # noqa: S704 - HTML already


def _groups(found: Iterable[Block]) -> Iterator[list[Block]]:
    """Yields runs of blocks, each opened by a heading of the highest level (but for what stands before the first)."""
    group: list[Block] = []
    for block in found:
        if block.kind == "heading" and block.level == 1 and group:
            yield group
            group = []
        group.append(block)
    if group:
        yield group


def _parts(page: Page, group: list[Block]) -> Iterator[Part]:
    head, body = NOTHING, group
    if group[0].kind == "heading":
        portion = PORTION.format(group[0].portion) if group[0].portion else NOTHING
        head, body = portion + page.tight(group[0].content), group[1:]
    title, text = head, list[Block]()
    for block in body:
        if block.kind not in ("table", "definitions"):
            text.append(block)
            continue
        if text:
            yield labelled(page, head, text)
            head, text = NOTHING, []
        if block.kind == "table":
            yield Part(table=_table(page, block, title or Markup("{}").format(page.title)))
            head = NOTHING
        else:
            if head:
                yield Part(head=head)
            yield from (labelled(page, page.tight(one.term), list(one.body)) for one in block.definitions)
            head = NOTHING
    if text or head:
        yield labelled(page, head, text)


def labelled(page: Page, head: Markup, text: list[Block]) -> Part:
    """Keeps a label with the text beside it, where that is short enough to move as one."""
    first = text[:1] if text and len(text[0].text) <= KEPT else []
    return Part(head, page.prose(first, 3), page.prose(text[len(first) :], 3))


def _table(page: Page, block: Block, title: Markup) -> Table:
    header = tuple(Cell(page.tight(cell), _side(side)) for cell, side in zip(block.header, block.align, strict=True))
    rows = tuple(
        tuple(Cell(page.tight(cell), _side(side)) for cell, side in zip(row, block.align, strict=True))
        for row in block.rows
    )
    stop = "" if title.rstrip().endswith((".", "?", "!")) else "."
    return Table(title + stop, header, rows, widths((block.header, *block.rows)))


def widths(rows: Iterable[tuple[Inline, ...]]) -> tuple[float, ...]:
    """Gives column widths for a table's text: the longest word fits, the rest goes by how much there is to say."""
    columns = [[cell.text for cell in column] for column in zip(*rows, strict=True)]
    floors = [
        LETTER * max((len(word) for text in column for word in text.split()), default=1) + GUTTER for column in columns
    ]
    needs = [min(max(map(len, column)), 400) ** 0.85 + 1 for column in columns]
    room = FULL - sum(floors)
    if room <= 0:
        return _rounded([FULL * floor / sum(floors) for floor in floors])
    return _rounded([floor + room * need / sum(needs) for floor, need in zip(floors, needs, strict=True)])


def _rounded(wanted: list[float]) -> tuple[float, ...]:
    """Rounds to half millimetres; the widest columns take what is left over, or give what is missing.

    No column has less than half a millimetre; more of them than fit so are all as wide.
    """
    count = len(wanted)
    if count > FULL * 2:
        return (FULL / count,) * count
    halves = [max(round(width * 2), 1) for width in wanted]
    left = round(FULL * 2) - sum(halves)
    for widest in sorted(range(count), key=halves.__getitem__, reverse=True):
        taken = max(left, 1 - halves[widest])
        halves[widest] += taken
        left -= taken
    return tuple(half / 2 for half in halves)


def _side(align: str) -> str:
    return align if align in ("right", "center") else ""


def _with_ranges(part: Part) -> Part:
    if part.table is None:
        return part
    spans = {term.casefold(): f"{low}–{high} %" for term, low, high in (*words.LIKELIHOOD, *words.scale())}
    rows = tuple(tuple(_with_range(cell, spans) for cell in row) for row in part.table.rows)
    return replace(part, table=replace(part.table, rows=rows))


def _with_range(cell: Cell, spans: Mapping[str, str]) -> Cell:
    span = spans.get(cell.html.striptags().strip().casefold())
    return replace(cell, strong=True, sub=span) if span else cell
