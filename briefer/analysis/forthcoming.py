"""What comes up for renewal or expires in the months after a day, from rows that are given; nothing is foretold.

A renewal may be decided weeks before its day, so a day by the yearly rule says only when the present term would end.
"""

from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from briefer.analysis.force import in_force, start_known
from briefer.analysis.remains import LAPSED, exact, expiry, renewal_of, stated_end, vague_end
from briefer.language import day_in_words
from briefer.model.calendar import Due
from briefer.model.facts import Designation, Entity, Event, Measure
from briefer.model.law import Renewal
from briefer.rulebook import after_end

EMERGENCY = "National Emergencies Act"
NOTICE = 90
"""Days before its anniversary in which a national emergency must be continued by notice (50 USC 1622(d)).

No renewal on record was decided earlier before the end of the term that it follows.
"""


def forthcoming(
    day: date,
    renewals: Iterable[Renewal] = (),
    *,
    events: Iterable[Event] = (),
    measures: Iterable[Measure] = (),
    entities: Iterable[Entity] = (),
    acts: Iterable[Renewal] = (),
    months: int = 12,
) -> tuple[Due, ...]:
    """Gives what ends on a day or comes up within so many months of it, in order of time.

    Renewals come by their known end first, then by their yearly dates; one decided early comes though its end is up to
    `NOTICE` days beyond the months. Events of later days and measures come with the day stated for them; entities with
    the end of their designations that are in force, or of the term that a regime gives a listing. A stated end to which
    an act came up, of `renewals` or `acts`, goes on to the day for which it is renewed.
    What ran to an earlier day, after which no renewal is known, does not come up: see `ran_out`.
    """
    rows, until = tuple(renewals), later(day, months)
    every = (*rows, *acts)
    terms = {(row.regime, tag): row for row in reversed(every) for tag in row.tags}
    found = (
        *(due for event in events for due in _event(event) if due.on > day),
        *(due for measure in measures for due in _measure(measure, every, day)),
        *(due for entity in entities for due in _designations(entity, terms, day)),
    )
    renewed = (due for row in rows for due in _renewals(row, day, until))
    within = (*renewed, *(due for due in found if day <= due.on <= until))
    return tuple(sorted(dict.fromkeys(within), key=lambda due: (due.on, due.regime, due.title, due.subject)))


def ran_out(day: date, renewals: Iterable[Renewal]) -> tuple[Due, ...]:
    """Gives what ran to a day before this one, after which no renewal is known, with that day; see `Due.basis`."""
    ends = ((row, *expiry(row, day)) for row in renewals if not row.years)
    found = ((row, end) for row, end, basis in ends if end and basis == LAPSED)
    return tuple(replace(_due(row, end, LAPSED), lapse=_ended(end)) for row, end in found)


def _ended(end: date) -> str:
    """Gives what is said of an end that has passed as a sentence."""
    said = after_end(day_in_words(end))
    return f"{said[0].upper()}{said[1:]}."


def later(day: date, months: int) -> date:
    """The same day so many months later, or the last day of that month where it is shorter."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _renewals(row: Renewal, day: date, until: date) -> Iterator[Due]:
    if row.years:
        return
    first, basis = expiry(row, day)
    if first is None or basis == LAPSED:
        return
    if first <= until + (timedelta(days=NOTICE) if basis == "renewal" else timedelta()):
        yield _due(row, first, basis)
    days = (date(year, *map(int, text.split("-"))) for year in range(day.year, until.year + 1) for text in row.dates)
    yield from (_due(row, on, "again") for on in days if first < on <= until)


def _due(row: Renewal, on: date, basis: str) -> Due:
    emergency = EMERGENCY in row.act
    stated = next((step.citation for step in row.steps if step.until == on and step.citation), "")
    return Due(
        on=on,
        kind="anniversary" if emergency else "renewal",
        title=row.title,
        regime=row.regime,
        act=row.act,
        actor=row.actor,
        lapse=row.lapse,
        basis=basis,
        notice_from=on - timedelta(days=NOTICE) if emergency else None,
        citations=tuple(dict.fromkeys(filter(None, (row.citation, stated)))),
        confidence=row.confidence,
        note=row.note,
    )


def _event(event: Event) -> Iterator[Due]:
    if event.date.earliest:
        yield Due(
            on=event.date.earliest,
            kind=event.kind,
            title=event.title,
            citations=event.sources,
            confidence=event.confidence,
            note=event.text,
            about=None if exact(event.date) else event.date,
        )


def _measure(measure: Measure, acts: Iterable[Renewal], day: date) -> Iterator[Due]:
    on, basis = stated_end(measure, renewal_of(measure, acts), day)
    if on:
        yield Due(
            on=on,
            kind="expiry",
            title=measure.title,
            regime=measure.regime,
            act=measure.authority,
            basis=basis,
            subject=measure.id,
            citations=measure.sources,
            confidence=measure.confidence,
            about=vague_end(measure, None, on),
        )


def _designations(entity: Entity, terms: dict[tuple[str, str], Renewal], day: date) -> Iterator[Due]:
    for item in entity.designations:
        if in_force(item, day):
            row = terms.get((item.regime, item.programme))
            on, basis = _end(item, row, day)
            term = row if row and row.years else None
            if on:
                yield Due(
                    on=on,
                    kind="expiry",
                    title=f"{entity.caption}: {item.programme}",
                    regime=item.regime,
                    act=term.act if term else item.authority,
                    actor=term.actor if term else "",
                    lapse=term.lapse if term else "",
                    basis=basis,
                    subject=entity.id,
                    citations=item.sources or tuple(filter(None, (item.origin,))),
                    confidence=item.confidence,
                    about=vague_end(item, term, on),
                )


def _end(item: Designation, term: Renewal | None, day: date) -> tuple[date | None, str]:
    """The end of a designation, and whether the list states it, its act's renewal or the term of a listing.

    What is marked as ended was not yet known to end on a day before.
    """
    if item.until and item.until.latest and not item.ended:
        return stated_end(item, term, day)
    if term is None or not term.years:
        return None, ""
    return expiry(term, day, item.start.latest if item.start and start_known(item) else None)[0], "rule"
