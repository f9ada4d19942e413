from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QMimeData, QRect, Qt
from PySide6.QtGui import QHelpEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from briefer.desktop.references import FOOT, ROW, ROWS
from briefer.desktop.searching import SearchDialog
from briefer.desktop.window import Window
from briefer.service import edits
from tests.desktop.conftest import LONG

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


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


def test_the_key_that_begins_as_typed_is_offered_first(window: Window, qtbot: QtBot) -> None:
    at_the_end(window)
    qtbot.waitUntil(window.editor.edit.hasFocus, timeout=LONG)
    qtbot.keyClicks(window.editor.edit, " @sdn")
    qtbot.waitUntil(window.editor.references.isVisible, timeout=LONG)
    qtbot.keyClick(window.editor.edit, Qt.Key.Key_Return)
    assert text(window).rpartition("[@")[2].startswith("sdn-")


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


def pasted(html: str, plain: str = "plain") -> QMimeData:
    data = QMimeData()
    data.setText(plain)
    data.setHtml(html)
    return data


def test_a_paste_from_a_word_processor_keeps_heads_and_tables(window: Window) -> None:
    window.go_to("risks")
    edit = window.editor.edit
    edit.setPlainText("Before")
    edit.moveCursor(QTextCursor.MoveOperation.End)
    edit.insertFromMimeData(pasted("<h2>Head</h2><p>A <b>strong</b> word.</p>"))
    assert text(window) == "Before\n\n## Head\n\nA **strong** word.\n"
    edit.setPlainText("")
    edit.insertFromMimeData(pasted("<table><tr><td>A</td></tr><tr><td>1</td></tr></table>"))
    assert text(window) == "| A |\n| --- |\n| 1 |\n"
    edit.setPlainText("")
    edit.insertFromMimeData(pasted("<p>one</p>", "one"))
    assert text(window) == "one"


def test_the_words_alone_are_pasted(window: Window, qapp: QApplication) -> None:
    window.go_to("risks")
    window.editor.edit.setPlainText("")
    qapp.clipboard().setMimeData(pasted("<b>bold</b>", "bold"))
    window.paste_plain()
    qapp.clipboard().clear()  # Qt frees what it holds when Python has gone, and that crashes
    assert text(window) == "bold"


