"""What a reader says of a file is said in the language spoken; what it reads out of it is the same in every one."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from briefer import shipped
from briefer.model.answers import Warned
from briefer.model.errors import BadInput
from briefer.sources import Record, recognise
from briefer.sources.cells import LINE, Cleaner, Place
from tests.sources import test_canada, test_hostile, test_ofac_csv
from tests.sources.reads import Write, records
from tests.stretched import unsaid

HOSTILE = {**test_hostile.REFUSED, **test_hostile.FOREIGN}
WORDS_OF_OTHERS = re.compile(r"\([^;]*\)|<\w+>|“[^”]*”|'[^']*'|`[^`]*`")
"""What a parser says, what the file itself holds, and what is typed on the command line."""
SAMPLE = ("entities.ftm.json", "events.csv", "issues.csv", "measures.csv", "positions.csv", "sources.csv")
PASSPORT = "Passport 123 (Russia); a\x07b" + "x" * 1000


def refusal(path: Path) -> str:
    with pytest.raises(BadInput) as refused:
        records(path)
    return str(refused.value).removeprefix(f"{path}")


@pytest.mark.usefixtures("stretched")
@pytest.mark.parametrize("content", [content for content, _said in HOSTILE.values()], ids=list(HOSTILE))
def test_why_a_file_is_refused_is_said(write: Write, content: bytes) -> None:
    said = refusal(write("list.xml", content))
    assert unsaid(said, WORDS_OF_OTHERS.findall(said)) == []
    assert len(said) > 20


@pytest.mark.usefixtures("stretched")
def test_a_row_is_said() -> None:
    assert str(BadInput("a.csv", "b", "c", row=7)) == "a.csv, róów 7: b; c."


@pytest.mark.usefixtures("stretched")
def test_a_place_is_said_where_it_is_told_of() -> None:
    cleaner = Cleaner(Path("list.xml"), Place(LINE, 7), "x-1")
    with pytest.raises(BadInput, match=r"^list\.xml, líínéé 7: áá váálúúéé íís "):
        cleaner.text("x" * 1_000_001)


def test_a_row_and_a_place_stand_in_an_error_as_they_are() -> None:
    for row, said in ((7, "a.csv, row 7: "), (Place(LINE, 7), "a.csv, line 7: "), ("the end", "a.csv, the end: ")):
        with pytest.raises(BadInput, match=f"^{re.escape(said)}"):
            Cleaner(Path("a.csv"), row, "x-1").text("x" * 1_000_001)


def lists(write: Write) -> list[Path]:
    """A file of several publishers, each with something to warn of."""
    person = test_canada.record(LastName="D&#x202E;oe", DateOfBirthOrShipBuildDate="soon")
    row = test_ofac_csv.row
    return [
        *(Path(str(shipped.data("assets", "sample", name))) for name in SAMPLE),
        write("sema.xml", test_canada.file(person, person)),
        test_ofac_csv.write_set(write, row(1, "DOE, Jane", "odd", remarks=PASSPORT) + row(1, "ROE")),
    ]


def test_what_is_read_is_the_same_in_every_language(write: Write, request: pytest.FixtureRequest) -> None:
    read = [list(recognise(path).records()) for path in lists(write)]
    request.getfixturevalue("stretched")
    told = [list(recognise(path).records()) for path in lists(write)]
    assert [silent(each) for each in told] == [silent(each) for each in read]
    warned = [each.message for some in told for each in some if isinstance(each, Warned)]
    plain = [each.message for some in read for each in some if isinstance(each, Warned)]
    assert len(warned) == len(plain) >= 6
    assert not set(warned) & set(plain)


def silent(read: list[Record]) -> list[Record]:
    """The records with what is warned of left out."""
    return [replace(each, message="") if isinstance(each, Warned) else each for each in read]
