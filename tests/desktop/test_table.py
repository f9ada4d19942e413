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
