"""The page panel: the real pages, their bar, what is being laid out, and what could not be."""

from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QFrame, QLayout, QLineEdit, QProgressBar, QStackedWidget, QTextBrowser, QWidget

from briefer.desktop.pages import Leaf
from briefer.desktop.paper import Desk
from briefer.desktop.parts import box, button, clear, column, empty, host, named, row, rule, sign, text, tool
from briefer.desktop.rasters import Box
from briefer.desktop.work import Work

ZOOMS = (
    ("Fit width", 0, 1),
    ("Two pages", 0, 2),
    ("75 %", 75, 1),
    ("100 %", 100, 1),
    ("150 %", 150, 1),
    ("200 %", 200, 1),
)
NARROW = 500
"""Pixels of the bar below which the rarer tools wait under the menus."""


class Bar(QFrame):
    """The bar over the pages; when it is narrow the rarer tools are left to the menus and their keys."""

    def __init__(self, rare: list[QWidget], layout: QLayout) -> None:
        super().__init__()
        self._rare = rare
        self.setProperty("kind", "bar")
        self.setLayout(layout)
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.setMinimumSize(320, layout.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Shows or hides the rarer tools."""
        super().resizeEvent(event)
        for part in self._rare:
            part.setVisible(self.width() >= NARROW)


class PagePanel(QWidget):
    """Shows the pages of the open pack and says which section and words were clicked."""

    went = Signal(str, str)

    def __init__(self, work: Work) -> None:
        super().__init__()
        self.work, self.pages = work, work.pages
        self.setMinimumWidth(320)
        self.desk = Desk(self.pages)
        self.twin = named(QTextBrowser(), "Text of the section", "The same text as on the page, for screen readers")
        self.twin.setOpenLinks(False)
        hint = (
            "They are the real pages, as they will print. Add a pick or write a line and the first one shows at once."
        )
        self.nothing = empty("page", "Pages appear here", hint)
        self.stack = QStackedWidget()
        for each in (self.nothing, self.desk, self.twin):
            self.stack.addWidget(each)
        self.busy = named(QProgressBar(), "Laying out pages")
        self.busy.setRange(0, 0)
        self.busy.setTextVisible(False)
        self.faults = column(margin=(8, 8, 8, 8))
        self.fault_box = host(self.faults)
        self.fault_box.hide()
        self.setLayout(column(self._bar(), self.busy, self.fault_box, (self.stack, 1), gap=0))
        self.busy.setVisible(False)
        self.pages.changed.connect(self._changed)
        self.pages.busy.connect(self.busy.setVisible)
        self.pages.faults_changed.connect(self._faults)
        self.desk.moved.connect(self._moved)
        self.desk.paper.clicked.connect(self._clicked)

    def _bar(self) -> Bar:
        self.number = named(QLineEdit("0"), "Page number", "Enter goes to the page")
        self.number.setFixedWidth(40)
        self.number.returnPressed.connect(self._go)
        self.of = text("of 0", "muted")
        self.zoom = named(QComboBox(), "Zoom")
        for words, zoom, columns in ZOOMS:
            self.zoom.addItem(words, (zoom, columns))
        self.zoom.currentIndexChanged.connect(lambda _at: self.desk.set_zoom(*self.zoom.currentData()))
        self._make_finder()
        self.twin_button = tool("twin", "Text for screen readers", self.show_twin, keys="F8", checked=False)
        rare: list[QWidget] = [rule(vertical=True), self.finder, self.twin_button]
        line = row(
            tool("left", "Previous page", lambda: self.desk.go(self.desk.number - 1), keys="Page Up"),
            self.number,
            self.of,
            tool("right", "Next page", lambda: self.desk.go(self.desk.number + 1), keys="Page Down"),
            rule(vertical=True),
            tool("minus", "Smaller", lambda: self.step_zoom(-1), keys="Ctrl+-"),
            self.zoom,
            tool("plus", "Larger", lambda: self.step_zoom(1), keys="Ctrl++"),
            *rare,
            None,
            gap=3,
            margin=(8, 2, 4, 2),
        )
        return Bar(rare, line)

    def _make_finder(self) -> None:
        self.finder = named(QLineEdit(), "Search the pages", "Enter goes to the next place")
        self.finder.setPlaceholderText("Search the pages")
        self.finder.setClearButtonEnabled(True)
        self.finder.setMaximumWidth(160)
        self.finder.returnPressed.connect(self.search)

    def step_zoom(self, by: int) -> None:
        """Goes one zoom up or down."""
        first = 2 if self.zoom.currentIndex() < 2 else self.zoom.currentIndex() + by
        self.zoom.setCurrentIndex(max(2, min(first, self.zoom.count() - 1)))

    def _go(self) -> None:
        if self.number.text().isdecimal():
            self.desk.go(int(self.number.text()) - 1)

    def _moved(self, number: int) -> None:
        if not self.number.hasFocus():
            self.number.setText(str(number + 1))

    def _changed(self) -> None:
        count = len(self.pages.leaves)
        self.of.setText(f"of {count}")
        if count == 0:
            self.number.setText("0")
        elif self.stack.currentWidget() is self.nothing:
            self.stack.setCurrentWidget(self.desk)
            self.desk.renew()
            self._moved(self.desk.number)
        if count == 0:
            self.stack.setCurrentWidget(self.nothing)
        if self.stack.currentWidget() is self.twin:
            self._fill_twin()

    def _faults(self) -> None:
        clear(self.faults)
        for fault in self.pages.faults[:3]:
            title = (
                f"{self.pages.title(fault.section)} could not be laid out" if fault.section else "The pages stand still"
            )
            words = column(text(title, bold=True), text(fault.message, wrap=160), gap=2)
            parts: list[QWidget] = [sign("error")]
            go = button("Go to it", partial(self.went.emit, fault.section, ""))
            go.setVisible(bool(fault.section))
            line = row(*parts, (host(words), 1), go, margin=(12, 8, 12, 8))
            self.faults.addWidget(box(line, "error"))
        self.fault_box.setVisible(bool(self.pages.faults))

    def _clicked(self, leaf: Leaf, y: float) -> None:
        section = leaf.section.partition(":")[0]
        self.pages.rasters.words(leaf.key, y, partial(self.went.emit, section))

    def show_section(self, section: str) -> None:
        """Brings a section into sight."""
        self.desk.show_section(section)
        if self.stack.currentWidget() is self.twin:
            self._fill_twin()

    def show_twin(self) -> None:
        """Shows the same text for screen readers in place of the pages, or the pages again."""
        twin = self.stack.currentWidget() is not self.twin
        self.twin_button.setChecked(twin)
        if twin:
            self._fill_twin()
            self.stack.setCurrentWidget(self.twin)
            self.twin.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.stack.setCurrentWidget(self.desk if self.pages.leaves else self.nothing)

    def _fill_twin(self) -> None:
        number = self.desk.number
        section = self.pages.leaves[number].section if 0 <= number < len(self.pages.leaves) else ""
        self.twin.setHtml(self.pages.html(section))

    def search(self) -> None:
        """Marks a text on all pages and shows the first place after the page in sight."""
        wanted = self.finder.text().strip()
        hits = self.desk.paper.hits
        hits.clear()
        self.desk.paper.update()
        if not wanted:
            return
        here, gone = self.desk.number, [False]

        def found(key: str, places: list[Box]) -> None:
            hits[key] = [QRectF(left, top, right - left, bottom - top) for left, top, right, bottom in places]
            after = [number for number in order if hits.get(self.pages.leaves[number].key)]
            if places and not gone[0]:
                gone[0] = True
                self.desk.go(after[0])
            self.desk.paper.update()

        count = len(self.pages.leaves)
        order = [*range(here + 1, count), *range(min(here + 1, count))]
        for number in order:
            key = self.pages.leaves[number].key
            self.pages.rasters.find(key, wanted, partial(found, key))
