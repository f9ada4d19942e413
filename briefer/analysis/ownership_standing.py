"""Who is blocked without a listing that blocks, through the owners alone, as the ownership rule of a day has it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from briefer.analysis.ownership import Case, fate
from briefer.analysis.ownership_spread import reached
from briefer.language import _, mark
from briefer.model.facts import Confidence
from briefer.model.relief import Owned, Relief, Remains
from briefer.model.ripple import Fate, Ground, Step

ENDS = mark("not listed, but blocked through its owners; that block ends with theirs")
LIMITED = mark("blocked through its owners beside what it is listed for; that block ends with theirs")
OPEN = mark("not listed; whether its owners keep it blocked is open")
OPEN_BESIDE = mark("whether its owners keep it blocked beside what it is listed for is open")

CAUTION = mark(
    "{owner}, who is blocked, holds {share} per cent of {asset}: too little to block it, but "
    "a blocked person may not sign for a company (FAQ 400)."
)
CAUTION_IT = mark(
    "{owner}, who is blocked, holds {share} per cent of it: too little to block it, but a blocked person may not sign "
    "for a company (FAQ 400)."
)
FROZEN = mark("frozen through its owners, which no list says; that ends with theirs")
MAYBE = mark("whether it is frozen through its owners is open")

SAID = {("blocked", False): ENDS, ("blocked", True): LIMITED, ("open", False): OPEN, ("open", True): OPEN_BESIDE}
"""What is said of who is blocked through owners, or may be, by whether something of the home regime is in force."""


def with_owners(answers: Iterable[Relief], asked: Case) -> tuple[Relief, ...]:
    """Gives answers with what the owners of each make of it, where no listing of its own blocks it."""
    return tuple(replace(one, owned=_worded(one, owned(asked, one.id))) for one in answers)


def _worded(answer: Relief, found: Owned | None) -> Owned | None:
    return found and replace(found, says=_(SAID[found.status, answer.klass is not None]))


def with_cautions(answers: Iterable[Relief], asked: Case) -> tuple[Relief, ...]:
    """Gives answers with a note where blocked owners hold too little to block, since they may not sign all the same."""
    return tuple(one if one.owned else replace(one, notes=(*one.notes, *cautions(asked, one.id))) for one in answers)


def cautions(asked: Case, id: str, asset: str = "") -> Iterator[str]:
    """Yields a sentence on each blocked owner who holds too little of an asset that no listing blocks.

    `asset` is the name that stands in it, “it” where there is none.
    """
    node = asked.graph.places.get(id)
    if node is None or node in asked.seeds:
        return
    for owner, share in asked.graph.owned.of(node):
        if asked.former.state.blocked[owner]:
            said = {"owner": asked.former.name(owner), "share": asked.graph.percent(share)}
            yield _(CAUTION, asset=asset, **said) if asset else _(CAUTION_IT, **said)


def with_frozen(answers: Iterable[Relief], cases: Iterable[Case]) -> tuple[Relief, ...]:
    """Gives answers with what stays elsewhere since it is frozen through owners, under each of these rules abroad."""
    asked = tuple(cases)
    return tuple(replace(one, remains=(*one.remains, *_frozen(asked, one.id))) for one in answers)


def _frozen(cases: Iterable[Case], id: str) -> Iterator[Remains]:
    for asked in cases:
        if found := owned(asked, id):
            yield Remains(
                regime=asked.rule.regime,
                act="",
                programme="",
                basis="owners",
                citations=(found.citation,),
                confidence=found.confidence,
                sources=tuple(dict.fromkeys(source for each in found.grounds for source in each.sources)),
                owned=replace(found, says=_(FROZEN if found.status == "blocked" else MAYBE)),
            )


def owned(asked: Case, id: str) -> Owned | None:
    """Says how somebody stands through the owners; None where a listing of its own blocks it, or nothing does."""
    node = asked.graph.places.get(id)
    if node is None or node in asked.seeds:
        return None
    scene = asked.former
    if node in asked.unplaced:
        scene = scene.without((node,), reached(asked.graph, frozenset((node,)), control=True))
    found = fate(asked.graph, id, scene)
    if found.status == "free":
        return None
    rests = asked.rests.of(_pairs(asked, found, node))
    named = {end for each in rests for end in (each.owner, each.asset)}
    named |= {end for step in found.path for end in (step.owner, step.asset)}
    return Owned(
        status="blocked" if found.status == "blocked" else "open",
        path=found.path,
        why=found.why,
        names=tuple((end, asked.captions[end]) for end in sorted(named) if asked.captions.get(end)),
        grounds=rests,
        citation=asked.rule.citation,
        confidence=_weakest(asked.rule.confidence, found.path, rests),
    )


def _pairs(asked: Case, found: Fate, node: int) -> frozenset[tuple[str, str]]:
    """The holdings of the path; where it is open, all that anybody has in it."""
    if found.path:
        return frozenset((step.owner, step.asset) for step in found.path)
    graph = asked.graph
    stated = (owner for owner, _ in graph.owned.of(node))
    unstated = (owner for owner, _, _ in graph.unstated.get(node, ()))
    return frozenset((graph.ids[owner], graph.ids[node]) for owner in (*stated, *unstated))


def _weakest(rule: Confidence, path: tuple[Step, ...], rests: Iterable[Ground]) -> Confidence:
    """The weakest of the rule and of the statements of a path; what is open is no surer than its statements."""
    stated = (Confidence.TO_BE_VERIFIED if each.after else each.confidence for each in rests)
    found: tuple[Confidence, ...] = (rule, *stated, *(() if path else (Confidence.TO_BE_VERIFIED,)))
    return max(found, key=list(Confidence).index)
