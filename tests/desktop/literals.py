"""Finds the texts of the window that a user can see and that do not go through the catalogue."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WINDOW = ROOT / "briefer" / "desktop"
TRANSLATED = {"_", "ngettext", "gettext"}
SHOWN = {
    "text": (0,),
    "button": (0,),
    "chip": (0,),
    "tool": (1,),
    "named": (1, 2),
    "tell": (1, 2),
    "form_row": (0, 2),
    "empty": (1, 2),
    "setText": (0,),
    "setToolTip": (0,),
    "setWindowTitle": (0,),
    "setPlaceholderText": (0,),
    "setAccessibleName": (0,),
    "setAccessibleDescription": (0,),
    "addTab": (0, 1),
    "addAction": (0,),
    "edit": (0,),
}
"""Calls whose arguments at these places are shown, whatever they look like."""
_KEY = r"(F\d+|Page (Up|Down)|Pg(Up|Down)|Enter|Return|Space|Delete|Esc|Up|Down|Left|Right|Home|End|Tab|.)"
KEYS = re.compile(rf"((Ctrl|Alt|Shift)\+)*{_KEY}")
WORDS = re.compile(r"^\W*[A-Z][a-z]+|[A-Za-zé’]{2,}[,;:.]? [A-Za-z(“]|[A-Za-z]{2,}…")
TECHNICAL = {
    "Briefer",
    "Fusion",
    "Briefer Sans",
    "Person",
    "Organization",
    "Company",
    "PublicBody",
    "Vessel",
    "Airplane",
    "Measure",
    "Letter",
    "English",
    "Ownership",
    "Directorship",
    "Family",
    "Representation",
    "UnknownLink",
}
"""Names that stay: the program's, a style's, a face's, those of schemas and papers in files; a language's own."""
PLAIN_CALLS = {
    "below",
    "setProperty",
    "setObjectName",
    "setStyleSheet",
    "property",
    "getattr",
    "Tasks",
    "sub",
    "compile",
    "TemporaryDirectory",
}
PLAIN_KEYWORDS = {"only", "icon", "kind", "keys", "role", "run"}
PLAIN_FILES = {"theme.py", "dress.py"}
NAME = re.compile(r"[a-z0-9_./:-]*|<.*|#[0-9a-f]*|[a-z.]+ \{ .*", re.DOTALL)
"""Names for the program alone: lower case without a blank, markup, or a style sheet."""


def _hidden(node: ast.AST) -> Iterator[ast.AST | None]:
    """Yields what nobody sees of a node: docstrings, annotations, arguments of plain calls, what is translated."""
    match node:
        case ast.Expr(value=ast.Constant()):
            yield node.value
        case ast.AnnAssign() | ast.arg():
            yield node.annotation
        case ast.FunctionDef():
            yield node.returns
        case ast.Call() if _name(node) in TRANSLATED | PLAIN_CALLS:
            yield from node.args
        case ast.Dict():
            yield from (each for each in node.keys if each is not None and said(each)[:1].islower())
        case ast.keyword(arg=name) | ast.Assign(targets=[ast.Name(id=name)]) if name in PLAIN_KEYWORDS:
            yield node.value
        case ast.Raise():
            yield node


def _skipped(tree: ast.AST) -> set[int]:
    hidden = (part for node in ast.walk(tree) for part in _hidden(node) if part is not None)
    return {id(each) for part in hidden for each in ast.walk(part)}


def _name(call: ast.Call) -> str:
    return (
        call.func.id
        if isinstance(call.func, ast.Name)
        else call.func.attr
        if isinstance(call.func, ast.Attribute)
        else ""
    )


def _shown(tree: ast.AST) -> set[int]:
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            found |= {id(node.args[at]) for at in SHOWN.get(_name(node), ()) if at < len(node.args)}
    return found


def said(node: ast.AST) -> str:
    """Gives the fixed words of a text, what is put into it as a blank."""
    if isinstance(node, ast.JoinedStr):
        return "".join(each.value if isinstance(each, ast.Constant) else " \0 " for each in node.values)
    return str(node.value) if isinstance(node, ast.Constant) else ""


def untranslated(path: Path) -> Iterator[ast.expr]:
    """Yields the texts of a module that are shown as they stand."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    skipped, shown = _skipped(tree), _shown(tree)
    inner = {
        id(part)
        for node in ast.walk(tree)
        if isinstance(node, ast.JoinedStr)
        for part in ast.walk(node)
        if part is not node
    }
    for node in ast.walk(tree):
        if id(node) in skipped or path.name in PLAIN_FILES:
            continue
        if isinstance(node, ast.JoinedStr) or (
            isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in inner
        ):
            words = said(node)
            visible = id(node) in shown and re.search(r"[A-Za-z]{2,}", words.replace("\0", ""))
            plain = KEYS.fullmatch(words) or words in TECHNICAL or NAME.fullmatch(words.replace(" \0 ", ""))
            joined = isinstance(node, ast.JoinedStr) and re.search(r"[A-Za-z]{3,}", words)
            named = KEYS.fullmatch(words) or words in TECHNICAL
            if (visible and not named) or (not plain and (joined or WORDS.search(words))):
                yield node
