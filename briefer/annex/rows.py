"""Rows of values → rows of a sheet's XML."""

import math
from collections.abc import Callable
from datetime import date, datetime
from textwrap import wrap
from xml.sax.saxutils import escape

from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import to_excel
from openpyxl.worksheet.hyperlink import Hyperlink

from briefer.annex import values
from briefer.annex.stream import StreamedSheet
from briefer.annex.styles import DECIMALS
from briefer.annex.widths import size, wrapped
from briefer.language import _, mark
from briefer.model.brief import Cell, Column

LONG_TEXTS = mark("Long texts")
_LINE, _TALLEST = 15, 409  # points
_BOLD = 0.9


def _heading(words: str, width: int) -> int:
    """Estimates the lines of a heading, whose letters are bold; a spreadsheet parts it between words."""
    return len(wrap(words, max(1, int(width * _BOLD))))


def _figures(value: float) -> str:
    """Gives the style of a number: one with decimals is shown with all of them, whatever the width of its column."""
    decimals = len(repr(value).partition(".")[2]) if "e" not in repr(value) and value % 1 else 0
    return f"number.{decimals}" if 0 < decimals <= DECIMALS else "number"


class Rows:
    """Writes the rows of one sheet; `long` gathers the parts of texts that no cell can hold."""

    def __init__(
        self,
        sheet: StreamedSheet,
        columns: tuple[Column, ...],
        widths: tuple[int, ...],
        headers: tuple[str, ...],
        styles: dict[str, int],
    ) -> None:
        self.sheet, self.headers, self.styles = sheet, headers, styles
        self.kinds = [column.kind for column in columns]
        self.letters = [get_column_letter(number) for number in range(1, len(columns) + 1)]
        self.widths = widths
        self.long: list[tuple[Cell, ...]] = []
        self.number, self.links, self.lines = 0, 0, 1

    def say(self, words: str, style: str) -> None:
        """Writes a line of text above the table."""
        self.number += 1
        self._append(self._string(0, values.text(words), style))

    def header(self) -> None:
        """Writes the header row, as high as its longest heading is likely to need."""
        self.number, self.lines = self.number + 1, 1
        self.lines = max(map(_heading, self.headers, self.widths), default=1)
        looks = ["numbers" if kind == "number" else "header" for kind in self.kinds]
        named = enumerate(zip(self.headers, looks, strict=True))
        self._append("".join(self._string(place, name, look) for place, (name, look) in named))

    def row(self, row: tuple[Cell, ...]) -> None:
        """Writes the next row, a cell for each column, as high as its longest text is likely to need."""
        self.number, self.lines = self.number + 1, 1
        cells = zip(range(len(self.kinds)), row, strict=True)
        self._append("".join(_WRITERS.get(type(value), Rows._text)(self, place, value) for place, value in cells))

    def _append(self, cells: str) -> None:
        high = f' ht="{min(self.lines * _LINE, _TALLEST)}"' if self.lines > 1 else ""
        self.sheet.append((f'<row r="{self.number}"{high}>{cells}</row>',))

    def _empty(self, place: int, _value: Cell) -> str:
        return f'<c r="{self.letters[place]}{self.number}" s="{self.styles["text"]}"/>'

    def _number(self, place: int, value: Cell) -> str:
        if not isinstance(value, int | float) or not math.isfinite(value) or abs(value) >= values.MOST_NUMBER:
            return self._text(place, str(value))
        return self._value(place, value, _figures(value))

    def _date(self, place: int, value: Cell) -> str:
        found = values.day(value) if isinstance(value, date) else value
        if not isinstance(found, date):
            return self._text(place, found)
        return self._value(place, to_excel(found), "time" if isinstance(found, datetime) else "date")  # type: ignore[no-untyped-call]

    def _value(self, place: int, value: float, style: str) -> str:
        return f'<c r="{self.letters[place]}{self.number}" s="{self.styles[style]}"><v>{value!r}</v></c>'

    def _text(self, place: int, value: Cell) -> str:
        """Writes text, whatever it begins with: a link where the column holds links, on the right with numbers.

        What holds no letter is an empty cell: text without letters counts as filled.
        """
        if value == "":
            return self._empty(place, value)
        kind, words = self.kinds[place], self._fitting(place, values.text(str(value)))
        if kind in ("link", "sheet") and (shown := self._linked(place, words)):
            return self._string(place, shown, "link")
        self.lines = max(self.lines, self._lines(place, words))
        look = "quoted" if words.startswith(values.LEADS) else "number" if kind == "number" else "text"
        return self._string(place, words, look)

    def _string(self, place: int, words: str, style: str) -> str:
        kept = ' xml:space="preserve"' if words != words.strip() else ""
        where = f'r="{self.letters[place]}{self.number}" s="{self.styles[style]}"'
        return f'<c {where} t="inlineStr"><is><t{kept}>{escape(words)}</t></is></c>'

    def _linked(self, place: int, words: str) -> str:
        """Makes a cell a link, to a sheet or to the web; gives what it shows, one line, empty where it is none."""
        quoted = words.replace("'", "''")
        inside = {"location": f"'{quoted}'!A1", "display": words} if self.kinds[place] == "sheet" else {}
        target = "" if inside else values.link(words)
        if self.links >= values.MOST_LINKS or not (inside or target):
            return ""
        self.links += 1
        ref = f"{self.letters[place]}{self.number}"
        told = inside or {"tooltip": target[: values.MOST_TIP]}
        self.sheet._hyperlinks.append(Hyperlink(ref=ref, target=target or None, **told))
        return words if inside else values.site(target)

    def _lines(self, place: int, words: str) -> int:
        width = self.widths[place]
        if "\n" not in words and size(words) < width:
            return 1
        return sum(wrapped(line, width) for line in words.split("\n"))

    def _fitting(self, place: int, words: str) -> str:
        """Cuts a text that is too long for a cell, says so in it and keeps the whole in parts."""
        whole = values.parts(words)
        if len(whole) == 1:
            return words
        where = (self.sheet.title, self.number, self.headers[place])
        self.long += [(*where, number, part) for number, part in enumerate(whole, start=1)]
        cut = _(
            "… [cut at {count:,} characters; the whole text stands on the sheet “{sheet}”]",
            count=values.MOST_TEXT,
            sheet=_(LONG_TEXTS),
        )
        return values.parts(words, values.MOST_TEXT - len(cut))[0] + cut


_WRITERS: dict[type, Callable[[Rows, int, Cell], str]] = {
    type(None): Rows._empty,
    int: Rows._number,
    float: Rows._number,
    date: Rows._date,
    datetime: Rows._date,
}
