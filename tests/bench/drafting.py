"""A thousand edits of a drafter in the window, and what the window and its child hold meanwhile."""

import gc
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QTextCursor

from briefer.service import edits

if TYPE_CHECKING:
    from briefer.desktop.app import Program
    from tests.bench.window import Loop

EDITS, EVERY, LOOK, FULL = 1000, 8, 100, 300
"""So many edits; after so many one waits for the pages; after so many the memory is looked at; after so many each
section was edited and what is kept for later is full."""
Row = dict[str, float]
SENTENCE = "In week {turn} the Council heard that holding {turn} was sold to a trust of the family."


class Drafter:
    """Writes, takes back, names anew and picks, one edit a turn; the paper grows no longer by it."""

    def __init__(self, program: "Program") -> None:
        self.window, self.work = program.window, program.work
        self.sections = [each.id for each in self.work.pack.sections if each.text]
        self.titles = {each.id: each.title for each in self.work.pack.sections}
        self.pick = self.work.pack.entities[-1]
        self._turns = (self.write, self.write, self.undo, self.write, self.name, self.drop, self.add, self.write)

    def edit(self, turn: int) -> None:
        """Makes the edit of a turn; each section has the drafter for one round of them."""
        section = self.sections[turn // len(self._turns) % len(self.sections)]
        if section != self.work.section:
            self.window.go_to(section)
        self._turns[turn % len(self._turns)](turn)
        if self.work.history:
            self.work.history.end_run()

    def write(self, turn: int) -> None:
        """Writes a sentence at the end of the section, over the one that was written there before."""
        cursor = self.window.editor.edit.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        last = cursor.block().text()
        if last.startswith("In week "):
            cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
        else:
            cursor.insertText("\n\n")
        for letters in SENTENCE.format(turn=turn).split(" "):
            cursor.insertText(letters if letters == "In" else f" {letters}")

    def undo(self, _turn: int) -> None:
        """Takes the last edit back."""
        self.work.undo()

    def name(self, turn: int) -> None:
        """Gives the section another title, as the outline does."""
        title = f"{self.titles[self.work.section]} {turn % 3}".removesuffix(" 0")
        self.work.edit("Rename", edits.change, self.work.section, title=title)

    def drop(self, _turn: int) -> None:
        """Takes the last entity out."""
        self.work.drop("entities", [self.pick])

    def add(self, _turn: int) -> None:
        """Puts it back."""
        self.work.pick("entities", [self.pick])


def draft(
    program: "Program", loop: "Loop", turns: int = EDITS, told: Callable[[Row], object] = lambda _row: None
) -> list[Row]:
    """Makes so many edits in an open pack; gives, and tells, what was held after each LOOK of them, in megabytes."""
    drafter, looked = Drafter(program), []
    for turn in range(turns):
        drafter.edit(turn)
        if turn % EVERY == EVERY - 1:
            rest(program, loop)
        if turn % LOOK == LOOK - 1:
            rest(program, loop)
            looked.append({"edits": turn + 1, **held(program)})
            told(looked[-1])
    return looked


def growth(looked: list[Row]) -> dict[str, float]:
    """Gives what was held at the end, and how often that is what was held after FULL edits."""
    full, last = next(row for row in looked if row["edits"] >= FULL), looked[-1]
    grown = {f"{name}_growth": round(last[f"{name}_mb"] / full[f"{name}_mb"], 3) for name in ("window", "child")}
    return {name: size for name, size in last.items() if name != "edits"} | grown


def rest(program: "Program", loop: "Loop") -> None:
    """Waits until the pages and their pictures are those of the pack."""
    work = program.work
    loop.until(lambda: not work._show.isActive() and not work.busy and work.pages.rasters.idle)
    assert not work.pages.faults, work.pages.faults


def held(program: "Program") -> dict[str, float]:
    """Gives what the window and its child hold in memory, and what of the window's is its history."""
    child = program.work.preview._process
    return {
        "window_mb": resident("self"),
        "child_mb": resident(child.pid) if child else 0.0,
        "history_mb": history(program),
    }


def resident(process: object) -> float:
    """Gives the memory of a process in megabytes."""
    pages = int(Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1])
    return round(pages * 4096 / 2**20, 1)


def history(program: "Program") -> float:
    """Gives the megabytes of what only the steps before and after the present one hold."""
    history = program.work.history
    if history is None:
        return 0.0
    here = {id(each) for each in _reached([history.value, history._saved])}
    steps = [*history._past, *history._future]
    return round(sum(sys.getsizeof(each) for each in _reached(steps) if id(each) not in here) / 2**20, 2)


def _reached(first: list[Any]) -> Iterator[Any]:
    """Yields what values hold, each once, classes and modules apart."""
    waiting, seen = [first], set()
    while waiting:
        each = waiting.pop()
        if id(each) in seen or isinstance(each, type):
            continue
        seen.add(id(each))
        yield each
        waiting += gc.get_referents(each)
