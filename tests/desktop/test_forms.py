from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from briefer.desktop.dialogs import Dialog
from briefer.desktop.forms import FormDialog
from briefer.desktop.questions import QUESTIONS
from briefer.desktop.remarks import SENTENCES, read_as
from briefer.desktop.window import Window
from briefer.model.policy import Position
from tests.desktop.conftest import LONG


def idle(window: Window, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.work.tasks.idle, timeout=LONG)


def form(window: Window, qtbot: QtBot, kind: str = "positions", value: object = None) -> FormDialog:
    window.library.enter(kind, value)
    qtbot.waitUntil(lambda: bool(open_forms(window)), timeout=LONG)
    return open_forms(window)[-1]


def open_forms(window: Window) -> list[FormDialog]:
    return [each for each in window.findChildren(FormDialog) if each.isVisible()]


def complete(window: Window, dialog: FormDialog, **more: str) -> None:
    given = {
        "holder": "Dmitry Peskov",
        "issue": window.work.desk.issues()[0].id,
        "stance": "2",
        "quote": "Мы за снятие",
        "language": "ru",
        "translation": "We are for lifting them",
        "said_on": "17 March 2025",
        "source": window.work.desk.sources()[0].id,
        "locator": "para. 2",
        "grade": "B2",
        **more,
    }
    for name, value in given.items():
        dialog.fields[name].fill(value)


def test_what_is_wrong_is_said_under_the_field_as_one_types(window: Window, qtbot: QtBot) -> None:
    dialog = form(window, qtbot)
    day = dialog.fields["said_on"]
    qtbot.keyClicks(day.control(), "3/4/2025")
    assert "two ways" in dialog.said["said_on"].text()
    assert dialog.said["said_on"].property("role") == "error"
    assert "two ways" in day.control().accessibleDescription()
    day.fill("March 2025")
    assert dialog.said["said_on"].text() == "Read as March 2025; the day is not known."
    assert dialog.said["holder"].property("role") == "muted"
    dialog.store()
    assert dialog.isVisible()
    assert dialog.said["holder"].text() == "This is needed."
    assert dialog.fields["holder"].control().hasFocus() or not dialog.isActiveWindow()
    assert dialog.hint.text() == "Holder: This is needed."
    dialog.reject()


def test_a_holder_brings_the_capacity_stated_last(window: Window, qtbot: QtBot) -> None:
    dialog = form(window, qtbot)
    dialog.fields["holder"].fill("Dmitry Peskov")
    assert dialog.fields["capacity"].value() == "Spokesman of the President of Russia"
    dialog.reject()


def test_a_position_is_stored_shown_and_added(window: Window, qtbot: QtBot) -> None:
    dialog = form(window, qtbot)
    before = window.work.desk.held().positions
    complete(window, dialog, entities="measure-crimea-embargo")
    dialog.store()
    tab = window.library.by_kind["positions"]
    qtbot.waitUntil(lambda: len(tab.model.rows) == before + 1 and window.work.tasks.idle, timeout=LONG)
    held = next(each for each in window.work.desk.positions() if each.id == "dmitry-peskov-2025-03-17")
    assert (held.stance, held.quote, held.grade, held.measures) == (
        2,
        "Мы за снятие",
        "B2",
        ("measure-crimea-embargo",),
    )
    assert held.said_on is not None
    assert held.said_on.text == "17 March 2025"
    assert held.id in window.work.pack.positions
    assert tab.chosen() == [held.id]
    window.undo()
    assert held.id not in window.work.pack.positions


def test_an_edited_position_takes_the_place_of_the_former_which_is_kept(window: Window, qtbot: QtBot) -> None:
    former = next(
        each for each in window.work.desk.positions() if each.id in window.work.pack.positions and each.source
    )
    at = window.work.pack.positions.index(former.id)
    dialog = form(window, qtbot, value=former)
    assert dialog.fields["holder"].value() == former.holder
    dialog.fields["conditions"].fill("After a ceasefire")
    if not dialog.fields["paraphrase"].value():
        dialog.fields["paraphrase"].fill("So.")
    with qtbot.waitSignal(dialog.entered, timeout=LONG):
        dialog.store()
    idle(window, qtbot)
    held = {each.id: each for each in window.work.desk.positions()}
    now = next(each for each in held.values() if each.supersedes == former.id)
    assert held[former.id] == former
    assert now.conditions == "After a ceasefire"
    assert now.marking == former.marking
    assert window.work.pack.positions[at] == now.id
    assert former.id not in window.work.pack.positions
    idle(window, qtbot)
    rows = {each.id: each for each in window.library.by_kind["positions"].model.rows}
    assert rows[former.id].lines.second.startswith("replaced")
    window.undo()
    assert window.work.pack.positions[at] == former.id


def test_a_source_can_be_entered_on_the_way(window: Window, qtbot: QtBot) -> None:
    dialog = form(window, qtbot)
    dialog.enter_new("sources")
    inner = next(each for each in dialog.findChildren(FormDialog) if each.kind == "sources")
    inner.fields["publisher"].fill("Reuters")
    inner.fields["date"].fill("March 2031")
    assert inner.said["date"].text() == "March 2031 has not come yet."
    inner.fields["date"].fill("March 2025")
    inner.fields["title"].fill("Talks in Riyadh")
    assert inner.fields["id"].value() == "reuters-2025-03"
    inner.fields["url"].fill("reuters")
    assert "https" in inner.said["url"].text()
    inner.fields["url"].fill("https://example.org/talks")
    inner.store()
    qtbot.waitUntil(lambda: dialog.fields["source"].value() == "reuters-2025-03", timeout=LONG)
    assert "Talks in Riyadh" in dialog.fields["source"].control().toolTip()
    dialog.reject()


