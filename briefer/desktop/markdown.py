"""Quiet colours for the drafter's Markdown, a wave under what no dictionary knows, dashes under unknown references."""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QSyntaxHighlighter, QTextCharFormat

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
NAME, GAP = 220, 7
"""Pixels: the most that a name beside a mention takes, and those between the two."""


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


def named(dossier: Dossier) -> dict[str, str]:
    """Gives what references stand for, by letter and id: the title and publisher of a source, the name of an entity."""
    sources = {f"@{each.id}": " · ".join(filter(None, (each.title, each.publisher))) for each in dossier.sources}
    measures = {f"#{each.id}": each.title for each in dossier.measures}
    joined = {f"#{each.id}": each.caption for each in dossier.joined}
    return (
        sources | measures | joined | {f"#{each.id}": each.caption for each in (*dossier.neighbours, *dossier.entities)}
    )


class Highlighter(QSyntaxHighlighter):
    """Colours citations, mentions, to-dos and heads; the words stay the loudest thing."""

    speller: Speller | None = None
    unknown: frozenset[str] = frozenset()
    names: Mapping[str, str] = MappingProxyType({})

    def spell(self, speller: Speller | None) -> None:
        """Marks the words that a dictionary does not know, or none."""
        self.speller = speller
        self.rehighlight()

    def mark_unknown(self, unknown: frozenset[str]) -> None:
        """Marks the references that stand for nothing, each given by letter and id."""
        self.unknown = unknown
        self.rehighlight()

    def name(self, names: Mapping[str, str]) -> None:
        """Takes the names that mentions and sources stand for, each by letter and id; those of mentions get room."""
        self.names = names
        self.rehighlight()

    def mentions(self, line: str) -> Iterator[tuple[int, str]]:
        """Gives where each mention with a name ends, and the name, cut where it is long."""
        metrics = QFontMetricsF(self.document().defaultFont())
        for start, said in references(line) if self.names else ():
            if said.startswith("#") and said in self.names:
                cut = metrics.elidedText(self.names[said], Qt.TextElideMode.ElideRight, NAME)
                yield start + len(said), cut

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
        for end, name in self.mentions(line):
            self._make_room(end - 1, name)
        for start, length in self.speller.wrong(line) if self.speller else ():
            look = QTextCharFormat(self.format(start))
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
            look.setUnderlineColor(QColor(theme.now().error))
            self.setFormat(start, length, look)

    def _make_room(self, at: int, name: str) -> None:
        """Sets what follows a character apart by the width of a name, which is drawn there and is none of the text."""
        look = QTextCharFormat(self.format(at))
        look.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
        look.setFontLetterSpacing(QFontMetricsF(self.document().defaultFont()).horizontalAdvance(name) + GAP)
        self.setFormat(at, 1, look)

    def _dash(self, start: int, length: int) -> None:
        look = QTextCharFormat(self.format(start))
        look.setForeground(QColor(theme.now().error))
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
        look.setUnderlineColor(QColor(theme.now().error))
        self.setFormat(start, length, look)
