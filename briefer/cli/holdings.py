"""How holdings are written, as JSON and as text, with the day, source and support of each statement."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from briefer.model.facts import Range
from briefer.model.ripple import Apart, Ground, Path, Step


def path_value(path: Path) -> Any:
    """Gives the JSON value of a path: its holdings, or that it is listed itself."""
    if isinstance(path, str):
        return path
    return [
        {"owner": step.owner, "asset": step.asset, "percentage": number(step.percentage)}
        | ({"bound": step.bound.strip()} if step.bound else {})
        for step in path
    ]


def number(exact: Decimal) -> Any:
    """Gives an exact number as JSON writes it."""
    import msgspec

    return msgspec.Raw(f"{exact:f}".encode())


def ground_value(each: Ground) -> dict[str, Any]:
    """Gives the JSON value of a statement that a holding rests on."""
    return {
        "owner": each.owner,
        "asset": each.asset,
        "share": stated_value(each.share),
        "printed": each.unread,
        "as_of": each.as_of,
        "since": each.since,
        "after_the_day": each.after,
        "sources": each.sources,
        "list": each.origin,
        "confidence": each.confidence,
    }


def stated_value(share: Decimal | Range | None) -> Any:
    """Gives the JSON value of a share as stated, or of its bounds."""
    if isinstance(share, Range):
        ends = {"least": number(share.least), "most": number(share.most)}
        return ends | {"above_least": share.above, "below_most": share.below}
    return None if share is None else number(share)


class Names:
    """How those that an answer names and the holdings that it rests on are written."""

    def __init__(self, captions: Iterable[tuple[str, str]], grounds: Iterable[Ground]) -> None:
        self._names = dict(captions)
        self._told = set[str]()
        self._grounds: dict[tuple[str, str], list[Ground]] = {}
        for each in grounds:
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
    return ", ".join(filter(None, (f"{day}{late}", source(each), each.confidence)))


def source(each: Ground | Apart) -> str:
    """Gives the sources of a statement, else the list that makes it and its day."""
    return ", ".join(each.sources) or each.origin.partition("#")[0].replace("@", " of ")


def _much(each: Ground) -> str:
    return f"share stated as “{each.unread}”" if each.unread else worded_share(each.share)


def worded_share(share: Decimal | Range | None) -> str:
    """Says a share as stated, or its bounds."""
    if isinstance(share, Range):
        low, high = (f"{bound.normalize():f}" for bound in (share.least, share.most))
        return f"{'over ' if share.above else ''}{low} to {'under ' if share.below else ''}{high} %"
    return "share not stated" if share is None else f"{share.normalize():f} %"
