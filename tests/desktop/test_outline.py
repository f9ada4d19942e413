import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit, QStyleOptionViewItem, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from briefer.desktop import dress
from briefer.desktop.cells import DRAWN
from briefer.desktop.naming import NameDialog
from briefer.desktop.outline import BudgetDialog
from briefer.desktop.sections import ID, NUMBER, Title
from briefer.desktop.theme import colour
from briefer.desktop.window import Window
from briefer.model.brief import Finding
from briefer.model.desk import Checked
from briefer.service import edits
from tests.desktop.test_page import lay_out


def item(window: Window, id: str) -> QTreeWidgetItem:
    return next(each for each in window.outline._items() if each.data(0, ID) == id)


def order(window: Window) -> list[str]:
    return [each.id for each, _level in edits.outline(window.work.pack)]


def test_a_tick_leaves_a_section_out_and_keeps_its_text(window: Window, qtbot: QtBot) -> None:
    item(window, "risks").setCheckState(0, Qt.CheckState.Unchecked)
    qtbot.waitUntil(lambda: not edits.section(window.work.pack, "risks").include)  # type: ignore[union-attr]
    left = edits.section(window.work.pack, "risks")
    assert left is not None
    assert left.text
    window.undo()
    assert item(window, "risks").checkState(0) == Qt.CheckState.Checked


def test_a_section_is_renamed_in_place_and_an_empty_title_is_not_taken(window: Window, qtbot: QtBot) -> None:
    item(window, "risks").setText(0, "Dangers")
    qtbot.waitUntil(lambda: window.actions_by_name["undo"].text() == "Undo Rename “Risks”")
    item(window, "risks").setText(0, " ")
    qtbot.wait(20)
    assert edits.section(window.work.pack, "risks").title == "Dangers"  # type: ignore[union-attr]


def test_alt_and_an_arrow_move_the_chosen_section(window: Window, qtbot: QtBot) -> None:
    window.outline.tree.setCurrentItem(item(window, "risks"))
    window.outline.tree.setFocus()
    before = order(window)
    qtbot.keyClick(window.outline.tree, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: order(window).index("risks") < before.index("risks"))
    assert window.actions_by_name["undo"].text() == "Undo Move “Risks”"
    assert window.outline.tree.currentItem().data(0, ID) == "risks"
    window.undo()
    assert order(window) == before


def test_a_drop_says_where_it_fell(window: Window) -> None:
    tree = window.outline.tree
    on, above, below = (
        tree.DropIndicatorPosition.OnItem,
        tree.DropIndicatorPosition.AboveItem,
        tree.DropIndicatorPosition.BelowItem,
    )
    assert tree._gap(item(window, "options"), on) == ("options", "")
    assert tree._gap(item(window, "option-1"), above) == ("options", "option-1")
    assert tree._gap(item(window, "option-1"), below) == ("options", "option-2")
    assert tree._gap(item(window, "clearance"), below) == ("", "")
    window.outline.place("risks", "options", "option-1")
    assert edits.section(window.work.pack, "risks").parent == "options"  # type: ignore[union-attr]


def test_a_section_is_added_after_the_chosen_one_and_taken_out(window: Window) -> None:
    window.go_to("risks")
    window.add_section()
    asked = window.findChild(NameDialog)
    assert asked is not None
    assert not asked.go.isEnabled()
    asked.take()
    assert asked.isVisible()
    asked.line.setText(" Fresh ")
    asked.go.click()
    assert not asked.isVisible()
    assert window.editor.title.text() == "Fresh"
    before = order(window)
    assert before[before.index("risks") + 1] == window.work.section
    window.outline.delete()
    assert len(order(window)) == len(before) - 1


def test_a_deleted_section_gives_way_to_its_neighbour(window: Window) -> None:
    before = order(window)
    at = before.index("risks")
    window.go_to("risks")
    window.outline.delete()
    assert window.work.section == before[at + 1]
    assert window.outline.tree.currentItem().data(0, ID) == before[at + 1]
    last = order(window)[-1]
    window.go_to(last)
    window.outline.delete()
    assert window.work.section == order(window)[-1]


