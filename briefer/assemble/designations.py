"""Designations as rows: what one list states in one breath under several tags stands in one row."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from briefer.analysis.remains import remains
from briefer.assemble import ends, wording, words
from briefer.assemble.context import Context, from_where, unique
from briefer.language import _, mark
from briefer.model.facts import LATER, Confidence, Designation, Entity, PartialDate
from briefer.model.law import REGIMES

READ_LATER = mark(
    "Read in a later list: a file of after the day of this paper, or undated, that shows the state of its own day."
)


WORDS, NOTE = 480, 320
"""How many letters of a list's measures and of its notes a row prints; the workbook has them whole."""


@dataclass(frozen=True, slots=True)
class Basis:
    """An authority that a tag rests on, with the doubt that prints beside it."""

    text: str
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """Designations of one regime, list and date under all their tags; `printed` where the date is the list's own.

    `lapse` is the mark of the renewal that `ends` comes from; `after` says what followed where that end has passed.
    """

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
    printed: bool = False
    lapse: str = ""
    after: str = ""


def rows(context: Context, items: Iterable[Designation]) -> tuple[Row, ...]:
    """Gives designations as rows, each once, the home regime first, then by the regimes' order and date."""
    order = {code: place for place, code in enumerate((context.home, *REGIMES))}
    ranked = sorted(merged(items), key=lambda item: (order.get(item.regime, len(order)), item.regime, _breath(item)))
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


def merged(items: Iterable[Designation]) -> tuple[Designation, ...]:
    """Gives designations with one that two lists state only once, under the sources of both."""
    found: list[Designation] = []
    for item in items:
        same = next((place for place, other in enumerate(found) if _same(other, item)), None)
        if same is None:
            found.append(item)
        else:
            found[same] = _joined(found[same], item)
    return tuple(found)


def _same(one: Designation, other: Designation) -> bool:
    """Says whether two lists state the same designation; dates may be missing in one of them, not differ."""
    if one.origin == other.origin or one.ended != other.ended:
        return False
    named = all(getattr(one, name) == getattr(other, name) for name in ("regime", "programme", "list_type"))
    dates = ((getattr(one, name), getattr(other, name)) for name in ("start", "published", "until"))
    return named and all(not first or not second or first.text == second.text for first, second in dates)


def _joined(one: Designation, other: Designation) -> Designation:
    return replace(
        one,
        authority=one.authority or other.authority,
        measures=unique((*one.measures, *other.measures)),
        start=one.start or other.start,
        published=one.published or other.published,
        until=one.until or other.until,
        note=one.note if one.note == other.note else _apart(one.note, other.note),
        sources=from_where(one, other),
        confidence=max(one.confidence, other.confidence, key=list(Confidence).index),
    )


def _apart(one: str, other: str) -> str:
    """Joins the notes of two lists; that one of them is a later list matters only where the other is one too."""
    return " ".join(unique(note.replace(LATER, "").strip() for note in (one, other)))


def since(context: Context, item: Designation) -> str:
    """Gives the start; where a list states none, the date that it prints for the row, called so."""
    return context.day(item.start) or (_("published {day}", day=context.day(item.published)) if item.published else "")


def dated(item: Designation) -> PartialDate | None:
    """Gives the date that `since` prints."""
    return item.start or item.published


def _breath(item: Designation) -> tuple[str, ...]:
    when = dated(item)
    start = when.earliest.isoformat() if when and when.earliest else ""
    text = f"{when.text} {item.start is None}" if when else ""
    until = item.until.text if item.until else ""
    return (start, item.list_type, text, until, "; ".join(item.measures))


def _row(context: Context, items: tuple[Designation, ...]) -> Row:
    first = items[0]
    until, after = renewed(context, first)
    return Row(
        regime=words.regime(first.regime),
        list=first.list_type,
        tags=unique(item.programme for item in items),
        measures=words.excerpt(wording.measures(first.measures, first.list_type), WORDS),
        since=since(context, first),
        basis=basis(context, items),
        ends=context.day(first.until),
        sources=from_where(*items),
        doubt=words.doubt(*(item.confidence for item in items)),
        note=_notes(items),
        printed=first.start is None and first.published is not None,
        lapse=ends.mark(context, first.regime, until, unique(item.programme for item in items)),
        after=after,
    )


def renewed(context: Context, item: Designation) -> tuple[date | None, str]:
    """Gives the latest end known, None where no renewal of a stated one is, and what is said of one that has passed."""
    stated = item.until.latest if item.until else None
    if item.ended:
        return stated, ""
    left = remains((item,), context.known.programmes, context.known.renewals, context.dossier.as_of)
    return ends.followed(context, item.until, next(iter(left), None))


def _notes(items: tuple[Designation, ...]) -> str:
    """Joins the notes of a row; where they differ each says which tag it is on. A later list is said to be one last."""
    said = {(item.programme, item.note.replace(LATER, "").rstrip(". ")): None for item in items}
    said = {key: None for key in said if key[1]}
    several = len({note for _tag, note in said}) > 1
    text = " ".join(unique(f"{tag}: {note}." if several and tag else f"{note}." for tag, note in said))
    later = _(READ_LATER) if any(LATER in item.note for item in items) else ""
    return " ".join(filter(None, (words.excerpt(text, NOTE), later)))
