"""Our own tables (positions, sources, issues, events, measures) from CSV, XLSX or JSON, told apart by their columns."""

import codecs
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any

import msgspec

from briefer.language import _
from briefer.model.answers import Warned
from briefer.model.errors import BadInput
from briefer.sources import table_rows, workbooks
from briefer.sources.cells import ENTRY, Place
from briefer.sources.opening import (
    Look,
    ends_in_a_line,
    json_line,
    refuse_short,
    rows,
    sha256,
    uneven,
    wrong_byte_of,
)
from briefer.sources.reading import Reading, Record
from briefer.sources.table_rows import COLUMNS, Row
from briefer.sources.workbooks import named, trimmed

MARKS = MappingProxyType(
    {
        "positions": ("holder", "stance"),
        "measures": ("lifting", "regime", "class"),
        "issues": ("proposition", "order"),
        "sources": ("publisher", "url", "grade", "sha256", "locator"),
        "events": ("date",),
    }
)
"""Columns that only a table of that kind has, in the order in which they decide."""

NEEDED = MappingProxyType(
    {
        "positions": ("id", "holder", "issue", "stance"),
        "measures": ("id", "title", "regime", "authority"),
        "issues": ("id", "title"),
        "sources": ("id", "title"),
        "events": ("id", "date", "title"),
    }
)
LARGEST = 100 * 1024 * 1024
"""Bytes of a JSON table."""

Cells = tuple[int | Place, Mapping[str, str]]


def sniff(look: Look) -> Reading | None:
    """The reading of a file with the columns of one of our tables, None of any other."""
    opened = OPENERS[look.shape](look) if look.shape in OPENERS else None
    if opened is None:
        return None
    kind, read = opened
    return Reading(
        path=look.path,
        files=(look.path,),
        format=kind,
        kind="rows",
        sha256=sha256(look.path),
        records=partial(_records, look.path, kind, read),
    )


def _records(path: Path, kind: str, read: Callable[[], Iterator[Cells | Warned]]) -> Iterator[Record]:
    made = table_rows.Maker(path, kind)
    for found in read():
        if isinstance(found, Warned):
            yield found
            continue
        number, cells = found
        row = Row(path, number, kind, cells)
        yield from made.records(row)
        yield from row.cleaner.warnings()


def _kind(columns: list[str]) -> str:
    """The kind of table with these columns; empty where they are those of no table of ours."""
    if not {"id"} <= set(columns):
        return ""
    for kind, marks in MARKS.items():
        if set(marks) & set(columns) and len(set(columns) & set(COLUMNS[kind])) >= min(3, len(NEEDED[kind])):
            return kind
    return ""


def _check(path: Path, kind: str, columns: list[str], row: int | str) -> None:
    unknown = [name for name in columns if name not in COLUMNS[kind]]
    missing = [name for name in NEEDED[kind] if name not in columns]
    twice = [name for name in columns if columns.count(name) > 1]
    if unknown:
        remedy = _("the columns of a table of {kind} are {columns}", kind=_(kind), columns=", ".join(COLUMNS[kind]))
        raise BadInput(path, _("the column {column!r} is not known", column=unknown[0]), remedy, row=row)
    if missing:
        raise BadInput(
            path, _("the column {column!r} is missing", column=missing[0]), _("add it to the header"), row=row
        )
    if twice:
        raise BadInput(path, _("the column {column!r} stands twice", column=twice[0]), _("keep one of them"), row=row)


def _zipped(path: Path, columns: list[str], number: int, cells: list[str]) -> Cells | None:
    if not any(cell.strip() for cell in cells):
        return None
    if any(cell.strip() for cell in cells[len(columns) :]):
        remedy = _("quote a text that holds the delimiter, or name the column")
        raise BadInput(path, uneven(cells, len(columns)), remedy, row=number)
    return number, dict(zip(columns, cells, strict=False))


def _open_csv(look: Look) -> tuple[str, Callable[[], Iterator[Cells | Warned]]] | None:
    columns = trimmed(named(list(look.lines[0]))) if look.lines else []
    kind = _kind(columns)
    return (kind, partial(_csv_rows, look.path, look.delimiter, kind)) if kind else None


