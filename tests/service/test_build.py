"""The workbook alone."""

import time
from pathlib import Path

import openpyxl
import pytest

from briefer.model.errors import Refused, RenderFault
from briefer.render.limits import Limits
from briefer.service import Briefer, build, edits
from briefer.service import bounded as room
from briefer.service.bounded import bounded
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


def test_the_workbook_is_written_within_the_limits_of_a_build(
    sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = Limits(memory=64 << 30, seconds=1.0)
    monkeypatch.setattr(room, "_alone", lambda: True)
    monkeypatch.setattr(build, "workbook", lambda _brief: time.sleep(60))
    monkeypatch.setattr(build, "bounded", lambda *given, progress: bounded(*given, progress=progress, limits=slow))
    with pytest.raises(RenderFault, match="said nothing for 1 seconds"):
        Briefer(sample / "sample.sqlite").annexes(sample / "sample.brief", tmp_path / "out")
    assert not list(tmp_path.glob("out/*"))


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
