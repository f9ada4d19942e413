"""Which measures that list nobody bear on an entity all the same, as they themselves record, and what they leave."""

from collections.abc import Iterable, Iterator

from briefer.analysis.index import Index
from briefer.analysis.remains import remains_of_measure
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
    """Yields what a measure of another regime leaves in force."""
    yield from remains_of_measure(measure, known.renewals.values(), known.day)
