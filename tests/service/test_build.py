"""The workbook alone."""

from pathlib import Path

import openpyxl
import pytest

from briefer.model.errors import Refused
from briefer.service import Briefer, edits
from briefer.service.desk import Desk


def test_the_workbook_is_written_alone_and_says_its_stages(sample: Path, tmp_path: Path) -> None:
    said: list[str] = []
    built = Briefer(sample / "sample.sqlite").annexes(
        sample / "sample.brief",
        tmp_path / "out",
        edition="UNCLASSIFIED",
        progress=lambda stage, *_more: said.append(stage),
    )
    assert [str(path) for path in (tmp_path / "out").iterdir()] == [built.annex]
    assert (built.pdf, built.manifest, built.pages) == ("", "", 0)
    assert said == ["check", "assemble", "annex"]
    assert "Entities" in openpyxl.load_workbook(built.annex, read_only=True).sheetnames


def test_an_error_stops_the_workbook_unless_it_is_a_draft(sample: Path, tmp_path: Path) -> None:
    desk = Desk(sample / "sample.sqlite")
    opened = desk.open(sample / "sample.brief")
    wrong = edits.change(opened.pack, "risks", text="It cites [@no-such-source].")
    desk.save(type(opened)(path=opened.path, pack=wrong, dossier=opened.dossier, sha256=opened.sha256))
    desk.close()
    with pytest.raises(Refused, match="no-such-source"):
        Briefer(sample / "sample.sqlite").annexes(sample / "sample.brief", tmp_path / "out")
    Briefer(sample / "sample.sqlite").annexes(sample / "sample.brief", tmp_path / "out", draft=True)
    assert list((tmp_path / "out").glob("*.xlsx"))
