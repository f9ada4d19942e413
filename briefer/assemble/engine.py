"""The Jinja environment: sandboxed, escaping, strict; templates come from the program's own files alone.

Their texts are English and go through gettext (see `translations`).
A template may write LONGEST letters and take SLOWEST seconds, and may make no long text by multiplying a short one.
"""

import time
import traceback
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from jinja2 import FunctionLoader, StrictUndefined, Template, TemplateNotFound, TemplateSyntaxError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from briefer import files
from briefer.assemble.page import Page
from briefer.assemble.scripts import printable, printable_html
from briefer.assemble.style import tokens
from briefer.assemble.translations import gettext, ngettext
from briefer.model.errors import BadData, BrieferError
from briefer.text import tidy

PARTS = "parts"
ENDING = ".html.j2"
LONGEST = 50_000_000
SLOWEST = 60.0
FACTOR = 10_000
FILTERS = frozenset({"batch", "escape", "join", "length", "list", "max", "min", "round", "safe", "sum", "upper"})
"""What templates use; others could make text of any length."""
FRAME = '{% import "parts/macros" as m with context %}{% include names %}'


def write(document: str, partial: str, page: Page, view: object) -> str:
    """Writes a section: the document type's own partial of this name, else the shared one; lines end well.

    BadData where the template is at fault, with section, file, line and what it stumbled over.
    """
    names = [f"{document}/{partial}", f"{PARTS}/{partial}"]
    try:
        written = "".join(_bounded(_frame().generate(names=names, page=page, view=view, t=tokens())))
        return page.anchored(str(tidy(written)))
    except BrieferError:
        raise
    except Exception as error:
        raise BadData(f"Section “{page.title}”: {_place(error, names)}: {error}; correct the template.") from error


def _bounded(parts: Iterable[str]) -> Iterator[str]:
    """Hands parts on until they are too many or too slow."""
    letters, end = 0, time.monotonic() + SLOWEST
    for part in parts:
        letters += len(part)
        if letters > LONGEST:
            raise TooMuch(f"it writes more than {LONGEST:,} letters")
        if time.monotonic() > end:
            raise TooMuch(f"it takes longer than {SLOWEST:g} seconds")
        yield part


def _place(error: Exception, names: list[str]) -> str:
    """Names file and line of the innermost template on the way to an error."""
    if isinstance(error, TemplateSyntaxError):
        return f"{_file(error.name or names[-1])}, line {error.lineno}"
    steps = [step for step in traceback.extract_tb(error.__traceback__) if step.filename.endswith(ENDING)]
    return f"{'/'.join(Path(steps[-1].filename).parts[-3:])}, line {steps[-1].lineno}" if steps else _file(names[-1])


def _file(name: str) -> str:
    return f"templates/{name}{ENDING}"


class TooMuch(Exception):
    """A template that would not end, or write without end."""


class _Environment(ImmutableSandboxedEnvironment):
    """A sandbox in which text cannot be multiplied to any length."""

    intercepted_binops = frozenset({"*", "**", "%"})

    def call_binop(self, context: Context, operator: str, left: object, right: object) -> object:
        """Works out numbers; text is repeated a little at most."""
        text = isinstance(left, str | list | tuple) or isinstance(right, str | list | tuple)
        numbers = [abs(value) for value in (left, right) if isinstance(value, int | float)]
        if text and operator == "%":
            raise TooMuch("it fills in a text by “%”")
        if (text or operator == "**") and max(numbers, default=0) > FACTOR:
            raise TooMuch(f"it multiplies by more than {FACTOR:,}")
        return super().call_binop(context, operator, left, right)


@cache
def _frame() -> Template:
    return _environment().from_string(FRAME)


@cache
def _environment() -> _Environment:
    made = _Environment(
        loader=FunctionLoader(_load),
        extensions=["jinja2.ext.i18n"],
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    made.install_gettext_callables(gettext, ngettext, newstyle=True)  # type: ignore[attr-defined]  # the extension's
    made.filters = {name: function for name, function in made.filters.items() if name in FILTERS}
    return made


def _load(name: str) -> tuple[str, str, None]:
    folder, _, partial = name.partition("/")
    file = files.data("templates", folder, f"{partial}{ENDING}")
    if not file.is_file():
        raise TemplateNotFound(name)
    return file.read_text(encoding="utf-8"), str(file), None


def _finalize(value: object) -> object:
    """Lets nothing through that no font can draw."""
    if isinstance(value, Markup):
        return printable_html(value)
    return printable(value) if isinstance(value, str) else value
