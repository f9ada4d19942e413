"""What stands behind a company in an answer on ownership: its holdings, links and listings, with keys and marks."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefer.analysis.limbs import limbs
from briefer.assemble import words
from briefer.assemble.context import Context, from_where, unique
from briefer.model.facts import Confidence, Designation, Link
from briefer.model.ownership_figure import OwnershipFigure

OWNERSHIP = "Ownership"


@dataclass(frozen=True, slots=True)
class Backing:
    """The sources of some facts and how sure the least sure of them is."""

    sources: tuple[str, ...] = ()
    sure: Confidence = Confidence.VERIFIED

    @property
    def doubt(self) -> str:
        """The mark of the least sure of the facts."""
        return words.doubt(self.sure)

    @property
    def confidence(self) -> str:
        """How sure the least sure of the facts is, for the workbook; empty where no source stands behind them."""
        return self.sure.value if self.sources else ""


UNBACKED = Backing()
"""What a sentence without any fact behind it rests on."""


@dataclass(frozen=True, slots=True)
class Share:
    """What prints beside a share in a figure: its keys, and its mark."""

    keys: str
    doubt: str


def of_company(context: Context, delisted: str, id: str, regime: str) -> Backing:
    """Gives what an outcome for a company rests on: who holds it, what links it to the delisted, its own listing.

    What is reached through somebody else alone rests on what links it to others.
    """
    found = context.entities.get(id)
    if found is None:
        return Backing()
    links = tuple(link for link in found.links if not link.ended)
    direct = tuple(link for link in links if _bears(link, delisted, id))
    listed = tuple(item for item in context.in_force(found) if item.regime == regime)
    return _backing((*direct, *listed) or tuple(link for link in links if link.object == id))


def of_companies(context: Context, delisted: str, ids: Iterable[str], regime: str) -> Backing:
    """Gives what the same outcome for several companies rests on."""
    return joined(of_company(context, delisted, id, regime) for id in ids)


def of_limit(context: Context, ids: Iterable[str], regime: str, limit: str) -> Backing:
    """Gives what the listings under a limit ("EO 13662 Directive 2") rest on, all of the regime where none names it."""
    found = (context.entities[id] for id in ids if id in context.entities)
    held = [item for each in found for item in context.in_force(each) if item.regime == regime]
    order, _, limb = limit.removeprefix("EO ").partition(" ")
    return _backing([item for item in held if order in item.programme and limb in limbs(item)] or held)


def joined(found: Iterable[Backing]) -> Backing:
    """Gives the sources of several, and how sure the least sure is."""
    each = tuple(found)
    return Backing(unique(source for one in each for source in one.sources), _weakest(one.sure for one in each))


def _bears(link: Link, delisted: str, id: str) -> bool:
    holds = link.kind == OWNERSHIP and link.object == id
    return holds or {link.subject, link.object} == {delisted, id}


def _backing(facts: Iterable[Link | Designation]) -> Backing:
    found = tuple(facts)
    return Backing(from_where(*found), _weakest(fact.confidence for fact in found))


def _weakest(found: Iterable[Confidence]) -> Confidence:
    return max(found, key=list(Confidence).index, default=Confidence.VERIFIED)


def of_steps(context: Context, pairs: Iterable[tuple[str, str]]) -> Backing:
    """Gives what holdings (owner, asset) rest on."""
    return _backing(link for pair in pairs for link in _holdings(context, *pair))


def _holdings(context: Context, owner: str, asset: str) -> Iterator[Link]:
    found = context.entities.get(asset)
    for link in found.links if found else ():
        if link.kind == OWNERSHIP and (link.subject, link.object) == (owner, asset) and not link.ended:
            yield link


def shares(context: Context, figures: Iterable[OwnershipFigure]) -> tuple[dict[str, Share], tuple[str, ...]]:
    """Gives what prints beside the shares of figures, by “owner asset”, and the sources of them all.

    Where several shares come down on one company there is room for their keys alone, and for “?” where one is doubted.
    """
    arrows = [arrow for one in figures for panel in one.panels for arrow in panel.before.arrows]
    pairs = tuple(dict.fromkeys((arrow.owner, arrow.asset) for arrow in arrows))
    crowd = Counter(asset for _owner, asset in pairs)
    backed = {pair: of_steps(context, (pair,)) for pair in pairs}
    beside = {
        f"{owner} {asset}": _beside(_keys(context, one.sources), one.doubt, alone=crowd[asset] == 1)
        for (owner, asset), one in backed.items()
    }
    return beside, unique(source for one in backed.values() for source in one.sources)


def _beside(keys: str, doubt: str, *, alone: bool) -> Share:
    return Share(keys, doubt) if alone or not doubt else Share(f"{keys} ?".lstrip(), "")


def _keys(context: Context, sources: Iterable[str]) -> str:
    return " ".join(context.keys[id] for id in sources if id in context.keys)