def test_what_is_done_to_a_section_is_in_the_menu_and_its_keys_are_the_outlines(window: Window, qtbot: QtBot) -> None:
    window.go_to("risks")
    before, deeds = order(window), window.actions_by_name
    deeds["section_up"].trigger()
    assert order(window).index("risks") == before.index("risks") - 1
    deeds["section_down"].trigger()
    assert order(window) == before
    deeds["section_in"].trigger()
    assert edits.section(window.work.pack, "risks").parent  # type: ignore[union-attr]
    deeds["section_out"].trigger()
    assert order(window) == before
    window.editor.edit.setFocus()
    qtbot.keyClick(window.editor.edit, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(window.editor.edit, Qt.Key.Key_Delete)
    assert order(window) == before
    deeds["rename_section"].trigger()
    line = window.outline.tree.findChild(QLineEdit)
    assert line is not None
    assert line.text() == edits.section(window.work.pack, "risks").title  # type: ignore[union-attr]
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    deeds["delete_section"].trigger()
    assert "risks" not in order(window)


def test_findings_are_counted_beside_their_section_and_jump_to_it(window: Window) -> None:
    findings = (
        Finding(severity="error", code="no-source", message="No source.", place="risks:3", remedy="Add one."),
        Finding(severity="warning", code="budget", message="Too long.", place="lines"),
    )
    window.work.preview.checked.emit(Checked(state=0, findings=findings))
    said = item(window, "risks").data(4, Qt.ItemDataRole.AccessibleTextRole)
    assert said == "1 error, 0 warnings, 0 notes"
    panel = window.findings
    assert panel.counts["error"].text() == "1 error"
    group = panel.tree.topLevelItem(0)
    assert group is not None
    panel._go(group.child(0))
    assert window.work.section == "risks"
    assert window.editor.edit.textCursor().blockNumber() == 2
    panel.counts["error"].setChecked(False)
    panel.refresh()
    assert panel.tree.topLevelItemCount() == 1


def test_alt_and_the_other_arrows_change_the_level_and_delete_takes_out(window: Window, qtbot: QtBot) -> None:
    tree = window.outline.tree
    tree.setCurrentItem(item(window, "risks"))
    tree.setFocus()
    before = order(window)
    qtbot.keyClick(tree, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: edits.section(window.work.pack, "risks").parent != "")  # type: ignore[union-attr]
    qtbot.keyClick(tree, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: order(window) == before)
    qtbot.keyClick(tree, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: "risks" not in order(window))
    window.undo()
    assert order(window) == before


def asked_budget(window: Window, id: str) -> BudgetDialog:
    window.outline.ask_budget(id)
    return window.findChildren(BudgetDialog)[-1]


def contrast(a: QColor, b: QColor) -> float:
    """Gives the ratio of WCAG 2.2, 1.4.3, from 1 to 21."""

    def light(colour: QColor) -> float:
        parts = (colour.redF(), colour.greenF(), colour.blueF())
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    dark, bright = sorted((light(a), light(b)))
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_what_is_left_out_is_slanted_and_readable_after_a_change_of_theme(window: Window, theme: str) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    window.work.edit("", edits.change, "risks", include=False)
    dress.apply(app, theme)
    tree, option = window.outline.tree, QStyleOptionViewItem()
    option.palette = tree.palette()
    index = tree.indexFromItem(item(window, "risks"))
    delegate = tree.itemDelegateForColumn(0)
    assert isinstance(delegate, Title)
    delegate.initStyleOption(option, index)
    assert option.font.italic()
    for ground in ("base", "alternate"):
        assert contrast(option.palette.color(QPalette.ColorRole.Text), colour(ground)) >= 4.5
    chosen = (option.palette.color(role) for role in (QPalette.ColorRole.HighlightedText, QPalette.ColorRole.Highlight))
    assert contrast(*chosen) >= 4.5
    prints = item(window, "lines")
    assert not prints.font(0).italic()
    assert prints.foreground(0).style() == Qt.BrushStyle.NoBrush


def test_pages_are_counted_against_a_budget(window: Window) -> None:
    lay_out(window)
    dialog = asked_budget(window, "risks")
    assert dialog.windowTitle() == "Pages “Risks” may take"
    assert (dialog.pages.text(), dialog.pages.placeholderText()) == ("", "No limit")
    assert (dialog.pages.accessibleName(), dialog.pages.accessibleDescription()[:20]) == (
        "Pages",
        "Where it takes more,",
    )
    dialog.pages.setText("1000")
    assert not dialog.pages.hasAcceptableInput()
    dialog.pages.setText("1")
    dialog.take()
    assert window.actions_by_name["undo"].text() == "Undo Set pages of “Risks”"
    said = item(window, "risks").data(3, Qt.ItemDataRole.AccessibleTextRole)
    assert said == "2 pages, over the budget of 1"
    assert window.outline.length.text() == "6 of 1 pages"
    window.outline.set_field("risks", "budget", 2)
    assert item(window, "risks").data(3, Qt.ItemDataRole.AccessibleTextRole) == "2 pages of 2"
    dialog = asked_budget(window, "risks")
    assert dialog.pages.text() == "2"
    dialog.pages.setText("9")
    dialog.reject()
    window.outline.ask_budget("none")
    assert edits.section(window.work.pack, "risks").budget == 2  # type: ignore[union-attr]


def test_a_section_has_the_number_under_which_it_prints_and_only_its_title_is_edited(window: Window) -> None:
    assert item(window, "risks").data(0, NUMBER) == ""
    lay_out(window)
    risks = item(window, "risks")
    assert risks.data(0, NUMBER) == "2"
    assert risks.data(0, Qt.ItemDataRole.AccessibleTextRole) == "2 Risks"
    assert risks.text(0) == risks.data(0, Qt.ItemDataRole.EditRole) == "Risks"
    tree = window.outline.tree
    option = QStyleOptionViewItem()
    tree.itemDelegateForColumn(0).initStyleOption(option, tree.indexFromItem(risks))  # type: ignore[attr-defined]
    assert option.text == "2  Risks"
    assert item(window, "cover").data(0, NUMBER) == ""


def test_enter_goes_from_the_outline_to_the_text(window: Window, qtbot: QtBot) -> None:
    window.outline.tree.setFocus()
    window.outline.tree.setCurrentItem(item(window, "risks"))
    qtbot.keyClick(window.outline.tree, Qt.Key.Key_Return)
    assert window.focusWidget() is window.editor.edit
    assert "Risks" in window.editor.title.text()


def test_enter_ends_a_renaming_and_stays_in_the_outline(window: Window, qtbot: QtBot) -> None:
    tree = window.outline.tree
    tree.setFocus()
    tree.setCurrentItem(item(window, "risks"))
    tree.editItem(item(window, "risks"), 0)
    line = tree.findChild(QLineEdit)
    assert line is not None
    line.setText("Dangers")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: edits.section(window.work.pack, "risks").title == "Dangers")  # type: ignore[union-attr]
    assert window.focusWidget() is not window.editor.edit


