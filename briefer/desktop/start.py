"""The start page: go on with a recent pack, begin a new one, see what changed in the lists since last time."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLayout, QPushButton, QWidget

from briefer.desktop.news import News
from briefer.desktop.parts import (
    Part,
    box,
    button,
    clear,
    column,
    host,
    named,
    picture,
    row,
    scrolled,
    sign,
    text,
)
from briefer.desktop.sketches import sketch
from briefer.desktop.wording import _, counted, short
from briefer.desktop.work import Work
from briefer.model.desk import Glance, Held
from briefer.model.pack import Template

NOTHING = Held(lists=0, entities=0, positions=0, issues=0, sources=0)
SHOWN, THUMB = 4, 40
SIDE = 400


def card(inner: QLayout, name: str, about: str, does: Callable[[], object], narrowest: int = 280) -> QPushButton:
    """Makes a whole card one button: one stop of Tab, one name; as high as its words need where it is narrowest."""
    made = named(QPushButton(), name, about)
    made.setProperty("kind", "card")
    made.setLayout(inner)
    # A sheet's min-height beats setMinimumHeight, so a card states its height in a sheet of its own.
    made.setStyleSheet(f"QPushButton {{ min-height: {inner.heightForWidth(narrowest)}px }}")
    made.clicked.connect(lambda _checked=False: does())
    return made


class StartPage(QWidget):
    """What staff see in the morning; on the first day it offers the sample and an import, in two sentences."""

    open_asked = Signal()
    open_path = Signal(str)
    new_asked = Signal(str)
    sample_asked = Signal()
    import_asked = Signal()
    library_asked = Signal()

    def __init__(self, work: Work) -> None:
        super().__init__()
        self.work = work
        self.templates: dict[str, Template] = {}
        self.glances: tuple[Glance, ...] | None = None
        self.library_held: Held | None = None
        self.recent = column(gap=8)
        self.kinds = QGridLayout()
        self.kinds.setSpacing(8)
        for at in (0, 1):
            self.kinds.setColumnStretch(at, 1)
        self.news = News(work)
        self.held = text("", "muted", 0.95, wrap=200)
        self.first, self.library, self.sample = self._first(), self._library(), self._sample()
        left = host(column(self.first, self.recent, text(_("Begin"), size=1.15, bold=True), self.kinds, None, gap=8))
        side = host(column(self.news, self.library, self.sample, None, gap=8))
        side.setMaximumWidth(SIDE)
        opens = button(_("Open a pack…"), self.open_asked.emit, icon="folder", tip="Ctrl+O")
        head = row(text("Briefer", size=1.7, bold=True), None, opens)
        body = host(column(head, 8, row((left, 5), (side, 3), gap=32), None, margin=(40, 16, 40, 16)))
        self.setLayout(column(scrolled(body, _("Start page"))))
        for part in (self.first, self.library, self.sample):
            part.hide()
        self.load()
        work.library_changed.connect(self.load)

    def _first(self) -> QWidget:
        words = _(
            "Import a published sanctions list, or open the sample and look around. Nothing leaves this computer."
        )
        buttons = row(
            button(_("Import a list file…"), self.import_asked.emit, kind="primary", icon="down", tip="Ctrl+I"),
            button(_("Explore the sample"), self.sample_asked.emit),
            None,
        )
        title = text(_("The library is empty"), size=1.2, bold=True)
        card = box(column(title, text(words, wrap=240), 4, buttons, margin=16, gap=8), "card")
        return host(column(card, 16, gap=0))

    def _library(self) -> QWidget:
        buttons = row(
            button(_("Import a list file…"), self.import_asked.emit, icon="down", tip="Ctrl+I"),
            button(_("Open library"), self.library_asked.emit),
            None,
        )
        self.called = text(_("Library"), bold=True)
        return box(column(self.called, self.held, buttons, margin=16, gap=8), "card")

    def _sample(self) -> QWidget:
        words = _(
            "The sample is a finished briefing with its own small library. "
            "Change anything; your own work is not touched."
        )
        lines = column(
            row(sign("note"), text(_("New here?"), bold=True), None),
            text(words, "muted", wrap=240),
            row(button(_("Explore the sample"), self.sample_asked.emit), None),
            margin=16,
            gap=8,
        )
        return box(lines, "card")

    def load(self) -> None:
        """Reads what there is to show."""
        desk, run = self.work.desk, self.work.tasks.run
        paths = tuple(Path(each) for each in self.work.settings.recent[:SHOWN])
        run(lambda: (desk.templates(), desk.glance(paths)), lambda both: self._fill_kinds(*both), only="start kinds")
        run(desk.held, self._fill_held, only="start held")
        self.news.load()

    def _fill_held(self, held: Held) -> None:
        self.library_held = held
        self.called.setText(_("Sample library") if self.work.in_sample else _("Library"))
        parts = (
            (held.entities, "entity"),
            (held.positions, "position"),
            (held.issues, "issue"),
            (held.sources, "source"),
            (held.lists, "list"),
        )
        some = " · ".join(counted(count, noun) for count, noun in parts if count)
        self.held.setText(some or _("It holds nothing yet. Import a published sanctions list to search and pick from."))
        self._arrange()

    def _arrange(self) -> None:
        """Greets as on the first day where the library holds nothing and no pack was open."""
        if self.library_held is not None and self.glances is not None:
            first = self.library_held == NOTHING and not self.glances
            self.first.setVisible(first)
            for part in (self.library, self.sample):
                part.setVisible(not first)

    def _fill_kinds(self, templates: tuple[Template, ...], glances: tuple[Glance, ...]) -> None:
        self.templates = {each.name: each for each in templates}
        self.glances = glances
        self._arrange()
        clear(self.recent)
        if glances:
            self.recent.addWidget(text(_("Go on"), size=1.15, bold=True))
            for glance in glances:
                self.recent.addWidget(self._recent_card(glance))
            self.recent.addSpacing(16)
        clear(self.kinds)
        for at, each in enumerate(templates):
            lines = column(
                text(each.title, bold=True, wrap=120), text(each.description, "muted", 0.95, wrap=120), None, gap=2
            )
            inner = row(_top(picture(sketch(each))), (host(lines), 1), margin=12, gap=12)
            name = _("New {kind}").format(kind=each.title)
            made = card(inner, name, each.description, partial(self.new_asked.emit, each.name))
            self.kinds.addWidget(made, at // 2, at % 2)

    def _recent_card(self, glance: Glance) -> QPushButton:
        path, template = Path(glance.path), self.templates.get(glance.template)
        there, title = glance.saved is not None, glance.title or path.stem
        when = _when(glance.saved)
        kind = template.title if template else ""
        about = " · ".join(filter(None, (kind, str(path)))) if there else ""
        lines: list[Part] = [row((text(title, bold=True, wrap=120), 1), text(when, "muted"))]
        gone = _("Not there now; perhaps on a drive that is not connected")
        lines.append(row((text(about, "muted", 0.95, wrap=120), 1), text(glance.marking, "muted", 0.95)))
        if not there:
            lines[1:] = [row(sign("warning", 14), (text(gone, "", 0.95, wrap=120), 1), gap=4)]
        inner = row(
            _top(picture(sketch(template, THUMB))),
            (host(column(*lines, None, gap=2)), 1),
            margin=(12, 8, 12, 8),
            gap=12,
        )
        said = ", ".join(filter(None, (about or gone, glance.marking, when)))
        made = card(inner, title, said, partial(self.open_path.emit, glance.path), narrowest=560)
        made.setEnabled(there)
        return made


def _top(shown: QWidget) -> QLayout:
    """Keeps a picture at the height of the first line beside it."""
    return column(shown, None)


def _when(saved: float | None) -> str:
    """Says when a file was saved: today and yesterday with the hour, else the day."""
    if saved is None:
        return ""
    then, now = datetime.fromtimestamp(saved), datetime.now()  # noqa: DTZ005, DTZ006  the user's own clock
    days = (now.date() - then.date()).days
    words = {0: _("Today {time}"), 1: _("Yesterday {time}")}
    return words[days].format(time=f"{then:%H:%M}") if days in words else short(then.date())
