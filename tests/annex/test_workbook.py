"""The workbook read back: its XML, its tables, its print set-up, its bytes."""

import hashlib
import os
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from shutil import which
from zipfile import ZipFile

import openpyxl
import pytest
from lxml import etree
from openpyxl.worksheet.worksheet import Worksheet

from briefer.annex import values, workbook
from briefer.annex.page import pages_across
from briefer.model.brief import Brief, Cell, Column, Sheet
from briefer.model.errors import BrieferError

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
COLUMNS = (
    Column(header="Key", width=8),
    Column(header="Name", width=24),
    Column(header="Listed", kind="date", width=6),
    Column(header="Share", kind="number", width=10),
    Column(header="Link", kind="link", width=60),
    Column(header="Aliases", kind="list", width=20),
)
ROW: tuple[Cell, ...] = ("F1", "Sberbank", date(2018, 4, 6), 12.5, "https://example.org/1?a=b&c=d", "one\ntwo")


def sheet(*rows: tuple[Cell, ...], name: str = "Entities") -> Sheet:
    return Sheet(name=name, table=name, note=f"The {name.lower()}.", columns=COLUMNS, rows=rows)


def brief(*sheets: Sheet, **more: object) -> Brief:
    made = Brief(
        title="Russia: relief & more",
        running_title="Russia & relief",
        author="Office of Policy",
        subject="Relief options",
        language="en-GB",
        paper="A4",
        as_of=date(2025, 3, 31),
        banner="UNCLASSIFIED",
        foot=True,
        status="draft",
        css="",
        sections=(),
        sheets=sheets,
    )
    return replace(made, **more)  # type: ignore[arg-type]


def naive(*when: int) -> datetime:
    return datetime(*when, tzinfo=UTC).replace(tzinfo=None)  # type: ignore[misc, arg-type]


def parts(content: bytes) -> dict[str, etree._Element]:
    with ZipFile(BytesIO(content)) as archive:
        return {name: etree.fromstring(archive.read(name)) for name in archive.namelist()}


def read(made: Brief) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(workbook(made)))


def only(*rows: tuple[Cell, ...]) -> Worksheet:
    return read(brief(sheet(*rows)))["Entities"]


def cells(found: Worksheet, row: int) -> list[object]:
    return [cell.value for cell in found[row]]


# --- cells


def test_values_come_back_as_they_are() -> None:
    found = only(ROW)
    assert cells(found, 1) == ["Key", "Name", "Listed", "Share", "Link", "Aliases"]
    assert cells(found, 2) == [
        "F1",
        "Sberbank",
        naive(2018, 4, 6),
        12.5,
        "example.org",
        "one\ntwo",
    ]
    assert found["C2"].number_format == "yyyy-mm-dd"
    assert found["D2"].alignment.horizontal == "right"
    assert found["E2"].hyperlink.target == "https://example.org/1?a=b&c=d"
    assert found["F2"].alignment.wrap_text


def test_a_linked_cell_shows_the_site_on_one_line_and_tells_the_whole_address() -> None:
    url = "https://www.example.org/" + "a-long-way/" * 30
    link = only(("F1", "x", None, None, url, None))["E2"]
    assert (link.value, link.hyperlink.target, link.hyperlink.tooltip) == ("example.org", url, url[:255])
    plain = only(("F1", "x", None, None, "no public address held", None))["E2"]
    assert (plain.value, plain.hyperlink) == ("no public address held", None)


def test_a_linked_cell_makes_no_row_higher() -> None:
    made = brief(sheet(("F1", "x", None, None, "https://example.org/" + "a" * 400, None)))
    [row] = [one for one in parts(workbook(made))["xl/worksheets/sheet2.xml"].iter(f"{MAIN}row") if one.get("r") == "2"]
    assert row.get("ht") is None


@pytest.mark.parametrize(
    "text", ["=1+1", "=cmd|'/c calc'!A0", "+1", "-1", "@SUM(A1)", "\tx", "#N/A", "#REF!", "TRUE", "1"]
)
def test_list_text_is_never_a_formula(text: str) -> None:
    found = only(("F1", text, None, None, None, None))
    assert (found["B2"].value, found["B2"].data_type) == (text, "s")
    assert found["B2"].quotePrefix == (text[0] in "=+-@\t")
    assert not parts(workbook(brief(sheet(("F1", text, *[None] * 4)))))["xl/worksheets/sheet2.xml"].findall(
        f".//{MAIN}f"
    )


def test_a_blank_is_a_cell_that_holds_nothing() -> None:
    content = parts(workbook(brief(sheet(("F1", "", None, None, "", "")))))
    blank = [
        cell
        for cell in content["xl/worksheets/sheet2.xml"].iter(f"{MAIN}c")
        if cell.get("r") in ("B2", "C2", "E2", "F2")
    ]
    assert [(len(cell), cell.get("t")) for cell in blank] == [(0, None)] * 4


