"""How what changed in a list or a pack is shown: the contract's JSON, and lines with what the publisher did first."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from briefer.model.answers import FieldChange, ListChanges, Narrowing

SHOWN = 20
"""Of what only one of two formats can say so many fields are shown."""

ALIKE = 5
"""Of changes from the same to the same so many are shown, where there are more than twice as many."""

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

    Where changes were left out, every number but the last is of those that are shown.
    """
    if not found.compared:
        yield f"{found.list}: nothing was compared, since one snapshot would stand for both days."
        yield f"  {found.note}"
        return
    by_cause = {cause: [each for each in found.changed if each.cause == cause] for cause in CAUSES}
    yield (
        f"{found.list}, {_day(found.from_)} to {_day(found.to)}: {len(found.added):,} added, "
        f"{len(found.removed):,} removed, {', '.join(_counts(by_cause))}"
    )
    if found.all is not None:
        yield f"  {found.count:,} of {found.all:,} changes shown, the others are left out"
    if found.note:
        yield f"  {found.note}"
    names = dict(found.captions)
    yield from (f"  added {id} {names.get(id, '')}".rstrip() for id in found.added)
    yield from (f"  removed {id} {names.get(id, '')}".rstrip() for id in found.removed)
    yield from _grouped((*by_cause["source"], *by_cause["reading"]), names)
    yield from fields(by_cause["format"][:SHOWN], names)
    if len(by_cause["format"]) > SHOWN:
        yield f"  and {len(by_cause['format']) - SHOWN:,} more fields that one format cannot say (--json shows all)"


def _counts(by_cause: dict[str, list[FieldChange]]) -> Iterator[str]:
    """How many entities each cause touched, each entity once; the publisher's count stands there where it is none."""
    counted: set[str] = set()
    for cause, some in by_cause.items():
        more = {each.id for each in some} - counted
        counted |= more
        if more or cause == "source":
            yield f"{len(more):,} {CAUSES[cause]}"


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
