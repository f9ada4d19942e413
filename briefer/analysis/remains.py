"""What stays in force in other regimes whatever the United States does, with its next expiry."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from briefer.analysis.aged import aged
from briefer.analysis.force import in_force, start_known
from briefer.model.facts import Confidence, Designation, Measure, PartialDate
from briefer.model.law import REGIMES, Programme, Renewal
from briefer.model.relief import Remains

HOME = "US"
NUMBERED = re.compile(r"(?:SI|SOR|SL|SR)\b")
"""Parts of a programme that are acts of their own, rather than annexes of its authority."""

NUMBER = re.compile(r"\d+/\d+")
"""How an act is numbered, as “269/2014”."""

Tag = tuple[str, str]

ORDER = {code: place for place, code in enumerate(REGIMES)}
DOUBT = {confidence: place for place, confidence in enumerate(Confidence)}


def remains(
    designations: Iterable[Designation], programmes: dict[Tag, Programme], renewals: dict[Tag, Renewal], day: date
) -> tuple[Remains, ...]:
    """Gives what other regimes hold in force on a day, one for each act and expiry, in the order of `law.REGIMES`."""
    found: dict[tuple[str, str, date | None], Remains] = {}
    held = [item for item in designations if item.regime != HOME and in_force(item, day)]
    for item in held:
        tag = (item.regime, item.programme)
        one = _one(item, programmes.get(tag), renewals.get(tag), day)
        if aged(item, held, day):
            one = replace(one, confidence=max(one.confidence, Confidence.PARTLY, key=DOUBT.__getitem__))
        key = (one.regime, one.act, one.until)
        found[key] = _joined(found[key], one) if key in found else one
    return tuple(
        sorted(found.values(), key=lambda one: (ORDER.get(one.regime, len(ORDER)), one.until or date.max, one.act))
    )


def remains_of_measure(measure: Measure, day: date) -> tuple[Remains, ...]:
    """Gives another regime's measure as what stays in force, nothing where it is the home regime's or not in force."""
    if measure.regime == HOME or not in_force(measure, day):
        return ()
    until = measure.until.latest if measure.until else None
    said = Remains(
        regime=measure.regime,
        act=measure.authority,
        programme="",
        until=until,
        basis="list" if until else "unknown",
        since=measure.start,
        confidence=measure.confidence,
        sources=measure.sources,
        measure=measure.id,
    )
    return (said,)


def expiry(renewal: Renewal, day: date, start: date | None = None) -> tuple[date | None, str]:
    """Gives when what a regime has in force on a day next expires, and on what basis: see Remains.

    A renewal whose day is not known counts from the end of the one before it.
    """
    if renewal.years:
        return _term(renewal, day, start)
    former = date.min
    until: date | None = None
    for step in renewal.steps:
        if (step.decided <= day if step.decided else former < day) and step.until >= day:
            until = step.until
        former = step.until
    if until:
        return until, "renewal"
    if not renewal.dates:
        return None, "unknown" if renewal.confidence is Confidence.TO_BE_VERIFIED else "none"
    return min(_next(text, day) for text in renewal.dates), "rule"


def _one(item: Designation, row: Programme | None, renewal: Renewal | None, day: date) -> Remains:
    until, basis = _until(item, renewal, day)
    weakest = max(item.confidence, row.confidence if row else Confidence.TO_BE_VERIFIED, key=DOUBT.__getitem__)
    return Remains(
        regime=item.regime,
        act=_act(item, row),
        programme=item.programme,
        list_types=(item.list_type,) if item.list_type else (),
        until=until,
        basis=basis,
        note=_note(basis, renewal),
        until_of=_ending(row, renewal) if until and renewal and basis != "list" else "",
        since=item.start,
        citations=tuple(filter(None, (row.citation if row else "", renewal.citation if renewal else ""))),
        confidence=weakest,
        sources=item.sources or ((item.origin,) if item.origin else ()),
        overlay=bool((row and row.overlay) or (renewal and renewal.overlay)),
    )


def _ending(row: Programme | None, renewal: Renewal) -> str:
    """Gives the act that ends on the day of a renewal, where the tag may stand for one that does not."""
    named, renewed = (set(NUMBER.findall(text)) for text in (row.authority if row else "", renewal.act))
    return renewal.act if named - renewed else ""


def _act(item: Designation, row: Programme | None) -> str:
    if row is None:
        return item.authority or item.programme or "act not stated"
    return (
        f"{row.authority}; {row.parts}"
        if NUMBERED.match(row.parts) and row.parts not in row.authority
        else row.authority
    )


def _until(item: Designation, renewal: Renewal | None, day: date) -> tuple[date | None, str]:
    if item.until and item.until.latest:
        return item.until.latest, "list"
    if renewal is None:
        return None, "unknown"
    return expiry(renewal, day, item.start.earliest if item.start and start_known(item) else None)


def _note(basis: str, renewal: Renewal | None) -> str:
    if basis == "rule":
        return "It ends then unless renewed; a renewal is not in the rulebook, and may have been decided."
    return renewal.lapse if renewal else ""


def _joined(one: Remains, other: Remains) -> Remains:
    starts = [said for said in (one.since, other.since) if said and said.earliest]
    return replace(
        one,
        list_types=tuple(dict.fromkeys((*one.list_types, *other.list_types))),
        since=min(starts, key=_earliest) if starts else one.since,
        confidence=max(one.confidence, other.confidence, key=DOUBT.__getitem__),
        sources=tuple(dict.fromkeys((*one.sources, *other.sources))),
        overlay=one.overlay or other.overlay,
    )


def _earliest(when: PartialDate) -> date:
    return when.earliest or date.max


def _term(renewal: Renewal, day: date, start: date | None) -> tuple[date | None, str]:
    """Gives the end of a term counted from the start; one that has passed was continued, to a day not known."""
    if start is None:
        return None, "unknown"
    end = _shifted(start, renewal.years)
    return (end, "term") if end >= day else (None, "unknown")


def _shifted(start: date, years: int) -> date:
    leap_day = (start.month, start.day) == (2, 29)
    return start.replace(year=start.year + years, day=28 if leap_day else start.day)


def _next(text: str, day: date) -> date:
    month, number = map(int, text.split("-"))
    this = date(day.year, month, number)
    return this if this >= day else date(day.year + 1, month, number)
