"""One set of icons, drawn in the colours of the theme; and the marks of the classes of relief."""

import tomllib
from functools import cache

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPainterPath, QPen, QPixmap, QPolygonF
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from briefer.desktop import theme
from briefer.desktop.wording import _
from briefer.shipped import data

CLASSES = {
    "A": _("Executive alone"),
    "B": _("Executive, after a report to Congress and its review"),
    "C": _("Executive, on a statutory test"),
    "D": _("Needs an act of Congress"),
    "unknown": _("Not in the rulebook"),
}
SCHEMAS = {"Person": "person", "Vessel": "vessel", "PublicBody": "body", "Airplane": "vessel", "Measure": "list"}
"""The icon of a FollowTheMoney schema; a company's for the rest."""


@cache
def _paths() -> dict[str, str]:
    return tomllib.loads(data("assets", "desktop", "icons.toml").read_text(encoding="utf-8"))


def svg(name: str, colour: str) -> bytes:
    """Gives an icon as SVG in a colour."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="{_paths()[name]}" fill="none" '
        f'stroke="{colour}" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round"/></svg>'
    ).encode()


@cache
def _pixmap(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    picture = _empty(size, ratio)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(svg(name, colour))).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return picture


def _empty(size: int, ratio: float) -> QPixmap:
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    return picture


def _ratio() -> float:
    return QApplication.primaryScreen().devicePixelRatio()


def pixmap(name: str, ink: str = "text", size: int = 18) -> QPixmap:
    """Gives an icon as a picture in a colour of the theme, sharp at the screen's own scale."""
    return _pixmap(name, getattr(theme.now(), ink), size, _ratio())


def icon(name: str, ink: str = "text", size: int = 18) -> QIcon:
    """Gives an icon, faint where its control is disabled and in the chosen colour where it is down."""
    made = QIcon(pixmap(name, ink, size))
    faint = theme.mix(theme.now().text, theme.now().window, 45)
    made.addPixmap(_pixmap(name, faint, size, _ratio()), QIcon.Mode.Disabled)
    made.addPixmap(pixmap(name, "on_select", size), QIcon.Mode.Normal, QIcon.State.On)
    return made


def class_words(klass: str | None, contested: bool) -> str:
    """Says a class of relief in words."""
    if klass is None:
        return _("Nothing of the United States in force")
    words = _("Class {letter}: {words}, contested") if contested else _("Class {letter}: {words}")
    return words.format(letter=klass, words=CLASSES[klass])


def _class_path(letter: str, r: QRectF) -> QPainterPath:
    """A circle, B square, C diamond, D octagon, a dot where unknown: the shape alone tells the class."""
    path, c, k = QPainterPath(), r.center(), r.width() * 0.29
    corners = {
        "C": ((c.x(), r.top() - 2), (r.right() + 2, c.y()), (c.x(), r.bottom() + 2), (r.left() - 2, c.y())),
        "D": (
            (r.left() + k, r.top()),
            (r.right() - k, r.top()),
            (r.right(), r.top() + k),
            (r.right(), r.bottom() - k),
            (r.right() - k, r.bottom()),
            (r.left() + k, r.bottom()),
            (r.left(), r.bottom() - k),
            (r.left(), r.top() + k),
        ),
    }
    if letter in corners:
        path.addPolygon(QPolygonF([QPointF(x, y) for x, y in corners[letter]]))
        path.closeSubpath()
    elif letter == "B":
        path.addRoundedRect(r.adjusted(1, 1, -1, -1), 2, 2)
    else:
        path.addEllipse(r)
    return path


def paint_class(painter: QPainter, klass: str | None, box: QRectF, contested: bool = False) -> None:
    """Draws a class: shape, letter and a darker fill the harder the road; a dashed edge where contested or unknown."""
    if klass is None:
        return
    t, letter = theme.now(), "–" if klass == "unknown" else klass
    side = min(box.width(), box.height())
    r = QRectF(box.center().x() - side / 2 + 2, box.center().y() - side / 2 + 2, side - 4, side - 4)
    fill = {"B": 14, "C": 30, "D": 100}.get(letter, 0)
    pen = QPen(QColor(t.text), 1.4)
    if contested or klass == "unknown":
        pen.setDashPattern([2, 1.6])
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    painter.setBrush(QColor(theme.mix(t.text, t.base, fill)))
    painter.drawPath(_class_path(letter, r))
    font = QFont(painter.font())
    font.setPixelSize(round(side * (0.5 if letter == "C" else 0.56)))
    font.setWeight(QFont.Weight.Bold)
    painter.setFont(font)
    painter.setPen(QColor(t.base if letter == "D" else t.text))
    painter.drawText(r, Qt.AlignmentFlag.AlignCenter, letter)
    painter.restore()


def class_pixmap(klass: str | None, contested: bool = False, size: int = 22) -> QPixmap:
    """Gives the mark of a class as a picture."""
    picture = _empty(size, _ratio())
    painter = QPainter(picture)
    painter.setFont(QApplication.font())
    paint_class(painter, klass, QRectF(0, 0, size, size), contested)
    painter.end()
    return picture
