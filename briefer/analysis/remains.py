"""What stays in force in other regimes whatever the United States does, with its next expiry."""

import re
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import replace
from datetime import date

from briefer.analysis.aged import aged, states
from briefer.analysis.force import in_force, may_run, state
from briefer.analysis.moments import moment
from briefer.language import _
from briefer.model.facts import Confidence, Designation, Measure, PartialDate
from briefer.model.law import REGIMES, Programme, Renewal
from briefer.model.relief import Remains
from briefer.rulebook import holds

HOME = "US"
LAPSED = "lapsed?"
"""The basis of what ran to a day, after which no renewal is known: it is not said to have ended."""

OPEN = ("unknown", LAPSED)
"""The bases on which no end is known, though there may be one."""

NUMBERED = re.compile(r"(?:SI|SOR|SL|SR)\b")
"""Parts of a programme that are acts of their own, rather than annexes of its authority."""

NUMBER = re.compile(r"\d+/\d+")
"""How an act is numbered, as “269/2014”."""

PRECISE = {"day": 10, "month": 7, "year": 4}
"""How many characters of an ISO day give a date that is known so far."""

Tag = tuple[str, str]

ORDER = {code: place for place, code in enumerate(REGIMES)}
DOUBT = {confidence: place for place, confidence in enumerate(Confidence)}


def remains(
    designations: Iterable[Designation], programmes: dict[Tag, Programme], renewals: dict[Tag, Renewal], day: date
) -> tuple[Remains, ...]:
    """Gives what other regimes hold on a day, one for each act and expiry, in the order of `law.REGIMES`.

    What its list says ran to an earlier day stays: renewed where the rulebook knows it, in doubt where it does not.
    """
    return _ordered(_gathered(_each(designations, programmes, renewals, day), _key))


def remains_by_start(
    designations: Iterable[Designation], programmes: dict[Tag, Programme], renewals: dict[Tag, Renewal], day: date
) -> tuple[Remains, ...]:
    """Gives what `remains` gives, with parts of an act apart that began on different days or on none that is known.

    What names neither a part nor a start goes with the part of its act and expiry that stands first.
    """
    parts = _gathered(_each(designations, programmes, renewals, day), lambda one: (_key(one), one.list_types))
    first = {_key(one): _start(one) for one in reversed(parts) if one.list_types or one.since}
    bare = (None, None)

    def begun(one: Remains) -> Hashable:
        vague = _start(one) == bare and not one.list_types
        return _key(one), first.get(_key(one), bare) if vague else _start(one)

    return _ordered(_gathered(parts, begun))


def _each(
    designations: Iterable[Designation], programmes: dict[Tag, Programme], renewals: dict[Tag, Renewal], day: date
) -> Iterator[Remains]:
    """Yields what stays by each listing alone; one that only an old list carries is less sure."""
    held = running(designations, day)
    for item in held:
        tag = (item.regime, item.programme)
        one = _one(item, programmes.get(tag), renewals.get(tag), day)
        if aged(item, held, day):
            one = replace(one, confidence=max(one.confidence, Confidence.PARTLY, key=DOUBT.__getitem__))
        yield one


def _gathered(each: Iterable[Remains], key: Callable[[Remains], Hashable]) -> list[Remains]:
    """Gives one for each key, joined of all that share it."""
    found: dict[Hashable, Remains] = {}
    for one in each:
        found[key(one)] = _joined(found[key(one)], one) if key(one) in found else one
    return list(found.values())


def _ordered(found: Iterable[Remains]) -> tuple[Remains, ...]:
    return tuple(sorted(found, key=lambda one: (ORDER.get(one.regime, len(ORDER)), one.until or date.max, one.act)))


def _key(one: Remains) -> Hashable:
    return one.regime, one.act, one.until, one.ran_to, one.about


def _start(one: Remains) -> tuple[date | None, date | None]:
    return (one.since.earliest, one.since.latest) if one.since else (None, None)


def running(designations: Iterable[Designation], day: date) -> list[Designation]:
    """Gives what other regimes may hold on a day; of one listing whose stated end has passed, the latest statement."""
    begun = [item for item in designations if item.regime != HOME and may_run(item, day)]
    return [item for item in begun if in_force(item, day) or not _restated(item, begun)]


