"""The drawing of an ownership figure: places and words are the analysis's, here they become shapes to pan and zoom."""

import math
from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QGraphicsItem,
    QGraphicsScene,
    QGraphicsView,
    QStyleOptionGraphicsItem,
    QWidget,
)

from briefer.desktop import icons, theme
from briefer.desktop.parts import named
from briefer.desktop.wording import _
from briefer.model.ownership_figure import Arrow, Box, OwnershipFigure, Panel

ACROSS, DOWN = 1.6, 2.05
"""Pixels for each point of the printed figure."""
INSIDE, SIGN, ROWS, MOST_NAME = 6.0, 18.0, 5, 3
"""Pixels within a box at its sides, and for the mark of a status; lines in a box, and how many the name has at most."""
NAME, SAID = 0.92, 0.84
"""The sizes of names and of all else, of that of the window."""
BETWEEN, LEAST, MOST = 60.0, 0.25, 3.0
LEGIBLE = 0.8
"""Below this nothing is fitted: the drawing scrolls instead."""
STATUSES = {
    "delisted": ("unlock", "good", _("Taken off the list")),
    "listed": ("lock", "text", _("Listed by name")),
    "blocked": ("link", "text", _("Blocked through owners")),
    "freed": ("unlock", "good", _("No longer blocked")),
    "free": ("note", "muted", _("Not blocked")),
    "open": ("warning", "warning", _("Cannot be told")),
}
"""The icon, the colour and the words of a status; its outline differs as well."""
BLOCKED = ("listed", "blocked")
PENS = {"delisted": Qt.PenStyle.DashLine, "freed": Qt.PenStyle.DashLine, "open": Qt.PenStyle.DotLine}
WAYS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}


