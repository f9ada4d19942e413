"""The words of the page: dates, kinds of entity, regimes, stances and doubts, as a reader expects to see them."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from babel import Locale
from babel.dates import format_date

from briefer.model.facts import Confidence, PartialDate
from briefer.model.law import REGIMES

NBSP = "\u00a0"
LONG, SHORT = "d MMMM y", "d MMM y"

SCHEMAS = {
    "Person": "Person",
    "Company": "Company",
    "Organization": "Organisation",
    "LegalEntity": "Legal entity",
    "PublicBody": "Public body",
    "Vessel": "Vessel",
    "Airplane": "Aircraft",
    "Vehicle": "Vehicle",
    "CryptoWallet": "Crypto wallet",
    "Security": "Security",
    "Asset": "Asset",
}
GROUPS = (
    ("People", ("Person",)),
    ("Banks, companies and bodies", ("Company", "Organization", "LegalEntity", "PublicBody")),
    ("Vessels and aircraft", ("Vessel", "Airplane", "Vehicle")),
)
OTHERS = "Other entries"


@dataclass(frozen=True, slots=True)
class Mark:
    """A stance as it is printed: a sign whose shape has a direction, and its word."""

    sign: str
    word: str


STANCES = {
    2: Mark("▲", "in favour"),
    1: Mark("△", "partly in favour"),
    0: Mark("●", "depends"),
    -1: Mark("▽", "partly against"),
    -2: Mark("▼", "against"),
}
UNCLEAR = Mark("○", "unclear")

CLASSES = {"A": "Executive", "B": "Review", "C": "On a test", "D": "New law", "unknown": "Unknown"}
"""The classes of relief, each with the word that stands beside its letter."""

BASES = {
    "said": "on the record",
    "voted": "by vote",
    "signed": "signed text",
    "reported": "as reported",
    "inferred": "inferred from acts",
}
DOUBTS = {Confidence.VERIFIED: "", Confidence.PARTLY: "partly verified", Confidence.TO_BE_VERIFIED: "to be verified"}

LIKELIHOOD = (
    ("almost no chance", 1, 5),
    ("very unlikely", 5, 20),
    ("unlikely", 20, 45),
    ("roughly even chance", 45, 55),
    ("likely", 55, 80),
    ("very likely", 80, 95),
    ("almost certain", 95, 99),
)
"""The seven terms of Intelligence Community Directive 203 with their ranges in per cent."""


def stance(value: int | None) -> Mark:
    """Gives the mark of a stance, which runs from -2 (against easing) to 2 (in favour); None is unclear."""
    return UNCLEAR if value is None else STANCES[value]


def doubt(*confidences: Confidence) -> str:
    """Gives the words that print beside a fact not fully verified, those of the weakest of several."""
    order = list(Confidence)
    weakest = max(confidences, key=order.index, default=Confidence.VERIFIED)
    return DOUBTS[weakest]


def regime(code: str) -> str:
    """Gives a regime's name, or the code where it has none."""
    return REGIMES.get(code, code)


def the_regime(code: str) -> str:
    """Gives a regime's name as it stands in a sentence: the European Union, Canada."""
    name = regime(code)
    return f"the {name}" if name.startswith(("United ", "European ")) else name


def schema(name: str) -> str:
    """Gives the word for a FollowTheMoney schema; an unknown name is split at its capitals."""
    return SCHEMAS.get(name) or re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).capitalize() or "Entry"


def counted(number: int, one: str, many: str) -> str:
    """Gives a number with its noun."""
    return f"{number:,} {one if number == 1 else many}"


def day(when: date, language: str, pattern: str = SHORT) -> str:
    """Gives a date in the pack's language, its parts tied together."""
    return format_date(when, pattern, locale=_locale(language)).replace(" ", NBSP)


def partial(when: PartialDate | None, language: str, pattern: str = SHORT) -> str:
    """Gives a date as far as it is known: a day, a month (as short as the day), a year, or the text as it stands."""
    if when is None:
        return ""
    span = (when.earliest, when.latest)
    if when.earliest is None or when.latest is None:
        return when.text
    first, last = when.earliest, when.latest
    if first == last:
        text = day(first, language, pattern)
    elif span == (first.replace(day=1), _month_end(first)):
        text = day(first, language, pattern.removeprefix("d "))
    elif span == (date(first.year, 1, 1), date(first.year, 12, 31)):
        text = str(first.year)
    else:
        return when.text
    return f"about{NBSP}{text}" if when.circa else text


def exact(when: PartialDate | None) -> date | str | None:
    """Gives a date for the workbook: a real date where one day is known, else the publisher's text."""
    if when is None:
        return None
    if when.earliest and when.earliest == when.latest and not when.circa:
        return when.earliest
    return when.text


def place(value: str, language: str) -> str:
    """Gives a country's name for a two-letter code; anything else stays as it is."""
    if not re.fullmatch(r"[A-Za-z]{2}", value):
        return value
    return str(_locale(language).territories.get(value.upper(), value))


def _month_end(when: date) -> date:
    following = (when.replace(day=28) + timedelta(days=4)).replace(day=1)
    return following - timedelta(days=1)


@lru_cache
def _locale(language: str) -> Locale:
    return Locale.parse(language, sep="-")
