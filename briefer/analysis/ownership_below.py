"""Companies that the delisted hold and that are blocked neither before nor after, with what is missing."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from briefer.analysis.ownership_doubts import Scene
from briefer.analysis.ownership_graph import Graph
from briefer.language import _, mark
from briefer.model.ripple import Below

SHORT = {
    (True, True): mark("{share} per cent in blocked hands, not more than {limit}"),
    (True, False): mark("{share} per cent in blocked hands, below {limit}"),
    (False, True): mark("{share} per cent in one blocked hand, not more than {limit}"),
    (False, False): mark("{share} per cent in one blocked hand, below {limit}"),
}
"""What is in blocked hands, by whether the rule adds several holders and whether it asks for more than its limit."""


def below(nodes: Iterable[int], former: Scene, now: Scene) -> Iterator[Below]:
    """Gives those of these nodes that are surely blocked neither before nor after; what is open is left out."""
    for node in nodes:
        if not any(scene.state.blocked[node] or scene.uncertain(node) for scene in (former, now)):
            least, most = _counting(former, node)
            share = former.graph.percent(least)
            why = (
                _short(former, share, most if most > least else 0)
                if most
                else "; ".join((_bare(former, node), *_proviso(former)))
            )
            for id in former.graph.members.get(node, (former.graph.ids[node],)):
                yield Below(id=id, share=share, why=why)


def _counting(scene: Scene, node: int) -> tuple[int, int]:
    """The least and the most that the blocked hold; of one holder alone where the rule does not add them."""
    loose = {owner: (least, most) for owner, least, most in scene.graph.unstated.get(node, ())}
    blocked = ((owner, share) for owner, share in scene.graph.owned.of(node) if scene.state.blocked[owner])
    held = [loose.get(owner, (share, share)) for owner, share in blocked] or [(0, 0)]
    sums = sum if scene.rule.together else max
    return sums(least for least, _most in held), sums(most for _least, most in held)


def _short(scene: Scene, share: Decimal, most: int) -> str:
    """Says what is in blocked hands, between bounds where these are all that is stated (`most`, else 0)."""
    rule = scene.rule
    much = f"{share:f} {scene.graph.up_to(most)}" if most else f"{share:f}"
    said = _(SHORT[rule.together, rule.exceed], share=much, limit=rule.percent)
    return "; ".join((said, *(_proviso(scene) or (_("control does not block"),))))


def _proviso(scene: Scene) -> tuple[str, ...]:
    """What is added where control blocks as well, as it may without being on record."""
    return (_("control, which is not on record, would block it too"),) if scene.rule.control else ()


def largest(graph: Graph, node: int) -> tuple[int, int]:
    """The holder who has most of a company, and the share."""
    return max(graph.owned.of(node), key=lambda held: (held[1], -held[0]))


def _bare(scene: Scene, node: int) -> str:
    """Says who holds most of it, since none of its holders is surely blocked."""
    owner, share = largest(scene.graph, node)
    name, much = scene.name(owner), f"{scene.graph.percent(share):f}"
    if share and scene.uncertain(owner):
        return _(
            "its holder {name}, whose own status is open, has {share} per cent, too little to block it by its share",
            name=name,
            share=much,
        )
    if share:
        return _("its holder {name} ({share} per cent) is not blocked", name=name, share=much)
    return _("its holder {name} is not blocked", name=name)
