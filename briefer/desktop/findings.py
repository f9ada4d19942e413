"""The findings: what the checks have to say, grouped and filtered, each with its place and its remedy."""

from collections import Counter
from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QLayout, QLineEdit, QTreeWidget, QTreeWidgetItem, QWidget

from briefer.desktop import icons, places, theme
from briefer.desktop.days import DayDialog
from briefer.desktop.parts import SIGNS, box, chip, column, drop, named, row, sign, text, tool
from briefer.desktop.remedies import in_window
from briefer.desktop.wording import _, counted
from briefer.desktop.work import Work
from briefer.model.brief import Finding
from briefer.service import edits
from briefer.service.fixes import Fix, deciding, fix

SEVERITIES = {"error": _("Errors"), "warning": _("Warnings"), "note": _("Notes")}
GROUPS = {"severity": _("By severity"), "section": _("By section"), "code": _("By kind")}
CALM = _("Nothing to check yet. Checks run by themselves as you write.")
FREE = _("Nothing stops the export.")
FAULT = _("A page could not be laid out.")
CHECKING = _("Checking…")
FIXES = {
    "pick": _("Pick {about}"),
    "drop": _("Take out {about}"),
    "leave-out": _("Leave out “{about}”"),
    "clear": _("Take the starter text out of “{about}”"),
    "print": _("Print “{about}”"),
    "raise": _("Raise the marking to {about}"),
    "review": _("Write “review”"),
    "cite": _("Add a source…"),
    "day": _("Set the day…"),
    "refresh": _("Refresh the facts"),
}
"""The words of each kind of remedy; those of a step are its name under Undo, too."""
FINDING = Qt.ItemDataRole.UserRole
NARROW = 720
"""Pixels below which the line to filter with gives way."""
FOLDED = 64
"""Pixels of height below which the head line stands alone."""


