"""What changed after a day and up to the pack's own: from the dates of its facts, and from its lists' two states.

A change that no source dates and no list shows is not seen. Nothing is foretold.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from briefer.analysis.index import citations, index
from briefer.analysis.moments import moment
from briefer.analysis.moved_lists import of_lists
from briefer.analysis.positions import day_of, known, off_record, replaced, standing, step
from briefer.analysis.remains import LAPSED, expiry
from briefer.analysis.timeline_listings import label, under_acts
from briefer.analysis.timeline_renewals import bearing
from briefer.language import _, mark
from briefer.model.brief import Dossier
from briefer.model.facts import Confidence, Designation, Event, Measure
from briefer.model.law import Renewal
from briefer.model.moved import KINDS, ChangeList, Moved
from briefer.model.policy import Position
from briefer.model.timeline import Moment

ACTS = ("order", "statute", "listing", "ally", "renewal")
"""The kinds of event that are acts; a meeting or a report changes nothing that is in force."""


@dataclass(frozen=True, slots=True)
class Span:
    """The days after `since` and up to `until`."""

    since: date
    until: date

    def holds(self, when: Moment | None) -> bool:
        """Says whether something happened within it, or may have where its day is not known exactly."""
        return when is not None and when.last > self.since and when.first <= self.until

    def ends(self, when: Moment | None) -> bool:
        """Says whether a last day lies within it: in force on `since`, no longer on `until`."""
        return when is not None and self.since <= when.last < self.until

    def perhaps(self, when: Moment) -> bool:
        """Says whether what it holds may lie before it."""
        return when.first <= self.since


def changed(dossier: Dossier, since: date) -> ChangeList:
    """Gives what changed in the picks, in what they stand under, and in what is held, after `since`."""
    span = Span(since, dossier.as_of)
    listed, renewed = tuple(_listings(dossier, span)), tuple(_renewals(dossier, span))
    acts = [event for event in dossier.events if event.kind in ACTS and span.holds(moment(event.date))]
    told = [(event, place) for event in acts if (place := _told(event, (*listed, *renewed))) is not None]
    rows = [*listed, *renewed]
    for event, place in told:
        rows[place] = _with(rows[place], event)
    untold = [event for event in acts if event not in [each for each, _place in told]]
    rows += [*_measures(dossier, span), *(_act(event, span) for event in untold), *_positions(dossier, span)]
    rows += of_lists(dossier.moved)
    return ChangeList(since=since, until=span.until, rows=tuple(sorted(rows, key=_order)), lists=dossier.moved)


def _listings(dossier: Dossier, span: Span) -> Iterator[Moved]:
    """Yields what began, ended or was amended; what one list states in one breath under several tags is one."""
    groups: dict[tuple[str, str, Moment, str, str], list[Designation]] = defaultdict(list)
    for entity in dossier.entities:
        for item in entity.designations:
            for what, when in _happened(item, span):
                groups[entity.id, what, when, item.regime, label(item)].append(item)
    for (id, what, when, regime, title), items in groups.items():
        yield Moved(
            kind="listing",
            what=what,
            when=when,
            id=id,
            title=title,
            regime=regime,
            tags=_once(item.programme for item in items),
            perhaps=span.perhaps(when) and what != "ran out",
            sources=_once(source for item in items for source in item.sources or (item.origin,)),
            confidence=max((item.confidence for item in items), key=list(Confidence).index),
        )


def _happened(item: Designation, span: Span) -> Iterator[tuple[str, Moment]]:
    begun = moment(item.start) or moment(item.published)
    began = begun is not None and span.holds(begun)
    if begun and began:
        yield "listed" if moment(item.start) else "published", begun
    if (end := moment(item.until)) and (span.holds(end) if item.ended else span.ends(end)):
        yield "delisted" if item.ended else "ran out", end
    if (then := moment(item.amended)) and span.holds(then) and not began and not item.ended:
        yield "amended", then


def _measures(dossier: Dossier, span: Span) -> Iterator[Moved]:
    for item in dossier.measures:
        begun, end = moment(item.start), moment(item.until)
        if begun and span.holds(begun):
            yield _of_measure(item, "in force", begun, perhaps=span.perhaps(begun))
        if end and span.ends(end):
            yield _of_measure(item, "expired", end)


def _of_measure(item: Measure, what: str, when: Moment, *, perhaps: bool = False) -> Moved:
    return Moved(
        kind="measure",
        what=what,
        when=when,
        id=item.id,
        title=item.title,
        regime=item.regime,
        perhaps=perhaps,
        sources=item.sources,
        confidence=item.confidence,
    )


def _act(event: Event, span: Span) -> Moved:
    when = moment(event.date)
    assert when is not None  # only what the span holds comes here
    return Moved(
        kind="act",
        what="act",
        when=when,
        id=event.id,
        title=event.title,
        note=event.text,
        perhaps=span.perhaps(when),
        sources=event.sources,
        confidence=event.confidence,
    )


def _told(event: Event, rows: tuple[Moved, ...]) -> int | None:
    """Gives the place of the one row that tells of an event's day and, but for a renewal, of somebody it names."""
    when = moment(event.date)
    found = [
        place
        for place, row in enumerate(rows)
        if row.when == when and (row.kind == "renewal" if event.kind == "renewal" else row.id in event.entities)
    ]
    return found[0] if len(found) == 1 else None


