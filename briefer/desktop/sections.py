"""The tree of the outline: what Enter and a drop mean, handed on and not done here."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
)

from briefer.desktop.cells import ONE, Cells, Index
from briefer.desktop.parts import named
from briefer.desktop.wording import _

ID = Qt.ItemDataRole.UserRole
NUMBER = Qt.ItemDataRole.UserRole + 2
WIDE = 440
"""Pixels below which a status keeps its mark and gives its word to the tip."""


class Title(QStyledItemDelegate):
    """Draws a title after the number under which it prints; only the title is edited."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002, N802
        """Gives rows their height."""
        return QSize(80, ONE)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802
        """Puts the number before the title."""
        super().initStyleOption(option, index)
        if number := index.data(NUMBER):
            option.text = f"{number}  {option.text}"


class Tree(QTreeWidget):
    """The sections; a drop is handed on and not done here, so that it is a step like any other."""

    moved = Signal(str, str, str)
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        about = _("Enter goes to the text, Space prints or not, Alt and an arrow move, F2 renames, Delete takes out")
        named(self, _("Outline"), about)
        self.setHeaderLabels([_("Section"), _("Mark"), _("Status"), _("Pages"), _("Findings")])
        self.setProperty("flat", "true")
        self.setItemDelegateForColumn(0, Title(self))
        delegate = Cells(self, ONE)
        for at in range(1, 5):
            self.setItemDelegateForColumn(at, delegate)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setIndentation(16)
        self.setUniformRowHeights(True)
        self.setTabKeyNavigation(False)
        head = self.header()
        head.setStretchLastSection(False)
        head.setMinimumSectionSize(20)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Gives the columns their widths."""
        super().resizeEvent(event)
        wide = self.viewport().width() >= WIDE
        for at, width in enumerate((56, 96, 64, 74) if wide else (48, 30, 54, 62), 1):
            self.setColumnWidth(at, width)
        self.headerItem().setText(2, _("Status") if wide else "")
        if event.size().height() != event.oldSize().height() and self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())
        self.headerItem().setText(4, _("Findings") if wide else _("Found"))

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Says where the chosen section was dropped."""
        target, where = self.itemAt(event.position().toPoint()), self.dropIndicatorPosition()
        moved = self.currentItem()
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if moved is None:
            return
        parent, before = "", ""
        if target is not None:
            parent, before = self._gap(target, where)
        self.moved.emit(moved.data(0, ID), parent, before)

    @staticmethod
    def _gap(target: QTreeWidgetItem, where: QAbstractItemView.DropIndicatorPosition) -> tuple[str, str]:
        """Gives the parent and the section before which a drop falls."""
        places_ = QAbstractItemView.DropIndicatorPosition
        over = target.parent()
        parent = str(over.data(0, ID)) if over else ""
        if where == places_.OnItem:
            return str(target.data(0, ID)), ""
        if where == places_.AboveItem:
            return parent, str(target.data(0, ID))
        siblings = over or target.treeWidget().invisibleRootItem()
        after = siblings.child(siblings.indexOfChild(target) + 1)
        return parent, str(after.data(0, ID)) if after else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Goes to the text with Enter; the other keys of a section are commands of the window."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.state() != self.State.EditingState:
            self.entered.emit()
        else:
            super().keyPressEvent(event)
