"""What each actor has to do for an option, in the order of the law: notice, wait, act; and how it is taken back."""

from collections.abc import Iterable, Iterator
from datetime import date

from briefer.analysis.option_dates import last
from briefer.model.options import Covered, Earliest, OptionStep, Reversal, Touch
from briefer.model.relief import Route

STAGES = ("notice", "wait", "act")
REVERSALS = {
    "At once": 0,
    "Revoked, or left to expire": 0,
    "Revocable": 0,
    "Ending the waiver": 0,
    "Ending the temporary grant": 0,
    "Lapses at the end of 2027": 0,
    "Listing again": 1,
    "Issuing it again": 1,
    "Imposing it again": 1,
    "Imposing the sanction": 1,
    "Imposing again": 1,
    "Blocking again": 1,
    "New rule": 1,
    "New order": 2,
    "New declaration": 2,
    "New ban by order or statute": 2,
    "New statute": 3,
}
"""How hard the rulebook's ways back are, from what lapses to what takes a statute; see Reversal.rank."""


def steps(entries: Iterable[Covered]) -> tuple[OptionStep, ...]:
    """Gives the steps that the covered entries need, one for each actor and instrument, ordered by stage and day."""
    used: dict[tuple[str, str], list[tuple[str, Touch, Route]]] = {}
    for entry in entries:
        for touch in entry.touches:
            if touch.route:
                used.setdefault((touch.route.actor, touch.route.id), []).append((entry.id, touch, touch.route))
    found = [step for group in used.values() for step in _steps(group)]
    return tuple(sorted(found, key=lambda one: (STAGES.index(one.stage), one.on or date.max, one.title)))


def _steps(group: list[tuple[str, Touch, Route]]) -> Iterator[OptionStep]:
    _id, _touch, route = group[0]
    days = [touch.earliest for _id, touch, _route in group if touch.earliest]
    free = last(days) or Earliest(on=None, basis="unknown")
    ids = tuple(dict.fromkeys(id for id, _touch, _route in group))
    if free.basis in ("review", "wait") or route.legal_days is not None:
        if route.notice:
            yield _step("notice", route, route.notice, ids, free)
        yield _step("wait", route, route.legal_minimum, ids, free)
    yield _step("act", route, route.conditions, ids, free)


def _step(stage: str, route: Route, text: str, ids: tuple[str, ...], free: Earliest) -> OptionStep:
    return OptionStep(
        stage=stage,
        instrument=route.id,
        title=route.title,
        actor=route.actor,
        text=text,
        legislature=route.legislature,
        on=free.on if stage == "act" else None,
        days=free.days,
        contested=free.contested or bool(route.contested),
        confidence=route.confidence,
        citations=route.citations,
        ids=ids,
    )


def reversals(entries: Iterable[Covered]) -> tuple[Reversal, ...]:
    """Gives how each instrument used is taken back, the hardest first; what the rulebook does not state comes last."""
    routes = {touch.route.id: touch.route for entry in entries for touch in entry.touches if touch.route}
    found = [
        Reversal(text=route.reversal, instrument=route.title, rank=REVERSALS.get(route.reversal))
        for route in routes.values()
    ]
    return tuple(sorted(found, key=lambda one: (one.rank is None, -(one.rank or 0), one.text, one.instrument)))
