"""The columns of the workbook's sheet of changes."""

from briefer.language import mark

Described = tuple[str, str, int]

CHANGES: tuple[str, tuple[Described, ...]] = (
    mark(
        "What changed since the day that the paper compares with: dated facts, positions, and what the lists changed."
    ),
    (
        (mark("Kind"), "text", 24),
        (mark("Date"), "date", 13),
        (mark("What happened"), "text", 14),
        (mark("Id"), "text", 20),
        (mark("Name"), "text", 30),
        (mark("What it is about"), "text", 36),
        (mark("From"), "list", 34),
        (mark("To"), "list", 34),
        (mark("Cause"), "text", 10),
        (mark("Note"), "text", 44),
        (mark("Confidence"), "text", 14),
        (mark("Fact key"), "text", 16),
    ),
)
