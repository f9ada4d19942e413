"""Export and print: what is asked, what is written, and the pages that reach a printer."""

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QObject
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from briefer.desktop import export, printing, sending
from briefer.desktop.dialogs import Dialog
from briefer.desktop.export import DoneDialog, ExportDialog
from briefer.desktop.pages import Leaf
from briefer.desktop.printing import Printing, PrintingDialog, printer, wanted
from briefer.desktop.progress import Progress
from briefer.desktop.window import Window
from briefer.model.answers import Built
from briefer.model.brief import Finding
from briefer.model.desk import Checked, Fault
from briefer.service import edits
from briefer.service.verbs import Wish
from tests.desktop.conftest import LONG
from tests.desktop.test_page import LINES, pdf

ERROR = Finding(severity="error", code="uncited", message="No source.", place="risks", remedy="Add one.")


def dialog(window: Window) -> ExportDialog:
    made = ExportDialog(window, window.work)
    made.show()
    return made


def wish(made: ExportDialog, qtbot: QtBot) -> Wish:
    with qtbot.waitSignal(made.go) as told:
        made.run.click()
    return told.args[0]  # type: ignore[index, no-any-return]


@pytest.mark.parametrize(
    ("preset", "verb", "draft", "edition"),
    [
        ("full", "build", False, ""),
        ("draft", "build", True, ""),
        ("edition", "build", False, "UNCLASSIFIED"),
        ("annexes", "annexes", False, ""),
    ],
)
def test_each_preset_asks_for_its_own(
    window: Window, qtbot: QtBot, preset: str, verb: str, draft: bool, edition: str, tmp_path: Path
) -> None:
    made = dialog(window)
    made.choices[preset].setChecked(True)
    made.folder.setText(str(tmp_path))
    made.name.setText("paper one")
    made.paper.setCurrentText("Letter")
    made.open_after.setChecked(True)
    asked = wish(made, qtbot)
    assert asked == Wish(
        folder=tmp_path, name="paper one", paper="Letter", verb=verb, draft=draft, edition=edition, show=True
    )


def test_sections_of_starter_text_are_named_before_they_are_left_out(window: Window, qtbot: QtBot) -> None:
    made = dialog(window)
    qtbot.waitUntil(lambda: window.work.tasks.idle, timeout=LONG)
    assert not made.left.isVisibleTo(made)
    made.reject()
    template = next(each for each in window.work.desk.templates() if each.name == window.work.pack.template)
    risks = next(each for each in template.sections if each.id == "risks")
    window.work.edit("Write", edits.change, "risks", text=risks.text)
    window.work.pages.leaves = (Leaf("risks", 1, "k", (1, 1), stale=False),) * 28
    made = dialog(window)
    qtbot.waitUntil(lambda: made.left.isVisibleTo(made), timeout=LONG)
    assert made.left.isVisibleTo(made)
    assert risks.title in made.left.text()
    assert made.pages.text() == "Fewer pages than the preview, which has 28 pages"
    made.choices["draft"].setChecked(True)
    assert not made.left.isVisibleTo(made)
    assert made.pages.text() == "About 28 pages"
    made.choices["edition"].setChecked(True)
    assert made.left.isVisibleTo(made)
    assert made.pages.text() == ""


def test_the_export_says_that_it_saves_the_pack_and_what_becomes_of_files_there(window: Window) -> None:
    made = dialog(window)
    said = [each.text() for each in made.findChildren(QLabel)]
    assert "The pack is saved first, as sample.brief, with the paper chosen here." in said
    assert "files of the same names are replaced, others stay" in made.name.accessibleDescription()


def test_an_error_stops_all_but_the_drafters_copy(window: Window) -> None:
    window.work.preview.checked.emit(Checked(state=0, findings=(ERROR,)))
    made = dialog(window)
    assert not made.run.isEnabled()
    assert "An error stops the export" in made.why.text()
    made.choices["draft"].setChecked(True)
    assert made.run.isEnabled()
    made.name.setText(" ")
    assert made.name_wrong.text() == "The hand-off needs a name."


def test_a_page_that_could_not_be_laid_out_has_no_good_sign(window: Window) -> None:
    def signs() -> set[str]:
        return {each.accessibleName() for each in dialog(window).findChildren(QLabel)} & {"Good", "Warning", "Error"}

    assert signs() == {"Good"}
    window.work.preview.fault.emit(Fault(state=window.work.preview.state, section="risks", message="M."))
    assert signs() == {"Warning"}


