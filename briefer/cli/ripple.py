"""How what delisting does is shown: the contract's JSON, and sentences for a person."""

from collections.abc import Iterable, Iterator
from typing import Any

from briefer.model.ripple import Decided, Path, Ripple, Step

SHOWN = 40


def value(found: Ripple) -> dict[str, Any]:
    """The JSON value; percentages are exact numbers."""
    return {
        "rule": found.rule,
        "as_of": found.as_of,
        "delisted": found.delisted,
        "before": found.before,
        "after": found.after,
        "freed": found.freed,
        "still_blocked": [{"id": each.id, "path": _path(each.path)} for each in found.still_blocked],
        "indeterminate": found.indeterminate,
        "review": found.review,
        "paths": [{"id": each.id, "path": _path(each.path)} for each in found.paths],
        "reasons": found.reasons,
        "notes": found.notes,
        "citation": found.applied.citation,
    }


def _path(path: Path) -> Any:
    import msgspec

    if isinstance(path, str):
        return path
    return [
        {"owner": step.owner, "asset": step.asset, "percentage": msgspec.Raw(f"{step.percentage:f}".encode())}
        for step in path
    ]


def lines(found: Ripple) -> Iterator[str]:
    """Says who is freed, who stays blocked and by what, and what is open."""
    names = dict(found.captions)
    who = ", ".join(_name(id, names) for id in found.delisted)
    yield f"Without {who} on the {found.applied.regime} list, as of {found.as_of}:"
    yield f"  {len(found.before):,} blocked before, {len(found.after):,} after, {len(found.freed):,} freed"
    yield from _group("Freed", found.paths, names, found.uncertain)
    yield from _group("Still blocked", found.still_blocked, names, frozenset())
    yield from _why("Indeterminate", found.indeterminate, found, names)
    yield from _why("For review by a person", found.review, found, names)
    shown = {*found.indeterminate, *found.review}
    rest = dict.fromkeys(doubt.id for doubt in found.reasons if doubt.id not in shown)
    yield from _why("To be looked at", tuple(rest), found, names)
    yield f"Rule: {found.applied.text} ({found.applied.citation}; {found.applied.confidence})"
    yield from (f"Note: {note}" for note in found.notes)


def _group(title: str, decided: tuple[Decided, ...], names: dict[str, str], open_: Iterable[str]) -> Iterator[str]:
    if decided:
        yield f"{title}:"
    for each in decided[:SHOWN]:
        doubt = ", not certain" if each.id in open_ else ""
        yield f"  {_name(each.id, names)}: {_words(each.path, names)}{doubt}"
    yield from _more(len(decided))


def _why(title: str, ids: tuple[str, ...], found: Ripple, names: dict[str, str]) -> Iterator[str]:
    if ids:
        yield f"{title}:"
    for id in ids[:SHOWN]:
        said = " ".join(doubt.why for doubt in found.reasons if doubt.id == id)
        yield f"  {_name(id, names)}: {said}"
    yield from _more(len(ids))


def _more(count: int) -> Iterator[str]:
    if count > SHOWN:
        yield f"  and {count - SHOWN:,} more (--json shows all)"


def _words(path: Path, names: dict[str, str]) -> str:
    if isinstance(path, str):
        return "listed itself"
    return "; ".join(_step(step, names) for step in path)


def _step(step: Step, names: dict[str, str]) -> str:
    return f"{names.get(step.owner, step.owner)} holds {step.percentage} % of {names.get(step.asset, step.asset)}"


def _name(id: str, names: dict[str, str]) -> str:
    return f"{names[id]} ({id})" if id in names else id
