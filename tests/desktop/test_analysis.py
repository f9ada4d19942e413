"""The analysis views: what they show, and how it goes into the pack."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from briefer.desktop.analysis import VIEWS
from briefer.desktop.changes_view import BACK
from briefer.desktop.compared import ROWS
from briefer.desktop.naming import NameDialog
from briefer.desktop.scenario import ScenarioView
from briefer.desktop.tranche import card
from briefer.desktop.window import Window
from briefer.model.desk import Current
from briefer.model.options import Count, Cover, Elsewhere
from briefer.model.pack import Tranche
from briefer.model.relief import Remains
from briefer.model.views import Change, Chosen, Since
from briefer.service import edits
from tests.desktop.conftest import LONG

Settle = Callable[[], None]


@pytest.fixture
def settle(window: Window, qtbot: QtBot) -> Settle:
    def wait() -> None:
        qtbot.waitUntil(lambda: window.work.tasks.idle and window.work.analysis.idle, timeout=LONG)

    window.resize(1440, 900)
    return wait


def words(part: QWidget) -> str:
    return " ".join(each.text() for each in part.findChildren(QLabel) if not each.isHidden())


def test_what_the_pack_prints_already_is_said_to_be_in_it_at_once(window: Window) -> None:
    assert not window.has_views
    window.show_relief()
    assert window.views.relief.is_put()
    assert window.views.state.text() == "In the pack"
    assert not window.views.put_button.isEnabled()


def test_the_relief_table_narrows_by_class_and_says_why(window: Window, qtbot: QtBot, settle: Settle) -> None:
    window.show_relief()
    settle()
    view = window.views.relief
    assert len(view.table.grid.ids) == len(window.work.pack.entities) + len(window.work.pack.measures)
    view.table.selectRow(0)
    qtbot.waitUntil(lambda: "22 USC" in words(view.reasons), timeout=LONG)  # new labels show with the next event
    for name, made in view.filters.chips.items():
        made.setChecked(name == "A")
    view.redraw()
    shown = {each.relief.klass for each in view.picks if each.id in view.table.grid.ids}
    assert shown == {"A"}


def test_a_view_is_put_into_the_pack_as_one_step(window: Window, settle: Settle) -> None:
    section = next(each for each in window.work.pack.sections if each.kind == "relief")
    window.work.edit("Leave out", edits.change, section.id, include=False)
    window.show_relief()
    settle()
    assert window.views.put_button.isEnabled()
    window.put_view()
    assert window.work.history is not None
    assert window.work.history.undo_label == "Put the relief table into the pack"
    assert not window.views.put_button.isEnabled()
    window.undo()
    assert window.views.put_button.isEnabled()


def test_keys_tick_a_pick_into_a_tranche_and_the_cards_follow(window: Window, settle: Settle, qtbot: QtBot) -> None:
    window.show_scenario()
    settle()
    view = window.views.scenario
    assert not window.views.put_button.isEnabled()
    id = next(id for id in view.table.grid.ids if id not in view.draft[2].entities and id in window.work.pack.entities)
    view.table.selectRow(view.table.grid.ids.index(id))
    before = len(view.found.options[2].cover.entries)
    qtbot.keyClick(view.table, Qt.Key.Key_3)
    settle()
    assert id in view.draft[2].entities
    assert len(view.found.options[2].cover.entries) == before + 1
    assert window.work.pack.tranches != view.draft
    window.put_view()
    assert id in window.work.pack.tranches[2].entities
    window.undo()
    settle()
    assert view.draft == window.work.pack.tranches
    assert id not in view.draft[2].entities


def test_a_drafter_keeps_several_sets_under_names(window: Window, settle: Settle) -> None:
    window.show_scenario()
    settle()
    view, own = window.views.scenario, window.work.pack.tranches
    view.sets.ask()
    asked = window.findChildren(NameDialog)[-1]
    assert asked.line.accessibleName() == "Name of the set"
    asked.line.setText("Soft & slow ")
    asked.go.click()
    assert window.work.history is not None
    assert window.work.history.undo_label == "Keep the set “Soft & slow”"
    view.add()
    settle()
    view.sets.keep("Harder")
    harder = view.draft
    view.sets.offer()
    offered = [each for each in view.sets.button.menu().actions() if each.isCheckable()]
    assert [(each.text(), each.isChecked()) for each in offered] == [("Soft && slow", False), ("Harder", True)]
    offered[0].trigger()
    settle()
    assert view.draft == own
    view.sets.take("Harder")
    settle()
    assert view.draft == harder
    assert window.work.pack.tranches == own
    view.put()
    assert len(window.work.pack.tranches) == len(harder)
    view.sets.drop("Harder")
    view.sets.offer()
    assert [each.title for each in window.work.pack.scenarios] == ["Soft & slow"]
    window.undo()
    assert len(window.work.pack.scenarios) == 2
    view.sets.ask()
    window.findChildren(NameDialog)[-1].reject()
    assert len(window.work.pack.scenarios) == 2


def test_space_and_a_click_tick_and_0_takes_out_of_all(window: Window, settle: Settle, qtbot: QtBot) -> None:
    window.show_scenario()
    settle()
    view = window.views.scenario
    view.add()
    settle()
    at = len(view.draft) - 1
    view.table.setCurrentIndex(view.table.grid.index(0, 3 + at))
    id = view.table.id()
    qtbot.keyClick(view.table, Qt.Key.Key_Space)
    settle()
    assert view.draft[at].entities == (id,)
    qtbot.keyClick(view.table, Qt.Key.Key_0)
    settle()
    assert not any(id in each.entities for each in view.draft)
    qtbot.keyClick(view.table, Qt.Key.Key_1)  # the option to do nothing covers nobody
    assert view.draft[0].entities == ()


def test_a_tranche_is_added_renamed_changed_and_taken_out(window: Window, settle: Settle) -> None:
    window.show_scenario()
    settle()
    view, count = window.views.scenario, len(window.work.pack.tranches)
    view.add()
    settle()
    view.rename(count)
    asked = view.findChild(NameDialog)
    assert asked is not None
    asked.line.setText("Later")
    asked.take()
    view.change(count, kind="licence")
    settle()
    assert (view.draft[-1].title, view.draft[-1].kind) == ("Later", "licence")
    window.put_view()
    added = window.work.pack.tranches[-1]
    assert edits.section(window.work.pack, added.section) is not None
    view.remove(count)
    settle()
    assert len(view.draft) == count
    view.restore()
    settle()
    assert view.draft == window.work.pack.tranches


def test_ownership_is_drawn_twice_and_moves_together(window: Window, settle: Settle, qtbot: QtBot) -> None:
    window.show_ownership()
    settle()
    view = window.views.ownership
    assert view.delist
    assert set(view.before.nodes) == set(view.after.nodes) == set(view.table.grid.ids)
    statuses = {id: node.status for id, node in view.after.nodes.items()}
    assert statuses[view.delist[0]] in ("delisted", "freed", "open")
    qtbot.keyClick(view.before, Qt.Key.Key_Down)
    first = view.before.current
    assert first
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Left):
        qtbot.keyClick(view.before, key)
    assert view.after.current == view.before.current
    assert view.before.nodes[view.before.current].words() == view.before.accessibleDescription()
    qtbot.keyClick(view.before, Qt.Key.Key_Plus)
    assert view.after.transform() == view.before.transform()
    qtbot.keyClick(view.after, Qt.Key.Key_0)
    assert view.before.transform() == view.after.transform()


def test_picks_are_taken_off_and_put_back_and_the_table_says_the_same(window: Window, settle: Settle) -> None:
    window.show_ownership()
    settle()
    view = window.views.ownership
    assert view.found is not None
    more = next(id for id, _name in view.found.owners if id not in view.delist)
    view.add(more)
    settle()
    assert more in view.delist
    view.remove(more)
    settle()
    assert more not in view.delist
    view.as_table.click()
    assert view.stack.currentWidget() is view.table
    assert view.first() is view.table
    view.rules.setCurrentIndex(1)
    settle()
    assert view.found.rule


def test_a_cell_of_the_matrix_opens_its_line_with_the_source(window: Window, settle: Settle, qtbot: QtBot) -> None:
    window.show_matrix()
    settle()
    view = window.views.matrix
    assert view.found is not None
    at, across = next(
        (number, column)
        for number, row in enumerate(view.found.matrix.rows)
        for column, stand in enumerate(row.stands)
        if stand.position and stand.position.quote
    )
    view.table.setCurrentIndex(view.table.grid.index(at, across))
    held = view.found.matrix.rows[at].stands[across].position
    assert held is not None
    qtbot.waitUntil(lambda: held.quote in words(view.ledger), timeout=LONG)
    said = words(view.ledger)
    source = view.found.source(held.source)
    assert source is not None
    assert source.title in said


def test_the_positions_begin_at_the_leftmost_issue(window: Window, settle: Settle) -> None:
    window.resize(1024, 700)
    window.show_matrix()
    settle()
    view = window.views.matrix
    at = view.table.currentIndex()
    assert view.found is not None
    assert view.found.matrix.rows[at.row()].stands[at.column()].position
    assert view.table.horizontalScrollBar().maximum() > 0
    assert view.table.horizontalScrollBar().value() == 0


def test_later_positions_are_counted_and_the_pack_can_be_moved(window: Window, settle: Settle) -> None:
    window.work.do("Earlier", replace(window.work.pack, as_of=date(2025, 3, 10)))
    window.show_matrix()
    settle()
    view = window.views.matrix
    view.own.setChecked(False)
    view.day.setDate(QDate(2025, 3, 31))
    settle()
    assert view.notice.isVisible()
    assert "The pack stops at 10 March 2025." in view.late.text()
    view.move_button.click()
    settle()
    assert window.work.pack.as_of == date(2025, 3, 31)
    view.moved.click()
    view.first_hand.click()
    settle()
    window.put_view()
    assert window.work.pack.positions


def test_kinds_are_shown_beside_the_events_and_put_into_the_pack(window: Window, settle: Settle) -> None:
    window.show_timeline()
    settle()
    view = window.views.timeline
    assert set(view.asked()) == set(window.work.pack.settings.timeline)
    before = len(view.table.grid.rows)
    told = [row[-1].words.split("; ") for row in view.table.grid.rows]
    assert all(len(set(each)) == len(each) for each in told)
    view.chips["position"].click()
    settle()
    assert len(view.table.grid.rows) > before
    window.put_view()
    assert "position" in window.work.pack.settings.timeline


def test_the_packs_own_events_say_so_and_a_chip_counts_what_it_adds(window: Window, settle: Settle) -> None:
    window.show_timeline()
    settle()
    view = window.views.timeline
    for made in view.chips.values():
        made.setChecked(False)
    view.renew()
    settle()
    assert view.found.happenings
    assert all("Event of the pack" in row[2].words for row in view.table.grid.rows)
    own = sum(each.entry.kind == "order" for each in view.found.happenings)
    before = len(view.found.happenings)
    view.chips["order"].click()
    settle()
    assert view.chips["order"].text() == f"Orders · {len(view.found.happenings) - before}"
    assert view.chips["order"].toolTip().startswith(f"{own} ")


def test_where_nothing_could_be_compared_it_is_not_said_that_nothing_changed(window: Window, settle: Settle) -> None:
    window.show_changes()
    settle()
    view, since = window.views.changes, date(2026, 10, 24)
    assert view.head.text() == "Nothing was compared"
    assert window.views.put_button.property("kind") == ""
    view._fill(Since(since=since, newest=date(2025, 3, 31)))
    assert view.head.text() == "Nothing was compared"
    assert "no later copy to compare it with since 24 October 2026" in view.why.text()
    view._fill(Since(since=date(2025, 1, 1), newest=date(2025, 3, 31), notes=("Only one snapshot is held.",)))
    assert "no earlier copy" in view.why.text()
    view._fill(Since(since=since))
    assert view.why.text() == "The library holds no list yet."
    view.put()
    assert any(each.text.startswith("Nothing was compared.") for each in window.work.pack.sections)
    view._fill(Since(since=since, compared=1))
    assert view.head.text() == "Nothing changed"
    view._fill(Since(since=since, compared=1, changes=(Change(list="SDN", id="a", caption="Alpha", what="added"),)))
    assert not view.bare
    assert window.views.put_button.property("kind") == "primary"
    view.chips["added"].click()
    assert view.head.text() == "No change of the kinds chosen"
    window.work.edit("Leave all", lambda pack: replace(pack, entities=(), measures=()))
    settle()
    assert "no picks yet" in view.why.text()


def _remains(regime: str, basis: str, measure: str = "") -> Remains:
    return Remains(regime=regime, act="269/2014", programme="EU-RUS", basis=basis, measure=measure)


@pytest.mark.parametrize(
    ("left", "said"),
    [
        ((_remains("EU", "lapsed?"),), "EU 1 (stated end passed, renewal not known)"),
        ((_remains("EU", "renewal"),), "EU 1"),
        ((_remains("EU", "none", "measure-oil"),), "EU 1 (not listed, bound by a measure)"),
        ((_remains("EU", "owners"),), "EU 1 (frozen through owners)"),
    ],
)
def test_what_is_in_force_and_what_stays_elsewhere_say_the_same(left: tuple[Remains, ...], said: str) -> None:
    elsewhere = (Elsewhere(regime="EU", ids=("a",)),)
    cover = Cover(
        id="1", title="One", kind="tranche", start=date(2026, 1, 1), elsewhere=elsewhere,
        by_regime=(Count(name="US", ids=("a",)),),
    )  # fmt: skip
    table = dict(ROWS)
    tranche = Tranche(id="1", title="One")
    given = (tranche, Chosen(cover=cover), {"a": left})
    space = "\N{NO-BREAK SPACE}"
    assert table["In force with"](*given).replace(space, " ") == f"US 1 · {said}"
    assert table["Stays elsewhere"](*given).replace(space, " ") == said


def test_a_card_says_in_exact_words_who_is_no_longer_blocked(window: Window, settle: Settle) -> None:
    window.show_scenario()
    settle()
    view = window.views.scenario
    option = replace(view.found.options[2], freed=(("a", "Alpha"),), stay=(("b", "Beta"),))
    said = words(card(3, view.draft[2], option, defaultdict(lambda: lambda: None)))
    assert "no longer blocked" in said
    assert "No longer blocked through owners: Alpha" in said
    assert "still blocked" in said
    assert "freed" not in said.casefold()


def test_changes_are_narrowed_and_written_into_the_pack(window: Window, settle: Settle) -> None:
    window.show_changes()
    settle()
    view = window.views.changes
    assert view.nothing.isVisible()
    changes = (
        Change(list="SDN", id="a", caption="Alpha", what="added"),
        Change(list="SDN", id="b", caption="Beta", what="changed", field="name", old="x", new="y", cause="source"),
    )
    view._fill(Since(since=date(2025, 3, 1), changes=changes))
    assert view.table.isVisible()
    view.chips["added"].click()
    assert [each.id for each in view.shown()] == ["b"]
    window.put_view()
    added = next(each for each in window.work.pack.sections if each.title == "Changes since 1 March 2025")
    assert "Beta (b), name: x → y" in added.text
    view.own.click()
    settle()


def test_tabs_and_escape_go_through_the_views(window: Window, settle: Settle, qtbot: QtBot) -> None:
    window.show_relief()
    settle()
    for _each in VIEWS:
        window.next_tab()
        settle()
    assert window.views.view is window.views.relief
    window.former_tab()
    assert window.views.view is window.views.changes
    with qtbot.waitActive(window, timeout=LONG):
        window.activateWindow()
    qtbot.keyClick(window.views.tabs, Qt.Key.Key_Escape)
    assert window.pack_stack.currentIndex() == 0
    window.find_entity()
    window.next_tab()
    assert window.library.tabs.currentIndex() == 1


def test_a_narrow_window_gives_the_views_all_of_its_width(window: Window, settle: Settle, qtbot: QtBot) -> None:
    window.resize(1024, 700)
    window.find_entity()
    for show in (window.show_scenario, window.show_ownership, window.show_matrix, window.show_timeline):
        show()
        settle()
        assert not window.library.isVisible()
    window.show_library()
    settle()
    assert window.library.isVisible()
    assert window.views.isVisible()
    tabs = window.views.tabs
    qtbot.waitUntil(lambda: window.views.put_button.text() == "", timeout=LONG)
    qtbot.waitUntil(lambda: tabs.width() >= sum(tabs.tabRect(at).width() for at in range(tabs.count())), timeout=LONG)
    assert window.views.put_button.accessibleName() == "Put into the pack"
    window.resize(1440, 900)
    qtbot.waitUntil(lambda: window.views.put_button.text() == "Put into the pack", timeout=LONG)


def test_views_are_empty_again_when_the_pack_is_closed(window: Window, settle: Settle) -> None:
    for show in (window.show_relief, window.show_scenario, window.show_ownership, window.show_matrix):
        show()
        settle()
    window.close_pack()
    assert window.views.relief.picks == ()
    assert window.views.scenario.draft == ()
    assert window.views.ownership.found is None
    window.show_scenario()  # nothing is open, so nothing happens
    assert not window.views.isVisible()


def test_a_change_of_theme_draws_the_views_anew(window: Window, settle: Settle) -> None:
    window.show_ownership()
    settle()
    window.dressed()
    assert window.views.ownership.before.nodes
    assert window.views.findChild(QPushButton) is not None


def test_only_the_card_of_a_tranche_that_changed_is_made_anew(window: Window, settle: Settle, qtbot: QtBot) -> None:
    def cards() -> list[QWidget | None]:
        places = (view.cards.itemAt(at) for at in range(view.cards.count()))
        return [place.widget() if place else None for place in places]

    window.show_scenario()
    settle()
    view = window.views.scenario
    before = cards()
    view.change(2, title="Another name")
    settle()
    after = cards()
    assert [at for at, pair in enumerate(zip(before, after, strict=True)) if pair[0] is not pair[1]] == [2]
    view.remove(1)
    settle()
    assert len(cards()) == len(before) - 1 == len(view.draft)
    assert all(each.title in words(card) for each, card in zip(view.draft, cards(), strict=True) if card)


def column(view: ScenarioView, at: int) -> dict[str, str]:
    """What the columns side by side say of a scenario."""
    table = view.compared
    return {title: item.text() for row, (title, _says) in enumerate(ROWS) if (item := table.item(row, at)) is not None}


def test_scenarios_stand_side_by_side_and_follow_the_ticks(window: Window, settle: Settle, qtbot: QtBot) -> None:
    window.show_scenario()
    settle()
    view = window.views.scenario
    view.beside.click()
    assert view.compared.isVisible()
    assert view.side.isHidden()
    assert view.compared.columnCount() == len(view.draft)
    before = column(view, 2)
    assert before["Picks covered"] == "3"
    assert "2 people" in before["By kind"]
    assert "30 Apr 2025: 1" in before["Earliest"]
    assert "not covered" in before["Stays at home"]
    assert "EU" in before["Stays elsewhere"]
    abroad = {line.split("\N{NO-BREAK SPACE}")[0] for line in before["Stays elsewhere"].splitlines()}
    force = {part.split("\N{NO-BREAK SPACE}")[0] for part in before["In force with"].split(" · ")}
    assert force == abroad | {"US"}
    id = next(id for id in view.table.grid.ids if id not in view.draft[2].entities and id in window.work.pack.entities)
    view.table.selectRow(view.table.grid.ids.index(id))
    qtbot.keyClick(view.table, Qt.Key.Key_3)
    settle()
    assert column(view, 2)["Picks covered"] == "4"
    assert column(view, 0)["Picks covered"] == "0"
    view.beside.click()
    assert not view.compared.isVisible()
    assert not view.side.isHidden()


def test_who_spoke_for_and_against_is_named_in_each_scenario(window: Window, settle: Settle) -> None:
    window.show_scenario()
    settle()
    view = window.views.scenario
    view.compare(on=True)
    spoken = [column(view, at) for at in range(len(view.draft))]
    named = {each.holder for option in view.found.options for each in option.cover.against}
    assert named
    assert any(holder in each["Against"] for holder in named for each in spoken)


def test_a_scenario_is_varied_and_put_into_the_pack_with_a_section(window: Window, settle: Settle) -> None:
    window.show_scenario()
    settle()
    view = window.views.scenario
    view.compare(on=True)
    view.another.menu().aboutToShow.emit()
    offered = [each.text() for each in view.another.menu().actions()]
    assert offered == ["Add a tranche", *(f"Vary “{each.title}”" for each in view.draft)]
    view.another.menu().actions()[3].trigger()
    settle()
    former, made = view.draft[2], view.draft[-1]
    assert (made.entities, made.title) == (former.entities, f"{former.title}, varied")
    assert made.id != former.id
    assert column(view, len(view.draft) - 1) == column(view, 2)
    window.put_view()
    assert window.work.pack.tranches[-1].section
    assert edits.section(window.work.pack, window.work.pack.tranches[-1].section) is not None


def test_the_views_that_nobody_wants_yet_are_made_while_nothing_is_under_way(window: Window, qtbot: QtBot) -> None:
    window.show_relief()
    made = window.views._made
    window.work.preview.current.emit(Current(state=0, seconds=0.1))
    assert list(made) == [VIEWS[0]]
    qtbot.waitUntil(lambda: set(made) == set(VIEWS), timeout=LONG)
    assert window.views.view is window.views.relief
    qtbot.waitUntil(lambda: not window.views._ahead.isActive(), timeout=LONG)


def test_positions_are_counted_as_moved_from_a_day_before_the_packs_own(window: Window, settle: Settle) -> None:
    window.work.do("Forget", replace(window.work.pack, settings=replace(window.work.pack.settings, since=None)))
    window.show_matrix()
    settle()
    view = window.views.matrix
    day = window.work.pack.as_of
    assert view.since.date() == QDate(day.year, day.month, day.day).addDays(-BACK)
    assert view.found is not None
    assert view.found.matrix.since == day - timedelta(days=BACK)


def test_days_and_heads_of_the_positions_are_not_cut(window: Window, settle: Settle) -> None:
    window.show_matrix()
    settle()
    table = window.views.matrix.table
    head = table.horizontalHeader()
    room = QFontMetrics(head.font())
    for number, title in enumerate(table.grid.heads):
        box = room.boundingRect(0, 0, table.columnWidth(number) - 16, 999, Qt.TextFlag.TextWordWrap, title)
        assert box.height() <= head.height(), title
    small = QFont(table.font())
    small.setPointSizeF(small.pointSizeF() * 0.88)
    assert QFontMetrics(small).horizontalAdvance("28 Mar 2025") <= table.columnWidth(0) - 16 - 88


def test_columns_of_the_views_take_the_room_that_their_words_need(window: Window, settle: Settle) -> None:
    window.show_relief()
    settle()
    table = window.views.relief.table
    assert table.columnWidth(1) == table.needed(1)
    assert table.columnWidth(2) > table.columnWidth(1)
    window.show_timeline()
    settle()
    table = window.views.timeline.table
    head = table.horizontalHeader()
    cut = [at for at in range(1, 4) if table.columnWidth(at) < head.sectionSizeHint(at)]
    assert not cut


def test_holders_are_named_whole_or_end_in_dots(window: Window, settle: Settle) -> None:
    window.show_matrix()
    settle()
    table = window.views.matrix.table
    side = table.verticalHeader()
    grid, name = table.grid, "Government of Hungary and its delegations abroad"

    def shown() -> list[str]:
        return [grid.headerData(at, Qt.Orientation.Vertical) for at in range(len(grid.side))]

    def fits() -> bool:
        return all(side.fontMetrics().horizontalAdvance(each) <= side.width() - 20 for each in shown())

    assert shown() == list(grid.side)
    assert fits()
    grid.side = (name[:21], *grid.side[1:])
    table.fit_side(100, 260)
    assert (shown()[0], fits()) == (name[:21], True)
    grid.side = (name, *grid.side[1:])
    table.fit_side(100, 260)
    assert shown()[0].endswith("…")
    assert fits()
    assert grid.headerData(0, Qt.Orientation.Vertical, Qt.ItemDataRole.ToolTipRole) == name


def test_words_in_the_boxes_of_owners_are_whole_and_legible(window: Window, settle: Settle) -> None:
    window.show_ownership()
    settle()
    window.resize(1024, 700)
    settle()
    view = window.views.ownership
    for node in view.before.nodes.values():
        name, said = node.rows()
        assert " ".join(name) == node.whole
        assert not any("…" in each or each.endswith("·") for each in said), said
        line = QFontMetrics(node_font()).height() * 0.95
        assert line * len(name + said) <= node.size[1]
    assert view.before.transform().m11() >= 0.8


def node_font() -> QFont:
    font = QFont(QApplication.font())
    font.setPointSizeF(font.pointSizeF() * 0.92)
    return font


def test_both_drawings_of_owners_stand_level_where_one_head_is_broken(window: Window, settle: Settle) -> None:
    window.show_ownership()
    settle()
    view = window.views.ownership
    view.heads[1].setText("If Oleg Vladimirovich Deripaska and everybody he ever met is taken off the list")
    for width in (1024, 1440):
        window.resize(width, 700)
        settle()
        tops = {graph.mapTo(view, graph.rect().topLeft()).y() for graph in (view.before, view.after)}
        assert len(tops) == 1
        assert view.heads[1].height() >= view.heads[1].heightForWidth(view.heads[1].width())
