"""Whether the days that the text names exist, and whether what it says of them fits the as-of day."""

import re
from collections.abc import Iterator
from datetime import date

from briefer.analysis.checks.case import Case, Check, Hit, quoted
from briefer.analysis.checks.passages import sentences
from briefer.language import _, day_in_words, mark

_NAMES = (
    ("Jan", "January"),
    ("Feb", "February"),
    ("Mar", "March"),
    ("Apr", "April"),
    ("May",),
    ("Jun", "June"),
    ("Jul", "July"),
    ("Aug", "August"),
    ("Sep", "Sept", "September"),
    ("Oct", "October"),
    ("Nov", "November"),
    ("Dec", "December"),
)
MONTHS = {name: number for number, names in enumerate(_NAMES, 1) for name in names}
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_SHAPES = (
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month>{_MONTH})\b\.?(?:,?\s+(?P<year>\d{{4}})\b)?",
    rf"\b(?P<month>{_MONTH})\b\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+(?P<year>\d{{4}})\b)?",
    r"\b(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)\b",
)
DAY = tuple(re.compile(rf"(?<![\d.,/-]){shape}") for shape in _SHAPES)
_RUNS = re.compile(
    r"\b(?:runs?|holds?|appl(?:y|ies)|lasts?|stays?|remains?|(?:is|are) (?:in force|valid|in effect|extended|due)|"
    r"expires?|lapses?|ends?|in force)\s+(?:in force |valid |in effect )?(?:only )?(?:to|until|till|through|on)\s+$"
)
"""What is said, before a day, of something that still runs or is still to end."""
_OVER = re.compile(
    r"\b(?:lapsed|expired|ended|ran out|took effect|entered into force|was (?:lifted|removed|delisted|listed|signed|"
    r"renewed|extended)|were (?:lifted|removed|delisted|listed|signed|renewed|extended))\s+(?:only )?on\s+$"
)
"""What is said, before a day, of something that is over."""


def _impossible(case: Case) -> Iterator[Hit]:
    for text, place, where in case.prose:
        for found, day in days(text):
            if day is None:
                yield _("“{day}” in {where} is no day of the calendar.", day=found[0], where=where), place


def _against(case: Case) -> Iterator[Hit]:
    """What runs to a day that has passed, and what ended on one that has not come."""
    for passage in case.passages:
        for sentence in sentences(passage.text) if passage.states and not passage.quoted else ():
            for found, day in days(sentence):
                before = sentence[: found.start()]
                if day and found["year"] and (said := _said(case, before, day)):
                    yield _(said, passage=quoted(sentence, passage.section), day=day_in_words(day)), passage.place


def _said(case: Case, before: str, day: date) -> str:
    """Gives what is wrong, in English and to be filled in; empty where nothing is."""
    if day < case.pack.as_of and _RUNS.search(before):
        return mark("{passage} speaks of {day} as to come, though it had passed by the as-of date.")
    if day > case.pack.as_of and _OVER.search(before):
        return mark("{passage} speaks of {day} as past, though it comes after the as-of date.")
    return ""


def days(text: str) -> Iterator[tuple[re.Match[str], date | None]]:
    """Gives the days that a text names; None for one that no calendar has. Without a year any year's will do."""
    for shape in DAY:
        for found in shape.finditer(text):
            year = int(found["year"]) if found["year"] else 2024  # a leap year
            month = MONTHS.get(found["month"]) or int(found["month"])
            yield found, _day(year, month, int(found["day"]))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


CHECKS = (
    Check("impossible-date", "warning", mark("Correct the date."), _impossible),
    Check("expired", "warning", mark("Look up how it stands on the as-of date, and correct the sentence."), _against),
)
