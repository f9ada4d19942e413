"""Pre-flight: what a pack has to answer for before it leaves, each finding with the place to jump to."""

from collections.abc import Callable, Iterable, Iterator

from briefer.marking import rank
from briefer.model.brief import Dossier, Finding
from briefer.model.errors import BadCall
from briefer.model.facts import PartialDate
from briefer.model.pack import Pack, PackSection, Template
from briefer.pack import starters
from briefer.text import Block, blocks, citations, mentions, statements

ORDER = {"error": 0, "warning": 1, "note": 2}
UNCITED_ALLOWED = frozenset({"cover", "contents", "decision", "lines", "risks", "clearance", "sources", "lists"})
"""Kinds of section whose text is the drafter's own: a request, a line to take, a judgement, a list of offices."""


NOTHING_RECORDED = frozenset({"–", "None recorded", "No recorded position"})
"""Answers that state an absence in the library, for which no source can speak."""


def check(pack: Pack, dossier: Dossier, template: Template) -> tuple[Finding, ...]:
    """Gives all findings on a pack, errors first, each group in the pack's order."""
    found = [finding for look in CHECKS for finding in look(pack, dossier, template)]
    return tuple(sorted(found, key=lambda finding: ORDER[finding.severity]))


def _unknown_picks(_pack: Pack, dossier: Dossier, _template: Template) -> Iterator[Finding]:
    for id in dossier.missing:
        yield Finding(
            severity="error",
            code="unknown-id",
            message=f"“{id}” is not in the library; import the file that holds it, or take it out of the pack.",
            place=id,
        )


def _unknown_references(pack: Pack, dossier: Dossier, _template: Template) -> Iterator[Finding]:
    sources = {source.id for source in dossier.sources}
    things = {entity.id for entity in (*dossier.entities, *dossier.neighbours)}
    things |= {measure.id for measure in dossier.measures}
    for section in _included(pack):
        for citation in citations(section.text):
            if citation.source not in sources:
                yield _in(
                    section,
                    "error",
                    "unknown-id",
                    f"cites “{citation.source}”, which is no source in the library; correct the id, or import it",
                )
        for id in mentions(section.text):
            if id not in things:
                yield _in(
                    section,
                    "error",
                    "unknown-id",
                    f"mentions “{id}”, which is neither a pick nor linked to one; correct the id, or pick it",
                )


def _sections(pack: Pack, _dossier: Dossier, template: Template) -> Iterator[Finding]:
    offered = {section.kind: section for section in template.sections}
    free = {"text", "option", "entity-note"}
    for section in _included(pack):
        if section.kind not in offered and section.kind not in free:
            yield _in(
                section, "error", "unknown-section", f"has the kind “{section.kind}”, which this document has not"
            )
        elif section.kind in offered and offered[section.kind].waits:
            yield _in(
                section, "error", "section-waits", "needs an analysis that this version does not have; leave it out"
            )


def _starters(pack: Pack, _dossier: Dossier, template: Template) -> Iterator[Finding]:
    """Text that a new pack starts from prints only in a draft."""
    left = set(starters(pack, template))
    for section in _included(pack):
        if section.id in left:
            yield _in(
                section, "warning", "starter-text", "still holds the text it started from; write it, or leave it out"
            )


def _language(pack: Pack, _dossier: Dossier, _template: Template) -> Iterator[Finding]:
    if not pack.language.lower().startswith("en"):
        yield Finding(
            severity="warning",
            code="language",
            message=f"Headings and labels print in English, though the pack's language is “{pack.language}”.",
            place="language",
        )


def _uncited(pack: Pack, _dossier: Dossier, template: Template) -> Iterator[Finding]:
    left = set(starters(pack, template))
    for section in _included(pack):
        if section.kind in UNCITED_ALLOWED or section.id in left:
            continue
        for statement in statements(section.text):
            if not statement.cited and statement.text.strip(". ") not in NOTHING_RECORDED:
                said = statement.text if len(statement.text) <= 60 else statement.text[:57].rstrip() + "…"
                yield Finding(
                    severity="warning",
                    code="uncited",
                    message=f"“{said}” in section “{section.title}” cites no source; add one, or say whose view it is.",
                    place=f"{section.id}:{statement.line}",
                )


