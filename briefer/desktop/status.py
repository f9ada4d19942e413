"""The status bar: your work at the left, then the pages; at the right the lists, the day and the marking."""

from datetime import datetime

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStatusBar, QWidget

from briefer.desktop.laying import in_hand
from briefer.desktop.parts import host, named, row, rule, text
from briefer.desktop.wording import _, counted, short
from briefer.desktop.work import Work
from briefer.model.answers import ListRow

SHOWN = 5000
"""Milliseconds that a message stays."""
FEW = 6
"""So many letters, about, are left of a text that has to give way to others."""


class Told(QLabel):
    """A text that ends in an ellipsis where it has no room; its tip and its accessible name say all of it."""

    def __init__(self, role: str = "") -> None:
        super().__init__()
        like = text("", role, 0.95)
        self.setTextFormat(like.textFormat())
        self.setFont(like.font())
        self.setProperty("role", role)
        self._tip = ""

    @property
    def drawn(self) -> str:
        """The words as there is room for them."""
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.contentsRect().width())

    def setText(self, words: str) -> None:  # noqa: N802
        """Says other words."""
        super().setText(words)
        self._tell()

    def tip(self, words: str) -> None:
        """Says more in the tip, after the words themselves where they are cut."""
        self._tip = words
        self._tell()

    def _tell(self) -> None:
        whole = self.text() if self.drawn != self.text() else ""
        self.setToolTip("\n".join(filter(None, (whole, self._tip))))
        self.setAccessibleName(self.text())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Gives the room of a few letters."""
        least, whole = self.fontMetrics().horizontalAdvance("x" * FEW), super().sizeHint()
        return QSize(min(least, whole.width()), whole.height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Tells what is cut now."""
        super().resizeEvent(event)
        self._tell()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draws the words, cut at the end where there is no room."""
        painter = QPainter(self)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self.style().drawItemText(
            painter, self.contentsRect(), int(left), self.palette(), self.isEnabled(), self.drawn, self.foregroundRole()
        )


class Status:
    """Fills the bar; messages are told politely and do not take the focus."""

    def __init__(self, bar: QStatusBar, work: Work) -> None:
        self.bar, self.work = bar, work
        bar.setSizeGripEnabled(False)
        named(bar, _("Status"))
        self.mine, self.pages, self.told, self.lists = Told(), Told(), Told("muted"), Told()
        self.day, self.marking = text("", size=0.95), text("", "badge", 0.95)
        self._calm = QTimer(bar, singleShot=True, interval=SHOWN)
        self._calm.timeout.connect(lambda: self.told.setText(""))
        self.told.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # gives way before all others
        left = [_cell(part) for part in (self.mine, rule(vertical=True), self.pages, self.told)]
        right = [_cell(part) for part in (self.lists, rule(vertical=True), self.day, self.marking)]
        for cell in left:
            bar.addWidget(cell, int(cell is left[-1]))
        for cell in right:
            bar.addPermanentWidget(cell)
        self._of_a_pack = (left[1], *right[1:])
        self._saved = ""
        work.kept.connect(lambda _path: self._say_kept())
        work.saved.connect(self._say_saved)
        work.said.connect(self._say)
        work.opened.connect(self._forget)
        for signal in (work.opened, work.closed, work.changed):
            signal.connect(self.refresh)
            signal.connect(self._hush)
        work.pages.busy.connect(lambda _busy: self.refresh())
        work.pages.changed.connect(self.refresh)
        work.pages.laying_changed.connect(self.refresh)
        work.library_changed.connect(self.load)
        self.load()
        self.refresh()

    def load(self) -> None:
        """Reads the lists."""
        self.work.tasks.run(self.work.desk.lists, self._fill, only="status")

    def _fill(self, lists: tuple[ListRow, ...]) -> None:
        days = [each.published for each in lists if each.published]
        some = counted(len(lists), "list")
        newest = _("{lists}, newest {day}").format(lists=some, day=short(max(days))) if days else some
        held = newest if lists else _("No lists yet")
        self.lists.setText(_("Sample library · {lists}").format(lists=held) if self.work.in_sample else held)
        where = _("Library: {path}").format(path=self.work.desk.path)
        words = (f"{each.title}: {short(each.published) if each.published else _('undated')}" for each in lists)
        self.lists.tip("\n".join((where, *words)))

    def refresh(self) -> None:
        """Says how the pages stand, and the day and marking of the pack."""
        work = self.work
        for cell in self._of_a_pack:
            cell.setVisible(work.is_open)
        if not work.is_open:
            self.mine.setText(_("No pack is open"))
            self.pages.setText("")
            return
        self.day.setText(_("As of {day}").format(day=short(work.pack.as_of)))
        self.marking.setText(work.pack.marking)
        count, stale = len(work.pages.leaves), sum(leaf.stale for leaf in work.pages.leaves)
        partly = _("Laying out · {done} of {count} pages current").format(done=count - stale, count=count)
        going = partly if stale else _("Laying out the pages")
        if laying := work.pages.laying:
            going = in_hand(laying)
        now = _("{pages}, current").format(pages=counted(count, "page"))
        self.pages.setText(going if work.pages.working else now)
        if work.history and not work.history.modified:
            self.mine.setText(" · ".join(filter(None, (_("All saved"), self._saved))))

    def _say(self, words: str) -> None:
        self.told.setText(words)
        self._calm.start()

    def _hush(self) -> None:
        """What was said of the step before holds no more."""
        self.told.setText("")

    def _forget(self) -> None:
        """Another pack was not saved when the one before it was."""
        self._saved = ""

    def _say_kept(self) -> None:
        kept = _("Kept {time}").format(time=_clock())
        self.mine.setText(" · ".join(filter(None, (kept, self._saved))))

    def _say_saved(self) -> None:
        self._saved = _("last saved {time}").format(time=_clock())
        self.mine.setText(" · ".join(filter(None, (_("All saved"), self._saved))))


def _clock() -> str:
    return f"{datetime.now():%H:%M}"  # noqa: DTZ005  the user's own clock


def _cell(part: QWidget) -> QWidget:
    return host(row(part, margin=(8, 1, 8, 1)))
