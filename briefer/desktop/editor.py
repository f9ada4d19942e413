"""The editor of one section: Markdown, citations and mentions by a letter, every run of typing one step of Undo."""

import re
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from briefer.desktop import markdown, places
from briefer.desktop.outline import STATUSES
from briefer.desktop.parts import box, column, drop, named, row, rule, text, tool
from briefer.desktop.references import References
from briefer.desktop.work import Work
from briefer.service import edits

PAUSE = 1500
"""Milliseconds without a key after which the next one begins a new step."""
AROUND = {"bold": ("**", "**"), "italic": ("*", "*")}
BEFORE = {"list": "- ", "quote": "> ", "todo": "TODO "}
TABLE = "\n| Head | Head |\n| --- | --- |\n| Cell | Cell |\n"


class Text(QPlainTextEdit):
    """Plain text whose undo is the pack's."""

    undo_asked = Signal()
    redo_asked = Signal()
    key_taken = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        named(self, "Text of the section", "Markdown. Type @ for a source, # for an entity")
        self.setProperty("flat", "true")
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        words = "Write here. Type @ to cite a source, # to mention an entity. The page on the right follows."
        self.setPlaceholderText(words)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 1.08)
        self.setFont(font)
        self.document().setDocumentMargin(12)
        self.highlighter = markdown.Highlighter(self.document())

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802
        """Pastes a table from a spreadsheet as a table, anything else as text."""
        self.insertPlainText(markdown.table(source.text()) or source.text())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802
        """Takes text in whatever form it comes."""
        return source.hasText()

    def event(self, event: QEvent) -> bool:
        """Offers Tab to the list of references before it moves the focus."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Tab:
            event.setAccepted(False)
            self.key_taken.emit(event)
            if event.isAccepted():
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Offers each key to the list of references first."""
        event.setAccepted(False)
        self.key_taken.emit(event)
        if not event.isAccepted():
            super().keyPressEvent(event)


