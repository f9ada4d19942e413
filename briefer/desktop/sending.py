"""What the commands do that let the paper out: export, print."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from briefer.desktop.apart import Apart
from briefer.desktop.dialogs import refuse, tell
from briefer.desktop.progress import Progress
from briefer.desktop.wording import _
from briefer.desktop.work import is_known
from briefer.model.answers import Built
from briefer.service import scratch
from briefer.service.verbs import Wish

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from briefer.desktop.window import Window


class Sending:
    """The methods on export and print; mixed into the window."""

    _paper: TemporaryDirectory[str] | None = None

    @property
    def _sender(self) -> "Window":
        return self  # type: ignore[return-value]

    def export(self) -> None:
        """Opens the export."""
        from briefer.desktop.export import ExportDialog

        dialog = ExportDialog(self._sender, self._sender.work)
        dialog.go.connect(self.build)
        dialog.print_asked.connect(self.print_paper)
        dialog.findings_asked.connect(self._sender.show_findings)
        dialog.open()

    def build(self, wish: Wish) -> None:
        """Sees whether the folder takes files, saves the pack, then builds it in a child process."""
        work = self._sender.work
        work.disk.run(
            lambda: work.desk.destination(wish.folder, wish.name),
            lambda _folder: self._save_and_export(wish),
            partial(self._elsewhere, wish),
        )

    def _save_and_export(self, wish: Wish) -> None:
        work = self._sender.work
        if wish.paper != work.pack.paper:
            label = _("Set the paper to {paper}").format(paper=wish.paper)
            work.do(label, replace(work.pack, paper=wish.paper))
        work.save(then=lambda: self._export(wish))

    def _elsewhere(self, wish: Wish, error: BaseException) -> None:
        """Says why nothing can be written there, and offers to choose another folder."""
        me = self._sender
        if not is_known(error):
            me.fail(error)
            return
        again = partial(self._choose_folder, wish)
        refuse(me, _("Not exported"), str(error), _("Choose another folder…"), again)

    def _choose_folder(self, wish: Wish) -> None:
        me = self._sender
        chosen = QFileDialog.getExistingDirectory(me, _("Where to"), me.work.settings.folder)
        if chosen:
            self.build(replace(wish, folder=Path(chosen)))

    def _not_exported(self, wish: Wish, words: str) -> None:
        """Says what went wrong; where it was the folder, another can be chosen."""
        work = self._sender.work
        work.disk.run(
            lambda: work.desk.destination(wish.folder, wish.name),
            lambda _folder: tell(self._sender, _("Not exported"), words),
            partial(self._elsewhere, wish),
        )

    def _export(self, wish: Wish) -> None:
        from briefer.desktop.export import DoneDialog, show

        me = self._sender
        if me.work.file is None:
            return
        folder = wish.folder / wish.name
        me.work.disk.run(partial(scratch.sweep_folder, folder))
        given = {"path": Path(me.work.file.path), "folder": folder, "edition": wish.edition, "draft": wish.draft}
        apart = Apart(me, me.work.desk.path, wish.verb, **given)
        marking = wish.edition or me.work.pack.marking

        def done(built: Built) -> None:
            me.work.set(folder=str(wish.folder))
            me.work.said.emit(_("Exported to {folder}.").format(folder=folder))
            dialog = DoneDialog(me, built, marking)
            dialog.print_asked.connect(lambda pdf: self.ask_printer(Path(pdf), built.pages))
            dialog.open()
            if wish.show:
                show(folder)

        Progress(me, _("Exporting"), apart, done, partial(self._not_exported, wish))

    def print_paper(self) -> None:
        """Lays the paper out as it will be handed over, then asks for the printer; with errors it prints a draft."""
        work = self._sender.work
        if work.file is None or work.dossier is None:
            return
        self._paper = TemporaryDirectory(prefix="print-", dir=scratch.folder())
        path = Path(self._paper.name) / "paper.brief"
        opened = replace(work.file, pack=work.pack, dossier=work.dossier)
        work.disk.run(lambda: work.desk.copy(opened, path), lambda _none: self._print_copy(path))

    def _print_copy(self, path: Path) -> None:
        me = self._sender
        draft = any(each.severity == "error" for each in me.work.findings)
        apart = Apart(me, me.work.desk.path, "build", path=path, folder=path.parent / "out", draft=draft)

        def done(built: Built) -> None:
            self.ask_printer(Path(built.pdf), built.pages)

        title = _("Preparing to print a draft, since errors are open") if draft else _("Preparing to print")
        Progress(me, title, apart, done, partial(tell, me, _("Not printed")))

    def ask_printer(self, pdf: Path, pages: int) -> None:
        """Asks for the printer, the pages and the sides, then prints."""
        from briefer.desktop.printing import Printing, PrintingDialog, ask

        me = self._sender

        def chosen(made: "QPrinter") -> None:
            printing = Printing(me, me.work.pages.rasters.tasks, pdf, pages, made)
            PrintingDialog(me, printing, partial(tell, me, _("Not printed"))).open()

        ask(me, me.work.pack.paper, pdf.stem, pages, chosen)
