"""Values of the annexes' tables, whose cells hold the wording of the Official Journal."""

import re
from collections.abc import Iterator
from dataclasses import replace
from types import MappingProxyType

from briefer.model.facts import Value
from briefer.sources import dates
from briefer.sources.cells import Cleaner
from briefer.sources.scripts import script_tag

COLUMNS = (
    "name",
    "alias",
    "weakAlias",
    "previousName",
    "country",
    "nationality",
    "jurisdiction",
    "birthDate",
    "birthPlace",
    "position",
    "passportNumber",
    "gender",
    "appearance",
    "ethnicity",
    "fatherName",
    "motherName",
    "incorporationDate",
    "legalForm",
    "sector",
    "registrationNumber",
    "taxNumber",
    "idNumber",
    "innCode",
    "ogrnCode",
    "kppCode",
    "okpoCode",
    "leiCode",
    "swiftBic",
    "ticker",
    "imoNumber",
    "mmsi",
    "flag",
    "address",
    "phone",
    "email",
    "website",
    "notes",
)
PROPS = MappingProxyType({prop.lower(): prop for prop in COLUMNS})
NAMES = frozenset({"name", "alias", "weakAlias", "previousName"})
DATES = frozenset({"birthDate", "incorporationDate"})
CHOICE = re.compile(r"\s+or\s+|\s*\(or ", re.IGNORECASE)
BRACKET = re.compile(r"(?P<outer>[^()]+?)\s*\((?:Russian|Ukrainian|Belarusian)?:?\s*(?P<inner>[^()]+)\)")
CODES = (
    ("innCode", re.compile(r"(?P<code>\d{10}|\d{12})\s*\((?:Tax ID/)?INN\)")),
    ("ogrnCode", re.compile(r"(?P<code>\d{13}|\d{15})\s*\(OGRN\)")),
    ("uscCode", re.compile(r"(?P<code>[0-9A-Z]{18})\s*\(USCC\)")),
)
"""Numbers of registration that say in brackets what they are."""


def values(column: str, text: str, cleaner: Cleaner) -> Iterator[Value]:
    """The values that one cell's text states; a column that is not known becomes a note."""
    prop = PROPS.get(column)
    if prop is None:
        yield cleaner.value("notes", text, note=column)
    elif prop in DATES:
        yield from _dates(prop, text, cleaner)
    elif prop in NAMES:
        yield from _names(prop, text, cleaner)
    else:
        yield cleaner.value(prop, text)
        plain = cleaner.text(text)
        for code, pattern in CODES if prop == "registrationNumber" else ():
            if match := pattern.fullmatch(plain):
                yield Value(prop=code, value=match["code"], raw=plain)


def _dates(prop: str, text: str, cleaner: Cleaner) -> Iterator[Value]:
    """Each date of "9.9.1976 or 9.9.1977" on its own where all can be read, else the text as it stands."""
    plain = cleaner.text(text)
    parts = [part.strip(" ).,") for part in CHOICE.split(plain)]
    found = [dates.parse(part) for part in parts]
    if all(date.earliest for date in found):
        note = "one of several stated" if len(found) > 1 else ""
        for date in found:
            yield Value(prop=prop, value=date.text, raw=plain if date.text != plain else "", note=note, date=date)
    else:
        yield cleaner.value(prop, text, date=dates.parse(plain))


def _names(prop: str, text: str, cleaner: Cleaner) -> Iterator[Value]:
    """A name; one in another script in brackets behind it is a name of its own."""
    plain = cleaner.text(text)
    match = BRACKET.fullmatch(plain)
    if match and script_tag(match["outer"]) != script_tag(match["inner"]):
        for part in (match["outer"], match["inner"]):
            yield Value(prop=prop, value=part.strip("‘’ "), raw=plain, lang=script_tag(part))
    else:
        yield replace(cleaner.value(prop, text), lang=script_tag(plain))
