"""What the commands of writing do: marks around words and before lines, references, sections, the whole pack's text."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from briefer.desktop.dialogs import tell
from briefer.desktop.manuscript import UNKNOWN
from briefer.desktop.searching import SearchDialog
from briefer.desktop.turning import WRITING
from briefer.desktop.wording import _

if TYPE_CHECKING:
    from briefer.desktop.window import Window


class Writing:
    """The methods on outline and editor; mixed into the window."""

    @property
    def _writer(self) -> "Window":
        return self  # type: ignore[return-value]

    def bold(self) -> None:
        """Makes the chosen words bold."""
        self._writer.editor.around("bold")

    def italic(self) -> None:
        """Makes the chosen words italic."""
        self._writer.editor.around("italic")

    def heading(self) -> None:
        """Makes the chosen lines headings."""
        self._writer.editor.before("heading")

    def list_mark(self) -> None:
        """Makes the chosen lines a list."""
        self._writer.editor.before("list")

    def quote(self) -> None:
        """Makes the chosen lines a quotation."""
        self._writer.editor.before("quote")

    def todo(self) -> None:
        """Marks the chosen lines as to do."""
        self._writer.editor.before("todo")

    def cut(self) -> None:
        """Cuts what is chosen where the focus is."""
        self._press(Qt.Key.Key_X)

    def copy(self) -> None:
        """Copies it."""
        self._press(Qt.Key.Key_C)

    def paste(self) -> None:
        """Pastes where the focus is."""
        self._press(Qt.Key.Key_V)

    def select_all(self) -> None:
        """Chooses all where the focus is."""
        self._press(Qt.Key.Key_A)

    def _press(self, key: Qt.Key) -> None:
        """Hands the key on to what has the focus: each part of the window knows best what it means there."""
        focus = self._writer.focusWidget()
        if focus is not None:
            # Not sent: what is sent goes by the menus first, and so would come back here without end.
            focus.event(QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.ControlModifier))

    def paste_plain(self) -> None:
        """Pastes the words alone."""
        self._writer.editor.edit.paste_plain()

    def cite_at(self, section: str, line: int) -> None:
        """Begins a citation at the end of a passage."""
        self._writer.go_to(section, "", line)
        self._writer.editor.cite_at(line)

    def apply_fix(self) -> None:
        """Applies the remedy of the chosen finding."""
        self._writer.findings.apply()

    def cite(self) -> None:
        """Begins a citation."""
        self._refer("@")

    def mention(self) -> None:
        """Begins a mention."""
        self._refer("#")

    def _refer(self, letter: str) -> None:
        """Shows the editor, where it has given way to the page, and begins."""
        self._writer.turn.setCurrentIndex(WRITING)
        self._writer.editor.refer(letter)

    def add_section(self) -> None:
        """Adds a section."""
        self._writer.outline.add()

    def rename_section(self) -> None:
        """Lets the title of the chosen section be typed."""
        self._writer.show_outline()
        self._writer.outline.rename()

    def section_up(self) -> None:
        """Moves the chosen section up."""
        self._writer.outline.step(-1)

    def section_down(self) -> None:
        """Moves it down."""
        self._writer.outline.step(1)

    def section_in(self) -> None:
        """Puts it under the one before it."""
        self._writer.outline.level(1)

    def section_out(self) -> None:
        """Puts it beside the one that it stands under."""
        self._writer.outline.level(-1)

    def delete_section(self) -> None:
        """Deletes the chosen section."""
        self._writer.outline.delete()

    def search_pack(self) -> None:
        """Searches the text of all sections."""
        dialog = SearchDialog(self._writer, self._writer.work)
        dialog.went.connect(lambda section, line: self._writer.go_to(section, "", line))
        dialog.open()

    def show_reference(self) -> None:
        """Shows the source or the entity at the cursor."""
        me = self._writer
        letter, id = me.editor.edit.reference()
        if letter == "#":
            me.go_to(id)
        elif letter == "@":
            dossier = me.work.dossier
            found = next((each for each in dossier.sources if each.id == id), None) if dossier else None
            parts = (found.title, found.publisher, found.date.text if found.date else "", found.url) if found else ()
            words = " · ".join(filter(None, parts)) or UNKNOWN["@"].format(id=id)
            tell(me, f"@{id}", words, "note" if found else "warning")
        else:
            me.work.said.emit(_("No citation or entity stands at the cursor."))
