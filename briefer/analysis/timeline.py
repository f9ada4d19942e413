"""What happened when: the picked events and, as far as a pack asks, listings, acts, renewals and positions.

Nothing is foretold: what is known as decided by the day of the paper, what ran out before it with no renewal on record,
and when what is in force would end unless renewed.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import date

from briefer.analysis.index import citations, index
from briefer.analysis.moments import moment
from briefer.analysis.timeline_lapses import lapses
from briefer.analysis.timeline_listings import Listing, listings, strictest_last, under_acts
from briefer.analysis.timeline_renewals import bearing, decided, expiries
from briefer.language import _
from briefer.model.brief import Dossier
from briefer.model.errors import BadCall
from briefer.model.facts import Confidence, Event
from briefer.model.law import REGIMES, Authority
from briefer.model.pack import Pack
from briefer.model.policy import Position
from briefer.model.timeline import KINDS, ClassToday, Entry, Moment, Timeline

EXACT = ("day", "month")
"""How exactly a list must know the day for an event to tell of it."""

REPORTED = "reported"
ACTS = ("order", "statute")
LISTS = ("listing", "ally")

Acts = dict[str, tuple[ClassToday, ...]]


def timeline(dossier: Dossier, pack: Pack, home: str = "US") -> Timeline:
    """Gives the entries of a pack in order of time; `home` is the regime whose listings are not an ally's.

    A listing, an act or a renewal that an event of the same day tells of is merged into it. BadCall where the pack asks
    for a kind that is none.
    """
    wanted = _wanted(pack)
    known = index(dossier.law, dossier.as_of)
    facts, acts = _by_entity(listings(dossier, known)), under_acts(dossier, known)
    rows = bearing(dossier, acts.keys())
    events = [(event, when) for event in dossier.events if (when := moment(event.date))]
    telling = {event.id: list(_told(event, when, facts, home)) for event, when in events}
    told = {one for group in telling.values() for one in group}
    asked = [one for group in facts.values() for one in group if _kind(one.regime, home) in wanted and one not in told]
    entries = (
        *(_event(event, when, telling[event.id], acts, dossier) for event, when in events),
        *_grouped(asked, home, dossier.as_of),
        *_acts(dossier, acts, wanted),
        *(_untold(tuple(decided(rows, dossier)), events) if "renewal" in wanted else ()),
        *((*lapses(rows, dossier, known, home), *expiries(rows, dossier)) if "expiry" in wanted else ()),
        *(_positions(dossier) if "position" in wanted else ()),
    )
    undated = len(dossier.events) - len(events) + sum(one.when is None for one in asked)
    return Timeline(tuple(sorted(entries, key=_order)), undated)


def _wanted(pack: Pack) -> frozenset[str]:
    asked = pack.settings.timeline
    wrong = next((kind for kind in asked if kind not in KINDS), None)
    if wrong is not None:
        raise BadCall(_("The pack’s settings.timeline names “{name}”; use {list}.", name=wrong, list=", ".join(KINDS)))
    return frozenset(asked)


def _kind(regime: str, home: str) -> str:
    return LISTS[regime != home]


def _by_entity(found: Iterable[Listing]) -> dict[str, list[Listing]]:
    groups: dict[str, list[Listing]] = {}
    for one in found:
        groups.setdefault(one.entity, []).append(one)
    return groups


def _told(event: Event, when: Moment, facts: dict[str, list[Listing]], home: str) -> Iterator[Listing]:
    """Yields the listings that an event tells of: of those it names, on its day; of an ally's it names the regime.

    A list that states only the month is met by an event within it.
    """
    regimes = _regimes(event.title)
    for one in (one for id in event.entities for one in facts.get(id, ())):
        fits = event.kind == _kind(one.regime, home) and (one.regime == home or one.regime in regimes)
        if fits and one.when and one.when.precision in EXACT and one.when.first <= when.first <= one.when.last:
            yield one


def _regimes(title: str) -> set[str]:
    """Gives the regimes that a title names, by code or by name."""
    return {code for code, name in REGIMES.items() if re.search(rf"\b(?:{code}|{re.escape(name)})\b", title)}


def _untold(steps: tuple[Entry, ...], events: list[tuple[Event, Moment]]) -> Iterator[Entry]:
    """Yields the renewals but those that the one renewal event of their day, naming no other regime, tells of."""
    for step in steps:
        telling = [event for event, when in events if event.kind == "renewal" and when == step.when]
        alike = [other for other in steps if (other.when, other.regime) == (step.when, step.regime)]
        if not (len(telling) == len(alike) == 1 and _regimes(telling[0].title) <= {step.regime}):
            yield step


def _event(event: Event, when: Moment, told: list[Listing], acts: Acts, dossier: Dossier) -> Entry:
    under = [mark for row in _acts_of(event, dossier.law.authorities) for mark in acts.get(row.id, ())]
    return Entry(
        form="event",
        kind=event.kind if event.kind in KINDS else KINDS[-1],
        when=when,
        title=event.title,
        entities=event.entities,
        sources=_once((*event.sources, *(id for one in told for id in one.sources))),
        confidence=event.confidence,
        classes=strictest_last((*under, *(mark for one in told for mark in one.classes))),
    )


def _acts_of(event: Event, rows: tuple[Authority, ...]) -> list[Authority]:
    """Gives the acts that an event is about: those it names, else the only one of its kind and day."""
    if event.kind not in ACTS:
        return []
    named = [row for row in rows if re.search(rf"\b{re.escape(row.id)}\b", event.title)]
    alike = [row for row in rows if row.kind == event.kind and row.dated == event.date.earliest]
    return named or (alike if len(alike) == 1 else [])


def _acts(dossier: Dossier, under: Acts, wanted: Collection[str]) -> Iterator[Entry]:
    """Yields the dated acts that something of the paper's stands under and that no event tells of."""
    rows = dossier.law.authorities
    told = {row.id for event in dossier.events for row in _acts_of(event, rows)}
    for row in rows:
        if row.kind in wanted and row.id in under.keys() - told and row.dated and row.dated <= dossier.as_of:
            yield Entry(
                form="act",
                kind=row.kind,
                when=Moment(row.dated, row.dated),
                title=f"{row.id}: {row.title}",
                citations=citations(row.citation),
                confidence=row.confidence,
                classes=under[row.id],
            )


