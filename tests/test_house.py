"""The house rules that a test can check: length, first sentences, names, and where words may stand."""

import ast
import io
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
MODULES = sorted((ROOT / "briefer").rglob("*.py"))
FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "common", "core", "manager", "misc"}
LONGEST_FUNCTION = 30
LONGEST_MODULE = 300

type_of_def = (ast.FunctionDef, ast.AsyncFunctionDef)


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def code_lines(text: str) -> set[int]:
    """Gives the numbers of the lines that hold code: no blanks, no comments, no docstrings."""
    skipped = {
        tokenize.COMMENT,
        tokenize.NL,
        tokenize.NEWLINE,
        tokenize.INDENT,
        tokenize.DEDENT,
        tokenize.ENDMARKER,
        tokenize.ENCODING,
    }
    lines: set[int] = set()
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type not in skipped:
            lines.update(range(token.start[0], token.end[0] + 1))
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            lines -= set(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    return lines


def functions(text: str) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, type_of_def):
            yield node


def own_lines(node: ast.FunctionDef | ast.AsyncFunctionDef, lines: set[int]) -> int:
    """Counts a function's code lines without those of functions inside it, which count for themselves."""
    inner = {
        line
        for inside in ast.walk(node)
        if isinstance(inside, type_of_def) and inside is not node
        for line in range(inside.lineno, (inside.end_lineno or inside.lineno) + 1)
    }
    return len(lines & set(range(node.lineno, (node.end_lineno or node.lineno) + 1)) - inner)


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_function_has_at_most_thirty_code_lines_and_a_module_three_hundred(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    lines = code_lines(text)
    long = {
        f"{name(path)}:{node.lineno} {node.name}": count
        for node in functions(text)
        if (count := own_lines(node, lines)) > LONGEST_FUNCTION
    }
    assert not long
    assert len(lines) <= LONGEST_MODULE, f"{name(path)} has {len(lines)} code lines"


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_module_opens_with_a_sentence(path: Path) -> None:
    text = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert text, f"{name(path)} has no docstring"
    first = text.split("\n\n")[0].strip()
    assert first.endswith((".", ":")), f"{name(path)} opens with “{first}”"


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_no_module_is_called_helper_or_manager(path: Path) -> None:
    assert not FORBIDDEN_NAMES & set(path.relative_to(ROOT).with_suffix("").parts)


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_no_code_is_commented_out(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    comments = [
        token.string.lstrip("# ")
        for token in tokenize.generate_tokens(io.StringIO(text).readline)
        if token.type == tokenize.COMMENT
    ]
    assert not [comment for comment in comments if comment.startswith(("import ", "def ", "return ", "print("))]


def test_each_file_of_tests_mirrors_a_module_or_a_room() -> None:
    rooms = {path.stem for path in MODULES} | {path.parent.name for path in MODULES}
    own = {
        "house",
        "sample",
        "readme",
        "verapdf",
        "structure",
        "pages",
        "hostile",
        "speed",
        "ofac_formats",
        "wheel",
        "packaging",
    }
    own |= {"recall"}  # counted over the real lists
    own |= {"accessible"}  # every page of the window, for everyone
    own |= {"killed"}  # the real program, ended in the middle of work
    strays = [
        name(path) for path in (ROOT / "tests").rglob("test_*.py") if path.stem.removeprefix("test_") not in rooms | own
    ]
    assert not strays


def test_the_version_stands_in_one_place() -> None:
    import briefer

    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert 'dynamic = ["version"]' in text
    assert briefer.__version__ in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_nothing_names_the_place_where_it_was_built() -> None:
    read = {".py", ".toml", ".j2", ".css", ".md", ".csv", ".json"}
    hits = [
        name(path)
        for folder in ("briefer", "templates", "assets", "packaging")
        for path in (ROOT / folder).rglob("*")
        if path.suffix in read and "/work/" in path.read_text(encoding="utf-8")
    ]
    assert not hits
