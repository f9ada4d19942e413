"""Which part of OFAC's lists a programme stands on, and which authority and measures belong to it.

OFAC states lists, programmes, authorities and measures of an entity side by side, without saying which belong
together. Taken as a product they would put every programme on every list, which is false for the 113 entities of the
non-SDN file that are on the SDN list too; so they are paired where their names tell.
"""

import re
from dataclasses import dataclass
from types import MappingProxyType

SDN = "SDN"
WRAPPER = "Consolidated List"
"""The non-SDN file's name for itself; it stands beside the real list and says nothing of its own."""

LISTS = MappingProxyType(
    {
        "SDN List": SDN,
        "Sectoral Sanctions Identifications List": "SSI",
        "Non-SDN Menu-Based Sanctions List": "NS-MBS",
        "CAPTA List": "CAPTA",
        "Non-SDN CMIC List": "NS-CMIC",
        "Non-SDN Palestinian Legislative Council List": "NS-PLC",
        "FSE List": "FSE",
    }
)

SPECIAL = MappingProxyType(
    {
        "SSI": re.compile(r"UKRAINE-EO13662"),
        "NS-PLC": re.compile(r"NS-PLC"),
        "NS-CMIC": re.compile(r"CMIC-.*"),
        "FSE": re.compile(r"FSE-.*|.*-FSE"),
        "CAPTA": re.compile(r"561.*|.*-CAPTA|HIFPAA.*"),
    }
)
"""Lists that hold one kind of programme, and its tags."""

MENU = frozenset({"RUSSIA-EO14024", "CAATSA - RUSSIA", "BURMA-EO14014", "ILLICIT-DRUGS-EO14059", "BELARUS-EO14038"})
"""Programmes with menu-based listings; alone in the non-SDN file they mean the NS-MBS list."""

ORDER = re.compile(r"\d{5}|CMIC")


@dataclass(frozen=True, slots=True)
class Pair:
    """One programme on one part of the lists; `sure` is false where the file leaves open if they belong together."""

    programme: str
    list_type: str
    published: str = ""
    sure: bool = True


def pairs(programmes: list[str], lists: list[tuple[str, str]]) -> list[Pair]:
    """Pairs an entity's programmes with its (list name, date published); every one of both is in at least one pair."""
    real = [(LISTS.get(name, name), published) for name, published in lists if name != WRAPPER]
    real = real or [(name, published) for name, published in lists] or [("", "")]
    found: list[Pair] = []
    for kind, published in real:
        own = [tag for tag in programmes if kind in SPECIAL and SPECIAL[kind].fullmatch(tag)]
        found += [Pair(tag, kind, published) for tag in own]
    taken = {pair.programme for pair in found}
    placed = {pair.list_type for pair in found}
    open_lists = [(kind, published) for kind, published in real if kind not in placed]
    rest = [tag for tag in programmes if tag not in taken]
    if open_lists:
        sure = len(open_lists) == 1 or len(rest) == 1
        found += [Pair(tag, kind, day, sure) for kind, day in open_lists for tag in rest or programmes or [""]]
    else:
        found += [Pair(tag, kind, day, False) for kind, day in real for tag in rest]
    return found


def list_types(programmes: list[str]) -> list[str]:
    """The part of the non-SDN lists for each programme of a record in CONS_PRIM.CSV; empty where it is open."""
    return [_list_type(tag, alone=len(programmes) == 1) for tag in programmes]


def is_non_sdn(programmes: list[str]) -> bool:
    """Whether a record's programmes can only stand in the non-SDN file."""
    return any(pattern.fullmatch(tag) for tag in programmes for pattern in SPECIAL.values() if tag != "UKRAINE-EO13662")


def authority_of(programme: str, programmes: list[str], authorities: list[str]) -> str:
    """The legal authority of one programme: by the number of the order, else by its place, else all of them."""
    numbers = set(ORDER.findall(programme))
    named = [text for text in authorities if numbers & set(ORDER.findall(text))]
    if named:
        return "; ".join(named)
    others = [tag for tag in programmes if not _named(tag, authorities)]
    left = [text for text in authorities if not _named(text, programmes)]
    if len(others) == len(left) and programme in others:
        return left[others.index(programme)]
    return "; ".join(left or authorities)


def measures_of(pair: Pair, every: list[Pair], measures: list[str]) -> tuple[str, ...]:
    """The measures that belong to one pair of an entity."""
    return tuple(text for text in measures if pair in _owners(text, every))


def _owners(measure: str, every: list[Pair]) -> list[Pair]:
    """The pairs of a measure: by the number of its order, off the SDN list first; without one, blocking is SDN's."""
    numbers = set(ORDER.findall(measure))
    named = [pair for pair in every if numbers & set(ORDER.findall(pair.programme))]
    if named:
        return [pair for pair in named if pair.list_type != SDN] or named
    blocking = measure == "Block"
    return [pair for pair in every if (pair.list_type == SDN) == blocking] or every


def _named(text: str, others: list[str]) -> bool:
    numbers = set(ORDER.findall(text))
    return any(numbers & set(ORDER.findall(other)) for other in others)


def _list_type(tag: str, *, alone: bool) -> str:
    special = [kind for kind, pattern in SPECIAL.items() if pattern.fullmatch(tag)]
    if special:
        return special[0]
    return "NS-MBS" if alone and tag in MENU else ""
