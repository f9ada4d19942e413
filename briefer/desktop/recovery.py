"""The two questions about work that could be lost: after a crash, and when somebody else has saved the pack."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from briefer.desktop.dialogs import Dialog
from briefer.desktop.parts import box, button, column, row, rule, text
from briefer.model.desk import Kept

SHOWN = 8


def _side(title: str, when: str, lines: tuple[str, ...], kind: str) -> QWidget:
    more = (f"and {len(lines) - SHOWN} more",) if len(lines) > SHOWN else ()
    parts = [text(line, wrap=200) for line in (*lines[:SHOWN], *more)]
    head = row(text(title, bold=True, size=1.1), None, text(when, "muted"))
    return box(column(head, rule(), *parts, None, margin=16, gap=8), kind)


class RecoveryDialog(Dialog):
    """Offers work that a crash left behind beside the last save, by meaning; nothing is thrown away unasked."""

    use = Signal(object)
    leave = Signal(object)

    def __init__(self, parent: QWidget, kept: Kept) -> None:
        path = Path(kept.path)
        when = datetime.fromisoformat(kept.at).astimezone().strftime("%d %b %Y, %H:%M")
        saved = datetime.fromtimestamp(path.stat().st_mtime).strftime("%d %b %Y, %H:%M")  # noqa: DTZ006  local time
        found = _side("Work found", when, kept.differs, "chosen")
        pack = kept.pack
        last = _side("Last save", saved, (f"The file as it is on disk: {path.name}", str(path.parent)), "card")
        use = button("Use the work found", kind="primary")
        keep = button("Keep the last save")
        later = button("Decide later", self.reject)
        lead = (
            f"“{pack.title}” has work that is not in the file. With “Use the work found” it is put on top of the file, "
            "and Undo goes back to the last save."
        )
        body = row((found, 1), (last, 1), margin=(24, 0, 24, 12), gap=16)
        super().__init__(parent, "Briefer stopped before you saved", body, (later, None, keep, use), (860, 420), lead)
        for answer, signal in ((use, self.use), (keep, self.leave)):
            answer.clicked.connect(self.accept)
            answer.clicked.connect(lambda _checked=False, told=signal: told.emit(kept))


class ConflictDialog(Dialog):
    """Somebody else saved: three answers, each with its consequence."""

    mine = Signal()
    theirs = Signal()
    both = Signal()

    def __init__(self, parent: QWidget, words: str) -> None:
        lines = (
            "Keep mine: your version becomes the file; theirs stays in it as an earlier version.",
            "Take theirs: the file is opened as it is now; your unsaved work is given up.",
            "Both: your version is saved as a copy beside the file.",
        )
        body = column(*(text(line, wrap=320) for line in lines), None, margin=(24, 0, 24, 8))
        answers = [button("Take theirs"), button("Keep mine"), button("Both", kind="primary")]
        foot = (button("Cancel", self.reject), None, *answers)
        super().__init__(parent, "The file changed while you were working", body, foot, (720, 300), words)
        for answer, signal in zip(answers, (self.theirs, self.mine, self.both), strict=True):
            answer.clicked.connect(self.accept)
            answer.clicked.connect(signal)
