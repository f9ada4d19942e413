"""Where each pick stands in each regime, and what an easing by the United States alone would leave."""

from dataclasses import dataclass
from datetime import date

from briefer.model.facts import Confidence, PartialDate, Possible


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One pick in one regime.

    `status` is listed, limited (limits short of a freeze), searched (the list was searched and holds no entry),
    possible (an entry may be the same, undecided), not checked (its list is at hand, and nobody has searched it) or no
    list (none was imported). `acts` are the acts it stands under, `tags` the programmes as printed; `until` is the next
    day on which any of it could end, with its `basis` as in Remains. `sources` are what the status rests on.
    """

    regime: str
    status: str
    since: PartialDate | None = None
    acts: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    until: date | None = None
    basis: str = ""
    checked: PartialDate | None = None
    possible: tuple[Possible, ...] = ()
    confidence: Confidence = Confidence.VERIFIED
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """What one regime would leave in force after an easing at home: a freeze or limits, and its next expiry."""

    regime: str
    freezes: bool
    until: date | None = None
    basis: str = "unknown"
    act: str = ""
    confidence: Confidence = Confidence.VERIFIED


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance:
    """One pick over all regimes, in the order asked for.

    `eased` is true where there is something for the United States to ease; `leaves` is what others would keep.
    """

    id: str
    caption: str
    standings: tuple[Standing, ...]
    eased: bool
    leaves: tuple[Left, ...] = ()
