"""The window without a screen, on a copy of the sample; pages are laid out only where a test asks for them."""

import gc
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefer.desktop import dress
from briefer.desktop.preview import Preview
from briefer.desktop.window import Window
from briefer.desktop.work import Work
from briefer.service.desk import Desk

LONG = 20_000
"""Milliseconds that a test waits for an answer of the library."""


@pytest.fixture(scope="session")
def sample_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sample")
    desk = Desk(folder / "none.sqlite")
    desk.sample(folder)
    desk.close()
    gc.collect()
    gc.freeze()  # what was imported stays; looking through it before each test costs a third of the test
    return folder


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BRIEFER_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def sample(sample_made: Path, tmp_path: Path, home: Path) -> Path:
    """A folder with sample.sqlite and sample.brief of the test's own."""
    return Path(shutil.copytree(sample_made, tmp_path / "sample"))


@pytest.fixture
def no_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leaves the child process out, for tests that look at no page."""
    monkeypatch.setattr(Preview, "show", lambda *_given, **_more: None)


@pytest.fixture
def make(qtbot: QtBot, qapp: object, home: Path) -> Iterator[Callable[[Path], Window]]:
    """Makes windows, each over a work of its own, and shuts them down."""
    made: list[Window] = []
    assert isinstance(qapp, QApplication)
    dress.use_bundled_font(qapp)

    def window(library: Path) -> Window:
        qapp.setStyleSheet("")  # as the program does: it is dressed after it is built
        dress.colour(qapp, "light")
        shown = Window(Work(Desk(library)))
        dress.finish(qapp)
        made.append(shown)
        shown.show()
        return shown

    gc.collect()
    gc.disable()  # as the program does: see desktop/collector.py
    yield window
    for each in made:
        each.work.give_up()
        each.work.shut()
        each.hide()
        shiboken6.delete(each)
    made.clear()
    gc.enable()


@pytest.fixture
def window(make: Callable[[Path], Window], sample: Path, qtbot: QtBot, no_pages: None) -> Window:
    """A window with the sample pack open."""
    shown = make(sample / "sample.sqlite")
    shown.open_path(str(sample / "sample.brief"))
    qtbot.waitUntil(lambda: shown.work.is_open, timeout=LONG)
    qtbot.waitUntil(lambda: shown.work.tasks.idle, timeout=LONG)
    return shown
