"""One entity of OFAC's ENHANCED XML: its names, addresses, features, documents and relations."""

from collections.abc import Iterator
from types import MappingProxyType

from lxml import etree

from briefer.model.facts import Link, PartialDate, Value
from briefer.sources import dates, ofac_stated
from briefer.sources.cells import Cleaner
from briefer.sources.opening import local
from briefer.sources.scripts import PRINTED, script_tag

SCHEMATA = MappingProxyType(
    {"Individual": "Person", "Entity": "LegalEntity", "Vessel": "Vessel", "Aircraft": "Airplane"}
)
ALIASES = MappingProxyType({"A.K.A.": ("alias", ""), "F.K.A.": ("previousName", ""), "N.K.A.": ("alias", "n.k.a.")})
NAME_PARTS = MappingProxyType(
    {
        "Last Name": "lastName",
        "First Name": "firstName",
        "Middle Name": "middleName",
        "Patronymic": "fatherName",
        "Matronymic": "motherName",
        "Maiden Name": "lastName",
        "Nickname": "weakAlias",
    }
)
RELATIONS = MappingProxyType(
    {
        "Owned or Controlled By": ("Ownership", True),
        "Owns, controls, or operates": ("Ownership", False),
        "Acting for or on behalf of": ("Representation", False),
        "Family member of": ("Family", False),
        "Leader or official of": ("Directorship", False),
        "Principal Executive Officer": ("Directorship", False),
        "Providing support to": ("UnknownLink", False),
        "Associate Of": ("UnknownLink", False),
        "Property in the interest of": ("UnknownLink", False),
        "playing a significant role in": ("UnknownLink", False),
    }
)
"""Kind of link, and whether the related entity is its subject (the owner) rather than its object."""

PLACES = ("ADDRESS1", "ADDRESS2", "ADDRESS3", "CITY", "STATE/PROVINCE", "REGION", "POSTAL CODE")
GENERAL = frozenset({"identityId", "entityType", "remarks"})
GROUPS = frozenset(
    [
        "generalInfo",
        "sanctionsLists",
        "sanctionsPrograms",
        "sanctionsTypes",
        "legalAuthorities",
        "names",
        "addresses",
        "features",
        "identityDocuments",
        "relationships",
    ]
)
DOCUMENT_PARTS = frozenset({"type", "name", "documentNumber", "isValid", "issuingCountry"})


def schema(element: etree._Element) -> str:
    """The FollowTheMoney schema of an entity; one of an unknown type is a LegalEntity."""
    return SCHEMATA.get(_text(element, "{*}generalInfo/{*}entityType"), "LegalEntity")


def values(element: etree._Element, cleaner: Cleaner) -> Iterator[Value]:
    """All that is stated of an entity, the primary name first; what is unknown becomes a note."""
    names = list(element.iterfind("{*}names/{*}name"))
    for name in sorted(names, key=lambda name: _text(name, "{*}isPrimary") != "true"):
        yield from _name(name, cleaner)
    yield from _general(element, cleaner)
    for address in element.iterfind("{*}addresses/{*}address"):
        yield from _address(address, cleaner)
    for feature in element.iterfind("{*}features/{*}feature"):
        yield _feature(feature, cleaner)
    for document in element.iterfind("{*}identityDocuments/{*}identityDocument"):
        yield _document(document, cleaner)


def links(element: etree._Element, cleaner: Cleaner) -> Iterator[Link]:
    """The entity's relations, each with its direction; the other end may be on OFAC's other list."""
    for relation in element.iterfind("{*}relationships/{*}relationship"):
        role = cleaner.text(_text(relation, "{*}type"))
        related = relation.find("{*}relatedEntity")
        number = related.get("entityId", "") if related is not None else ""
        other = f"ofac-{number}" if number else ""
        kind, turned = RELATIONS.get(role, ("UnknownLink", False))
        ends = (other, cleaner.record) if turned else (cleaner.record, other)
        yield Link(
            kind=kind,
            subject=ends[0],
            object=ends[1],
            text=cleaner.text((related.text or "") if related is not None else ""),
            role=role,
            note=_notes(relation, frozenset({"type", "relatedEntity"})),
        )


