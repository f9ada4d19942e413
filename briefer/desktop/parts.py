"""The few parts that every panel is made of; the only place where controls get their accessible names."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QPixmap
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLayout,
    QMenu,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefer.desktop import icons, theme
from briefer.desktop.wording import _

W = TypeVar("W", bound=QWidget)
Part = QWidget | QLayout | int | None | tuple[QWidget, int]
Margin = int | tuple[int, int, int, int]
TICKED = 28
"""Pixels from a tick, or the button of a choice, to its words; what is said of it stands under them."""


def _fill(layout: QBoxLayout, parts: Sequence[Part], margin: Margin, gap: int) -> None:
    layout.setContentsMargins(*(margin if isinstance(margin, tuple) else (margin,) * 4))
    layout.setSpacing(gap)
    for part in parts:
        if part is None:
            layout.addStretch(1)
        elif isinstance(part, int):
            layout.addSpacing(part)
        elif isinstance(part, QLayout):
            layout.addLayout(part)
        elif isinstance(part, tuple):
            layout.addWidget(part[0], part[1])
        else:
            layout.addWidget(part)


def row(*parts: Part, margin: Margin = 0, gap: int = theme.GRID) -> QHBoxLayout:
    """Puts widgets side by side; None is a spring, a number a gap, (widget, n) takes n shares."""
    made = QHBoxLayout()
    _fill(made, parts, margin, gap)
    return made


def column(*parts: Part, margin: Margin = 0, gap: int = theme.GRID) -> QVBoxLayout:
    """Puts widgets one under another; parts as in `row`."""
    made = QVBoxLayout()
    _fill(made, parts, margin, gap)
    return made


def box(layout: QLayout, kind: str = "") -> QFrame:
    """Frames a layout: card, bar, foot, notice, warning or error."""
    frame = QFrame()
    frame.setProperty("kind", kind)
    frame.setLayout(layout)
    return frame


def host(layout: QLayout) -> QWidget:
    """Gives a bare widget around a layout."""
    made = QWidget()
    made.setLayout(layout)
    return made


def heads(*headers: QHeaderView, upright: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignVCenter) -> None:
    """Writes heads in the weight that the sheet draws them in, so that their words are cut where they end."""
    for header in headers:
        font = QFont(header.font())
        font.setWeight(QFont.Weight.DemiBold)
        header.setFont(font)
        header.setHighlightSections(False)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | upright)


def text(words: str, role: str = "", size: float = 1, *, bold: bool = False, wrap: int = 0) -> QLabel:
    """Gives a label in one of the theme's roles; `wrap` is the least width that it may be given."""
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", role)
    font = QFont(QApplication.font())
    font.setPointSizeF(font.pointSizeF() * size)
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    label.setFont(font)
    label.setWordWrap(bool(wrap))
    if wrap:
        label.setMinimumWidth(wrap)
        label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return label


def picture(shown: QPixmap, name: str = "") -> QLabel:
    """Gives a picture with a name for those who do not see it; a decoration has none."""
    label = QLabel()
    label.setPixmap(shown)
    label.setAccessibleName(name)
    label.setFixedSize(shown.deviceIndependentSize().toSize())
    return label


SIGNS = {"error": "error", "warning": "warning", "good": "good", "note": "accent"}
"""The token of each severity; its shape tells it as well."""


def sign(kind: str, size: int = 18) -> QLabel:
    """Gives the mark of a severity: octagon, triangle, circle, ring with tick."""
    return drawing(kind, SIGNS.get(kind, "text"), size, kind.capitalize())


def drawing(icon: str, ink: str = "text", size: int = 18, name: str = "") -> QLabel:
    """Gives an icon as a picture that follows the theme."""
    made = picture(icons.pixmap(icon, ink, size), name)
    made.setProperty("drawn", [icon, ink, size])
    return made


def named(widget: W, name: str, about: str = "") -> W:
    """Gives the widget its accessible name and description."""
    widget.setAccessibleName(name)
    widget.setAccessibleDescription(about)
    return widget


def _draw(button: QAbstractButton, icon: str, ink: str, size: int) -> None:
    """Gives a button its icon, and remembers it for a change of theme."""
    button.setProperty("drawn", [icon, ink, size])
    button.setIcon(icons.icon(icon, ink, size))


def redraw(window: QWidget) -> None:
    """Draws the icons of a window anew in the theme in force."""
    for each in window.findChildren(QAbstractButton):
        if drawn := each.property("drawn"):
            _draw(each, *drawn)
    for label in window.findChildren(QLabel):
        if drawn := label.property("drawn"):
            label.setPixmap(icons.pixmap(*drawn))


_INK = {"primary": "on_accent", "link": "accent"}


