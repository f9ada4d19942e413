"""The review that precedes an action, as dates; and what comes up for renewal or expires."""

from dataclasses import dataclass
from datetime import date

from briefer.model.facts import Confidence, PartialDate

MonthDay = tuple[int, int]
"""A month and a day of every year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewClock:
    """The day counts of the review under 22 USC 9511(b), as the rulebook states them.

    The day of submission is day 1 of `ordinary_days`, or of `extended_days` where it falls in the season, whose first
    and last day count. After a disapproval has passed both houses `after_passage` days are barred, after a veto
    `after_veto`. `citations` are those of the four periods in this order.
    """

    ordinary_days: int
    extended_days: int
    season: tuple[MonthDay, MonthDay]
    after_passage: int
    after_veto: int
    citations: tuple[str, str, str, str]
    confidence: Confidence = Confidence.VERIFIED


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One period in which no action may be taken: `until` is its last day, None where it has no end."""

    rule: str
    until: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewCalendar:
    """What a report submitted on a day starts; the field names up to `latest_report` are the command line's JSON.

    `earliest_action` is None once a disapproval is enacted. `latest_report` is the last day of submission by which the
    action may be taken on `before`, both None where nobody asked; `contested` where the law of the day is not certain.
    """

    report: date
    review_days: int
    last_barred_day: date
    earliest_action: date | None
    bars: tuple[Bar, ...]
    citations: tuple[str, ...]
    latest_report: date | None = None
    before: date | None = None
    contested: bool = False
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """Something that comes up on a day: `kind` is renewal, anniversary, expiry or event.

    `basis` says where the day comes from: renewal (the end of one that is known), rule (the yearly date), again (the
    yearly date after the next end), list (a list or document states it), lapsed? (it ran to that day, before the one
    asked for, and a renewal is not known).
    `notice_from` is the first day on which the notice that prevents a lapse counts; `about` the end as far as it is
    known where that is no exact day.
    """

    on: date
    kind: str
    title: str
    regime: str = ""
    act: str = ""
    actor: str = ""
    lapse: str = ""
    basis: str = "list"
    notice_from: date | None = None
    subject: str = ""
    citations: tuple[str, ...] = ()
    confidence: Confidence = Confidence.VERIFIED
    note: str = ""
    about: PartialDate | None = None
