"""Who else is freed: what delisting each pick alone sets free, what stays blocked and why, and what is open."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from briefer.analysis.ownership import Case, answer, case
from briefer.analysis.ownership_figure import figure
from briefer.assemble import words
from briefer.assemble.context import Context, unique
from briefer.assemble.page import Page
from briefer.assemble.prose import Part, prose
from briefer.assemble.scripts import printable
from briefer.model.ownership_figure import OwnershipFigure
from briefer.model.ripple import Decided, Ripple, Step

RULES = ("us", "eu", "uk")
HOMES = {"US": "us", "EU": "eu", "UK": "uk"}
FIGURES = 2
DRAWN = 2
"""How many companies a delisting must bear on to be drawn."""
SHOWN = 6
"""How many companies a cell names."""


@dataclass(frozen=True, slots=True)
class Company:
    """A company with the words that say why it is freed, stays blocked or is open."""

    name: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnerRow:
    """One pick, delisted alone: what that frees, what stays blocked, what is open; `others` under the other rules."""

    name: str
    anchor: str
    freed: tuple[Company, ...]
    blocked: tuple[Company, ...]
    open: tuple[Company, ...]
    more: int
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleRow:
    """One regime's rule as the paper applies it."""

    regime: str
    text: str
    since: str
    citation: str
    doubt: str
    here: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnershipView:
    """The section: a figure for those with most to show, a row for each pick that holds anything, the three rules."""

    lead: Markup
    rule: str
    figures: tuple[OwnershipFigure, ...]
    rows: tuple[OwnerRow, ...]
    without: tuple[str, ...]
    rules: tuple[RuleRow, ...]
    notes: tuple[str, ...]
    parts: tuple[Part, ...]


def ownership(page: Page) -> OwnershipView:
    """Gives the section under the home regime's rule, with what the other two rules say beside it."""
    context = page.context
    text = prose(page, page.placed.section.text)
    home = HOMES.get(context.home, RULES[0])
    known = (*context.dossier.entities, *context.dossier.neighbours)
    cases = {rule: case(known, rule, context.dossier.as_of) for rule in RULES}
    asked = tuple(entity.id for entity in context.dossier.entities if context.in_force(entity))
    found = {id: answer(cases[home], (id,)) for id in asked}
    reaching = {id: one for id, one in found.items() if _reached(one)}
    worth = (one for one in reaching.values() if len(_reached(one)) >= DRAWN)
    ranked = sorted(worth, key=lambda one: -len(_reached(one)))
    return OwnershipView(
        lead=text.lead,
        rule=words.regime(cases[home].rule.regime),
        figures=tuple(drawn for one in ranked[:FIGURES] if (drawn := figure(one)).panels),
        rows=tuple(_row(context, cases, home, id, one) for id, one in reaching.items()),
        without=tuple(context.name(id) for id in asked if id not in reaching),
        rules=tuple(_rule(context, one, here=name == home) for name, one in cases.items()),
        notes=unique(note for one in reaching.values() for note in one.notes),
        parts=text.parts,
    )


def outcomes(context: Context) -> Iterator[tuple[str, str, str, str, str, str, str]]:
    """Yields a row for each company that a delisting bears on, rule by rule, for the workbook."""
    known = (*context.dossier.entities, *context.dossier.neighbours)
    for rule in RULES:
        asked = case(known, rule, context.dossier.as_of)
        for entity in context.dossier.entities:
            if asked.graph.places.get(entity.id) in asked.seeds:
                found = answer(asked, (entity.id,))
                yield from ((entity.id, entity.caption, asked.rule.regime, *row) for row in _outcomes(found))


def _outcomes(found: Ripple) -> Iterator[tuple[str, str, str, str]]:
    names = dict(found.captions)
    for word, decided in (("freed", found.paths), ("stays blocked", found.still_blocked)):
        for one in decided:
            if one.id not in found.delisted and (word != "freed" or one.id in found.freed):
                yield one.id, names.get(one.id, one.id), word, _path(names, one)
    whys = {doubt.id: doubt.why for doubt in found.reasons}
    for id in unique((*found.indeterminate, *found.review)):
        if id not in found.delisted:
            yield id, names.get(id, id), "open", whys.get(id, "")


def _reached(found: Ripple) -> tuple[str, ...]:
    """Gives everybody else on whom the delisting could bear."""
    ids = (*found.freed, *(one.id for one in found.still_blocked), *found.indeterminate, *found.review)
    return tuple(id for id in unique(ids) if id not in found.delisted)


def _row(context: Context, cases: dict[str, Case], home: str, id: str, found: Ripple) -> OwnerRow:
    names = dict(found.captions)
    freed = [one for one in found.paths if one.id in found.freed and one.id not in found.delisted]
    open_ = [one for one in unique((*found.indeterminate, *found.review)) if one not in found.delisted]
    whys = {one.id: one.why for one in found.reasons}
    blocked = [one for one in found.still_blocked if one.id not in found.delisted]
    groups = (
        tuple(Company(_name(names, one.id), _path(names, one)) for one in freed),
        tuple(Company(_name(names, one.id), _path(names, one)) for one in blocked),
        tuple(Company(_name(names, one), whys.get(one, "")) for one in open_),
    )
    return OwnerRow(
        name=context.name(id),
        anchor=context.anchor(id),
        freed=groups[0][:SHOWN],
        blocked=groups[1][:SHOWN],
        open=groups[2][:SHOWN],
        more=sum(max(len(group) - SHOWN, 0) for group in groups),
        others=tuple(_elsewhere(cases, rule, id) for rule in RULES if rule != home),
    )


def _elsewhere(cases: dict[str, Case], rule: str, id: str) -> str:
    """Says in one line what the same delisting would free under another regime's rule."""
    asked = cases[rule]
    regime = asked.rule.regime
    if asked.graph.places.get(id) not in asked.seeds:
        return f"{regime}: not frozen there by name"
    found = answer(asked, (id,))
    freed = [one for one in found.freed if one not in found.delisted]
    open_ = len({*found.indeterminate, *found.review})
    return f"{regime}: {words.counted(len(freed), 'freed', 'freed')}, {open_} open"


def _name(names: dict[str, str], id: str) -> str:
    return printable(names.get(id, id))


def _path(names: dict[str, str], one: Decided) -> str:
    if isinstance(one.path, str):
        return "listed itself"
    return "; ".join(_steps(names, one.path))


def _steps(names: dict[str, str], path: tuple[Step, ...]) -> Iterator[str]:
    for step in path:
        yield f"{_name(names, step.owner)} holds {_share(step.percentage)} of {_name(names, step.asset)}"


def _share(percentage: Decimal) -> str:
    return f"{percentage.normalize():f} per cent"


def _rule(context: Context, one: Case, *, here: bool) -> RuleRow:
    applied = one.rule
    since = words.day(applied.valid_from, context.language) if applied.valid_from else ""
    return RuleRow(
        regime=words.regime(applied.regime),
        text=applied.text,
        since=since,
        citation=applied.citation,
        doubt=words.doubt(applied.confidence),
        here=here,
    )
