"""How what delisting does is shown: the contract's JSON, and sentences for a person."""

from collections.abc import Iterable, Iterator
from typing import Any

from briefer.cli.holdings import Names, ground_value, number, path_value, source, stated_value, worded_share
from briefer.model.ripple import Apart, Below, Decided, Fate, Limit, Ripple, Tie

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
    opened = dict(found.opened)
    return {
        "rule": found.rule,
        "as_of": found.as_of,
        "delisted": found.delisted,
        "before": found.before,
        "after": found.after,
        "freed": found.freed,
        "still_blocked": [{"id": each.id, "path": path_value(each.path)} for each in found.still_blocked],
        "indeterminate": found.indeterminate,
        "review": found.review,
        "uncertain": found.uncertain,
        "paths": [{"id": each.id, "path": path_value(each.path)} for each in found.paths],
        "reasons": found.reasons,
        "not_blocked": [_below(each) for each in found.not_blocked],
        "linked": [_tie(each) for each in found.linked],
        "delisted_after": [_fate(each) for each in found.fates],
        "limited": [{"id": id, "lists": lists} for id, lists in found.limited],
        "unplaced": [{"id": id, "tags": tags, "why": opened.get(id, "")} for id, tags in found.unplaced],
        "limits": [_limit(each) for each in found.limits],
        "grounds": [ground_value(each) for each in found.grounds],
        "not_counted": [_apart(each) for each in found.apart],
        "notes": found.notes,
        "names": dict(found.captions),
        "regime": found.applied.regime,
        "says": found.applied.text,
        "citation": found.applied.citation,
        "confidence": found.applied.confidence,
    }


def _below(each: Below) -> dict[str, Any]:
    return {"id": each.id, "share": number(each.share), "why": each.why, "undecided": each.undecided}


def _tie(tie: Tie) -> dict[str, Any]:
    path = None if tie.path is None else path_value(tie.path)
    said = {"delisted": tie.delisted, "id": tie.id, "role": tie.role, "path": path, "indeterminate": tie.open}
    return said | {"undecided": tie.undecided}


def _fate(fate: Fate) -> dict[str, Any]:
    return {"id": fate.id, "status": fate.status, "path": path_value(fate.path), "why": fate.why}


def _limit(limit: Limit) -> dict[str, Any]:
    return {
        "id": limit.id,
        "limit": limit.limit,
        "status": limit.status,
        "path": path_value(limit.path),
        "why": limit.why,
        "citation": limit.citation,
        "confidence": limit.confidence,
    }


def _apart(each: Apart) -> dict[str, Any]:
    return {
        "owner": each.owner,
        "asset": each.asset,
        "share": stated_value(each.share),
        "why": each.why,
        "day": each.day,
        "sources": each.sources,
        "list": each.origin,
    }


def lines(found: Ripple) -> Iterator[str]:
    """Says who is freed, who stays blocked and by what, and what is open."""
    names = Names(found.captions, found.grounds)
    who = ", ".join(names.of(id) for id in found.delisted)
    yield f"Without {who} on the {found.applied.regime} list, as of {found.as_of}:"
    yield f"  {len(found.before):,} blocked before, {len(found.after):,} after, {len(found.freed):,} freed"
    yield from _itself(found, names)
    yield from _group("Freed", found.paths, names, found.uncertain)
    yield from _group("Still blocked", found.still_blocked, names, frozenset())
    yield from _linked(found, names)
    yield from _short(found, names)
    yield from _why("Indeterminate", found.indeterminate, found, names)
    yield from _why("For review by a person", found.review, found, names)
    yield from _not_counted(found, names)
    yield from _limited(found, names)
    shown = {*found.indeterminate, *found.review}
    rest = dict.fromkeys(doubt.id for doubt in found.reasons if doubt.id not in shown)
    yield from _why("To be looked at", tuple(rest), found, names)
    yield f"Rule: {found.applied.text} ({found.applied.citation}; {found.applied.confidence})"
    yield from (f"Note: {note}" for note in found.notes)


