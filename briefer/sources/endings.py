"""How a table ends: every publisher ends the last row as the others, so one that does not was perhaps cut off in it.

Seen in files of OFAC (some with a Ctrl-Z behind it), the EU, the United Kingdom and OpenSanctions. Other formats say
themselves where they end.
"""

import os
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import chain, islice
from pathlib import Path

from briefer.language import _, mark
from briefer.model.answers import Warned
from briefer.sources.reading import Reading, Record

TAIL = 64  # bytes; more blanks stand behind no last row
ENDS = (b"\n", b"\r", b"\x1a")
MAY_BE_CUT = mark(
    "{name}: the last row has no line end, so the file may be cut off in it; compare it with the publisher's"
)


def watched(reading: Reading) -> Reading:
    """The reading of a table, which warns after its head of each file whose last row is not ended."""
    return replace(reading, records=partial(_records, reading))


def _records(reading: Reading) -> Iterator[Record]:
    records = reading.records()
    told = (Warned(record="", message=_(MAY_BE_CUT, name=path.name)) for path in reading.files if not _is_ended(path))
    yield from chain(islice(records, 1), told, records)


def _is_ended(path: Path) -> bool:
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - TAIL), os.SEEK_SET)
        return file.read().rstrip(b" \t").endswith(ENDS)
