"""Where the allies stand: each pick by regime, as far as the dossier knows, and what a US easing alone would leave."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from markupsafe import Markup

from briefer.analysis import allies as analysis
from briefer.analysis.bearing import left_by
from briefer.analysis.freezing import limited
from briefer.analysis.index import index
from briefer.assemble import ends, words
from briefer.assemble.context import Context, unique
from briefer.assemble.designations import merged
from briefer.assemble.left_abroad import leaves
from briefer.assemble.page import Page
from briefer.assemble.prose import FULL, Part, prose
from briefer.assemble.scripts import printable
from briefer.language import _, mark
from briefer.model.allies import Stance, Standing, Under
from briefer.model.facts import Designation, Measure
from briefer.model.law import REGIMES, Silence
from briefer.model.relief import Remains

DATED, BARE, NAME, LONGEST = 25.0, 9.0, 30.0, 60.0
"""Millimetres of a column with dates and of one without, and of that of the names at least and at most."""
COLUMNS = 9
"""How many regimes a page has columns for; of more, those that the rulebook does not know are told in a line."""
FURTHER = 3
"""How many further dates a cell names."""
SIGNS = {"listed": "◆", "unplaced": "□", "limited": "■", "searched": "–", "possible": "○", "not checked": "?"}
WORDS = {"no list": mark("no list"), "none exist": mark("none exist")}
"""Statuses that stand in words, without a sign."""

UNDATED = mark("no date")
LATER = {"further": mark("further, {dates}"), "limits": mark("limits, {dates}")}
"""What is said of an act's later measures, and of limits beside a freeze."""

NUMBER = re.compile(r"EO \d{5}|(?:SI|SL|SR) [\d./]*\d|SOR/[\d-]+\d|\b\d{2,4}/\d{2,4}\b")
"""How an act is called in short: the number of an order, a regulation or an instrument."""


@dataclass(frozen=True, slots=True)
class Status:
    """One line of a cell, for an act: a sign, a date or word beside it, the act and its marked end beneath.

    `key` is the status that a line without a sign says in words. `further` are the act's later measures and the limits
    beside a freeze, by their dates, each with its mark.
    """

    sign: str
    text: str = ""
    doubt: str = ""
    acts: str = ""
    until: str = ""
    lapse: str = ""
    further: tuple[tuple[str, str], ...] = ()
    key: str = ""


@dataclass(frozen=True, slots=True)
class AllyRow:
    """An entity over the regimes, and what a US easing alone would leave; empty where there is nothing to ease."""

    name: str
    anchor: str
    cells: tuple[tuple[Status, ...], ...]
    leaves: str


@dataclass(frozen=True, slots=True)
class Regime:
    """A column's head: the code, and the act where all entries of the regime stand under one."""

    code: str
    act: str = ""


@dataclass(frozen=True, slots=True)
class Abroad:
    """A measure of another regime that names nobody."""

    regime: str
    title: str
    authority: str
    ends: str
    sources: tuple[str, ...]
    doubt: str = ""
    lapse: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Allies:
    """The section: the matrix with its widths, and the measures abroad; `names` spell out codes and acts.

    `alike` names, by a status in words, the regimes of which the same is true for every entry; `beyond` those that
    list an entry and for which there is no column.
    """

    lead: Markup
    day: str
    regimes: tuple[Regime, ...]
    names: tuple[str, ...]
    alike: tuple[tuple[str, tuple[str, ...]], ...]
    beyond: tuple[str, ...]
    signs: frozenset[str]
    silent: tuple[str, ...]
    widths: tuple[float, ...]
    rows: tuple[AllyRow, ...]
    sources: tuple[str, ...]
    measures: tuple[Abroad, ...]
    parts: tuple[Part, ...]


