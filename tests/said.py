"""Finds the texts of the program below the window that a reader may see and that do not go through the catalogue."""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ROOMS = ("analysis", "assemble", "service", "pack", "library", "sources", "render", "annex")
"""The packages whose sentences reach the window or the paper; the modules beside them are FILES."""
FILES = (
    *("files.py", "handoff.py", "history.py", "language.py", "marking.py", "settings.py"),
    *("model/errors.py", "rulebook/ended.py"),
)
FOR_DEVELOPERS = ("render/private.py",)
TRANSLATED = {"_": 1, "mark": 1, "ngettext": 2, "counted": 3}
"""The functions that look a text up, and how many of their first arguments are texts."""
PLAIN_CALLS = {"compile", "text", "execute", "exec_driver_sql", "ContextVar", "TypeVar", "getLogger", "namedtuple"}
WORDS = re.compile(r"[A-Za-z]{2,}[,;:.]?[  ]+[(“]?\w*[A-Za-z]{2,}")
SQL = re.compile(
    r"\s*(SELECT|INSERT|CREATE|WITH|UPDATE|DELETE|DROP|PRAGMA|ALTER|REPLACE|ATTACH|ORDER BY|WHERE|AND|FROM)\b"
)
PLAIN = ROOT / "tests" / "plain.txt"
"""What looks like a sentence and is none: words looked for in lists and texts, formats, names that stay. A line each,
the module, a tab, the fixed words as JSON."""


def modules() -> list[Path]:
    """Gives the modules whose texts go through the catalogue."""
    rooms = (path for room in ROOMS for path in (ROOT / "briefer" / room).rglob("*.py"))
    every = {*rooms, *(ROOT / "briefer" / name for name in FILES)}
    return sorted(every - {ROOT / "briefer" / name for name in FOR_DEVELOPERS})


def said(node: ast.AST) -> str:
    """Gives the fixed words of a text, what is put into it as {}."""
    if isinstance(node, ast.JoinedStr):
        return "".join(str(each.value) if isinstance(each, ast.Constant) else "{}" for each in node.values)
    return str(node.value) if isinstance(node, ast.Constant) else ""


def untranslated(source: str) -> Iterator[ast.expr]:
    """Yields the texts of a module that look like words for a reader and do not go through the catalogue."""
    tree = ast.parse(source)
    hidden = {id(part) for node in ast.walk(tree) for each in _hidden(node) for part in ast.walk(each)}
    for node in ast.walk(tree):
        if id(node) not in hidden and _worded(node):
            yield node  # type: ignore[misc]


def _worded(node: ast.AST) -> bool:
    words = said(node)
    if isinstance(node, ast.JoinedStr):
        return bool(re.search(r"[A-Za-z]{3,}", words.replace("{}", " "))) and " " in words and not SQL.match(words)
    texts = isinstance(node, ast.Constant) and isinstance(node.value, str)
    return texts and bool(WORDS.search(words)) and not SQL.match(words)


def _hidden(node: ast.AST) -> Iterator[ast.AST]:
    """Yields what no reader sees of a node, or sees in his language already."""
    match node:
        case ast.Expr(value=ast.Constant() as text):
            yield text
        case ast.AnnAssign(annotation=said) | ast.arg(annotation=ast.expr() as said):
            yield said
        case ast.FunctionDef(returns=ast.expr() as gives):
            yield gives
        case ast.Call() if (name := named(node)) in TRANSLATED:
            yield from node.args[: TRANSLATED[name]]
        case ast.Call() if named(node) in PLAIN_CALLS:
            yield from node.args
        case ast.JoinedStr():
            yield from (each for each in node.values if isinstance(each, ast.Constant))
            specs = (each.format_spec for each in node.values if isinstance(each, ast.FormattedValue))
            yield from (each for each in specs if each)
        case _:
            pass


def named(call: ast.Call) -> str:
    """Gives the name of the function that is called."""
    return getattr(call.func, "id", "") or getattr(call.func, "attr", "")


def plain() -> set[tuple[str, str]]:
    """Gives the texts that stay as they are, each with its module."""
    lines = (line.partition("\t") for line in PLAIN.read_text(encoding="utf-8").splitlines())
    return {(module, json.loads(words)) for module, _tab, words in lines}
