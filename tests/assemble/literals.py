"""Finds the texts of templates that are printed and do not go through gettext, and gettext calls that find nothing."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment, nodes

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = ROOT / "templates"
CALLS = {"_", "gettext", "ngettext"}
CODE = ("variable_begin", "block_begin")
COMPARED = {"==", "!=", "in", "not"}
SEEN = {"title", "alt", "aria-label", "summary"}
"""Attributes that a reader meets; those of drawings and links alike."""
LETTER = re.compile(r"[^\W\d_]")
MARKUP = {'lang=""'}
"""What macros write into a tag."""
_LANGUAGE = Environment(extensions=["jinja2.ext.i18n"], trim_blocks=True, lstrip_blocks=True)


class Token(NamedTuple):
    """A piece of a template as Jinja's lexer gives it."""

    line: int
    kind: str
    value: str


class _Printed(HTMLParser):
    """Gathers what a page shows: texts, and attributes that a reader meets, with their lines."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[int, str]] = []
        self.feed(html)
        self.close()

    def handle_data(self, data: str) -> None:
        """Keeps a text that has letters."""
        letter = LETTER.search(data)
        if letter and data.strip() not in MARKUP:
            line = self.getpos()[0] + data[: letter.start()].count("\n")
            self.found.append((line, " ".join(data.split())))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keeps an attribute that has letters."""
        line = self.getpos()[0]
        self.found += [(line, each) for name, each in attrs if name in SEEN and each and LETTER.search(each)]


def untranslated(source: str) -> list[tuple[int, str]]:
    """Gives the texts of a template that print as they stand, each with its line."""
    return _Printed("".join(_bare(source))).found


def unfound(source: str) -> list[int]:
    """Gives the lines of calls of gettext with something else than a text, which no catalogue can hold."""
    calls = _LANGUAGE.parse(source).find_all(nodes.Call)
    named = (call for call in calls if isinstance(call.node, nodes.Name) and call.node.name in CALLS)
    return [call.lineno for call in named if not call.args or not isinstance(call.args[0], nodes.Const)]


def _bare(source: str) -> Iterator[str]:
    """Yields a template's HTML with the texts of its expressions, without what goes through gettext; lines stay."""
    translated = False
    for begin, *rest in _parts(source):
        if begin.kind == "block_begin":
            name = next((token.value for token in rest if token.kind == "name"), "")
            translated = name in ("trans", "pluralize") or (translated and name != "endtrans")
        if begin.kind in CODE:
            yield from _texts([token for token in rest if token.kind != "whitespace"])
        shown = begin.kind == "data" and not translated
        yield begin.value if shown else "\n" * sum(token.value.count("\n") for token in (begin, *rest))


def _parts(source: str) -> Iterator[list[Token]]:
    """Yields the parts of a template: data, or the tokens of an expression, a block or a comment."""
    part: list[Token] = []
    for token in (Token(*each) for each in _LANGUAGE.lex(source)):
        if part and (token.kind == "data" or token.kind in (*CODE, "comment_begin")):
            yield part
            part = []
        part.append(token)
    if part:
        yield part


def _texts(code: list[Token]) -> Iterator[str]:
    """Yields the texts of code that can be printed: no names of fields, nothing compared, nothing for gettext."""
    for at, token in enumerate(code):
        before = [each.value for each in code[max(at - 2, 0) : at]]
        after = code[at + 1].value if at + 1 < len(code) else ""
        if token.kind == "string" and not _unseen([""] * (2 - len(before)) + before, after):
            yield token.value[1:-1]


def _unseen(before: list[str], after: str) -> bool:
    outer, last = before
    translated = last == "(" and outer in CALLS
    field = last == "[" and after == "]" and re.fullmatch(r"\w+|[)\]}]", outer) is not None
    field |= (outer, last) == ("attribute", "=")
    compared = last in COMPARED or after in COMPARED
    return translated or field or compared or after == ":"


def templates() -> list[Path]:
    """Gives every template, in the order of their names."""
    return sorted(TEMPLATES.rglob("*.j2"))
