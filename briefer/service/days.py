"""What a question for a day needs beside the newest state: who was held then, and in words what is held later only."""

from collections.abc import Iterable, Iterator, Mapping
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
    states = {each.id: each for each in library.entities([hit.id for hit in found], as_of)}
    dated = (_as_it_was(hit, states[hit.id], as_of) for hit in found if hit.id in states)
    return tuple(hit for hit in dated if listed is None or hit.listed is listed)


def known(entity: Entity, as_of: date) -> bool:
    """Says whether it is known how somebody stood on a day: not where only later, undated listings tell of it."""
    held = [item for item in entity.designations if in_force(item, as_of)]
    return not held or any(LATER not in item.note or start_known(item) for item in held)


def _as_it_was(hit: Hit, state: Entity, as_of: date) -> Hit:
    held = [item for item in state.designations if item.programme and in_force(item, as_of)]
    later = held and all(LATER in item.note for item in held)
    return replace(
        hit,
        caption=state.caption,
        schema=state.schema,
        listed=state.listed,
        programmes=tuple(dict.fromkeys(item.programme for item in held)),
        why=f"{hit.why}, {LATER}" if later else hit.why,
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
    """Names the later state of each list that is old on a day, and what that state alone dates as begun by then.

    `states_of` is what `following_states` gives for the day.
    """
    known = [item for item in entity.designations if in_force(item, as_of)]
    for old in all_aged(known, as_of):
        if following := states_of.get(old.list):
            yield f"A later state of {old.list}, of {following}, is held."
            shown = library.entities(parts, following)
            items = (
                item for each in shown for item in each.designations if state(item.origin) == (following, old.list)
            )
            yield from (_begun(item, following, as_of) for item in items if _adds(item, known, as_of))


def _adds(item: Designation, known: Iterable[Designation], as_of: date) -> bool:
    """Says whether a designation is dated by the day, was in force on it and stands beside those known."""
    printed = bool(item.published and item.published.latest and item.published.latest <= as_of)
    dated = start_known(item) or printed
    return dated and in_force(item, as_of) and not any(states(each, item) for each in known)


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
