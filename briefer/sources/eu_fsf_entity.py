"""One entity of the EU's consolidated financial sanctions list, from its XML or its CSV alike.

The list states the last act that amended an entry and not the act that listed it, no measures and no reasons; only the
Official Journal is authentic.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from briefer.language import _
from briefer.model.answers import Warned
from briefer.model.facts import Designation, EntityRecord, PartialDate, Value
from briefer.sources import dates, eu_fsf_names
from briefer.sources.cells import Cleaner
from briefer.sources.reading import Record

Part = Mapping[str, str]

SCHEMATA = MappingProxyType({"person": "Person", "P": "Person", "enterprise": "LegalEntity", "E": "LegalEntity"})
DOCUMENTS = MappingProxyType(
    {
        "passport": "passportNumber",
        "diplpassport": "passportNumber",
        "traveldoc": "passportNumber",
        "fiscalcode": "taxNumber",
        "taxid": "taxNumber",
        "euvat": "vatCode",
        "regnumber": "registrationNumber",
        "imo": "imoNumber",
        "swiftbic": "swiftBic",
        "ssn": "socialSecurityNumber",
        "unssn": "socialSecurityNumber",
    }
)
"""Types of identification; any other is an idNumber with its type as note."""

FLAGS = MappingProxyType(
    {
        "diplomatic": "diplomatic",
        "knownExpired": "expired",
        "knownFalse": "false",
        "reportedLost": "reported lost",
        "revokedByIssuer": "revoked by the issuer",
    }
)
PLACES = ("place", "city", "zipCode", "region", "countryDescription")
ADDRESS = ("street", "poBox", *PLACES)
CONTACTS = MappingProxyType(
    {"EMAIL": "email", "PHONE": "phone", "MOBILE": "phone", "FAX": "phone", "WEB": "website", "WEBSITE": "website"}
)
APART = frozenset({"regulationLanguage", "logicalId", "act", "remark", "countryIso2Code", "contacts"})
"""What is not told as "name: value": the list's own numbers, and what has a place elsewhere."""

KNOWN = MappingProxyType(
    {
        "address": APART | {*ADDRESS, "asAtListingTime"},
        "birthdate": APART
        | {*PLACES, "birthdate", "circa", "calendarType", "dayOfMonth", "monthOfYear", "year"}
        | {"yearRangeFrom", "yearRangeTo"},
        "citizenship": APART | {"countryDescription"},
        "identification": APART
        | {*FLAGS, "number", "identificationTypeCode", "identificationTypeDescription", "countryDescription"},
    }
)
OWN = frozenset(
    [
        "designationDate",
        "designationDetails",
        "unitedNationId",
        "euReferenceNumber",
        "logicalId",
        "remark",
        "subjectType",
        "subjectType_ClassificationCode",
    ]
)
"""What an entity says of itself and has a place elsewhere; anything else becomes a note."""

UNKNOWN = ("", "00")
LAST_ACT = "The act is the last one that changed the entry and need not be the one that listed it"
NO_START = "the list prints no date of designation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An entity as either format prints it, attributes under the names that the XML gives them.

    `acts` are its regulations; `parts` its names, citizenships, birth dates, addresses and identifications;
    `unread` rows that could not be cut into columns.
    """

    said: Part
    subject: str
    remarks: tuple[str, ...]
    acts: tuple[Part, ...]
    parts: Mapping[str, tuple[Part, ...]]
    unread: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What the parts of an entity share: the titles of its own acts, and the cleaner of its texts."""

    titles: frozenset[str]
    cleaner: Cleaner


