"""Quiet colours for the drafter's Markdown, and a wave under what no dictionary knows."""

import re

from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat

from briefer.desktop import theme
from briefer.service.spelling import Speller

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

    speller: Speller | None = None

    def spell(self, speller: Speller | None) -> None:
        """Marks the words that a dictionary does not know, or none."""
        self.speller = speller
        self.rehighlight()

    def highlightBlock(self, line: str) -> None:  # noqa: N802
        """Colours one line."""
        for pattern, ink, bold, italic in RULES:
            for found in re.finditer(pattern, line):
                look = QTextCharFormat()
                look.setForeground(QColor(getattr(theme.now(), ink)))
                look.setFontWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
                look.setFontItalic(italic)
                self.setFormat(found.start(), found.end() - found.start(), look)
        for start, length in self.speller.wrong(line) if self.speller else ():
            look = QTextCharFormat(self.format(start))
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
            look.setUnderlineColor(QColor(theme.now().error))
            self.setFormat(start, length, look)
