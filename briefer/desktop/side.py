"""Beside the pages: small pictures of all of them, and the paper's own contents."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTabWidget,
    QTreeWidget,
    QTreeWidgetItem,
)

from briefer.desktop import theme
from briefer.desktop.cells import is_chosen
from briefer.desktop.pages import Leaf, Pages
from briefer.desktop.parts import named
from briefer.desktop.rasters import Key
from briefer.desktop.wording import _

Index = QModelIndex | QPersistentModelIndex
SMALL, FOOT, EDGE = 84, 22, 8
"""Pixels: the width of a small page, the line with its number, the room around."""
PAGE = Qt.ItemDataRole.UserRole


class Leaves(QAbstractListModel):
    """The pages as rows."""

    def __init__(self, pages: Pages) -> None:
        super().__init__(pages)
        self._pages = pages
        self._count = 0

    def renew(self) -> None:
        """Takes the pages that there are now; rows are added and taken away at the end, so that the view stays."""
        count = len(self._pages.leaves)
        if count > self._count:
            self.beginInsertRows(QModelIndex(), self._count, count - 1)
            self._count = count
            self.endInsertRows()
        elif count < self._count:
            self.beginRemoveRows(QModelIndex(), count, self._count - 1)
            self._count = count
            self.endRemoveRows()
        if count:
            self.dataChanged.emit(self.index(0, 0), self.index(count - 1, 0))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """One a page."""
        return 0 if parent.isValid() else self._count

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Gives the page, or what is said of it."""
        if index.row() >= len(self._pages.leaves):
            return None
        leaf = self._pages.leaves[index.row()]
        if role == PAGE:
            return leaf
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            title = self._pages.title(leaf.section)
            return _("Page {number}, {title}").format(number=index.row() + 1, title=title)
        return None


class Small(QStyledItemDelegate):
    """Draws a page small, with its number under it; a page that is not redone yet is the old one with a mark."""

    def __init__(self, pages: Pages, view: QListView) -> None:
        super().__init__(view)
        self._pages, self._view = pages, view
        self._last: dict[tuple[str, int], Key] = {}

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """Gives each page its shape."""
        leaf = index.data(PAGE)
        tall = SMALL * 1.414 if leaf is None else SMALL * leaf.size[1] / leaf.size[0]
        return QSize(SMALL + 2 * EDGE, round(tall) + FOOT + EDGE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draws one page."""
        leaf = index.data(PAGE)
        if leaf is None:
            return
        cell, tall = QRect(option.rect), round(SMALL * leaf.size[1] / leaf.size[0])
        box = QRect(cell.center().x() - SMALL // 2, cell.y() + EDGE, SMALL, tall)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(box, theme.colour("paper"))
        self._picture(painter, leaf, box)
        chosen = is_chosen(option)
        pen = painter.pen()
        pen.setColor(theme.colour("accent" if chosen else "line"))
        pen.setWidth(3 if chosen else 1)
        painter.setPen(pen)
        painter.drawRect(box)
        painter.setPen(theme.colour("text" if chosen else "muted"))
        foot = QRect(cell.x(), box.bottom() + 2, cell.width(), FOOT - 4)
        mark = " ·" if leaf.stale else ""
        painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, f"{index.row() + 1}{mark}")
        painter.restore()

    def _picture(self, painter: QPainter, leaf: Leaf, box: QRect) -> None:
        rasters = self._pages.rasters
        key = (leaf.key, round(SMALL * self._view.devicePixelRatioF()))
        if (leaf.section, leaf.page) not in self._last or not leaf.stale:
            rasters.ask(key, self._view.viewport().update)
        for known in (key, self._last.get((leaf.section, leaf.page))):
            picture = rasters.picture(known) if known else None
            if picture is not None and known is not None:
                painter.drawImage(box, picture)
                self._last[leaf.section, leaf.page] = known
                return


class Side(QTabWidget):
    """The two ways to turn to a page; tells which page was asked for."""

    went = Signal(int)

    def __init__(self, pages: Pages) -> None:
        super().__init__()
        named(self, _("Beside the pages"))
        self._pages = pages
        self._filling = False
        self._rows: tuple[tuple[int, str], ...] = ()
        self.setDocumentMode(True)
        self.thumbs = self._thumbs()
        self.contents = self._contents()
        self.addTab(self.thumbs, _("Pages"))
        self.addTab(self.contents, _("Contents"))
        named(self.tabBar(), _("Pages or contents"), _("Left and Right change the view"))
        self.setFixedWidth(SMALL + 2 * EDGE + 64)
        pages.changed.connect(self.renew)
        self.renew()

    def _thumbs(self) -> QListView:
        view = named(QListView(), _("Small pages"), _("Arrows turn pages"))
        view.setProperty("flat", "true")
        self.model = Leaves(self._pages)
        view.setModel(self.model)
        view.setItemDelegate(Small(self._pages, view))
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.selectionModel().currentChanged.connect(lambda now, _was: self._turn(now.row()))
        return view

    def _contents(self) -> QTreeWidget:
        tree = named(QTreeWidget(), _("Contents of the paper"), _("Enter goes to the section"))
        tree.setHeaderHidden(True)
        tree.setProperty("flat", "true")
        tree.setIndentation(12)
        tree.setUniformRowHeights(True)
        tree.itemClicked.connect(lambda item: self._turn(item.data(0, PAGE)))
        tree.itemActivated.connect(lambda item: self._turn(item.data(0, PAGE)))
        return tree

    def _turn(self, number: int) -> None:
        if number >= 0 and not self._filling:
            self.went.emit(number)

    def renew(self) -> None:
        """Shows the pages that there are now."""
        self._filling = True
        self.model.renew()
        shape = tuple((leaf.section, number) for number, leaf in enumerate(self._pages.leaves) if leaf.page == 0)
        self._fill(tuple((number, self._pages.title(section)) for section, number in shape if ":" not in section))
        self._filling = False

    def _fill(self, rows: tuple[tuple[int, str], ...]) -> None:
        if rows == self._rows:
            return
        self._rows = rows
        self.contents.clear()
        for number, title in rows:
            item = QTreeWidgetItem(self.contents, [title])
            item.setData(0, PAGE, number)
            words = _("{title}, page {number}").format(title=title, number=number + 1)
            item.setToolTip(0, words)
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, words)

    def show_page(self, number: int) -> None:
        """Marks the page in sight, without turning to it."""
        if not 0 <= number < self.model.rowCount():
            return
        self._filling = True
        self.thumbs.setCurrentIndex(self.model.index(number, 0))
        last = max((at for at, (page, _title) in enumerate(self._rows) if page <= number), default=-1)
        item = self.contents.topLevelItem(last)
        if item is not None:
            self.contents.setCurrentItem(item)
        self._filling = False
