"""Readers of list files and of our own tables, one module a publisher: pure, streaming, chosen by content."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from briefer.model.errors import BadInput
from briefer.sources import foreign, ftm, ofac_csv, ofac_enhanced, tables
from briefer.sources.opening import look
from briefer.sources.reading import Head, Reading, Record

__all__ = ["Head", "Reading", "Record", "expand", "recognise"]

SNIFFERS = (ofac_csv.sniff, ofac_enhanced.sniff, ftm.sniff, tables.sniff)
SUFFIXES = frozenset({".csv", ".tsv", ".xml", ".json", ".jsonl", ".ndjson", ".ftm", ".xlsx"})


def recognise(path: Path) -> Reading:
    """The reading of a file, by its content; BadInput where no reader knows it, saying what it is if that is known."""
    seen = look(path)
    for sniff in SNIFFERS:
        if reading := sniff(seen):
            return reading
    raise foreign.refuse(seen)


def expand(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Folders turned into the files right in them that can be lists or tables; the files of a set are named once."""
    found: dict[Path, Path] = {}
    for path in paths:
        for file in _files(path):
            main = ofac_csv.main_file(file) or file
            found.setdefault(main.resolve(), main)
    return tuple(found.values())


def _files(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    inside = sorted(
        file
        for file in path.iterdir()
        if file.is_file() and file.suffix.lower() in SUFFIXES and not file.name.startswith((".", "~$"))
    )
    if not inside:
        raise BadInput(
            path, "the folder holds no file that can be imported", "name a folder with CSV, XML, JSON or XLSX files"
        )
    yield from inside
