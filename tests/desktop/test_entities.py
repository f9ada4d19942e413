from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from briefer.desktop.cells import DRAWN, Lines, Score
from briefer.desktop.dialogs import Dialog
from briefer.desktop.entities import LOW, EntitiesTab
from briefer.desktop.picking import ASKED
from briefer.desktop.results import MIME, PAGE
from briefer.desktop.window import Window
from briefer.model.desk import Found
from tests.desktop.conftest import LONG


def idle(window: Window, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.work.tasks.idle, timeout=LONG)


def ask(window: Window, qtbot: QtBot, name: str) -> EntitiesTab:
    tab = window.library.entities
    tab.search.setText(name)
    tab.ask()
    idle(window, qtbot)
    if tab.model.found.ids:
        tab.model.data(tab.model.index(0, 1), DRAWN)  # as the view does when it is drawn
        idle(window, qtbot)
    return tab


def test_any_number_of_rows_has_a_true_scrollbar_and_is_read_a_page_at_a_time(window: Window, qtbot: QtBot) -> None:
    model = window.library.entities.model
    window.find_entity()
    idle(window, qtbot)
    ids = model.found.ids
    model.set(Found(ids=(*ids, *(f"x-{n}" for n in range(200_000))), of=200_077))
    assert model.rowCount() == 200_000 + len(ids)
    model.data(model.index(0, 1), DRAWN)
    idle(window, qtbot)
    assert isinstance(model.data(model.index(0, 1), DRAWN), Lines)
    assert len(model._rows) <= 2 * PAGE


def test_very_many_rows_can_be_chosen_at_once(window: Window, qtbot: QtBot) -> None:
    tab = window.library.entities
    idle(window, qtbot)
    tab.model.set(Found(ids=tuple(f"x-{n}" for n in range(200_000)), of=200_000))
    tab.view.selectAll()
    assert tab.view.ranges() == [(0, 199_999)]
    assert len(tab.chosen()) == 200_000
    assert len(tab.chosen(10)) == 10
    assert tab.add.text() == "Add 200,000"


def test_a_row_says_why_it_matched_and_whether_it_is_in_the_pack(window: Window, qtbot: QtBot) -> None:
    model = ask(window, qtbot, "Timchenko").model
    drawn, score = model.data(model.index(0, 1), DRAWN), model.data(model.index(0, 3), DRAWN)
    assert isinstance(drawn, Lines)
    assert "UKRAINE-EO13661" in drawn.second
    assert isinstance(score, Score)
    assert score.picked
    for role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
        said = [model.data(model.index(0, at), role) for at in range(4)]
        assert said[0].startswith("Class B")
        assert "Matched on" in said[1]
        assert said[3].endswith("in this pack")


@pytest.mark.parametrize(("section", "way"), [(1, "Ascending"), (2, "Descending"), (0, "Ascending")])
def test_columns_sort(window: Window, qtbot: QtBot, section: int, way: str) -> None:
    tab = ask(window, qtbot, "bank")
    order = Qt.SortOrder.AscendingOrder if way == "Ascending" else Qt.SortOrder.DescendingOrder
    tab.view.horizontalHeader().setSortIndicator(section, order)
    idle(window, qtbot)
    rows = window.work.desk.rows(tab.model.found.ids)
    classes = window.work.desk.classes(tab.model.found.ids, window.work.as_of)
    ranked = ["ACBD".find(classes[row.id][0] or "") if classes[row.id][0] else 9 for row in rows]
    keys = {0: ranked, 1: [row.caption.lower() for row in rows], 2: [row.since for row in rows]}[section]
    assert len(keys) > 2
    assert keys == sorted(keys, reverse=way == "Descending")


def test_a_low_score_is_offered_where_nothing_reaches_the_least(window: Window, qtbot: QtBot) -> None:
    tab = window.library.entities
    tab.least.setValue(100)
    ask(window, qtbot, "timchenco")
    assert tab.shown.currentWidget() is tab.none
    assert "Timchenko" in tab.none_words.text()
    assert "“Match at least” is at 100" in tab.none_words.text()
    tab.from_nearest.click()
    tab.ask()
    idle(window, qtbot)
    assert tab.shown.currentWidget() is tab.view
    assert tab.least_said.text() == str(tab.least.value())


def test_nothing_found_is_said(window: Window, qtbot: QtBot) -> None:
    tab = ask(window, qtbot, "qqqqqqqqzzz")
    assert tab.shown.currentWidget() is tab.none
    assert not tab.from_nearest.isVisible()
    assert "lower “Match at least”" in tab.none_words.text()
    assert tab.count.text().startswith(f"0 of {window.work.desk.held().entities} ")


