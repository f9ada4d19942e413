"""What a state in a poorer format leaves out of a listing and an earlier state of the same list stated."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

import msgspec
from sqlalchemy import Connection, select

from briefer.library.carried import LACKS
from briefer.library.history import History
from briefer.library.sqlite import each_of
from briefer.library.tables import AnyRow, version
from briefer.model.facts import CARRIED, Designation

FIELDS = {"list": "list_type", "start": "start", "published": "published"}
"""What is carried on, by its name in `LACKS`."""

WORDS = {"list": "list", "start": "start", "published": "day of the row"}


class _Listed(msgspec.Struct):
    """The part of a record that is looked at; the rest is skipped."""

    designations: tuple[Designation, ...] = ()


_DECODER = msgspec.json.Decoder(_Listed)

Said = tuple[AnyRow, tuple[Designation, ...]]
"""An earlier state of a record and its listings."""


def earlier(
    connection: Connection, history: History, chosen: Iterable[AnyRow], states: Iterable[AnyRow]
) -> dict[int, list[Said]]:
    """Gives the earlier states of the records whose chosen one is in a format that lacks something, latest first.

    They end where the record was missing from its list; none is given where no richer format is among them.
    """
    poor = {row.number: row for row in chosen if FIELDS.keys() & LACKS.get(history.format[row.snapshot], frozenset())}
    held = {(row.number, row.snapshot): row for row in states if row.number in poor}
    runs = {number: list(_run(row, held, history)) for number, row in poor.items()}
    richer = {number: run for number, run in runs.items() if any(_more(poor[number], row, history) for row in run)}
    said = bodies(connection, {row.version for run in richer.values() for row in run})
    return {number: [(row, said[row.version]) for row in run] for number, run in richer.items()}


def filled(
    items: Iterable[Designation], row: AnyRow, said: Sequence[Said], history: History
) -> tuple[Designation, ...]:
    """Gives listings with what earlier states of their list stated of each and the format of this one lacks."""
    return tuple(made for item in items for made in _filled(item, row, said, history))


def _run(row: AnyRow, held: Mapping[tuple[int, int], AnyRow], history: History) -> Iterator[AnyRow]:
    for number in history.before(row.snapshot):
        if (row.number, number) not in held:
            return
        yield held[row.number, number]


def _more(row: AnyRow, other: AnyRow, history: History) -> frozenset[str]:
    """The fields that the format of one state lacks and that of another has."""
    lacks, also = (LACKS.get(history.format[each.snapshot], frozenset()) for each in (row, other))
    return (lacks & FIELDS.keys()) - also


def _filled(item: Designation, row: AnyRow, said: Sequence[Said], history: History) -> Iterable[Designation]:
    """Gives a listing filled in; several where an earlier state has its tag on several parts of the list."""
    found = {item: None}
    for state, items in said:
        if not any(_same(each, item) for each in items):
            break
        fields = [name for name in FIELDS if name in _more(row, state, history)]
        found = {made: None for each in found for made in _with_all(each, items, fields, history.id[state.snapshot])}
    return found


def _with_all(
    item: Designation, others: Iterable[Designation], fields: Iterable[str], state: str
) -> Iterator[Designation]:
    """Yields a listing with what another state says of it, or as it is."""
    told = [each for each in others if _same(each, item) and any(_lacking(item, each, name) for name in fields)]
    yield from (_with(item, each, fields, state) for each in (told[:1] if item.list_type else told) or [item])


def _same(one: Designation, other: Designation) -> bool:
    parts = one.list_type == other.list_type or not other.list_type or not one.list_type
    return (one.regime, one.programme) == (other.regime, other.programme) and parts


def _lacking(item: Designation, other: Designation, name: str) -> bool:
    return not getattr(item, FIELDS[name]) and bool(getattr(other, FIELDS[name]))


def _with(item: Designation, other: Designation, fields: Iterable[str], state: str) -> Designation:
    taken = [name for name in fields if _lacking(item, other, name)]
    if not taken:
        return item
    list_, _, day = state.partition("#")[0].partition("@")
    note = f"{' and '.join(WORDS[name] for name in taken)} {CARRIED} {list_} of {day}"
    said = {FIELDS[name]: getattr(other, FIELDS[name]) for name in taken}
    return replace(item, **said, note="; ".join(filter(None, (item.note, note))))


def bodies(connection: Connection, numbers: Iterable[int]) -> dict[int, tuple[Designation, ...]]:
    """Gives the listings of versions by their numbers."""
    asked = select(version.c.number, version.c.body).where(version.c.number.in_(each_of(numbers)))
    return {row.number: _DECODER.decode(row.body).designations for row in connection.execute(asked)}
