"""Designations as rows: what one list states in one breath under several tags stands in one row."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from briefer.assemble import words
from briefer.assemble.context import Context, from_where, unique
from briefer.model.facts import Designation, Entity
from briefer.model.law import REGIMES


@dataclass(frozen=True, slots=True)
class Basis:
    """An authority that a tag rests on, with the doubt that prints beside it."""

    text: str
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """Designations of one regime, list and date under all their tags."""

    regime: str
    list: str
    tags: tuple[str, ...]
    measures: str
    since: str
    basis: tuple[Basis, ...]
    ends: str
    sources: tuple[str, ...]
    doubt: str = ""
    note: str = ""


def rows(context: Context, items: Iterable[Designation]) -> tuple[Row, ...]:
    """Gives designations as rows, the home regime first, then by the regimes' order and date."""
    order = {code: place for place, code in enumerate((context.home, *REGIMES))}
    ranked = sorted(items, key=lambda item: (order.get(item.regime, len(order)), item.regime, _breath(item)))
    return tuple(
        _row(context, tuple(group)) for _key, group in groupby(ranked, lambda item: (item.regime, _breath(item)))
    )


def basis(context: Context, items: Iterable[Designation]) -> tuple[Basis, ...]:
    """Gives the authorities behind designations: the rulebook's, or the list's own where the rulebook knows no tag."""
    found: dict[str, Basis] = {}
    for item in items:
        row = context.programme(item.regime, item.programme)
        if row:
            found.setdefault(row.authority, Basis(row.authority, words.doubt(row.confidence)))
        elif item.authority:
            found.setdefault(item.authority, Basis(item.authority))
    return tuple(found.values())


def abroad(context: Context, entity: Entity) -> tuple[str, ...]:
    """Gives the codes of the other regimes in which an entity is listed on the day."""
    codes = {item.regime for item in context.in_force(entity)} - {context.home}
    return tuple(code for code in REGIMES if code in codes) + tuple(sorted(codes - set(REGIMES)))


def _breath(item: Designation) -> tuple[str, ...]:
    start = item.start.earliest.isoformat() if item.start and item.start.earliest else ""
    text = item.start.text if item.start else ""
    until = item.until.text if item.until else ""
    return (start, item.list_type, text, until, "; ".join(item.measures))


def _row(context: Context, items: tuple[Designation, ...]) -> Row:
    first = items[0]
    return Row(
        regime=words.regime(first.regime),
        list=first.list_type,
        tags=unique(item.programme for item in items),
        measures=", ".join(first.measures) or first.list_type,
        since=context.day(first.start),
        basis=basis(context, items),
        ends=context.day(first.until),
        sources=from_where(*items),
        doubt=words.doubt(*(item.confidence for item in items)),
        note=" ".join(unique(item.note for item in items)),
    )
