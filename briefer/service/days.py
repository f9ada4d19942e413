"""What a question for a day needs beside the newest state: who was held then, and in words what is held later only."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from briefer.analysis.aged import all_aged, state, states
from briefer.analysis.force import start_known
from briefer.library import Library
from briefer.library.merge import in_force
from briefer.model.answers import Hit
from briefer.model.facts import LATER, Designation, Entity

NAMED = 5
"""So many hits that were left out are named."""


def on_day(library: Library, hits: Iterable[Hit], as_of: date, listed: bool | None) -> tuple[Hit, ...]:
    """Gives hits as the lists stood on a day, without what no list held by then, or in another state than `listed`."""
    found = tuple(hits)
    states = stood(library, [hit.id for hit in found], as_of)
    dated = (_as_it_was(hit, states[hit.id], as_of) for hit in found if hit.id in states)
    return tuple(hit for hit in dated if listed is None or hit.listed is listed)


def stood(library: Library, ids: Iterable[str], as_of: date) -> dict[str, Entity]:
    """Gives entities as the lists stood on a day, with what the next state of each list dates as begun by then.

    What that state adds is marked as of a later list; who is in no state of the day is given as that state has them.
    """
    wanted = tuple(ids)
    found = {each.id: each for each in library.entities(wanted, as_of)}
    for following, lists in _following(library, as_of).items():
        for later in library.entities(wanted, following):
            held = found.get(later.id)
            known = [item for item in held.designations if in_force(item, as_of)] if held else []
            begun = tuple(
                replace(item, note="; ".join(filter(None, (item.note, LATER))))
                for item in later.designations
                if _of_state(item, following, lists) and _adds(item, known, as_of)
            )
            if begun:
                said = (*held.designations, *begun) if held else begun
                found[later.id] = replace(held or later, designations=said, listed=True)
    return found


def _following(library: Library, as_of: date) -> dict[date, set[str]]:
    """The lists of which a state answers for a day and a later one is held, by the day of that one."""
    answering = {each.list for each in library.standings(as_of) if each.basis == "list"}
    found: dict[date, set[str]] = {}
    for list_, following in following_states(library, as_of).items():
        if list_ in answering:
            found.setdefault(following, set()).add(list_)
    return dict(sorted(found.items()))


def _of_state(item: Designation, day: date, lists: Collection[str]) -> bool:
    said_by = state(item.origin)
    return said_by is not None and said_by[0] == day and said_by[1] in lists


def answering(library: Library, as_of: date, ids: Iterable[str] | None, regime: str = "") -> tuple[str, ...]:
    """Names the state of each list that answers for a day, and the next one; later ones have a note of their own.

    With `ids` of the lists that hold these, with `regime` of those of a regime, else of all.
    """
    lists = None if ids is None else set().union(*library.lists_of(ids).values())
    of_regime = {
        each.list for each in library.snapshots(as_of) if regime.upper() in ("", each.regime) or not each.regime
    }
    following = following_states(library, as_of)
    said = [
        f"{each.list} {f'of {each.published}' if each.published else 'of no stated date'}"
        + (f" (the next held is of {following[each.list]})" if each.list in following else "")
        for each in library.standings(as_of)
        if each.basis == "list" and each.list in of_regime and (lists is None or each.list in lists)
    ]
    return (f"For {as_of} these states answer: {', '.join(said)}.",) if said else ()


def begun_by(library: Library, entity: Entity, as_of: date) -> tuple[str, ...]:
    """Says of what only the next state of a list dates as begun by a day which state that is."""
    return tuple(
        _begun(item, following, as_of)
        for following, lists in _following(library, as_of).items()
        for item in entity.designations
        if LATER in item.note and _of_state(item, following, lists)
    )


def held_from(library: Library, missed: Iterable[str], as_of: date) -> tuple[str, ...]:
    """Says of these hits, best first, that no list holds them by a day, and from when on one does; nothing of none."""
    ids = tuple(missed)
    if not ids:
        return ()
    days = ((id, library.held_from(id, as_of)) for id in ids[:NAMED])
    told = ", ".join(f"{id} from {found[1]} on" for id, found in days if found) + (" …" if len(ids) > NAMED else "")
    hits, are = ("1 hit", "is") if len(ids) == 1 else (f"{len(ids)} hits", "are")
    return (f"{hits} of later states {are} left out, since none dates them to {as_of} or before ({told}).",)


def known(entity: Entity, as_of: date) -> bool:
    """Says whether it is known how somebody stood on a day: not where only later, undated listings tell of it."""
    held = [item for item in entity.designations if in_force(item, as_of)]
    return not held or any(LATER not in item.note or _dated(item, as_of) for item in held)


def _as_it_was(hit: Hit, state: Entity, as_of: date) -> Hit:
    held = [item for item in state.designations if item.programme and in_force(item, as_of)]
    tags = dict.fromkeys(item.programme for item in held if LATER in item.note)
    alone = len(tags) == len({item.programme for item in held})
    later = LATER if alone else f"{LATER} for {', '.join(tags)}"
    return replace(
        hit,
        caption=state.caption,
        schema=state.schema,
        listed=state.listed,
        programmes=tuple(dict.fromkeys(item.programme for item in held)),
        why=f"{hit.why}, {later}" if tags else hit.why,
        listed_known=known(state, as_of),
    )


def left_out(ids: Iterable[str]) -> tuple[str, ...]:
    """Says of these hits, best first, that no list dates them; nothing of none."""
    named = tuple(ids)
    if not named:
        return ()
    told = ", ".join(named[:NAMED]) + (" …" if len(named) > NAMED else "")
    hits, their = ("1 hit was", "its") if len(named) == 1 else (f"{len(named)} hits were", "their")
    remedy = "a search without --listed-from and --listed-to shows them"
    return (f"{hits} left out, since no list states the date of {their} designation ({told}); {remedy}.",)


def following_states(library: Library, as_of: date) -> dict[str, date]:
    """Gives, by list, the day of the first state after a day."""
    found: dict[str, date] = {}
    for row in library.lists(everything=True):
        if row.published and row.published > as_of:
            found[row.list] = min(row.published, found.get(row.list, row.published))
    return found


def later_states(
    library: Library, entity: Entity, parts: Iterable[str], as_of: date, states_of: Mapping[str, date]
) -> Iterator[str]:
    """Names the later state of each list that is old on a day, or that alone dates something as begun by then: what.

    `states_of` is what `following_states` gives for the day.
    """
    known = [item for item in entity.designations if in_force(item, as_of)]
    old = {each.list for each in all_aged(known, as_of)}
    shown = {day: library.entities(parts, day) for day in set(states_of.values())}
    for list_, following in sorted(states_of.items()):
        items = (item for each in shown[following] for item in each.designations)
        dated = (item for item in items if _of_state(item, following, {list_}))
        begun = [_begun(item, following, as_of) for item in dated if _adds(item, known, as_of)]
        if list_ in old or begun:
            yield f"A later state of {list_}, of {following}, is held."
            yield from begun


def _adds(item: Designation, known: Iterable[Designation], as_of: date) -> bool:
    """Says whether a designation is dated by the day, was in force on it and stands beside those known."""
    return _dated(item, as_of) and in_force(item, as_of) and not any(states(each, item) for each in known)


def _dated(item: Designation, as_of: date) -> bool:
    """Says whether a list states a start, or printed the row by the day."""
    printed = bool(item.published and item.published.latest and item.published.latest <= as_of)
    return start_known(item) or printed


def _begun(item: Designation, following: date, as_of: date) -> str:
    since = item.start or item.published
    dated = f"{'since' if item.start else 'in a row of'} {since.text}" if since else ""
    where = ", ".join(filter(None, (item.programme, item.list_type)))
    return f"The state of {following} lists {where} {dated}: in force on {as_of} too."


def held_later(library: Library, id: str, as_of: date) -> str:
    """Says from when on the library holds an entity that it does not hold on a day; empty where it never does."""
    found = library.held_from(id, as_of)
    if not found:
        return ""
    list_, day = found
    return f"The library does not hold “{id}” on {as_of} but from {day} on ({list_}); take that day or a later one."
