"""Where the allies stand: each pick by regime, as far as the dossier knows, and what a US easing alone would leave."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from briefer.analysis import allies as analysis
from briefer.assemble import words
from briefer.assemble.context import Context, unique
from briefer.assemble.page import Page
from briefer.assemble.prose import FULL, Part, prose
from briefer.assemble.scripts import printable
from briefer.model.allies import Left, Stance, Standing
from briefer.model.facts import Measure

DATED, BARE, NAME = 22.0, 9.0, 30.0
SIGNS = {"listed": "●", "limited": "■", "searched": "–", "possible": "○", "not checked": "?", "no list": ""}
NO_LIST = "no list"
ENDS = {"none": "no end date"}
UNKNOWN_END = "end not known"
NUMBER = re.compile(r"EO \d{5}|(?:SI|SL|SR) [\d./]*\d|SOR/[\d-]+\d|\b\d{2,4}/\d{2,4}\b")
"""How an act is called in short: the number of an order, a regulation or an instrument."""


@dataclass(frozen=True, slots=True)
class Status:
    """One cell: a sign, a date or word beside it, the acts and the next end beneath."""

    sign: str
    text: str = ""
    doubt: str = ""
    acts: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class AllyRow:
    """An entity over the regimes, and what a US easing alone would leave; empty where there is nothing to ease."""

    name: str
    anchor: str
    cells: tuple[Status, ...]
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Allies:
    """The section: the matrix with its widths, and the measures abroad; `names` spell out codes and acts."""

    lead: Markup
    day: str
    regimes: tuple[Regime, ...]
    names: tuple[str, ...]
    signs: frozenset[str]
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
    return Allies(
        lead=text.lead,
        day=words.day(context.dossier.as_of, context.language, words.LONG),
        regimes=tuple(
            Regime(code, _short(held[0]) if len(held) == 1 else "") for code, held in zip(codes, acts, strict=False)
        ),
        names=tuple(_named(code, held) for code, held in zip(codes, acts, strict=False)),
        signs=frozenset(cell.sign or cell.text for row in rows for cell in row.cells),
        widths=_widths(rows, len(codes)),
        rows=rows,
        sources=unique(id for one in found for standing in one.standings for id in standing.sources),
        measures=tuple(_measure(context, item) for item in context.dossier.measures if item.regime != context.home),
        parts=text.parts,
    )


def _short(act: str) -> str:
    found = NUMBER.search(act)
    return found[0] if found else act


def _named(code: str, acts: tuple[str, ...]) -> str:
    said = "; ".join(acts)
    return f"{code} {words.regime(code)}{f': {said}' if said else ''}"


def _row(context: Context, one: Stance, single: Iterable[bool]) -> AllyRow:
    cells = tuple(
        _status(context, standing, acts=not alone) for standing, alone in zip(one.standings, single, strict=True)
    )
    return AllyRow(printable(one.caption), context.anchor(one.id), cells, leaves(context, one) if one.eased else "")


def _status(context: Context, one: Standing, *, acts: bool) -> Status:
    sign, doubt = SIGNS[one.status], words.doubt(one.confidence)
    if one.status in ("listed", "limited"):
        shown = ", ".join(unique(map(_short, one.acts))) if acts else ""
        until = f"to {words.day(one.until, context.language)}" if one.until else ""
        return Status(sign, context.day(one.since), doubt, printable(shown), until)
    if one.status == "possible":
        return Status(sign, ", ".join(each.id for each in one.possible))
    return Status(sign, NO_LIST if one.status == "no list" else "", doubt if one.status == "searched" else "")


def leaves(context: Context, one: Stance) -> str:
    """Says in words what a US easing alone would leave: by regime, what freezes and what limits, with the next end."""
    said: dict[str, list[str]] = {}
    for code in dict.fromkeys(left.regime for left in one.leaves):
        parts = [_kept(context, left) for left in one.leaves if left.regime == code]
        said.setdefault(" and ".join(unique(parts)), []).append(code)
    found = [f"{' and '.join(_series(codes))} {what}" for what, codes in said.items()]
    possible = [f"{each.regime} possibly, undecided" for each in one.standings if each.status == "possible"]
    return "; ".join((*(found or _nothing(one)), *possible))


def _series(codes: list[str]) -> Iterator[str]:
    """Gives the codes as two: all but the last, and the last."""
    if codes[:-1]:
        yield ", ".join(codes[:-1])
    yield codes[-1]


def _kept(context: Context, left: Left) -> str:
    what = "asset freeze" if left.freezes else "limits"
    end = words.day(left.until, context.language) if left.until else ""
    return f"{what} to {end}" if end else f"{what}, {ENDS.get(left.basis, UNKNOWN_END)}"


def _nothing(one: Stance) -> Iterator[str]:
    searched = [each.regime for each in one.standings if each.status == "searched"]
    if searched:
        yield f"nothing found in {' and '.join(_series(searched))}"
    unsearched = [each.regime for each in one.standings if each.status in ("not checked", "no list")]
    if unsearched:
        yield f"{' and '.join(_series(unsearched))} not known"


def _widths(rows: tuple[AllyRow, ...], regimes: int) -> tuple[float, ...]:
    """Gives a regime's column room for a date where it prints one."""
    dated = [any(row.cells[place].sign and row.cells[place].text for row in rows) for place in range(regimes)]
    wide = min(DATED, (FULL - NAME - BARE * dated.count(False)) / max(dated.count(True), 1))
    columns = [int(wide * 2) / 2 if has else BARE for has in dated]
    return (FULL - sum(columns), *columns)


def _measure(context: Context, item: Measure) -> Abroad:
    return Abroad(
        regime=words.regime(item.regime),
        title=printable(item.title),
        authority=item.authority,
        ends=context.day(item.until),
        sources=item.sources,
        doubt=words.doubt(item.confidence),
    )
