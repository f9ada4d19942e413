"""Whether the pack's sections are such as this document prints, hold something, and are marked as the banner says."""

import re
from collections.abc import Iterator

from briefer.analysis.checks.case import Case, Check, Hit
from briefer.language import _, mark, ngettext, speaks
from briefer.marking import rank
from briefer.model.errors import BadCall
from briefer.pack.make import DRAFTED
from briefer.text import Block, blocks

FREE = frozenset({"text", "option", "entity-note"})
SOURCES = "sources"
"""Kinds of section that a drafter may add to any document."""

COLUMNS = 20
"""Of more columns none has room for four letters on a line, over the width of a page."""

NOTHING_DONE = re.compile(
    r"\b(?:do(?:ing)? nothing|no (?:change|action|relief)|status quo|leave things|stay the course|"
    r"(?:keep|maintain|continue)(?:ing)? (?:all|every|everything|the|present|current|existing)\b)",
    re.IGNORECASE,
)
DAY = re.compile(r"\b\d{1,2} [A-Z][a-z]+|\b[A-Z][a-z]+ \d{1,2}\b|\b\d{4}-\d\d-\d\d\b|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b")
_TRAFFIC = re.compile(r"(?:TLP|Tlp):\s?[A-Z]+(?:\+STRICT)?")
"""A label of the Traffic Light Protocol, which stands without a bracket."""
_SECRET = re.compile(r"\((?:TS|S|SECRET|TOP SECRET|CONFIDENTIAL)(?://[^)]*)?\)(?= )")
"""A leading mark of classified material, which no scheme here has (E.O. 13526, 32 CFR 2001.23)."""
_BRACKET = re.compile(r"\(([A-Z][A-Z+-]*(?://[^)]*)?)\)")


def _unknown_kinds(case: Case) -> Iterator[Hit]:
    offered = {section.kind for section in case.template.sections}
    for section in case.included:
        if section.kind not in offered | FREE:
            told = _(
                "Section “{title}” has the kind “{kind}”, which this document has not.",
                title=section.title,
                kind=section.kind,
            )
            yield told, section.id


def _starters(case: Case) -> Iterator[Hit]:
    """Text that a new pack starts from prints only in a draft."""
    for section in case.included:
        if section.id in case.left:
            yield _("Section “{title}” still holds the text it started from.", title=section.title), section.id


def _language(case: Case) -> Iterator[Hit]:
    tag = case.pack.language
    if not tag.lower().startswith("en") and not speaks(tag):
        yield _("Headings and labels print in English, though the pack is in “{language}”.", language=tag), "language"


def _no_sources(case: Case) -> Iterator[Hit]:
    """Keys print beside what is cited or listed, and with their section left out nothing says what they stand for."""
    if case.dossier.sources and not any(section.kind == SOURCES for section in case.included):
        for section in case.pack.sections:
            if section.kind == SOURCES:
                told = _("Section “{title}” is left out, and the paper prints keys of sources.", title=section.title)
                yield told, section.id


def _empty(case: Case) -> Iterator[Hit]:
    """A section of which the program makes nothing, and in which nobody has written and no other stands."""
    parents = {section.parent for section in case.included}
    for section in case.included:
        if section.kind in DRAFTED and not section.text.strip() and section.id not in parents:
            yield _("Section “{title}” is empty.", title=section.title), section.id


def _wide_tables(case: Case) -> Iterator[Hit]:
    for section in case.written:
        for table in _tables(blocks(section.text)):
            if len(table.header) > COLUMNS:
                told = ngettext(
                    "Section “{title}” has a table of {count} column, too many columns to read.",
                    "Section “{title}” has a table of {count} columns, too many columns to read.",
                    len(table.header),
                    title=section.title,
                )
                yield told, f"{section.id}:{table.line}"


def _tables(found: tuple[Block, ...]) -> Iterator[Block]:
    for block in found:
        if block.kind == "table":
            yield block
        for within in (*block.items, block.body, *(each.body for each in block.definitions)):
            yield from _tables(within)


def _foreign_marks(case: Case) -> Iterator[Hit]:
    """A leading bracket that reads like a portion mark and is none of the scheme."""
    for passage in case.passages:
        title, scheme = passage.section.title, case.pack.scheme
        if passage.portion and _height(case, passage.portion) is None:
            told = _(
                "Section “{title}” begins a passage with ({portion}), no portion mark of the scheme “{scheme}”.",
                title=title,
                portion=passage.portion,
                scheme=scheme,
            )
            yield told, passage.place
        label = _TRAFFIC.match(passage.text)
        if label and _height(case, _level(label)) is None:
            told = _(
                "Section “{title}” begins a passage with {label}, no marking of the scheme “{scheme}”.",
                title=title,
                label=label[0],
                scheme=scheme,
            )
            yield told, passage.place


def _foreign_beside(case: Case) -> Iterator[Hit]:
    """The same at the head of a cell, or of what prints beside the paragraphs."""
    cells = (
        (one.text, one.place, _("a cell of “{title}”", title=one.section.title))
        for one in case.passages
        if one.kind == "cell"
    )
    for text, place, where in (*cells, *((one.text, one.place, one.where) for one in case.printed)):
        secret = _SECRET.match(text)
        if secret and _height(case, secret[0].strip("()")) is None:
            told = _(
                "{where} begins with {secret}, no mark of “{scheme}”.",
                where=_capital(where),
                secret=secret[0],
                scheme=case.pack.scheme,
            )
            yield told, place


