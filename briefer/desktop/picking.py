"""Rows of the library into the pack and out of it: by Space, by a button or dragged, many at once, one step of Undo."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from briefer.desktop.dialogs import Dialog
from briefer.desktop.parts import button, column, text
from briefer.desktop.results import MIME
from briefer.desktop.wording import _, ngettext
from briefer.desktop.work import Work
from briefer.model.pack import Pack
from briefer.service import edits

ASKED = 100
"""So many are added without being asked about."""
MIMES = {"entities": MIME, "positions": "application/x-briefer-positions", "issues": "application/x-briefer-issues"}
"""What a drag of a group of picks carries."""


def add(work: Work, ids: Iterable[str], *, group: str = "", name: str = "") -> int:
    """Adds picks, as one step; gives how many were new, and says so."""
    wanted = tuple(dict.fromkeys(ids))
    if not work.is_open:
        return 0
    pack, held = work.pack, _held(work.pack)
    fresh = [id for id in wanted if id not in held]
    for of, some in grouped(fresh, group).items():
        pack = edits.add(pack, of, some)
    label = name or ngettext("{count} pick", "{count} picks", len(fresh))
    work.do(_("Add {picks}").format(picks=label), pack)
    there = len(wanted) - len(fresh)
    said = ngettext("{count} added", "{count} added", len(fresh))
    more = ngettext(", {count} was already there.", ", {count} were already there.", there) if there else "."
    work.said.emit(said + more)
    return len(fresh)


def drop(work: Work, ids: Iterable[str], *, group: str = "", name: str = "") -> None:
    """Takes picks out, as one step."""
    if not work.is_open:
        return
    pack, held = work.pack, _held(work.pack)
    gone = [id for id in dict.fromkeys(ids) if id in held]
    for of, some in grouped(gone, group).items():
        pack = edits.remove(pack, of, some)
    label = name or ngettext("{count} pick", "{count} picks", len(gone))
    work.do(_("Remove {picks}").format(picks=label), pack)
    work.said.emit(ngettext("{count} taken out of the pack.", "{count} taken out of the pack.", len(gone)))


def _held(pack: Pack) -> frozenset[str]:
    return frozenset((*pack.entities, *pack.measures, *pack.positions, *pack.issues))


def swap(work: Work, group: str, former: str, now: str, name: str) -> None:
    """Takes a row in the place of a former one, where that is in the pack."""
    if work.is_open and former in getattr(work.pack, group):
        work.edit(_("Take the edited position of {name}").format(name=name), edits.swap, group, former, now)


def grouped(ids: Iterable[str], group: str) -> dict[str, list[str]]:
    """Gives ids by their group of picks; all in one where that is named."""
    groups: dict[str, list[str]] = {}
    for id in ids:
        groups.setdefault(group or edits.group_of(id), []).append(id)
    return groups


def add_all(work: Work, ids: Sequence[str], parent: QWidget) -> None:
    """Adds all of them; asks first where they are many."""
    if len(ids) <= ASKED:
        add(work, ids)
        return
    count = ngettext("{count} row", "{count} rows", len(ids))
    words = _(
        "Every one is printed with its facts. {count} take long to lay out; one step of Undo takes them out again."
    )
    go = button(_("Add {count}").format(count=count), kind="primary")
    stop = button(_("Cancel"))
    body = column(text(words.format(count=count), wrap=320), None, margin=(24, 4, 24, 16))
    title = _("Add {count} to the pack?").format(count=count)
    dialog = Dialog(parent, title, body, (None, stop, go), (520, 220))
    stop.clicked.connect(dialog.reject)
    go.clicked.connect(dialog.accept)
    dialog.accepted.connect(lambda: add(work, ids))
    dialog.open()


def dragged(data: QMimeData) -> tuple[str, list[str]] | None:
    """Gives the group and the ids that a drag carries, None where it carries none of ours."""
    for group, mime in MIMES.items():
        if data.hasFormat(mime):
            ids = bytes(data.data(mime).data()).decode().split("\n")
            return ("" if group == "entities" else group), ids
    return None


class Target(QObject):
    """Lets rows of the library be dropped on a part of the window."""

    def __init__(self, on: QWidget, work: Work) -> None:
        super().__init__(on)
        self.work = work
        on.setAcceptDrops(True)
        on.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Takes what is ours and leaves the rest."""
        if isinstance(event, QDropEvent) and self.work.is_open:
            found = dragged(event.mimeData())
            if found is not None:
                event.acceptProposedAction()
                if event.type() == QEvent.Type.Drop and not isinstance(event, QDragEnterEvent):
                    add(self.work, found[1], group=found[0])
                return True
        return super().eventFilter(watched, event)
