"""What each actor has to do for an option, in the order of the law, and how it is taken back.

What makes nobody wait comes first; then, by the day on which it is free, each report with its wait and its act.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from briefer.analysis.option_dates import report_before
from briefer.analysis.remains import LAPSED
from briefer.language import _, mark
from briefer.model.calendar import Due
from briefer.model.options import Covered, Earliest, OptionStep, Reversal, Touch
from briefer.model.relief import Route

REPORT = mark("Report first, if the licence significantly alters policy towards Russia.")
REPORTER = "President"
REVIEW = mark("Wait, if reported.")
SETTLED = "B"
"""The class of what 22 USC 9511 names: on it nobody contests that such a licence has to be reported."""

UNKNOWN = Earliest(on=None, basis="unknown")

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


Chain = tuple[OptionStep, ...]
Use = tuple[str, Touch, Route]
"""One entry for which an instrument is used, on what, and the instrument."""


def steps(entries: Iterable[Covered], start: date, dues: Iterable[Due] = ()) -> Chain:
    """Gives the steps that the covered entries need from the day `start`, and what has to be continued, in order."""
    used: dict[tuple[str, str, Earliest, bool], list[Use]] = {}
    for entry in entries:
        for touch in entry.touches:
            for place, route in enumerate((touch.route, *touch.also) if touch.route else ()):
                key = (route.actor, route.id, touch.earliest or UNKNOWN, place > 0)
                used.setdefault(key, []).append((entry.id, touch, route))
    chains = [
        (beside, tuple(_chain(group, free, start, beside=beside)))
        for (_actor, _id, free, beside), group in used.items()
    ]
    kept = [(False, (_keep(due),)) for due in dues]
    return tuple(step for _beside, chain in sorted((*chains, *kept), key=_order) for step in chain)


def _order(one: tuple[bool, Chain]) -> tuple[date, bool, str]:
    """What has no day comes after all days, and what is done beside something else after it."""
    beside, chain = one
    return _free(chain), beside, chain[-1].title


def _free(chain: Chain) -> date:
    """Gives the day on which its last step is free, a wait that is owed only perhaps among what comes before it."""
    waits = max((step.days or 0 for step in chain if step.stage == "doubtful wait"), default=0)
    return chain[-1].on + timedelta(days=waits) if chain[-1].on else date.max


def _chain(group: list[Use], free: Earliest, start: date, *, beside: bool) -> Iterator[OptionStep]:
    """Yields the steps of one instrument for the entries that are free on one day."""
    _id, _touch, route = group[0]
    ids = _ids(group)
    reported = [use for use in group if use[1].reported]
    if reported:
        report = _report(reported, route, start)
        yield from (report, replace(report, stage="doubtful wait", actor="", text=_(REVIEW), on=None))
    for phase in route.phases:
        done = replace(free, days=phase.days)
        yield _step("phase", route, phase.text, ids, done, start + timedelta(days=phase.days))
    if route.phases:
        return
    if not beside:
        yield from _before(group, free, start)
    if beside:
        free = replace(free, days=route.legal_days or 0)
    yield replace(_step("act", route, route.conditions, ids, free, free.on), beside=beside)


def _before(group: list[Use], free: Earliest, start: date) -> Iterator[OptionStep]:
    """Yields the notice and the wait of an instrument, or of a report that the listings take beside it."""
    _id, touch, route = group[0]
    ids, report = _ids(group), report_before(route, touch.reason)
    if report:
        first = _step("notice", route, report.text, ids, free, start)
        yield replace(first, title=report.title, actor=REPORTER, citations=report.citations)
        yield _step("wait", route, report.text, ids, free)
    elif free.basis in ("review", "wait") or route.legal_days is not None:
        if route.notice:
            yield _step("notice", route, route.notice, ids, free, start)
        yield _step("wait", route, route.legal_minimum, ids, free)


def _ids(group: list[Use]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(id for id, _touch, _route in group))


def _report(group: list[Use], route: Route, start: date) -> OptionStep:
    doubtful = any(touch.reason.klass != SETTLED for _id, touch, _route in group)
    days = max(touch.reported.days for _id, touch, _route in group if touch.reported)
    free = Earliest(on=start, basis="review", days=days, contested=doubtful)
    return replace(_step("doubtful notice", route, _(REPORT), _ids(group), free, start), actor=REPORTER)


def _step(
    stage: str, route: Route, text: str, ids: tuple[str, ...], free: Earliest, on: date | None = None
) -> OptionStep:
    return OptionStep(
        stage=stage,
        instrument=route.id,
        title=route.title,
        actor=route.actor,
        text=text,
        legislature=route.legislature,
        on=on,
        days=free.days,
        contested=free.contested or bool(route.contested),
        confidence=route.confidence,
        citations=route.citations,
        ids=ids,
    )


def _keep(due: Due) -> OptionStep:
    """Gives the step by which something does not end on its day, or says that it may have ended already."""
    return OptionStep(
        stage="lapsed?" if due.basis == LAPSED else "keep",
        instrument="",
        title=due.title,
        actor=due.actor,
        text=due.lapse,
        on=due.on,
        confidence=due.confidence,
        citations=due.citations,
    )


def reversals(entries: Iterable[Covered]) -> tuple[Reversal, ...]:
    """Gives how each instrument used is taken back, the hardest first; what the rulebook does not state comes last."""
    touches = [touch for entry in entries for touch in entry.touches]
    routes = {route.id: route for touch in touches for route in (touch.route, *touch.also) if route}
    found = [
        Reversal(text=route.reversal, instrument=route.title, rank=REVERSALS.get(route.reversal))
        for route in routes.values()
    ]
    return tuple(sorted(found, key=lambda one: (one.rank is None, -(one.rank or 0), one.text, one.instrument)))
