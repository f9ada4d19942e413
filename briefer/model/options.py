"""What each of the drafter's options covers and takes, as joins over recorded facts; nothing here is foretold."""

from dataclasses import dataclass
from datetime import date

from briefer.model.calendar import Due
from briefer.model.facts import Confidence, PartialDate
from briefer.model.policy import Position
from briefer.model.relief import Reason, Route


@dataclass(frozen=True, slots=True, kw_only=True)
class Earliest:
    """The first day on which the law lets something be done, for the entries `ids`.

    `basis` says why: at once (no wait by law), review (a report and its review), wait (another period), statute (it
    takes a new one), unknown (the rulebook states no period that can be counted); the last two have no day. `days` is
    the length of the wait; `contested` is true where the law of that day is not certain.
    """

    on: date | None
    basis: str
    days: int = 0
    contested: bool = False
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Touch:
    """One reason why a covered entry is restricted, and what the option does to it.

    `status` is ended, licensed (it stays in force and dealings are permitted), other tag (the option leaves the tag
    alone) or not reached (none of the option's instruments fits it, or the rulebook names none). `route` and
    `earliest` are None where nothing is done; `also` are the instruments used beside it; `reported` is the day by which
    it would be free if the act has to be reported first, where that is open.
    """

    reason: Reason
    status: str
    route: Route | None = None
    earliest: Earliest | None = None
    reported: Earliest | None = None
    also: tuple[Route, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Covered:
    """One entity or measure that an option covers.

    `kind` is its schema, or Measure; `klass` its class as a whole, `taken` that of the tags which the option ends or
    licenses; both None where the United States does not list it. `regimes` are all in which it is in force.
    """

    id: str
    caption: str
    kind: str
    klass: str | None = None
    taken: str | None = None
    contested: bool = False
    sectors: tuple[str, ...] = ()
    regimes: tuple[str, ...] = ()
    touches: tuple[Touch, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many of the covered entries share something: a class, a kind, a sector or a regime."""

    name: str
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionStep:
    """One thing that somebody has to do, or wait for.

    `stage` is notice, doubtful notice (one that is owed only if the act is of a kind, see `text`), wait, doubtful wait
    (the review after such a notice), phase (a part of an instrument that is done in several), act, keep (what has to be
    continued for what stays in force, by the day `on`), or lapsed? (the same, where it ran to `on`, before the day
    asked for, and no renewal is known), or undated (the same, where the rulebook has no day for it). One step stands
    for each actor, instrument and day; `on`
    else is the first day on which it can be done if what goes before is done on the first day of the option; `ids` are
    the entries that it serves; `beside` is true of what is done beside another instrument: it has an effect from `on`,
    and `days` are those of its own law.
    """

    stage: str
    instrument: str
    title: str
    actor: str
    text: str
    legislature: str = ""
    on: date | None = None
    days: int = 0
    contested: bool = False
    confidence: Confidence = Confidence.TO_BE_VERIFIED
    citations: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    beside: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reversal:
    """How an instrument is taken back, as the rulebook words it.

    `rank` runs from 0, it lapses or its giver ends it, over 1, the same office acts anew, and 2, the President issues
    anew, to 3, a new statute; None where the rulebook does not say or the words have no rank.
    """

    text: str
    instrument: str
    rank: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stays:
    """An entry of the pack that stays restricted at home under an option, and under what.

    `tags` are pairs of a tag and its directive, section or part; `blocked` is true where one of them blocks. `why` is
    not covered, licensed, other tag or not reached, as in Touch. `klass` is the strictest class among them, `authority`
    what it rests on.
    """

    id: str
    caption: str
    tags: tuple[tuple[str, str], ...]
    blocked: bool
    why: str
    klass: str | None = None
    authority: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """What another regime keeps in force on the covered entries: on which, and the next day on which it could end.

    `until` is the earliest of their ends, None where there is none or none is known; `basis` and `about` as in Remains.
    `bound` are those of `ids` that are not listed there, and that a measure which lists nobody binds.
    """

    regime: str
    ids: tuple[str, ...]
    until: date | None = None
    basis: str = "unknown"
    bound: tuple[str, ...] = ()
    about: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """What one option covers and takes.

    `outside` are the picks restricted at home that it does not cover; `stays` what stays in force at home on those it
    covers, and on those of which it was asked to cover all and reaches nothing. `earliest` are the days by entry, each
    with the last of its tags; `reported` the same where it is open whether the act has to be reported. `reversal` is
    the hardest of its instruments to take back, `unranked` those whose way back the rulebook does not state. `abroad`
    are the picked measures of other regimes that are not counted with an entry in `elsewhere`, and which no option
    touches; `renewals` is what has to be continued for what stays in force at home, `ended` the titles of the
    emergencies that the option ends. Positions are those that stand on the issues which the option names. `gaps` are
    what the drafter did not state; `missing` ids that the dossier does not hold; `unfit` instruments named that no
    covered tag can use.
    """

    id: str
    title: str
    kind: str
    section: str = ""
    start: date
    entries: tuple[Covered, ...] = ()
    by_class: tuple[Count, ...] = ()
    by_kind: tuple[Count, ...] = ()
    by_sector: tuple[Count, ...] = ()
    by_regime: tuple[Count, ...] = ()
    steps: tuple[OptionStep, ...] = ()
    earliest: tuple[Earliest, ...] = ()
    reported: tuple[Earliest, ...] = ()
    reversal: Reversal | None = None
    unranked: tuple[Reversal, ...] = ()
    stays: tuple[Stays, ...] = ()
    outside: tuple[Stays, ...] = ()
    elsewhere: tuple[Elsewhere, ...] = ()
    abroad: tuple[str, ...] = ()
    renewals: tuple[Due, ...] = ()
    ended: tuple[str, ...] = ()
    preconditions: str = ""
    snapback: str = ""
    favour: tuple[Position, ...] = ()
    against: tuple[Position, ...] = ()
    neither: tuple[Position, ...] = ()
    gaps: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    unfit: tuple[str, ...] = ()
