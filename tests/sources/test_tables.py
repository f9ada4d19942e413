"""Our own tables from CSV, XLSX and JSON."""

import io
import json
import zipfile
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from briefer.model.answers import Warned
from briefer.model.errors import BadInput
from briefer.model.facts import Event, Measure
from briefer.model.policy import Issue, Position, Source
from briefer.sources import recognise
from tests.sources.reads import Write, records

ISSUES = "id,title,proposition,order\n"


def workbook(*sheets: tuple[str, list[list[object]]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book["Sheet"])
    for title, rows in sheets:
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def repacked(content: bytes, **parts: bytes) -> bytes:
    """The workbook with some parts replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, parts.get(Path(name).stem, old.read(name)))
    return out.getvalue()


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        ("id,holder,issue,stance", "positions"),
        ("id,title,proposition", "issues"),
        ("id,title,order", "issues"),
        ("id,title,publisher,date,url", "sources"),
        ("id,date,title", "events"),
        ("id,date,title,kind,text,entities,sources", "events"),
        ("id,title,regime,authority,class", "measures"),
        ("ID, Title ,Proposition,,", "issues"),
        ("id;title;proposition", "issues"),
        ("id\ttitle\tproposition", "issues"),
    ],
)
def test_the_kind_of_a_table_is_told_by_its_columns(write: Write, header: str, kind: str) -> None:
    reading = recognise(write("any.txt", "\ufeff" + header + "\n"))
    assert (reading.format, reading.kind) == (kind, "rows")
    assert not records(reading.path)


def test_csv_rows_are_read_and_blank_ones_skipped(write: Write) -> None:
    path = write("i.csv", ISSUES + 'i1,Assets,"Should ""frozen"" assets\nmove?",2\n,,,\ni2,Oil,,\n')
    assert records(path) == [
        Issue(id="i1", title="Assets", proposition='Should "frozen" assets move?', order=2),
        Issue(id="i2", title="Oil"),
    ]


def test_workbook_cells_are_read_as_text_with_dates_as_dates(write: Write) -> None:
    rows: list[list[object]] = [
        ["id", "date", "title", "entities", None],
        ["e1", datetime(2025, 3, 17), "Meeting", "a; b"],  # noqa: DTZ001 - a workbook has no zones
        [],
        ["e2", date(2025, 3, 18), 7.0],
        ["e3", 2025.0, True],
    ]
    path = write("any.bin", workbook(("Notes", [["hello"]]), ("Events", rows)))
    reading = recognise(path)
    assert reading.format == "events"
    warned, first, second, third = records(path)
    assert isinstance(warned, Warned)
    assert "'Notes' was not read" in warned.message
    assert isinstance(first, Event)
    assert (first.date.text, first.entities) == ("2025-03-17", ("a", "b"))
    assert isinstance(second, Event)
    assert (second.date.text, second.title) == ("2025-03-18", "7")
    assert isinstance(third, Event)
    assert third.date.latest == date(2025, 12, 31)


def test_json_is_a_list_of_objects_or_an_object_with_the_kind_as_key(write: Write) -> None:
    entries = [{"id": "i1", "title": "Assets", "proposition": None, "order": 3}]
    expected = [Issue(id="i1", title="Assets", order=3)]
    assert records(write("a.json", "\ufeff" + json.dumps(entries))) == expected
    assert records(write("b.json", json.dumps({"issues": entries}, indent=1))) == expected


def test_a_list_in_json_is_several_values(write: Write) -> None:
    entries = [{"id": "e1", "date": "2025", "title": "T", "entities": ["a", "b"], "sources": "s1; s2"}]
    (event,) = records(write("a.json", json.dumps(entries)))
    assert isinstance(event, Event)
    assert (event.entities, event.sources) == (("a", "b"), ("s1", "s2"))


def test_a_time_of_day_in_a_workbook_is_kept(write: Write) -> None:
    when = datetime(2025, 3, 17, 9, 30)  # noqa: DTZ001 - a workbook has no zones
    rows: list[list[object]] = [["id", "date", "title"], ["e1", when, "Meeting"]]
    (event,) = records(write("a.xlsx", workbook(("E", rows))))
    assert isinstance(event, Event)
    assert event.date.text == "2025-03-17T09:30:00"
    assert event.date.earliest == date(2025, 3, 17)


@pytest.mark.parametrize(("written", "read"), [(b"2025.0", "2025"), (b"2025.5", "2025.5")])
def test_a_whole_number_is_whole_however_the_workbook_writes_it(write: Write, written: bytes, read: str) -> None:
    whole = workbook(("I", [["id", "title", "proposition"], ["i1", 2025, "P"]]))
    with zipfile.ZipFile(io.BytesIO(whole)) as packed:
        sheet = packed.read("xl/worksheets/sheet1.xml").replace(b"<v>2025</v>", b"<v>" + written + b"</v>")
    assert records(write("a.xlsx", repacked(whole, sheet1=sheet))) == [Issue(id="i1", title=read, proposition="P")]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            "id,title,proposition,colour\n",
            "row 1: the column 'colour' is not known; the columns of a table of issues are id",
        ),
        ("id,proposition,order\n", "row 1: the column 'title' is missing"),
        ("id,colour\n", "no reader knows"),
        (
            "id,title,text\n",
            "it lacks columns by which one is known; the columns of a table of events are id, date",
        ),
        ("id,holder,issue,quote\n", "the column 'stance' is missing"),
        ("id,title,proposition,title\n", "the column 'title' stands twice"),
        (ISSUES + "i1,A,B,1,more\n", "row 2: the row has 5 cells where the header has 4"),
        (ISSUES + "i1,A,B,1\ni2,A", "row 3: the row has 2 cells where the header has 4; check that the file is whole"),
        (ISSUES + 'i1,"A\n', "row 2: the quoting is broken or the file ends early"),
        (ISSUES.encode() + b"i1,\xe9,x,1\n", f"line 2: byte {len(ISSUES) + 3} is not UTF-8"),
        (
            '[{"id": "i1", "title": "A", "proposition": {"x": 1}}]',
            "entry 1: 'proposition' holds neither text nor a number",
        ),
        ('[{"id": "i1", "title": "A", "proposition": "x"}, 7]', "entry 2: the entry is not an object"),
        ('[{"id": "i1", "title"', "t.csv, line 1: the JSON is damaged or ends early"),
        ('[{"id": "i1"},\n{"id": 1x}]', "t.csv, line 2: the JSON is damaged or ends early"),
        ("[" * 100_000, "the JSON is nested too deep"),
        (b'[{"id": "\xe9"}]', "byte 9 is not UTF-8"),
        ('{"issues": [], "events": []}', "several tables (issues, events)"),
        ('{"other": 1}', "no reader knows this JSON"),
        ("[]", "no reader knows this JSON"),
    ],
)
def test_a_bad_table_is_refused_with_its_place(write: Write, content: str | bytes, expected: str) -> None:
    with pytest.raises(BadInput) as refused:
        records(write("t.csv", content))
    assert expected in str(refused.value)


@pytest.mark.parametrize("last", ["i1,A,B\n", "i1,A,B,1", "i1,A,B,1\n  "])
def test_empty_cells_at_a_rows_end_may_be_left_out(write: Write, last: str) -> None:
    assert [each.id for each in records(write("t.csv", ISSUES + last)) if isinstance(each, Issue)] == ["i1"]


def test_a_workbook_without_a_table_of_ours_is_refused(write: Write) -> None:
    with pytest.raises(BadInput, match="nor one of our tables; other lists are not read from one"):
        recognise(write("a.xlsx", workbook(("S", [["hello"]]), ("T", []))))


def test_a_zip_that_is_no_workbook_is_refused(write: Write) -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as packed:
        packed.writestr("a.txt", "x")
    with pytest.raises(BadInput, match="this is a ZIP archive"):
        recognise(write("a.zip", content.getvalue()))


def test_a_damaged_workbook_is_refused(write: Write) -> None:
    whole = workbook(("S", [["id", "title", "proposition"], ["i1", "A", "B"]]))
    with pytest.raises(BadInput, match="the workbook is damaged"):
        recognise(write("a.xlsx", whole[:300]))
    with pytest.raises(BadInput, match=r"the archive is damaged or ends early .*; download it again"):
        recognise(write("a.zip", whole[:300]))
    with pytest.raises(BadInput, match="the workbook cannot be read"):
        recognise(write("b.xlsx", repacked(whole, sheet1=b"<worksheet><sheetData><row>")))


def test_a_workbook_whose_parts_cannot_be_unpacked_is_refused(write: Write) -> None:
    whole = workbook(("S", [["id", "title", "proposition"], ["i1", "A", "B"]]))
    with zipfile.ZipFile(io.BytesIO(whole)) as packed:
        starts = [part.header_offset + 30 + len(part.filename) for part in packed.infolist()]
    for start in starts:
        with pytest.raises(BadInput, match=r"the workbook (is damaged|cannot be read) \(.+\); save it again as XLSX"):
            records(write("a.xlsx", whole[:start] + b"\xff" * 20 + whole[start + 20 :]))


def test_a_zip_bomb_and_a_document_type_in_a_workbook_are_refused(write: Write) -> None:
    whole = workbook(("S", [["id", "title", "proposition"]]))
    with pytest.raises(BadInput, match="unpacks to more than 100 MB"):
        recognise(write("a.xlsx", repacked(whole, styles=b" " * (101 * 1024 * 1024))))
    with pytest.raises(BadInput, match="declares a document type"):
        recognise(write("b.xlsx", repacked(whole, styles=b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x/>')))


def test_a_giant_json_table_is_refused_before_it_is_read(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefer.sources.tables.LARGEST", 10)
    with pytest.raises(BadInput, match="more than 100 MB"):
        recognise(write("a.json", '[{"id": "i1"}]'))


def test_each_kind_of_row_is_made(write: Write) -> None:
    measure = write(
        "m.csv",
        "id,title,regime,authority,text,lifting,class,start,until,source,sources,confidence\n"
        "measure-1,Ban,EU,Reg. 833/2014,T,L,D,2014-07-31,2025-07-31,s1,s2;s1,partly\n",
    )
    (made,) = records(measure)
    assert isinstance(made, Measure)
    assert (made.klass, made.sources, made.confidence) == ("D", ("s1", "s2"), "partly")
    (bare,) = records(write("b.csv", "id,title,regime,authority\nmeasure-2,Ban,US,EO 1\n"))
    assert isinstance(bare, Measure)
    assert bare.confidence == "to be verified"
    source = write("s.csv", f"id,title,publisher,grade,kind,sha256\ns1,T,P,B2,law,{'a' * 64}\n")
    assert records(source) == [Source(id="s1", title="T", publisher="P", grade="B2", kind="law", sha256="a" * 64)]
    position = write("p.csv", "id,holder,issue,stance\np1,H,i1,−2\np2,H,i1,unclear\np3,H,i1,+1\n")
    stances = [made.stance for made in records(position) if isinstance(made, Position)]
    assert stances == [-2, None, 1]