def _capital(where: str) -> str:
    return f"{where[:1].upper()}{where[1:]}"


def _level(label: re.Match[str]) -> str:
    return label[0].upper().replace(" ", "")


def _unread_citations(case: Case) -> Iterator[Hit]:
    for passage in case.passages:
        if "[@" in passage.text or "[#" in passage.text:
            title = passage.section.title
            yield _("Section “{title}” holds a citation or mention that cannot be read.", title=title), passage.place


def _sections_above(case: Case) -> Iterator[Hit]:
    for section in case.included:
        if _above(case, section.marking):
            told = _(
                "Section “{title}” is marked {marking} under a banner {banner}.",
                title=section.title,
                marking=section.marking,
                banner=case.pack.marking,
            )
            yield told, section.id


def _portions_above(case: Case) -> Iterator[Hit]:
    for passage in case.passages:
        found = _BRACKET.match(passage.text)
        label = _TRAFFIC.match(passage.text)
        level = passage.portion or (found[1] if found else _level(label) if label else "")
        if _above(case, level):
            told = _(
                "Section “{title}” has a passage marked ({marking}) under a banner {banner}.",
                title=passage.section.title,
                marking=level,
                banner=case.pack.marking,
            )
            yield told, passage.place
    inside = {passage.place for passage in case.passages}
    for one in case.printed:
        found = _BRACKET.match(one.text)
        if found and one.place not in inside and _above(case, found[1]):
            told = _(
                "{where} is marked ({marking}) under a banner {banner}.",
                where=_capital(one.where),
                marking=found[1],
                banner=case.pack.marking,
            )
            yield told, one.place


def _picks_above(case: Case) -> Iterator[Hit]:
    """What is marked pick by pick, or position by position, prints under the one banner."""
    prints = {section.id for section in case.included}
    shown = {thing.id for group in (case.dossier.positions, case.dossier.events) for thing in group}
    marks = [(id, level) for id, level in case.pack.marks.items() if id in prints | shown | case.picks]
    marks += [(position.id, position.marking) for position in case.dossier.positions]
    for id, level in dict.fromkeys(marks):
        if _above(case, level):
            banner = case.pack.marking
            yield _("“{id}” is marked {marking} under a banner {banner}.", id=id, marking=level, banner=banner), id


def _no_zero_option(case: Case) -> Iterator[Hit]:
    options = [section for section in case.included if section.kind == "option"]
    if options and not any(
        NOTHING_DONE.search(text) for option in options for text in (option.title, option.id.replace("-", " "))
    ):
        if len(options) > 1:
            told = _("The paper offers no option to do nothing, so that the others cannot be weighed against it.")
        else:
            told = _("The paper offers one option alone, so that the others cannot be weighed against it.")
        yield told, options[0].id


def _undated_decision(case: Case) -> Iterator[Hit]:
    for section in case.written:
        if section.kind == "decision" and not case.pack.settings.decide_by.strip() and not DAY.search(section.text):
            yield _("Section “{title}” asks for a decision without saying by when.", title=section.title), section.id


def _above(case: Case, mark: str) -> bool:
    height = _height(case, mark) if mark else None
    return height is not None and height > (_height(case, case.pack.marking) or 0)


def _height(case: Case, mark: str) -> int | None:
    try:
        return rank(case.pack.scheme, mark)
    except BadCall:
        return None


_UNMARK = mark("Correct the mark, or write \\( for plain text.")

CHECKS = (
    Check(
        "unknown-section", "error", mark("Give it a kind that `briefer templates` lists, or “text”."), _unknown_kinds
    ),
    Check("portion-mark", "error", _UNMARK, _foreign_marks),
    Check("portion-mark", "error", _UNMARK, _foreign_beside),
    Check("citation", "error", mark("Write it as [@source, place] or [#entity]."), _unread_citations),
    Check("above-banner", "error", mark("Raise the pack's marking, or leave the section out."), _sections_above),
    Check("above-banner", "error", mark("Raise the pack's marking, or take the passage out."), _portions_above),
    Check("above-banner", "error", mark("Raise the pack's marking, or take this out of the pack."), _picks_above),
    Check("starter-text", "warning", mark("Write it, or leave the section out."), _starters),
    Check(
        "no-sources",
        "warning",
        mark("Print the section that lists the sources, or hand the workbook on with it."),
        _no_sources,
    ),
    Check("empty-section", "warning", mark("Write it, or leave the section out."), _empty),
    Check("wide-table", "warning", mark("Divide the table, or leave columns to the workbook."), _wide_tables),
    Check(
        "language", "warning", mark("Set the language to one that begins with en, or accept English labels."), _language
    ),
    Check("no-zero-option", "warning", mark("Add an option that changes nothing."), _no_zero_option),
    Check("decision-undated", "warning", mark("Say by which day it is needed."), _undated_decision),
)
