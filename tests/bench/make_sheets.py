"""Writes the same rows as a workbook, by the program or by XlsxWriter, and says how many seconds the writing took.

`python -m tests.bench.make_sheets ours|xlsxwriter ROWS FILE`; a whole process, so that its memory can be watched. The
rows are made before the clock starts, the import of what writes them is counted. Both write the same cells with the
same looks: a styled header, wrapped text with a hair line, dates, numbers, links, widths, frozen panes, a table.
"""

import random
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from briefer.model.brief import Brief, Cell, Column, Sheet
from tests.bench.make_names import made_up

SHEETS = 5
LINKED = 20
"""Every so many rows one names its source by address."""

COLUMNS = (
    Column(header="Entity id", width=16),
    Column(header="Entity", width=30),
    Column(header="Programme", width=22),
    Column(header="Start", kind="date", width=13),
    Column(header="Per cent", kind="number", width=10),
    Column(header="Reason", width=40),
    Column(header="Fact key", width=16),
    Column(header="Source", kind="link", width=30),
)
PROGRAMMES = ("RUSSIA-EO14024", "UKRAINE-EO13662", "CYBER2", "BELARUS-EO14038", "SDGT", "IRAN-EO13902")
REASONS = (
    "Operates or has operated in the financial services sector of the economy",
    "Owned or controlled by a person whose property is blocked",
    "Provided material support",
    "Director of an enterprise that supplies the armed forces, since the beginning of the reporting period",
)
DAY = date(2025, 3, 31)


def rows(number: int, first: int = 0) -> tuple[tuple[Cell, ...], ...]:
    """So many rows, always the same."""
    dice = random.Random(first)
    names = islice(made_up(number, seed=first + 7), number)
    return tuple(
        (
            f"ofac-{first + place}",
            name,
            dice.choice(PROGRAMMES),
            date(2014, 3, 17) + timedelta(days=dice.randrange(4000)),
            round(dice.random() * 100, 2),
            dice.choice(REASONS),
            f"F{dice.randrange(1, 900)}",
            f"https://lists.example.org/entry/{first + place}" if place % LINKED == 0 else "",
        )
        for place, name in enumerate(names)
    )


def brief(number: int) -> Brief:
    """A brief of nothing but its sheets, which share the rows."""
    each = number // SHEETS
    sheets = tuple(
        Sheet(
            name=f"Designations {place}",
            table=f"Table{place}",
            note="Every designation.",
            columns=COLUMNS,
            rows=rows(each, place * each),
        )
        for place in range(SHEETS)
    )
    return Brief(
        title="Benchmark", running_title="Benchmark", author="", subject="", language="en-GB", paper="A4", as_of=DAY,
        banner="", foot=False, status="", css="", sections=(), sheets=sheets,
    )  # fmt: skip


def ours(made: Brief, path: Path) -> None:
    """Writes the sheets as the program does."""
    from briefer.annex import workbook

    path.write_bytes(workbook(made))


def xlsxwriter(made: Brief, path: Path) -> None:
    """Writes the same sheets with XlsxWriter, in its fastest mode."""
    from xlsxwriter import Workbook

    book = Workbook(str(path), {"strings_to_urls": False, "strings_to_formulas": False})
    hair = {"valign": "top", "text_wrap": True, "bottom": 7, "bottom_color": "#B8BEC4"}
    looks = {
        "text": book.add_format(hair),
        "date": book.add_format(hair | {"num_format": "yyyy-mm-dd", "align": "left"}),
        "number": book.add_format(hair | {"align": "right", "indent": 1}),
        "link": book.add_format(hair | {"font_color": "#0E4A63", "underline": 1}),
        "header": book.add_format({"bold": True, "bg_color": "#EEF2F4", "top": 2, "bottom": 1, "text_wrap": True}),
    }
    for sheet in made.sheets:
        _written(book.add_worksheet(sheet.name), sheet, looks)
    book.close()


def _written(page: Any, sheet: Sheet, looks: dict[str, Any]) -> None:
    """Writes one sheet cell by cell with the method for its kind, which is quicker than the general one."""
    for place, column in enumerate(sheet.columns):
        page.set_column(place, place, column.width)
    page.freeze_panes(1, 0)
    page.set_landscape()
    page.repeat_rows(0)
    text, day, number, link = (looks[name] for name in ("text", "date", "number", "link"))
    for line, row in enumerate(sheet.rows, start=1):
        for place, (column, value) in enumerate(zip(sheet.columns, row, strict=True)):
            if column.kind == "date":
                page.write_datetime(line, place, value, day)
            elif column.kind == "number":
                page.write_number(line, place, value, number)
            elif column.kind == "link" and value:
                page.write_url(line, place, value, link)
            else:
                page.write_string(line, place, value, text)
    headers = [{"header": column.header, "header_format": looks["header"]} for column in sheet.columns]
    area = (0, 0, len(sheet.rows), len(sheet.columns) - 1)
    page.add_table(*area, {"name": sheet.table, "columns": headers, "style": "Table Style Light 1"})


WRITERS: dict[str, Callable[[Brief, Path], None]] = {"ours": ours, "xlsxwriter": xlsxwriter}

if __name__ == "__main__":
    made = brief(int(sys.argv[2]))
    started = time.perf_counter()
    WRITERS[sys.argv[1]](made, Path(sys.argv[3]))
    sys.stdout.write(f"{time.perf_counter() - started:.4f}\n")
