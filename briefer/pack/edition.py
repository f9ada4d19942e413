"""An edition: the same pack compiled under a marking ceiling, with nothing above it in print or workbook."""

import re
from collections.abc import Callable
from dataclasses import replace

from briefer.marking import rank
from briefer.model.brief import Dossier
from briefer.model.errors import BadCall
from briefer.model.facts import Entity
from briefer.model.pack import Pack
from briefer.pack.gather import used_sources

START = re.compile(r"^(?P<indent>\s*)(?P<item>(?:[-*+]|\d+[.)]|:)\s+)?(?:\((?P<mark>[A-Z+-]+(?://[^)]*)?)\))?")


def edition(pack: Pack, dossier: Dossier, ceiling: str) -> tuple[Pack, Dossier]:
    """Gives pack and dossier without what is marked above the ceiling; BadCall where it is no marking of the scheme.

    Sections, paragraphs with a portion mark, and picks in `marks` or with a marking of their own are left out, and so
    are the sources that only they used. Fact keys are given anew, so that a gap does not tell what was left out.
    """
    top = rank(pack.scheme, ceiling)

    def allowed(mark: str) -> bool:
        return not mark or rank(pack.scheme, mark) <= top

    def visible(id: str) -> bool:
        return allowed(pack.marks.get(id, ""))

    narrowed = _pack(pack, allowed, visible, ceiling)
    facts = replace(
        dossier,
        entities=tuple(_entity(item, visible) for item in dossier.entities if visible(item.id)),
        neighbours=tuple(_entity(item, visible) for item in dossier.neighbours if visible(item.id)),
        measures=tuple(item for item in dossier.measures if visible(item.id)),
        positions=tuple(
            replace(item, entities=tuple(filter(visible, item.entities)))
            for item in dossier.positions
            if allowed(item.marking) and visible(item.id)
        ),
        events=tuple(
            replace(item, entities=tuple(filter(visible, item.entities)))
            for item in dossier.events
            if visible(item.id) and all(map(visible, item.entities))
        ),
        missing=tuple(filter(visible, dossier.missing)),
    )
    used = used_sources(narrowed, facts)
    facts = replace(
        facts,
        sources=tuple(source for source in facts.sources if source.id in used),
        lists=tuple(item for item in facts.lists if item.id in used),
    )
    return replace(narrowed, positions=tuple(item.id for item in facts.positions)), facts


def _pack(pack: Pack, allowed: Callable[[str], bool], visible: Callable[[str], bool], ceiling: str) -> Pack:
    kept: dict[str, bool] = {}
    parents = {section.id: section for section in pack.sections}

    def stays(id: str) -> bool:
        if id not in kept:
            section = parents[id]
            own = allowed(section.marking) and visible(id)
            kept[id] = own and (not section.parent or stays(section.parent))
        return kept[id]

    return replace(
        pack,
        marking=ceiling if not allowed(pack.marking) else pack.marking,
        entities=tuple(filter(visible, pack.entities)),
        measures=tuple(filter(visible, pack.measures)),
        sections=tuple(
            replace(section, text=_text(section.text, allowed)) for section in pack.sections if stays(section.id)
        ),
        reviews=(),
        keys={},
    )


def _entity(entity: Entity, visible: Callable[[str], bool]) -> Entity:
    return replace(entity, links=tuple(link for link in entity.links if visible(link.subject) and visible(link.object)))


def _text(text: str, allowed: Callable[[str], bool]) -> str:
    """Leaves out each paragraph, list item or definition whose portion mark is not allowed, to its very end."""
    kept: list[str] = []
    hiding: int | None = None  # the indent of the block being left out
    blank = False
    for line in text.split("\n"):
        found = START.match(line)
        assert found is not None  # every part of the pattern is optional
        if not line.strip():
            blank = True
        else:
            indent, starts = len(found["indent"]), bool(found["item"] or found["mark"] or line.lstrip().startswith("#"))
            if hiding is not None and indent <= hiding and (starts or blank):
                hiding = None
            if found["mark"] and not _readable(found["mark"], allowed):
                hiding = indent
            blank = False
        if hiding is None:
            kept.append(line)
    return "\n".join(kept)


def _readable(mark: str, allowed: Callable[[str], bool]) -> bool:
    """Says whether a paragraph with this leading bracket may stay; a bracket that is no portion mark hides nothing."""
    try:
        return allowed(mark)
    except BadCall:
        return True
