"""Finds the long table of a section in its HTML, so that some of its rows can be laid out without the others."""

import itertools
import re
from dataclasses import dataclass

LONG = 60
"""So many rows make a table long: some four pages."""
AROUND = 2
"""Rows kept at both ends and before a window, for what a style sheet says of first, last and next rows."""
TAG = re.compile(r"<(/?)(table|tbody|tr)\b[^>]*>", re.ASCII | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cut:
    """A section around its long table body: `rows` are the texts of its rows, `body` counts the bodies before it."""

    before: str
    rows: tuple[str, ...]
    after: str
    body: int

    def kept(self, first: int, end: int) -> tuple[int, ...]:
        """Gives the rows that stand for all while those from `first` until `end` are laid out."""
        last = len(self.rows)
        window = {*range(max(0, first - AROUND), end)}
        return tuple(sorted(window | {*range(AROUND)} | {*range(last - AROUND, last)}))

    def html(self, kept: tuple[int, ...]) -> str:
        """Gives the section with these rows."""
        return "".join((self.before, *(self.rows[row] for row in kept), self.after))


def cut(html: str) -> Cut | None:
    """Gives a section cut at its longest table body, None where none is long or its rows hang together.

    They do where a cell spans rows, a table stands in a row, or no head says the columns.
    """
    bodies = [found for found in _bodies(html) if len(found[2]) >= LONG]
    if not bodies:
        return None
    body, table, starts, end = max(bodies, key=lambda found: len(found[2]))
    whole = html[starts[0] : end]
    if "rowspan" in whole or "<table" in whole or "<thead" not in html[table : starts[0]]:
        return None
    edges = [*starts, end]
    rows = tuple(html[a:b] for a, b in itertools.pairwise(edges))
    return Cut(html[: starts[0]], rows, html[end:], body)


def _bodies(html: str) -> list[tuple[int, int, list[int], int]]:
    """Gives of each table body: how many precede it, where its table and its rows start, and where the last ends."""
    found: list[tuple[int, int, list[int], int]] = []
    tables: list[int] = []
    bodies: list[tuple[int, list[int]]] = []
    count, end = 0, 0
    for tag in TAG.finditer(html):
        closes, name = tag[1], tag[2].lower()
        if name == "table":
            _nest(tables, tag.start(), closes)
        elif name == "tbody" and not closes:
            bodies.append((count, []))
            count += 1
        elif name == "tbody" and bodies:
            number, starts = bodies.pop()
            found.append((number, tables[-1] if tables else 0, starts, end))
        elif name == "tr" and closes:
            end = tag.end()
        elif name == "tr" and bodies:
            bodies[-1][1].append(tag.start())
    return found


def _nest(tables: list[int], start: int, closes: str) -> None:
    if not closes:
        tables.append(start)
    elif tables:
        tables.pop()