def _grouped(found: Iterable[Listing], home: str, as_of: date) -> Iterator[Entry]:
    """Yields one entry for all that are put on, or taken off, one part of a list on one day up to the paper's."""
    groups: defaultdict[tuple[str, Moment, str], list[Listing]] = defaultdict(list)
    for one in found:
        if one.when and one.when.first <= as_of:
            groups[one.form, one.when, one.label].append(one)
    for (form, when, label), members in groups.items():
        yield Entry(
            form=form,
            kind=_kind(members[0].regime, home),
            when=when,
            title=label,
            entities=_once(one.entity for one in members),
            regime=members[0].regime,
            sources=_once(id for one in members for id in one.sources),
            confidence=_weakest(one.confidence for one in members),
            classes=strictest_last(mark for one in members for mark in one.classes),
        )


def _positions(dossier: Dossier) -> Iterator[Entry]:
    """Yields one entry for all who took one stance on one issue on one day, as far as known by the paper's."""
    titles = {issue.id: issue.title for issue in dossier.issues}
    groups: defaultdict[tuple[Moment, str, int | None, str], list[Position]] = defaultdict(list)
    for item in dossier.positions:
        when = moment(item.said_on or item.reported_on)
        if when and when.first <= dossier.as_of:
            groups[when, item.issue, item.stance, item.basis if item.said_on else REPORTED].append(item)
    for (when, issue, stance, basis), members in groups.items():
        yield Entry(
            form="position",
            kind="position",
            when=when,
            title=titles.get(issue, issue),
            entities=_once(id for one in members for id in one.entities),
            holders=_once(one.holder for one in members),
            stance=stance,
            basis=basis,
            sources=_once(one.source for one in members),
            confidence=_weakest(one.confidence for one in members),
        )


def _once(items: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item for item in items if item))


def _weakest(found: Iterable[Confidence]) -> Confidence:
    return max(found, key=list(Confidence).index)


def _order(entry: Entry) -> tuple[date, date, int, str, tuple[str, ...]]:
    return entry.when.first, entry.when.last, KINDS.index(entry.kind), entry.title, (*entry.holders, *entry.entities)
