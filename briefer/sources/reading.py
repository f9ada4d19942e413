"""What a recognised file is, and the records that it can yield."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from briefer.model.answers import Warned
from briefer.model.facts import EntityRecord, Event, Measure
from briefer.model.policy import Issue, Position, Source
from briefer.sources.opening import sha256


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What a list file says of itself: the first record of such a file; `declared` is the file's own record count.

    `printed` is the date as the file prints it where that is no day, so that it can be told of.
    """

    list: str
    title: str
    publisher: str
    regime: str
    published: date | None = None
    declared: int | None = None
    url: str = ""
    printed: str = ""


Record = Head | EntityRecord | Warned | Source | Issue | Position | Event | Measure


@dataclass(frozen=True, slots=True, kw_only=True)
class Halves:
    """A reading in two, which two processes can share: `second` begins `first` and makes of it all records, head first.

    It begins it only once more than the head is asked for.
    """

    first: Callable[[], Iterator[Record]]
    second: Callable[[Callable[[], Iterator[Record]]], Iterator[Record]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A file (or a set of files) that a reader knows, not read yet.

    `path` is the main file, `files` all of the set; `kind` is "list" (a snapshot) or "rows" (statements that replace
    one another by id); `sha256` is of the file, of a set that of its sorted lines "NAME SHA256"; `records` streams.
    `halves` are the same records, where the reader can tell them in two.
    """

    path: Path
    files: tuple[Path, ...]
    format: str
    kind: str
    sha256: str
    records: Callable[[], Iterator[Record]]
    halves: Halves | None = None


def list_file(path: Path, form: str, records: Callable[..., Iterator[Record]], *more: object) -> Reading:
    """The reading of a list that is one file; `form` is its format and `more` what its reader takes beside the path."""
    read = partial(records, path, *more)
    return Reading(path=path, files=(path,), format=form, kind="list", sha256=sha256(path), records=read)
