"""Under which limbs of its programme a designation stands: directives of an order, sections of an act.

OFAC prints them in several ways: as a measure ("13662 Sectoral Directive 1", "Executive Order 14024 Directive 1a",
"Executive Order 13662 Directive Determination - Subject to Directive 1", "CAATSA Section 231/235 Sanctions"), as an
authority ("CAATSA - Section 224") or, in tables made by hand, as the part of the list ("Directives 2 and 3").
"""

import re
from collections.abc import Iterator

from briefer.model.facts import Designation

ORDER = re.compile(r"\d{5}")
DIRECTIVE = re.compile(r"directives?\s+(\d[a-z]?(?:\s*(?:,|and|&|/)\s*\d[a-z]?)*)\b", re.IGNORECASE)
NUMBER = re.compile(r"\d[a-z]?", re.IGNORECASE)
SECTION = re.compile(r"\b(?:section|s\.)\s*(\d{3})\b", re.IGNORECASE)


def limbs(item: Designation) -> tuple[str, ...]:
    """Gives the limbs that a designation prints, such as "Directive 4" or "section 231", each once."""
    return tuple(dict.fromkeys(limb for text in _own(item) for limb in _limbs(text)))


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
