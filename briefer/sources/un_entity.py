"""One entry of the UN Security Council's consolidated list.

The list prints neither a legal basis nor measures; the resolution is that of the committee which keeps the list, told
by the type of list.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from types import MappingProxyType

from lxml import etree

from briefer.language import _
from briefer.model.answers import Warned
from briefer.model.facts import Designation, EntityRecord, PartialDate, Value
from briefer.sources import dates
from briefer.sources.cells import Cleaner
from briefer.sources.opening import local
from briefer.sources.reading import Record
from briefer.sources.scripts import script_tag

RESOLUTIONS = MappingProxyType(
    {
        "Al-Qaida": "1267 (1999), 1989 (2011) and 2253 (2015)",
        "Taliban": "1988 (2011)",
        "DPRK": "1718 (2006)",
        "Iran": "1737 (2006)",
        "Iraq": "1518 (2003)",
        "DRC": "1533 (2004)",
        "Libya": "1970 (2011)",
        "Somalia": "751 (1992)",
        "CAR": "2745 (2024)",
        "Sudan": "1591 (2005)",
        "South Sudan": "2206 (2015)",
        "SouthSudan": "2206 (2015)",
        "Haiti": "2653 (2022)",
        "Yemen": "2140 (2014)",
        "Lebanon": "1636 (2005)",
        "Mali": "2374 (2017)",
        "GB": "2048 (2012)",
    }
)
"""The resolution of the committee that keeps each list; GB is Guinea-Bissau."""

SINGLE = MappingProxyType(
    {
        "GENDER": ("gender", ""),
        "GENDER/VALUE": ("gender", ""),
        "NATIONALITY/VALUE": ("nationality", ""),
        "DESIGNATION/VALUE": ("position", ""),
        "TITLE/VALUE": ("title", ""),
        "DATAID": ("authorityId", "DATAID"),
        "INTERPOL_LINK": ("sourceUrl", "INTERPOL-UN Security Council Special Notice"),
    }
)
GROUPS = ("ALIAS", "ADDRESS", "DATE_OF_BIRTH", "PLACE_OF_BIRTH", "DOCUMENT")
PARTS = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
KNOWN = frozenset(
    [
        *PARTS,
        *(path.partition("/")[0] for path in SINGLE),
        *(f"{kind}_{group}" for kind in ("INDIVIDUAL", "ENTITY") for group in GROUPS),
        "REFERENCE_NUMBER",
        "UN_LIST_TYPE",
        "LISTED_ON",
        "LAST_DAY_UPDATED",
        "LIST_TYPE",
        "COMMENTS1",
        "NAME_ORIGINAL_SCRIPT",
        "VERSIONNUM",
        "HAS_INTERPOL_LINK",
        "SORT_KEY",
        "SORT_KEY_LAST_MOD",
    ]
)
"""Elements that are read, and those that hold the list's own counters; any other becomes a note."""

QUALITIES = MappingProxyType({"low": "weakAlias", "f.k.a.": "previousName"})
PLACES = ("STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE", "COUNTRY")
JOINED = re.compile(r"(?:\([^()]*\)|\[[^][]*\]|[^;])+")
PASSPORT = re.compile(r"passport|passeport|pasaporte", re.IGNORECASE)
APPROXIMATE = re.compile(r"approximately", re.IGNORECASE)
ISSUE = (
    ("ISSUING_COUNTRY", ""),
    ("COUNTRY_OF_ISSUE", "issued in "),
    ("CITY_OF_ISSUE", "issued in "),
    ("DATE_OF_ISSUE", "issued "),
    ("DATE_OF_EXPIRY", "expires "),
    ("NOTE", ""),
)


