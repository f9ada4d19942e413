"""A folder is imported whole, a file by name or not at all."""

import os
from datetime import date
from pathlib import Path

import pytest

from briefer.model.answers import ImportReport
from briefer.model.errors import BadCall, BadInput, LibraryFault, Refused, Unfinished
from briefer.service import Briefer
from briefer.service.reading import each_of, recognised

ISSUES = "id,title,proposition\neasing,Easing,Measures should be eased.\n"


def test_what_is_no_list_in_a_folder_is_named_and_left_out(tmp_path: Path) -> None:
    folder = tmp_path / "lists"
    (folder / "deeper").mkdir(parents=True)
    (folder / "deeper" / "issues.csv").write_text(ISSUES)
    (folder / "shopping.csv").write_text("apples,3\npears,4\n")
    (report,) = Briefer(tmp_path / "library.sqlite").import_files([folder])
    assert (report.list, report.added) == ("issues", 1)
    assert [each.record for each in report.left_out] == ["shopping.csv"]
    assert report.left_out[0].message.startswith("left out: ")
    assert report.warnings == ()


def test_what_no_list_is_called_like_is_told_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "issues.csv").write_text(ISSUES)
    (tmp_path / ".hidden.md").write_text("x")
    (tmp_path / "README.md").write_text("x")
    _, (one,), _ = recognised([tmp_path])
    assert one.message.endswith("1 file that is no list or table by the end of the name: README.md; name one to try it")
    for number in range(6):
        (tmp_path / f"a{number}.yml").write_text("x")
    _, (told,), _ = recognised([tmp_path])
    assert "7 files that are no list or table by the end of the name: README.md, a0.yml," in told.message
    assert "a3.yml …; name one" in told.message


def test_what_is_no_regular_file_is_left_out_and_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "issues.csv").write_text(ISSUES)
    os.mkfifo(tmp_path / "pipe.csv")
    (tmp_path / "zero.xml").symlink_to(os.devnull)
    readings, left_out, unread = recognised([tmp_path])
    assert ([reading.path.name for reading in readings], unread) == (["issues.csv"], ())
    assert [each.record for each in left_out] == ["pipe.csv", "zero.xml"]
    assert "this is a pipe, a socket or a device, not a file; save the list as a file" in left_out[0].message
    with pytest.raises(BadInput, match="this is a pipe"):
        recognised([tmp_path / "pipe.csv"])


def test_a_file_that_is_named_and_is_no_list_stops_no_other(tmp_path: Path) -> None:
    (tmp_path / "issues.csv").write_text(ISSUES)
    (tmp_path / "shopping.csv").write_text("apples,3\npears,4\n")
    (tmp_path / "empty").mkdir()
    named = [tmp_path / name for name in ("shopping.csv", "empty", "no.csv", "issues.csv")]
    with pytest.raises(Unfinished, match=r"Of 4 files, 1 was imported\.") as stopped:
        Briefer(tmp_path / "library.sqlite").import_files(named)
    assert [(each.list, each.added, each.left_out) for each in stopped.value.done] == [("issues", 1, ())]
    said = " ".join(map(str, stopped.value.faults))
    assert all(name in said for name in ("shopping.csv", "empty", "there is no such file"))


def test_a_file_that_is_named_alone_must_be_a_list(tmp_path: Path) -> None:
    (tmp_path / "shopping.csv").write_text("apples,3\npears,4\n")
    with pytest.raises(BadInput, match=r"shopping\.csv"):
        recognised([tmp_path / "shopping.csv"])
    with pytest.raises(Unfinished) as stopped:
        recognised([tmp_path / "shopping.csv", tmp_path / "no.csv"])
    assert (stopped.value.done, len(stopped.value.faults)) == ((), 2)


def test_files_of_a_set_that_are_named_one_by_one_are_one(tmp_path: Path) -> None:
    row = '36,"ONE",-0- ,"CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n'
    (tmp_path / "sdn.csv").write_text(row)
    (tmp_path / "alt.csv").write_text('36,1,"aka","UNO",-0- \r\n')
    readings, *_ = recognised([tmp_path / "alt.csv", tmp_path / "sdn.csv"])
    assert [reading.path.name for reading in readings] == ["sdn.csv"]


