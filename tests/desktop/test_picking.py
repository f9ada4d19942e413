from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefer.desktop import picking
from briefer.desktop.results import MIME
from briefer.desktop.window import Window
from tests.desktop.conftest import LONG

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def drop(window: Window, data: QMimeData) -> bool:
    copy = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPoint(5, 5), copy, data, LEFT, NONE)
    QApplication.sendEvent(window.pack_stack, enter)
    if not enter.isAccepted():
        return False
    QApplication.sendEvent(window.pack_stack, QDropEvent(QPointF(5, 5), copy, data, LEFT, NONE))
    return True


def test_rows_dragged_onto_the_pack_are_added_as_one_step(window: Window, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(window.library.entities.model.found.ids), timeout=LONG)
    before = window.work.pack
    free = [id for id in window.library.entities.model.found.ids if id not in before.entities][:3]
    data = QMimeData()
    data.setData(MIME, "\n".join([*free, "measure-x", before.entities[0]]).encode())
    assert drop(window, data)
    assert window.work.pack.entities == (*before.entities, *free)
    assert window.work.pack.measures == (*before.measures, "measure-x")
    window.undo()
    assert window.work.pack == before


def test_positions_are_dragged_too_and_other_things_are_not_taken(window: Window, qtbot: QtBot) -> None:
    tab = window.library.by_kind["positions"]
    qtbot.waitUntil(lambda: bool(tab.model.rows), timeout=LONG)
    row = next(n for n, each in enumerate(tab.model.rows) if not tab.model.picked(each.id))
    assert drop(window, tab.model.mimeData([tab.model.index(row, 0)]))
    assert tab.model.rows[row].id in window.work.pack.positions
    other = QMimeData()
    other.setText("words")
    assert not drop(window, other)


def test_a_dragged_source_is_a_citation(window: Window, qtbot: QtBot) -> None:
    tab = window.library.by_kind["sources"]
    qtbot.waitUntil(lambda: bool(tab.model.rows), timeout=LONG)
    ids = [each.id for each in tab.model.rows[:2]]
    data = tab.model.mimeData([tab.model.index(0, 0), tab.model.index(1, 0)])
    assert data.text() == f"[@{ids[0]}; @{ids[1]}]"


def test_what_is_there_already_is_told(window: Window, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.work.said) as told:
        assert picking.add(window.work, [window.work.pack.entities[0], "x-1"]) == 1
    assert told.args == ["1 added, 1 was already there."]
    with qtbot.waitSignal(window.work.said) as told:
        picking.drop(window.work, ["x-1"], name="Somebody")
    assert told.args == ["1 taken out of the pack."]
    assert window.work.history is not None
    assert window.work.history.undo_label == "Remove Somebody"
