"""How blocking spreads from owner to company: the least fixed point, and what would follow from what is in doubt."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from briefer.analysis.ownership_graph import Graph
from briefer.model.ripple import OwnershipRule


@dataclass(frozen=True, slots=True)
class Spread:
    """Who is blocked: a flag for each node, the blocked part of each, and the blocked in the order they became so."""

    blocked: bytearray
    sums: list[int]
    order: list[int]


@dataclass(frozen=True, slots=True)
class Wider:
    """Who would be blocked as well: a flag for each node, and the part of each that would then be in blocked hands."""

    flags: bytearray
    sums: list[int]


def needed(graph: Graph, rule: OwnershipRule) -> int:
    """The share from which on a rule blocks, in the graph's unit."""
    return graph.scaled(rule.percent) + rule.exceed


def spread(graph: Graph, seeds: Iterable[int], rule: OwnershipRule) -> Spread:
    """Follows every holding of the blocked once; status cascades and percentages are never multiplied (FAQ 401)."""
    size = len(graph.ids)
    state = Spread(bytearray(size), [0] * size, list(dict.fromkeys(seeds)))
    for seed in state.order:
        state.blocked[seed] = 1
    _follow(graph, state, rule, 0)
    return state


def without(graph: Graph, state: Spread, seeds: Iterable[int], lifted: Iterable[int], rule: OwnershipRule) -> Spread:
    """Gives the spread without some of its seeds, working out anew only what hangs on them; `seeds` are those left.

    Whatever is blocked and cannot be reached from the lifted through the blocked keeps the owners that block it.
    """
    need = needed(graph, rule)
    blocked, sums = bytearray(state.blocked), list(state.sums)
    hanging = [node for node in dict.fromkeys(lifted) if blocked[node]]
    for node in hanging:
        blocked[node] = 0
    for node in hanging:
        for asset, share in graph.held.of(node):
            sums[asset] -= share
            if blocked[asset]:
                blocked[asset] = 0
                hanging.append(asset)
    order = [node for node in state.order if blocked[node]]
    kept, start = set(seeds), len(order)
    order += [node for node in hanging if node in kept or _enough(graph, node, blocked, sums, need, rule)]
    for node in order[start:]:
        blocked[node] = 1
    result = Spread(blocked, sums, order)
    _follow(graph, result, rule, start)
    return result


def _enough(graph: Graph, node: int, blocked: bytearray, sums: list[int], need: int, rule: OwnershipRule) -> bool:
    """Whether the owners that are blocked so far suffice."""
    if rule.together or sums[node] < need:
        return sums[node] >= need
    return any(blocked[owner] and share >= need for owner, share in graph.owned.of(node))


def _follow(graph: Graph, state: Spread, rule: OwnershipRule, start: int) -> None:
    """Follows the holdings of the blocked from a place in their order on; the order grows on the way.

    The sums are kept under every rule: where holders do not count together, they tell where they would.
    """
    need, together = needed(graph, rule), rule.together
    first, others, shares = graph.held.first, graph.held.others, graph.held.shares
    blocked, sums, order = state.blocked, state.sums, state.order
    for node in islice(order, start, None):
        for at in range(first[node], first[node + 1]):
            asset = others[at]
            share = shares[at]
            total = sums[asset] = sums[asset] + share
            if (total if together else share) >= need and not blocked[asset]:
                blocked[asset] = 1
                order.append(asset)


class _Widening:
    """Follows shares and doubts from what may be blocked to what may be so in turn."""

    def __init__(self, graph: Graph, state: Spread, rule: OwnershipRule, former: Wider | None = None) -> None:
        self._graph = graph
        self._state = state
        self._need, self._together = needed(graph, rule), rule.together
        self._queue: list[int] = []
        flags, sums = (former.flags, former.sums) if former else (state.blocked, state.sums)
        self.wider = Wider(bytearray(flags), list(sums))

    def add(self, node: int) -> None:
        if not self.wider.flags[node]:
            self.wider.flags[node] = 1
            self._queue.append(node)

    def doubts(self, owner: int) -> None:
        for asset, least, most in self._graph.doubtful.get(owner, ()):
            self._hold(asset, most - least, most)

    def renew(self, area: Sequence[int]) -> None:
        """Puts these nodes back to what is sure, then adds what those outside and what the blocked may hold of them."""
        sure, flags, inside = self._state.blocked, self.wider.flags, frozenset(area)
        for node in area:
            flags[node] = sure[node]
            self.wider.sums[node] = self._state.sums[node]
        for node in area:
            for owner, share in self._graph.owned.of(node):
                if flags[owner] and not sure[owner] and owner not in inside:
                    self._hold(node, share, share)
            for owner, least, most in self._graph.unstated.get(node, ()):
                if sure[owner] if owner in inside else flags[owner]:
                    self._hold(node, most - least, most)

    def follow(self) -> None:
        for node in self._queue:
            for asset, share in self._graph.held.of(node):
                self._hold(asset, share, share)
            self.doubts(node)

    def _hold(self, asset: int, more: int, most: int) -> None:
        total = self.wider.sums[asset] = self.wider.sums[asset] + more
        if (total if self._together else most) >= self._need:
            self.add(asset)


def widened(graph: Graph, state: Spread, rule: OwnershipRule, start: Iterable[int] = ()) -> Wider:
    """Adds to a spread what would follow if `start` were blocked and every doubtful share were the most it can be."""
    widening = _Widening(graph, state, rule)
    for node in start:
        widening.add(node)
    for owner in graph.doubtful:
        if state.blocked[owner]:
            widening.doubts(owner)
    widening.follow()
    return widening.wider


def widened_within(
    graph: Graph, state: Spread, rule: OwnershipRule, former: Wider, area: Sequence[int], start: Iterable[int] = ()
) -> Wider:
    """Gives what `widened` gives, working out anew only `area`; outside it, all is as in `former`.

    The area holds whatever its nodes reach; `start` are those of its nodes that are added, the others' being in
    `former`.
    """
    widening = _Widening(graph, state, rule, former)
    widening.renew(area)
    for node in start:
        widening.add(node)
    widening.follow()
    return widening.wider


def reached(graph: Graph, start: Iterable[int], *, control: bool) -> list[int]:
    """Gives these nodes and all that they reach by holdings of any size, in order.

    With `control` also by control and by what they held and no longer hold.
    """
    first, others = graph.held.first, graph.held.others
    seen, queue = bytearray(len(graph.ids)), list(dict.fromkeys(start))
    for node in queue:
        seen[node] = 1
    for node in queue:
        ends = others[first[node] : first[node + 1]]
        for other in (*ends, *graph.control.get(node, ()), *graph.parted.get(node, ())) if control else ends:
            if not seen[other]:
                seen[other] = 1
                queue.append(other)
    return sorted(queue)
