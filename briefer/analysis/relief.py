"""What could be eased and by whom: the class of each designation with its reasons, and the strictest for the whole.

Classes and their order as in `law.STRICTNESS`; the rules are the rulebook's, none of them stands here.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from briefer.analysis.aged import states
from briefer.analysis.bearing import bearing_on, left_by
from briefer.analysis.dated import as_listed, dated
from briefer.analysis.force import begins_after, in_force, row_after
from briefer.analysis.index import Index, index
from briefer.analysis.limbs import with_noted
from briefer.analysis.reasons import HOME, of_designations, of_measure
from briefer.analysis.remains import remains
from briefer.analysis.resting import before_its_act
from briefer.language import _
from briefer.model.facts import Confidence, Designation, Entity, Measure, Snapshot
from briefer.model.law import REGIMES, STRICTNESS, UNKNOWN, Rulebook
from briefer.model.relief import Beginning, Reason, Relief, Remains


def relief(
    entities: Iterable[Entity],
    book: Rulebook,
    as_of: date,
    measures: Iterable[Measure] = (),
    lists: Iterable[Snapshot] = (),
) -> tuple[Relief, ...]:
    """Gives the answer for each entity on a day, in their order; `measures` abroad that bear on it remain too.

    A list that is old on the day is named by its title where it is among `lists`, else by its id.
    """
    known, others = index(book, as_of, lists), tuple(measures)
    return tuple(_of_entity(entity, others, known) for entity in entities)


def _of_entity(entity: Entity, others: Iterable[Measure], known: Index) -> Relief:
    entity = as_listed(entity, known.day)
    early = [item for item in entity.designations if in_force(item, known.day) and before_its_act(item, known)]
    made = replace(entity, designations=tuple(item for item in entity.designations if item not in early))
    reasons = of_designations(entity.id, with_noted(made), known)
    found = _relief(entity.id, entity.caption, known.day, reasons, _elsewhere(made, others, known))
    acts = {
        item.programme: Beginning(name=item.programme, regime=item.regime, day=day, by="act")
        for item in early
        if (day := before_its_act(item, known))
    }
    return replace(found, early=tuple(acts.values()), to_come=to_come(made.designations, known))


def to_come(items: Iterable[Designation], known: Index) -> tuple[Beginning, ...]:
    """Gives the tags that begin after a day, by the list's own date or its row's, each with the first such day.

    What is in force by another statement of the same listing has begun; one abroad is told with its regime. A row may
    be older than the order or act, which then gives the day.
    """
    said = dated(items, known.day)
    held = [item for item in said if in_force(item, known.day)]
    first: dict[str, Beginning] = {}
    for item in said:
        begins = begins_after(item, known.day)
        if begins and not any(states(each, item) for each in held):
            one = _beginning(item, begins, _name(item, held), known)
            first[one.name] = min(first.get(one.name, one), one, key=lambda each: (each.day, each.by))
    return tuple(first.values())


def _beginning(item: Designation, begins: date, name: str, known: Index) -> Beginning:
    made = before_its_act(item, known)
    if made and made > begins:
        return Beginning(name=name, regime=item.regime, day=made, by="act")
    by_row = row_after(item, known.day)
    return Beginning(name=name, regime=item.regime, day=begins, by="row" if by_row else "list")


def _name(item: Designation, held: Iterable[Designation]) -> str:
    """Names a listing by its tag, with its list where another listing under the tag is in force."""
    beside = any((each.regime, each.programme) == (item.regime, item.programme) for each in held)
    tag = item.programme or item.authority or _("no tag stated")
    on = f", {item.list_type}" if beside else ""
    return f"{'' if item.regime == HOME else f'{item.regime} '}{tag}{on}"


def _elsewhere(entity: Entity, measures: Iterable[Measure], known: Index) -> tuple[Remains, ...]:
    listed = remains(entity.designations, known.programmes, known.renewals, known.day)
    unlisted = (left for one in bearing_on(entity, measures) for left in left_by(one, known))
    order = {code: place for place, code in enumerate(REGIMES)}
    return tuple(sorted((*listed, *unlisted), key=lambda one: order.get(one.regime, len(order))))


def relief_of_measures(measures: Iterable[Measure], book: Rulebook, as_of: date) -> tuple[Relief, ...]:
    """Gives the answer for each measure that names nobody, on a day, in their order."""
    known = index(book, as_of)
    return tuple(
        _relief(measure.id, measure.title, as_of, of_measure(measure, known), tuple(left_by(measure, known)))
        for measure in measures
    )


def strictest(classes: Iterable[str]) -> str | None:
    """Gives the strictest class, None of none; A beside an unknown is unknown, what is stricter stays."""
    given = set(classes)
    if not given:
        return None
    known = [klass for klass in STRICTNESS if klass in given]
    if not known or (known[-1] == STRICTNESS[0] and UNKNOWN in given):
        return UNKNOWN
    return known[-1]


def _relief(id: str, caption: str, as_of: date, reasons: tuple[Reason, ...], others: tuple[Remains, ...]) -> Relief:
    klass = strictest(reason.klass for reason in reasons)
    marked = tuple(replace(reason, decides=reason.klass == klass) for reason in reasons)
    doubts = [sure for reason in marked if reason.decides for sure in (reason.confidence, reason.listing)]
    return Relief(
        id=id,
        caption=caption,
        as_of=as_of,
        klass=klass,
        contested=any(reason.contested for reason in reasons),
        confidence=max(doubts, key=list(Confidence).index) if doubts else None,
        reasons=tuple(sorted(marked, key=_order)),
        remains=others,
        unknown=tuple(dict.fromkeys(reason.programme for reason in reasons if reason.klass == UNKNOWN)),
        overlay=any(reason.overlay for reason in reasons) or any(other.overlay for other in others),
    )


def _order(reason: Reason) -> tuple[bool, int, date, str, str]:
    """What decides stands first, then the stricter, then the older."""
    rank = STRICTNESS.index(reason.klass) if reason.klass in STRICTNESS else len(STRICTNESS)
    since = reason.since.earliest if reason.since else None
    return not reason.decides, -rank, since or date.max, reason.programme, reason.limb