def test_a_carriage_return_before_a_formula_leaves_no_formula() -> None:
    assert only(("F1", "\r=1+1", *[None] * 4))["B2"].data_type == "s"


def test_markup_and_control_characters_are_text() -> None:
    assert only(("F1", "<t>&amp; \x00\x0b]]> ", *[None] * 4))["B2"].value == "<t>&amp; ]]> "


def test_an_escape_of_excel_is_written_so_that_it_is_read_literally() -> None:
    content = parts(workbook(brief(sheet(("F1", "_x0041_", *[None] * 4)))))
    assert "_x005F_x0041_" in content["xl/worksheets/sheet2.xml"].itertext()


def test_partial_and_early_dates_stay_text_and_times_are_utc() -> None:
    found = only(
        ("F1", "", "circa 1956", None, None, None),
        ("F2", "", date(1850, 1, 1), None, None, None),
        ("F3", "", datetime(2025, 3, 1, 12, tzinfo=UTC), None, None, None),
    )
    assert [found[f"C{row}"].value for row in (2, 3, 4)] == ["circa 1956", "1850-01-01", naive(2025, 3, 1, 12)]
    assert found["C4"].number_format == "yyyy-mm-dd hh:mm"


def test_numbers_that_excel_cannot_hold_stay_text_on_the_right() -> None:
    found = only(*((f"F{n}", "", None, value, None, None) for n, value in enumerate([float("nan"), 10**15, -3, True])))
    assert [found[f"D{row}"].value for row in (2, 3, 4, 5)] == ["nan", "1000000000000000", -3, "True"]
    assert {found[f"D{row}"].alignment.horizontal for row in (2, 3, 4, 5)} == {"right"}


@pytest.mark.parametrize(
    ("value", "shown"), [(44.95, "0.00"), (19.4, "0.0"), (50.0, "General"), (7, "General"), (1e-9, "General")]
)
def test_a_number_is_shown_with_all_its_decimals_and_never_rounded_to_its_column(value: float, shown: str) -> None:
    cell = only(("F1", "", None, value, None, None))["D2"]
    assert (cell.value, cell.number_format, cell.alignment.horizontal) == (value, shown, "right")


def test_other_addresses_are_no_links() -> None:
    found = only(("F1", "https://example.org", None, None, "javascript:alert(1)", None))
    assert found["B2"].hyperlink is None
    assert found["E2"].hyperlink is None


def test_links_end_where_excel_ends_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(values, "MOST_LINKS", 1)
    found = only(ROW, ROW)
    assert (found["E2"].hyperlink is None, found["E3"].hyperlink is None) == (False, True)


def test_a_text_too_long_for_a_cell_is_cut_with_a_note_and_kept_in_parts() -> None:
    text = "é😀" * 20_000
    book = read(brief(sheet(ROW, ("F2", text, *[None] * 4))))
    shown = str(book["Entities"]["B3"].value)
    assert shown.endswith("… [cut at 32,767 characters; the whole text stands on the sheet “Long texts”]")
    assert len(shown.encode("utf-16-le")) // 2 <= 32_767
    assert [cells(book["Long texts"], row)[:4] for row in (2, 3)] == [
        ["Entities", 3, "Name", 1],
        ["Entities", 3, "Name", 2],
    ]
    assert "".join(str(book["Long texts"][f"E{row}"].value) for row in (2, 3)) == text
    assert book["Contents"]["A6"].value == "Long texts"


def test_a_row_is_as_high_as_its_text_needs() -> None:
    found = only(
        ROW, ("F2", "word " * 20, *[None] * 4), ("F3", "short", *[None] * 4), ("F4", "x" * 30_000, *[None] * 4)
    )
    assert [found.row_dimensions[row].height for row in (2, 3, 4, 5)] == [30, 60, None, 409]


# --- tables


def test_every_sheet_is_one_table_under_a_frozen_header() -> None:
    book = read(brief(sheet(ROW, ROW), sheet(name="Events")))
    assert [found.title for found in book] == ["Contents", "Entities", "Events"]
    assert [
        (name, table.ref) for found in book for name, table in found.tables.items() for table in [found.tables[name]]
    ] == [
        ("Contents", "A4:C6"),
        ("Entities", "A1:F3"),
        ("Events", "A1:F2"),
    ]
    assert [found.freeze_panes for found in book] == ["A5", "A2", "A2"]
    assert not any(found.merged_cells.ranges or found.auto_filter.ref for found in book)


def test_an_empty_sheet_says_so_in_a_valid_table() -> None:
    assert cells(only(), 2) == ["No entries", None, None, None, None, None]


