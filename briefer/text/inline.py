"""Inline content: what stands in a paragraph, a heading, a term or a table cell."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from markdown_it.tree import SyntaxTreeNode

_SCHEME = re.compile(r"(?:https?|mailto):", re.IGNORECASE)
_WRAPPED = {"strong": "strong", "em": "em", "link": "link"}


@dataclass(frozen=True, slots=True)
class Citation:
    """One source cited, and where in it: `[@source, locator]`."""

    source: str
    locator: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """One step of inline content.

    `kind` is text, code, break, cite, mention, or strong, em, link and their ends /strong, /em, /link; `text` is the
    text, the id of a mention or the address of a link.
    """

    kind: str
    text: str = ""
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Inline:
    """The inline content of one place, in pieces; no space stands before a citation."""

    pieces: tuple[Piece, ...] = ()

    @property
    def text(self) -> str:
        """The plain text: without citations, mentions as ids, white space as single spaces."""
        shown = (" " if piece.kind == "break" else piece.text for piece in self.pieces if piece.kind != "link")
        return " ".join("".join(shown).split())

    @property
    def citations(self) -> tuple[Citation, ...]:
        """What is cited here, each once, in order of use."""
        return tuple(dict.fromkeys(one for piece in self.pieces for one in piece.citations))

    @property
    def mentions(self) -> tuple[str, ...]:
        """The ids mentioned here, each once, in order of use."""
        return tuple(dict.fromkeys(piece.text for piece in self.pieces if piece.kind == "mention"))


def inline(nodes: Iterable[SyntaxTreeNode]) -> Inline:
    """Makes inline content of markdown-it's nodes; a portion mark that is still among them becomes text again."""
    settled: list[Piece] = []
    for piece in _pieces(nodes):
        if piece.kind == "cite":
            _strip_end(settled)
        if settled and settled[-1].kind == piece.kind and piece.kind in ("text", "cite"):
            last = settled.pop()
            piece = Piece(piece.kind, last.text + piece.text, last.citations + piece.citations)
        settled.append(piece)
    return Inline(tuple(settled))


def _pieces(nodes: Iterable[SyntaxTreeNode]) -> Iterator[Piece]:
    for node in nodes:
        if node.type in _LEAVES:
            yield _LEAVES[node.type](node)
        elif node.type not in _WRAPPED or not _stays(node):  # a bad link leaves its text
            yield from _pieces(node.children)
        else:
            yield Piece(node.type, str(node.attrs.get("href", "")))
            yield from _pieces(node.children)
            yield Piece(f"/{node.type}")


def _stays(node: SyntaxTreeNode) -> bool:
    return node.type != "link" or bool(_SCHEME.match(str(node.attrs["href"])))


def _strip_end(pieces: list[Piece]) -> None:
    """Takes away the space before a citation, where a key will stand or nothing at all."""
    if pieces and pieces[-1].kind == "text":
        stripped = pieces.pop().text.rstrip()
        if stripped:
            pieces.append(Piece("text", stripped))


_LEAVES: dict[str, Callable[[SyntaxTreeNode], Piece]] = {
    "text": lambda node: Piece("text", node.content),
    "portion": lambda node: Piece("text", node.content),
    "softbreak": lambda _node: Piece("text", " "),
    "hardbreak": lambda _node: Piece("break"),
    "code_inline": lambda node: Piece("code", node.content),
    "mention": lambda node: Piece("mention", node.meta["entity"]),
    "citation": lambda node: Piece("cite", "", tuple(Citation(*one) for one in node.meta["cited"])),
}