def remains_of_measure(measure: Measure, renewals: Iterable[Renewal], day: date) -> tuple[Remains, ...]:
    """Gives another regime's measure as what stays, nothing where it is the home regime's or has not begun.

    One without an end of its own ends with its act; a later act that holds the same says so in a renewal of its own.
    """
    if measure.regime == HOME or not may_run(measure, day):
        return ()
    rows = tuple(row for row in renewals if row.regime == measure.regime and holds(row, day))
    beside = dict.fromkeys(row for row in rows if measure.id in row.measures)
    first = _measured(measure, renewal_of(measure, rows), day)
    return (first, *(_measured(_under(row, measure), row, day) for row in beside))


def _measured(measure: Measure, renewal: Renewal | None, day: date) -> Remains:
    end, basis = _until(measure, renewal, day)
    until, ran_to = _parted(end, basis)
    return Remains(
        regime=measure.regime,
        act=measure.authority,
        programme="",
        until=until,
        basis=basis,
        ran_to=ran_to,
        since=measure.start,
        confidence=measure.confidence,
        sources=measure.sources,
        measure=measure.id,
        about=vague_end(measure, renewal, end),
        note=_endless(measure, renewal) if basis == "none" else "",
    )


def _endless(measure: Measure, renewal: Renewal | None) -> str:
    """Says how a measure without a stated end can end; what its act says of listings is not about it."""
    named = renewal and measure.id in renewal.measures
    return measure.lifting if measure.lifting and not named else _note("none", renewal)


def _under(row: Renewal, measure: Measure) -> Measure:
    """Gives a measure as a later act holds it, since the day of that act."""
    begun = row.valid_from
    since = PartialDate(text=begun.isoformat(), earliest=begun, latest=begun) if begun else None
    sure = max(measure.confidence, row.confidence, key=DOUBT.__getitem__)
    return replace(measure, authority=row.act, start=since, until=None, confidence=sure)


