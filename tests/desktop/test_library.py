from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefer.desktop.window import Window
from tests.desktop.conftest import LONG


def idle(window: Window, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.work.tasks.idle, timeout=LONG)


def test_a_library_of_nothing_says_what_to_do(
    make: Callable[[Path], Window], tmp_path: Path, qtbot: QtBot, no_pages: None
) -> None:
    window = make(tmp_path / "none.sqlite")
    window.show_library()
    idle(window, qtbot)
    assert window.library.nothing.isVisible()
    assert not window.library.filled.isVisible()


def test_a_link_goes_to_the_tab_of_what_it_names(window: Window, qtbot: QtBot) -> None:
    library = window.library
    idle(window, qtbot)
    source = window.work.desk.sources()[0]
    library.go(f"sources:{source.id}")
    idle(window, qtbot)
    tab = library.by_kind["sources"]
    assert library.stack.currentWidget() is tab
    assert tab.chosen() == [source.id]
    assert tab.detail.title.text() == source.title
    entity = library.entities.model.found.ids[0]
    library.go(f"entities:{entity}")
    idle(window, qtbot)
    assert library.stack.currentWidget() is library.entities
    assert library.entities.detail.id == entity


def test_a_use_opens_the_pack(window: Window, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.library.open_asked) as told:
        window.library.go("pack:/somewhere/a:b.brief")
    assert told.args == ["/somewhere/a:b.brief"]


def test_the_search_is_in_the_first_tab(window: Window) -> None:
    window.library.tabs.setCurrentIndex(3)
    window.find_entity()
    assert window.library.tabs.currentIndex() == 0


def test_the_tabs_have_the_whole_width_however_wide_the_chosen_one_is_written(window: Window) -> None:
    library = window.library
    room = library.filled.width() - library.tabs.width()
    assert room < 12
    assert library.tabs.sizeHint().width() < library.tabs.width()


def test_the_key_of_the_library_goes_to_it_first_and_hides_it_from_within(window: Window, qtbot: QtBot) -> None:
    idle(window, qtbot)
    window.editor.edit.setFocus()
    qtbot.waitUntil(window.editor.edit.hasFocus)
    window.library.tabs.setCurrentIndex(1)
    window.show_library()
    search = window.library.others[0].search
    assert window.library.isVisible()
    qtbot.waitUntil(lambda: search.hasFocus() or search.isAncestorOf(QApplication.focusWidget()))
    window.show_library()
    assert not window.library.isVisible()
    window.show_library()
    assert window.library.isVisible()
    qtbot.waitUntil(window.library.entities.search.hasFocus)
