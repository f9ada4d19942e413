"""The UK Sanctions List as CSV: a line with the report's date, a header, then one row for each name and address."""

from collections.abc import Iterator
from functools import partial
from itertools import islice
from pathlib import Path
from types import MappingProxyType

from briefer.language import _
from briefer.model.answers import Warned
from briefer.model.errors import BadInput
from briefer.sources import uk, uk_entity
from briefer.sources.grouping import grouped
from briefer.sources.opening import DOWNLOAD, Look, refuse_short, rows
from briefer.sources.reading import Reading, Record, list_file
from briefer.sources.uk_entity import Entry, Group

MARKS = frozenset({"unique id", "regime name", "sanctions imposed"})
REPORT = "report date:"
GROUPS: tuple[MappingProxyType[str, str], ...] = tuple(
    map(
        MappingProxyType,
        (
            {
                **{f"name {number}": f"name{number}" for number in range(1, 7)},
                "name type": "nametype",
                "alias strength": "aliasstrength",
            },
            {
                "name non-latin script": "namenonlatinscript",
                "non-latin script type": "nonlatinscripttype",
                "non-latin script language": "nonlatinscriptlanguage",
            },
            {
                **{f"address line {number}": f"addressline{number}" for number in range(1, 7)},
                "address postal code": "addresspostalcode",
                "address country": "addresscountry",
            },
            {
                "passport number": "passportnumber",
                "passport additional information": "passportadditionalinformation",
            },
            {
                "national identifier number": "nationalidentifiernumber",
                "national identifier additional information": "nationalidentifieradditionalinformation",
            },
            {"town of birth": "townofbirth", "country of birth": "countryofbirth"},
        ),
    )
)
"""Columns that belong together, and the names of the XML's elements in small letters."""

SINGLE = MappingProxyType(
    {
        "last updated": "lastupdated",
        "unique id": "uniqueid",
        "ofsi group id": "ofsigroupid",
        "un reference number": "unreferencenumber",
        "title": "title",
        "regime name": "regimename",
        "designation type": "individualentityship",
        "designation source": "designationsource",
        "sanctions imposed": "sanctionsimposed",
        "other information": "otherinformation",
        "uk statement of reasons": "ukstatementofreasons",
        "phone number": "phonenumber",
        "website": "website",
        "email address": "emailaddress",
        "date designated": "datedesignated",
        "d.o.b": "dob",
        "nationality(/ies)": "nationality",
        "position": "position",
        "gender": "gender",
        "type of entity": "typeofentity",
        "subsidiaries": "subsidiary",
        "parent company": "parentcompany",
        "business registration number (s)": "businessregistrationnumber",
        "imo number": "imonumber",
        "current owner/operator (s)": "currentowneroperator",
        "previous owner/operator (s)": "previousowneroperator",
        "current believed flag of ship": "currentbelievedflagofship",
        "previous flags": "previousflag",
        "type of ship": "typeofship",
        "tonnage of ship": "tonnageofship",
        "length of ship": "lengthofship",
        "year built": "yearbuilt",
        "hull identification number (hin)": "hullidentificationnumber",
    }
)
TOGETHER = frozenset(column for group in GROUPS for column in group)
Row = tuple[int, list[str]]


def sniff(look: Look) -> Reading | None:
    """The reading of the list as CSV, None of any other file."""
    if look.shape != "csv" or not any(set(_named(line)) >= MARKS for line in look.lines):
        return None
    return list_file(look.path, "uk-csv", _records, look.delimiter)


def _records(path: Path, delimiter: str) -> Iterator[Record]:
    generated, header, columns = _start(path, delimiter)
    begun = False
    for id, found in grouped(partial(_body, path, delimiter, header, columns)):
        if not begun:
            yield uk.head(generated)
            begun = True
        cleaner = uk.cleaner_of(path, id, found[0][0])
        groups = dict.fromkeys(group for _, cells in found for group in _groups(columns, cells))
        yield from uk_entity.record(Entry(tuple(groups)), cleaner)
        for number in (number for number, cells in found if _beyond(columns, cells)):
            yield Warned(
                record=cleaner.record,
                message=_("row {number} has more cells than the header; kept as notes", number=number),
            )
    if not begun:
        raise BadInput(path, _("the list holds no designation"), _(DOWNLOAD))


def _body(path: Path, delimiter: str, header: int, columns: list[str]) -> Iterator[tuple[str, Row]]:
    """Unique ID, row number and cells of each row below the header; BadInput on a row that is cut off."""
    place = columns.index("unique id")
    for number, cells in islice(rows(path, delimiter), header, None):
        if any(cell.strip() for cell in cells):
            refuse_short(path, number, cells, len(columns))
            yield cells[place].strip(), (number, cells)


def _beyond(columns: list[str], cells: list[str]) -> list[str]:
    return [cell for cell in cells[len(columns) :] if cell.strip()]


def _start(path: Path, delimiter: str) -> tuple[str, int, list[str]]:
    """The report's date as printed, the header's row, and the columns."""
    generated = ""
    for number, cells in rows(path, delimiter):
        first = cells[0].strip().lower() if cells else ""
        if first.startswith(REPORT):
            generated = first.removeprefix(REPORT).replace("-", " ").strip()
        columns = _named(cells)
        if set(columns) >= MARKS:
            return generated, number, columns
    raise BadInput(path, _("the list has no header"), _(DOWNLOAD))


def _named(cells: "list[str] | tuple[str, ...]") -> list[str]:
    return [" ".join(cell.lower().split()) for cell in cells]


def _groups(columns: list[str], cells: list[str]) -> Iterator[Group]:
    said = {column: cell for column, cell in zip(columns, cells, strict=False) if cell.strip()}
    for names in GROUPS:
        if found := tuple((names[column], text) for column, text in said.items() if column in names):
            yield found
    for column, text in said.items():
        if column not in TOGETHER:
            yield ((SINGLE.get(column, column), text),)
    for text in _beyond(columns, cells):
        yield (("beyond the header", text),)
