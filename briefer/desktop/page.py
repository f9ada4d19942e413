"""The page panel: the real pages, their bar, what is being laid out, and what could not be."""

import re
from functools import partial

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QTextOption
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QLayout, QLineEdit, QStackedWidget, QTextBrowser, QWidget

from briefer.desktop import places
from briefer.desktop.finder import Finder
from briefer.desktop.laying import Faults, Going, Working
from briefer.desktop.pages import Leaf
from briefer.desktop.paper import FIT_PAGE, FIT_WIDTH, Desk
from briefer.desktop.parts import column, drop, empty, host, named, row, rule, text, tool
from briefer.desktop.rasters import Box
from briefer.desktop.side import Side
from briefer.desktop.wording import _
from briefer.desktop.work import Work

ZOOMS = (
    (_("Fit width"), FIT_WIDTH, 1),
    (_("Fit page"), FIT_PAGE, 1),
    (_("Two pages"), FIT_WIDTH, 2),
    *((f"{zoom} %", zoom, 1) for zoom in (50, 75, 100, 125, 150, 200, 300)),
)
FITS = 3
"""So many of the zooms follow the panel."""
NARROW = 420
"""Pixels of the bar below which the rarer tools move under More."""


TWIN = "ol.toc { list-style-type: none; } th { text-align: left; }"
"""What the text for screen readers is dressed in: the contents carry numbers of their own, heads stand over columns."""


APART = re.compile(
    r"(?:(?<=</span>)|(?<=</a>))(?=<(?:a|span)\b)|(?<=</a></span>)(?=\w)"
    r"|(?<=</b>)(?=\w)|(?<=[^\s>])(?=<span class=\"sub\b)"
)
"""Where on paper the style sheet alone keeps two words apart, fact keys from the words that they stand beside, the
letter of a class from its words, or the small print of a cell from what stands over it."""
FIGURE = re.compile(r"<svg\b[^>]*>\s*<title>(.*?)</title>.*?</svg>", re.DOTALL)
"""A drawing, which stands here by its alternative text; its letters alone would be read as one word."""


