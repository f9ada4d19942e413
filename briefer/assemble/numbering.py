"""Which sections print, in which order and under which number."""

from collections.abc import Callable

from briefer.assemble.context import Placed
from briefer.model.brief import Dossier
from briefer.model.pack import Pack, PackSection, Template

UNNUMBERED = frozenset({"cover", "contents"})
EMPTY: dict[str, Callable[[Pack, Dossier], bool]] = {
    "positions": lambda _pack, known: not known.positions and not known.issues,
    "statements": lambda _pack, known: not any(item.quote or item.translation for item in known.positions),
    "timeline": lambda pack, known: not (pack.settings.timeline or any(item.date.earliest for item in known.events)),
    "changes": lambda pack, _known: pack.compared_with is None,
    "allies": lambda _pack, known: not known.entities and not known.measures,
    "lists": lambda _pack, known: not known.lists and not any(item.kind == "list" for item in known.sources),
    "clearance": lambda pack, _known: not (pack.clearances or pack.settings.versions or pack.settings.distribution),
}
"""The kinds of section that are left out where they have nothing to show, and when that is so."""


def placed(pack: Pack, dossier: Dossier, document: Template) -> tuple[Placed, ...]:
    """Gives the included top sections in the pack's order, numbered from 1; children stand with their parent.

    A section without anything to show and without words of the drafter's is left out.
    """
    empty = left_out(pack, dossier, document)
    tops = [section for section in _tops(pack) if section not in empty]
    numbers = iter(range(1, len(tops) + 1))
    return tuple(
        Placed(
            section=section,
            number="" if section.kind in UNNUMBERED else str(next(numbers)),
            children=_children(pack, section.id),
        )
        for section in tops
    )


def left_out(pack: Pack, dossier: Dossier, document: Template) -> tuple[PackSection, ...]:
    """Gives the included sections that have nothing to show; the template's own text counts for nothing."""
    starters = {section.id: section.text.strip() for section in document.sections}
    return tuple(
        section
        for section in _tops(pack)
        if section.kind in EMPTY
        and section.text.strip() in ("", starters.get(section.id, ""))
        and EMPTY[section.kind](pack, dossier)
    )


def _tops(pack: Pack) -> list[PackSection]:
    return [section for section in pack.sections if section.include and not section.parent]


def _children(pack: Pack, parent: str) -> tuple[PackSection, ...]:
    """Gives all included sections beneath one, in the pack's order, however deep."""
    found: list[PackSection] = []
    for section in pack.sections:
        if section.parent == parent and section.include:
            found += (section, *_children(pack, section.id))
    return tuple(found)
