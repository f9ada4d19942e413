"""The detail of one entity: its class in words, each value with its source, links, namesakes, and where it is used."""

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView, QSplitter, QStackedWidget, QTabWidget, QWidget

from briefer.desktop import facts, icons
from briefer.desktop.identity import DECIDED, IdentityDialog, told
from briefer.desktop.lines import Line, Sheet
from briefer.desktop.parts import button, column, host, named, picture, row, text, tool
from briefer.desktop.reasons import class_words, not_yet
from briefer.desktop.wording import _
from briefer.desktop.work import Work
from briefer.model.answers import Sameness
from briefer.model.desk import Detail, Holding, Used
from briefer.model.relief import Relief
from briefer.model.views import Pick
from briefer.service import edits

AFTER = 250
"""Milliseconds of rest after which namesakes and packs are looked for."""
FACTS, LINKS, POSITIONS, IDENTITY, USED = range(5)
TITLES = (_("Facts"), _("Links"), _("Positions"), _("Identity"), _("Used in"))
ABOUT = (
    _("Facts and their sources"),
    _("Links to others"),
    _("Positions on it"),
    _("Records that may be the same"),
    _("Packs that hold it"),
)


SHARES = (360, 300)
"""Pixels of list and detail, until the splitter between them is dragged."""
LEAST = 200
"""Pixels of height that the place keeps at least, whatever is in it: words that grow move no row."""