@pytest.mark.parametrize("name", ["a/b:*", "../victim", "paper."])
def test_a_name_that_is_no_plain_name_is_refused_beside_the_field(window: Window, name: str) -> None:
    made = dialog(window)
    assert not made.name_wrong.isVisible()
    made.name.setText(name)
    assert not made.run.isEnabled()
    assert made.name_wrong.isVisible()
    assert made.name.accessibleDescription() == made.name_wrong.text()
    made.name.setText("paper")
    assert made.run.isEnabled()
    assert made.name.accessibleDescription().startswith("A folder of this name is made")


def test_a_folder_that_takes_no_files_is_said_on_entry(window: Window, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "taken").write_text("x")
    made = dialog(window)
    made.folder.setText(str(tmp_path / "taken"))
    qtbot.waitUntil(made.folder_wrong.isVisible, timeout=LONG)
    assert "is a file" in made.folder_wrong.text()
    assert not made.run.isEnabled()
    made.folder.setText("~no-such-user/out")
    qtbot.waitUntil(lambda: "is no whole path" in made.folder_wrong.text(), timeout=LONG)
    made.folder.setText(str(tmp_path))
    qtbot.waitUntil(lambda: not made.folder_wrong.isVisible() and made.run.isEnabled(), timeout=LONG)


def test_nothing_is_built_where_nothing_can_be_written_and_another_folder_is_offered(
    window: Window, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "taken").write_text("x")
    built: list[Wish] = []
    monkeypatch.setattr(window, "_export", built.append)
    window.build(Wish(folder=tmp_path / "taken", name="paper"))
    qtbot.waitUntil(lambda: window.findChild(Dialog) is not None, timeout=LONG)
    assert not built
    assert window.work.settings.folder != str(tmp_path / "taken")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_given: str(tmp_path))
    asked = window.findChild(Dialog)
    assert asked
    next(each for each in asked.findChildren(QPushButton) if each.text() == "Choose another folder…").click()
    qtbot.waitUntil(lambda: bool(built), timeout=LONG)
    assert built == [Wish(folder=tmp_path, name="paper")]


def test_a_build_that_fails_says_why_or_offers_another_folder(window: Window, tmp_path: Path, qtbot: QtBot) -> None:
    def said() -> list[str]:
        return [label.text() for each in window.findChildren(Dialog) for label in each.findChildren(QLabel)]

    window._not_exported(Wish(folder=tmp_path, name="paper"), "A section could not be laid out.")
    qtbot.waitUntil(lambda: "A section could not be laid out." in said(), timeout=LONG)
    window._not_exported(Wish(folder=tmp_path, name="a/b"), "It could not be written.")
    qtbot.waitUntil(lambda: any(each.startswith("A name cannot hold") for each in said()), timeout=LONG)
    assert "It could not be written." not in said()


def test_the_folder_is_chosen(window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = dialog(window)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_given: str(tmp_path))
    made._choose()
    assert made.folder.text() == str(tmp_path)


def test_the_findings_are_one_step_away(window: Window, qtbot: QtBot) -> None:
    window.toggle_findings()
    window.export()
    made = window.findChild(ExportDialog)
    assert made
    made._show_findings()
    assert window.findings.isVisible()
    assert not made.isVisible()


@pytest.mark.full
def test_annexes_alone_are_written_and_offered(window: Window, tmp_path: Path, qtbot: QtBot) -> None:
    opened: list[Path] = []
    export.show, before = opened.append, export.show
    try:
        window.build(Wish(folder=tmp_path, name="out", verb="annexes", draft=True, paper="Letter", show=True))
        qtbot.waitUntil(lambda: window.findChild(DoneDialog) is not None, timeout=240_000)
    finally:
        export.show = before
    assert [path.suffix for path in (tmp_path / "out").iterdir()] == [".xlsx"]
    assert opened == [tmp_path / "out"]
    assert window.work.pack.paper == "Letter"
    assert window.actions_by_name["undo"].text() == "Undo Set the paper to Letter"


def test_a_running_export_is_cancelled_and_leaves_nothing(window: Window, tmp_path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.work.saved, timeout=LONG):
        window.build(Wish(folder=tmp_path, name="out", draft=True))
    qtbot.waitUntil(lambda: window.findChild(Progress) is not None, timeout=LONG)
    progress = window.findChild(Progress)
    assert progress
    qtbot.waitUntil(progress.isVisible, timeout=LONG)
    progress.reject()
    qtbot.wait(50)
    assert not (tmp_path / "out").exists()
    assert window.findChild(DoneDialog) is None


