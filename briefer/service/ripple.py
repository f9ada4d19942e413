"""What the verb ripple asks the library for before the analysis answers it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from briefer.analysis import ownership
from briefer.analysis.aged import all_aged
from briefer.analysis.governments import doubted
from briefer.analysis.ownership_rules import rule as rule_of
from briefer.language import _, mark
from briefer.library import Library, clock
from briefer.model.answers import Sameness
from briefer.model.errors import BadCall
from briefer.model.facts import Entity
from briefer.model.ripple import Ripple
from briefer.pack.identity import Decisions
from briefer.service.days import begun, held_later, only_later, rests_on
from briefer.service.one_each import one_each
from briefer.service.undecided import undecided

AROUND = mark(
    "Who else was listed, and who held what, is as the states held for that day say, not as the later one does."
)
LOOKED_UP = 200
"""Of so many freed it is looked up whether they may be one with a record that is listed."""


def ripple(library: Library, delist: Iterable[str], rule: str, as_of: date | None) -> Ripple:
    """Gives what delisting these ids does on a day (default: today), with what is undecided about who is one."""
    day, wanted = as_of or clock.today(), tuple(dict.fromkeys(delist))
    regime = rule_of(rule, day).regime
    people = begun(library, regime, as_of) if as_of else library.holders(regime)
    held = {each.id for each in people}
    decided = library.decisions()
    # Records decided to be one are named in the answer, whichever of their lists the rule is about.
    named = dict.fromkeys((*wanted, *(end for each in decided for end in (each.a, each.b))))
    only = only_later(library, wanted, as_of) if as_of else {}
    people = (*people, *(replace(only[id], links=()) for id in only if id not in held))
    others = library.entities([id for id in named if id not in held and id not in only], as_of)
    _refuse_later(library, set(wanted) - held - only.keys() - {each.id for each in others}, as_of)
    shown = _shown(decided, wanted, {each.id for each in people if each.listed})
    found = ownership.ripple((*people, *others), rule, day, wanted, same=same(decided), shown=shown)
    found = _open(library, one_each(found, shown))
    found = doubted(found, _delisted((*people, *others), wanted, shown))
    pairs = library.proposals((*wanted, *found.freed[:LOOKED_UP]))
    rests = (*rests_on(only.values(), day), *((_(AROUND),) if only else ()))
    lists = (*_old(people, regime, day), *rests, *_stands_in(library, as_of, wanted, rule))
    return replace(found, notes=(*found.notes, *map(_undecided, pairs), *lists))


def _delisted(people: Iterable[Entity], wanted: tuple[str, ...], shown: dict[str, str]) -> Iterator[Entity]:
    """Yields those to be delisted, under the id that shows each; several records of one come one after the other."""
    for each in people:
        if (id := shown.get(each.id, each.id)) in wanted:
            yield replace(each, id=id)


def same(decided: Iterable[Sameness]) -> Iterator[tuple[str, str]]:
    """Yields the pairs that decisions make one; decisions that contradict each other join nothing."""
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


def _open(library: Library, found: Ripple) -> Ripple:
    """Gives the answer with the blocked records that may be one with what is called not blocked, undecided."""
    free = (*(each.id for each in found.linked if each.path is None), *(each.id for each in found.not_blocked))
    asked = tuple(dict.fromkeys(free))[:LOOKED_UP]
    blocked, twins = set(found.before), dict[str, tuple[str, ...]]()
    for pair in library.proposals(asked) if asked else ():
        for one, other in ((pair.a, pair.b), (pair.b, pair.a)):
            if one in asked and other in blocked:
                twins[one] = (*twins.get(one, ()), other)
    return replace(
        found,
        linked=tuple(replace(each, undecided=twins.get(each.id, ())) for each in found.linked),
        not_blocked=tuple(replace(each, undecided=twins.get(each.id, ())) for each in found.not_blocked),
    )


def _old(people: Iterable[Entity], regime: str, day: date) -> Iterator[str]:
    """Names the lists of a regime that say who is listed and are old on the day."""
    found = {each for one in people for each in all_aged((i for i in one.designations if i.regime == regime), day)}
    yield from (each.sentence for each in sorted(found))


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
