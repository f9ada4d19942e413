"""The kinds of section: for each its partial and what it says."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from briefer.assemble import identity, profile, words
from briefer.assemble.allies import allies
from briefer.assemble.back import clearance, lists, sources
from briefer.assemble.calendar import calendar_section
from briefer.assemble.changes import changes
from briefer.assemble.context import Context, Placed
from briefer.assemble.front import bottom_line, contents, cover
from briefer.assemble.inforce import in_force
from briefer.assemble.options import options
from briefer.assemble.ownership import ownership
from briefer.assemble.page import Page, Use
from briefer.assemble.prose import Part, prose
from briefer.assemble.relief import relief
from briefer.assemble.sharing import together
from briefer.assemble.stances import positions, statements
from briefer.assemble.timeline import timeline
from briefer.language import _
from briefer.model.errors import BadCall
from briefer.model.facts import Entity
from briefer.model.pack import PackSection
from briefer.text import blocks


def own_words(page: Page) -> object:
    """Gives the drafter's words that a section and its children are written from."""
    return tuple(section.text for section in (page.placed.section, *page.placed.children))


def all_words(page: Page) -> object:
    """Gives the words of every section."""
    return tuple(section.text for placed in page.context.placed for section in (placed.section, *placed.children))


@dataclass(frozen=True, slots=True)
class Kind:
    """How a kind of section is written: what it says, by which partial, and whether it needs the whole document.

    `words` gives what of the drafter's it is written from: while that and the facts are the same, so is the section.
    """

    view: Callable[[Page], object]
    partial: str
    whole: bool = False
    words: Callable[[Page], object] = own_words


@dataclass(frozen=True, slots=True)
class Term:
    """A word of likelihood and its range in per cent."""

    word: str
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Risks:
    """The drafter's risks: what stands up to the first table, the scale of likelihood, the rest."""

    lead: Markup
    first: tuple[Part, ...]
    parts: tuple[Part, ...]
    scale: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A hard question and its answer."""

    question: Markup
    answer: Markup


@dataclass(frozen=True, slots=True)
class Questions:
    """The hard questions."""

    lead: Markup
    questions: tuple[Question, ...]
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Sheets:
    """A page of entity sheets; the first also opens the section."""

    opens: bool
    lead: Markup
    parts: tuple[Part, ...]
    sheets: tuple[profile.Sheet, ...]


COVER = "cover"
SOURCES = "sources"
SHEETS = "entity-sheets"


def text(page: Page) -> object:
    """Gives a drafter's own section."""
    return prose(page, page.placed.section.text)


def risks(page: Page) -> Risks:
    """Gives the risks; a word of ICD 203 that fills a cell gets its range."""
    found = prose(page, page.placed.section.text, likelihood=True)
    tables = [place for place, part in enumerate(found.parts, 1) if part.table]
    cut = tables[0] if tables else 0
    return Risks(found.lead, found.parts[:cut], found.parts[cut:], tuple(Term(*row) for row in words.scale()))


def questions(page: Page) -> Questions:
    """Gives the questions: every definition list is read as questions with their answers."""
    found = blocks(page.placed.section.text)
    asked = tuple(Question(page.tight(one.term), page.prose(one.body)) for block in found for one in block.definitions)
    rest = prose(page, page.placed.section.text, skip=frozenset({"definitions"}))
    return Questions(rest.lead, asked, rest.parts)


KINDS = {
    "cover": Kind(cover, "cover"),
    "contents": Kind(contents, "contents", whole=True, words=all_words),
    "bottom-line": Kind(bottom_line, "bottom-line"),
    "in-force": Kind(in_force, "in-force"),
    "options": Kind(options, "options"),
    "relief": Kind(relief, "relief"),
    "positions": Kind(positions, "positions"),
    "statements": Kind(statements, "statements"),
    "timeline": Kind(timeline, "timeline"),
    "changes": Kind(changes, "changes"),
    "allies": Kind(allies, "allies"),
    "calendar": Kind(calendar_section, "calendar"),
    "ownership": Kind(ownership, "ownership"),
    "risks": Kind(risks, "risks"),
    "lines": Kind(text, "text"),
    "questions": Kind(questions, "questions"),
    "lists": Kind(lists, "lists"),
    "clearance": Kind(clearance, "clearance"),
    "text": Kind(text, "text"),
}


def kind(placed: Placed) -> Kind:
    """Gives the kind of a section; BadCall where it is none of ours."""
    section = placed.section
    if section.kind not in KINDS:
        raise BadCall(
            _(
                "Section “{title}” has the kind “{kind}”; use one of {kinds}.",
                title=section.title,
                kind=section.kind,
                kinds=", ".join(sorted(KINDS)),
            )
        )
    return KINDS[section.kind]


def sheet_pages(context: Context, placed: Placed) -> Iterator[tuple[Page, Kind]]:
    """Yields the entity sheets page by page, so that an edit of one lays out no other."""
    notes = {child.id.removeprefix("note-"): child for child in placed.children if child.kind == "entity-note"}
    for place, group in enumerate(tuple(together(context, notes)) or ((),)):
        page = Page(context, placed, part=group[0].id if place else "")
        yield (
            page,
            Kind(_sheets(group, notes, opens=place == 0), SHEETS, words=_sheet_words(group, notes, opens=place == 0)),
        )


def _sheet_words(
    group: tuple[Entity, ...], notes: Mapping[str, PackSection], *, opens: bool
) -> Callable[[Page], object]:
    """Gives the words of some sheets: the notes on their entities, and the section's own on the first page."""

    def words(page: Page) -> object:
        found = (identity.note(page.context, entity, notes) for entity in group)
        own = page.placed.section.text if opens else ""
        return (own, tuple(note.text if note else "" for note in found))

    return words


def _sheets(group: tuple[Entity, ...], notes: Mapping[str, PackSection], *, opens: bool) -> Callable[[Page], Sheets]:
    def view(page: Page) -> Sheets:
        found = prose(page, page.placed.section.text if opens else "")
        sheets = tuple(profile.sheet(page, entity, identity.note(page.context, entity, notes)) for entity in group)
        return Sheets(opens, found.lead, found.parts, sheets)

    return view


def source_kind(uses: tuple[Mapping[str, Use], ...], short: frozenset[str]) -> Kind:
    """Gives the kind of the sources, which know what the other sections use and which abbreviations stand in them."""

    def shaping(page: Page) -> object:
        return own_words(page), uses, short

    return Kind(lambda page: sources(page, uses, short), SOURCES, whole=True, words=shaping)
