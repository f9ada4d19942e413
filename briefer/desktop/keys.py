"""Every key in one table: those of the commands by menu, and those that hold in one panel."""

from collections.abc import Iterator

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from briefer.desktop.cells import ONE, Plain
from briefer.desktop.commands import MENUS
from briefer.desktop.dialogs import Dialog
from briefer.desktop.grid import Cell, GridView
from briefer.desktop.parts import button, column, named
from briefer.desktop.wording import _

PANELS = (
    (_("Library"), "Space", _("Add to the pack, or take out")),
    (_("Library"), "Return", _("Open the detail")),
    (_("Outline"), "Return", _("Go to the text of the section")),
    (_("Outline"), "Space", _("Print, or leave out")),
    (_("Outline"), "Alt+Up", _("Move the section up")),
    (_("Outline"), "Alt+Down", _("Move the section down")),
    (_("Outline"), "F2", _("Rename the section")),
    (_("Outline"), "Delete", _("Take the section out")),
    (_("Text"), "@", _("Cite a source")),
    (_("Text"), "#", _("Mention an entity")),
    (_("Findings"), "Return", _("Go to the place")),
    (_("Scenario"), "1", _("Tick the pick into tranche 1; 2 to 9 likewise")),
    (_("Scenario"), "0", _("Take the pick out of all tranches")),
    (_("Ownership"), "Left", _("Go to the next owner or company; the other arrows likewise")),
    (_("Ownership"), "+", _("Larger; – smaller, 0 fits")),
    (_("Analysis"), "Esc", _("Back to the pack")),
)
HEADS = (_("Where"), _("What"), _("Keys"))
Line = tuple[str, str, str]


def lines() -> Iterator[Line]:
    """Yields where, what and the keys of everything that has any."""
    for menu, commands in MENUS.items():
        for each in commands:
            if each is not None and each.keys:
                yield menu.replace("&", ""), each.words.replace("&", ""), each.keys
    for where, keys, what in PANELS:
        yield where, what, keys


class KeysDialog(Dialog):
    """The table, narrowed as one types."""

    def __init__(self, parent: QWidget) -> None:
        self.search = named(QLineEdit(), _("Find a key or a command"), _("The table follows as you type"))
        self.search.setPlaceholderText(_("Find a key or a command"))
        self.search.setClearButtonEnabled(True)
        self.table = GridView(_("Keys"), _("One row a command"), ONE)
        close = button(_("Close"), self.accept, kind="primary")
        body = column(self.search, (self.table, 1), margin=(24, 4, 24, 12))
        super().__init__(parent, _("Keyboard"), body, (None, close), (760, 600))
        self.search.textChanged.connect(self.narrow)
        self.narrow("")
        self.search.setFocus()

    def narrow(self, typed: str) -> None:
        """Shows the lines that hold all the words typed."""
        words = typed.casefold().split()
        shown = [each for each in lines() if all(word in " ".join(each).casefold() for word in words)]
        rows = [_cells(each) for each in shown]
        self.table.fill(HEADS, rows, [" ".join(each) for each in shown])
        self.table.fit((150, 0, 180))


def _cells(each: Line) -> tuple[Cell, ...]:
    where, what, keys = each
    native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) or keys
    return (
        Cell(Plain(where, muted=True), where),
        Cell(Plain(what), what),
        Cell(Plain(native, bold=True), native),
    )