class Bar(QFrame):
    """The bar over the pages; when it is narrow the rarer tools move under More."""

    def __init__(self, rare: list[QWidget], more: QWidget, layout: QLayout) -> None:
        super().__init__()
        self._rare, self._more = rare, more
        self.setProperty("kind", "bar")
        self.setLayout(layout)
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.setMinimumSize(300, layout.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Shows or hides the rarer tools."""
        super().resizeEvent(event)
        for part in self._rare:
            part.setVisible(self.width() >= NARROW)
        self._more.setVisible(self.width() < NARROW)


class PagePanel(QWidget):
    """Shows the pages of the open pack and says which section and words were clicked."""

    went = Signal(str, str)

    def __init__(self, work: Work) -> None:
        super().__init__()
        self.work, self.pages = work, work.pages
        self.setMinimumWidth(320)
        self.desk = Desk(self.pages)
        self.finder, self.side = Finder(self.desk), Side(self.pages)
        self.side.hide()
        self._make_stack()
        self.busy, self.going, self.faults = Working(self.pages), Going(self.pages), Faults(self.pages)
        over = QGridLayout()
        over.setContentsMargins(0, 0, 0, 0)
        over.addWidget(host(row(self.side, (self.stack, 1), gap=0)), 0, 0)
        over.addWidget(self.going, 0, 0, Qt.AlignmentFlag.AlignTop)  # over the pages, which stay where they are
        self.setLayout(column(self._bar(), self.busy, self.finder, self.faults, (host(over), 1), gap=0))
        self._connect()

    def _make_stack(self) -> None:
        about = _("The same text as on the page, for screen readers")
        self.twin = named(QTextBrowser(), _("Text of the section"), about)
        self.twin.setOpenLinks(False)
        self.twin.document().setDefaultStyleSheet(TWIN)
        self.twin.document().setDocumentMargin(16)
        self.twin.setWordWrapMode(QTextOption.WrapMode.WordWrap)  # a wide table is scrolled, its words are not broken
        hint = _(
            "They are the real pages, as they will print. Add a pick or write a line and the first one shows at once."
        )
        self.nothing = empty("page", _("Pages appear here"), hint)
        self.stack = QStackedWidget()
        for each in (self.nothing, self.desk, self.twin):
            self.stack.addWidget(each)

    def _connect(self) -> None:
        self.pages.changed.connect(self._changed)
        self.pages.html_changed.connect(self._renew_twin)
        self.pages.busy.connect(self._settled)
        self.desk.moved.connect(self._moved)
        self.desk.zoomed.connect(self.step_zoom)
        self.desk.paper.clicked.connect(self._clicked)
        self.side.went.connect(self.desk.go)
        self.going.stopped.connect(self.pages.stop)
        self.faults.went.connect(lambda section: self.went.emit(section, ""))
        self.faults.again.connect(self.work.refresh_pages)

    def _bar(self) -> Bar:
        self.number = named(QLineEdit("0"), _("Page number"), _("Enter goes to the page"))
        self.number.setFixedWidth(44)
        self.number.returnPressed.connect(self._go)
        self.of = text("", "muted")
        self.zoom = named(QComboBox(), _("Zoom"), _("How large the pages are shown"))
        self.zoom.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for words, zoom, columns in ZOOMS:
            self.zoom.addItem(words, (zoom, columns))
        self.zoom.currentIndexChanged.connect(lambda _at: self.desk.set_zoom(*self.zoom.currentData()))
        rare = self._rare()
        entries = ((_("Search the pages"), self.seek), (_("Small pages and contents"), self.show_side))
        more = drop(tool("more", _("More")), (*entries, (_("Text for screen readers"), self.show_twin)))
        line = row(
            tool("left", _("Previous page"), lambda: self.desk.go(self.desk.number - 1), keys="Page Up"),
            self.number,
            self.of,
            tool("right", _("Next page"), lambda: self.desk.go(self.desk.number + 1), keys="Page Down"),
            rule(vertical=True),
            tool("minus", _("Smaller"), lambda: self.step_zoom(-1), keys="Ctrl+-"),
            self.zoom,
            tool("plus", _("Larger"), lambda: self.step_zoom(1), keys="Ctrl++"),
            *rare,
            None,
            more,
            gap=3,
            margin=(8, 2, 4, 2),
        )
        return Bar(rare, more, line)

    def _rare(self) -> list[QWidget]:
        self.side_button = tool("thumbs", _("Small pages and contents"), self.show_side, keys="F9", checked=False)
        self.twin_button = tool("twin", _("Text for screen readers"), self.show_twin, keys="F8", checked=False)
        find = tool("search", _("Search the pages"), self.seek, keys="Ctrl+F")
        return [rule(vertical=True), find, self.side_button, self.twin_button]

    def step_zoom(self, by: int) -> None:
        """Goes one zoom up or down, from a zoom that follows the panel to the one nearest to it."""
        at = self.zoom.currentIndex()
        if at < FITS:
            now = self.desk.zoom_now
            beyond = [n for n, (_w, zoom, _c) in enumerate(ZOOMS) if n >= FITS and (zoom - now) * by > 0]
            step = (beyond or [len(ZOOMS) - 1 if by > 0 else FITS])[0 if by > 0 else -1]
        else:
            step = max(FITS, min(at + by, len(ZOOMS) - 1))
        self.zoom.setCurrentIndex(step)

    def fit(self) -> None:
        """Fits the page to the width of the panel; again, the whole page."""
        self.zoom.setCurrentIndex(1 if self.zoom.currentIndex() == 0 else 0)

    def _go(self) -> None:
        if self.number.text().isdecimal():
            self.desk.go(int(self.number.text()) - 1)
            self.desk.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_page(self) -> None:
        """Puts the cursor into the page number."""
        self.number.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.number.selectAll()

    def _moved(self, number: int) -> None:
        if not self.number.hasFocus():
            self.number.setText(str(number + 1))
        if self.side.isVisible():
            self.side.show_page(number)
        if self.stack.currentWidget() is self.twin:
            self._fill_twin()

    def _changed(self) -> None:
        count = len(self.pages.leaves)
        self.of.setText(_("of {count}").format(count=f"{count:,}") if count else "")
        self.desk.paper.dim = self.work.settings.dim
        if count == 0:
            self.number.setText("0")
            self.stack.setCurrentWidget(self.nothing)
        elif self.stack.currentWidget() is self.nothing:
            self.stack.setCurrentWidget(self.desk)
            self.desk.renew()
            self._moved(self.desk.number)
        if self.stack.currentWidget() is self.twin:
            self._fill_twin()

    def _renew_twin(self, section: str) -> None:
        if self.stack.currentWidget() is self.twin and section == self._twin_of[0]:
            self._fill_twin()

    def _clicked(self, leaf: Leaf, y: float) -> None:
        section = leaf.section.partition(":")[0]
        self.desk.paper.point((leaf.key, max(0.0, y - 6), y + 6))
        self.pages.rasters.words(leaf.key, y, partial(self.went.emit, section))

    def show_section(self, section: str) -> None:
        """Brings a section into sight, or the one on whose pages it stands."""
        self.desk.show_section(self._home(section))
        if self.stack.currentWidget() is self.twin:
            self._fill_twin()

    def _home(self, section: str) -> str:
        shown = any(leaf.section.partition(":")[0] == section for leaf in self.pages.leaves)
        return section if shown or not self.work.is_open else places.top(self.work.pack, section)

    def follow(self, section: str, words: str) -> None:
        """Goes after what is being written: to the section at once, to the words once their page is laid out."""
        self.show_section(section)
        self._written = (section, words)

    def _settled(self, busy: bool) -> None:
        if self._written and not busy:
            written, self._written = self._written, ()
            self.show_words(*written)

    _written: tuple[str, ...] = ()

    def show_words(self, section: str, words: str) -> None:
        """Brings words of a section into sight, as they are written in the editor, and points at them."""
        home = self._home(section)
        keys = [leaf.key for leaf in self.pages.leaves if leaf.section.partition(":")[0] == home]
        self.pages.rasters.locate(keys, words, self._point)

    def _point(self, key: str, place: Box) -> None:
        left, top, right, bottom = place
        numbers = [number for number, leaf in enumerate(self.pages.leaves) if leaf.key == key]
        if numbers:
            self.desk.reveal(numbers[0], QRectF(left, top, right - left, bottom - top))
            self.desk.paper.point((key, top, bottom))

    def show_side(self) -> None:
        """Shows or hides the small pages and the contents."""
        shown = not self.side.isVisible()
        self.side.setVisible(shown)
        self.side_button.setChecked(shown)
        if shown:
            self.side.show_page(self.desk.number)
            self.side.currentWidget().setFocus(Qt.FocusReason.ShortcutFocusReason)

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
        """Shows the text of the section in sight; what is there already stays as it is scrolled."""
        number = self.desk.number
        section = self.pages.leaves[number].section if 0 <= number < len(self.pages.leaves) else ""
        html = self.pages.html(section)
        if html == self._twin_of[1]:
            return
        same, at = section == self._twin_of[0], self.twin.verticalScrollBar().value()
        self._twin_of = (section, html)
        named(self.twin, _("Text of {section}").format(section=self.pages.title(section)), "")
        self.twin.setHtml(APART.sub(" ", FIGURE.sub(r"<p>\1</p>", html)))
        QTimer.singleShot(0, self, lambda: self.twin.verticalScrollBar().setValue(at if same else 0))

    _twin_of = ("", "")

    def seek(self) -> None:
        """Searches the pages."""
        if self.stack.currentWidget() is self.twin:
            self.show_twin()
        self.finder.open()
