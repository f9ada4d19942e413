"""What the commands do so that nothing is lost: save elsewhere, versions, work after a crash, two on one pack."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from briefer.desktop.dialogs import refuse
from briefer.desktop.recovery import ConflictDialog, RecoveryDialog
from briefer.desktop.texts import VersionsDialog, called
from briefer.desktop.wording import _
from briefer.desktop.work import free
from briefer.model.desk import Kept, Opened, Version
from briefer.model.pack import Pack
from briefer.service.merging import merge

if TYPE_CHECKING:
    from briefer.desktop.window import Window

PACKS = _("Briefer packs (*.brief)")


class Keeping:
    """The methods that keep work; mixed into the window."""

    @property
    def _keeper(self) -> "Window":
        return self  # type: ignore[return-value]

    def save(self) -> None:
        """Saves the pack."""
        self._keeper.work.save()

    def save_copy(self) -> None:
        """Saves the pack under another name and goes on with that."""
        me = self._keeper
        here = me.work.file.path if me.work.file else ""
        chosen, _kind = QFileDialog.getSaveFileName(me, _("Save a copy"), here, PACKS)
        if chosen:
            me.work.save(path=Path(chosen).with_suffix(".brief"))

    def not_saved(self, error: BaseException) -> None:
        """Says why the pack could not be saved, and offers another place; the work itself is kept."""
        me = self._keeper
        words = _("{why} Your work is kept; choose another place to save it.").format(why=error)
        refuse(me, _("Not saved"), words, _("Save elsewhere…"), me.save_copy)

    def versions(self) -> None:
        """Shows the earlier versions of the pack."""
        work = self._keeper.work
        if work.file is not None:
            path, now = Path(work.file.path), work.pack
            work.disk.run(lambda: work.desk.versions(path, now), partial(self._show_versions, path, now))

    def _show_versions(self, path: Path, now: Pack, found: tuple[Version, ...]) -> None:
        dialog = VersionsDialog(self._keeper, now, found, path)
        dialog.restore.connect(self._restore)
        dialog.open()

    def _restore(self, version: Version) -> None:
        work = self._keeper.work
        if work.is_open:
            label = _("Restore “{version}”").format(version=called(version))
            work.do(label, version.pack, facts=version.facts)

    def ask_conflict(self) -> None:
        """Asks whose version the file should hold."""
        work = self._keeper.work
        if work.file is not None:
            opened = work.file
            work.disk.run(lambda: work.desk.theirs(opened), self._show_conflict, only="conflict")

    def _show_conflict(self, theirs: Opened | None) -> None:
        me = self._keeper
        work = me.work
        if theirs is None or work.file is None or me.findChild(ConflictDialog) is not None:
            return
        if work.history is not None and not work.history.modified:
            work.said.emit(_("Somebody else has saved this pack; it was read anew."))
            work.take(theirs)
            return
        dialog = ConflictDialog(me, work.file.pack, work.pack, theirs)
        dialog.finished.connect(dialog.deleteLater)
        dialog.mine.connect(lambda: work.save(anyway=True))
        dialog.theirs.connect(lambda: self._take_theirs(theirs))
        dialog.both.connect(lambda: self._take_both(theirs))
        dialog.open()

    def _take_theirs(self, theirs: Opened) -> None:
        self._keeper.work.lay_aside()
        self._keeper.work.take(theirs)

    def _take_both(self, theirs: Opened) -> None:
        work = self._keeper.work
        if work.file is not None:
            merged = merge(work.file.pack, work.pack, theirs.pack)
            facts = (work.dossier,) if work.dossier else ()
            work.lay_aside()
            work.take(theirs, work=merged, label=_("Bring both versions together"), facts=facts)

    def offer(self, kept: tuple[Kept, ...]) -> None:
        """Offers work that a crash left behind, one pack after another."""
        if kept:
            work = self._keeper.work
            first = kept[0]
            work.disk.run(
                lambda: work.desk.open(Path(first.path)).pack,
                lambda last: self._offer(first, last, kept[1:]),
                lambda _error: self._offer(first, None, kept[1:]),
            )

    def _offer(self, kept: Kept, last: Pack | None, rest: tuple[Kept, ...]) -> None:
        me = self._keeper
        path = Path(kept.path)
        dialog = RecoveryDialog(me, kept, last)
        dialog.use.connect(me.work.recover)
        dialog.both.connect(lambda _kept: me.work.recover(kept, free(path)))
        dialog.leave.connect(lambda _kept: me.work.disk.run(lambda: me.work.desk.set_aside(path)))
        dialog.finished.connect(lambda _answer: self.offer(rest))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
