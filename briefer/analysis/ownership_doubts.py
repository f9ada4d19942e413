"""What an ownership rule cannot decide: shares that nobody states, and what a person has to look at.

Finding out what is open costs little; the sentences that say why are made only for what is asked about.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from copy import copy
from decimal import Decimal
from types import MappingProxyType

from briefer.analysis.ownership_graph import Graph
from briefer.analysis.ownership_paths import Paths
from briefer.analysis.ownership_rings import hidden, sentence
from briefer.analysis.ownership_spread import Spread, Wider, needed, spread, widened, widened_within, without
from briefer.analysis.ownership_transfers import Transfer
from briefer.language import _, mark
from briefer.model.ripple import OwnershipRule

FULL = Decimal(100)

Say = Callable[[int], str]
"""Gives a node's name for a sentence."""

Reason = tuple[str, str]
"""The kind of a doubt and its sentence."""

NOBODY: Mapping[int, str] = MappingProxyType({})

CONTROLS = {
    "control": mark("{owner} may control {asset}; control blocks too, and a person has to judge it."),
    "caution": mark("{owner} may control {asset}; that does not block, but a blocked person may not sign for it."),
}
SEVERAL = mark(
    "{owner} holds {share} per cent of {asset} through several companies; whether that is one holding, a person has to "
    "judge."
)
JOINT = mark(
    "Blocked holders have {share} per cent of {asset} between them, none enough alone; a joint arrangement would make "
    "them count together."
)


class Scene:
    """One state of affairs, before or after: who is surely blocked, what is open, and why.

    `unplaced` are those of whom it is open whether their listing blocks, with what is not known of it.
    """

    def __init__(
        self,
        graph: Graph,
        rule: OwnershipRule,
        seeds: frozenset[int],
        say: Say,
        unplaced: Mapping[int, str] = NOBODY,
    ) -> None:
        self.graph = graph
        self.unplaced = unplaced
        self.rule = rule
        self.seeds = seeds
        self.need = needed(graph, rule)
        self._say = say
        self._said: dict[int, tuple[Reason, ...]] = {}
        self._settle(spread(graph, sorted(seeds), rule))
        self._maybe: Wider = widened(graph, self.state, rule, sorted(unplaced))
        self._arguable = self._maybe
        self._flagged: frozenset[int] = frozenset()
        anew = {node for where, holds in _OPENING for node in where(self) if self.open(node) and holds(self, node)}
        self._argue(anew, list(graph.ring), lambda start: widened(graph, self.state, rule, [*unplaced, *start]))

    def _settle(self, state: Spread) -> None:
        self.state = state
        self.paths = Paths(self.graph, state, self.seeds, self.rule)

    def without(self, lifted: Iterable[int], area: Sequence[int]) -> "Scene":
        """Gives the state of affairs without some of the listed; `area` is all that they reach, by control too."""
        gone, placed = self.seeds.intersection(lifted), set(self.unplaced).difference(lifted)
        if not gone and len(placed) == len(self.unplaced):
            return self
        scene = copy(self)
        scene.unplaced = {node: self.unplaced[node] for node in sorted(placed)}
        listed = sorted(placed.intersection(area))
        scene.seeds, scene._said = self.seeds - gone, {}
        scene._settle(without(self.graph, self.state, scene.seeds, sorted(gone), self.rule))
        scene._maybe = widened_within(self.graph, scene.state, self.rule, self._maybe, area, listed)
        scene._flagged = self._flagged.difference(area)

        def widen(start: Sequence[int]) -> Wider:
            return widened_within(self.graph, scene.state, self.rule, self._arguable, area, [*listed, *start])

        scene._arguable = widen(()) if scene._flagged else scene._maybe
        anew = {node for node in area if scene.open(node) and any(holds(scene, node) for _where, holds in _OPENING)}
        scene._argue(anew, [node for node in area if node in self.graph.ring], widen)
        return scene

    def _argue(self, opened: set[int], ringed: Sequence[int], widen: Callable[[Sequence[int]], Wider]) -> None:
        """Adds what has to be judged, and what it opens in turn: one ring may hide what another one depends on."""
        anew, found = opened, set[int]()
        while anew:
            found |= anew
            self._flagged |= anew
            self._arguable = widen(sorted(found))
            closed = (node for node in ringed if node not in self._flagged and self.open(node))
            anew = {node for node in closed if _in_ring(self, node)}

    def open(self, node: int) -> bool:
        """Whether a node is not surely blocked."""
        return not self.state.blocked[node]

    def maybe(self, node: int) -> bool:
        """Whether a node is blocked, or would be if every share in doubt were the most it can be."""
        return bool(self._maybe.flags[node])

    def arguable(self, node: int) -> bool:
        """Whether a node is blocked, or would be if besides everything a person has to judge were so."""
        return bool(self._arguable.flags[node])

    def uncertain(self, node: int) -> bool:
        """Whether the status of a node is open; a caution does not make it so."""
        return self.open(node) and self.arguable(node)

    def wide(self, node: int) -> int:
        """The most of a node that can be in blocked hands."""
        return self._maybe.sums[node]

    def touched(self, node: int) -> bool:
        """Whether anybody who is or may be blocked holds a share of a node."""
        return self._maybe.sums[node] > 0

    def indeterminate(self, node: int) -> bool:
        """Whether a share that is not stated, or not agreed, decides on a node."""
        return self.open(node) and self.maybe(node)

    def review(self, node: int) -> bool:
        """Whether a person has to look at a node."""
        if not self.open(node):
            return False
        return node in self._flagged or bool(self.controllers(node)) or (self.arguable(node) and not self.maybe(node))

    def notable(self, node: int) -> bool:
        """Whether there may be anything to say on a node; a quick look before `why`."""
        if node in self.graph.over:
            return True
        joint = not self.rule.together and self.state.sums[node] >= self.need
        return self.open(node) and (joint or self.arguable(node) or bool(self.controllers(node)))

    def why(self, node: int) -> tuple[Reason, ...]:
        """Every reason to doubt the answer on a node, or to take care; worked out once."""
        if node not in self._said:
            own = tuple(reason for explain in _WHY for reason in explain(self, node))
            judged = self.flagged(node) and any(kind in _JUDGED for kind, _said in own)
            self._said[node] = own if judged else (*own, *_why_handed_down(self, node))
        return self._said[node]

    def name(self, node: int) -> str:
        """The name of a node in a sentence."""
        return self._say(node)

    def flagged(self, node: int) -> bool:
        """Whether something at the node itself has to be judged."""
        return node in self._flagged

    def controllers(self, node: int) -> list[int]:
        """Who may control a node by other means than shares and is or may be blocked."""
        return [owner for owner in self.graph.controlled.get(node, ()) if self._maybe.flags[owner]]


