"""Where somebody is listed and where only limited, in one line, with what that rests on."""

from collections.abc import Iterable
from dataclasses import dataclass

from briefer.analysis.freezing import limited, undecided
from briefer.assemble import words
from briefer.assemble.context import Context, from_where
from briefer.assemble.owners import short
from briefer.model.facts import Designation
from briefer.model.law import REGIMES

UNSEARCHED = "No entry searched"


@dataclass(frozen=True, slots=True)
class Status:
    """Where somebody is listed, limited or was not found, with its sources and how sure it is."""

    text: str
    sources: tuple[str, ...] = ()
    doubt: str = ""


def listed(in_force: Iterable[Designation]) -> str:
    """Gives the regimes that list somebody, and apart from them those that only limit dealings; empty for none."""
    held = tuple(in_force)
    parts = zip(("listed", "limited", "listed, to freeze or to limit"), (*parted(held), unplaced(held)), strict=True)
    said = "; ".join(f"{word}: {', '.join(codes)}" for word, codes in parts if codes)
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
        return Status("No record")
    held = context.in_force(found)
    facts = held or found.absences
    codes = ", ".join(_ranked({item.regime for item in found.absences}))
    through = short(context, found.id)
    text = listed(held) or ("Not listed" if through else f"No entry found: {codes}" if codes else UNSEARCHED)
    text = "; ".join(filter(None, (text, through)))
    return Status(text, from_where(*facts), words.doubt(*(item.confidence for item in facts)))


def _ranked(codes: set[str]) -> tuple[str, ...]:
    return tuple(code for code in REGIMES if code in codes) + tuple(sorted(codes - set(REGIMES)))
