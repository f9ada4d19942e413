"""Companies that the delisted hold and that are blocked neither before nor after, with what is missing."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from briefer.analysis.ownership_doubts import Scene
from briefer.model.ripple import Below, OwnershipRule

ZERO = Decimal(0)


def below(nodes: Iterable[int], former: Scene, now: Scene) -> Iterator[Below]:
    """Gives those of these nodes that are surely blocked neither before nor after; what is open is left out."""
    for node in nodes:
        if not any(scene.state.blocked[node] or scene.uncertain(node) for scene in (former, now)):
            share = _counting(former, node)
            why = _short(former.rule, share) if share else _bare(former, node)
            for id in former.graph.members.get(node, (former.graph.ids[node],)):
                yield Below(id=id, share=share, why=why)


def _counting(scene: Scene, node: int) -> Decimal:
    """The share in blocked hands; the largest of one holder where the rule does not add them."""
    held = [share for owner, share in scene.graph.owned.of(node) if scene.state.blocked[owner]]
    if not held:
        return ZERO
    return scene.graph.percent(sum(held) if scene.rule.together else max(held))


def _short(rule: OwnershipRule, share: Decimal) -> str:
    hands = "in blocked hands" if rule.together else "in one blocked hand"
    limit = f"not more than {rule.percent}" if rule.exceed else f"below {rule.percent}"
    control = "no control on record, which would block too" if rule.control else "control does not block"
    return f"{share:f} per cent {hands}, {limit}; {control}"


def _bare(scene: Scene, node: int) -> str:
    """Says who holds most of it, since none of its holders is surely blocked."""
    owner, share = max(scene.graph.owned.of(node), key=lambda held: (held[1], -held[0]))
    percent = f"{scene.graph.percent(share):f} per cent"
    if share and scene.uncertain(owner):
        return f"its holder {scene.name(owner)}, whose own status is open, has {percent}, too little to decide"
    return f"its holder {scene.name(owner)}{f' ({percent})' if share else ''} is not blocked"
