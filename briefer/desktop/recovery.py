"""The questions about work that could be lost: after a crash, and when somebody else has saved the pack."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from briefer.desktop.dialogs import Dialog
from briefer.desktop.parts import box, button, column, drawing, host, row, rule, scrolled, text
from briefer.desktop.texts import TextsDialog, on_card
from briefer.desktop.wording import _, ngettext, short
from briefer.model.desk import Kept, Opened
from briefer.model.pack import Pack
from briefer.service import edits
from briefer.service.merging import both_changed

SHOWN = 12


def moment(at: datetime) -> str:
    """Gives a time as its reader says it."""
    return f"{short(at.date())}, {at:%H:%M}"


def side(title: str, when: str, lines: tuple[str, ...], kind: str) -> QWidget:
    """Gives one side of a question: what it is, of when, and what it has, by meaning."""
    more = ngettext("and {count} more", "and {count} more", len(lines) - SHOWN) if len(lines) > SHOWN else ""
    parts = [row(drawing("page", "muted", 16), (text(line, wrap=180), 1)) for line in (*lines[:SHOWN], more) if line]
    head = row(text(title, bold=True, size=1.1), None, text(when, "muted"))
    told = on_card(scrolled(host(column(*parts, None, gap=6)), title))
    return box(column(head, rule(), (told, 1), margin=16, gap=8), kind)


def has(pack: Pack) -> tuple[str, ...]:
    """Says what a pack has: picks, positions, sections with their words."""
    written = [each for each in pack.sections if each.text]
    words = sum(len(each.text.split()) for each in written)
    picks, positions = len(pack.entities) + len(pack.measures), len(pack.positions)
    return (
        ngettext("{count} pick", "{count} picks", picks),
        ngettext("{count} position", "{count} positions", positions),
        _("{sections}, {words}").format(
            sections=ngettext("{count} section with text", "{count} sections with text", len(written)),
            words=ngettext("{count} word", "{count} words", words),
        ),
    )


class RecoveryDialog(Dialog):
    """Offers work that a crash left behind beside the last save, by meaning; nothing is thrown away unasked."""

    use = Signal(object)
    leave = Signal(object)
    both = Signal(object)

    def __init__(self, parent: QWidget, kept: Kept, last: Pack | None = None) -> None:
        path = Path(kept.path)
        found = side(_("Work found"), moment(datetime.fromisoformat(kept.at).astimezone()), kept.differs, "chosen")
        saved = moment(datetime.fromtimestamp(path.stat().st_mtime)) if path.exists() else ""  # noqa: DTZ006  local
        there = has(last) if last else (_("The file is not there, or cannot be read."),)
        former = side(_("Last save"), saved, (*there, str(path)), "card")
        use = button(_("Use the work found"), kind="primary")
        keep, both = button(_("Keep the last save")), button(_("Keep both"))
        both.setToolTip(_("The work found becomes a pack of its own beside the file"))
        texts = button(_("Read the two texts side by side"), lambda: self._read(last, kept.pack), kind="link")
        for part in (keep, texts):
            part.setVisible(last is not None)
        lead = _(
            "“{title}” has work that is not in the file. Nothing is thrown away: what you do not choose stays under "
            "File, Versions."
        ).format(title=kept.pack.title)
        body = column(row((found, 1), (former, 1), gap=16), row(texts, None), margin=(24, 0, 24, 4))
        later = button(_("Decide later"), self.reject)
        foot = (later, both, None, keep, use)
        super().__init__(parent, _("Briefer stopped before you saved"), body, foot, (880, 480), lead)
        for answer, signal in ((use, self.use), (keep, self.leave), (both, self.both)):
            answer.clicked.connect(self.accept)
            answer.clicked.connect(lambda _checked=False, told=signal: told.emit(kept))

    def _read(self, last: Pack | None, found: Pack) -> None:
        if last is not None:
            TextsDialog(self, (_("Last save"), last), (_("Work found"), found)).open()


class ConflictDialog(Dialog):
    """Somebody else saved: both sides by meaning, and three answers."""

    mine = Signal()
    theirs = Signal()
    both = Signal()

    def __init__(self, parent: QWidget, base: Pack, now: Pack, file: Opened) -> None:
        own = side(_("Yours"), _("not saved yet"), edits.told(base, now) or (_("Nothing was changed."),), "chosen")
        path = Path(file.path)
        when = moment(datetime.fromtimestamp(path.stat().st_mtime)) if path.exists() else ""  # noqa: DTZ006  local
        other = side(_("The file"), when, edits.told(base, file.pack) or (_("Nothing that counts."),), "card")
        texts = button(_("Read the two texts side by side"), lambda: self._read(now, file.pack), kind="link")
        body = column(row((own, 1), (other, 1), gap=16), row(texts, None), margin=(24, 0, 24, 4))
        answers = [button(_("Take theirs")), button(_("Keep mine")), button(_("Both"), kind="primary")]
        for answer, tip in zip(
            answers,
            (
                _("The file as it is now is opened; your work stays under File, Versions"),
                _("Your version becomes the file; theirs stays in it as an earlier version"),
                _("Their changes and yours are brought together; you save when you have looked"),
            ),
            strict=True,
        ):
            answer.setToolTip(tip)
            answer.setAccessibleDescription(tip)
        foot = (button(_("Cancel"), self.reject), None, *answers)
        title = _("The file changed while you were working")
        super().__init__(parent, title, body, foot, (880, 500), self._lead(base, now, file.pack))
        for answer, signal in zip(answers, (self.theirs, self.mine, self.both), strict=True):
            answer.clicked.connect(self.accept)
            answer.clicked.connect(signal)

    @staticmethod
    def _lead(base: Pack, mine: Pack, theirs: Pack) -> str:
        ids = both_changed(base, mine, theirs)
        titles = ", ".join(f"“{each.title}”" for each in mine.sections if each.id in ids)
        if not titles:
            return _("No section was written by both. “Both” brings the two together.")
        words = _(
            "Written by both: {titles}. “Both” keeps your text and puts theirs below it, marked, for you to settle."
        )
        return words.format(titles=titles)

    def _read(self, mine: Pack, theirs: Pack) -> None:
        TextsDialog(self, (_("Yours"), mine), (_("The file"), theirs)).open()
