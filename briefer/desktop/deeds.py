"""What the commands of the window do: each collects what it needs, calls one verb of the work and shows the answer."""

import traceback
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from briefer import __version__
from briefer.desktop.apart import Apart
from briefer.desktop.dialogs import tell
from briefer.desktop.parts import button
from briefer.desktop.progress import Progress
from briefer.desktop.work import Work
from briefer.model.answers import Built, ImportReport
from briefer.model.desk import Kept
from briefer.service.desk import ChangedOnDisk
from briefer.settings import state_folder

if TYPE_CHECKING:
    from briefer.desktop.window import Window

PACKS = "Briefer packs (*.brief)"
LISTS = "Lists and tables (*.xml *.csv *.json *.xlsx *.ods *.zip *.gz *.jsonl);;All files (*)"


class Deeds:
    """The methods that `commands` names; mixed into the window."""

    work: Work

    @property
    def _me(self) -> "Window":
        return self  # type: ignore[return-value]

    def new(self) -> None:
        """Shows the document types."""
        self.show_start()

    def new_of(self, template: str) -> None:
        """Asks where to, and makes a pack of a document type."""
        folder = self.work.settings.folder or str(Path.home())
        chosen, _kind = QFileDialog.getSaveFileName(self._me, "New pack", f"{folder}/{template}.brief", PACKS)
        if chosen:
            path = Path(chosen).with_suffix(".brief")
            self.then(lambda: self.work.new(path, template, path.stem.replace("-", " ").capitalize()))

    def open_file(self) -> None:
        """Asks for a pack and opens it."""
        chosen, _kind = QFileDialog.getOpenFileName(self._me, "Open a pack", self.work.settings.folder, PACKS)
        if chosen:
            self.open_path(chosen)

    def open_path(self, path: str) -> None:
        """Opens a pack."""
        self.then(lambda: self.work.open(Path(path)))

    def open_sample(self) -> None:
        """Opens the sample, with a library of its own."""
        self.then(lambda: self.work.open_sample(state_folder() / "sample"))

    def then(self, does: Callable[[], object]) -> None:
        """Does something that closes the pack, after what is unsaved was settled."""
        if self.ask_unsaved(does):
            does()

    def ask_unsaved(self, again: Callable[[], object]) -> bool:
        """Whether nothing is unsaved; otherwise asks, and calls `again` once it is settled."""
        history = self.work.history
        if history is None or not history.modified:
            return True
        box = QMessageBox(self._me)
        box.setWindowTitle("Save the pack")
        box.setText(f"“{self.work.pack.title}” has changes that are not in the file.")
        saved = box.addButton("Save", QMessageBox.ButtonRole.AcceptRole)
        left = box.addButton("Do not save", QMessageBox.ButtonRole.DestructiveRole)
        box.addButton("Cancel", QMessageBox.ButtonRole.RejectRole)
        box.exec()
        if box.clickedButton() is saved:
            self.work.save(then=again)
        elif box.clickedButton() is left:
            self.work.give_up()
            self.work.close_pack()
            return True
        return False

    def close_pack(self) -> None:
        """Closes the pack."""
        self.then(lambda: self.work.close_pack() if self.work.is_open else None)

    def save(self) -> None:
        """Saves the pack."""
        self.work.save()

    def save_copy(self) -> None:
        """Saves the pack under another name and goes on with that."""
        here = self.work.file.path if self.work.file else ""
        chosen, _kind = QFileDialog.getSaveFileName(self._me, "Save a copy", here, PACKS)
        if chosen:
            self.work.save(path=Path(chosen).with_suffix(".brief"))

    def undo(self) -> None:
        """Takes the last step back."""
        self.work.undo()

    def redo(self) -> None:
        """Brings it back."""
        self.work.redo()

    def import_files(self) -> None:
        """Asks for list files and imports them in a child process."""
        chosen, _kind = QFileDialog.getOpenFileNames(self._me, "Import list files", self.work.settings.folder, LISTS)
        if chosen:
            self.import_paths([Path(each) for each in chosen])

    def import_paths(self, paths: list[Path], **more: Any) -> None:
        """Imports files; a refusal says what was refused and why."""
        apart = Apart(self._me, self.work.desk.path, "import_files", paths=paths, **more)
        Progress(self._me, "Importing", apart, self.imported, partial(tell, self._me, "Nothing was imported"))

    def imported(self, reports: tuple[ImportReport, ...]) -> None:
        """Shows what an import did and renews what is shown of the library."""
        from briefer.desktop.report import ReportDialog

        self.work.library_changed.emit()
        ReportDialog(self._me, reports).open()

    def export(self) -> None:
        """Opens the export."""
        from briefer.desktop.export import ExportDialog

        dialog = ExportDialog(self._me, self.work)
        dialog.go.connect(self.build)
        dialog.open()

    def build(self, wish: dict[str, Any]) -> None:
        """Saves the pack, then builds it in a child process."""
        if wish["paper"] != self.work.pack.paper:
            self.work.do(f"Set the paper to {wish['paper']}", replace(self.work.pack, paper=wish["paper"]))
        self.work.set(folder=str(wish["folder"]))
        self.work.save(then=lambda: self._export(wish))

    def _export(self, wish: dict[str, Any]) -> None:
        from briefer.desktop.export import DoneDialog, show

        if self.work.file is None:
            return
        path = Path(self.work.file.path)
        folder = wish["folder"] / path.stem
        given = {"path": path, "folder": folder, "edition": wish["edition"], "draft": wish["draft"]}
        apart = Apart(self._me, self.work.desk.path, "build", **given)

        def done(built: Built) -> None:
            self.work.said.emit(f"Exported to {folder}.")
            DoneDialog(self._me, built).open()
            if wish["open"]:
                show(folder)

        Progress(self._me, "Exporting", apart, done, partial(tell, self._me, "Not exported"))

    def is_conflict(self, error: BaseException) -> bool:
        """Whether somebody else has saved the pack."""
        return isinstance(error, ChangedOnDisk)

    def ask_conflict(self, words: str) -> None:
        """Asks whose version the file should hold."""
        from briefer.desktop.recovery import ConflictDialog

        dialog = ConflictDialog(self._me, words)
        path = Path(self.work.file.path) if self.work.file else Path()
        dialog.mine.connect(lambda: self.work.save(anyway=True))
        dialog.theirs.connect(self.work.give_up)
        dialog.theirs.connect(lambda: self.work.open(path))
        dialog.both.connect(lambda: self.work.save(path=_beside(path)))
        dialog.open()

    def offer(self, kept: tuple[Kept, ...]) -> None:
        """Offers the newest work that a crash left behind."""
        from briefer.desktop.recovery import RecoveryDialog

        if kept:
            dialog = RecoveryDialog(self._me, kept[0])
            dialog.use.connect(self.work.recover)
            path = Path(kept[0].path)
            dialog.leave.connect(lambda _kept: self.work.disk.run(lambda: self.work.desk.forget(path)))
            dialog.open()

    def report(self, error: BaseException) -> None:
        """Says that the program has a fault; the report can be copied, the work is kept."""
        whole = "".join(traceback.format_exception(error))
        words = f"Something went wrong in Briefer itself. Your work is kept.\n\n{type(error).__name__}: {error}"
        dialog = tell(self._me, "A fault in Briefer", words)
        copy = button("Copy the report", lambda: QGuiApplication.clipboard().setText(whole))
        foot = dialog.layout()
        if foot is not None:
            foot.addWidget(copy)

    def properties(self) -> None:
        """Opens title, day and marking of the pack."""
        from briefer.desktop.properties import PropertiesDialog

        PropertiesDialog(self._me, self.work).open()

    def refresh(self) -> None:
        """Reads all facts anew."""
        self.work.gather()
        self.work.said.emit("The facts are being read anew.")

    def check(self) -> None:
        """Checks now."""
        self.work.refresh_pages()

    def about(self) -> None:
        """Says which program this is."""
        tell(self._me, "Briefer", f"Version {__version__}. Sanctions briefings, every line with its source.", "note")

    def bold(self) -> None:
        """Makes the chosen words bold."""
        self._me.editor.around("bold")

    def italic(self) -> None:
        """Makes the chosen words italic."""
        self._me.editor.around("italic")

    def list_mark(self) -> None:
        """Makes the chosen lines a list."""
        self._me.editor.before("list")

    def quote(self) -> None:
        """Makes the chosen lines a quotation."""
        self._me.editor.before("quote")

    def todo(self) -> None:
        """Marks the chosen lines as to do."""
        self._me.editor.before("todo")

    def cite(self) -> None:
        """Begins a citation."""
        self._me.editor.refer("@")

    def mention(self) -> None:
        """Begins a mention."""
        self._me.editor.refer("#")

    def add_section(self) -> None:
        """Adds a section."""
        self._me.outline.add()

    def show_start(self) -> None:
        """Shows the start page."""
        self._me.start.load()
        self._me.stack.setCurrentWidget(self._me.start)

    def show_pack(self) -> None:
        """Shows the pack."""
        self._me.stack.setCurrentWidget(self._me.whole)
        self._me.pack_stack.setCurrentIndex(0)
        self._me.analysis.setChecked(False)
        self._me.fit()

    def show_library(self) -> None:
        """Shows the library; again, hides it where a pack is open."""
        me = self._me
        shown = me.stack.currentWidget() is me.whole and me.library.isVisible()
        me.stack.setCurrentWidget(me.whole)
        me.library_button.setChecked(not shown or not self.work.is_open)
        me.fit()
        if not shown:
            me.library.go_search()

    def find_entity(self) -> None:
        """Puts the cursor into the search of the library."""
        me = self._me
        me.stack.setCurrentWidget(me.whole)
        me.library_button.setChecked(True)
        me.fit()
        me.library.go_search()

    def show_outline(self) -> None:
        """Goes to the outline."""
        if self._me.narrow:
            self._me.library_button.setChecked(False)
        self.show_pack()
        self._focus(self._me.outline.tree)

    def show_page(self) -> None:
        """Goes to the page."""
        self.show_pack()
        self._focus(self._me.page.desk)

    def show_findings(self) -> None:
        """Goes to the findings."""
        self.show_pack()
        self._me.findings.show()
        self._focus(self._me.findings.tree)

    def toggle_findings(self) -> None:
        """Shows or hides the findings."""
        shown = self._me.findings.isVisible()
        self._me.findings.setVisible(not shown)
        self._me.findings_button.setChecked(not shown)

    def show_relief(self) -> None:
        """Shows the relief table in place of outline and page."""
        self._me.stack.setCurrentWidget(self._me.whole)
        self._me.pack_stack.setCurrentIndex(1)
        self._me.analysis.setChecked(True)
        self._focus(self._me.relief.tree)

    def toggle_relief(self) -> None:
        """Shows the relief table, or the pack again."""
        if self._me.pack_stack.currentIndex():
            self.show_pack()
        else:
            self.show_relief()

    @staticmethod
    def _focus(widget: QWidget) -> None:
        widget.setFocus()

    def find_on_page(self) -> None:
        """Puts the cursor into the search of the pages."""
        self.show_pack()
        self._me.page.finder.setVisible(True)
        self._focus(self._me.page.finder)

    def twin(self) -> None:
        """Shows the same text for screen readers."""
        self._me.page.show_twin()

    def larger(self) -> None:
        """Shows larger pages."""
        self._me.page.step_zoom(1)

    def smaller(self) -> None:
        """Shows smaller pages."""
        self._me.page.step_zoom(-1)

    def theme_system(self) -> None:
        """Follows the system's colours."""
        self._me.theme_asked.emit("system")

    def theme_light(self) -> None:
        """Uses light colours."""
        self._me.theme_asked.emit("light")

    def theme_dark(self) -> None:
        """Uses dark colours."""
        self._me.theme_asked.emit("dark")

    def theme_contrast(self) -> None:
        """Uses high contrast."""
        self._me.theme_asked.emit("contrast")


def _beside(path: Path) -> Path:
    """Gives a free name beside a file."""
    names = (path.with_name(f"{path.stem} (mine{f' {n}' if n else ''}){path.suffix}") for n in range(1000))
    return next(name for name in names if not name.exists())
