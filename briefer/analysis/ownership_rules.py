"""Which ownership rule holds on a day, who is blocked in their own right, and which links count as holding or control.

Only a measure that freezes property starts the cascade. Sectoral and other limited lists (SSI, NS-MBS, CAPTA, NS-CMIC)
do not: their own reach to owned companies is each directive's (OFAC FAQs 373, 891, 969, 989), never a blocking.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from briefer.analysis.force import dropped, in_doubt, in_force, row_after, state
from briefer.analysis.freezing import undecided
from briefer.language import _, mark
from briefer.model.errors import BadCall
from briefer.model.facts import Confidence, Designation, Link, Range
from briefer.model.ripple import OwnershipRule

HALF = Decimal(50)

RULES = (
    OwnershipRule(
        name="us",
        regime="US",
        percent=HALF,
        exceed=False,
        together=True,
        control=False,
        text=mark(
            "A company is blocked where blocked persons hold 50 per cent or more of it, added together, directly or "
            "through companies that are blocked in the same way; shares along a chain are not multiplied."
        ),
        citation="OFAC, revised guidance on entities owned by blocked persons, 13 August 2014; FAQs 398, 399, 401, 402",
        valid_from=date(2014, 8, 13),
        notes=(
            mark("Control alone does not block (FAQ 398), but a blocked person may not sign for a company (FAQ 400)."),
            mark("Whether property blocked earlier stays blocked is to be verified (FAQ 402, read in part)."),
        ),
    ),
    OwnershipRule(
        name="eu",
        regime="EU",
        percent=HALF,
        exceed=True,
        together=True,
        control=True,
        text=mark(
            "A company is frozen where listed persons own more than 50 per cent of it, added together, or control it."
        ),
        citation="EU Best Practices on restrictive measures, as they stood before 3 July 2024 (guidance, not binding)",
        valid_to=date(2024, 7, 2),
        confidence=Confidence.PARTLY,
    ),
    OwnershipRule(
        name="eu",
        regime="EU",
        percent=HALF,
        exceed=False,
        together=True,
        control=True,
        text=mark(
            "A company is frozen where listed persons own 50 per cent or more of it, added together, or control it."
        ),
        citation="EU Best Practices on restrictive measures, 3 July 2024 (guidance, not binding)",
        valid_from=date(2024, 7, 3),
        confidence=Confidence.PARTLY,
    ),
    OwnershipRule(
        name="uk",
        regime="UK",
        percent=HALF,
        exceed=True,
        together=False,
        control=True,
        text=mark(
            "A company is frozen where a designated person holds more than 50 per cent of its shares or votes, may "
            "appoint or remove most of its board, or can see its affairs run as that person wishes; what several hold "
            "is not simply added."
        ),
        citation="The Russia (Sanctions) (EU Exit) Regulations 2019 (SI 2019/855), regulation 7; OFSI guidance",
        valid_from=date(2020, 12, 31),
        confidence=Confidence.PARTLY,
    ),
)
"""The rules as dated rows; where a day is before the first row of a regime, that row answers and says so."""

NAMES = tuple(dict.fromkeys(rule.name for rule in RULES))


@dataclass(frozen=True, slots=True, kw_only=True)
class Freezing:
    """By what a designation of a regime is known to freeze property, each a pattern for the beginning of a text.

    `part` is the part of the list that always does, `wording` a measure or class that does, `limited` a part of the
    list on which a row that states no measure freezes nothing, `lists` such lists as a whole.
    """

    part: re.Pattern[str]
    wording: re.Pattern[str]
    limited: re.Pattern[str]
    lists: frozenset[str] = frozenset()
    citation: str


def _start(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)


FREEZING = {
    "US": Freezing(
        part=_start(r"SDN|specially designated"),
        wording=_start(r"(full )?block(ed|ing)?\b"),
        limited=_start(r"SSI|NS-|CAPTA|FSE|sectoral|non-SDN|.*directive"),
        lists=frozenset({"ofac-cons"}),
        citation="31 CFR 587.201, 589.201; OFAC's non-SDN lists state limited measures (FAQs 373, 895, 969, 989)",
    ),
    "EU": Freezing(
        part=_start(r"(?!)"),
        wording=_start(r"asset[ -]freeze|freez(e|ing) of (funds|assets)"),
        limited=_start(r"annex (?!i\b)"),
        citation="Regulation (EU) No 269/2014, Article 2; the annexes of Regulation 833/2014 freeze nothing",
    ),
    "UK": Freezing(
        part=_start(r"(?!)"),
        wording=_start(r"asset[ -]freeze"),
        limited=_start(r"(?!)"),
        citation="SI 2019/855, regulations 11 to 15; ship specification and travel bans freeze nothing",
    ),
}
"""What freezes, by regime; a designation that states neither part nor measure counts as freezing, with a note."""

HOLDING = "Ownership"
CONTROL = frozenset({"Directorship", "UnknownLink"})
"""Kinds of link that may be control of the object by the subject; the list does not say how much."""

LINKED = _start(r"linked\b")
"""Roles of a mere link: OFAC prints “Linked To” without direction."""

FORMER = _start(r".*\bformer\b")
"""Roles that are over."""


UNPLACED = mark(
    "Counted neither as blocked nor as not blocked, since no list held by then says on which part of the list "
    "their tag stands: {ids}."
)
UNDATED = mark(
    "Counted neither as blocked nor as not blocked, since only a list of after the day, or of no stated day, states "
    "their listing, and not since when: {ids}."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Open:
    """What leaves open whether listings block: their tags, what is not known of them in words after “listed under”.

    `placed` says that the lists that state them say where, and only not since when.
    """

    tags: str
    words: str
    placed: bool = False


def rule(name: str, day: date) -> OwnershipRule:
    """Gives the rule of this name (us, eu, uk) that holds on a day, in words; BadCall where there is none of the name.

    Its words are in the language spoken.
    """
    rows = [row for row in RULES if row.name == name]
    if not rows:
        raise BadCall(
            _(
                "“{name}” is no ownership rule; use {names} or {last}.",
                name=name,
                names=", ".join(NAMES[:-1]),
                last=NAMES[-1],
            )
        )
    found = next((row for row in rows if row.valid_to is None or day <= row.valid_to), rows[-1])
    return replace(found, text=_(found.text), notes=tuple(map(_, found.notes)))


def freezes(designation: Designation, regime: str) -> bool | None:
    """Whether a designation freezes its holder's property under a regime; None where it does not say, which counts.

    False also where that is open, as `unplaced` tells.
    """
    sign = FREEZING[regime]
    if designation.regime != regime or undecided(designation):
        return False
    if sign.part.match(designation.list_type):
        return True
    if worded := (*designation.classes, *designation.measures):
        return any(sign.wording.match(text) for text in worded)
    limited = sign.limited.match(designation.list_type) or designation.origin.partition("@")[0] in sign.lists
    return False if limited else None


def counts(link: Link, day: date) -> bool:
    """Whether a link holds on a day: it began by then, as far as is known, and has not ended by then.

    An end that is dated decides by its date, even where the link is marked as ended since.
    """
    over = link.end.latest if link.end else None
    begun = link.start is None or link.start.earliest is None or link.start.earliest <= day
    return begun and (over > day if over else not link.ended)


def share(link: Link) -> Decimal | Range | None:
    """The stated share of a holding in per cent, or its bounds; None where neither is stated, or between 0 and 100."""
    stated = link.percentage
    return stated if stated is not None and stated.is_finite() and 0 <= stated <= 100 else link.range


def after(link: Link, day: date) -> bool:
    """Whether what a link states is of after a day."""
    return bool(link.as_of and link.as_of.earliest and link.as_of.earliest > day)


def only_later(link: Link, day: date) -> bool:
    """Whether what a link states is of after a day, and no start up to the day says that it held by then."""
    return after(link, day) and not (link.start and link.start.latest and link.start.latest <= day)


def controls(link: Link) -> bool:
    """Whether a link may be control of its object, which a person has to judge."""
    return link.kind in CONTROL and not LINKED.match(link.role) and not FORMER.match(link.role)


def mere(link: Link) -> bool:
    """Whether a link says no more than that two are linked: neither direction nor share."""
    return link.kind == "UnknownLink" and bool(LINKED.match(link.role))


def seeds(designations: Iterable[Designation], regime: str, day: date) -> tuple[bool, bool]:
    """Whether somebody is surely blocked in their own right on a day, and whether no designation says so expressly."""
    said = [freezes(each, regime) for each in designations if in_force(each, day) and not in_doubt(each)]
    listed = any(each is not False for each in said)
    return listed, listed and True not in said


def dated_later(designations: Iterable[Designation], regime: str, day: date) -> date | None:
    """Gives the first day of the rows that alone would block somebody and are dated after a day."""
    rows = (row_after(each, day) for each in designations if freezes(each, regime) is not False)
    return min(filter(None, rows), default=None)


def opened(designations: Iterable[Designation], regime: str, day: date) -> Open | None:
    """The listings of a regime of which it is open whether they block on a day; None if there are none.

    Either no list says on which part their tag stands, or only a list of after the day states them, and no start.
    """
    said = [each for each in designations if each.regime == regime and in_force(each, day)]
    bare = [each for each in said if undecided(each)]
    late = [each for each in said if in_doubt(each) and freezes(each, regime) is not False]
    if not (bare or late):
        return None
    return Open(tags=_and(each.programme for each in (*bare, *late)), words=_open(bare, late), placed=not bare)


def _open(bare: list[Designation], late: list[Designation]) -> str:
    """Says of the tags `bare` of a part and of those that only `late` lists state what is not known."""
    placeless = _("{tags} and no list held says where", tags=_and(each.programme for each in bare))
    if not late:
        return placeless
    lists = _and(map(_stated_by, late))
    undated = _("{tags} only in {lists}, and not since when", tags=_and(map(_tag, late)), lists=lists)
    return _("{tags}; and under {more}", tags=placeless, more=undated) if bare else undated


def left_open(found: Mapping[str, Open]) -> Iterator[str]:
    """Names, by id, those of whom it is open whether they are blocked, by what leaves it open."""
    for why, placed in ((UNPLACED, False), (UNDATED, True)):
        if ids := [id for id, each in found.items() if each.placed is placed]:
            yield _(why, ids=_some(ids))


def noted(rule: OwnershipRule, day: date, assumed: Sequence[str]) -> Iterator[str]:
    """Says what goes with every answer under a rule on a day; `assumed` count as blocked though nothing says so."""
    yield from rule.notes
    yield _("Delisting under one regime changes nothing under another.")
    if rule.valid_from and day < rule.valid_from:
        yield _(
            "The rule is on record from {since}; for the earlier {day} it is applied all the same.",
            since=rule.valid_from,
            day=day,
        )
    if assumed:
        yield _(
            "Counted as blocked, though their listing states neither part of the list nor measure: {ids}.",
            ids=_some(assumed),
        )


def _some(ids: Sequence[str]) -> str:
    """Gives the first ids of many, and how many more there are."""
    shown, more = ", ".join(ids[:5]), len(ids) - 5
    return _("{ids} and {number:,} more", ids=shown, number=more) if more > 0 else shown


def _and(texts: Iterable[str]) -> str:
    return _(" and ").join(dict.fromkeys(texts))


def _tag(item: Designation) -> str:
    return f"{item.programme} ({item.list_type})" if item.programme and item.list_type else _list(item) or item.regime


def _stated_by(item: Designation) -> str:
    """Names the list that states a listing, with the day that it gives the row and the file that dropped it."""
    said_by, off = state(item.origin), dropped(item)
    if said_by:
        named = _("the later {list} of {day}", list=said_by[1], day=said_by[0])
    else:
        named = _("{list} of no stated day", list=item.origin.partition("@")[0] or _("a list"))
    if item.published:
        return _("{list} (row published {day})", list=named, day=item.published.text)
    return f"{named} ({off})" if off else named


def limits(designations: Iterable[Designation], regime: str, day: date) -> str:
    """The lists of a regime that limit somebody on a day and freeze nothing, as printed; empty if there are none."""
    said = [each for each in designations if each.regime == regime and not undecided(each) and in_force(each, day)]
    names = [_list(each) for each in said if freezes(each, regime) is False]
    return _and(names)


def _list(designation: Designation) -> str:
    """The name of a list; an annex is named with its act."""
    named = designation.list_type
    if not named or named.startswith("Annex"):
        return f"{designation.programme} {named}".strip()
    return named
