"""What shares hide that a company holds in itself, or that companies hold in each other.

Such shares have no owner of their own. They are counted as stated and, a second time, left out of the whole: what the
two agree on is decided, and only what they differ on is for a person. A share inside the ring whose holder is or may be
blocked counts for its holder, which is the larger of the two.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from briefer.analysis.ownership_graph import Graph
from briefer.language import _, mark, ngettext
from briefer.model.ripple import OwnershipRule

FULL = Decimal(100)

TREATED = {
    "US": mark("No US guidance on record says which holds (our reading)."),
    "EU": mark("No EU guidance on record says which holds (our reading)."),
    "UK": mark(
        "Shares count by the issued capital (SI 2019/855, Schedule 1, paragraph 4), of which own shares are a part; "
        "how votes count is not on record here."
    ),
}
"""What is known on shares in oneself, by regime."""

OF_REST = {
    (True, True): mark(
        "{held}, which is more than {limit} per cent of what is left without {own}; whether that counts, a "
        "person has to judge."
    ),
    (True, False): mark(
        "{held}, which is at least {limit} per cent of what is left without {own}; whether that counts, a "
        "person has to judge."
    ),
    (False, True): mark(
        "{held}, which may be more than {limit} per cent of what is left without {own}; whether that counts, a "
        "person has to judge."
    ),
    (False, False): mark(
        "{held}, which may be at least {limit} per cent of what is left without {own}; whether that counts, a "
        "person has to judge."
    ),
}
"""What a share comes to without others, by whether it is sure and whether the rule asks for more than its limit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hidden:
    """Where it matters whether shares inside a ring count: who outside holds how much of a company, and how much it is.

    Shares are in the graph's unit and the most that they can be, `up_to` where they may be less; `inside` are the
    holders of the shares left out, `sure` says whether all of these shares are stated.
    """

    holders: tuple[int, ...]
    held: int
    up_to: bool
    inside: tuple[int, ...]
    left_out: int
    sure: bool


def hidden(
    graph: Graph, rule: OwnershipRule, node: int, may: Callable[[int], bool], known: Callable[[int], bool]
) -> Hidden | None:
    """Gives what shares inside its ring hide of a company; None where it is in no ring or they cannot matter.

    `may` tells who is blocked or may be, `known` who is so whatever rings hide.
    """
    if node not in graph.ring:
        return None
    bounds, whole = _bounds(graph, node), graph.scaled(FULL)
    known_least = sum(least for least, _ in bounds.values())
    for holders, inside in _parted(graph, rule, node, [*bounds], may, known):
        held = sum(bounds[owner][1] for owner in holders)
        least, most = (sum(bounds[owner][at] for owner in inside) for at in (0, 1))
        others = known_least - least - sum(bounds[owner][0] for owner in holders)
        left_out = max(least, min(most, whole - held - others))
        if _enough(graph, rule, held, whole - left_out):
            return Hidden(
                holders=holders,
                held=held,
                up_to=any(bounds[owner][0] < bounds[owner][1] for owner in holders),
                inside=inside,
                left_out=left_out,
                sure=least == most,
            )
    return None


def _parted(
    graph: Graph,
    rule: OwnershipRule,
    node: int,
    owners: Sequence[int],
    may: Callable[[int], bool],
    known: Callable[[int], bool],
) -> Iterator[tuple[tuple[int, ...], tuple[int, ...]]]:
    """The holders to be counted, all of them or each alone, with those whose shares are then left out."""
    ring = {owner for owner in owners if graph.ring.get(owner) == graph.ring[node]}
    holders = tuple(owner for owner in owners if owner != node and may(owner))
    if rule.together:
        yield holders, tuple(sorted(ring.difference(holders)))
        return
    # Whoever else in the ring may be blocked because of it alone has no share of its own beside this one.
    hides = {owner for owner in ring if owner == node or not known(owner)}
    yield from (((each,), tuple(sorted(hides - {each}))) for each in holders)


def told(rule: OwnershipRule) -> str:
    """The sentence that says how shares inside a ring are counted under a rule."""
    counted = _(
        "Shares that a company holds in itself, or that companies hold in each other in a ring, are counted as stated "
        "and a second time left out of the whole; only where the two differ is it for review by a person."
    )
    return f"{counted} {_(TREATED[rule.regime])}"


def sentence(graph: Graph, rule: OwnershipRule, node: int, found: Hidden, name: Callable[[int], str]) -> str:
    """Says who holds how much of a company, and what it comes to without the shares that are left out."""
    sure = found.sure and not found.up_to
    return _(
        OF_REST[sure, rule.exceed],
        held=_held(graph, node, found, name),
        limit=rule.percent,
        own=_own(graph, node, found, name),
    )


def _held(graph: Graph, node: int, found: Hidden, name: Callable[[int], str]) -> str:
    """The shares that count, by who holds them."""
    said = {
        "owners": _(" and ").join(map(name, found.holders)),
        "share": graph.percent(found.held),
        "asset": name(node),
    }
    if found.up_to:
        return ngettext(
            "{owners} holds up to {share} per cent of {asset}",
            "{owners} hold up to {share} per cent of {asset}",
            len(found.holders),
            **said,
        )
    return ngettext(
        "{owners} holds {share} per cent of {asset}",
        "{owners} hold {share} per cent of {asset}",
        len(found.holders),
        **said,
    )


def _own(graph: Graph, node: int, found: Hidden, name: Callable[[int], str]) -> str:
    """The shares that are left out, by who holds them."""
    others = [name(owner) for owner in found.inside if owner != node]
    itself = [_("{name} itself", name=name(node))] if node in found.inside else []
    owners = _(" and ").join((*others, *itself))
    if found.sure:
        share = graph.percent(found.left_out)
        return (
            _stated(share, owners, len(found.inside))
            if others
            else _("the {share} per cent that {owners} holds of it", share=share, owners=owners)
        )
    return (
        _unstated(owners, len(found.inside))
        if others
        else _("the shares that {owners} holds of it, of a size not stated or not agreed", owners=owners)
    )


def _stated(share: Decimal, owners: str, count: int) -> str:
    return ngettext(
        "the {share} per cent that {owners} holds of it in a ring of companies",
        "the {share} per cent that {owners} hold of it in a ring of companies",
        count,
        share=share,
        owners=owners,
    )


def _unstated(owners: str, count: int) -> str:
    return ngettext(
        "the shares that {owners} holds of it in a ring of companies, of a size not stated or not agreed",
        "the shares that {owners} hold of it in a ring of companies, of a size not stated or not agreed",
        count,
        owners=owners,
    )


def _enough(graph: Graph, rule: OwnershipRule, held: int, rest: int) -> bool:
    """Whether a share of the rest reaches the rule's part of it, exactly."""
    part, needed = held * graph.scaled(FULL), graph.scaled(rule.percent) * rest
    return held > 0 and (part > needed if rule.exceed else part >= needed)


def _bounds(graph: Graph, node: int) -> dict[int, tuple[int, int]]:
    """The least and the most that each owner holds of a company."""
    loose = {owner: (least, most) for owner, least, most in graph.unstated.get(node, ())}
    return {owner: loose.get(owner, (share, share)) for owner, share in graph.owned.of(node)}
