"""What the verb ripple asks the library for before the analysis answers it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from briefer.analysis import ownership
from briefer.analysis.ownership_rules import rule as rule_of
from briefer.library import Library, clock
from briefer.model.answers import Sameness
from briefer.model.ripple import Ripple
from briefer.pack.identity import Decisions

LOOKED_UP = 200
"""Of so many freed it is looked up whether they may be one with a record that is listed."""


def ripple(library: Library, delist: Iterable[str], rule: str, as_of: date | None) -> Ripple:
    """Gives what delisting these ids does on a day (default: today), with what is undecided about who is one."""
    day, wanted = as_of or clock.today(), tuple(dict.fromkeys(delist))
    people = library.holders(rule_of(rule, day).regime, as_of)
    held = {each.id for each in people}
    others = library.entities([id for id in wanted if id not in held], as_of)
    decided = library.decisions()
    found = ownership.ripple((*people, *others), rule, day, wanted, same=_joined(decided))
    pairs = library.proposals((*wanted, *found.freed[:LOOKED_UP]))
    return replace(found, notes=(*found.notes, *map(_undecided, pairs)))


def _joined(decided: Iterable[Sameness]) -> Iterator[tuple[str, str]]:
    """The pairs that decisions make one; decisions that contradict each other join nothing."""
    held = tuple(decided)
    decisions = Decisions(held)
    for each in held:
        if each.decision == "yes" and each.b in decisions.cluster(each.a):
            yield each.a, each.b


def _undecided(pair: Sameness) -> str:
    return (
        f"{pair.a_caption} ({pair.a}) and {pair.b_caption} ({pair.b}) may be one, at {pair.score} of 100, and nobody "
        "has decided; the listings and holdings of each count for itself alone."
    )
