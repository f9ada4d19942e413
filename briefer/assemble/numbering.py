"""Which sections print, in which order and under which number."""

from briefer.assemble.context import Placed
from briefer.model.pack import Pack, PackSection

UNNUMBERED = frozenset({"cover", "contents"})


def placed(pack: Pack) -> tuple[Placed, ...]:
    """Gives the included top sections in the pack's order, numbered from 1; children stand with their parent."""
    tops = [section for section in pack.sections if section.include and not section.parent]
    numbers = iter(range(1, len(tops) + 1))
    return tuple(
        Placed(
            section=section,
            number="" if section.kind in UNNUMBERED else str(next(numbers)),
            children=_children(pack, section.id),
        )
        for section in tops
    )


def _children(pack: Pack, parent: str) -> tuple[PackSection, ...]:
    """Gives all included sections beneath one, in the pack's order, however deep."""
    found: list[PackSection] = []
    for section in pack.sections:
        if section.parent == parent and section.include:
            found += (section, *_children(pack, section.id))
    return tuple(found)
