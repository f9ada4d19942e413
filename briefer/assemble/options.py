"""The options side by side: each a definition list, the union of their terms the rows of one table."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from briefer.assemble.context import unique
from briefer.assemble.page import Page
from briefer.assemble.prose import FULL, Part, labelled, prose
from briefer.model.pack import PackSection
from briefer.text import Block, blocks

MOST = 5
LABEL = 26.0
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
    parts: tuple[Part, ...]


def options(page: Page) -> Options:
    """Gives the options section; more options than fit side by side go on in a further table."""
    children = [child for child in page.placed.children if child.kind == "option"]
    text = prose(page, page.placed.section.text)
    tables = tuple(_table(page, children[start : start + MOST], start + 1) for start in range(0, len(children), MOST))
    return Options(text.lead, tables, (*text.parts, *_beside(page, children)))


def _table(page: Page, children: list[PackSection], first: int) -> OptionTable:
    said = [_said(child) for child in children]
    terms = unique(term for answers in said for term in answers if term.casefold() != CHOSEN)
    chosen = [any(term.casefold() == CHOSEN for term in answers) for answers in said]
    column = round((FULL - LABEL) / len(children) * 2) / 2
    heads = tuple(
        OptionHead(first + place, child.title, "Recommended" if chosen[place] else "")
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
    return OptionTable(heads, rows, (FULL - column * len(children), *[column] * len(children)))


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
