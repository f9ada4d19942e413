"""Quiet colours for the drafter's Markdown, a wave under what no dictionary knows, dashes under unknown references."""

import re
from collections.abc import Iterator

from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat

from briefer.desktop import theme
from briefer.model.brief import Dossier
from briefer.model.pack import Pack
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


MARK = re.compile(r"\[(?:@[^\[\]]+|#[^\s\[\]]+)\]")
"""A citation of one or more sources, or a mention, that is written to its end."""
PART = re.compile(r"(?:(?<=\[)|(?<=;))(\s*)([@#][^\s,;\[\]]+)")


def references(line: str) -> Iterator[tuple[int, str]]:
    """Gives where each reference of a line begins, and its letter with its id."""
    for mark in MARK.finditer(line):
        for part in PART.finditer(line, mark.start(), mark.end()):
            yield part.start(2), part[2]


def unknown(text: str, pack: Pack, dossier: Dossier) -> frozenset[str]:
    """Gives the references, each by letter and id, that stand for nothing in the facts, as pre-flight reads them."""
    own = (each.id for each in (*dossier.entities, *dossier.neighbours))
    parts = (*(each.id for each in dossier.joined), *(each.id for each in dossier.measures))
    ids = (*own, *parts, *pack.entities, *pack.measures)
    known = {f"@{each.id}" for each in dossier.sources} | {f"#{id}" for id in ids}
    return frozenset(said for line in text.splitlines() for _at, said in references(line)) - known


class Highlighter(QSyntaxHighlighter):
    """Colours citations, mentions, to-dos and heads; the words stay the loudest thing."""

    speller: Speller | None = None
    unknown: frozenset[str] = frozenset()

    def spell(self, speller: Speller | None) -> None:
        """Marks the words that a dictionary does not know, or none."""
        self.speller = speller
        self.rehighlight()

    def mark_unknown(self, unknown: frozenset[str]) -> None:
        """Marks the references that stand for nothing, each given by letter and id."""
        self.unknown = unknown
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
        for start, said in references(line) if self.unknown else ():
            if said in self.unknown:
                self._dash(start, len(said))
        for start, length in self.speller.wrong(line) if self.speller else ():
            look = QTextCharFormat(self.format(start))
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
            look.setUnderlineColor(QColor(theme.now().error))
            self.setFormat(start, length, look)

    def _dash(self, start: int, length: int) -> None:
        look = QTextCharFormat(self.format(start))
        look.setForeground(QColor(theme.now().error))
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
        look.setUnderlineColor(QColor(theme.now().error))
        self.setFormat(start, length, look)