def test_the_source_or_the_entity_at_the_cursor_is_shown(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(
        "briefer.desktop.writing.tell", lambda _me, title, words, _kind: told.append(f"{title} {words}")
    )
    window.go_to("risks")
    edit = window.editor.edit
    edit.setPlainText("So. [@usc-9511, (b); @nowhere] and [#ofac-24283] end")
    for at, letter in ((8, "@"), (26, "@"), (40, "#"), (1, "")):
        cursor = edit.textCursor()
        cursor.setPosition(at)
        edit.setTextCursor(cursor)
        assert edit.reference()[0] == letter
        if letter != "#":
            window.show_reference()
    assert told[0].startswith("@usc-9511 ")
    assert "no source that the library holds" in told[1]
    assert len(told) == 2


def test_a_word_in_no_dictionary_is_marked_and_replaced(window: Window) -> None:
    class Known:
        language = "en_GB"
        learnt: list[str] = []

        def wrong(self, line: str) -> Iterator[tuple[int, int]]:
            yield from ((line.index("sancton"), 7),) if "sancton" in line else ()

        def know(self, _words: object) -> None: ...

        def learn(self, word: str) -> None:
            self.learnt.append(word)

        def suggest(self, _word: str) -> tuple[str, ...]:
            return ("sanction",)

        def close(self) -> None: ...

    window.go_to("risks")
    edit = window.editor.edit
    edit.setPlainText("A sancton here")
    window.editor._take_speller(Known())  # type: ignore[arg-type]
    assert window.editor.words.text() == "3 words · en-GB"
    assert not window.work.preview.state  # colours are no change of the text
    cursor = edit.textCursor()
    cursor.setPosition(4)
    menu = edit.createStandardContextMenu()
    edit.offer(menu, cursor)
    first, second = menu.actions()[:2]
    assert (first.text(), second.text()) == ("sanction", "Add “sancton” to my words")
    second.trigger()
    first.trigger()
    assert text(window) == "A sanction here"
    window.editor._take_speller(None)
    menu.deleteLater()


def test_the_language_of_spelling_is_the_users_the_packs_or_none(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr("briefer.desktop.editor.speller", asked.append)
    window.editor.spell()
    qtbot.waitUntil(lambda: asked == ["en-GB"], timeout=LONG)
    window.work.set(spelling="de_DE")
    window.editor.spell()
    qtbot.waitUntil(lambda: asked == ["en-GB", "de_DE"], timeout=LONG)
    window.work.set(spelling="off")
    window.editor.spell()
    qtbot.waitUntil(lambda: window.work.disk.idle, timeout=LONG)
    assert len(asked) == 2


def test_the_text_of_the_pack_is_searched_and_gone_to(window: Window, qtbot: QtBot) -> None:
    window.search_pack()
    dialog = window.findChild(SearchDialog)
    assert dialog is not None
    qtbot.keyClicks(dialog.line, "confidence is high")
    assert dialog.list.count() >= 1
    qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert "Confidence is high" in window.editor.edit.textCursor().block().text()
    dialog.search("never written")
    dialog.go()


def test_to_dos_are_gone_through_and_a_passage_is_marked(window: Window) -> None:
    window.go_to("risks")
    edit = window.editor.edit
    edit.setPlainText("TODO one\n\ntwo TODO\n\nthree")
    edit.moveCursor(QTextCursor.MoveOperation.Start)
    for block in (0, 2, 0):
        window.editor.next_todo()
        assert edit.textCursor().blockNumber() == block
    window.editor.portion()
    assert text(window).startswith("(U) TODO one")


def test_the_marking_is_set_from_its_pill(window: Window) -> None:
    window.go_to("risks")
    menu = window.editor.mark.menu()
    assert menu is not None
    menu.aboutToShow.emit()
    menu.actions()[-1].trigger()
    assert window.editor.mark.text() == "(CUI)"
    menu.aboutToShow.emit()
    menu.actions()[0].trigger()
    assert edits.section(window.work.pack, "risks").marking == ""  # type: ignore[union-attr]


def test_ctrl_and_tab_write_a_tab(window: Window, qtbot: QtBot) -> None:
    window.go_to("risks")
    window.editor.edit.setPlainText("")
    qtbot.keyClick(window.editor.edit, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert text(window) == "\t"


def test_the_list_of_references_never_covers_the_line_that_is_typed_and_goes_with_the_focus(
    window: Window, qtbot: QtBot
) -> None:
    at_the_end(window)
    edit, references = window.editor.edit, window.editor.references
    qtbot.waitUntil(edit.hasFocus, timeout=LONG)
    qtbot.keyClicks(edit, " @usc")
    qtbot.waitUntil(references.isVisible, timeout=LONG)
    seen = edit.cursorRect()
    line = QRect(edit.viewport().mapTo(window, seen.topLeft()), seen.size())
    assert not references.geometry().intersects(line)
    assert window.rect().contains(references.geometry())
    window.outline.tree.setFocus()
    qtbot.waitUntil(references.isHidden, timeout=LONG)
    edit.setFocus()
    qtbot.keyClicks(edit, "-9")
    qtbot.waitUntil(references.isVisible, timeout=LONG)
    window.undo()
    assert references.isHidden()


def test_the_list_of_references_shows_eight_where_the_window_has_room(window: Window, qtbot: QtBot) -> None:
    at_the_end(window)
    edit, references = window.editor.edit, window.editor.references
    qtbot.waitUntil(edit.hasFocus, timeout=LONG)
    window.actions_by_name["cite"].trigger()
    qtbot.waitUntil(references.isVisible, timeout=LONG)
    assert references.list.count() > ROWS
    assert references.height() == ROWS * ROW + FOOT
    assert window.actions_by_name["cite"].shortcut().toString() == "Ctrl+Shift+C"


@pytest.mark.parametrize(("key", "held"), [(Qt.Key.Key_Z, CTRL | SHIFT), (Qt.Key.Key_Y, CTRL)])
def test_undo_and_redo_work_by_their_keys_while_the_caret_is_in_the_text(
    window: Window, qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    at_the_end(window)
    edit, was = window.editor.edit, text(window)
    qtbot.waitUntil(edit.hasFocus, timeout=LONG)
    qtbot.keyClicks(edit, " more")
    assert text(window) == f"{was} more"
    qtbot.keyClick(edit, Qt.Key.Key_Z, CTRL)
    assert text(window) == was == edit.toPlainText()
    qtbot.keyClick(edit, key, held)
    assert text(window) == f"{was} more" == edit.toPlainText()
    assert edit.hasFocus()


def test_escape_takes_out_what_a_command_began(window: Window, qtbot: QtBot) -> None:
    at_the_end(window)
    edit, was = window.editor.edit, text(window)
    qtbot.waitUntil(edit.hasFocus, timeout=LONG)
    window.editor.cite_at(1)
    qtbot.waitUntil(window.editor.references.isVisible, timeout=LONG)
    assert text(window) != was
    qtbot.keyClicks(edit, "usc")
    qtbot.keyClick(edit, Qt.Key.Key_Escape)
    assert text(window) == was
    window.editor.refer("#")
    qtbot.keyClick(edit, Qt.Key.Key_Escape)
    assert text(window) == was


def test_escape_takes_out_nothing_where_the_cursor_has_gone_elsewhere(window: Window, qtbot: QtBot) -> None:
    at_the_end(window)
    edit = window.editor.edit
    qtbot.waitUntil(edit.hasFocus, timeout=LONG)
    qtbot.keyClicks(edit, " ")
    window.editor.refer("@")
    qtbot.waitUntil(window.editor.references.isVisible, timeout=LONG)
    was = text(window)
    edit.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.keyClick(edit, Qt.Key.Key_Escape)
    assert text(window) == was
    assert not window.editor.references.isVisible()


def underlined(window: Window) -> list[str]:
    """Gives the words that stand under dashes in the editor."""
    found, block = [], window.editor.edit.document().firstBlock()
    while block.isValid():
        found += [
            block.text()[each.start : each.start + each.length]
            for each in block.layout().formats()
            if each.format.underlineStyle() == QTextCharFormat.UnderlineStyle.DashUnderline
        ]
        block = block.next()
    return found


def test_a_reference_that_stands_for_nothing_is_underlined_and_says_why(window: Window, qtbot: QtBot) -> None:
    dossier = window.work.dossier
    assert dossier
    source, entity = dossier.sources[0].id, dossier.entities[0].id
    at_the_end(window)
    edit = window.editor.edit
    edit.setPlainText(f"Known [@{source}, p. 2] [#{entity}]. Not [@nosuch-2020; @{source}] or [#nobody], a@b.c [@open")
    qtbot.waitUntil(lambda: underlined(window) == ["@nosuch-2020", "#nobody"], timeout=LONG)
    cursor = edit.textCursor()
    words = []
    for id in ("@nosuch", "#nobody", f"#{entity}"):
        cursor.setPosition(edit.toPlainText().index(id) + 2)
        words.append(edit.stands_for(cursor))
    assert words[0].startswith("“nosuch-2020” is no source")
    assert words[1].startswith("“nobody” is neither in the pack nor linked")
    assert words[2] == dossier.entities[0].caption
    edit.setPlainText("Nothing.")
    qtbot.waitUntil(lambda: not edit.highlighter.unknown or not underlined(window), timeout=LONG)


def test_the_pointer_over_an_unknown_reference_is_told(window: Window, qtbot: QtBot) -> None:
    window.go_to("risks")
    edit = window.editor.edit
    edit.setPlainText("[@nosuch-2020] comes first.")
    qtbot.waitUntil(lambda: underlined(window) == ["@nosuch-2020"], timeout=LONG)
    at = edit.cursorRect(QTextCursor(edit.document().findBlockByNumber(0))).center()
    at.setX(at.x() + 30)
    QApplication.sendEvent(edit.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, edit.viewport().mapToGlobal(at)))
    assert QToolTip.text().startswith("“nosuch-2020” is no source")
    QToolTip.hideText()


def inked(window: Window, start: int, end: int) -> int:
    """Gives how many points of the first line differ from its ground between two places of the text."""
    edit = window.editor.edit
    seen = [edit.cursorRect(cursor_at(window, at)) for at in (start, end)]
    image = edit.viewport().grab(QRect(seen[0].topLeft(), seen[1].bottomRight())).toImage()
    ground = image.pixel(0, 0)
    return sum(image.pixel(x, y) != ground for x in range(image.width()) for y in range(image.height()))


def cursor_at(window: Window, at: int) -> QTextCursor:
    cursor = QTextCursor(window.editor.edit.document())
    cursor.setPosition(at)
    return cursor


def test_the_name_stands_beside_a_mention_and_is_no_part_of_the_text(window: Window, qtbot: QtBot) -> None:
    dossier = window.work.dossier
    assert dossier
    window.go_to("risks")
    edit, entity, written = window.editor.edit, dossier.entities[0], f"[#{dossier.entities[0].id}] "
    edit.setPlainText(written)
    qtbot.waitUntil(lambda: f"#{entity.id}" in edit.highlighter.names, timeout=LONG)
    last = len(written) - 3
    edit.setTextCursor(cursor_at(window, len(written)))

    def wide() -> int:
        return edit.cursorRect(cursor_at(window, last + 1)).left() - edit.cursorRect(cursor_at(window, last)).left()

    with_name, drawn = wide(), inked(window, last, last + 1)
    assert edit.toPlainText() == text(window) == written
    edit.name({})
    assert with_name >= wide() + min(220, edit.fontMetrics().horizontalAdvance(entity.caption))
    assert drawn > 4 * inked(window, last, last + 1)


def test_what_a_reference_stands_for_is_told_at_the_pointer_and_at_the_cursor(window: Window, qtbot: QtBot) -> None:
    dossier = window.work.dossier
    assert dossier
    source, entity = dossier.sources[0], dossier.entities[0]
    window.go_to("risks")
    edit = window.editor.edit
    edit.setPlainText(f"[@{source.id}, p. 2] and [#{entity.id}] and more.")
    qtbot.waitUntil(lambda: f"#{entity.id}" in edit.highlighter.names, timeout=LONG)
    told = []
    for at in (3, edit.toPlainText().index("#") + 2, len(edit.toPlainText()) - 2):
        edit.setTextCursor(cursor_at(window, at))
        told.append(edit.accessibleDescription())
    assert told[0].startswith(source.title)
    assert told[1:] == [entity.caption, "Markdown. Type @ for a source, # for an entity"]
    at = edit.cursorRect(cursor_at(window, 3)).center()
    QApplication.sendEvent(edit.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, edit.viewport().mapToGlobal(at)))
    assert QToolTip.text().startswith(source.title)
    QToolTip.hideText()
