import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from briefer.desktop import dress, parts, theme
from briefer.desktop.days import DayDialog
from briefer.desktop.dialogs import Dialog
from briefer.desktop.progress import Progress
from briefer.desktop.report import ReportDialog
from briefer.desktop.window import Window
from briefer.service import edits
from briefer.service.desk import SAMPLE
from tests.desktop.conftest import LONG

ISSUES = "id,title,proposition\nissue-x,Whether to ease,The listing should end.\n"


def told(window: Window) -> str:
    return " ".join(label.text() for each in window.findChildren(QWidget) for label in each.findChildren(QLabel))


def test_an_import_says_what_it_did_and_the_library_follows(
    make: Callable[[Path], Window], tmp_path: Path, qtbot: QtBot, no_pages: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = make(tmp_path / "new.sqlite")
    table = tmp_path / "issues.csv"
    table.write_text(ISSUES, encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_given: ([str(table)], ""))
    window.import_files()
    qtbot.waitUntil(lambda: window.findChild(ReportDialog) is not None, timeout=60_000)
    dialog = window.findChild(ReportDialog)
    assert dialog is not None
    assert "issues" in told(window)
    dialog.accept()
    qtbot.waitUntil(lambda: len(window.library.others[1].model.rows) == 1, timeout=LONG)


@pytest.mark.parametrize(("answer", "own"), [("Your own library", True), ("The sample’s", False), ("Cancel", None)])
def test_with_the_sample_open_it_is_asked_into_which_library_an_import_goes(
    make: Callable[[Path], Window],
    sample: Path,
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
    no_pages: None,
    answer: str,
    own: bool | None,
) -> None:
    of_sample, of_user = home / "sample" / SAMPLE, home / "own.sqlite"
    of_sample.parent.mkdir(parents=True)
    shutil.copy(sample / SAMPLE, of_sample)
    monkeypatch.setenv("BRIEFER_LIBRARY", str(of_user))
    (home / "issues.csv").write_text(ISSUES, encoding="utf-8")
    window = make(of_sample)
    qtbot.waitUntil(lambda: window.status.lists.text().startswith("Sample library · "), timeout=LONG)
    window.import_paths([home / "issues.csv"])
    asked = next(each for each in window.findChildren(Dialog) if each.windowTitle() == "Into which library?")
    next(each for each in asked.findChildren(QPushButton) if each.text() == answer).click()
    if own is None:
        assert window.findChild(Progress) is None
        return
    qtbot.waitUntil(lambda: window.findChild(ReportDialog) is not None, timeout=60_000)
    qtbot.waitUntil(lambda: window.work.desk.path == (of_user if own else of_sample), timeout=LONG)
    assert of_user.exists() is own


def test_the_day_of_a_list_that_states_none_is_set_from_its_report(
    make: Callable[[Path], Window], tmp_path: Path, qtbot: QtBot, no_pages: None
) -> None:
    window = make(tmp_path / "new.sqlite")
    line = '{"id": "a-1", "schema": "Person", "properties": {"name": ["Anna"]}, "datasets": ["own"]}'
    (tmp_path / "own.ftm.json").write_text(f"{line}\n", encoding="utf-8")
    window.import_paths([tmp_path / "own.ftm.json"])
    qtbot.waitUntil(lambda: window.findChild(ReportDialog) is not None, timeout=60_000)
    first = window.findChild(ReportDialog)
    assert first is not None
    next(each for each in first.findChildren(QPushButton) if each.text() == "Set the day…").click()
    asked = first.findChild(DayDialog)
    assert asked is not None
    asked.day.setDate(QDate(2025, 3, 1))
    asked._set()
    qtbot.waitUntil(lambda: len(window.findChildren(ReportDialog)) == 2, timeout=60_000)
    assert [each.published for each in window.work.desk.lists()] == [date(2025, 3, 1)]


def test_a_file_that_is_no_list_is_refused_in_words(
    make: Callable[[Path], Window], tmp_path: Path, qtbot: QtBot, no_pages: None
) -> None:
    window = make(tmp_path / "new.sqlite")
    (tmp_path / "odd.txt").write_text("nothing", encoding="utf-8")
    window.import_paths([tmp_path / "odd.txt"])
    qtbot.waitUntil(lambda: "Nothing was imported" in told(window), timeout=60_000)
    assert "odd.txt" in told(window)


def test_what_was_imported_of_a_folder_shows_beside_what_was_refused(
    make: Callable[[Path], Window], tmp_path: Path, qtbot: QtBot, no_pages: None
) -> None:
    window = make(tmp_path / "new.sqlite")
    folder = tmp_path / "lists"
    folder.mkdir()
    (folder / "issues.csv").write_text(ISSUES, encoding="utf-8")
    (folder / "SDN.CSV").write_text("<!DOCTYPE html><html><body>Sign in</body></html>", encoding="utf-8")
    with qtbot.waitSignal(window.work.library_changed, timeout=60_000):
        window.import_paths([folder])
    qtbot.waitUntil(lambda: "Imported in part" in told(window), timeout=LONG)
    assert "SDN.CSV" in told(window)
    assert "issues" in told(window)


def test_a_new_pack_is_made_from_a_type(
    window: Window, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.show_start()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(tmp_path / "my-pack"), ""))
    window.new_of("relief-options")
    qtbot.waitUntil(lambda: window.work.pack.title == "My pack", timeout=LONG)
    assert (tmp_path / "my-pack.brief").exists()
    assert window.stack.currentWidget() is window.whole


