"""Which measures that list nobody bear on an entity all the same, as they themselves record, and what they leave."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from briefer.analysis.index import Index
from briefer.analysis.remains import expiry, remains_of_measure
from briefer.model.facts import Entity, Measure
from briefer.model.relief import Remains


def bearing_on(entity: Entity, measures: Iterable[Measure]) -> tuple[Measure, ...]:
    """Gives the measures that name an entity, or a record that is shown as part of it, as one they bear on."""
    records = (
        *(value.record for value in entity.values),
        *(item.record for item in entity.designations),
        *(absence.record for absence in entity.absences),
    )
    ids = {entity.id, *filter(None, records)}
    return tuple(one for one in measures if ids.intersection(one.entities))


def left_by(measure: Measure, known: Index) -> Iterator[Remains]:
    """Yields what a measure of another regime leaves in force; one without an end of its own ends with its act."""
    act = measure.authority.partition(",")[0]
    rows = (row for row in known.renewals.values() if row.regime == measure.regime and act in row.act)
    renewal = next(rows, None)
    for one in remains_of_measure(measure, known.day):
        if one.until or renewal is None:
            yield one
        else:
            until, basis = expiry(renewal, known.day)
            yield replace(one, until=until, basis=basis)
