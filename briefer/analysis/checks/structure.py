"""Whether the pack's sections are such as this document prints, hold something, and are marked as the banner says."""

import re
from collections.abc import Iterator

from briefer.analysis.checks.case import Case, Check, Hit
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
            yield _of(section.title, f"has the kind “{section.kind}”, which this document has not"), section.id


def _starters(case: Case) -> Iterator[Hit]:
    """Text that a new pack starts from prints only in a draft."""
    for section in case.included:
        if section.id in case.left:
            yield _of(section.title, "still holds the text it started from"), section.id


def _language(case: Case) -> Iterator[Hit]:
    if not case.pack.language.lower().startswith("en"):
        yield f"Headings and labels print in English, though the pack is in “{case.pack.language}”.", "language"


def _no_sources(case: Case) -> Iterator[Hit]:
    """Keys print beside what is cited or listed, and with their section left out nothing says what they stand for."""
    if case.dossier.sources and not any(section.kind == SOURCES for section in case.included):
        left = (section for section in case.pack.sections if section.kind == SOURCES)
        yield from (
            (_of(section.title, "is left out, and the paper prints keys of sources"), section.id) for section in left
        )


def _empty(case: Case) -> Iterator[Hit]:
    """A section of which the program makes nothing, and in which nobody has written and no other stands."""
    parents = {section.parent for section in case.included}
    for section in case.included:
        if section.kind in DRAFTED and not section.text.strip() and section.id not in parents:
            yield _of(section.title, "is empty"), section.id


def _wide_tables(case: Case) -> Iterator[Hit]:
    for section in case.written:
        for table in _tables(blocks(section.text)):
            if len(table.header) > COLUMNS:
                what = f"has a table of {len(table.header)} columns, too many columns to read"
                yield _of(section.title, what), f"{section.id}:{table.line}"


def _tables(found: tuple[Block, ...]) -> Iterator[Block]:
    for block in found:
        if block.kind == "table":
            yield block
        for within in (*block.items, block.body, *(each.body for each in block.definitions)):
            yield from _tables(within)


def _foreign_marks(case: Case) -> Iterator[Hit]:
    """A leading bracket that reads like a portion mark and is none of the scheme."""
    for passage in case.passages:
        if passage.portion and _height(case, passage.portion) is None:
            what = f"begins a passage with ({passage.portion}), no portion mark of the scheme “{case.pack.scheme}”"
            yield _of(passage.section.title, what), passage.place
        label = _TRAFFIC.match(passage.text)
        if label and _height(case, _level(label)) is None:
            what = f"begins a passage with {label[0]}, no marking of the scheme “{case.pack.scheme}”"
            yield _of(passage.section.title, what), passage.place
    cells = ((one.text, one.place, f"a cell of “{one.section.title}”") for one in case.passages if one.kind == "cell")
    for text, place, where in (*cells, *((one.text, one.place, one.where) for one in case.printed)):
        secret = _SECRET.match(text)
        if secret and _height(case, secret[0].strip("()")) is None:
            yield f"{where[:1].upper()}{where[1:]} begins with {secret[0]}, no mark of “{case.pack.scheme}”.", place


def _level(label: re.Match[str]) -> str:
    return label[0].upper().replace(" ", "")


def _unread_citations(case: Case) -> Iterator[Hit]:
    for passage in case.passages:
        if "[@" in passage.text or "[#" in passage.text:
            yield _of(passage.section.title, "holds a citation or mention that cannot be read"), passage.place


def _sections_above(case: Case) -> Iterator[Hit]:
    for section in case.included:
        if _above(case, section.marking):
            yield _of(section.title, f"is marked {section.marking} under a banner {case.pack.marking}"), section.id


def _portions_above(case: Case) -> Iterator[Hit]:
    for passage in case.passages:
        found = _BRACKET.match(passage.text)
        label = _TRAFFIC.match(passage.text)
        mark = passage.portion or (found[1] if found else _level(label) if label else "")
        if _above(case, mark):
            what = f"has a passage marked ({mark}) under a banner {case.pack.marking}"
            yield _of(passage.section.title, what), passage.place
    told = {passage.place for passage in case.passages}
    for one in case.printed:
        found = _BRACKET.match(one.text)
        if found and one.place not in told and _above(case, found[1]):
            where = f"{one.where[:1].upper()}{one.where[1:]}"
            yield f"{where} is marked ({found[1]}) under a banner {case.pack.marking}.", one.place


def _picks_above(case: Case) -> Iterator[Hit]:
    """What is marked pick by pick, or position by position, prints under the one banner."""
    prints = {section.id for section in case.included}
    shown = {thing.id for group in (case.dossier.positions, case.dossier.events) for thing in group}
    marks = [(id, mark) for id, mark in case.pack.marks.items() if id in prints | shown | case.picks]
    marks += [(position.id, position.marking) for position in case.dossier.positions]
    for id, mark in dict.fromkeys(marks):
        if _above(case, mark):
            yield f"“{id}” is marked {mark} under a banner {case.pack.marking}.", id


def _no_zero_option(case: Case) -> Iterator[Hit]:
    options = [section for section in case.included if section.kind == "option"]
    if options and not any(
        NOTHING_DONE.search(text) for option in options for text in (option.title, option.id.replace("-", " "))
    ):
        said = "no option to do nothing" if len(options) > 1 else "one option alone"
        yield f"The paper offers {said}, so that the others cannot be weighed against it.", options[0].id


def _undated_decision(case: Case) -> Iterator[Hit]:
    for section in case.written:
        if section.kind == "decision" and not case.pack.settings.decide_by.strip() and not DAY.search(section.text):
            yield _of(section.title, "asks for a decision without saying by when"), section.id


def _above(case: Case, mark: str) -> bool:
    height = _height(case, mark) if mark else None
    return height is not None and height > (_height(case, case.pack.marking) or 0)


def _height(case: Case, mark: str) -> int | None:
    try:
        return rank(case.pack.scheme, mark)
    except BadCall:
        return None


def _of(title: str, what: str) -> str:
    return f"Section “{title}” {what}."


CHECKS = (
    Check("unknown-section", "error", "Give it a kind that `briefer templates` lists, or “text”.", _unknown_kinds),
    Check("portion-mark", "error", "Correct the mark, or write \\( for plain text.", _foreign_marks),
    Check("citation", "error", "Write it as [@source, place] or [#entity].", _unread_citations),
    Check("above-banner", "error", "Raise the pack's marking, or leave the section out.", _sections_above),
    Check("above-banner", "error", "Raise the pack's marking, or take the passage out.", _portions_above),
    Check("above-banner", "error", "Raise the pack's marking, or take this out of the pack.", _picks_above),
    Check("starter-text", "warning", "Write it, or leave the section out.", _starters),
    Check(
        "no-sources",
        "warning",
        "Print the section that lists the sources, or hand the workbook on with it.",
        _no_sources,
    ),
    Check("empty-section", "warning", "Write it, or leave the section out.", _empty),
    Check("wide-table", "warning", "Divide the table, or leave columns to the workbook.", _wide_tables),
    Check("language", "warning", "Set the language to one that begins with en, or accept English labels.", _language),
    Check("no-zero-option", "warning", "Add an option that changes nothing.", _no_zero_option),
    Check("decision-undated", "warning", "Say by which day it is needed.", _undated_decision),
)
