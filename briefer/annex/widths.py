"""Widths of columns: as they are described where they fit a page, else shared out by what the columns hold."""

import math
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from briefer.annex import values
from briefer.annex.page import pages_across, room
from briefer.model.brief import Cell, Column, Sheet

NARROWEST, DATE, TIME, WIDEST = 4, 12, 17, 255
"""Characters."""
SAMPLE = 200
"""How many rows of a long sheet are measured."""
ROUNDS = 8
ACROSS = 4
"""Over how many pages side by side a sheet is tried at most."""
LONGEST, _MOST_LINES = 18, 24
"""The longest word that is kept whole, in characters, and about how many lines the longest text takes."""
_EVEN = 3
"""How much more a long text counts than many short ones; a row is as high as its highest cell."""
_PARTED = re.compile(r"\s+|(?<=-)")
_BOLD, _ARROW = 1.15, 1
"""How much wider a heading's letters are, and what the arrow of its filter takes of it."""
_OTHER, _DOUBLE = 1.2, 2.0
"""Digits in a letter of an alphabet other than the Latin, and in one as wide as it is high."""
_LETTERS, _REST = 1.1, 2
"""How many letters a digit's width holds, and how many of a line stay empty since words are not parted."""
_SHORT = 120
"""The letters of a text whose words are set one by one."""
_STEP = 0.97
_UNPARTED = 1.1
"""How much wider a linked cell is than its letters: a program without Excel's fonts must not cut it either."""
_INDENT = 2
"""What keeps a number off the line at its right; a column too narrow for that shows signs instead of the number."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Widths in characters, and over how many pages side by side they go."""

    widths: tuple[int, ...]
    across: int


@dataclass(frozen=True, slots=True)
class _Held:
    """What a column holds: the lengths of each cell's lines, the least width to read them in, the most they need."""

    cells: tuple[tuple[int, ...], ...]
    least: int
    most: int

    @property
    def weight(self) -> float:
        return float((sum(sum(lines) ** _EVEN for lines in self.cells) + 1) ** (1 / (_EVEN + 1)))

    def lines(self, width: int) -> Iterator[int]:
        """Yields how many lines each cell takes, about."""
        yield from (sum(lines_of(length, width) for length in lines) for lines in self.cells)


def size(text: str) -> int:
    """Gives how long a text is, in Latin letters."""
    return len(text) if text.isascii() else math.ceil(sum(map(_size, text)))


def _size(letter: str) -> float:
    if unicodedata.east_asian_width(letter) in "WF":
        return _DOUBLE
    return _OTHER if "\u0370" <= letter < "\u2000" else 1


def lines_of(length: int, width: int) -> int:
    """Estimates the lines that a text takes: letters are narrower than digits, but a line ends with a whole word.

    A program without Excel's fonts sets wider ones: a row must not be too low there either.
    """
    if length < width:
        return 1
    return math.ceil(length / max(width * _LETTERS - _REST, width / 2))


def wrapped(text: str, width: int) -> int:
    """Gives the lines that a text takes: word by word where it is short, estimated where it is long."""
    length = size(text)
    if length >= width and "://" in text:
        return lines_of(length, width) + 1  # an address is parted at its strokes by some programs, anywhere by others
    if length < width or length > _SHORT:
        return lines_of(length, width)
    lines, used = 1, 0
    for word in map(size, filter(None, _PARTED.split(text))):
        if used and used + word > width:
            lines, used = lines + 1, 0
        lines += max(0, math.ceil(word / width) - 1)
        used += word % width + 1 if word > width else word + 1
    return lines


def layout(sheet: Sheet, headers: Sequence[str], paper: str) -> Layout:
    """Gives the widths with which a sheet goes over as few pages side by side as can be read, and its rows stay low."""
    described = tuple(_described(sheet, place) for place in range(len(sheet.columns)))
    across = pages_across(described, sheet.leading, paper)
    if across == 1:
        return Layout(described, 1)
    rows = sheet.rows[:: math.ceil(len(sheet.rows) / SAMPLE) or 1]
    columns = tuple(zip(*rows, strict=True)) or ((),) * len(headers)
    held = tuple(map(_held, sheet.columns, headers, columns))
    return _fitted(held, sheet.leading, paper) or Layout(described, across)


