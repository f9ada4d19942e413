"""What limits short of a block reach through ownership: which directives extend to companies held half and more.

Each directive is followed on its own, as they run independently (FAQ 989); what holders under several directives of
one order have between them is for a person to judge.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cached_property

from briefer.analysis.force import in_force
from briefer.analysis.limbs import ORDER, limbs
from briefer.analysis.ownership_doubts import Say, Scene
from briefer.analysis.ownership_graph import Graph
from briefer.language import _, mark
from briefer.model.facts import Confidence, Designation, Entity
from briefer.model.ripple import Limit, OwnershipRule, Path, Status

REGIME = "US"
SECTORAL = "SSI"
OPENING = frozenset({"percentage", "cycle", "total", "owner"})
"""Kinds of doubt that bear on a limit; control and transfers are about a block."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """Whether one directive of an order extends to companies that its addressees hold half and more of.

    `held` is false where it does not; `only` says to what kind of company it is confined.
    """

    order: str
    limb: str
    held: bool
    citation: str
    confidence: Confidence = Confidence.VERIFIED
    only: str = ""

    @property
    def name(self) -> str:
        """The limit as a sentence names it."""
        return f"EO {self.order} {_(self.limb or UNSTATED)}"


UNSTATED = mark("(directive not stated)")
FFI = mark("It applies only if it is itself a foreign financial institution.")
REACHES = (
    *(
        Reach(order="13662", limb=limb, held=True, citation="OFAC FAQ 373")
        for limb in ("", "Directive 1", "Directive 2", "Directive 3", "Directive 4")
    ),
    Reach(order="14024", limb="Directive 1", held=False, citation="OFAC FAQ 891"),
    Reach(
        order="14024",
        limb="Directive 1A",
        held=False,
        citation="OFAC FAQ 891, on Directive 1, which 1A replaced (FAQ 983)",
        confidence=Confidence.PARTLY,
    ),
    Reach(order="14024", limb="Directive 2", held=True, citation="OFAC FAQ 969", only=FFI),
    Reach(order="14024", limb="Directive 3", held=True, citation="OFAC FAQs 983, 989", confidence=Confidence.PARTLY),
    Reach(order="14024", limb="Directive 4", held=False, citation="OFAC FAQ 1000", confidence=Confidence.PARTLY),
)
"""What the sources say of each directive; of a limit that has no row here they say nothing."""

TOGETHER = Reach(
    order="13662",
    limb=mark("of several directives"),
    held=True,
    citation="OFAC FAQ 373, read in part",
    confidence=Confidence.PARTLY,
)

TOGETHER_ONLY = mark(
    "Only holders under different directives have enough between them; whether they count is not settled."
)

HALF = OwnershipRule(
    name="us",
    regime=REGIME,
    percent=Decimal(50),
    exceed=False,
    together=True,
    control=False,
    text="A limit extends to companies of which those under it hold 50 per cent or more.",
    citation="OFAC FAQs 373, 983, 989",
)


def limited(everybody: Iterable[Entity], regime: str, day: date) -> dict[Reach, frozenset[str]]:
    """Gives who stands under each directive on a day; nobody outside the American regime."""
    found: dict[Reach, set[str]] = defaultdict(set)
    for each in everybody if regime == REGIME else ():
        for item in each.designations:
            if item.regime == REGIME and in_force(item, day):
                for reach in _reaches(item):
                    found[reach].add(each.id)
    return {reach: frozenset(found[reach]) for reach in REACHES if reach in found}


def _reaches(item: Designation) -> Iterator[Reach]:
    orders, said = ORDER.findall(item.programme), set(limbs(item))
    if not said and item.list_type == SECTORAL:
        said = {""}
    yield from (reach for reach in REACHES if reach.order in orders and reach.limb in said)


@dataclass(frozen=True, kw_only=True)
class Limits:
    """The limits of a day over a graph of holdings; each is followed once, however many delistings are asked for."""

    graph: Graph
    seeds: Mapping[Reach, frozenset[str]]
    say: Say

    @cached_property
    def scenes(self) -> dict[Reach, Scene]:
        """How far each limit that extends to companies reaches before any delisting."""
        bare = replace(self.graph, control={}, controlled={}, parted={}, transferred={})
        held = {reach: ids for reach, ids in self.seeds.items() if reach.held}
        sectoral = [ids for reach, ids in held.items() if reach.order == TOGETHER.order]
        if len(sectoral) > 1:
            held[TOGETHER] = frozenset().union(*sectoral)
        places = self.graph.places
        return {
            reach: Scene(bare, HALF, frozenset(map(places.__getitem__, ids)), self.say) for reach, ids in held.items()
        }

    def after(self, lifted: frozenset[int], near: list[int]) -> Iterator[Limit]:
        """Gives what becomes of each limit of those delisted and of what they hold (`near`, themselves among it)."""
        told: dict[int, set[str]] = defaultdict(set)
        for reach, scene in self.scenes.items():
            touched = [node for node in near if scene.maybe(node)]
            now = scene.without(lifted, near) if touched else scene
            for node in touched:
                made = _limit(reach, scene, now, node, own=node in lifted)
                if made and not (reach is TOGETHER and told[node] - ({"lifted"} if made.status == "open" else set())):
                    told[node].add(made.status)
                    yield from _each(self.graph, node, made)
        yield from self._unreached(lifted)

    def _unreached(self, lifted: frozenset[int]) -> Iterator[Limit]:
        """Names the limits of the delisted that no ownership extends."""
        for reach, ids in self.seeds.items():
            for id in sorted(ids) if not reach.held else ():
                if self.graph.places[id] in lifted:
                    why = _("It does not extend to companies that those under it hold.")
                    yield _made(reach, id, "none", why=(why,))


def _limit(reach: Reach, former: Scene, now: Scene, node: int, *, own: bool) -> Limit | None:
    """What becomes of one limit at one company; None where it was never under it, or where it is the lifted limit."""
    id, only = now.graph.ids[node], (_(reach.only),) if reach.only else ()
    if reach is TOGETHER:
        only = (_(TOGETHER_ONLY),)
    if now.state.blocked[node]:
        return _made(reach, id, "open" if reach is TOGETHER else "stays", now.paths.path(node), only)
    if now.uncertain(node):
        return _made(reach, id, "open", why=(*only, *_why(now, node)))
    if own:
        return None
    if former.state.blocked[node]:
        return _made(reach, id, "lifted", former.paths.path(node), only)
    return _made(reach, id, "lifted", why=(*only, _("Whether a limit applied is open."), *_why(former, node)))


def _why(scene: Scene, node: int) -> Iterator[str]:
    yield from dict.fromkeys(why for kind, why in scene.why(node) if kind in OPENING)


def _made(reach: Reach, id: str, status: Status, path: Path = (), why: tuple[str, ...] = ()) -> Limit:
    """Shares of several holders are added within a directive, which the sources bear out in part only."""
    if isinstance(path, str):
        return Limit(id=id, limit=reach.name, status=status, path=path)
    added = sum(step.asset == id for step in path) > 1
    return Limit(
        id=id,
        limit=reach.name,
        status=status,
        path=path,
        why=why,
        citation=reach.citation,
        confidence=Confidence.PARTLY if added else reach.confidence,
    )


def _each(graph: Graph, node: int, made: Limit) -> Iterator[Limit]:
    yield from (replace(made, id=id) for id in graph.members.get(node, (graph.ids[node],)))
