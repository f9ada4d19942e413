"""The holdings that decide why something is blocked, from a listed owner downwards."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import accumulate

from briefer.analysis.ownership_graph import Graph
from briefer.analysis.ownership_spread import Spread, needed
from briefer.model.ripple import OWN_LISTING, Decided, OwnershipRule, Path, Step

LONGEST = 100
"""Of a longer path the steps nearest to the company are kept."""


class Paths:
    """Gives for what is blocked the path that decides; each is worked out once, and only where it is asked for."""

    def __init__(self, graph: Graph, state: Spread, seeds: Iterable[int], rule: OwnershipRule) -> None:
        self._graph = graph
        self._order = state.order
        self._seeds = frozenset(seeds)
        self._need = needed(graph, rule)
        self._known: dict[int, tuple[Step, ...]] = dict.fromkeys(self._seeds, ())

    def of(self, nodes: Iterable[int]) -> Iterator[Decided]:
        """The path of each of these nodes, which are all blocked, under each of its ids."""
        for node in nodes:
            path = self.path(node)
            for id in self._graph.members.get(node, (self._graph.ids[node],)):
                yield Decided(id=id, path=path)

    @cached_property
    def _rank(self) -> dict[int, int]:
        return {node: rank for rank, node in enumerate(self._order)}

    def path(self, node: int) -> Path:
        """The path of one blocked node."""
        return OWN_LISTING if node in self._seeds else self._steps(node)

    def root(self, node: int) -> int:
        """The listed owner at the head of a node's path, by the largest holding at each step; a listed node itself."""
        while node not in self._seeds:
            node = self.deciders(node)[0][1]
        return node

    def deciders(self, node: int) -> list[tuple[int, int]]:
        """The fewest holdings, as (share, owner), that block a node, each of an owner blocked before it."""
        rank = self._rank
        here = rank[node]
        held = [(share, owner) for owner, share in self._graph.owned.of(node) if rank.get(owner, here) < here]
        if len(held) > 1:
            held.sort(key=lambda each: (-each[0], rank[each[1]]))
        if held[0][0] >= self._need:
            return held[:1]
        totals = accumulate(share for share, _ in held)
        return held[: 1 + next(at for at, total in enumerate(totals) if total >= self._need)]

    def _steps(self, node: int) -> tuple[Step, ...]:
        """Works upwards until all is known, then downwards; a chain may be longer than Python's stack."""
        known = self._known
        wait = [(node, self.deciders(node))] if node not in known else []
        while wait:
            one, deciders = wait[-1]
            missing = [owner for _, owner in deciders if owner not in known]
            if missing:
                wait += [(owner, self.deciders(owner)) for owner in missing]
            else:
                wait.pop()
                known[one] = self._joined(one, deciders)
        return known[node]

    def _joined(self, node: int, deciders: list[tuple[int, int]]) -> tuple[Step, ...]:
        ids = self._graph.ids
        steps: list[Step] = []
        for share, owner in deciders:
            steps += self._known[owner]
            bound = self._graph.bound(owner, node, share)
            steps.append(Step(owner=ids[owner], asset=ids[node], percentage=self._graph.percent(share), bound=bound))
        return tuple(dict.fromkeys(steps) if len(deciders) > 1 else steps)[-LONGEST:]