def _described(sheet: Sheet, place: int) -> int:
    """Gives the width a column is described with, within what Excel allows and a date or time needs."""
    column = sheet.columns[place]
    return min(max(column.width, _needed(column, (row[place] for row in sheet.rows))), WIDEST)


def _needed(column: Column, cells: Iterable[Cell]) -> int:
    """Gives the width without which a date shows signs and a link, which no program parts, is cut."""
    if column.kind == "link":
        return max(NARROWEST, *(math.ceil(size(_shown(cell)) * _UNPARTED) for cell in cells), NARROWEST)
    if column.kind != "date":
        return NARROWEST
    return TIME if any(isinstance(cell, datetime) for cell in cells) else DATE


def _held(column: Column, header: str, cells: tuple[Cell, ...]) -> _Held:
    texts = [[_shown(cell)] if column.kind == "link" and _shown(cell) else _texts(cell) for cell in cells]
    lengths = tuple(tuple(map(size, lines)) for lines in texts)
    longest = max((length for lines in lengths for length in lines), default=0)
    words = (word for lines in texts for line in lines for word in _PARTED.split(line))
    head = max(math.ceil(len(word) * _BOLD) for word in header.split() or [""]) + _ARROW
    beside = _INDENT if column.kind == "number" else 0
    word = min(max(head, max(map(size, words), default=0) + 1 + beside), LONGEST)
    dated = any(isinstance(cell, date) for cell in cells)
    needed = _needed(column, cells) if dated or column.kind == "link" else NARROWEST
    least = max(needed, word, math.ceil(longest / _MOST_LINES))
    return _Held(lengths, min(least, WIDEST), min(max(least, longest + 1), WIDEST))


def _shown(cell: Cell) -> str:
    """Gives what a cell shows as a link, empty where it is none."""
    target = values.link(cell) if isinstance(cell, str) else ""
    return values.site(target) if target else ""


def _texts(cell: Cell) -> list[str]:
    """Gives the lines of a cell; a date has a width of its own."""
    return [""] if cell is None or isinstance(cell, date) else values.text(str(cell)).split("\n")


def _fitted(held: tuple[_Held, ...], leading: int, paper: str) -> Layout | None:
    """Gives what fills one page, else two side by side, and so on; None where no more than that can be read."""
    for across in range(1, ACROSS + 1):
        budget = room(len(held), paper) + (across - 1) * room(leading, paper)
        while budget >= sum(each.least for each in held):
            for widths in _levelled(held, budget):
                if pages_across(widths, leading, paper) <= across:
                    return Layout(widths, across)
            budget *= _STEP
    return None


def _levelled(held: tuple[_Held, ...], budget: float) -> list[tuple[int, ...]]:
    """Shares a width out anew, round by round with more for the columns that make rows high; the best comes first."""
    weights, found = [each.weight for each in held], list[tuple[int, tuple[int, ...]]]()
    for _ in range(ROUNDS):
        widths = _shared(held, weights, budget)
        rows = tuple(zip(*(each.lines(width) for each, width in zip(held, widths, strict=True)), strict=True))
        tops = tuple(map(max, rows))
        found.append((sum(tops), widths))
        high = [sum(row[place] == top > 1 for row, top in zip(rows, tops, strict=True)) for place in range(len(held))]
        weights = [weight * (1 + count / (sum(high) or 1)) for weight, count in zip(weights, high, strict=True)]
    return [widths for _lines, widths in sorted(found)]


def _shared(held: tuple[_Held, ...], weights: Sequence[float], budget: float) -> tuple[int, ...]:
    """Shares a width out by weight, each column at its least or its most where its share goes beyond."""
    fixed: dict[int, float] = {}
    while len(fixed) < len(held):
        free = [place for place in range(len(held)) if place not in fixed]
        each = max(budget - sum(fixed.values()), 0) / sum(weights[place] for place in free)
        shares = {place: weights[place] * each for place in free}
        bound = {place: float(held[place].least) for place in free if shares[place] < held[place].least}
        bound = bound or {place: float(held[place].most) for place in free if shares[place] > held[place].most}
        fixed |= bound or shares
    return tuple(int(fixed[place]) for place in range(len(held)))