def _judged(scene: Scene, node: int) -> bool:
    """Control blocks in the EU and the UK; in the US it is a caution only (FAQs 398, 400)."""
    return scene.rule.control and bool(scene.controllers(node))


def _in_ring(scene: Scene, node: int) -> bool:
    """Whether shares inside a ring matter; where a share that is not stated may block already, they do not."""
    return not scene.maybe(node) and hidden(scene.graph, scene.rule, node, scene.arguable, scene.maybe) is not None


def _over(scene: Scene, node: int) -> bool:
    """Shares of over 100 per cent cannot all be right; some of them may have ended."""
    return node in scene.graph.over and scene.touched(node)


def _through_several(scene: Scene, node: int) -> bool:
    """Where holders do not count together: what one listed person holds through several of them."""
    enough = not scene.rule.together and scene.state.sums[node] >= scene.need
    return enough and _most(scene, node)[1] >= scene.need


def _deciding(scene: Scene, node: int) -> list[Transfer]:
    """What the blocked held of a node and no longer hold, where it would block together with what they hold."""
    graph, sums = scene.graph, scene.wide(node)
    now = dict(graph.owned.of(node))
    found = []
    for each in graph.transferred.get(node, ()):
        owner = graph.places[each.owner]
        more = graph.scaled(each.most) - now.get(owner, 0)
        if more > 0 and scene.maybe(owner):
            found.append(each)
            sums += more
    return found if sums >= scene.need else []


def _shared(scene: Scene) -> Iterable[int]:
    """Where the rule does not add them: what blocked holders have enough of between them."""
    if scene.rule.together:
        return ()
    return (node for node, total in enumerate(scene.state.sums) if total >= scene.need)


def _most(scene: Scene, node: int) -> tuple[int, int]:
    """The listed person behind most of a node's blocked holders, and that person's share."""
    behind: Counter[int] = Counter()
    for owner, share in scene.graph.owned.of(node):
        if scene.state.blocked[owner]:
            behind[scene.paths.root(owner)] += share
    return behind.most_common(1)[0]


