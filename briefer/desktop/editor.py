"""The editor of one section: Markdown, citations and mentions by a letter, every run of typing one step of Undo."""

import re
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRegularExpression, Qt, QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from briefer.desktop import icons, markdown, places, printed
from briefer.desktop.manuscript import Manuscript
from briefer.desktop.outline import STATUSES
from briefer.desktop.parts import box, button, column, drop, named, row, rule, text, tool
from briefer.desktop.references import References
from briefer.desktop.wording import _, ngettext
from briefer.desktop.work import Work
from briefer.marking import SCHEMES
from briefer.service import edits
from briefer.service.spelling import Speller, speller

PAUSE = 1500
"""Milliseconds without a key after which the next one begins a new step."""
AROUND = {"bold": ("**", "**"), "italic": ("*", "*"), "link": ("[", "](https://)")}
BEFORE = {"list": "- ", "numbers": "1. ", "quote": "> ", "todo": "TODO ", "heading": "### "}
TABLE = _("\n| Head | Head |\n| --- | --- |\n| Cell | Cell |\n")
OFF = "off"
"""The language under which nothing is spelt."""


class EditorPanel(QWidget):
    """The chosen section: its title, marking and status, the tools, the text, its length."""

    typed = Signal()

    def __init__(self, work: Work) -> None:
        super().__init__()
        self.work = work
        self.setMinimumWidth(300)
        self.title = text("", size=1.1, bold=True)
        self.mark = drop(tool("lock", _("Marking"), words=True), (), kind="pill")
        self.status = drop(tool("clock", _("Draft"), words=True), self._statuses(), kind="pill")
        self.edit = Manuscript()
        self.words = text("", "muted", 0.92)
        self.todo = button("", self.next_todo, kind="link", tip=_("Goes to the next to-do"))
        self.references = References(self.edit, work)
        head = box(row((self.title, 1), self.mark, self.status, margin=(12, 6, 8, 6)))
        foot = box(row(self.words, None, self.todo, margin=(12, 1, 8, 1)), "foot")
        self.setLayout(column(head, self._tools(), (self.edit, 1), foot, gap=0))
        self._rest = QTimer(self, singleShot=True, interval=PAUSE)
        self._rest.timeout.connect(lambda: work.history.end_run() if work.history else None)
        self._loading, self._shown, self._spelt = False, "", ""
        self._connect()
        self.refresh()

    def _connect(self) -> None:
        self.edit.textChanged.connect(self._typed)
        self.edit.key_taken.connect(self.references.key)
        self.edit.learnt.connect(self._learn)
        menu = self.mark.menu()
        if menu is not None:
            menu.aboutToShow.connect(self._fill_marks)
        for signal in (self.work.opened, self.work.closed, self.work.changed):
            signal.connect(self.refresh)
        self.work.opened.connect(self.spell)
        for signal in (self.work.gathered, self.work.checked):
            signal.connect(self.mark_unknown)
        self.work.checked.connect(self._count)

    def _statuses(self) -> list[tuple[str, Callable[[], object]]]:
        return [(word, partial(self._set, _("status"), status=status)) for status, (_icon, word) in STATUSES.items()]

    def _fill_marks(self) -> None:
        menu = self.mark.menu()
        if menu is None or not self.work.is_open:
            return
        menu.clear()
        menu.addAction(_("Marking of the pack"), partial(self._set, _("marking"), marking=""))
        for mark in filter(None, SCHEMES[self.work.pack.scheme].portions):
            menu.addAction(f"({mark})", partial(self._set, _("marking"), marking=mark))

    def _tools(self) -> QWidget:
        more = (
            (_("Heading"), lambda: self.before("heading")),
            (_("Numbered list"), lambda: self.before("numbers")),
            (_("Link"), lambda: self.around("link")),
            (_("Portion mark"), self.portion),
            (_("Paste the words alone"), self.edit.paste_plain),
        )
        parts: list[QWidget | None] = [
            tool("bold", _("Bold"), lambda: self.around("bold"), keys="Ctrl+B"),
            tool("italic", _("Italic"), lambda: self.around("italic"), keys="Ctrl+Alt+I"),
            tool("list", _("List"), lambda: self.before("list"), keys="Ctrl+Shift+L"),
            tool("quote", _("Quotation"), lambda: self.before("quote"), keys="Ctrl+Shift+Q"),
            tool("table", _("Table"), lambda: self.edit.insertPlainText(TABLE)),
            rule(vertical=True),
            tool("at", _("Cite a source"), lambda: self.refer("@"), keys="@"),
            tool("hash", _("Mention an entity"), lambda: self.refer("#"), keys="#"),
            tool("todo", _("To-do mark"), lambda: self.before("todo"), keys="Ctrl+Shift+T"),
            None,
            drop(tool("more", _("More to write with")), more),
        ]
        return box(row(*parts, gap=2, margin=(8, 2, 4, 2)), "bar")

    def spell(self) -> None:
        """Looks for the dictionary of the language that is written: the user's choice, else the pack's."""
        if not self.work.is_open:
            return
        language = self.work.settings.spelling or self.work.pack.language
        if language == OFF:
            self._take_speller(None)
        else:
            self.work.disk.run(lambda: speller(language), self._take_speller, only="spelling")

    def _take_speller(self, found: Speller | None) -> None:
        former = self.edit.highlighter.speller
        dossier = self.work.dossier
        if found is not None and dossier is not None:
            found.know(each.caption for each in (*dossier.entities, *dossier.neighbours))
            found.know(each.holder for each in dossier.positions)
            found.know(each.publisher for each in dossier.sources)
        self._spelt = found.language if found else ""
        self._loading = True  # colours are a change of the document, too
        self.edit.highlighter.spell(found)
        self._loading = False
        if former is not None and former is not found:
            former.close()
        self._count()

    def _learn(self, word: str) -> None:
        known = self.edit.highlighter.speller
        if known is not None:
            self.work.disk.run(lambda: known.learn(word), lambda _none: self.edit.highlighter.rehighlight())

    def _set(self, what: str, **fields: str) -> None:
        section = edits.section(self.work.pack, self.work.section) if self.work.is_open else None
        if section:
            label = _("Set {what} of “{title}”").format(what=what, title=section.title)
            self.work.edit(label, edits.change, section.id, **fields)

    def refresh(self) -> None:
        """Shows the chosen section; text that is there already is left alone, so that the cursor keeps its place."""
        section = edits.section(self.work.pack, self.work.section) if self.work.is_open else None
        self.setEnabled(section is not None)
        if section is None:
            self._set_text("")
            self.title.setText(_("No section is chosen"))
            return
        self.title.setText(section.title)
        self.mark.setText(f"({section.marking})" if section.marking else _("Marking"))
        named(self.mark, _("Marking: {marking}").format(marking=section.marking or _("that of the pack")))
        icon, word = STATUSES[section.status]
        self.status.setText(word)
        self.status.setIcon(icons.icon(icon))
        named(self.status, _("Status: {status}").format(status=word))
        title = _("Text of {section}").format(section=section.title)
        self.edit.setAccessibleName(title)
        if section.text != self.edit.toPlainText():
            self._set_text(section.text)
        if section.id != self._shown:
            self._shown = section.id
            self.edit.moveCursor(QTextCursor.MoveOperation.Start)
            self.mark_unknown()
        self._count()

    def mark_unknown(self) -> None:
        """Marks the citations and mentions that the facts do not know, and names the others, once facts are there."""
        dossier = self.work.dossier
        if self.work.gathering or dossier is None or not self.work.is_open:
            return
        now, names = markdown.unknown(self.edit.toPlainText(), self.work.pack, dossier), markdown.named(dossier)
        self._loading = True  # colours are a change of the document, too
        if now != self.edit.highlighter.unknown:
            self.edit.highlighter.mark_unknown(now)
        if names != self.edit.highlighter.names:
            self.edit.name(names)
        self._loading = False

    def _set_text(self, now: str) -> None:
        """Replaces only what differs, so that the cursor stands where the change is."""
        self._loading = True
        self.references.hide()
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
            self.work.edit(
                _("Write in “{title}”").format(title=section.title), edits.change, section.id, run=run, text=written
            )
            self._rest.start()
            self._count()
            self.typed.emit()
        self.references.follow()

    def _count(self) -> None:
        written = self.edit.toPlainText()
        count, todos = len(written.split()), len(re.findall(r"\bTODO\b", written))
        words = ngettext("{count} word", "{count} words", count)
        starter = printed.is_starter(self.work.findings, self.work.section)
        words += _(" · starter text, which an export does not print") if starter else ""
        language = f" · {self._spelt.replace('_', '-')}" if self._spelt else ""
        self.words.setText(words + language)
        self.words.setToolTip("" if self._spelt else _("No dictionary of this language is on this computer"))
        self.todo.setText(_("{count} to-do").format(count=todos) if todos else "")
        named(self.todo, self.todo.text() or _("No to-do"))
        self.todo.setVisible(bool(todos))

    def next_todo(self) -> None:
        """Goes to the next to-do of the section, from its end to its first."""
        for start in (self.edit.textCursor(), QTextCursor(self.edit.document())):
            found = self.edit.document().find(QRegularExpression(r"\bTODO\b"), start)
            if not found.isNull():
                self.edit.setTextCursor(found)
                self.edit.setFocus()
                return

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

    def portion(self) -> None:
        """Marks the paragraph at the cursor with the section's portion mark, else with the lowest of the scheme."""
        section = edits.section(self.work.pack, self.work.section) if self.work.is_open else None
        lowest = next(filter(None, SCHEMES[self.work.pack.scheme].portions), "") if section else ""
        mark = section.marking or lowest if section else ""
        if mark:
            cursor = self.edit.textCursor()
            cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
            cursor.insertText(f"({mark}) ")

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
        self.references.begin(letter)

    def paragraph(self) -> str:
        """Gives the paragraph at the cursor, the one before it where that is empty."""
        block = self.edit.textCursor().block()
        while not block.text().strip() and block.previous().isValid():
            block = block.previous()
        return block.text()

    def cite_at(self, line: int) -> None:
        """Begins a citation at the end of the passage on a line: of its cell in a table, else of its paragraph."""
        block = self.edit.document().findBlockByNumber(max(0, line - 1))
        while block.next().text().strip() and not block.text().lstrip().startswith("|"):
            block = block.next()
        written = block.text().rstrip()
        within = len(written.rstrip("| ")) if written.lstrip().startswith("|") else len(written)
        cursor = self.edit.textCursor()
        cursor.setPosition(block.position() + _units(written[:within]))
        self.edit.setTextCursor(cursor)
        self.refer("@")

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
