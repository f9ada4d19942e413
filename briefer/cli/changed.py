"""How what changed in a list or a pack is shown: the contract's JSON, and lines with what the publisher did first."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from briefer.cli.dates import worded
from briefer.model.answers import FieldChange, ListChanges, Narrowing

SHOWN = 20
"""Of what only one of two formats can say so many fields are shown."""

ALIKE = 5
"""Of changes from the same to the same so many are shown, where there are more than twice as many."""

LISTING = "listing"
"""How the parts of a designation that came or went are shown as one change."""

PROGRAMME = "programme"
_PART = re.compile(r"designation (?P<tag>.*): (?P<part>\w+)")
LONG = 120  # characters of a value; a longer one is shown around the difference
_AROUND = 30
NONE: Mapping[str, str] = MappingProxyType({})
CAUSES = {
    "source": "changed by the publisher",
    "reading": "read better by this program",
    "format": "different only in what one of the two formats can say",
}
"""The causes of a change in a list in the order in which they are shown, each as what is said of the entities."""


def value(found: ListChanges, asked: Narrowing) -> dict[str, Any]:
    """The JSON value; `names` are the captions of the entities, `shown` of `all` changes are in it."""
    return {
        "list": found.list,
        "from": found.from_,
        "to": found.to,
        "added": found.added,
        "removed": found.removed,
        "changed": found.changed,
        "note": found.note,
        "compared": found.compared,
        "names": dict(found.captions),
        "asked": asked,
        "shown": found.count,
        "all": found.count if found.all is None else found.all,
    }


def lines(found: ListChanges) -> Iterator[str]:
    """Says what changed in a list: who came and went, what the publisher changed, then what other causes did.

    Where changes were left out, the first line counts those that are shown.
    """
    if not found.compared:
        yield f"{found.list}: nothing was compared, since one snapshot would stand for both days."
        yield f"  {found.note}"
        return
    by_cause = {cause: [each for each in found.changed if each.cause == cause] for cause in CAUSES}
    yield f"{found.list}, {_day(found.from_)} to {_day(found.to)}: {_counted(found, by_cause)}"
    if found.all not in (None, found.count):
        rows = found.all_fields - len(found.changed)
        gone = found.all - found.count - rows
        yield f"  left out: {gone:,} {_entities(gone)} added or removed, {rows:,} {_rows(rows)} of changed fields"
    if found.note:
        yield f"  {found.note}"
    names = dict(found.captions)
    yield from (f"  added {id} {names.get(id, '')}".rstrip() for id in found.added)
    yield from (f"  removed {id} {names.get(id, '')}".rstrip() for id in found.removed)
    yield from _grouped(_folded((*by_cause["source"], *by_cause["reading"])), names)
    by_format = tuple(_folded(by_cause["format"]))
    yield from fields(by_format[:SHOWN], names)
    if len(by_format) > SHOWN:
        yield f"  and {len(by_format) - SHOWN:,} more fields that one format cannot say (--json shows all)"


def _counted(found: ListChanges, by_cause: dict[str, list[FieldChange]]) -> str:
    """Counts what is shown: entities that came, went or changed; where some are left out, rows of fields by cause."""
    if found.all is None:
        return f"{len(found.added):,} added, {len(found.removed):,} removed, {', '.join(_counts(by_cause))}"
    came = (
        f"{len(ids):,} {_entities(len(ids))} {word}"
        for word, ids in (("added", found.added), ("removed", found.removed))
        if ids
    )
    whose = len({each.id for each in found.changed})
    told = f"{len(found.changed):,} {_rows(len(found.changed))} of changed fields"
    by = ", ".join(f"{len(some):,} {_rows(len(some))} {CAUSES[cause]}" for cause, some in by_cause.items() if some)
    rows = f"{told} in {whose:,} {_entities(whose)} ({by})"
    return "; ".join((*came, *([rows] if found.changed else []))) or "nothing of what was asked for"


def _entities(count: int) -> str:
    return "entity" if count == 1 else "entities"


def _rows(count: int) -> str:
    return "row" if count == 1 else "rows"


def _counts(by_cause: dict[str, list[FieldChange]]) -> Iterator[str]:
    """How many entities each cause touched, each entity once; the publisher's count stands there where it is none."""
    counted: set[str] = set()
    for cause, some in by_cause.items():
        more = {each.id for each in some} - counted
        counted |= more
        if more or cause == "source":
            yield f"{len(more):,} {CAUSES[cause]}"