class Node(QGraphicsItem):
    """One owner or company: its name over its status."""

    def __init__(self, box: Box, status: str, top: float) -> None:
        super().__init__()
        self.box, self.status = box, status
        self.whole = " ".join(box.lines)
        self.setPos(box.x * ACROSS, top + box.y * DOWN)
        self.size = (box.width * ACROSS, box.height * DOWN)
        self.chosen = False
        self.setZValue(2)
        self.setToolTip(self.words())

    def words(self) -> str:
        """Says the node in words."""
        said = STATUSES[self.status][2]
        return f"{self.whole}: {said}{f' ({self.box.remark})' if self.box.remark else ''}"

    def centre(self) -> QPointF:
        """Gives the middle of the node in the scene."""
        return self.pos() + QPointF(self.size[0] / 2, self.size[1] / 2)

    def boundingRect(self) -> QRectF:  # noqa: N802
        """Gives the room that it takes, its frame of choice included."""
        return QRectF(0, 0, *self.size).adjusted(-6, -6, 6, 6)

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Draws the node."""
        t, (icon, ink, _said) = theme.now(), STATUSES[self.status]
        frame, strong = QRectF(0, 0, *self.size), self.status == "listed"
        if self.chosen:
            painter.setPen(QPen(QColor(t.accent), 2.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(frame.adjusted(-5, -5, 5, 5), 8, 8)
        painter.setPen(
            QPen(QColor(getattr(t, ink)), 2.4 if strong else 1.4, PENS.get(self.status, Qt.PenStyle.SolidLine))
        )
        fill = {"listed": 14, "blocked": 5}.get(self.status, 0)
        painter.setBrush(QColor(theme.mix(t.text, t.base, fill if t.tint else 0)))
        painter.drawRoundedRect(frame, 4, 4)
        self._write(painter, icon, ink)

    def rows(self) -> tuple[list[str], list[str]]:
        """Gives the lines of the name and those of the status; what there is no room for ends in dots."""
        wide, said = self.size[0] - 2 * INSIDE, STATUSES[self.status][2]
        name = _broken(self.whole, QFontMetricsF(_font(NAME, bold=True)), wide, MOST_NAME)
        small, parts = QFontMetricsF(_font(SAID)), [each for each in (said, self.box.remark) if each]
        one = " · ".join(parts)
        if small.horizontalAdvance(one) <= wide - SIGN:
            return name, [one]
        lines = [line for part in parts for line in _broken(part, small, wide - SIGN, ROWS)]
        fits = len(name) + len(lines) <= ROWS
        return name, lines if fits else _broken(one, small, wide - SIGN, ROWS - len(name))

    def _write(self, painter: QPainter, icon: str, ink: str) -> None:
        """Writes name and status in the middle, the mark of the status before its first line."""
        name, said = self.rows()
        line = QFontMetricsF(_font(NAME, bold=True)).height() * 0.95
        room = QRectF(INSIDE, (self.size[1] - line * len(name + said)) / 2, self.size[0] - 2 * INSIDE, line)
        painter.setFont(_font(NAME, bold=True))
        painter.setPen(theme.colour("text"))
        for words in name:
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, words)
            room.translate(0, line)
        painter.setFont(_font(SAID))
        painter.setPen(theme.colour("muted" if ink == "text" else ink))
        first = painter.fontMetrics().horizontalAdvance(said[0])
        left = room.x() + max(0.0, (room.width() - first - SIGN) / 2)
        painter.drawPixmap(QPointF(left, room.center().y() - 7), icons.pixmap(icon, ink, 14))
        for at, words in enumerate(said):
            painter.drawText(room.adjusted(0 if at else SIGN, 0, 0, 0), Qt.AlignmentFlag.AlignCenter, words)
            room.translate(0, line)


class Line(QGraphicsItem):
    """One holding: an arrow with its share; dashed where it no longer blocks."""

    def __init__(self, arrow: Arrow, top: float) -> None:
        super().__init__()
        self.arrow = arrow
        self.start, self.end, self.at = (
            QPointF(x * ACROSS, y * DOWN + top) for x, y in (arrow.start, arrow.end, arrow.at)
        )

    def boundingRect(self) -> QRectF:  # noqa: N802
        """Gives the room that it takes."""
        return QRectF(self.start, self.end).normalized().united(QRectF(self.at, self.at)).adjusted(-40, -16, 40, 16)

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Draws the arrow and its share on a ground of its own."""
        t, weight = theme.now(), self.arrow.weight
        colour = QColor(t.edge if weight == "idle" else t.text)
        style = Qt.PenStyle.DashLine if weight == "idle" else Qt.PenStyle.SolidLine
        painter.setPen(QPen(colour, {"decides": 2.2, "counts": 1.4}.get(weight, 1.1), style))
        painter.drawLine(self.start, self.end)
        angle = math.atan2(self.end.y() - self.start.y(), self.end.x() - self.start.x())
        sides = [QPointF(-10 * math.cos(angle + turn), -10 * math.sin(angle + turn)) for turn in (0.4, -0.4)]
        painter.setPen(QPen(colour, 1))
        painter.setBrush(colour)
        painter.drawPolygon(QPolygonF([self.end, *(self.end + side for side in sides)]))
        painter.setFont(_font(SAID))
        room = QFontMetricsF(_font(SAID)).boundingRect(self.arrow.label).adjusted(-3, -1, 3, 1)
        room.moveCenter(self.at)
        ground = QPainterPath()
        ground.addRoundedRect(room, 3, 3)
        painter.fillPath(ground, QColor(t.base))
        painter.setPen(QColor(t.text))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, self.arrow.label)


