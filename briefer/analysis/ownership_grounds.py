"""What the holdings of an answer rest on, statement by statement, and which holdings are not of the day."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import date

from briefer.analysis import ownership_rules as rules
from briefer.analysis.ownership_below import largest
from briefer.analysis.ownership_graph import Graph
from briefer.analysis.ownership_stakes import latest
from briefer.model.facts import Link
from briefer.model.ripple import Apart, Decided, Fate, Ground, Limit, Ripple, Step

Pair = tuple[str, str]
"""An owner and what it holds."""


def pairs(found: Ripple, graph: Graph, blocked: bytearray) -> frozenset[Pair]:
    """The holdings that an answer rests on: paths, shares in doubt, and who holds the not blocked."""
    said: tuple[Decided | Limit | Fate, ...] = (*found.paths, *found.still_blocked, *found.limits, *found.fates)
    paths = [*(each.path for each in said), *(each.path or () for each in found.linked)]
    steps = {(step.owner, step.asset) for path in paths for step in path if isinstance(step, Step)}
    open_ = {graph.places[id] for id in (*found.indeterminate, *found.review)}
    doubtful = {(owner, node) for node in open_ for owner, _, _ in graph.unstated.get(node, ())}
    free = {graph.places[each.id] for each in found.not_blocked}
    open_ |= {graph.places[each.id] for each in found.reasons} | free
    held = {(owner, node) for node in open_ for owner, _ in graph.owned.of(node) if blocked[owner]}
    held |= {(largest(graph, node)[0], node) for node in free}
    return frozenset(steps | {(graph.ids[owner], graph.ids[node]) for owner, node in doubtful | held})


class Grounds:
    """The statements that holdings rest on, on a day; each pair is looked for once, however many answers name it."""

    def __init__(self, links: Iterable[Link], graph: Graph, day: date) -> None:
        self._links, self._graph, self._day = tuple(links), graph, day
        self._held: dict[Pair, tuple[Ground, ...]] = {}

    def of(self, wanted: frozenset[Pair]) -> tuple[Ground, ...]:
        """Gives each statement on these pairs that counts on the day, by pair, each list's latest."""
        if fresh := wanted - self._held.keys():
            self._held |= dict.fromkeys(fresh, ()) | _grounds(self._links, self._graph, fresh, self._day)
        return tuple(ground for pair in sorted(wanted) for ground in self._held[pair])


def _grounds(
    links: Iterable[Link], graph: Graph, wanted: Collection[Pair], day: date
) -> dict[Pair, tuple[Ground, ...]]:
    owners, assets = (_ids(graph, {pair[end] for pair in wanted}) for end in (0, 1))
    found: dict[Pair, dict[str, list[Link]]] = defaultdict(lambda: defaultdict(list))
    for link in links:
        if link.subject in owners and link.object in assets:
            pair = owners[link.subject], assets[link.object]
            if pair in wanted:
                found[pair][link.origin.partition("@")[0]].append(link)
    return {
        pair: tuple(
            ground
            for _, stated in sorted(by_list.items())
            for ground in dict.fromkeys(_ground(pair, link, day) for link in latest(stated, day))
        )
        for pair, by_list in found.items()
    }


def _ids(graph: Graph, wanted: Iterable[str]) -> dict[str, str]:
    """The id that stands for each id of a node."""
    nodes = ((id, graph.places[id]) for id in wanted)
    return {each: id for id, node in nodes for each in graph.members.get(node, (id,))}


def _ground(pair: Pair, link: Link, day: date) -> Ground:
    (owner, asset), share = pair, rules.share(link)
    return Ground(
        owner=owner,
        asset=asset,
        share=share,
        unread=link.stated if share is None else "",
        as_of=link.as_of.text if link.as_of else "",
        since=link.start.text if link.start else "",
        after=rules.after(link, day),
        sources=link.sources,
        origin=link.origin,
        confidence=link.confidence,
    )


def apart(links: Iterable[Link], graph: Graph, near: Iterable[int], blocked: bytearray, day: date) -> Iterator[Apart]:
    """Gives the holdings that are over or still to come on a day.

    They are those of whom the delisted reach (`near`), and those that somebody blocked has in these.
    """
    reached = frozenset(near)
    found = {}
    for link in links:
        owner, asset = graph.places.get(link.subject), graph.places.get(link.object)
        if owner in reached or (owner is not None and asset in reached and blocked[owner]):
            each = _apart(link, day)
            found[each.owner, each.asset, each.day, each.share] = each
    for key in sorted(found, key=lambda key: key[:3]):
        yield found[key]


def _apart(link: Link, day: date) -> Apart:
    later = bool(link.start and link.start.earliest and link.start.earliest > day)
    stated = link.start if later else link.end
    return Apart(
        owner=link.subject,
        asset=link.object,
        share=rules.share(link),
        why="later" if later else "ended",
        day=stated.text if stated else "",
        exact=bool(stated and stated.earliest and stated.earliest == stated.latest),
        sources=link.sources,
        origin=link.origin,
    )
