"""The words of the page: dates, kinds of entity, regimes, stances and doubts, as a reader expects to see them."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from babel import Locale
from babel.dates import format_date

from briefer.language import _, mark, ngettext, spoken
from briefer.model.facts import Confidence, PartialDate

NBSP = "\u00a0"
LONG, SHORT = "d MMMM y", "d MMM y"

SCHEMAS = {
    "Person": mark("Person"),
    "Company": mark("Company"),
    "Organization": mark("Organisation"),
    "LegalEntity": mark("Legal entity"),
    "PublicBody": mark("Public body"),
    "Vessel": mark("Vessel"),
    "Airplane": mark("Aircraft"),
    "Vehicle": mark("Vehicle"),
    "CryptoWallet": mark("Crypto wallet"),
    "Security": mark("Security"),
    "Asset": mark("Asset"),
}
GROUPS = (
    (mark("People"), ("Person",)),
    (mark("Banks, companies and bodies"), ("Company", "Organization", "LegalEntity", "PublicBody")),
    (mark("Vessels and aircraft"), ("Vessel", "Airplane", "Vehicle")),
)
OTHERS = mark("Other entries")
NAMES = {
    "US": mark("United States"),
    "EU": mark("European Union"),
    "UK": mark("United Kingdom"),
    "UN": mark("United Nations"),
    "CH": mark("Switzerland"),
    "CA": mark("Canada"),
    "AU": mark("Australia"),
    "JP": mark("Japan"),
    "NZ": mark("New Zealand"),
    "UA": mark("Ukraine"),
}
"""The names of `law.REGIMES`, where translators find them."""
IN_SENTENCE = {
    "US": mark("the United States"),
    "EU": mark("the European Union"),
    "UK": mark("the United Kingdom"),
    "UN": mark("the United Nations"),
}
"""Those that stand otherwise in a sentence."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stance as it is printed: a sign whose shape has a direction, and its word."""

    sign: str
    word: str


STANCES = {
    2: Mark("▲", mark("in favour")),
    1: Mark("△", mark("partly in favour")),
    0: Mark("●", mark("depends")),
    -1: Mark("▽", mark("partly against")),
    -2: Mark("▼", mark("against")),
}
UNCLEAR = Mark("○", mark("unclear"))

CLASSES = {
    "A": mark("Executive"),
    "B": mark("Review"),
    "C": mark("On a test"),
    "D": mark("New law"),
    "unknown": mark("Unknown"),
}
"""The classes of relief, each with the word that stands beside its letter."""

BASES = {
    "said": mark("on the record"),
    "voted": mark("by vote"),
    "signed": mark("signed text"),
    "reported": mark("as reported"),
    "inferred": mark("inferred from acts"),
}
DOUBTS = {
    Confidence.VERIFIED: "",
    Confidence.PARTLY: mark("partly verified"),
    Confidence.TO_BE_VERIFIED: mark("to be verified"),
}

LIKELIHOOD = (
    (mark("almost no chance"), 1, 5),
    (mark("very unlikely"), 5, 20),
    (mark("unlikely"), 20, 45),
    (mark("roughly even chance"), 45, 55),
    (mark("likely"), 55, 80),
    (mark("very likely"), 80, 95),
    (mark("almost certain"), 95, 99),
)
"""The seven terms of Intelligence Community Directive 203 with their ranges in per cent; `scale` says them."""


def stance(value: int | None) -> Mark:
    """Gives the mark of a stance, which runs from -2 (against easing) to 2 (in favour); None is unclear."""
    found = UNCLEAR if value is None else STANCES[value]
    return Mark(found.sign, _(found.word))


def stances() -> tuple[Mark, ...]:
    """Gives the marks of all stances, from in favour to against, the unclear one last."""
    return tuple(map(stance, (*STANCES, None)))


def doubt(*confidences: Confidence) -> str:
    """Gives the words that print beside a fact not fully verified, those of the weakest of several."""
    order = list(Confidence)
    return _(DOUBTS[max(confidences, key=order.index, default=Confidence.VERIFIED)])


def relief(letter: str) -> str:
    """Gives the word that stands beside the letter of a class of relief; an unknown letter stands alone."""
    return _(CLASSES[letter]) if letter in CLASSES else letter


def basis(code: str) -> str:
    """Gives in words how a position became known; an unknown code stays as it is."""
    return _(BASES[code]) if code in BASES else code


def scale() -> tuple[tuple[str, int, int], ...]:
    """Gives the terms of likelihood with their ranges in per cent, the least likely first."""
    return tuple((_(term), low, high) for term, low, high in LIKELIHOOD)


def regime(code: str) -> str:
    """Gives a regime's name: for another code that of the country, where no regime is stated words that say so."""
    if code in NAMES:
        return _(NAMES[code])
    return place(code, spoken() or "en") if code else _("Regime not stated")


def excerpt(text: str, longest: int) -> str:
    """Gives a text, or where it is longer than so many letters its beginning, cut between words, and an ellipsis."""
    return text if len(text) <= longest else f"{text[:longest].rsplit(maxsplit=1)[0].rstrip(',;:')}{NBSP}…"


def the_regime(code: str) -> str:
    """Gives a regime's name as it stands in a sentence: the European Union, Canada."""
    return _(IN_SENTENCE[code]) if code in IN_SENTENCE else regime(code)


def schema(name: str) -> str:
    """Gives the word for a FollowTheMoney schema; an unknown name is split at its capitals."""
    if name in SCHEMAS:
        return _(SCHEMAS[name])
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).capitalize() or _("Entry")


def yes(said: bool) -> str:
    """Gives yes or no."""
    return _("yes") if said else _("no")


def counted(number: int, one: str, many: str) -> str:
    """Gives a number with its noun; the catalogue of texts holds the nouns where they stand in the call as they are."""
    return f"{number:,} {ngettext(one, many, number)}"


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
    return _("about {day}", day=text).replace(" ", NBSP) if when.circa else text


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