def test_an_edited_source_keeps_its_key_and_what_the_form_does_not_ask(window: Window, qtbot: QtBot) -> None:
    source = window.work.desk.sources()[0]
    dialog = form(window, qtbot, "sources", source)
    assert not dialog.fields["id"].control().isEnabled()
    dialog.fields["note"].fill("Read again.")
    with qtbot.waitSignal(dialog.entered, timeout=LONG):
        dialog.store()
    idle(window, qtbot)
    now = next(each for each in window.work.desk.sources() if each.id == source.id)
    assert now.note == "Read again."
    assert now.sha256 == source.sha256


def test_the_first_position_of_an_empty_library_is_entered_with_its_issue_and_source(
    make: Callable[[Path], Window], tmp_path: Path, qtbot: QtBot, no_pages: None
) -> None:
    window = make(tmp_path / "new.sqlite")
    dialog = form(window, qtbot, "issues")
    dialog.fields["title"].fill("Easing")
    dialog.fields["proposition"].fill("The measures should be eased.")
    assert dialog.fields["id"].value() == "easing"
    dialog.fields["order"].fill("first")
    assert "whole number" in dialog.said["order"].text()
    dialog.fields["order"].fill("1")
    dialog.store()
    qtbot.waitUntil(lambda: len(window.library.by_kind["issues"].model.rows) == 1, timeout=LONG)
    assert (tmp_path / "new.sqlite").exists()


def test_entities_are_looked_for_and_become_chips(window: Window, qtbot: QtBot) -> None:
    dialog = form(window, qtbot)
    targets = dialog.fields["entities"]
    targets.choose()  # type: ignore[attr-defined]
    chooser = targets.chooser  # type: ignore[attr-defined]
    qtbot.keyClicks(chooser.line, "timchenko")
    idle(window, qtbot)
    qtbot.keyClick(chooser.line, Qt.Key.Key_Return)
    assert targets.value() == "ofac-16666"
    (chip,) = targets.flow.parts()  # type: ignore[attr-defined]
    assert chip.text() == "Gennady Nikolayevich Timchenko"
    chip.click()
    assert targets.value() == ""
    dialog.reject()


@pytest.mark.parametrize("kind", QUESTIONS)
def test_every_field_has_a_name_and_its_label_as_buddy(window: Window, qtbot: QtBot, kind: str) -> None:
    dialog = form(window, qtbot, kind)
    for name, field in dialog.fields.items():
        assert field.control().accessibleName(), name
    dialog.reject()


def test_every_remark_has_a_sentence() -> None:
    text = (Path(__file__).parents[2] / "briefer" / "service" / "entry.py").read_text(encoding="utf-8")
    import re

    codes = set(re.findall(r'code="([\w-]+)"', text)) | {"slashes", "no-date"}
    assert codes == set(SENTENCES)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("17 March 2025", "Read as 17 March 2025."),
        ("2025-03", "Read as March 2025; the day is not known."),
        ("2025", "Read as 2025; the month is not known."),
        ("circa 2025", "Read as about 2025."),
        ("2024-2025", "Read as between 1 January 2024 and 31 December 2025."),
        ("soon", ""),
        ("", ""),
    ],
)
def test_a_date_says_how_it_was_read(typed: str, said: str) -> None:
    assert read_as(typed) == said


def test_a_position_of_another_holder_is_doubted(window: Window, qtbot: QtBot) -> None:
    former: Position = window.work.desk.positions()[0]
    dialog = form(window, qtbot)
    complete(window, dialog, supersedes=former.id)
    dialog.fields["supersedes"].changed.emit()
    assert dialog.said["supersedes"].property("role") == "warning"
    dialog.reject()


def question(dialog: QWidget) -> Dialog | None:
    return next((each for each in dialog.findChildren(Dialog) if each.isVisible()), None)


def press(asked: Dialog, words: str) -> None:
    next(each for each in asked.findChildren(QPushButton) if each.text() == words).click()


@pytest.mark.parametrize(("kind", "field"), [("positions", "quote"), ("sources", "title"), ("issues", "title")])
def test_what_was_typed_is_not_thrown_away_unasked(window: Window, qtbot: QtBot, kind: str, field: str) -> None:
    dialog = form(window, qtbot, kind)
    dialog.fields[field].fill("Words that nobody has written down elsewhere")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    asked = question(dialog)
    assert asked is not None
    qtbot.keyClick(asked, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    dialog.close()
    asked = question(dialog)
    assert asked is not None
    press(asked, "Keep writing")
    assert dialog.isVisible()
    assert dialog.fields[field].value().startswith("Words")
    dialog.reject()
    asked = question(dialog)
    assert asked is not None
    press(asked, "Discard")
    assert not dialog.isVisible()


@pytest.mark.parametrize("kind", QUESTIONS)
def test_an_empty_form_closes_at_once(window: Window, qtbot: QtBot, kind: str) -> None:
    dialog = form(window, qtbot, kind)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
