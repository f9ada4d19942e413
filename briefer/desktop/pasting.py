"""A pasted article: its text left, its sentences right, each marked fact, attributed or opinion and made a position.

The mark is the machine's until a person sets it. Only what is attributed to somebody can become a position.
"""

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLayout, QPlainTextEdit, QWidget
from shiboken6 import isValid

from briefer.desktop import picking, remarks
from briefer.desktop.claiming import ClaimPane
from briefer.desktop.dialogs import Dialog
from briefer.desktop.fields import LineField, PickField
from briefer.desktop.forms import FormDialog
from briefer.desktop.leaving import leave
from briefer.desktop.parts import Part, button, column, host, named, row, split, text
from briefer.desktop.questions import issues, languages, sources
from briefer.desktop.sentences import LACKS, MARKS, STEPS, Marks, Sentences
from briefer.desktop.wording import _, ngettext
from briefer.desktop.work import Work
from briefer.model.desk import Claim, Known
from briefer.model.errors import BadCall
from briefer.model.stances import Sentence
from briefer.service import articles, entry

READ_AFTER = 350
"""Milliseconds of rest after which the text is read."""


class ArticleDialog(Dialog):
    """Takes an article apart; `entered` tells the id of the first position that came of it."""

    entered = Signal(str)

    def __init__(self, parent: QWidget, work: Work, known: Known) -> None:
        self.work, self.known, self._storing = work, known, False
        self.model = Sentences()
        self._build_text()
        about = _("F, A and O mark a sentence; plus and minus move the stance, U is unclear; Enter names the holder")
        self.table = Marks(_("Sentences"), about, self._want)
        self.table.setModel(self.model)
        self.table.stretch(1, {0: 52, 2: 34})
        self.claim = ClaimPane(work, known, self.model, self.enter_new)
        self.said = text("", "muted", wrap=120)
        self.go = button(_("Make positions"), self.make, kind="primary", tip="Ctrl+Return")
        self.go.setShortcut("Ctrl+Return")
        keys = text(about + ".", "muted", 0.92, wrap=200)
        right = split(
            Qt.Orientation.Vertical,
            (236, 250),
            host(column((self.table, 1), keys, margin=(8, 0, 0, 4), gap=4)),
            self.claim,
        )
        both = split(Qt.Orientation.Horizontal, (330, 560), self.edit, right)
        body = column(host(self._head()), (both, 1), margin=(24, 0, 24, 8), gap=10)
        foot: tuple[Part, ...] = ((self.said, 1), button(_("Cancel"), self.reject), self.go)
        lead = _("The marks are proposals until you set them. What nobody is named for cannot become a position.")
        super().__init__(parent, _("Paste an article"), body, foot, (1000, 680), lead)
        self.model.setParent(self)
        self._pause = QTimer(self, singleShot=True, interval=READ_AFTER)
        self._connect()
        self._begun = self._entered()
        self.edit.setFocus()
        self._say()

    def _build_text(self) -> None:
        self.edit = named(QPlainTextEdit(), _("Text of the article"), _("Paste it here; Tab leaves"))
        self.edit.setPlaceholderText(_("Paste the article here. It stays on this computer."))
        self.edit.setTabChangesFocus(True)

    def _head(self) -> QLayout:
        known = self.known
        self.source = PickField(
            _("Source"), sources(known), partial(self.enter_new, "sources"), _("Choose the source…")
        )
        self.issue = PickField(_("Issue"), issues(known), partial(self.enter_new, "issues"), _("Choose the issue…"))
        self.language = PickField(_("Language"), languages(known), none=_("Language…"))
        self.language.fill("en")
        self.day = LineField()
        self.day.line.setPlaceholderText(_("Day, e.g. 17 March 2025"))
        self.read = text("", "muted", 0.92)
        parts = []
        for field, label, share in (
            (self.source, _("Source"), 3),
            (self.day, _("Reported on"), 2),
            (self.language, _("Language"), 2),
            (self.issue, _("Issue of all"), 3),
        ):
            caption = text(label, bold=True)
            caption.setBuddy(field.control())
            named(field.control(), label)
            parts.append((host(column(caption, field, gap=4)), share))
        return column(row(*parts, gap=12), self.read, gap=2)

    def _connect(self) -> None:
        self._pause.timeout.connect(self._read)
        self.edit.textChanged.connect(self._pause.start)
        self.table.marked.connect(self.mark)
        self.table.stepped.connect(self.step)
        self.table.unclear.connect(lambda: self._change(stance="unclear"))
        self.table.asked.connect(self.claim.holder.line.setFocus)
        self.table.selectionModel().currentRowChanged.connect(lambda now, _was: self.claim.show_row(now.row()))
        self.claim.marked.connect(self.mark)
        self.claim.back.connect(self.table.setFocus)
        self.model.told.connect(self._say)
        self.issue.changed.connect(self._issue)
        self.source.changed.connect(self._source)
        for field in (self.day, self.language):
            field.changed.connect(self._say)

    def _read(self) -> None:
        words, desk = self.edit.toPlainText(), self.work.desk
        self.work.tasks.run(lambda: desk.article(words), self._fill, only="article")

    def _fill(self, found: tuple[Sentence, ...]) -> None:
        if not isValid(self):  # it was closed meanwhile
            return
        at = max(0, self.table.currentIndex().row())
        self.model.set(found)
        if self.model.rows:
            self.table.selectRow(min(at, len(self.model.rows) - 1))
        self.claim.show_row(self.table.currentIndex().row())

    def _issue(self) -> None:
        self.model.issue = self.issue.value()
        self.model.redraw()
        self.claim.show_row(self.claim.at)
        self._say()

    def _source(self) -> None:
        """Takes the day of the source as that of the report, until another one is typed."""
        held = next((each for each in self.known.sources if each.id == self.source.value()), None)
        if held and held.date and not self.day.value():
            self.day.fill(held.date.text)
        self._say()

    def _change(self, **fields: str | bool) -> None:
        at = self.table.currentIndex().row()
        if at >= 0:
            self.model.change(at, **fields)
            self.claim.show_row(at)

    def _want(self) -> None:
        at = self.table.currentIndex().row()
        if at >= 0:
            self._change(wanted=not self.model.rows[at].wanted)

    def mark(self, mark: str) -> None:
        """Sets the mark of the chosen sentence; what is attributed needs somebody who says it."""
        at = self.table.currentIndex().row()
        if at < 0:
            return
        held = self.model.rows[at]
        by = self.work.settings.by or _("the user of this computer")
        try:
            sentence = articles.marked(held.sentence, mark, by, held.holder)
        except BadCall:
            self.said.setText(_("Name who says it, then mark it as attributed."))
            self.claim.holder.line.setFocus()
            return
        self._change(sentence=sentence, holder=held.holder or (sentence.speaker if mark == "attributed" else ""))  # type: ignore[arg-type]

    def step(self, by: int) -> None:
        """Moves the stance of the chosen sentence towards easing or away from it."""
        at = self.table.currentIndex().row()
        if at >= 0:
            now = self.model.rows[at].stance
            number = STEPS.index(now) + by if now in STEPS else 2
            self._change(stance=STEPS[max(0, min(number, len(STEPS) - 1))])

    def _missing(self) -> str:
        """Says what the article itself lacks, empty where nothing."""
        if not self.model.rows:
            return _("Nothing is pasted yet.")
        if not self.source.value():
            return _("Choose the source, or enter it with the button beside.")
        said = entry.precision(self.day.value())
        if not self.day.value().strip():
            return _("Say when it was reported.")
        if said[1] == "none" or (said[0] and (said[0].earliest or date.min) > date.today()):  # noqa: DTZ011  the user's day
            return _("“{value}” is no day on which it can have been reported.").format(value=self.day.value())
        return ""

    def _lacking(self) -> str:
        """Says what keeps the sentences from becoming positions, by the one that lacks least."""
        rows = enumerate(self.model.rows)
        wanted = [n for n, each in rows if each.wanted and each.sentence.mark == "attributed"]
        if not wanted:
            return _("Mark a sentence as attributed, and it can become a position.")
        least = min(map(self.model.lacks, wanted), key=len)
        lacks = ", ".join(LACKS[what] for what in least)
        return _("No position can be made yet; the sentence that lacks least has {lacks}.").format(lacks=lacks)

    def _say(self) -> None:
        ready, missing = self.model.ready(), self._missing()
        self.read.setText(remarks.read_as(self.day.value()))
        counts = {mark: sum(each.sentence.mark == mark for each in self.model.rows) for mark in MARKS}
        told = ", ".join(f"{counts[mark]} {words.lower()}" for mark, (_letter, words) in MARKS.items())
        self.said.setText(missing or (told if ready else self._lacking()))
        some = ngettext("Make {count} position", "Make {count} positions", len(ready))
        self.go.setText(some if ready else _("Make positions"))
        self.go.setEnabled(bool(ready) and not missing)

    def make(self) -> None:
        """Stores the positions, all or none."""
        claims: list[Claim] = self.model.ready()
        if not claims or self._missing():
            return
        held = next((each for each in self.known.sources if each.id == self.source.value()), None)
        outlet = held.publisher if held else ""
        rows = articles.rows(claims, self.source.value(), self.day.value().strip(), self.language.value(), outlet)
        desk = self.work.desk
        self._storing = True
        self.go.setEnabled(False)
        self.work.tasks.run(lambda: desk.enter("positions", tuple(rows)), self._made, self._failed)

    def _entered(self) -> tuple[str, ...]:
        fields = (self.source, self.day, self.language, self.issue)
        return (self.edit.toPlainText().strip(), *(each.value().strip() for each in fields))

    def reject(self) -> None:
        """Closes, unless positions are being stored; a text and its marks are not lost unasked."""
        if not self._storing:
            leave(self, self._leave, entered=self._entered() != self._begun)

    def _leave(self) -> None:
        self._pause.stop()
        super().reject()

    def _failed(self, error: BaseException) -> None:
        self._storing = False
        self._say()
        self.work.failed.emit(error)

    def _made(self, ids: tuple[str, ...]) -> None:
        self.accept()
        self.work.library_changed.emit()
        picking.add(self.work, ids, group="positions")
        self.work.said.emit(ngettext("{count} position is stored.", "{count} positions are stored.", len(ids)))
        self.entered.emit(ids[0])

    def enter_new(self, kind: str) -> None:
        """Opens the form of a source or an issue over this; the source keeps the hash of the text."""
        more = {"sha256": articles.digest_of(self.edit.toPlainText())} if kind == "sources" else {}
        dialog = FormDialog(self, self.work, kind, self.known, more=more)
        dialog.hand_on(partial(self._offer, kind))
        dialog.open()

    def _offer(self, kind: str, known: Known, id: str) -> None:
        if not isValid(self):  # it was closed meanwhile
            return
        self.known = known
        field, options = (self.source, sources) if kind == "sources" else (self.issue, issues)
        field.offer(options(known))
        field.fill(id)
        self.claim.offer(known)
        field.changed.emit()
