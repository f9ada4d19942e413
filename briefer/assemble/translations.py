"""The words of templates in the pack's language, out of assets/locale/<language>/LC_MESSAGES/print.mo; else English.

The language is the pack's, never the user's or the machine's, so that the same pack prints the same anywhere. A
translation is text: what looks like HTML in it prints as it stands, and one whose placeholders are not those of the
English text is not used.
"""

import re
from functools import lru_cache
from html import unescape

from markupsafe import escape

from briefer.language import catalogue, spoken

DOMAIN = "print"
COUNT = "num"
"""The placeholder of a number with its noun; a language may do without it: no entry, one entry."""
PLACE = re.compile(r"%\((\w+)\)s")


def gettext(message: str) -> str:
    """Gives a text of a template in the pack's language, as HTML with its placeholders."""
    return _said(spoken(), message)


def ngettext(one: str, many: str, count: int) -> str:
    """Gives a text in the form that goes with a number."""
    return _counted(spoken(), one, many, count)


@lru_cache(maxsize=4096)
def _said(language: str, message: str) -> str:
    return _shown(catalogue(language, DOMAIN).gettext(message), message, message, message)


@lru_cache(maxsize=4096)
def _counted(language: str, one: str, many: str, count: int) -> str:
    english = one if count == 1 else many
    try:
        return _shown(catalogue(language, DOMAIN).ngettext(one, many, count), english, one, many)
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
