"""What is open: the pack with its history, its facts, findings and pages; every change goes through here."""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from briefer import settings as user_settings
from briefer.desktop.gathering import Gathering, asked
from briefer.desktop.opening import Opening
from briefer.desktop.pages import Pages
from briefer.desktop.preview import Preview
from briefer.desktop.tasks import Tasks
from briefer.desktop.watch import Watch
from briefer.desktop.wording import _, counted, long, ngettext
from briefer.history import History
from briefer.model.brief import Dossier, Finding
from briefer.model.desk import Checked, Kept, Opened
from briefer.model.errors import BrieferError
from briefer.model.pack import Pack
from briefer.model.relief import Relief
from briefer.service import edits
from briefer.service.desk import ChangedOnDisk, Desk

KEEP_AFTER = 600
"""Milliseconds of rest after which unsaved work is in the journal; while typing goes on it is written as often."""
SHOW_AFTER = 50
"""Milliseconds of rest after which the pages follow."""
NOUNS = {"entities": "entity", "measures": "measure", "positions": "position", "issues": "issue"}
"""The noun of each group of picks, as `counted` takes it."""


class Work(Gathering, Opening, QObject):
    """One open pack or none; signals say what changed, and each panel decides what to redraw."""

    opened = Signal()
    closed = Signal()
    changed = Signal()
    checked = Signal()
    kept = Signal(str)
    saved = Signal()
    not_saved = Signal(object)
    changed_on_disk = Signal()
    said = Signal(str)
    failed = Signal(object)
    library_changed = Signal()
    gathered = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk, self.settings = desk, user_settings.load()
        self.tasks = Tasks(self)
        self.disk = Tasks(self, "journal")
        self.analysis = Tasks(self, "analysis")
        self.preview = Preview(self)
        self.pages = Pages(self.preview, self)
        self.history: History[Pack] | None = None
        self.file: Opened | None = None
        self.dossier: Dossier | None = None
        self.findings: tuple[Finding, ...] = ()
        self.relief: dict[str, Relief] = {}
        self.section = ""
        self.was_checked = False
        self._referred: frozenset[str] = frozenset()
        self._read: dict[str, str] = {}
        self._unkept = False
        self._kept_facts: Dossier | None = None
        self._watch = Watch(self)
        self._watch.changed.connect(self._look)
        for signal in (self.opened, self.saved, self.closed):
            signal.connect(lambda: self._watch.follow(self.file.path if self.file else ""))
        self._keep, self._show = self._timer(KEEP_AFTER, self._journal), self._timer(SHOW_AFTER, self._follow)
        self.tasks.failed.connect(self.failed)
        self.disk.failed.connect(self.failed)
        self.analysis.failed.connect(self.failed)
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
    def busy(self) -> bool:
        """Whether anything is under way."""
        return self.pages.working or not all(each.idle for each in (self.tasks, self.analysis, self.disk))

    @property
    def as_of(self) -> date:
        """The day that facts are shown for: the pack's, or today."""
        return self.pack.as_of if self.is_open else date.today()  # noqa: DTZ011  the user's own day

    def new(self, path: Path, template: str, title: str) -> None:
        """Makes a pack and opens it."""
        paper, by = self.settings.paper, self.settings.by
        self.tasks.run(lambda: self.desk.new(path, template, title, paper=paper, drafter=by), self._take_new)

    def _take_new(self, opened: Opened) -> None:
        self.take(opened)
        if opened.pack.as_of != date.today():  # noqa: DTZ011  the user's own day
            day = long(opened.pack.as_of)
            self.said.emit(_("As of {day}, like the newest list.").format(day=day))

    def take(
        self, opened: Opened, *, work: Pack | None = None, label: str = "", facts: tuple[Dossier, ...] = ()
    ) -> None:
        """Goes on with an opened pack; `work` is what is not in the file and stands above it, as a step of its own.

        `facts` are those that were kept with the work.
        """
        self.file, self.dossier, self._kept_facts = opened, opened.dossier, opened.dossier
        self.history = History(opened.pack, (asked(opened.pack), opened.dossier))
        dossier, self._read = opened.dossier, {each.id: each.text for each in opened.pack.sections}
        held = (dossier.sources, dossier.entities, dossier.neighbours, dossier.measures)
        self._referred = frozenset((*(each.id for group in held for each in group), *dict(dossier.names)))
        self.section = next((each.id for each in opened.pack.sections if each.text), "")
        self.findings, self.relief, self.was_checked = (), {}, False
        self.set(recent=user_settings.opened(self.settings, Path(opened.path)).recent)
        self.pages.clear()
        self.opened.emit()
        self.refresh_pages()
        self.remember()
        if work is not None:
            self.do(label or _("Use the work found"), work, facts=facts)

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

    def do(self, label: str, pack: Pack, *, run: str = "", facts: tuple[Dossier, ...] = ()) -> None:
        """Makes a pack the present one as a step that Undo names; `facts` are what is known of its picks."""
        if self.history is None or pack == self.pack:
            return
        former = self.pack
        self.history.do(label, pack, run=run)
        self._after(former, facts)

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
            self._after(former, moved=True)

    def _after(self, former: Pack, facts: tuple[Dossier, ...] = (), *, moved: bool = False) -> None:
        """Tells of a step; facts that were gathered for its picks come with it, others are gathered now."""
        assert self.history is not None
        wanted, held = asked(self.pack), self.dossier
        others = asked(former) != wanted
        known = self.history.beside[0] == wanted
        if known and (moved or others):
            self.dossier = self.history.beside[1]
            if others or self.dossier is not held:
                self._stop_gathering()
        if edits.section(self.pack, self.section) is None:
            self.section = next((each.id for each in self.pack.sections), "")
        self.changed.emit()
        if not self._keep.isActive():
            self._keep.start()
        if not known and (moved or others):
            self.gather(facts)
        else:
            self._show.start()
        if self.dossier is not held:
            self.gathered.emit()

    def _follow(self) -> None:
        """Shows the pages; what was written may refer to something that was not gathered yet, and is asked for once."""
        self.refresh_pages()
        if not self.is_open:
            return
        fresh = [each for each in self.pack.sections if self._read.get(each.id) != each.text]
        self._read |= {each.id: each.text for each in fresh}
        wanted = frozenset(id for each in fresh for id in edits.referred(each.text)) - self._referred
        if wanted:
            self._referred |= wanted
            self.gather()

    def edit(self, label: str, verb: Callable[..., Pack], *given: Any, run: str = "", **fields: Any) -> None:
        """Calls a verb of `service.edits` on the pack and makes its answer a step."""
        if self.is_open:
            self.do(label, verb(self.pack, *given, **fields), run=run)

    def pick(self, group: str, ids: Iterable[str], *, names: str = "") -> int:
        """Adds picks; gives how many were new, and says so."""
        wanted = tuple(dict.fromkeys(ids))
        fresh = [id for id in wanted if id not in getattr(self.pack, group)]
        if fresh:
            label = _("Add {what}").format(what=names or counted(len(fresh), NOUNS[group]))
            self.edit(label, edits.add, group, fresh)
        there = len(wanted) - len(fresh)
        added = ngettext("{count} added", "{count} added", len(fresh))
        kept = ngettext("{count} was already there.", "{count} were already there.", there)
        self.said.emit(f"{added}, {kept}" if there else f"{added}.")
        return len(fresh)

    def drop(self, group: str, ids: Iterable[str], *, names: str = "") -> None:
        """Takes picks out."""
        gone = [id for id in ids if id in getattr(self.pack, group)]
        if gone:
            label = _("Remove {what}").format(what=names or counted(len(gone), NOUNS[group]))
            self.edit(label, edits.remove, group, gone)
            out = ngettext("{count} taken out of the pack.", "{count} taken out of the pack.", len(gone))
            self.said.emit(out)

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
            facts = self._other_facts()
            self.disk.run(lambda: self.desk.keep(path, pack, facts), lambda _none: self._is_kept(path), self._not_kept)
        else:
            self._kept_facts = self.file.dossier
            self.disk.run(lambda: self.desk.forget(path))

    def _other_facts(self) -> Dossier | None:
        """Gives the facts where they are not in the file and not in the journal yet."""
        facts = self.dossier if self.dossier is not self._kept_facts else None
        self._kept_facts = self.dossier
        return facts

    def _is_kept(self, path: Path) -> None:
        self._unkept = False
        self.kept.emit(str(path))

    def _not_kept(self, error: BaseException) -> None:
        """Says once that the journal cannot be written, until it can be again."""
        self._kept_facts = None
        if not self._unkept:
            self._unkept = True
            self.not_saved.emit(error)

    def save(
        self, *, path: Path | None = None, anyway: bool = False, then: Callable[[], object] = lambda: None
    ) -> None:
        """Saves the pack, or a copy of it elsewhere, with which it goes on; `then` is called when that is done."""
        if self.history is None or self.file is None or self.dossier is None:
            return
        from dataclasses import replace

        if self._keep.isActive():
            self._keep.stop()
            self._journal()  # a save may take long, and may be cut off
        self.history.end_run()
        sent, step = self.pack, self.history.step
        file = replace(self.file, pack=sent, dossier=self.dossier)

        def done(opened: Opened) -> None:
            self._saved(sent, step, opened)
            then()

        self.disk.run(lambda: self.desk.save(file, path=path, anyway=anyway), done, self._not_saved)

    def _not_saved(self, error: BaseException) -> None:
        """Goes on keeping the work; a conflict is asked about, everything else is said with another place offered."""
        self._keep.start()
        known = is_known(error) or isinstance(error, OSError)
        (self.failed if isinstance(error, ChangedOnDisk) or not known else self.not_saved).emit(error)

    def _saved(self, sent: Pack, step: int, opened: Opened) -> None:
        if self.history is None:
            return
        self.file, self._kept_facts = opened, opened.dossier
        if self.pack is sent and self.history.step == step and opened.dossier != self.dossier:
            self._gathered(sent, opened.dossier)
        if self.pack is sent:
            self.history.amend(opened.pack)
        self.history.saved(opened.pack if self.pack is opened.pack else sent, step)
        self.set(recent=user_settings.opened(self.settings, Path(opened.path)).recent)
        self.saved.emit()

    def _look(self) -> None:
        """Looks whether somebody else has saved the pack, after what is being saved here."""
        opened = self.file
        if opened is None:
            return

        def looked(theirs: Opened | None) -> None:
            if theirs is not None and self.file is not None and theirs.sha256 != self.file.sha256:
                self.changed_on_disk.emit()

        self.disk.run(lambda: self.desk.theirs(opened), looked, lambda _error: None, only="look")

    def lay_aside(self) -> None:
        """Keeps unsaved work on the open pack among its versions, and no longer as work to go on with."""
        if self.file is not None:
            path, pack, facts = Path(self.file.path), self.pack, self.dossier
            self._keep.stop()

            def aside() -> None:
                self.desk.keep(path, pack, facts)
                self.desk.set_aside(path)

            self.disk.run(aside)

    def give_up(self) -> None:
        """Forgets unsaved work on the open pack."""
        if self.file is not None:
            path = Path(self.file.path)
            self._keep.stop()
            self.disk.run(lambda: self.desk.forget(path))

    def recover(self, kept: Kept, path: Path | None = None) -> None:
        """Opens the file of work that a crash left behind, and puts the work on top as a step that can be undone.

        A `path` makes a pack of its own of it; so does a file that is not there any more, or cannot be read.
        """
        if path is not None:
            self.tasks.run(lambda: self.desk.found_again(kept, path), self.take)
            return
        self.tasks.run(
            lambda: self._opening(Path(kept.path), kept.pack),
            lambda answer: self._opened(*answer, work=kept.pack, facts=kept.facts),
            lambda _error: self.recover(kept, free(Path(kept.path))),
        )

    def shut(self) -> None:
        """Writes what is unsaved into the journal and stops all that runs beside the window."""
        self._show.stop()
        if self._keep.isActive():
            self._keep.stop()
            self._journal()
        self.preview.close()
        self.pages.close()
        self.analysis.close()
        self.tasks.close()
        self.disk.finish()
        self.desk.close()


def free(path: Path) -> Path:
    """Gives a file's own name where it is free, else one beside it."""
    word = _("found")
    names = (path.with_name(f"{path.stem} ({word}{f' {n}' if n else ''}){path.suffix}") for n in range(1000))
    return next(name for name in (path, *names) if not name.exists())


def is_known(error: BaseException) -> bool:
    """Whether an error is one of ours, whose text is a sentence for the user."""
    return isinstance(error, BrieferError)
