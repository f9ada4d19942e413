"""The export: pre-flight first, then a preset, where to, and afterwards the next step."""

from collections import Counter
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QLineEdit, QRadioButton, QWidget

from briefer.desktop.dialogs import Dialog
from briefer.desktop.parts import box, button, column, form_row, host, named, picture, row, scrolled, sign, text
from briefer.desktop.wording import counted
from briefer.desktop.work import Work
from briefer.marking import SCHEMES
from briefer.model.answers import Built

PRESETS = (
    ("full", "Full hand-off", "PDF for print and archive, Excel annexes inside and beside it, manifest."),
    ("draft", "Drafter’s copy", "Everything, with the findings and a draft mark on every page; errors do not stop it."),
    ("edition", "Edition under a ceiling", "Only what is marked up to a level. Annexes and file data are cut as well."),
)


class ExportDialog(Dialog):
    """Says what stands in the way before it asks anything."""

    go = Signal(dict)

    def __init__(self, parent: QWidget, work: Work) -> None:
        self.work = work
        self.errors = Counter(each.severity for each in work.findings)
        self.choices = {key: named(QRadioButton(title), title, about) for key, title, about in PRESETS}
        self.choices["full"].setChecked(True)
        self.why = text("", "muted")
        self.run = button("Export", self._go, kind="primary", icon="export")
        body = column(
            self._preflight(), 8, row((self._presets(), 5), (self._where(), 6), gap=24), margin=(24, 4, 24, 12)
        )
        foot = (None, self.why, button("Cancel", self.reject), self.run)
        super().__init__(parent, "Export", body, foot, (900, 620))
        for each in self.choices.values():
            each.toggled.connect(lambda _on: self._say())
        self._say()

    def _preflight(self) -> QWidget:
        errors = [each for each in self.work.findings if each.severity == "error"]
        kind = "error" if errors else "good"
        said = f"{counted(len(errors), 'error')} in the way" if errors else "Nothing stops the export"
        rest = " · ".join(counted(self.errors[name], name) for name in ("warning", "note") if self.errors[name])
        lines = [row(sign(kind, 20), text(said, bold=True), None, text(rest, "muted"))]
        lines += [row((text(f"{each.message} {each.remedy}", wrap=240), 1)) for each in errors[:4]]
        return box(column(*lines, margin=(12, 10, 12, 10), gap=6), "error" if errors else "notice")

    def _presets(self) -> QWidget:
        cards = []
        for key, _title, about in PRESETS:
            words = text(about, "muted", 0.95, wrap=200)
            words.setContentsMargins(24, 0, 0, 0)
            parts: list[QWidget] = [self.choices[key], words]
            if key == "edition":
                self.ceiling = named(QComboBox(), "Ceiling", "The highest marking that the edition holds")
                self.ceiling.addItems(list(SCHEMES[self.work.pack.scheme].levels))
                parts.append(self.ceiling)
            cards.append(box(column(*parts, margin=(12, 10, 12, 10), gap=4), "card"))
        return scrolled(host(column(*cards, None, gap=8)), "What to export")

    def _where(self) -> QWidget:
        folder = self.work.settings.folder or str(Path.home() / "Briefings")
        self.folder = QLineEdit(folder)
        self.paper = QComboBox()
        self.paper.addItems(["A4", "Letter"])
        self.paper.setCurrentText(self.work.pack.paper)
        self.open_after = named(QCheckBox("Open the folder afterwards"), "Open the folder afterwards")
        choose = button("Choose…", self._choose)
        files = ("PDF: accessible (PDF/UA-1) and archival (PDF/A-3a)", "Workbook: the same facts under the same keys")
        last = "Manifest: each file with its fingerprint, and the lists it rests on"
        pages = counted(len(self.work.pages.leaves), "page")
        return host(
            column(
                form_row("Folder", self.folder, "A folder of its own is made in it."),
                row(None, choose),
                form_row("Paper", self.paper),
                text("What is written", bold=True),
                *(text(each, wrap=240) for each in (*files, last)),
                text(f"{pages} · marking {self.work.pack.marking}", "muted"),
                None,
                self.open_after,
            )
        )

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, "Where to", self.folder.text())
        if chosen:
            self.folder.setText(chosen)

    def _say(self) -> None:
        stopped = bool(self.errors["error"]) and not self.choices["draft"].isChecked()
        self.run.setEnabled(not stopped)
        self.why.setText("An error stops the export; a drafter’s copy can still be made." if stopped else "")

    def _go(self) -> None:
        edition = self.ceiling.currentText() if self.choices["edition"].isChecked() else ""
        self.accept()
        self.go.emit(
            {
                "folder": Path(self.folder.text()).expanduser(),
                "paper": self.paper.currentText(),
                "edition": edition,
                "draft": self.choices["draft"].isChecked(),
                "open": self.open_after.isChecked(),
            }
        )


class DoneDialog(Dialog):
    """What was made, and the next step."""

    def __init__(self, parent: QWidget, built: Built) -> None:
        from briefer.desktop import icons

        lines = []
        about = {"page": f"{built.pages} pages", "table": "Annexes", "list": "Manifest"}
        for (icon, words), path in zip(about.items(), (built.pdf, built.annex, built.manifest), strict=True):
            name = column(text(Path(path).name, bold=True, wrap=240), text(words, "muted", 0.95), gap=0)
            go = named(button("Open", partial(show, Path(path)), kind="link"), f"Open {Path(path).name}")
            lines.append(row(picture(icons.pixmap(icon, size=20)), (host(name), 1), go))
        seconds = sum(built.seconds.values())
        folder = button("Show in folder", lambda: show(Path(built.pdf).parent), kind="primary", icon="folder")
        foot = (None, button("Close", self.reject), folder)
        body = column(*lines, None, margin=(24, 4, 24, 8), gap=12)
        super().__init__(parent, f"Exported in {seconds:.1f} seconds", body, foot, (600, 330))


def show(path: Path) -> None:
    """Opens a file or a folder with the system's own program."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
