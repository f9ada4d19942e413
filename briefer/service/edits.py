"""What can be done to a pack, each verb a new pack; the sentence that names the step belongs to the door."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from briefer.language import _, mark, ngettext
from briefer.model.pack import Pack, PackSection, Tranche

GROUPS = (mark("entities"), mark("measures"), mark("positions"), mark("issues"))


def add(pack: Pack, group: str, ids: Iterable[str]) -> Pack:
    """Adds picks to a group (entities, measures, positions, issues); what is there already stays where it is."""
    held: tuple[str, ...] = getattr(pack, group)
    return _with(pack, group, tuple(dict.fromkeys((*held, *ids))))


def remove(pack: Pack, group: str, ids: Iterable[str]) -> Pack:
    """Takes picks out of a group and out of the tranches."""
    gone = set(ids)
    left = _with(pack, group, tuple(id for id in getattr(pack, group) if id not in gone))
    if group not in ("entities", "measures"):
        return left
    return replace(left, tranches=tuple(_without(tranche, gone) for tranche in left.tranches))


def swap(pack: Pack, group: str, former: str, now: str) -> Pack:
    """Puts one pick in the place of another, with the portion mark that one had."""
    held = dict.fromkeys(now if id == former else id for id in getattr(pack, group))
    marks = pack.marks if former not in pack.marks else {**pack.marks, now: pack.marks[former]}
    return _with(replace(pack, marks=marks), group, tuple(held))


def _without(tranche: Tranche, gone: set[str]) -> Tranche:
    return replace(
        tranche,
        entities=tuple(id for id in tranche.entities if id not in gone),
        measures=tuple(id for id in tranche.measures if id not in gone),
    )


def _with(pack: Pack, group: str, ids: tuple[str, ...]) -> Pack:
    fields: dict[str, Any] = {group: ids}
    return replace(pack, **fields)


def group_of(id: str) -> str:
    """Says in which group of picks an id of the library's entities table belongs."""
    return "measures" if id.startswith("measure-") else "entities"


def section(pack: Pack, id: str) -> PackSection | None:
    """Gives a section by id, None where the pack has none."""
    return next((each for each in pack.sections if each.id == id), None)


def change(pack: Pack, id: str, **fields: Any) -> Pack:
    """Sets fields of one section: text, title, marking, status, include."""
    return _sections(pack, lambda each: replace(each, **fields) if each.id == id else each)


def _sections(pack: Pack, change_one: Callable[[PackSection], PackSection]) -> Pack:
    return replace(pack, sections=tuple(map(change_one, pack.sections)))


def below(pack: Pack, id: str) -> frozenset[str]:
    """Gives a section's id with those of all that stand under it."""
    found = {id}
    while more := {each.id for each in pack.sections if each.parent in found} - found:
        found |= more
    return frozenset(found)


def place(pack: Pack, id: str, parent: str, before: str) -> Pack:
    """Puts a section, with all under it, under `parent` before the section `before`, or last where that is empty.

    A section is not put under itself: then nothing changes.
    """
    moved = below(pack, id)
    if parent in moved or before in moved:
        return pack
    block = [replace(each, parent=parent) if each.id == id else each for each in pack.sections if each.id in moved]
    rest = [each for each in pack.sections if each.id not in moved]
    at = next((number for number, each in enumerate(rest) if each.id == before), None)
    if at is None:
        family = below(pack, parent) if parent else frozenset()
        last = [number for number, each in enumerate(rest) if each.id in family]
        at = last[-1] + 1 if last else len(rest)
    return replace(pack, sections=(*rest[:at], *block, *rest[at:]))


def step(pack: Pack, id: str, by: int) -> Pack:
    """Moves a section up (-1) or down (1) among its siblings."""
    found = section(pack, id)
    if found is None:
        return pack
    siblings = [each.id for each in pack.sections if each.parent == found.parent]
    at = siblings.index(id) + by
    if not 0 <= at < len(siblings):
        return pack
    before = siblings[at] if by < 0 else (*siblings, "")[at + 1]
    return place(pack, id, found.parent, before)


