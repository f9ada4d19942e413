"""The findings panel: filters, places, and remedies that are one step of Undo each."""

from datetime import date

import pytest
from PySide6.QtCore import QDate, QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefer.desktop import dress, facts, places, theme
from briefer.desktop.days import DayDialog
from briefer.desktop.window import Window
from briefer.model.brief import Finding
from briefer.model.desk import Checked, Fault
from briefer.service import edits
from tests.desktop.conftest import LONG

FOUND = (
    Finding(severity="error", code="above-banner", message="Marked CUI.", place="risks", remedy="Raise it."),
    Finding(severity="warning", code="starter-text", message="Starts.", place="lines", remedy="Write it."),
    Finding(severity="warning", code="uncited", message="Cites nothing.", place="risks:1", remedy="Cite."),
    Finding(severity="warning", code="decision-undated", message="By when.", place="bottom-line", remedy="Say."),
    Finding(severity="note", code="likelihood", message="Two words.", place="risks:1", remedy="Make it one."),
    Finding(severity="note", code="changed", message="It changed.", place="ofac-1", remedy="Refresh."),
)


@pytest.fixture
def found(window: Window) -> Window:
    pack = edits.change(window.work.pack, "risks", marking="CUI", text="It is likely.\nStill.\n\nMore.")
    window.work.do("Before", pack)
    window.work.preview.checked.emit(Checked(state=0, findings=FOUND))
    return window


def choose(window: Window, code: str) -> None:
    tree = window.findings.tree
    for at in range(tree.topLevelItemCount()):
        group = tree.topLevelItem(at)
        for n in range(group.childCount() if group else 0):
            item = group.child(n) if group else None
            if item is not None and item.data(0, Qt.ItemDataRole.UserRole).code == code:
                tree.setCurrentItem(item)
                return
    raise AssertionError(code)


def undone(window: Window) -> str:
    return window.actions_by_name["undo"].text()


def test_words_narrow_the_list_and_what_is_chosen_stays(found: Window) -> None:
    panel = found.findings
    choose(found, "uncited")
    panel.filter.setText("cites risks")
    assert panel.tree.topLevelItemCount() == 1
    assert panel.chosen() == FOUND[2]
    panel.filter.clear()
    assert panel.chosen() == FOUND[2]
    panel._by("section")()
    groups = [panel.tree.topLevelItem(n).text(0) for n in range(panel.tree.topLevelItemCount())]  # type: ignore[union-attr]
    assert groups[0] == "Risks (3)"
    panel._by("code")()
    assert panel.chosen() == FOUND[2]


def test_the_same_findings_again_leave_the_list_as_it_is(found: Window) -> None:
    before = found.findings.tree.topLevelItem(0)
    found.work.preview.checked.emit(Checked(state=0, findings=FOUND))
    assert found.findings.tree.topLevelItem(0) is before


def test_a_remedy_is_a_step_that_undo_names(found: Window) -> None:
    choose(found, "above-banner")
    found.apply_fix()
    assert found.work.pack.marking == "CUI"
    assert undone(found) == "Undo Raise the marking to CUI"
    choose(found, "starter-text")
    item = found.findings.tree.currentItem()
    found.findings._click(item, 2)
    assert not edits.section(found.work.pack, "lines").include  # type: ignore[union-attr]
    found.undo()
    found.undo()
    assert found.work.pack.marking == "UNCLASSIFIED"


def test_a_place_outside_the_outline_is_said_by_its_name_where_the_facts_know_it(found: Window) -> None:
    dossier = found.work.dossier
    assert dossier
    apart = (each for each in dossier.neighbours if not places.home(found.work.pack, each.id))
    entity, position = next(apart), dossier.positions[0]
    seen = tuple(
        Finding(severity="note", code="changed", message="It changed.", place=place)
        for place in (entity.id, position.id, dossier.sources[0].id, "ofac-1")
    )
    found.work.preview.checked.emit(Checked(state=0, findings=seen))
    where = [found.findings._where(each) for each in seen]
    assert where[0] == entity.caption
    assert where[1] == f"{position.holder}, {facts.day(position.said_on or position.reported_on)}"
    assert "-" not in where[1]
    assert where[2:] == [dossier.sources[0].title, "ofac-1"]


@pytest.mark.parametrize("name", list(theme.THEMES))
def test_the_mark_of_a_row_is_seen_in_every_theme(found: Window, qapp: QApplication, name: str) -> None:
    dress.colour(qapp, name)
    found.findings.refresh()
    choose(found, "uncited")
    item = found.findings.tree.currentItem()
    assert item is not None
    tokens = theme.now()
    for mode, ink in ((QIcon.Mode.Normal, "warning"), (QIcon.Mode.Selected, "on_select")):
        for state in (QIcon.State.On, QIcon.State.Off):
            picture = item.icon(0).pixmap(QSize(15, 15), mode, state).toImage()
            inks = {
                picture.pixelColor(x, y).name()
                for x in range(15)
                for y in range(15)
                if picture.pixelColor(x, y).alpha() == 255
            }
            assert getattr(tokens, ink) in inks
    dress.colour(qapp, "light")


def test_a_source_is_asked_for_at_the_end_of_the_passage(found: Window, qtbot: QtBot) -> None:
    choose(found, "uncited")
    found.apply_fix()
    assert found.editor.edit.toPlainText().startswith("It is likely.\nStill. @\n\nMore.")
    found.undo()
    assert "@" not in found.editor.edit.toPlainText()


def test_a_cell_is_cited_within_itself(found: Window) -> None:
    found.go_to("risks")
    found.editor.edit.setPlainText("| A | B |\n| --- | --- |\n| one | two |\n| three | four |")
    found.editor.cite_at(3)
    assert "| one | two @ |" in found.editor.edit.toPlainText()


def test_a_day_is_asked_for(found: Window) -> None:
    choose(found, "decision-undated")
    found.apply_fix()
    dialog = found.findChild(DayDialog)
    assert dialog
    dialog.day.setDate(QDate(2025, 4, 7))
    dialog._set()
    assert found.work.pack.settings.decide_by == date(2025, 4, 7).isoformat()
    assert undone(found) == "Undo Set the day of the decision"


def test_facts_are_read_anew_and_what_has_no_remedy_is_jumped_to(found: Window, qtbot: QtBot) -> None:
    choose(found, "changed")
    with qtbot.waitSignal(found.work.gathered, timeout=LONG):
        found.apply_fix()
    found.go_to("lines")
    choose(found, "likelihood")
    found.apply_fix()
    assert found.work.section == "risks"
    found.findings.tree.clear()
    found.apply_fix()


def test_a_page_that_could_not_be_laid_out_is_not_said_to_stop_nothing(found: Window) -> None:
    found.work.findings, found.work.was_checked = (), True
    found.findings.refresh()
    assert found.findings.free.text() == "Nothing stops the export."
    found.work.preview.fault.emit(Fault(state=found.work.preview.state, section="risks", message="M."))
    assert found.findings.free.text() == "A page could not be laid out."
    assert not found.findings.free_sign.isVisible()