def _folded(found: Iterable[FieldChange]) -> Iterator[FieldChange]:
    """Makes one change of all the parts of a designation that came or went as a whole; others stay as they are."""
    parts: dict[tuple[str, ...], dict[str, FieldChange]] = {}
    for change in found:
        said = _PART.fullmatch(change.field)
        key = (change.id, change.cause, said["tag"]) if said else (change.id, change.cause, "", change.field)
        parts.setdefault(key, {})[said["part"] if said else ""] = change
    for some in parts.values():
        tag = some.get(PROGRAMME)
        if tag and not (tag.old and tag.new):
            old, new = (_listing(some, side) if getattr(tag, side) else "" for side in ("old", "new"))
            yield replace(tag, field=LISTING, old=old, new=new)
        else:
            yield from some.values()


def _listing(parts: Mapping[str, FieldChange], side: str) -> str:
    """Names a designation by its part of the list, its programme and its start, else the day of its row as such."""
    said = {part: str(getattr(change, side)) for part, change in parts.items()}
    row = f"row published {said['published']}" if said.get("published") else ""
    under = f"{said['list']} under {said[PROGRAMME]}" if said.get("list") else f"under {said[PROGRAMME]}"
    return ", ".join(filter(None, (under, worded(said.get("start") or row))))


def _grouped(found: Iterable[FieldChange], names: Mapping[str, str]) -> Iterator[str]:
    """Shows each changed field; of those that changed alike in many entities the first few, and how many more."""
    alike: dict[tuple[str, ...], list[FieldChange]] = {}
    for change in found:
        alike.setdefault((change.field, change.cause, change.old, change.new), []).append(change)
    for some in alike.values():
        shown = some if len(some) <= 2 * ALIKE else some[:ALIKE]
        yield from fields(shown, names)
        if len(some) > len(shown):
            yield (
                f"  and {len(some) - len(shown):,} more whose {some[0].field} changed from and to the same "
                "(--json shows all)"
            )


def fields(found: Iterable[FieldChange], names: Mapping[str, str] = NONE) -> Iterator[str]:
    """Shows each changed field of whom it is, with what it was and is, long values around the difference."""
    for change in found:
        old, new = _around(change.old, change.new)
        whose = f"{change.id} ({names[change.id]})" if change.id in names else change.id
        if change.field == LISTING:
            word = "added" if change.new else "removed"
            yield f"  {whose} {word}: listing {change.new or change.old} ({change.cause})"
            continue
        yield f"  {whose} {change.field}: “{old}” → “{new}” ({change.cause})"


def refreshed(found: tuple[FieldChange, ...]) -> Iterator[str]:
    """Says what changed in a pack's facts."""
    yield f"{len(found):,} fields changed since the facts were last gathered" if found else "Nothing changed."
    yield from fields(found)


def _around(old: str, new: str) -> tuple[str, str]:
    """Two values with what they begin and end with alike cut short, and each cut at last where it is still long."""
    if max(len(old), len(new)) <= LONG:
        return old, new
    first = _alike(old, new)
    last = _alike(old[first:][::-1], new[first:][::-1])
    start, end = max(0, first - _AROUND), max(0, last - _AROUND)
    return _cut(old, start, end), _cut(new, start, end)


def _alike(one: str, other: str) -> int:
    """With how many characters both begin."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))


def _cut(text: str, start: int, end: int) -> str:
    inner = text[start : len(text) - end]
    left_out = len(inner) - LONG
    inner = inner if left_out <= 0 else f"{inner[:LONG]} … {left_out:,} characters more"
    return f"{'…' if start else ''}{inner}{'…' if end else ''}"


def _day(value: object) -> str:
    return str(value) if value else "undated"
