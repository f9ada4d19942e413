"""The listings of the picks as dated facts, each with the class that it has today; and the classes under each act."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefer.analysis.index import Index
from briefer.analysis.limbs import limbs
from briefer.analysis.moments import moment
from briefer.analysis.reasons import HOME, of_designations, of_measure
from briefer.analysis.resting import acts
from briefer.model.brief import Dossier
from briefer.model.facts import Confidence, Designation
from briefer.model.law import STRICTNESS
from briefer.model.relief import Reason
from briefer.model.timeline import ClassToday, Moment

LISTING, DELISTING = "listing", "delisting"


@dataclass(frozen=True, slots=True)
class Listing:
    """One entity put on, or taken off, one part of a list; `when` is None where no list states the day."""

    form: str
    entity: str
    regime: str
    programme: str
    label: str
    when: Moment | None
    sources: tuple[str, ...]
    confidence: Confidence
    classes: tuple[ClassToday, ...] = ()


def listings(dossier: Dossier, known: Index) -> tuple[Listing, ...]:
    """Gives the listings of the picks and the ends of those that have ended, each once.

    What one list states without a day is left out where another states the day.
    """
    found = dict.fromkeys(
        one for entity in dossier.entities for item in entity.designations for one in _of(entity.id, item, known)
    )
    stated = {(one.entity, one.programme, one.label) for one in found if one.when}
    return tuple(one for one in found if one.when or (one.entity, one.programme, one.label) not in stated)


def _of(id: str, item: Designation, known: Index) -> Iterator[Listing]:
    sources = item.sources or ((item.origin,) if item.origin else ())
    said = (id, item.regime, item.programme, label(item))
    classes = strictest_last(map(_mark, of_designations(id, (item,), known)))
    yield Listing(LISTING, *said, moment(item.start), sources, item.confidence, classes)
    end = moment(item.until)
    if item.ended and end:
        yield Listing(DELISTING, *said, end, sources, item.confidence)


def label(item: Designation) -> str:
    """Names a designation's part of the list: "SSI, Directive 1", "EU 833/2014, Annex III", "UK Sanctions List"."""
    named = ", ".join(limbs(item))
    part = item.programme if named and item.list_type.startswith("Directive") else item.list_type
    numbered = any(map(str.isdigit, item.programme))
    act = f"{item.regime} {item.programme}" if numbered or not part else item.regime
    if item.regime == HOME or part.startswith(f"{item.regime} "):
        act = "" if part or named else item.programme
    return ", ".join(filter(None, (act, part, named)))


def strictest_last(marks: Iterable[ClassToday]) -> tuple[ClassToday, ...]:
    """Gives classes each once, the easiest first and the unknown last; contested where any of its marks is."""
    found: dict[str, bool] = {}
    for mark in marks:
        found[mark.letter] = found.get(mark.letter, False) or mark.contested
    order = {letter: place for place, letter in enumerate(STRICTNESS)}
    return tuple(ClassToday(*one) for one in sorted(found.items(), key=lambda one: order.get(one[0], len(order))))


def under_acts(dossier: Dossier, known: Index) -> dict[str, tuple[ClassToday, ...]]:
    """Gives the classes of what the picks stand under, by the id of each act that the rulebook's rule rests them on.

    What an act that a statute keeps in force is made of has its class by that statute too.
    """
    kept = {row.id: row.kept_by for row in dossier.law.authorities if row.kept_by}
    found: defaultdict[str, list[ClassToday]] = defaultdict(list)
    for subject, reason in _reasons(dossier, known):
        under = acts(subject, reason, known)
        for id in under | {kept[name] for name in under if name in kept}:
            found[id].append(_mark(reason))
    return {id: strictest_last(found[id]) for id in sorted(found)}


def _reasons(dossier: Dossier, known: Index) -> Iterator[tuple[str, Reason]]:
    for entity in dossier.entities:
        yield from ((entity.id, reason) for reason in of_designations(entity.id, entity.designations, known))
    for measure in dossier.measures:
        yield from ((measure.id, reason) for reason in of_measure(measure, known))


def _mark(reason: Reason) -> ClassToday:
    return ClassToday(reason.klass, reason.contested)