def button(
    words: str, does: Callable[[], object] | None = None, *, kind: str = "", icon: str = "", tip: str = ""
) -> QPushButton:
    """Gives a push button: plain, primary, link, chip or card."""
    made = named(QPushButton(words), words.replace("&", "").rstrip("…"), tip)
    made.setProperty("kind", kind)
    made.setAutoDefault(kind == "primary")
    made.setDefault(kind == "primary")
    made.setToolTip(tip)
    if icon:
        _draw(made, icon, _INK.get(kind, "text"), 16)
    if does:
        made.clicked.connect(lambda _checked=False: does())
    return made


def restyle(made: QPushButton, kind: str) -> None:
    """Makes a button another of the kinds of `button`, its icon with it."""
    if made.property("kind") == kind:
        return
    made.setProperty("kind", kind)
    made.setAutoDefault(kind == "primary")
    made.setDefault(kind == "primary")
    if drawn := made.property("drawn"):
        _draw(made, drawn[0], _INK.get(kind, "text"), drawn[2])
    made.style().unpolish(made)
    made.style().polish(made)


def chip(words: str, does: Callable[[], object] | None = None, *, checked: bool | None = None) -> QPushButton:
    """Gives a filter: with a cross that takes it away, or one that is always there and can be switched."""
    made = button(words, does, kind="chip")
    if checked is None:
        _draw(made, "close", "muted", 12)
        made.setIconSize(QSize(12, 12))
        made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        return named(made, _("Remove filter {words}").format(words=words))
    made.setCheckable(True)
    made.setChecked(checked)
    return made


def tool(
    icon: str,
    name: str,
    does: Callable[[], object] | None = None,
    *,
    keys: str = "",
    checked: bool | None = None,
    words: bool = False,
) -> QToolButton:
    """Gives an icon button; its tip is its name and its keys."""
    made = named(QToolButton(), name)
    _draw(made, icon, "text", 18)
    made.setIconSize(QSize(18, 18))
    made.setText(name)
    made.setToolTip(f"{name} ({keys})" if keys else name)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    if words:
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    if checked is not None:
        made.setCheckable(True)
        made.setChecked(checked)
    if does:
        made.clicked.connect(lambda _checked=False: does())
    return made


def drop(made: QToolButton, entries: Sequence[tuple[str, Callable[[], object]]], kind: str = "") -> QToolButton:
    """Makes the button open a menu of these entries."""
    menu = QMenu(made)
    for words, does in entries:
        menu.addAction(words, does)
    made.setMenu(menu)
    made.setProperty("menu", "true" if made.toolButtonStyle() != Qt.ToolButtonStyle.ToolButtonIconOnly else "dots")
    made.setProperty("kind", kind)
    made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    return made


def form_row(label: str, field: QWidget, help: str = "", width: int = 0) -> QVBoxLayout:  # noqa: A002
    """A label, its field as buddy, and one line of help; all three told to assistive technology."""
    caption = text(label, bold=True)
    caption.setBuddy(field)
    named(field, label.replace("&", ""), help)
    if width:
        field.setMaximumWidth(width)
    return column(caption, field, *([text(help, "muted", 0.92, wrap=240)] if help else []), gap=4)


def scrolled(inner: QWidget, name: str) -> QScrollArea:
    """Lets a panel scroll when the window is low, so that nothing is ever cut off."""
    area = named(QScrollArea(), name)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inner)
    return area


def rule(*, vertical: bool = False) -> QFrame:
    """Gives a hairline."""
    line = QFrame()
    line.setProperty("kind", "upright" if vertical else "line")
    if vertical:
        line.setFixedSize(1, 20)
    return line


def split(way: Qt.Orientation, sizes: tuple[int, ...], *parts: QWidget) -> QSplitter:
    """Gives a splitter; no part of it can be dragged to nothing."""
    made = QSplitter(way)
    for part in parts:
        made.addWidget(part)
    made.setSizes(list(sizes))
    made.setChildrenCollapsible(False)
    return made


def clear(layout: QLayout) -> None:
    """Takes everything out of a layout."""
    while layout.count():
        item = layout.takeAt(0)
        widget, inner = (item.widget(), item.layout()) if item else (None, None)
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)


def empty(icon: str, title: str, words: str, *buttons: QPushButton) -> QWidget:
    """What a panel shows when it has nothing: what belongs here and the next step."""
    head, body = text(title, size=1.2, bold=True), text(words, "muted", wrap=200)
    for label in (head, body):
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    body.setMaximumWidth(320)
    shape = drawing(icon, "muted", 40)
    lines = [row(None, each, None) for each in buttons]
    return host(
        column(None, row(None, shape, None), head, row(None, (body, 3), None), 8, *lines, None, None, margin=16)
    )
