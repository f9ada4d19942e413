"""Links that are no holdings: what posts and mere links of the delisted lead to, which no rule counts as a share."""

from collections.abc import Iterable, Iterator, Mapping

from briefer.analysis import ownership_rules as rules
from briefer.analysis.ownership_doubts import Scene
from briefer.analysis.ownership_graph import Graph
from briefer.model.facts import Link
from briefer.model.ripple import Tie

Linked = tuple[str, str, bool]
"""The other end, the role in the list's words, and whether it is a post that may be control."""


def read(links: Iterable[Link]) -> dict[str, tuple[Linked, ...]]:
    """Gives the posts by who holds them, and mere links by both of their ends."""
    found: dict[str, dict[Linked, None]] = {}
    for link in links:
        control = rules.controls(link)
        if control or rules.mere(link):
            found.setdefault(link.subject, {})[link.object, link.role, control] = None
            if not control:
                found.setdefault(link.object, {})[link.subject, link.role, control] = None
    return {id: tuple(said) for id, said in found.items()}


def ties(
    graph: Graph, known: Mapping[str, tuple[Linked, ...]], delist: Iterable[str], told: frozenset[str], now: Scene
) -> Iterator[Tie]:
    """Gives what the delisted are linked to, each once, other than themselves and what is told already (`told`)."""
    seen = set(told) | set(delist)
    for id in delist:
        for one in (id, *(other for other in graph.members.get(graph.places[id], ()) if other != id)):
            for other, role, control in known.get(one, ()):
                if other not in seen:
                    seen.add(other)
                    node = graph.places[other]
                    path = now.paths.path(node) if now.state.blocked[node] else None
                    yield Tie(delisted=id, id=other, role=role, control=control, path=path)
