"""What tells one bearer of a name from another: births, countries and identifiers, as derived rows."""

import re
from collections.abc import Iterator

from briefer.library.bodies import Glance, Named
from briefer.library.countries import countries, country_of_address

BIRTH = "birth"
COUNTRY = "country"
NUMBER = "number"

_COUNTRIES = frozenset({"country", "nationality", "citizenship", "jurisdiction", "flag", "mainCountry"})
IDENTIFIERS = {
    "imoNumber": "IMO number",
    "mmsi": "MMSI",
    "swiftBic": "SWIFT code",
    "bikCode": "BIK",
    "leiCode": "LEI",
    "icaoCode": "ICAO code",
    "callSign": "call sign",
    "publicKey": "wallet",
    "passportNumber": "passport",
    "innCode": NUMBER,
    "ogrnCode": NUMBER,
    "okpoCode": NUMBER,
    "dunsCode": NUMBER,
    "uscCode": NUMBER,
    "vatCode": NUMBER,
    "taxNumber": NUMBER,
    "idNumber": NUMBER,
    "registrationNumber": NUMBER,
    "npwpCode": NUMBER,
    "serialNumber": NUMBER,
}
"""The properties that identify, each with the group in which lists agree on what they call it.

Russia's KPP is none: it names the tax office and the reason of the registration, which many companies share.
"""

ONE_EACH = frozenset({"IMO number", "LEI"})
"""Identifiers of which a bearer has one, so that two speak against identity."""

_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$")
_WORD = re.compile(r"[^\W\d]{4}|\s[^\W\d]{2,}")
_DAY = re.compile(r"\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b|^(?:19|20)\d\d\W*$")
_LETTERS = re.compile(r"[^\W\d]{2}")
_DIGITS = re.compile(r"\d")
_DIGITS_OF_A_NUMBER = 5
_SHORT = 4  # characters; so few identify nobody
_SIGNS = re.compile(r"[^0-9A-Za-zА-Яа-я]+")
_REMARK = re.compile(r"\(([^()]*[^\W\d]{2}[^()]*)\)(?!\w)")
_BETWEEN = re.compile(r"[,;]|\s(?:/|and|or)\s|(?<=\d{9})\s+(?=\d{9})")
_KPP = re.compile(r"\d{4}(?:01|4[345])001$")  # as lists print it among the numbers of a company, or of its branch


def traits(said: Glance) -> Iterator[tuple[str, str]]:
    """The kind and the value of each trait that one list states."""
    for value in said.values:
        if value.prop == "birthDate" and (bounds := _bounds(value)):
            yield BIRTH, bounds
        elif value.prop in _COUNTRIES:
            yield from ((COUNTRY, code) for code in countries(value.value))
        elif value.prop == "address" and (code := country_of_address(value.value)):
            yield COUNTRY, code
        elif value.prop in IDENTIFIERS:
            kind = IDENTIFIERS[value.prop]
            yield from ((kind, each) for each in numbers(value.value) if kind != NUMBER or not _KPP.match(each))


def numbers(text: str) -> Iterator[str]:
    """The numbers that an identifier's field states, without signs; a sentence yields those that stand in it."""
    for number in dict.fromkeys(number for part in _apart(text) for number in _inside(part)):
        if len(number) > _SHORT:
            yield number.removeprefix("IMO")


def _apart(text: str) -> list[str]:
    """The parts of a field that are a number each; the whole field where a part of it is none."""
    bare = _REMARK.sub(lambda found: f", {found[1]}, " if _holds_number(found[1]) else " ", text)
    parts = [part for part in _BETWEEN.split(bare) if part.strip()]
    if parts and all(map(_holds_number, parts)):
        return parts
    return [bare if _holds_number(bare) else text]


def _inside(text: str) -> list[str]:
    """The numbers that stand in a sentence; of what is none, all of it."""
    parts = [part for part in text.split() if not _DAY.search(part)] if _WORD.search(text) else []
    return [_SIGNS.sub("", part).upper() for part in parts if _holds_number(part)] or [_SIGNS.sub("", text).upper()]


def _holds_number(text: str) -> bool:
    """Whether one word of a text, or a text without words, has the digits of a number and is no date."""
    parts = [part for part in text.split() if not _DAY.search(part)]
    parts = parts if _LETTERS.search(text) else ["".join(parts)]
    return any(len(_DIGITS.findall(part)) >= _DIGITS_OF_A_NUMBER for part in parts)


def _bounds(value: Named) -> str:
    """The first and the last day that a date may be, as one text; empty where it is not known."""
    if value.date and value.date.earliest and value.date.latest:
        return f"{value.date.earliest}/{value.date.latest}"
    if not (found := _ISO.match(value.value)):
        return ""
    year, month, day = found.groups()
    return f"{year}-{month or '01'}-{day or '01'}/{year}-{month or '12'}-{day or '31'}"
