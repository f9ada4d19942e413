"""What an ownership rule cannot decide: shares that nobody states, and what a person has to look at.

Finding out what is open costs little; the sentences that say why are made only for what is asked about.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from functools import cached_property

from briefer.analysis.ownership_graph import Graph
from briefer.analysis.ownership_paths import Paths
from briefer.analysis.ownership_spread import Spread, Wider, needed, widened
from briefer.model.ripple import OwnershipRule

FULL = Decimal(100)

Say = Callable[[int], str]
"""Gives a node's name for a sentence."""

Reason = tuple[str, str]
"""The kind of a doubt and its sentence."""


class Scene:
    """One state of affairs, before or after: who is surely blocked, what is open, and why."""

    def __init__(self, graph: Graph, rule: OwnershipRule, seeds: frozenset[int], state: Spread, say: Say) -> None:
        self.graph = graph
        self.rule = rule
        self.state = state
        self.paths = Paths(graph, self.state, seeds, rule)
        self._say = say
        self._maybe: Wider = widened(graph, self.state, rule)
        self._flagged = {node for look in _OPENING for node in look(self) if self.open(node)}
        self._arguable: Wider = (
            widened(graph, self.state, rule, sorted(self._flagged)) if self._flagged else self._maybe
        )

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
        return node in self._flagged or node in self._cautions or (self.arguable(node) and not self.maybe(node))

    def notable(self, node: int) -> bool:
        """Whether there may be anything to say on a node; a quick look before `why`."""
        if node in self.graph.over:
            return True
        joint = not self.rule.together and self.state.sums[node] >= needed(self.graph, self.rule)
        return self.open(node) and (joint or self.arguable(node) or node in self.controllers)

    def why(self, node: int) -> Iterator[Reason]:
        """Every reason to doubt the answer on a node, or to take care."""
        for explain in _WHY:
            yield from explain(self, node)

    def name(self, node: int) -> str:
        """The name of a node in a sentence."""
        return self._say(node)

    def flagged(self, node: int) -> bool:
        """Whether something at the node itself has to be judged."""
        return node in self._flagged

    @cached_property
    def _cautions(self) -> frozenset[int]:
        return frozenset() if self.rule.control else frozenset(_controlled(self))

    @cached_property
    def controllers(self) -> dict[int, list[int]]:
        """Who may control a node and is or may be blocked."""
        found: dict[int, list[int]] = {}
        for owner, assets in self.graph.control.items():
            for asset in assets if self.maybe(owner) else ():
                found.setdefault(asset, []).append(owner)
        return found


def _controlled(scene: Scene) -> Iterable[int]:
    """Control that does not come from shares."""
    return scene.controllers


def _judged(scene: Scene) -> Iterable[int]:
    """Control blocks in the EU and the UK; in the US it is a caution only (FAQs 398, 400)."""
    return scene.controllers if scene.rule.control else ()


def _in_rings(scene: Scene) -> Iterable[int]:
    """Companies that hold each other hide whose they are: shares inside the ring have no owner of their own."""
    behind = [any(map(scene.maybe, owners)) for owners in scene.graph.outside]
    return (node for node, number in scene.graph.ring.items() if behind[number])


def _over(scene: Scene) -> Iterable[int]:
    """Shares of over 100 per cent cannot all be right; some of them may have ended."""
    return filter(scene.touched, scene.graph.over)


def _through_several(scene: Scene) -> Iterable[int]:
    """Where holders do not count together: what one listed person holds through several of them."""
    if scene.rule.together:
        return ()
    need = needed(scene.graph, scene.rule)
    shared = (node for node, total in enumerate(scene.state.sums) if total >= need and scene.open(node))
    return (node for node in shared if _most(scene, node)[1] >= need)


def _most(scene: Scene, node: int) -> tuple[int, int]:
    """The listed person behind most of a node's blocked holders, and that person's share."""
    behind: Counter[int] = Counter()
    for owner, share in scene.graph.owned.of(node):
        if scene.state.blocked[owner]:
            behind[scene.paths.root(owner)] += share
    return behind.most_common(1)[0]


_OPENING = (_judged, _in_rings, _over, _through_several)


def _why_shares(scene: Scene, node: int) -> Iterator[Reason]:
    if scene.indeterminate(node):
        for owner, least, most in scene.graph.unstated.get(node, ()):
            if scene.maybe(owner):
                yield "percentage", _in_words(scene, owner, node, (least, most))


def _in_words(scene: Scene, owner: int, node: int, bounds: tuple[int, int]) -> str:
    if bounds[1] >= scene.graph.scaled(FULL):
        return f"What share of {scene.name(node)} {scene.name(owner)} holds is not stated."
    low, high = map(scene.graph.percent, bounds)
    return f"What is stated of {scene.name(owner)} differs: {low} or up to {high} per cent of {scene.name(node)}."


def _why_control(scene: Scene, node: int) -> Iterator[Reason]:
    for owner in scene.controllers.get(node, ()) if scene.open(node) else ():
        text = f"{scene.name(owner)} may control {scene.name(node)}"
        if scene.rule.control:
            yield "control", f"{text}; control blocks too, and a person has to judge it."
        else:
            yield "caution", f"{text}; that does not block, but no blocked person may act for it."


def _why_ring(scene: Scene, node: int) -> Iterator[Reason]:
    number = scene.graph.ring.get(node)
    if number is not None and scene.open(node):
        for owner in filter(scene.maybe, scene.graph.outside[number]):
            ring = "is held in a ring of companies that hold each other, or in itself"
            alone = f"without those shares {scene.name(owner)} may hold enough"
            yield "cycle", f"{scene.name(node)} {ring}; {alone}."


def _why_total(scene: Scene, node: int) -> Iterator[Reason]:
    if node in scene.graph.over and scene.touched(node):
        total = scene.graph.percent(sum(share for _, share in scene.graph.owned.of(node)))
        yield "total", f"The stated shares of {scene.name(node)} add up to {total} per cent; not all can be right."


def _why_joint(scene: Scene, node: int) -> Iterator[Reason]:
    need, total = needed(scene.graph, scene.rule), scene.state.sums[node]
    if scene.rule.together or total < need or not scene.open(node):
        return
    root, held = _most(scene, node)
    percent, name = scene.graph.percent, scene.name
    if held >= need:
        what = f"{name(root)} holds {percent(held)} per cent of {name(node)} through several companies"
        yield "control", f"{what}; whether that is one holding, a person has to judge."
    else:
        what = f"Blocked holders have {percent(total)} per cent of {name(node)} between them, none enough alone"
        yield "joint", f"{what}; a joint arrangement would make them count together."


def _why_handed_down(scene: Scene, node: int) -> Iterator[Reason]:
    """Names the owners whose own status is open and decides on the node."""
    if not scene.open(node) or not scene.arguable(node) or scene.flagged(node):
        return
    said = {owner for owner, _, _ in scene.graph.unstated.get(node, ())}
    for owner, _ in scene.graph.owned.of(node):
        if scene.open(owner) and scene.arguable(owner) and owner not in said:
            kind = "percentage" if scene.maybe(owner) else "control"
            yield kind, f"{scene.name(node)} depends on {scene.name(owner)}, whose own status is open."


_WHY = (_why_shares, _why_control, _why_ring, _why_total, _why_joint, _why_handed_down)
