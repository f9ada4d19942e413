"""OFAC's plain XML (SDN.XML or CONSOLIDATED.XML): typed, without listing dates, lists or directions of relations."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import MappingProxyType

from lxml import etree

from briefer.language import _
from briefer.model.answers import Warned
from briefer.model.errors import BadInput
from briefer.model.facts import Designation, EntityRecord, Link, Value
from briefer.sources import dates, ofac_directives, ofac_programmes, ofac_remarks, ofac_stated
from briefer.sources.cells import LINE, Cleaner, Place, told
from briefer.sources.ofac_csv import TITLES, URLS
from briefer.sources.ofac_entity import ALIASES, SCHEMATA
from briefer.sources.opening import DOWNLOAD, Look, elements, local
from briefer.sources.reading import Head, Reading, Record, list_file

ROOT = "sdnList"
ENTRY = "{*}sdnEntry"
INFORMATION = "{*}publshInformation"
ENOUGH = 400
"""Entries that are looked at to tell the list."""

PLACES = ("address1", "address2", "address3", "city", "stateOrProvince", "postalCode", "country")
REGION = "Region: "
"""What stands before a region that is printed in a country's place."""

COUNTRIES = MappingProxyType(
    {"nationalityList/{*}nationality": "nationality", "citizenshipList/{*}citizenship": "citizenship"}
)
VESSEL = MappingProxyType(
    {
        "callSign": "callSign",
        "vesselType": "type",
        "vesselFlag": "flag",
        "tonnage": "deadweightTonnage",
        "grossRegisteredTonnage": "grossRegisteredTonnage",
    }
)
OWNER = "vesselOwner"
KNOWN = frozenset(
    [
        "uid",
        "firstName",
        "lastName",
        "title",
        "sdnType",
        "remarks",
        "programList",
        "idList",
        "akaList",
        "addressList",
        "nationalityList",
        "citizenshipList",
        "dateOfBirthList",
        "placeOfBirthList",
        "vesselInfo",
    ]
)


def sniff(look: Look) -> Reading | None:
    """The reading of a plain XML file, None of any other."""
    if look.shape != "xml" or look.root != ROOT:
        return None
    return list_file(look.path, "ofac-xml", _records)


def _records(path: Path) -> Iterator[Record]:
    head = _head(path)
    yield head
    ids = _ids(path)
    seen: set[str] = set()
    for entry in elements(path, ENTRY):
        number = _text(entry, "uid")
        cleaner = Cleaner(path, Place(LINE, entry.sourceline), f"ofac-{number}")
        if not number.isdigit():
            raise BadInput(path, _("an entry has no numeric uid"), _(DOWNLOAD), row=told(cleaner.row))
        if number in seen:
            yield Warned(
                record=cleaner.record,
                message=_("{place} repeats this number; the first entry was kept", place=cleaner.row),
            )
            continue
        seen.add(number)
        yield _record(entry, cleaner, head.list, ids)
        yield from cleaner.warnings()


def _head(path: Path) -> Head:
    """What the start of the file says; which list it is, it says nowhere."""
    published, declared = "", ""
    first: list[bool] = []
    for element in elements(path, INFORMATION, ENTRY):
        if local(element) == INFORMATION.rpartition("}")[2]:
            published, declared = _text(element, "Publish_Date"), _text(element, "Record_Count")
            continue
        patterns = ofac_programmes.SPECIAL.values()
        first.append(any(pattern.fullmatch(tag) for tag in _tags(element) for pattern in patterns))
        if len(first) == ENOUGH:
            break
    if not first:
        raise BadInput(path, _("the list holds no entry"), _(DOWNLOAD))
    # Each list prints a few of the other's programmes, so the majority tells them apart.
    key = "ofac-cons" if 2 * sum(first) > len(first) else "ofac-sdn"
    return Head(
        list=key,
        title=TITLES[key],
        publisher="OFAC",
        regime="US",
        published=_day(published),
        declared=int(declared) if declared.isdigit() else None,
        url=URLS[key],
        printed="" if _day(published) else published,
    )


def _ids(path: Path) -> dict[str, str]:
    """The ids of names that occur once: `Linked To:` names entries that come later, too."""
    names: Counter[str] = Counter()
    ids: dict[str, str] = {}
    for entry in elements(path, ENTRY):
        name = " ".join(_name(entry).split())
        names[name] += 1
        ids[name] = f"ofac-{_text(entry, 'uid')}"
    return {name: record for name, record in ids.items() if names[name] == 1}


def _record(entry: etree._Element, cleaner: Cleaner, key: str, ids: dict[str, str]) -> EntityRecord:
    remarks = _text(entry, "remarks")
    linked = ofac_remarks.read(remarks, Cleaner(cleaner.file, cleaner.row, cleaner.record)).linked
    kind = _text(entry, "sdnType")
    return EntityRecord(
        id=cleaner.record,
        schema=SCHEMATA.get(kind, "LegalEntity"),
        caption=cleaner.text(_name(entry)) or cleaner.record,
        values=tuple(_values(entry, kind, cleaner)),
        designations=_designations(entry, key),
        links=(*_owner(entry, cleaner, ids), *ofac_remarks.links(linked, cleaner.record, ids)),
        remarks=cleaner.text(remarks),
    )


