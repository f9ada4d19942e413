"""The drafter's options against the facts: whom each covers, what it takes, what stays, and who spoke for and against.

Joins over recorded facts and the rulebook alone; what the drafter did not state is named as a gap.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date

from briefer.analysis.bearing import bearing_on
from briefer.analysis.index import index
from briefer.analysis.option_dates import clock_of, last
from briefer.analysis.option_emergencies import ended, renewals, undated
from briefer.analysis.option_scope import Ground, Scope, covered
from briefer.analysis.option_steps import reversals, steps
from briefer.analysis.positions import AGAINST, FAVOUR, NEITHER, lines, side, standing
from briefer.analysis.reasons import BLOCKED, DIRECTIVE
from briefer.analysis.relief import strictest
from briefer.analysis.remains import OPEN
from briefer.language import _, mark
from briefer.model.brief import Dossier
from briefer.model.law import REGIMES, STRICTNESS, UNKNOWN
from briefer.model.options import Count, Cover, Covered, Earliest, Elsewhere, Stays
from briefer.model.pack import Tranche
from briefer.model.policy import Position
from briefer.model.relief import Reason, Relief, Remains

UNLISTED = ""
"""The name under which entries that the United States does not list are counted."""

NO_PRECONDITION = mark("No precondition is stated.")
NO_SNAPBACK = mark("No trigger that brings the measures back is stated.")
NOBODY = mark("It covers nobody.")


def options(tranches: Iterable[Tranche], dossier: Dossier, relief: Mapping[str, Relief]) -> tuple[Cover, ...]:
    """Gives for each option what it covers and takes; `relief` holds the answer for each pick by id."""
    book, day = dossier.law, dossier.as_of
    ground = Ground(dossier, relief, clock_of(book, day), index(book, day))
    return tuple(_cover(tranche, ground) for tranche in tranches)


def _cover(tranche: Tranche, ground: Ground) -> Cover:
    scope = covered(tranche, ground)
    due, voices = renewals(scope, ground), _voices(tranche, ground.dossier)
    start = tranche.reports or ground.dossier.as_of
    return replace(
        _taken(tranche, scope.entries, start),
        favour=voices[FAVOUR],
        against=voices[AGAINST],
        neither=voices[NEITHER],
        steps=(*steps(scope.entries, start, due), *undated(scope, ground)),
        stays=tuple(stay for entry in (*scope.entries, *scope.unreached) for stay in _stays(entry)),
        outside=_outside(scope, ground),
        elsewhere=_elsewhere(ground.relief[entry.id] for entry in scope.entries),
        abroad=_abroad(scope.entries, ground),
        renewals=due,
        ended=ended(scope, ground),
        missing=scope.missing,
    )


def _taken(tranche: Tranche, entries: tuple[Covered, ...], start: date) -> Cover:
    """Gives what an option covers and the drafter says of it; the rest takes the facts of what it leaves."""
    return Cover(
        id=tranche.id,
        title=tranche.title,
        kind=tranche.kind,
        section=tranche.section,
        start=start,
        entries=entries,
        by_class=_by_class(entries),
        by_kind=_counted(entries, lambda one: (one.kind,)),
        by_sector=_counted(entries, lambda one: one.sectors),
        by_regime=_by_regime(entries),
        earliest=_days(entries, reported=False),
        reported=_days(entries, reported=True),
        reversal=next((way for way in reversals(entries) if way.rank is not None), None),
        unranked=tuple(way for way in reversals(entries) if way.rank is None),
        preconditions=tranche.preconditions.strip(),
        snapback=tranche.snapback.strip(),
        gaps=_gaps(tranche, entries),
        unfit=_unfit(tranche, entries),
    )


def _by_regime(entries: tuple[Covered, ...]) -> tuple[Count, ...]:
    return tuple(sorted(_counted(entries, lambda one: one.regimes), key=lambda one: _rank(one.name)))


def _by_class(entries: tuple[Covered, ...]) -> tuple[Count, ...]:
    found = {count.name: count for count in _counted(entries, lambda one: (one.klass or UNLISTED,))}
    return tuple(found[name] for name in (*sorted(STRICTNESS), UNKNOWN, UNLISTED) if name in found)


def _counted(entries: Iterable[Covered], names: Callable[[Covered], Iterable[str]]) -> tuple[Count, ...]:
    found: dict[str, list[str]] = {}
    for entry in entries:
        for name in names(entry):
            found.setdefault(name, []).append(entry.id)
    return tuple(Count(name=name, ids=tuple(ids)) for name, ids in found.items())


def _days(entries: Iterable[Covered], *, reported: bool) -> tuple[Earliest, ...]:
    """Gives the first days on which the entries are free, or free to deal with, as far as the option reaches them."""
    found: dict[Earliest, list[str]] = {}
    for entry in entries:
        days = (touch.reported if reported else touch.earliest for touch in entry.touches)
        day = last(filter(None, days))
        if day:
            found.setdefault(day, []).append(entry.id)
    days_of = (replace(day, ids=tuple(ids)) for day, ids in found.items())
    return tuple(sorted(days_of, key=lambda one: (one.on or date.max, one.basis)))


def _stays(entry: Covered) -> tuple[Stays, ...]:
    found: dict[str, list[Reason]] = {}
    for touch in entry.touches:
        if touch.status != "ended":
            found.setdefault(touch.status, []).append(touch.reason)
    return tuple(_held(entry.id, entry.caption, reasons, why) for why, reasons in found.items())


def _held(id: str, caption: str, reasons: Iterable[Reason], why: str) -> Stays:
    held = tuple(reasons)
    parts = (", ".join(filter(None, (one.limb, one.part))) for one in held)
    tags = dict.fromkeys(zip((one.programme or one.authority for one in held), parts, strict=True))
    blocked = any(BLOCKED in one.list_types and not one.limb.startswith(DIRECTIVE) for one in held)
    klass = strictest(one.klass for one in held)
    authority = next((one.authority for one in held if one.klass == klass), "")
    return Stays(id=id, caption=caption, tags=tuple(tags), blocked=blocked, why=why, klass=klass, authority=authority)


def _outside(scope: Scope, ground: Ground) -> tuple[Stays, ...]:
    inside = {entry.id for entry in (*scope.entries, *scope.unreached)}
    found = (ground.relief[id] for id in ground.picks if id not in inside)
    return tuple(_held(one.id, one.caption, one.reasons, "not covered") for one in found if one.klass)


def _elsewhere(found: Iterable[Relief]) -> tuple[Elsewhere, ...]:
    by_regime: dict[str, list[tuple[str, Remains]]] = {}
    for one in found:
        for item in one.remains:
            by_regime.setdefault(item.regime, []).append((one.id, item))
    kept = (_kept(regime, held) for regime, held in by_regime.items())
    return tuple(sorted(kept, key=lambda one: _rank(one.regime)))


def _abroad(entries: Iterable[Covered], ground: Ground) -> tuple[str, ...]:
    """Gives the picked measures of others but those that are counted with an entry on which they bear."""
    covered = [one for one in ground.dossier.entities if one.id in {entry.id for entry in entries}]
    counted = {measure.id for one in covered for measure in bearing_on(one, ground.dossier.measures)}
    others = (one.id for one in ground.dossier.measures if ground.relief[one.id].remains)
    return tuple(id for id in others if id not in counted)


def _rank(regime: str) -> tuple[int, str]:
    known = tuple(REGIMES)
    return known.index(regime) if regime in REGIMES else len(known), regime


def _kept(regime: str, held: list[tuple[str, Remains]]) -> Elsewhere:
    """Gives the next end; without one, that none is known stands before that there is none."""
    nearest = min((item for _id, item in held), key=lambda item: (item.until or date.max, item.basis not in OPEN))
    ids = tuple(dict.fromkeys(id for id, _item in held))
    listed = {id for id, item in held if not item.measure}
    bound = tuple(id for id in ids if id not in listed)
    return Elsewhere(regime=regime, ids=ids, until=nearest.until, basis=nearest.basis, bound=bound, about=nearest.about)


def _voices(tranche: Tranche, dossier: Dossier) -> dict[str, tuple[Position, ...]]:
    """Gives the positions that stand on the issues named, by camp: on easing, not on the option."""
    said = (item for item in dossier.positions if item.issue in tranche.issues)
    stand = [standing(one.position for one in line.said) for line in lines(said, dossier.as_of)]
    camps: dict[str, list[Position]] = {FAVOUR: [], AGAINST: [], NEITHER: []}
    for item in filter(None, stand):
        camps.get(side(item.stance), camps[NEITHER]).append(item)
    return {name: tuple(found) for name, found in camps.items()}


def _gaps(tranche: Tranche, entries: tuple[Covered, ...]) -> tuple[str, ...]:
    if tranche.kind == "none":
        return ()
    found = (
        ("" if tranche.preconditions.strip() else NO_PRECONDITION),
        ("" if tranche.snapback.strip() else NO_SNAPBACK),
        ("" if entries else NOBODY),
    )
    return tuple(_(gap) for gap in found if gap)


def _unfit(tranche: Tranche, entries: Iterable[Covered]) -> tuple[str, ...]:
    reasons = [touch.reason for entry in entries for touch in entry.touches]
    fit = {route.id for reason in reasons for route in (*reason.routes, *reason.also)}
    return tuple(id for id in tranche.instruments if id not in fit) if tranche.kind != "none" else ()