def test_the_table_part_says_exactly_what_the_header_cells_say() -> None:
    odd = tuple(Column(header=header) for header in ("A", "a", "", "two\nlines", "<&>", "=x"))
    made = brief(replace(sheet(), columns=odd, name="Odd: [1]", table="A1"))
    content = parts(workbook(made))
    table = content["xl/tables/table2.xml"]
    names = [column.get("name") for column in table.iter(f"{MAIN}tableColumn")]
    assert names == cells(read(made)["Odd 1"], 1) == ["A", "a 2", "Column", "two lines", "<&>", "=x"]
    assert [column.get("id") for column in table.iter(f"{MAIN}tableColumn")] == list("123456")
    assert (table.get("name"), table.get("displayName"), table.get("ref")) == ("Table_A1", "Table_A1", "A1:F2")
    (found,) = table.iter(f"{MAIN}autoFilter")
    assert found.get("ref") == "A1:F2"


def test_ids_and_names_of_tables_are_unique_over_the_workbook() -> None:
    content = parts(workbook(brief(sheet(ROW), sheet(ROW), sheet(ROW, name="entities"))))
    tables = [tree for name, tree in content.items() if name.startswith("xl/tables/")]
    assert len({tree.get("id") for tree in tables}) == len({tree.get("name").casefold() for tree in tables}) == 4


def test_more_rows_than_excel_holds_are_told_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(values, "MOST_ROWS", 1)
    with pytest.raises(BrieferError, match="“Entities” has 2 rows and Excel holds 1; pick fewer entities"):
        workbook(brief(sheet(ROW, ROW)))


# --- contents and page


def test_the_contents_say_what_it_is_and_lead_to_every_sheet() -> None:
    found = read(brief(sheet(ROW), sheet(name="Who's who")))["Contents"]
    assert [found[f"A{row}"].value for row in (1, 2, 3)] == [
        "Russia: relief & more: annexes",
        "As of 31 March 2025. Every other sheet holds one table.",
        "UNCLASSIFIED",
    ]
    assert [cells(found, row) for row in (4, 5, 6)] == [
        ["Sheet", "What it holds", "Rows"],
        ["Entities", "The entities.", 1],
        ["Who's who", "The who's who.", 0],
    ]
    assert [found[f"A{row}"].hyperlink.location for row in (5, 6)] == ["'Entities'!A1", "'Who''s who'!A1"]


def test_a_draft_says_so_and_an_empty_marking_nothing() -> None:
    book = read(brief(sheet(), banner="", draft=True))
    assert book["Contents"]["A3"].value == "DRAFT"
    assert book["Entities"].oddHeader.right.text == "DRAFT"
    assert book["Entities"].oddHeader.center.text is None
    assert cells(read(brief(banner=""))["Contents"], 4)[0] == "No entries"


def test_a_wide_table_goes_over_pages_side_by_side_that_repeat_what_names_the_row() -> None:
    wide = tuple(Column(header=f"Column {number}", width=30) for number in range(1, 22))
    whole = Sheet(name="Wide", table="Wide", note="", columns=wide, rows=(("x" * 17,) * 21,))
    found = read(brief(whole))["Wide"]
    assert (found.page_setup.fitToWidth, found.page_setup.fitToHeight) == (2, 0)
    assert found.print_title_cols == "$A:$B"
    assert found.freeze_panes == "C2"
    more = read(brief(replace(whole, leading=4)))["Wide"]
    assert more.print_title_cols == "$A:$D"
    assert more.freeze_panes == "E2"
    assert more.page_setup.fitToWidth == 2


def test_a_table_wider_than_a_screen_keeps_what_names_the_row_in_sight() -> None:
    wide = tuple(Column(header=f"Column {number}", width=30) for number in range(1, 7))
    found = read(brief(Sheet(name="Wide", table="Wide", note="", columns=wide, rows=(("x",) * 6,))))["Wide"]
    assert (found.page_setup.fitToWidth, found.print_title_cols, found.freeze_panes) == (1, None, "C2")


def test_columns_repeated_on_each_page_take_their_room_on_it() -> None:
    assert pages_across([30] * 7, 2) == 1
    assert [pages_across([30] * 16, leading) for leading in (1, 2, 4, 8)] == [3, 3, 3, 8]
    assert [pages_across([40] * 5, 1, paper) for paper in ("A4", "Letter")] == [1, 1]
    assert [pages_across([47] * 5, 1, paper) for paper in ("A4", "Letter")] == [1, 2]


def test_the_header_row_is_as_high_as_its_longest_heading_between_words() -> None:
    columns = (Column(header="Class of the whole", width=12), Column(header="Key", width=8))
    found = read(brief(replace(sheet(), columns=columns)))["Entities"]
    assert found.row_dimensions[1].height == 30
    assert only(ROW).row_dimensions[1].height is None


