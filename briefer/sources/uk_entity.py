"""One designation of the UK Sanctions List, from its XML or its CSV alike."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from types import MappingProxyType

from briefer.language import _
from briefer.model.answers import Warned
from briefer.model.facts import Designation, EntityRecord, Link, Value
from briefer.sources import day_first, measure_classes, uk_names
from briefer.sources.cells import Cleaner
from briefer.sources.reading import Record

Group = tuple[tuple[str, str], ...]
"""Values that stand together, each under its element's name in small letters."""

SCHEMATA = MappingProxyType({"individual": "Person", "entity": "LegalEntity", "ship": "Vessel"})
PROPS = MappingProxyType(
    {
        "unreferencenumber": ("unscId", ""),
        "ofsigroupid": ("authorityId", "OFSI Group ID"),
        "title": ("title", ""),
        "phonenumber": ("phone", ""),
        "emailaddress": ("email", ""),
        "website": ("website", ""),
        "dob": ("birthDate", ""),
        "nationality": ("nationality", ""),
        "position": ("position", ""),
        "gender": ("gender", ""),
        "typeofentity": ("legalForm", ""),
        "businessregistrationnumber": ("registrationNumber", ""),
        "imonumber": ("imoNumber", ""),
        "currentbelievedflagofship": ("flag", "believed"),
        "previousflag": ("pastFlags", ""),
        "typeofship": ("type", ""),
        "tonnageofship": ("tonnage", ""),
        "yearbuilt": ("buildDate", ""),
        "hullidentificationnumber": ("registrationNumber", "Hull identification number"),
    }
)
"""Single values and the property and note of each; an element that is not known becomes a note."""

DATES = frozenset({"birthDate", "buildDate"})
PAIRS = MappingProxyType(
    {
        "passportnumber": ("passportNumber", "passportadditionalinformation"),
        "nationalidentifiernumber": ("idNumber", "nationalidentifieradditionalinformation"),
    }
)
ASIDE = MappingProxyType({info: number for number, (_, info) in PAIRS.items()})
OWNERS = MappingProxyType(
    {
        "parentcompany": ("Parent company", True, False),
        "subsidiary": ("Subsidiary", False, False),
        "currentowneroperator": ("Current owner/operator", True, False),
        "previousowneroperator": ("Previous owner/operator", True, True),
    }
)
"""Role of a link, whether the one named is the owner, and whether it has ended."""

LINES = (*(f"addressline{number}" for number in range(1, 7)), "addresspostalcode", "addresscountry")
SAID = frozenset(
    [
        "uniqueid",
        "lastupdated",
        "datedesignated",
        "regimename",
        "individualentityship",
        "designationsource",
        "sanctionsimposed",
        "otherinformation",
        "ukstatementofreasons",
    ]
)
"""Elements that are told elsewhere than among the values."""

CODES = (
    ("innCode", re.compile(r"\b(?:INN|TIN|Tax ID\w*)\b\D{0,20}(\d{12}|\d{10})\b", re.IGNORECASE)),
    ("ogrnCode", re.compile(r"\bOGRN\b\D{0,20}(\d{15}|\d{13})\b", re.IGNORECASE)),
    ("kppCode", re.compile(r"\bKPP\b\D{0,20}(\d{9})\b", re.IGNORECASE)),
)
CARRIED = "31/12/2020"
CARRY_OVER = (
    "31/12/2020 is the day on which listings of the EU were carried over into UK law; the listing itself can be older"
)
NAMES = re.compile(r"\s*[;\n]\s*")


@dataclass(frozen=True, slots=True)
class Entry:
    """A designation as either format prints it: its values, those that stand together in one group."""

    groups: tuple[Group, ...]

    def all(self, name: str) -> list[str]:
        """Every value under a name, each once, in the file's order."""
        return list(dict.fromkeys(text for group in self.groups for each, text in group if each == name))

    def first(self, name: str) -> str:
        """The first value under a name, without spaces around it, empty without one."""
        return next(iter(self.all(name)), "").strip()


def record(entry: Entry, cleaner: Cleaner) -> Iterator[Record]:
    """The record of a designation, then what has to be said about it."""
    kind = entry.first("individualentityship")
    schema = SCHEMATA.get(kind.lower(), "LegalEntity")
    stated = sorted(_stated(entry, cleaner), key=lambda value: value.prop)  # XML and CSV order them differently
    values = [*uk_names.values(entry.groups, schema, cleaner), *stated]
    if kind.lower() not in SCHEMATA:
        values.append(cleaner.value("notes", f"IndividualEntityShip: {kind or 'none'}"))
    shown = [value.value for prop in ("name", "alias", "weakAlias") for value in values if value.prop == prop]
    yield EntityRecord(
        id=cleaner.record,
        schema=schema,
        caption=next(iter(shown), cleaner.record),
        values=tuple(dict.fromkeys(values)),
        designations=tuple(_designations(entry, cleaner)),
        links=tuple(dict.fromkeys(_links(entry, cleaner))),
        remarks="; ".join(_prose(text, cleaner) for text in entry.all("otherinformation")),
    )
    yield from cleaner.warnings()
    for value in values:
        if value.date and value.date.earliest is None:
            yield Warned(record=cleaner.record, message=_("the date {text!r} was kept as text", text=value.value))


