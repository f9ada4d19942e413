"""What the commands of the analysis do: which view is shown, how it goes into the pack, how tabs are gone through."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from briefer.desktop.analysis import AnalysisPanel
    from briefer.desktop.view import View
    from briefer.desktop.window import Window


class Looking:
    """The methods of the menu of analysis; mixed into the window."""

    @property
    def _window(self) -> "Window":
        return self  # type: ignore[return-value]

    @cached_property
    def views(self) -> "AnalysisPanel":
        """The analysis views, made when they are first wanted: they cost a start more than it can spare."""
        from briefer.desktop.analysis import AnalysisPanel

        made = AnalysisPanel(self._window.work)
        made.back.connect(self._window.show_pack)
        self._window.pack_stack.addWidget(made)
        return made

    @property
    def has_views(self) -> bool:
        """Whether the views have been made."""
        return "views" in self.__dict__

    @property
    def in_views(self) -> bool:
        """Whether a view is shown in place of outline, editor and page."""
        me = self._window
        return self.has_views and me.pack_stack.currentWidget() is self.views and me.stack.currentWidget() is me.whole

    def show_view(self, view: "View") -> None:
        """Shows a view in place of outline, editor and page; in a narrow window the library gives way."""
        me = self._window
        if not me.work.is_open:
            return
        if me.narrow:
            me.library_button.setChecked(False)
        me.stack.setCurrentWidget(me.whole)
        me.pack_stack.setCurrentWidget(me.views)
        me.analysis.setChecked(True)
        me.export_button.hide()
        me.fit()
        me.views.show_view(view)

    def show_relief(self) -> None:
        """Shows the relief table."""
        self.show_view(self._window.views.relief)

    def show_scenario(self) -> None:
        """Shows the scenario builder."""
        self.show_view(self._window.views.scenario)

    def show_ownership(self) -> None:
        """Shows who holds whom."""
        self.show_view(self._window.views.ownership)

    def show_matrix(self) -> None:
        """Shows who holds what."""
        self.show_view(self._window.views.matrix)

    def show_timeline(self) -> None:
        """Shows what happened when."""
        self.show_view(self._window.views.timeline)

    def show_changes(self) -> None:
        """Shows what changed in the lists."""
        self.show_view(self._window.views.changes)

    def toggle_analysis(self) -> None:
        """Shows the view that was shown last, or the pack again."""
        me = self._window
        if self.in_views:
            me.show_pack()
        else:
            self.show_view(me.views.view)

    def put_view(self) -> None:
        """Puts the view that is shown into the pack."""
        if self.in_views:
            self.views.put()

    def next_tab(self) -> None:
        """Goes to the next view, or the next tab of the library where that has the focus."""
        self._step(1)

    def former_tab(self) -> None:
        """Goes to the view before, or the tab of the library before."""
        self._step(-1)

    def _step(self, by: int) -> None:
        me, now = self._window, QApplication.focusWidget()
        in_library = now is not None and me.library.isAncestorOf(now)
        if self.in_views and not in_library:
            me.views.step(by)
        else:
            tabs = me.library.tabs
            tabs.setCurrentIndex((tabs.currentIndex() + by) % tabs.count())
