"""Which statements of a listing count on a day: a dated one decides over one without a date, which may be younger."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from briefer.analysis.aged import states
from briefer.analysis.force import begins_after, in_force, start_known, state
from briefer.analysis.limbs import parted
from briefer.model.facts import Designation, Entity


def as_listed(entity: Entity, day: date) -> Entity:
    """Gives an entity with the statements that count on a day, its directives as listings of their own."""
    items = dated(parted(entity).designations, day)
    return entity if items == entity.designations else _with(entity, items, day)


def as_dated(entity: Entity, day: date) -> Entity:
    """Gives an entity with the statements that count on a day, each as its list makes it."""
    items = dated(entity.designations, day)
    return entity if items == entity.designations else _with(entity, items, day)


def dated(items: Iterable[Designation], day: date) -> tuple[Designation, ...]:
    """Leaves out the statements without a date of what others date after a day, by the listing or by its row.

    One in a state of its list of by then stays, since that state proves it.
    """
    said = tuple(items)
    known = [item for item in said if _is_dated(item)]
    return tuple(item for item in said if _is_dated(item) or _proven(item, day) or not _later(item, known, day))


def _with(entity: Entity, items: tuple[Designation, ...], day: date) -> Entity:
    return replace(entity, designations=items, listed=any(in_force(item, day) for item in items))


def _is_dated(item: Designation) -> bool:
    return start_known(item) or bool(item.published and item.published.earliest)


def _proven(item: Designation, day: date) -> bool:
    said_by = state(item.origin)
    return said_by is not None and said_by[0] <= day


def _later(item: Designation, known: Iterable[Designation], day: date) -> bool:
    """Says whether all that is dated of a listing begins after a day; the same part of the list goes before any."""
    beside = [each for each in known if states(each, item)]
    same = [each for each in beside if each.list_type == item.list_type] or beside
    return bool(same) and all(begins_after(each, day) for each in same)