def _stated(entry: Entry, cleaner: Cleaner) -> Iterator[Value]:
    for group in entry.groups:
        said = dict(group)
        if said.keys() & frozenset(LINES):
            yield from _address(said, cleaner)
        elif said.keys() & {"townofbirth", "countryofbirth"}:
            yield _birth_place(said, cleaner)
        elif not uk_names.is_name(said):
            for name, text in group:
                yield from _single(name, text, said, cleaner)


def _single(name: str, text: str, beside: dict[str, str], cleaner: Cleaner) -> Iterator[Value]:
    if name in SAID or name in OWNERS or text.strip().lower() in ("true", "false"):
        return  # told elsewhere; the flags repeat SanctionsImposed
    if name in ASIDE:
        if ASIDE[name] not in beside:
            yield cleaner.value("notes", _prose(text, cleaner), note=PAIRS[ASIDE[name]][0])
    elif name in PAIRS:
        prop, info = PAIRS[name]
        yield cleaner.value(prop, text, note=_prose(beside.get(info, ""), cleaner))
    elif name in PROPS:
        yield from _property(*PROPS[name], text, cleaner)
    else:
        yield cleaner.value("notes", _prose(text, cleaner), note=name)


def _property(prop: str, note: str, text: str, cleaner: Cleaner) -> Iterator[Value]:
    if prop == "imoNumber":
        found = cleaner.value(prop, re.sub(r"^\s*IMO[\s:]*", "", text))
        yield replace(found, raw=text.strip() if found.value != text.strip() else "")
        return
    if prop in DATES:
        plain = cleaner.text(text)
        date = day_first.parse(plain)
        iso = date.earliest.isoformat() if date.earliest and date.earliest == date.latest else plain
        year = re.fullmatch(r"[dD0]+/[mM0]+/(\d{4})", plain)
        value = year[1] if year else iso
        yield Value(prop=prop, value=value, raw=plain if value != plain else "", note=note, date=date)
        return
    whole = cleaner.value(prop, html.unescape(text), note=note)
    yield whole
    if prop == "registrationNumber":
        for code, pattern in CODES:
            yield from (Value(prop=code, value=number, raw=whole.value) for number in pattern.findall(whole.value))


def _address(said: dict[str, str], cleaner: Cleaner) -> Iterator[Value]:
    parts = [said[line].strip() for line in LINES if line in said]
    if said.keys() & frozenset(LINES) == {"addresscountry"}:
        yield cleaner.value("country", said["addresscountry"])
    else:
        yield cleaner.value("address", ", ".join(parts))
    for name, text in said.items():
        if name not in LINES:
            yield cleaner.value("notes", text, note=name)


def _birth_place(said: dict[str, str], cleaner: Cleaner) -> Value:
    parts = (said[name].strip() for name in ("townofbirth", "countryofbirth") if name in said)
    return cleaner.value("birthPlace", ", ".join(parts))


def _designations(entry: Entry, cleaner: Cleaner) -> Iterator[Designation]:
    start = cleaner.text(entry.first("datedesignated"))
    source = cleaner.text(entry.first("designationsource"))
    notes = (f"Designation source: {source}" if source else "", CARRY_OVER if start == CARRIED else "")
    measures = _measures(entry, cleaner)
    for regime in entry.all("regimename") or [""]:
        title = cleaner.text(regime)
        yield Designation(
            regime="UK",
            programme=title,
            list_type="UK Sanctions List",
            authority=title,
            measures=measures,
            classes=measure_classes.classes(measures),
            start=day_first.maybe(start),
            amended=day_first.maybe(cleaner.text(entry.first("lastupdated"))),
            reason="; ".join(_prose(text, cleaner) for text in entry.all("ukstatementofreasons")),
            note="; ".join(filter(None, notes)),
        )


def _measures(entry: Entry, cleaner: Cleaner) -> tuple[str, ...]:
    """The measures as worded; where the list words none, the names of the flags that are set."""
    worded = [cleaner.text(part) for text in entry.all("sanctionsimposed") for part in text.split("|")]
    flags = [name for group in entry.groups for name, text in group if text.strip().lower() == "true"]
    return tuple(dict.fromkeys(filter(None, worded or flags)))


def _links(entry: Entry, cleaner: Cleaner) -> Iterator[Link]:
    """Owners and subsidiaries as the list words them: names only, several in one field, never a share."""
    for name, (role, owner, ended) in OWNERS.items():
        for part in (part for text in entry.all(name) for part in NAMES.split(html.unescape(text).strip())):
            if text := cleaner.text(part):
                yield Link(
                    kind="Ownership",
                    subject="" if owner else cleaner.record,
                    object=cleaner.record if owner else "",
                    text=text,
                    role=role,
                    ended=ended,
                )


def _prose(text: str, cleaner: Cleaner) -> str:
    """Prose without the HTML entities that the list leaves in it."""
    return cleaner.text(html.unescape(text))
