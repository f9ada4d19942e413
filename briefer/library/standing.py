"""What a decision on two entities stands against: earlier decisions on them, others that join them, their features."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from briefer.language import _, ngettext
from briefer.model.answers import Sameness

UNLIKE = 50
"""Below this score two entities have so little in common that a decision that they are one is said to be odd."""


def against(pair: Sameness, decision: str, by: str, held: Iterable[Sameness]) -> Iterator[str]:
    """Yields a sentence for each thing that a decision about to be taken is at odds with; it is taken all the same."""
    others = []
    for each in held:
        if (each.a, each.b) == (pair.a, pair.b):
            yield from _overturned(each, decision, by)
        else:
            others.append(each)
    if decision == "no" and (path := _path(pair.a, pair.b, others)):
        yield _(
            "Other decisions make the two one: {decisions}; until one of them is undone, nothing of it is joined.",
            decisions=_named(path),
        )
    if decision == "yes":
        yield from _apart(pair, others)
        if pair.score < UNLIKE:
            yield _unlike(pair)


def _overturned(former: Sameness, decision: str, by: str) -> Iterator[str]:
    if former.decision == decision:
        yield _("{name} had decided the same on {day}.", name=former.by, day=former.at[:10])
    elif former.by != by:
        why = f" ({former.why})" if former.why else ""
        yield _(
            "This overturns what {name} decided on {day}: {decision}.",
            name=former.by,
            day=former.at[:10],
            decision=f"{_(former.decision)}{why}",
        )


def _apart(pair: Sameness, others: list[Sameness]) -> Iterator[str]:
    """The decisions that two are not one which what is joined now would be held to be."""
    mine, theirs = _cluster(pair.a, others), _cluster(pair.b, others)
    said = [each for each in others if each.decision == "no"]
    denied = [each for each in said if {each.a, each.b} & mine and {each.a, each.b} & theirs]
    if denied:
        yield _(
            "Other decisions keep the two apart: {decisions}; until one of them is undone, nothing is joined.",
            decisions=_named(denied),
        )


def _cluster(id: str, held: list[Sameness]) -> set[str]:
    return {id, *_reached(id, held)}


def _path(one: str, other: str, held: list[Sameness]) -> list[Sameness]:
    """The decisions that join two over others, none where they do not."""
    reached = _reached(one, held)
    path = []
    while other in reached and other != one:
        path.append(reached[other])
        other = path[-1].a if path[-1].b == other else path[-1].b
    return path[::-1]


def _reached(id: str, held: list[Sameness]) -> dict[str, Sameness]:
    """Everything that is one with an id, each with the decision by which it was reached, the nearest first."""
    joined: dict[str, list[Sameness]] = defaultdict(list)
    for each in held:
        if each.decision == "yes":
            joined[each.a].append(each)
            joined[each.b].append(each)
    found: dict[str, Sameness] = {}
    edge = [id]
    while edge:
        steps = [(end, each) for one in edge for each in joined[one] for end in (each.a, each.b)]
        fresh = {end: each for end, each in reversed(steps) if end not in found and end != id}
        found |= fresh
        edge = list(fresh)
    return found


def _named(some: Iterable[Sameness]) -> str:
    return ", ".join(
        _(
            "{a} and {b} ({decision}, by {name} on {day})",
            a=each.a,
            b=each.b,
            decision=_(each.decision),
            name=each.by,
            day=each.at[:10],
        )
        for each in some
    )


def _unlike(pair: Sameness) -> str:
    """Says that two have little in common, and in what they differ."""
    names = [_(each.name) for each in pair.features if each.says == "differs"]
    if not names:
        return _("The two have little in common: they score {score} of 100.", score=pair.score)
    return ngettext(
        "The two have little in common: they score {score} of 100, and {names} differs.",
        "The two have little in common: they score {score} of 100, and {names} differ.",
        len(names),
        score=pair.score,
        names=", ".join(names),
    )
