"""Under which limbs of its programme a designation stands: directives of an order, sections of an act.

OFAC prints them in several ways: as a measure ("13662 Sectoral Directive 1", "Executive Order 14024 Directive 1a",
"Executive Order 13662 Directive Determination - Subject to Directive 1", "CAATSA Section 231/235 Sanctions"), as an
authority ("CAATSA - Section 224"), as a note on the entity ("CAATSA Section 235 Information") or, in tables made by
hand, as the part of the list ("Directives 2 and 3").
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from briefer.model.facts import Designation, Entity, Value

ORDER = re.compile(r"\d{5}")
DIRECTIVE = re.compile(r"directives?\s+(\d[a-z]?(?:\s*(?:,|and|&|/)\s*\d[a-z]?)*)\b", re.IGNORECASE)
NUMBER = re.compile(r"\d[a-z]?", re.IGNORECASE)
SECTION = re.compile(r"\b(?:section|sec\.?|s\.)\s*(\d{3})\b", re.IGNORECASE)
NOTED = re.compile(r"\b([A-Z]+) Section \d{3} Information\b")
MENU = "section 235"
"""The section of CAATSA that lists measures; which section they are imposed under, it does not say."""


def limbs(item: Designation) -> tuple[str, ...]:
    """Gives the limbs that a designation prints, such as "Directive 4" or "section 231", each once.

    Another section stands for the menu of measures, which is a limb where none is printed.
    """
    found = dict.fromkeys(limb for text in _own(item) for limb in _limbs(text))
    sections = [limb for limb in found if limb.startswith("section") and limb != MENU]
    return tuple(limb for limb in found if limb != MENU or not sections)


def with_noted(entity: Entity) -> tuple[Designation, ...]:
    """Gives an entity's designations with the sections of their act that a list prints among the entity's notes."""
    notes = [(found[1], one) for one in entity.values if one.prop == "notes" and (found := NOTED.search(one.value))]
    return tuple(
        replace(item, measures=(*item.measures, *said)) if (said := tuple(_of(item, notes))) else item
        for item in entity.designations
    )


def _of(item: Designation, notes: Iterable[tuple[str, Value]]) -> Iterator[str]:
    yield from (one.value for act, one in notes if item.programme.startswith(act) and one.origin == item.origin)


def _own(item: Designation) -> Iterator[str]:
    """Yields the texts of a designation but those that name another order than its programme does."""
    orders = set(ORDER.findall(item.programme))
    for text in (item.list_type, *item.measures, *item.authority.split(";")):
        named = set(ORDER.findall(text))
        if not orders or not named or orders & named:
            yield text


def _limbs(text: str) -> Iterator[str]:
    for found in DIRECTIVE.findall(text):
        yield from (f"Directive {number.upper()}" for number in NUMBER.findall(found))
    yield from (f"section {number}" for number in SECTION.findall(text))
