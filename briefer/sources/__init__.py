"""Readers of list files and of our own tables, one module a publisher: pure, streaming, chosen by content."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from briefer.language import _
from briefer.model.errors import BadInput
from briefer.sources import (
    apart,
    australia,
    bods,
    canada,
    csl,
    endings,
    eu_fsf,
    eu_fsf_csv,
    eu_journal,
    foreign,
    ftm,
    ofac_advanced,
    ofac_csv,
    ofac_enhanced,
    packed,
    sdn_xml,
    simple_csv,
    tables,
    uk,
    uk_csv,
    un,
)
from briefer.sources.opening import SUFFIXES, Look, look
from briefer.sources.reading import Head, Reading, Record

__all__ = ["Head", "Reading", "Record", "expand", "passed_over", "recognise"]

SNIFFERS = (
    ofac_csv.sniff,
    ofac_enhanced.sniff,
    ofac_advanced.sniff,
    sdn_xml.sniff,
    csl.sniff,
    canada.sniff,
    australia.sniff,
    eu_fsf.sniff,
    eu_fsf_csv.sniff,
    eu_journal.sniff,
    uk.sniff,
    uk_csv.sniff,
    un.sniff,
    simple_csv.sniff,
    bods.sniff,
    ftm.sniff,
    tables.sniff,
)


def recognise(path: Path) -> Reading:
    """The reading of a file, by its content; BadInput where no reader knows it, saying what it is if that is known."""
    seen, beside = look(path), ofac_csv.packed_set(path)
    return apart.apart(
        packed.reading(seen, _recognise_plain, _lists_in, beside)
        if beside or packed.is_packed(seen)
        else _recognise(seen)
    )


def expand(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Folders turned into the files in and below them that can be lists or tables; those of a set are named once."""
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
    inside = sorted(_below(path))
    if not inside:
        raise BadInput(
            path,
            _("the folder holds no file that can be imported"),
            _("name a folder with CSV, XML, JSON, XLSX, GZ or ZIP files"),
        )
    yield from inside


def passed_over(folder: Path) -> tuple[Path, ...]:
    """The files in and below a folder that are no lists or tables by their suffix."""
    return tuple(sorted(file for file in _seen(folder) if file.suffix.lower() not in SUFFIXES))


def _below(folder: Path) -> Iterator[Path]:
    """Files that can be lists by their suffix, at any depth."""
    return (file for file in _seen(folder) if file.suffix.lower() in SUFFIXES)


def _seen(folder: Path) -> Iterator[Path]:
    """Files at any depth; what is hidden, and what links lead to, is left out."""
    for place, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith((".", "__"))]
        yield from (Path(place, name) for name in files if not name.startswith((".", "~$")))


def _recognise(seen: Look) -> Reading:
    for sniff in SNIFFERS:
        if reading := sniff(seen):
            return endings.watched(reading) if seen.shape == "csv" and reading.kind == "list" else reading
    raise foreign.refuse(seen)


def _recognise_plain(path: Path) -> Reading:
    seen = look(path)
    if packed.is_packed(seen):
        raise BadInput(path, _("this is an archive in an archive"), _(packed.UNPACK))
    return _recognise(seen)


def _lists_in(folder: Path) -> tuple[Path, ...]:
    files = tuple(folder.iterdir())
    return files if len(files) < 2 else expand([folder])
