"""The doors that opening shuts, tried with hostile files under the names of the EU, UK and UN lists."""

import time
from pathlib import Path

import pytest

from briefer.model.errors import BadInput
from briefer.sources import recognise
from briefer.sources.opening import look
from tests.sources.reads import Write

LISTS = {
    "eu": (
        '<export xmlns="http://eu.europa.ec/fpi/fsd/export">',
        '<sanctionEntity logicalId="13"><remark>{}</remark></sanctionEntity>',
        "</export>",
    ),
    "uk": (
        "<Designations>",
        "<Designation><UniqueID>RUS1</UniqueID><OtherInformation>{}</OtherInformation></Designation>",
        "</Designations>",
    ),
    "un": (
        "<CONSOLIDATED_LIST><INDIVIDUALS>",
        "<INDIVIDUAL><REFERENCE_NUMBER>QDi.1</REFERENCE_NUMBER><COMMENTS1>{}</COMMENTS1></INDIVIDUAL>",
        "</INDIVIDUALS></CONSOLIDATED_LIST>",
    ),
}
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY b SYSTEM "file:///etc/passwd">]>'


def hostile(first: str, entry: str, last: str) -> dict[str, tuple[bytes, str]]:
    whole = first + entry + last
    return {
        "bomb": ((LAUGHS + whole.format("&b;")).encode(), "declares a document type"),
        "outside": ((OUTSIDE + whole.format("&b;")).encode(), "declares a document type"),
        "late bomb": (whole.format("&b;").encode(), "the XML is damaged or ends early"),
        "truncated": (whole.format("x").encode()[:-8], "the XML is damaged or ends early"),
        "broken utf-8": (whole.format("caf\xe9").encode("latin-1"), r"byte \d+ is not UTF-8"),
        "giant": (whole.format("x" * 1_000_001).encode(), "a value is 1,000,001 characters long"),
        "deep": ((first + entry.split("{}", maxsplit=1)[0] + "<a>" * 100_000).encode(), "the XML is damaged"),
        "html inside": ((first + "<html><body>Forbidden<br></body></html>" + last).encode(), "the XML is damaged"),
    }


CASES = {f"{name} {kind}": case for name, parts in LISTS.items() for kind, case in hostile(*parts).items()}
TABLES = {
    "eu csv latin-1": (b"fileGenerationDate;Entity_LogicalId\n1;1\n2;2\n3;3\ncaf\xe9;4\n", "byte 51 is not UTF-8"),
    "uk csv cut off": (
        b'Report Date: 1\nUnique ID,Regime Name,Sanctions Imposed\nA,B,C\nD,"E',
        "row 4: the quoting is broken or the file ends early",
    ),
    "uk csv giant": (
        b"Report Date: 1\nUnique ID,Regime Name,Sanctions Imposed\nA,B,C\nD," + b"x" * 200_000,
        "row 4: the quoting is broken or the file ends early .field larger than field limit",
    ),
    "html as csv": (b"<!DOCTYPE html><html>Entity_LogicalId;", "this is a web page, not a list"),
}


@pytest.mark.parametrize(("content", "expected"), (CASES | TABLES).values(), ids=list(CASES | TABLES))
def test_a_hostile_list_is_one_sentence_and_soon_said(write: Write, content: bytes, expected: str) -> None:
    path = write("list.xml", content)
    started = time.perf_counter()
    with pytest.raises(BadInput, match=expected) as refused:
        list(recognise(path).records())
    assert time.perf_counter() - started < 5
    said = str(refused.value)
    assert said.startswith(str(path))
    assert said.endswith(".")
    assert "\n" not in said


def test_control_characters_are_taken_out_and_told(write: Write) -> None:
    first, entry, last = LISTS["un"]
    path = write("un.xml", first + entry.format("left\u202eright") + last)
    found = list(recognise(path).records())
    assert getattr(found[1], "remarks", "") == "leftright"
    assert "1 control character stood" in getattr(found[2], "message", "")


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [("a,b;c,d\n", ","), ("a;b\n1,5;2,5\n", ";"), ("Report: 22-Aug-2026\na;b;c\n1;2,0;3\n", ";"), ("a\n", ",")],
)
def test_the_first_line_with_a_delimiter_tells_which_it_is(tmp_path: Path, text: str, delimiter: str) -> None:
    (tmp_path / "a.csv").write_text(text, encoding="utf-8")
    assert look(tmp_path / "a.csv").delimiter == delimiter


def test_a_stray_quote_in_a_row_of_data_does_not_hide_what_the_file_is(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('one;two\n1;"a" b"\n', encoding="utf-8")
    assert look(path).lines == (("one", "two"),)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("a.zip", "a ZIP archive, but it is none that can be read"),
        ("a.XLSX", "an XLSX workbook, but it is none"),
        ("a.csv", "byte 1 is not UTF-8; save the file as UTF-8"),
    ],
)
def test_what_is_no_text_is_measured_by_its_name(write: Write, name: str, said: str) -> None:
    with pytest.raises(BadInput, match=said):
        recognise(write(name, b"x\xd0\xff\xfe"))
