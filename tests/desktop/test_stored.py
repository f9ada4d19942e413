"""A pack beside a library that does not know its picks: opening, recovery, versions and a refresh lose nothing."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from briefer import settings
from briefer.desktop.window import Window
from briefer.model.desk import Asked, Kept
from briefer.pack import load
from briefer.service import edits
from tests.desktop.conftest import LONG


def rest(window: Window, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.work.tasks.idle and window.work.disk.idle, timeout=LONG)


@pytest.fixture
def bare(make: Callable[[Path], Window], sample: Path, qtbot: QtBot, no_pages: None) -> Window:
    """A window with the sample pack open beside a library that is not there."""
    shown = make(sample / "none.sqlite")
    rest(shown, qtbot)
    shown.open_path(str(sample / "sample.brief"))
    qtbot.waitUntil(lambda: shown.work.is_open, timeout=LONG)
    rest(shown, qtbot)
    return shown


def names(window: Window) -> list[str]:
    assert window.work.dossier is not None
    return [each.caption for each in window.work.dossier.entities]


def saved(window: Window, qtbot: QtBot) -> list[str]:
    with qtbot.waitSignal(window.work.saved, timeout=LONG):
        window.save()
    assert window.work.file is not None
    dossier = load(Path(window.work.file.path)).dossier
    assert dossier is not None
    return [each.caption for each in dossier.entities]


def test_a_refresh_leaves_what_the_library_lacks_says_so_and_can_be_undone(bare: Window, qtbot: QtBot) -> None:
    before, work = names(bare), bare.work
    told: list[str] = []
    work.said.connect(told.append)
    bare.refresh()
    rest(bare, qtbot)
    assert work.dossier is not None
    assert names(bare) == before
    assert f"{len(work.dossier.stored)} picks are not in this library; their facts stay as stored." in told
    assert work.history is not None
    assert work.history.undo_label == "Refresh the facts"
    assert work.history.modified
    bare.undo()
    rest(bare, qtbot)
    assert work.dossier.stored == ()
    assert not work.history.modified
    bare.redo()
    assert work.dossier.stored
    assert saved(bare, qtbot) == before


def test_a_refresh_that_finds_nothing_new_is_no_step(window: Window, qtbot: QtBot) -> None:
    told: list[str] = []
    window.work.said.connect(told.append)
    window.refresh()
    rest(window, qtbot)
    assert told[-1] == "The facts were read anew. Nothing of the picks changed."
    assert window.work.history is not None
    assert window.work.history.undo_label == ""


def test_a_pick_that_was_taken_out_comes_back_with_its_facts(bare: Window, qtbot: QtBot) -> None:
    before, first = names(bare), bare.work.pack.entities[0]
    bare.work.drop("entities", [first])
    rest(bare, qtbot)
    assert names(bare) == before[1:]
    assert saved(bare, qtbot) == before[1:]
    bare.undo()
    rest(bare, qtbot)
    assert names(bare) == before
    bare.redo()
    bare.undo()
    assert saved(bare, qtbot) == before


def test_an_undo_while_facts_are_read_is_not_overtaken_by_them(window: Window, qtbot: QtBot) -> None:
    before = names(window)
    window.work.drop("entities", window.work.pack.entities[:1])
    window.undo()
    rest(window, qtbot)
    assert names(window) == before


def fresh(window: Window) -> str:
    """The id of somebody whom the pack does not hold."""
    held = window.work.desk.find(Asked()).ids
    return next(id for id in held if id not in window.work.pack.entities and "measure-" not in id)


def test_a_pick_that_is_taken_out_while_its_facts_are_read_leaves_none_behind(window: Window, qtbot: QtBot) -> None:
    before, id = names(window), fresh(window)
    window.work.pick("entities", [id])
    window.work.drop("entities", [id])
    rest(window, qtbot)
    assert names(window) == before


def test_a_step_back_over_words_written_while_facts_were_read_keeps_them(window: Window, qtbot: QtBot) -> None:
    work = window.work
    work.pick("entities", [fresh(window)])
    work.edit("Write", edits.change, "risks", text="More.")
    rest(window, qtbot)
    found = names(window)
    assert len(found) == len(work.pack.entities)
    for step in (window.undo, window.redo):
        step()
        rest(window, qtbot)
        assert names(window) == found


def test_a_step_forward_over_words_undone_while_facts_were_read_keeps_them(window: Window, qtbot: QtBot) -> None:
    work = window.work
    work.pick("entities", [fresh(window)])
    work.edit("Write", edits.change, "risks", text="More.")
    window.undo()
    rest(window, qtbot)
    found = names(window)
    assert len(found) == len(work.pack.entities)
    window.redo()
    rest(window, qtbot)
    assert names(window) == found


def test_a_version_that_is_restored_has_its_facts(bare: Window, qtbot: QtBot) -> None:
    before, first = names(bare), bare.work.pack.entities[0]
    bare.work.drop("entities", [first])
    rest(bare, qtbot)
    saved(bare, qtbot)
    path = sample_path(bare)
    bare.open_path(str(path))
    rest(bare, qtbot)
    version = next(each for each in bare.work.desk.versions(path, bare.work.pack) if first in each.pack.entities)
    bare._restore(version)
    rest(bare, qtbot)
    assert names(bare) == before
    assert saved(bare, qtbot) == before


def sample_path(window: Window) -> Path:
    assert window.work.file is not None
    return Path(window.work.file.path)


def test_work_found_after_a_crash_has_its_facts_without_the_library_that_it_was_picked_from(
    window: Window, make: Callable[[Path], Window], sample: Path, qtbot: QtBot
) -> None:
    work, path = window.work, sample / "sample.brief"
    work.pick("entities", [fresh(window)])
    rest(window, qtbot)
    expected = names(window)
    work._keep.stop()
    work._journal()
    rest(window, qtbot)
    (journal,) = (sample.parent / "home" / "journal").glob("*.json")
    facts = journal.with_suffix(".facts")
    assert facts.exists()
    kept = Kept(path=str(path), at="", pack=work.pack, journal=str(journal), facts=(work.dossier,))  # type: ignore[arg-type]
    work.give_up()
    rest(window, qtbot)
    other = make(sample / "none.sqlite")
    other.work.recover(kept)
    qtbot.waitUntil(lambda: other.work.is_open, timeout=LONG)
    rest(other, qtbot)
    assert names(other) == expected
    assert other.work.dossier is not None
    assert other.work.dossier.missing == ()
    assert saved(other, qtbot) == expected


def test_a_pick_that_is_undone_and_redone_has_its_facts_in_the_journal_again(
    window: Window, sample: Path, qtbot: QtBot
) -> None:
    def kept() -> list[str]:
        rest(window, qtbot)
        window.work._keep.stop()
        window.work._journal()
        rest(window, qtbot)
        return sorted(each.suffix for each in (sample.parent / "home" / "journal").iterdir())

    window.work.pick("entities", [fresh(window)])
    assert kept() == [".facts", ".json"]
    window.undo()
    assert kept() == []
    window.redo()
    assert kept() == [".facts", ".json"]


def test_a_save_while_facts_are_read_waits_for_them(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = window.work
    fresh = next(id for id in work.desk.find(Asked()).ids if id not in work.pack.entities and "measure-" not in id)
    monkeypatch.setattr(work, "gather", lambda _facts: None)
    work.pick("entities", [fresh])
    expected = len(work.pack.entities)
    assert len(saved(window, qtbot)) == expected
    assert len(names(window)) == expected


def test_a_pack_goes_back_to_the_library_that_it_was_made_with(
    window: Window, make: Callable[[Path], Window], sample: Path, qtbot: QtBot
) -> None:
    rest(window, qtbot)
    path = sample / "sample.brief"
    assert settings.library_of(settings.load(), path) == sample / "sample.sqlite"
    other = make(sample / "none.sqlite")
    told: list[str] = []
    other.work.said.connect(told.append)
    other.open_path(str(path))
    qtbot.waitUntil(lambda: other.work.is_open, timeout=LONG)
    rest(other, qtbot)
    assert other.work.desk.path == sample / "sample.sqlite"
    assert "Library: the sample library, with which this pack was made" in told


def test_the_samples_library_opens_beside_a_pack(bare: Window, qtbot: QtBot) -> None:
    title = bare.work.pack.title
    bare.work.do("Title", replace(bare.work.pack, title="Mine"))
    assert bare.library.sample.text() == "Use the sample library"
    bare.library.sample.click()
    rest(bare, qtbot)
    qtbot.waitUntil(lambda: bare.work.desk.held().entities > 0, timeout=LONG)
    assert bare.work.pack.title == "Mine" != title
    bare.library.sample_asked.emit()
    rest(bare, qtbot)
    assert bare.work.pack.title == "Mine"


def test_packs_of_one_title_are_told_apart_and_a_save_belongs_to_its_pack(bare: Window, qtbot: QtBot) -> None:
    saved(bare, qtbot)
    assert "last saved" in bare.status.mine.text()
    other = sample_path(bare).with_name("other.brief")
    bare.work.desk.copy(bare.work.file, other)  # type: ignore[arg-type]
    bare.open_path(str(other))
    rest(bare, qtbot)
    assert "last saved" not in bare.status.mine.text()
    bare.show_start()
    rest(bare, qtbot)
    cards = [bare.start.recent.itemAt(at).widget() for at in range(bare.start.recent.count())]
    said = [each.accessibleDescription() for each in cards if each is not None]
    assert [any(name in words for words in said) for name in ("sample.brief", "other.brief")] == [True, True]
