"""Who else is freed: what delisting each pick alone sets free, what stays blocked and why, and what is open."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from briefer.analysis.ownership import Case
from briefer.analysis.ownership_figure import figure
from briefer.assemble import owners, words
from briefer.assemble.backing import UNBACKED, Backing, Share, of_companies, of_steps, shares
from briefer.assemble.cells import keys
from briefer.assemble.context import RULES, Context, unique
from briefer.assemble.limits import LimitRow, limit_rows, told
from briefer.assemble.page import Page
from briefer.assemble.paths import name, path
from briefer.assemble.prose import Part, prose
from briefer.language import _, mark
from briefer.model.ownership_figure import OwnershipFigure
from briefer.model.ripple import Fate, Ripple, Tie

HOMES = {"US": "us", "EU": "eu", "UK": "uk"}
FIGURES = 2
DRAWN = 2
"""On how many companies a delisting must bear through holdings to be drawn."""
SHOWN, OPEN, LIMITS = 6, 3, 24
"""How many companies a cell names, how many open ones a line on another rule, and how many limits the table has."""

ITSELF = {
    "free": mark("{regime}: {freed} freed, {open}"),
    "blocked": mark("{regime}: {freed} freed, {open}; stays frozen itself through its owners"),
    "open": mark("{regime}: {freed} freed, {open}; its own status is open"),
}
"""What a delisting under another rule does, by what becomes of the delisted itself."""
STAYS = {"blocked": mark("stays blocked"), "frozen": mark("stays frozen")}
KEPT = {
    "blocked": mark("{name} stays blocked, since {holdings}"),
    "frozen": mark("{name} stays frozen, since {holdings}"),
}
NOT = {"blocked": mark("not blocked"), "frozen": mark("not frozen")}
LIMITED = {"blocked": mark("{lists} only, not blocked. {why}"), "frozen": mark("{lists} only, not frozen. {why}")}
"""What is said where a regime's rule reaches or does not reach somebody, by `owners.barred`."""


@dataclass(frozen=True, slots=True)
class Company:
    """Companies with the words that say why they are freed, stay blocked, are open or are not blocked."""

    name: str
    why: str
    backing: Backing = UNBACKED


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence on the delisted themselves, with what the holdings in it rest on."""

    text: str
    backing: Backing = UNBACKED


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnerRow:
    """One pick, delisted alone: what that frees, what stays blocked, what is open or not blocked before either.

    `others` says in a line each what the same delisting does under another regime's rule.
    """

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
    """The section: a figure for those with most to show, a row for each pick that holds anything, the three rules.

    `rule` is the home regime in words, `others` the codes of the other two. `limits` are those short of a block that
    go by ownership. `freeing` says whether any row frees somebody, `upward`
    which of the picks would stay blocked through their own owners, regime by regime.
    """

    lead: Markup
    rule: str
    others: tuple[str, ...]
    figures: tuple[OwnershipFigure, ...]
    rows: tuple[OwnerRow, ...]
    freeing: bool
    without: tuple[str, ...]
    shares: Mapping[str, Share]
    sources: tuple[str, ...]
    upward: tuple[Said, ...]
    rules: tuple[RuleRow, ...]
    notes: tuple[str, ...]
    limits: tuple[LimitRow, ...]
    more_limits: int
    parts: tuple[Part, ...]


def ownership(page: Page) -> OwnershipView:
    """Gives the section under the home regime's rule, with what the other two rules say beside it."""
    context = page.context
    text = prose(page, page.placed.section.text)
    home = HOMES.get(context.home, RULES[0])
    cases, found = context.cases, context.ripples
    asked = tuple(found)
    reaching = {id: each for id, each in found.items() if any(map(_reached, each.values()))}
    worth = (each[home] for each in reaching.values() if len(_held(each[home])) >= DRAWN)
    ranked = sorted(worth, key=lambda one: -len(_held(one)))
    rows = tuple(_row(context, cases, home, id, each) for id, each in reaching.items())
    figures = tuple(figure(one, held=True) for one in ranked[:FIGURES])
    beside, sources = shares(context, figures)
    limits = tuple(row for id, each in found.items() for row in limit_rows(context, id, each[home]))
    return OwnershipView(
        lead=text.lead,
        rule=words.regime(cases[home].rule.regime),
        others=tuple(regime for regime, rule in HOMES.items() if rule != home),
        figures=figures,
        shares=beside,
        sources=sources,
        rows=rows,
        freeing=any(row.freed for row in rows),
        without=tuple(f"{context.name(id)}{_only(cases[home].limited.get(id))}" for id in asked if id not in reaching),
        upward=tuple(_upward(context, rule, [each[rule] for each in found.values()]) for rule in cases),
        rules=tuple(_rule(context, one, here=name == home) for name, one in cases.items()),
        notes=unique(note for each in reaching.values() for note in each[home].notes),
        limits=limits[:LIMITS],
        more_limits=len(limits[LIMITS:]),
        parts=text.parts,
    )


