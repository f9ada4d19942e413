"""The Jinja environment: sandboxed, escaping, strict; templates come from the program's own files alone.

Their texts are English and go through gettext (see `translations`).
A template may write LONGEST letters and take SLOWEST seconds, and may make no long text or number from a short one.
"""

import re
import time
import traceback
from collections.abc import Iterable, Iterator
from contextvars import ContextVar
from functools import cache
from math import inf
from pathlib import Path
from typing import Any

from jinja2 import FunctionLoader, StrictUndefined, Template, TemplateNotFound, TemplateSyntaxError, nodes
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from briefer import shipped
from briefer.assemble.page import Page
from briefer.assemble.scripts import printable, printable_html
from briefer.assemble.style import tokens
from briefer.assemble.translations import gettext, ngettext
from briefer.language import _
from briefer.model.errors import BadData, BrieferError
from briefer.text import tidy

PARTS = "parts"
ENDING = ".html.j2"
LONGEST = 50_000_000
SLOWEST = 60.0
FACTOR = 10_000
BITS = 10_000
"""So long a number may become, in binary digits: its multiplication cannot be stopped half-way."""
NAME = re.compile(r"[\w-]+/[\w-]+", re.ASCII)
"""What our templates are called: a folder and a file in it."""
METHODS = frozenset({"endswith"})
"""What templates ask a text to do; others could make one of any length."""
FILTERS = frozenset({"batch", "escape", "join", "length", "list", "max", "min", "round", "safe", "sum", "upper"})
"""What templates use; others could make text of any length."""
FRAME = '{% import "parts/macros" as m with context %}{% include names %}'


def write(document: str, partial: str, page: Page, view: object) -> str:
    """Writes a section: the document type's own partial of this name, else the shared one; lines end well.

    BadData where the template is at fault, with section, file, line and what it stumbled over.
    """
    names = [f"{document}/{partial}", f"{PARTS}/{partial}"]
    began = _END.set(time.monotonic() + SLOWEST)
    try:
        written = "".join(_bounded(_frame().generate(names=names, page=page, view=view, t=tokens())))
        return page.anchored(str(tidy(written)))
    except BrieferError:
        raise
    except Exception as error:
        words = _("it takes more memory than there is") if isinstance(error, MemoryError) else error
        raise BadData(
            _(
                "Section “{title}”: {place}: {words}; correct the template.",
                title=page.title,
                place=_place(error, names),
                words=words,
            )
        ) from error
    finally:
        _END.reset(began)


def _bounded(parts: Iterable[str]) -> Iterator[str]:
    """Hands parts on until they are too many or too slow."""
    letters = 0
    for part in parts:
        letters += len(part)
        if letters > LONGEST:
            raise TooMuch(_("it writes more than {longest:,} letters", longest=LONGEST))
        _look()
        yield part


def _look() -> None:
    """Ends a template that takes too long; each turn of a loop and each call of its own comes here."""
    if time.monotonic() > _END.get():
        raise TooMuch(_("it takes longer than {slowest:g} seconds", slowest=SLOWEST))


def _place(error: Exception, names: list[str]) -> str:
    """Names file and line of the innermost template on the way to an error."""
    if isinstance(error, TemplateSyntaxError):
        return _("{file}, line {line}", file=_file(error.name or names[-1]), line=error.lineno)
    steps = [step for step in traceback.extract_tb(error.__traceback__) if step.filename.endswith(ENDING)]
    if not steps:
        return _file(names[-1])
    return _("{file}, line {line}", file="/".join(Path(steps[-1].filename).parts[-3:]), line=steps[-1].lineno)


def _file(name: str) -> str:
    return f"templates/{name}{ENDING}"


class TooMuch(Exception):
    """A template that would not end, or write without end."""


_END: ContextVar[float] = ContextVar("_END", default=inf)
_TURN = "_turn"


class _Environment(ImmutableSandboxedEnvironment):
    """A sandbox in which no text and no number grows to any length, and every turn of a loop looks at the time."""

    intercepted_binops = frozenset({"*", "**", "%"})

    def _generate(self, source: nodes.Template, *names: Any, **more: Any) -> str:
        """Jinja's own hook between reading and compiling."""
        for loop in source.find_all(nodes.For):
            turn = nodes.Call(nodes.Name(_TURN, "load"), [], [], None, None)
            loop.body.insert(0, nodes.ExprStmt(turn, lineno=loop.lineno))
        written: str = super()._generate(source, *names, **more)
        return written

    def call(__self, __context: Context, __obj: Any, *given: Any, **named: Any) -> Any:  # noqa: N805 - Jinja's names
        """Calls what a template calls, unless it has taken too long."""
        _look()
        return None if __obj is _look else super().call(__context, __obj, *given, **named)

    def wrap_str_format(self, value: Any) -> None:
        """Lets no text be filled in, which can make it of any length: `is_safe_attribute` then says so."""

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Lets a text do what templates ask of it alone."""
        if isinstance(obj, str | bytes) and callable(value) and attr not in METHODS:
            return False
        return super().is_safe_attribute(obj, attr, value)

    def call_binop(self, context: Context, operator: str, left: object, right: object) -> object:
        """Works out numbers; text is repeated a little at most."""
        text = isinstance(left, str | list | tuple) or isinstance(right, str | list | tuple)
        numbers = [abs(value) for value in (left, right) if isinstance(value, int | float)]
        if text and operator == "%":
            raise TooMuch(_("it fills in a text by “%”"))
        if (text or operator == "**") and max(numbers, default=0) > FACTOR:
            raise TooMuch(_("it multiplies by more than {factor:,}", factor=FACTOR))
        if _bits(operator, left, right) > BITS:
            raise TooMuch(_("it works out a number of more than {bits:,} binary digits", bits=BITS))
        return super().call_binop(context, operator, left, right)


def _bits(operator: str, left: object, right: object) -> int:
    """Gives the length that a product or power may have at most."""
    if not isinstance(left, int) or not isinstance(right, int):
        return 0
    return left.bit_length() * abs(right) if operator == "**" else left.bit_length() + right.bit_length()


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
    made.globals[_TURN] = _look
    made.install_gettext_callables(gettext, ngettext, newstyle=True)  # type: ignore[attr-defined]  # the extension's
    made.filters = {name: function for name, function in made.filters.items() if name in FILTERS}
    return made


def _load(name: str) -> tuple[str, str, None]:
    if not NAME.fullmatch(name):
        raise TemplateNotFound(name)
    folder, _, partial = name.partition("/")
    file = shipped.data("templates", folder, f"{partial}{ENDING}")
    if not file.is_file():
        raise TemplateNotFound(name)
    return file.read_text(encoding="utf-8"), str(file), None


def _finalize(value: object) -> object:
    """Lets nothing through that no font can draw."""
    if isinstance(value, Markup):
        return printable_html(value)
    return printable(value) if isinstance(value, str) else value
