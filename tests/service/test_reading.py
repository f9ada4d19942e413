"""A folder is imported whole, a file by name or not at all."""

from pathlib import Path

import pytest

from briefer.model.errors import BadInput, BrieferError, Refused
from briefer.service import Briefer
from briefer.service.reading import recognised, stopped

ISSUES = "id,title,proposition\neasing,Easing,Measures should be eased.\n"


def test_what_is_no_list_in_a_folder_is_named_and_left_out(tmp_path: Path) -> None:
    folder = tmp_path / "lists"
    (folder / "deeper").mkdir(parents=True)
    (folder / "deeper" / "issues.csv").write_text(ISSUES)
    (folder / "shopping.csv").write_text("apples,3\npears,4\n")
    (report,) = Briefer(tmp_path / "library.sqlite").import_files([folder])
    assert (report.list, report.added) == ("issues", 1)
    assert [warning.record for warning in report.warnings] == ["shopping.csv"]
    assert report.warnings[0].message.startswith("left out: ")


def test_a_file_that_is_named_must_be_a_list(tmp_path: Path) -> None:
    (tmp_path / "issues.csv").write_text(ISSUES)
    (tmp_path / "shopping.csv").write_text("apples,3\npears,4\n")
    with pytest.raises(BadInput, match=r"shopping\.csv"):
        recognised([tmp_path / "issues.csv", tmp_path / "shopping.csv"])


def test_a_folder_without_any_list_is_refused(tmp_path: Path) -> None:
    (tmp_path / "shopping.csv").write_text("apples,3\npears,4\n")
    with pytest.raises(BadInput, match="holds no list and no table"):
        recognised([tmp_path])
    (tmp_path / "empty").mkdir()
    with pytest.raises(BadInput):
        recognised([tmp_path / "empty"])


def test_what_became_of_the_other_files_is_said(tmp_path: Path) -> None:
    (tmp_path / "issues.csv").write_text(ISSUES)
    (tmp_path / "wrong.csv").write_text(ISSUES + ",No id,Nothing.\n")
    briefer = Briefer(tmp_path / "library.sqlite")
    with pytest.raises(BrieferError, match="Of 2 files, 1 were imported before it; those after it were not read"):
        briefer.import_files([tmp_path / "issues.csv", tmp_path / "wrong.csv"])
    with pytest.raises(BadInput) as alone:
        briefer.import_files([tmp_path / "wrong.csv"])
    assert "Of 1" not in str(alone.value)


def test_a_refusal_stays_a_refusal() -> None:
    assert isinstance(stopped(Refused("no."), 1, 2), Refused)
