"""The sentences of a pasted article as a table: the mark, who says it, and what it still lacks to become a position."""

from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent

from briefer.desktop.cells import DRAWN, Drawn, Lines, Plain
from briefer.desktop.facts import STANCES
from briefer.desktop.table import Table
from briefer.desktop.wording import _
from briefer.model.desk import Claim
from briefer.model.stances import Sentence
from briefer.service import articles

Index = QModelIndex | QPersistentModelIndex
MARKS = {"fact": ("F", _("Fact")), "attributed": ("A", _("Attributed")), "opinion": ("O", _("Opinion"))}
LACKS = {
    "attribution": _("nobody’s: mark it as attributed"),
    "holder": _("no holder"),
    "issue": _("no issue"),
    "stance": _("no stance"),
}
KEYS = {Qt.Key.Key_F: "fact", Qt.Key.Key_A: "attributed", Qt.Key.Key_O: "opinion"}
SIGNS = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Minus: -1, Qt.Key.Key_Equal: 1}
STEPS = ("-2", "-1", "0", "1", "2")


@dataclass(frozen=True, slots=True)
class Marked:
    """One sentence with what a person adds; `wanted` is whether it is to become a position."""

    sentence: Sentence
    holder: str = ""
    capacity: str = ""
    issue: str = ""
    stance: str = ""
    entities: str = ""
    wanted: bool = True

    def claim(self, issue: str) -> Claim:
        """Gives it as a claim; `issue` is that of the whole article, where it has none of its own."""
        return Claim(
            sentence=self.sentence,
            holder=self.holder,
            capacity=self.capacity,
            issue=self.issue or issue,
            stance=self.stance,
            entities=self.entities,
        )


class Sentences(QAbstractTableModel):
    """The rows; `told` says that one of them was changed."""

    HEADS = (_("Mark"), _("Sentence"), "")
    told = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Marked] = []
        self.issue = ""

    def set(self, sentences: tuple[Sentence, ...]) -> None:
        """Shows other sentences; what was said of one that is still there is kept."""
        known = {each.sentence.text: each for each in self.rows}
        self.beginResetModel()
        self.rows = []
        for each in sentences:
            former = known.get(each.text)
            if former is None:
                self.rows.append(Marked(each, holder=each.speaker if each.mark == "attributed" else ""))
            elif former.sentence.set_by:
                self.rows.append(replace(former, sentence=replace(former.sentence, number=each.number)))
            else:
                self.rows.append(replace(former, sentence=each))
        self.endResetModel()
        self.told.emit()

    def change(self, at: int, **fields: Any) -> None:
        """Changes one row."""
        self.rows[at] = replace(self.rows[at], **fields)
        self.redraw(at, at)
        self.told.emit()

    def redraw(self, first: int = 0, last: int = -1) -> None:
        """Draws some rows anew, or all."""
        if self.rows:
            self.dataChanged.emit(self.index(first, 0), self.index(last if last >= 0 else len(self.rows) - 1, 2))

    def lacks(self, at: int) -> tuple[str, ...]:
        """Says what a row lacks to become a position."""
        return articles.lacks(self.rows[at].claim(self.issue))

    def ready(self) -> list[Claim]:
        """Gives what can become positions and is wanted."""
        claims = (each.claim(self.issue) for each in self.rows if each.wanted)
        return [claim for claim in claims if not articles.lacks(claim)]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """One a sentence."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """Mark, sentence, whether it becomes a position."""
        return 0 if parent.isValid() else len(self.HEADS)

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802
        """The heads."""
        if role == Qt.ItemDataRole.AccessibleTextRole and section == 2:
            return _("Becomes a position")
        return self.HEADS[section] if role == Qt.ItemDataRole.DisplayRole and way == Qt.Orientation.Horizontal else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Gives what is drawn, or the same in words."""
        each = self.rows[index.row()]
        letter, mark = MARKS[each.sentence.mark]
        if role == DRAWN:
            return self._drawn(index, each, letter)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            by = _("set by {name}").format(name=each.sentence.set_by) if each.sentence.set_by else each.sentence.reason
            ready = _("becomes a position") if not self.lacks(index.row()) and each.wanted else _("stays out")
            return (f"{mark}: {by}", f"{each.sentence.text} {self.about(index.row())}", ready)[index.column()]
        return None

    def about(self, at: int) -> str:
        """Says of a sentence who holds what by it, or what it lacks."""
        each = self.rows[at]
        if each.sentence.mark != "attributed":
            return each.sentence.reason
        lacks = [LACKS[what] for what in self.lacks(at)]
        stance = {str(value): words for value, words in STANCES.items()} | {"unclear": STANCES[None]}
        return " · ".join(filter(None, (each.holder, stance.get(each.stance, ""), ", ".join(lacks))))

    def _drawn(self, index: Index, each: Marked, letter: str) -> Drawn:
        ready = not self.lacks(index.row()) and each.wanted
        ways: tuple[Drawn, ...] = (
            Plain(letter, bold=bool(each.sentence.set_by), muted=not each.sentence.set_by),
            Lines(each.sentence.text, self.about(index.row())),
            Plain("", icon="check" if ready else "", ink="good"),
        )
        return ways[index.column()]


class Marks(Table):
    """The sentences; F, A and O mark one, + and − move its stance, U makes it unclear."""

    marked = Signal(str)
    stepped = Signal(int)
    unclear = Signal()
    asked = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Takes the keys that mark."""
        key = Qt.Key(event.key())
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        elif key in KEYS:
            self.marked.emit(KEYS[key])
        elif key in SIGNS:
            self.stepped.emit(SIGNS[key])
        elif key == Qt.Key.Key_U:
            self.unclear.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.asked.emit()
        else:
            super().keyPressEvent(event)