@pytest.mark.parametrize(("paper", "size"), [("A4", 9), ("Letter", 1)])
def test_every_sheet_is_ready_for_print(paper: str, size: int) -> None:
    book = read(brief(sheet(ROW), paper=paper, running_title=""))
    for found, header, across in zip(book, (4, 1), (1, 1), strict=True):
        assert (found.page_setup.paperSize, found.page_setup.orientation) == (size, "landscape")
        assert (found.page_setup.fitToWidth, found.page_setup.fitToHeight) == (across, 0)
        assert found.sheet_properties.pageSetUpPr.fitToPage
        assert found.print_title_rows == f"${header}:${header}"
        assert (found.oddHeader.center.text, found.oddFooter.center.text) == ("UNCLASSIFIED", "UNCLASSIFIED")
        assert found.oddFooter.left.text == "Russia: relief && more"
        assert found.oddFooter.right.text == "As of 2025-03-31   Page &P of &N"


def test_a_marking_keeps_its_size_where_the_sheet_is_made_smaller() -> None:
    content = parts(workbook(brief(sheet(ROW), draft=True)))
    for number in (1, 2):
        [found] = content[f"xl/worksheets/sheet{number}.xml"].iter(f"{MAIN}headerFooter")
        assert (found.get("scaleWithDoc"), found.get("alignWithMargins")) == ("0", "1")
        assert "&12UNCLASSIFIED" in str(found.findtext(f"{MAIN}oddHeader")).replace(" ", "")


def test_the_foot_carries_the_marking_only_where_the_scheme_wants_it_and_a_long_title_is_cut() -> None:
    found = read(brief(sheet(), foot=False, running_title="word " * 30))["Entities"]
    assert found.oddFooter.center.text is None
    assert len(found.oddFooter.left.text) <= 60
    assert found.oddFooter.left.text.endswith("word…")


def test_columns_have_widths_that_excel_takes_and_a_date_fits() -> None:
    found = only(ROW)
    assert [found.column_dimensions[letter].width for letter in "ABCDEF"] == [8, 24, 12, 10, 60, 20]
    found = only(("F1", "", datetime(2025, 3, 1, 12, tzinfo=UTC), *[None] * 3))
    assert found.column_dimensions["C"].width == 17


def test_the_document_has_its_properties() -> None:
    found = read(brief(sheet())).properties
    assert (found.title, found.creator, found.subject) == (
        "Russia: relief & more: annexes",
        "Office of Policy",
        "Relief options",
    )
    assert (found.language, found.keywords) == ("en-GB", "sanctions; annexes; UNCLASSIFIED")
    assert found.created == found.modified == naive(2025, 3, 31)
    assert read(brief(author="")).properties.creator == "Briefer"


# --- bytes

_SCRIPT = """
import hashlib, sys, time
from pathlib import Path
sys.path.insert(0, str(Path(sys.argv[1])))
from test_workbook import ROW, brief, sheet
from briefer.annex import workbook
print(hashlib.sha256(workbook(brief(sheet(ROW, ROW), sheet(name="Events")))).hexdigest())
"""


@pytest.mark.parametrize(("seed", "zone"), [("0", "UTC"), ("1", "Asia/Tokyo"), ("2", "America/New_York")])
def test_same_brief_gives_same_bytes_under_any_hash_seed_and_zone(seed: str, zone: str) -> None:
    here = hashlib.sha256(workbook(brief(sheet(ROW, ROW), sheet(name="Events")))).hexdigest()
    run = subprocess.run(
        [sys.executable, "-c", _SCRIPT, str(Path(__file__).parent)],
        env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.strip() == here


def test_the_members_carry_no_clock() -> None:
    with ZipFile(BytesIO(workbook(brief(sheet(ROW))))) as archive:
        assert {(one.date_time, one.create_system) for one in archive.infolist()} == {((1980, 1, 1, 0, 0, 0), 3)}
        assert archive.testzip() is None


@pytest.mark.skipif(which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_and_prints_it(tmp_path: Path) -> None:
    source = tmp_path / "annexes.xlsx"
    source.write_bytes(workbook(brief(sheet(ROW, ("F2", "=1+1", *[None] * 4)), sheet(name="Events"))))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    call = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(source)]
    subprocess.run(call, check=True, capture_output=True, timeout=120)
    pdfium = pytest.importorskip("pypdfium2")
    with pdfium.PdfDocument(str(tmp_path / "annexes.pdf")) as document:
        pages = [document[number].get_textpage().get_text_range() for number in range(len(document))]
    assert len(pages) == 3
    assert "Page 2 of 3" in pages[1]
    assert "=1+1" in pages[1]
    assert all("UNCLASSIFIED" in page for page in pages)