def allies(page: Page) -> Allies:
    """Gives the section on the allies; regimes beyond the nine stand where an entity is listed there."""
    context = page.context
    text = prose(page, page.placed.section.text)
    codes, found = analysis.regimes(context.dossier), analysis.allies(context.dossier)
    columns = tuple(zip(*(one.standings for one in found), strict=True))
    acts = [unique(act for one in column for act in one.acts) for column in columns]
    single = [len(held) < 2 for held in acts]
    rows = tuple(_row(context, one, single) for one in found)
    alike = _alike(codes, rows)
    told = {code for same in alike.values() for code in same}
    kept = [place for place in range(len(columns)) if codes[place] not in told]
    beyond = _beyond(codes, kept)
    kept = [place for place in kept if place not in beyond]
    rows = tuple(replace(row, cells=tuple(row.cells[place] for place in kept)) for row in rows)
    shown = [(codes[place], acts[place]) for place in kept]
    return Allies(
        lead=text.lead,
        day=words.day(context.dossier.as_of, context.language, words.LONG),
        regimes=tuple(Regime(code, _short(held[0]) if len(held) == 1 else "") for code, held in shown),
        names=tuple(_named(code, held) for code, held in shown),
        alike=tuple((word, tuple(map(words.regime, same))) for word, same in alike.items()),
        beyond=tuple(words.regime(codes[place]) for place in beyond),
        signs=frozenset(line.sign or line.key for row in rows for cell in row.cells for line in cell),
        silent=tuple(_silence(row) for row in analysis.silences(context.dossier)),
        widths=_widths(rows, len(shown)),
        rows=rows,
        sources=unique(id for one in found for standing in one.standings for id in standing.sources),
        measures=tuple(_measures(context)),
        parts=text.parts,
    )


def _beyond(codes: Sequence[str], kept: list[int]) -> list[int]:
    """Gives those of the places kept for which the page has no column: of regimes that the rulebook does not know."""
    others = [place for place in kept if codes[place] not in REGIMES]
    return others[max(COLUMNS - len(kept) + len(others), 0) :]


def _alike(codes: Iterable[str], rows: tuple[AllyRow, ...]) -> dict[str, list[str]]:
    """Gives by word the regimes whose lists say nothing of any entry; they are told in a line, not in columns."""
    found: dict[str, list[str]] = {}
    for place, code in enumerate(codes):
        cells = {row.cells[place] for row in rows}
        word = next(iter(cells))[0].key if len(rows) > 1 == len(cells) else ""
        if word in WORDS:
            found.setdefault(word, []).append(code)
    return found


def _short(act: str) -> str:
    found = NUMBER.search(act)
    return found[0] if found else act


def _named(code: str, acts: tuple[str, ...]) -> str:
    said = "; ".join(acts)
    return f"{code} {words.regime(code)}{f': {said}' if said else ''}"


def _row(context: Context, one: Stance, single: Iterable[bool]) -> AllyRow:
    cells = tuple(
        tuple(_lines(context, one.id, standing, acts=not alone))
        for standing, alone in zip(one.standings, single, strict=True)
    )
    return AllyRow(printable(one.caption), context.anchor(one.id), cells, leaves(context, one) if one.eased else "")


def _lines(context: Context, id: str, one: Standing, *, acts: bool) -> Iterator[Status]:
    """Yields a line for the acts under which an entity stands alike, else the one that says how else it stands."""
    yield from _together(_acts(context, id, one, acts=acts))
    if one.status == "possible":
        yield Status(SIGNS[one.status], ", ".join(each.id for each in one.possible))
    elif one.status in WORDS:
        yield Status("", _(WORDS[one.status]), key=one.status)
    elif not one.under:
        yield Status(SIGNS[one.status], "", words.doubt(one.confidence) if one.status == "searched" else "")


def _together(lines: Iterable[Status]) -> Iterator[Status]:
    """Yields lines that say the same of several acts as one."""
    found: dict[Status, list[str]] = {}
    for line in lines:
        found.setdefault(replace(line, acts=""), []).append(line.acts)
    yield from (replace(line, acts=", ".join(filter(None, acts))) for line, acts in found.items())


