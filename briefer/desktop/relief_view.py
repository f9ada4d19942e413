"""The relief table: each pick with its class, who acts, and what stays with others; filtered by class."""

from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from briefer.desktop import icons
from briefer.desktop.cells import DRAWN, Cells, ClassMark, Lines, Plain
from briefer.desktop.parts import box, chip, clear, column, host, named, row, scrolled, text
from briefer.desktop.work import Work
from briefer.model.relief import Act, Relief

HEADS = ("", "Pick", "Who acts, by which instrument", "Stays with")
NONE = "none"
CLASSES = ("A", "B", "C", "D", "unknown", NONE)
SHORT = {"unknown": "Unknown", NONE: "No class"}


class ReliefView(QWidget):
    """The table over the reasons for the chosen pick."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self.work = work
        self.filters = {each: chip(each, self.refresh, checked=True) for each in CLASSES}
        self.tree = named(QTreeWidget(), "Relief table", "One row a pick; the reasons stand below")
        self.tree.setHeaderLabels(list(HEADS))
        self.tree.setRootIsDecorated(False)
        self.tree.setItemDelegate(Cells(self.tree))
        self.tree.setProperty("flat", "true")
        head = self.tree.header()
        head.setStretchLastSection(False)
        for at, way in enumerate((QHeaderView.ResizeMode.Fixed, *[QHeaderView.ResizeMode.Stretch] * 2)):
            head.setSectionResizeMode(at, way)
        self.tree.setColumnWidth(0, 40)
        self.tree.setColumnWidth(3, 180)
        self.tree.currentItemChanged.connect(self._reasons)
        self.nothing = text("Pick at least one entity, then its routes of relief show here.", "muted")
        self.reasons = column(margin=(16, 12, 16, 12), gap=4)
        lower = scrolled(host(self.reasons), "Reasons for the class")
        lower.setFixedHeight(190)
        bar = box(row(text("Class", "muted"), *self.filters.values(), self.nothing, None, margin=(12, 6, 12, 6)), "bar")
        self.setLayout(column(bar, (self.tree, 1), lower, gap=0))
        for signal in (work.checked, work.closed):
            signal.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Fills the table with the picks that the filters let through."""
        found = tuple(self.work.relief.values())
        counts = Counter(each.klass or NONE for each in found)
        for name, made in self.filters.items():
            words = "Not in force at home, or of another regime" if name == NONE else icons.class_words(name, False)
            made.setText(f"{SHORT.get(name, name)} · {counts[name]}")
            named(made, f"{words}, {counts[name]}").setToolTip(words)
            made.setVisible(bool(counts[name]))
        self.nothing.setVisible(not found)
        current = self.tree.currentItem()
        chosen = current.data(0, Qt.ItemDataRole.UserRole) if current else ""
        self.tree.clear()
        for each in found:
            if self.filters[each.klass or NONE].isChecked():
                item = self._item(each)
                if each.id == chosen:
                    self.tree.setCurrentItem(item)

    def _item(self, each: Relief) -> QTreeWidgetItem:
        item = QTreeWidgetItem(self.tree)
        decides = [reason for reason in each.reasons if reason.decides]
        acts = "; ".join(dict.fromkeys(_said(act) for reason in decides for act in reason.acts))
        stays = ", ".join(dict.fromkeys(remains.regime for remains in each.remains))
        tags = ", ".join(dict.fromkeys(reason.programme for reason in each.reasons))
        cells = (
            (ClassMark(each.klass, each.contested), icons.class_words(each.klass, each.contested)),
            (Lines(each.caption, tags), f"{each.caption}, {tags}"),
            (Plain(acts), acts),
            (Plain(stays or "–", muted=True), f"Stays with {stays}" if stays else "Stays with nobody on record"),
        )
        for at, (drawn, words) in enumerate(cells):
            item.setData(at, DRAWN, drawn)
            item.setData(at, Qt.ItemDataRole.AccessibleTextRole, words)
            item.setToolTip(at, words)
        item.setData(0, Qt.ItemDataRole.UserRole, each.id)
        return item

    def _reasons(self, item: QTreeWidgetItem | None) -> None:
        """Says why, for the chosen pick, with the citations."""
        clear(self.reasons)
        each = self.work.relief.get(item.data(0, Qt.ItemDataRole.UserRole)) if item else None
        if each is None:
            return
        title = f"{each.caption}: {icons.class_words(each.klass, each.contested)}"
        self.reasons.addWidget(text(title, bold=True, wrap=300))
        for reason in each.reasons:
            conditions = f"{reason.programme}: class {reason.klass}. {' '.join(reason.conditions)}".strip()
            self.reasons.addWidget(text(conditions, wrap=300))
            self.reasons.addWidget(text(" · ".join(reason.citations), "muted", 0.92, wrap=300))
        self.reasons.addStretch(1)


def _said(act: Act) -> str:
    return " · ".join(filter(None, (act.actor, ", ".join(act.instruments))))
