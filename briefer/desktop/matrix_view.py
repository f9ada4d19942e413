"""Who holds what: holders by issues, strength by sign and words; a cell opens its line with quotes and sources."""

from datetime import timedelta
from typing import Any, ClassVar

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QWidget

from briefer.desktop.changes_view import BACK
from briefer.desktop.days import day_field, day_of
from briefer.desktop.drawn import Blank, Stance
from briefer.desktop.flow import Flow
from briefer.desktop.grid import Cell, GridView
from briefer.desktop.ledger import Ledger
from briefer.desktop.parts import box, button, chip, column, drawing, host, row, sign, split, text
from briefer.desktop.view import View
from briefer.desktop.wording import _, long, ngettext, short
from briefer.desktop.work import Work
from briefer.model.brief import Dossier
from briefer.model.stances import Stand
from briefer.model.views import Spoken
from briefer.service import putting, views

STANCES = {
    2: _("Favours easing"),
    1: _("Partly in favour"),
    0: _("Depends"),
    -1: _("Partly against"),
    -2: _("Against easing"),
    None: _("Unclear"),
}
CELL, TALL, HEAD = 200, 50, 44
"""Pixels: the width and height of a cell, and the height of a head of two lines."""
SIDE = (168, 260)
"""Pixels: the least and the most width of the holders."""


