"""The columns of the workbook's sheet of changes."""

Described = tuple[str, str, int]

CHANGES: tuple[str, tuple[Described, ...]] = (
    "What changed since the day that the paper compares with: dated facts, positions, and what the lists changed.",
    (
        ("Kind", "text", 24),
        ("Date", "date", 13),
        ("What happened", "text", 14),
        ("Id", "text", 20),
        ("Name", "text", 30),
        ("What it is about", "text", 36),
        ("From", "list", 34),
        ("To", "list", 34),
        ("Cause", "text", 10),
        ("Note", "text", 44),
        ("Confidence", "text", 14),
        ("Fact key", "text", 16),
    ),
)
