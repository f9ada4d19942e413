"""A sheet of openpyxl that takes its rows as XML; made cell by cell, the same rows take twice the time."""

from collections.abc import Generator
from typing import TYPE_CHECKING, Any

from lxml import etree
from openpyxl import Workbook
from openpyxl.worksheet.hyperlink import Hyperlink

if TYPE_CHECKING:  # the write-only sheet borrows the methods of the other, which its type stubs do not know
    from openpyxl.worksheet.worksheet import Worksheet as _WriteOnly
else:
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet as _WriteOnly

_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)


class StreamedSheet(_WriteOnly):
    """A write-only sheet whose `append()` takes a tuple with one `<row>` as text; it leaves memory at once."""

    _writer: Any
    _hyperlinks: list[Hyperlink]

    @classmethod
    def added_to(cls, book: Workbook, title: str) -> "StreamedSheet":
        """Makes a sheet and adds it to a write-only workbook."""
        sheet = cls(book, title)
        book._add_sheet(sheet)  # type: ignore[attr-defined]
        return sheet

    def _write_rows(self) -> Generator[None, tuple[str], None]:
        """Takes the place of openpyxl's own loop, which turns values into cells and cells into XML."""
        stream = self._writer.xf.send(True)
        with stream.element("sheetData"):
            try:
                while True:
                    (row,) = yield
                    stream.write(etree.fromstring(row, _PARSER))
            except GeneratorExit:
                pass
        self._writer.xf.send(None)
