"""Holders side by side: the matrix by question, where they differ, and how a holder's line moved."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from briefer.analysis.chains import REPORTED
from briefer.analysis.divergence import divergence
from briefer.analysis.positions import FIRST, ONLY, known, lines
from briefer.analysis.stance_matrix import Ledger
from briefer.analysis.stance_matrix import matrix as stance_matrix
from briefer.assemble import words
from briefer.assemble.context import Context, unique
from briefer.assemble.holding import change, footing, footings, moved, said, second_hand
from briefer.assemble.prose import FULL
from briefer.assemble.scripts import printable
from briefer.assemble.words import Mark
from briefer.language import _, mark, ngettext
from briefer.model.policy import Issue, Position
from briefer.model.stances import Divergence, Line, Stand

FULL_ENOUGH = 0.4
COLUMNS = range(2, 6)
HOLDER = 48.0
CLEAR = 2
"""How many holders must have a clear stance before a question is one on which they can differ."""
NAMED = 6
"""Up to how many holders without a recorded position are named and not only counted."""
TURNED = {0: "{move}", 1: mark("{move}, after turning once"), 2: mark("{move}, after turning twice")}
"""What is said of a line that turned so often on its way."""
CAMP = 12
"""How many holders of one camp are named in a cell."""
NO_POSITION = mark("no recorded position")
"""What is said where a holder has no position; `_` says it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StanceCell:
    """One dated stance with the quiet lines beneath it; without a mark it is a blank, which `notes` explains.

    `footing` is the word for what is not on the record: ours or reported.
    """

    mark: Mark | None = None
    said: str = ""
    footing: str = ""
    notes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A holder and where it stands on each question."""

    holder: str
    capacity: str
    cells: tuple[StanceCell, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Holders by questions; `footings` are the words in it for what is not on the record, each with its meaning."""

    issues: tuple[str, ...]
    rows: tuple[MatrixRow, ...]
    widths: tuple[float, ...]
    footings: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Named:
    """A holder in a camp with the sign of the stance, its source, and what there is to remark in a word each."""

    sign: str
    holder: str
    words: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Camp:
    """The holders of one camp on a question; `more` counts those for whom there is no room."""

    named: tuple[Named, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class DifferRow:
    """A question, how far its holders are apart, the camps, and who has no recorded position on it or how many.

    The camps are those in favour, those against, and those who are neither or unclear.
    """

    question: str
    table: str
    apart: str
    camps: tuple[Camp, ...]
    blank: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LineRow:
    """What a holder held on a question over time, oldest first, and where that led."""

    holder: str
    capacity: str
    question: str
    said: tuple[StanceCell, ...]
    trend: str


def matrix(context: Context, issues: list[Issue]) -> Matrix | None:
    """Gives the matrix of two to five questions where at least two in five of its cells are filled."""
    if not full_enough(context, issues):
        return None
    since = context.pack.settings.since
    found = stance_matrix(context.dossier, since=since, holders=holders_of(context))
    place = {issue.id: number for number, issue in enumerate(found.issues)}
    rows = tuple(
        MatrixRow(
            printable(row.holder),
            printable(row.capacity),
            tuple(_cell(context, row.stands[place[issue.id]]) for issue in issues),
        )
        for row in found.rows
    )
    column = (FULL - HOLDER) / len(issues)
    widths = (HOLDER, *[column] * len(issues))
    marked = footings(cell.footing for row in rows for cell in row.cells)
    return Matrix(tuple(issue.title for issue in issues), rows, widths, marked)


def full_enough(context: Context, issues: list[Issue]) -> bool:
    """Says whether the matrix of these questions is worth its room."""
    ids = {issue.id for issue in issues}
    taken = known(context.dossier.positions, context.dossier.as_of)
    filled = {(item.holder, item.issue) for item in taken if item.issue in ids}
    cells = len(holders_of(context)) * len(issues)
    return len(issues) in COLUMNS and len(filled) >= FULL_ENOUGH * cells


def differing(context: Context, issues: list[Issue]) -> tuple[Divergence, ...]:
    """Gives the questions, in their printed order, on which at least two holders have a clear stance."""
    found = {one.issue: one for one in divergence(context.dossier, holders_of(context))}
    apart = (found[issue.id] for issue in issues)
    return tuple(one for one in apart if len(one.favour) + len(one.against) + len(one.neither) >= CLEAR)


def differ_rows(context: Context, issues: list[Issue], tables: Mapping[str, str]) -> tuple[DifferRow, ...]:
    """Gives a row for each question on which holders can differ; `tables` are where its positions stand in full."""
    titles = {issue.id: issue.title.rstrip(".") for issue in issues}
    ledger, since = Ledger(context.dossier), context.pack.settings.since
    rows = []
    for found in differing(context, issues):
        stands = {stand.holder: ledger.stand(stand.holder, found.issue, since) for stand in found.stands}
        camps = (found.favour, found.against, (*found.neither, *found.unclear))
        rows.append(
            DifferRow(
                titles[found.issue],
                tables.get(found.issue, ""),
                _apart(found),
                tuple(_camp(stands[name] for name in names) for names in camps),
                _blank(found.blank, len(stands)),
            )
        )
    return tuple(rows)


def _blank(holders: tuple[str, ...], all_: int) -> tuple[str, ...]:
    """Names the holders without a recorded position, or where they are many says how many of all they are."""
    if len(holders) <= NAMED:
        return tuple(map(printable, holders))
    return (_("{number} of {total} holders", number=len(holders), total=all_),)


def _apart(found: Divergence) -> str:
    """Says how far the ends of the recorded stances lie apart."""
    steps = (found.highest or 0) - (found.lowest or 0)
    return ngettext("{count} step apart", "{count} steps apart", steps) if steps else _("all alike")


def _camp(stands: Iterable[Stand]) -> Camp:
    """Names the holders of a camp, the firmest first."""
    held = sorted(stands, key=lambda stand: -(stand.strength or 0))
    named = tuple(_named(stand.position, stand) for stand in held[:CAMP] if stand.position)
    return Camp(named, len(held) - len(named))


def _named(item: Position, stand: Stand) -> Named:
    remarks = (
        words.stance(None).word if item.stance is None else "",
        footing(item),
        _("new") if stand.trend == FIRST else _("moved") if stand.by else "",
    )
    return Named(words.stance(item.stance).sign, printable(item.holder), unique(remarks), unique((item.source,)))


def line_rows(context: Context, issues: list[Issue]) -> tuple[LineRow, ...]:
    """Gives a row for each holder with more than one position on a question, by holder and question."""
    titles = {issue.id: issue.title.rstrip(".") for issue in issues}
    holders, asked = holders_of(context), list(titles)
    found = [line for line in lines(context.dossier.positions, context.dossier.as_of) if line.trend != ONLY]
    found.sort(key=lambda line: (holders.index(line.holder), asked.index(line.issue)))
    return tuple(_line(context, line, titles[line.issue]) for line in found)


def _line(context: Context, line: Line, title: str) -> LineRow:
    cells = tuple(_dated(context, one.position, _("replaced") if one.superseded_by else "") for one in line.said)
    return LineRow(printable(line.holder), printable(line.said[-1].position.capacity), title, cells, trend_of(line))


def trend_of(line: Line) -> str:
    """Says in words where a line led, and how often it turned on the way."""
    if line.trend != ONLY and line.by is None:
        clear = any(one.position.stance is not None for one in line.said)
        return _("now unclear") if clear else _("never clear")
    how = moved(line.trend, line.by)
    if line.turns in TURNED:
        return _(TURNED[line.turns], move=how)
    return ngettext("{move}, after turning {count} time", "{move}, after turning {count} times", line.turns, move=how)


def _cell(context: Context, stand: Stand) -> StanceCell:
    if stand.position is None:
        return StanceCell(notes=(_(NO_POSITION),))
    return _dated(context, stand.position, change(stand, context.pack.settings.since, context.language))


def _dated(context: Context, item: Position, note: str) -> StanceCell:
    """Gives a stance with its day; what is reported is second-hand, so one word says both."""
    hand = "" if item.basis == REPORTED else second_hand(context, item, named=False)
    return StanceCell(
        mark=words.stance(item.stance),
        said=said(context, item) or _("not dated"),
        footing=footing(item),
        notes=unique((hand, note)),
        sources=unique((item.source,)),
    )


def holders_of(context: Context) -> tuple[str, ...]:
    """Gives the holders of the picked positions, in the order in which the pack names them first."""
    return unique(item.holder for item in context.dossier.positions)
