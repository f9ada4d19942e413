"""Canada's consolidated list of autonomous sanctions (SEMA) as XML: flat records without an id of their own."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from lxml import etree

from briefer.language import _
from briefer.model.answers import Warned
from briefer.model.errors import BadInput
from briefer.model.facts import Designation, EntityRecord, Value
from briefer.sources import date_cells, dates
from briefer.sources.cells import LINE, Cleaner, Place
from briefer.sources.opening import DOWNLOAD, Look, elements, local
from briefer.sources.reading import Head, Reading, Record, list_file
from briefer.sources.scripts import script_tag

ROOT = "data-set"
URL = "https://www.international.gc.ca/world-monde/international_relations-relations_internationales/sanctions/consolidated-consolide.aspx"
KEY = ("Country", "Schedule", "Item")
NAMES = ("EntityOrShip", "LastName", "GivenName")
SHIP = re.compile(r"\b(?:ship|tanker|vessel|carrier|navire|cargo)\b", re.IGNORECASE)
LEGAL_FORMS = r"(?:Inc|Ltd|LLC|L\.L\.C|Co|Corp|S\.A|GmbH|AG|JSC|Limited|LLP|PLC)\b"
ALIASES = re.compile(rf"\s*;\s*|\s*\n\s*|,\s+(?!{LEGAL_FORMS})")
TITLES = ("TitleOrShip", "TitleOrShipType")
KNOWN = frozenset([*KEY, *NAMES, *TITLES, "Aliases", "DateOfBirthOrShipBuildDate", "ShipIMONumber", "DateOfListing"])
NONE = frozenset({"", "N/A", "n/a", "-"})


def sniff(look: Look) -> Reading | None:
    """The reading of Canada's list, None of any other file."""
    if look.shape != "xml" or look.root != ROOT:
        return None
    return list_file(look.path, "ca-sema-xml", _records)


def _records(path: Path) -> Iterator[Record]:
    yield Head(
        list="ca-sema",
        title="Consolidated Canadian Autonomous Sanctions List",
        publisher="Global Affairs Canada",
        regime="CA",
        url=URL,
    )
    seen: Counter[str] = Counter()
    for element in elements(path, "{*}record"):
        said, place = _said(element), Place(LINE, element.sourceline)
        record = _id(path, element, said)
        seen[record] += 1
        if seen[record] > 1:
            said_twice = _("{place} repeats this country, schedule and item", place=place)
            yield Warned(record=record, message=said_twice)
            record = f"{record}-{seen[record]}"
        cleaner = Cleaner(path, place, record)
        made = _entity(said, cleaner)
        yield made
        yield from date_cells.unread(made)
        yield from cleaner.warnings()
    if not seen:
        raise BadInput(path, _("the list holds no record"), _(DOWNLOAD))


def _said(element: etree._Element) -> dict[str, str]:
    """What a record says, by the English half of its tags: newer files print both languages in a tag."""
    found = ((local(part).partition("-")[0], (part.text or "").strip()) for part in element)
    return {name: text for name, text in found if text not in NONE}


def _id(path: Path, element: etree._Element, said: Mapping[str, str]) -> str:
    """Country, schedule and item: the list has no ids, and renumbering changes these."""
    country = said.get("Country", "").partition("/")[0]
    parts = [_slug(text) for text in (country, said.get("Schedule", ""), said.get("Item", ""))]
    if not parts[0] or not parts[2]:
        raise BadInput(
            path,
            _("a record has no Country or no Item"),
            _(DOWNLOAD),
            row=str(Place(LINE, element.sourceline)),
        )
    return "-".join(("ca", *filter(None, parts)))


def _entity(said: Mapping[str, str], cleaner: Cleaner) -> EntityRecord:
    title = next((said[name] for name in TITLES if name in said), "")
    schema = _schema(said, title)
    values = tuple(_values(said, schema, title, cleaner))
    return EntityRecord(
        id=cleaner.record,
        schema=schema,
        caption=next((value.value for value in values if value.prop == "name"), cleaner.record),
        values=values,
        designations=(
            Designation(
                regime="CA",
                programme=cleaner.text(said["Country"]),
                list_type=f"Schedule {schedule}" if (schedule := said.get("Schedule", "")) else "",
                start=dates.maybe(said.get("DateOfListing", "")),
                note=f"Item {said['Item']}",
            ),
        ),
    )


def _schema(said: Mapping[str, str], title: str) -> str:
    if "EntityOrShip" not in said:
        return "Person"
    return "Vessel" if "ShipIMONumber" in said or SHIP.search(title) else "LegalEntity"


def _values(said: Mapping[str, str], schema: str, title: str, cleaner: Cleaner) -> Iterator[Value]:
    entity, last, given = (said.get(name, "") for name in NAMES)
    if name := entity or " ".join(filter(None, (given, last))):
        yield cleaner.value("name", name, lang=script_tag(name))
    for prop, text in (("lastName", last), ("firstName", given)):
        if text:
            yield cleaner.value(prop, text)
    aliases = said.get("Aliases", "")
    several = [text for text in ALIASES.split(aliases) if text]
    for text in several:
        value = cleaner.value("alias", text, lang=script_tag(text))
        yield replace(value, raw=aliases) if len(several) > 1 else value
    if title:
        yield cleaner.value({"Person": "position", "Vessel": "type"}.get(schema, "notes"), title)
    if number := said.get("ShipIMONumber", ""):
        yield cleaner.value("imoNumber", number.removeprefix("IMO").strip())
    prop = {"Person": "birthDate", "Vessel": "buildDate"}.get(schema, "notes")
    for date in date_cells.several(said.get("DateOfBirthOrShipBuildDate", "")):
        yield cleaner.value(prop, date.text, date=date)
    yield from (cleaner.value("notes", text, note=name) for name, text in said.items() if name not in KNOWN)


def _slug(text: str) -> str:
    return re.sub(r"[^\w.]+", "-", text.strip().lower()).strip("-.")
