"""An edition: the same pack compiled under a marking ceiling, with nothing above it in print or workbook."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from briefer.marking import rank
from briefer.model.answers import FieldChange
from briefer.model.brief import Dossier
from briefer.model.errors import BadCall
from briefer.model.facts import Entity, Measure
from briefer.model.moved import MovedList
from briefer.model.pack import Pack, Tranche
from briefer.model.policy import Position
from briefer.pack.gather import used_sources

START = re.compile(r"^(?P<indent>\s*)(?P<item>(?:[-*+]|\d+[.)]|:)\s+)?(?:\((?P<mark>[A-Z+-]+(?://[^)]*)?)\))?")
ENDS = re.compile(r"(\S+) → ([^\s,;]+)")
"""The ids of a link's two ends, as a change of it names them."""


def edition(pack: Pack, dossier: Dossier, ceiling: str) -> tuple[Pack, Dossier]:
    """Gives pack and dossier without what is marked above the ceiling; BadCall where it is no marking of the scheme.

    Sections, paragraphs with a portion mark, and picks in `marks` or with a marking of their own are left out, and so
    are the sources that only they used; of records shown as one, a mark on one of them is a mark on all. Fact keys are
    given anew, so that a gap does not tell what was left out.
    """
    top = rank(pack.scheme, ceiling)

    def allowed(mark: str) -> bool:
        return not mark or rank(pack.scheme, mark) <= top

    visible = _sight(dossier, lambda id: allowed(pack.marks.get(id, "")))
    narrowed = _pack(pack, allowed, visible, ceiling)
    facts = replace(
        dossier,
        entities=tuple(_entity(item, visible) for item in dossier.entities if visible(item.id)),
        neighbours=tuple(_entity(item, visible) for item in dossier.neighbours if visible(item.id)),
        measures=tuple(_measure(item, visible) for item in dossier.measures if visible(item.id)),
        positions=tuple(
            _position(item, visible) for item in dossier.positions if allowed(item.marking) and visible(item.id)
        ),
        events=tuple(
            replace(item, entities=tuple(filter(visible, item.entities)))
            for item in dossier.events
            if visible(item.id) and all(map(visible, item.entities))
        ),
        missing=tuple(filter(visible, dossier.missing)),
        stored=tuple(pair for pair in dossier.stored if visible(pair[0])),
        names=tuple(pair for pair in dossier.names if visible(pair[0])),
        moved=tuple(_moved(item, visible) for item in dossier.moved),
    )
    return _traced(narrowed, _identity(facts, visible))


def _traced(pack: Pack, facts: Dossier) -> tuple[Pack, Dossier]:
    """Leaves out the sources, lists and marks of articles that nothing visible goes back to."""
    used = used_sources(pack, facts)
    facts = replace(
        facts,
        sources=tuple(source for source in facts.sources if source.id in used),
        lists=tuple(item for item in facts.lists if item.id in used),
        moved=tuple(item for item in facts.moved if item.latter in used),
    )
    articles = tuple(item for item in pack.articles if item.source in used)
    return replace(pack, positions=tuple(item.id for item in facts.positions), articles=articles), facts


def _sight(dossier: Dossier, allowed: Callable[[str], bool]) -> Callable[[str], bool]:
    """Gives what says whether an id may be seen: of an entity that shows several records, if all of them may be."""
    shown = {each.id: each.entity for each in dossier.joined}
    named = ((each.entity, id) for each in dossier.joined for one in each.decided for id in (each.id, one.a, one.b))
    closed = {entity for entity, id in named if not allowed(id)}

    def visible(id: str) -> bool:
        entity = shown.get(id, id)
        return allowed(id) and allowed(entity) and entity not in closed

    return visible


def _identity(dossier: Dossier, visible: Callable[[str], bool]) -> Dossier:
    return replace(
        dossier,
        joined=tuple(item for item in dossier.joined if visible(item.entity)),
        possible=tuple(item for item in dossier.possible if all(map(visible, (item.entity, item.record, item.id)))),
        contradictions=tuple(item for item in dossier.contradictions if all(map(visible, item.records))),
    )


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
        tranches=tuple(_tranches(pack, visible, allowed)),
        reviews=(),
        scenarios=(),
        keys={},
    )


def _tranches(pack: Pack, visible: Callable[[str], bool], allowed: Callable[[str], bool]) -> Iterator[Tranche]:
    """Yields the tranches without hidden picks; one of which nothing is left would cover everything, so it goes."""
    for tranche in pack.tranches:
        entities, measures = (tuple(filter(visible, ids)) for ids in (tranche.entities, tranche.measures))
        emptied = (tranche.entities or tranche.measures) and not (entities or measures)
        if visible(tranche.id) and not emptied:
            yield replace(
                tranche,
                entities=entities,
                measures=measures,
                preconditions=_text(tranche.preconditions, allowed),
                snapback=_text(tranche.snapback, allowed),
            )


def _position(position: Position, visible: Callable[[str], bool]) -> Position:
    return replace(
        position,
        entities=tuple(filter(visible, position.entities)),
        measures=tuple(filter(visible, position.measures)),
        supersedes=position.supersedes if visible(position.supersedes) else "",
    )


def _moved(item: MovedList, visible: Callable[[str], bool]) -> MovedList:
    """Leaves out what a list changed in a hidden pick, or in a link to one."""

    def told(change: FieldChange) -> bool:
        ends = (end for said in (change.old, change.new) for pair in ENDS.findall(said) for end in pair)
        return visible(change.id) and (not change.field.startswith("link ") or all(map(visible, ends)))

    return replace(
        item,
        added=tuple(filter(visible, item.added)),
        removed=tuple(filter(visible, item.removed)),
        changed=tuple(filter(told, item.changed)),
    )


def _measure(measure: Measure, visible: Callable[[str], bool]) -> Measure:
    return replace(measure, entities=tuple(filter(visible, measure.entities)))


def _entity(entity: Entity, visible: Callable[[str], bool]) -> Entity:
    return replace(
        entity,
        links=tuple(link for link in entity.links if all(map(visible, (link.subject, link.object, *link.ends)))),
    )


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
