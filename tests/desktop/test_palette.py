"""The palette and the table of keys: everything by a few letters."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from briefer.desktop import palette
from briefer.desktop.commands import MENUS
from briefer.desktop.keys import KeysDialog, lines
from briefer.desktop.palette import Palette
from briefer.desktop.window import Window
from tests.desktop.conftest import LONG


def opened(window: Window) -> Palette:
    window.commands()
    found = window.findChild(Palette)
    assert found is not None
    return found


def test_every_command_is_there_with_its_keys(window: Window) -> None:
    found = palette.every(window)
    commands = [each for some in MENUS.values() for each in some if each]
    assert len([each for each in found if each.group not in ("Section", "Recent")]) == len(commands)
    keys = {each.words: each.keys for each in found}
    assert keys["Settings…"] == "Ctrl+,"
    assert [each for each in found if each.group == "Section"]
    assert not any("&" in each.words for each in palette.commands(window))


def test_letters_narrow_and_what_begins_with_them_stands_first(window: Window, qtbot: QtBot) -> None:
    found = opened(window)
    qtbot.keyClicks(found.line, "timeline")
    assert found.list.count() >= 2
    assert found.list.item(0).data(Qt.ItemDataRole.AccessibleTextRole).startswith("Timeline")
    qtbot.keyClick(found.line, Qt.Key.Key_Down)
    assert found.list.currentRow() == 1
    qtbot.keyClick(found.line, Qt.Key.Key_PageUp)
    assert found.list.currentRow() == 0


def test_what_cannot_be_done_now_is_listed_and_does_nothing(window: Window, qtbot: QtBot) -> None:
    window.close_pack()
    found = opened(window)
    qtbot.keyClicks(found.line, "export")
    assert "not now" in found.list.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    qtbot.keyClick(found.line, Qt.Key.Key_Return)
    assert found.isVisible()
    found.close()


def test_a_name_is_looked_for_in_the_library(window: Window, qtbot: QtBot) -> None:
    found = opened(window)
    qtbot.keyClicks(found.line, "Usmanov")
    qtbot.keyClick(found.line, Qt.Key.Key_PageDown)
    said = found.list.currentItem().data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Search the library for “Usmanov”, Library"
    qtbot.keyClick(found.line, Qt.Key.Key_Return)
    tab = window.library.entities
    qtbot.waitUntil(lambda: not tab._pause.isActive() and window.work.tasks.idle, timeout=LONG)
    assert tab.search.text() == "Usmanov"
    assert tab.model.found.ids
    assert window.focusWidget() is tab.search


def test_where_nothing_fits_it_is_said(window: Window, qtbot: QtBot) -> None:
    made = Palette(window, tuple(palette.recent(window)))
    qtbot.addWidget(made)
    made.show()
    qtbot.keyClicks(made.line, "zzyzx")
    assert made.list.item(0).data(Qt.ItemDataRole.AccessibleTextRole) == "Nothing here has these words."
    qtbot.keyClick(made.line, Qt.Key.Key_Return)
    assert made.isVisible()
    made.reject()


def test_a_section_and_a_recent_pack_are_gone_to(window: Window, tmp_path: Path, qtbot: QtBot) -> None:
    found = opened(window)
    qtbot.keyClicks(found.line, "Risks section")
    qtbot.keyClick(found.line, Qt.Key.Key_Return)
    assert window.work.section == "risks"
    window.work.set(recent=(*window.work.settings.recent, str(tmp_path / "gone.brief")))
    window.open_recent()
    recents = tuple(palette.recent(window))
    assert [each.able for each in recents] == [True, False]


def test_the_table_of_keys_narrows(window: Window) -> None:
    window.show_keys()
    dialog = window.findChild(KeysDialog)
    assert dialog is not None
    assert len(dialog.table.grid.rows) == len(tuple(lines()))
    dialog.search.setText("ctrl+e export")
    assert [row[1].words for row in dialog.table.grid.rows] == ["Export…"]