def record(element: etree._Element, cleaner: Cleaner) -> Iterator[Record]:
    """The record of an entry, then what has to be said about it."""
    values = list(_values(element, cleaner))
    yield EntityRecord(
        id=cleaner.record,
        schema="Person" if _kind(element) == "INDIVIDUAL" else "LegalEntity",
        caption=next((value.value for value in values if value.prop == "name"), cleaner.record),
        values=tuple(dict.fromkeys(values)),
        designations=(_designation(element, cleaner),),
        remarks=cleaner.text(text(element, "COMMENTS1")),
    )
    yield from cleaner.warnings()
    for value in values:
        if value.prop == "notes" and value.note == "date of birth":
            yield Warned(
                record=cleaner.record, message=_("the date of birth {text!r} was kept as a note", text=value.value)
            )


def text(element: etree._Element, path: str) -> str:
    """The text at a path without spaces around it, empty where there is none."""
    return (element.findtext("/".join(f"{{*}}{step}" for step in path.split("/"))) or "").strip()


def _kind(element: etree._Element) -> str:
    """INDIVIDUAL or ENTITY, as the container says."""
    parent = element.getparent()
    container = local(parent) if parent is not None else ""
    kinds = {"INDIVIDUALS": "INDIVIDUAL", "ENTITIES": "ENTITY"}
    return kinds.get(container, local(element))


def _all(element: etree._Element, path: str) -> list[str]:
    found = (each.text or "" for each in element.iterfind("/".join(f"{{*}}{step}" for step in path.split("/"))))
    return [each for each in found if each.strip()]


def _values(element: etree._Element, cleaner: Cleaner) -> Iterator[Value]:
    own = local(element)
    yield from _names(element, cleaner)
    for alias in element.iterfind(f"{{*}}{own}_ALIAS"):
        yield from _alias(alias, cleaner)
    for path, (prop, note) in SINGLE.items():
        for found in _all(element, path):
            yield cleaner.value(prop, found, note=note)
    for name, make in MAKERS.items():
        for group in element.iterfind(f"{{*}}{own}_{name}"):
            yield from make(group, cleaner)
    for other in element:
        name = local(other)
        if name not in KNOWN and (said := cleaner.text(" ".join(map(str, other.itertext())))):
            yield cleaner.value("notes", said, note=name)


def _names(element: etree._Element, cleaner: Cleaner) -> Iterator[Value]:
    full = " ".join(filter(None, (text(element, part) for part in PARTS)))
    for place, value in enumerate(_split(full, cleaner)):
        yield replace(value, prop="alias" if place else "name")
    for original in _all(element, "NAME_ORIGINAL_SCRIPT"):
        yield from (replace(value, prop="name") for value in _split(original, cleaner))


def _split(raw: str, cleaner: Cleaner) -> list[Value]:
    """The names that one field joins with semicolons, each with the whole field as raw text; brackets stay whole."""
    texts = [found.strip() for found in JOINED.findall(raw) if found.strip()]
    values = [cleaner.value("alias", found, lang=script_tag(found)) for found in texts]
    return values if len(values) == 1 else [replace(value, raw=cleaner.text(raw)) for value in values]


def _alias(group: etree._Element, cleaner: Cleaner) -> Iterator[Value]:
    prop = QUALITIES.get(text(group, "QUALITY").lower(), "alias")
    note = cleaner.text(text(group, "NOTE"))
    name = group.findtext("{*}ALIAS_NAME") or ""
    yield from (replace(value, prop=prop, note=note) for value in _split(name, cleaner))
    about = f"of the alias {cleaner.text(name)}" if name.strip() else "of an alias without a name"
    if note and not name.strip():
        yield cleaner.value("notes", note, note="alias without a name")
    for found in _all(group, "DATE_OF_BIRTH"):
        yield _dated(dates.parse(cleaner.text(found)), about, cleaner)
    born = [text(group, part) for part in ("CITY_OF_BIRTH", "COUNTRY_OF_BIRTH")]
    if any(born):
        yield cleaner.value("birthPlace", ", ".join(filter(None, born)), note=about)


