"""Australia's consolidated list (regulation8_consolidated.xlsx): a row for each name, grouped by its reference."""

import re
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType

from briefer.language import _
from briefer.model.answers import Warned
from briefer.model.errors import BadInput
from briefer.model.facts import Designation, EntityRecord, PartialDate, Value
from briefer.sources import date_cells, day_first, workbooks
from briefer.sources.cells import Cleaner
from briefer.sources.grouping import grouped
from briefer.sources.opening import DOWNLOAD, Look
from briefer.sources.reading import Head, Reading, Record, list_file
from briefer.sources.scripts import script_tag

URL = "https://www.dfat.gov.au/international-relations/security/sanctions/consolidated-list"
REFERENCE, NAME, NAME_TYPE = "reference", "name of individual or entity", "name type"
MARKS = frozenset({REFERENCE, NAME, NAME_TYPE})
SCHEMATA = MappingProxyType({"individual": "Person", "entity": "LegalEntity", "vessel": "Vessel"})
NAMES = MappingProxyType(
    {
        "primary name": "name",
        "original script": "name",
        "alias": "alias",
        "aka": "alias",
        "a.k.a.": "alias",
        "fka": "previousName",
        "formerly known as": "previousName",
    }
)
FACTS = MappingProxyType(
    {
        "place of birth": "birthPlace",
        "citizenship": "citizenship",
        "address": "address",
        "additional information": "notes",
        "imo number": "imoNumber",
    }
)
MEASURES = MappingProxyType(
    {
        "targeted financial sanction": ("Targeted financial sanction", "asset-freeze"),
        "travel ban": ("Travel ban", "travel-ban"),
        "arms embargo": ("Arms embargo", "arms-embargo"),
        "maritime restriction": ("Maritime restriction", "shipping"),
    }
)
YES = frozenset({"true", "yes", "y", "1"})
KNOWN = frozenset(
    [
        *(*MARKS, *FACTS, *MEASURES, "type", "alias strength", "date of birth"),
        *("listing information", "committees", "control date", "instrument of designation"),
    ]
)
NUMBER = re.compile(r"\d+")
PARTS = re.compile(r"\s*[;\n]\s*|(?:^|\s)[a-h]\)\s*")
Row = Mapping[str, str]
Numbered = tuple[int, Row]


def sniff(look: Look) -> Reading | None:
    """The reading of Australia's workbook, None of any other file."""
    if look.shape != "zip" or not workbooks.is_workbook(look.path):
        return None
    sheet = next((name for name, columns in workbooks.headers(look.path) if set(columns) >= MARKS), None)
    if sheet is None:
        return None
    return list_file(look.path, "au-xlsx", _records, sheet)


def _records(path: Path, sheet: str) -> Iterator[Record]:
    yield Head(
        list="au-dfat",
        title="Consolidated List",
        publisher="Australian Department of Foreign Affairs and Trade",
        regime="AU",
        url=URL,
    )
    empty = True
    for key, rows in grouped(partial(_rows, path, sheet)):
        empty = False
        cleaner = Cleaner(path, rows[0][0], f"au-{key}")
        record = _entity([row for _, row in rows], cleaner)
        yield record
        yield from _doubts(record, rows)
        yield from cleaner.warnings()
    if empty:
        raise BadInput(path, _("the list holds no row"), _(DOWNLOAD))


def _rows(path: Path, sheet: str) -> Iterator[tuple[str, Numbered]]:
    """Each row with the number in its reference: 8577, 8577a and 8577b are names of one record."""
    for name, cells in workbooks.sheets(path):
        if name != sheet:
            continue
        columns = workbooks.named(next(cells, []))
        for number, row in enumerate(cells, start=2):
            said = {column: text.strip() for column, text in zip(columns, row, strict=False) if text.strip()}
            if not said:
                continue
            match = NUMBER.match(said.get(REFERENCE, ""))
            if match is None:
                raise BadInput(path, _("the row's reference does not start with a number"), _(DOWNLOAD), row=number)
            yield match[0], (number, said)


def _entity(rows: list[Row], cleaner: Cleaner) -> EntityRecord:
    rows = sorted(rows, key=lambda row: row.get(NAME_TYPE, "").lower() != "primary name")
    values = tuple(dict.fromkeys(value for row in rows for value in _values(row, cleaner)))
    return EntityRecord(
        id=cleaner.record,
        schema=SCHEMATA.get(rows[0].get("type", "").lower(), "LegalEntity"),
        caption=next((value.value for value in values if value.prop == "name"), cleaner.record),
        values=values,
        designations=tuple(dict.fromkeys(_designation(row, cleaner) for row in rows)),
    )


def _values(row: Row, cleaner: Cleaner) -> Iterator[Value]:
    yield from _name(row, cleaner)
    for date in date_cells.several(row.get("date of birth", "")):
        yield cleaner.value("birthDate", date.text, date=date)
    for column, prop in FACTS.items():
        cell = row.get(column, "")
        parts = [cell] if prop == "notes" else PARTS.split(cell)
        yield from (cleaner.value(prop, part) for part in parts if part.strip())
    if (kind := row.get("type", "")).lower() not in SCHEMATA:
        yield cleaner.value("notes", f"Type: {kind}")
    yield from (cleaner.value("notes", text, note=column) for column, text in row.items() if column not in KNOWN)


def _name(row: Row, cleaner: Cleaner) -> Iterator[Value]:
    kind, text = row.get(NAME_TYPE, ""), row.get(NAME, "")
    prop = NAMES.get(kind.lower(), "alias")
    if prop == "alias" and row.get("alias strength", "").lower() in {"weak", "low"}:
        prop = "weakAlias"
    if text:
        yield cleaner.value(prop, text, lang=script_tag(text), note="" if kind.lower() in NAMES else kind)


def _designation(row: Row, cleaner: Cleaner) -> Designation:
    measures = [MEASURES[column] for column in MEASURES if row.get(column, "").lower() in YES]
    listing = cleaner.text(row.get("listing information", ""))
    return Designation(
        regime="AU",
        programme=cleaner.text(row.get("committees", "")),
        authority=cleaner.text(row.get("instrument of designation", "")),
        measures=tuple(worded for worded, _ in measures),
        classes=tuple(name for _, name in measures),
        published=_control(row.get("control date", "")),
        note=listing,
    )


def _control(text: str) -> PartialDate | None:
    """The control date, when the row was last brought into force; it is not the date of listing."""
    return day_first.maybe(date_cells.MIDNIGHT.sub("", text))


def _doubts(record: EntityRecord, rows: list[Numbered]) -> Iterator[Warned]:
    yield from date_cells.unread(record)
    kinds = {row.get("type", "").lower() for _, row in rows}
    if len(kinds) > 1:
        yield Warned(
            record=record.id, message=_("its rows are of several types: {kinds}", kinds=", ".join(sorted(kinds)))
        )
    if not any(row.get(NAME_TYPE, "").lower() == "primary name" for _, row in rows):
        yield Warned(record=record.id, message=_("none of its rows is a primary name; the first name was taken"))
