"""Statements of BODS 0.4, and what those about persons and entities say."""

import json
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

import msgspec

from briefer.model.facts import Value
from briefer.sources import dates
from briefer.sources.cells import Cleaner
from briefer.sources.scripts import script_tag

NAMES = MappingProxyType({"legal": "name", "individual": "name", "former": "previousName", "birth": "previousName"})
"""Types of a person's names; any other is an alias."""

SCHEMATA = MappingProxyType({"registeredEntity": "Company", "stateBody": "PublicBody", "state": "PublicBody"})
TEXTS = MappingProxyType(
    {
        "name": "name",
        "birthDate": "birthDate",
        "deathDate": "deathDate",
        "foundingDate": "incorporationDate",
        "dissolutionDate": "dissolutionDate",
        "uri": "website",
    }
)
DATES = frozenset({"birthDate", "deathDate", "incorporationDate", "dissolutionDate"})
PLACES = MappingProxyType({"nationalities": "nationality", "jurisdiction": "jurisdiction"})
LEI = "XI-LEI"
APART = frozenset({"isComponent", "entityType", "personType", "names", "alternateNames", "identifiers", "addresses"})
EMPTY: tuple[object, ...] = (None, "", [], {}, False)
PLAIN = frozenset({"", "registeredEntity", "knownPerson"})
"""Types that say no more than the schema does."""


class Publication(msgspec.Struct):
    """When and by whom a statement was published."""

    publicationDate: str = ""  # noqa: N815 - the standard's own name
    publisher: dict[str, Any] = {}


class Statement(msgspec.Struct):
    """One statement; `recordDetails` stays as the standard has it."""

    statementId: str  # noqa: N815
    recordId: str  # noqa: N815
    recordType: str  # noqa: N815
    recordDetails: dict[str, Any] = {}  # noqa: N815
    statementDate: str = ""  # noqa: N815
    recordStatus: str = ""  # noqa: N815
    publicationDetails: Publication = msgspec.field(default_factory=Publication)  # noqa: N815
    source: Any = None

    @property
    def publisher(self) -> str:
        """The publisher's name, empty where none is stated."""
        return words(self.publicationDetails.publisher, "name")

    @property
    def published(self) -> str:
        """The day of publication as printed."""
        return self.publicationDetails.publicationDate


def words(found: object, key: str) -> str:
    """A text of an object, empty where there is none; a number as text."""
    said = found.get(key) if isinstance(found, Mapping) else None
    return str(said) if isinstance(said, (str, int, float)) and not isinstance(said, bool) else ""


def several(found: object) -> list[Any]:
    """A list as it is, anything else as a list of one, nothing as none."""
    return found if isinstance(found, list) else [] if found in (None, "", {}) else [found]


def schema(statement: Statement) -> str:
    """The FollowTheMoney schema of a person or an entity."""
    if statement.recordType == "person":
        return "Person"
    return SCHEMATA.get(words(statement.recordDetails.get("entityType"), "type"), "LegalEntity")


def values(statement: Statement, cleaner: Cleaner) -> Iterator[Value]:
    """All that a statement says of a person or an entity; what has no place becomes a note."""
    said = statement.recordDetails
    yield from _names(said, cleaner)
    for key, found in said.items():
        if key not in APART and found not in EMPTY:
            yield from _stated(key, found, cleaner)
    for each in several(said.get("identifiers")):
        yield _identifier(each, schema(statement), cleaner)
    for each in several(said.get("addresses")):
        yield from _address(each, cleaner)
    kind = words(said.get("entityType"), "type") or words(said, "personType")
    if kind not in PLAIN:
        yield cleaner.value("notes", kind, note="type")
    if statement.recordStatus == "closed":
        yield cleaner.value("notes", f"closed on {statement.statementDate}", note="recordStatus")


def _stated(key: str, found: object, cleaner: Cleaner) -> Iterator[Value]:
    if key in TEXTS and isinstance(found, str):
        prop = TEXTS[key]
        yield cleaner.value(prop, found, lang=script_tag(found), date=dates.parse(found) if prop in DATES else None)
    elif key in PLACES:
        for place in several(found):
            yield cleaner.value(PLACES[key], words(place, "code").lower() or words(place, "name") or _told(place))
    else:
        yield cleaner.value("notes", _told(found), note=key)


def _names(said: Mapping[str, Any], cleaner: Cleaner) -> Iterator[Value]:
    for each in several(said.get("names")):
        prop = NAMES.get(words(each, "type"), "alias")
        full = words(each, "fullName") or " ".join(filter(None, (words(each, "givenName"), words(each, "familyName"))))
        if full:
            yield cleaner.value(prop, full, lang=script_tag(full))
        for key, part in (("givenName", "firstName"), ("patronymicName", "fatherName"), ("familyName", "lastName")):
            if prop == "name" and words(each, key):
                yield cleaner.value(part, words(each, key))
    for each in several(said.get("alternateNames")):
        yield cleaner.value("alias", str(each), lang=script_tag(str(each)))


def _identifier(each: object, kind: str, cleaner: Cleaner) -> Value:
    scheme, number = words(each, "scheme"), words(each, "id")
    note = ", ".join(filter(None, (scheme, words(each, "schemeName"))))
    if not number:
        return cleaner.value("notes", _told(each), note="identifiers")
    if scheme == LEI:
        return cleaner.value("leiCode", number)
    if kind == "Person":
        return cleaner.value("passportNumber" if "PASSPORT" in scheme.upper() else "idNumber", number, note=note)
    return cleaner.value("registrationNumber", number, note=note)


def _address(each: object, cleaner: Cleaner) -> Iterator[Value]:
    country = each.get("country") if isinstance(each, Mapping) else None
    parts = (words(each, "address"), words(each, "postCode"), words(country, "name") or words(country, "code"))
    kind = words(each, "type")
    if text := ", ".join(filter(None, parts)):
        yield cleaner.value("birthPlace" if kind == "placeOfBirth" else "address", text, note=kind)


def _told(found: object) -> str:
    return found if isinstance(found, str) else json.dumps(found, ensure_ascii=False)
