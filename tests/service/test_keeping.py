"""The journal, what was set aside, the versions in a file, and what somebody else has saved."""

import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import msgspec
import pytest

from briefer.model.desk import Opened
from briefer.model.pack import Pack, PackSection
from briefer.service import edits, journal, scratch
from briefer.service.desk import Desk

DAY = date(2025, 3, 31)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setenv("BRIEFER_HOME", str(tmp_path / "home"))
    return Desk(tmp_path / "none.sqlite")


@pytest.fixture
def opened(desk: Desk, tmp_path: Path) -> Opened:
    made = desk.new(tmp_path / "a.brief", "relief-options", "First", DAY)
    return desk.save(replace(made, pack=replace(made.pack, title="Second")))


def left_by_another(path: Path, pack: Pack, **entry: object) -> None:
    """Keeps work as another program would have, which runs no more."""
    journal.keep(path, pack)
    file = next(path.parent.glob("home/journal/*.json"))
    kept = msgspec.json.decode(file.read_bytes()) | {"process": 2**22 + 1} | entry
    file.write_bytes(msgspec.json.encode(kept))


def test_the_versions_in_a_file_are_told_by_what_they_have(desk: Desk, opened: Opened) -> None:
    found = desk.versions(Path(opened.path), replace(opened.pack, title="Third"))
    assert [(each.name, each.number, each.pack.title) for each in found] == [
        ("saved", 2, "Second"),
        ("earlier", 1, "First"),
    ]
    assert all(each.differs == ("title changed",) for each in found)


def test_work_that_was_set_aside_is_a_version_and_is_not_offered_again(desk: Desk, opened: Opened) -> None:
    path = Path(opened.path)
    desk.set_aside(path)
    for title in ("Work 1", "Work 2"):
        desk.keep(path, replace(opened.pack, title=title))
        desk.set_aside(path)
    assert desk.kept() == ()
    aside = [each for each in desk.versions(path, opened.pack) if each.name == "aside"]
    assert [each.pack.title for each in aside] == ["Work 2", "Work 1"]
    assert all(each.at for each in aside)


def test_only_so_much_is_set_aside(desk: Desk, opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal, "ASIDE", 2)
    for title in ("Work 1", "Work 2", "Work 3"):
        desk.keep(Path(opened.path), replace(opened.pack, title=title))
        desk.set_aside(Path(opened.path))
    assert [each.pack.title for each in journal.aside(Path(opened.path))] == ["Work 3", "Work 2"]


def test_work_of_a_program_that_ended_is_offered_though_its_number_runs_again(desk: Desk, opened: Opened) -> None:
    other = replace(opened.pack, title="Work")
    left_by_another(Path(opened.path), other, process=os.getppid(), started="1")
    assert [each.pack.title for each in desk.kept()] == ["Work"]
    left_by_another(Path(opened.path), other, process=os.getppid(), started="")
    assert desk.kept() == ()


def test_work_is_offered_where_its_file_is_gone_and_can_be_a_pack_again(
    desk: Desk, opened: Opened, tmp_path: Path
) -> None:
    work = edits.change(opened.pack, opened.pack.sections[0].id, text="Words.")
    left_by_another(Path(opened.path), work)
    Path(opened.path).unlink()
    kept = desk.kept()
    assert "is not there" in kept[0].differs[0]
    again = desk.found_again(kept[0], tmp_path / "b.brief")
    assert again.pack.sections == work.sections
    assert desk.kept() == ()


def test_a_copy_leaves_file_and_journal_alone(desk: Desk, opened: Opened, tmp_path: Path) -> None:
    before = Path(opened.path).read_bytes()
    desk.keep(Path(opened.path), replace(opened.pack, title="Work"))
    desk.copy(replace(opened, pack=replace(opened.pack, title="Copy")), tmp_path / "copy.brief")
    assert Path(opened.path).read_bytes() == before
    assert desk.open(tmp_path / "copy.brief").pack.title == "Copy"
    assert desk.kept()
    Path(opened.path).unlink()
    desk.copy(opened, tmp_path / "copy.brief")


def test_what_somebody_else_has_saved_is_noticed(desk: Desk, opened: Opened) -> None:
    assert desk.theirs(opened) is None
    desk.save(replace(opened, pack=replace(opened.pack, title="Theirs")))
    theirs = desk.theirs(opened)
    assert theirs
    assert theirs.pack.title == "Theirs"
    Path(opened.path).unlink()
    assert desk.theirs(opened) is None


def test_a_section_goes_under_the_one_before_and_out_again() -> None:
    pack = Pack(
        title="T",
        as_of=DAY,
        sections=tuple(PackSection(id=id, kind="text", title=id.upper()) for id in ("a", "b", "c")),
    )
    under = edits.level(pack, "b", 1)
    assert [(each.id, level) for each, level in edits.outline(under)] == [("a", 0), ("b", 1), ("c", 0)]
    assert edits.outline(edits.level(under, "b", -1)) == edits.outline(pack)
    assert edits.level(pack, "a", 1) == edits.level(pack, "a", -1) == edits.level(pack, "none", 1) == pack
    deep = edits.level(edits.level(under, "c", 1), "c", 1)
    assert [(each.id, level) for each, level in edits.outline(deep)] == [("a", 0), ("b", 1), ("c", 2)]


def test_the_text_of_the_whole_pack_is_searched() -> None:
    pack = Pack(
        title="T",
        as_of=DAY,
        sections=(PackSection(id="a", kind="text", title="Words", text="One.\n Two words.\n"),),
    )
    assert edits.search(pack, " WORDS") == (("a", 0, "Words"), ("a", 2, "Two words."))
    assert edits.search(pack, " ") == ()


def test_a_text_tells_what_it_refers_to() -> None:
    assert edits.referred("On [#ofac-1]. [@s-law, p. 3; @s-eu]") == {"ofac-1", "s-law", "s-eu"}


def test_work_that_another_program_still_holds_is_left_to_it(
    desk: Desk, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_process: int, _signal: int) -> None:
        raise PermissionError

    work = replace(opened.pack, title="Work")
    left_by_another(Path(opened.path), work, process=os.getppid(), started=scratch.started(os.getppid()))
    assert desk.kept() == ()
    monkeypatch.setattr(os, "kill", refuse)
    assert desk.kept() == ()


def test_work_that_is_in_the_file_already_is_forgotten(desk: Desk, opened: Opened, tmp_path: Path) -> None:
    left_by_another(Path(opened.path), opened.pack)
    assert desk.kept() == ()
    assert not list((tmp_path / "home" / "journal").iterdir())