def test_what_was_made_can_be_printed(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    built = Built(
        pdf=str(tmp_path / "a.pdf"), annex=str(tmp_path / "a.xlsx"), manifest=str(tmp_path / "m.json"), pages=3
    )
    made = DoneDialog(window, built, "CUI")
    with qtbot.waitSignal(made.print_asked) as told:
        made._print()
    assert told.args == [built.pdf]


@pytest.mark.parametrize(
    ("findings", "title"),
    [((), "Preparing to print"), ((ERROR,), "Preparing to print a draft, since errors are open")],
)
def test_a_draft_is_said_to_be_one_before_it_is_printed(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, findings: tuple[Finding, ...], title: str
) -> None:
    titles: list[str] = []
    monkeypatch.setattr(sending, "Progress", lambda _parent, said, *_more: titles.append(said))
    window.work.findings = findings
    window._print_copy(tmp_path / "paper.brief")
    assert titles == [title]


@pytest.fixture
def to_file(tmp_path: Path, qapp: QObject) -> QPrinter:
    made = printer("A4", "A paper")
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "printed.pdf"))
    made.setResolution(72)
    return made


def test_the_range_of_pages_is_as_it_was_asked_for(to_file: QPrinter) -> None:
    assert wanted(to_file, 3) == [0, 1, 2]
    to_file.setFromTo(2, 9)
    assert wanted(to_file, 3) == [1, 2]
    to_file.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert wanted(to_file, 3) == [2, 1]


def test_pages_reach_the_printer(window: Window, to_file: QPrinter, tmp_path: Path, qtbot: QtBot) -> None:
    paper = tmp_path / "paper.pdf"
    paper.write_bytes(pdf(LINES))
    to_file.setFromTo(2, 3)
    job = Printing(window, window.work.pages.rasters.tasks, paper, 3, to_file)
    shown = PrintingDialog(window, job, pytest.fail)
    with qtbot.waitSignal(job.done, timeout=LONG):
        shown.open()
    assert shown.said.text() == "Page 2 of 2"
    assert len(pypdfium2.PdfDocument(tmp_path / "printed.pdf")) == 2


def test_printing_is_stopped(window: Window, to_file: QPrinter, tmp_path: Path, qtbot: QtBot) -> None:
    paper = tmp_path / "paper.pdf"
    paper.write_bytes(pdf(LINES))
    job = Printing(window, window.work.pages.rasters.tasks, paper, 3, to_file)
    shown = PrintingDialog(window, job, pytest.fail)
    shown.open()
    shown.reject()
    qtbot.waitUntil(lambda: window.work.pages.rasters.idle, timeout=LONG)
    job.cancel()


def test_a_printer_that_takes_nothing_is_told(window: Window, to_file: QPrinter, tmp_path: Path) -> None:
    paper = tmp_path / "paper.pdf"
    paper.write_bytes(pdf(LINES))
    told: list[str] = []
    to_file.setFromTo(9, 9)
    PrintingDialog(window, Printing(window, window.work.pages.rasters.tasks, paper, 3, to_file), told.append).open()
    assert "did not take the document" in told[0]


def test_printing_asks_the_system(
    window: Window, to_file: QPrinter, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "printer", lambda _paper, _title: to_file)
    shown: list[QPrintDialog] = []
    monkeypatch.setattr(QPrintDialog, "show", lambda each: shown.append(each))  # noqa: PLW0108  a method
    monkeypatch.setattr("briefer.desktop.sending.Progress", lambda *given: given[3](given[2]))
    paper = tmp_path / "paper.pdf"
    paper.write_bytes(pdf(LINES))
    built = Built(pdf=str(paper), annex="", manifest="", pages=3)
    asked: list[dict[str, object]] = []

    def apart(*_given: object, **more: object) -> Built:
        asked.append(more)
        return built

    monkeypatch.setattr("briefer.desktop.sending.Apart", apart)
    window.print_paper()
    qtbot.waitUntil(lambda: bool(shown), timeout=LONG)
    copy = asked[0]["path"]
    assert isinstance(copy, Path)
    assert copy.exists()
    assert window.work.file is not None
    assert str(copy) != window.work.file.path
    shown[0].accepted.emit(to_file)
    qtbot.waitUntil((tmp_path / "printed.pdf").exists, timeout=LONG)
    qtbot.waitUntil(lambda: window.work.pages.rasters.idle, timeout=LONG)
    assert window._paper is not None
    window._paper.cleanup()
