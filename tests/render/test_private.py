"""The canary: walks every private part that is touched, and says which of them a new version moved."""

import ast
import inspect
import sys
from functools import cache
from importlib.metadata import version
from pathlib import Path

import pydyf
import pytest

from briefer.render import fonts, private, render
from briefer.render.private import REPLACED, TOUCHED, Touched
from tests.render import briefs

ROOM = Path(private.__file__).parent
PUBLIC = {"weasyprint", "weasyprint.urls"}


def named(part: Touched) -> str:
    return f"{part.owner.__name__}.{part.name}"


@cache
def set_in(module: str) -> set[str]:
    """Gives the names that code of a module sets on objects."""
    tree = ast.parse(inspect.getsource(sys.modules[module]))
    return {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store)}


def test_the_versions_are_those_that_are_pinned() -> None:
    assert (version("weasyprint"), version("pydyf")) == ("70.0", "0.13.0"), "walk render/private.py before you move on"


@pytest.mark.parametrize("part", TOUCHED, ids=named)
def test_a_part_that_is_touched_is_where_it_was(part: Touched) -> None:
    if part.held:
        assert hasattr(part.owner, part.name) or part.name in set_in(part.owner.__module__), part.why
        return
    assert hasattr(part.owner, part.name), part.why
    if part.shape:
        assert tuple(inspect.signature(part.now()).parameters) == part.shape, part.why


@pytest.mark.parametrize("part", TOUCHED, ids=named)
def test_a_part_that_is_touched_says_why_and_until_when(part: Touched) -> None:
    assert part.why
    assert part.until.endswith("go") or part.until.endswith("goes")


def test_nothing_is_handed_on_that_is_not_listed() -> None:
    listed = {id(part.now()) for part in TOUCHED if not part.held} | {id(part) for part in TOUCHED}
    handed = {name: getattr(private, name) for name in private.__all__ if name != "TOUCHED"}
    assert not [
        name for name, value in handed.items() if inspect.getmodule(value) is not private and id(value) not in listed
    ]


def test_the_values_that_are_leant_on_are_what_they_were() -> None:
    for part in (private.PAGE_REFERENCES, private.STREAM_DATA, private.DICTIONARY_DATA):
        assert isinstance(part.now(), property)
    assert {"rdf", "pdfuaid"} <= private.NS.keys()
    assert private.MARGINS.now() is private.make_margin_boxes
    assert private.to_bytes(1.0) == b"1"
    assert pydyf.Dictionary({"S": "/P"}).data == b"<</S /P>>"


def test_everything_is_back_in_its_place_after_a_rendering() -> None:
    fonts.use_bundled()
    before = [part.now() for part in REPLACED]
    render(briefs.brief(briefs.section("one", f"<h1>One</h1>{briefs.table(80)}")))
    assert [part.now() for part in REPLACED] == before


def reached(path: Path) -> list[str]:
    """Gives what a module takes from inside WeasyPrint or pydyf, or reads of an object that is not its own."""
    found: list[str] = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            inner = node.module.startswith("weasyprint.") or node.module == "weasyprint"
            found += [node.module] if inner and node.module not in PUBLIC else []
            found += [f"{node.module}.{one.name}" for one in node.names if node.module == "weasyprint"]
        elif isinstance(node, ast.Import):
            found += [one.name for one in node.names if one.name.startswith("weasyprint.") and one.name not in PUBLIC]
        elif isinstance(node, ast.Attribute) and node.attr.startswith("_") and not node.attr.startswith("__"):
            own = isinstance(node.value, ast.Name) and node.value.id in {"self", "cls", "os"}
            found += [] if own else [f"line {node.lineno}: {node.attr}"]
    return found


@pytest.mark.parametrize("path", sorted(ROOM.rglob("*.py")), ids=lambda path: path.name)
def test_one_module_alone_reaches_into_weasyprint_and_pydyf(path: Path) -> None:
    assert bool(reached(path)) == (path.name == "private.py")
