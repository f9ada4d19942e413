"""Whose government a programme blocks by definition, so that no name need be on a list for it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from briefer.analysis.ownership import Case, answer
from briefer.language import _, mark
from briefer.model.facts import Designation, Entity
from briefer.model.ripple import Doubt, Fate, Ripple

HOME = "US"
KIND = "government"
PERSON = "Person"


@dataclass(frozen=True, slots=True, kw_only=True)
class Government:
    """A government that one regime's programmes block by definition, with how their tags are spelt; dates inclusive."""

    name: str
    tags: re.Pattern[str]
    valid_to: date | None = None


def _tags(text: str) -> re.Pattern[str]:
    return re.compile(text)


GOVERNMENTS = (
    Government(name=mark("Venezuela"), tags=_tags(r"VENEZUELA(-.*)?")),
    Government(name=mark("Cuba"), tags=_tags(r"CUBA")),
    Government(name=mark("Iran"), tags=_tags("IRAN")),
    Government(name=mark("North Korea"), tags=_tags(r"DPRK.*")),
    Government(name=mark("Syria"), tags=_tags(r"SYRIA(-.*)?|FSE-SY|HRIT-SY"), valid_to=date(2025, 6, 30)),
    Government(name=mark("Crimea, so called"), tags=_tags(r"UKRAINE-EO13685")),
)
"""As FAQ 398 names the programmes; that of Syria was ended by EO 14312 of 30 June 2025.

EO 13599 alone, whose tag is IRAN, blocks the government of Iran; its other tags are of other acts.
"""

BY_DEFINITION = mark(
    "A government blocked by definition stays blocked whatever leaves the list (FAQ 398): {tags} is of a programme "
    "that blocks the government of {name}."
)
OPEN = mark("Whether {id} belongs to the government of {name}, which stays blocked by definition (FAQ 398), is open.")


def governments(designations: Iterable[Designation], day: date) -> dict[str, tuple[str, ...]]:
    """Gives the governments whose programmes somebody is listed under at home, each with the tags."""
    tags = dict.fromkeys(item.programme for item in designations if item.regime == HOME)
    held = (row for row in GOVERNMENTS if row.valid_to is None or day <= row.valid_to)
    found = {row.name: tuple(tag for tag in tags if row.tags.fullmatch(tag)) for row in held}
    return {name: under for name, under in found.items() if under}


def notes(designations: Iterable[Designation], day: date) -> tuple[str, ...]:
    """Says of each such government that it stays blocked."""
    found = governments(designations, day)
    return tuple(_(BY_DEFINITION, tags=_(" and ").join(tags), name=_(name)) for name, tags in found.items())


def answered(asked: Case, listed: Iterable[Entity]) -> Ripple:
    """Gives what delisting these together does, with what is open since they may belong to such a government."""
    delisted = tuple(listed)
    return doubted(answer(asked, tuple(each.id for each in delisted)), delisted, plain=asked.plain)


def doubted(found: Ripple, listed: Iterable[Entity], *, plain: bool = False) -> Ripple:
    """Gives an answer with what is open, and a note, where one of the delisted may belong to such a government.

    `listed` are the delisted; a natural person belongs to none, nor does what is freed with natural persons alone.
    `plain` names everybody without the id.
    """
    if found.applied.regime != HOME:
        return found
    delisted = tuple(listed)
    told = tuple(dict.fromkeys(note for one in delisted for note in notes(one.designations, found.as_of)))
    under: dict[str, dict[str, None]] = {}
    for one in delisted:
        if one.schema != PERSON:
            under.setdefault(one.id, {}).update(dict.fromkeys(governments(one.designations, found.as_of)))
    names = tuple(dict.fromkeys(name for some in under.values() for name in some))
    freed = {id: names for id in found.freed if names and id not in found.people and id not in found.delisted}
    asked = {id: tuple(some) for id, some in under.items() if some}
    captions = dict(found.captions)
    why = {id: _why(captions, id, some, plain=plain) for id, some in {**asked, **freed}.items()}
    return replace(
        found,
        fates=tuple(_open(fate, why[fate.id]) if fate.id in asked else fate for fate in found.fates),
        review=tuple(dict.fromkeys((*found.review, *freed))),
        uncertain=tuple(dict.fromkeys((*found.uncertain, *(id for id in why if id in found.freed)))),
        reasons=(*found.reasons, *(Doubt(id=id, kind=KIND, why=why[id]) for id in freed)),
        notes=(*found.notes, *told),
    )


def _why(captions: dict[str, str], id: str, names: Iterable[str], *, plain: bool) -> str:
    name = captions.get(id)
    who = (name if plain else f"{name} ({id})") if name else id
    return _(OPEN, id=who, name=_(" or ").join(map(_, names)))


def _open(fate: Fate, why: str) -> Fate:
    return fate if fate.status == "blocked" else replace(fate, status="open", why=(*fate.why, why))