class EditorPanel(QWidget):
    """The chosen section: its title, marking and status, the tools, the text, its length."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self.work = work
        self.setMinimumWidth(300)
        self.title = text("", size=1.1, bold=True)
        self.mark = text("", "muted")
        self.status = drop(tool("clock", "Draft", words=True), self._statuses(), kind="pill")
        self.edit = Text()
        self.words, self.todo = text("", "muted", 0.92), text("", "muted", 0.92)
        self.references = References(self.edit, work)
        head = box(row((self.title, 1), self.mark, self.status, margin=(12, 6, 8, 6)))
        foot = box(row(self.words, None, self.todo, margin=(12, 3, 8, 3)), "foot")
        self.setLayout(column(head, self._tools(), (self.edit, 1), foot, gap=0))
        self._rest = QTimer(self, singleShot=True, interval=PAUSE)
        self._rest.timeout.connect(lambda: work.history.end_run() if work.history else None)
        self.edit.textChanged.connect(self._typed)
        self.edit.key_taken.connect(self.references.key)
        for signal in (work.opened, work.closed, work.changed):
            signal.connect(self.refresh)
        self._loading, self._shown = False, ""
        self.refresh()

    def _statuses(self) -> list[tuple[str, Callable[[], object]]]:
        return [(word, partial(self._set_status, status)) for status, (_icon, word) in STATUSES.items()]

    def _tools(self) -> QWidget:
        parts: list[QWidget | None] = [
            tool("bold", "Bold", lambda: self.around("bold"), keys="Ctrl+B"),
            tool("italic", "Italic", lambda: self.around("italic"), keys="Ctrl+I"),
            tool("list", "List", lambda: self.before("list"), keys="Ctrl+Shift+L"),
            tool("quote", "Quotation", lambda: self.before("quote"), keys="Ctrl+Shift+Q"),
            tool("table", "Table", lambda: self.edit.insertPlainText(TABLE)),
            rule(vertical=True),
            tool("at", "Cite a source", lambda: self.refer("@"), keys="@"),
            tool("hash", "Mention an entity", lambda: self.refer("#"), keys="#"),
            tool("todo", "To-do mark", lambda: self.before("todo"), keys="Ctrl+Shift+T"),
            None,
        ]
        return box(row(*parts, gap=2, margin=(8, 2, 4, 2)), "bar")

    def _set_status(self, status: str) -> None:
        section = edits.section(self.work.pack, self.work.section) if self.work.is_open else None
        if section:
            self.work.edit(f"Set status of “{section.title}”", edits.change, section.id, status=status)

    def refresh(self) -> None:
        """Shows the chosen section; text that is there already is left alone, so that the cursor keeps its place."""
        section = edits.section(self.work.pack, self.work.section) if self.work.is_open else None
        self.setEnabled(section is not None)
        if section is None:
            self._set_text("")
            self.title.setText("No section is chosen")
            return
        self.title.setText(section.title)
        self.mark.setText(f"({section.marking})" if section.marking else "")
        self.status.setText(STATUSES[section.status][1])
        named(self.edit, f"Text of {section.title}", "Markdown. Type @ for a source, # for an entity")
        if section.text != self.edit.toPlainText():
            self._set_text(section.text)
        if section.id != self._shown:
            self._shown = section.id
            self.edit.moveCursor(QTextCursor.MoveOperation.Start)
        self._count()

    def _set_text(self, now: str) -> None:
        """Replaces only what differs, so that the cursor stands where the change is."""
        self._loading = True
        was = self.edit.toPlainText()
        head = next((n for n, (a, b) in enumerate(zip(was, now, strict=False)) if a != b), min(len(was), len(now)))
        most = min(len(was), len(now)) - head
        tail = next((n for n in range(most) if was[-1 - n] != now[-1 - n]), most)
        cursor = self.edit.textCursor()
        cursor.setPosition(_units(was[:head]))
        cursor.setPosition(_units(was[: len(was) - tail]), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(now[head : len(now) - tail])
        self.edit.setTextCursor(cursor)
        self._loading = False

    def _typed(self) -> None:
        if self._loading or not self.work.is_open:
            return
        section = edits.section(self.work.pack, self.work.section)
        if section is not None:
            run = f"text of {section.id}"
            written = self.edit.toPlainText()
            self.work.edit(f"Write in “{section.title}”", edits.change, section.id, run=run, text=written)
            self._rest.start()
            self._count()
        self.references.follow()

    def _count(self) -> None:
        written = self.edit.toPlainText()
        count, todos = len(written.split()), len(re.findall(r"\bTODO\b", written))
        self.words.setText("1 word" if count == 1 else f"{count:,} words")
        self.todo.setText(f"{todos} to-do" if todos else "")

    def around(self, mark: str) -> None:
        """Puts marks around the chosen words."""
        left, right = AROUND[mark]
        cursor = self.edit.textCursor()
        chosen = cursor.selectedText()
        cursor.insertText(f"{left}{chosen}{right}")
        if not chosen:
            cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.MoveAnchor, len(right))
            self.edit.setTextCursor(cursor)
        self.edit.setFocus()

    def before(self, mark: str) -> None:
        """Puts a mark before each of the chosen lines."""
        cursor = self.edit.textCursor()
        first = self.edit.document().findBlock(cursor.selectionStart())
        last = self.edit.document().findBlock(cursor.selectionEnd()).blockNumber()
        cursor.beginEditBlock()
        while first.isValid() and first.blockNumber() <= last:
            cursor.setPosition(first.position())
            cursor.insertText(BEFORE[mark])
            first = first.next()
        cursor.endEditBlock()
        self.edit.setFocus()

    def refer(self, letter: str) -> None:
        """Begins a citation or a mention at the cursor."""
        self.edit.setFocus()
        self.edit.insertPlainText(letter)

    def jump(self, words: str = "", line: int = 0) -> None:
        """Puts the cursor at words as they are printed, or at a line."""
        at = places.offset(self.edit.toPlainText(), words) if words else -1
        cursor = self.edit.textCursor()
        if at >= 0:
            cursor.setPosition(_units(self.edit.toPlainText()[:at]))
        elif line:
            cursor.setPosition(self.edit.document().findBlockByNumber(line - 1).position())
        self.edit.setTextCursor(cursor)
        self.edit.ensureCursorVisible()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)


def _units(words: str) -> int:
    """Gives the length as Qt counts it, in UTF-16 units."""
    return len(words.encode("utf-16-le")) // 2
