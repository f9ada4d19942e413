"""What the page panel says while pages are laid out, and where they cannot be."""

from datetime import datetime
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QProgressBar, QWidget

from briefer.desktop.pages import Pages
from briefer.desktop.parts import box, button, clear, column, host, named, row, sign, text
from briefer.desktop.wording import _
from briefer.model.desk import Fault, Laying

SAY_AFTER, STOP_AFTER = 2000, 5000
"""Milliseconds of laying out after which it is said in words, and after which it can be stopped."""
SHOWN = 3


def in_hand(laying: Laying) -> str:
    """Says which section of how many is being laid out, by its number and title."""
    title = f"{laying.section.number} {laying.section.title}".strip() or _("a section without a title")
    return _("Laying out {section} · section {place} of {of}").format(section=title, place=laying.place, of=laying.of)


class Working(QProgressBar):
    """Shows that pages are being laid out and, where it takes a while, how many of the sections are done."""

    def __init__(self, pages: Pages) -> None:
        super().__init__()
        named(self, _("Laying out pages"))
        self._pages = pages
        self.setTextVisible(False)
        keeps = self.sizePolicy()
        keeps.setRetainSizeWhenHidden(True)  # so that the pages stay where they are
        self.setSizePolicy(keeps)
        self.hide()
        pages.busy.connect(self.setVisible)
        pages.laying_changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        laying = self._pages.laying
        self.setRange(0, laying.of if laying else 0)
        self.setValue(laying.place - 1 if laying else 0)
        self.setAccessibleDescription(in_hand(laying) if laying else "")


class Going(QFrame):
    """Appears where laying out takes a while: which pages are current, and a way to stop."""

    stopped = Signal()

    def __init__(self, pages: Pages) -> None:
        super().__init__()
        self._pages = pages
        self.setProperty("kind", "notice")
        self.words = text("", wrap=160)
        self.stop = button(_("Stop"), self.stopped.emit, tip=_("The pages stay as they are until the next change"))
        self.setLayout(row((self.words, 1), self.stop, margin=(12, 4, 8, 4)))
        self.hide()
        self._say, self._offer = (QTimer(self, singleShot=True, interval=each) for each in (SAY_AFTER, STOP_AFTER))
        self._say.timeout.connect(self._show)
        self._offer.timeout.connect(self.stop.show)
        pages.busy.connect(self._go)
        for signal in (pages.changed, pages.laying_changed):
            signal.connect(self._write)

    def _go(self, busy: bool) -> None:
        for timer in (self._say, self._offer):
            timer.start() if busy else timer.stop()
        self.stop.hide()
        if not busy:
            self.hide()

    def _show(self) -> None:
        self._write()
        self.show()

    def _write(self) -> None:
        leaves = self._pages.leaves
        stale = [leaf for leaf in leaves if leaf.stale]
        if self._pages.laying:
            self.words.setText(in_hand(self._pages.laying))
        elif stale:
            title = self._pages.title(stale[0].section.partition(":")[0])
            words = _("Laying out {section} · {current} of {count} pages current")
            self.words.setText(words.format(section=title, current=len(leaves) - len(stale), count=len(leaves)))
        elif leaves:
            self.words.setText(_("Working out what changes on the pages"))
        else:
            self.words.setText(_("Laying out the pages for the first time"))


class Faults(QWidget):
    """Which section cannot be laid out and why; the last good pages stay below, with their time."""

    went = Signal(str)
    again = Signal()

    def __init__(self, pages: Pages) -> None:
        super().__init__()
        self._pages = pages
        self._lines = column(margin=(8, 8, 8, 8))
        self.setLayout(self._lines)
        self.hide()
        self._good = ""
        pages.faults_changed.connect(self.refresh)
        pages.busy.connect(self._note)

    def _note(self, busy: bool) -> None:
        if not busy and not self._pages.faults and self._pages.leaves:
            self._good = f"{datetime.now():%H:%M}"  # noqa: DTZ005  the user's own clock

    def refresh(self) -> None:
        """Shows the faults that there are now."""
        clear(self._lines)
        for fault in self._pages.faults[:SHOWN]:
            self._lines.addWidget(self._box(fault))
        self.setVisible(bool(self._pages.faults))

    def _box(self, fault: Fault) -> QFrame:
        title = _("The pages stand still")
        if fault.section:
            title = _("{section} could not be laid out").format(section=self._pages.title(fault.section))
        lines = [text(title, bold=True, wrap=120), text(fault.message, wrap=160)]
        if self._good and self._pages.leaves:
            lines.append(text(_("The pages below are those of {time}.").format(time=self._good), "muted", wrap=120))
        go = button(_("Go to it"), partial(self.went.emit, fault.section)) if fault.section else None
        answers = [go or button(_("Try again"), self.again.emit)]
        if fault.report:
            answers.insert(0, button(_("Copy the report"), partial(_copy, fault.report)))
        return box(row(sign("error"), (host(column(*lines, gap=2)), 1), *answers, margin=(12, 8, 12, 8)), "error")


def _copy(report: str) -> None:
    """Puts what a maintainer wants to see of a fault on the clipboard."""
    QGuiApplication.clipboard().setText(report)
