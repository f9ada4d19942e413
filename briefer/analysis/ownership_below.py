"""Companies that the delisted hold and that are blocked neither before nor after, with what is missing."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from briefer.analysis.ownership_doubts import Scene
from briefer.analysis.ownership_graph import Graph
from briefer.model.ripple import Below


def below(nodes: Iterable[int], former: Scene, now: Scene) -> Iterator[Below]:
    """Gives those of these nodes that are surely blocked neither before nor after; what is open is left out."""
    for node in nodes:
        if not any(scene.state.blocked[node] or scene.uncertain(node) for scene in (former, now)):
            least, most = _counting(former, node)
            share = former.graph.percent(least)
            why = (
                _short(former, share, most if most > least else 0)
                if most
                else f"{_bare(former, node)}{_proviso(former)}"
            )
            for id in former.graph.members.get(node, (former.graph.ids[node],)):
                yield Below(id=id, share=share, why=why)


def _counting(scene: Scene, node: int) -> tuple[int, int]:
    """The least and the most that the blocked hold; of one holder alone where the rule does not add them."""
    loose = {owner: (least, most) for owner, least, most in scene.graph.unstated.get(node, ())}
    blocked = ((owner, share) for owner, share in scene.graph.owned.of(node) if scene.state.blocked[owner])
    held = [loose.get(owner, (share, share)) for owner, share in blocked] or [(0, 0)]
    sums = sum if scene.rule.together else max
    return sums(least for least, _ in held), sums(most for _, most in held)


def _short(scene: Scene, share: Decimal, most: int) -> str:
    """Says what is in blocked hands, between bounds where these are all that is stated (`most`, else 0)."""
    rule = scene.rule
    hands = "in blocked hands" if rule.together else "in one blocked hand"
    limit = f"not more than {rule.percent}" if rule.exceed else f"below {rule.percent}"
    control = _proviso(scene) or "; control does not block"
    return f"{share:f}{f' {scene.graph.up_to(most)}' if most else ''} per cent {hands}, {limit}{control}"


def _proviso(scene: Scene) -> str:
    """What is added where control blocks as well, as it may without being on record."""
    return "; control, which is not on record, would block it too" if scene.rule.control else ""


def largest(graph: Graph, node: int) -> tuple[int, int]:
    """The holder who has most of a company, and the share."""
    return max(graph.owned.of(node), key=lambda held: (held[1], -held[0]))


def _bare(scene: Scene, node: int) -> str:
    """Says who holds most of it, since none of its holders is surely blocked."""
    owner, share = largest(scene.graph, node)
    percent = f"{scene.graph.percent(share):f} per cent"
    if share and scene.uncertain(owner):
        name = scene.name(owner)
        return f"its holder {name}, whose own status is open, has {percent}, too little to block it by its share"
    return f"its holder {scene.name(owner)}{f' ({percent})' if share else ''} is not blocked"
