"""What happened when, as the analysis finds it: dated entries from events, listings, renewals and positions."""

from dataclasses import dataclass, field
from datetime import date

from briefer.model.facts import Confidence

KINDS = ("order", "statute", "listing", "ally", "renewal", "expiry", "position", "event")
"""The kinds of entry, in the order in which those of one day stand: listing is the home regime's, ally another's,
renewal one that is decided, expiry the next day on which something ends unless renewed."""


@dataclass(frozen=True, slots=True)
class ClassToday:
    """A class of relief that what rests on an act has on the day: A, B, C, D or unknown."""

    letter: str
    contested: bool = False


@dataclass(frozen=True, slots=True)
class Moment:
    """When something happened: on a day from `first` to `last`; `precision` is day, month, year, about or range.

    `text` is as the publisher prints it, in which equal moments may differ.
    """

    first: date
    last: date
    precision: str = "day"
    text: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing that happened, or ends unless renewed.

    `form` says what it was made from: event, listing, delisting, act, renewal, lapse (it ran to that day, no renewal is
    known), expiry or position; what tells of the same thing is merged into the event. `title` is the event's, the
    list's part, the act, what is renewed or the issue; `entities` and `holders` are whom it names, by id and by name;
    `until` the day to which something is renewed. `basis` is a position's, or where an expiry comes from. `citations`
    are the rulebook's; `classes` what rests on it has today, the easiest first.
    """

    form: str
    kind: str
    when: Moment
    title: str
    entities: tuple[str, ...] = ()
    holders: tuple[str, ...] = ()
    regime: str = ""
    stance: int | None = None
    until: date | None = None
    basis: str = ""
    sources: tuple[str, ...] = ()
    citations: tuple[str, ...] = ()
    confidence: Confidence = Confidence.VERIFIED
    classes: tuple[ClassToday, ...] = ()


@dataclass(frozen=True, slots=True)
class Timeline:
    """The entries in order of time, and how many more were asked for whose day no source states."""

    entries: tuple[Entry, ...]
    undated: int = 0
