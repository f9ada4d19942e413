"""The words of the window: every text goes through `_` or `ngettext` and can be translated; numbers and days.

The language is the user's setting, else the system's; BRIEFER_LANGUAGE and BRIEFER_LOCALES name another language and
folder of catalogues, for trying one out. It is read once, before the tables of words are made.
"""

import gettext
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

from briefer import settings
from briefer.language import LOCALES, speak
from briefer.shipped import data

DOMAIN = "briefer"


def _catalogue() -> gettext.NullTranslations:
    """Gives the catalogue of the user's language, in which all that stands below the window speaks from now on too."""
    folder = os.environ.get(LOCALES) or str(data("assets", "locale"))
    language = os.environ.get("BRIEFER_LANGUAGE") or settings.load().language
    named = [language] if language else None
    found = gettext.find(DOMAIN, folder, named)
    speak(Path(found).parents[1].name if found else "")
    return gettext.translation(DOMAIN, folder, named, fallback=True)


_words = _catalogue()


def languages() -> tuple[tuple[str, str], ...]:
    """Gives the languages that there are catalogues of, as code and name in the language itself; English first."""
    folders = data("assets", "locale").iterdir()
    found = sorted(each.name for each in folders if each.joinpath("LC_MESSAGES", f"{DOMAIN}.mo").is_file())
    return (("en", "English"), *((code, _own_name(code)) for code in found))


class _Code(gettext.NullTranslations):
    """Answers with a code for a name that a catalogue does not say."""

    def __init__(self, code: str) -> None:
        super().__init__()
        self._name = code

    def gettext(self, message: str) -> str:  # noqa: ARG002
        """Gives the code."""
        return self._name


def _own_name(code: str) -> str:
    """Gives a language's own name, as its catalogue says it; the code where it does not."""
    catalogue = gettext.translation(DOMAIN, str(data("assets", "locale")), [code])
    catalogue.add_fallback(_Code(code))
    return catalogue.gettext("The name of this language")


def _(words: str) -> str:
    """Gives a text in the user's language."""
    return _words.gettext(words)


def ngettext(one: str, many: str, count: int) -> str:
    """Gives a text in the form that goes with a number, which stands in it as {count}."""
    return _words.ngettext(one, many, count).replace("{count}", f"{count:,}")


_NOUNS: dict[str, Callable[[int], str]] = {
    "list": lambda count: ngettext("{count} list", "{count} lists", count),
    "page": lambda count: ngettext("{count} page", "{count} pages", count),
    "error": lambda count: ngettext("{count} error", "{count} errors", count),
    "warning": lambda count: ngettext("{count} warning", "{count} warnings", count),
    "note": lambda count: ngettext("{count} note", "{count} notes", count),
    "pick": lambda count: ngettext("{count} pick", "{count} picks", count),
    "entity": lambda count: ngettext("{count} entity", "{count} entities", count),
    "measure": lambda count: ngettext("{count} measure", "{count} measures", count),
    "position": lambda count: ngettext("{count} position", "{count} positions", count),
    "issue": lambda count: ngettext("{count} issue", "{count} issues", count),
    "source": lambda count: ngettext("{count} source", "{count} sources", count),
}


def counted(count: int, noun: str) -> str:
    """Gives a number with its noun: 1 error, 2 errors, 3 entities."""
    return _NOUNS[noun](count)


MONTHS = tuple(_("January|February|March|April|May|June|July|August|September|October|November|December").split("|"))
SHORT_MONTHS = tuple(_("Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec").split("|"))


def short(day: date) -> str:
    """Gives a day as tables print it: 21 Mar 2025."""
    return _("{day} {month} {year}").format(day=day.day, month=SHORT_MONTHS[day.month - 1], year=day.year)


def long(day: date) -> str:
    """Gives a day as sentences print it: 21 March 2025."""
    return _("{day} {month} {year}").format(day=day.day, month=MONTHS[day.month - 1], year=day.year)
