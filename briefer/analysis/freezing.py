"""Whether a designation freezes assets or only limits dealings, as far as its list says so."""

import re
from collections.abc import Iterable

from briefer.language import mark
from briefer.model.facts import Designation

LIMITED_LISTS = re.compile(r"\b(?:SSI|NS-MBS|CAPTA|NS-CMIC|833/2014)\b", re.IGNORECASE)
FREEZES = re.compile(r"freez|(?<!non-)(?:block|sdn)", re.IGNORECASE)

HOME = "US"
BLOCKING = "ofac-sdn"
BESIDE = "ofac-cons"
"""OFAC's file of its lists that block nothing, which prints the other tags of those on them as well."""

SHARED = frozenset(
    {
        "RUSSIA-EO14024",
        "UKRAINE-EO13662",
        "CAATSA - RUSSIA",
        "PEESA",
        "BELARUS-EO14038",
        "BURMA-EO14014",
        "ILLICIT-DRUGS-EO14059",
    }
)
"""Tags that stand on the SDN list, where they block, and on lists where they do not."""

OPEN = mark("The list does not state on which of its parts this tag stands; whether it blocks is open.")


def limited(item: Designation) -> bool:
    """Says whether a designation limits dealings without freezing assets, as far as the list says so."""
    if undecided(item) or _freezes(item):
        return False
    listed = (item.list_type, item.programme, item.authority)
    return bool(item.measures) or any(LIMITED_LISTS.search(text) for text in listed)


def undecided(item: Designation) -> bool:
    """Says whether a tag may block or not, since its list is not stated and nothing else decides it.

    A directive decides it, but for OFAC's file of lists that do not block: it prints those of the blocked as well.
    """
    if item.regime != HOME or item.list_type or _freezes(item) or item.classes:
        return False
    file = item.origin.partition("@")[0]
    if file in (BLOCKING, BESIDE):
        return file == BESIDE
    return item.programme in SHARED and not set(item.measures) - {item.programme}


def unplaced(items: Iterable[Designation]) -> tuple[Designation, ...]:
    """Gives those of one entity's designations of which it is open whether they block, and which no other settles."""
    held = tuple(items)
    placed = {(each.regime, each.programme) for each in held if each.list_type}
    return tuple(each for each in held if undecided(each) and (each.regime, each.programme) not in placed)


def _freezes(item: Designation) -> bool:
    return any(FREEZES.search(text) for text in (item.list_type, *item.measures))
