"""Brief → the bytes of an .xlsx file that Excel, LibreOffice and a screen reader read without complaint."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time
from io import BytesIO
from zipfile import ZIP_DEFLATED

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.table import Table, TableColumn, TableStyleInfo
from openpyxl.writer.excel import ExcelWriter

from briefer.annex import values
from briefer.annex.archive import FixedZip
from briefer.annex.page import beyond_a_screen, set_up
from briefer.annex.rows import LONG_TEXTS, Rows
from briefer.annex.stream import StreamedSheet
from briefer.annex.styles import registered
from briefer.annex.widths import Layout, layout
from briefer.language import _, day_in_words, mark, speaking
from briefer.model.brief import Brief, Cell, Column, Sheet
from briefer.model.errors import BrieferError

NOTHING = mark("No entries")
_CONTENTS = mark("Contents")
_LISTED = (
    Column(header=mark("Sheet"), kind="sheet", width=28),
    Column(header=mark("What it holds"), width=84),
    Column(header=mark("Rows"), kind="number", width=10),
)
_PARTS = (
    Column(header=mark("Sheet"), width=26),
    Column(header=mark("Row"), kind="number", width=10),
    Column(header=mark("Column"), width=24),
    Column(header=mark("Part"), kind="number", width=8),
    Column(header=mark("Text"), width=100),
)


def workbook(brief: Brief) -> bytes:
    """Writes the annexes, in the brief's language; same Brief, same bytes.

    BrieferError where a sheet has more rows than Excel holds.
    """
    with speaking(brief.language):
        return _Writer(brief).bytes()


def _said(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    return tuple(replace(column, header=_(column.header)) for column in columns)


class _Writer:
    """One workbook while it is written, sheet after sheet."""

    def __init__(self, brief: Brief) -> None:
        self.brief = brief
        self.book = Workbook(write_only=True)
        self.names = values.sheet_names([_(_CONTENTS), *(sheet.name for sheet in brief.sheets), _(LONG_TEXTS)])
        self.tables = values.table_names([_CONTENTS, *(sheet.table for sheet in brief.sheets), "Long_texts"])
        self.contents = StreamedSheet.added_to(self.book, self.names[0])
        self.styles = registered(self.contents)
        self.long: list[tuple[Cell, ...]] = []

    def bytes(self) -> bytes:
        """Writes all sheets, the contents last, when it is known what there is."""
        listed = [self.sheet(place, sheet) for place, sheet in enumerate(self.brief.sheets, start=1)]
        if self.long:
            note = _("Texts longer than a cell can hold, in parts, with the place each of them stands at.")
            parts = Sheet(name=LONG_TEXTS, table="Long_texts", note=note, columns=_said(_PARTS), rows=tuple(self.long))
            listed.append(self.sheet(len(self.names) - 1, parts))
        self.write_contents(listed)
        self.describe()
        target = BytesIO()
        ExcelWriter(self.book, FixedZip(target, "w", ZIP_DEFLATED, allowZip64=True)).save()
        return target.getvalue()

    def describe(self) -> None:
        """Sets the document's properties; the as-of date stands for both of its times."""
        properties, brief = self.book.properties, self.brief
        properties.title = _("{title}: annexes", title=values.text(brief.title))
        properties.creator = properties.lastModifiedBy = values.text(brief.author) or "Briefer"
        properties.subject = values.text(brief.subject)
        properties.language = brief.language
        words = (_("sanctions"), _("annexes"), values.text(brief.banner))
        properties.keywords = "; ".join(word for word in words if word)
        properties.created = properties.modified = datetime.combine(brief.as_of, time())

    def sheet(self, place: int, sheet: Sheet) -> tuple[Cell, ...]:
        """Writes one sheet with its table; gives its row of the contents."""
        name = self.names[place]
        if len(sheet.rows) > values.MOST_ROWS:
            told = _(
                "The annex sheet “{sheet}” has {count:,} rows and Excel holds {most:,}; pick fewer entities.",
                sheet=name,
                count=len(sheet.rows),
                most=values.MOST_ROWS,
            )
            raise BrieferError(told)
        self.write(StreamedSheet.added_to(self.book, name), place, sheet)
        return name, sheet.note, len(sheet.rows)

    def write_contents(self, listed: list[tuple[Cell, ...]]) -> None:
        """Writes the first sheet: what this is, and beneath it the table of the sheets."""
        brief = self.brief
        said = [
            ("title", _("{title}: annexes", title=brief.title)),
            ("said", _("As of {day}. Every other sheet holds one table.", day=day_in_words(brief.as_of))),
            *(("marking", words) for words in (brief.banner, _("DRAFT") if brief.draft else "") if words),
        ]
        self.contents.sheet_view.tabSelected = True
        sheet = Sheet(name=_CONTENTS, table=_CONTENTS, note="", columns=_said(_LISTED), rows=tuple(listed))
        self.write(self.contents, 0, sheet, said)

    def write(self, target: StreamedSheet, place: int, sheet: Sheet, said: Sequence[tuple[str, str]] = ()) -> None:
        """Writes what stands above the table, its header and its rows; a table must have one row at least."""
        headers = values.headers(column.header for column in sheet.columns)
        laid = layout(sheet, headers, self.brief.paper)
        self.open(target, sheet.leading, laid, len(said) + 1)
        rows = Rows(target, sheet.columns, laid.widths, headers, self.styles)
        for style, words in said:
            rows.say(words, style)
        rows.header()
        for row in sheet.rows:
            rows.row(row)
        if not sheet.rows:
            rows.say(_(NOTHING), "text")
        self.long += rows.long
        self.close(target, place, headers, len(said) + 1, rows.number)

    def open(self, target: StreamedSheet, leading: int, laid: Layout, header_row: int) -> None:
        """Sets what must stand before the first row: page, widths, frozen header and, where it is wide, names."""
        set_up(target, self.brief, header_row, laid.across, leading)
        frozen = get_column_letter(leading + 1 if beyond_a_screen(laid.widths) else 1)
        target.freeze_panes = f"{frozen}{header_row + 1}"
        target.sheet_view.showGridLines = False
        for place, width in enumerate(laid.widths, start=1):
            target.column_dimensions[get_column_letter(place)].width = width

    def close(self, sheet: StreamedSheet, place: int, names: tuple[str, ...], first: int, last: int) -> None:
        """Makes what was written a table, with its filter."""
        ref = f"A{first}:{get_column_letter(len(names))}{last}"
        columns = [TableColumn(id=number, name=name) for number, name in enumerate(names, start=1)]
        table = Table(displayName=self.tables[place], name=self.tables[place], ref=ref, tableColumns=columns)
        table.autoFilter = AutoFilter(ref=ref)
        table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=False)
        sheet.tables.add(table)  # add_table() warns of columns that are missing, and none is
