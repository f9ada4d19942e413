"""Who holds what: positions by question, where holders differ and how they moved, and statements in their own words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from briefer.assemble import words
from briefer.assemble.context import Context, unique
from briefer.assemble.holders import (
    DifferRow,
    LineRow,
    Matrix,
    differ_rows,
    differing,
    full_enough,
    line_rows,
    matrix,
)
from briefer.assemble.holding import Holding, Holdings, footings, foreign, said, translated
from briefer.assemble.page import PORTION, Page
from briefer.assemble.prose import Part, prose
from briefer.assemble.scripts import printable
from briefer.assemble.words import Mark
from briefer.language import _, mark
from briefer.model.facts import Entity
from briefer.model.policy import Issue, Position

SIDES = {1: mark("{number} in favour"), -1: mark("{number} against"), 0: mark("{number} neither")}
"""How many positions are on a side, by the sign of their stance."""


@dataclass(frozen=True, slots=True)
class StanceGroup:
    """The holders who share a stance."""

    mark: Mark
    rows: tuple[Holding, ...]


@dataclass(frozen=True, slots=True)
class IssueTable:
    """One question, the sentence the stances refer to, and who holds what."""

    title: str
    proposition: str
    groups: tuple[StanceGroup, ...]


@dataclass(frozen=True, slots=True)
class Positions:
    """The positions section; `silent` are picked questions without a position.

    `since` is the day from which changes are counted, empty where none are; `apart` and `moved` are the words for what
    is not on the record in `differ` and in `lines`, each with its meaning.
    """

    lead: Markup
    matrix: Matrix | None
    differ: tuple[DifferRow, ...]
    issues: tuple[IssueTable, ...]
    lines: tuple[LineRow, ...]
    silent: tuple[str, ...]
    parts: tuple[Part, ...]
    since: str
    apart: tuple[tuple[str, str], ...]
    moved: tuple[tuple[str, str], ...]
    unnamed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A statement in its speaker's words, with how they reached us and, apart from it, how far they are checked."""

    holder: str
    capacity: str
    said: str
    quote: str
    lang: str
    translation: str
    translated: str
    mark: Mark
    issue: str
    how: str
    grade: str
    portion: Markup
    sources: tuple[str, ...]
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Statements:
    """The statements section, oldest words first."""

    lead: Markup
    quotes: tuple[Quote, ...]
    parts: tuple[Part, ...]


def positions(page: Page) -> Positions:
    """Gives the positions section: what holders have in common and what not, the list by question, and the moves."""
    context = page.context
    text = prose(page, page.placed.section.text)
    spoken, holdings, tables = _spoken(context), Holdings(context), _tables(context)
    differ, lines = differ_rows(context, spoken, tables), line_rows(context, spoken)
    since = context.pack.settings.since
    return Positions(
        lead=text.lead,
        matrix=matrix(context, spoken),
        differ=differ,
        issues=tuple(_table(holdings, context, issue) for issue in spoken),
        lines=lines,
        silent=tuple(issue.title for issue in _issues(context) if issue not in spoken),
        parts=text.parts,
        since=words.day(since, context.language) if since else "",
        apart=footings(word for row in differ for camp in row.camps for named in camp.named for word in named.words),
        moved=footings(cell.footing for row in lines for cell in row.said),
        unnamed=tuple(_unnamed(context)),
    )


def _unnamed(context: Context) -> Iterator[str]:
    """Yields the entries that no position names."""
    named = {id for item in context.dossier.positions for id in item.entities}
    yield from (context.name(entity.id) for entity in context.dossier.entities if entity.id not in named)


def statements(page: Page) -> Statements:
    """Gives the statements section: the positions with exact words or a translation of them."""
    text = prose(page, page.placed.section.text)
    spoken = [item for item in page.context.dossier.positions if item.quote or item.translation]
    return Statements(text.lead, tuple(_quote(page.context, item) for item in sorted(spoken, key=_when)), text.parts)


def said_of(context: Context, item: Position) -> str:
    """Gives the sentence that a position's stance refers to, empty where the issue has none."""
    issue = context.issues.get(item.issue)
    return printable(issue.proposition.rstrip(".")) if issue else ""