def _designations(entry: etree._Element, key: str) -> tuple[Designation, ...]:
    programmes = _tags(entry)
    printed = (f"{_text(item, 'idType')} {_text(item, 'idNumber')}" for item in entry.iterfind("{*}idList/{*}id"))
    directives = ofac_directives.directives(printed)
    return tuple(
        Designation(
            regime="US",
            programme=tag,
            list_type=kind,
            measures=ofac_directives.measures(directives, tag, blocked=kind == ofac_programmes.SDN),
        )
        for tag, kind in ofac_directives.placed(programmes, key, directives)
    )


def _values(entry: etree._Element, kind: str, cleaner: Cleaner) -> Iterator[Value]:
    yield from _names(entry, kind, cleaner)
    for address in entry.iterfind("{*}addressList/{*}address"):
        yield from _address(address, cleaner)
    for path, prop in COUNTRIES.items():
        for item in entry.iterfind(f"{{*}}{path}"):
            yield cleaner.value(prop, _text(item, "country"))
    for item in entry.iterfind("{*}dateOfBirthList/{*}dateOfBirthItem"):
        text = _text(item, "dateOfBirth")
        yield cleaner.value("birthDate", text, date=dates.maybe(text))
    for item in entry.iterfind("{*}placeOfBirthList/{*}placeOfBirthItem"):
        yield cleaner.value("birthPlace", _text(item, "placeOfBirth"))
    for item in entry.iterfind("{*}idList/{*}id"):
        said = (f"{name}: {_text(item, name)}" for name in ("issueDate", "expirationDate") if _text(item, name))
        label, number, country = (_text(item, name) for name in ("idType", "idNumber", "idCountry"))
        yield ofac_stated.either(label, number, country, cleaner, note="; ".join(said))
    yield from _others(entry, cleaner)


def _names(entry: etree._Element, kind: str, cleaner: Cleaner) -> Iterator[Value]:
    yield cleaner.value("name", _name(entry))
    if kind == "Individual":
        yield from (cleaner.value(prop, text) for prop in ("lastName", "firstName") if (text := _text(entry, prop)))
    for alias in entry.iterfind("{*}akaList/{*}aka"):
        printed = _text(alias, "type").upper()
        prop, note = ALIASES.get(printed, ("alias", printed.lower()))
        if _text(alias, "category") == "weak":
            prop, note = "weakAlias", "" if printed == "A.K.A." else printed.lower()
        yield cleaner.value(prop, _name(alias), note=note)
    if kind not in SCHEMATA:
        yield cleaner.value("notes", f"sdnType: {kind}")


def _address(address: etree._Element, cleaner: Cleaner) -> Iterator[Value]:
    parts = [text.removeprefix(REGION) for name in PLACES if (text := _text(address, name))]
    if parts:
        yield cleaner.value("country" if parts == [_text(address, "country")] else "address", ", ".join(parts))


def _others(entry: etree._Element, cleaner: Cleaner) -> Iterator[Value]:
    if title := _text(entry, "title"):
        yield cleaner.value("position", title)
    for part in entry.iterfind("{*}vesselInfo/*"):
        name, text = local(part), (part.text or "").strip()
        if text and name != OWNER:
            yield cleaner.value(VESSEL.get(name, "notes"), text, note="" if name in VESSEL else name)
    for group in entry:
        name, text = local(group), " ".join(" ".join(map(str, group.itertext())).split())
        if name not in KNOWN and text:
            yield cleaner.value("notes", text, note=name)


def _owner(entry: etree._Element, cleaner: Cleaner, ids: dict[str, str]) -> Iterator[Link]:
    if name := cleaner.text(_text(entry, f"vesselInfo/{{*}}{OWNER}")):
        yield Link(kind="Ownership", subject=ids.get(name, ""), object=cleaner.record, text=name, role="Vessel owner")


def _tags(entry: etree._Element) -> list[str]:
    found = ((tag.text or "").strip() for tag in entry.iterfind("{*}programList/{*}program"))
    return list(dict.fromkeys(filter(None, found)))


def _name(element: etree._Element) -> str:
    return ", ".join(filter(None, (_text(element, "lastName"), _text(element, "firstName"))))


def _day(text: str) -> date | None:
    """The day of MM/DD/YYYY."""
    parts = text.split("/")
    return dates.day("-".join((parts[2], parts[0], parts[1]))) if len(parts) == 3 else None


def _text(element: etree._Element, name: str) -> str:
    return (element.findtext(f"{{*}}{name}") or "").strip()
