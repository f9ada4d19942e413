"""How the text of an answer writes a day: 17 March 2025; the JSON keeps the ISO form."""

import re
from calendar import monthrange
from datetime import date

from briefer.model.facts import PartialDate
from briefer.rulebook import in_words

ISO = re.compile(r"(?<![-\w@.])[12]\d{3}-\d{2}-\d{2}(?![-\w])")
"""An ISO day that stands by itself, not as part of an id."""


def partial(when: PartialDate | None) -> str:
    """Gives a date as far as it is known: a day, a month, a year, or the publisher's text; empty where none is."""
    if when is None or not when.text:
        return ""
    if when.earliest is None or when.latest is None:
        return when.text
    text = _span(when.earliest, when.latest)
    return when.text if not text else f"about {text}" if when.circa else text


def _span(first: date, last: date) -> str:
    if first == last:
        return in_words(first)
    if (first.day, last) == (1, first.replace(day=monthrange(first.year, first.month)[1])):
        return in_words(first).partition(" ")[2]
    whole = (first, last) == (date(first.year, 1, 1), date(first.year, 12, 31))
    return str(first.year) if whole else ""


def worded(text: str) -> str:
    """Gives a sentence with its ISO days in words; an id that holds a day stays as it is."""
    return ISO.sub(lambda found: _in_words(found[0]), text)


def _in_words(text: str) -> str:
    try:
        return in_words(date.fromisoformat(text))
    except ValueError:
        return text
