"""What is known of something, line by line: a label, each value over where it comes from; a value may lead elsewhere.

One text for all lines: it is laid out at once however many there are, can be marked and copied, and its links are
gone through by Tab.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QTextBrowser

from briefer.desktop import theme
from briefer.desktop.parts import named
from briefer.desktop.wording import _

LABEL = 92
"""Pixels of the column of labels."""


@dataclass(frozen=True, slots=True)
class Line:
    """One value: `origin` says where it comes from, `goes` is the id that a click leads to, `warns` a word of doubt."""

    label: str
    value: str
    origin: str = ""
    goes: str = ""
    warns: str = ""


class Sheet(QTextBrowser):
    """Shows lines; a label that stays the same stands once."""

    went = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        named(self, name, _("Tab goes through what leads elsewhere, Enter goes there"))
        self._lines: tuple[Line, ...] = ()
        self.setOpenLinks(False)
        self.setProperty("flat", "true")
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.anchorClicked.connect(lambda url: self.went.emit(self._lines[int(url.fragment())].goes))

    def fill(self, lines: Iterable[Line]) -> None:
        """Shows these lines."""
        self._lines = tuple(lines)
        self.redraw()

    def lines(self) -> tuple[Line, ...]:
        """Gives the lines that are shown."""
        return self._lines

    def redraw(self) -> None:
        """Draws the lines in the colours of the theme in force."""
        t, size = theme.now(), self.font().pointSizeF()
        rows, before = [], ""
        for number, line in enumerate(self._lines):
            rows.append(_row(number, line, "" if line.label == before else line.label))
            before = line.label
        self.document().setDefaultStyleSheet(
            f"td {{ padding: 3px 6px; color: {t.text}; }} a {{ color: {t.accent}; text-decoration: none; }}"
            f".label {{ color: {t.muted}; }} .origin {{ color: {t.muted}; font-size: {size * 0.9:.1f}pt; }}"
            f".warns {{ color: {t.warning}; font-size: {size * 0.9:.1f}pt; font-weight: 600; }}"
        )
        self.setHtml(f'<table width="100%" cellspacing="0">{"".join(rows) or _nothing()}</table>')


def _row(number: int, line: Line, label: str) -> str:
    value = escape(line.value)
    if line.goes:
        value = f'<a href="#{number}">{value}</a>'
    under = [f'<div class="origin">{escape(line.origin)}</div>'] if line.origin else []
    under += [f'<div class="warns">▲ {escape(line.warns)}</div>'] if line.warns else []
    return f'<tr><td width="{LABEL}" class="label">{escape(label)}</td><td><div>{value}</div>{"".join(under)}</td></tr>'


def _nothing() -> str:
    return f'<tr><td class="label">{escape(_("None on record"))}</td></tr>'
