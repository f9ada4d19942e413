"""How a pack begins: picks and a document type give a whole pack with its starter text."""

from datetime import date

from briefer.model.pack import Pack, PackSection, Template, TemplateSection


def new(
    template: Template,
    *,
    title: str,
    as_of: date,
    marking: str = "UNCLASSIFIED",
    scheme: str = "us",
    entities: tuple[str, ...] = (),
    measures: tuple[str, ...] = (),
    positions: tuple[str, ...] = (),
    issues: tuple[str, ...] = (),
) -> Pack:
    """Gives a pack of this document type with all its sections; doubled picks count once."""
    return Pack(
        title=title,
        as_of=as_of,
        marking=marking,
        scheme=scheme,
        template=template.name,
        entities=_once(entities),
        measures=_once(measures),
        positions=_once(positions),
        issues=_once(issues),
        sections=tuple(map(_section, template.sections)),
    )


def _section(offered: TemplateSection) -> PackSection:
    return PackSection(
        id=offered.id,
        kind=offered.kind,
        title=offered.title,
        parent=offered.parent,
        text=offered.text,
        include=offered.include and not offered.waits,
    )


def _once(ids: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))
