"""When the emergencies end on which what blocks or limits somebody rests, and what else its acts come up for."""

from collections.abc import Iterable, Iterator
from datetime import date

from briefer.analysis.forthcoming import forthcoming, ran_out
from briefer.analysis.index import Index
from briefer.analysis.resting import acts
from briefer.model.calendar import Due
from briefer.model.law import Authority, Renewal, Rulebook
from briefer.model.relief import Relief
from briefer.rulebook import standing

HOME = "US"


def due(found: Relief, book: Rulebook, known: Index) -> tuple[Due, ...]:
    """Gives what comes up within twelve months, or ran out, of the acts that the reasons of an answer rest on."""
    named = {name for reason in found.reasons for name in acts(found.id, reason, known)}
    rests = (row for row in standing(book.authorities, known.day) if row.id in named)
    tags = {reason.programme for reason in found.reasons if reason.programme}
    return coming(renewals(rests, HOME, tags, book, known.day), known.day)


def coming(rows: Iterable[Renewal], day: date) -> tuple[Due, ...]:
    """Gives of these renewals what ran out before a day, then what comes up within twelve months."""
    held = tuple(rows)
    return (*ran_out(day, held), *forthcoming(day, held))


def renewals(
    rests: Iterable[Authority], regime: str, tags: Iterable[str], book: Rulebook, day: date
) -> Iterator[Renewal]:
    """Yields the renewals of what a regime lists under tags, and of the emergencies that acts rest on."""
    wanted, emergencies = set(tags), {act.emergency for act in rests if act.emergency}
    for row in standing(book.renewals, day):
        if row.id in emergencies or (row.regime == regime and wanted & set(row.tags)):
            yield row
