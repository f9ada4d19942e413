"""How what delisting does is shown: the contract's JSON, and sentences for a person."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from briefer.model.ripple import Below, Decided, Fate, Limit, Path, Ripple, Step, Tie

SHOWN = 40
LIMITS = {
    "lifted": "No longer limited through an owner (limits short of a block)",
    "stays": "Limited still (limits short of a block)",
    "open": "Limited or not, to be judged by a person",
    "none": "Limits that reach no company through ownership",
}
"""How what becomes of limits is told, by its status."""


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
        "not_blocked": [_below(each) for each in found.not_blocked],
        "linked": [_tie(each) for each in found.linked],
        "delisted_after": [_fate(each) for each in found.fates],
        "limited": [{"id": id, "lists": lists} for id, lists in found.limited],
        "limits": [_limit(each) for each in found.limits],
        "notes": found.notes,
        "citation": found.applied.citation,
    }


def _path(path: Path) -> Any:
    if isinstance(path, str):
        return path
    return [
        {"owner": step.owner, "asset": step.asset, "percentage": _number(step.percentage)}
        | ({"bound": step.bound.strip()} if step.bound else {})
        for step in path
    ]


def _number(exact: Decimal) -> Any:
    import msgspec

    return msgspec.Raw(f"{exact:f}".encode())


def _below(each: Below) -> dict[str, Any]:
    return {"id": each.id, "share": _number(each.share), "why": each.why, "undecided": each.undecided}


def _tie(tie: Tie) -> dict[str, Any]:
    path = None if tie.path is None else _path(tie.path)
    return {"delisted": tie.delisted, "id": tie.id, "role": tie.role, "path": path, "undecided": tie.undecided}


def _fate(fate: Fate) -> dict[str, Any]:
    return {"id": fate.id, "status": fate.status, "path": _path(fate.path), "why": fate.why}


def _limit(limit: Limit) -> dict[str, Any]:
    return {
        "id": limit.id,
        "limit": limit.limit,
        "status": limit.status,
        "path": _path(limit.path),
        "why": limit.why,
        "citation": limit.citation,
        "confidence": limit.confidence,
    }


def lines(found: Ripple) -> Iterator[str]:
    """Says who is freed, who stays blocked and by what, and what is open."""
    names = dict(found.captions)
    who = ", ".join(_name(id, names) for id in found.delisted)
    yield f"Without {who} on the {found.applied.regime} list, as of {found.as_of}:"
    yield f"  {len(found.before):,} blocked before, {len(found.after):,} after, {len(found.freed):,} freed"
    yield from _itself(found, names)
    yield from _group("Freed", found.paths, names, found.uncertain)
    yield from _group("Still blocked", found.still_blocked, names, frozenset())
    yield from _linked(found, names)
    yield from _short(found, names)
    yield from _why("Indeterminate", found.indeterminate, found, names)
    yield from _why("For review by a person", found.review, found, names)
    yield from _limited(found, names)
    shown = {*found.indeterminate, *found.review}
    rest = dict.fromkeys(doubt.id for doubt in found.reasons if doubt.id not in shown)
    yield from _why("To be looked at", tuple(rest), found, names)
    yield f"Rule: {found.applied.text} ({found.applied.citation}; {found.applied.confidence})"
    yield from (f"Note: {note}" for note in found.notes)


def _itself(found: Ripple, names: dict[str, str]) -> Iterator[str]:
    """Says of the delisted themselves whether their owners keep them blocked."""
    for fate in found.fates:
        if fate.status == "blocked":
            yield f"  {_name(fate.id, names)} stays blocked through its owners: {_words(fate.path, names)}"
        elif fate.status == "open":
            yield f"  whether {_name(fate.id, names)} itself stays blocked is open: {' '.join(fate.why)}"


def _linked(found: Ripple, names: dict[str, str]) -> Iterator[str]:
    if found.linked:
        yield "Linked without a holding:"
    for tie in found.linked[:SHOWN]:
        free = _undecided(tie.undecided, found) or "not blocked"
        status = free if tie.path is None else _words(tie.path, names)
        yield f"  {_name(tie.id, names)}: {status}{_limits(tie.id, found)} ({tie.role or 'link'})"
    yield from _more(len(found.linked))


def _short(found: Ripple, names: dict[str, str]) -> Iterator[str]:
    if found.not_blocked:
        yield "Not blocked before or after:"
    for each in found.not_blocked[:SHOWN]:
        told = "; ".join(filter(None, (each.why, _undecided(each.undecided, found))))
        yield f"  {_name(each.id, names)}: {told}{_limits(each.id, found)}"
    yield from _more(len(found.not_blocked))


def _undecided(ids: tuple[str, ...], found: Ripple) -> str:
    """Says that a record under another id, which is blocked, may be the same one; empty where none is."""
    may_be = " or ".join(ids)
    return f"no {found.applied.regime} listing under this id; may be {may_be}, undecided" if ids else ""


def _limits(id: str, found: Ripple) -> str:
    lists = dict(found.limited).get(id)
    return f" ({lists} only, no block)" if lists else ""


def _limited(found: Ripple, names: dict[str, str]) -> Iterator[str]:
    """Says apart from any block who stays under a directive through ownership and who no longer would be."""
    for status, title in LIMITS.items():
        some = [each for each in found.limits if each.status == status]
        if some:
            yield f"{title}:"
        for each in some[:SHOWN]:
            because = "; ".join(filter(None, (_words(each.path, names), " ".join(each.why))))
            rests = f" ({each.citation}; {each.confidence})" if each.citation else ""
            yield f"  {_name(each.id, names)}: {each.limit}: {because}{rests}"
        yield from _more(len(some))


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
        yield f"  {_name(id, names)}: {said}{_limits(id, found)}"
    yield from _more(len(ids))


def _more(count: int) -> Iterator[str]:
    if count > SHOWN:
        yield f"  and {count - SHOWN:,} more (--json shows all)"


def _words(path: Path, names: dict[str, str]) -> str:
    if isinstance(path, str):
        return "listed itself"
    return "; ".join(_step(step, names) for step in path)


def _step(step: Step, names: dict[str, str]) -> str:
    owner, asset = (names.get(id, id) for id in (step.owner, step.asset))
    return f"{owner} holds {step.bound}{step.percentage} % of {asset}"


def _name(id: str, names: dict[str, str]) -> str:
    return f"{names[id]} ({id})" if id in names else id