def _name(name: etree._Element, cleaner: Cleaner) -> Iterator[Value]:
    primary = _text(name, "{*}isPrimary") == "true"
    prop, note = ("name", "") if primary else _alias(name)
    for translation in name.iterfind("{*}translations/{*}translation"):
        full = _text(translation, "{*}formattedFullName") or _text(translation, "{*}formattedLastName")
        script = _text(translation, "{*}script")
        lang = PRINTED.get(script, "") or script_tag(full)
        if full:
            yield cleaner.value(prop, full, lang=lang, note=note)
        parts = translation.iterfind("{*}nameParts/{*}namePart") if primary else ()
        for part in parts:
            if kind := NAME_PARTS.get(_text(part, "{*}type")):
                yield cleaner.value(kind, _text(part, "{*}value"), lang=lang)


def _alias(name: etree._Element) -> tuple[str, str]:
    printed = _text(name, "{*}aliasType")
    if _text(name, "{*}isLowQuality") == "true":
        return "weakAlias", "" if printed == "A.K.A." else printed.lower()
    return ALIASES.get(printed, ("alias", printed))


def _general(element: etree._Element, cleaner: Cleaner) -> Iterator[Value]:
    kind = _text(element, "{*}generalInfo/{*}entityType")
    if kind not in SCHEMATA:
        yield cleaner.value("notes", f"entityType: {kind}")
    for part in element.iterfind("{*}generalInfo/*"):
        name = local(part)
        if name not in GENERAL and (text := _all_text(part)):
            yield cleaner.value("position" if name == "title" else "notes", text, note="" if name == "title" else name)
    for group in element:
        name = local(group)
        if name not in GROUPS and (text := _all_text(group)):
            yield cleaner.value("notes", text, note=name)


def _address(address: etree._Element, cleaner: Cleaner) -> Iterator[Value]:
    country = _text(address, "{*}country")
    translations = list(address.iterfind("{*}translations/{*}translation"))
    found = [(_places(each), PRINTED.get(_text(each, "{*}script"), "")) for each in translations]
    if country and not any(places for places, _ in found):
        yield cleaner.value("country", country)
    for places, lang in found:
        if places:
            yield cleaner.value("address", ", ".join(filter(None, (*places, country))), lang=lang)


def _places(translation: etree._Element) -> list[str]:
    parts = [
        (_text(part, "{*}type"), _text(part, "{*}value"))
        for part in translation.iterfind("{*}addressParts/{*}addressPart")
    ]
    order = {name: place for place, name in enumerate(PLACES)}
    return [text for _, text in sorted(parts, key=lambda part: order.get(part[0], len(order))) if text]


def _feature(feature: etree._Element, cleaner: Cleaner) -> Value:
    label = _text(feature, "{*}type")
    text = _text(feature, "{*}value")
    date = _date(feature.find("{*}valueDate"), text)
    note = _notes(feature, frozenset({"type", "versionId", "value", "valueRefId", "valueDate", "isPrimary"}))
    return ofac_stated.feature(label, text, cleaner, note=note, date=date)


def _date(element: etree._Element | None, text: str) -> PartialDate | None:
    """The bounds that the file states beside the date as printed; where it states none, what the text says."""
    if element is None:
        return None
    first = dates.day(_text(element, "{*}fromDateBegin"))
    last = dates.day(_text(element, "{*}toDateEnd"))
    if first is None or last is None or first > last:
        return dates.maybe(text)
    circa = _text(element, "{*}isApproximate") == "true"
    return PartialDate(text=text, earliest=first, latest=last, circa=circa)


def _document(document: etree._Element, cleaner: Cleaner) -> Value:
    label = _text(document, "{*}type")
    number = _text(document, "{*}documentNumber")
    said = ("not valid" if _text(document, "{*}isValid") == "false" else "", _notes(document, DOCUMENT_PARTS))
    country = _text(document, "{*}issuingCountry")
    return ofac_stated.document(label, number, country, cleaner, note="; ".join(filter(None, said)))


def _notes(element: etree._Element, known: frozenset[str]) -> str:
    """Parts that have no place of their own, as "name: text"."""
    parts = ((local(part), part) for part in element)
    found = ((name, _all_text(part)) for name, part in parts if name not in known)
    return "; ".join(f"{name}: {text}" for name, text in found if text)


def _text(element: etree._Element, path: str) -> str:
    return (element.findtext(path) or "").strip()


def _all_text(element: etree._Element) -> str:
    return " ".join(" ".join(str(text) for text in element.itertext()).split())