def outcomes(context: Context) -> Iterator[tuple[str, ...]]:
    """Yields a row for each company that a delisting bears on, rule by rule, for the workbook."""
    for rule, asked in context.cases.items():
        regime = asked.rule.regime
        for id, found in context.ripples.items():
            caption = context.caption(id)
            if asked.graph.places.get(id) in asked.seeds:
                for row in _outcomes(found[rule]):
                    backing = of_companies(context, id, row[:1], regime)
                    yield id, caption, regime, *row, *_known(context, backing, asked.rule.confidence.value)
            for *said, sure, backing in told(context, id, found[rule]):
                yield id, caption, regime, *said, *_known(context, backing, sure)


def _known(context: Context, backing: Backing, rule: str) -> tuple[str, str, str]:
    """Gives how sure the facts behind an outcome are, how sure the rule is, and the keys of the facts."""
    return backing.confidence, rule, keys(context, backing.sources)


def _outcomes(found: Ripple) -> Iterator[tuple[str, str, str, str]]:
    """Yields id, name, outcome and why: first of the delisted itself, where its owners may keep it blocked."""
    names, barred = dict(found.captions), owners.barred(found.applied.regime)
    limited = dict(found.limited)
    for fate in found.fates:
        if fate.status != "free":
            word = _(STAYS[barred]) if fate.status == "blocked" else _("open")
            yield fate.id, names.get(fate.id, fate.id), word, _fate(names, fate, barred)
    outcomes = (_("freed"), _(STAYS[barred]), _("open"), _(NOT[barred]))
    for word, companies in zip(outcomes, affected(found), strict=True):
        for id, why in companies:
            told = _(LIMITED[barred], lists=limited[id], why=why) if id in limited else why
            yield id, names.get(id, id), word, told


def affected(found: Ripple) -> tuple[list[tuple[str, str]], ...]:
    """Gives (id, why) of the companies freed, still blocked, open, and not blocked before either."""
    names = dict(found.captions)
    listed = {tie.id for tie in found.linked if tie.path is not None}
    bare = {one.id: one.why for one in found.not_blocked}
    cautions = {id: _whys(found, id) for id in unique((*found.indeterminate, *found.review)) if id not in bare}
    loose = [(tie, _("{link}; no holding on record", link=_link(tie))) for tie in found.linked if tie.id not in listed]
    bare |= {tie.id: why for tie, why in loose if tie.control}
    bare |= {id: why for id, why in cautions.items() if id not in found.uncertain}
    ties = [(tie.id, f"{path(names, tie.path)}; {_link(tie)}") for tie in found.linked if tie.path is not None]
    groups = (
        [(one.id, path(names, one.path)) for one in found.paths if one.id in found.freed],
        [*((one.id, path(names, one.path)) for one in found.still_blocked), *ties],
        [
            *((id, why) for id, why in cautions.items() if id in found.uncertain),
            *((tie.id, f"{why}.") for tie, why in loose if not tie.control and tie.id not in cautions),
        ],
        list(bare.items()),
    )
    return tuple([(id, why) for id, why in group if id not in found.delisted] for group in groups)


def _link(tie: Tie) -> str:
    """The words of a link as a part of a sentence: the post, or that no more than a link is printed."""
    if not (tie.control and tie.role):
        return _("linked, neither direction nor share stated")
    return f"{tie.role[:1].lower()}{tie.role[1:]}"


def _whys(found: Ripple, id: str) -> str:
    return " ".join(doubt.why for doubt in found.reasons if doubt.id == id)