class FindingsPanel(QWidget):
    """Counts that filter, then the list; Enter or a double click jumps, a click on a remedy or Ctrl+. applies it."""

    went = Signal(str, int)
    cite_asked = Signal(str, int)
    shut = Signal()

    def __init__(self, work: Work) -> None:
        super().__init__()
        self.work = work
        self.group = "severity"
        self._shown: object = None
        self.setMinimumHeight(44)
        self.counts = {name: chip(name, self.refresh, checked=True) for name in SEVERITIES}
        self.free_sign, self.free = sign("good", 16), text(CALM, "muted")
        self.grouped = drop(tool("list", GROUPS["severity"], words=True), [(w, self._by(g)) for g, w in GROUPS.items()])
        self.filter = named(QLineEdit(), _("Filter the findings"), _("All words have to fit"))
        self.filter.setPlaceholderText(_("Filter"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setMaximumWidth(160)
        self.filter.textChanged.connect(lambda _words: self.refresh())
        self._make_tree()
        self.setLayout(column(box(self._head(), "bar"), (self.tree, 1), gap=0))
        for signal in (work.checked, work.opened, work.closed):
            signal.connect(self.refresh)
        work.pages.faults_changed.connect(lambda: self._count(self.work.findings))
        self.refresh()

    def _head(self) -> QLayout:
        return row(
            text(_("Findings"), bold=True),
            8,
            *self.counts.values(),
            self.free_sign,
            self.free,
            None,
            self.filter,
            self.grouped,
            tool("close", _("Hide findings"), self.shut.emit, keys="Ctrl+4"),
            gap=6,
            margin=(12, 3, 4, 3),
        )

    def _make_tree(self) -> None:
        about = _("Enter jumps to the place, Ctrl+. applies the remedy")
        self.tree = named(QTreeWidget(), _("Findings"), about)
        self.tree.setObjectName("findings")
        self.tree.setHeaderLabels([_("Finding"), _("Where"), _("Remedy")])
        self.tree.setProperty("flat", "true")
        self.tree.setUniformRowHeights(True)
        self.tree.setIndentation(12)
        head = self.tree.header()
        head.setStretchLastSection(False)
        for at, way in enumerate((QHeaderView.ResizeMode.Stretch, *[QHeaderView.ResizeMode.Interactive] * 2)):
            head.setSectionResizeMode(at, way)
        self.tree.itemActivated.connect(self._go)
        self.tree.itemClicked.connect(self._click)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Gives place and remedy their share of the width; a panel that is too low is its head line alone."""
        super().resizeEvent(event)
        self.tree.setColumnWidth(1, max(110, self.width() // 6))
        self.tree.setColumnWidth(2, max(150, self.width() // 4))
        self.filter.setVisible(self.width() >= NARROW)
        self.tree.setVisible(self.height() >= FOLDED)

    def _by(self, group: str) -> Callable[[], None]:
        def chosen() -> None:
            self.group = group
            self.grouped.setText(GROUPS[group])
            self.refresh()

        return chosen

    def refresh(self) -> None:
        """Fills the list; the focus, the place in the list and what is chosen elsewhere stay as they are."""
        found = self.work.findings
        self._names = places.names(self.work.dossier) if self.work.dossier else {}
        self._count(found)
        wanted = tuple(each for each in found if self.counts[each.severity].isChecked() and self._fits(each))
        fixes = tuple(self.fix(each) for each in wanted)
        wheres = [self._where(each) for each in wanted]
        shown = (wanted, wheres, [each and (each.kind, each.about) for each in fixes], self.group, theme.now())
        if shown != self._shown:
            self._shown = shown
            at, chosen = self.tree.verticalScrollBar().value(), self.chosen()
            self._fill(wanted, fixes, chosen)
            self.tree.verticalScrollBar().setValue(at)

    def _count(self, found: tuple[Finding, ...]) -> None:
        counts = Counter(finding.severity for finding in found)
        for name, made in self.counts.items():
            made.setIcon(_sign(name))
            made.setText(counted(counts[name], name))
            made.setVisible(bool(counts[name]))
        calm = not counts["error"]
        free = FAULT if self.work.pages.faults else FREE
        words = CALM if not self.work.is_open else free if self.work.was_checked else CHECKING
        self.free.setText(words if calm else "")
        self.free.setVisible(calm)
        self.free_sign.setVisible(calm and words == FREE)

    def _fits(self, finding: Finding) -> bool:
        said = f"{finding.message} {finding.code} {in_window(finding.remedy)} {self._where(finding)}".casefold()
        return all(word in said for word in self.filter.text().casefold().split())

    def _fill(self, wanted: tuple[Finding, ...], fixes: tuple[Fix | None, ...], chosen: Finding | None) -> None:
        self.tree.clear()
        groups: dict[str, QTreeWidgetItem] = {}
        for finding, remedy in zip(wanted, fixes, strict=True):
            group = self._group(finding)
            over = groups.get(group) or QTreeWidgetItem(self.tree, [group])
            groups[group] = over
            item = self._item(finding, remedy, over)
            if finding == chosen:
                self.tree.setCurrentItem(item)
        for group, over in groups.items():
            over.setText(0, f"{group} ({over.childCount()})")
            over.setFirstColumnSpanned(True)
        self.tree.expandAll()

    def _group(self, finding: Finding) -> str:
        return {
            "severity": SEVERITIES[finding.severity],
            "section": self._where(finding) or _("The whole pack"),
            "code": finding.code.replace("-", " ").capitalize(),
        }[self.group]

    def _where(self, finding: Finding) -> str:
        home = places.home(self.work.pack, finding.place) if self.work.is_open else ""
        section = edits.section(self.work.pack, home) if home else None
        return section.title if section else self._named(finding.place)

    def _named(self, place: str) -> str:
        """Gives the name of what an id stands for where the open facts know it."""
        return self._names.get(place) or self._names.get(place.partition(":")[0]) or place

    def _item(self, finding: Finding, remedy: Fix | None, over: QTreeWidgetItem) -> QTreeWidgetItem:
        told = in_window(finding.remedy)
        offered = words(remedy) if remedy else told
        item = QTreeWidgetItem(over, [finding.message, self._where(finding), offered])
        item.setIcon(0, _row_sign(finding.severity))
        item.setToolTip(0, f"{finding.message} ({finding.code})")
        item.setToolTip(2, told)
        if remedy:
            item.setForeground(2, theme.colour("accent"))
        said = f"{SEVERITIES[finding.severity]}: {finding.message} {told}"
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, said)
        item.setData(0, FINDING, finding)
        return item

    def fix(self, finding: Finding) -> Fix | None:
        """Gives the remedy of a finding on the pack as it is now."""
        dossier = self.work.dossier
        return fix(finding, self.work.pack, dossier) if self.work.is_open and dossier is not None else None

    def chosen(self) -> Finding | None:
        """Gives the finding that is chosen."""
        item = self.tree.currentItem() if self.tree.topLevelItemCount() else None
        found = item.data(0, FINDING) if item is not None else None
        return found if isinstance(found, Finding) else None

    def _click(self, item: QTreeWidgetItem, at: int) -> None:
        if at == 2 and item.data(0, FINDING):
            self.tree.setCurrentItem(item)
            self.apply()

    def apply(self) -> None:
        """Applies the remedy of the chosen finding, as one step of Undo; jumps to its place where there is none."""
        finding = self.chosen()
        remedy = self.fix(finding) if finding else None
        if finding is None:
            return
        if remedy is None:
            self._go(self.tree.currentItem())
        elif remedy.pack is not None:
            self.work.do(words(remedy), remedy.pack)
        elif remedy.kind == "cite":
            self.cite_asked.emit(places.home(self.work.pack, finding.place), places.line(finding.place))
        elif remedy.kind == "day":
            dialog = DayDialog(self, _("By when the decision is needed"), self.work.pack.as_of)
            dialog.chosen.connect(self._decide)
            dialog.open()
        else:
            self.work.refresh()

    def _decide(self, day: date) -> None:
        self.work.do(_("Set the day of the decision"), deciding(self.work.pack, day))

    def _go(self, item: QTreeWidgetItem | None) -> None:
        finding = item.data(0, FINDING) if item is not None else None
        if finding and self.work.is_open:
            place = finding.place
            self.went.emit(places.home(self.work.pack, place) or place, places.line(place))


def _row_sign(severity: str) -> QIcon:
    """Gives the mark of a severity for a row, which Qt draws as down while it is expanded."""
    made = QIcon(icons.pixmap(severity, SIGNS[severity], 15))
    made.addPixmap(icons.pixmap(severity, "on_select", 15), QIcon.Mode.Selected)
    return made


def _sign(severity: str) -> QIcon:
    """Gives the mark of a severity, in its colour whether its control is down or not."""
    made = QIcon(icons.pixmap(severity, SIGNS[severity], 15))
    if not theme.now().tint:  # a control that is down is filled with the accent there
        made.addPixmap(icons.pixmap(severity, "on_select", 15), QIcon.Mode.Normal, QIcon.State.On)
    return made


def words(remedy: Fix) -> str:
    """Says what a remedy does."""
    return FIXES[remedy.kind].format(about=remedy.about)
