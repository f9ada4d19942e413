"""Workbooks opened as anything from outside: checked before they are opened, read row by row, every cell as text."""

import warnings
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from briefer.language import _
from briefer.model.errors import BadInput
from briefer.sources.opening import ARCHIVE_FAULTS, DOWNLOAD

LARGEST = 100 * 1024 * 1024
"""Bytes of all parts of an unpacked workbook."""


def named(cells: list[str]) -> list[str]:
    """A header's names in small letters."""
    return [cell.strip().lower() for cell in cells]


def trimmed(columns: list[str]) -> list[str]:
    """A header without the empty cells that a spreadsheet leaves at its end."""
    while columns and not columns[-1]:
        columns = columns[:-1]
    return columns


def is_workbook(path: Path) -> bool:
    """Whether a ZIP is a workbook that is safe to open: not too large unpacked, and without document types."""
    try:
        with zipfile.ZipFile(path) as packed:
            parts = packed.infolist()
            if not any(part.filename == "xl/workbook.xml" for part in parts):
                return False
            if sum(part.file_size for part in parts) > LARGEST:
                raise BadInput(path, _("the workbook unpacks to more than 100 MB"), _("save the one sheet as CSV"))
            for part in parts:
                with packed.open(part) as content:
                    if part.filename.endswith((".xml", ".rels")) and b"<!DOCTYPE" in content.read(2048):
                        raise BadInput(
                            path, _("a part of the workbook declares a document type"), _("save it again as XLSX")
                        )
    except ARCHIVE_FAULTS as fault:
        if path.suffix.lower() == ".zip":
            raise BadInput(
                path, _("the archive is damaged or ends early ({reason})", reason=fault), _(DOWNLOAD)
            ) from fault
        raise BadInput(
            path, _("the workbook is damaged ({reason})", reason=fault), _("save it again as XLSX")
        ) from fault
    return True


def sheets(path: Path) -> Iterator[tuple[str, Iterator[list[str]]]]:
    """Name and rows of each sheet, one at a time."""
    import openpyxl  # a third of a second, which no other list needs

    with path.open("rb") as file:  # a path would be refused for a suffix that openpyxl does not know
        with _guarded(path):
            book = openpyxl.load_workbook(file, read_only=True, data_only=True)
        try:
            for sheet in book.worksheets:
                yield sheet.title, _cells(path, sheet)
        finally:
            book.close()


def _cells(path: Path, sheet: Any) -> Iterator[list[str]]:
    sheet.reset_dimensions()  # some programs write a wrong size, at which reading would stop
    rows_of = iter(sheet.iter_rows(values_only=True))
    while True:
        with _guarded(path):
            row = next(rows_of, None)
        if row is None:
            return
        yield [_cell(value) for value in row]


@contextmanager
def _guarded(path: Path) -> Iterator[None]:
    """Turns openpyxl's faults into one of ours; its warnings are of styles and extensions, which are not read here."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except Exception as fault:  # whatever openpyxl's XML parser, zlib and its own checks raise
        said = " ".join(str(fault).split())
        raise BadInput(
            path, _("the workbook cannot be read ({reason})", reason=said), _("save it again as XLSX")
        ) from fault


def headers(path: Path) -> Iterator[tuple[str, list[str]]]:
    """Name and header of each sheet."""
    for name, found in sheets(path):
        yield name, trimmed(named(next(found, [])))


def _cell(value: object) -> str:
    if isinstance(value, datetime):
        midnight = (value.hour, value.minute, value.second) == (0, 0, 0)
        return value.date().isoformat() if midnight else value.isoformat(timespec="seconds")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)