class Graph(QGraphicsView):
    """One half of the figure; arrows of the keyboard go from node to node, and the chosen one is told."""

    chosen = Signal(str)
    moved = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        named(self, name, _("Arrow keys go from one to the next, plus and minus zoom, 0 fits"))
        named(self.viewport(), _("Drawing"), _("Dragging moves it, Ctrl with the wheel zooms"))
        self._name = name
        self._scene = QGraphicsScene(self)
        self.setScene(self._scene)
        self.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setProperty("flat", "true")
        self.nodes: dict[str, Node] = {}
        self.current = ""
        self.fitted = True

    def draw(self, found: OwnershipFigure | None, *, after: bool) -> None:
        """Draws the panels of a figure one under another."""
        self._scene.clear()
        self.nodes = {}
        top = 0.0
        for panel in found.panels if found else ():
            for item in _items(panel, top, after=after):
                self._scene.addItem(item)
                if isinstance(item, Node):
                    self.nodes.setdefault(item.box.id, item)
            top += panel.height * DOWN + BETWEEN
        self._scene.setSceneRect(self._scene.itemsBoundingRect().adjusted(-12, -12, 12, 12))
        self.current = ""
        self.setAccessibleDescription("; ".join(node.words() for node in self.nodes.values()))
        self.fit()

    def fit(self) -> None:
        """Shows the whole drawing, never larger than is easy to read."""
        whole = self.sceneRect()
        if whole.isEmpty():
            return
        room = self.maximumViewportSize() - QSize(2, 2)
        scale = min(room.width() / whole.width(), room.height() / whole.height(), 1.15)
        self.resetTransform()
        self.scale(max(scale, LEGIBLE), max(scale, LEGIBLE))
        self.fitted = True
        self.moved.emit()

    def zoom(self, by: float) -> None:
        """Zooms, within bounds."""
        now = self.transform().m11()
        wanted = max(LEAST, min(MOST, now * by))
        self.scale(wanted / now, wanted / now)
        self.fitted = False
        self.moved.emit()

    def follow(self, other: "Graph") -> None:
        """Takes the zoom and the place of the other half."""
        self.setTransform(other.transform())
        self.fitted = other.fitted
        for mine, theirs in (
            (self.horizontalScrollBar(), other.horizontalScrollBar()),
            (self.verticalScrollBar(), other.verticalScrollBar()),
        ):
            mine.setValue(theirs.value())

    def choose(self, id: str, *, quietly: bool = False) -> None:
        """Frames a node, brings it into sight and says it."""
        for each in self.nodes.values():
            if each.chosen != (each.box.id == id):
                each.chosen = each.box.id == id
                each.update()
        self.current = id if id in self.nodes else ""
        if not self.current:
            return
        node = self.nodes[id]
        self.ensureVisible(node, 30, 30)
        self.setAccessibleDescription(node.words())
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        if not quietly:
            self.chosen.emit(id)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Goes from node to node; plus, minus and 0 zoom."""
        zooms = {Qt.Key.Key_Plus: 1.25, Qt.Key.Key_Equal: 1.25, Qt.Key.Key_Minus: 0.8}
        key = Qt.Key(event.key())
        if key in WAYS and self.nodes:
            self.choose(self._next(*WAYS[key]))
        elif key in zooms:
            self.zoom(zooms[key])
        elif key == Qt.Key.Key_0:
            self.fit()
        else:
            super().keyPressEvent(event)

    def _next(self, across: int, down: int) -> str:
        """Gives the nearest node in a direction, the same one where there is none."""
        here = self.nodes.get(self.current)
        if here is None:
            return next(iter(self.nodes))
        found = [(gap, id) for id, node in self.nodes.items() if (gap := _gap(here, node, across, down)) is not None]
        return min(found)[1] if found else self.current

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Zooms with Ctrl, else scrolls."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1.15 if event.angleDelta().y() > 0 else 1 / 1.15)
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Fits again, unless somebody has zoomed."""
        super().resizeEvent(event)
        if self.fitted:
            self.fit()


def _font(size: float, *, bold: bool = False) -> QFont:
    """Gives the font of the window in a size of its own."""
    font = QFont(QApplication.font())
    font.setPointSizeF(font.pointSizeF() * size)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font


def _broken(words: str, metrics: QFontMetricsF, width: float, most: int) -> list[str]:
    """Breaks words into so many lines at most; a line that is too long, and what is left over, ends in dots."""
    lines: list[str] = []
    for word in words.split():
        if lines and (len(lines) == most or metrics.horizontalAdvance(f"{lines[-1]} {word}") <= width):
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return [metrics.elidedText(each, Qt.TextElideMode.ElideRight, width) for each in lines]


def _gap(here: Node, node: Node, across: int, down: int) -> float | None:
    """Gives how far a node lies in a direction, what lies aside counting double; None where it lies elsewhere."""
    way = node.centre() - here.centre()
    along = way.x() * across + way.y() * down
    aside = abs(way.x() * down) + abs(way.y() * across)
    return along + 2 * aside if along > 1 else None


def status(before: Box, now: Box) -> str:
    """Gives the status to show: somebody who is not blocked and was before is set free."""
    return "freed" if now.status == "free" and before.status in BLOCKED else now.status


def _items(panel: Panel, top: float, *, after: bool) -> Iterator[QGraphicsItem]:
    half = panel.after if after else panel.before
    yield from (Line(arrow, top) for arrow in half.arrows)
    yield from (Node(box, status(former, box), top) for former, box in zip(panel.before.boxes, half.boxes, strict=True))
