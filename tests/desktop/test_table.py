import pytest
from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QDrag
from pytestqt.qtbot import QtBot

from briefer.desktop.results import MIME, carried
from briefer.desktop.table import Table
from briefer.desktop.window import Window
from briefer.model.desk import Found
from tests.desktop.conftest import LONG


def test_the_head_does_not_ask_every_row_whether_it_is_chosen(window: Window, qtbot: QtBot) -> None:
    window.find_entity()
    tab = window.library.entities
    qtbot.waitUntil(lambda: window.work.tasks.idle, timeout=LONG)
    tab.model.set(Found(ids=tuple(f"x-{n}" for n in range(50_000)), of=50_000))
    asked: list[int] = []
    tab.model.flags = lambda index: asked.append(index.row()) or Qt.ItemFlag.ItemIsEnabled  # type: ignore[assignment,func-returns-value]
    tab.view.selectAll()
    window.grab()
    assert len(asked) < 1000


def test_what_is_chosen_is_dragged_however_many(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    dragged: list[bytes] = []
    monkeypatch.setattr(QDrag, "exec", lambda drag, _actions: dragged.append(drag.mimeData().data(MIME).data()))
    tab = window.library.entities
    tab.model.set(Found(ids=tuple(f"x-{n}" for n in range(50_000)), of=50_000))
    tab.view.selectAll()
    tab.view.startDrag(Qt.DropAction.CopyAction)
    assert len(dragged[0].split(b"\n")) == 50_000


def test_space_is_handed_on_and_letters_do_not_go_through_the_rows(window: Window, qtbot: QtBot) -> None:
    does: list[int] = []
    table = Table("Rows", "", lambda: does.append(1), lambda: carried(()))
    qtbot.addWidget(table)
    table.setModel(QStringListModel(["a", "b", "c"], table))
    table.selectRow(0)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    qtbot.keyClick(table, Qt.Key.Key_C)
    assert does == [1]
    assert table.ranges() == [(0, 0)]
    assert table.currentIndex().row() == 0


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Return])
def test_the_only_hit_is_added_by_keys_alone(window: Window, qtbot: QtBot, key: Qt.Key) -> None:
    window.find_entity()
    tab = window.library.entities
    qtbot.waitUntil(lambda: window.work.tasks.idle, timeout=LONG)
    qtbot.waitUntil(tab.search.hasFocus, timeout=LONG)
    qtbot.keyClicks(tab.search, "usmanov")
    qtbot.keyClick(tab.search, key)  # before the library was even asked
    qtbot.waitUntil(tab.view.hasFocus, timeout=LONG)
    first = tab.model.found.ids[0]
    assert tab.chosen() == [first]
    window.work.drop("entities", [first])
    qtbot.keyClick(tab.view, Qt.Key.Key_Space)
    assert first in window.work.pack.entities


def test_down_from_the_search_chooses_the_first_of_several_and_then_the_second(window: Window, qtbot: QtBot) -> None:
    window.find_entity()
    tab = window.library.entities
    qtbot.waitUntil(lambda: window.work.tasks.idle and not tab._asking, timeout=LONG)
    qtbot.keyClick(tab.search, Qt.Key.Key_Down)
    assert tab.chosen() == [tab.model.found.ids[0]]
    qtbot.keyClick(tab.view, Qt.Key.Key_Down)
    assert tab.chosen() == [tab.model.found.ids[1]]


def test_typing_on_stays_in_the_search_and_nothing_found_does_too(window: Window, qtbot: QtBot) -> None:
    window.find_entity()
    tab = window.library.entities
    qtbot.waitUntil(tab.search.hasFocus, timeout=LONG)
    qtbot.keyClicks(tab.search, "zzyzx")
    qtbot.keyClick(tab.search, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: window.work.tasks.idle and not tab._asking, timeout=LONG)
    assert tab.search.hasFocus()
    tab.search.clear()
    qtbot.keyClick(tab.search, Qt.Key.Key_Down)
    qtbot.keyClicks(tab.search, "bank")
    qtbot.waitUntil(lambda: window.work.tasks.idle and not tab._pause.isActive(), timeout=LONG)
    assert tab.search.hasFocus()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Home])
def test_a_key_in_a_table_where_nothing_is_chosen_chooses_the_row_it_stands_at(qtbot: QtBot, key: Qt.Key) -> None:
    does: list[int] = []
    table = Table("Rows", "", lambda: does.append(1))
    qtbot.addWidget(table)
    table.setModel(QStringListModel(["a", "b"], table))
    qtbot.keyClick(table, key)
    assert table.ranges() == [(0, 0)]
    assert does == [1] * (key == Qt.Key.Key_Space)


def test_a_table_without_rows_is_not_entered(qtbot: QtBot) -> None:
    table = Table("Rows", "", lambda: None)
    qtbot.addWidget(table)
    table.enter()
    table.setModel(QStringListModel([], table))
    table.enter()
    assert table.ranges() == []


@pytest.mark.parametrize("kind", ["entities", "positions"])
def test_a_detail_that_was_closed_stays_closed_until_it_is_asked_for(window: Window, qtbot: QtBot, kind: str) -> None:
    window.resize(1440, 1000)
    window.find_entity()
    library = window.library
    tab = library.entities if kind == "entities" else library.by_kind[kind]
    library.tabs.setCurrentIndex(library.stack.indexOf(tab))

    def idle() -> None:
        qtbot.waitUntil(lambda: window.work.tasks.idle, timeout=LONG)

    idle()
    tab.view.selectRow(0)
    idle()
    assert tab.detail.isVisible()
    qtbot.keyClick(tab.view, Qt.Key.Key_Escape)
    tab.view.selectRow(1)
    idle()
    assert not tab.detail.isVisible()
    qtbot.keyClick(tab.view, Qt.Key.Key_Return)
    idle()
    assert tab.detail.isVisible()
    tab.view.selectRow(2)
    idle()
    tab.detail.shut.emit()
    assert not tab.detail.isVisible()


@pytest.mark.parametrize("kind", ["entities", "positions"])
def test_the_button_that_adds_stays_where_it_is_while_rows_are_chosen(window: Window, qtbot: QtBot, kind: str) -> None:
    window.resize(1440, 900)
    window.find_entity()
    tab = window.library.entities if kind == "entities" else window.library.by_kind[kind]
    window.library.stack.setCurrentWidget(tab)
    qtbot.waitUntil(lambda: window.work.tasks.idle and tab.view.model().rowCount() > 2, timeout=LONG)
    was = tab.add.mapTo(window, tab.add.rect().center())
    for row in (0, 1):
        seen = tab.view.visualRect(tab.view.model().index(row, 1)).center()
        qtbot.mouseClick(tab.view.viewport(), Qt.MouseButton.LeftButton, pos=seen)
        qtbot.waitUntil(lambda: window.work.tasks.idle and tab.detail.isVisible(), timeout=LONG)
        now = tab.add.mapTo(window, tab.add.rect().center())
        assert (tab.add.isEnabled(), now.y()) == (True, was.y())
        assert tab.add.geometry().contains(tab.add.parentWidget().mapFrom(window, was))
    assert tab.detail.mapTo(window, tab.detail.rect().bottomLeft()).y() < was.y()
