"""What the commands of the window do: each collects what it needs, calls one verb of the work and shows the answer."""

import traceback
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget

from briefer import __version__
from briefer.desktop.apart import Apart
from briefer.desktop.asking import Asking
from briefer.desktop.dialogs import tell
from briefer.desktop.into import ask_library
from briefer.desktop.keeping import Keeping
from briefer.desktop.looking import Looking
from briefer.desktop.opening import sample_folder
from briefer.desktop.parts import button
from briefer.desktop.progress import Progress
from briefer.desktop.reading import Reading
from briefer.desktop.sending import Sending
from briefer.desktop.shelf import Shelf
from briefer.desktop.turning import PAGE, WRITING
from briefer.desktop.wording import _
from briefer.desktop.work import Work
from briefer.desktop.writing import Writing
from briefer.model.answers import ImportReport
from briefer.service.desk import ChangedOnDisk

if TYPE_CHECKING:
    from briefer.desktop.window import Window

PACKS = _("Briefer packs (*.brief)")
LISTS = _("Lists and tables (*.xml *.csv *.json *.xlsx *.ods *.zip *.gz *.jsonl);;All files (*)")


class Deeds(Asking, Keeping, Looking, Reading, Sending, Shelf, Writing):
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
        chosen, _kind = QFileDialog.getSaveFileName(self._me, _("New pack"), f"{folder}/{template}.brief", PACKS)
        if chosen:
            path = Path(chosen).with_suffix(".brief")
            self.then(lambda: self.work.new(path, template, path.stem.replace("-", " ").capitalize()))

    def open_file(self) -> None:
        """Asks for a pack and opens it."""
        chosen, _kind = QFileDialog.getOpenFileName(self._me, _("Open a pack"), self.work.settings.folder, PACKS)
        if chosen:
            self.open_path(chosen)

    def open_path(self, path: str) -> None:
        """Opens a pack."""
        self.then(lambda: self.work.open(Path(path)))

    def open_sample(self) -> None:
        """Opens the sample, with a library of its own."""
        self.then(lambda: self.work.open_sample(sample_folder()))

    def open_sample_library(self) -> None:
        """Fills an empty library panel: beside an open pack with the sample's library alone."""
        if self.work.is_open:
            self.work.use_sample_library(sample_folder())
        else:
            self.open_sample()

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
        box.setWindowTitle(_("Save the pack"))
        box.setText(_("“{title}” has changes that are not in the file.").format(title=self.work.pack.title))
        saved = box.addButton(_("Save"), QMessageBox.ButtonRole.AcceptRole)
        left = box.addButton(_("Do not save"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(_("Cancel"), QMessageBox.ButtonRole.RejectRole)
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

    def undo(self) -> None:
        """Takes the last step back."""
        self.work.undo()

    def redo(self) -> None:
        """Brings it back."""
        self.work.redo()

    def import_files(self) -> None:
        """Asks for list files and imports them in a child process."""
        chosen, _kind = QFileDialog.getOpenFileNames(self._me, _("Import list files"), self.work.settings.folder, LISTS)
        if chosen:
            self.import_paths([Path(each) for each in chosen])

    def import_paths(self, paths: list[Path], **more: Any) -> None:
        """Imports files, with the sample open where the user says; a refusal says what was refused and why."""
        if self.work.in_sample:
            ask_library(self._me, self.work.desk.path, partial(self._import, paths, **more))
        else:
            self._import(paths, self.work.desk.path, **more)

    def _import(self, paths: list[Path], library: Path, **more: Any) -> None:
        if library != self.work.desk.path:
            self.work.change_library(library)
        apart = Apart(self._me, library, "import_files", paths=paths, **more)
        Progress(self._me, _("Importing"), apart, self.imported, partial(tell, self._me, _("Nothing was imported")))

    def imported(self, reports: tuple[ImportReport, ...], refused: str = "") -> None:
        """Shows what an import did and what it refused, and renews what is shown of the library."""
        from briefer.desktop.report import ReportDialog

        self.work.library_changed.emit()
        made = ReportDialog(self._me, reports, refused)
        made.dated.connect(lambda file, day: self._import([Path(file)], self.work.desk.path, published=day))
        made.open()

    def is_conflict(self, error: BaseException) -> bool:
        """Whether somebody else has saved the pack."""
        return isinstance(error, ChangedOnDisk)

    def report(self, error: BaseException) -> None:
        """Says that the program has a fault; the report can be copied, the work is kept."""
        whole = "".join(traceback.format_exception(error))
        said = _("Something went wrong in Briefer itself. Your work is kept.")
        words = f"{said}\n\n{type(error).__name__}: {error}"
        dialog = tell(self._me, _("A fault in Briefer"), words)
        copy = button(_("Copy the report"), lambda: QGuiApplication.clipboard().setText(whole))
        foot = dialog.layout()
        if foot is not None:
            foot.addWidget(copy)

    def properties(self) -> None:
        """Opens title, day and marking of the pack."""
        from briefer.desktop.properties import PropertiesDialog

        PropertiesDialog(self._me, self.work).open()

    def refresh(self) -> None:
        """Reads all facts anew."""
        self.work.refresh()

    def check(self) -> None:
        """Checks now."""
        self.work.refresh_pages()

    def about(self) -> None:
        """Says which program this is."""
        words = _("Version {version}. Sanctions briefings, every line with its source.").format(version=__version__)
        tell(self._me, "Briefer", words, "note")

    def show_start(self) -> None:
        """Shows the start page."""
        self._me.start.load()
        self._me.stack.setCurrentWidget(self._me.start)

    def show_pack(self) -> None:
        """Shows the pack."""
        self._me.stack.setCurrentWidget(self._me.whole)
        self._me.pack_stack.setCurrentIndex(0)
        self._me.analysis.setChecked(False)
        self._me.export_button.show()
        self._me.fit()

    def show_library(self) -> None:
        """Goes to the library; again, hides it where a pack is open."""
        me, focus = self._me, QApplication.focusWidget()
        shown = me.stack.currentWidget() is me.whole and me.library.isVisible()
        if shown and focus is not None and me.library.isAncestorOf(focus):
            self.toggle_library()
        elif shown:
            me.library.enter_tab()
        else:
            self.find_entity()

    def toggle_library(self) -> None:
        """Shows the library, or hides it where a pack is open."""
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

    def find_named(self, name: str) -> None:
        """Looks for a name in the library; Enter or an arrow goes to what was found."""
        self.find_entity()
        self._me.library.entities.search.setText(name)

    def show_outline(self) -> None:
        """Goes to the outline."""
        self.show_pack()
        self._me.turn.setCurrentIndex(WRITING)
        self._focus(self._me.outline.tree)

    def show_page(self) -> None:
        """Goes to the page."""
        self.show_pack()
        self._me.turn.setCurrentIndex(PAGE)
        self._focus(self._me.page.desk)

    def show_findings(self) -> None:
        """Goes to the findings; where they have room for their head line alone, the library makes way."""
        me = self._me
        self.show_pack()
        me.findings.show()
        me.findings_button.setChecked(True)
        if me.frame.folded:
            me.library_button.setChecked(False)
            me.fit()
            me.frame.share()
        self._focus(me.findings.tree)

    def toggle_findings(self) -> None:
        """Shows or hides the findings."""
        shown = self._me.findings.isVisible()
        self._me.findings.setVisible(not shown)
        self._me.findings_button.setChecked(not shown)

    @staticmethod
    def _focus(widget: QWidget) -> None:
        widget.setFocus()

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