class Beneath(QSplitter):
    """A list over the place that is kept for the detail of a row, so that choosing rows moves and covers none.

    Until a row is chosen the place says what it is for. It is given up where the detail is closed and where there is no
    room for both; then a detail that is asked for takes its part of the list, and the row at hand stays in sight.
    """

    def __init__(self, listing: QWidget, view: QAbstractItemView, pane: QWidget, glance: Callable[[], object]) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._view, self._pane, self._glance = view, pane, glance
        self._place = QStackedWidget()
        self._hint = self._idle()
        for page in (self._hint, pane):
            self._place.addWidget(page)
        self._place.setMinimumHeight(LEAST)
        for part in (listing, self._place):
            self.addWidget(part)
        self.setSizes(list(SHARES))
        self.setChildrenCollapsible(False)
        self._place.hide()
        pane.installEventFilter(self)

    def _idle(self) -> QWidget:
        words = text(_("Choose a row: what is recorded of it, with its sources, is shown here."), "muted", wrap=160)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        shut = tool("close", _("Close the detail"), self._pane.shut.emit)  # type: ignore[attr-defined]
        self._pane.shut.connect(self._place.hide)  # type: ignore[attr-defined]
        return host(column(row(None, shut, margin=(8, 8, 4, 0)), None, row(words, margin=(24, 0, 24, 0)), None, 40))

    def keep(self, *, room: bool) -> None:
        """Keeps the place, or gives it up where it holds no detail; the row at hand is shown in a place new made."""
        if room and self._place.isHidden():
            self._place.setCurrentWidget(self._hint)
            self._place.show()
            self._glance()
        elif not room and self._place.currentWidget() is self._hint:
            self._place.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Follows the detail, which its tab shows and hides."""
        if event.type() == QEvent.Type.ShowToParent and watched is self._pane:
            self._place.setCurrentWidget(self._pane)
            fresh = self._place.isHidden()
            self._place.show()
            if fresh:
                QTimer.singleShot(0, self, lambda: self._view.scrollTo(self._view.currentIndex()))
        elif event.type() == QEvent.Type.HideToParent and self._place.currentWidget() is self._pane:
            self._place.hide()
        return super().eventFilter(watched, event)


class DetailPane(QWidget):
    """Shows one entity at a time and remembers those shown before; what it says can be marked and copied."""

    went = Signal(str)
    shut = Signal()

    def __init__(self, work: Work) -> None:
        super().__init__()
        self.work = work
        self.shown: Detail | None = None
        self.id = ""
        self.pairs: tuple[Sameness, ...] = ()
        self._past: list[str] = []
        self._head()
        self.tabs = named(QTabWidget(), _("Detail of the chosen entity"))
        self.tabs.setDocumentMode(True)
        self.tabs.setUsesScrollButtons(True)
        named(self.tabs.tabBar(), _("Parts of the detail"))
        self.sheets = [Sheet(about) for about in ABOUT]
        self.compare = button(_("Compare and decide…"), self.open_identity, icon="swap")
        for number, each in enumerate(self.sheets):
            each.went.connect(self.go)
            foot = (host(row(self.compare, None, margin=(8, 6, 8, 6))),) if number == IDENTITY else ()
            self.tabs.addTab(host(column((each, 1), *foot, gap=0)), TITLES[number])
        title = host(row(self.back, self.icon, (self.title, 1), self.close_, margin=(8, 8, 4, 0), gap=6))
        self.setLayout(column(title, host(self.head), (self.tabs, 1), gap=0))
        self._rest = QTimer(self, singleShot=True, interval=AFTER)
        self._rest.timeout.connect(self._look_further)
        self.hide()

    def _head(self) -> None:
        self.icon = picture(icons.pixmap("company"))
        self.title = text("", size=1.1, bold=True, wrap=120)
        self.mark = picture(icons.class_pixmap(None, size=28))
        self.klass, self.why = text("", bold=True, wrap=120), text("", "muted", 0.92, wrap=120)
        self.head = row(self.mark, (host(column(self.klass, self.why, gap=0)), 1), gap=8, margin=(8, 4, 8, 4))
        self.back = tool("left", _("Back to the entity before"), self.go_back, keys="Alt+Left")
        self.close_ = tool("close", _("Close the detail"), self.shut.emit, keys="Esc")
        self.back.hide()

    def show_entity(self, id: str) -> None:
        """Reads an entity and shows it; of several in a row just the last."""
        desk, day = self.work.desk, self.work.as_of
        if edits.group_of(id) == "measures":
            self.work.tasks.run(lambda: desk.holding("measures", id), self._fill_measure, only="detail")
        else:
            self.work.tasks.run(lambda: desk.detail(id, day), self._fill, only="detail")

    def go(self, place: str) -> None:
        """Follows a link: to another entity here, to anything else by telling where."""
        if ":" in place:
            self.went.emit(place)
        else:
            self._past.append(self.id)
            self.show_entity(place)

    def go_back(self) -> None:
        """Goes back to the entity from which a link was followed."""
        if self._past:
            self.show_entity(self._past.pop())

    def choose(self, id: str) -> None:
        """Shows an entity that was chosen in the table; there is nothing to go back to."""
        self._past.clear()
        if self.id != id or not self.isVisible():
            self.show_entity(id)

    def redraw(self) -> None:
        """Draws the entity anew, as after a change of theme."""
        if self.id and self.isVisible():
            self.show_entity(self.id)

    def _fill(self, detail: Detail) -> None:
        self.shown, entity = detail, detail.entity
        self.id = entity.id
        self.back.setVisible(bool(self._past))
        self.icon.setPixmap(icons.pixmap(icons.SCHEMAS.get(entity.schema, "company")))
        self.title.setText(entity.caption)
        self._fill_class(detail.relief)
        self._only_facts(only=False)
        self.sheets[FACTS].fill(facts.facts(detail))
        self.sheets[LINKS].fill(facts.links(detail))
        self.sheets[POSITIONS].fill(facts.positions(detail.positions))
        self._count(LINKS, len(entity.links))
        self._count(POSITIONS, len(detail.positions))
        self._fill_same(())
        self.sheets[IDENTITY].fill((Line("", _("Records are being compared…")),))
        self._fill_used(())
        self._rest.start()
        self.show()

    def _fill_measure(self, found: Holding) -> None:
        self.shown, self.id = None, found.id
        self.back.setVisible(bool(self._past))
        self.icon.setPixmap(icons.pixmap(icons.SCHEMAS["Measure"]))
        self.title.setText(found.measure.title if found.measure else found.id)
        self._fill_class(found.relief)
        self.sheets[FACTS].fill(facts.measure(found))
        self._only_facts(only=True)
        self._fill_used(())
        self._rest.start()
        self.show()

    def _only_facts(self, *, only: bool) -> None:
        for at in (LINKS, POSITIONS, IDENTITY):
            self.tabs.setTabVisible(at, not only)

    def _fill_class(self, relief: Relief | None, owners: tuple[str, ...] = ()) -> None:
        klass, contested = (relief.klass, relief.contested) if relief else (None, False)
        self.mark.setPixmap(icons.class_pixmap(klass, contested, 28))
        self.mark.setVisible(klass is not None)
        self.klass.setText(class_words(relief) if relief else icons.class_words(None, contested=False))
        reasons = [each for each in relief.reasons if each.decides] if relief else []
        tags = "; ".join(dict.fromkeys(f"{each.programme}: {each.authority}" for each in reasons))
        said = "\n".join((*filter(None, (tags,)), *owners, *(not_yet(relief) if relief else ())))
        self.why.setText(said)
        self.why.setVisible(bool(said))

    def _count(self, at: int, count: int) -> None:
        self.tabs.setTabText(at, f"{TITLES[at]} {count}" if count else TITLES[at])

    def _look_further(self) -> None:
        """Looks for its owners, for namesakes and for the packs that hold it, once nobody goes on to the next."""
        id, desk = self.id, self.work.desk
        paths = tuple(map(Path, self.work.settings.recent))

        def taken(pairs: tuple[Sameness, ...]) -> None:
            if self.id == id:
                self._fill_same(pairs)

        def told_of(packs: tuple[Used, ...]) -> None:
            if self.id == id:
                self._fill_used(packs)

        def eased(pick: Pick | None) -> None:
            if self.id == id and pick is not None:
                self._fill_class(pick.relief, pick.owners)

        if self.shown is not None:
            day = self.work.as_of
            self.work.tasks.run(lambda: desk.eased(id, day), eased, only="eased")
            self.work.tasks.run(lambda: desk.proposals(id), taken, only="identity")
        self.work.tasks.run(lambda: desk.used(id, paths), told_of, only="used")

    def _fill_used(self, packs: Iterable[Used]) -> None:
        lines = tuple(facts.used(packs))
        self.sheets[USED].fill(lines or (Line("", _("None of the packs that were open lately holds it.")),))
        self._count(USED, len(lines))

    def _fill_same(self, pairs: tuple[Sameness, ...]) -> None:
        self.pairs = pairs
        none = Line("", _("No record of another publisher looks like this one."))
        self.sheets[IDENTITY].fill(tuple(_pair(each, self.id) for each in pairs) or (none,))
        self.compare.setEnabled(bool(pairs))
        self._count(IDENTITY, sum(not each.decision for each in pairs))

    def open_identity(self) -> None:
        """Opens the pairs side by side, at the first that waits for a decision."""
        if self.shown is None or not self.pairs:
            return
        at = next((n for n, each in enumerate(self.pairs) if not each.decision), 0)
        person = self.shown.entity.schema == "Person"
        dialog = IdentityDialog(self.window(), self.work, self.pairs, at, person=person)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.decided.connect(self._look_further)
        dialog.finished.connect(lambda _how: self._look_further())
        dialog.open()


def _pair(pair: Sameness, own: str) -> Line:
    other, caption = (pair.b, pair.b_caption) if pair.a == own else (pair.a, pair.a_caption)
    by = _("{decided} By {by}: {why}").format(decided=DECIDED[pair.decision], by=pair.by, why=pair.why)
    said = by if pair.decision else told(pair)
    return Line(_("{score} of 100").format(score=pair.score), f"{caption} ({other})", said, goes=other)
