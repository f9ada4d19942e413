"""The Jinja environment: sandboxed, escaping, strict; templates come from the program's own files alone."""

from functools import cache

from jinja2 import FunctionLoader, StrictUndefined, Template, TemplateNotFound
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from briefer import files
from briefer.assemble.page import Page
from briefer.assemble.scripts import printable, printable_html
from briefer.assemble.style import tokens
from briefer.text import tidy

PARTS = "parts"
FRAME = '{% import "parts/macros" as m with context %}{% include names %}'


def write(document: str, partial: str, page: Page, view: object) -> str:
    """Writes a section: the document type's own partial of this name, else the shared one; lines end well."""
    frame = _frame()
    names = [f"{document}/{partial}", f"{PARTS}/{partial}"]
    return str(tidy(frame.render(names=names, page=page, view=view, t=tokens())))


@cache
def _frame() -> Template:
    return _environment().from_string(FRAME)


@cache
def _environment() -> ImmutableSandboxedEnvironment:
    return ImmutableSandboxedEnvironment(
        loader=FunctionLoader(_load),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )


def _load(name: str) -> str:
    folder, _, partial = name.partition("/")
    file = files.data("templates", folder, f"{partial}.html.j2")
    if not file.is_file():
        raise TemplateNotFound(name)
    return file.read_text(encoding="utf-8")


def _finalize(value: object) -> object:
    """Lets nothing through that no font can draw."""
    if isinstance(value, Markup):
        return printable_html(value)
    return printable(value) if isinstance(value, str) else value
