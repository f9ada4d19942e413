"""The window in the middle of work, for the pictures: what is chosen, typed, opened, running, done or gone wrong."""

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from briefer.desktop.apart import Apart
from briefer.desktop.export import DoneDialog
from briefer.desktop.forms import FormDialog
from briefer.desktop.identity import IdentityDialog
from briefer.desktop.pasting import ArticleDialog
from briefer.desktop.progress import Progress
from briefer.desktop.window import Window
from briefer.model.answers import Built, Feature, Sameness
from briefer.model.desk import Fault

Show = Callable[[], QWidget]
PAIR = Sameness(
    a="ofac:16686",
    b="sample:mordashov",
    a_caption="Alexey Aleksandrovich Mordashov",
    b_caption="MORDASCHOW, Alexej Alexandrowitsch",
    score=87,
    features=(
        Feature(name="name", a=("Alexey Mordashov",), b=("Alexej Mordaschow",), says="alike", points=38),
        Feature(name="birth", a=("26 September 1965",), b=("1965-09-26",), says="same", points=30),
        Feature(name="country", a=("Russia",), b=("Russia", "Cyprus"), says="alike", points=9),
        Feature(name="passport", a=(), b=("770903112451",), says="unknown", points=0),
        Feature(name="number", a=("7709031124",), b=("7702070139",), says="differs", points=-20),
    ),
)
ARTICLE = (
    "Foreign policy chief Kaja Kallas said on Monday that “sanctions must stay in place until Russia withdraws its "
    "forces”. Minister Péter Szijjártó argued that the measures should be lifted.\n\nThe disastrous policy has "
    "clearly failed. The Council renewed the listings on 14 March 2025 for six months."
)
LONG = 30
"""Seconds that a state may take to come about."""


def settle(window: Window, done: Callable[[], object] = bool, rounds: int = 15) -> None:
    """Lets the window answer until something is so, and then go round its loop a few times more."""
    work, calm, end = window.work, 0, time.monotonic() + LONG
    while calm < rounds and time.monotonic() < end:
        QApplication.processEvents()
        ready = (done is bool or done()) and work.tasks.idle and work.analysis.idle
        calm = calm + 1 if ready else 0
        time.sleep(0.01)


def states(window: Window) -> dict[str, Show]:
    """Gives the states that come of work in the window, each with what brings it about."""
    return {**_library(window), **_writing(window), **_dialogs(window)}


def _library(window: Window) -> dict[str, Show]:
    tabs = {name: at for at, name in enumerate(("entities", "positions", "issues", "sources", "lists"))}

    def detail(kind: str) -> Show:
        def show() -> QWidget:
            window.find_entity()
            window.library.tabs.setCurrentIndex(tabs[kind])
            settle(window)
            tab = window.library.by_kind[kind]
            tab.view.selectRow(0)
            tab.open(0)
            return window

        return show

    def entity(at: int) -> Show:
        def show() -> QWidget:
            window.find_entity()
            tab = window.library.entities
            tab.search.setText("deripaska")
            settle(window, lambda: tab.model.found.of and len(tab.model.found.ids) < tab.model.found.of)
            tab.view.selectRow(0)
            tab.open(0)
            settle(window)
            tab.detail.tabs.setCurrentIndex(at)
            settle(window, rounds=40)
            return window

        return show

    return {
        **{f"entity-{name}": entity(at) for at, name in enumerate(("facts", "links", "positions", "identity", "used"))},
        "filters": lambda: _filtered(window),
        "no-match": lambda: _unmatched(window),
        **{f"detail-{kind}": detail(kind) for kind in tabs if kind != "entities"},
    }


def _filtered(window: Window) -> QWidget:
    tab = window.library.entities
    window.find_entity()
    tab.close_detail()
    tab.search.clear()
    for field, value in (("listed", True), ("country", "ru"), ("klass", "B")):
        tab.filters.set(field, value)
    tab.view.selectAll()
    return window


def _unmatched(window: Window) -> QWidget:
    tab = window.library.entities
    window.find_entity()
    for field, value in (("listed", None), ("country", ""), ("klass", "")):
        tab.filters.set(field, value)
    tab.search.setText("zzyzx")
    settle(window, lambda: not tab.model.found.ids)
    return window


def _writing(window: Window) -> dict[str, Show]:
    def pack() -> Window:
        window.library.entities.search.clear()
        window.show_pack()
        window.show_outline()
        return window

    def cite() -> QWidget:
        pack()
        edit = window.editor.edit
        window.activateWindow()
        edit.setFocus()
        edit.moveCursor(QTextCursor.MoveOperation.End)
        edit.insertPlainText(" Whether a licence triggers the review is *contested*: [@us")
        edit.insertPlainText("c")
        settle(window)
        window.editor.references.follow()
        return window

    def after(does: Callable[[], object]) -> Show:
        def show() -> QWidget:
            does()
            return window

        return show

    def seek() -> QWidget:
        window.undo()
        window.find_on_page()
        window.page.finder.line.setText("licence")
        settle(window, window.page.finder.said.text)
        return window

    def fault() -> QWidget:
        window.page.show_side()
        said = (
            "The quotation is 41,000 characters long, more than one page can hold. Shorten it or move it to the annex."
        )
        window.work.preview.fault.emit(Fault(state=0, section="risks", message=said))
        return window

    return {
        "cite": cite,
        "page-search": seek,
        "page-side": after(lambda: (window.page.finder.shut(), window.page.show_side())),
        "page-twin": after(window.page.show_twin),
        "page-two": after(lambda: (window.page.show_twin(), window.page.zoom.setCurrentIndex(2))),
        "page-fault": fault,
    }


def _dialogs(window: Window) -> dict[str, Show]:
    def asked(kind: type[QDialog], does: Callable[[], object]) -> QDialog:
        for former in window.findChildren(kind):
            former.setParent(None)
        does()
        settle(window, lambda: window.findChild(kind))
        found = window.findChild(kind)
        assert found is not None
        return found

    def form(kind: str) -> Show:
        return lambda: asked(FormDialog, lambda: window.library.enter(kind, None))

    def article() -> QWidget:
        made = asked(ArticleDialog, window.paste_article)
        assert isinstance(made, ArticleDialog)
        made.edit.setPlainText(ARTICLE)
        settle(window, lambda: made.model.rows)
        return made

    def filled() -> QWidget:
        held = window.work.desk.positions()[0]
        return asked(FormDialog, lambda: window.library.enter("positions", held))

    built = Built(
        pdf="/home/staff/Briefings/sample/sample.pdf",
        annex="/home/staff/Briefings/sample/sample.xlsx",
        manifest="/home/staff/Briefings/sample/manifest.json",
        pages=23,
        seconds={"render": 2.8},
    )
    return {
        **{f"form-{kind}": form(kind) for kind in ("positions", "sources", "issues")},
        "form-filled": filled,
        "article": article,
        "identity": lambda: IdentityDialog(window, window.work, (PAIR,), 0, person=True),
        "progress": lambda: _progress(window),
        "done": lambda: DoneDialog(window, built, "UNCLASSIFIED"),
    }


class _Still(Apart):
    """A verb that never ends, and tells nothing."""

    def start(self) -> None:
        """Does nothing."""


def _progress(window: Window) -> QWidget:
    made = Progress(window, "Export", _Still(window, Path(), "build"), lambda *_given: None, lambda _words: None)
    made.apart.progress.emit("render", 17, 23)
    return made