def _marks(pack: Pack, _dossier: Dossier, _template: Template) -> Iterator[Finding]:
    """A leading bracket that is no portion mark of the scheme, and a citation that could not be read as one."""
    for section in _included(pack):
        for block in _every(blocks(section.text)):
            if block.portion and not _of_scheme(pack.scheme, block.portion):
                yield _in(
                    section,
                    "error",
                    "portion-mark",
                    f"begins a paragraph with ({block.portion}), which is no portion mark of the scheme "
                    f"“{pack.scheme}”; correct it, or write \\({block.portion}) for plain text",
                )
            if "[@" in block.content.text or "[#" in block.content.text:
                yield _in(section, "error", "citation", "holds a citation or mention that cannot be read; correct it")


def _every(found: Iterable[Block]) -> Iterator[Block]:
    for block in found:
        yield block
        for inner in (*block.items, *(definition.body for definition in block.definitions), block.body):
            yield from _every(inner)


def _of_scheme(scheme: str, mark: str) -> bool:
    try:
        rank(scheme, mark)
    except BadCall:
        return False
    return True


def _quotes(_pack: Pack, dossier: Dossier, _template: Template) -> Iterator[Finding]:
    for position in dossier.positions:
        if not position.quote:
            continue
        lacks = [
            word
            for word, there in (
                ("a date", position.said_on or position.reported_on),
                ("a source", position.source),
                ("its language", position.language),
            )
            if not there
        ]
        if lacks:
            yield Finding(
                severity="error",
                code="quote-incomplete",
                message=f"The quote of {position.holder} lacks {' and '.join(lacks)}; complete the position.",
                place=position.id,
            )


def _programmes(_pack: Pack, dossier: Dossier, _template: Template) -> Iterator[Finding]:
    known = {programme.tag for programme in dossier.programmes}
    for entity in dossier.entities:
        unknown = dict.fromkeys(item.programme for item in entity.designations if item.programme not in known)
        for tag in unknown:
            yield Finding(
                severity="warning",
                code="unknown-programme",
                message=f"{entity.caption} is listed under “{tag}”, which the rulebook does not know on this day.",
                place=entity.id,
            )


def _later_statements(pack: Pack, dossier: Dossier, _template: Template) -> Iterator[Finding]:
    for position in dossier.positions:
        if _after(position.said_on or position.reported_on, pack):
            yield _late("error", f"The position of {position.holder} was taken after the as-of date", position.id)
    for source in dossier.sources:
        if source.kind != "list" and _after(source.date, pack):
            yield _late("warning", f"The source “{source.title}” is dated after the as-of date", source.id)


def _later_facts(pack: Pack, dossier: Dossier, _template: Template) -> Iterator[Finding]:
    for entity in dossier.entities:
        if any(_after(item.start, pack) for item in entity.designations):
            yield _late("error", f"{entity.caption} has a listing that starts after the as-of date", entity.id)
    for snapshot in dossier.lists:
        if snapshot.published is None:
            yield _late("note", f"The list “{snapshot.title}” carries no publication date", snapshot.id)
        elif snapshot.published > pack.as_of:
            yield _late("warning", f"The list “{snapshot.title}” was published after the as-of date", snapshot.id)


def _late(severity: str, what: str, place: str) -> Finding:
    return Finding(severity=severity, code="as-of", message=f"{what}; check that it holds on that day.", place=place)


def _after(when: PartialDate | None, pack: Pack) -> bool:
    return bool(when and when.earliest and when.earliest > pack.as_of)


def _included(pack: Pack) -> Iterator[PackSection]:
    """Gives the sections that will print: included, and so are all that enclose them."""
    by_id = {section.id: section for section in pack.sections}
    for section in pack.sections:
        above: PackSection | None = section
        while above is not None and above.include:
            above = by_id.get(above.parent)
        if above is None:
            yield section


def _in(section: PackSection, severity: str, code: str, what: str) -> Finding:
    return Finding(severity=severity, code=code, message=f"Section “{section.title}” {what}.", place=section.id)


CHECKS: tuple[Callable[[Pack, Dossier, Template], Iterator[Finding]], ...] = (
    _unknown_picks,
    _unknown_references,
    _sections,
    _starters,
    _language,
    _uncited,
    _marks,
    _quotes,
    _programmes,
    _later_statements,
    _later_facts,
)
