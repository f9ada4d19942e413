"""The start page on the first day and on the days after."""

import os
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from briefer import settings
from briefer.desktop import sketches
from briefer.desktop.news import NewsDialog
from briefer.desktop.window import Window
from briefer.model.answers import FieldChange, ListChanges, ListRow
from tests.desktop.conftest import LONG

Make = Callable[[Path], Window]


def words(part: QWidget) -> str:
    return " ".join(each.text() for each in part.findChildren(QLabel))


def shown(part: QWidget) -> list[QLabel]:
    return [each for each in part.findChildren(QLabel) if each.isVisible()]


def cards(window: Window) -> dict[str, QPushButton]:
    found = window.start.findChildren(QPushButton)
    return {each.accessibleName(): each for each in found if each.property("kind") == "card" and not each.isHidden()}


def test_the_first_day_offers_the_sample_and_an_import_in_two_sentences(
    make: Make, tmp_path: Path, qtbot: QtBot, no_pages: None
) -> None:
    window = make(tmp_path / "none.sqlite")
    qtbot.waitUntil(window.start.first.isVisible, timeout=LONG)
    assert not window.start.library.isVisible()
    assert "Nothing leaves this computer." in words(window.start.first)
    offered = [each.text() for each in window.start.first.findChildren(QPushButton)]
    assert offered == ["Import a list file…", "Explore the sample"]


def test_with_packs_to_go_on_with_an_empty_library_is_told_beside_them(
    make: Make, sample: Path, qtbot: QtBot, no_pages: None
) -> None:
    settings.save(replace(settings.load(), recent=(str(sample / "sample.brief"),)))
    window = make(sample / "none.sqlite")
    qtbot.waitUntil(window.start.library.isVisible, timeout=LONG)
    qtbot.waitUntil(lambda: window.work.tasks.idle, timeout=LONG)
    assert not window.start.first.isVisible()
    assert "The library is empty" not in [each.text() for each in shown(window.start)]
    assert window.start.held.text().startswith("It holds nothing yet.")
    qtbot.waitUntil(lambda: "Go on" in [each.text() for each in shown(window.start)], timeout=LONG)


def test_a_library_of_positions_alone_is_not_called_empty(
    make: Make, sample: Path, tmp_path: Path, qtbot: QtBot, no_pages: None
) -> None:
    window = make(tmp_path / "own.sqlite")
    qtbot.waitUntil(window.start.first.isVisible, timeout=LONG)
    window.work.desk.enter("issues", ({"id": "x", "title": "X", "proposition": "X should be."},))
    window.start.load()
    qtbot.waitUntil(window.start.library.isVisible, timeout=LONG)
    assert not window.start.first.isVisible()
    assert window.start.held.text() == "1 issue"


def test_recent_packs_say_their_title_and_when_and_one_that_is_gone_stays(
    window: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    gone = str(tmp_path / "gone.brief")
    window.work.set(recent=(*window.work.settings.recent, gone))
    window.show_start()
    qtbot.waitUntil(lambda: window.work.pack.title in cards(window), timeout=LONG)
    found = cards(window)
    assert "Today" in found[window.work.pack.title].accessibleDescription() or "Yesterday" in words(window.start)
    assert not found["gone"].isEnabled()
    assert "not connected" in found["gone"].accessibleDescription()
    with qtbot.waitSignal(window.start.open_path):
        found[window.work.pack.title].click()


def test_when_a_pack_was_saved_is_said_as_people_say_it() -> None:
    from briefer.desktop import start

    now = time.time()
    assert start._when(None) == ""
    assert start._when(now).startswith("Today")
    assert start._when(now - 86_400).startswith("Yesterday")
    assert start._when(0).endswith("1970")


def test_each_document_type_has_a_picture_of_its_own(window: Window, qtbot: QtBot) -> None:
    window.show_start()
    qtbot.waitUntil(lambda: any(name.startswith("New ") for name in cards(window)), timeout=LONG)
    kind = next(iter(window.start.templates.values()))
    one, other = sketches.sketch(kind), sketches.sketch(None)
    assert one.size() == other.size()
    assert one.toImage() != other.toImage()
    for kinds in (["timeline"], ["ownership"], ["positions"], ["text"], ["decision"]):
        sections = tuple(replace(kind.sections[0], kind=each, include=True) for each in kinds)
        assert sketches.sketch(replace(kind, sections=sections)).toImage() != one.toImage()


def test_lists_that_came_in_since_last_time_are_marked(window: Window, qtbot: QtBot) -> None:
    news = window.start.news
    row = ListRow(list="sdn", title="SDN list", published=None, imported="2026-11-02T00:00:00", sha256="", entities=1)
    field = FieldChange(id="c", field="name", old="a", new="b", cause="source")
    found = ListChanges(
        list="sdn",
        from_=None,
        to=None,
        added=("a",),
        removed=("b",),
        changed=(field,),
        from_snapshot="1",
        to_snapshot="2",
    )
    window.work.settings = replace(window.work.settings, seen="2026-11-01T00:00:00")
    news._fill((found,), (row,))
    assert "1 list came in since you were here last" in words(news)
    assert "1 added, 1 removed, 1 changed" in words(news)
    window.keep()
    assert window.work.settings.seen == "2026-11-02T00:00:00"
    news._fill((found,), (row,))
    assert "No list came in since you were here last" in words(news)
    show = next(each for each in news.findChildren(QPushButton) if not each.isHidden() or each.text() == "Show")
    show.click()
    dialog = news.findChild(NewsDialog)
    assert dialog is not None
    assert len(dialog.table.grid.rows) == 3
    dialog.close()
    assert os.environ["BRIEFER_HOME"]
