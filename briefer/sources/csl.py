"""The US Consolidated Screening List (trade.gov's consolidated.csv): thirteen lists of three departments in a table."""

import re
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType

from briefer.language import _
from briefer.model.errors import BadInput
from briefer.model.facts import Designation, EntityRecord, Link, Value
from briefer.sources import date_cells, dates, ofac_stated
from briefer.sources.cell_lists import several
from briefer.sources.cells import Cleaner
from briefer.sources.grouping import grouped
from briefer.sources.ofac_entity import SCHEMATA
from briefer.sources.ofac_labels import DOCUMENTS, FEATURES, bare
from briefer.sources.opening import DOWNLOAD, Look, refuse_uneven, rows
from briefer.sources.reading import Head, Reading, Record, list_file
from briefer.sources.scripts import script_tag

URL = "https://www.trade.gov/consolidated-screening-list"
MARKS = frozenset({"source", "entity_number", "programs", "alt_names", "source_list_url"})
CODE = re.compile(r"\((?P<code>[^()]+?)(?: List)?\)")
COUNTRY = re.compile(r"[A-Z]{2}")
OFAC = "Treasury Department"
LIST_TYPES = MappingProxyType(
    {"SDN": "SDN", "SSI": "SSI", "NS-MBS": "NS-MBS", "CAP": "CAPTA", "CMIC": "NS-CMIC", "PLC": "NS-PLC", "FSE": "FSE"}
)
"""OFAC's lists by the abbreviation in the source's name, as OFAC's own files are read."""

LISTS = MappingProxyType(
    {"citizenships": "citizenship", "nationalities": "nationality", "places_of_birth": "birthPlace"}
)
COLUMNS = MappingProxyType(
    {
        "title": "position",
        "call_sign": "callSign",
        "vessel_type": "type",
        "gross_tonnage": "deadweightTonnage",
        "gross_registered_tonnage": "grossRegisteredTonnage",
        "vessel_flag": "flag",
        "standard_order": "notes",
    }
)
WEAKNESS = "strong or weak is not stated"
Row = Mapping[str, str]
Numbered = tuple[int, Row]


def sniff(look: Look) -> Reading | None:
    """The reading of a Consolidated Screening List, None of any other table."""
    if look.shape != "csv" or not look.lines or not set(_named(look.lines[0])) >= MARKS:
        return None
    return list_file(look.path, "us-csl", _records, look.delimiter)


def _records(path: Path, delimiter: str) -> Iterator[Record]:
    yield Head(
        list="us-csl",
        title="Consolidated Screening List",
        publisher="International Trade Administration",
        regime="US",
        url=URL,
    )
    empty = True
    for record, found in grouped(partial(_rows, path, delimiter)):
        empty = False
        cleaner = Cleaner(path, found[0][0], record)
        made = _entity([row for _, row in found], cleaner)
        yield made
        yield from date_cells.unread(made)
        yield from cleaner.warnings()
    if empty:
        raise BadInput(path, _("the list holds no row"), _(DOWNLOAD))


def _rows(path: Path, delimiter: str) -> Iterator[tuple[str, Numbered]]:
    """Each row with its record: OFAC's own number where it is OFAC's, as one party may stand on several lists."""
    columns: list[str] = []
    for number, cells in rows(path, delimiter):
        if number == 1:
            columns = _named(cells)
            continue
        if not "".join(cells).strip("\x1a "):
            continue
        refuse_uneven(path, number, cells, len(columns))
        row = {column: text.strip() for column, text in zip(columns, cells, strict=True) if text.strip()}
        yield _id(path, number, row), (number, row)


def _id(path: Path, number: int, row: Row) -> str:
    printed = row.get("entity_number", "")
    if OFAC in row.get("source", "") and printed.isdigit():
        return f"ofac-{printed}"
    own = row.get("_id", "") or "-".join(filter(None, (_code(row.get("source", "")), printed)))
    if not own:
        raise BadInput(path, _("the row has neither an _id nor an entity_number"), _(DOWNLOAD), row=number)
    return f"csl-{own}"