def expiry(renewal: Renewal, day: date, start: date | None = None) -> tuple[date | None, str]:
    """Gives when what a regime has in force on a day next expires, and on what basis: see Remains.

    A renewal whose day is not known counts from the end of the one before it. Where the last that is known has run out,
    its end is given, on the basis `lapsed?`.
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
    ended = [step.until for step in renewal.steps if step.until < day]
    if ended:
        return max(ended), LAPSED
    if not renewal.dates:
        return None, "unknown" if renewal.confidence is Confidence.TO_BE_VERIFIED else "none"
    return min(_next(text, day) for text in renewal.dates), "rule"


def _one(item: Designation, row: Programme | None, renewal: Renewal | None, day: date) -> Remains:
    end, basis = _until(item, renewal, day)
    until, ran_to = _parted(end, basis)
    weakest = max(item.confidence, row.confidence if row else Confidence.TO_BE_VERIFIED, key=DOUBT.__getitem__)
    return Remains(
        regime=item.regime,
        act=_act(item, row),
        programme=item.programme,
        list_types=(item.list_type,) if item.list_type else (),
        until=until,
        basis=basis,
        ran_to=ran_to,
        note=_note(basis, renewal),
        until_of=_ending(row, renewal) if until and renewal and basis != "list" else "",
        since=item.start,
        citations=tuple(filter(None, (row.citation if row else "", renewal.citation if renewal else ""))),
        confidence=weakest,
        sources=item.sources or ((item.origin,) if item.origin else ()),
        overlay=bool((row and row.overlay) or (renewal and renewal.overlay)),
        about=vague_end(item, renewal, end),
    )


def _ending(row: Programme | None, renewal: Renewal) -> str:
    """Gives the act that ends on the day of a renewal, where the tag may stand for one that does not."""
    named, renewed = (set(NUMBER.findall(text)) for text in (row.authority if row else "", renewal.act))
    return renewal.act if named - renewed else ""


def _act(item: Designation, row: Programme | None) -> str:
    if row is None:
        return item.authority or item.programme or _("act not stated")
    return (
        f"{row.authority}; {row.parts}"
        if NUMBERED.match(row.parts) and row.parts not in row.authority
        else row.authority
    )


def _restated(item: Designation, begun: Iterable[Designation]) -> bool:
    """Says whether another list states the same listing without an end or with a later one."""
    return any(states(each, item) and _end(each) > _end(item) for each in begun)


def _carries(renewal: Renewal, measure: Measure) -> bool:
    """Says whether a renewal is that of the act a measure rests on, the first that its record names."""
    first = NUMBER.search(measure.authority)
    named = first.group() if first else measure.authority.partition(",")[0]
    return bool(named) and named in renewal.act


def _until(item: Designation | Measure, renewal: Renewal | None, day: date) -> tuple[date | None, str]:
    """Gives the end and its basis; a stated one that has passed is renewed with its act where it is the act's own.

    An end that was not yet known on the day counts as none.
    """
    stated, basis = (None, "") if _hindsight(item, renewal, day) else stated_end(item, renewal, day)
    if stated and stated >= day:
        return stated, basis
    if renewal is None:
        return (stated, LAPSED) if stated else (None, "unknown")
    until, basis = expiry(renewal, day, item.start.latest if item.start else None)
    if stated is None or (basis in ("renewal", LAPSED) and _of_act(stated, renewal)):
        return until, basis
    return stated, LAPSED


def stated_end(item: Designation | Measure, renewal: Renewal | None, day: date) -> tuple[date | None, str]:
    """Gives the end that is stated of something, or the later one to which its act was renewed by the day."""
    stated = item.until.latest if item.until else None
    if stated and renewal and _of_act(stated, renewal):
        until, basis = expiry(renewal, day)
        if until and until > stated and basis == "renewal":
            return until, basis
    return stated, "list" if stated else ""


def renewal_of(measure: Measure, renewals: Iterable[Renewal]) -> Renewal | None:
    """Gives the renewal of the act that a measure rests on."""
    return next((row for row in renewals if row.regime == measure.regime and _carries(row, measure)), None)


def _hindsight(item: Designation | Measure, renewal: Renewal | None, day: date) -> bool:
    """Says whether a stated end to come was known only after the day: what in truth ended it, or a later renewal."""
    stated = item.until.latest if item.until else None
    if stated is None or stated < day:
        return False
    if isinstance(item, Designation) and (item.ended or state(item.origin)):
        return item.ended or (state(item.origin) or (day, ""))[0] > day
    if renewal is None or not _of_act(stated, renewal):
        return False
    until, _basis = expiry(renewal, day)
    return until is not None and day <= until < stated


def _of_act(stated: date, renewal: Renewal) -> bool:
    """Says whether a stated end is a day on which the act itself comes up, rather than one of the listing alone."""
    return f"{stated:%m-%d}" in renewal.dates or any(step.until == stated for step in renewal.steps)


def _parted(end: date | None, basis: str) -> tuple[date | None, date | None]:
    """Gives the end to come and the one that has passed."""
    return (None, end) if basis == LAPSED else (end, None)


def _end(item: Designation) -> date:
    return (item.until.latest if item.until else None) or date.max


def _note(basis: str, renewal: Renewal | None) -> str:
    if basis == "rule":
        return _("It ends then unless renewed; no renewal on record, and one may have been decided.")
    if basis == LAPSED:
        return _("No renewal on record after that day; one may have been decided.")
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


def vague_end(item: Designation | Measure, renewal: Renewal | None, end: date | None) -> PartialDate | None:
    """Gives an end as far as it is known where that is no exact day: as stated, or a term after a start known so."""
    ends = (item.until, _term_end(item.start, renewal.years if renewal else 0))
    return next((when for when in ends if when and end and when.latest == end and not exact(when)), None)


def exact(when: PartialDate) -> bool:
    """Says whether a date is one day."""
    return when.earliest == when.latest and not when.circa


def _term_end(start: PartialDate | None, years: int) -> PartialDate | None:
    if not years or start is None or start.earliest is None or start.latest is None:
        return None
    first, last = _shifted(start.earliest, years), _shifted(start.latest, years)
    found = moment(PartialDate(text="", earliest=first, latest=last))
    shown = PRECISE.get(found.precision if found else "", 0)
    text = first.isoformat()[:shown] if shown else f"{first}/{last}"
    return PartialDate(text=text, earliest=first, latest=last, circa=start.circa)


def _shifted(start: date, years: int) -> date:
    leap_day = (start.month, start.day) == (2, 29)
    return start.replace(year=start.year + years, day=28 if leap_day else start.day)


def _next(text: str, day: date) -> date:
    month, number = map(int, text.split("-"))
    this = date(day.year, month, number)
    return this if this >= day else date(day.year + 1, month, number)
