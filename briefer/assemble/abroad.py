"""Where the keys and marks of what stands in other regimes are, for tables that name it without them."""

from briefer.assemble import words
from briefer.assemble.context import Context

KINDS = ("entity-sheets", "allies")
"""The sections that print each listing abroad with its key and its mark."""

WORKBOOK = "the workbook, sheet Remains"


def keys_and_marks(context: Context) -> str:
    """Says in a sentence where they stand, and which marks there are; empty where nothing stands elsewhere."""
    remains = [item for found in context.relief.values() for item in found.remains]
    if not remains:
        return ""
    held = {words.doubt(item.confidence) for item in remains}
    doubts = " or ".join(word for word in words.DOUBTS.values() if word and word in held)
    numbers = [placed.number for placed in context.placed if placed.section.kind in KINDS and placed.number]
    where = f"section{'s' if numbers[1:] else ''} {' and '.join(numbers)}" if numbers else WORKBOOK
    marked = f"; some is {doubts}" if doubts else ""
    return f"Keys and marks of what stands in other regimes: {where}{marked}."
