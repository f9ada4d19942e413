"""A folder is imported whole, a file by name or not at all."""

from pathlib import Path

import pytest

from briefer.model.errors import BadInput
from briefer.service import Briefer
from briefer.service.reading import recognised

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
