"""The first tab of the library: search as one types, filters, results without end, and the detail of what is chosen."""

from dataclasses import replace

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSlider, QStackedWidget, QWidget

from briefer.desktop import picking
from briefer.desktop.detail import Beneath, DetailPane
from briefer.desktop.filters import Filters
from briefer.desktop.parts import Part, box, button, column, empty, host, named, row, text
from briefer.desktop.results import ORDERS, Results, carried
from briefer.desktop.saved import Kept, asked_now
from briefer.desktop.table import Search, Table
from briefer.desktop.wording import _
from briefer.desktop.work import Work
from briefer.model.desk import Asked, Found

TYPED = 60
"""Milliseconds after the last key before the library is asked."""
QUIET = 300
"""Milliseconds after which it is said that the library is being searched."""
MANY = 500
"""So many rows at most are looked through for those that were chosen before."""
LEAST, MOST, USUAL = 50, 100, 70
LOW = 600
"""Pixels of height under which the detail takes the place of the list."""


class EntitiesTab(QWidget):
    """Search, chips, results, and the detail under them or, in a low window, in their place."""

    went = Signal(str)

    def __init__(self, work: Work) -> None:
        super().__init__()
        self.work = work
        self.tags: tuple[str, ...] = ()
        self.countries: tuple[tuple[str, str], ...] = ()
        self._adding = self._asking = self._entering = self._shut = False
        self._build_search()
        self._table()
        self._build_nothing()
        self.said = text("", "muted", wrap=60)
        self.add = button(_("Add to pack"), self.toggle, tip=_("Space"))
        self.all = button(_("Add all"), self.add_all)
        self.foot = box(row((self.said, 1), self.all, self.add, margin=(8, 6, 8, 6)), "foot")
        self.detail = DetailPane(work)
        self.body = Beneath(self.shown, self.view, self.detail, lambda: self._glance(self.view.currentIndex().row()))
        self.setLayout(column(*self._lines(), (self.body, 1), self.foot, gap=0))
        self._pause = QTimer(self, singleShot=True, interval=TYPED)
        self._slow = QTimer(self, singleShot=True, interval=QUIET)
        self._connect()

    def _lines(self) -> tuple[Part, ...]:
        """What stands over the results: the search, how near it has to be, and the filters."""
        search = host(row(self.search, margin=(8, 8, 8, 6)))
        near = (text(_("Match at least"), "muted"), (self.least, 1), self.least_said)
        least = host(row(*near, None, self.count, 8, gap=6, margin=(8, 0, 0, 0)))
        filters = row((self.filters, 1), self.kept, 4, gap=4)
        filters.setAlignment(self.kept, Qt.AlignmentFlag.AlignTop)
        return search, least, 4, host(filters), 4

    def _build_search(self) -> None:
        about = _("Any script; results follow as you type")
        self.search = Search(_("Search entities"), about, _("Name, number or IMO, in any script"))
        self.count = text("", "muted")
        self.least = named(
            QSlider(Qt.Orientation.Horizontal), _("Lowest match"), _("From 50 to 100; 100 is an exact name")
        )
        self.least.setRange(LEAST, MOST)
        self.least.setValue(USUAL)
        self.least.setMaximumWidth(120)
        self.least.setMinimumWidth(50)
        self.least_said = text(str(USUAL), bold=True)
        self.filters = Filters(lambda: self.tags, lambda: self.countries)
        self.kept = Kept.made(self.work, lambda: self.asked)

    def _build_nothing(self) -> None:
        self.from_nearest = button(_("Show the nearest"), self._lower)
        self.none = empty("search", _("No name matches"), "", self.from_nearest)
        self.none_words = next(each for each in self.none.findChildren(QLabel) if each.property("role") == "muted")
        self.shown = QStackedWidget()
        for part in (self.view, self.none):
            self.shown.addWidget(part)

    def _table(self) -> None:
        self.model = Results(self.work, self)
        about = _("Space adds the row to the pack, Enter opens its detail")
        self.view = Table(_("Search results"), about, self.toggle, lambda: carried(self.chosen()))
        self.view.setModel(self.model)
        self.view.stretch(1, {0: 34, 2: 58, 3: 68})
        head = self.view.horizontalHeader()
        named(head, _("Columns of the results"), _("A click sorts by the column"))
        head.setSectionsClickable(True)
        head.setSortIndicatorShown(True)
        head.setSortIndicator(3, Qt.SortOrder.AscendingOrder)
        head.sortIndicatorChanged.connect(lambda _at, _way: self.ask())

    def _connect(self) -> None:
        self._pause.timeout.connect(self.ask)
        self._slow.timeout.connect(lambda: self.count.setText(_("Searching…")))
        self.search.textChanged.connect(self._typed)
        self.search.entered.connect(self.enter)
        self.least.valueChanged.connect(self._least_changed)
        self.filters.changed.connect(self.ask)
        self.kept.run.connect(self.run)
        self.kept.add.connect(self.run_and_add)
        self.model.dataChanged.connect(lambda *_each: self._give_way())
        self.view.selectionModel().selectionChanged.connect(lambda *_each: self.say())
        self.view.selectionModel().currentRowChanged.connect(lambda now, _former: self._glance(now.row()))
        self.view.activated.connect(lambda index: self.open(index.row(), again=True))
        self.detail.went.connect(self.went)
        self.detail.shut.connect(self.shut_detail)
        for signal in (self.work.changed, self.work.opened, self.work.closed):
            signal.connect(self.say)
        for signal in (self.work.opened, self.work.closed):
            signal.connect(self._pause.start)

    def load(self) -> None:
        """Asks anew, with the programmes and countries that there are now."""
        desk = self.work.desk

        def taken(found: tuple[tuple[str, ...], tuple[tuple[str, str], ...]]) -> None:
            self.tags, self.countries = found

        self.ask()
        self.work.tasks.run(lambda: (desk.tags(), desk.countries()), taken, only="tags")

    @property
    def asked(self) -> Asked:
        """What is asked for now."""
        head = self.view.horizontalHeader()
        order = ORDERS.get(head.sortIndicatorSection(), "match")
        down = head.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
        name = self.search.text()
        return replace(self.filters.asked, name=name, order=order, descending=down, min_score=self.least.value())

    def _typed(self) -> None:
        """Asks when the user rests; a detail in the place of the list gives way to what is found."""
        self._entering = False
        self._pause.start()
        if self.low and self.detail.isVisible():
            self.detail.hide()
            self.shown.show()

    def enter(self) -> None:
        """Goes to the first row found; where the library is still being asked, once it has answered."""
        if self._pause.isActive():
            self.ask()
        self._entering = self._asking
        if not self._asking:
            self.view.enter()

    def ask(self) -> None:
        """Asks the library for what is typed; an older question that waits is dropped."""
        self._pause.stop()
        self._asking = True
        asked, desk = asked_now(self.asked, self.work), self.work.desk
        self._slow.start()
        self.work.tasks.run(lambda: desk.find(asked), self._fill, self._failed, only="find")

    def _failed(self, error: BaseException) -> None:
        self._slow.stop()
        self._asking = self._entering = False
        self.work.failed.emit(error)

    def _fill(self, found: Found) -> None:
        """Shows an answer; rows that were chosen and are still there stay chosen."""
        self._slow.stop()
        self._asking = False
        chosen = set(self.chosen(MANY))
        self.model.set(found)
        self.shown.setCurrentWidget(self.view if found.ids else self.none)
        self.count.setText(
            _("{found} of {all} · {time} ms").format(
                found=f"{len(found.ids):,}", all=f"{found.of:,}", time=f"{found.seconds * 1000:.0f}"
            )
        )
        self._say_nothing(found)
        for number, id in enumerate(found.ids[:MANY] if chosen else ()):
            if id in chosen:
                at = self.model.index(number, 0)
                way = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
                self.view.selectionModel().select(QItemSelection(at, at), way)
        self.say()
        if self._adding:
            self._adding = False
            self.add_all()
        if self._entering:
            self.enter()

    def _give_way(self) -> None:
        """Leaves the day of listing out where no row that was read has one, unless the rows are sorted by it."""
        sorted_by = ORDERS.get(self.view.horizontalHeader().sortIndicatorSection())
        hidden = self.model.undated and sorted_by != "since"
        if self.view.isColumnHidden(2) != hidden:
            self.view.setColumnHidden(2, hidden)

    def _say_nothing(self, found: Found) -> None:
        words = _("Look for a part of the name, or take a filter away.")
        if self.search.text() and self.least.value() > LEAST:
            words = _("Look for a part of the name, lower “Match at least”, or take a filter away.")
        if found.nearest:
            words = _(
                "“Match at least” is at {least} and hides what is less alike. Nearest at {score}: {name}."
            ).format(least=self.least.value(), score=found.nearest[1], name=found.nearest[0])
            self.from_nearest.setText(_("Show from {score}").format(score=max(LEAST, found.nearest[1])))
        self.from_nearest.setVisible(bool(found.nearest))
        self.from_nearest.setProperty("score", found.nearest[1] if found.nearest else LEAST)
        self.none_words.setText(words)

    def _lower(self) -> None:
        self.least.setValue(max(LEAST, self.from_nearest.property("score")))

    def _least_changed(self, value: int) -> None:
        self.least_said.setText(str(value))
        if self.search.text():
            self._pause.start()

    def run(self, asked: Asked) -> None:
        """Runs a search that was kept."""
        for part in (self.search, self.least, self.view.horizontalHeader()):
            part.blockSignals(True)
        self.search.setText(asked.name)
        self.least.setValue(asked.min_score or USUAL)
        self.least_said.setText(str(self.least.value()))
        section = next((at for at, order in ORDERS.items() if order == asked.order), 3)
        way = Qt.SortOrder.DescendingOrder if asked.descending else Qt.SortOrder.AscendingOrder
        self.view.horizontalHeader().setSortIndicator(section, way)
        for part in (self.search, self.least, self.view.horizontalHeader()):
            part.blockSignals(False)
        self.filters.show_asked(replace(asked, picks=(), day=None))
        self.view.horizontalHeader().viewport().update()
        self.ask()

    def run_and_add(self, asked: Asked) -> None:
        """Runs a search that was kept and adds all that it finds."""
        self._adding = True
        self.run(asked)

    def chosen(self, most: int = 0) -> list[str]:
        """Gives the ids of the rows that are chosen, of very many only the first `most`."""
        ids, found = self.model.found.ids, list[str]()
        for first, last in self.view.ranges():
            found += ids[first : last + 1]
            if most and len(found) >= most:
                return found[:most]
        return found

    def _glance(self, number: int) -> None:
        """Follows the row that is chosen where there is room for list and detail, unless the detail was closed."""
        if not self.low and self.isVisible() and not (self._shut and self.detail.isHidden()):
            self.open(number)

    def open(self, number: int, *, again: bool = False) -> None:
        """Shows the detail of a row; `again` says that the user asks for details after having closed them."""
        self._shut = self._shut and not again
        if 0 <= number < len(self.model.found.ids):
            id = self.model.found.ids[number]
            self.show_detail(id)

    def show_detail(self, id: str) -> None:
        """Shows the detail of an entity or a measure."""
        self.detail.choose(id)
        self.shown.setVisible(not self.low)

    def shut_detail(self) -> None:
        """Closes the detail until one is asked for; in a low window it was in the way of the list only."""
        self._shut = not self.low
        self.close_detail()

    def close_detail(self) -> None:
        """Goes back to the list."""
        self.detail.hide()
        self.shown.show()
        self.view.setFocus()

    @property
    def low(self) -> bool:
        """Whether there is room for the list or the detail only."""
        return self.height() < LOW

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Lets list and detail share the room, or take turns."""
        super().resizeEvent(event)
        self.shown.setVisible(not (self.low and self.detail.isVisibleTo(self)))
        self.body.keep(room=not self.low and not self._shut)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc closes the detail, Alt+Left goes back in it."""
        back = event.key() == Qt.Key.Key_Left and event.modifiers() == Qt.KeyboardModifier.AltModifier
        if back and self.detail.isVisible():
            self.detail.go_back()
        elif event.key() == Qt.Key.Key_Escape and self.detail.isVisible():
            self.shut_detail()
        else:
            super().keyPressEvent(event)

    def say(self) -> None:
        """Says what is chosen, and offers the one thing that can be done with it."""
        chosen = self.chosen()
        there = sum(map(self.model.picked, chosen))
        open_, count = self.work.is_open, len(self.model.found.ids)
        words = _("{count} selected").format(count=f"{len(chosen):,}")
        if there and there == len(chosen):
            words = _("{count} selected, in this pack").format(count=f"{len(chosen):,}")
        hint = _("Space adds a row to the pack") if open_ else _("No pack is open")
        self.said.setText(words if chosen else hint)
        self.add.setEnabled(bool(chosen) and open_)
        some = open_ and 1 < count < self.model.found.of and len(chosen) < count
        self.all.setVisible(some and not all(map(self.model.picked, self.model.found.ids)))
        self.all.setText(_("Add all {count}").format(count=f"{count:,}"))
        self.add.setText(_offer(len(chosen), there))

    def toggle(self) -> None:
        """Adds what is chosen, or takes it out where all of it is in."""
        chosen = self.chosen()
        if not (chosen and self.work.is_open):
            return
        shown = self.detail.shown.entity if self.detail.shown else None
        name = shown.caption if shown and chosen == [shown.id] else ""
        if all(map(self.model.picked, chosen)):
            picking.drop(self.work, chosen, name=name)
        elif len(chosen) > 1:
            picking.add_all(self.work, chosen, self.window())
        else:
            picking.add(self.work, chosen, name=name)

    def add_all(self) -> None:
        """Adds all that was found."""
        picking.add_all(self.work, self.model.found.ids, self.window())


def _offer(chosen: int, there: int) -> str:
    fresh = chosen - there
    if chosen and not fresh:
        return _("Remove")
    if chosen < 2:
        return _("Add to pack")
    some = _("Add {count}, {there} already there") if there else _("Add {count}")
    return some.format(count=f"{fresh:,}", there=f"{there:,}")