class MatrixView(View):
    """The matrix, the ledger of the chosen cell beside it."""

    title: ClassVar[str] = _("Positions")
    section: ClassVar[str] = "positions"

    def __init__(self, work: Work) -> None:
        super().__init__(work)
        self.found: Spoken | None = None
        self._build()
        self.table.chosen.connect(self._open)
        for part in (self.day, self.since):
            part.dateChanged.connect(lambda _date: self.renew())
        work.closed.connect(self._close)

    def _bar(self) -> QWidget:
        self.day = day_field(_("As of"), _("Positions taken by this day are shown"))
        self.since = day_field(_("Moved since"), _("Changes of position are counted from the end of this day"))
        self.own = chip(_("In this pack"), self.renew, checked=True)
        self.first_hand = chip(_("First-hand only"), self.renew, checked=False)
        self.moved = chip(_("Only who moved"), self.renew, checked=False)
        about = (
            (self.own, _("Shows the pack’s positions; off, all of the library’s")),
            (self.first_hand, _("Leaves out what reached us through others")),
            (self.moved, _("Leaves out who never changed position")),
        )
        for made, words in about:
            made.setToolTip(words)
            made.setAccessibleDescription(words)
        days = (text(_("As of"), "muted"), self.day, 4, text(_("Moved since"), "muted"), self.since, 4)
        chips = Flow()
        chips.fill((self.own, self.first_hand, self.moved))
        return box(row(*days, (chips, 1), margin=(12, 6, 8, 6)), "bar")

    def _build(self) -> None:
        bar = self._bar()
        self.late = text("", wrap=200)
        self.move_button = button(_("Move the pack to this day"), self._move, kind="link")
        notice = row(sign("note", 16), (self.late, 1), self.move_button, margin=(12, 4, 8, 4))
        self.notice = host(row((box(notice, "notice"), 1), margin=(12, 6, 12, 6)))
        about_table = _("Arrow keys move; the line of the chosen cell stands beside it")
        self.table = GridView(_("Positions"), about_table, TALL, cells=True)
        head = self.table.horizontalHeader()
        head.setFixedHeight(HEAD)
        head.setTextElideMode(Qt.TextElideMode.ElideNone)  # else it is cut after its first line
        head.setDefaultAlignment(head.defaultAlignment() | Qt.TextFlag.TextWordWrap)
        self.ledger = Ledger()
        self.ledger.setMinimumWidth(240)
        left = host(column((self.table, 1), _key(), gap=0))
        self.body = split(Qt.Orientation.Horizontal, (720, 320), left, self.ledger)
        self.body.setStretchFactor(0, 1)
        self.setLayout(column(bar, self.notice, (self.body, 1), gap=0))
        self.notice.hide()

    def begin(self) -> None:
        """Sets days and chips as the pack has them."""
        pack = self.work.pack
        since = pack.settings.since or pack.as_of - timedelta(days=BACK)
        for part, when in ((self.day, pack.as_of), (self.since, since)):
            part.blockSignals(True)
            part.setDate(QDate(when.year, when.month, when.day))
            part.blockSignals(False)

    def _close(self) -> None:
        self.found = None
        self.table.fill((), (), ())

    def ask(self) -> None:
        """Asks who holds what; of the library where the chip of the pack is off."""
        pack, own = self.work.pack, self.work.dossier
        assert own is not None
        day, since = day_of(self.day), day_of(self.since)
        asked: dict[str, Any] = {
            "as_of": day,
            "since": since if since < day else None,
            "first_hand": self.first_hand.isChecked(),
            "moved": self.moved.isChecked(),
        }

        def work(dossier: Dossier) -> None:
            self.work.analysis.run(lambda: views.spoken(dossier, pack, **asked), self._fill, only="spoken")

        if self.own.isChecked():
            work(own)
        else:
            desk = self.work.desk
            self.work.tasks.run(lambda: desk.everything(day), work, only="everything")

    def _fill(self, found: Spoken) -> None:
        self.found = found
        self.redraw()

    def redraw(self) -> None:
        """Draws the cells."""
        found = self.found
        if found is None:
            return
        titles = [each.title for each in found.matrix.issues]
        rows = [tuple(map(_cell, each.stands)) for each in found.matrix.rows]
        holders = [each.holder for each in found.matrix.rows]
        tips = [f"{each.title}. {each.proposition}" for each in found.matrix.issues]
        self.table.fill(titles, rows, holders, side=holders, tips=tips)
        self.table.fit([CELL] * len(titles))
        self.table.fit_side(*SIDE)
        self._say_late(found)
        self._choose(found)
        self.said.emit()

    def _choose(self, found: Spoken) -> None:
        """Opens the chosen cell, the first of the leftmost issue where nobody has chosen one yet."""
        at = self.table.currentIndex()
        if (at.row(), at.column()) == (0, 0):
            rows = enumerate(found.matrix.rows)
            speak = ((n, row) for row, each in rows for n, stand in enumerate(each.stands) if stand.position)
            across, row = min(speak, default=(0, 0))
            self.table.setCurrentIndex(self.table.grid.index(row, across))
        at = self.table.currentIndex()
        self._open(at.row(), at.column())

    def _say_late(self, found: Spoken) -> None:
        pack, day = self.work.pack, found.matrix.as_of
        self.notice.setVisible(bool(found.later) and day > pack.as_of)
        late = ngettext("{count} position is later.", "{count} positions are later.", found.later)
        self.late.setText(
            _("The pack stops at {day}. {late} They would not be printed.").format(day=long(pack.as_of), late=late)
        )

    def _move(self) -> None:
        from dataclasses import replace

        day = day_of(self.day)
        self.work.do(_("Move the pack to {day}").format(day=long(day)), replace(self.work.pack, as_of=day))

    def _open(self, at: int, across: int) -> None:
        found = self.found
        if found is None or not (0 <= at < len(found.matrix.rows) and 0 <= across < len(found.matrix.issues)):
            self.ledger.show_line(None, None, None)
            return
        self.ledger.show_line(found, found.matrix.rows[at], found.matrix.issues[across])

    def first(self) -> QWidget:
        """Gives the table."""
        return self.table

    def put(self) -> None:
        """Picks what is shown and prints who holds what."""
        found = self.found
        ids = [each.id for each in found.positions] if found else []
        since = found.matrix.since if found else None
        label = _("Put the positions into the pack")
        self.work.edit(label, putting.put_positions, ids, since, _("Positions"))

    def is_put(self) -> bool:
        """Whether the pack prints its positions, and holds all that are shown."""
        pack, found = self.work.pack, self.found
        held = {each.id for each in self.work.dossier.positions} if self.work.dossier else set()
        shown = {each.id for each in found.positions} if found else set()
        return shown <= held and putting.prints(pack, self.section)


def _cell(stand: Stand) -> Cell:
    held = stand.position
    if held is None:
        words = _("none in this pack")
        return Cell(Blank(words), f"{stand.holder}: {words}")
    said = STANCES[held.stance]
    words = _("{stance}, on terms").format(stance=said) if held.conditions else said
    day = short(stand.on) if stand.on else _("undated")
    by = stand.by or 0
    moves = {-1: _("moved away from easing"), 1: _("moved towards easing")}
    move = moves.get((by > 0) - (by < 0), "")
    shape = Stance(words, held.stance, bool(held.conditions), by, day)
    return Cell(shape, f"{stand.holder}: {', '.join(filter(None, (words, day, move)))}")


def _key() -> QWidget:
    moves = (("leftward", _("moved away from easing")), ("rightward", _("moved towards easing")))
    parts = [part for icon, words in moves for part in (drawing(icon, size=15), text(words, "muted", 0.92), 8)]
    hollow = text(_("Hollow: on terms · dotted: none in this pack"), "muted", 0.92)
    return box(column(row(*parts, None, gap=4), row(hollow, None), margin=(12, 4, 12, 4), gap=2), "foot")
