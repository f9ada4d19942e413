"""What the commands about the program itself do: palette, recent packs, settings, keys, what is kept at the end."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from briefer.desktop.palette import Entry
    from briefer.desktop.window import Window


class Asking:
    """Methods of the window; mixed into it."""

    @property
    def _own(self) -> "Window":
        return self  # type: ignore[return-value]

    def commands(self) -> None:
        """Opens the command palette."""
        from briefer.desktop import palette

        self._open_palette(palette.every(self._own), partial(palette.looking, self._own))

    def open_recent(self) -> None:
        """Opens the palette with the recent packs alone."""
        from briefer.desktop import palette

        self._open_palette(tuple(palette.recent(self._own)))

    def _open_palette(self, entries: "Sequence[Entry]", further: "Callable[[str], Entry] | None" = None) -> None:
        from briefer.desktop.palette import Palette

        me = self._own
        made = Palette(me, entries, further)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        made.move(me.mapToGlobal(me.rect().center()) - made.rect().center())
        made.show()
        made.line.setFocus()

    def preferences(self) -> None:
        """Opens the settings."""
        from briefer.desktop.preferences import Preferences

        dialog = Preferences(self._own, self._own.work)
        dialog.theme_asked.connect(self._own.theme_asked)
        dialog.open()

    def show_keys(self) -> None:
        """Shows every key."""
        from briefer.desktop.keys import KeysDialog

        KeysDialog(self._own).open()

    def come_forward(self, path: str) -> None:
        """Shows the window before all others, and opens a pack where one is named."""
        me = self._own
        me.setWindowState(me.windowState() & ~Qt.WindowState.WindowMinimized)
        me.show()
        me.raise_()
        me.activateWindow()
        if path:
            me.open_path(path)

    def keep(self) -> None:
        """Keeps the place of the window, and up to when the lists were shown."""
        me = self._own
        newest = me.start.news.newest or me.work.settings.seen
        me.work.set(**me.frame.kept(), seen=newest)
