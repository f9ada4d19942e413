"""Files that are damaged, dangerous or of another kind: each is one sentence with file, place and remedy."""

from pathlib import Path

import pytest

from briefer.model.errors import BadInput
from briefer.sources import expand, recognise
from tests.sources.reads import Write, records

LAUGHS = """<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
<sanctionsData><entities><entity id="1">&b;</entity></entities></sanctionsData>"""
OUTSIDE = """<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>
<sanctionsData><entities><entity id="1">&e;</entity></entities></sanctionsData>"""
LONG = """<sanctionsData><entities><entity id="1"><generalInfo><remarks>{}</remarks></generalInfo></entity></entities>
</sanctionsData>"""
DEEP = "<sanctionsData><entities>" + "<a>" * 100_000

REFUSED = {
    "empty": (b"", "the file is empty"),
    "blank": (b"\xef\xbb\xbf \n", "the file is empty"),
    "html": (b"\n<!DOCTYPE html><html><body>Forbidden</body></html>", "this is a web page, not a list"),
    "xhtml": (b"<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'/>", "this is a web page, not a list"),
    "billion laughs": (LAUGHS.encode(), "declares a document type"),
    "outside entity": (OUTSIDE.encode(), "declares a document type"),
    "unclosed": (b"<sanctionsData><entities>", "the list holds no entity|the XML is damaged or ends early"),
    "a name of no name": (b"<:x><b/></:x>", "no reader knows XML with the root <:x>"),
    "no xml at all": (b"<<<", "line 1: the XML is damaged"),
    "giant text": (LONG.format("x" * 1_000_001).encode(), "a value is 1,000,001 characters long"),
    "giant node": (LONG.format("x" * 11_000_000).encode(), "the XML is damaged or ends early"),
    "deep": (DEEP.encode(), "the XML is damaged or ends early"),
    "latin-1 xml": (
        b"<?xml version='1.0' encoding='utf-8'?>\n<sanctionsData>\xe9 </sanctionsData>",
        "byte 54 is not UTF-8",
    ),
    "utf-16 text": ("id,title,proposition".encode("utf-16"), "UTF-16"),
    "picture": (b"\x89PNG\r\n\x1a\n\x00\x00\xff", "byte 0 is not UTF-8"),
    "prose": (b"Hello world\nthis is text\n", "no reader knows this text"),
    "other xml": (b"<note/>", "no reader knows XML with the root <note>"),
    "control bytes": (b"\x00\x01\x02", "no reader knows this text"),
}


@pytest.mark.parametrize(("content", "expected"), REFUSED.values(), ids=list(REFUSED))
def test_a_hostile_file_is_one_sentence(write: Write, content: bytes, expected: str) -> None:
    path = write("list.xml", content)
    with pytest.raises(BadInput, match=expected) as refused:
        records(path)
    said = str(refused.value)
    assert said.startswith(str(path))
    assert said.endswith(".")
    assert "\n" not in said
    assert "; " in said


ROOTS = {
    "sdnList": ("sdnEntry", "uid"),
    "Sanctions": ("DistinctParty", "Comment"),
    "data-set": ("record", "Country"),
}


@pytest.mark.parametrize("root", list(ROOTS))
@pytest.mark.parametrize(
    ("wrapped", "expected"),
    [
        ("<!DOCTYPE x [<!ENTITY e 'ha'>]>{0}<{1}>&e;</{1}>", "declares a document type"),
        ("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>{0}<{1}>&e;</{1}>", "declares a document type"),
        ("{0}<{1}>&undeclared;</{1}>", "the XML is damaged"),
        ("{0}" + "<a>" * 10_000, "the XML is damaged"),
        ("{0}<{1}>", "the XML is damaged or ends early"),
    ],
)
def test_every_xml_list_shuts_the_same_doors(write: Write, root: str, wrapped: str, expected: str) -> None:
    record, inner = ROOTS[root]
    doctype, _, rest = wrapped.partition("{0}")
    content = f"{doctype}<{root}><{record}>" + rest.format("", inner)
    with pytest.raises(BadInput, match=expected):
        records(write("list.xml", content))


FOREIGN = {
    "old eu": (b"<WHOLE/>", "a schema that was retired"),
    "ofsi xml": (
        b"<ArrayOfFinancialSanctionsTarget/>",
        "closed on 28 January 2026; use its successor, the UK Sanctions List",
    ),
    "ofsi csv": (
        b"Last Updated,01/01/2026\nName 6,Name 1,Group Type,Group ID\n",
        "closed on 28 January 2026; use its successor, the UK Sanctions List",
    ),
    "eu csv": (b"fileGenerationDate,Entity_LogicalId,x\n", "looks like the EU's financial sanctions list as CSV"),
    "uk csv": (b"Report Date: 22-Aug-2026\nUnique ID,Regime Name\n", "looks like the UK Sanctions List as CSV"),
    "journal": (b"celex,recordId,measure\n", "looks like the Official Journal's annexes"),
    "targets": (b"id,schema,name,aliases\n", "looks like OpenSanctions' simple table"),
    "bods": (b'[{"statementID": "1", "statementType": "entityStatement"}]', "of a version before 0.4"),
    "ftm list": (
        b'[{"id": "a", "schema": "Person", "properties": {}}]',
        "FollowTheMoney entities are not one to a line",
    ),
}


@pytest.mark.parametrize(("content", "expected"), FOREIGN.values(), ids=list(FOREIGN))
def test_a_known_file_that_cannot_be_imported_is_named(write: Write, content: bytes, expected: str) -> None:
    with pytest.raises(BadInput, match=expected):
        recognise(write("list.xml", content))


def test_a_missing_file_is_named_with_the_folder_it_was_looked_for_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(BadInput, match=f"{tmp_path}/none.csv: there is no such file"):
        recognise(Path("none.csv"))


def test_a_missing_file_a_folder_and_a_locked_file_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(BadInput, match="there is no such file"):
        recognise(tmp_path / "none.csv")
    with pytest.raises(BadInput, match="this is a folder"):
        recognise(tmp_path)

    def locked(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", locked)
    with pytest.raises(BadInput, match=r"cannot be read \(Permission denied\)"):
        recognise(tmp_path / "locked.csv")


def test_a_line_without_end_is_refused(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefer.sources.opening.LONGEST_LINE", 10)
    with pytest.raises(BadInput, match="line 1: the line is longer than 64 MB"):
        recognise(write("a.csv", "x" * 11))


def test_a_folder_becomes_its_files_and_a_set_is_named_once(write: Write, tmp_path: Path) -> None:
    for name in ("SDN.CSV", "alt.csv", "ADD.CSV", "b.xml", ".hidden.csv", "~$x.xlsx", "README.md"):
        write(name, "x")
    assert [path.name for path in expand([tmp_path, tmp_path / "alt.csv", tmp_path / "b.xml"])] == ["SDN.CSV", "b.xml"]


def test_a_lesser_file_without_its_main_file_and_a_missing_file_are_left_to_recognise(
    write: Write, tmp_path: Path
) -> None:
    lone = write("alt.csv", "x")
    missing = tmp_path / "other" / "sdn.csv"
    assert expand([lone, missing]) == (lone, missing)


def test_a_folder_without_files_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="the folder holds no file that can be imported"):
        expand([tmp_path])