def elsewhere(context: Context, entity: Entity, named: tuple[Position, ...]) -> Iterator[str]:
    """Yields a sentence for each issue of positions that name an entity, on those that do not."""
    tables: dict[str, str] | None = None
    for issue in unique(item.issue for item in named):
        others = [item for item in context.dossier.positions if item.issue == issue and entity.id not in item.entities]
        if others:
            tables = _tables(context) if tables is None else tables
            yield _elsewhere(context, others, tables.get(issue, ""))


def _elsewhere(context: Context, others: list[Position], table: str) -> str:
    """Says how many further positions there are on an issue, on which sides, and in which table, else the workbook."""
    counts = ((sum(_side(item) == side for item in others), form) for side, form in SIDES.items())
    sides = ", ".join(_(form, number=count) for count, form in counts if count)
    more = words.counted(len(others), "more position", "more positions")
    title = context.issue(others[0]).rstrip(".")
    if table:
        return _("{more} on “{title}” in {table}: {sides}.", more=more, title=title, table=table, sides=sides)
    return _("{more} on “{title}” in the workbook: {sides}.", more=more, title=title, sides=sides)


def _side(item: Position) -> int:
    stance = item.stance or 0
    return (stance > 0) - (stance < 0)


def _tables(context: Context) -> dict[str, str]:
    """Gives where the positions on an issue are printed, as the positions section numbers its tables."""
    number = next((placed.number for placed in context.placed if placed.section.kind == "positions"), "")
    if not number:
        return {}
    spoken = _spoken(context)
    first = 1 + full_enough(context, spoken) + bool(differing(context, spoken))
    return {issue.id: _("Table {number}", number=f"{number}.{place}") for place, issue in enumerate(spoken, first)}


def _spoken(context: Context) -> list[Issue]:
    """Gives the questions on which there is a position."""
    return [issue for issue in _issues(context) if _on(context, issue)]


def _issues(context: Context) -> Iterator[Issue]:
    """Yields the questions: the picked ones in the pack's order, then the others that positions name."""
    named = unique((*context.pack.issues, *(item.id for item in sorted(context.dossier.issues, key=_order))))
    yield from (context.issues[id] for id in named if id in context.issues)
    for id in unique(item.issue for item in context.dossier.positions if item.issue not in context.issues):
        yield Issue(id=id, title=id)


def _order(issue: Issue) -> tuple[int, str]:
    return issue.order, issue.id


def _on(context: Context, issue: Issue) -> list[Position]:
    return [item for item in context.dossier.positions if item.issue == issue.id]


def _table(holdings: Holdings, context: Context, issue: Issue) -> IssueTable:
    found = sorted(_on(context, issue), key=lambda item: (_when(item), item.holder))
    groups = [
        StanceGroup(words.stance(value), tuple(holdings.row(item) for item in found if item.stance == value))
        for value in (*words.STANCES, None)
    ]
    title = issue.title.rstrip(".")
    return IssueTable(title, issue.proposition, tuple(group for group in groups if group.rows))


def _quote(context: Context, item: Position) -> Quote:
    own = bool(item.quote)
    mark = item.marking or context.pack.marks.get(item.id, "")
    return Quote(
        holder=printable(item.holder),
        capacity=printable(item.capacity),
        said=said(context, item),
        quote=printable(item.quote or item.translation),
        lang=foreign(context, item.language) if own else "",
        translation=printable(item.translation) if own and item.translation != item.quote else "",
        translated=translated(item.language, context.language),
        mark=words.stance(item.stance),
        issue=said_of(context, item) or context.issue(item).rstrip("."),
        how=" ".join(_how(context, item, own=own)),
        grade=item.grade,
        portion=PORTION.format(mark) if mark else Markup(""),
        sources=unique((item.source,)),
        doubt=words.doubt(item.confidence),
    )


def _how(context: Context, item: Position, *, own: bool) -> Iterable[str]:
    """Yields how the words reached us, sentence by sentence."""
    if not own:
        how = translated(item.language, context.language)
        yield _("{translated}; the original wording is not in the library.", translated=how)
    basis = words.basis(item.basis)
    basis = basis[:1].upper() + basis[1:]
    yield f"{basis}: {item.chain.rstrip('.')}." if item.chain else f"{basis}."
    if item.reported_on and item.said_on and item.reported_on != item.said_on:
        yield _("Reported {day}.", day=context.day(item.reported_on))
    if item.locator:
        yield _("At {place}.", place=item.locator.rstrip("."))


def _when(item: Position) -> tuple[str, str]:
    when = item.said_on or item.reported_on
    return (when.earliest.isoformat() if when and when.earliest else "", item.id)
