"""Who holds what as whole numbers, so that a million holdings can be followed in well under a second.

Shares are exact: all are scaled by the same power of ten, the one that the finest of them needs.
"""

from array import array
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import lru_cache
from itertools import accumulate, chain
from typing import TypeVar

from briefer.analysis.ownership_cycles import rings
from briefer.analysis.ownership_transfers import Transfer, ends
from briefer.language import _
from briefer.model.facts import Range

Share = Decimal | Range | None
"""A share in per cent, its bounds, or None where neither is stated."""

Holding = tuple[str, str, Share, str]
"""An owner, what it holds, the share, and the list that states it."""

GUARD = 6
"""Further digits where a bound is left out itself: so many that a million holders do not add up to a stated unit."""

K = TypeVar("K", bound=Hashable)
V = TypeVar("V", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Side:
    """All holdings from one side: those of node n are `others` and `shares` from `first[n]` to `first[n + 1]`."""

    first: "array[int]"
    others: "array[int]"
    shares: list[int]

    def of(self, node: int) -> Iterator[tuple[int, int]]:
        """The other end and the share of each holding of a node."""
        low, high = self.first[node], self.first[node + 1]
        return zip(self.others[low:high], self.shares[low:high])  # noqa: B905 - strict costs a third of the time


@dataclass(frozen=True, slots=True, kw_only=True)
class Graph:
    """The holdings of everybody. Node n is `ids[n]`; ids that were decided to be one share a node (`members`).

    Shares are per cent times ten to the power of `digits`, of which the last `guard` are for bounds that are left out
    themselves: just above, or just below. `held` are the holdings by owner, `owned` by what is owned.
    Where a share is not stated or lists differ, `doubtful` maps the owner to (asset, least share, most share) and
    `unstated` the asset to the same with its owners. `control` maps an owner to what it may control, `controlled` the
    other way about; `over` maps what has stated shares of over 100 per cent to their sum; `ring` maps a node to the
    number of the ring of holdings that it is part of. `parted` maps an owner to what it held and no longer holds,
    `transferred` the other way about, as far as a person has to judge it. `later` are the pairs of owner and asset of
    which a share is stated only of after the day.
    """

    ids: tuple[str, ...]
    places: dict[str, int]
    members: dict[int, tuple[str, ...]]
    digits: int
    held: Side
    owned: Side
    doubtful: dict[int, tuple[tuple[int, int, int], ...]]
    unstated: dict[int, tuple[tuple[int, int, int], ...]]
    over: dict[int, int]
    ring: dict[int, int]
    control: dict[int, tuple[int, ...]] = field(default_factory=dict)
    controlled: dict[int, tuple[int, ...]] = field(default_factory=dict)
    parted: dict[int, tuple[int, ...]] = field(default_factory=dict)
    transferred: dict[int, tuple[Transfer, ...]] = field(default_factory=dict)
    guard: int = 0
    later: frozenset[tuple[int, int]] = frozenset()

    def scaled(self, percent: Decimal) -> int:
        """A share in per cent in the unit of the shares."""
        return _scaled(percent, self.digits)

    def percent(self, share: int) -> Decimal:
        """A share in per cent, exactly, without zeros at its end; a bound that is left out is given as the bound."""
        return _percent(share, self.digits, self.guard)

    def bound(self, owner: int, asset: int, share: int) -> str:
        """What goes before the share of a holding of which it is only the least."""
        if all(other != asset for other, _least, _most in self.doubtful.get(owner, ())):
            return ""
        return _("more than ") if self.percent(share) != _percent(share, self.digits, 0) else _("at least ")

    def up_to(self, share: int) -> str:
        """The upper bound of a share as it follows the lower one: “to 50”, “to under 50”."""
        exact, bound = _percent(share, self.digits, 0), self.percent(share)
        return _("to under {share}", share=f"{bound:f}") if exact < bound else _("to {share}", share=f"{bound:f}")


@lru_cache(maxsize=4096)
def _percent(share: int, digits: int, guard: int) -> Decimal:
    if guard:
        share, digits = (share + 10**guard // 2) // 10**guard, digits - guard
    text = f"{Decimal(f'{share}e-{digits}'):f}"
    return Decimal(text.rstrip("0").rstrip(".") if "." in text else text)


def build(
    holdings: Iterable[Holding],
    *,
    ids: Iterable[str] = (),
    controls: Iterable[tuple[str, str]] = (),
    same: Iterable[tuple[str, str]] = (),
    transfers: Iterable[Transfer] = (),
) -> Graph:
    """Makes the graph of these holdings; `ids` are further nodes, `same` pairs of ids that are one.

    Within one list the holdings of one owner in one company are added, unless they come to over 100 per cent; two lists
    that state the same are believed once. Where statements differ, the least is sure and the most is possible.
    """
    rows, controls, parted = list(holdings), list(controls), list(transfers)
    named = {row[0] for row in rows} | {row[1] for row in rows} | {*ids, *chain(*controls, *map(ends, parted))}
    names, places, members = _nodes(named, same)
    digits, guard = _precision({*(row[2] for row in rows), *(each.share for each in parted)})
    sure, doubtful = _joined(rows, places, len(names), digits)
    held, owned = _sides(sure, len(names))
    graph = Graph(
        ids=names,
        places=places,
        members=members,
        digits=digits,
        held=held,
        owned=owned,
        doubtful=doubtful,
        unstated=_grouped((each[0], (owner, *each[1:])) for owner, some in doubtful.items() for each in some),
        over=_over(owned, 100 * 10**digits),
        ring={node: number for number, some in enumerate(rings(held, owned)) for node in some},
        guard=guard,
    )
    return _beside(graph, controls, parted)


def _beside(graph: Graph, controls: Iterable[tuple[str, str]], parted: Iterable[Transfer]) -> Graph:
    """Adds what is no holding: control, and what was held and no longer is."""
    places, gone = graph.places, tuple(parted)
    control = _grouped((places[one], places[other]) for one, other in controls)
    return replace(
        graph,
        control=control,
        controlled=_grouped((other, one) for one, others in control.items() for other in others),
        parted=_grouped((places[each.owner], places[each.asset]) for each in gone),
        transferred=_grouped((places[each.asset], each) for each in gone),
    )


def _nodes(
    named: set[str], same: Iterable[tuple[str, str]]
) -> tuple[tuple[str, ...], dict[str, int], dict[int, tuple[str, ...]]]:
    """Numbers the ids in their order; ids that are one get the number of the first of them."""
    head = heads(same)
    joined = head.keys() | set(head.values())
    names = tuple(sorted((named | joined) - head.keys()))
    places = {id: number for number, id in enumerate(names)}
    places |= {id: places[first] for id, first in head.items()}
    return names, places, _grouped((places[id], id) for id in sorted(joined))


def heads(same: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Maps ids that are one to the first of them, which is left out itself."""
    head: dict[str, str] = {}

    def top(id: str) -> str:
        while id in head:
            id = head[id]
        return id

    for one, other in same:
        low, high = sorted((top(one), top(other)))
        if low != high:
            head[high] = low
    return {id: top(id) for id in head}


def _precision(shares: set[Share]) -> tuple[int, int]:
    """The digits after the point that the finest of the shares needs, and how many of them are for open bounds."""
    ranges = [share for share in shares if isinstance(share, Range)]
    stated = {share for share in shares if isinstance(share, Decimal)}
    stated.update(bound for each in ranges for bound in (each.least, each.most))
    guard = GUARD if any(each.above or each.below for each in ranges) else 0
    return max(map(_digits, stated), default=0) + guard, guard


def _bounded(share: Share, digits: int) -> tuple[int, int]:
    """The least and the most that a share can be."""
    if share is None:
        return 0, 100 * 10**digits
    if isinstance(share, Range):
        return _scaled(share.least, digits) + share.above, _scaled(share.most, digits) - share.below
    exact = _scaled(share, digits)
    return exact, exact


def _digits(share: Decimal) -> int:
    exponent = share.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _scaled(share: Decimal, digits: int) -> int:
    above, below = share.as_integer_ratio()
    return above * int(10**digits) // below


def _joined(
    rows: list[Holding], places: dict[str, int], size: int, digits: int
) -> tuple[dict[int, int], dict[int, tuple[tuple[int, int, int], ...]]]:
    """The sure share of each pair, keyed owner × size + asset, and what more is possible, by owner."""
    lists: dict[str, dict[int, int]] = defaultdict(dict)
    several: dict[tuple[str, int], list[int]] = {}
    loose: dict[str, dict[int, int]] = defaultdict(dict)
    bounded = {share: _bounded(share, digits) for share in {row[2] for row in rows}}
    for owner, asset, share, said_by in rows:
        key = places[owner] * size + places[asset]
        stated = lists[said_by]
        if owner != asset and places[owner] == places[asset]:
            continue
        least, most = bounded[share]
        if most > least:
            loose[said_by][key] = loose[said_by].get(key, 0) + most - least
        if share is None:
            stated.setdefault(key, 0)
        elif key in stated:
            several.setdefault((said_by, key), [stated[key]]).append(least)
            stated[key] += least
        else:
            stated[key] = least
    bounds: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for name, shares in lists.items():
        certain = shares.keys() - loose[name].keys() - {key for of, key in several if of == name}
        for key in shares if len(lists) > 1 else shares.keys() - certain:
            parts = several.get((name, key), ())
            bounds[key].append(_bounds(shares[key], parts, 100 * 10**digits, loose[name].get(key, 0)))
    sure, doubtful = _agreed(bounds, size)
    return ({**next(iter(lists.values())), **sure} if len(lists) == 1 else sure), doubtful


def _bounds(known: int, several: Sequence[int], whole: int, more: int) -> tuple[int, int]:
    """The least and the most that one list states of a pair; parts that exceed the whole tell of different times."""
    if known > whole:
        return min(several), max(several)
    return known, min(known + more, whole)


def _agreed(
    bounds: dict[int, list[tuple[int, int]]], size: int
) -> tuple[dict[int, int], dict[int, tuple[tuple[int, int, int], ...]]]:
    """Settles what several lists say of a pair; one that states the whole share outweighs one that does not."""
    sure: dict[int, int] = {}
    doubtful = []
    for key, said in bounds.items():
        exact = [each for each in said if each[0] == each[1]]
        least = min(exact)[0] if exact else max(said)[0]
        most = max(high for _low, high in exact or said)
        sure[key] = least
        if most > least:
            doubtful.append((key // size, (key % size, least, most)))
    return sure, _grouped(doubtful)


def _sides(sure: dict[int, int], size: int) -> tuple[Side, Side]:
    """The holdings by owner and by asset, each in the order of both."""
    keys = sorted(sure)
    owners, assets = [key // size for key in keys], [key % size for key in keys]
    shares = [sure[key] for key in keys]
    turned = sorted(range(len(keys)), key=assets.__getitem__)
    owned = Side(_first(assets, size), array("q", [owners[at] for at in turned]), [shares[at] for at in turned])
    return Side(_first(owners, size), array("q", assets), shares), owned


def _first(heads: list[int], size: int) -> "array[int]":
    counts = [0] * (size + 1)
    for head in heads:
        counts[head + 1] += 1
    return array("q", accumulate(counts))


def _grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, tuple[V, ...]]:
    found: dict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return {key: tuple(dict.fromkeys(values)) for key, values in found.items()}


def _over(owned: Side, whole: int) -> dict[int, int]:
    """Everything of which more is held than there is, with the sum."""
    running = [0, *accumulate(owned.shares)]
    ends = zip(owned.first, owned.first[1:], strict=False)
    totals = ((node, running[high] - running[low]) for node, (low, high) in enumerate(ends))
    return {node: total for node, total in totals if total > whole}