def _with(row: Moved, event: Event) -> Moved:
    note = " ".join(dict.fromkeys(text for text in (row.note, f"{event.title}.") if text))
    return replace(row, note=note, sources=_once((*row.sources, *event.sources)))


def _renewals(dossier: Dossier, span: Span) -> Iterator[Moved]:
    """Yields the next expiries that moved, of what the picks stand under."""
    acts = under_acts(dossier, index(dossier.law, span.until))
    for row in bearing(dossier, acts.keys()):
        if row.years:
            continue
        (old, former), (new, basis) = (expiry(row, day) for day in (span.since, span.until))
        ran_out = basis == LAPSED != former
        if old and new and (old != new or ran_out):
            yield _renewal(row, old, new, span, known=basis == "renewal")


def _renewal(row: Renewal, old: date, new: date, span: Span, *, known: bool) -> Moved:
    step = next((step for step in row.steps if known and step.until == new), None)
    on = step.decided if step and step.decided else old
    return Moved(
        kind="renewal",
        what="renewed" if known else "passed",
        when=Moment(on, on) if on <= span.until else None,
        id=row.id,
        title=row.title,
        regime=row.regime,
        due=(old, new if known else None),
        note="" if known and step and step.decided else _(_UNDATED if known else _PASSED),
        citations=citations(step.citation if step and step.citation else row.citation),
        confidence=row.confidence,
    )


_UNDATED = mark("The day of the decision is not recorded; it came by the end of the former term.")
_PASSED = mark("Its term ended; no renewal on record, and one may have been decided.")


def _positions(dossier: Dossier, span: Span) -> Iterator[Moved]:
    """Yields the positions newly taken, each with the one that stood before it on the holder's line."""
    held = known(dossier.positions, span.until)
    gone = replaced(held)
    for place, item in enumerate(held):
        on = day_of(item)
        if on and on > span.since:
            line = [each for each in held[:place] if (each.holder, each.issue) == (item.holder, item.issue)]
            yield Moved(
                kind="position",
                what="superseded" if item.id in gone else "recorded",
                when=moment(item.said_on) or moment(item.reported_on),
                id=item.id,
                title=item.issue,
                position=item,
                former=standing(line),
                note=_by_report(standing(line), item),
                sources=(item.source,) if item.source else (),
                confidence=item.confidence,
            )


def _by_report(old: Position | None, new: Position) -> str:
    """Says of a step that it rests on a report or an inference alone."""
    how = off_record(old, new) if old and step(old.stance, new.stance) else ""
    return _("{reason}: not counted as a move.", reason=f"{how[0].upper()}{how[1:]}") if how else ""


def _once(items: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item for item in items if item))


def _order(row: Moved) -> tuple[int, str, date, date, str, str]:
    first, last = (row.when.first, row.when.last) if row.when else (date.max, date.max)
    return KINDS.index(row.kind), row.list, first, last, row.title, row.id
