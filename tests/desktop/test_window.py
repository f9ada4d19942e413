"""The program as its user meets it, from the empty library to the hand-off."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QLabel,
    QLineEdit,
    QScrollBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from briefer.desktop.deeds import Deeds
from briefer.desktop.export import ExportDialog
from briefer.desktop.properties import PropertiesDialog
from briefer.desktop.recovery import ConflictDialog, RecoveryDialog
from briefer.desktop.window import Window
from briefer.model.desk import Kept
from briefer.service import edits
from briefer.service.verbs import Wish
from tests.desktop.conftest import LONG

Make = Callable[[Path], Window]


def section_text(window: Window, id: str) -> str:
    found = edits.section(window.work.pack, id)
    assert found is not None
    return found.text


def write(window: Window, qtbot: QtBot, id: str, words: str) -> None:
    window.go_to(id)
    window.editor.edit.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(window.editor.edit, words)


def search(window: Window, qtbot: QtBot, name: str) -> None:
    window.find_entity()
    window.library.entities.search.clear()
    qtbot.keyClicks(window.library.entities.search, name)
    qtbot.waitUntil(lambda: bool(window.library.entities.model.found.matches), timeout=LONG)


def select(window: Window, *rows: int) -> None:
    view = window.library.entities.view
    view.clearSelection()
    for row in rows:
        way = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        view.selectionModel().select(view.model().index(row, 0), way)


def test_the_first_start_offers_the_sample_and_an_import(
    make: Make, tmp_path: Path, qtbot: QtBot, no_pages: None
) -> None:
    window = make(tmp_path / "none.sqlite")
    qtbot.waitUntil(window.start.first.isVisible, timeout=LONG)
    window.show_library()
    qtbot.waitUntil(window.library.nothing.isVisible, timeout=LONG)
    assert not window.export_button.isEnabled()
    lists = window.status.lists.parentWidget()
    assert lists.geometry().right() > window.width() - 16
    window.open_sample()
    qtbot.waitUntil(lambda: window.work.is_open, timeout=LONG)
    qtbot.waitUntil(window.library.filled.isVisible, timeout=LONG)
    assert not (tmp_path / "none.sqlite").exists()


def test_a_search_follows_the_typing_and_space_adds_to_the_pack(window: Window, qtbot: QtBot) -> None:
    search(window, qtbot, "rosnef")
    found = window.library.entities.model.found
    qtbot.waitUntil(lambda: window.work.tasks.idle, timeout=LONG)
    picked = next(id for id in found.ids if id not in window.work.pack.entities)
    select(window, found.ids.index(picked))
    qtbot.keyClick(window.library.entities.view, Qt.Key.Key_Space)
    assert picked in window.work.pack.entities
    assert window.work.history is not None
    assert window.work.history.undo_label.startswith("Add ")
    qtbot.waitUntil(
        lambda: picked in {each.id for each in window.work.dossier.entities},  # type: ignore[union-attr]
        timeout=LONG,
    )
    qtbot.keyClick(window.library.entities.view, Qt.Key.Key_Space)
    assert picked not in window.work.pack.entities


def test_many_are_added_at_once_and_counted(window: Window, qtbot: QtBot) -> None:
    search(window, qtbot, "bank")
    before = len(window.work.pack.entities)
    select(window, 0, 1, 2, 3, 4)
    chosen = window.library.entities.chosen()
    fresh = [id for id in chosen if id not in window.work.pack.entities]
    window.library.entities.toggle()
    assert len(window.work.pack.entities) == before + len(fresh)
    window.undo()
    assert len(window.work.pack.entities) == before


def test_writing_is_one_step_that_undo_names(window: Window, qtbot: QtBot) -> None:
    before = section_text(window, "risks")
    write(window, qtbot, "risks", " More to say.")
    assert section_text(window, "risks") == before + " More to say."
    assert window.actions_by_name["undo"].text() == "Undo Write in “Risks”"
    assert window.windowTitle().endswith("* · Briefer")
    window.undo()
    assert section_text(window, "risks") == before == window.editor.edit.toPlainText()
    window.redo()
    assert window.editor.edit.toPlainText() == before + " More to say."


def test_what_is_saved_comes_back(window: Window, make: Make, sample: Path, qtbot: QtBot) -> None:
    write(window, qtbot, "risks", " Kept.")
    with qtbot.waitSignal(window.work.saved, timeout=LONG):
        window.save()
    assert not window.windowTitle().endswith("* · Briefer")
    again = make(sample / "sample.sqlite")
    again.open_path(str(sample / "sample.brief"))
    qtbot.waitUntil(lambda: again.work.is_open, timeout=LONG)
    assert section_text(again, "risks").endswith(" Kept.")
    assert str(sample / "sample.brief") in again.work.settings.recent


def test_work_that_was_not_saved_is_offered_after_a_crash(window: Window, qtbot: QtBot, sample: Path) -> None:
    with qtbot.waitSignal(window.work.kept, timeout=2000):
        write(window, qtbot, "risks", " Not saved.")
    code = "from briefer.service.desk import Desk\nfor kept in Desk().kept(): print(kept.path, kept.differs, sep='\\n')"
    # Another program sees that this one still runs, and does not take its work.
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert said.stdout == ""
    kept: list[tuple[Kept, ...]] = []
    window.work.disk.run(window.work.desk.kept, kept.append)
    qtbot.waitUntil(lambda: bool(kept), timeout=LONG)
    assert kept[0][0].path == str(sample / "sample.brief")
    window.offer(kept[0])
    qtbot.waitUntil(lambda: window.findChild(RecoveryDialog) is not None, timeout=LONG)
    dialog = window.findChild(RecoveryDialog)
    assert dialog is not None
    window.work.close_pack()
    dialog.use.emit(kept[0][0])
    qtbot.waitUntil(lambda: window.work.is_open, timeout=LONG)
    assert section_text(window, "risks").endswith(" Not saved.")
    window.undo()
    assert not section_text(window, "risks").endswith(" Not saved.")
    dialog.close()


def test_a_fault_is_a_sentence_and_a_bug_is_a_report(window: Window, tmp_path: Path, qtbot: QtBot) -> None:
    window.work.open(tmp_path / "none.brief")
    qtbot.waitUntil(lambda: "is not there" in said(window), timeout=LONG)
    window.fail(ValueError("odd"))
    assert "Something went wrong in Briefer itself" in said(window)


def said(window: Window) -> str:
    return " ".join(label.text() for dialog in window.findChildren(QWidget) for label in dialog.findChildren(QLabel))


def test_a_click_on_a_page_goes_to_the_words(window: Window) -> None:
    words = section_text(window, "risks")
    at = words.index("Confidence is high")
    window.go_to("risks", "Confidence is high in the statute and the directives")
    assert window.editor.edit.textCursor().position() == at
    assert window.work.section == "risks"


def test_beside_the_library_of_a_narrow_window_outline_and_page_take_turns(window: Window, qtbot: QtBot) -> None:
    def seen() -> tuple[bool, ...]:
        return tuple(each.isVisible() for each in (window.library, window.writing, window.page, window.turn))

    window.resize(1024, 700)
    window.find_entity()
    assert seen() == (True, True, False, True)
    qtbot.waitUntil(lambda: window.editor.edit.height() > 100, timeout=LONG)
    assert window.outline.tree.viewport().height() > 100
    for command, both in (
        (window.show_page, (True, False, True, True)),
        (window.show_outline, (True, True, False, True)),
        (window.find_on_page, (True, False, True, True)),
        (window.cite, (True, True, False, True)),
        (window.show_on_page, (True, False, True, True)),
        (lambda: window.go_to(window.work.pack.entities[0]), (True, False, True, True)),
        (lambda: window.go_to("risks"), (True, True, False, True)),
        (window.toggle_library, (False, True, True, False)),
        (window.show_page, (False, True, True, False)),
        (window.find_entity, (True, False, True, True)),
    ):
        command()
        assert seen() == both
    window.show_relief()
    qtbot.waitUntil(lambda: window.work.analysis.idle, timeout=LONG)
    window.show_pack()
    window.find_entity()
    qtbot.waitUntil(lambda: window.library.width() >= 430, timeout=LONG)  # what is not shown asks for no room
    window.resize(1440, 900)
    assert seen() == (True, True, True, False)


def test_the_palette_runs_a_command_by_a_few_letters(window: Window, qtbot: QtBot) -> None:
    from briefer.desktop.palette import Palette

    window.commands()
    palette = window.findChild(Palette)
    assert palette is not None
    qtbot.keyClicks(palette.line, "relief")
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert window.pack_stack.currentWidget() is window.views


def test_every_command_names_a_deed() -> None:
    from briefer.desktop.commands import MENUS

    named = [each for commands in MENUS.values() for each in commands if each]
    assert not [each.does for each in named if not callable(getattr(Window, each.does, None))]
    keys = [each.keys for each in named if each.keys]
    assert len(keys) == len(set(keys))
    assert all(issubclass(Window, Deeds) for _ in named)


def controls(page: QWidget) -> list[QWidget]:
    """What can take the focus, without the inner parts that Qt gives to others."""
    found = []
    for part in page.findChildren(QWidget):
        inner = isinstance(part, QScrollBar) or part.objectName().startswith("qt_")
        inner = inner or (isinstance(part, QLineEdit) and isinstance(part.parent(), QAbstractSpinBox))
        if part.isVisibleTo(page) and part.focusPolicy() & Qt.FocusPolicy.TabFocus and not inner:
            found.append(part)
    return found


def pages(window: Window) -> dict[str, Callable[[], QWidget]]:
    def shown(does: Callable[[], object]) -> Callable[[], QWidget]:
        def show() -> QWidget:
            does()
            return window

        return show

    def tab(at: int) -> Callable[[], object]:
        return lambda: (window.find_entity(), window.library.tabs.setCurrentIndex(at))

    return {
        "start": shown(window.show_start),
        "pack": shown(window.show_pack),
        "relief": shown(window.show_relief),
        **{f"library {at}": shown(tab(at)) for at in range(5)},
        "export": lambda: ExportDialog(window, window.work),
        "properties": lambda: PropertiesDialog(window, window.work),
        "conflict": lambda: ConflictDialog(window, window.work.pack, window.work.pack, window.work.file),
    }


PAGES = ("start", "pack", "relief", *(f"library {at}" for at in range(5)), "export", "properties", "conflict")


@pytest.mark.parametrize("name", PAGES)
def test_every_control_has_a_name_and_nothing_is_cut(window: Window, qtbot: QtBot, name: str) -> None:
    page = pages(window)[name]()
    page.resize(1440, 900)
    page.show()
    qtbot.waitUntil(lambda: window.work.tasks.idle, timeout=LONG)
    qtbot.wait(20)
    nameless = [type(part).__name__ for part in controls(page) if not part.accessibleName()]
    assert not nameless
    cut = [
        part.text()
        for kind in (QLabel, QAbstractButton)
        for part in page.findChildren(kind)
        if part.isVisible() and part.text() and not (isinstance(part, QLabel) and part.wordWrap())
        if part.width() + 1 < part.minimumSizeHint().width()
    ]
    assert not cut


@pytest.mark.parametrize("name", ["start", "pack", "relief", "export", "properties"])
def test_tab_reaches_every_control_once_round(window: Window, qtbot: QtBot, name: str) -> None:
    page = pages(window)[name]()
    page.show()
    qtbot.waitUntil(lambda: window.work.tasks.idle, timeout=LONG)
    wanted = {part for part in controls(page) if part.isEnabled() and part.window() is page}
    seen: list[QWidget] = []
    part: QWidget = page
    for _ in range(2000):
        part = part.nextInFocusChain()
        if part is page:
            break
        seen.append(part)
    assert wanted <= set(seen)


@pytest.mark.full
def test_pages_follow_an_edit_and_an_export_leaves_the_building(
    make: Make, sample: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window = make(sample / "sample.sqlite")
    window.open_path(str(sample / "sample.brief"))
    qtbot.waitUntil(lambda: bool(window.work.pages.leaves) and not window.work.pages.working, timeout=180_000)
    assert not window.work.pages.faults
    assert "Allied measures are for allies" in window.work.pages.html("lines")
    keys = {leaf.key for leaf in window.work.pages.leaves if leaf.section != "lines"}
    window.go_to("lines")
    write(window, qtbot, "lines", " A sentence of the test.")
    qtbot.waitUntil(lambda: "A sentence of the test" in window.work.pages.html("lines"), timeout=60_000)
    qtbot.waitUntil(lambda: not window.work.pages.working, timeout=60_000)
    now = {leaf.key for leaf in window.work.pages.leaves if leaf.section != "lines"}
    assert len(now & keys) > len(keys) * 0.8
    qtbot.waitUntil(lambda: window.work.pages.rasters.idle, timeout=60_000)
    leaf = next(leaf for leaf in window.work.pages.leaves if leaf.section == "lines")
    got: list[str] = []
    window.work.pages.rasters.words(leaf.key, 130, got.append)
    qtbot.waitUntil(lambda: bool(got), timeout=LONG)
    window.build(Wish(folder=tmp_path / "out", name="sample", draft=True))
    folder = tmp_path / "out" / "sample"
    qtbot.waitUntil((folder / "manifest.json").exists, timeout=240_000)
    assert {path.suffix for path in folder.iterdir()} == {".pdf", ".xlsx", ".json"}


def test_the_edit_menu_cuts_copies_and_pastes_where_the_focus_is(window: Window, qtbot: QtBot) -> None:
    window.go_to("risks")
    edit = window.editor.edit
    edit.setPlainText("one two")
    window.actions_by_name["select_all"].trigger()
    window.actions_by_name["cut"].trigger()
    assert edit.toPlainText() == ""
    window.actions_by_name["paste"].trigger()
    assert edit.toPlainText() == "one two"
    search = window.library.entities.search
    search.setFocus()
    window.actions_by_name["paste"].trigger()
    assert search.text() == "one two"
    qtbot.waitUntil(search.hasFocus, timeout=LONG)
    qtbot.keyClick(search, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(search, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)
    assert search.text() == ""
    qtbot.waitUntil(lambda: window.work.tasks.idle and not window.library.entities._asking, timeout=LONG)
    window.library.entities.view.setFocus()
    qtbot.keyClick(window.library.entities.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(window.library.entities.chosen()) == len(window.library.entities.model.found.ids) > 1
