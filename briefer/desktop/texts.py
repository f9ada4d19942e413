"""Two versions of the text side by side, section by section, and the list of versions to look at and bring back."""

from difflib import SequenceMatcher
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QTextCursor, QTextFormat
from PySide6.QtWidgets import QComboBox, QListWidget, QListWidgetItem, QPlainTextEdit, QScrollArea, QTextEdit, QWidget

from briefer.desktop import theme
from briefer.desktop.cells import DRAWN, Cells, Lines
from briefer.desktop.dialogs import Dialog
from briefer.desktop.parts import box, button, column, host, named, row, rule, scrolled, text
from briefer.desktop.wording import _, ngettext
from briefer.model.desk import Version
from briefer.model.pack import Pack

SHOWN = 30


class TextsDialog(Dialog):
    """The text of a section in two versions; the lines that differ are marked in both."""

    def __init__(self, parent: QWidget, left: tuple[str, Pack], right: tuple[str, Pack]) -> None:
        self._packs = (left[1], right[1])
        self.sections = named(QComboBox(), _("Section"))
        first, second = ({each.id: each for each in pack.sections} for pack in self._packs)
        for id in dict.fromkeys((*second, *first)):
            a, b = first.get(id), second.get(id)
            if (a.text if a else "") != (b.text if b else ""):
                self.sections.addItem((b or a).title if (b or a) else id, id)  # type: ignore[union-attr]
        self.views = tuple(self._view(title) for title in (left[0], right[0]))
        pair = row(
            *((host(column(text(each.accessibleName(), bold=True), (each, 1), gap=4)), 1) for each in self.views)
        )
        self.same = text(_("The texts are the same."), "muted")
        self.same.setVisible(self.sections.count() == 0)
        self.sections.setVisible(self.sections.count() > 0)
        self.pair = host(pair)
        self.pair.setVisible(self.sections.count() > 0)
        stays = () if self.sections.count() else (None,)
        body = column(self.sections, self.same, (self.pair, 1), *stays, margin=(24, 0, 24, 12))
        close = button(_("Close"), kind="primary")
        super().__init__(parent, _("The texts side by side"), body, (None, close), (960, 640))
        close.clicked.connect(self.accept)
        self.sections.currentIndexChanged.connect(lambda _at: self.show_section())
        self.show_section()

    @staticmethod
    def _view(title: str) -> QPlainTextEdit:
        made = named(QPlainTextEdit(), title, _("Lines that differ begin with a mark"))
        made.setReadOnly(True)
        made.setTabChangesFocus(True)
        return made

    def show_section(self) -> None:
        """Shows the chosen section."""
        id = self.sections.currentData()
        texts = [next((each.text for each in pack.sections if each.id == id), "").splitlines() for pack in self._packs]
        match = SequenceMatcher(None, texts[0], texts[1], autojunk=False)
        changed: tuple[set[int], set[int]] = (set(), set())
        for what, a, b, c, d in match.get_opcodes():
            if what != "equal":
                changed[0].update(range(a, b))
                changed[1].update(range(c, d))
        for view, lines, marked in zip(self.views, texts, changed, strict=True):
            view.setPlainText("\n".join(("▌ " if at in marked else "") + line for at, line in enumerate(lines)))
            view.setExtraSelections([_mark(view, at) for at in sorted(marked)])


def _mark(view: QPlainTextEdit, line: int) -> QTextEdit.ExtraSelection:
    made = QTextEdit.ExtraSelection()
    cursor = QTextCursor(view.document().findBlockByNumber(line))
    made.cursor = cursor
    made.format.setBackground(QColor(theme.mix(theme.now().warning, theme.now().base, theme.now().tint)))
    made.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
    return made


class VersionsDialog(Dialog):
    """The versions of a pack at the left; at the right what the chosen one has that the present has not."""

    restore = Signal(object)

    def __init__(self, parent: QWidget, now: Pack, found: tuple[Version, ...], path: Path) -> None:
        self._now, self._found = now, found
        self.list = named(QListWidget(), _("Versions"), _("Arrows choose"))
        self.list.setItemDelegate(Cells(self.list))
        for each in found:
            title, said = called(each), ngettext("{count} difference", "{count} differences", len(each.differs))
            item = QListWidgetItem(self.list)
            item.setData(DRAWN, Lines(title, said, "clock" if each.name == "aside" else "page"))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{title}, {said}")
            item.setSizeHint(QSize(100, 44))
        self.list.setFixedWidth(300)
        self.list.setVisible(bool(found))
        self.lines = column(gap=6)
        self.title = text("", size=1.1, bold=True)
        told = on_card(scrolled(host(self.lines), _("What this version has")))
        about = box(column(self.title, rule(), (told, 1), margin=16), "card")
        body = host(row(self.list, (about, 1), margin=(24, 0, 24, 12), gap=16))
        self.read = button(_("Read the texts side by side"), self._read)
        self.back = button(_("Restore"), self._restore, kind="primary")
        foot = (self.read, None, button(_("Close"), self.reject), self.back)
        lead = _("Restoring is a step that Undo takes back; the file changes when you save. {name}")
        super().__init__(parent, _("Versions"), body, foot, (900, 560), lead.format(name=path.name))
        self.list.currentRowChanged.connect(lambda _row: self._show())
        self.list.setCurrentRow(0)
        self._show()

    def chosen(self) -> Version | None:
        """Gives the version that is chosen."""
        at = self.list.currentRow()
        return self._found[at] if 0 <= at < len(self._found) else None

    def _show(self) -> None:
        from briefer.desktop.parts import clear

        clear(self.lines)
        found = self.chosen()
        self.title.setText(called(found) if found else _("No versions yet"))
        differs = found.differs if found else ()
        same = _("It is what you have now.") if found else _("The file holds no earlier version yet.")
        for line in differs[:SHOWN] or (same,):
            self.lines.addWidget(text(line, wrap=200))
        self.lines.addStretch(1)
        for part in (self.read, self.back):
            part.setEnabled(bool(differs))

    def _read(self) -> None:
        found = self.chosen()
        if found is not None:
            TextsDialog(self, (_("Now"), self._now), (called(found), found.pack)).open()

    def _restore(self) -> None:
        found = self.chosen()
        if found is not None:
            self.accept()
            self.restore.emit(found)


def on_card(area: QScrollArea) -> QScrollArea:
    """Lets the card that a scrolling part lies on show through."""
    for part in (area.viewport(), area.widget()):
        if part is not None:
            part.setAutoFillBackground(False)
    return area


def called(version: Version) -> str:
    """Names a version."""
    names = {"saved": _("Last save, version {number}"), "earlier": _("Version {number}"), "aside": _("Set aside, {at}")}
    return names[version.name].format(number=version.number, at=version.at.replace("T", " ")[:16])
