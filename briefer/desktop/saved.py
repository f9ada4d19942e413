"""Searches that are kept: a menu that runs them, and a dialog to add all they find, rename and delete them."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QMenu, QToolButton, QWidget

from briefer.desktop.cells import DRAWN, TWO, Cells, Lines
from briefer.desktop.dialogs import Dialog
from briefer.desktop.filters import FILTERS, NOTHING
from briefer.desktop.naming import NameDialog
from briefer.desktop.parts import button, column, named, row, text, tool
from briefer.desktop.wording import _
from briefer.desktop.work import Work
from briefer.model.desk import Asked, Saved
from briefer.service import searches


def told(asked: Asked) -> str:
    """Says in words what a search asks for."""
    said = [
        each.says(value) for each in FILTERS if (value := getattr(asked, each.field)) != getattr(NOTHING, each.field)
    ]
    least = [_("match at least {score}").format(score=asked.min_score)] if asked.min_score and asked.name else []
    return " · ".join(([f"“{asked.name}”"] if asked.name else []) + said + least) or _("Everything in the library")


def begun(asked: Asked) -> str:
    """Proposes a name for a search."""
    said = [
        each.says(value) for each in FILTERS if (value := getattr(asked, each.field)) != getattr(NOTHING, each.field)
    ]
    return ", ".join(filter(None, (asked.name.strip(), *said))) or _("Everything")


class Kept(QToolButton):
    """The button with the menu of searches; the searches themselves are in the settings."""

    run = Signal(object)
    add = Signal(object)

    def __init__(self, work: Work, now: Callable[[], Asked]) -> None:
        super().__init__()
        self.work, self._now = work, now

    @classmethod
    def made(cls, work: Work, now: Callable[[], Asked]) -> "Kept":
        """Gives the button dressed as every other."""
        made = cls(work, now)
        like = tool("bookmark", _("Saved searches"))
        made.setIcon(like.icon())
        made.setIconSize(like.iconSize())
        made.setProperty("drawn", like.property("drawn"))
        made.setProperty("menu", "dots")
        made.setToolTip(_("Saved searches"))
        named(made, _("Saved searches"), _("Keeps this search, or runs one that is kept"))
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(made)
        menu.aboutToShow.connect(made.fill)
        made.setMenu(menu)
        made.fill()
        return made

    def held(self) -> tuple[Saved, ...]:
        """Gives the searches that are kept."""
        return searches.read(self.work.settings.searches)

    def fill(self) -> None:
        """Fills the menu."""
        menu = self.menu()
        menu.clear()
        for each in self.held():
            action = menu.addAction(each.name.replace("&", "&&"), partial(self.run.emit, each.asked))
            action.setToolTip(told(each.asked))
        if self.held():
            menu.addSeparator()
        menu.addAction(_("Save this search…"), self.keep)
        menu.addAction(_("All saved searches…"), self.manage).setEnabled(bool(self.held()))

    def keep(self) -> None:
        """Asks for a name and keeps the search."""
        asked = self._now()

        def named_so(name: str) -> None:
            self.work.set(searches=searches.keep(self.work.settings.searches, name, asked))
            self.work.said.emit(_("Search “{name}” is kept.").format(name=name))

        about = _("It asks for: {told}").format(told=told(asked))
        label = _("Name of the search")
        NameDialog(self.window(), _("Save this search"), _("Save"), named_so, begun(asked), about, label).open()

    def manage(self) -> None:
        """Opens the dialog."""
        SearchesDialog(self.window(), self).open()


class SearchesDialog(Dialog):
    """All searches that are kept, each with what it asks for."""

    def __init__(self, parent: QWidget, kept: Kept) -> None:
        self.kept = kept
        self.list = named(QListWidget(), _("Saved searches"), _("Enter runs, F2 renames, Delete deletes"))
        self.list.setItemDelegate(Cells(self.list, TWO))
        self.list.itemActivated.connect(lambda _item: self.run())
        self.none = text(
            _("No search is kept. Search or filter the library, then choose “Save this search…”."), "muted", wrap=240
        )
        self.none.setContentsMargins(24, 4, 24, 8)
        self.all = button(_("Add all to the pack"), self.add_all)
        self.new_name, self.gone = button(_("Rename…"), self.rename), button(_("Delete"), self.delete)
        self.go = button(_("Run"), self.run, kind="primary")
        side = column(self.all, self.new_name, self.gone, None, gap=8)
        body = row((self.list, 1), side, margin=(24, 4, 24, 16), gap=16)
        foot = (None, button(_("Close"), self.reject), self.go)
        super().__init__(parent, _("Saved searches"), column(self.none, body, gap=0), foot, (620, 400))
        self.list.currentRowChanged.connect(lambda _row: self._able())
        self.fill()

    def fill(self, name: str = "") -> None:
        """Shows the searches, with one of them chosen."""
        held = self.kept.held()
        self.list.clear()
        for each in held:
            item = QListWidgetItem(self.list)
            item.setData(DRAWN, Lines(each.name, told(each.asked), "bookmark"))
            item.setData(Qt.ItemDataRole.UserRole, each)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{each.name}: {told(each.asked)}")
            item.setSizeHint(QSize(100, TWO))
        self.list.setCurrentRow(next((n for n, each in enumerate(held) if each.name == name), 0))
        self.none.setVisible(not held)
        self._able()

    def _able(self) -> None:
        there = self.chosen() is not None
        for made in (self.new_name, self.gone, self.go):
            made.setEnabled(there)
        self.all.setEnabled(there and self.kept.work.is_open)

    def chosen(self) -> Saved | None:
        """Gives the search that is chosen."""
        item = self.list.currentItem()
        found = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        return found if isinstance(found, Saved) else None

    def run(self) -> None:
        """Runs it."""
        if (each := self.chosen()) is not None:
            self.accept()
            self.kept.run.emit(each.asked)

    def add_all(self) -> None:
        """Runs it and adds all that it finds."""
        if (each := self.chosen()) is not None:
            self.accept()
            self.kept.add.emit(each.asked)

    def rename(self) -> None:
        """Gives it another name."""
        if (each := self.chosen()) is None:
            return
        former, work = each.name, self.kept.work

        def named_so(name: str) -> None:
            work.set(searches=searches.rename(work.settings.searches, former, name))
            self.fill(name)

        about = _("It asks for: {told}").format(told=told(each.asked))
        NameDialog(self, _("Rename the search"), _("Rename"), named_so, former, about, _("New name")).open()

    def delete(self) -> None:
        """Deletes it."""
        if (each := self.chosen()) is not None:
            work = self.kept.work
            work.set(searches=searches.forget(work.settings.searches, each.name))
            self.fill()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """F2 renames, Delete deletes."""
        ways = {Qt.Key.Key_F2: self.rename, Qt.Key.Key_Delete: self.delete}
        way = ways.get(Qt.Key(event.key()))
        if way is not None and self.list.hasFocus():
            way()
        else:
            super().keyPressEvent(event)


def asked_now(asked: Asked, work: Work) -> Asked:
    """Gives a question with the picks and the day of the pack that is open."""
    pack = work.pack if work.is_open else None
    return replace(asked, day=work.as_of, picks=(*pack.entities, *pack.measures) if pack else ())
