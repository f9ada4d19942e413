"""What a programme tag rests on and what ending it takes: the dated, cited rows of the rulebook."""

from dataclasses import dataclass
from datetime import date

from briefer.model.facts import Confidence

REGIMES = {
    "US": "United States",
    "EU": "European Union",
    "UK": "United Kingdom",
    "UN": "United Nations",
    "CH": "Switzerland",
    "CA": "Canada",
    "AU": "Australia",
    "JP": "Japan",
    "NZ": "New Zealand",
    "UA": "Ukraine",
}

UNKNOWN = "unknown"
STRICTNESS = ("A", "C", "B", "D")
"""The classes of relief from the easiest to the strictest, an order for display: A executive alone, C executive on a
statutory test, B executive subject to review under 22 USC 9511, D statute change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What every row of the rulebook says of itself: when it holds, what supports it, and where it stands.

    An empty `valid_from` or `valid_to` is open. `row` names the file and the row, for messages; `digest` is the hash of
    the row's content, for the pack; `overlay` is true where an office's own file states it.
    """

    valid_from: date | None = None
    valid_to: date | None = None
    citation: str = ""
    confidence: Confidence = Confidence.TO_BE_VERIFIED
    note: str = ""
    row: str = ""
    digest: str = ""
    overlay: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme(Row):
    """A tag exactly as a list prints it, and the authority behind it.

    `parts` are the parts of the Code of Federal Regulations or the acts that carry it out.
    """

    tag: str
    regime: str
    title: str
    authority: str
    basis: str = ""
    parts: str = ""
    lists: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority(Row):
    """An order or statute: `kind` is order, statute, directive or determination, `dated` its day.

    `emergency` is the id of the renewal row of the emergency it rests on. `codified` says whether 22 USC 9522 keeps it
    in force, `reviewed` whether 22 USC 9511(a)(2)(B) names it: yes, no or contested; `kept_by` is the id of the statute
    that keeps it in force. `cited` are the names that citations give it beside its id ("22 USC 9511").
    """

    id: str
    title: str
    kind: str
    dated: date | None = None
    emergency: str = ""
    codified: str = "no"
    reviewed: str = "no"
    basis: str = ""
    kept_by: str = ""
    cited: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """One part of an instrument that is done in several, and how many days after the first it can be soonest."""

    text: str
    days: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument(Row):
    """An act that gives relief: who acts, what the law makes him wait for, how long it takes in practice.

    `legal_minimum` and `practical` are kept apart; `legal_days` is the former as a number where there is one.
    `legislature` is the part that Congress plays; `lifts` is false for what only explains; `contested` says what is.
    `phases` are its parts in the order of the law, where it is not one act; the last comes after `legal_days`.
    """

    id: str
    title: str
    actor: str
    legal_minimum: str
    practical: str
    reversal: str
    legislature: str
    legal_days: int | None = None
    conditions: str = ""
    notice: str = ""
    lifts: bool = True
    contested: str = ""
    phases: tuple[Phase, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassRule(Row):
    """Which class of relief a designation or a measure falls in, why, and by which instruments it ends.

    It holds for `tags`, or for `measures` by id; `list_types` and `limb` ("Directive 4", "section 231") narrow it; the
    rules that differ only in `part` ("funds") hold side by side. `authority` replaces the programme's where it is
    narrower; `instruments`, `clocks` and `authorities` are ids, `also` those of instruments that have to be used beside
    whichever ends it; `dispute` says what is contested of the class, `unsettled` are conditions that are
    contested though the class is not; `doubt` is what to say of what started after `doubt_after`,
    `doubt_undated` of what has no known start.
    """

    klass: str
    reason: str
    actor: str
    tags: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    list_types: tuple[str, ...] = ()
    limb: str = ""
    part: str = ""
    authority: str = ""
    authorities: tuple[str, ...] = ()
    instruments: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    unsettled: tuple[str, ...] = ()
    clocks: tuple[str, ...] = ()
    contested: bool = False
    dispute: str = ""
    doubt_after: date | None = None
    doubt: str = ""
    doubt_undated: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock(Row):
    """A period that a statute makes somebody wait: `days` or `months` after, or before, `counts_from`.

    `season` are the first and the last day (month-day) of the part of the year in which it holds, both inclusive.
    """

    id: str
    title: str
    counts_from: str
    text: str
    days: int = 0
    months: int = 0
    season: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One renewal to `until`; `decided` is None where the day of the act is not known, only that it came in time."""

    until: date
    decided: date | None = None
    citation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Renewal(Row):
    """When what a regime has in force comes up for renewal: on `dates` (month-day) of each year, or after `years`.

    `steps` are the renewals known, by which an act may have come before its date; `act` is what is renewed; `tags` are
    the programmes whose entries end with it; `measures` are the ids of measures that rest on another act and that this
    one holds as well; `lapse` says what happens without a renewal.
    """

    id: str
    regime: str
    title: str
    act: str
    actor: str = ""
    tags: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    years: int = 0
    steps: tuple[Step, ...] = ()
    lapse: str = ""
    measures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement(Row):
    """Under which limbs a record stands, for the formats of its list that print the tag without them."""

    id: str
    caption: str
    tag: str
    limbs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence(Row):
    """A regime that has no measures at all on what the American `tags` are about, so no list that could hold them."""

    regime: str
    title: str
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rulebook:
    """All rows, each kind sorted by what it is about and by date."""

    programmes: tuple[Programme, ...] = ()
    authorities: tuple[Authority, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    classes: tuple[ClassRule, ...] = ()
    clocks: tuple[Clock, ...] = ()
    renewals: tuple[Renewal, ...] = ()
    placements: tuple[Placement, ...] = ()
    silences: tuple[Silence, ...] = ()
