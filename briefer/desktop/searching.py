"""Searching the text of the whole pack: every line that holds the words, with its section."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from briefer.desktop.cells import DRAWN, Cells, Lines
from briefer.desktop.dialogs import Dialog
from briefer.desktop.parts import button, column, named, text
from briefer.desktop.wording import _, ngettext
from briefer.desktop.work import Work
from briefer.service import edits

SHOWN = 200
PLACE = Qt.ItemDataRole.UserRole


class SearchDialog(Dialog):
    """A line and what it finds; Enter goes to the place."""

    went = Signal(str, int)

    def __init__(self, parent: QWidget, work: Work) -> None:
        self.work = work
        self.line = named(QLineEdit(), _("Search the pack"), _("Enter goes to the place, arrows choose"))
        self.line.setPlaceholderText(_("Words in the text of any section"))
        self.list = named(QListWidget(), _("Places in the text"), _("Enter goes to the place"))
        self.list.setItemDelegate(Cells(self.list))
        self.said = text("", "muted")
        self.none = text("", "muted")
        self.none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        body = column(self.line, (self.list, 1), (self.none, 1), margin=(24, 0, 24, 12))
        go = button(_("Go to it"), self.go, kind="primary")
        foot = (self.said, None, button(_("Close"), self.reject), go)
        super().__init__(parent, _("Search the pack"), body, foot, (640, 480))
        self.line.textChanged.connect(self.search)
        self.line.returnPressed.connect(self.go)
        self.list.itemActivated.connect(lambda _item: self.go())
        self.search("")
        self.line.setFocus()

    def search(self, words: str) -> None:
        """Lists the lines that hold the words."""
        found = edits.search(self.work.pack, words)
        self.list.clear()
        for id, number, line in found[:SHOWN]:
            section = edits.section(self.work.pack, id)
            title = section.title if section else id
            item = QListWidgetItem(self.list)
            item.setData(DRAWN, Lines(line, title, "page"))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{title}: {line}")
            item.setData(PLACE, (id, number))
            item.setSizeHint(QSize(100, 44))
        self.list.setCurrentRow(0)
        count = ngettext("{count} place", "{count} places", len(found))
        self.said.setText(count if words.strip() else "")
        self.list.setVisible(bool(found))
        self.none.setVisible(not found)
        self.none.setText(_("No section holds these words.") if words.strip() else _("What is found shows here."))

    def go(self) -> None:
        """Goes to the chosen place."""
        item = self.list.currentItem() if self.list.count() else None
        if item is not None:
            self.accept()
            section, number = item.data(PLACE)
            self.went.emit(section, number)