def _entity(found: list[Row], cleaner: Cleaner) -> EntityRecord:
    values = tuple(dict.fromkeys(value for row in found for value in _values(row, cleaner)))
    remarks = dict.fromkeys(cleaner.text(row["remarks"]) for row in found if "remarks" in row)
    return EntityRecord(
        id=cleaner.record,
        schema=SCHEMATA.get(found[0].get("type", "").title(), "LegalEntity"),
        caption=next((value.value for value in values if value.prop == "name"), cleaner.record),
        values=values,
        designations=tuple(dict.fromkeys(each for row in found for each in _designations(row, cleaner))),
        links=tuple(dict.fromkeys(link for row in found for link in _owner(row, cleaner))),
        remarks="; ".join(remarks),
    )


def _designations(row: Row, cleaner: Cleaner) -> Iterator[Designation]:
    """One for each programme; the lists of Commerce and State print none and are their own."""
    source = cleaner.text(row.get("source", ""))
    code = _code(source)
    for tag in several(row.get("programs", "")) or [code]:
        yield Designation(
            regime="US",
            programme=cleaner.text(tag),
            list_type=LIST_TYPES.get(code, source) if OFAC in source else source,
            authority=cleaner.text(row.get("federal_register_notice", "")),
            measures=tuple(
                cleaner.text(row[name]) for name in ("license_requirement", "license_policy") if name in row
            ),
            start=dates.maybe(row.get("start_date", "")),
            until=dates.maybe(row.get("end_date", "")),
            url=row.get("source_information_url", "") or row.get("source_list_url", ""),
            note="" if OFAC in source else source.partition(" - ")[2],
        )


def _values(row: Row, cleaner: Cleaner) -> Iterator[Value]:
    yield from _names(row, cleaner)
    for address in several(row.get("addresses", "")):
        yield cleaner.value("country" if COUNTRY.fullmatch(address.strip()) else "address", address.strip())
    for date in date_cells.several(row.get("dates_of_birth", "")):
        yield cleaner.value("birthDate", date.text, date=date)
    for column, prop in LISTS.items():
        yield from (cleaner.value(prop, text.strip()) for text in several(row.get(column, "")))
    for column in filter(row.__contains__, COLUMNS):
        note = column if COLUMNS[column] == "notes" else ""
        yield cleaner.value(COLUMNS[column], row[column], note=note)
    yield from (_identity(text.strip(), cleaner) for text in several(row.get("ids", "")))


def _names(row: Row, cleaner: Cleaner) -> Iterator[Value]:
    name, kind = row.get("name", ""), row.get("type", "").title()
    if name:
        yield cleaner.value("name", name, lang=script_tag(name))
    last, comma, first = name.partition(",")
    if comma and kind == "Individual":
        yield cleaner.value("lastName", last.strip())
        yield cleaner.value("firstName", first.strip())
    for alias in several(row.get("alt_names", "")):
        yield cleaner.value("alias", alias.strip(), lang=script_tag(alias), note=WEAKNESS)
    if kind and kind not in SCHEMATA:
        yield cleaner.value("notes", f"type: {kind}")


def _identity(text: str, cleaner: Cleaner) -> Value:
    """ "1027700049486, RU, Registration ID": the number, a country where known, the label, in whatever order."""
    parts = text.split(", ")
    labels = [part for part in parts if bare(part) in FEATURES or bare(part) in DOCUMENTS] or parts[1:][-1:]
    if not labels:
        return cleaner.value("notes", text, note="ids")
    rest = [part for part in parts if part != labels[0]]
    countries = [part for part in rest if COUNTRY.fullmatch(part)][:1] if len(rest) > 1 else []
    number = ", ".join(part for part in rest if part not in countries)
    return ofac_stated.either(labels[0], number, "".join(countries), cleaner)


def _owner(row: Row, cleaner: Cleaner) -> Iterator[Link]:
    if name := cleaner.text(row.get("vessel_owner", "")):
        yield Link(kind="Ownership", subject="", object=cleaner.record, text=name, role="Vessel owner")


def _code(source: str) -> str:
    match = CODE.search(source)
    return match["code"] if match else source


def _named(cells: "tuple[str, ...] | list[str]") -> list[str]:
    return [cell.strip().lower() for cell in cells]
