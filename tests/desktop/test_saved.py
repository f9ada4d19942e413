from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from briefer.desktop.naming import NameDialog
from briefer.desktop.saved import SearchesDialog, told
from briefer.desktop.window import Window
from briefer.model.desk import Asked
from tests.desktop.conftest import LONG


def idle(window: Window, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.work.tasks.idle, timeout=LONG)


def answer(over: QWidget, name: str) -> NameDialog:
    dialog = over.findChildren(NameDialog)[-1]
    dialog.line.setText(name)
    dialog.go.click()
    return dialog


def keep(window: Window, qtbot: QtBot, name: str) -> None:
    window.save_search()
    dialog = answer(window, name)
    assert dialog.line.accessibleName() == "Name of the search"
    assert dialog.line.accessibleDescription().startswith("It asks for: ")
    idle(window, qtbot)


def test_a_search_is_kept_and_run_again(window: Window, qtbot: QtBot) -> None:
    tab = window.library.entities
    tab.search.setText("bank")
    tab.filters.set("regime", "US")
    idle(window, qtbot)
    found = tab.model.found.ids
    keep(window, qtbot, "US banks")
    tab.search.setText("")
    tab.filters.set("regime", "")
    idle(window, qtbot)
    tab.kept.fill()
    action = tab.kept.menu().actions()[0]
    assert action.text() == "US banks"
    action.trigger()
    idle(window, qtbot)
    assert tab.search.text() == "bank"
    assert tab.filters.asked.regime == "US"
    assert tab.model.found.ids == found


def test_what_is_kept_outlives_the_window(window: Window, qtbot: QtBot) -> None:
    from briefer import settings

    keep(window, qtbot, "All")
    qtbot.waitUntil(lambda: window.work.disk.idle, timeout=LONG)
    assert '"All"' in settings.load().searches[0]


def test_a_kept_search_is_renamed_deleted_and_added_whole(window: Window, qtbot: QtBot) -> None:
    tab = window.library.entities
    tab.search.setText("bank")
    keep(window, qtbot, "Banks")
    window.all_searches()
    dialog = window.findChild(SearchesDialog)
    assert dialog is not None
    dialog.list.setFocus()
    dialog.rename()
    assert dialog.findChildren(NameDialog)[-1].line.text() == "Banks"
    answer(dialog, "All banks")
    assert [each.name for each in tab.kept.held()] == ["All banks"]
    before = window.work.pack
    dialog.add_all()
    idle(window, qtbot)
    assert set(tab.model.found.ids) <= {*window.work.pack.entities, *window.work.pack.measures}
    window.undo()
    assert window.work.pack == before
    window.all_searches()
    again = window.findChildren(SearchesDialog)[-1]
    again.show()
    again.list.setFocus()
    qtbot.keyClick(again, Qt.Key.Key_Delete)
    again.delete()
    assert not tab.kept.held()
    assert not again.go.isEnabled()


def test_a_search_is_told_in_words() -> None:
    assert told(Asked()) == "Everything in the library"
    asked = Asked(name="x", listed=True, klass="B", regime="EU", min_score=80)
    assert told(asked) == "“x” · Still listed · Class B · Listed by EU · match at least 80"


def test_that_no_search_is_kept_is_said_in_line_with_the_rest(window: Window, qtbot: QtBot) -> None:
    window.all_searches()
    dialog = window.findChild(SearchesDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.none.isVisible, timeout=LONG)
    begins = dialog.none.mapTo(dialog, dialog.none.contentsRect().topLeft()).x()
    assert begins == dialog.list.mapTo(dialog, dialog.list.rect().topLeft()).x() > 0
