"""Who holds what: positions by question, the matrix where it is full enough, and statements in their own words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from babel import Locale, UnknownLocaleError
from markupsafe import Markup

from briefer.assemble import words
from briefer.assemble.context import Context, unique
from briefer.assemble.page import PORTION, Page
from briefer.assemble.prose import FULL, Part, prose
from briefer.assemble.scripts import printable, valid
from briefer.assemble.words import Mark
from briefer.model.facts import Entity
from briefer.model.policy import Issue, Position

FULL_ENOUGH = 0.4
COLUMNS = range(2, 6)
HOLDER = 48.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """A holder's position as a row: exact words stand in quotation marks, anything else is paraphrase."""

    holder: str
    capacity: str
    text: str
    quoted: bool
    lang: str
    note: str
    said: str
    basis: str
    mark: Mark
    sources: tuple[str, ...]
    doubt: str = ""


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
class MatrixRow:
    """A holder and the latest position on each question, None where there is none."""

    holder: str
    capacity: str
    cells: tuple[Holding | None, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Holders by questions."""

    issues: tuple[str, ...]
    rows: tuple[MatrixRow, ...]
    widths: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Positions:
    """The positions section; `silent` are picked questions without a position."""

    lead: Markup
    matrix: Matrix | None
    issues: tuple[IssueTable, ...]
    silent: tuple[str, ...]
    parts: tuple[Part, ...]


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
    """Gives the positions section: a matrix where at least two in five cells are filled, and the list by question."""
    context = page.context
    text = prose(page, page.placed.section.text)
    spoken = [issue for issue in _issues(context) if _on(context, issue)]
    return Positions(
        lead=text.lead,
        matrix=_matrix(context, spoken),
        issues=tuple(_table(context, issue) for issue in spoken),
        silent=tuple(issue.title for issue in _issues(context) if issue not in spoken),
        parts=text.parts,
    )


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
    tables = _tables(context)
    for issue in unique(item.issue for item in named):
        others = [item for item in context.dossier.positions if item.issue == issue and entity.id not in item.entities]
        if others:
            counts = {word: sum(_side(item) == word for item in others) for word in ("in favour", "against", "neither")}
            sides = ", ".join(f"{count} {word}" for word, count in counts.items() if count)
            more = words.counted(len(others), "more position", "more positions")
            title = context.issue(others[0]).rstrip(".")
            yield f"{more} on “{title}” {tables.get(issue, 'in the workbook')}: {sides}."


def _side(item: Position) -> str:
    return "neither" if not item.stance else "in favour" if item.stance > 0 else "against"


def _tables(context: Context) -> dict[str, str]:
    """Gives where the positions on an issue are printed, as the positions section numbers its tables."""
    number = next((placed.number for placed in context.placed if placed.section.kind == "positions"), "")
    spoken = [issue for issue in _issues(context) if _on(context, issue)]
    first = 2 if _matrix(context, spoken) else 1
    return {issue.id: f"in Table {number}.{place}" for place, issue in enumerate(spoken, first)} if number else {}


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


def _table(context: Context, issue: Issue) -> IssueTable:
    found = sorted(_on(context, issue), key=lambda item: (_when(item), item.holder))
    groups = [
        StanceGroup(words.stance(value), tuple(_holding(context, item) for item in found if item.stance == value))
        for value in (*words.STANCES, None)
    ]
    title = issue.title.rstrip(".")
    return IssueTable(title, issue.proposition, tuple(group for group in groups if group.rows))


def _matrix(context: Context, issues: list[Issue]) -> Matrix | None:
    holders = unique(item.holder for item in context.dossier.positions)
    if len(issues) not in COLUMNS or not holders:
        return None
    rows = tuple(_matrix_row(context, holder, issues) for holder in holders)
    filled = sum(cell is not None for row in rows for cell in row.cells)
    if filled < FULL_ENOUGH * len(rows) * len(issues):
        return None
    column = (FULL - HOLDER) / len(issues)
    return Matrix(tuple(issue.title for issue in issues), rows, (HOLDER, *[column] * len(issues)))


def _matrix_row(context: Context, holder: str, issues: list[Issue]) -> MatrixRow:
    own = sorted((item for item in context.dossier.positions if item.holder == holder), key=_when)
    latest = {item.issue: item for item in own}
    cells = tuple(_holding(context, latest[issue.id]) if issue.id in latest else None for issue in issues)
    return MatrixRow(printable(holder), printable(own[-1].capacity), cells)


def _holding(context: Context, item: Position) -> Holding:
    text = item.paraphrase or item.translation or item.quote
    quoted = not item.paraphrase and bool(text)
    own_words = quoted and not item.translation
    return Holding(
        holder=printable(item.holder),
        capacity=printable(item.capacity),
        text=printable(text),
        quoted=quoted,
        lang=foreign(context, item.language) if own_words else "",
        note=_note(item, own_words=own_words, quoted=quoted, language=context.language),
        said=context.day(item.said_on or item.reported_on),
        basis=words.BASES.get(item.basis, item.basis),
        mark=words.stance(item.stance),
        sources=unique((item.source,)),
        doubt=words.doubt(item.confidence),
    )


def _note(item: Position, *, own_words: bool, quoted: bool, language: str) -> str:
    notes = [f"Conditions: {item.conditions.rstrip('.')}." if item.conditions else ""]
    if quoted and not own_words:
        notes.append(f"{_translated(item.language, language)}.")
    return " ".join(filter(None, notes))


def _quote(context: Context, item: Position) -> Quote:
    own = bool(item.quote)
    mark = item.marking or context.pack.marks.get(item.id, "")
    return Quote(
        holder=printable(item.holder),
        capacity=printable(item.capacity),
        said=context.day(item.said_on or item.reported_on),
        quote=printable(item.quote or item.translation),
        lang=foreign(context, item.language) if own else "",
        translation=printable(item.translation) if own and item.translation != item.quote else "",
        translated=_translated(item.language, context.language),
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
        yield f"{_translated(item.language, context.language)}; the original wording is not in the library."
    basis = words.BASES.get(item.basis, item.basis).capitalize()
    yield f"{basis}: {item.chain.rstrip('.')}." if item.chain else f"{basis}."
    if item.reported_on and item.said_on and item.reported_on != item.said_on:
        yield f"Reported {context.day(item.reported_on)}."
    if item.locator:
        yield f"At {item.locator.rstrip('.')}."


def foreign(context: Context, tag: str) -> str:
    """Gives a language tag where it is another language than the paper's, else nothing."""
    return tag if valid(tag) and tag.partition("-")[0] != context.language.partition("-")[0] else ""


def _translated(tag: str, language: str) -> str:
    try:
        name = Locale.parse(tag, sep="-").get_language_name(language.replace("-", "_")) if tag else None
    except (UnknownLocaleError, ValueError):
        name = None
    return f"Translated from {name}" if name and not tag.startswith("en") else "In translation"


def _when(item: Position) -> tuple[str, str]:
    when = item.said_on or item.reported_on
    return (when.earliest.isoformat() if when and when.earliest else "", item.id)