def test_a_folder_without_any_list_is_refused(tmp_path: Path) -> None:
    (tmp_path / "shopping.csv").write_text("apples,3\npears,4\n")
    with pytest.raises(BadInput, match="holds no list and no table"):
        recognised([tmp_path])
    (tmp_path / "empty").mkdir()
    with pytest.raises(BadInput):
        recognised([tmp_path / "empty"])


def test_a_file_that_is_refused_stops_no_other(tmp_path: Path) -> None:
    folder = tmp_path / "lists"
    folder.mkdir()
    (folder / "a-wrong.csv").write_text(ISSUES + ",No id,Nothing.\n")
    (folder / "b.csv").write_text(ISSUES)
    (folder / "shopping.csv").write_text("apples,3\npears,4\n")
    briefer = Briefer(tmp_path / "library.sqlite")
    with pytest.raises(Unfinished, match=r"Of 2 files, 1 was imported\. .*a-wrong\.csv") as stopped:
        briefer.import_files([folder])
    (report,) = stopped.value.done
    assert (report.added, [each.record for each in report.left_out]) == (1, ["shopping.csv"])
    assert isinstance(stopped.value.faults[0], BadInput)
    with pytest.raises(BadInput) as alone:
        briefer.import_files([folder / "a-wrong.csv"])
    assert "Of 1" not in str(alone.value)


@pytest.mark.parametrize(("fault", "tried"), [(Refused("no."), 3), (LibraryFault("The disk is full."), 1)])
def test_only_a_library_that_fails_ends_an_import_early(tmp_path: Path, fault: Exception, tried: int) -> None:
    (tmp_path / "issues.csv").write_text(ISSUES)
    (reading,), *_ = recognised([tmp_path / "issues.csv"])
    calls = []

    def taken(each: object) -> ImportReport:
        calls.append(each)
        raise fault

    with pytest.raises(Unfinished, match="Of"):
        each_of([reading] * 3, taken, ())
    assert len(calls) == tried


PAGE = "<!DOCTYPE html><html><head><title>403</title></head><body>Forbidden</body></html>"
BROKEN = {"SDN.CSV": PAGE, "empty.csv": "", "cut.xml": "<sdnList><sdnEntry>", "cons_prim.csv": "apples,3\npears,4\n"}


def test_a_folder_with_what_cannot_be_read_is_imported_without_it_and_says_so(tmp_path: Path) -> None:
    for name, text in {**BROKEN, "issues.csv": ISSUES, "README.csv": "apples,3\npears,4\n"}.items():
        (tmp_path / name).write_text(text)
    with pytest.raises(Unfinished) as stopped:
        Briefer(tmp_path / "library.sqlite").import_files([tmp_path])
    (report,) = stopped.value.done
    assert [each.record for each in report.left_out] == ["README.csv"]
    for name in BROKEN:
        assert sum(f"{name}:" in str(fault) or f"{name}, " in str(fault) for fault in stopped.value.faults) == 1


def test_a_folder_that_holds_only_what_cannot_be_read_names_each(tmp_path: Path) -> None:
    (tmp_path / "SDN.CSV").write_text(PAGE)
    with pytest.raises(BadInput, match="web page"):
        recognised([tmp_path])
    (tmp_path / "empty.csv").write_text("")
    (tmp_path / "README.csv").write_text("apples,3\npears,4\n")
    with pytest.raises(Unfinished, match=r"empty\.csv") as stopped:
        recognised([tmp_path])
    assert ["README.csv" in each for each in stopped.value.left_out] == [True]


def test_what_was_left_out_is_told_where_no_file_was_taken(tmp_path: Path) -> None:
    (tmp_path / "issues.csv").write_text(ISSUES + ",No id,Nothing.\n")
    (tmp_path / "shopping.csv").write_text("apples,3\npears,4\n")
    with pytest.raises(Unfinished) as stopped:
        Briefer(tmp_path / "library.sqlite").import_files([tmp_path])
    assert ["shopping.csv" in each for each in stopped.value.left_out] == [True]


def test_a_day_of_publication_that_has_not_come_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(BadCall, match="2999-01-01 has not come yet"):
        Briefer(tmp_path / "library.sqlite").import_files([tmp_path / "no.csv"], published=date(2999, 1, 1))
    assert not (tmp_path / "library.sqlite").exists()
