"""Where the keys and marks of what stands in other regimes are, for tables that name it without them."""

from briefer.assemble import words
from briefer.assemble.context import Context
from briefer.language import _, enumerated, mark, one_of
from briefer.model.facts import Confidence

KINDS = ("entity-sheets", "allies")
"""The sections that print each listing abroad with its key and its mark."""

WORKBOOK = mark("the workbook, sheet Remains")


def keys_and_marks(context: Context) -> str:
    """Says in a sentence where they stand, and which marks there are; empty where nothing stands elsewhere."""
    remains = [item for found in context.relief.values() for item in found.remains]
    if not remains:
        return ""
    held = {item.confidence for item in remains}
    doubts = tuple(filter(None, (words.doubt(sure) for sure in Confidence if sure in held)))
    place = _place([placed.number for placed in context.placed if placed.section.kind in KINDS and placed.number])
    if not doubts:
        return _("Keys and marks of what stands in other regimes: {place}.", place=place)
    marked = mark("Keys and marks of what stands in other regimes: {place}; some is {marks}.")
    return _(marked, place=place, marks=one_of(doubts))


def _place(numbers: list[str]) -> str:
    if not numbers:
        return _(WORKBOOK)
    if len(numbers) == 1:
        return _("section {number}", number=numbers[0])
    return _("sections {numbers}", numbers=enumerated(numbers))
