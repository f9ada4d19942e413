"""The settings as pages of rows, each a value of the user's; what is set holds at once, and says where it does not."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QWidget,
)

from briefer.desktop.dialogs import Dialog
from briefer.desktop.parts import TICKED, Part, button, column, form_row, host, named, row, scrolled, text
from briefer.desktop.wording import _, languages, ngettext
from briefer.desktop.work import Work
from briefer.settings import Settings

Choices = Callable[[], tuple[tuple[Any, str], ...]]
DICTIONARIES = (Path("/usr/share/hunspell"), Path("/usr/share/myspell/dicts"), Path("/usr/share/myspell"))


@dataclass(frozen=True, slots=True)
class Row:
    """One setting: the field of Settings, its label and help; `choices` give its values, else it is text or a tick."""

    field: str
    label: str
    help: str = ""
    choices: Choices | None = None
    file: bool = False


def _themes() -> tuple[tuple[str, str], ...]:
    return (
        ("system", _("Follow the system")),
        ("light", _("Light")),
        ("dark", _("Dark")),
        ("contrast", _("High contrast")),
    )


def _scales() -> tuple[tuple[int, str], ...]:
    sizes = (100, 125, 150, 175, 200, 250, 300)
    return ((0, _("As the system")), *((size, _("{size} %").format(size=size)) for size in sizes))


def _papers() -> tuple[tuple[str, str], ...]:
    return (("A4", _("A4")), ("Letter", _("Letter")))


def _autosaves() -> tuple[tuple[int, str], ...]:
    minutes = (1, 5, 10, 30)
    every = ((each, ngettext("Every minute", "Every {count} minutes", each)) for each in minutes)
    return ((0, _("Only when I save")), *every)


def _languages() -> tuple[tuple[str, str], ...]:
    return (("", _("As the system")), *((code, name) for code, name in languages()))


def _spellings() -> tuple[tuple[str, str], ...]:
    found = sorted({path.stem for folder in DICTIONARIES if folder.is_dir() for path in folder.glob("*.dic")})
    return (("", _("As the pack’s language")), *((each, each) for each in found))


PAGES: tuple[tuple[str, tuple[Row, ...]], ...] = (
    (
        _("General"),
        (
            Row(
                "by", _("Your name"), _("It stands under your decisions on identity, and as “Drafted by” in new packs.")
            ),
            Row(
                "paper",
                _("Paper of new packs"),
                _("A pack made before keeps its own, which is set in its properties."),
                _papers,
            ),
            Row(
                "autosave",
                _("Save the open pack"),
                _("Unsaved work is kept every second in any case, and is offered after a crash."),
                _autosaves,
            ),
        ),
    ),
    (
        _("Appearance"),
        (
            Row("theme", _("Colours"), _("High contrast is white and yellow on black."), _themes),
            Row("scale", _("Size of everything"), _("Changes when Briefer is started again."), _scales),
            Row("language", _("Language of the window"), _("Changes when Briefer is started again."), _languages),
            Row("dim", _("Dim the page in dark colours"), _("Only on screen. Print and export are never changed.")),
        ),
    ),
    (
        _("Library"),
        (Row("library", _("Library file"), _("Left empty, it is the one in your own folder."), file=True),),
    ),
    (
        _("Writing"),
        (Row("spelling", _("Spelling"), _("The dictionaries offered are those that the system has."), _spellings),),
    ),
)


class Preferences(Dialog):
    """The pages at the left, their rows at the right; a search over all of them."""

    theme_asked = Signal(str)

    def __init__(self, parent: QWidget, work: Work) -> None:
        self.work = work
        self.fields: dict[str, QWidget] = {}
        self.search = named(QLineEdit(), _("Find a setting"), _("Pages without it are hidden"))
        self.search.setPlaceholderText(_("Find a setting"))
        self.search.setClearButtonEnabled(True)
        self.list = named(QListWidget(), _("Pages of the settings"), _("Up and down choose a page"))
        self.list.setProperty("kind", "menu")
        self.stack = QStackedWidget()
        for title, rows in PAGES:
            QListWidgetItem(title, self.list).setSizeHint(QSize(100, 34))
            lines: list[Part] = [text(title, size=1.15, bold=True), *map(self._row, rows), None]
            self.stack.addWidget(scrolled(host(column(*lines, margin=(24, 0, 24, 12), gap=16)), title))
        self.list.currentRowChanged.connect(self.stack.setCurrentIndex)
        self.search.textChanged.connect(self._narrow)
        side = host(column(self.search, (self.list, 1)))
        side.setMinimumWidth(180)
        body = row((side, 2), (self.stack, 5), margin=(24, 4, 0, 12), gap=8)
        again = button(_("Back to the defaults of this page"), self._defaults, kind="link")
        close = button(_("Close"), self.accept, kind="primary")
        foot = (again, None, text(_("What you change is kept at once"), "muted"), close)
        super().__init__(parent, _("Settings"), body, foot, (800, 600))
        self.list.setCurrentRow(0)

    def _row(self, each: Row) -> Part:
        value = getattr(self.work.settings, each.field)
        if each.choices is not None:
            field: QWidget = self._combo(each, value)
        elif isinstance(value, bool):
            return self._tick(each, value)
        else:
            field = self._line(each, str(value))
        self.fields[each.field] = field
        lines = form_row(each.label, field, each.help, 420)
        if each.file:
            lines.addLayout(row(button(_("Choose…"), partial(self._choose, each.field)), None))
        return lines

    def _combo(self, each: Row, value: Any) -> QComboBox:
        made = QComboBox()
        for one, words in each.choices() if each.choices else ():
            made.addItem(words, one)
        if made.findData(value) < 0:
            made.addItem(str(value), value)
        made.setCurrentIndex(made.findData(value))
        made.currentIndexChanged.connect(lambda _at: self.set(each.field, made.currentData()))
        return made

    def _tick(self, each: Row, value: bool) -> Part:
        made = named(QCheckBox(each.label), each.label, each.help)
        made.setChecked(value)
        made.toggled.connect(partial(self.set, each.field))
        self.fields[each.field] = made
        about = text(each.help, "muted", 0.92, wrap=200)
        about.setContentsMargins(TICKED, 0, 0, 0)
        return column(made, about, gap=2)

    def _line(self, each: Row, value: str) -> QLineEdit:
        made = QLineEdit(value)
        made.editingFinished.connect(lambda: self.set(each.field, made.text().strip()))
        return made

    def _choose(self, field: str) -> None:
        line = self.fields[field]
        chosen, _kind = QFileDialog.getSaveFileName(
            self,
            _("Library file"),
            self.work.settings.library,
            _("Libraries (*.sqlite)"),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if chosen and isinstance(line, QLineEdit):
            line.setText(chosen)
            self.set(field, chosen)

    def set(self, field: str, value: Any) -> None:
        """Keeps a setting, and lets it hold."""
        if value == getattr(self.work.settings, field):
            return
        if field == "theme":
            self.theme_asked.emit(value)
            return
        self.work.set(**{field: value})
        if field == "library":
            self.work.change_library(Path(value) if value else None)

    def _defaults(self) -> None:
        first = Settings()
        for each in PAGES[max(0, self.list.currentRow())][1]:
            value, field = getattr(first, each.field), self.fields[each.field]
            if isinstance(field, QComboBox):
                field.setCurrentIndex(field.findData(value))
            elif isinstance(field, QCheckBox):
                field.setChecked(value)
            elif isinstance(field, QLineEdit):
                field.setText(value)
                self.set(each.field, value)

    def _narrow(self, typed: str) -> None:
        words = typed.casefold().split()
        shown = []
        for at, (title, rows) in enumerate(PAGES):
            said = " ".join((title, *(f"{each.label} {each.help}" for each in rows))).casefold()
            fits = all(word in said for word in words)
            self.list.item(at).setHidden(not fits)
            shown += [at] if fits else []
        if shown and self.list.currentRow() not in shown:
            self.list.setCurrentRow(shown[0])