def answer(monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    """Answers the question about unsaved work."""
    chosen: list[object] = []

    def executed(box: QMessageBox) -> int:
        chosen[:] = [each for each in box.buttons() if each.text() == words]
        return 0

    monkeypatch.setattr(QMessageBox, "exec", executed)
    monkeypatch.setattr(QMessageBox, "clickedButton", lambda _box: chosen[0])


def test_closing_asks_for_unsaved_work(window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    window.work.edit("Change", edits.change, "risks", text="New.")
    answer(monkeypatch, "Cancel")
    window.close_pack()
    assert window.work.is_open
    answer(monkeypatch, "Save")
    with qtbot.waitSignal(window.work.saved, timeout=LONG):
        window.close_pack()
    qtbot.waitUntil(lambda: not window.work.is_open, timeout=LONG)
    assert window.stack.currentWidget() is window.start


def test_work_that_is_not_wanted_leaves_no_journal(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    with qtbot.waitSignal(window.work.kept, timeout=5000):
        window.work.edit("Change", edits.change, "risks", text="New.")
    assert list((home / "journal").iterdir())
    answer(monkeypatch, "Do not save")
    window.close_pack()
    qtbot.waitUntil(lambda: not list((home / "journal").iterdir()), timeout=LONG)


def test_a_change_of_theme_draws_everything_anew(window: Window, qapp: QApplication) -> None:
    before = window.undo_button.icon().pixmap(18, 18).toImage()
    try:
        dress.apply(qapp, "dark")
        parts.redraw(window)
        window.dressed()
        assert theme.now() is theme.THEMES["dark"]
        assert window.undo_button.icon().pixmap(18, 18).toImage() != before
        assert dress.wanted(qapp, "contrast") == "contrast"
        assert dress.wanted(qapp, "system") in ("light", "dark")
    finally:
        dress.apply(qapp, "light")


def test_panels_are_shown_hidden_and_gone_through(window: Window) -> None:
    window.resize(1440, 900)
    window.toggle_findings()
    assert not window.findings.isVisible()
    window.show_findings()
    assert window.findings.isVisible()
    assert window.findings_button.isChecked()
    assert window.library.isVisible()
    assert len(window.panels()) == 4  # there are no pages
    for _ in range(6):
        window.next_panel()
    window.toggle_analysis()
    assert window.pack_stack.currentWidget() is window.views
    window.toggle_analysis()
    assert window.pack_stack.currentWidget() is not window.views
    window.find_on_page()
    assert window.page.finder.isVisible()
    window.twin()
    assert window.page.stack.currentWidget() is window.page.twin


def test_properties_are_one_step(window: Window) -> None:
    from briefer.desktop.properties import PropertiesDialog

    dialog = PropertiesDialog(window, window.work)
    dialog.title_line.setText("Another title")
    dialog.cover["to"].setText("The Secretary")
    dialog._set()
    assert (window.work.pack.title, window.work.pack.settings.to) == ("Another title", "The Secretary")
    window.undo()
    assert window.work.pack.title != "Another title"
