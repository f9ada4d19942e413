"""The drafter's options against the facts: whom each covers, what it takes, what stays, and who spoke for and against.

Joins over recorded facts and the rulebook alone; what the drafter did not state is named as a gap.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date

from briefer.analysis.forthcoming import forthcoming
from briefer.analysis.index import index
from briefer.analysis.option_dates import clock_of, last
from briefer.analysis.option_scope import Ground, covered
from briefer.analysis.option_steps import reversals, steps
from briefer.analysis.positions import AGAINST, FAVOUR, lines, side, standing
from briefer.analysis.reasons import BLOCKED, DIRECTIVE
from briefer.model.brief import Dossier
from briefer.model.calendar import Due
from briefer.model.law import REGIMES, STRICTNESS, UNKNOWN, ClassRule
from briefer.model.options import Count, Cover, Covered, Earliest, Elsewhere, Stays
from briefer.model.pack import Tranche
from briefer.model.policy import Position
from briefer.model.relief import Reason, Relief, Remains

UNLISTED = ""
"""The name under which entries that the United States does not list are counted."""

NO_PRECONDITION = "No precondition is stated."
NO_SNAPBACK = "No trigger that brings the measures back is stated."
NOBODY = "It covers nobody."


def options(tranches: Iterable[Tranche], dossier: Dossier, relief: Mapping[str, Relief]) -> tuple[Cover, ...]:
    """Gives for each option what it covers and takes; `relief` holds the answer for each pick by id."""
    ground = Ground(dossier, relief, clock_of(dossier.law, dossier.as_of))
    return tuple(_cover(tranche, ground) for tranche in tranches)


def _cover(tranche: Tranche, ground: Ground) -> Cover:
    entries, missing = covered(tranche, ground)
    return Cover(
        id=tranche.id,
        title=tranche.title,
        kind=tranche.kind,
        section=tranche.section,
        start=tranche.reports or ground.dossier.as_of,
        entries=entries,
        by_class=_by_class(entries),
        by_kind=_counted(entries, lambda one: (one.kind,)),
        by_sector=_counted(entries, lambda one: one.sectors),
        by_regime=_by_regime(entries),
        steps=steps(entries),
        **_voices(tranche, ground.dossier),
        earliest=_days(entries, reported=False),
        reported=_days(entries, reported=True),
        reversal=next((way for way in reversals(entries) if way.rank is not None), None),
        unranked=tuple(way for way in reversals(entries) if way.rank is None),
        stays=tuple(stay for entry in entries for stay in _stays(entry)),
        outside=_outside(entries, ground),
        elsewhere=_elsewhere(ground.relief[entry.id] for entry in entries),
        abroad=tuple(one.id for one in ground.dossier.measures if ground.relief[one.id].remains),
        renewals=_renewals(ground) if tranche.kind == "none" else (),
        preconditions=tranche.preconditions.strip(),
        snapback=tranche.snapback.strip(),
        gaps=_gaps(tranche, entries),
        missing=missing,
        unfit=_unfit(tranche, entries),
    )


def _by_regime(entries: tuple[Covered, ...]) -> tuple[Count, ...]:
    return tuple(sorted(_counted(entries, lambda one: one.regimes), key=lambda one: _rank(one.name)))


def _by_class(entries: tuple[Covered, ...]) -> tuple[Count, ...]:
    found = {count.name: count for count in _counted(entries, lambda one: (one.klass or UNLISTED,))}
    return tuple(found[name] for name in (*STRICTNESS, UNKNOWN, UNLISTED) if name in found)


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
    tags = dict.fromkeys((one.programme or one.authority, " ".join(filter(None, (one.limb, one.part)))) for one in held)
    blocked = any(BLOCKED in one.list_types and not one.limb.startswith(DIRECTIVE) for one in held)
    return Stays(id=id, caption=caption, tags=tuple(tags), blocked=blocked, why=why)


def _outside(entries: Iterable[Covered], ground: Ground) -> tuple[Stays, ...]:
    inside = {entry.id for entry in entries}
    found = (ground.relief[id] for id in ground.picks if id not in inside)
    return tuple(_held(one.id, one.caption, one.reasons, "not covered") for one in found if one.klass)


def _elsewhere(found: Iterable[Relief]) -> tuple[Elsewhere, ...]:
    by_regime: dict[str, list[tuple[str, Remains]]] = {}
    for one in found:
        for item in one.remains:
            by_regime.setdefault(item.regime, []).append((one.id, item))
    kept = (_kept(regime, held) for regime, held in by_regime.items())
    return tuple(sorted(kept, key=lambda one: _rank(one.regime)))


def _rank(regime: str) -> tuple[int, str]:
    known = tuple(REGIMES)
    return known.index(regime) if regime in REGIMES else len(known), regime


def _kept(regime: str, held: list[tuple[str, Remains]]) -> Elsewhere:
    """Gives the next end; without one, that none is known stands before that there is none."""
    nearest = min((item for _id, item in held), key=lambda item: (item.until or date.max, item.basis != "unknown"))
    ids = tuple(dict.fromkeys(id for id, _item in held))
    return Elsewhere(regime=regime, ids=ids, until=nearest.until, basis=nearest.basis)


def _renewals(ground: Ground) -> tuple[Due, ...]:
    """Gives the next renewal, within twelve months, of each emergency on which what the picks are under rests."""
    book, day = ground.dossier.law, ground.dossier.as_of
    known = index(book, day)
    used: list[ClassRule] = []
    for one in ground.relief.values():
        used += known.measures.get(one.id, ())
        used += (rule for reason in one.reasons for rule in known.rules.get(reason.programme, ()))
    authorities = {id for rule in used for id in rule.authorities}
    emergencies = {row.emergency for row in book.authorities if row.id in authorities}
    due = forthcoming(day, (row for row in book.renewals if row.id in emergencies))
    return tuple({one.title: one for one in reversed(due)}.values())[::-1]


def _voices(tranche: Tranche, dossier: Dossier) -> dict[str, tuple[Position, ...]]:
    """Gives the positions that stand on the issues named, by camp: on easing, not on the option."""
    said = (item for item in dossier.positions if item.issue in tranche.issues)
    stand = [standing(one.position for one in line.said) for line in lines(said, dossier.as_of)]
    camps: dict[str, list[Position]] = {"favour": [], "against": [], "neither": []}
    for item in filter(None, stand):
        camps[{FAVOUR: "favour", AGAINST: "against"}.get(side(item.stance), "neither")].append(item)
    return {name: tuple(found) for name, found in camps.items()}


def _gaps(tranche: Tranche, entries: tuple[Covered, ...]) -> tuple[str, ...]:
    if tranche.kind == "none":
        return ()
    found = (
        ("" if tranche.preconditions.strip() else NO_PRECONDITION),
        ("" if tranche.snapback.strip() else NO_SNAPBACK),
        ("" if entries else NOBODY),
    )
    return tuple(filter(None, found))


def _unfit(tranche: Tranche, entries: Iterable[Covered]) -> tuple[str, ...]:
    fit = {route.id for entry in entries for touch in entry.touches for route in touch.reason.routes}
    return tuple(id for id in tranche.instruments if id not in fit) if tranche.kind != "none" else ()
