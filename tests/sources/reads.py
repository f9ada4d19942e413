"""What the tests of the readers share: the records of a file, sorted by what they are."""

from collections.abc import Callable
from pathlib import Path

from briefer.model.answers import Warned
from briefer.model.facts import EntityRecord
from briefer.sources import Record, recognise

Write = Callable[[str, str | bytes], Path]


def records(path: Path) -> list[Record]:
    return list(recognise(path).records())


def entities(path: Path) -> list[EntityRecord]:
    return [record for record in records(path) if isinstance(record, EntityRecord)]


def warnings(path: Path) -> list[Warned]:
    return [record for record in records(path) if isinstance(record, Warned)]
