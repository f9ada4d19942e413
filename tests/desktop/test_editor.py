import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from briefer.desktop.window import Window
from briefer.service import edits
from tests.desktop.conftest import LONG


def at_the_end(window: Window) -> None:
    window.go_to("risks")
    window.editor.edit.moveCursor(QTextCursor.MoveOperation.End)


def text(window: Window) -> str:
    found = edits.section(window.work.pack, "risks")
    assert found is not None
    return found.text


def test_a_source_is_cited_by_a_letter_and_a_few_words(window: Window, qtbot: QtBot) -> None:
    at_the_end(window)
    qtbot.waitUntil(window.editor.edit.hasFocus, timeout=LONG)
    qtbot.keyClicks(window.editor.edit, " @usc-9522")
    references = window.editor.references
    qtbot.waitUntil(references.isVisible, timeout=LONG)
    qtbot.keyClick(window.editor.edit, Qt.Key.Key_Return)
    assert text(window).endswith(" [@usc-9522]")
    assert not references.isVisible()


def test_tab_leaves_room_for_the_place_and_escape_leaves_the_letter(window: Window, qtbot: QtBot) -> None:
    at_the_end(window)
    qtbot.waitUntil(window.editor.edit.hasFocus, timeout=LONG)
    qtbot.keyClicks(window.editor.edit, " [@usc-9522")
    qtbot.keyClick(window.editor.edit, Qt.Key.Key_Tab)
    qtbot.keyClicks(window.editor.edit, "(b)")
    assert text(window).endswith(" [@usc-9522, (b)]")
    window.editor.edit.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(window.editor.edit, " @usc")
    qtbot.keyClick(window.editor.edit, Qt.Key.Key_Escape)
    assert text(window).endswith(" @usc")


def test_an_entity_is_mentioned_from_the_pack_or_the_library(window: Window, qtbot: QtBot) -> None:
    at_the_end(window)
    qtbot.waitUntil(window.editor.edit.hasFocus, timeout=LONG)
    qtbot.keyClicks(window.editor.edit, " #timchenko")
    qtbot.waitUntil(window.editor.references.isVisible, timeout=LONG)
    qtbot.waitUntil(lambda: window.work.tasks.idle, timeout=LONG)
    qtbot.keyClick(window.editor.edit, Qt.Key.Key_Down)
    qtbot.keyClick(window.editor.edit, Qt.Key.Key_Up)
    qtbot.keyClick(window.editor.edit, Qt.Key.Key_Return)
    assert "[#" in text(window)[-20:]


@pytest.mark.parametrize(("deed", "end"), [("bold", "****"), ("italic", "**")])
def test_marks_go_around_the_words(window: Window, deed: str, end: str) -> None:
    at_the_end(window)
    getattr(window, deed)()
    assert text(window).endswith(end)
    window.undo()
    cursor = window.editor.edit.textCursor()
    cursor.select(QTextCursor.SelectionType.Document)
    window.editor.edit.setTextCursor(cursor)
    getattr(window, deed)()
    assert text(window).startswith(end[: len(end) // 2])


@pytest.mark.parametrize(("deed", "mark"), [("list_mark", "- "), ("quote", "> "), ("todo", "TODO ")])
def test_marks_go_before_each_line(window: Window, deed: str, mark: str) -> None:
    window.go_to("risks")
    window.editor.edit.setPlainText("one\ntwo")
    window.editor.edit.selectAll()
    getattr(window, deed)()
    assert text(window) == f"{mark}one\n{mark}two"
    if deed == "todo":
        assert window.editor.todo.text() == "2 to-do"


def test_a_paste_from_a_spreadsheet_is_a_table(window: Window) -> None:
    window.go_to("risks")
    data = QMimeData()
    data.setText("A\tB\n1\t2\n")
    assert window.editor.edit.canInsertFromMimeData(data)
    window.editor.edit.selectAll()
    window.editor.edit.insertFromMimeData(data)
    assert text(window) == "\n| A | B |\n| --- | --- |\n| 1 | 2 |\n"


def test_undo_in_another_section_leaves_this_text_alone(window: Window) -> None:
    at_the_end(window)
    window.editor.edit.insertPlainText("x😀y")
    window.go_to("lines")
    before = window.editor.edit.toPlainText()
    window.undo()
    assert window.editor.edit.toPlainText() == before
    window.go_to("risks")
    assert not window.editor.edit.toPlainText().endswith("y")


def test_the_status_is_set_from_the_pill(window: Window) -> None:
    window.go_to("risks")
    menu = window.editor.status.menu()
    assert menu is not None
    menu.actions()[1].trigger()
    assert window.editor.status.text() == "Reviewed"
    assert window.actions_by_name["undo"].text() == "Undo Set status of “Risks”"
