"""Text taken from a file made fit for use: normalised, squashed, without control characters, the raw text kept."""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from briefer.model.answers import Warned
from briefer.model.errors import BadInput
from briefer.model.facts import Confidence, PartialDate, Value

LONGEST = 1_000_000
"""Characters that one value may hold; no publisher comes near it."""

# Control characters, overrides of the writing direction, the byte order mark, surrogates and noncharacters: none of
# them may stand in XML, in a workbook or on a page, and the overrides make a name look like another.
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ufffe\uffff]")
SPACES = re.compile(r"\s+")


class Cleaner:
    """Cleans the texts of one record and remembers what had to be said about them."""

    __slots__ = ("dirty", "file", "record", "row")

    def __init__(self, file: Path, row: int | str | None, record: str) -> None:
        self.file = file
        self.row = row
        self.record = record
        self.dirty = 0

    def text(self, raw: str) -> str:
        """`raw` in NFC, with single spaces, without control characters; BadInput where it is far too long."""
        if len(raw) > LONGEST:
            raise BadInput(
                self.file,
                f"a value is {len(raw):,} characters long, more than any list prints",
                "check that the file is whole and of a known publisher",
                row=self.row,
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
            yield Warned(
                record=self.record, message=f"{self.dirty} control characters stood in the text and were taken out"
            )