def _acts(context: Context, id: str, one: Standing, *, acts: bool) -> Iterator[Status]:
    for under in one.under:
        shown = ", ".join(unique(map(_short, under.acts))) if acts else ""
        until = _("to {day}", day=ends.day(context, under.until, under.about)) if under.until else ""
        doubt = words.doubt(under.confidence)
        lapse = ends.mark(context, one.regime, under.until, under.tags)
        since, further = context.day(under.since) or _(UNDATED), tuple(_further(context, id, one.regime, under))
        yield Status(SIGNS[under.status], since, doubt, printable(shown), until, lapse, further)


def _further(context: Context, id: str, regime: str, under: Under) -> Iterator[tuple[str, str]]:
    """Yields in words what else an entity is under by an act, with its mark: later dates and limits beside a freeze."""
    for word, items in later(context, id, regime, under):
        dates = unique(context.day(item.start) or _(UNDATED) for item in items)
        if dates:
            told = ", ".join(dates[:FURTHER])
            if len(dates) > FURTHER:
                told = _("{dates} and {number} more", dates=told, number=len(dates) - FURTHER)
            yield _(LATER[word], dates=told), words.doubt(*(item.confidence for item in items))


def later(
    context: Context, id: str, regime: str, under: Under
) -> Iterator[tuple[Literal["further", "limits"], list[Designation]]]:
    """Yields what else an entity is under by an act: measures of another day alike, and limits beside a freeze."""
    held = [item for item in context.in_force(context.entities[id]) if item.regime == regime]
    held = sorted((item for item in merged(held) if item.programme in under.tags), key=_begun)
    partly = under.status != analysis.LISTED
    yield "further", [item for item in held if limited(item) == partly and item.start != under.since]
    yield "limits", [] if partly else [item for item in held if limited(item)]


def _begun(item: Designation) -> date:
    return item.start.earliest if item.start and item.start.earliest else date.max


def _silence(row: Silence) -> str:
    doubt = words.doubt(row.confidence)
    return f"{row.title} ({row.citation}{f'; {doubt}' if doubt else ''})"


def _widths(rows: tuple[AllyRow, ...], regimes: int) -> tuple[float, ...]:
    """Gives a regime's column room for a date where it prints one; of few regimes each takes what no name needs."""
    dated = [any(line.sign and line.text for row in rows for line in row.cells[place]) for place in range(regimes)]
    wide = min(DATED, (FULL - NAME - BARE * dated.count(False)) / max(dated.count(True), 1))
    columns = [int(wide * 2) / 2 if has else BARE for has in dated]
    spare = max(FULL - LONGEST - sum(columns), 0) / max(dated.count(True), 1)
    columns = [column + int(spare * 2) / 2 if has else column for column, has in zip(columns, dated, strict=True)]
    return (FULL - sum(columns), *columns)


def _measures(context: Context) -> Iterator[Abroad]:
    known = index(context.dossier.law, context.dossier.as_of)
    for item in context.dossier.measures:
        if item.regime != context.home:
            first, *others = tuple(left_by(item, known)) or (None,)
            yield _measure(context, item, first)
            for left in filter(None, others):
                act = replace(item, authority=left.act, until=None, sources=left.sources, confidence=left.confidence)
                yield _measure(context, act, left)


def _measure(context: Context, item: Measure, left: Remains | None) -> Abroad:
    until, _after = ends.followed(context, item.until, left)
    return Abroad(
        regime=words.regime(item.regime),
        title=printable(item.title),
        authority=item.authority,
        ends=_end(context, item, left),
        sources=item.sources,
        doubt=words.doubt(item.confidence),
        lapse=ends.mark(context, item.regime, until),
    )


def _end(context: Context, item: Measure, left: Remains | None) -> str:
    """Gives the end that a measure states and, where it has passed, what followed; else what is known of its act's."""
    _until, after = ends.followed(context, item.until, left)
    return after or context.day(item.until) or (_(ends.NO_DATE) if left and left.basis == "none" else "")
