from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from briefer.desktop.filters import FILTERS, Filters
from briefer.desktop.window import Window
from tests.desktop.conftest import LONG


def idle(window: Window, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.work.tasks.idle, timeout=LONG)


def narrowed(window: Window, qtbot: QtBot) -> Filters:
    idle(window, qtbot)
    return window.library.entities.filters


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("listed", True, "Still listed"),
        ("listed", False, "No longer listed"),
        ("in_pack", True, "In this pack"),
        ("kind", "Company", "Company"),
        ("klass", "B", "Class B"),
        ("regime", "EU", "Listed by EU"),
        ("programme", "UKRAINE-EO13661", "UKRAINE-EO13661"),
        ("country", "ru", "Russia"),
        ("listed_from", date(2022, 2, 24), "Listed since 24 February 2022"),
    ],
)
def test_each_filter_narrows_is_a_chip_and_goes_with_a_click(
    window: Window, qtbot: QtBot, field: str, value: object, words: str
) -> None:
    filters = narrowed(window, qtbot)
    whole = window.library.entities.model.found.ids
    filters.set(field, value)
    idle(window, qtbot)
    found = window.library.entities.model.found.ids
    assert 0 < len(found) < len(whole)
    chips = filters.chips.parts()
    assert [chip.accessibleName() for chip in chips] == [f"Remove filter {words}"]
    chips[0].click()  # type: ignore[attr-defined]
    idle(window, qtbot)
    assert window.library.entities.model.found.ids == whole


def test_the_class_filter_gives_those_of_the_class_on_the_packs_day(window: Window, qtbot: QtBot) -> None:
    narrowed(window, qtbot).set("klass", "B")
    idle(window, qtbot)
    ids = window.library.entities.model.found.ids
    classes = window.work.desk.classes(ids, window.work.as_of)
    assert {classes[id][0] for id in ids} == {"B"}


def test_in_this_pack_follows_the_pack(window: Window, qtbot: QtBot) -> None:
    filters = narrowed(window, qtbot)
    filters.set("in_pack", True)
    idle(window, qtbot)
    pack = window.work.pack
    assert set(window.library.entities.model.found.ids) == {*pack.entities, *pack.measures}
    window.close_pack()
    qtbot.waitUntil(lambda: not window.library.entities.model.found.ids, timeout=LONG)


def test_delete_takes_a_chip_away_and_goes_to_the_next(window: Window, qtbot: QtBot) -> None:
    filters = narrowed(window, qtbot)
    for field, value in (("listed", True), ("kind", "Person"), ("regime", "US")):
        filters.set(field, value)
    window.find_entity()
    chips = filters.chips.parts()
    assert len(chips) == 3
    chips[0].setFocus()
    qtbot.keyClick(chips[0], Qt.Key.Key_Delete)
    left = filters.chips.parts()
    assert [chip.property("field") for chip in left] == ["kind", "regime"]
    assert left[0].hasFocus()
    qtbot.keyClick(left[1], Qt.Key.Key_Backspace)
    assert filters.asked.regime == ""


def test_the_list_of_filters_is_searched_by_typing_and_taken_with_enter(window: Window, qtbot: QtBot) -> None:
    filters = narrowed(window, qtbot)
    window.add_filter()
    menu = filters.menu
    qtbot.keyClicks(menu.line, "eo13661")
    assert menu.list.count() == 1
    qtbot.keyClick(menu.line, Qt.Key.Key_Return)
    assert filters.asked.programme == "UKRAINE-EO13661"
    filters.choose()
    qtbot.keyClicks(menu.line, "24 feb 2022")
    assert menu.list.item(menu.list.count() - 1).toolTip() == "Listed since 24 February 2022"
    qtbot.keyClick(menu.line, Qt.Key.Key_Return)
    assert filters.asked.listed_from == date(2022, 2, 24)
    filters.choose()
    qtbot.keyClick(menu.line, Qt.Key.Key_Down)
    qtbot.keyClick(menu.line, Qt.Key.Key_Return)
    assert filters.asked.listed is False
    menu.hide()


def test_every_filter_is_offered(window: Window, qtbot: QtBot) -> None:
    filters = narrowed(window, qtbot)
    offered = {entry.value[0] for entry in filters._entries()}
    assert offered | {"listed_from"} == {each.field for each in FILTERS}


def test_chips_flow_over_several_lines_and_none_is_cut(window: Window, qtbot: QtBot) -> None:
    filters = narrowed(window, qtbot)
    window.show_library() if not window.library.isVisible() else None
    one = filters.chips.height()
    for field, value in (
        ("listed", True),
        ("kind", "Person"),
        ("regime", "US"),
        ("klass", "unknown"),
        ("country", "ru"),
    ):
        filters.set(field, value)
    assert filters.chips.height() > one
    for part in [*filters.chips.parts(), filters.add]:
        assert filters.chips.rect().contains(part.geometry())
