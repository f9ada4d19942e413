from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from briefer.desktop.pasting import ArticleDialog
from briefer.desktop.window import Window
from tests.desktop.conftest import LONG
from tests.desktop.test_forms import press, question

ARTICLE = """Talks go on

Foreign policy chief Kaja Kallas said on Monday that “sanctions must stay in place until Russia withdraws its forces”. \
Minister Péter Szijjártó argued that the measures should be lifted.

The disastrous policy has clearly failed. The Council renewed the listings on 14 March 2025 for six months.
"""


def idle(window: Window, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.work.tasks.idle, timeout=LONG)


def pasted(window: Window, qtbot: QtBot) -> ArticleDialog:
    window.paste_article()
    idle(window, qtbot)
    dialog = window.findChild(ArticleDialog)
    assert dialog is not None
    dialog.edit.setPlainText(ARTICLE)
    qtbot.waitUntil(lambda: len(dialog.model.rows) == 5, timeout=LONG)
    return dialog


def marks(dialog: ArticleDialog) -> list[str]:
    return [each.sentence.mark for each in dialog.model.rows]


def about(window: Window, dialog: ArticleDialog) -> None:
    dialog.source.fill(window.work.desk.sources()[0].id)
    dialog.source.changed.emit()
    dialog.day.fill("17 March 2025")
    dialog.issue.fill(window.work.desk.issues()[0].id)
    dialog.issue.changed.emit()


def test_an_article_becomes_sentences_with_the_machines_mark(window: Window, qtbot: QtBot) -> None:
    dialog = pasted(window, qtbot)
    assert marks(dialog) == ["opinion", "attributed", "attributed", "opinion", "fact"]
    assert not dialog.go.isEnabled()
    assert "Choose the source" in dialog.said.text()
    dialog.reject()


def test_marks_and_stances_are_set_by_the_keyboard(window: Window, qtbot: QtBot) -> None:
    dialog = pasted(window, qtbot)
    table = dialog.table
    table.selectRow(4)
    qtbot.keyClick(table, Qt.Key.Key_O)
    assert marks(dialog)[4] == "opinion"
    assert dialog.model.rows[4].sentence.set_by
    table.selectRow(2)
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Plus, Qt.Key.Key_Plus, Qt.Key.Key_Minus):
        qtbot.keyClick(table, key)
    assert dialog.model.rows[2].stance == "1"
    qtbot.keyClick(table, Qt.Key.Key_U)
    assert dialog.model.rows[2].stance == "unclear"
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert not dialog.model.rows[2].wanted
    dialog.reject()


def test_what_nobody_is_named_for_cannot_become_a_position(window: Window, qtbot: QtBot) -> None:
    dialog = pasted(window, qtbot)
    about(window, dialog)
    dialog.table.selectRow(3)
    dialog.step(1)
    assert "attribution" in dialog.model.lacks(3)
    qtbot.keyClick(dialog.table, Qt.Key.Key_A)
    assert marks(dialog)[3] == "opinion"
    assert "Name who says it" in dialog.said.text()
    assert not dialog.go.isEnabled()
    dialog.claim.holder.fill("The Daily")
    assert "attribution" in dialog.model.lacks(3)
    dialog.mark("attributed")
    assert dialog.model.lacks(3) == ()
    assert dialog.go.text() == "Make 1 position"
    assert dialog.go.isEnabled()
    dialog.reject()


