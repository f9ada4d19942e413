"""Two people's changes to one pack, brought together by meaning; where both wrote in one section, both texts stay."""

from dataclasses import fields, replace
from typing import Any

from briefer.model.pack import Pack, PackSection

LISTS = ("entities", "measures", "positions", "issues")
SETTLE = "TODO Settle: the other version of this section stands below."


def both_changed(base: Pack, mine: Pack, theirs: Pack) -> tuple[str, ...]:
    """Gives the ids of the sections in which both have written something else."""
    then, other = _by_id(base), _by_id(theirs)
    return tuple(each.id for each in mine.sections if _clash(then.get(each.id), each, other.get(each.id)))


def _clash(base: PackSection | None, mine: PackSection, theirs: PackSection | None) -> bool:
    was = base.text if base else ""
    return theirs is not None and mine.text not in (was, theirs.text) and theirs.text != was


def merge(base: Pack, mine: Pack, theirs: Pack) -> Pack:
    """Gives a pack with what both have changed since `base`; where both changed one thing, mine stands.

    Picks that either has added are in it, those that either has taken out are not. A section that both wrote keeps my
    text with theirs below it, marked for somebody to settle.
    """
    changed: dict[str, Any] = {
        field.name: _one(getattr(base, field.name), getattr(mine, field.name), getattr(theirs, field.name))
        for field in fields(Pack)
        if field.name not in (*LISTS, "sections", "keys")
    }
    for name in LISTS:
        changed[name] = _list(getattr(base, name), getattr(mine, name), getattr(theirs, name))
    keys = theirs.keys | {id: key for id, key in mine.keys.items() if key not in theirs.keys.values()}
    return replace(mine, **changed, sections=_sections(base, mine, theirs), keys={**keys, **theirs.keys})


def _one(base: object, mine: object, theirs: object) -> object:
    return theirs if mine == base else mine


def _list(base: tuple[str, ...], mine: tuple[str, ...], theirs: tuple[str, ...]) -> tuple[str, ...]:
    gone = {id for id in base if id not in mine or id not in theirs}
    return tuple(id for id in dict.fromkeys((*mine, *theirs)) if id not in gone)


def _sections(base: Pack, mine: Pack, theirs: Pack) -> tuple[PackSection, ...]:
    """Gives the sections in my order, or in theirs where I left the order as it was."""
    order = [each.id for each in base.sections]
    first, second = (theirs, mine) if [each.id for each in mine.sections] == order else (mine, theirs)
    then, ours, others = _by_id(base), _by_id(mine), _by_id(theirs)
    ids = [each.id for each in first.sections]
    for at, each in enumerate(second.sections):
        if each.id not in ids:
            before = next((one.id for one in reversed(second.sections[:at]) if one.id in ids), None)
            ids.insert(ids.index(before) + 1 if before else 0, each.id)
    found = (_section(then.get(id), ours.get(id), others.get(id)) for id in ids)
    return tuple(each for each in found if each is not None)


def _section(base: PackSection | None, mine: PackSection | None, theirs: PackSection | None) -> PackSection | None:
    """Gives one section; what one has deleted comes back only where the other has changed it."""
    if mine is None or theirs is None:
        left = mine or theirs
        return None if base is not None and left == base else left
    if base is None:
        base = PackSection(id=mine.id, kind=mine.kind, title="")
    names = [field.name for field in fields(PackSection) if field.name != "text"]
    merged: dict[str, Any] = {
        name: _one(getattr(base, name), getattr(mine, name), getattr(theirs, name)) for name in names
    }
    text = theirs.text if mine.text == base.text else mine.text
    if _clash(base, mine, theirs):
        text = f"{mine.text.rstrip()}\n\n{SETTLE}\n\n{theirs.text.strip()}\n"
    return replace(mine, **merged, text=text)


def _by_id(pack: Pack) -> dict[str, PackSection]:
    return {each.id: each for each in pack.sections}
