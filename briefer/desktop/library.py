"""The library panel: search as one types, filters, results without end, and the detail of what is chosen."""

from dataclasses import replace

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QTabBar, QWidget

from briefer.desktop import icons
from briefer.desktop.detail import DetailPane
from briefer.desktop.filters import Filters
from briefer.desktop.parts import box, button, column, empty, host, named, row, split, text
from briefer.desktop.results import ORDERS, Results
from briefer.desktop.statements import KINDS, StatementsTab, Table
from briefer.desktop.work import Work
from briefer.model.desk import Found, Held
from briefer.service import edits

TYPED = 60
"""Milliseconds after the last key before the library is asked."""
MANY = 500
"""So many rows at most are added at once without being asked for one by one."""


class EntitiesTab(QWidget):
    """Search, chips, results, and the detail under them."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self.work = work
        self.tags: tuple[str, ...] = ()
        self.search = named(QLineEdit(), "Search entities", "Any script; results follow as you type")
        self.search.setPlaceholderText("Name, number or IMO, in any script")
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icons.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.count = text("", "muted")
        self.filters = Filters(lambda: self.tags)
        self._table()
        self.none = empty("search", "No name matches", "Look for a part of the name, or take a filter away.")
        self.shown = QStackedWidget()
        for part in (self.view, self.none):
            self.shown.addWidget(part)
        self.said = text("", "muted")
        self.add = button("Add to pack", self.toggle, tip="Space")
        foot = box(row((self.said, 1), self.add, margin=(8, 6, 8, 6)), "foot")
        self.detail = DetailPane(work)
        upper = host(column((self.shown, 1), foot, gap=0))
        head_line = host(row(self.search, margin=(8, 8, 8, 6)))
        chips = host(row((self.filters, 1), self.count, 8, gap=4))
        body = split(Qt.Orientation.Vertical, (360, 300), upper, self.detail)
        self.setLayout(column(head_line, chips, 4, (body, 1), gap=0))
        self._pause = QTimer(self, singleShot=True, interval=TYPED)
        self._connect()

    def _table(self) -> None:
        self.model = Results(self.work, self)
        self.view = Table("Search results", "Space adds the row to the pack, Enter opens its detail", self.toggle)
        self.view.setModel(self.model)
        self.view.stretch(1, {0: 34, 2: 58, 3: 68})
        self.view.setDragEnabled(True)
        head = self.view.horizontalHeader()
        head.setSectionsClickable(True)
        head.setSortIndicatorShown(True)
        head.setSortIndicator(3, Qt.SortOrder.AscendingOrder)
        head.sortIndicatorChanged.connect(lambda _at, _way: self.ask())

    def _connect(self) -> None:
        self._pause.timeout.connect(self.ask)
        self.search.textChanged.connect(lambda _typed: self._pause.start())
        self.search.returnPressed.connect(self.view.setFocus)
        self.filters.changed.connect(self.ask)
        self.view.selectionModel().selectionChanged.connect(lambda *_each: self.say())
        self.view.selectionModel().currentRowChanged.connect(lambda now, _former: self.open(now.row()))
        self.view.activated.connect(lambda index: self.open(index.row()))
        for signal in (self.work.changed, self.work.opened, self.work.closed):
            signal.connect(self.say)

    def load(self) -> None:
        """Asks anew, with the programmes that there are now."""

        def taken(tags: tuple[str, ...]) -> None:
            self.tags = tags

        self.work.tasks.run(self.work.desk.tags, taken, only="tags")
        self.ask()

    def ask(self) -> None:
        """Asks the library for what is typed; an older question that waits is dropped."""
        head = self.view.horizontalHeader()
        order = ORDERS.get(head.sortIndicatorSection(), "match")
        down = head.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
        asked = replace(self.filters.asked, name=self.search.text(), order=order, descending=down)
        desk = self.work.desk
        self.work.tasks.run(lambda: desk.find(asked), self._fill, only="find")

    def _fill(self, found: Found) -> None:
        """Shows an answer; rows that were chosen and are still there stay chosen."""
        chosen = set(self.chosen())
        self.model.set(found)
        self.shown.setCurrentWidget(self.view if found.ids else self.none)
        self.count.setText(f"{len(found.ids):,} of {found.of:,} · {found.seconds * 1000:.0f} ms")
        for number, id in enumerate(found.ids[:MANY] if chosen else ()):
            if id in chosen:
                at = self.model.index(number, 0)
                way = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
                self.view.selectionModel().select(QItemSelection(at, at), way)
        self.say()

    def chosen(self) -> list[str]:
        """Gives the ids of the rows that are chosen."""
        ids = self.model.found.ids
        return [ids[index.row()] for index in self.view.selectionModel().selectedRows() if index.row() < len(ids)]

    def open(self, number: int) -> None:
        """Shows the detail of a row."""
        if 0 <= number < len(self.model.found.ids):
            self.detail.show_entity(self.model.found.ids[number])

    def _held(self, id: str) -> bool:
        return self.work.is_open and id in (*self.work.pack.entities, *self.work.pack.measures)

    def say(self) -> None:
        """Says what is chosen, and offers the one thing that can be done with it."""
        chosen = self.chosen()
        there = sum(map(self._held, chosen))
        words = f"{len(chosen)} selected" + (", in this pack" if there and there == len(chosen) else "")
        self.said.setText(
            words if chosen else "Space adds a row to the pack" if self.work.is_open else "No pack is open"
        )
        self.add.setEnabled(bool(chosen) and self.work.is_open)
        fresh = len(chosen) - there
        some = f"Add {fresh}, {there} already there" if there else f"Add {fresh}"
        self.add.setText("Remove" if chosen and not fresh else some if len(chosen) > 1 else "Add to pack")

    def toggle(self) -> None:
        """Adds what is chosen, or takes it out where all of it is in."""
        chosen = self.chosen()
        if not (chosen and self.work.is_open):
            return
        verb = self.work.drop if all(map(self._held, chosen)) else self.work.pick
        shown = self.detail.shown.entity if self.detail.shown else None
        name = shown.caption if shown and chosen == [shown.id] else ""
        groups: dict[str, list[str]] = {}
        for id in chosen[:MANY]:
            groups.setdefault(edits.group_of(id), []).append(id)
        for group, ids in groups.items():
            verb(group, ids, names=name)


class LibraryPanel(QWidget):
    """The tabs, or on the first day what to do."""

    import_asked = Signal()
    sample_asked = Signal()

    def __init__(self, work: Work) -> None:
        super().__init__()
        self.work = work
        self.setMinimumWidth(300)
        self.tabs = named(QTabBar(), "Library")
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(True)
        self.entities = EntitiesTab(work)
        self.others = [StatementsTab(work, kind) for kind in KINDS]
        self.stack = QStackedWidget()
        for title, page in (("Entities", self.entities), *((each.kind.title, each) for each in self.others)):
            self.tabs.addTab(title)
            self.stack.addWidget(page)
        self.tabs.currentChanged.connect(self.stack.setCurrentIndex)
        hint = "Import a published sanctions list, or open the sample and look around. Nothing leaves this computer."
        self.nothing = empty(
            "library",
            "The library is empty",
            hint,
            button("Import a list file…", self.import_asked.emit, kind="primary"),
            button("Open the sample", self.sample_asked.emit),
        )
        self.filled = host(column(box(row(self.tabs, None, margin=(4, 0, 4, 0)), "bar"), (self.stack, 1), gap=0))
        self.setLayout(column((self.filled, 1), (self.nothing, 1), gap=0))
        self.nothing.hide()
        work.library_changed.connect(self.load)

    def load(self) -> None:
        """Reads what the library holds now."""
        self.work.tasks.run(self.work.desk.held, self._fill, only="held")

    def _fill(self, held: Held) -> None:
        filled = bool(held.lists or held.entities or held.positions or held.issues or held.sources)
        self.filled.setVisible(filled)
        self.nothing.setVisible(not filled)
        if filled:
            self.entities.load()
            for each in self.others:
                each.load()

    def go_search(self) -> None:
        """Puts the cursor into the search."""
        self.tabs.setCurrentIndex(0)
        self.entities.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.entities.search.selectAll()