def test_what_is_attributed_becomes_positions_with_words_source_and_place(window: Window, qtbot: QtBot) -> None:
    dialog = pasted(window, qtbot)
    about(window, dialog)
    dialog.table.selectRow(1)
    dialog.claim.holder.fill("Kaja Kallas")
    dialog.claim.stance.fill("-2")
    dialog.table.selectRow(2)
    dialog.claim.holder.fill("Péter Szijjártó")
    dialog.claim.stance.fill("2")
    assert dialog.go.text() == "Make 2 positions"
    before = window.work.desk.held().positions
    dialog.make()
    tab = window.library.by_kind["positions"]
    qtbot.waitUntil(lambda: len(tab.model.rows) == before + 2 and window.work.tasks.idle, timeout=LONG)
    held = {each.id: each for each in window.work.desk.positions()}
    kallas = held["kaja-kallas-2025-03-17"]
    assert kallas.quote == "sanctions must stay in place until Russia withdraws its forces"
    assert (kallas.stance, kallas.language, kallas.locator, kallas.basis) == (-2, "en", "sentence 2", "reported")
    assert kallas.source == window.work.desk.sources()[0].id
    assert held["peter-szijjarto-2025-03-17"].quote == ""
    assert {kallas.id, "peter-szijjarto-2025-03-17"} <= set(window.work.pack.positions)


def test_what_was_set_stays_when_the_text_changes(window: Window, qtbot: QtBot) -> None:
    dialog = pasted(window, qtbot)
    dialog.table.selectRow(4)
    dialog.mark("opinion")
    dialog.edit.setPlainText("A first sentence stands here now.\n\n" + ARTICLE.split("\n\n", 1)[1])
    qtbot.waitUntil(lambda: dialog.model.rows[0].sentence.text.startswith("A first"), timeout=LONG)
    assert dialog.model.rows[-1].sentence.mark == "opinion"
    dialog.edit.setPlainText("")
    qtbot.waitUntil(lambda: not dialog.model.rows, timeout=LONG)
    assert "Nothing is pasted" in dialog.said.text()
    dialog.reject()


def test_a_day_on_which_nothing_can_have_been_reported_is_refused(window: Window, qtbot: QtBot) -> None:
    dialog = pasted(window, qtbot)
    about(window, dialog)
    dialog.day.fill("someday")
    assert "someday" in dialog.said.text()
    dialog.reject()


def test_a_source_entered_here_keeps_the_hash_of_the_text(window: Window, qtbot: QtBot) -> None:
    from briefer.desktop.forms import FormDialog

    dialog = pasted(window, qtbot)
    dialog.enter_new("sources")
    inner = dialog.findChild(FormDialog)
    assert inner is not None
    inner.fields["title"].fill("Talks go on")
    inner.fields["publisher"].fill("The Daily")
    inner.fields["date"].fill("2025-03-18")
    inner.store()
    qtbot.waitUntil(lambda: dialog.source.value() == "the-daily-2025-03-18", timeout=LONG)
    assert dialog.day.value() == "2025-03-18"
    held = next(each for each in window.work.desk.sources() if each.id == "the-daily-2025-03-18")
    assert len(held.sha256) == 64
    dialog.reject()


def test_what_keeps_sentences_from_becoming_positions_is_said(window: Window, qtbot: QtBot) -> None:
    dialog = pasted(window, qtbot)
    about(window, dialog)
    assert not dialog.go.isEnabled()
    assert dialog.said.text() == "No position can be made yet; the sentence that lacks least has no stance."
    dialog.table.selectRow(1)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Plus)
    assert dialog.go.isEnabled()
    assert "No position" not in dialog.said.text()
    for number in (1, 2):
        dialog.model.change(number, wanted=False)
    assert dialog.said.text() == "Mark a sentence as attributed, and it can become a position."
    dialog.reject()


def test_a_pasted_text_is_not_thrown_away_unasked(window: Window, qtbot: QtBot) -> None:
    dialog = pasted(window, qtbot)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    asked = question(dialog)
    assert asked is not None
    press(asked, "Keep writing")
    assert dialog.isVisible()
    assert len(dialog.model.rows) == 5
    dialog.reject()
    asked = question(dialog)
    assert asked is not None
    press(asked, "Discard")
    assert not dialog.isVisible()


def test_where_nothing_is_pasted_escape_closes_at_once(window: Window, qtbot: QtBot) -> None:
    window.paste_article()
    idle(window, qtbot)
    dialog = window.findChild(ArticleDialog)
    assert dialog is not None
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
