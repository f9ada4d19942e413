from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt, QUrl
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from briefer.desktop import facts
from briefer.desktop.detail import FACTS, IDENTITY, LINKS, POSITIONS, USED, DetailPane
from briefer.desktop.entities import EntitiesTab
from briefer.desktop.holdings import HoldingsTab
from briefer.desktop.identity import IdentityDialog
from briefer.desktop.lines import Line
from briefer.desktop.window import Window
from briefer.model.answers import Sameness
from briefer.model.desk import Detail
from briefer.model.facts import Entity, Value
from briefer.model.relief import Beginning, Owned, Relief
from briefer.model.views import Pick
from briefer.service.desk import Desk
from tests.desktop.conftest import LONG
from tests.desktop.states import PAIR

Tab = EntitiesTab | HoldingsTab


def idle(window: Window, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.work.tasks.idle, timeout=LONG)


def shown(window: Window, qtbot: QtBot, name: str = "Timchenko") -> DetailPane:
    tab = window.library.entities
    window.find_entity()
    tab.search.setText(name)
    tab.ask()
    idle(window, qtbot)
    tab.open(0)
    idle(window, qtbot)
    qtbot.waitUntil(lambda: not tab.detail._rest.isActive() and window.work.tasks.idle, timeout=LONG)
    return tab.detail


def test_every_value_has_its_source_and_day(window: Window, qtbot: QtBot) -> None:
    detail = shown(window, qtbot)
    assert detail.isVisible()
    assert "Timchenko" in detail.title.text()
    assert detail.klass.text().startswith("Class B")
    lines = detail.sheets[FACTS].lines()
    assert lines
    assert all(line.origin for line in lines if line.value)
    assert {"Name", "Born", "US", "EU"} <= {line.label for line in lines}
    assert "Gennady Nikolayevich Timchenko" in detail.sheets[FACTS].toPlainText()


def test_a_link_goes_to_the_other_end_and_back_again(window: Window, qtbot: QtBot) -> None:
    detail = shown(window, qtbot)
    own = detail.id
    number, other = next((n, line) for n, line in enumerate(detail.sheets[LINKS].lines()) if line.goes)
    assert other.value == "Novatek"
    detail.sheets[LINKS].anchorClicked.emit(QUrl(f"#{number}"))
    idle(window, qtbot)
    assert detail.title.text() == "Novatek"
    assert detail.back.isVisible()
    detail.go_back()
    idle(window, qtbot)
    assert detail.id == own
    assert not detail.back.isVisible()


def test_used_in_names_the_packs_that_were_open(window: Window, qtbot: QtBot, sample: Path) -> None:
    detail = shown(window, qtbot)
    (line,) = detail.sheets[USED].lines()
    assert line.goes == f"pack:{sample / 'sample.brief'}"
    assert line.origin.startswith("picked")
    assert detail.tabs.tabText(USED) == "Used in 1"


def test_a_position_leads_to_its_tab(window: Window, qtbot: QtBot) -> None:
    desk = window.work.desk
    about = next(each for each in desk.positions() if each.entities)
    detail = window.library.entities.detail
    window.library.entities.show_detail(about.entities[0])
    idle(window, qtbot)
    line = next(each for each in detail.sheets[POSITIONS].lines() if each.goes == f"positions:{about.id}")
    detail.sheets[POSITIONS].went.emit(line.goes)
    idle(window, qtbot)
    assert window.library.by_kind["positions"].chosen() == [about.id]


