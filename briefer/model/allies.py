"""Where each pick stands in each regime, and what an easing by the United States alone would leave."""

from dataclasses import dataclass
from datetime import date

from briefer.model.facts import Confidence, PartialDate, Possible


@dataclass(frozen=True, slots=True, kw_only=True)
class Under:
    """What one pick has under one act: since when, to when, and whether it is a freeze or limits short of one.

    `acts` is what the act is called, in one name or more; `until` with its `basis` and `about` as in Remains.
    """

    status: str
    acts: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    since: PartialDate | None = None
    until: date | None = None
    basis: str = ""
    confidence: Confidence = Confidence.VERIFIED
    sources: tuple[str, ...] = ()
    about: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One pick in one regime.

    `status` is listed, unplaced (listed, and open whether that freezes), limited (limits short of a freeze), searched
    (the list was searched and holds no entry), possible (an entry may be the same, undecided), not checked (its list is
    at hand, and nobody has searched it), no list (none was imported) or none exist (the regime has no measures on what
    the pick is listed for). `under` is what it has under each act; `since` is the oldest start, `until` the next day on
    which any of it could end, with its `basis` and `about` as in Remains. `sources` are what the status rests on.
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
    under: tuple[Under, ...] = ()
    about: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """What one regime would leave in force after an easing at home: a freeze or limits, and its next expiry.

    `measure` is the title of what lists nobody and bears on the pick all the same, empty for a listing; `ran_to`
    and `about` as in Remains.
    """

    regime: str
    freezes: bool
    until: date | None = None
    basis: str = "unknown"
    act: str = ""
    confidence: Confidence = Confidence.VERIFIED
    measure: str = ""
    ran_to: date | None = None
    about: PartialDate | None = None


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
