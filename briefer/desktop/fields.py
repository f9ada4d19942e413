"""The fields of forms: each holds one text, tells when it changes, and can be filled."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QPlainTextEdit, QPushButton, QSizePolicy, QWidget

from briefer.desktop import icons
from briefer.desktop.chooser import Chooser, Entry
from briefer.desktop.flow import Flow
from briefer.desktop.parts import chip, column, named, row, tool
from briefer.desktop.wording import _
from briefer.desktop.work import Work
from briefer.model.desk import Asked, Row

LEAST = 2
"""So many letters have to be typed before entities are looked for."""
FOUND = 40
MARK = 12
ROOM = 38
"""Pixels of such a button that are its edges and its mark."""
Options = Iterable[tuple[str, str]]
"""Values with their words."""


class Field(QWidget):
    """One field; `changed` tells of every change by hand."""

    changed = Signal()

    def value(self) -> str:
        """Gives the text."""
        raise NotImplementedError

    def fill(self, value: str) -> None:
        """Shows a text."""
        raise NotImplementedError

    def control(self) -> QWidget:
        """Gives the part that takes the focus and carries the name."""
        raise NotImplementedError


class LineField(Field):
    """A line; with `known` it offers what was entered before."""

    def __init__(self, known: Iterable[str] = ()) -> None:
        super().__init__()
        self.line = QLineEdit()
        offered = sorted(set(filter(None, known)))
        if offered:
            completer = QCompleter(offered, self.line)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            self.line.setCompleter(completer)
        self.line.textChanged.connect(lambda _text: self.changed.emit())
        self.setLayout(column(self.line))

    def value(self) -> str:
        """Gives the text."""
        return self.line.text()

    def fill(self, value: str) -> None:
        """Shows a text."""
        self.line.setText(value)

    def control(self) -> QWidget:
        """The line."""
        return self.line


class TextField(Field):
    """Several lines; Tab leaves it."""

    def __init__(self, lines: int = 3) -> None:
        super().__init__()
        self.edit = QPlainTextEdit()
        self.edit.setTabChangesFocus(True)
        self.edit.setFixedHeight(self.edit.fontMetrics().lineSpacing() * lines + 16)
        self.edit.textChanged.connect(self.changed)
        self.setLayout(column(self.edit))

    def value(self) -> str:
        """Gives the text."""
        return self.edit.toPlainText()

    def fill(self, value: str) -> None:
        """Shows a text."""
        self.edit.setPlainText(value)

    def control(self) -> QWidget:
        """The editor."""
        return self.edit


class ChoiceField(Field):
    """One of a few; a value that is not among them is kept and shown as it is."""

    def __init__(self, options: Options) -> None:
        super().__init__()
        self.box = QComboBox()
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(8)
        self.box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for value, words in options:
            self.box.addItem(words, value)
        self.box.currentIndexChanged.connect(lambda _at: self.changed.emit())
        self.setLayout(column(self.box))

    def value(self) -> str:
        """Gives the value that is chosen."""
        return str(self.box.currentData() or "")

    def fill(self, value: str) -> None:
        """Chooses a value."""
        at = self.box.findData(value)
        if at < 0:
            self.box.addItem(value, value)
            at = self.box.count() - 1
        self.box.setCurrentIndex(at)

    def control(self) -> QWidget:
        """The box."""
        return self.box


class GradeField(Field):
    """How reliable the source is, and how credible what it says, as one grade."""

    def __init__(self, letters: Options, figures: Options) -> None:
        super().__init__()
        self.letter, self.figure = ChoiceField(letters), ChoiceField(figures)
        named(self.figure.box, _("Credibility of what it says"))
        for part in (self.letter, self.figure):
            part.changed.connect(self.changed)
        self.setLayout(row((self.letter, 1), (self.figure, 1)))

    def value(self) -> str:
        """Gives letter and figure, or the one that is chosen."""
        return f"{self.letter.value()}{self.figure.value()}"

    def fill(self, value: str) -> None:
        """Shows a grade."""
        self.letter.fill(value[:1])
        self.figure.fill(value[1:])

    def control(self) -> QWidget:
        """The letter."""
        return self.letter.box


class Shown(QPushButton):
    """A button that shows what is chosen, cut at its end where there is no room, and opens the list."""

    def __init__(self, does: Callable[[], object]) -> None:
        super().__init__()
        self._words = ""
        self.setProperty("kind", "pick")
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda _checked: does())

    def show_words(self, words: str) -> None:
        """Shows words, all of them in the tip."""
        self._words = words
        self.setToolTip(words)
        self.setAccessibleDescription(words)
        self._fit()

    def _fit(self) -> None:
        cut = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, self.width() - ROOM)
        self.setText(cut.replace("&", "&&"))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draws the mark of a list at its end."""
        super().paintEvent(event)
        right = self.layoutDirection() == Qt.LayoutDirection.LeftToRight
        at = self.width() - MARK - 8 if right else 8
        QPainter(self).drawPixmap(at, (self.height() - MARK) // 2, icons.pixmap("chevron", "muted", MARK))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Cuts anew."""
        super().resizeEvent(event)
        self._fit()


class PickField(Field):
    """One of many, found by typing; with `new` one can be entered first."""

    def __init__(self, title: str, options: Options, new: Callable[[], object] | None = None, none: str = "") -> None:
        super().__init__()
        self._chooser: Chooser | None
        self._options, self._value, self._none = dict(options), "", none
        self.open = Shown(self.choose)
        self._title, self._chooser = title, None
        more = [tool("plus", _("Enter a new one"), new)] if new else []
        self.setLayout(row((self.open, 1), *more, gap=4))
        self.fill("")

    @property
    def chooser(self) -> Chooser:
        """The list, which is made when it is first opened."""
        if self._chooser is None:
            self._chooser = Chooser(self, self._title)
            self._chooser.chosen.connect(self._chosen)
        return self._chooser

    def choose(self) -> None:
        """Opens the list."""
        entries = [Entry(words, value) for value, words in self._options.items()]
        none = [Entry(_("None"), "")] if self._value else []
        self.chooser.offer([*none, *entries], self.open)

    def _chosen(self, value: str) -> None:
        self.fill(value)
        self.open.setFocus()
        self.changed.emit()

    def offer(self, options: Options) -> None:
        """Offers others."""
        self._options = dict(options)
        self.fill(self._value)

    def value(self) -> str:
        """Gives what is chosen."""
        return self._value

    def fill(self, value: str) -> None:
        """Chooses."""
        self._value = value
        words = self._options.get(value, value) or self._none
        self.open.show_words(words)

    def control(self) -> QWidget:
        """The button that shows the choice."""
        return self.open


class EntityChooser(Chooser):
    """Looks in the library for what is typed."""

    def __init__(self, parent: QWidget, work: Work, title: str) -> None:
        self.work = work
        super().__init__(parent, title)

    def _narrow(self, typed: str) -> None:
        super()._narrow(typed)
        if len(typed.strip()) < LEAST:
            return
        desk = self.work.desk

        def found(rows: tuple[Row, ...]) -> None:
            if self.line.text() == typed:
                self._entries = tuple(
                    Entry(f"{each.caption} · {', '.join(each.programmes[:2]) or each.id}", (each.id, each.caption))
                    for each in rows
                )
                super(EntityChooser, self)._narrow("")

        self.work.tasks.run(lambda: desk.rows(desk.find(Asked(name=typed)).ids[:FOUND]), found, only="targets")


class TargetsField(Field):
    """Entities and measures, as chips; more are found by typing."""

    def __init__(self, work: Work, names: Options) -> None:
        super().__init__()
        self._names, self._ids = dict(names), list[str]()
        self.more = tool("plus", _("Add an entity or a measure"), self.choose, words=True)
        self._work = work
        self._chooser: EntityChooser | None = None
        self.flow = Flow(self.more)
        self.setLayout(column(self.flow))

    @property
    def chooser(self) -> EntityChooser:
        """The search, which is made when it is first opened."""
        if self._chooser is None:
            self._chooser = EntityChooser(self, self._work, _("Name of the entity or measure"))
            self._chooser.chosen.connect(self._chosen)
        return self._chooser

    def choose(self) -> None:
        """Opens the search."""
        self.chooser.offer((), self.more)

    def _chosen(self, found: tuple[str, str]) -> None:
        id, caption = found
        self._names[id] = caption
        if id not in self._ids:
            self._set([*self._ids, id])
        self.more.setFocus()

    def _set(self, ids: list[str]) -> None:
        self.fill("; ".join(ids))
        self.changed.emit()

    def _without(self, id: str) -> None:
        self._set([each for each in self._ids if each != id])
        self.more.setFocus()

    def value(self) -> str:
        """Gives the ids, separated by semicolons."""
        return "; ".join(self._ids)

    def fill(self, value: str) -> None:
        """Shows ids."""
        self._ids = [each.strip() for each in value.split(";") if each.strip()]
        self.flow.fill([chip(self._names.get(id, id), partial(self._without, id)) for id in self._ids])

    def control(self) -> QWidget:
        """The button that adds."""
        return self.more
