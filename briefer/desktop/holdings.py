"""A tab of the library beside the entities: a line to narrow with, the table, the detail of a row, and its form."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QTabWidget, QWidget

from briefer.desktop import facts, held, picking
from briefer.desktop.detail import AFTER, Beneath
from briefer.desktop.entities import LOW
from briefer.desktop.flow import Flow
from briefer.desktop.lines import Line, Sheet
from briefer.desktop.parts import box, button, column, drawing, empty, host, named, row, text, tool
from briefer.desktop.statements import Kind, Narrowed, Rows, Shown
from briefer.desktop.table import Search, Table
from briefer.desktop.wording import _
from briefer.desktop.work import Work
from briefer.model.desk import Holding, Used
from briefer.model.policy import Position

ICONS = {"positions": "position", "issues": "list", "sources": "source", "lists": "library"}
ONE = {
    "positions": _("Detail of the chosen position"),
    "issues": _("Detail of the chosen issue"),
    "sources": _("Detail of the chosen source"),
    "lists": _("Detail of the chosen list"),
}


class HoldingPane(QWidget):
    """Everything on one row, and the packs that hold it."""

    went = Signal(str)
    edit_asked = Signal()
    shut = Signal()

    def __init__(self, work: Work, kind: Kind) -> None:
        super().__init__()
        self.work, self.kind = work, kind
        self.shown: Holding | None = None
        self.title = text("", size=1.1, bold=True, wrap=120)
        self.edit = button(_("Edit…"), self.edit_asked.emit, tip="F2")
        self.close_ = tool("close", _("Close the detail"), self.shut.emit, keys="Esc")
        self.sheet, self.uses = Sheet(ONE[kind.verb]), Sheet(_("Packs that hold it"))
        self.tabs = named(QTabWidget(), ONE[kind.verb])
        self.tabs.setDocumentMode(True)
        named(self.tabs.tabBar(), _("Parts of the detail"))
        self.tabs.addTab(self.sheet, _("Facts"))
        if kind.verb != "lists":
            self.tabs.addTab(self.uses, _("Used in"))
        for each in (self.sheet, self.uses):
            each.went.connect(self.went)
        head = row(drawing(ICONS[kind.verb]), (self.title, 1), self.edit, self.close_, margin=(8, 8, 4, 4), gap=6)
        self.setLayout(column(host(head), (self.tabs, 1), gap=0))
        self.edit.setVisible(kind.form)
        self._rest = QTimer(self, singleShot=True, interval=AFTER)
        self._rest.timeout.connect(self._look_further)
        self.hide()

    def show_id(self, id: str) -> None:
        """Reads a row and shows it; of several in a row just the last."""
        desk, verb = self.work.desk, self.kind.verb
        self.work.tasks.run(lambda: desk.holding(verb, id), self._fill, only=f"holding {verb}")

    def redraw(self) -> None:
        """Draws it anew, as after a change of theme."""
        for each in (self.sheet, self.uses):
            each.redraw()

    def _fill(self, found: Holding) -> None:
        self.shown = found
        position, known = found.position, found.issue or found.source
        named_list = found.snapshots[0].title if found.snapshots else found.id
        self.title.setText(position.holder if position else known.title if known else named_list)
        self.sheet.fill(held.WAYS[self.kind.verb](found))
        self.uses.fill(())
        self._rest.start()
        self.show()

    def _look_further(self) -> None:
        if self.shown is None or self.kind.verb == "lists":
            return
        id, desk, paths = self.shown.id, self.work.desk, tuple(map(Path, self.work.settings.recent))

        def told(packs: tuple[Used, ...]) -> None:
            if self.shown is not None and self.shown.id == id:
                lines = tuple(facts.used(packs))
                self.uses.fill(lines or (Line("", _("None of the packs that were open lately holds it.")),))
                self.tabs.setTabText(1, f"{_('Used in')} {len(lines)}" if lines else _("Used in"))

        self.work.tasks.run(lambda: desk.used(id, paths), told, only=f"used {self.kind.verb}")


class HoldingsTab(QWidget):
    """One tab."""

    went = Signal(str)
    form_asked = Signal(str, object)
    article_asked = Signal()

    def __init__(self, work: Work, kind: Kind) -> None:
        super().__init__()
        self.work, self.kind = work, kind
        self._wanted, self._shut = "", False
        self.search = Search(kind.search, _("All words have to fit"), kind.search)
        self._table()
        self.said = text("", "muted", wrap=60)
        self.add = button(_("Add to pack"), self.toggle, tip=_("Space"))
        self.foot = box(row((self.said, 1), self.add, margin=(8, 6, 8, 6)), "foot")
        self.detail = HoldingPane(work, kind)
        self.body = Beneath(self.view, self.view, self.detail, lambda: self._glance(self.view.currentIndex().row()))
        self.nothing = empty(ICONS[kind.verb], kind.none, kind.nothing)
        bar = [*self._forms()]
        line = host(row((self.search, 1), margin=(8, 8, 8, 6)))
        entering = Flow()
        entering.fill(bar)
        forms = host(row((entering, 1), margin=(8, 0, 8, 6)))
        self.setLayout(column(line, forms, (self.body, 1), self.foot, (self.nothing, 1), gap=0))
        forms.setVisible(bool(bar))
        self.add.setVisible(bool(kind.group))
        self._connect()

    def _table(self) -> None:
        self.model = Rows(self.work, self.kind.group, self)
        self.proxy = Narrowed(self)
        self.proxy.setSourceModel(self.model)
        self.proxy.setSortRole(Qt.ItemDataRole.UserRole)
        about = _("Space adds the row to the pack, Enter opens its detail")
        carries = None if self.kind.verb == "lists" else lambda: self.model.carried(self.chosen())
        self.view = Table(self.kind.title, about, self.toggle, carries)
        self.view.setModel(self.proxy)
        self.view.setSortingEnabled(True)
        self.view.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.view.stretch(0, {1: 96, 2: 30})
        named(self.view.horizontalHeader(), _("Columns of the table"), _("A click sorts by the column"))

    def _forms(self) -> list[QWidget]:
        made: list[QWidget] = []
        if self.kind.form:
            made.append(button(self.kind.new, lambda: self.form_asked.emit(self.kind.verb, None), icon="plus"))
        if self.kind.verb == "positions":
            made.append(button(_("Paste article…"), self.article_asked.emit, icon="quote"))
        return made

    def _connect(self) -> None:
        self.search.textChanged.connect(self._narrow)
        self.search.entered.connect(self.view.enter)
        self.view.selectionModel().selectionChanged.connect(lambda *_each: self.say())
        self.view.selectionModel().currentRowChanged.connect(lambda now, _former: self._glance(now.row()))
        self.view.activated.connect(lambda index: self.open(index.row(), again=True))
        self.detail.went.connect(self.went)
        self.detail.shut.connect(self.shut_detail)
        self.detail.edit_asked.connect(self.edit)
        for signal in (self.work.changed, self.work.opened, self.work.closed):
            signal.connect(self.say)

    def load(self) -> None:
        """Reads the rows."""
        desk, verb, kind = self.work.desk, getattr(self.work.desk, self.kind.verb), self.kind
        named_so = (lambda: facts.titled(verb(), desk.issues())) if kind.verb == "positions" else verb
        self.work.tasks.run(lambda: _rows(kind, named_so()), self._fill, only=kind.verb)

    def _fill(self, rows: tuple[Shown, ...]) -> None:
        chosen = set(self.chosen())
        self.model.set(rows)
        self.view.setColumnHidden(1, not any(each.day for each in rows))
        for part in (self.body, self.foot, self.search):
            part.setVisible(bool(rows))
        self.nothing.setVisible(not rows)
        wanted = self._wanted or next((each.id for each in rows if each.id in chosen), "")
        self._wanted = ""
        if wanted:
            self.show_id(wanted)
        self.say()

    def show_id(self, id: str) -> None:
        """Chooses a row and shows its detail; where the row is not read yet, once it is."""
        number = next((n for n, each in enumerate(self.model.rows) if each.id == id), None)
        if number is None:
            self._wanted = id
            return
        index = self.proxy.mapFromSource(self.model.index(number, 0))
        if not index.isValid():
            self.search.clear()
            index = self.proxy.mapFromSource(self.model.index(number, 0))
        self.view.selectRow(index.row())
        self.view.scrollTo(index)
        self.open(index.row())

    def _narrow(self, typed: str) -> None:
        self.proxy.narrow(tuple(typed.casefold().split()))
        self.say()

    def chosen(self) -> list[str]:
        """Gives the ids of the rows that are chosen."""
        rows = (number for first, last in self.view.ranges() for number in range(first, last + 1))
        return [self.model.rows[self.proxy.mapToSource(self.proxy.index(number, 0)).row()].id for number in rows]

    def _glance(self, number: int) -> None:
        if self.height() >= LOW and self.isVisible() and not (self._shut and self.detail.isHidden()):
            self.open(number)

    def open(self, number: int, *, again: bool = False) -> None:
        """Shows the detail of a row; `again` says that the user asks for details after having closed them."""
        self._shut = self._shut and not again
        if 0 <= number < self.proxy.rowCount():
            self.detail.show_id(self.model.rows[self.proxy.mapToSource(self.proxy.index(number, 0)).row()].id)
            self.view.setVisible(self.height() >= LOW)

    def shut_detail(self) -> None:
        """Closes the detail until one is asked for; in a low window it was in the way of the table only."""
        self._shut = self.height() >= LOW
        self.close_detail()

    def close_detail(self) -> None:
        """Goes back to the table."""
        self.detail.hide()
        self.view.show()
        self.view.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Lets table and detail share the room, or take turns."""
        super().resizeEvent(event)
        self.view.setVisible(not (self.height() < LOW and self.detail.isVisibleTo(self)))
        self.body.keep(room=self.height() >= LOW and not self._shut)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc closes the detail, F2 edits."""
        if event.key() == Qt.Key.Key_Escape and self.detail.isVisible():
            self.shut_detail()
        elif event.key() == Qt.Key.Key_F2 and self.kind.form:
            self.edit()
        else:
            super().keyPressEvent(event)

    def edit(self) -> None:
        """Opens the form with what is chosen."""
        shown = self.detail.shown
        if shown is not None and (value := shown.position or shown.source or shown.issue) is not None:
            what: Any = shown.source if self.kind.verb == "sources" else value
            self.form_asked.emit(self.kind.verb, shown.issue if self.kind.verb == "issues" else what)

    def say(self) -> None:
        """Says what is chosen and what can be done with it."""
        chosen = self.chosen()
        there = [id for id in chosen if self.model.picked(id)]
        whole = _("{shown} of {all}").format(shown=f"{self.proxy.rowCount():,}", all=f"{len(self.model.rows):,}")
        self.said.setText(_("{count} selected").format(count=f"{len(chosen):,}") if chosen else whole)
        self.add.setEnabled(bool(chosen) and self.work.is_open)
        self.add.setText(_("Remove") if chosen and len(there) == len(chosen) else _("Add to pack"))

    def toggle(self) -> None:
        """Adds what is chosen, or takes it out where all of it is in."""
        chosen = self.chosen()
        if not (chosen and self.kind.group and self.work.is_open):
            return
        if all(map(self.model.picked, chosen)):
            picking.drop(self.work, chosen, group=self.kind.group)
        else:
            picking.add(self.work, chosen, group=self.kind.group)


def _rows(kind: Kind, found: Iterable[Any]) -> tuple[Shown, ...]:
    """Makes the rows; a position whose place another one took says so."""
    every = tuple(found)
    replaced = {each.supersedes for each in every if isinstance(each, Position)}
    made = []
    for each in every:
        shown = kind.show(each)
        if shown.id in replaced:
            lines = replace(shown.lines, second=_("replaced · {words}").format(words=shown.lines.second))
            shown = replace(shown, lines=lines, words=_("{words} Replaced by a later one.").format(words=shown.words))
        made.append(shown)
    return tuple(made)
