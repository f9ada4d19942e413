"""The status bar: what is cut ends in an ellipsis and is told whole."""

from pytestqt.qtbot import QtBot

from briefer.desktop.status import Told
from briefer.desktop.window import Window


def test_words_without_room_end_in_an_ellipsis_and_are_told_whole(window: Window, qtbot: QtBot) -> None:
    window.resize(1024, 700)
    status, words = (
        window.status,
        "The pack was put together from three editions of the list, and nothing was left out. " * 3,
    )
    window.work.said.emit(words)
    qtbot.waitUntil(lambda: status.told.drawn.endswith("…"))
    assert status.told.toolTip() == status.told.accessibleName() == words
    parts = [each for each in status.bar.findChildren(Told) if each.isVisible()]
    assert all(each.text() == each.drawn or each.drawn.endswith("…") for each in parts)
    assert all(each.geometry().right() <= each.parentWidget().width() for each in parts)
    assert status.bar.mapFromGlobal(status.marking.mapToGlobal(status.marking.rect().bottomRight())).x() < 1024
    assert status.marking.width() >= status.marking.minimumSizeHint().width()


def test_words_with_room_have_no_tip_of_their_own(window: Window, qtbot: QtBot) -> None:
    window.resize(1600, 1000)
    status = window.status
    qtbot.waitUntil(lambda: status.mine.drawn == status.mine.text())
    assert status.mine.toolTip() == ""
    assert status.lists.toolTip().startswith("Library: ")
    assert status.lists.accessibleName() == status.lists.text()
