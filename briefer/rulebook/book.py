"""The rulebook whole: the shipped rows, an office's own instead of those it names, and what holds on a day."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TypeVar

from briefer import shipped
from briefer.model.facts import Entity, Measure
from briefer.model.law import (
    REGIMES,
    Authority,
    ClassRule,
    Clock,
    Instrument,
    Placement,
    Programme,
    Renewal,
    Row,
    Rulebook,
    Silence,
)
from briefer.rulebook.checking import keys, must_not_overlap, must_refer_to_rows
from briefer.rulebook.known import known
from briefer.rulebook.measures import near_measures, of_measure
from briefer.rulebook.reading import parsed, read
from briefer.rulebook.replacing import beside

R = TypeVar("R", bound=Row)
Named = TypeVar("Named", Authority, Instrument, Clock, Renewal)


@cache
def load(overlay: Path | None = None) -> Rulebook:
    """Gives all rows, each kind sorted by what it is about and by date.

    A row of an office's file stands, on its days, in place of those of its table that are about the same: one id, or
    one tag or measure with the same list, limb and part; all others stay. The office's rows say `overlay`. Raises
    BadData naming the file and the row of the first fault, references between files included.
    """
    return _whole(read(overlay, str(overlay), overlay=True) if overlay else ())


@cache
def overlaid(files_: tuple[tuple[str, str], ...]) -> Rulebook:
    """Gives all rows with those of an office's files, each as its name and its text; see `load`."""
    return _whole(tuple(row for name, text in files_ for row in parsed(text, name, overlay=True)))


def _whole(own: tuple[Row, ...]) -> Rulebook:
    """Gives the shipped rows with an office's own instead of those that they name, checked together."""
    shipped = [row for file, name in _shipped() for row in read(file, name)]
    rows = [*(kept for row in shipped for kept in beside(row, own)), *own]
    must_not_overlap(rows)
    book = Rulebook(
        programmes=_sorted(rows, Programme),
        authorities=_sorted(rows, Authority),
        instruments=_sorted(rows, Instrument),
        classes=_sorted(rows, ClassRule),
        clocks=_sorted(rows, Clock),
        renewals=_sorted(rows, Renewal),
        placements=_sorted(rows, Placement),
        silences=_sorted(rows, Silence),
    )
    must_refer_to_rows(book)
    return book


def programmes(extra: Path | None = None) -> tuple[Programme, ...]:
    """Gives all programme rows, sorted by tag and date; see `load`."""
    return load(extra).programmes


def find(rows: Iterable[Programme], tag: str, day: date, regime: str = "") -> Programme | None:
    """Gives the row of a tag that holds on a day, as known on it, None where the rulebook knows none.

    Two regimes may print one tag; without a regime the first in the order of `law.REGIMES` is given.
    """
    fits = (row for row in rows if row.tag == tag and row.regime == (regime or row.regime))
    return next(iter(standing(fits, day)), None)


def holds(row: Row, day: date) -> bool:
    """Says whether a row holds on a day."""
    return (row.valid_from or date.min) <= day <= (row.valid_to or date.max)


def standing(rows: Iterable[R], day: date) -> tuple[R, ...]:
    """Gives the rows that hold on a day, without what was not known on it."""
    return tuple(known(row, day) for row in rows if holds(row, day))


def named(rows: Iterable[Named], day: date) -> dict[str, Named]:
    """Gives the rows that hold on a day, as known on it, by their id."""
    return {row.id: row for row in standing(rows, day)}


def excerpt(book: Rulebook, entities: Iterable[Entity], measures: Iterable[Measure], day: date) -> Rulebook:
    """Gives the rows that the relief of these entities and measures on a day can use, for a pack to carry.

    Of a tag that has no row yet it carries those that begin later, so that a build can tell it from an unknown one.
    """
    parties = tuple(entities)
    ids = {entity.id for entity in parties}
    tags = {item.programme for entity in parties for item in entity.designations}
    rules = standing(book.classes, day)
    wanted = set(_wanted(rules, measures))
    classes = tuple(rule for rule in rules if tags.intersection(rule.tags) or wanted.intersection(rule.measures))
    used = {name for rule in classes for name in (*rule.instruments, *rule.also, *rule.clocks, *rule.authorities)}
    begun = tuple(row for row in standing(book.programmes, day) if row.tag in tags)
    coming = tuple(known(row, day) for row in _coming(book.programmes, begun, day) if row.tag in tags)
    under = _under(book, {row.tag for row in coming}, day)
    dating = {name for rule in under for name in rule.authorities}
    return Rulebook(
        programmes=(*begun, *coming),
        authorities=tuple(known(row, day) for row in book.authorities if _used(row, used, dating, day)),
        instruments=tuple(row for row in standing(book.instruments, day) if row.id in used),
        classes=(*classes, *(rule for rule in under if rule not in classes)),
        clocks=tuple(row for row in standing(book.clocks, day) if row.id in used),
        renewals=standing(book.renewals, day),
        placements=tuple(row for row in standing(book.placements, day) if row.id in ids),
        silences=tuple(row for row in standing(book.silences, day) if tags.intersection(row.tags)),
    )


def _wanted(rules: tuple[ClassRule, ...], measures: Iterable[Measure]) -> Iterator[str]:
    """Yields the ids of the measures whose rows these measures can use, or be told of where none fits."""
    for measure in measures:
        found = of_measure(rules, measure)
        yield from (id for rule in found for id in rule.measures)
        yield from () if found else near_measures(rules, measure)


def _coming(rows: Iterable[Programme], begun: Iterable[Programme], day: date) -> Iterator[Programme]:
    """Yields the rows that begin after a day, of the tags that have none on it."""
    held = {(row.regime, row.tag) for row in begun}
    yield from (row for row in rows if (row.valid_from or date.min) > day and (row.regime, row.tag) not in held)


def _under(book: Rulebook, tags: set[str], day: date) -> tuple[ClassRule, ...]:
    """Gives the rules of tags to come; their orders say since when there could be such a listing."""
    return tuple(known(rule, day) for rule in book.classes if tags.intersection(rule.tags))


def _used(row: Authority, used: set[str], dating: set[str], day: date) -> bool:
    """Says whether an authority is rested on or dates a tag to come, or is a later act that citations may name."""
    to_come = bool(row.cited) and (row.dated or date.min) > day
    return row.id in dating or to_come or (row.id in used and holds(row, day))


def _shipped() -> Iterable[tuple[Traversable, str]]:
    folder = shipped.data("assets", "rulebook")
    return sorted(
        ((file, file.name) for file in folder.iterdir() if file.name.endswith(".toml")), key=lambda one: one[1]
    )


def _sorted(rows: Iterable[Row], kind: type[R]) -> tuple[R, ...]:
    return tuple(sorted((row for row in rows if isinstance(row, kind)), key=_order))


def _order(row: Row) -> tuple[object, ...]:
    if isinstance(row, Programme):
        return row.tag, tuple(REGIMES).index(row.regime), row.valid_from or date.min
    return keys(row), row.valid_from or date.min
