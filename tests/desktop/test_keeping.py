"""Nothing is lost: two people on one pack, versions, a folder that takes nothing, work after a crash."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from briefer.desktop.dialogs import Dialog
from briefer.desktop.recovery import ConflictDialog, RecoveryDialog
from briefer.desktop.texts import TextsDialog, VersionsDialog
from briefer.desktop.window import Window
from briefer.model.desk import Kept
from briefer.model.errors import BrieferError
from briefer.model.pack import Pack
from briefer.service import edits
from briefer.service.desk import Desk
from briefer.service.merging import SETTLE
from tests.desktop.conftest import LONG


def text(window: Window, id: str) -> str:
    found = edits.section(window.work.pack, id)
    assert found is not None
    return found.text


def save_as_another(sample: Path, change: Callable[[Pack], Pack]) -> None:
    """Saves the pack as somebody else would, from another program."""
    other = Desk(sample / "sample.sqlite")
    theirs = other.open(sample / "sample.brief")
    other.save(replace(theirs, pack=change(theirs.pack)))
    other.close()


def asked(window: Window, qtbot: QtBot, kind: type[QWidget]) -> QWidget:
    qtbot.waitUntil(lambda: any(each.isVisible() for each in window.findChildren(kind)), timeout=LONG)
    return next(each for each in window.findChildren(kind) if each.isVisible())


def said(window: Window) -> str:
    return " ".join(label.text() for each in window.findChildren(Dialog) for label in each.findChildren(QLabel))


@pytest.fixture
def conflict(window: Window, sample: Path, qtbot: QtBot) -> ConflictDialog:
    """Both have written in one section, and each in another; the window has noticed it by itself."""
    pack = edits.change(window.work.pack, "risks", text="My risks.")
    window.work.do("Write", edits.change(pack, "lines", text="My lines."))
    save_as_another(
        sample,
        lambda pack: replace(edits.change(pack, "risks", text="Their risks."), title="Their title"),
    )
    dialog = asked(window, qtbot, ConflictDialog)
    assert isinstance(dialog, ConflictDialog)
    return dialog


def test_what_somebody_else_saves_is_noticed_and_told_by_meaning(window: Window, conflict: ConflictDialog) -> None:
    words = said(window)
    assert "Written by both: “Risks”" in words
    assert "“Lines to take”: 2 words" in words
    assert "title changed" in words


def test_keep_mine_makes_theirs_an_earlier_version(
    window: Window, conflict: ConflictDialog, sample: Path, qtbot: QtBot
) -> None:
    conflict.accept()
    with qtbot.waitSignal(window.work.saved, timeout=LONG):
        conflict.mine.emit()
    again = Desk(sample / "sample.sqlite")
    titles = [each.pack.title for each in again.versions(sample / "sample.brief", window.work.pack)]
    again.close()
    assert titles[0] != "Their title"
    assert titles[1] == "Their title"


def test_take_theirs_sets_mine_aside(window: Window, conflict: ConflictDialog, qtbot: QtBot) -> None:
    conflict.accept()
    conflict.theirs.emit()
    assert window.work.pack.title == "Their title"
    assert text(window, "risks") == "Their risks."
    window.versions()
    dialog = asked(window, qtbot, VersionsDialog)
    assert isinstance(dialog, VersionsDialog)
    found = dialog.chosen()
    assert found is not None
    assert found.name == "aside"
    dialog._read()
    assert asked(window, qtbot, TextsDialog)
    dialog._restore()
    assert text(window, "risks") == "My risks."
    assert window.actions_by_name["undo"].text().startswith("Undo Restore “Set aside")
    window.undo()
    assert text(window, "risks") == "Their risks."


def test_both_keeps_both_texts_and_is_one_step(window: Window, conflict: ConflictDialog, qtbot: QtBot) -> None:
    conflict._read(window.work.pack, window.work.pack)
    conflict.accept()
    conflict.both.emit()
    assert window.work.pack.title == "Their title"
    assert text(window, "lines") == "My lines."
    assert text(window, "risks") == f"My risks.\n\n{SETTLE}\n\nTheir risks.\n"
    with qtbot.waitSignal(window.work.saved, timeout=LONG):
        window.save()
    window.undo()
    assert text(window, "risks") == "Their risks."


def test_a_file_that_changes_under_a_clean_pack_is_read_anew(window: Window, sample: Path, qtbot: QtBot) -> None:
    save_as_another(sample, lambda pack: replace(pack, title="Their title"))
    qtbot.waitUntil(lambda: window.work.pack.title == "Their title", timeout=LONG)
    assert not window.findChildren(ConflictDialog)


def test_saving_over_a_change_that_was_not_noticed_yet_asks_first(
    window: Window, sample: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.work._watch.follow("")
    window.work.do("Write", edits.change(window.work.pack, "risks", text="My risks."))
    save_as_another(sample, lambda pack: replace(pack, title="Their title"))
    window.save()
    assert asked(window, qtbot, ConflictDialog)


def test_a_folder_that_takes_nothing_is_a_sentence_with_another_place(
    window: Window, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    save = window.work.desk.save

    def refuse(*given: object, path: Path | None = None, **more: object) -> object:
        if path is None:
            raise BrieferError("This folder is read-only.")
        return save(*given, path=path, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(window.work.desk, "save", refuse)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(tmp_path / "elsewhere"), ""))
    window.work.do("Write", edits.change(window.work.pack, "risks", text="My risks."))
    with qtbot.waitSignal(window.work.kept, timeout=LONG):
        window.save()
    dialog = asked(window, qtbot, Dialog)
    assert "This folder is read-only. Your work is kept" in said(window)
    dialog.close()
    with qtbot.waitSignal(window.work.saved, timeout=LONG):
        window.save_copy()
    assert (tmp_path / "elsewhere.brief").exists()
    assert window.work.file is not None
    assert window.work.file.path == str(tmp_path / "elsewhere.brief")


def test_a_journal_that_cannot_be_written_is_said_once(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_given: object) -> None:
        raise BrieferError("The disk is full.")

    told: list[object] = []
    window.work.not_saved.connect(told.append)
    monkeypatch.setattr(window.work.desk, "keep", full)
    for words in ("One.", "Two."):
        window.work.do("Write", edits.change(window.work.pack, "risks", text=words))
        window.work._journal()
        qtbot.waitUntil(lambda: window.work.disk.idle, timeout=LONG)
    assert len(told) == 1
    monkeypatch.undo()
    with qtbot.waitSignal(window.work.kept, timeout=LONG):
        window.work._journal()


def test_a_fault_of_the_program_while_saving_is_a_report(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def odd(*_given: object, **_more: object) -> None:
        raise ValueError("odd")

    monkeypatch.setattr(window.work.desk, "save", odd)
    window.save()
    qtbot.waitUntil(lambda: "A fault in Briefer" in said(window), timeout=LONG)


def kept(window: Window, path: Path, words: str) -> Kept:
    work = edits.change(window.work.pack, "risks", text=words)
    differs = edits.told(window.work.pack, work)
    return Kept(path=str(path), at="2026-11-23T09:58:00+00:00", pack=work, journal="j", differs=differs)


def test_work_is_offered_one_pack_after_another_and_can_become_a_pack_of_its_own(
    window: Window, sample: Path, qtbot: QtBot
) -> None:
    path = sample / "sample.brief"
    window.offer((kept(window, path, "Found."), kept(window, sample / "gone.brief", "Lost.")))
    first = asked(window, qtbot, RecoveryDialog)
    assert isinstance(first, RecoveryDialog)
    first._read(window.work.pack, window.work.pack)
    first.both.emit(None)
    first.accept()
    qtbot.waitUntil((sample / "sample (found).brief").exists, timeout=LONG)
    qtbot.waitUntil(lambda: text(window, "risks") == "Found.", timeout=LONG)
    second = asked(window, qtbot, RecoveryDialog)
    assert "The file is not there" in said(window)
    second.accept()
    second.use.emit(kept(window, sample / "gone.brief", "Lost."))  # type: ignore[attr-defined]
    qtbot.waitUntil((sample / "gone.brief").exists, timeout=LONG)
    qtbot.waitUntil(lambda: text(window, "risks") == "Lost.", timeout=LONG)


def test_the_last_save_can_be_kept_and_the_work_stays_a_version(window: Window, sample: Path, qtbot: QtBot) -> None:
    path = sample / "sample.brief"
    window.work.disk.run(lambda: window.work.desk.keep(path, kept(window, path, "Found.").pack))
    window.offer((kept(window, path, "Found."),))
    dialog = asked(window, qtbot, RecoveryDialog)
    dialog.leave.emit(None)  # type: ignore[attr-defined]
    dialog.accept()
    qtbot.waitUntil(lambda: window.work.disk.idle, timeout=LONG)
    found = window.work.desk.versions(path, window.work.pack)
    assert found[0].name == "aside"


def test_a_new_reference_is_gathered(window: Window, qtbot: QtBot) -> None:
    held = {each.id for each in window.work.dossier.sources} if window.work.dossier else set()
    fresh = next(each.id for each in window.work.desk.sources() if each.id not in held)
    with qtbot.waitSignal(window.work.gathered, timeout=LONG):
        window.work.do("Cite", edits.change(window.work.pack, "risks", text=f"It is so. [@{fresh}]"))
    assert window.work.dossier is not None
    assert fresh in {each.id for each in window.work.dossier.sources}
