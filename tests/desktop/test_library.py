from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog
from pytestqt.qtbot import QtBot

from briefer.desktop.cells import DRAWN, Lines, Score
from briefer.desktop.filters import FILTERS, Choice
from briefer.desktop.results import MIME, PAGE
from briefer.desktop.window import Window
from briefer.model.answers import Feature, Sameness
from briefer.model.desk import Found
from tests.desktop.conftest import LONG


def idle(window: Window, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.work.tasks.idle, timeout=LONG)


def ask(window: Window, qtbot: QtBot, name: str) -> None:
    window.library.entities.search.setText(name)
    window.library.entities.ask()
    idle(window, qtbot)


def test_any_number_of_rows_has_a_true_scrollbar_and_is_read_a_page_at_a_time(window: Window, qtbot: QtBot) -> None:
    model = window.library.entities.model
    window.find_entity()
    idle(window, qtbot)
    known = window.work.desk.find
    ids = model.found.ids
    model.set(Found(ids=(*ids, *(f"x-{n}" for n in range(200_000))), of=200_077))
    assert model.rowCount() == 200_000 + len(ids)
    model.data(model.index(0, 1), DRAWN)
    idle(window, qtbot)
    first = model.data(model.index(0, 1), DRAWN)
    assert isinstance(first, Lines)
    assert len(model._rows) <= 2 * PAGE
    assert known is not None


def test_a_row_says_why_it_matched_and_whether_it_is_in_the_pack(window: Window, qtbot: QtBot) -> None:
    ask(window, qtbot, "Timchenko")
    model = window.library.entities.model
    drawn, score = model.data(model.index(0, 1), DRAWN), model.data(model.index(0, 3), DRAWN)
    assert isinstance(drawn, Lines)
    assert "UKRAINE-EO13661" in drawn.second
    assert isinstance(score, Score)
    assert score.picked
    said = [model.data(model.index(0, at), Qt.ItemDataRole.AccessibleTextRole) for at in range(4)]
    assert said[0].startswith("Class B")
    assert "Matched on" in said[1]
    assert said[3].endswith("in this pack")


def test_columns_sort(window: Window, qtbot: QtBot) -> None:
    ask(window, qtbot, "bank")
    entities = window.library.entities
    entities.view.horizontalHeader().setSortIndicator(1, Qt.SortOrder.AscendingOrder)
    idle(window, qtbot)
    names = [row.caption.lower() for row in window.work.desk.rows(entities.model.found.ids)]
    assert names == sorted(names)


def test_a_filter_is_a_chip_that_goes_with_a_click(window: Window, qtbot: QtBot) -> None:
    entities = window.library.entities
    idle(window, qtbot)
    whole = len(entities.model.found.ids)
    entities.filters.choose(FILTERS[0])
    entities.filters.set("kind", "Person")
    idle(window, qtbot)
    narrowed = len(entities.model.found.ids)
    assert 0 < narrowed < whole
    chips = entities.filters.chips
    assert chips.count() == 2
    item = chips.itemAt(1)
    assert item is not None
    made = item.widget()
    assert made is not None
    assert made.accessibleName() == "Remove filter Person"
    entities.filters.set("kind", "")
    entities.filters.set("listed", None)
    idle(window, qtbot)
    assert len(entities.model.found.ids) == whole


def test_a_filter_asks_for_a_value_or_a_day(window: Window) -> None:
    by = {each.field: each for each in FILTERS}
    day = Choice(window, by["listed_from"], ())
    assert isinstance(day.value(), date)
    kind = Choice(window, by["kind"], ("Person",))
    assert kind.value() == "Person"
    window.library.entities.filters.choose(by["programme"])
    dialog = window.library.entities.filters.findChild(Choice)
    assert dialog is not None
    dialog.accept()
    assert window.library.entities.filters.asked.programme == dialog.value()


def test_nothing_found_is_said(window: Window, qtbot: QtBot) -> None:
    ask(window, qtbot, "qqqqqqqqzzz")
    entities = window.library.entities
    assert entities.shown.currentWidget() is entities.none
    assert entities.count.text().startswith("0 of 77")


def test_rows_that_were_chosen_stay_chosen(window: Window, qtbot: QtBot) -> None:
    ask(window, qtbot, "bank")
    entities = window.library.entities
    entities.view.selectRow(2)
    chosen = entities.chosen()
    entities.view.horizontalHeader().setSortIndicator(1, Qt.SortOrder.DescendingOrder)
    idle(window, qtbot)
    assert entities.chosen() == chosen
    data = entities.model.mimeData([entities.model.index(2, 1)])
    assert bytes(data.data(MIME).data()).decode() == entities.model.found.ids[2]


def test_the_detail_shows_every_value_and_where_it_comes_from(window: Window, qtbot: QtBot) -> None:
    ask(window, qtbot, "Timchenko")
    window.library.entities.open(0)
    idle(window, qtbot)
    detail = window.library.entities.detail
    assert detail.isVisible()
    assert "Timchenko" in detail.title.text()
    assert detail.klass.text().startswith("Class B")
    assert [detail.tabs.tabText(at).partition(" ")[0] for at in range(4)] == ["Facts", "Links", "Positions", "Identity"]


def test_who_may_be_the_same_is_shown_and_decided_with_a_reason(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask(window, qtbot, "Timchenko")
    window.library.entities.open(0)
    idle(window, qtbot)
    detail = window.library.entities.detail
    pair = Sameness(
        a="a", b="b", score=87, features=(Feature(name="name", a=("X",), b=("X",), says="same", points=40),)
    )
    decided: list[tuple[str, ...]] = []
    desk = window.work.desk
    monkeypatch.setattr(desk, "proposals", lambda _id: (pair,))
    monkeypatch.setattr(desk, "decide", lambda *given: decided.append(given))
    detail.tabs.setCurrentIndex(3)
    idle(window, qtbot)
    monkeypatch.setattr(QInputDialog, "getText", lambda *_given: ("Same birth", True))
    detail.decide(pair, "yes")
    idle(window, qtbot)
    assert decided[0][:3] == ("a", "b", "yes")
    assert decided[0][-1] == "Same birth"


def test_positions_narrow_as_one_types_and_go_into_the_pack(window: Window, qtbot: QtBot) -> None:
    window.library.tabs.setCurrentIndex(1)
    idle(window, qtbot)
    tab = window.library.others[0]
    qtbot.waitUntil(lambda: tab.proxy.rowCount() == 45, timeout=LONG)
    tab.search.setText("zelensky")
    assert 0 < tab.proxy.rowCount() < 45
    free = next(at for at in range(tab.proxy.rowCount()) if not tab.model.picked(tab_id(tab, at)))
    tab.view.selectRow(free)
    chosen = tab.chosen()[0]
    qtbot.keyClick(tab.view, Qt.Key.Key_Space)
    assert chosen in window.work.pack.positions
    assert tab.add.text() == "Remove"
    tab.toggle()
    assert chosen not in window.work.pack.positions


def tab_id(tab: object, at: int) -> str:
    source = tab.proxy.mapToSource(tab.proxy.index(at, 0))  # type: ignore[attr-defined]
    return str(tab.model.rows[source.row()].id)  # type: ignore[attr-defined]
