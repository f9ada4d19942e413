"""Where each pick stands in each regime: listed, searched, not checked or on no list at hand, and what others keep.

A list that was imported proves no absence: the same person may stand in it under another id.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from briefer.analysis.bearing import bearing_on, left_by
from briefer.analysis.force import in_force
from briefer.analysis.freezing import limited, undecided
from briefer.analysis.index import Index, index
from briefer.analysis.remains import HOME, OPEN, remains, running, vague_end
from briefer.model import law
from briefer.model.allies import Left, Stance, Standing, Under
from briefer.model.brief import Dossier
from briefer.model.facts import Absence, Confidence, Designation, Entity, Measure, PartialDate, Possible
from briefer.model.law import Silence
from briefer.model.relief import Remains
from briefer.rulebook import standing

REGIMES = ("US", "EU", "UK", "UN", "CH", "CA", "AU", "JP", "UA")
LISTED = "listed"
UNPLACED = "unplaced"
"""Listed, and no list says on which part, so that it is open whether it freezes."""


_End = tuple[date | None, str, PartialDate | None]
"""The nearest end, its basis, and as far as it is known where that is no exact day."""


@dataclass(frozen=True, slots=True)
class _Ground:
    """What every pick is held against: the rulebook, the regimes of which a list is at hand, proposals, measures."""

    known: Index
    at_hand: frozenset[str]
    possible: tuple[Possible, ...]
    measures: tuple[Measure, ...]
    silences: tuple[Silence, ...]


def regimes(dossier: Dossier) -> tuple[str, ...]:
    """Gives the regimes to show: the nine, then those beyond them that hold a pick on the day."""
    held = {item.regime for entity in dossier.entities for item in _held(entity, dossier.as_of)}
    known = (*(code for code in law.REGIMES if code in held), *sorted(held - set(law.REGIMES)))
    return (*REGIMES, *(code for code in known if code not in REGIMES))


def allies(dossier: Dossier) -> tuple[Stance, ...]:
    """Gives where each picked entity stands in each of `regimes(dossier)`, in the order of the pack."""
    codes = regimes(dossier)
    known = index(dossier.law, dossier.as_of)
    ground = _Ground(known, _at_hand(dossier), dossier.possible, dossier.measures, silences(dossier))
    return tuple(_stance(entity, codes, ground) for entity in dossier.entities)


def _held(entity: Entity, day: date) -> tuple[Designation, ...]:
    """Gives what holds an entity on a day: what is in force at home, and abroad what may have been renewed too."""
    abroad = running(entity.designations, day)
    return tuple(item for item in entity.designations if item in abroad or in_force(item, day))


def _at_hand(dossier: Dossier) -> frozenset[str]:
    """Gives the regimes of which a list is at hand: imported as such, or in a file of several that states of picks."""
    listed = {item.regime for entity in dossier.entities for item in entity.designations}
    searched = {item.regime for entity in dossier.entities for item in entity.absences}
    return frozenset(listed | searched | {item.regime for item in dossier.lists})


def _stance(entity: Entity, codes: tuple[str, ...], ground: _Ground) -> Stance:
    held = _held(entity, ground.known.day)
    standings = tuple(_standing(entity, code, [one for one in held if one.regime == code], ground) for code in codes)
    frozen = _remains((item for item in held if not limited(item)), ground)
    limits = _remains((item for item in held if limited(item)), ground)
    left = [*(_left(one, freezes=True) for one in frozen), *(_left(one, freezes=False) for one in limits)]
    left += [_left(one, freezes=False, measure=each.title) for each, one in _unlisted(entity, ground)]
    order = {code: place for place, code in enumerate((*codes, *law.REGIMES))}
    return Stance(
        id=entity.id,
        caption=entity.caption,
        standings=standings,
        eased=any(item.regime == HOME for item in held),
        leaves=tuple(sorted(left, key=lambda one: _kept(one, order))),
    )


def _standing(entity: Entity, code: str, held: list[Designation], ground: _Ground) -> Standing:
    if held:
        return _listed(code, held, ground)
    absent = [one for one in entity.absences if one.regime == code]
    if absent:
        return _searched(code, absent)
    proposed = tuple(one for one in ground.possible if one.entity == entity.id and code in one.regimes)
    if proposed:
        return Standing(regime=code, status="possible", possible=proposed)
    if _silent(entity, code, ground):
        return Standing(regime=code, status="none exist")
    return Standing(regime=code, status="not checked" if code in ground.at_hand else "no list")


def _silent(entity: Entity, code: str, ground: _Ground) -> bool:
    """Says whether a regime has no measures on all that the entity is listed for at home."""
    held = (item for item in entity.designations if item.regime == HOME and in_force(item, ground.known.day))
    tags = {item.programme for item in held}
    return bool(tags) and any(row.regime == code and tags <= set(row.tags) for row in ground.silences)


def silences(dossier: Dossier) -> tuple[Silence, ...]:
    """Gives the rows of the rulebook for regimes that have no measures on a subject of the picks, as of the day."""
    return standing(dossier.law.silences, dossier.as_of)


def _listed(code: str, held: list[Designation], ground: _Ground) -> Standing:
    """Gives a listing: its start is the oldest of what freezes, else of what limits, and its end the nearest."""
    whole = _under(held, ground)
    by_act: dict[tuple[str, ...], list[Designation]] = {}
    for item in held:
        by_act.setdefault(_named([item], _remains([item], ground), ground), []).append(item)
    under = [_under(items, ground) for items in by_act.values()] if len(by_act) > 1 else [whole]
    return Standing(
        regime=code,
        status=whole.status,
        since=whole.since,
        acts=whole.acts,
        tags=whole.tags,
        until=whole.until,
        basis=whole.basis,
        about=whole.about,
        confidence=whole.confidence,
        sources=whole.sources,
        under=tuple(sorted(under, key=lambda one: (one.status != LISTED, _first(one.since)))),
    )


def _under(held: list[Designation], ground: _Ground) -> Under:
    frozen = [item for item in held if not (limited(item) or undecided(item))]
    open_ = not frozen and any(map(undecided, held))
    oldest = min(frozen or held, key=lambda item: _first(item.start))
    left = _remains(held, ground)
    until, basis, about = _end(held, left, ground.known.day)
    return Under(
        status=LISTED if frozen else UNPLACED if open_ else "limited",
        acts=_named(held, left, ground),
        tags=tuple(dict.fromkeys(item.programme for item in held if item.programme)),
        since=oldest.start,
        until=until,
        basis=basis,
        about=about,
        confidence=oldest.confidence,
        sources=_sources(held),
    )


def _end(held: Iterable[Designation], left: tuple[Remains, ...], day: date) -> _End:
    """Gives the nearest end, the unknown before none; at home one stands only where a list states it."""
    ends = [(item, item.until.latest) for item in held if item.until and item.regime == HOME]
    stated = [(end, "list", vague_end(item, None, end)) for item, end in ends if end and end >= day]
    ruled = [(one.until, one.basis, one.about) for one in left]
    return min((*stated, *ruled), key=lambda end: (end[0] or date.max, end[1] not in OPEN), default=(None, "", None))


def _searched(code: str, absent: list[Absence]) -> Standing:
    doubts = [one.confidence for one in absent]
    return Standing(
        regime=code,
        status="searched",
        checked=next((one.checked for one in absent if one.checked), None),
        confidence=max(doubts, key=list(Confidence).index),
        sources=_sources(absent),
    )


def _remains(held: Iterable[Designation], ground: _Ground) -> tuple[Remains, ...]:
    return remains(held, ground.known.programmes, ground.known.renewals, ground.known.day)


def _unlisted(entity: Entity, ground: _Ground) -> Iterator[tuple[Measure, Remains]]:
    """Yields the measures of others that list nobody and bear on an entity."""
    for measure in bearing_on(entity, ground.measures):
        yield from ((measure, one) for one in left_by(measure, ground.known))


def _kept(one: Left, order: dict[str, int]) -> tuple[int, bool, bool, date]:
    return order.get(one.regime, len(order)), not one.freezes, bool(one.measure), one.until or date.max


def _left(one: Remains, *, freezes: bool, measure: str = "") -> Left:
    return Left(
        regime=one.regime,
        freezes=freezes,
        until=one.until,
        basis=one.basis,
        act=one.act,
        confidence=one.confidence,
        measure=measure,
        ran_to=one.ran_to,
        about=one.about,
    )


def _named(held: list[Designation], left: tuple[Remains, ...], ground: _Ground) -> tuple[str, ...]:
    """Gives the acts behind designations: abroad as what remains names them, at home the authority of the tag."""
    return tuple(dict.fromkeys([one.act for one in left] or (_act(item, ground.known) for item in held)))


def _act(item: Designation, known: Index) -> str:
    row = known.programmes.get((item.regime, item.programme))
    return row.authority if row else item.authority or item.programme


def _first(when: PartialDate | None) -> date:
    return (when.earliest if when else None) or date.max


def _sources(facts: Iterable[Designation | Absence]) -> tuple[str, ...]:
    named = (id for one in facts for id in (one.sources or (one.origin,)))
    return tuple(dict.fromkeys(id for id in named if id))
