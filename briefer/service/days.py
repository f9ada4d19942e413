"""What a question for a day needs beside the newest state: who was held then, and in words what is held later only."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from briefer.library import Library
from briefer.library.merge import LATER, in_force
from briefer.model.answers import Hit
from briefer.model.facts import Entity


def on_day(library: Library, hits: Iterable[Hit], as_of: date, listed: bool | None) -> tuple[Hit, ...]:
    """Gives hits as the lists stood on a day, without what no list held by then, or in another state than `listed`."""
    found = tuple(hits)
    states = {each.id: each for each in library.entities([hit.id for hit in found], as_of)}
    dated = (_as_it_was(hit, states[hit.id], as_of) for hit in found if hit.id in states)
    return tuple(hit for hit in dated if listed is None or hit.listed is listed)


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
    )


def held_later(library: Library, id: str, as_of: date) -> str:
    """Says from when on the library holds an entity that it does not hold on a day; empty where it never does."""
    found = library.held_from(id, as_of)
    if not found:
        return ""
    list_, day = found
    return f"The library does not hold “{id}” on {as_of} but from {day} on ({list_}); take that day or a later one."
