"""What is left of the shipped rows beside an office's own, each of which stands in place of those about the same."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from briefer.model.law import ClassRule, Renewal, Row, Silence
from briefer.rulebook.checking import Key, keys

DAY = timedelta(days=1)


def beside(row: Row, own: Iterable[Row]) -> tuple[Row, ...]:
    """Gives a shipped row without what an office's rows of its table say on their days; nothing where none is left.

    A rule on a class is about each of its tags or measures with each of its lists, its limb and its part: rules on
    other lists, limbs and parts of a tag stay.
    """
    left: tuple[Row, ...] = (row,)
    for other in own:
        if type(other) is type(row):
            left = tuple(kept for each in left for kept in _without(each, other))
    return left


def _without(row: Row, other: Row) -> Iterator[Row]:
    taken = set(_about(row)) & set(_about(other))
    first, last = max(_begins(row), _begins(other)), min(_ends(row), _ends(other))
    if not taken or first > last:
        yield row
        return
    if _begins(row) < first:
        yield replace(row, valid_to=first - DAY)
    if taken != set(_about(row)):
        yield from _rest(replace(row, valid_from=_said(first, date.min), valid_to=_said(last, date.max)), taken)
    if last < _ends(row):
        yield replace(row, valid_from=last + DAY)


def _rest(row: Row, taken: set[Key]) -> Iterator[Row]:
    """Yields a row of several subjects for those that are left."""
    if isinstance(row, Silence):
        yield replace(row, tags=tuple(tag for tag in row.tags if (row.regime, tag) not in taken))
    if isinstance(row, ClassRule):
        by_lists: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
        for subject in row.tags or row.measures:
            lists = (on for on in row.list_types or ("",) if (subject, on, row.limb, row.part) not in taken)
            by_lists[tuple(lists)].append(subject)
        for kept, subjects in by_lists.items():
            if kept:
                narrowed = replace(row, list_types=kept if row.list_types else ())
                told = tuple(subjects)
                yield replace(narrowed, tags=told) if row.tags else replace(narrowed, measures=told)


def _about(row: Row) -> tuple[Key, ...]:
    """Gives what a row is about for a row to stand in its place; a renewal goes by its id alone."""
    return ((row.id,),) if isinstance(row, Renewal) else keys(row)


def _begins(row: Row) -> date:
    return row.valid_from or date.min


def _ends(row: Row) -> date:
    return row.valid_to or date.max


def _said(day: date, open_: date) -> date | None:
    return None if day == open_ else day
