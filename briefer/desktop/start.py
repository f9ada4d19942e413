"""The start page: go on with a recent pack, begin a new one, see what changed in the lists."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QGridLayout, QLayout, QPushButton, QWidget

from briefer.desktop import theme
from briefer.desktop.parts import box, button, clear, column, host, named, picture, row, rule, scrolled, sign, text
from briefer.desktop.work import Work
from briefer.model.answers import ListChanges, ListRow
from briefer.model.desk import Held
from briefer.model.pack import Template

SKETCH = {"cover": 0.5, "contents": 0.3, "bottom-line": 0.8, "relief": 0.9, "options": 0.9}
"""How much of a line a kind of section fills on the small drawing of a document type."""


def sketch(template: Template, width: int = 72) -> QPixmap:
    """Draws a document type as a small page: a head, and a line for each of its sections."""
    tall, ratio = round(width * 1.414), 2
    shown = QPixmap(width * ratio, tall * ratio)
    shown.setDevicePixelRatio(ratio)
    shown.fill(theme.colour("paper"))
    light = theme.THEMES["light"]
    painter = QPainter(shown)
    painter.fillRect(QRectF(0.12 * width, 0.1 * tall, 0.5 * width, 4), theme.colour_of(light, "text"))
    for at, section in enumerate(template.sections[:14]):
        part = 0.3 + 0.46 * SKETCH.get(section.kind, 0.6 + (len(section.title) % 5) / 12)
        ink = "accent" if section.kind in ("options", "relief", "positions", "decision") else "edge"
        y = (0.2 + at * 0.052) * tall
        painter.fillRect(QRectF(0.12 * width, y, part * width, 2), theme.colour_of(light, ink))
    painter.setPen(theme.colour_of(light, "edge"))
    painter.drawRect(QRectF(0.5, 0.5, width - 1, tall - 1))
    painter.end()
    return shown


def card(inner: QLayout, name: str, about: str, does: Callable[[], object]) -> QPushButton:
    """Makes a whole card one button: one stop of Tab, one name."""
    made = named(QPushButton(), name, about)
    made.setProperty("kind", "card")
    made.setLayout(inner)
    # A sheet's min-height beats setMinimumHeight, so a card states its height in a sheet of its own.
    made.setStyleSheet(f"QPushButton {{ min-height: {inner.sizeHint().height()}px }}")
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
        self.recent = column(gap=8)
        self.kinds = QGridLayout()
        self.kinds.setSpacing(8)
        self.news = column(gap=8)
        self.held = text("", "muted", 0.95, wrap=200)
        self.first = text("", wrap=300)
        left = host(column(self.recent, text("Begin", size=1.15, bold=True), self.kinds, None, gap=8))
        side = host(column(self._library(), self.news, self._sample(), None, gap=8))
        side.setMaximumWidth(420)
        head = row(
            text("Briefer", size=1.7, bold=True),
            None,
            button("Open a pack…", self.open_asked.emit, icon="folder", tip="Ctrl+O"),
        )
        body = host(column(head, 8, row((left, 5), (side, 3), gap=32), None, margin=(40, 16, 40, 16)))
        self.setLayout(column(scrolled(body, "Start page")))
        self.load()
        work.library_changed.connect(self.load)

    def _library(self) -> QWidget:
        buttons = row(
            button("Import a list file…", self.import_asked.emit, icon="down", tip="Ctrl+I"),
            button("Open library", self.library_asked.emit),
            None,
        )
        return box(column(text("Library", bold=True), self.held, buttons, margin=16, gap=8), "card")

    def _sample(self) -> QWidget:
        words = (
            "The sample is a finished briefing with its own small library. Change anything; your work is not touched."
        )
        lines = column(
            row(sign("note"), text("New here?", bold=True), None),
            text(words, "muted", wrap=240),
            row(button("Explore the sample", self.sample_asked.emit), None),
            margin=16,
            gap=8,
        )
        return box(lines, "card")

    def load(self) -> None:
        """Reads what there is to show."""
        desk, run = self.work.desk, self.work.tasks.run
        self._recent()
        run(desk.held, self._fill_held, only="start held")
        run(desk.templates, self._fill_kinds, only="start kinds")
        run(lambda: (desk.news(), desk.lists()), lambda both: self._fill_news(*both), only="start news")

    def _fill_held(self, held: Held) -> None:
        if not held.entities:
            words = "The library is empty. Import a published sanctions list, or open the sample and look around. "
            self.held.setText(f"{words}Nothing leaves this computer.")
        else:
            self.held.setText(f"{held.entities:,} entities · {held.positions:,} positions · {held.sources:,} sources")

    def _recent(self) -> None:
        clear(self.recent)
        paths = [Path(each) for each in self.work.settings.recent[:4]]
        if paths:
            self.recent.addWidget(text("Go on", size=1.15, bold=True))
        for path in paths:
            self.recent.addWidget(self._recent_card(path))
        if paths:
            self.recent.addSpacing(16)

    def _recent_card(self, path: Path) -> QPushButton:
        there = path.exists()
        when = datetime.fromtimestamp(path.stat().st_mtime).strftime("%d %B %Y, %H:%M") if there else ""  # noqa: DTZ006
        about = str(path.parent) if there else "Not there now; perhaps on a drive that is not connected"
        lines = column(row(text(path.stem, bold=True), None, text(when, "muted")), text(about, "muted", 0.95), gap=2)
        lines.setContentsMargins(12, 8, 12, 8)
        made = card(lines, path.stem, f"{about}, {when}", lambda: self.open_path.emit(str(path)))
        made.setEnabled(there)
        return made

    def _fill_kinds(self, templates: tuple[Template, ...]) -> None:
        clear(self.kinds)
        for at, each in enumerate(templates):
            words = host(
                column(text(each.title, bold=True), text(each.description, "muted", 0.95, wrap=160), None, gap=2)
            )
            inner = row(picture(sketch(each)), (words, 1), margin=12, gap=12)
            made = card(inner, f"New {each.title}", each.description, partial(self.new_asked.emit, each.name))
            self.kinds.addWidget(made, at // 2, at % 2)

    def _fill_news(self, changes: tuple[ListChanges, ...], lists: tuple[ListRow, ...]) -> None:
        clear(self.news)
        if not changes:
            return
        titles = {each.list: each.title for each in lists}
        parts: list[QWidget] = []
        for each in changes:
            day = each.to.strftime("%d %B %Y").lstrip("0") if each.to else "undated"
            fields = len({change.id for change in each.changed})
            said = f"{len(each.added):,} added, {len(each.removed):,} removed, {fields:,} changed"
            head = row((text(titles.get(each.list, each.list), bold=True, wrap=120), 1), text(day, "muted"))
            parts += [
                host(
                    column(
                        head,
                        text(said if each.from_snapshot != each.to_snapshot else "First import", "muted", 0.95),
                        gap=2,
                    )
                ),
                rule(),
            ]
        title = text("What changed in the lists", size=1.15, bold=True)
        self.news.addWidget(title)
        self.news.addWidget(box(column(*parts[:-1], margin=16, gap=8), "card"))
