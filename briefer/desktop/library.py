"""The library panel: entities, positions, issues, sources and lists as tabs, or on the first day what to do."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QTabBar, QWidget

from briefer.desktop.entities import EntitiesTab
from briefer.desktop.holdings import HoldingsTab
from briefer.desktop.parts import box, button, column, empty, host, named, row
from briefer.desktop.statements import KINDS
from briefer.desktop.wording import _
from briefer.desktop.work import Work
from briefer.model.desk import Held

CALM = 1500
"""Milliseconds after the first answer of the library after which what the forms stand on is loaded."""


class LibraryPanel(QWidget):
    """The tabs, or on the first day what to do."""

    import_asked = Signal()
    sample_asked = Signal()
    open_asked = Signal(str)

    def __init__(self, work: Work) -> None:
        super().__init__()
        self.work = work
        self.setMinimumWidth(300)
        self.tabs = named(QTabBar(), _("Library"), _("Ctrl+Page Up and Ctrl+Page Down change the tab"))
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(True)
        self.entities = EntitiesTab(work)
        self.others = [HoldingsTab(work, kind) for kind in KINDS]
        self.by_kind = {each.kind.verb: each for each in self.others}
        self.stack = QStackedWidget()
        for title, page in ((_("Entities"), self.entities), *((each.kind.title, each) for each in self.others)):
            self.tabs.addTab(title)
            self.stack.addWidget(page)
        self._build_nothing()
        self.filled = host(column(box(row((self.tabs, 1), margin=(4, 0, 4, 0)), "bar"), (self.stack, 1), gap=0))
        self.setLayout(column((self.filled, 1), (self.nothing, 1), gap=0))
        self.nothing.hide()
        self._prepared = False
        self._calm = QTimer(self, singleShot=True, interval=CALM)
        self._connect()

    def _build_nothing(self) -> None:
        self.sample = button(_("Open the sample"), self.sample_asked.emit)
        hint = _("Import a published sanctions list, or open the sample and look around. Nothing leaves this computer.")
        self.nothing = empty(
            "library",
            _("The library is empty"),
            hint,
            button(_("Import a list file…"), self.import_asked.emit, kind="primary"),
            self.sample,
            button(_("Enter a position…"), lambda: self.enter("positions", None)),
        )

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self.stack.setCurrentIndex)
        self._calm.timeout.connect(lambda: self.work.tasks.run(self.work.desk.prepare, only="prepare"))
        self.work.library_changed.connect(self.load)
        for signal in (self.work.opened, self.work.closed):
            signal.connect(self._name_sample)
        self.entities.went.connect(self.go)
        for each in self.others:
            each.went.connect(self.go)
            each.form_asked.connect(self.enter)
            each.article_asked.connect(self.paste_article)

    def _name_sample(self) -> None:
        """Beside an open pack only the library of the sample is opened."""
        self.sample.setText(_("Use the sample library") if self.work.is_open else _("Open the sample"))

    def load(self) -> None:
        """Reads what the library holds now."""
        self.work.tasks.run(self.work.desk.held, self._fill, only="held")

    def _fill(self, held: Held) -> None:
        if not self._prepared:
            self._prepared = True
            self._calm.start()
        filled = bool(held.lists or held.entities or held.positions or held.issues or held.sources)
        self.filled.setVisible(filled)
        self.nothing.setVisible(not filled)
        if filled:
            self.entities.load()
            for each in self.others:
                each.load()

    def redraw(self) -> None:
        """Draws anew what no style sheet reaches, after a change of theme."""
        self.entities.detail.redraw()
        for each in self.others:
            each.detail.redraw()

    def go(self, place: str) -> None:
        """Goes to a place: an id of an entity, or one after the name of its tab, or a pack's path."""
        kind, mark, id = place.partition(":")
        if kind == "pack":
            self.open_asked.emit(id)
        elif kind in self.by_kind:
            self.tabs.setCurrentIndex(1 + self.others.index(self.by_kind[kind]))
            self.by_kind[kind].show_id(id)
        else:
            self.tabs.setCurrentIndex(0)
            self.entities.show_detail(id if mark else place)

    def enter_tab(self) -> None:
        """Puts the cursor into the search of the tab that is shown."""
        shown = self.stack.currentWidget()
        if isinstance(shown, (EntitiesTab, HoldingsTab)):
            shown.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def go_search(self) -> None:
        """Puts the cursor into the search of the entities."""
        self.tabs.setCurrentIndex(0)
        self.entities.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.entities.search.selectAll()

    def enter(self, kind: str, value: object) -> None:
        """Opens the form of a position, an issue or a source, empty or with what is recorded."""
        from briefer.desktop.forms import FormDialog

        def ready(known: object) -> None:
            dialog = FormDialog(self.window(), self.work, kind, known, value)  # type: ignore[arg-type]
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.entered.connect(lambda id: self.entered(kind, id))
            QTimer.singleShot(0, dialog.open)  # drawn apart from being made, so that neither stops the window

        self.work.tasks.run(self.work.desk.known, ready, only="known")

    def entered(self, kind: str, id: str) -> None:
        """Shows what was entered."""
        self.by_kind[kind].show_id(id)
        self.tabs.setCurrentIndex(1 + self.others.index(self.by_kind[kind]))

    def paste_article(self) -> None:
        """Opens the pasting of an article."""
        from briefer.desktop.pasting import ArticleDialog

        def ready(known: object) -> None:
            dialog = ArticleDialog(self.window(), self.work, known)  # type: ignore[arg-type]
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.entered.connect(lambda id: self.entered("positions", id))
            QTimer.singleShot(0, dialog.open)  # drawn apart from being made, so that neither stops the window

        self.work.tasks.run(self.work.desk.known, ready, only="known")
