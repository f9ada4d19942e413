"""The drafter's Markdown: read into frozen blocks, written as HTML; what users type is data, never HTML or template.

Beside CommonMark with tables and definition lists there are three marks of ours: `[@source, locator]` cites
(`[@a; @b, s. 2]` several), `[#entity]` mentions, and a leading `(U)` is the portion mark of a paragraph or list item.
"""

from briefer.text.blocks import Block, Definition, Statement, blocks, citations, mentions, statements
from briefer.text.html import inline_html, to_html
from briefer.text.inline import Citation, Inline, Piece
from briefer.text.letters import meant
from briefer.text.typography import tidy

__all__ = [
    "Block",
    "Citation",
    "Definition",
    "Inline",
    "Piece",
    "Statement",
    "blocks",
    "citations",
    "inline_html",
    "meant",
    "mentions",
    "statements",
    "tidy",
    "to_html",
]