def _birth(group: etree._Element, cleaner: Cleaner) -> Iterator[Value]:
    """A date of birth: exact, about a year or between two; some entries print it in the note alone."""
    note = cleaner.text(text(group, "NOTE"))
    first, last = text(group, "FROM_YEAR"), text(group, "TO_YEAR")
    printed = cleaner.text(text(group, "DATE") or text(group, "YEAR") or " to ".join(filter(None, (first, last))))
    about = text(group, "TYPE_OF_DATE") == "APPROXIMATELY" or bool(APPROXIMATE.fullmatch(note))
    date = dates.parse(f"circa {printed}" if about else printed)
    if printed:
        yield _dated(date, note, cleaner)
    elif note and dates.parse(note).earliest:
        yield _dated(dates.parse(note), "", cleaner)
    elif note:
        yield cleaner.value("notes", note, note="date of birth")


def _dated(date: PartialDate, note: str, cleaner: Cleaner) -> Value:
    if date.earliest is None:
        return cleaner.value("notes", "; ".join(filter(None, (date.text, note))), note="date of birth")
    return cleaner.value("birthDate", date.text, note=note, date=date)


def _born_at(group: etree._Element, cleaner: Cleaner) -> Iterator[Value]:
    yield from _place(group, "birthPlace", "birthCountry", cleaner)


def _address(group: etree._Element, cleaner: Cleaner) -> Iterator[Value]:
    yield from _place(group, "address", "country", cleaner)


def _place(group: etree._Element, prop: str, of_country: str, cleaner: Cleaner) -> Iterator[Value]:
    parts = {name: found for name in PLACES if (found := cleaner.text(text(group, name)))}
    note = cleaner.text(text(group, "NOTE"))
    if parts:
        yield cleaner.value(of_country if parts.keys() == {"COUNTRY"} else prop, ", ".join(parts.values()), note=note)
    elif note:
        yield cleaner.value("notes", note, note="place of birth" if prop == "birthPlace" else "address")


def _document(group: etree._Element, cleaner: Cleaner) -> Iterator[Value]:
    kinds = [text(group, "TYPE_OF_DOCUMENT"), text(group, "TYPE_OF_DOCUMENT2")]
    issue = dict.fromkeys(f"{words}{found}" for name, words in ISSUE if (found := text(group, name)))
    note = cleaner.text("; ".join(filter(None, (*dict.fromkeys(kinds), *issue))))
    number = text(group, "NUMBER")
    if number:
        yield cleaner.value("passportNumber" if PASSPORT.search(" ".join(kinds)) else "idNumber", number, note=note)
    elif note:
        yield cleaner.value("notes", note, note="document")


def _designation(element: etree._Element, cleaner: Cleaner) -> Designation:
    kind = cleaner.text(text(element, "UN_LIST_TYPE"))
    updates = sorted({cleaner.text(found) for found in _all(element, "LAST_DAY_UPDATED/VALUE")})
    earlier = f"also updated on {', '.join(updates[:-1])}" if len(updates) > 1 else ""
    resolution = RESOLUTIONS.get(kind, "")
    basis = "the list prints no legal basis; the resolutions are those of its committee" if resolution else ""
    return Designation(
        regime="UN",
        programme=kind,
        list_type="; ".join(cleaner.text(found) for found in _all(element, "LIST_TYPE/VALUE")),
        authority=f"UN Security Council resolution{'s' if ' and ' in resolution else ''} {resolution}"
        if resolution
        else "",
        start=dates.maybe(cleaner.text(text(element, "LISTED_ON"))),
        amended=dates.maybe(updates[-1]) if updates else None,
        note="; ".join(filter(None, (basis, earlier))),
    )


MAKERS = MappingProxyType(
    {"DATE_OF_BIRTH": _birth, "PLACE_OF_BIRTH": _born_at, "ADDRESS": _address, "DOCUMENT": _document}
)
