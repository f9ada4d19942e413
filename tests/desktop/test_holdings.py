from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from briefer.desktop.forms import FormDialog
from briefer.desktop.holdings import HoldingsTab
from briefer.desktop.window import Window
from tests.desktop.conftest import LONG


def idle(window: Window, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.work.tasks.idle, timeout=LONG)


def opened(window: Window, qtbot: QtBot, kind: str) -> HoldingsTab:
    window.find_entity()
    tab = window.library.by_kind[kind]
    window.library.tabs.setCurrentIndex(1 + window.library.others.index(tab))
    qtbot.waitUntil(lambda: bool(tab.model.rows), timeout=LONG)
    return tab


def row_id(tab: HoldingsTab, at: int) -> str:
    return tab.model.rows[tab.proxy.mapToSource(tab.proxy.index(at, 0)).row()].id


def test_positions_narrow_as_one_types_and_go_into_the_pack(window: Window, qtbot: QtBot) -> None:
    tab = opened(window, qtbot, "positions")
    whole = tab.proxy.rowCount()
    assert whole == window.work.desk.held().positions
    tab.search.setText("macron")
    assert 0 < tab.proxy.rowCount() < whole
    free = next(at for at in range(tab.proxy.rowCount()) if not tab.model.picked(row_id(tab, at)))
    tab.view.selectRow(free)
    chosen = tab.chosen()[0]
    qtbot.keyClick(tab.view, Qt.Key.Key_Space)
    assert chosen in window.work.pack.positions
    assert tab.add.text() == "Remove"
    tab.toggle()
    assert chosen not in window.work.pack.positions


def test_a_position_says_by_whom_it_is_held_on_what(window: Window, qtbot: QtBot) -> None:
    tab = opened(window, qtbot, "positions")
    row = next(each for each in tab.model.rows if each.id == "vdl-2025-02-24")
    easing = next(each.title for each in window.work.desk.issues() if each.id == "easing")
    assert easing != "easing"
    assert row.lines.first == "Ursula von der Leyen: against easing"
    assert row.lines.second.startswith(f"{easing} · It is too early to speak of lifting")
    assert f"Ursula von der Leyen, {easing}, against easing" in row.words
    tab.search.setText("lapse of european")
    issues = {
        each.issue
        for each in window.work.desk.positions()
        if each.id in {row_id(tab, at) for at in range(tab.proxy.rowCount())}
    }
    assert issues == {"eu-renewal"}


def test_positions_sort_by_their_day(window: Window, qtbot: QtBot) -> None:
    tab = opened(window, qtbot, "positions")
    tab.view.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    held = {each.id: each for each in window.work.desk.positions()}
    order = [held[row_id(tab, at)].said_on or held[row_id(tab, at)].reported_on for at in range(tab.proxy.rowCount())]
    days = [when.earliest for when in order if when and when.earliest]
    assert days == sorted(days)


def test_a_position_shows_everything_and_leads_to_its_source_and_issue(window: Window, qtbot: QtBot) -> None:
    tab = opened(window, qtbot, "positions")
    held = next(each for each in window.work.desk.positions() if each.quote and each.source)
    tab.show_id(held.id)
    idle(window, qtbot)
    lines = {line.label: line for line in tab.detail.sheet.lines()}
    assert lines["Words"].value == f"“{held.quote}”"
    assert lines["Source"].goes == f"sources:{held.source}"
    assert {"Holder", "Stance", "Issue", "Basis", "Confidence"} <= lines.keys()
    qtbot.waitUntil(lambda: tab.detail.tabs.tabText(1).startswith("Used in"), timeout=LONG)
    tab.detail.went.emit(lines["Issue"].goes)
    idle(window, qtbot)
    assert window.library.by_kind["issues"].chosen() == [held.issue]


def test_a_source_says_what_rests_on_it_and_a_list_what_is_held(window: Window, qtbot: QtBot) -> None:
    held = next(each for each in window.work.desk.positions() if each.source)
    tab = opened(window, qtbot, "sources")
    tab.show_id(held.source)
    idle(window, qtbot)
    assert f"positions:{held.id}" in {line.goes for line in tab.detail.sheet.lines()}
    lists = opened(window, qtbot, "lists")
    lists.view.selectRow(0)
    idle(window, qtbot)
    assert f"{window.work.desk.held().entities} entities" in lists.detail.sheet.toPlainText()
    assert not lists.add.isVisible()


def test_f2_opens_the_form_with_what_is_recorded(window: Window, qtbot: QtBot) -> None:
    tab = opened(window, qtbot, "sources")
    tab.view.selectRow(0)
    tab.open(0)
    idle(window, qtbot)
    qtbot.keyClick(tab, Qt.Key.Key_F2)
    idle(window, qtbot)
    dialog = window.findChild(FormDialog)
    assert dialog is not None
    assert dialog.former == tab.chosen()[0]
    dialog.reject()


def test_the_column_of_days_is_left_out_where_no_row_has_one(window: Window, qtbot: QtBot) -> None:
    issues, positions = opened(window, qtbot, "issues"), opened(window, qtbot, "positions")
    assert issues.view.isColumnHidden(1)
    assert not positions.view.isColumnHidden(1)
    tab = opened(window, qtbot, "issues")
    qtbot.waitUntil(lambda: tab.view.columnWidth(0) >= tab.view.viewport().width() - 40, timeout=LONG)