def record(entry: Entry, cleaner: Cleaner) -> Iterator[Record]:
    """The record of an entity, then what has to be said about it."""
    titles = frozenset(act.get("numberTitle", "") for act in entry.acts)
    about = About(titles=titles, cleaner=cleaner)
    schema = SCHEMATA.get(entry.subject, "LegalEntity")
    values = [
        *eu_fsf_names.values(entry.parts.get("nameAlias", ()), schema, titles, cleaner),
        *_own(entry, cleaner),
        *(value for kind, make in MAKERS.items() for part in entry.parts.get(kind, ()) for value in make(part, about)),
    ]
    yield EntityRecord(
        id=cleaner.record,
        schema=schema,
        caption=next((value.value for value in values if value.prop == "name"), cleaner.record),
        values=tuple(dict.fromkeys(values)),
        designations=tuple(_designations(entry, cleaner)),
        remarks="; ".join(text for text in map(cleaner.text, entry.remarks) if text),
    )
    yield from cleaner.warnings()
    for value in values:
        if value.date and value.date.earliest is None:
            yield Warned(
                record=cleaner.record, message=_("the date of birth {text!r} was kept as text", text=value.value)
            )


def _noted(part: Part, about: About, *first: str, known: frozenset[str] | None = None) -> str:
    """What qualifies a part: `first`, its remark, what has no place of its own, its act unless it is the entry's."""
    rest = [] if known is None else [f"{name}: {text}" for name, text in part.items() if name not in known and text]
    act = part.get("act", "")
    other = f"act {act}" if act not in about.titles | {""} else ""
    return about.cleaner.text("; ".join(filter(None, (*first, part.get("remark", ""), *rest, other))))


def _own(entry: Entry, cleaner: Cleaner) -> Iterator[Value]:
    if entry.subject not in SCHEMATA:
        yield cleaner.value("notes", f"subjectType: {entry.subject or 'none'}")
    if number := entry.said.get("unitedNationId", ""):
        yield cleaner.value("unscId", number)
    if number := entry.said.get("euReferenceNumber", ""):
        yield cleaner.value("authorityId", number, note="EU reference number")
    for name, text in entry.said.items():
        if name not in OWN:
            yield cleaner.value("notes", text, note=name)
    for line in entry.unread:
        yield cleaner.value("notes", line, note="a row that could not be cut into columns")


def _designations(entry: Entry, cleaner: Cleaner) -> Iterator[Designation]:
    start = dates.maybe(cleaner.text(entry.said.get("designationDate", "")))
    details = cleaner.text(entry.said.get("designationDetails", ""))
    for act in entry.acts or ({},):
        said = {name: cleaner.text(text) for name, text in act.items()}
        kind = " ".join(filter(None, (said.get("organisationType"), said.get("regulationType"))))
        force = said.get("entryIntoForceDate", "")
        about = ", ".join(filter(None, (kind, force and f"in force {force}")))
        without = "" if start else NO_START
        note = "; ".join(
            filter(None, (f"{LAST_ACT} ({about})" if about else LAST_ACT, without, details, said.get("remark")))
        )
        yield Designation(
            regime="EU",
            programme=said.get("programme", ""),
            authority=said.get("numberTitle", ""),
            start=start,
            amended=dates.maybe(said.get("publicationDate", "")),
            url=said.get("publicationUrl", ""),
            note=f"{note}.",
            classes=("asset-freeze",),
        )


def _country(part: Part) -> tuple[str, str]:
    """A country's code in small letters and its name as printed; both empty where it is unknown."""
    code, printed = part.get("countryIso2Code", ""), part.get("countryDescription", "")
    if code in UNKNOWN:
        return "", "" if printed == "UNKNOWN" else printed
    # "CS" is a code that was withdrawn: Serbia and Montenegro until 2006.
    return "Serbia and Montenegro" if code == "CS" else code.lower(), printed or code


def _nation(prop: str, part: Part, note: str, cleaner: Cleaner) -> Iterator[Value]:
    code, printed = _country(part)
    if code or printed:
        yield Value(prop=prop, value=cleaner.text(code or printed), raw=printed if code else "", note=note)


