"""Quiet colours for the drafter's Markdown, and tables out of what was copied from a spreadsheet."""

import re

from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat

from briefer.desktop import theme

RULES = (
    (r"\[@[^\]]*\]?", "accent", False, False),
    (r"\[#[^\]]*\]?", "accent", True, False),
    (r"\bTODO\b.*", "warning", True, False),
    (r"^#{1,6} .*", "text", True, False),
    (r"\*\*[^*]+\*\*", "text", True, False),
    (r"(?<!\*)\*[^*]+\*(?!\*)", "text", False, True),
    (r"^\s*\([A-Z+-]+\)", "muted", False, False),
)
"""Pattern, colour, semi-bold, italic."""


class Highlighter(QSyntaxHighlighter):
    """Colours citations, mentions, to-dos and heads; the words stay the loudest thing."""

    def highlightBlock(self, line: str) -> None:  # noqa: N802
        """Colours one line."""
        for pattern, ink, bold, italic in RULES:
            for found in re.finditer(pattern, line):
                look = QTextCharFormat()
                look.setForeground(QColor(getattr(theme.now(), ink)))
                look.setFontWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
                look.setFontItalic(italic)
                self.setFormat(found.start(), found.end() - found.start(), look)


def table(copied: str) -> str:
    """Gives rows with tabs between their cells, as spreadsheets copy them, as a Markdown table; empty if none."""
    rows = [line.split("\t") for line in copied.strip("\n").splitlines()]
    if len(rows) < 2 or len(rows[0]) < 2 or any(len(cells) != len(rows[0]) for cells in rows):
        return ""
    lines = [_row(cells) for cells in rows]
    return "\n".join(("", lines[0], _row(["---"] * len(rows[0])), *lines[1:], ""))


def _row(cells: list[str]) -> str:
    return "| " + " | ".join(cell.strip().replace("|", "\\|") for cell in cells) + " |"