def test_who_may_be_the_same_is_counted_and_decided_with_a_reason(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    decided: list[tuple[str, ...]] = []

    def decide(*given: str) -> Sameness:
        decided.append(given)
        return Sameness(
            a=given[0],
            b=given[1],
            score=87,
            features=PAIR.features,
            decision=given[2],
            by=given[3],
            why=given[4],
            at="2025",
        )

    desk = window.work.desk
    monkeypatch.setattr(desk, "proposals", lambda _id: (PAIR,))
    monkeypatch.setattr(desk, "decide", decide)
    detail = shown(window, qtbot)
    assert detail.tabs.tabText(IDENTITY) == "Identity 1"
    assert "87 of 100" in detail.sheets[IDENTITY].toPlainText()
    detail.open_identity()
    dialog = window.findChild(IdentityDialog)
    assert dialog is not None
    assert dialog.told.text() == "1 feature is the same, 2 are close, 1 differs."
    dialog.same.click()
    assert not decided
    assert "Say why" in dialog.note.text()
    dialog.why.setText("Same birth")
    dialog.same.click()
    assert not decided
    assert "Say who" in dialog.note.text()
    dialog.by.setText("A. Drafter")
    dialog.same.click()
    idle(window, qtbot)
    assert decided == [(PAIR.a, PAIR.b, "yes", "A. Drafter", "Same birth")]
    assert window.work.settings.by == "A. Drafter"
    assert dialog.back.isVisible()
    assert not dialog.same.isVisible()
    dialog.back.click()
    idle(window, qtbot)
    assert decided[-1][2] == "undo"
    assert dialog.same.isVisible()
    dialog.later.click()
    assert not dialog.isVisible()


def test_values_that_do_not_agree_say_so() -> None:
    entity = Entity(
        id="x",
        schema="Person",
        caption="X",
        values=(
            Value(prop="birthDate", value="1956", origin="a"),
            Value(prop="birthDate", value="1957", origin="b"),
            Value(prop="name", value="X", origin="a"),
        ),
    )
    lines = tuple(facts.facts(Detail(entity=entity, differ=("birthDate",))))
    assert [line.label for line in lines] == ["Name", "Born", "Born", "Born"]
    assert lines[-1] == Line("Born", "", warns="They differ.")


def test_what_a_list_says_is_never_read_as_markup(window: Window) -> None:
    sheet = window.library.entities.detail.sheets[FACTS]
    sheet.fill((Line("<b>Name</b>", "<script>x</script> & <a href='y'>z</a>", "<i>o</i>"),))
    assert "<script>x</script> & <a href='y'>z</a>" in sheet.toPlainText()
    assert "<i>o</i>" in sheet.toPlainText()


def test_who_is_blocked_through_owners_and_what_begins_later_is_said_at_the_head(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    owned = Owned(status="blocked", says="not listed, but blocked through its owners")
    later = Beginning(name="RUSSIA-EO14024", regime="US", day=date(2025, 4, 1), by="row")

    def eased(_desk: Desk, id: str, day: date) -> Pick:
        relief = Relief(id=id, caption="", as_of=day, owned=owned, to_come=(later,))
        return Pick(id=id, caption="", schema="", relief=relief, owners=("US: by a holding.",))

    monkeypatch.setattr(Desk, "eased", eased)
    detail = shown(window, qtbot)
    assert detail.klass.text() == "Not listed, but blocked through its owners"
    assert detail.why.text().split("\n") == [
        "US: by a holding.",
        "Not yet: RUSSIA-EO14024 from 1 April 2025, the day of its row; an earlier listing is not on record.",
    ]


def clicked(tab: Tab, qtbot: QtBot, row: int, key: Qt.KeyboardModifier) -> None:
    """Clicks the middle of a row as a hand does, where the row is seen."""
    at = tab.view.visualRect(tab.view.model().index(row, 1)).center()
    assert tab.view.viewport().rect().contains(at)
    qtbot.mouseClick(tab.view.viewport(), Qt.MouseButton.LeftButton, key, at)


def seen(tab: Tab) -> tuple[QRect, int]:
    """Gives where the list stands and how far it is scrolled."""
    return tab.view.geometry(), tab.view.verticalScrollBar().value()


def all_rows(window: Window, qtbot: QtBot) -> EntitiesTab:
    """Gives the tab of the entities, all listed, in a window that has room for list and detail."""
    window.resize(1600, 1000)
    window.find_entity()
    tab = window.library.entities
    idle(window, qtbot)
    qtbot.wait(50)
    return tab


def lowest(tab: Tab) -> int:
    """Gives the last row that is seen whole."""
    return tab.view.rowAt(tab.view.viewport().height() - 1) - 1


@pytest.mark.parametrize("kind", ["entities", "positions", "sources"])
def test_choosing_rows_with_the_mouse_moves_and_covers_no_row(window: Window, qtbot: QtBot, kind: str) -> None:
    all_rows(window, qtbot)
    library = window.library
    tab = library.entities if kind == "entities" else library.by_kind[kind]
    library.tabs.setCurrentIndex(library.stack.indexOf(tab))
    idle(window, qtbot)
    qtbot.wait(50)
    assert not tab.detail.isVisible()
    before, last, keys = seen(tab), lowest(tab), Qt.KeyboardModifier
    for row, key in ((last, keys.NoModifier), (1, keys.ShiftModifier), (last - 1, keys.ControlModifier)):
        clicked(tab, qtbot, row, key)
        idle(window, qtbot)
        qtbot.wait(450)  # past the moment at which Qt brings a clicked row into sight
        assert seen(tab) == before
    assert tab.detail.isVisible()
    assert len(tab.chosen()) == last - 1


def test_a_detail_that_was_closed_keeps_no_place_until_it_is_asked_for_and_its_height_is_remembered(
    window: Window, qtbot: QtBot
) -> None:
    tab = all_rows(window, qtbot)
    half = tab.view.height()
    tab.body.setSizes([half + 60, tab.body.height() - half - 60])
    dragged = tab.body.sizes()
    clicked(tab, qtbot, 0, Qt.KeyboardModifier.NoModifier)
    idle(window, qtbot)
    tab.detail.close_.click()
    qtbot.waitUntil(lambda: tab.body.sizes()[1] == 0, timeout=LONG)
    last = lowest(tab)
    clicked(tab, qtbot, last, Qt.KeyboardModifier.NoModifier)
    idle(window, qtbot)
    qtbot.waitUntil(lambda: tab.body.sizes()[1] == 0, timeout=LONG)
    tab.view.activated.emit(tab.view.model().index(last, 1))
    idle(window, qtbot)
    qtbot.waitUntil(tab.detail.isVisible, timeout=LONG)
    qtbot.waitUntil(lambda: tab.body.sizes() == dragged, timeout=LONG)
    sight = tab.view.viewport().rect
    qtbot.waitUntil(lambda: sight().contains(tab.view.visualRect(tab.view.model().index(last, 1))), timeout=LONG)


def test_the_place_of_the_detail_says_what_it_is_for_and_can_be_given_up(window: Window, qtbot: QtBot) -> None:
    tab = all_rows(window, qtbot)
    hints = [each for each in tab.body.findChildren(QLabel) if each.text().startswith("Choose a row")]
    assert [each.isVisible() for each in hints] == [True]
    shut = next(
        each for each in tab.body.findChildren(QToolButton) if each.isVisible() and each is not tab.detail.close_
    )
    shut.click()
    assert not hints[0].isVisible()
    window.resize(1600, 990)
    assert not hints[0].isVisible()