def _reached(found: Ripple) -> tuple[str, ...]:
    """Gives everybody else on whom the delisting could bear, or who has to be told that it does not."""
    return unique(id for group in affected(found) for id, _ in group)


def _held(found: Ripple) -> set[str]:
    """Gives those on whom the delisting could bear through a holding."""
    ends = {end for stake in found.stakes for end in (stake.owner, stake.asset)}
    return ends.intersection(_reached(found))


def _row(context: Context, cases: dict[str, Case], home: str, id: str, found: dict[str, Ripple]) -> OwnerRow:
    names = dict(found[home].captions)
    freed, blocked, open_, bare = affected(found[home])
    names |= {one: f"{name(names, one)}{_only(lists)}" for one, lists in found[home].limited}
    loose = [
        *((one, _("Open. {why}", why=why[:1].upper() + why[1:])) for one, why in open_),
        *((one, _("Not blocked: {why}.", why=why)) for one, why in bare),
    ]
    groups = (freed, blocked, loose)
    regime = cases[home].rule.regime
    return OwnerRow(
        name=context.name(id),
        anchor=context.anchor(id),
        freed=_grouped(context, (id, regime), names, freed),
        blocked=_grouped(context, (id, regime), names, blocked),
        open=_grouped(context, (id, regime), names, loose),
        more=sum(max(len(group) - SHOWN, 0) for group in groups),
        others=tuple(_elsewhere(cases[rule], id, found[rule], names) for rule in RULES if rule != home),
    )


def _grouped(
    context: Context, asked: tuple[str, str], names: dict[str, str], companies: list[tuple[str, str]]
) -> tuple[Company, ...]:
    """Gives as many companies as a cell takes, those with the same reason together; `asked` are delisted and regime."""
    delisted, regime = asked
    alike: dict[str, list[str]] = {}
    for id, why in companies[:SHOWN]:
        alike.setdefault(why, []).append(id)
    return tuple(
        Company(", ".join(name(names, id) for id in ids), why, of_companies(context, delisted, ids, regime))
        for why, ids in alike.items()
    )


def _elsewhere(asked: Case, id: str, found: Ripple, names: dict[str, str]) -> str:
    """Says in one line what delisting by another regime too would free under its rule, and names what is open."""
    regime = asked.rule.regime
    if asked.graph.places.get(id) not in asked.seeds:
        return _("{regime}: no freeze by name on record", regime=regime)
    freed, _blocked, open_, _bare = affected(found)
    known = names | dict(found.captions)
    named = ", ".join(name(known, one) for one, _why in open_[:OPEN])
    if len(open_) > OPEN:
        named = _("{names} and {number} more", names=named, number=len(open_) - OPEN)
    number = len(open_)
    said = _("{number} open ({names})", number=number, names=named) if named else _("{number} open", number=number)
    return _(ITSELF[found.fates[0].status], regime=regime, freed=len(freed), open=said)


def _upward(context: Context, rule: str, found: list[Ripple]) -> Said:
    """Says under one rule which of the picks would stay blocked through their own owners, and of which that is open.

    So it does of those that no listing blocks.
    """
    asked = context.cases[rule]
    listed = [one for one in found if asked.graph.places[one.fates[0].id] in asked.seeds]
    blocked = [one.fates[0] for one in listed if one.fates[0].status == "blocked"]
    steps = ((step.owner, step.asset) for fate in blocked for step in fate.path)
    barred = owners.barred(asked.rule.regime)
    kept = [_fate(dict(one.captions), one.fates[0], barred) for one in listed if one.fates[0].status == "blocked"]
    open_ = [name(dict(one.captions), one.fates[0].id) for one in listed if one.fates[0].status == "open"]
    if open_:
        names = ", ".join(open_)
        kept.append(_("open, to be judged by a person (workbook, sheet Ripple): {names}", names=names))
    kept += owners.beside(context, rule)
    said = "; ".join(kept) or _("none on record")
    return Said(f"{asked.rule.regime}: {said}.", of_steps(context, steps))


def _fate(names: dict[str, str], fate: Fate, barred: str) -> str:
    if fate.status == "blocked":
        return _(KEPT[barred], name=name(names, fate.id), holdings=path(names, fate.path))
    return " ".join(fate.why)


def _only(lists: str | None) -> str:
    return _(" ({lists} only)", lists=lists) if lists else ""


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