def test_what_stands_under_a_section_left_out_is_not_ticked_and_comes_back_as_it_was(
    window: Window, qtbot: QtBot
) -> None:
    window.work.edit("One", edits.change, "option-2", include=False)
    item(window, "options").setCheckState(0, Qt.CheckState.Unchecked)
    qtbot.waitUntil(lambda: not edits.section(window.work.pack, "options").include)  # type: ignore[union-attr]
    child = item(window, "option-1")
    assert child.checkState(0) == Qt.CheckState.Unchecked
    assert not child.flags() & Qt.ItemFlag.ItemIsUserCheckable
    assert child.toolTip(0) == f"{child.text(0)}, not printed, as “Four options” is left out"
    child.setText(0, "First")
    qtbot.waitUntil(lambda: edits.section(window.work.pack, "option-1").title == "First")  # type: ignore[union-attr]
    assert edits.section(window.work.pack, "option-1").include  # type: ignore[union-attr]
    window.undo()
    window.undo()
    ticks = [item(window, id).checkState(0) == Qt.CheckState.Checked for id in ("options", "option-1", "option-2")]
    assert ticks == [True, True, False]


def test_starter_text_says_that_it_will_not_print(window: Window) -> None:
    found = Finding(severity="warning", code="starter-text", message="Starts.", place="risks", remedy="Write it.")
    window.go_to("risks")
    window.work.preview.checked.emit(Checked(state=0, findings=(found,)))
    risks = item(window, "risks")
    assert "an export leaves it out" in risks.toolTip(0)
    assert "an export leaves it out" in risks.data(0, Qt.ItemDataRole.AccessibleTextRole)
    assert risks.data(2, DRAWN).words == "Starter"
    assert "does not print" in risks.toolTip(2)
    assert "starter text, which an export does not print" in window.editor.words.text()
    window.work.preview.checked.emit(Checked(state=0, findings=()))
    assert risks.toolTip(0) == "Risks"
    assert risks.data(2, DRAWN).words == "Draft"
    assert "starter" not in window.editor.words.text()


def test_what_was_said_of_a_step_goes_with_it(window: Window) -> None:
    window.go_to("risks")
    window.outline.delete()
    assert window.status.told.text() == "“Risks” was taken out. Undo brings it back."
    window.undo()
    assert window.status.told.text() == ""
