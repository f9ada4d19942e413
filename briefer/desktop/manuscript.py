"""The text of a section while it is written: plain Markdown whose undo is the pack's, and what is pasted into it."""

import re
from collections.abc import Iterator, Mapping
from functools import partial

from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QAction,
    QContextMenuEvent,
    QFontMetricsF,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QTextBlock,
    QTextCursor,
)
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QToolTip

from briefer.desktop import markdown, theme
from briefer.desktop.parts import named
from briefer.desktop.wording import _

REFERENCE = re.compile(r"([@#])([^\s\],;]+)")
RICH = re.compile(r"<(table|h[1-6]|ul|ol|li|b|strong|i|em|blockquote|a )\b", re.IGNORECASE)
"""HTML that says more than the plain text beside it."""
UNKNOWN = {
    "@": _("“{id}” is no source that the library holds. Type @ to choose one, or import it."),
    "#": _("“{id}” is neither in the pack nor linked to anybody in it. Type # to choose one, or add it to the pack."),
}
"""What is said of a reference that stands for nothing."""
ABOUT = _("Markdown. Type @ for a source, # for an entity")
STEPS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
"""Keys that Qt keeps for a text field, which are left to the pack's own steps."""


class Manuscript(QPlainTextEdit):
    """Plain text; Tab leaves it, Ctrl and Tab write one."""

    key_taken = Signal(object)
    learnt = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        named(self, _("Text of the section"), ABOUT)
        self.setProperty("flat", "true")
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setPlaceholderText(
            _("Write here. Type @ to cite a source, # to mention an entity. The page on the right follows.")
        )
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 1.08)
        self.setFont(font)
        self.document().setDocumentMargin(12)
        self.highlighter = markdown.Highlighter(self.document())
        self.cursorPositionChanged.connect(self.say_here)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802
        """Pastes what a word processor or a spreadsheet copied with its heads, lists and tables, the rest as text."""

        from briefer.service.pasted import table, to_markdown  # lxml is not needed for the window to show

        html = source.html() if source.hasHtml() else ""
        written = to_markdown(html) if RICH.search(html) else ""
        self.insertPlainText(self._apart(written) or table(source.text()) or source.text())

    def _apart(self, written: str) -> str:
        """Sets blocks apart from the line that they are pasted into."""
        if "\n" not in written:
            return written
        cursor = self.textCursor()
        before = cursor.document().findBlock(cursor.selectionStart()).text()
        return f"\n\n{written}\n" if before.strip() else f"{written}\n"

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802
        """Takes text in whatever form it comes."""
        return source.hasText() or source.hasHtml()

    def paste_plain(self) -> None:
        """Pastes the words alone."""
        self.insertPlainText(QGuiApplication.clipboard().text())

    def event(self, event: QEvent) -> bool:
        """Offers Tab to the list of references before it moves the focus; with Ctrl it is written."""
        over = event.type() == QEvent.Type.ShortcutOverride
        if over and isinstance(event, QKeyEvent) and any(map(event.matches, STEPS)):
            event.ignore()
            return False
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Tab:
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.insertPlainText("\t")
                return True
            event.setAccepted(False)
            self.key_taken.emit(event)
            if event.isAccepted():
                return True
        return super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802
        """Says of a reference under the pointer what it stands for, or that it stands for nothing."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            said = self.stands_for(self.cursorForPosition(event.pos()))
            QToolTip.showText(event.globalPos(), said, self.viewport())
            return True
        return super().viewportEvent(event)

    def stands_for(self, cursor: QTextCursor) -> str:
        """Says what the reference at a cursor stands for, or that it stands for nothing; empty where there is none."""
        at, known = cursor.positionInBlock(), self.highlighter
        for start, said in markdown.references(cursor.block().text()):
            if start <= at <= start + len(said):
                return UNKNOWN[said[0]].format(id=said[1:]) if said in known.unknown else known.names.get(said, "")
        return ""

    def name(self, names: Mapping[str, str]) -> None:
        """Takes the names that references stand for; those of mentions stand beside them, as no part of the text."""
        self.highlighter.name(names)
        self.say_here()

    def say_here(self) -> None:
        """Tells assistive technology what the reference at the cursor stands for."""
        said = self.stands_for(self.textCursor()) or ABOUT
        if said != self.accessibleDescription():
            self.setAccessibleDescription(said)
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draws the names beside the mentions."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setFont(self.document().defaultFont())
        painter.setPen(theme.colour("muted"))
        block, from_ = self.firstVisibleBlock(), self.contentOffset()
        while block.isValid() and (room := self.blockBoundingGeometry(block).translated(from_)).top() < self.height():
            for where, name in self._names(block):
                painter.drawText(room.topLeft() + where, name)
            block = block.next()

    def _names(self, block: QTextBlock) -> Iterator[tuple[QPointF, str]]:
        """Gives the names of a block, each with where its base line begins."""
        metrics = QFontMetricsF(self.document().defaultFont())
        for end, name in self.highlighter.mentions(block.text()):
            line = block.layout().lineForTextPosition(end - 1)
            if line.isValid():
                right: float = line.cursorToX(end)[0]  # type: ignore[index]  # a pair, which the stubs call a bare object
                yield QPointF(right - metrics.horizontalAdvance(name), line.y() + line.ascent()), name

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Offers each key to the list of references first."""
        event.setAccepted(False)
        self.key_taken.emit(event)
        if not event.isAccepted():
            super().keyPressEvent(event)

    def reference(self) -> tuple[str, str]:
        """Gives the citation (@) or mention (#) at the cursor with its id, both empty where there is none."""
        cursor = self.textCursor()
        line, at = cursor.block().text(), cursor.positionInBlock()
        for mark in re.finditer(r"\[[@#][^\]]*\]?", line):
            if mark.start() <= at <= mark.end():
                within = [each for each in REFERENCE.finditer(mark[0]) if mark.start() + each.start() <= at]
                found = within[-1] if within else REFERENCE.search(mark[0])
                return (found[1], found[2]) if found else ("", "")
        return "", ""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """Adds to the usual menu what may have been meant by a word that is in no dictionary."""
        menu = self.createStandardContextMenu()
        cursor = self.cursorForPosition(event.pos())
        self.offer(menu, cursor)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def offer(self, menu: QMenu, cursor: QTextCursor) -> None:
        """Puts the suggestions for the word at a cursor at the head of a menu."""
        speller = self.highlighter.speller
        line, at = cursor.block().text(), cursor.positionInBlock()
        wrong = [(start, length) for start, length in (speller.wrong(line) if speller else ())]
        here = next(((start, length) for start, length in wrong if start <= at <= start + length), None)
        if speller is None or here is None:
            return
        start, length = here
        word = line[start : start + length]
        begin = cursor.block().position() + start
        first = menu.actions()[0]
        for each in speller.suggest(word):
            made = QAction(each, menu)
            made.triggered.connect(partial(self._put, begin, length, each))
            menu.insertAction(first, made)
        learn = QAction(_("Add “{word}” to my words").format(word=word), menu)
        learn.triggered.connect(partial(self.learnt.emit, word))
        menu.insertAction(first, learn)
        menu.insertSeparator(first)

    def _put(self, begin: int, length: int, word: str) -> None:
        cursor = self.textCursor()
        cursor.setPosition(begin)
        cursor.setPosition(begin + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(word)
