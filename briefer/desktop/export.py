"""The export: pre-flight first, then a preset, where to, and afterwards the next step."""

from collections import Counter
from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QWidget,
)
from shiboken6 import isValid

from briefer.desktop import icons
from briefer.desktop.dialogs import Dialog
from briefer.desktop.parts import (
    TICKED,
    box,
    button,
    column,
    form_row,
    host,
    named,
    picture,
    row,
    rule,
    scrolled,
    sign,
    text,
)
from briefer.desktop.remedies import in_window
from briefer.desktop.wording import _, counted, ngettext
from briefer.desktop.work import Work
from briefer.marking import SCHEMES
from briefer.model.answers import Built
from briefer.service.destination import folder_fault, name_fault
from briefer.service.verbs import Wish

PRESETS = (
    ("full", _("Full hand-off"), _("The PDF, the Excel workbook attached to it and beside it, and a manifest.")),
    (
        "draft",
        _("Drafter’s copy"),
        _("Starter text too, a draft mark on every page, the findings in the workbook. Errors do not stop it."),
    ),
    (
        "edition",
        _("Edition under a ceiling"),
        _("Only what is marked up to the level chosen here; workbook, bookmarks and the PDF’s own data hold no more."),
    ),
    ("annexes", _("Workbook only"), _("The Excel workbook alone, without PDF and manifest.")),
)
PAPERS = ("A4", "Letter")
SHOWN = 4
LINE = 340
"""Pixels that the right-hand half has at least: what counts on fewer lines asks for less height."""
REST = 200
"""Milliseconds without a key after which it is tried whether the folder takes files."""


