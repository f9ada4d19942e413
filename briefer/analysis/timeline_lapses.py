"""What ran out before the day of a paper with no renewal on record: acts of the rulebook, listings and measures."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from briefer.analysis.bearing import left_by
from briefer.analysis.forthcoming import ran_out
from briefer.analysis.index import Index
from briefer.analysis.moments import moment
from briefer.analysis.remains import LAPSED, remains, running
from briefer.model.brief import Dossier
from briefer.model.calendar import Due
from briefer.model.facts import Confidence, Designation, Measure
from briefer.model.law import Renewal
from briefer.model.relief import Remains
from briefer.model.timeline import Entry, Moment


@dataclass(frozen=True, slots=True)
class _Passed:
    """One pick whose end in a regime has passed, the day by which it had, and that end as far as it is stated."""

    id: str
    regime: str
    day: date
    when: Moment
    sources: tuple[str, ...]
    confidence: Confidence


def lapses(rows: Iterable[Renewal], dossier: Dossier, known: Index, home: str) -> Iterator[Entry]:
    """Yields what ran out, an entry for each act and one for all picks that ran out by themselves in a regime on a day.

    Of another regime an act is named only where it is why a pick ran out; a list may state a later end of its own.
    """
    passed = tuple(dict.fromkeys((*_listings(dossier, known), *_measures(dossier, known))))
    ends = {(one.regime, one.day) for one in passed}
    acts = [due for due in ran_out(known.day, rows) if due.regime == home or (due.regime, due.on) in ends]
    yield from map(_act, acts)
    told = {(due.regime, due.on) for due in acts}
    groups: defaultdict[tuple[str, Moment], list[_Passed]] = defaultdict(list)
    for one in passed:
        if (one.regime, one.day) not in told:
            groups[one.regime, one.when].append(one)
    for (regime, when), members in groups.items():
        yield _entry(regime, when, members)


def _listings(dossier: Dossier, known: Index) -> Iterator[_Passed]:
    for entity in dossier.entities:
        for item in running(entity.designations, known.day):
            for left in remains((item,), known.programmes, known.renewals, known.day):
                yield from _passed(entity.id, item, left)


def _measures(dossier: Dossier, known: Index) -> Iterator[_Passed]:
    for measure in dossier.measures:
        for left in left_by(measure, known):
            yield from _passed(measure.id, measure, left)


def _passed(id: str, item: Designation | Measure, left: Remains) -> Iterator[_Passed]:
    """Yields the end that has passed: as the list or the record states it, else that of its act."""
    if left.ran_to:
        stated = moment(item.until)
        own = stated if stated and stated.last == left.ran_to else Moment(left.ran_to, left.ran_to)
        yield _Passed(id, left.regime, left.ran_to, own, left.sources, left.confidence)


def _act(due: Due) -> Entry:
    return Entry(
        form="lapse",
        kind="expiry",
        when=Moment(due.on, due.on),
        title=due.title,
        regime=due.regime,
        basis=LAPSED,
        citations=due.citations,
        confidence=due.confidence,
    )


def _entry(regime: str, when: Moment, members: list[_Passed]) -> Entry:
    return Entry(
        form="lapse",
        kind="expiry",
        when=when,
        title="",
        entities=tuple(dict.fromkeys(one.id for one in members)),
        regime=regime,
        basis=LAPSED,
        sources=tuple(dict.fromkeys(id for one in members for id in one.sources)),
        confidence=max((one.confidence for one in members), key=list(Confidence).index),
    )
