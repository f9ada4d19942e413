"""The EU's consolidated financial sanctions list as CSV: one row for each name, address, birth date or document.

Fields hold stray quotation marks, so a line with the right number of semicolons is cut at them, and only other lines
are read as quoted text that may run over several lines.
"""

import csv
from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType

from briefer.language import _
from briefer.model.answers import Warned
from briefer.model.errors import BadInput
from briefer.sources import eu_fsf, eu_fsf_entity
from briefer.sources.eu_fsf_entity import Entry, Part
from briefer.sources.grouping import grouped
from briefer.sources.opening import DOWNLOAD, Look, decoded, refuse_short
from briefer.sources.reading import Reading, Record, list_file

MARKS = frozenset({"fileGenerationDate", "Entity_LogicalId"})
DELIMITER = ";"
LONGEST_ROW = 200
"""Lines over which one quoted row may run."""

PARTS = MappingProxyType(
    {
        "NameAlias": "nameAlias",
        "Citizenship": "citizenship",
        "BirthDate": "birthdate",
        "Address": "address",
        "Identification": "identification",
    }
)
ATTRIBUTES = MappingProxyType(
    {
        "BirthDate_BirthDate": "birthdate",
        "BirthDate_Day": "dayOfMonth",
        "BirthDate_Month": "monthOfYear",
        "Identification_TypeCode": "identificationTypeCode",
        "Identification_TypeDescription": "identificationTypeDescription",
        "Address_ContactInfo": "contacts",
        "Entity_EU_ReferenceNumber": "euReferenceNumber",
        "Entity_Regulation_Type": "regulationType",
    }
)
"""Columns that the XML names otherwise than by the column's last part."""

Row = tuple[int, list[str]]
Plan = list[tuple[int, str, str]]
"""Place of a column, the part that it belongs to ("Entity" and "act" among them), and its name in the XML."""


def sniff(look: Look) -> Reading | None:
    """The reading of the list as CSV, None of any other file."""
    if look.shape != "csv" or look.delimiter != DELIMITER or not look.lines:
        return None
    if not {cell.strip() for cell in look.lines[0]} >= MARKS:
        return None
    return list_file(look.path, "eu-fsf-csv", _records)


def _records(path: Path) -> Iterator[Record]:
    columns = [cell.strip() for cell in _plain(next(decoded(path)))]
    place, plan, begun = columns.index("Entity_LogicalId"), _plan(columns), False
    for number, rows in grouped(lambda: ((_at(row, place), row) for row in _rows(path, len(columns)))):
        if not begun:
            yield eu_fsf.head(rows[0][1][0])
            begun = True
        cleaner = eu_fsf.cleaner_of(path, number, rows[0][0])
        whole = [cells for _, cells in rows if len(cells) == len(columns)]
        broken = [(row, DELIMITER.join(cells)) for row, cells in rows if len(cells) != len(columns)]
        yield from eu_fsf_entity.record(_entry(plan, whole, tuple(line for _, line in broken)), cleaner)
        for row, _line in broken:
            yield Warned(
                record=cleaner.record,
                message=_(
                    "row {row} cannot be cut into {columns} columns; kept as text", row=row, columns=len(columns)
                ),
            )
    if not begun:
        raise BadInput(path, _("the list holds no entity"), _(DOWNLOAD))


def _at(row: Row, place: int) -> str:
    return row[1][place].strip() if len(row[1]) > place else ""


def _rows(path: Path, width: int) -> Iterator[Row]:
    """Number of its first line and cells of each row after the header; a broken one has too few or too many.

    BadInput where the last one has too few: such a file was cut off.
    """
    held: list[str] = []
    first = 0
    for number, line in enumerate(decoded(path), start=1):
        if number == 1 or not (held or line.strip()):
            continue
        whole = line.count(DELIMITER) == width - 1
        if held and (whole or len(held) == LONGEST_ROW):
            yield first, "".join(held).split(DELIMITER)
            held = []
        if whole:
            yield number, _plain(line)
            continue
        first = first if held else number
        held.append(line)
        cells = _quoted(held)
        if len(cells) == width:
            yield first, cells
            held = []
    if held:
        last = "".join(held).split(DELIMITER)
        refuse_short(path, first, last, width)
        yield first, last


def _plain(line: str) -> list[str]:
    return [_unquoted(cell) for cell in line.rstrip("\r\n").split(DELIMITER)]


def _unquoted(cell: str) -> str:
    """A cell without the quotation marks around it; stray ones stay."""
    inner = cell[1:-1] if len(cell) > 1 and cell[0] == cell[-1] == '"' else None
    if inner is None or '"' in inner.replace('""', ""):
        return cell
    return inner.replace('""', '"')


def _quoted(lines: list[str]) -> list[str]:
    """The cells of one row with quoted text, none where the lines are not just one row."""
    try:
        found = list(csv.reader(lines, delimiter=DELIMITER))
    except csv.Error:
        return []
    return found[0] if len(found) == 1 else []


def _plan(columns: list[str]) -> Plan:
    found: Plan = []
    for place, column in enumerate(columns):
        group, _, rest = column.partition("_")
        _, _, last = rest.rpartition("Regulation_")
        name = ATTRIBUTES.get(column) or (last[:1].lower() + last[1:])
        if group == "Entity":
            found.append((place, "act" if last != rest else "Entity", name))
        elif group in PARTS and (last == rest or last == "NumberTitle"):
            found.append((place, PARTS[group], name if last == rest else "act"))
        elif group != "fileGenerationDate" and last == rest:
            found.append((place, "Entity", column))
    return found


def _entry(plan: Plan, rows: list[list[str]], unread: tuple[str, ...]) -> Entry:
    """The entity that rows of one number state together; what several rows repeat is taken once."""
    found: dict[str, dict[tuple[tuple[str, str], ...], Part]] = {}
    for cells in rows:
        groups: dict[str, dict[str, str]] = {}
        for place, group, name in plan:
            if cells[place]:
                groups.setdefault(group, {})[name] = cells[place]
        for group, said in groups.items():
            found.setdefault(group, {}).setdefault(tuple(said.items()), said)
    own = list(found.get("Entity", {}).values())
    said = {name: text for part in reversed(own) for name, text in part.items()}
    return Entry(
        said=said,
        subject=said.get("subjectType", ""),
        remarks=tuple(dict.fromkeys(part["remark"] for part in own if "remark" in part)),
        acts=tuple(found.get("act", {}).values()),
        parts={part: tuple(found.get(part, {}).values()) for part in PARTS.values()},
        unread=unread,
    )
