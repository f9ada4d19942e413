"""The command palette: every command, view, section and recent pack by a few letters."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QWidget

from briefer.desktop import icons
from briefer.desktop.cells import DRAWN, ONE
from briefer.desktop.commands import MENUS
from briefer.desktop.drawn import AnalysisCells, Keyed
from briefer.desktop.parts import column, named, text
from briefer.desktop.wording import _

if TYPE_CHECKING:
    from briefer.desktop.window import Window


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: its group, its words, its keys, what it does, and whether it can be done now."""

    group: str
    words: str
    keys: str
    does: Callable[[], object]
    able: bool = True


def commands(window: "Window") -> Iterator[Entry]:
    """Yields every command of the menus."""
    for menu, some in MENUS.items():
        for each in some:
            if each is not None:
                action = window.actions_by_name[each.does]
                keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                words = action.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
                yield Entry(menu.replace("&", ""), words, keys, action.trigger, action.isEnabled())


def recent(window: "Window") -> Iterator[Entry]:
    """Yields the packs that were open last."""
    for path in window.work.settings.recent:
        words = f"{Path(path).stem} · {Path(path).parent}"
        yield Entry(_("Recent"), words, "", partial(window.open_path, path), Path(path).exists())


def sections(window: "Window") -> Iterator[Entry]:
    """Yields the sections of the open pack."""
    for each in window.work.pack.sections if window.work.is_open else ():
        yield Entry(_("Section"), each.title, "", partial(window.go_to, each.id))


def every(window: "Window") -> tuple[Entry, ...]:
    """Gives all lines: what can be done now before what cannot."""
    found = (*commands(window), *sections(window), *recent(window))
    return tuple(sorted(found, key=lambda each: not each.able))


def looking(window: "Window", typed: str) -> Entry:
    """Gives the line that looks for what is typed in the library."""
    words = _("Search the library for “{words}”").format(words=typed)
    return Entry(_("Library"), words, "", partial(window.find_named, typed))


class Palette(QDialog):
    """A line and the entries that hold its words; Enter runs the chosen one.

    `further` gives the line that is offered after those that fit.
    """

    def __init__(
        self, parent: QWidget, entries: Sequence[Entry], further: Callable[[str], Entry] | None = None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        named(self, _("Command palette"), _("Every command by a few letters"))
        self._entries, self._further = tuple(entries), further
        self._shown: list[Entry] = []
        self.line = named(QLineEdit(), _("Command"), _("Type a few letters; arrows choose, Enter runs"))
        self.line.setPlaceholderText(_("Type a few letters of a command, or a name"))
        self.line.addAction(icons.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.list = named(QListWidget(), _("Commands"), _("Enter runs the chosen one"))
        self.list.setProperty("kind", "menu")
        self.list.setItemDelegate(AnalysisCells(self.list, ONE))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        foot = text(_("↑ ↓ choose · Enter runs · Esc closes"), "muted", 0.9)
        self.setLayout(column(self.line, (self.list, 1), foot, margin=8, gap=8))
        self.resize(620, 420)
        self.line.textChanged.connect(self.narrow)
        self.line.installEventFilter(self)
        self.list.itemClicked.connect(lambda _item: self.run())
        self.narrow("")

    def narrow(self, typed: str) -> None:
        """Shows the entries that hold all the words typed, those that begin with them first."""
        words = typed.casefold().split()
        self.list.clear()
        found = [
            (not each.words.casefold().startswith(typed.casefold().strip()), number)
            for number, each in enumerate(self._entries)
            if all(word in f"{each.words} {each.group}".casefold() for word in words)
        ]
        self._shown = [self._entries[number] for _later, number in (sorted(found) if words else found)]
        if words and self._further:
            self._shown.append(self._further(typed.strip()))
        none = Entry("", _("Nothing here has these words."), "", self.line.setFocus, able=False)
        for each in self._shown or (none,):
            self._add(each)
        self.list.setCurrentRow(0)

    def _add(self, each: Entry) -> None:
        item = QListWidgetItem(self.list)
        item.setData(DRAWN, Keyed(each.words, each.group, each.keys, each.able))
        unable = "" if each.able or not each.group else _("not now")
        said = ", ".join(filter(None, (each.words, each.group, each.keys, unable)))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
        item.setSizeHint(QSize(100, 30))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Steers the list from the line."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 10, Qt.Key.Key_PageUp: -10}
        key = Qt.Key(event.key())
        if key in steps:
            self.list.setCurrentRow(max(0, min(self.list.currentRow() + steps[key], self.list.count() - 1)))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.run()
        else:
            return False
        return True

    def run(self) -> None:
        """Closes and runs the chosen entry; one that cannot be done now does nothing."""
        at = self.list.currentRow()
        if 0 <= at < len(self._shown) and self._shown[at].able:
            self.accept()
            self._shown[at].does()
