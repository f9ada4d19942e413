"""The analysis views in one frame: tabs, the way back to the pack, and the one action that they share."""

from typing import TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QTabBar, QWidget

from briefer.desktop.changes_view import ChangesView
from briefer.desktop.matrix_view import MatrixView
from briefer.desktop.ownership_view import OwnershipView
from briefer.desktop.parts import box, button, column, named, restyle, row, text
from briefer.desktop.relief_view import ReliefView
from briefer.desktop.scenario import ScenarioView
from briefer.desktop.timeline_view import TimelineView
from briefer.desktop.turning import Stack
from briefer.desktop.view import View
from briefer.desktop.wording import _
from briefer.desktop.work import Work

AHEAD = 150
"""Milliseconds of rest between two views that are made ahead."""
ROOM = 800
"""Pixels below which the bar leaves out whether the view is in the pack; the button says it too."""
TIGHT = 680
"""Pixels below which its buttons are pictures alone, with their names and tips."""


VIEWS: tuple[type[View], ...] = (ReliefView, ScenarioView, OwnershipView, MatrixView, TimelineView, ChangesView)
V = TypeVar("V", bound=View)


class AnalysisPanel(QWidget):
    """Takes the place of outline, editor and page; the library stays, so that picks can still be added.

    Each view is made when it is first wanted, since all at once would stop the window for too long; the others are made
    one by one while nothing else is under way, so that to show one is not to make it, too.
    """

    back = Signal()

    def __init__(self, work: Work) -> None:
        super().__init__()
        self.work = work
        self._made: dict[type[View], View] = {}
        self.tabs = named(QTabBar(), _("Analysis views"), _("Ctrl+Page Up and Ctrl+Page Down change the view"))
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(True)
        self.stack = Stack()
        for each in VIEWS:
            self.tabs.addTab(each.title)
            self.stack.addWidget(QWidget())
        self.tabs.currentChanged.connect(self._turn)
        self.pack_button = button(_("Pack"), self.back.emit, icon="left", tip=_("Back to the pack (Esc)"))
        self.state = text("", "muted", 0.95)
        self.put_button = button(_("Put into the pack"), self.put, kind="primary", icon="plus")
        self.put_button.setToolTip(_("Put into the pack ({keys})").format(keys="Ctrl+Enter"))
        bar = row(self.pack_button, (self.tabs, 1), self.state, self.put_button, margin=(8, 6, 8, 6))
        self.setLayout(column(box(bar, "bar"), (self.stack, 1), gap=0))
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.back.emit)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        for signal in (work.opened, work.closed, work.changed):
            signal.connect(self.say)
        self._ahead = QTimer(self, interval=AHEAD)
        self._ahead.timeout.connect(self._make_ahead)
        self._ahead.start()
        self.say()

    def _make_ahead(self) -> None:
        """Makes the next view that nobody has wanted yet, once the one that is shown is there."""
        left = [kind for kind in VIEWS if kind not in self._made]
        if left and self._made and not self.work.busy:
            self.of(left[0])
        elif not left:
            self._ahead.stop()

    def of(self, kind: type[V]) -> V:
        """Gives the view of a kind."""
        made = self._made.get(kind)
        if made is None:
            made = self._made[kind] = kind(self.work)
            made.said.connect(self.say)
            at = VIEWS.index(kind)
            room = self.stack.widget(at)
            shown = self.stack.currentIndex()
            self.stack.insertWidget(at, made)
            if room is not None:
                self.stack.removeWidget(room)
                room.deleteLater()
            self.stack.setCurrentIndex(shown)
        assert isinstance(made, kind)
        return made

    @property
    def relief(self) -> ReliefView:
        """The relief table."""
        return self.of(ReliefView)

    @property
    def scenario(self) -> ScenarioView:
        """The scenario builder."""
        return self.of(ScenarioView)

    @property
    def ownership(self) -> OwnershipView:
        """Who holds whom."""
        return self.of(OwnershipView)

    @property
    def matrix(self) -> MatrixView:
        """Who holds what."""
        return self.of(MatrixView)

    @property
    def timeline(self) -> TimelineView:
        """What happened when."""
        return self.of(TimelineView)

    @property
    def changes(self) -> ChangesView:
        """What changed in the lists."""
        return self.of(ChangesView)

    @property
    def view(self) -> View:
        """The view that is shown."""
        return self.of(VIEWS[self.tabs.currentIndex()])

    def _turn(self, at: int) -> None:
        view = self.of(VIEWS[at])
        self.stack.setCurrentWidget(view)
        self.say()

    def show_view(self, view: View) -> None:
        """Shows a view and puts the focus into it."""
        self.tabs.setCurrentIndex(VIEWS.index(type(view)))
        self.stack.setCurrentWidget(view)
        view.first().setFocus()
        self.say()

    def step(self, by: int) -> None:
        """Goes to the next view, or the one before, round and round."""
        self.show_view(self.of(VIEWS[(self.tabs.currentIndex() + by) % len(VIEWS)]))

    def put(self) -> None:
        """Puts the view that is shown into the pack."""
        if self.work.is_open and self.put_button.isEnabled():
            self.view.put()
            self.work.said.emit(_("“{view}” is in the pack. Undo takes it out.").format(view=self.view.title))
            self.say()

    def say(self) -> None:
        """Says whether the view is in the pack already."""
        made = self._made.get(VIEWS[self.tabs.currentIndex()])
        there = self.work.is_open and made is not None and made.is_put()
        self.put_button.setEnabled(self.work.is_open and not there)
        restyle(self.put_button, "" if made is not None and made.bare else "primary")
        self.state.setText(_("In the pack") if there else _("Not in the pack yet") if self.work.is_open else "")

    def redraw(self) -> None:
        """Draws anew what no style sheet reaches, after a change of theme."""
        for each in self._made.values():
            each.redraw()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Leaves the state out where there is no room for it, and beside the library the words of the buttons too."""
        super().resizeEvent(event)
        self.state.setVisible(self.width() >= ROOM)
        tight = self.width() < TIGHT
        self.pack_button.setText("" if tight else _("Pack"))
        self.put_button.setText("" if tight else _("Put into the pack"))
