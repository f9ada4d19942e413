"""What an import did, in the order people ask: did it work, what changed, what was odd."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from briefer.desktop.days import DayDialog
from briefer.desktop.dialogs import Dialog
from briefer.desktop.parts import box, button, column, host, named, row, scrolled, sign, text
from briefer.desktop.remedies import in_window
from briefer.desktop.wording import _, counted, long, ngettext
from briefer.model.answers import ImportReport, Warned

COUNTS = ("added", "removed", "changed", "unchanged")
SHOWN = 400


class ReportDialog(Dialog):
    """One card for each list, below what was refused; the day of a list that states none can be set."""

    dated = Signal(str, object)

    def __init__(self, parent: QWidget, reports: tuple[ImportReport, ...], refused: str = "") -> None:
        cards = [_refusal(refused)] if refused else []
        cards += [_card(each, self._undated(each)) for each in reports]
        body = scrolled(host(column(*cards, None, margin=(24, 4, 24, 8), gap=12)), _("What the import did"))
        new = any(each.added or each.changed or each.removed for each in reports)
        title = _("Imported in part") if refused else _("Imported") if new else _("Nothing was new")
        super().__init__(parent, title, body, (None, button(_("Done"), self.accept, kind="primary")), (820, 560))

    def _undated(self, report: ImportReport) -> QWidget | None:
        """Offers to set the day of a list whose file states none; a table of one's own has none."""
        if report.published or report.list == report.format:
            return None
        set_day = button(_("Set the day…"), partial(self._ask_day, report.file))
        words = _("The file does not say of which day it is. Changes and answers for a day need it.")
        return host(row(sign("note", 20), (text(words, wrap=240), 1), set_day, gap=12))

    def _ask_day(self, file: str) -> None:
        asked = DayDialog(self, _("Day of the list"), date.today())  # noqa: DTZ011  the user's own day
        asked.chosen.connect(partial(self.dated.emit, file))
        asked.chosen.connect(self.accept)
        asked.open()


def _refusal(words: str) -> QWidget:
    said = text(in_window(words), wrap=240)
    said.setTextInteractionFlags(said.textInteractionFlags() | said.textInteractionFlags().TextSelectableByMouse)
    return box(row(sign("error", 20), (said, 1), margin=16, gap=12), "card")


def _card(report: ImportReport, undated: QWidget | None) -> QWidget:
    words = _("{list} of {day}") if report.published else _("{list}, undated")
    title = words.format(list=report.list, day=long(report.published) if report.published else "")
    about = _("{file} · {format} · SHA-256 {digest}").format(
        file=report.file, format=report.format, digest=report.sha256[:16]
    )
    head = row(sign("good", 20), (host(column(_title(title), text(about, "muted", 0.95, wrap=240), gap=2)), 1))
    numbers = [_big(f"{getattr(report, name):,}", name) for name in COUNTS]
    parts: list[QWidget] = [host(head), host(row(*numbers, None, gap=40))]
    if undated:
        parts.append(undated)
    if told := (*report.left_out, *report.warnings):
        parts += [_title(counted(len(told), "warning")), _warnings(report.list, told)]
    return box(column(*parts, margin=16, gap=8), "card")


def _title(words: str) -> QWidget:
    return text(words, bold=True, wrap=240)


def _big(number: str, words: str) -> QWidget:
    return host(column(text(number, size=1.7, bold=True), text(words), gap=0))


def _warnings(name: str, told: Sequence[Warned]) -> QWidget:
    tree = named(QTreeWidget(), _("Warnings on {list}").format(list=name), _("One row a record"))
    tree.setHeaderLabels([_("Record"), _("Warning")])
    tree.setRootIsDecorated(False)
    tree.setColumnWidth(0, 160)
    for each in told[:SHOWN]:
        words = in_window(each.message)
        item = QTreeWidgetItem(tree, [each.record, words])
        item.setToolTip(1, words)
    if len(told) > SHOWN:
        rest = len(told) - SHOWN
        QTreeWidgetItem(tree, ["", ngettext("and {count} more", "and {count} more", rest)])
    tree.setFixedHeight(140)
    return tree
