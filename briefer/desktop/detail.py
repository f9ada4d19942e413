"""The detail of one entity: its class in words, every value with its source, its links, and who may be the same."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QInputDialog, QLabel, QScrollArea, QTabWidget, QWidget

from briefer.desktop import icons
from briefer.desktop.parts import button, clear, column, host, named, picture, row, scrolled, text
from briefer.desktop.work import Work
from briefer.model.answers import Sameness
from briefer.model.desk import Detail
from briefer.model.facts import Fact, PartialDate

LABELS = {
    "name": "Name",
    "alias": "Also known as",
    "weakAlias": "Weak alias",
    "birthDate": "Born",
    "birthPlace": "Place of birth",
    "nationality": "Nationality",
    "country": "Country",
    "position": "Position",
    "address": "Address",
    "innCode": "Tax number (INN)",
    "ogrnCode": "Registration (OGRN)",
    "imoNumber": "IMO number",
    "passportNumber": "Passport",
    "registrationNumber": "Registration",
    "topics": "Topics",
    "notes": "Notes",
}
Line = tuple[str, str, str]
"""Label, value and where it comes from."""


class DetailPane(QWidget):
    """Shows one entity at a time; what it says can be marked and copied."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self.work = work
        self.shown: Detail | None = None
        self.icon = picture(icons.pixmap("company"))
        self.title = text("", size=1.1, bold=True, wrap=120)
        self.mark = picture(icons.class_pixmap(None, size=28))
        self.klass, self.why = text("", bold=True, wrap=120), text("", "muted", 0.92, wrap=120)
        self.head = row(self.mark, (host(column(self.klass, self.why, gap=0)), 1), gap=8, margin=(8, 4, 8, 4))
        self.tabs = named(QTabWidget(), "Detail of the chosen entity")
        self.tabs.setDocumentMode(True)
        named(self.tabs.tabBar(), "Parts of the detail")
        self.tabs.currentChanged.connect(self._identity)
        title = host(row(self.icon, (self.title, 1), margin=(8, 8, 4, 0)))
        self.setLayout(column(title, host(self.head), (self.tabs, 1), gap=0))
        self.same = column(margin=(8, 8, 8, 8), gap=8)
        self.hide()

    def show_entity(self, id: str) -> None:
        """Reads an entity and shows it; of several in a row just the last."""
        desk, day = self.work.desk, self.work.as_of
        self.work.tasks.run(lambda: desk.detail(id, day), self._fill, only="detail")

    def redraw(self) -> None:
        """Draws the entity anew, as after a change of theme."""
        if self.shown is not None:
            self._fill(self.shown)

    def _fill(self, detail: Detail) -> None:
        self.shown, entity = detail, detail.entity
        self.icon.setPixmap(icons.pixmap(icons.SCHEMAS.get(entity.schema, "company")))
        self.title.setText(entity.caption)
        relief = detail.relief
        klass = relief.klass if relief else None
        contested = relief.contested if relief else False
        self.mark.setPixmap(icons.class_pixmap(klass, contested, 28))
        self.mark.setVisible(klass is not None)
        self.klass.setText(icons.class_words(klass, contested))
        reasons = [each for each in relief.reasons if each.decides] if relief else []
        self.why.setText("; ".join(dict.fromkeys(f"{each.programme}: {each.authority}" for each in reasons)))
        chosen = max(0, self.tabs.currentIndex())
        while self.tabs.count():
            page = self.tabs.widget(0)
            self.tabs.removeTab(0)
            if page is not None:
                page.deleteLater()
        self._add_tabs(detail)
        self.tabs.setCurrentIndex(min(chosen, self.tabs.count() - 1))
        self.show()

    def _add_tabs(self, detail: Detail) -> None:
        entity = detail.entity
        said = [*_facts(detail), *_designations(detail)]
        pages: dict[str, Iterable[Line]] = {
            "Facts": said,
            f"Links {len(entity.links)}": _links(detail),
            f"Positions {len(detail.positions)}": _positions(detail),
        }
        for name, lines in pages.items():
            self.tabs.addTab(_grid(lines, name), name)
        self.same = column(text("Records are being compared…", "muted"), None, margin=(8, 8, 8, 8), gap=8)
        self.tabs.addTab(scrolled(host(self.same), "Identity"), "Identity")

    def _identity(self, at: int) -> None:
        """Looks for records that may be the same once somebody asks."""
        if self.shown is not None and self.tabs.tabText(at) == "Identity":
            id, desk = self.shown.entity.id, self.work.desk
            self.work.tasks.run(lambda: desk.proposals(id), self._fill_same, only="identity")

    def _fill_same(self, pairs: tuple[Sameness, ...]) -> None:
        clear(self.same)
        for pair in pairs:
            self.same.addWidget(_pair(pair, self.decide))
        if not pairs:
            self.same.addWidget(text("No record of another publisher looks like this one.", "muted", wrap=160))
        self.same.addStretch(1)

    def decide(self, pair: Sameness, decision: str) -> None:
        """Records a decision with its reason; nothing is joined by itself."""
        why, given = QInputDialog.getText(self, "Why", "Say why in a few words; it is kept with the decision.")
        if given and why.strip():
            desk, by = self.work.desk, self.work.settings.by or "the user of this computer"
            self.work.tasks.run(
                lambda: desk.decide(pair.a, pair.b, decision, by, why.strip()),
                lambda _done: self._identity(self.tabs.currentIndex()),
            )


