"""The words of templates in the pack's language, out of assets/locale/<language>/LC_MESSAGES/print.mo; else English.

The language is the pack's, never the user's or the machine's, so that the same pack prints the same anywhere. A
translation is text: what looks like HTML in it prints as it stands, and one whose placeholders are not those of the
English text is not used.
"""

import re
import struct
from functools import cache, lru_cache
from gettext import GNUTranslations, NullTranslations
from html import unescape
from importlib.resources.abc import Traversable

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import escape

from briefer import files
from briefer.assemble.scripts import valid

DOMAIN = "print"
COUNT = "num"
"""The placeholder of a number with its noun; a language may do without it: no entry, one entry."""
PLACE = re.compile(r"%\((\w+)\)s")


@pass_context
def gettext(context: Context, message: str) -> str:
    """Gives a text of a template in the pack's language, as HTML with its placeholders."""
    return _said(_language(context), message)


@pass_context
def ngettext(context: Context, one: str, many: str, count: int) -> str:
    """Gives a text in the form that goes with a number."""
    return _counted(_language(context), one, many, count)


def _language(context: Context) -> str:
    language: str = context["page"].context.language
    return language


@lru_cache(maxsize=4096)
def _said(language: str, message: str) -> str:
    return _shown(_catalogue(language).gettext(message), message, message, message)


@lru_cache(maxsize=4096)
def _counted(language: str, one: str, many: str, count: int) -> str:
    english = one if count == 1 else many
    try:
        return _shown(_catalogue(language).ngettext(one, many, count), english, one, many)
    except ArithmeticError:  # a rule of plurals that divides by nothing
        return english


def _shown(found: str, english: str, one: str, many: str) -> str:
    """Gives a translation as HTML: references to characters are read, all else is text; English where it is broken."""
    text = unescape(found)
    return str(escape(text)) if text and found != english and _fits(text, one, many) else english


def _fits(text: str, one: str, many: str) -> bool:
    """Says whether a translation has the placeholders of its English text, and no other sign that fills in."""
    named, single, several = (set(PLACE.findall(each)) for each in (text, one, many))
    other = "%" in PLACE.sub("", text).replace("%%", "")
    return (single & several) - {COUNT} <= named <= single | several and not other


@cache
def _catalogue(language: str) -> NullTranslations:
    """Gives the catalogue of a language, then that of the language without its country: de_AT, de."""
    made = NullTranslations()
    parts = language.split("-") if valid(language) else []
    for length in range(len(parts), 0, -1):
        file = files.data("assets", "locale", "_".join(parts[:length]), "LC_MESSAGES", f"{DOMAIN}.mo")
        if found := _read(file):
            made.add_fallback(found)
    return made


def _read(file: Traversable) -> GNUTranslations | None:
    """Reads a catalogue; None where there is none that can be read."""
    if not file.is_file():
        return None
    try:
        with file.open("rb") as stream:
            return GNUTranslations(stream)
    except (OSError, LookupError, ValueError, struct.error):
        return None