class ExportDialog(Dialog):
    """Says what stands in the way before it asks anything."""

    go = Signal(object)
    print_asked = Signal()
    findings_asked = Signal()

    def __init__(self, parent: QWidget, work: Work) -> None:
        self.work = work
        self.errors = Counter(each.severity for each in work.findings)
        self.choices = {key: named(QRadioButton(title), title, about) for key, title, about in PRESETS}
        self.cards: dict[str, QWidget] = {}
        self.why, self.pages, self.left = text("", "muted"), text("", "muted"), text("", wrap=LINE)
        self._left: tuple[str, ...] = ()
        self._barred = ""
        self.run = button(_("Export"), self._go, kind="primary", icon="export")
        self.printing = button(_("Print…"), self._print, icon="print", tip="Ctrl+P")
        choices = row((self._presets(), 5), (self._where(), 6), gap=24)
        body = column(self._preflight(), 8, choices, margin=(24, 0, 24, 12))
        foot = (self.printing, None, self.why, button(_("Cancel"), self.reject), self.run)
        super().__init__(parent, _("Export"), body, foot, (920, 660))
        group = QButtonGroup(self)  # each lies on a card of its own
        for each in self.choices.values():
            group.addButton(each)
        self.choices["full"].setChecked(True)
        for each in self.choices.values():
            each.toggled.connect(lambda _on: self._say())
        self._say()
        desk, pack = work.desk, work.pack
        work.tasks.run(lambda: desk.unwritten(pack), self._take_left, only="unwritten")
        self._try()

    def _try(self) -> None:
        """Tries whether the folder takes files, on the disk's own thread."""
        folder = self.chosen_folder
        self.work.disk.run(lambda: folder_fault(folder), self._take_fault, only="destination")

    def _take_fault(self, fault: str) -> None:
        if isValid(self):
            self._barred = fault
            self._say()

    def _take_left(self, titles: tuple[str, ...]) -> None:
        if isValid(self):
            self._left = titles
            self._say_pages(self.preset)

    def _preflight(self) -> QWidget:
        errors = [each for each in self.work.findings if each.severity == "error"]
        kind = "error" if errors else "warning" if self.work.pages.faults else "good"
        said = ngettext("{count} error stops the export", "{count} errors stop the export", len(errors))
        free = _("A page could not be laid out") if self.work.pages.faults else _("Nothing stops the export")
        head = text(said if errors else free, bold=True)
        rest = " · ".join(counted(self.errors[name], name) for name in ("warning", "note") if self.errors[name])
        show = button(_("Show all"), self._show_findings, kind="link")
        show.setVisible(bool(self.work.findings))
        lines = [row(sign(kind, 20), head, None, text(rest, "muted"), show)]
        lines += [row((text(f"{each.message} {in_window(each.remedy)}", wrap=240), 1)) for each in errors[:SHOWN]]
        return box(column(*lines, margin=(12, 8, 12, 8), gap=6), "notice" if kind == "good" else kind)

    def _presets(self) -> QWidget:
        cards = []
        for key, _title, about in PRESETS:
            words = text(about, "muted", 0.95, wrap=200)
            words.setContentsMargins(TICKED, 0, 0, 0)
            parts: list[QWidget] = [self.choices[key], words]
            if key == "edition":
                self.ceiling = named(QComboBox(), _("Ceiling"), _("The highest marking that the edition holds"))
                self.ceiling.addItems(list(SCHEMES[self.work.pack.scheme].levels))
                parts.append(host(row(self.ceiling, margin=(TICKED, 4, 0, 0))))
            self.cards[key] = box(column(*parts, margin=(12, 8, 12, 8), gap=4), "card")
            cards.append(self.cards[key])
        return scrolled(host(column(*cards, None, gap=8)), _("What to export"))

    def _where(self) -> QWidget:
        folder = self.work.settings.folder or str(Path.home() / _("Briefings"))
        self.folder, self.name = QLineEdit(folder), QLineEdit(Path(self.work.file.path).stem if self.work.file else "")
        self._watch()
        after = _("Open the folder afterwards")
        self.open_after = named(QCheckBox(after), after, _("Shows the files where they were written"))
        choose = named(button(_("Choose…"), self._choose), _("Choose the folder"))
        self.files = tuple(text("", wrap=LINE) for _each in range(3))
        caption = text(_("Folder"), bold=True)
        caption.setBuddy(named(self.folder, _("Folder"), _("Where the folder of that name is made")))
        about = _("A folder of this name is made; if it is there, files of the same names are replaced, others stay.")
        lines = column(
            self._paper(),
            form_row(_("Name"), self.name, about),
            self.name_wrong,
            column(caption, row((self.folder, 1), choose), self.folder_wrong, gap=4),
            rule(),
            text(_("What is written"), bold=True),
            *self.files,
            self.pages,
            self.left,
            text(self._saved(), wrap=LINE),
            None,
            self.open_after,
        )
        return scrolled(host(lines), _("Where to"))

    def _paper(self) -> QHBoxLayout:
        """Gives the paper to choose beside the marking of the pack."""
        self.paper = QComboBox()
        self.paper.addItems(list(PAPERS))
        self.paper.setCurrentText(self.work.pack.paper)
        paper = column(text(_("Paper"), bold=True), named(self.paper, _("Paper"), _("The size of the pages")), gap=4)
        marking = row(text(self.work.pack.marking, "badge"), None, margin=(0, 4, 0, 4))
        badge = column(text(_("Marking"), bold=True), marking, None, gap=4)
        return row(host(paper), (host(badge), 1), gap=16)

    def _saved(self) -> str:
        """Says that the export saves the pack, and under which name."""
        name = Path(self.work.file.path).name if self.work.file else ""
        return _("The pack is saved first, as {name}, with the paper chosen here.").format(name=name)

    def _watch(self) -> None:
        """Makes what is said beside name and folder follow what is typed."""
        self.name_wrong, self.folder_wrong = (text("", "error", wrap=LINE) for _each in range(2))
        self._rest = QTimer(self.folder, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._try)
        self.folder.textChanged.connect(lambda _words: self._rest.start())
        self.name.textChanged.connect(lambda _words: self._say())

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, _("Where to"), self.folder.text())
        if chosen:
            self.folder.setText(chosen)

    @property
    def chosen_folder(self) -> Path:
        """The folder that is written; a home that nobody has stays as it is typed, and is refused."""
        typed = Path(self.folder.text().strip())
        with suppress(RuntimeError):
            return typed.expanduser()
        return typed

    @property
    def preset(self) -> str:
        """The preset that is chosen."""
        return next(key for key, each in self.choices.items() if each.isChecked())

    def _say(self) -> None:
        chosen = self.preset
        for key, card in self.cards.items():
            card.setProperty("kind", "chosen" if key == chosen else "card")
            card.style().polish(card)
        stopped = bool(self.errors["error"]) and chosen != "draft"
        wrong = self._say_wrong()
        self.run.setEnabled(not (stopped or wrong))
        reason = _("An error stops the export; a drafter’s copy can still be made.") if stopped else ""
        self.why.setText(_("Name or folder cannot be used.") if wrong else reason)
        for line, words in zip(self.files, self._written(chosen), strict=True):
            line.setText(words)
            line.setVisible(bool(words))
        self._say_pages(chosen)

    def _say_wrong(self) -> bool:
        """Says beside name and folder what is wrong with them, and whether anything is."""
        faults = (name_fault(self.name.text().strip()), self._barred)
        for label, field, fault in zip(
            (self.name_wrong, self.folder_wrong), (self.name, self.folder), faults, strict=True
        ):
            field.setProperty("about", field.property("about") or field.accessibleDescription())
            field.setAccessibleDescription(fault or field.property("about"))
            label.setText(fault)
            label.setVisible(bool(fault))
        return any(faults)

    def _say_pages(self, chosen: str) -> None:
        """Says about how many pages there will be, and which sections only a draft prints."""
        count, left = len(self.work.pages.leaves), () if chosen == "draft" else self._left
        words = _("Fewer pages than the preview, which has {pages}") if left else _("About {pages}")
        shown = count and chosen in ("full", "draft")
        self.pages.setText(words.format(pages=counted(count, "page")) if shown else "")
        self.pages.setVisible(bool(shown))
        said = _("Left out, since nobody has written them yet: {sections}. A drafter’s copy prints their starter text.")
        self.left.setText(said.format(sections="; ".join(left)))
        self.left.setVisible(bool(left))

    def _written(self, chosen: str) -> tuple[str, str, str]:
        if chosen == "annexes":
            return (_("Excel workbook: the facts under the keys that they have in the PDF"), "", "")
        workbook = _("Excel workbook: the same facts under the same keys")
        manifest = _("Manifest: the fingerprints of both files, and of the lists that the facts come from")
        return (_("PDF: for screen readers (PDF/UA-1) and archives (PDF/A-3a)"), workbook, manifest)

    def _show_findings(self) -> None:
        self.reject()
        self.findings_asked.emit()

    def _print(self) -> None:
        self.reject()
        self.print_asked.emit()

    def _go(self) -> None:
        chosen = self.preset
        self.accept()
        self.go.emit(
            Wish(
                folder=self.chosen_folder,
                name=self.name.text().strip(),
                paper=self.paper.currentText(),
                edition=self.ceiling.currentText() if chosen == "edition" else "",
                draft=chosen == "draft",
                verb="annexes" if chosen == "annexes" else "build",
                show=self.open_after.isChecked(),
            )
        )


