"""What our Markdown adds to CommonMark: the citation, the mention and the portion mark, as rules of markdown-it."""

import re
from collections.abc import Iterable, Iterator

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin

from briefer.marking import SCHEMES
from briefer.text.typography import dashes

CLASSIFIED = ("S", "TS", "FOUO", "SBU")
"""Portion marks of no scheme we print, read as such so that a check can refuse them before they print as text."""

DEEPEST = 20
"""So deep emphasis and links may stand in one another, as deep as CommonMark's own readers let them."""

PORTIONS = tuple(dict.fromkeys([*(mark for kind in SCHEMES.values() for mark in kind.portions if mark), *CLASSIFIED]))

_CITATIONS = re.compile(r"\[(@[^\[\]]+)\]")
_CITATION = re.compile(r"@([^\s,;\[\]]+)(?:\s*,\s*(\S.*?))?\s*", re.DOTALL)
_MENTION = re.compile(r"\[#([^\s\[\]]+)\]")
_PORTION = re.compile(rf"\((({'|'.join(map(re.escape, PORTIONS))})(//[A-Z0-9/+ -]+)?)\)\s+(?=\S)")


class Markdown(MarkdownIt):
    """CommonMark without raw HTML, code blocks and link definitions, with tables, definition lists and our marks."""

    def __init__(self) -> None:
        super().__init__("js-default", {"typographer": True, "linkify": False, "html": False})
        # A link definition would swallow the line "[@source]: text" without a trace.
        self.disable(["strikethrough", "linkify", "code", "fence", "reference"])
        self.use(deflist_plugin)
        # The stock replacements turn "section 216(c)" into a copyright sign.
        self.core.ruler.at("replacements", dashes)
        self.core.ruler.after("inline", "shallow", _shallow)
        self.inline.ruler.before("text", "portion", _portion)
        self.inline.ruler.before("link", "citation", _citation)
        self.inline.ruler.before("link", "mention", _mention)

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802 - the name is markdown-it's
        """Lets every link be read as one; which of them stays a link is decided when it is written."""
        return True


def _shallow(state: StateCore) -> None:
    """Lets what stands too deep be plain: all that is read afterwards goes down as deep as the text does.

    markdown-it bounds everything but emphasis. An image stands as its description.
    """
    for token in state.tokens:
        if token.children:
            token.children = list(_bounded(_described(token.children)))


def _described(tokens: Iterable[Token]) -> Iterator[Token]:
    for token in tokens:
        if token.type == "image":
            yield from _described(token.children or ())
        else:
            yield token


def _bounded(tokens: Iterable[Token]) -> Iterator[Token]:
    depth = 0
    for token in tokens:
        depth -= token.nesting < 0
        if token.nesting == 0 or depth < DEEPEST:
            token.level = min(depth, DEEPEST)
            yield token
        depth += token.nesting > 0


def _portion(state: StateInline, silent: bool) -> bool:
    """Reads a portion mark, at the very start of the inline content alone."""
    found = _PORTION.match(state.src) if state.pos == 0 else None
    return found is not None and _take(state, "portion", found, {"mark": found[1]}, silent)


def _citation(state: StateInline, silent: bool) -> bool:
    """Reads `[@source, locator; @source]`; anything else in such brackets stays text."""
    found = _CITATIONS.match(state.src, state.pos)
    if not found:
        return False
    read = [_CITATION.fullmatch(part) for part in re.split(r";\s*(?=@)", found[1])]
    cited = [(one[1], " ".join((one[2] or "").split())) for one in read if one]
    return len(cited) == len(read) and _take(state, "citation", found, {"cited": cited}, silent)


def _mention(state: StateInline, silent: bool) -> bool:
    """Reads `[#entity]`."""
    found = _MENTION.match(state.src, state.pos)
    return found is not None and _take(state, "mention", found, {"entity": found[1]}, silent)


def _take(state: StateInline, kind: str, found: re.Match[str], meta: dict[str, object], silent: bool) -> bool:
    """Makes a token of what was found and goes on behind it."""
    if not silent:
        token = state.push(kind, "", 0)
        token.content, token.meta = found[0], meta
    state.pos = found.end()
    return True