_OPENING: tuple[tuple[Callable[[Scene], Iterable[int]], Callable[[Scene, int], bool]], ...] = (
    (lambda scene: scene.graph.controlled, _judged),
    (lambda scene: scene.graph.ring, _in_ring),
    (lambda scene: scene.graph.over, _over),
    (_shared, _through_several),
    (lambda scene: scene.graph.transferred, lambda scene, node: bool(_deciding(scene, node))),
)
"""What opens the answer on a node that is not surely blocked: where to look for it at all, and whether it is so."""


def _why_listing(scene: Scene, node: int) -> Iterator[Reason]:
    if node in scene.unplaced and scene.open(node):
        name, tags = scene.name(node), scene.unplaced[node]
        yield "list", _("{name} is listed under {tags}; it may be blocked.", name=name, tags=tags)


def _why_shares(scene: Scene, node: int) -> Iterator[Reason]:
    if scene.indeterminate(node):
        for owner, least, most in scene.graph.unstated.get(node, ()):
            if scene.maybe(owner):
                yield "percentage", _in_words(scene, owner, node, (least, most))


def _in_words(scene: Scene, owner: int, node: int, bounds: tuple[int, int]) -> str:
    names = {"owner": scene.name(owner), "asset": scene.name(node)}
    if (owner, node) in scene.graph.later:
        return _("What share {owner} held of {asset} on the day is not stated, only what it held later.", **names)
    if not bounds[0] and bounds[1] >= scene.graph.scaled(FULL):
        return _("How much of {asset} belongs to {owner} is not stated.", **names)
    low, high = map(scene.graph.percent, bounds)
    return _(
        "What is stated leaves open whether {owner} holds {low} or up to {high} per cent of {asset}.",
        low=low,
        high=high,
        **names,
    )


def _why_control(scene: Scene, node: int) -> Iterator[Reason]:
    for owner in scene.controllers(node) if scene.open(node) else ():
        kind = "control" if scene.rule.control else "caution"
        yield kind, _(CONTROLS[kind], owner=scene.name(owner), asset=scene.name(node))


def _why_ring(scene: Scene, node: int) -> Iterator[Reason]:
    ring = scene.graph.ring

    def may(owner: int) -> bool:
        """What is open within the ring alone is no reason: it would go round in it."""
        return scene.maybe(owner) or (ring.get(owner) != ring.get(node) and scene.arguable(owner))

    if scene.open(node) and not scene.maybe(node):
        found = hidden(scene.graph, scene.rule, node, may, scene.maybe)
        if found and found.inside:
            yield "cycle", sentence(scene.graph, scene.rule, node, found, scene.name)


def _why_total(scene: Scene, node: int) -> Iterator[Reason]:
    if node in scene.graph.over and scene.touched(node):
        total = scene.graph.percent(scene.graph.over[node])
        name = scene.name(node)
        yield (
            "total",
            _(
                "The stated shares of {asset} add up to {total} per cent; not all can be right.",
                asset=name,
                total=total,
            ),
        )


def _why_joint(scene: Scene, node: int) -> Iterator[Reason]:
    need, total = scene.need, scene.state.sums[node]
    if scene.rule.together or total < need or not scene.open(node):
        return
    root, held = _most(scene, node)
    percent, name = scene.graph.percent, scene.name
    if held >= need:
        yield "control", _(SEVERAL, owner=name(root), share=percent(held), asset=name(node))
    else:
        yield "joint", _(JOINT, share=percent(total), asset=name(node))


def _why_transfer(scene: Scene, node: int) -> Iterator[Reason]:
    if scene.open(node):
        for each in _deciding(scene, node):
            yield "transfer", each.sentence(lambda id: scene.name(scene.graph.places[id]))


def _why_handed_down(scene: Scene, node: int) -> Iterator[Reason]:
    """Names the owners whose own status is open and decides on the node."""
    if not scene.open(node) or not scene.arguable(node):
        return
    said = {owner for owner, _least, _most in scene.graph.unstated.get(node, ()) if scene.maybe(owner)}
    for owner, _share in scene.graph.owned.of(node):
        if scene.open(owner) and scene.arguable(owner) and owner not in said:
            kind = "percentage" if scene.maybe(owner) else "owner"
            names = {"asset": scene.name(node), "owner": scene.name(owner)}
            yield kind, _("{asset} depends on {owner}, whose own status is open.", **names)


_WHY = (_why_listing, _why_shares, _why_control, _why_ring, _why_total, _why_joint, _why_transfer)
_JUDGED = frozenset({"control", "cycle", "total", "transfer"})
"""Kinds of what has to be judged at the node itself, beside which its owners' own doubts need not be told."""