class DoneDialog(Dialog):
    """What was made, and the next step."""

    print_asked = Signal(str)

    def __init__(self, parent: QWidget, built: Built, marking: str) -> None:
        lines = [self._line(*each) for each in self._files(built)]
        seconds = sum(built.seconds.values())
        made = Path(built.annex)
        folder = button(_("Show in folder"), partial(show, made.parent), kind="primary", icon="folder")
        printing = button(_("Print…"), self._print, icon="print")
        printing.setVisible(bool(built.pdf))
        self._pdf = built.pdf
        place = text(str(made.parent), "muted", 0.95, wrap=300)
        foot = (printing, None, button(_("Close"), self.reject), folder)
        body = column(*lines, place, None, margin=(24, 4, 24, 8), gap=12)
        lead = ""
        if built.pdf and marking:
            words = _("The marking {marking} is on every page, in the file’s data and in each sheet.")
            lead = words.format(marking=marking)
        title = _("Exported in {seconds} seconds").format(seconds=f"{seconds:.1f}")
        super().__init__(parent, title, body, foot, (620, 380), lead)

    @staticmethod
    def _files(built: Built) -> list[tuple[str, str, Path]]:
        about = (
            ("page", counted(built.pages, "page"), built.pdf),
            ("table", _("Excel workbook"), built.annex),
            ("list", _("Manifest"), built.manifest),
        )
        return [(icon, words, Path(path)) for icon, words, path in about if path]

    @staticmethod
    def _line(icon: str, words: str, path: Path) -> QWidget:
        name: QLabel = text(path.name, bold=True, wrap=240)
        go = named(button(_("Open"), partial(show, path), kind="link"), _("Open {name}").format(name=path.name))
        about = host(column(name, text(words, "muted", 0.95), gap=0))
        return host(row(picture(icons.pixmap(icon, size=20)), (about, 1), go))

    def _print(self) -> None:
        self.accept()
        self.print_asked.emit(self._pdf)


def show(path: Path) -> None:
    """Opens a file or a folder with the system's own program."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
