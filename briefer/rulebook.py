"""What each programme tag rests on: the dated, cited rows of `assets/rulebook/`, checked when they are loaded."""

import hashlib
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import fields, replace
from datetime import date
from functools import cache
from importlib.resources.abc import Traversable
from itertools import chain, pairwise
from pathlib import Path

import msgspec

from briefer import files
from briefer.model.errors import BadData
from briefer.model.facts import Confidence
from briefer.model.law import REGIMES, Programme

FILE = "programmes.toml"
FILLED_IN = ("row", "digest")
KEYS = tuple(field.name for field in fields(Programme) if field.name not in FILLED_IN)


@cache
def programmes(extra: Path | None = None) -> tuple[Programme, ...]:
    """Gives all rows, sorted by tag and date; an office's own file replaces the rows of each tag that it names.

    Raises BadData naming the file and the row of the first fault.
    """
    shipped = _read(files.data("assets", "rulebook", FILE), FILE)
    own = _read(extra, str(extra)) if extra else ()
    named = {row.tag for row in own}
    rows = sorted((*(row for row in shipped if row.tag not in named), *own), key=_order)
    _must_not_overlap(rows)
    return tuple(rows)


def find(rows: Iterable[Programme], tag: str, day: date) -> Programme | None:
    """Gives the row of a tag that holds on a day, None where the rulebook knows none."""
    for row in rows:
        if row.tag == tag and (row.valid_from or date.min) <= day <= (row.valid_to or date.max):
            return row
    return None


def _order(row: Programme) -> tuple[str, date]:
    return row.tag, row.valid_from or date.min


def _read(file: Traversable, name: str) -> tuple[Programme, ...]:
    try:
        content = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadData(f"{name}: cannot be read as TOML ({error}); correct or remove the file.") from error
    tables = content.pop("programme", [])
    if content or not isinstance(tables, list):
        raise BadData(f"{name}: holds more than [[programme]] tables; remove the rest.")
    return tuple(_row(table, f"{name}, row {number}") for number, table in enumerate(tables, 1))


def _row(table: object, place: str) -> Programme:
    if isinstance(table, dict) and (unknown := sorted(set(table) - set(KEYS))):
        raise BadData(f"{place}: the key “{unknown[0]}” is not known; use one of {', '.join(KEYS)}.")
    try:
        row = msgspec.convert(table, type=Programme)
    except msgspec.ValidationError as error:
        raise BadData(f"{place}: {error}; correct the value.") from error
    for fault in _faults(row):
        raise BadData(f"{place} ({row.tag or 'no tag'}): {fault}.")
    return replace(row, row=place, digest=_digest(row))


def _faults(row: Programme) -> Iterator[str]:
    if not (row.tag and row.title and row.authority):
        yield "tag, title or authority is empty; fill it in"
    if row.regime not in REGIMES:
        yield f"the regime “{row.regime}” is not known; use one of {', '.join(REGIMES)}"
    if row.confidence is not Confidence.TO_BE_VERIFIED and not row.citation:
        yield f"the row is “{row.confidence}” without a citation; cite it or call it “to be verified”"
    if row.valid_from and row.valid_to and row.valid_to < row.valid_from:
        yield "valid_to lies before valid_from; correct the dates"


def _must_not_overlap(rows: list[Programme]) -> None:
    by_tag: dict[str, list[Programme]] = defaultdict(list)
    for row in rows:
        by_tag[row.tag].append(row)
    for former, later in chain.from_iterable(pairwise(group) for group in by_tag.values()):
        if former.valid_from == later.valid_from:
            raise BadData(f"{later.row}: repeats {former.row} ({later.tag}); remove one of them.")
        if former.valid_to is None or former.valid_to >= (later.valid_from or date.min):
            raise BadData(f"{later.row}: overlaps {former.row} ({later.tag}); end the earlier row before the later.")


def _digest(row: Programme) -> str:
    content = {key: getattr(row, key) for key in KEYS}
    return hashlib.sha256(msgspec.json.encode(content, order="sorted")).hexdigest()
