"""The listings of the picks as dated facts, each with the class that it has today; and the classes under each act."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefer.analysis.index import Index
from briefer.analysis.limbs import limbs
from briefer.analysis.moments import moment
from briefer.analysis.reasons import HOME, of_designations, of_measure
from briefer.model.brief import Dossier
from briefer.model.facts import Confidence, Designation
from briefer.model.law import STRICTNESS, ClassRule
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
    said = (id, item.regime, item.programme, _label(item))
    classes = strictest_last(map(_mark, of_designations(id, (item,), known)))
    yield Listing(LISTING, *said, moment(item.start), sources, item.confidence, classes)
    end = moment(item.until)
    if item.ended and end:
        yield Listing(DELISTING, *said, end, sources, item.confidence)


def _label(item: Designation) -> str:
    """Names the part of the list: "SSI, Directive 1", "EU 833/2014, Annex III", "UK Sanctions List"."""
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

    What rests on a directive ("EO 13662 Directive 1") also rests on its order.
    """
    found: defaultdict[str, list[ClassToday]] = defaultdict(list)
    for reason, rules in _reasons(dossier, known):
        named = {id for rule in rules if _made(rule, reason) for id in rule.authorities}
        for id in named | {id.partition(" Directive ")[0] for id in named}:
            found[id].append(_mark(reason))
    return {id: strictest_last(found[id]) for id in sorted(found)}


def _reasons(dossier: Dossier, known: Index) -> Iterator[tuple[Reason, tuple[ClassRule, ...]]]:
    for entity in dossier.entities:
        for reason in of_designations(entity.id, entity.designations, known):
            yield reason, known.rules.get(reason.programme, ())
    for measure in dossier.measures:
        for reason in of_measure(measure, known):
            yield reason, known.measures.get(measure.id, ())


def _made(rule: ClassRule, reason: Reason) -> bool:
    """Says whether a reason comes from a rule."""
    return (rule.klass, rule.reason, rule.limb, rule.part) == (reason.klass, reason.why, reason.limb, reason.part)


def _mark(reason: Reason) -> ClassToday:
    return ClassToday(reason.klass, reason.contested)
