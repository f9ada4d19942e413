"""Under which limbs of its programme a designation stands: directives of an order, sections of an act.

OFAC prints them in several ways: as a measure ("13662 Sectoral Directive 1", "Executive Order 14024 Directive 1a",
"Executive Order 13662 Directive Determination - Subject to Directive 1", "CAATSA Section 231/235 Sanctions"), as an
authority ("CAATSA - Section 224"), as a note on the entity ("CAATSA Section 235 Information") or, in tables made by
hand, as the part of the list ("Directives 2 and 3"). The day of a directive's own listing, which may be older than that
of the row, it prints as a note on the entity ("Listing Date (EO 14024 Directive 3): 24 Feb 2022").
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from briefer.analysis.freezing import limited
from briefer.model.facts import CARRIED, Designation, Entity, PartialDate, Value

ORDER = re.compile(r"\d{5}")
DIRECTIVE = re.compile(r"directives?\s+(\d[a-z]?(?:\s*(?:,|and|&|/)\s*\d[a-z]?)*)\b", re.IGNORECASE)
NUMBER = re.compile(r"\d[a-z]?", re.IGNORECASE)
SECTION = re.compile(r"\b(?:section|sec\.?|s\.)\s*(\d{3})\b", re.IGNORECASE)
NOTED = re.compile(r"\b([A-Z]+) Section \d{3} Information\b")
LISTED = re.compile(r"Listing Date \(EO (\d{5}) Directive (\d[a-z]?)\):? \S.*", re.IGNORECASE)
Dates = dict[tuple[str, str, str], PartialDate]
"""The days on which directives were laid on somebody, by record, number of the order and limb."""

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


def parted(entity: Entity) -> Entity:
    """Gives an entity with each directive that has a listing date of its own as a listing of that date.

    It stands beside a block, which has the day of its row; where its list blocks nothing it is the listing.
    """
    dates = _dates(entity.values)
    if not dates:
        return entity
    found = (part for item in entity.designations for part in _parts(item, dates))
    return replace(entity, designations=tuple(dict.fromkeys(found)))


def _dates(values: Iterable[Value]) -> Dates:
    found: Dates = {}
    for one in values:
        said = LISTED.fullmatch(one.value) if one.prop == "notes" else None
        if said and one.date and one.date.earliest:
            key = one.record, said[1], f"Directive {said[2].upper()}"
            found[key] = min(found.get(key, one.date), one.date, key=lambda when: when.earliest or date.max)
    return found


def _parts(item: Designation, dates: Dates) -> Iterator[Designation]:
    """Yields what is left of a designation without the directives that have a date, and these."""
    orders, said = ORDER.findall(item.programme), limbs(item)
    starts = {limb: dates[key] for order in orders for limb in said if (key := (item.record, order, limb)) in dates}
    apart = {limb: tuple(text for text in item.measures if tuple(_limbs(text)) == (limb,)) for limb in starts}
    taken = {text for texts in apart.values() for text in texts}
    rest = tuple(text for text in item.measures if text not in taken)
    alone = limited(item) and set(said) == set(starts)
    if not alone:
        yield replace(item, measures=rest)
    for limb, start in starts.items():
        part = item.list_type if alone and not any(_limbs(item.list_type)) else limb
        note = "; ".join(each for each in item.note.split("; ") if CARRIED not in each)
        own = apart[limb] or (limb,)
        yield replace(item, list_type=part, measures=own, start=start, published=None, note=note)


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
