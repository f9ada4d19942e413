"""What the verb ripple asks the library for before the analysis answers it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from briefer.analysis import ownership
from briefer.analysis.ownership_rules import rule as rule_of
from briefer.library import Library, clock
from briefer.model.answers import Sameness
from briefer.model.errors import BadCall
from briefer.model.ripple import Ripple
from briefer.pack.identity import Decisions
from briefer.service.days import held_later
from briefer.service.one_each import one_each
from briefer.service.undecided import undecided

LOOKED_UP = 200
"""Of so many freed it is looked up whether they may be one with a record that is listed."""


def ripple(library: Library, delist: Iterable[str], rule: str, as_of: date | None) -> Ripple:
    """Gives what delisting these ids does on a day (default: today), with what is undecided about who is one."""
    day, wanted = as_of or clock.today(), tuple(dict.fromkeys(delist))
    people = library.holders(rule_of(rule, day).regime, as_of)
    held = {each.id for each in people}
    others = library.entities([id for id in wanted if id not in held], as_of)
    _refuse_later(library, set(wanted) - held - {each.id for each in others}, as_of)
    decided = library.decisions()
    found = ownership.ripple((*people, *others), rule, day, wanted, same=_joined(decided))
    listed = {each.id for each in people if each.listed}
    found = one_each(found, _shown(decided, wanted, listed))
    pairs = library.proposals((*wanted, *found.freed[:LOOKED_UP]))
    return replace(found, notes=(*found.notes, *map(_undecided, pairs), *_stands_in(library, as_of, wanted, rule)))


def _joined(decided: Iterable[Sameness]) -> Iterator[tuple[str, str]]:
    """The pairs that decisions make one; decisions that contradict each other join nothing."""
    held = tuple(decided)
    decisions = Decisions(held)
    for each in held:
        if each.decision == "yes" and each.b in decisions.cluster(each.a):
            yield each.a, each.b


def _refuse_later(library: Library, unknown: Iterable[str], as_of: date | None) -> None:
    """Raises BadCall for an id that is held only after the day that was asked for."""
    for id in unknown if as_of else ():
        if as_of and (later := held_later(library, id, as_of)):
            raise BadCall(later)


def _stands_in(library: Library, as_of: date | None, wanted: tuple[str, ...], rule: str) -> tuple[str, ...]:
    """Says which lists that the answer rests on are not held for the day that was asked for."""
    return library.notes(as_of, wanted, rule_of(rule, as_of).regime) if as_of else ()


def _undecided(pair: Sameness) -> str:
    return undecided((pair.a_caption, pair.a), (pair.b_caption, pair.b), pair.score)


def _shown(decided: Iterable[Sameness], wanted: tuple[str, ...], listed: set[str]) -> dict[str, str]:
    """The id that shows each of the records that decisions make one: the first asked for, else one that is listed."""
    held = tuple(decided)
    decisions = Decisions(held)
    shown: dict[str, str] = {}
    for id in dict.fromkeys(end for each in held for end in (each.a, each.b)):
        cluster = decisions.cluster(id)
        if len(cluster) > 1:
            asked = [each for each in wanted if each in cluster]
            shown[id] = asked[0] if asked else min(cluster, key=lambda each: (each not in listed, each))
    return shown
