"""How a pack begins: picks and a document type give a whole pack with its starter text."""

from dataclasses import replace
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


DRAFTED = frozenset(
    {"bottom-line", "decision", "figures", "options", "option", "risks", "lines", "questions", "text", "entity-note"}
)
"""Kinds of section that hold nothing but what the drafter writes."""


def starters(pack: Pack, template: Template) -> tuple[str, ...]:
    """Gives the ids of the sections that would print and still hold the text their document type starts from."""
    first = {(section.kind, section.text.strip()) for section in template.sections if section.text.strip()}
    return tuple(
        section.id for section in pack.sections if section.include and (section.kind, section.text.strip()) in first
    )


def unwritten(pack: Pack, template: Template) -> tuple[PackSection, ...]:
    """Gives the sections that would be left with nothing to print without starter text, nor anything beneath them."""
    left = set(starters(pack, template))
    gone = {section.id for section in pack.sections if section.id in left and section.kind in DRAFTED}
    while over := gone & {section.parent for section in pack.sections if section.include and section.id not in gone}:
        gone -= over
    return tuple(section for section in pack.sections if section.id in gone)


def without_starters(pack: Pack, template: Template) -> Pack:
    """Gives the pack without starter text, so that none is printed as the drafter's own; what is left empty goes."""
    left = set(starters(pack, template))
    gone = {section.id for section in unwritten(pack, template)}
    return replace(
        pack,
        sections=tuple(
            replace(section, text="", include=section.id not in gone) if section.id in left else section
            for section in pack.sections
        ),
    )


def _section(offered: TemplateSection) -> PackSection:
    return PackSection(
        id=offered.id,
        kind=offered.kind,
        title=offered.title,
        parent=offered.parent,
        text=offered.text,
        include=offered.include,
    )


def _once(ids: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))