def level(pack: Pack, id: str, by: int) -> Pack:
    """Puts a section under the sibling before it (1), or after the section that it stands under (-1)."""
    found = section(pack, id)
    if found is None:
        return pack
    if by < 0:
        over = section(pack, found.parent)
        return pack if over is None else _after(pack, id, over)
    siblings = [each.id for each in pack.sections if each.parent == found.parent]
    at = siblings.index(id)
    return place(pack, id, siblings[at - 1], "") if at else pack


def _after(pack: Pack, id: str, other: PackSection) -> Pack:
    siblings = [each.id for each in pack.sections if each.parent == other.parent]
    return place(pack, id, other.parent, (*siblings, "")[siblings.index(other.id) + 1])


def referred(text: str) -> frozenset[str]:
    """Gives the ids of sources and entities that a text refers to."""
    from briefer.text import citations, mentions  # what reads Markdown is not needed for the window to show

    return frozenset((*(each.source for each in citations(text)), *mentions(text)))


def search(pack: Pack, words: str) -> tuple[tuple[str, int, str], ...]:
    """Gives where the drafter's text holds words: the section's id, the line counted from 1, and the line."""
    wanted = words.casefold().strip()
    return tuple(
        (each.id, number, line.strip())
        for each, _level in outline(pack)
        for number, line in enumerate((each.title, *each.text.splitlines()))
        if wanted and wanted in line.casefold()
    )


def insert(pack: Pack, after: str, title: str) -> tuple[Pack, str]:
    """Adds a section of free text after another, at its level, and gives its id."""
    taken = {each.id for each in pack.sections}
    id = next(name for number in range(1, len(taken) + 2) if (name := f"text-{number}") not in taken)
    beside = section(pack, after)
    made = PackSection(id=id, kind="text", title=title, parent=beside.parent if beside else "")
    family = below(pack, after) if beside else frozenset()
    at = max((n for n, each in enumerate(pack.sections) if each.id in family), default=len(pack.sections) - 1) + 1
    return replace(pack, sections=(*pack.sections[:at], made, *pack.sections[at:])), id


def delete(pack: Pack, id: str) -> Pack:
    """Takes a section out with all that stands under it."""
    gone = below(pack, id)
    return replace(pack, sections=tuple(each for each in pack.sections if each.id not in gone))


def outline(pack: Pack) -> tuple[tuple[PackSection, int], ...]:
    """Gives the sections in the order of print, each with its level from 0."""

    def under(parent: str, level: int) -> Iterable[tuple[PackSection, int]]:
        for each in pack.sections:
            if each.parent == parent:
                yield each, level
                yield from under(each.id, level + 1)

    return tuple(under("", 0))


def told(former: Pack, now: Pack) -> tuple[str, ...]:
    """Says by meaning what one pack has that another has not: picks, sections, words, the rest by name."""
    said = []
    for group in GROUPS:
        then_in, now_in = set(getattr(former, group)), set(getattr(now, group))
        if gained := len(now_in - then_in):
            said.append(_("{count} {group} added", count=gained, group=_(group)))
        if lost := len(then_in - now_in):
            said.append(_("{count} {group} taken out", count=lost, group=_(group)))
    then = {each.id: each for each in former.sections}
    for each in now.sections:
        old = then.pop(each.id, None)
        if old is None:
            said.append(_("“{title}” is new, {words}", title=each.title, words=_words(each.text)))
        elif old.text != each.text:
            said.append(
                _(
                    "“{title}”: {words}, {count:,} in the other",
                    title=each.title,
                    words=_words(each.text),
                    count=len(old.text.split()),
                )
            )
        elif old != each:
            said.append(_("“{title}”: title, place, marking or status", title=each.title))
    said += [_("“{title}” is not there", title=each.title) for each in then.values()]
    names = ("title", "as_of", "marking", "tranches", "scenarios")
    others = [name for name in names if getattr(former, name) != getattr(now, name)]
    return (*said, *(_("{field} changed", field=name.replace("_", "-")) for name in others))


def _words(text: str) -> str:
    count = len(text.split())
    return ngettext("{count} word", "{count} words", count)
