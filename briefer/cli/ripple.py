"""How what delisting does is shown: the contract's JSON, and sentences for a person."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from briefer.model.facts import Range
from briefer.model.ripple import Apart, Below, Decided, Fate, Ground, Limit, Path, Ripple, Step, Tie

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
        "uncertain": found.uncertain,
        "paths": [{"id": each.id, "path": _path(each.path)} for each in found.paths],
        "reasons": found.reasons,
        "not_blocked": [_below(each) for each in found.not_blocked],
        "linked": [_tie(each) for each in found.linked],
        "delisted_after": [_fate(each) for each in found.fates],
        "limited": [{"id": id, "lists": lists} for id, lists in found.limited],
        "limits": [_limit(each) for each in found.limits],
        "grounds": [_ground(each) for each in found.grounds],
        "not_counted": [_apart(each) for each in found.apart],
        "notes": found.notes,
        "names": dict(found.captions),
        "regime": found.applied.regime,
        "says": found.applied.text,
        "citation": found.applied.citation,
        "confidence": found.applied.confidence,
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
    said = {"delisted": tie.delisted, "id": tie.id, "role": tie.role, "path": path, "indeterminate": tie.open}
    return said | {"undecided": tie.undecided}


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


def _ground(each: Ground) -> dict[str, Any]:
    return {
        "owner": each.owner,
        "asset": each.asset,
        "share": _stated(each.share),
        "printed": each.unread,
        "as_of": each.as_of,
        "since": each.since,
        "after_the_day": each.after,
        "sources": each.sources,
        "list": each.origin,
        "confidence": each.confidence,
    }


def _apart(each: Apart) -> dict[str, Any]:
    return {
        "owner": each.owner,
        "asset": each.asset,
        "share": _stated(each.share),
        "why": each.why,
        "day": each.day,
        "sources": each.sources,
        "list": each.origin,
    }


def _stated(share: Decimal | Range | None) -> Any:
    if isinstance(share, Range):
        ends = {"least": _number(share.least), "most": _number(share.most)}
        return ends | {"above_least": share.above, "below_most": share.below}
    return None if share is None else _number(share)


class _Names:
    """How those that an answer names and the holdings that it rests on are written."""

    def __init__(self, found: Ripple) -> None:
        self._names = dict(found.captions)
        self._told = set[str]()
        self._grounds: dict[tuple[str, str], list[Ground]] = {}
        for each in found.grounds:
            self._grounds.setdefault((each.owner, each.asset), []).append(each)

    def of(self, id: str) -> str:
        """The name with the id."""
        return f"{self._names[id]} ({id})" if id in self._names else id

    def path(self, path: Path) -> str:
        """The holdings of a path, each with its date, source and confidence."""
        if isinstance(path, str):
            return "listed itself"
        return "; ".join(map(self._step, path))

    def _step(self, step: Step) -> str:
        owner, asset = (self._names.get(id, id) for id in (step.owner, step.asset))
        rests = self._grounds.get((step.owner, step.asset), [])
        apart = any(each.share != step.percentage for each in rests)
        told = "; ".join(dict.fromkeys(f"{_much(each)}: {_of(each)}" if apart else _of(each) for each in rests))
        return f"{owner} holds {step.bound}{step.percentage} % of {asset}{f' ({told})' if told else ''}"

    def stated(self, id: str) -> Iterator[str]:
        """What is stated of the shares of one that is not surely blocked, by holder, once."""
        for (owner, asset), rests in self._grounds.items():
            if asset == id and id not in self._told:
                told = "; ".join(dict.fromkeys(f"{_much(each)} ({_of(each)})" for each in rests))
                yield f"    held by {self.of(owner)}: {told}"
        self._told.add(id)


def _of(each: Ground) -> str:
    """When a statement is of, who makes it, and how well it is supported."""
    day = f"as of {each.as_of}" if each.as_of else f"since {each.since}" if each.since else "no date"
    late = ", after the day asked for" if each.after else ""
    return ", ".join(filter(None, (f"{day}{late}", _source(each), each.confidence)))


def _source(each: Ground | Apart) -> str:
    """The sources of a statement, else the list that makes it and its day."""
    return ", ".join(each.sources) or each.origin.partition("#")[0].replace("@", " of ")


def _much(each: Ground) -> str:
    return f"share stated as “{each.unread}”" if each.unread else _share(each.share)


def _share(share: Decimal | Range | None) -> str:
    if isinstance(share, Range):
        low, high = (f"{bound.normalize():f}" for bound in (share.least, share.most))
        return f"{'over ' if share.above else ''}{low} to {'under ' if share.below else ''}{high} %"
    return "share not stated" if share is None else f"{share.normalize():f} %"


def lines(found: Ripple) -> Iterator[str]:
    """Says who is freed, who stays blocked and by what, and what is open."""
    names = _Names(found)
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


def _itself(found: Ripple, names: _Names) -> Iterator[str]:
    """Says of the delisted themselves whether their owners keep them blocked."""
    for fate in found.fates:
        if fate.status == "blocked":
            yield f"  {names.of(fate.id)} stays blocked through its owners: {names.path(fate.path)}"
        elif fate.status == "open":
            yield f"  whether {names.of(fate.id)} itself stays blocked is open: {' '.join(fate.why)}"


def _linked(found: Ripple, names: _Names) -> Iterator[str]:
    if found.linked:
        yield "Linked without a holding:"
    for tie in found.linked[:SHOWN]:
        free = "indeterminate, neither share nor direction stated" if tie.open else "not blocked"
        status = (_undecided(tie.undecided, found) or free) if tie.path is None else names.path(tie.path)
        yield f"  {names.of(tie.id)}: {status}{_limits(tie.id, found)} ({tie.role or 'link'})"
    yield from _more(len(found.linked))


def _short(found: Ripple, names: _Names) -> Iterator[str]:
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


def _not_counted(found: Ripple, names: _Names) -> Iterator[str]:
    """Says which holdings are over on the day or begin after it."""
    if found.apart:
        yield "Holdings that do not count on the day:"
    for each in found.apart[:SHOWN]:
        day = f" {'on' if each.exact else 'in'} {each.day}" if each.day else ", day not stated"
        ended = f"ended{day}, not counted" if each.why == "ended" else f"begins{day}, not yet counted"
        source = f" ({said})" if (said := _source(each)) else ""
        yield f"  {_share(each.share)} of {names.of(each.asset)} by {names.of(each.owner)}: {ended}{source}"
    yield from _more(len(found.apart))


def _limits(id: str, found: Ripple) -> str:
    lists = dict(found.limited).get(id)
    return f" ({lists} only, no block)" if lists else ""


def _limited(found: Ripple, names: _Names) -> Iterator[str]:
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


def _group(title: str, decided: tuple[Decided, ...], names: _Names, open_: Iterable[str]) -> Iterator[str]:
    if decided:
        yield f"{title}:"
    for each in decided[:SHOWN]:
        doubt = ", not certain" if each.id in open_ else ""
        yield f"  {names.of(each.id)}: {names.path(each.path)}{doubt}"
    yield from _more(len(decided))


def _why(title: str, ids: tuple[str, ...], found: Ripple, names: _Names) -> Iterator[str]:
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