def _itself(found: Ripple, names: Names) -> Iterator[str]:
    """Says of the delisted themselves whether their owners keep them blocked."""
    for fate in found.fates:
        if fate.status == "blocked":
            yield f"  {names.of(fate.id)} stays blocked through its owners: {names.path(fate.path)}"
        elif fate.status == "open":
            yield f"  whether {names.of(fate.id)} itself stays blocked is open: {' '.join(fate.why)}"


def _linked(found: Ripple, names: Names) -> Iterator[str]:
    if found.linked:
        yield "Linked without a holding:"
    for tie in found.linked[:SHOWN]:
        free = "indeterminate, neither share nor direction stated" if tie.open else _free(tie.id, found)
        status = (_undecided(tie.undecided, found) or free) if tie.path is None else names.path(tie.path)
        yield f"  {names.of(tie.id)}: {status}{_limits(tie.id, found)} ({tie.role or 'link'})"
    yield from _more(len(found.linked))


def _free(id: str, found: Ripple) -> str:
    """Says that somebody is not blocked, or that it is open where the listing does not say."""
    words = dict(found.opened).get(id)
    return f"indeterminate, listed under {words}" if words else "not blocked"


def _short(found: Ripple, names: Names) -> Iterator[str]:
    if found.not_blocked:
        yield "Not blocked before or after:"
    for each in found.not_blocked[:SHOWN]:
        told = "; ".join(filter(None, (each.why, _undecided(each.undecided, found))))
        yield f"  {names.of(each.id)}: {told}{_limits(each.id, found)}"
        yield from names.stated(each.id)
    yield from _more(len(found.not_blocked))


def _undecided(ids: tuple[str, ...], found: Ripple) -> str:
    """Says that a record under another id, which is blocked, may be the same one; empty where none is."""
    may_be = " or ".join(ids)
    return f"no {found.applied.regime} listing under this id; may be {may_be}, undecided" if ids else ""


def _not_counted(found: Ripple, names: Names) -> Iterator[str]:
    """Says which holdings are over on the day or begin after it."""
    if found.apart:
        yield "Holdings that do not count on the day:"
    for each in found.apart[:SHOWN]:
        day = f" {'on' if each.exact else 'in'} {each.day}" if each.day else ", day not stated"
        ended = f"ended{day}, not counted" if each.why == "ended" else f"begins{day}, not yet counted"
        by = f" ({said})" if (said := source(each)) else ""
        yield f"  {worded_share(each.share)} of {names.of(each.asset)} by {names.of(each.owner)}: {ended}{by}"
    yield from _more(len(found.apart))


def _limits(id: str, found: Ripple) -> str:
    lists = dict(found.limited).get(id)
    only = "beside" if id in dict(found.unplaced) else "only, no block"
    return f" ({lists} {only})" if lists else ""


def _limited(found: Ripple, names: Names) -> Iterator[str]:
    """Says apart from any block who stays under a directive through ownership and who no longer would be."""
    for status, title in LIMITS.items():
        some = [each for each in found.limits if each.status == status]
        if some:
            yield f"{title}:"
        for each in some[:SHOWN]:
            because = "; ".join(filter(None, (names.path(each.path), " ".join(each.why))))
            rests = f" ({each.citation}; {each.confidence})" if each.citation else ""
            yield f"  {names.of(each.id)}: {each.limit}: {because}{rests}"
        yield from _more(len(some))


def _group(title: str, decided: tuple[Decided, ...], names: Names, open_: Iterable[str]) -> Iterator[str]:
    if decided:
        yield f"{title}:"
    for each in decided[:SHOWN]:
        doubt = ", not certain" if each.id in open_ else ""
        yield f"  {names.of(each.id)}: {names.path(each.path)}{doubt}"
    yield from _more(len(decided))


def _why(title: str, ids: tuple[str, ...], found: Ripple, names: Names) -> Iterator[str]:
    if ids:
        yield f"{title}:"
    for id in ids[:SHOWN]:
        said = " ".join(doubt.why for doubt in found.reasons if doubt.id == id)
        yield f"  {names.of(id)}: {said}{_limits(id, found)}"
        yield from names.stated(id)
    yield from _more(len(ids))


def _more(count: int) -> Iterator[str]:
    if count > SHOWN:
        yield f"  and {count - SHOWN:,} more (--json shows all)"
