"""Which entity sheets share a page: as many in a row as it should hold, by the lines that their facts take."""

from collections import Counter
from collections.abc import Container, Iterator
from math import ceil

from briefer.assemble.context import Context, unique
from briefer.assemble.designations import NOTE, WORDS
from briefer.assemble.facts import BY_PROPERTY, MOST, NAMES
from briefer.assemble.owners import HOME
from briefer.assemble.profile import TIES
from briefer.model.facts import Designation, Entity

PAGE = 58.0
"""Lines of the sixty of a page that estimates may fill: on 64 sheets of six lists they were three lines off."""
HEAD, GAP, LIFTING, TIE, ASKED, ROW = 10.0, 2.0, 9.0, 2.8, 2.0, 1.0
"""Lines of a name and its heads, before another sheet, of what lifting takes, of a link, a position, a row in force."""
FACT, MEASURES, NOTES = 62, 24, 30
"""Letters in a line of a key fact, of measures, and of notes with the space that they take."""


def together(context: Context, noted: Container[str]) -> Iterator[tuple[Entity, ...]]:
    """Yields the entities page by page, in their order.

    Those `noted`, on whom the drafter writes, are alone: an edit of one sheet's text moves no other.
    """
    named = Counter(id for position in context.dossier.positions for id in position.entities)
    group: list[Entity] = []
    taken = 0.0
    for entity in context.dossier.entities:
        lines = PAGE if entity.id in noted else _lines(context, entity) + ASKED * named[entity.id]
        if group and taken + GAP + lines > PAGE:
            yield tuple(group)
            group, taken = [], 0.0
        taken += lines + (GAP if group else 0)
        group.append(entity)
    if group:
        yield tuple(group)


def _lines(context: Context, entity: Entity) -> float:
    facts: dict[str, list[str]] = {}
    for value in entity.values:
        label = BY_PROPERTY.get(value.prop, "names" if value.prop in NAMES else "")
        facts.setdefault(label, []).append(f"{value.value} {value.note}; ")
    facts.pop("", None)
    told = sum(ceil(len("".join(unique(texts)[:MOST])) / FACT) for texts in facts.values())
    held = context.in_force(entity)
    lifting = LIFTING if any(item.regime == HOME for item in held) else 0
    return HEAD + told + sum(map(_row, held)) + lifting + TIE * min(len(entity.links), TIES)


def _row(item: Designation) -> float:
    measures = min(sum(map(len, item.measures)), WORDS) / MEASURES
    return max(measures, ROW) + min(len(item.note), NOTE) / NOTES
