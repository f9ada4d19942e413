"""Cells that hold several dates: "a) 1958 b) 5 May 1957", "1960 or 1961", "between 1955 and 1958; circa 1950"."""

import re
from collections.abc import Iterator

from briefer.language import _
from briefer.model.answers import Warned
from briefer.model.facts import EntityRecord, PartialDate
from briefer.sources import day_first

LETTERS = re.compile(r"(?:^|\s)[(]?[a-h]\)\s*")
ENDS = re.compile(r"\s*[;\n]\s*|\s+or\s+")
BETWEEN = re.compile(r"(?:between|from)?\s*(?P<first>.*\d{4})\s+(?:and|to)\s+(?P<last>.*\d{4})", re.IGNORECASE)
MIDNIGHT = re.compile(r"[T ]00:00:00$")


def several(cell: str) -> list[PartialDate]:
    """The dates of a cell, each once; a part that is no date has no bounds and keeps its text."""
    parts = [part for listed in LETTERS.split(cell) for part in ENDS.split(listed)]
    texts = [text for part in parts if (text := MIDNIGHT.sub("", part.strip(" ,.")))]
    return list(dict.fromkeys(date for text in texts for date in _dates(text)))


def unread(record: EntityRecord) -> Iterator[Warned]:
    """What there is to say of the dates of a record that were not understood."""
    for value in record.values:
        if value.date and value.date.earliest is None:
            yield Warned(
                record=record.id,
                message=_("the date {text!r} could not be read and is kept as text", text=value.value),
            )


def _dates(text: str) -> list[PartialDate]:
    """The one date of a text, or those between its commas where every one is a date: a date may hold a comma."""
    whole = _one(text)
    if whole.earliest:
        return [whole]
    parts = [_one(part.strip()) for part in text.split(",")]
    return parts if all(part.earliest for part in parts) else [whole]


def _one(text: str) -> PartialDate:
    match = BETWEEN.fullmatch(text)
    if not match:
        return day_first.parse(text)
    found = day_first.parse(f"{match['first']} to {match['last']}")
    return PartialDate(text=text, earliest=found.earliest, latest=found.latest, circa=found.circa)
