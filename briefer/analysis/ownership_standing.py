"""Who is blocked without a listing that blocks, through the owners alone, as the ownership rule of a day has it."""

from collections.abc import Iterable
from dataclasses import replace

from briefer.analysis.ownership import Case, fate
from briefer.analysis.ownership_grounds import grounds
from briefer.model.facts import Confidence
from briefer.model.relief import Owned, Relief
from briefer.model.ripple import Fate, Ground, Step

ENDS = "not listed, but blocked through its owners; that block ends with theirs"
LIMITED = "blocked through its owners beside what it is listed for; that block ends with theirs"
OPEN = "not listed; whether its owners keep it blocked is open"
OPEN_BESIDE = "whether its owners keep it blocked beside what it is listed for is open"

SAID = {("blocked", False): ENDS, ("blocked", True): LIMITED, ("open", False): OPEN, ("open", True): OPEN_BESIDE}
"""What is said of who is blocked through owners, or may be, by whether something of the home regime is in force."""


def with_owners(answers: Iterable[Relief], asked: Case) -> tuple[Relief, ...]:
    """Gives answers with what the owners of each make of it, where no listing of its own blocks it."""
    return tuple(replace(one, owned=_worded(one, owned(asked, one.id))) for one in answers)


def _worded(answer: Relief, found: Owned | None) -> Owned | None:
    return found and replace(found, says=SAID[found.status, answer.klass is not None])


def owned(asked: Case, id: str) -> Owned | None:
    """Says how somebody stands through the owners; None where a listing of its own blocks it, or nothing does."""
    node = asked.graph.places.get(id)
    if node is None or node in asked.seeds:
        return None
    found = fate(asked.graph, id, asked.former)
    if found.status == "free":
        return None
    if not found.path and not _pairs(asked, found, node):
        return None
    rests = tuple(grounds(asked.stated, asked.graph, _pairs(asked, found, node), asked.as_of))
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
