"""The options side by side: each a definition list, the union of their terms the rows of one table."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from briefer.assemble import words
from briefer.assemble.abroad import keys_and_marks
from briefer.assemble.context import unique
from briefer.assemble.covers import CoverHead, CoverTable, columns, cover_table, found_covers
from briefer.assemble.page import Page
from briefer.assemble.prose import Part, labelled, prose
from briefer.language import _
from briefer.model.options import Cover
from briefer.model.pack import PackSection
from briefer.text import Block, blocks

MOST = 5
UNDONE = "can it be undone?"
CHOSEN = "recommended"
STEPS = {"low": 1, "partial": 2, "high": 3, "full": 4}


@dataclass(frozen=True, slots=True)
class OptionHead:
    """An option's column head; `chosen` is the word printed beneath where the drafter recommends it."""

    number: int
    title: str
    chosen: str = ""


@dataclass(frozen=True, slots=True)
class OptionCell:
    """What an option says on a question, with its four squares where it says whether it can be undone."""

    html: Markup
    scale: str = ""
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class OptionRow:
    """A question and what each option says on it."""

    term: Markup
    cells: tuple[OptionCell, ...]


@dataclass(frozen=True, slots=True)
class OptionTable:
    """Up to five options side by side."""

    options: tuple[OptionHead, ...]
    rows: tuple[OptionRow, ...]
    widths: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Options:
    """The options section: standfirst, tables, and what the drafter says beside them."""

    lead: Markup
    tables: tuple[OptionTable, ...]
    covers: tuple[CoverTable, ...]
    begun: str
    elsewhere: str
    parts: tuple[Part, ...]


def options(page: Page) -> Options:
    """Gives the options section; more options than fit side by side go on in a further table."""
    children = [child for child in page.placed.children if child.kind == "option"]
    text = prose(page, page.placed.section.text)
    tables = tuple(_table(page, children[start : start + MOST], start + 1) for start in range(0, len(children), MOST))
    day = words.day(page.context.dossier.as_of, page.context.language, words.LONG)
    return Options(
        lead=text.lead,
        tables=tables,
        covers=tuple(_covers(page, tables)),
        begun=day,
        elsewhere=keys_and_marks(page.context),
        parts=(*text.parts, *_beside(page, children)),
    )


def _covers(page: Page, tables: tuple[OptionTable, ...]) -> Iterator[CoverTable]:
    """Gives what the options cover: those that a tranche describes, by option, then those of no option's column."""
    children = [child for child in page.placed.children if child.kind == "option"]
    drawn = (head for table in tables for head in table.options)
    heads = {child.id: head for child, head in zip(children, drawn, strict=True)}
    order = {child.id: place for place, child in enumerate(children)}
    printed = sorted(found_covers(page.context), key=lambda cover: order.get(cover.section, len(order)))
    for start in range(0, len(printed), MOST):
        few = printed[start : start + MOST]
        yield cover_table(page.context, ((_head(heads.get(cover.section), cover), cover) for cover in few))


def _head(head: OptionHead | None, cover: Cover) -> CoverHead:
    if head is None:
        return CoverHead(0, cover.title)
    return CoverHead(head.number, head.title, cover.title if cover.title != head.title else "", bool(head.chosen))


def _table(page: Page, children: list[PackSection], first: int) -> OptionTable:
    said = [_said(child) for child in children]
    terms = unique(term for answers in said for term in answers if term.casefold() != CHOSEN)
    chosen = [any(term.casefold() == CHOSEN for term in answers) for answers in said]
    widths = columns(len(children))
    heads = tuple(
        OptionHead(first + place, child.title, _("Recommended") if chosen[place] else "")
        for place, child in enumerate(children)
    )
    rows = tuple(
        OptionRow(
            Markup("{}").format(term),
            tuple(
                _cell(page, term, answers.get(term, ()), picked) for answers, picked in zip(said, chosen, strict=True)
            ),
        )
        for term in terms
    )
    return OptionTable(heads, rows, widths)


def _said(child: PackSection) -> dict[str, tuple[Block, ...]]:
    return {one.term.text: one.body for block in blocks(child.text) for one in block.definitions}


def _cell(page: Page, term: str, body: tuple[Block, ...], chosen: bool) -> OptionCell:
    html = Markup("<br>").join(_tight(page, body))
    steps = 0
    if term.casefold() == UNDONE and body:
        steps = STEPS.get(body[0].text.split(maxsplit=1)[0].rstrip(".,;:").casefold() if body[0].text else "", 0)
    return OptionCell(html, "■" * steps + "□" * (4 - steps) if steps else "", chosen)


def _tight(page: Page, body: tuple[Block, ...]) -> Iterator[Markup]:
    """Writes blocks for a cell: paragraphs and list items on lines of their own, keys raised."""
    for block in body:
        if block.kind == "paragraph":
            yield page.tight(block.content)
        for item in block.items:
            yield from _tight(page, item)


def _beside(page: Page, children: list[PackSection]) -> Iterator[Part]:
    """Gives what an option says outside its definition list, under the option's title."""
    for child in children:
        rest = [block for block in blocks(child.text) if block.kind != "definitions"]
        if rest:
            yield labelled(page, page.marked(child) + child.title, rest)
