"""Whom an option covers, and what it does to each reason why they are restricted."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from briefer.analysis.force import in_force
from briefer.analysis.index import Index
from briefer.analysis.option_dates import PERMITS, earliest, if_reported, last
from briefer.analysis.relief import strictest
from briefer.analysis.remains import HOME
from briefer.model.brief import Dossier
from briefer.model.calendar import ReviewClock
from briefer.model.facts import Entity, Measure
from briefer.model.options import Covered, Touch
from briefer.model.pack import Tranche
from briefer.model.relief import Reason, Relief, Route

MEASURE = "Measure"
PREFERRED = {"licence": ("general-licence", "specific-licence"), "tranche": ("delisting", "delisting-after-review")}
"""The instruments where the drafter names none; beyond them the rulebook's first, but for a licence."""

ONLY_NAMED = frozenset({"C", "D"})
"""Classes of which no instrument is taken for granted: a certification or a new statute is used where it is named."""

BESIDE = frozenset({"end-emergency"})
"""Instruments that act on what lies beneath an order, so that one is used beside another where both are named."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What every option is held against: the facts, what each pick takes, the clock of the review, the rulebook."""

    dossier: Dossier
    relief: Mapping[str, Relief]
    clock: ReviewClock | None
    known: Index

    @property
    def picks(self) -> dict[str, Entity | Measure]:
        """The picked entities and measures by id, in the order of the pack."""
        entities = {one.id: one for one in self.dossier.entities}
        return entities | {one.id: one for one in self.dossier.measures}


@dataclass(frozen=True, slots=True)
class Scope:
    """What an option covers, in the order of the pack; ids that it names and the dossier does not hold.

    `unreached` are those of which it was asked to cover all and to which none of its instruments does anything.
    """

    entries: tuple[Covered, ...] = ()
    unreached: tuple[Covered, ...] = ()
    missing: tuple[str, ...] = ()


def covered(tranche: Tranche, ground: Ground) -> Scope:
    """Gives what an option covers."""
    if tranche.kind == "none":
        return Scope()
    picks = ground.picks
    shown = {joined.id: joined.entity for joined in ground.dossier.joined}
    asked = tuple(dict.fromkeys(shown.get(id, id) for id in (*tranche.entities, *tranche.measures)))
    wanted = asked or (() if tranche.kind == "tranche" else _all(tranche, ground))
    start = tranche.reports or ground.dossier.as_of
    entries = (_entry(picks[id], tranche, ground, start) for id in picks if id in wanted)
    within = [one for one in entries if _within(one, tranche)]
    return Scope(
        entries=tuple(one for one in within if asked or _reached(one)),
        unreached=tuple(one for one in within if not (asked or _reached(one))),
        missing=tuple(id for id in asked if id not in picks),
    )


def _all(tranche: Tranche, ground: Ground) -> tuple[str, ...]:
    """Gives the picks that an option without names covers: those restricted at home; measures where it is broad."""
    ids = ground.picks if tranche.kind == "broad" else (one.id for one in ground.dossier.entities)
    return tuple(id for id in ids if ground.relief[id].klass)


def _reached(entry: Covered) -> bool:
    return any(touch.route for touch in entry.touches)


def _within(entry: Covered, tranche: Tranche) -> bool:
    return tranche.kind != "programme" or any(touch.status != "other tag" for touch in entry.touches)


def _entry(pick: Entity | Measure, tranche: Tranche, ground: Ground, start: date) -> Covered:
    found = ground.relief[pick.id]
    touches = tuple(_touch(reason, tranche, start, ground.clock) for reason in found.reasons)
    return Covered(
        id=pick.id,
        caption=found.caption,
        kind=pick.schema if isinstance(pick, Entity) else MEASURE,
        klass=found.klass,
        taken=strictest(touch.reason.klass for touch in touches if touch.route),
        contested=found.contested,
        sectors=_sectors(pick),
        regimes=_regimes(pick, ground.dossier.as_of),
        touches=touches,
    )


def _sectors(pick: Entity | Measure) -> tuple[str, ...]:
    values = pick.values if isinstance(pick, Entity) else ()
    return tuple(dict.fromkeys(value.value for value in values if value.prop == "sector"))


def _regimes(pick: Entity | Measure, day: date) -> tuple[str, ...]:
    held = pick.designations if isinstance(pick, Entity) else (pick,)
    codes = {item.regime for item in held if in_force(item, day)}
    return (*(code for code in codes if code == HOME), *sorted(codes - {HOME}))


def _touch(reason: Reason, tranche: Tranche, start: date, clock: ReviewClock | None) -> Touch:
    if tranche.kind == "programme" and reason.programme not in tranche.programmes:
        return Touch(reason=reason, status="other tag")
    route = _route(reason, tranche)
    if route is None:
        return Touch(reason=reason, status="not reached")
    also = () if route.id in PERMITS else tuple(_beside(route, reason, tranche))
    return Touch(
        reason=reason,
        status="licensed" if route.id in PERMITS else "ended",
        route=route,
        earliest=last(earliest(one, reason, start, clock) for one in (route, *also)),
        reported=if_reported(route, start, clock),
        also=also,
    )


def _route(reason: Reason, tranche: Tranche) -> Route | None:
    """Gives the instrument used: the first of those named that fits, else that of the kind of option."""
    fit = {route.id: route for route in reason.routes}
    preferred = tranche.instruments or PREFERRED.get(tranche.kind, ())
    chosen = next((fit[id] for id in preferred if id in fit), None)
    strict = tranche.instruments or tranche.kind == "licence" or reason.klass in ONLY_NAMED
    return chosen if chosen or strict else next(iter(fit.values()), None)


def _beside(route: Route, reason: Reason, tranche: Tranche) -> Iterator[Route]:
    """Yields what is used beside an instrument: what the rulebook says it takes too, and what is named as such."""
    yield from reason.also
    named = (one for one in reason.routes if one.id in BESIDE and one.id in tranche.instruments)
    yield from (one for one in named if one != route)