def _csv_rows(path: Path, delimiter: str, kind: str) -> Iterator[Cells | Warned]:
    columns: list[str] = []
    number = 0
    cells: list[str] = []
    for number, cells in rows(path, delimiter):
        if number == 1:
            columns = trimmed(named(cells))
            _check(path, kind, columns, 1)
        elif found := _zipped(path, columns, number, cells):
            yield found
    # Spreadsheets may leave out a row's empty cells at its end, so a short row alone does not say that the file is cut.
    if any(cell.strip() for cell in cells) and not ends_in_a_line(path):
        refuse_short(
            path, number, cells, len(columns), _("check that the file is whole, or write the row's empty cells")
        )


def _open_json(look: Look) -> tuple[str, Callable[[], Iterator[Cells | Warned]]] | None:
    entries, kind = _json_entries(look.path)
    kind = kind or _kind(_columns(entries))
    return (kind, partial(_json_rows, look.path, kind)) if kind else None


def _json(path: Path) -> Any:
    """What a JSON file holds; BadInput where it is too large or damaged."""
    if path.stat().st_size > LARGEST:
        raise BadInput(path, _("a JSON table of more than 100 MB"), _("split it, or hand it in as CSV"))
    whole = path.read_bytes().removeprefix(codecs.BOM_UTF8)
    try:
        return msgspec.json.decode(whole)
    except UnicodeDecodeError as fault:
        raise BadInput(
            path, _("byte {byte} is not UTF-8", byte=wrong_byte_of(path)), _("save the file as UTF-8")
        ) from fault
    except RecursionError as fault:
        raise BadInput(
            path, _("the JSON is nested too deep for a table"), _("hand in a list of plain objects")
        ) from fault
    except msgspec.MsgspecError as fault:
        raise BadInput(
            path,
            _("the JSON is damaged or ends early ({reason})", reason=fault),
            _("write or download it again"),
            row=json_line(whole, fault),
        ) from fault


def _json_entries(path: Path) -> tuple[list[Any], str]:
    """The entries of a JSON file and the kind that the key around them names, empty without one."""
    found = _json(path)
    if isinstance(found, list):
        return found, ""
    named = [key for key in COLUMNS if isinstance(found.get(key), list)]
    if len(named) > 1:
        raise BadInput(
            path,
            _("the file holds several tables ({names})", names=", ".join(named)),
            _("put each into a file of its own"),
        )
    return (found[named[0]], named[0]) if named else ([], "")


def _json_rows(path: Path, kind: str) -> Iterator[Cells | Warned]:
    entries, _kind_named = _json_entries(path)
    _check(path, kind, _columns(entries), _("the entries' keys"))
    for number, entry in enumerate(entries, start=1):
        row = Place(ENTRY, number)
        if not isinstance(entry, dict):
            raise BadInput(
                path, _("the entry is not an object"), _("write {example}", example='{"id": …}'), row=str(row)
            )
        yield row, {name.strip().lower(): _plain(path, row, name, value) for name, value in entry.items()}


def _columns(entries: list[Any]) -> list[str]:
    names = (name for entry in entries if isinstance(entry, dict) for name in entry)
    return list(dict.fromkeys(name.strip().lower() for name in names))


def _plain(path: Path, row: Place, name: str, value: object) -> str:
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        return "; ".join(value)
    if isinstance(value, (dict, list, bool)):
        raise BadInput(
            path,
            _("{name!r} holds neither text nor a number", name=name),
            _("write text, a number or a list of texts"),
            row=str(row),
        )
    return "" if value is None else str(value)


def _open_xlsx(look: Look) -> tuple[str, Callable[[], Iterator[Cells | Warned]]] | None:
    if not workbooks.is_workbook(look.path):
        return None
    for name, columns in workbooks.headers(look.path):
        if kind := _kind(columns):
            return kind, partial(_xlsx_rows, look.path, name, kind)
    return None


def _xlsx_rows(path: Path, sheet: str, kind: str) -> Iterator[Cells | Warned]:
    for name, found in workbooks.sheets(path):
        if name != sheet:
            yield Warned(
                record="", message=_("the sheet {name!r} was not read, only {sheet!r}", name=name, sheet=sheet)
            )
            continue
        columns = trimmed(named(next(found, [])))
        _check(path, kind, columns, 1)
        for number, cells in enumerate(found, start=2):
            if row := _zipped(path, columns, number, cells):
                yield row


OPENERS: Mapping[str, Callable[[Look], tuple[str, Callable[[], Iterator[Cells | Warned]]] | None]] = MappingProxyType(
    {"csv": _open_csv, "json": _open_json, "zip": _open_xlsx}
)
