"""Every dialog of writing, export and keeping: each control has a name, nothing is cut, Esc closes."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from briefer.desktop.days import DayDialog, day_field, day_of
from briefer.desktop.dialogs import Dialog
from briefer.desktop.export import DoneDialog, ExportDialog
from briefer.desktop.recovery import ConflictDialog, RecoveryDialog
from briefer.desktop.searching import SearchDialog
from briefer.desktop.texts import TextsDialog, VersionsDialog
from briefer.desktop.window import Window
from briefer.model.answers import Built
from briefer.model.brief import Finding
from briefer.model.desk import Checked, Kept, Opened, Version
from briefer.model.pack import Pack
from briefer.service import edits
from tests.desktop.test_window import controls

FOUND = tuple(
    Finding(
        severity="error", code="uncited", message=f"Passage {n} cites no source at all.", place="risks", remedy="Cite."
    )
    for n in range(6)
)


def changed(window: Window) -> Pack:
    return edits.change(replace(window.work.pack, title="Another"), "risks", text="Other words.\n\nAnd more.")


def opened(window: Window) -> Opened:
    assert window.work.file is not None
    return replace(window.work.file, pack=changed(window))


def export(window: Window) -> Dialog:
    window.work.preview.checked.emit(Checked(state=0, findings=FOUND))
    return ExportDialog(window, window.work)


def versions(window: Window) -> Dialog:
    now, other = window.work.pack, changed(window)
    found = (
        Version(name="saved", number=2, pack=now),
        Version(name="earlier", number=1, pack=other, differs=("x",) * 40),
    )
    return VersionsDialog(window, now, found, Path(opened(window).path))


def kept(window: Window) -> Kept:
    return Kept(
        path=opened(window).path, at="2026-11-23T09:58:00+00:00", pack=changed(window), journal="j", differs=("x",) * 20
    )


def built(folder: str = "/none") -> Built:
    return Built(
        pdf=f"{folder}/a.pdf", annex=f"{folder}/a.xlsx", manifest=f"{folder}/m.json", pages=3, seconds={"all": 2.8}
    )


DIALOGS: dict[str, Callable[[Window], Dialog]] = {
    "export": export,
    "done": lambda window: DoneDialog(window, built(), "CUI"),
    "recovery": lambda window: RecoveryDialog(window, kept(window), window.work.pack),
    "recovery without a file": lambda window: RecoveryDialog(window, kept(window)),
    "conflict": lambda window: ConflictDialog(window, window.work.pack, changed(window), opened(window)),
    "texts": lambda window: TextsDialog(window, ("A", window.work.pack), ("B", changed(window))),
    "same texts": lambda window: TextsDialog(window, ("A", window.work.pack), ("B", window.work.pack)),
    "versions": versions,
    "search": lambda window: SearchDialog(window, window.work),
    "day": lambda window: DayDialog(window, "By when", window.work.pack.as_of),
}


@pytest.mark.parametrize("name", DIALOGS)
def test_every_control_of_a_dialog_has_a_name_and_nothing_is_cut(window: Window, qtbot: QtBot, name: str) -> None:
    window.resize(1024, 700)
    dialog = DIALOGS[name](window)
    dialog.show()
    qtbot.wait(20)
    assert not [type(part).__name__ for part in controls(dialog) if not part.accessibleName()]
    cut = [
        part.text()
        for kind in (QLabel, QAbstractButton)
        for part in dialog.findChildren(kind)
        if part.isVisible() and part.text() and not (isinstance(part, QLabel) and part.wordWrap())
        if part.width() + 1 < part.minimumSizeHint().width()
    ]
    assert not cut
    assert dialog.height() <= 700
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_chosen_version_tells_what_it_has(window: Window) -> None:
    dialog = versions(window)
    assert isinstance(dialog, VersionsDialog)
    assert not dialog.back.isEnabled()
    dialog.list.setCurrentRow(1)
    assert dialog.back.isEnabled()
    assert dialog.title.text() == "Version 1"


def test_lines_that_differ_are_marked_in_both_texts(window: Window) -> None:
    dialog = TextsDialog(window, ("A", window.work.pack), ("B", changed(window)))
    assert dialog.sections.currentData() == "risks"
    assert dialog.views[1].toPlainText().startswith("▌ Other words.")


def test_days_are_shown_as_tables_print_them(window: Window) -> None:
    field = day_field("Day", "Which")
    field.setDate(QDate(2025, 3, 21))
    assert field.text() == "21 Mar 2025"
    assert day_of(field) == date(2025, 3, 21)


def test_a_file_without_versions_says_so(window: Window) -> None:
    made = VersionsDialog(window, window.work.pack, (), Path("a.brief"))
    assert made.title.text() == "No versions yet"
    assert not made.back.isEnabled()


def test_texts_that_are_the_same_are_not_drawn_as_two_empty_panes(window: Window) -> None:
    pack = window.work.pack
    assert TextsDialog(window, ("Yours", pack), ("Theirs", pack)).pair.isHidden()
    assert not TextsDialog(window, ("Yours", pack), ("Theirs", changed(window))).pair.isHidden()


def test_a_search_says_what_it_waits_for_and_that_nothing_was_found(window: Window) -> None:
    made = SearchDialog(window, window.work)
    assert (made.none.text(), made.list.isHidden()) == ("What is found shows here.", True)
    made.line.setText("zzyzx")
    assert made.none.text() == "No section holds these words."
    made.line.setText("licence")
    assert (made.none.isHidden(), made.list.isHidden()) == (True, False)
