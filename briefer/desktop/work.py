"""What is open: the pack with its history, its facts, findings and pages; every change goes through here."""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from briefer import settings as user_settings
from briefer.desktop.pages import Pages
from briefer.desktop.preview import Preview
from briefer.desktop.tasks import Tasks
from briefer.history import History
from briefer.model.brief import Dossier, Finding
from briefer.model.desk import Checked, Kept, Opened
from briefer.model.errors import BrieferError
from briefer.model.pack import Pack
from briefer.model.relief import Relief
from briefer.service import edits
from briefer.service.desk import Desk

KEEP_AFTER = 600
"""Milliseconds of rest after which unsaved work is in the journal; while typing goes on it is written as often."""
SHOW_AFTER = 120
"""Milliseconds of rest after which the pages follow."""
GATHERED = ("entities", "measures", "positions", "issues", "as_of", "settings")
"""A change of these needs other facts."""


class Work(QObject):
    """One open pack or none; signals say what changed, and each panel decides what to redraw."""

    opened = Signal()
    closed = Signal()
    changed = Signal()
    checked = Signal()
    kept = Signal(str)
    saved = Signal()
    said = Signal(str)
    failed = Signal(object)
    library_changed = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk, self.settings = desk, user_settings.load()
        self.tasks = Tasks(self)
        self.disk = Tasks(self, "journal")
        self.preview = Preview(self)
        self.pages = Pages(self.preview, self)
        self.history: History[Pack] | None = None
        self.file: Opened | None = None
        self.dossier: Dossier | None = None
        self.findings: tuple[Finding, ...] = ()
        self.relief: dict[str, Relief] = {}
        self.section = ""
        self.was_checked = False
        self._keep, self._show = self._timer(KEEP_AFTER, self._journal), self._timer(SHOW_AFTER, self.refresh_pages)
        self.tasks.failed.connect(self.failed)
        self.disk.failed.connect(self.failed)
        self.preview.checked.connect(self._take)

    def _timer(self, rest: int, does: Callable[[], object]) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=rest)
        timer.timeout.connect(does)
        return timer

    @property
    def pack(self) -> Pack:
        """The pack as it is now; only while one is open."""
        assert self.history is not None
        return self.history.value

    @property
    def is_open(self) -> bool:
        """Whether a pack is open."""
        return self.history is not None

    @property
    def as_of(self) -> date:
        """The day that facts are shown for: the pack's, or today."""
        return self.pack.as_of if self.is_open else date.today()  # noqa: DTZ011  the user's own day

    def open(self, path: Path) -> None:
        """Opens a pack file."""
        self.tasks.run(lambda: self.desk.open(path), self.take)

    def open_sample(self, folder: Path) -> None:
        """Opens the sample with a library of its own."""

        def taken(opened: Opened) -> None:
            self.take(opened)
            self.library_changed.emit()

        self.said.emit("The sample is being put together…")
        self.tasks.run(lambda: self.desk.sample(folder), taken)

    def new(self, path: Path, template: str, title: str) -> None:
        """Makes a pack and opens it."""
        day = date.today()  # noqa: DTZ011  the user's own day
        self.tasks.run(lambda: self.desk.new(path, template, title, day), self.take)

    def take(self, opened: Opened, *, work: Pack | None = None) -> None:
        """Goes on with an opened pack; `work` is what a crash left behind and stands above what is saved."""
        self.file, self.dossier = opened, opened.dossier
        self.history = History(opened.pack)
        self.section = next((each.id for each in opened.pack.sections if each.text), "")
        self.findings, self.relief, self.was_checked = (), {}, False
        self.set(recent=user_settings.opened(self.settings, Path(opened.path)).recent)
        self.pages.clear()
        self.opened.emit()
        self.refresh_pages()
        if work is not None:
            self.do("Use the work found", work)

    def set(self, **fields: Any) -> None:
        """Changes settings and keeps them."""
        from dataclasses import replace

        self.settings = replace(self.settings, **fields)
        kept = self.settings
        self.disk.run(lambda: user_settings.save(kept))

    def close_pack(self) -> None:
        """Closes the pack; unsaved work stays in the journal unless it was given up."""
        self.history = self.file = self.dossier = None
        self.findings, self.relief, self.section = (), {}, ""
        self.pages.clear()
        self.closed.emit()

    def do(self, label: str, pack: Pack, *, run: str = "") -> None:
        """Makes a pack the present one as a step that Undo names."""
        if self.history is None or pack == self.pack:
            return
        former = self.pack
        self.history.do(label, pack, run=run)
        self._after(former)

    def undo(self) -> None:
        """Takes the last step back."""
        self._move(History.undo)

    def redo(self) -> None:
        """Brings the last step back."""
        self._move(History.redo)

    def _move(self, way: Callable[[History[Pack]], None]) -> None:
        if self.history is not None:
            former = self.pack
            way(self.history)
            self._after(former)

    def _after(self, former: Pack) -> None:
        if edits.section(self.pack, self.section) is None:
            self.section = next((each.id for each in self.pack.sections), "")
        self.changed.emit()
        if not self._keep.isActive():
            self._keep.start()
        if any(getattr(former, name) != getattr(self.pack, name) for name in GATHERED):
            self.gather()
        else:
            self._show.start()

    def gather(self) -> None:
        """Reads the facts for the picks anew, then shows the pages."""
        pack = self.pack

        def taken(dossier: Dossier) -> None:
            if self.is_open:
                self.dossier = dossier
                self.refresh_pages()

        self.tasks.run(lambda: self.desk.gather(pack), taken, only="gather")

    def edit(self, label: str, verb: Callable[..., Pack], *given: Any, run: str = "", **fields: Any) -> None:
        """Calls a verb of `service.edits` on the pack and makes its answer a step."""
        if self.is_open:
            self.do(label, verb(self.pack, *given, **fields), run=run)

    def pick(self, group: str, ids: Iterable[str], *, names: str = "") -> int:
        """Adds picks; gives how many were new, and says so."""
        wanted = tuple(dict.fromkeys(ids))
        fresh = [id for id in wanted if id not in getattr(self.pack, group)]
        if fresh:
            self.edit(f"Add {names or _counted(len(fresh), group)}", edits.add, group, fresh)
        there = len(wanted) - len(fresh)
        self.said.emit(f"{len(fresh)} added" + (f", {there} were already there." if there else "."))
        return len(fresh)

    def drop(self, group: str, ids: Iterable[str], *, names: str = "") -> None:
        """Takes picks out."""
        gone = [id for id in ids if id in getattr(self.pack, group)]
        if gone:
            self.edit(f"Remove {names or _counted(len(gone), group)}", edits.remove, group, gone)
            self.said.emit(f"{len(gone)} taken out of the pack.")

    def refresh_pages(self) -> None:
        """Asks for findings and pages of the present state."""
        self._show.stop()
        if self.is_open and self.dossier is not None:
            self.pages.show(self.pack, self.dossier, self.section)

    def _take(self, checked: Checked) -> None:
        if self.is_open:
            self.findings, self.was_checked = checked.findings, True
            self.relief = {each.id: each for each in checked.relief}
            self.checked.emit()

    def _journal(self) -> None:
        if self.history is None or self.file is None:
            return
        path, pack = Path(self.file.path), self.pack
        if self.history.modified:
            self.disk.run(lambda: self.desk.keep(path, pack), lambda _none: self.kept.emit(str(path)))
        else:
            self.disk.run(lambda: self.desk.forget(path))

    def save(
        self, *, path: Path | None = None, anyway: bool = False, then: Callable[[], object] = lambda: None
    ) -> None:
        """Saves the pack, or a copy of it elsewhere, with which it goes on; `then` is called when that is done."""
        if self.history is None or self.file is None or self.dossier is None:
            return
        from dataclasses import replace

        self._keep.stop()
        self.history.end_run()
        sent = self.pack
        file = replace(self.file, pack=sent, dossier=self.dossier)

        def done(opened: Opened) -> None:
            self._saved(sent, opened)
            then()

        self.disk.run(lambda: self.desk.save(file, path=path, anyway=anyway), done)

    def _saved(self, sent: Pack, opened: Opened) -> None:
        if self.history is None:
            return
        self.file = opened
        if self.pack is sent:
            self.history.amend(opened.pack)
        self.history.saved(opened.pack if self.pack is opened.pack else sent)
        self.set(recent=user_settings.opened(self.settings, Path(opened.path)).recent)
        self.saved.emit()

    def give_up(self) -> None:
        """Forgets unsaved work on the open pack."""
        if self.file is not None:
            path = Path(self.file.path)
            self._keep.stop()
            self.disk.run(lambda: self.desk.forget(path))

    def recover(self, kept: Kept) -> None:
        """Opens the file of work that a crash left behind, and puts the work on top as a step that can be undone."""
        self.tasks.run(lambda: self.desk.open(Path(kept.path)), lambda opened: self.take(opened, work=kept.pack))

    def shut(self) -> None:
        """Writes what is unsaved into the journal and stops all that runs beside the window."""
        self._show.stop()
        if self._keep.isActive():
            self._keep.stop()
            self._journal()
        self.preview.close()
        self.pages.close()
        self.tasks.close()
        self.disk.finish()
        self.desk.close()


def _counted(count: int, group: str) -> str:
    singular = {"entities": "entity", "measures": "measure", "positions": "position", "issues": "issue"}
    return f"1 {singular[group]}" if count == 1 else f"{count} {group}"


def is_known(error: BaseException) -> bool:
    """Whether an error is one of ours, whose text is a sentence for the user."""
    return isinstance(error, BrieferError)
