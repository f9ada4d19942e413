"""How an analysis view is put into the pack: each verb a new pack, in which the view's section prints."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from briefer.language import _
from briefer.model.pack import Pack, PackSection, Tranche
from briefer.model.views import Change
from briefer.service import edits

AT_MOST = 200
"""So many changes are written out; the rest is counted."""


OPTIONS = "options"
BACK = ("sources", "lists")
"""What stands at the end of a paper."""


def prints(pack: Pack, kind: str) -> bool:
    """Whether a section of a kind is printed, with all that it stands under."""
    by_id = {each.id: each for each in pack.sections}

    def shown(section: PackSection | None) -> bool:
        return section is None or (section.include and shown(by_id.get(section.parent)))

    return any(each.kind == kind and shown(each) for each in pack.sections)


def show(pack: Pack, kind: str, title: str) -> Pack:
    """Prints the first section of a kind, which is added before the sources where the pack has none."""
    found = next((each for each in pack.sections if each.kind == kind), None)
    if found is None:
        added = PackSection(id=_free(pack, kind), kind=kind, title=title)
        last = next(
            (n for n, each in enumerate(pack.sections) if each.kind in ("sources", "lists")), len(pack.sections)
        )
        return replace(pack, sections=(*pack.sections[:last], added, *pack.sections[last:]))
    by_id = {each.id: each for each in pack.sections}
    shown: PackSection | None = found
    while shown is not None:
        pack = edits.change(pack, shown.id, include=True)
        shown = by_id.get(shown.parent)
    return pack


def _free(pack: Pack, kind: str) -> str:
    taken = {each.id for each in pack.sections}
    return next(
        name for number in range(len(taken) + 1) if (name := f"{kind}-{number}" if number else kind) not in taken
    )


def put_tranches(pack: Pack, tranches: Iterable[Tranche], title: str) -> Pack:
    """Makes these the options of the pack, and prints them; one that has no section of its own is given one."""
    pack = show(pack, OPTIONS, title)
    over = next(each.id for each in pack.sections if each.kind == OPTIONS)
    placed = []
    for each in tranches:
        if not each.section:
            pack, each = _with_section(pack, each, over)
        placed.append(each)
    return replace(pack, tranches=tuple(placed))


def _with_section(pack: Pack, tranche: Tranche, over: str) -> tuple[Pack, Tranche]:
    added = PackSection(id=_free(pack, f"option-{tranche.id}"), kind="option", title=tranche.title, parent=over)
    family = edits.below(pack, over)
    at = max(number for number, each in enumerate(pack.sections) if each.id in family) + 1
    sections = (*pack.sections[:at], added, *pack.sections[at:])
    return replace(pack, sections=sections), replace(tranche, section=added.id)


def put_timeline(pack: Pack, kinds: Iterable[str], title: str) -> Pack:
    """Prints the timeline with these kinds of entry beside its events."""
    return show(replace(pack, settings=replace(pack.settings, timeline=tuple(kinds))), "timeline", title)


def put_positions(pack: Pack, ids: Iterable[str], since: date | None, title: str) -> Pack:
    """Picks these positions and prints who holds what; changes of position are counted from the end of `since`."""
    held = edits.add(pack, "positions", ids)
    return show(replace(held, settings=replace(held.settings, since=since or held.settings.since)), "positions", title)


def put_changes(pack: Pack, changes: Iterable[Change], title: str, said: Iterable[str]) -> Pack:
    """Writes what changed in the lists into a section of its own, `said` first, one line a change."""
    every = tuple(changes)
    lines = [f"- {_line(each)}" for each in every[:AT_MOST]]
    more = [_("And {rest:,} more.", rest=len(every) - AT_MOST)] if len(every) > AT_MOST else []
    body = "\n\n".join((*said, "\n".join(lines), *more)).strip()
    beside = next((each.id for each in pack.sections if each.kind == "in-force"), "")
    made, id = edits.insert(pack, beside or (pack.sections[-1].id if pack.sections else ""), title)
    return edits.change(made, id, text=f"{body}\n")


def _line(each: Change) -> str:
    name = f"{each.list}: {each.caption} ({each.id})"
    if each.what != "changed":
        return f"{name} {each.what}"
    return f"{name}, {each.field}: {each.old or 'nothing'} → {each.new or 'nothing'}"


def named(pack: Pack, tranche: Tranche, id: str, covered: Iterable[str]) -> Tranche:
    """Ticks a pick into an option, or out of it; an option that named nobody first names all it covered."""
    held = (*tranche.entities, *tranche.measures) or tuple(covered)
    wanted = set(held) ^ {id}
    order = {each: at for at, each in enumerate((*pack.entities, *pack.measures))}
    ids = sorted((each for each in wanted if each in order), key=order.__getitem__)
    return replace(
        tranche,
        entities=tuple(each for each in ids if each in pack.entities),
        measures=tuple(each for each in ids if each in pack.measures),
    )


def fresh(pack: Pack, tranches: Iterable[Tranche], title: str) -> Tranche:
    """Gives an empty tranche with an id of its own and the pack's issues."""
    return Tranche(id=_unused(tranches), title=title, issues=pack.issues[:1])


def varied(tranches: Sequence[Tranche], at: int, title: str) -> Tranche:
    """Gives a copy of a tranche with an id of its own; it is given a section when it is put into the pack."""
    return replace(tranches[at], id=_unused(tranches), title=title, section="")


def _unused(tranches: Iterable[Tranche]) -> str:
    taken = {each.id for each in tranches}
    return next(name for number in range(1, len(taken) + 2) if (name := f"tranche-{number}") not in taken)
