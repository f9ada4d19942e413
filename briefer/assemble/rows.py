"""Rows of a figure on as few pages as stay legible: how tall they are, where the pages are cut, how dense they are."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count

from briefer.model.timeline import Entry

ROOM = {"A4": (184.0, 210.0), "Letter": (168.0, 192.0)}
"""Millimetres for a figure 168 wide, below a section's opener and on a page of its own; Letter draws it larger."""
FOOT = 2.0
NOW = 5.2
"""The height of the line that parts what has happened from what is to come."""


@dataclass(frozen=True, slots=True)
class Density:
    """Millimetres: the size of the letters, from line to line, and the room around a row."""

    font: float
    pitch: float
    pad: float


SMALL, LARGE = Density(2.75, 3.15, 0.6), Density(3.2, 3.7, 1.9)
"""The densest that stays legible, a row of 3.75 mm, and the widest, a row of 5.6 mm."""


@dataclass(frozen=True, slots=True)
class Row:
    """An entry with its date and its text broken into lines; `opens` is true for the first that is to come.

    `keys` are those that print at its end; `law` is the one that stands for what it rests on in the rulebook.
    """

    entry: Entry
    day: str
    lines: tuple[str, ...]
    opens: bool = False
    keys: str = ""
    law: str = ""

    def height(self, density: Density) -> float:
        """Gives the height of the row, with the line above it where it opens what is to come."""
        return density.pad + density.pitch * len(self.lines) + NOW * self.opens


def pages(rows: Sequence[Row], paper: str, top: float) -> tuple[tuple[tuple[Row, ...], ...], Density]:
    """Cuts rows into as few figures as hold them, evenly filled, and gives the density that all of them share."""
    for number in count(1):
        rooms = [ROOM[paper][place > 0] - top - FOOT for place in range(number)]
        cut = _cut(rows, rooms)
        if sum(map(len, cut)) == len(rows):
            return tuple(filter(None, cut)), _widest(cut, rooms)
    raise AssertionError  # pragma: no cover - count() has no end


def _cut(rows: Sequence[Row], rooms: list[float]) -> list[tuple[Row, ...]]:
    """Fills each room to its share of the whole, and never beyond what it holds at the densest."""
    whole, done, place, cut = sum(row.height(SMALL) for row in rows), 0.0, 0, list[tuple[Row, ...]]()
    for number, room in enumerate(rooms, 1):
        share, filled, begin = whole * sum(rooms[:number]) / sum(rooms), 0.0, place
        while place < len(rows) and filled + (height := rows[place].height(SMALL)) <= room:
            if done + height / 2 > share and number < len(rooms):
                break
            done, filled, place = done + height, filled + height, place + 1
        cut.append(tuple(rows[begin:place]))
    return cut


def _widest(cut: list[tuple[Row, ...]], rooms: list[float]) -> Density:
    """Gives the widest density at which every figure fits; heights grow evenly from the densest to the widest."""
    spread = 1.0
    for rows, room in zip(cut, rooms, strict=True):
        least, most = (sum(row.height(density) for row in rows) for density in (SMALL, LARGE))
        if most > room:
            spread = min(spread, (room - least) / (most - least))
    return Density(
        *(
            round(small + spread * (large - small), 3)
            for small, large in (
                (SMALL.font, LARGE.font),
                (SMALL.pitch, LARGE.pitch),
                (SMALL.pad, LARGE.pad),
            )
        )
    )