def _pair(pair: Sameness, decide: Callable[[Sameness, str], None]) -> QWidget:
    said = {"yes": "decided to be the same", "no": "decided to be different", "": "nobody has decided"}[pair.decision]
    title = f"{pair.a_caption} ({pair.a}) and {pair.b_caption} ({pair.b})"
    lines = [
        f"{each.name}: {', '.join(each.a) or '–'} / {', '.join(each.b) or '–'}, {each.says}" for each in pair.features
    ]
    answers = (("undo", "Take back"),) if pair.decision else (("no", "Different"), ("yes", "Same"))
    buttons = [button(words, partial(decide, pair, answer)) for answer, words in answers]
    return host(
        column(
            text(title, bold=True, wrap=160),
            text(f"{pair.score} of 100, {said}", "muted", wrap=160),
            *(text(line, wrap=160) for line in lines),
            row(*buttons, None),
            gap=2,
        )
    )


def _grid(lines: Iterable[Line], name: str) -> QScrollArea:
    """Every value over where it comes from."""
    grid = QGridLayout()
    grid.setContentsMargins(8, 8, 8, 8)
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(6)
    at = -1
    for at, (label, value, origin) in enumerate(lines):
        grid.addWidget(text(label, "muted", wrap=90), at, 0, Qt.AlignmentFlag.AlignTop)
        parts = [_copied(value)]
        if origin:
            parts.append(text(origin, "muted", 0.9, wrap=120))
        grid.addWidget(host(column(*parts, gap=0)), at, 1)
    if at < 0:
        grid.addWidget(text("None on record", "muted"), 0, 1)
    grid.setColumnStretch(1, 1)
    grid.setRowStretch(at + 2, 1)
    inner = QWidget()
    inner.setLayout(grid)
    return scrolled(inner, name)


def _copied(value: str) -> QLabel:
    made = text(value, wrap=120)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


def _origin(detail: Detail, fact: Fact) -> str:
    titles, sources = dict(detail.origins), {each.id: each for each in detail.sources}
    named_ = [sources[id].title if id in sources else id for id in fact.sources]
    record = getattr(fact, "record", "")
    doubt = "" if fact.confidence == "verified" else str(fact.confidence)
    return " · ".join(filter(None, ("; ".join(named_) or titles.get(fact.origin, fact.origin), record, doubt)))


def _facts(detail: Detail) -> Iterator[Line]:
    for value in detail.entity.values:
        if value.prop in ("proof", "confidence"):
            continue
        label = LABELS.get(value.prop, value.prop)
        yield label, " · ".join(filter(None, (value.value, value.note))), _origin(detail, value)
    for absence in detail.entity.absences:
        day = _day(absence.checked)
        yield "Searched", f"{absence.regime}: no entry{f', {day}' if day else ''}", _origin(detail, absence)


def _designations(detail: Detail) -> Iterator[Line]:
    for each in detail.entity.designations:
        days = f"since {_day(each.start)}" if each.start else "start not stated"
        until = f", until {_day(each.until)}" if each.until else ""
        state = "ended" if each.ended else "in force"
        said = " · ".join(filter(None, (each.programme, each.list_type, f"{days}{until}", state)))
        yield each.regime, said, _origin(detail, each)


def _links(detail: Detail) -> Iterator[Line]:
    own = detail.entity.id
    for link in detail.entity.links:
        other = link.object if link.subject == own else link.subject
        share = f"{link.percentage.normalize():f} %" if link.percentage is not None else link.stated
        way = "to" if link.subject == own else "from"
        said = " · ".join(filter(None, (other or link.text, link.role, share, "ended" if link.ended else "")))
        yield f"{link.kind} {way}", said, _origin(detail, link)


def _positions(detail: Detail) -> Iterator[Line]:
    for each in detail.positions:
        words = each.quote or each.paraphrase or each.translation
        yield each.holder, words, " · ".join(filter(None, (_day(each.said_on), each.source, each.locator)))


def _day(day: PartialDate | None) -> str:
    return day.text if day else ""
