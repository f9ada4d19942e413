"""What could be eased and by whom, as the analysis finds it; print, workbook and command line all show these values."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from briefer.model.calendar import Due
from briefer.model.facts import Confidence, PartialDate
from briefer.model.law import Authority, Phase, Renewal
from briefer.model.ripple import Ground, Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """One instrument fit for a reason, as the rulebook states it on the day; `contested` says what is, if anything.

    `phases` as in Instrument.
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
    contested: str = ""
    phases: tuple[Phase, ...] = ()
    citations: tuple[str, ...] = ()
    confidence: Confidence = Confidence.TO_BE_VERIFIED
    overlay: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """Who acts by which instruments, by title; `beside` are those that have to be used as well."""

    actor: str
    instruments: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait:
    """One period that the law makes somebody wait: its rule in words, in days or months."""

    id: str
    title: str
    text: str
    days: int = 0
    months: int = 0
    citations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why something has its class: one programme, or one directive or part of it, in force on the day.

    `limb` is the directive or section, `part` what of it ("funds"); `why` the rule in words; `klass` A, B, C, D or
    unknown; `decides` is true where it sets the class of the whole. `since` is the start, None where no list states
    one, which `doubts` then says; `notes` are the rulebook's and the list's. `confidence` is the rule's for this
    listing, `rule` the rule's own where there is one, `listing` that of the list's statement; `overlay` is true where
    an office's own row states it. `also` are the instruments that have to be used beside any of `routes`; `unsettled`
    those of the `conditions` on which the law is contested though the class is not. `actor` is who decides in the main;
    `acts` pairs each actor with his own instruments.
    """

    programme: str
    authority: str
    klass: str
    why: str
    list_types: tuple[str, ...] = ()
    limb: str = ""
    part: str = ""
    actor: str = ""
    routes: tuple[Route, ...] = ()
    acts: tuple[Act, ...] = ()
    also: tuple[Route, ...] = ()
    conditions: tuple[str, ...] = ()
    unsettled: tuple[str, ...] = ()
    waits: tuple[Wait, ...] = ()
    contested: bool = False
    dispute: str = ""
    citations: tuple[str, ...] = ()
    confidence: Confidence = Confidence.TO_BE_VERIFIED
    rule: Confidence | None = None
    listing: Confidence = Confidence.VERIFIED
    notes: tuple[str, ...] = ()
    since: PartialDate | None = None
    doubts: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    decides: bool = False
    overlay: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Owned:
    """How somebody whom no listing of its own blocks stands through the owners, under one regime's rule.

    `status` is blocked, by the holdings of `path`, or open, which `why` says in sentences; `says` says either in a few
    words; `grounds` are the statements
    that it rests on, `names` those of the ids in both; `citation` is the rule's, `confidence` the weakest of rule and
    statements.
    """

    status: Literal["blocked", "open"]
    says: str = ""
    path: tuple[Step, ...] = ()
    why: tuple[str, ...] = ()
    names: tuple[tuple[str, str], ...] = ()
    grounds: tuple[Ground, ...] = ()
    citation: str = ""
    confidence: Confidence = Confidence.TO_BE_VERIFIED


@dataclass(frozen=True, slots=True, kw_only=True)
class Remains:
    """What stays in force in another regime whatever the United States does: the act, the lists and the next expiry.

    `until` is None where no end is stated or known; `basis` says where it comes from: list, renewal
    (decided), rule (the yearly date, no decision known), term, none (no end stated), lapsed? (it ran to `ran_to`, and a
    renewal is not known) or unknown. `measure` is the id of the measure that lists nobody where it is one, empty for a
    listing. `until_of` is the act whose end `until` is,
    where `act` names another one too, and empty where they are the same. `about` is the end as far as it is known where
    that is no exact day, which `until` or `ran_to` is the last of. `owned` is how somebody whom the regime does not
    list is frozen, or may be, through the owners alone, on the basis `owners`; then `act` is empty.
    """

    regime: str
    act: str
    programme: str
    list_types: tuple[str, ...] = ()
    until: date | None = None
    basis: str = "unknown"
    note: str = ""
    since: PartialDate | None = None
    citations: tuple[str, ...] = ()
    confidence: Confidence = Confidence.TO_BE_VERIFIED
    sources: tuple[str, ...] = ()
    overlay: bool = False
    measure: str = ""
    until_of: str = ""
    ran_to: date | None = None
    about: PartialDate | None = None
    owned: Owned | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning:
    """What counts only from a day on: a tag by its `name`, which tells its regime abroad and its list where need be.

    `by` says what gives the day: its order or act, before which the tag counts for nothing, the listing's own date, or
    that of its row alone, which may be younger than the listing.
    """

    name: str
    regime: str
    day: date
    by: Literal["act", "list", "row"] = "list"


@dataclass(frozen=True, slots=True, kw_only=True)
class Relief:
    """The answer for one entity or measure: its class is the strictest of its reasons.

    `klass` is A, B, C, D or unknown, None where no designation of the United States is in force; `contested` is any
    reason's; `unknown` are the tags on which the rulebook is silent; `confidence` is the weakest of the reasons that
    decide, their rules and their listings alike. `former` are the programmes of the United States under which it was
    listed and no longer is; `notes` say which other records may be the same, undecided. `early` are the tags that count
    for nothing before their order or act, `to_come` those of any regime that a list dates later. `owned` is how it
    stands through its owners where no listing of its own blocks it. `due` is what comes up within twelve months, or ran
    out, of the acts that its reasons rest on, such as the end of an emergency.
    """

    id: str
    caption: str
    as_of: date
    klass: str | None = None
    contested: bool = False
    confidence: Confidence | None = None
    reasons: tuple[Reason, ...] = ()
    remains: tuple[Remains, ...] = ()
    unknown: tuple[str, ...] = ()
    overlay: bool = False
    former: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    early: tuple[Beginning, ...] = ()
    to_come: tuple[Beginning, ...] = ()
    owned: Owned | None = None
    due: tuple[Due, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OfTag:
    """What the rulebook says of a programme's tag on a day, whoever is listed under it.

    `reasons` are its rules, some narrowed by list, limb or part; `klass` is the strictest of those for a listing that
    says neither list nor limb, None abroad, and `varies` is true where the rules differ. `confidence` is the weakest of
    the tag's own row and the rules that decide. `acts` are what it rests on, silent on 22 USC 9511 and 9522 before
    these were law, `due` what comes up within twelve months or ran out, `terms` the renewals that have no yearly day.
    `own_row` is true where the tag's own row is the office's, `overlay` where that or a rule is.
    """

    tag: str
    regime: str
    as_of: date
    title: str
    authority: str
    basis: str = ""
    parts: str = ""
    klass: str | None = None
    varies: bool = False
    contested: bool = False
    confidence: Confidence = Confidence.TO_BE_VERIFIED
    reasons: tuple[Reason, ...] = ()
    acts: tuple[Authority, ...] = ()
    due: tuple[Due, ...] = ()
    terms: tuple[Renewal, ...] = ()
    citations: tuple[str, ...] = ()
    note: str = ""
    overlay: bool = False
    own_row: bool = False
