"""The findings: what the checks have to say, grouped and filtered, each with its place."""

from collections import Counter
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from briefer.desktop import icons, places
from briefer.desktop.parts import SIGNS, box, chip, column, drop, named, row, sign, text, tool
from briefer.desktop.work import Work
from briefer.model.brief import Finding
from briefer.service import edits

SEVERITIES = ("error", "warning", "note")
GROUPS = {"severity": "By severity", "section": "By section", "code": "By kind"}
CALM = "Nothing to check yet. Checks run by themselves as you write."
FREE = "Nothing stops the export."
CHECKING = "Checking…"


class FindingsPanel(QWidget):
    """Counts that filter, then the list; Enter or a double click jumps to the place."""

    went = Signal(str, int)
    shut = Signal()

    def __init__(self, work: Work) -> None:
        super().__init__()
        self.work = work
        self.group = "severity"
        self.setMinimumHeight(44)
        self.counts = {name: chip(name, self.refresh, checked=True) for name in SEVERITIES}
        for name, made in self.counts.items():
            made.setProperty("drawn", [name, SIGNS[name], 15])
            made.setIcon(icons.icon(name, SIGNS[name], 15))
        self.free_sign, self.free = sign("good", 16), text(CALM, "muted")
        self.grouped = drop(tool("list", GROUPS["severity"], words=True), [(w, self._by(g)) for g, w in GROUPS.items()])
        line = row(
            text("Findings", bold=True),
            8,
            *self.counts.values(),
            self.free_sign,
            self.free,
            None,
            self.grouped,
            tool("close", "Hide findings", self.shut.emit, keys="Ctrl+4"),
            gap=6,
            margin=(12, 3, 4, 3),
        )
        self._make_tree()
        self.setLayout(column(box(line, "bar"), (self.tree, 1), gap=0))
        for signal in (work.checked, work.opened, work.closed):
            signal.connect(self.refresh)
        self.refresh()

    def _make_tree(self) -> None:
        self.tree = named(QTreeWidget(), "Findings", "Enter jumps to the place")
        self.tree.setObjectName("findings")
        self.tree.setHeaderLabels(["Finding", "Where", "Remedy"])
        self.tree.setProperty("flat", "true")
        self.tree.setUniformRowHeights(True)
        self.tree.setIndentation(12)
        head = self.tree.header()
        head.setStretchLastSection(False)
        for at, way in enumerate((QHeaderView.ResizeMode.Stretch, *[QHeaderView.ResizeMode.Interactive] * 2)):
            head.setSectionResizeMode(at, way)
        self.tree.itemActivated.connect(self._go)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Gives place and remedy their share of the width."""
        super().resizeEvent(event)
        self.tree.setColumnWidth(1, max(110, self.width() // 6))
        self.tree.setColumnWidth(2, max(120, self.width() // 4))

    def _by(self, group: str) -> Callable[[], None]:
        def chosen() -> None:
            self.group = group
            self.grouped.setText(GROUPS[group])
            self.refresh()

        return chosen

    def refresh(self) -> None:
        """Fills the list; the focus and what is chosen elsewhere stay as they are."""
        found = self.work.findings
        counts = Counter(finding.severity for finding in found)
        for name, made in self.counts.items():
            made.setText(f"{counts[name]} {name}{'' if counts[name] == 1 else 's'}")
            made.setVisible(bool(counts[name]))
        calm = not counts["error"]
        words = CALM if not self.work.is_open else FREE if self.work.was_checked else CHECKING
        self.free.setText(words if calm else "")
        self.free.setVisible(calm)
        self.free_sign.setVisible(calm and self.work.is_open and self.work.was_checked)
        self.tree.clear()
        groups: dict[str, QTreeWidgetItem] = {}
        for finding in (each for each in found if self.counts[each.severity].isChecked()):
            group = self._group(finding)
            over = groups.get(group) or QTreeWidgetItem(self.tree, [group])
            groups[group] = over
            self._item(finding, over)
        for group, over in groups.items():
            over.setText(0, f"{group} ({over.childCount()})")
            over.setFirstColumnSpanned(True)
        self.tree.expandAll()

    def _group(self, finding: Finding) -> str:
        return {
            "severity": f"{finding.severity.capitalize()}s",
            "section": self._where(finding) or "The whole pack",
            "code": finding.code.replace("-", " ").capitalize(),
        }[self.group]

    def _where(self, finding: Finding) -> str:
        home = places.home(self.work.pack, finding.place) if self.work.is_open else ""
        section = edits.section(self.work.pack, home) if home else None
        return section.title if section else finding.place

    def _item(self, finding: Finding, over: QTreeWidgetItem) -> None:
        item = QTreeWidgetItem(over, [finding.message, self._where(finding), finding.remedy])
        item.setIcon(0, icons.icon(finding.severity, SIGNS[finding.severity], 15))
        item.setToolTip(0, f"{finding.message} ({finding.code})")
        item.setToolTip(2, finding.remedy)
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{finding.severity.capitalize()}: {finding.message}")
        item.setData(0, Qt.ItemDataRole.UserRole, finding.place)

    def _go(self, item: QTreeWidgetItem) -> None:
        place = item.data(0, Qt.ItemDataRole.UserRole)
        if place and self.work.is_open:
            self.went.emit(places.home(self.work.pack, place) or place, places.line(place))
