"""Which national emergencies have to be continued, since what an option leaves in force at home rests on them."""

from collections.abc import Iterable, Iterator

from briefer.analysis.forthcoming import forthcoming, ran_out
from briefer.analysis.option_scope import Ground, Scope
from briefer.analysis.resting import acts
from briefer.analysis.unrenewed import UNKNOWN_DAY, unrenewed
from briefer.language import _
from briefer.model.calendar import Due
from briefer.model.options import OptionStep
from briefer.model.relief import Reason
from briefer.rulebook import standing

END = "end-emergency"
BY_STATUTE = "D"
"""The class of what a statute holds by itself, whatever becomes of an emergency."""

Held = tuple[str, Reason]
"""An entry or measure and a reason why it is restricted."""


def renewals(scope: Scope, ground: Ground) -> tuple[Due, ...]:
    """Gives the next renewal, within twelve months, of each emergency on which something that stays rests.

    An emergency that the option ends is not continued; one of which no renewal is known comes with the day it ran to.
    """
    book, day = ground.dossier.law, ground.dossier.as_of
    needed = _emergencies(_staying(scope, ground), ground) - _emergencies(_ending(scope), ground)
    rows = [row for row in standing(book.renewals, day) if row.id in needed]
    due = (*ran_out(day, rows), *forthcoming(day, rows))
    return tuple({one.title: one for one in reversed(due)}.values())[::-1]


def undated(scope: Scope, ground: Ground) -> Iterator[OptionStep]:
    """Yields a step for each emergency on which something that stays rests and of which no anniversary is on record."""
    book = ground.dossier.law
    ends = {one.order for one in unrenewed(_ending(scope), ground.known, book)}
    for one in unrenewed(_staying(scope, ground), ground.known, book):
        if one.order not in ends:
            yield OptionStep(stage="undated", instrument="", title=one.title, actor="President", text=_(UNKNOWN_DAY))


def ended(scope: Scope, ground: Ground) -> tuple[str, ...]:
    """Gives the titles of the emergencies that the option ends."""
    ids, day = _emergencies(_ending(scope), ground), ground.dossier.as_of
    return tuple(row.title for row in standing(ground.dossier.law.renewals, day) if row.id in ids)


def _staying(scope: Scope, ground: Ground) -> Iterator[Held]:
    entries = (*scope.entries, *scope.unreached)
    for entry in entries:
        yield from ((entry.id, touch.reason) for touch in entry.touches if touch.status != "ended")
    inside = {entry.id for entry in entries}
    for id in ground.picks.keys() - inside:
        yield from ((id, reason) for reason in ground.relief[id].reasons)


def _ending(scope: Scope) -> Iterator[Held]:
    for entry in scope.entries:
        for touch in entry.touches:
            if any(route and route.id == END for route in (touch.route, *touch.also)):
                yield entry.id, touch.reason


def _emergencies(held: Iterable[Held], ground: Ground) -> set[str]:
    resting = {row.id: row.emergency for row in ground.dossier.law.authorities if row.emergency}
    under = {act for id, reason in held if reason.klass != BY_STATUTE for act in acts(id, reason, ground.known)}
    return {resting[act] for act in under if act in resting}
