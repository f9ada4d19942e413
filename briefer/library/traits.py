"""What tells one bearer of a name from another: births, countries, identifiers and contacts, as derived rows."""

import re
from collections.abc import Iterator

from briefer.language import mark
from briefer.library.bodies import Glance, Named
from briefer.library.countries import countries, country_of_address

BIRTH = mark("birth")
COUNTRY = mark("country")
NUMBER = mark("number")
IMO, LEI = mark("IMO number"), mark("LEI")

_COUNTRIES = frozenset({"country", "nationality", "citizenship", "jurisdiction", "flag", "mainCountry"})
IDENTIFIERS = {
    "imoNumber": IMO,
    "mmsi": mark("MMSI"),
    "swiftBic": mark("SWIFT code"),
    "bikCode": mark("BIK"),
    "leiCode": LEI,
    "icaoCode": mark("ICAO code"),
    "callSign": mark("call sign"),
    "publicKey": mark("wallet"),
    "passportNumber": mark("passport"),
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

EMAIL, PHONE, WEBSITE = "e-mail", "telephone", "website"
CONTACTS = {"email": EMAIL, "phone": PHONE, "website": WEBSITE}
"""The properties by which somebody is reached, each with its kind: they find an entity but do not make two one, since
a ministry's or a group's address and number stand in the entries of many."""

ONE_EACH = frozenset({IMO, LEI})
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
_EMAIL = re.compile(r"(?<![^\s<>,;:()@])[^\s<>,;:()@]+@[^\s<>,;:()@]+\.\w+")
_SITE = re.compile(
    r"(?<![\w@.-])(?:https?://)?(?:www\.)?(?P<host>(?:[\w-]+\.)+[^\W\d]{2,})(?::\d+)?(?P<path>/[^\s,;]*)?",
    re.IGNORECASE,
)
_PHONE = re.compile(r"[+(]?\d[\d ().–\-\xa0]{4,}\d")
_TRUNK = re.compile(r"^8(?=\d{10}$)")  # dialled in Russia and Kazakhstan where others dial their country's 7
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
        else:
            yield from marks(value.prop, value.value)


def marks(prop: str, text: str) -> Iterator[tuple[str, str]]:
    """The kind and the value of each identifier and contact that a field states."""
    if prop in IDENTIFIERS:
        kind = IDENTIFIERS[prop]
        yield from ((kind, each) for each in numbers(text) if kind != NUMBER or not _KPP.match(each))
    elif prop in CONTACTS:
        yield from ((CONTACTS[prop], each) for each in dict.fromkeys(_REACHED[CONTACTS[prop]](text)))


def contacts(text: str) -> Iterator[tuple[str, str]]:
    """The kind and the value of each contact that stands in a text of any kind."""
    yield from ((kind, each) for kind, reached in _REACHED.items() for each in dict.fromkeys(reached(text)))


def is_email(text: str) -> bool:
    """Whether a text is an e-mail address and nothing else."""
    return bool(_EMAIL.fullmatch(text.strip()))


def as_stated(kind: str, value: str, prop: str, text: str) -> str:
    """An identifier or a contact as its field writes it, with its signs and case; empty where the field has it not."""
    if (kind, value) not in marks(prop, text):
        return ""
    found = re.search(r"[\W_]*".join(map(re.escape, value)), text, re.IGNORECASE)
    return found.group() if found else text


def _emails(text: str) -> Iterator[str]:
    return (found.casefold() for found in _EMAIL.findall(text))


def _phones(text: str) -> Iterator[str]:
    for found in _PHONE.findall(text):
        yield _TRUNK.sub("7", "".join(_DIGITS.findall(found)).lstrip("0"))


def _sites(text: str) -> Iterator[str]:
    return ((found["host"] + (found["path"] or "").rstrip("/")).casefold() for found in _SITE.finditer(text))


_REACHED = {EMAIL: _emails, PHONE: _phones, WEBSITE: _sites}


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
