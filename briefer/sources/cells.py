"""Text taken from a file made fit for use: normalised, squashed, without control characters, the raw text kept."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from briefer.language import _, mark, ngettext
from briefer.model.answers import Warned
from briefer.model.errors import BadInput
from briefer.model.facts import Confidence, PartialDate, Value

LONGEST = 1_000_000
"""Characters that one value may hold; no publisher comes near it."""

# Control characters, overrides of the writing direction, the byte order mark, surrogates and noncharacters: none of
# them may stand in XML, in a workbook or on a page, and the overrides make a name look like another.
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ufffe\uffff]")
SPACES = re.compile(r"\s+")


LINE, STATEMENT, ENTRY = mark("line {number}"), mark("statement {number}"), mark("entry {number}")
"""What a place in a file is that is no row."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a file, put into words only where something is said of it: there are as many as records."""

    what: str
    number: object

    def __str__(self) -> str:
        return _(self.what, number=self.number)


def told(row: "int | str | Place | None") -> int | str | None:
    """Gives a row or a place as an error names it."""
    return str(row) if isinstance(row, Place) else row


class Cleaner:
    """Cleans the texts of one record and remembers what had to be said about them."""

    __slots__ = ("dirty", "file", "record", "row")

    def __init__(self, file: Path, row: "int | str | Place | None", record: str) -> None:
        self.file = file
        self.row = row
        self.record = record
        self.dirty = 0

    def text(self, raw: str) -> str:
        """`raw` in NFC, with single spaces, without control characters; BadInput where it is far too long."""
        if len(raw) > LONGEST:
            raise BadInput(
                self.file,
                _("a value is {length:,} characters long, more than any list prints", length=len(raw)),
                _("check that the file is whole and of a known publisher"),
                row=told(self.row),
            )
        # Quick way out for most texts of most files.
        if raw.isascii() and raw.isprintable() and "  " not in raw and raw[:1] != " " and raw[-1:] != " ":
            return raw
        plain, cut = CONTROL.subn("", raw)
        self.dirty += cut
        return SPACES.sub(" ", unicodedata.normalize("NFC", plain)).strip()

    def value(
        self,
        prop: str,
        raw: str,
        *,
        lang: str = "",
        note: str = "",
        date: PartialDate | None = None,
        sources: tuple[str, ...] = (),
        confidence: Confidence = Confidence.VERIFIED,
        printed: str = "",
    ) -> Value:
        """A Value of `raw`, with the raw text where cleaning changed it (control characters shown as �).

        `printed` is the raw text where the reader has changed it already.
        """
        text = self.text(raw)
        kept = printed or ("" if text == raw else CONTROL.sub("�", raw))
        return Value(
            prop=prop, value=text, raw=kept, lang=lang, note=note, date=date, sources=sources, confidence=confidence
        )

    def warnings(self) -> Iterator[Warned]:
        """What cleaning has to say about the record."""
        if self.dirty:
            message = ngettext(
                "{count} control character stood in the text and was taken out",
                "{count} control characters stood in the text and were taken out",
                self.dirty,
            )
            yield Warned(record=self.record, message=message)
