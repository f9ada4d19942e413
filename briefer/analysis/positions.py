"""Who holds what over time: a holder's line on an issue, the position that stands on a day, and one-sided picks.

Stances run from -2 (keep or add pressure) to 2 (favours easing), the same way on every issue. A step from or to what
is only reported, or inferred by us, is shown and marked; it is not counted as a move.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

from briefer.language import _, mark, ngettext
from briefer.model.policy import Position
from briefer.model.stances import Line, OneSided, Said

UNCHANGED, UNCLEAR, ONLY = mark("unchanged"), mark("unclear"), mark("one position only")
FIRST = mark("first recorded")
"""These trends stay English as keys and are said where they are printed; the others come said."""

MARKS = {"reported": mark("by report only"), "inferred": mark("by our inference only")}
"""What is said of a step that rests on a position nobody was heard to take, by its basis."""

FAVOUR, AGAINST, NEITHER = mark("in favour"), mark("against"), "neither"


def day_of(position: Position) -> date | None:
    """Gives the day by which a position is ordered: said on, else reported on, its earliest; None where undated."""
    dated = (when for when in (position.said_on, position.reported_on) if when and when.earliest)
    return next((when.earliest for when in dated), None)


def known(positions: Iterable[Position], as_of: date | None = None) -> tuple[Position, ...]:
    """Gives the positions that were taken by a day, oldest first, undated ones before all others."""
    taken = (item for item in positions if as_of is None or (day_of(item) or as_of) <= as_of)
    return tuple(sorted(taken, key=lambda item: (day_of(item) or date.min, item.id)))


def side(stance: int | None) -> str:
    """Gives the camp of a stance: in favour, against, neither, or unclear."""
    if stance is None:
        return UNCLEAR
    return FAVOUR if stance > 0 else AGAINST if stance < 0 else NEITHER


def step(old: int | None, new: int | None) -> int | None:
    """Gives by how much a stance moved towards easing, None where one of the two is unclear."""
    return None if old is None or new is None else new - old


def trend(by: int | None) -> str:
    """Says a step in words; one that is none or not known is given as its key."""
    if not by:
        return UNCLEAR if by is None else UNCHANGED
    if by > 0:
        return _("moved towards easing by {number}", number=by)
    return _("moved away from easing by {number}", number=-by)


def off_record(*positions: Position | None) -> str:
    """Says on what alone a step between positions rests, empty where every one of them is on record."""
    held = {item.basis for item in positions if item}
    return next((_(words) for basis, words in MARKS.items() if basis in held), "")


def change(old: Position, new: Position) -> str:
    """Says in words how two positions differ, marked where that rests on a report or an inference alone."""
    by, alone = step(old.stance, new.stance), off_record(old, new)
    return _marked(by, alone) if by and alone else _(trend(by))


def _marked(by: int, alone: str) -> str:
    if by > 0:
        return ngettext(
            "moved towards easing by {count} step {basis}",
            "moved towards easing by {count} steps {basis}",
            by,
            basis=alone,
        )
    return ngettext(
        "moved away from easing by {count} step {basis}",
        "moved away from easing by {count} steps {basis}",
        -by,
        basis=alone,
    )


def movement(first: Position | None, now: Position, held: Sequence[Position]) -> tuple[str, int | None]:
    """Gives the move from a position to the one that stands, in words and in steps; what is on record alone counts.

    `held` are those of the line that count for it, oldest first. Where only a report or an inference shows a step,
    the words say so and the steps are 0.
    """
    by = step(first.stance if first else None, now.stance)
    firm = [item for item in held if not off_record(item)]
    if by is None or len(firm) == len(held):
        return trend(by), by
    last, start = standing(firm), next((item for item in firm if item.stance is not None), None)
    counted = (step(start.stance, last.stance) if start and last else None) or 0
    if counted or by == counted:
        return trend(counted), counted
    return _("no move on record; {move}", move=_marked(by, off_record(*held))), 0


def replaced(positions: Iterable[Position]) -> dict[str, str]:
    """Gives for each superseded position the id of the one that took its place; two that claim each other both stand.

    A position can only take the place of one of the same holder on the same issue.
    """
    held = {item.id: item for item in positions}
    found = {}
    for item in held.values():
        former = held.get(item.supersedes)
        if former and (former.holder, former.issue) == (item.holder, item.issue):
            found[former.id] = item.id
    return {old: new for old, new in found.items() if not _circular(found, old)}


def _circular(found: dict[str, str], start: str) -> bool:
    """Says whether following the replacements from a position leads back to it."""
    seen: set[str] = set()
    at = start
    while at in found and at not in seen:
        seen.add(at)
        at = found[at]
    return at == start


def standing(line: Iterable[Position]) -> Position | None:
    """Gives the position that stands at the end of a line: the latest that nothing replaces; None of an empty line."""
    held = known(line)
    gone = replaced(held)
    return next((item for item in reversed(held) if item.id not in gone), None)


def lines(positions: Iterable[Position], as_of: date | None = None) -> tuple[Line, ...]:
    """Gives each holder's line on each issue, by issue and holder in the order of their first appearance."""
    grouped = defaultdict(list)
    for item in positions:
        grouped[item.issue, item.holder].append(item)
    found = (_line(known(line, as_of)) for line in grouped.values())
    return tuple(line for line in found if line)


def _line(held: tuple[Position, ...]) -> Line | None:
    now = standing(held)
    if now is None:
        return None
    gone = replaced(held)
    moves = [None, *(step(old.stance, new.stance) for old, new in pairwise(held))]
    said = tuple(
        Said(
            position=item,
            on=day_of(item),
            trend=change(held[place - 1], item) if place else FIRST,
            by=by,
            off_record=off_record(held[place - 1], item) if by else "",
            superseded_by=gone.get(item.id, ""),
        )
        for place, (item, by) in enumerate(zip(held, moves, strict=True))
    )
    words, by = movement(next((item for item in held if item.stance is not None), None), now, held)
    only = len(held) == 1
    return Line(
        holder=now.holder,
        issue=now.issue,
        said=said,
        trend=ONLY if only else words,
        by=None if only else by,
        turns=_turns(held),
    )


def _turns(held: tuple[Position, ...]) -> int:
    """Counts how often the direction of the moves changed, unclear stances and those not on record left out."""
    clear = [item.stance for item in held if item.stance is not None and not off_record(item)]
    moves = [new > old for old, new in pairwise(clear) if new != old]
    return sum(one != other for one, other in pairwise(moves))


def one_sided(
    picked: Iterable[Position], library: Iterable[Position], as_of: date | None = None
) -> tuple[OneSided, ...]:
    """Gives the issues of which the library knows both camps by the day and only one of them is picked."""
    chosen, on_record = _camps(known(picked, as_of)), _camps(known(library, as_of))
    found = []
    for issue, camps in chosen.items():
        for camp, other in ((FAVOUR, AGAINST), (AGAINST, FAVOUR)):
            left_out = on_record[issue][other]
            if camps[camp] and not camps[other] and left_out:
                found.append(
                    OneSided(
                        issue=issue, picked=camp, missing=other, chosen=tuple(camps[camp]), left_out=tuple(left_out)
                    )
                )
    return tuple(found)


def _camps(positions: tuple[Position, ...]) -> defaultdict[str, defaultdict[str, list[str]]]:
    """Gives the ids of the positions by issue and camp."""
    found: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for item in positions:
        found[item.issue][side(item.stance)].append(item.id)
    return found
