"""What takes turns in one place: outline with text and the page, by two tabs, and pages that lie over one another."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget, QTabBar

from briefer.desktop.parts import named
from briefer.desktop.wording import _

WRITING, PAGE = 0, 1


class Turn(QTabBar):
    """Stands over the right-hand column of a narrow window while the library is open."""

    def __init__(self) -> None:
        super().__init__()
        named(self, _("Outline and text, or page"), _("Left and Right change what stands beside the library"))
        self.setDrawBase(False)
        self.setExpanding(False)
        for words, keys in ((_("Outline and text"), "Ctrl+2"), (_("Page"), "Ctrl+3")):
            self.setTabToolTip(self.addTab(words), keys)
        self.hide()

    def shows(self, part: int) -> bool:
        """Whether there is room for a part: for both where nobody has to take turns."""
        return self.isHidden() or self.currentIndex() == part


class Stack(QStackedWidget):
    """Pages of which only the one that is shown asks for room."""

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(lambda _at: self.updateGeometry())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Gives the least room of the page that is shown."""
        shown = self.currentWidget()
        return shown.minimumSizeHint() if shown else super().minimumSizeHint()