def test_the_column_of_listing_gives_way_where_no_row_has_a_day(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    tab = ask(window, qtbot, "")
    assert not tab.view.isColumnHidden(2)
    name = tab.view.columnWidth(1)
    rows = window.work.desk.rows
    with monkeypatch.context() as patch:
        patch.setattr(window.work.desk, "rows", lambda ids: tuple(replace(each, since="") for each in rows(ids)))
        ask(window, qtbot, "bank")
        qtbot.waitUntil(lambda: tab.view.isColumnHidden(2), timeout=LONG)
        assert tab.view.columnWidth(1) > name
        tab.view.horizontalHeader().setSortIndicator(2, Qt.SortOrder.AscendingOrder)
        ask(window, qtbot, "bank")
        qtbot.waitUntil(lambda: not tab.view.isColumnHidden(2), timeout=LONG)
        tab.view.horizontalHeader().setSortIndicator(3, Qt.SortOrder.AscendingOrder)
    ask(window, qtbot, "")
    qtbot.waitUntil(lambda: not tab.view.isColumnHidden(2), timeout=LONG)


def test_rows_that_were_chosen_stay_chosen(window: Window, qtbot: QtBot) -> None:
    tab = ask(window, qtbot, "bank")
    tab.view.selectRow(2)
    chosen = tab.chosen()
    tab.view.horizontalHeader().setSortIndicator(1, Qt.SortOrder.DescendingOrder)
    idle(window, qtbot)
    assert tab.chosen() == chosen
    data = tab.model.mimeData([tab.model.index(2, 1)])
    assert bytes(data.data(MIME).data()).decode() == tab.model.found.ids[2]


def test_an_older_question_is_not_answered(window: Window, qtbot: QtBot) -> None:
    tab = window.library.entities
    idle(window, qtbot)
    asked: list[str] = []
    find = window.work.desk.find
    window.work.desk.find = lambda question: (asked.append(question.name), find(question))[1]  # type: ignore[method-assign]
    for name in ("t", "ti", "tim", "timc", "timchenko"):
        tab.search.setText(name)
        tab.ask()
    idle(window, qtbot)
    assert asked[-1] == "timchenko"
    assert len(asked) < 5
    assert tab.model.found.of == window.work.desk.held().entities


def test_space_adds_what_is_chosen_as_one_step_and_takes_it_out(window: Window, qtbot: QtBot) -> None:
    tab = ask(window, qtbot, "")
    free = [n for n, id in enumerate(tab.model.found.ids) if not tab.model.picked(id)][:2]
    window.show_library() if not tab.isVisible() else None
    before = window.work.pack
    tab.view.selectRow(free[0])
    qtbot.keyClick(tab.view, Qt.Key.Key_Space)
    assert tab.add.text() == "Remove"
    assert tab.said.text() == "1 selected, in this pack"
    assert len(window.work.pack.entities) == len(before.entities) + 1
    qtbot.keyClick(tab.view, Qt.Key.Key_Space)
    assert window.work.pack == before


def test_all_that_was_found_is_added_and_one_undo_takes_it_out(window: Window, qtbot: QtBot) -> None:
    tab = ask(window, qtbot, "crimea")
    assert any(id.startswith("measure-") for id in tab.model.found.ids)
    before = window.work.pack
    tab.filters.set("kind", "Company")
    idle(window, qtbot)
    tab.filters.set("kind", "")
    tab.filters.set("regime", "EU")
    tab.search.setText("")
    tab.ask()
    idle(window, qtbot)
    assert tab.all.isVisibleTo(tab)
    assert tab.all.text() == f"Add all {len(tab.model.found.ids)}"
    tab.add_all()
    assert set(tab.model.found.ids) <= {*window.work.pack.entities, *window.work.pack.measures}
    window.undo()
    assert window.work.pack == before


def test_many_are_asked_about_first(window: Window, qtbot: QtBot) -> None:
    tab = window.library.entities
    idle(window, qtbot)
    many = tuple(f"x-{n}" for n in range(ASKED + 1))
    tab.model.set(Found(ids=many, of=900))
    before = window.work.pack
    window.add_found()
    assert window.work.pack == before
    dialog = next(each for each in window.findChildren(Dialog) if "Add 101 rows" in each.windowTitle())
    dialog.reject()
    assert window.work.pack == before


def test_a_measure_is_found_and_shown(window: Window, qtbot: QtBot) -> None:
    tab = ask(window, qtbot, "embargo crimea")
    assert tab.model.found.ids[0] == "measure-crimea-embargo"
    tab.open(0)
    idle(window, qtbot)
    assert tab.detail.title.text() == "Embargo on Crimea and Sevastopol"
    assert tab.detail.klass.text().startswith("Class D")
    assert not tab.detail.tabs.isTabVisible(3)


def test_in_a_low_window_the_detail_takes_the_place_of_the_list_and_esc_goes_back(window: Window, qtbot: QtBot) -> None:
    window.resize(1024, 700)
    window.find_entity()
    tab = ask(window, qtbot, "Timchenko")
    qtbot.waitUntil(lambda: tab.height() < LOW, timeout=LONG)
    tab.view.selectRow(0)
    idle(window, qtbot)
    assert tab.view.isVisible()
    tab.view.setFocus()
    tab.open(0)
    idle(window, qtbot)
    assert tab.detail.isVisible()
    assert not tab.view.isVisible()
    qtbot.keyClick(tab, Qt.Key.Key_Escape)
    assert tab.view.isVisible()
    assert not tab.detail.isVisible()


def test_in_a_low_window_a_search_and_more_room_show_what_is_chosen(window: Window, qtbot: QtBot) -> None:
    window.resize(1024, 700)
    window.find_entity()
    tab = ask(window, qtbot, "Timchenko")
    qtbot.waitUntil(lambda: tab.height() < LOW, timeout=LONG)
    tab.open(0)
    idle(window, qtbot)
    assert not tab.view.isVisible()
    ask(window, qtbot, "Deripaska")
    assert tab.view.isVisible()
    assert not tab.detail.isVisible()
    tab.open(0)
    idle(window, qtbot)
    tab.view.selectRow(0)
    window.resize(1280, 1000)
    qtbot.waitUntil(lambda: tab.height() >= LOW, timeout=LONG)
    idle(window, qtbot)
    assert tab.view.isVisible()
    assert tab.detail.shown
    assert tab.detail.shown.entity.id == tab.chosen()[0]
