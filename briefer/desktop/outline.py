"""The outline: the pack's sections as a tree, dragged into order, printed or left out, marked and cleared."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import (
    QLineEdit,
    QMenu,
    QTreeWidgetItem,
    QWidget,
)

from briefer.desktop import places, printed, theme
from briefer.desktop.cells import DRAWN, Counts, Drawn, Plain
from briefer.desktop.dialogs import Dialog
from briefer.desktop.naming import NameDialog
from briefer.desktop.parts import box, button, column, form_row, row, text, tool
from briefer.desktop.sections import ID, NUMBER, Tree
from briefer.desktop.wording import _, counted
from briefer.desktop.work import Work
from briefer.marking import SCHEMES
from briefer.model.pack import PackSection
from briefer.service import edits

STATUSES = {"draft": ("clock", _("Draft")), "reviewed": ("eye", _("Reviewed")), "cleared": ("good", _("Cleared"))}
MOST_PAGES = 999


class OutlinePanel(QWidget):
    """The tree with its bar; says which section was chosen."""

    chosen = Signal(str)

    def __init__(self, work: Work) -> None:
        super().__init__()
        self.work = work
        self.setMinimumWidth(300)
        self.tree = Tree()
        self.length = text("", "muted")
        add = tool("plus", _("Add a section"), self.add, keys="Ctrl+Shift+N")
        gone = tool("minus", _("Take the section out"), self.delete, keys="Delete")
        top = box(row(text(_("Outline"), bold=True), None, self.length, add, gone, margin=(12, 3, 4, 3)), "bar")
        self.setLayout(column(top, (self.tree, 1), gap=0))
        self._shape: object = None
        self._filling = False
        self.tree.currentItemChanged.connect(self._choose)
        self.tree.itemClicked.connect(self._choose)
        self.tree.itemChanged.connect(self._changed)
        self.tree.moved.connect(self.place, Qt.ConnectionType.QueuedConnection)
        self.tree.customContextMenuRequested.connect(self._menu)
        for signal in (work.opened, work.closed, work.changed):
            signal.connect(self.refresh)
        work.checked.connect(self.count)
        work.pages.changed.connect(self.count)

    def refresh(self) -> None:
        """Builds the tree anew where its shape has changed; the section stays chosen."""
        sections = edits.outline(self.work.pack) if self.work.is_open else ()
        shape = tuple((s.id, s.parent, s.title, s.marking, s.status, s.include, s.budget) for s, _level in sections)
        if shape != self._shape:
            self._shape = shape
            self._filling = True
            self.tree.clear()
            items: dict[str, QTreeWidgetItem] = {}
            for section, _level in sections:
                over = items.get(section.parent)
                items[section.id] = self._item(section, over or self.tree.invisibleRootItem())
            self.tree.expandAll()
            self._filling = False
            self.count()
        self.show_section(self.work.section)

    def _item(self, section: PackSection, over: QTreeWidgetItem) -> QTreeWidgetItem:
        item = QTreeWidgetItem(over, [section.title])
        item.setData(0, ID, section.id)
        prints = section.include and printed.left_by(self.work.pack, section) is None
        tick = Qt.ItemFlag.ItemIsUserCheckable
        item.setFlags((item.flags() | Qt.ItemFlag.ItemIsEditable) & ~tick)
        if prints or not section.include:  # what an outer section leaves out is ticked there
            item.setFlags(item.flags() | tick)
        item.setCheckState(0, Qt.CheckState.Checked if prints else Qt.CheckState.Unchecked)
        if not prints:
            slanted = item.font(0)
            slanted.setItalic(True)  # told without colour, too
            item.setFont(0, slanted)
            item.setForeground(0, theme.colour("muted"))
        mark = f"({section.marking})" if section.marking else ""
        marked = _("Marking: {marking}").format(marking=section.marking or _("that of the pack"))
        _write(item, 1, Plain(mark, muted=True), marked)
        return item

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Takes the colour of another theme for what is left out: an item keeps the one that it was given."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._filling = True
            for item in self._items():
                if item.font(0).italic():
                    item.setForeground(0, theme.colour("muted"))
            self._filling = False

    def _status(self, item: QTreeWidgetItem, section: PackSection) -> None:
        """Writes the status beside a section, and that it will not print as it is."""
        over = printed.left_by(self.work.pack, section)
        starter = printed.is_starter(self.work.findings, section.id) and over is None
        item.setToolTip(0, printed.why(section, over, starter=starter))
        icon, word = STATUSES[section.status]
        words, drawn = word, Plain(word, muted=section.status == "draft", icon=icon, ink="muted")
        if starter and section.status == "draft":
            words = _("{status}, starter text that an export does not print").format(status=word)
            drawn = Plain(_("Starter"), icon="todo", ink="warning")
        _write(item, 2, drawn, _("Status: {status}").format(status=words))

    def count(self) -> None:
        """Writes number, pages and findings beside each section."""
        if not self.work.is_open:
            return
        found: dict[str, Counter[str]] = {}
        for finding in self.work.findings:
            found.setdefault(places.home(self.work.pack, finding.place), Counter())[finding.severity] += 1
        self._filling = True
        for item in self._items():
            id = str(item.data(0, ID))
            number = self.work.pages.number(id)
            item.setData(0, NUMBER, number)
            section = edits.section(self.work.pack, id)
            if section is not None:
                self._status(item, section)
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{number} {item.toolTip(0)}".strip())
            some = found.get(id, Counter[str]())
            words = ", ".join(counted(some[name], name) for name in ("error", "warning", "note"))
            _write(item, 3, *self._pages(id))
            _write(item, 4, Counts(some["error"], some["warning"]), words)
        self._filling = False
        whole, most = len(self.work.pages.leaves), sum(each.budget for each in self.work.pack.sections if each.include)
        of = _("{pages} of {budget} pages").format(pages=whole, budget=most)
        self.length.setText(of if most and whole else counted(whole, "page") if whole else "")

    def _pages(self, id: str) -> tuple[Drawn, str]:
        """Gives how many pages a section takes of how many it may, with a warning where it is over."""
        pages, section = self.work.pages.count(id), edits.section(self.work.pack, id)
        most = section.budget if section else 0
        if not most:
            return Plain(str(pages or ""), muted=True, right=True), counted(pages, "page")
        over = pages > most
        words = _("{pages} pages, over the budget of {budget}") if over else _("{pages} pages of {budget}")
        drawn = Plain(f"{pages} / {most}", muted=not over, bold=over, right=True, icon="warning" if over else "")
        return replace(drawn, ink="warning" if over else "text"), words.format(pages=pages, budget=most)

    def _items(self) -> list[QTreeWidgetItem]:
        waiting = [self.tree.topLevelItem(at) for at in range(self.tree.topLevelItemCount())]
        found: list[QTreeWidgetItem] = []
        while waiting:
            item = waiting.pop(0)
            if item is not None:
                found.append(item)
                waiting += [item.child(at) for at in range(item.childCount())]
        return found

    def show_section(self, id: str) -> None:
        """Chooses a section without saying so."""
        for item in self._items():
            if item.data(0, ID) == id and item is not self.tree.currentItem():
                self._filling = True
                self.tree.setCurrentItem(item)
                self._filling = False

    def _choose(self, item: QTreeWidgetItem | None) -> None:
        if item is not None and not self._filling:
            self.chosen.emit(item.data(0, ID))

    def _changed(self, item: QTreeWidgetItem, at: int) -> None:
        """Takes a tick or a new title as a step, later: the tree is built anew then, and the item is in use now."""
        if not self._filling and at == 0:
            include = item.checkState(0) == Qt.CheckState.Checked
            QTimer.singleShot(0, self, partial(self._take, str(item.data(0, ID)), include, item.text(0).strip()))

    def _take(self, id: str, include: bool, written: str) -> None:
        section = edits.section(self.work.pack, id) if self.work.is_open else None
        if section is None:
            return
        title = written or section.title
        if include != section.include and printed.left_by(self.work.pack, section) is None:
            label = _("Print “{title}”") if include else _("Leave out “{title}”")
            self.work.edit(label.format(title=section.title), edits.change, section.id, include=include)
        elif title != section.title:
            self.work.edit(_("Rename “{title}”").format(title=section.title), edits.change, section.id, title=title)

    def place(self, id: str, parent: str, before: str) -> None:
        """Moves a section to where it was dropped."""
        self.work.edit(_("Move “{title}”").format(title=self._title(id)), edits.place, id, parent, before)

    def step(self, by: int) -> None:
        """Moves the chosen section up or down among its siblings."""
        id = self.work.section
        self.work.edit(_("Move “{title}”").format(title=self._title(id)), edits.step, id, by)

    def level(self, by: int) -> None:
        """Puts the chosen section under the one before it, or beside the one that it stands under."""
        id = self.work.section
        self.work.edit(_("Move “{title}”").format(title=self._title(id)), edits.level, id, by)

    def add(self) -> None:
        """Adds a section of text after the chosen one."""
        if not self.work.is_open:
            return
        after = self._title(self.work.section) if self.work.section else ""
        about = _("It stands after “{title}”.").format(title=after) if after else ""
        NameDialog(self, _("Add a section"), _("Add"), self._add, about=about).open()

    def _add(self, title: str) -> None:
        pack, id = edits.insert(self.work.pack, self.work.section, title)
        self.work.section = id
        self.work.do(_("Add “{title}”").format(title=title), pack)
        self.chosen.emit(id)

    def rename(self) -> None:
        """Lets the title of the chosen section be typed in its place."""
        item = self.tree.currentItem()
        if item is not None:
            self.tree.editItem(item, 0)

    def delete(self) -> None:
        """Takes the chosen section out and goes to its neighbour; Undo brings it back, so nobody is asked."""
        id = self.work.section
        if self.work.is_open and id:
            title, self.work.section = self._title(id), self._beside(id)
            self.work.edit(_("Delete “{title}”").format(title=title), edits.delete, id)
            self.chosen.emit(self.work.section)
            self.work.said.emit(_("“{title}” was taken out. Undo brings it back.").format(title=title))

    def _beside(self, id: str) -> str:
        """Gives the section that is chosen once this one is gone: the one after it, or else the one before."""
        gone = edits.below(self.work.pack, id)
        order = [each.id for each, _level in edits.outline(self.work.pack)]
        at = order.index(id)
        return next((each for each in (*order[at:], *reversed(order[:at])) if each not in gone), "")

    def _title(self, id: str) -> str:
        found = edits.section(self.work.pack, id)
        return found.title if found else id

    def _menu(self, at: QPoint) -> None:
        item = self.tree.itemAt(at)
        if item is None:
            return
        menu, id = QMenu(self), str(item.data(0, ID))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for status, (_icon, word) in STATUSES.items():
            menu.addAction(word, partial(self.set_field, id, "status", status))
        menu.addSeparator()
        menu.addAction(_("Marking of the pack"), lambda: self.set_field(id, "marking", ""))
        for mark in filter(None, SCHEMES[self.work.pack.scheme].portions):
            menu.addAction(f"({mark})", partial(self.set_field, id, "marking", mark))
        menu.addSeparator()
        menu.addAction(_("Pages it may take…"), partial(self.ask_budget, id))
        menu.popup(self.tree.viewport().mapToGlobal(at))

    def set_field(self, id: str, field: str, value: str | int) -> None:
        """Sets status or marking of a section."""
        what = {"status": _("status"), "marking": _("marking"), "budget": _("pages")}[field]
        label = _("Set {what} of “{title}”").format(what=what, title=self._title(id))
        fields: dict[str, Any] = {field: value}
        self.work.edit(label, edits.change, id, **fields)

    def ask_budget(self, id: str) -> None:
        """Asks how many pages a section may take."""
        section = edits.section(self.work.pack, id) if self.work.is_open else None
        if section is not None:
            BudgetDialog(self, section, partial(self.set_field, id, "budget")).open()


class BudgetDialog(Dialog):
    """Asks how many pages a section may take."""

    def __init__(self, parent: QWidget, section: PackSection, does: Callable[[int], object]) -> None:
        self._does = does
        self.pages = QLineEdit(str(section.budget or ""))
        self.pages.setValidator(QIntValidator(0, MOST_PAGES, self.pages))
        self.pages.setPlaceholderText(_("No limit"))
        title = _("Pages “{title}” may take").format(title=section.title)
        about = _(
            "Where it takes more, the outline and the findings say so; nothing is cut. Left empty, there is no limit."
        )
        body = column(form_row(_("Pages"), self.pages, about, 140), None, margin=(24, 4, 24, 12))
        foot = (None, button(_("Cancel"), self.reject), button(_("Set"), self.take, kind="primary"))
        super().__init__(parent, title, body, foot, (480, 230))
        self.pages.selectAll()
        self.pages.setFocus()

    def take(self) -> None:
        """Closes and hands the number on."""
        self.accept()
        self._does(int(self.pages.text() or 0))


def _write(item: QTreeWidgetItem, at: int, drawn: Drawn, said: str) -> None:
    """Fills a cell with what is drawn in it and the same in words."""
    item.setData(at, DRAWN, drawn)
    item.setData(at, Qt.ItemDataRole.AccessibleTextRole, said)
    item.setToolTip(at, said)
