"""Where the allies stand: each pick by regime, as far as the dossier knows."""

from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from briefer.assemble import words
from briefer.assemble.context import Context, Stated, from_where, unique
from briefer.assemble.designations import limited
from briefer.assemble.page import Page
from briefer.assemble.prose import FULL, Part, prose
from briefer.assemble.scripts import printable
from briefer.model import law
from briefer.model.facts import Absence, Designation, Entity, Measure

REGIMES = ("US", "EU", "UK", "CA", "AU", "CH", "JP")
EXPIRY, DATED, BARE, NAME = 21.0, 18.0, 9.0, 30.0


@dataclass(frozen=True, slots=True)
class Status:
    """One cell: a sign, and a date or word beside it."""

    sign: str
    text: str = ""
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class AllyRow:
    """An entity over the regimes, and what lapses next."""

    name: str
    anchor: str
    cells: tuple[Status, ...]
    expiry: str


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
    """The section: the matrix with its widths, and the measures abroad."""

    lead: Markup
    day: str
    regimes: tuple[str, ...]
    names: str
    widths: tuple[float, ...]
    rows: tuple[AllyRow, ...]
    sources: tuple[str, ...]
    measures: tuple[Abroad, ...]
    parts: tuple[Part, ...]


def allies(page: Page) -> Allies:
    """Gives the section on the allies; regimes beyond the seven stand where an entity is listed there."""
    context = page.context
    text = prose(page, page.placed.section.text)
    entities = context.dossier.entities
    held = {item.regime for entity in entities for item in entity.designations}
    codes = (*REGIMES, *(code for code in law.REGIMES if code in held and code not in REGIMES))
    rows = tuple(_row(context, entity, codes) for entity in entities)
    stated: list[Stated] = []
    for entity in entities:
        stated += (*context.in_force(entity), *entity.absences)
    return Allies(
        lead=text.lead,
        day=words.day(context.dossier.as_of, context.language, words.LONG),
        regimes=codes,
        names=", ".join(f"{code} {words.regime(code)}" for code in codes),
        widths=_widths(rows, len(codes)),
        rows=rows,
        sources=from_where(*stated),
        measures=tuple(_measure(context, item) for item in context.dossier.measures if item.regime != context.home),
        parts=text.parts,
    )


def _row(context: Context, entity: Entity, codes: tuple[str, ...]) -> AllyRow:
    held = context.in_force(entity)
    cells = tuple(
        _status(
            context,
            [item for item in held if item.regime == code],
            [item for item in entity.absences if item.regime == code],
        )
        for code in codes
    )
    return AllyRow(printable(entity.caption), context.anchor(entity.id), cells, _expiry(context, held))


def _status(context: Context, held: list[Designation], absent: list[Absence]) -> Status:
    """Gives a cell. A list that was imported proves no absence: the same person may stand in it under another id."""
    if held:
        frozen = [item for item in held if not limited(item)]
        chosen = min(frozen or held, key=_since)
        return Status("●" if frozen else "■", context.day(chosen.start), words.doubt(chosen.confidence))
    if absent:
        return Status("–", "", words.doubt(*(item.confidence for item in absent)))
    return Status("?")


def _since(item: Designation) -> date:
    return (item.start.earliest if item.start else None) or date.max


def _expiry(context: Context, held: tuple[Designation, ...]) -> str:
    ends = [(item.until.latest, item) for item in held if item.until and item.until.latest]
    if not ends:
        return ""
    nearest, item = min(ends, key=lambda end: (end[0], end[1].regime))
    codes = unique(other.regime for end, other in ends if end == nearest)
    return f"{', '.join(codes)} {context.day(item.until)}"


def _widths(rows: tuple[AllyRow, ...], regimes: int) -> tuple[float, ...]:
    """Gives a regime's column room for a date where it prints one."""
    dated = [any(row.cells[place].text for row in rows) for place in range(regimes)]
    wide = min(DATED, (FULL - EXPIRY - NAME - BARE * dated.count(False)) / max(dated.count(True), 1))
    columns = [int(wide * 2) / 2 if has else BARE for has in dated]
    return (FULL - EXPIRY - sum(columns), *columns, EXPIRY)


def _measure(context: Context, item: Measure) -> Abroad:
    return Abroad(
        regime=words.regime(item.regime),
        title=printable(item.title),
        authority=item.authority,
        ends=context.day(item.until),
        sources=item.sources,
        doubt=words.doubt(item.confidence),
    )
