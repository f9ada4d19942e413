"""Where somebody is listed and where only limited, in one line, with what that rests on."""

from collections.abc import Iterable
from dataclasses import dataclass

from briefer.analysis.freezing import limited, undecided
from briefer.assemble import words
from briefer.assemble.context import Context, from_where
from briefer.assemble.owners import short
from briefer.language import _, mark
from briefer.model.facts import Designation
from briefer.model.law import REGIMES

UNSEARCHED = mark("No entry searched")
HOW = (mark("listed: {regimes}"), mark("limited: {regimes}"), mark("listed, to freeze or to limit: {regimes}"))
"""How regimes list somebody: to freeze, to limit alone, or one of both that no list tells."""


@dataclass(frozen=True, slots=True)
class Status:
    """Where somebody is listed, limited or was not found, with its sources and how sure it is."""

    text: str
    sources: tuple[str, ...] = ()
    doubt: str = ""


def listed(in_force: Iterable[Designation]) -> str:
    """Gives the regimes that list somebody, and apart from them those that only limit dealings; empty for none."""
    held = tuple(in_force)
    parts = zip(HOW, (*parted(held), unplaced(held)), strict=True)
    said = "; ".join(_(how, regimes=", ".join(code or _("other") for code in codes)) for how, codes in parts if codes)
    return said[:1].upper() + said[1:]


def parted(in_force: Iterable[Designation]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Gives the regimes that list somebody, and those that only limit dealings."""
    held = tuple(in_force)
    whole = {item.regime for item in held if not (limited(item) or undecided(item))}
    return _ranked(whole), _ranked({item.regime for item in held} - whole - set(unplaced(held)))


def unplaced(in_force: Iterable[Designation]) -> tuple[str, ...]:
    """Gives the regimes that list somebody where it is open whether that freezes, and that freeze nothing surely."""
    held = tuple(in_force)
    whole = {item.regime for item in held if not (limited(item) or undecided(item))}
    return _ranked({item.regime for item in held if undecided(item)} - whole)


def standing(context: Context, id: str) -> Status:
    """Gives how somebody else stands; without a listing or a search on record it says that nobody searched."""
    found = context.entities.get(id)
    if found is None:
        return Status(_("No record"))
    held = context.in_force(found)
    facts = held or found.absences
    codes = ", ".join(_ranked({item.regime for item in found.absences}))
    through = short(context, found.id)
    text = listed(held) or (_("Not listed") if through else _not_found(codes))
    text = "; ".join(filter(None, (text, through)))
    return Status(text, from_where(*facts), words.doubt(*(item.confidence for item in facts)))


def _not_found(codes: str) -> str:
    return _("No entry found: {regimes}", regimes=codes) if codes else _(UNSEARCHED)


def _ranked(codes: set[str]) -> tuple[str, ...]:
    return tuple(code for code in REGIMES if code in codes) + tuple(sorted(codes - set(REGIMES)))
