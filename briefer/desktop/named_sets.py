"""The menu of the scenario builder's named sets: keep what is ticked under a name, take a set up again, let it go."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QToolButton

from briefer.desktop.naming import NameDialog
from briefer.desktop.parts import drop, tool
from briefer.desktop.wording import _
from briefer.desktop.work import Work
from briefer.model.pack import Tranche
from briefer.service import named

Draft = tuple[Tranche, ...]


class NamedSets(QObject):
    """Its button says which set is shown; `taken` tells the options of one that was chosen."""

    taken = Signal(object)

    def __init__(self, work: Work, draft: Callable[[], Draft], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.work, self._draft = work, draft
        self.button: QToolButton = drop(tool("list", _("Named sets"), words=True), ())
        self.button.menu().aboutToShow.connect(self.offer)

    def offer(self) -> None:
        """Offers to keep what is ticked, and each set that the pack keeps."""
        menu = self.button.menu()
        menu.clear()
        menu.addAction(_("Keep this set under a name…"), self.ask)
        pack = self.work.pack
        if pack.scenarios:
            menu.addSeparator()
        for title in named.titles(pack):
            chosen = menu.addAction(title.replace("&", "&&"), partial(self.take, title))
            chosen.setCheckable(True)
            chosen.setChecked(named.take(pack, title) == self._draft())
        gone = menu.addMenu(_("Let a set go"))
        for title in named.titles(pack):
            gone.addAction(title.replace("&", "&&"), partial(self.drop, title))
        gone.setEnabled(bool(pack.scenarios))

    def ask(self) -> None:
        """Asks for the name."""
        title = _("Set {number}").format(number=len(self.work.pack.scenarios) + 1)
        said = _("A name that is there already gets what is ticked now.")
        window = self.button.window()
        NameDialog(window, _("Keep this set"), _("Keep"), self.keep, title, said, _("Name of the set")).open()

    def keep(self, title: str) -> None:
        """Keeps what is ticked, as a step."""
        self.work.edit(_("Keep the set “{title}”").format(title=title), named.keep, title, self._draft())

    def take(self, title: str) -> None:
        """Takes a set up again; the pack's own options stay until it is put into the pack."""
        self.taken.emit(named.take(self.work.pack, title))

    def drop(self, title: str) -> None:
        """Lets a set go, as a step."""
        self.work.edit(_("Let the set “{title}” go").format(title=title), named.drop, title)