def _place(part: Part, names: tuple[str, ...]) -> str:
    """The parts of a place as one text, empty where no more than a country is known."""
    parts = {name: part.get(name, "").strip() for name in names} | {"countryDescription": _country(part)[1]}
    box = parts.get("poBox", "")
    told = parts | ({"poBox": f"P.O. Box {box}"} if box else {})
    inside = any(text for name, text in parts.items() if name != "countryDescription")
    return ", ".join(told[name] for name in names if told[name]) if inside else ""


def _citizenship(part: Part, about: About) -> Iterator[Value]:
    note = _noted(part, about, known=KNOWN["citizenship"])
    yield from _nation("citizenship", part, note, about.cleaner)


def _birth(part: Part, about: About) -> Iterator[Value]:
    calendar = part.get("calendarType", "") or "GREGORIAN"
    printed = "-".join(filter(None, (part.get("year"), part.get("monthOfYear"), part.get("dayOfMonth"))))
    foreign = f"{calendar} calendar: {printed}" if calendar != "GREGORIAN" else ""
    note = _noted(part, about, foreign, known=KNOWN["birthdate"])
    if text := _printed_date(part, foreign):
        date = dates.parse(text) if text != foreign else PartialDate(text=text)
        yield about.cleaner.value("birthDate", text, note=note, date=date)
    place = _place(part, PLACES)
    if place:
        yield about.cleaner.value("birthPlace", place, note=_noted(part, about))
    else:
        yield from _nation("birthCountry", part, _noted(part, about), about.cleaner)
    if not text and note and not place:
        yield about.cleaner.value("notes", note, note="date of birth")


def _printed_date(part: Part, foreign: str) -> str:
    """The date in a shape that `dates` reads; a day of another calendar without its Gregorian day as `foreign` says."""
    year, month, day = (part.get(name, "") for name in ("year", "monthOfYear", "dayOfMonth"))
    text = part.get("birthdate", "")
    if not text and foreign:
        return foreign
    if not text and year:
        text = "-".join(filter(None, (year, month, day if month else "")))
    if not text and part.get("yearRangeFrom") and part.get("yearRangeTo"):
        text = f"{part['yearRangeFrom']} to {part['yearRangeTo']}"
    if not text and (month or day):
        text = f"day {day or '?'}, month {month or '?'}, year not known"
    return f"circa {text}" if text and part.get("circa") == "true" else text


def _address(part: Part, about: About) -> Iterator[Value]:
    listed = "as at the time of listing" if part.get("asAtListingTime") == "true" else ""
    note = _noted(part, about, listed, known=KNOWN["address"])
    place = _place(part, ADDRESS)
    if place:
        yield about.cleaner.value("address", place, note=note)
    else:
        yield from _nation("country", part, note, about.cleaner)
        if note and not _country(part)[1]:
            yield about.cleaner.value("notes", note, note="address")
    for line in part.get("contacts", "").splitlines():
        kind, _, text = line.partition("=")
        prop = CONTACTS.get(kind.strip().upper(), "notes")
        said = kind.strip() if prop == "notes" or kind.strip().upper() == "FAX" else ""
        yield about.cleaner.value(prop, (text or line).strip(), note=said if text else "contact")


def _identification(part: Part, about: About) -> Iterator[Value]:
    code = part.get("identificationTypeCode", "")
    kind = part.get("identificationTypeDescription", "") or code
    number = part.get("number", "").strip() or part.get("latinNumber", "").strip()
    flags = [word for name, word in FLAGS.items() if part.get(name) == "true"]
    label = ", ".join(filter(None, (kind, _country(part)[1], *flags)))
    note = _noted(part, about, label, known=KNOWN["identification"])
    if number:
        yield about.cleaner.value(DOCUMENTS.get(code.lower(), "idNumber"), number, note=note)
    elif note:
        yield about.cleaner.value("notes", note, note="identification")


MAKERS = MappingProxyType(
    {"citizenship": _citizenship, "birthdate": _birth, "address": _address, "identification": _identification}
)
