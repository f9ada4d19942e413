"""Lists that were handed in packed: a .gz or a .zip is unpacked into a folder of our own, within bounds."""

import gzip
import re
import shutil
import tempfile
import weakref
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path, PurePosixPath
from typing import IO

from briefer.language import _, mark, ngettext
from briefer.model.errors import BadInput
from briefer.sources.opening import ARCHIVE_FAULTS, DOWNLOAD, SUFFIXES, Look
from briefer.sources.opening import look as look_at
from briefer.sources.reading import Reading, Record

LARGEST = 8 * 1024**3
"""Bytes that may be unpacked; the largest data set of lists that is published has some four."""

SMALL = 64 * 1024**2
RATIO = 200
"""Lists pack to a tenth or a thirtieth; more than this, once past SMALL, is a bomb."""

CHUNK = 1024**2
UNPACK = mark("unpack it yourself and import the list in it")
_BARE = re.compile(r"\.gz$", re.IGNORECASE)
Recognise = Callable[[Path], Reading]


class Unpacked:
    """A folder of our own with what was packed; it goes when nobody can read from it any more."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.folder = Path(tempfile.mkdtemp(prefix="briefer-"))
        self._goes = weakref.finalize(self, shutil.rmtree, self.folder, ignore_errors=True)

    def __reduce__(self) -> tuple[type["_There"], tuple[Path, Path]]:
        """What another process is told of the folder, which stays ours."""
        return _There, (self.path, self.folder)

    def close(self) -> None:
        """Removes the folder at once."""
        self._goes()

    def named(self, fault: BadInput) -> BadInput:
        """The fault with the file that the user knows in place of the one in our folder."""
        fault.args = (
            str(fault).replace(f"{self.folder}/", f"{self.path}: ").replace(str(self.folder), str(self.path)),
        )
        return fault


class _There(Unpacked):
    """A folder that another process has unpacked into, and removes."""

    def __init__(self, path: Path, folder: Path) -> None:
        self.path = path
        self.folder = folder


def is_packed(look: Look) -> bool:
    """Whether a file is an archive with something that can be a list; a workbook is a ZIP and no archive."""
    return look.shape == "gzip" or (look.shape == "zip" and _holds_lists(look.path))


def reading(
    look: Look, recognise: Recognise, lists_in: Callable[[Path], tuple[Path, ...]], beside: tuple[Path, ...] = ()
) -> Reading:
    """The reading of the one list in an archive; its hash is the list's own, so that packing it changes nothing.

    The files `beside` belong to the same list, each packed by itself or plain, as the file itself may then be.
    """
    room = Unpacked(look.path)
    try:
        for each in (look, *map(look_at, beside)):
            if is_packed(each):
                _unpack(each, room.folder)
            else:
                shutil.copyfile(each.path, room.folder / each.path.name)
        found = lists_in(room.folder)
        if len(found) != 1:
            what = ngettext(
                "the archive holds {count} file that can be a list",
                "the archive holds {count} files that can be lists",
                len(found),
            )
            raise BadInput(look.path, what, _("unpack it and import the folder") if found else _(DOWNLOAD))
        inner = recognise(found[0])
    except BadInput as fault:
        room.close()
        raise room.named(fault) from fault
    records = partial(_records, inner, room)
    return replace(inner, path=look.path, files=(look.path, *beside), records=records, halves=None)


def _records(inner: Reading, room: Unpacked) -> Iterator[Record]:
    try:
        yield from inner.records()
    except BadInput as fault:
        raise room.named(fault) from fault


def _holds_lists(path: Path) -> bool:
    """False of a damaged ZIP too: most are workbooks, and their reader says what is wrong with it."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = [name for member in archive.infolist() if (name := _name(member))]
            workbook = "xl/workbook.xml" in archive.namelist()
    except ARCHIVE_FAULTS:
        return False
    return not workbook and any(PurePosixPath(name).suffix.lower() in SUFFIXES for name in names)


def _unpack(look: Look, folder: Path) -> None:
    path = look.path
    try:
        if look.shape == "gzip":
            with gzip.open(path) as packed:
                _copy(path, packed, folder / (_BARE.sub("", path.name) or "list"), path.stat().st_size, LARGEST)
            return
        left = LARGEST
        with zipfile.ZipFile(path) as archive:
            for member in archive.infolist():
                if (name := _name(member)) and not (folder / name).exists():
                    with archive.open(member) as packed:
                        left -= _copy(path, packed, folder / name, member.compress_size, left)
    except ARCHIVE_FAULTS as fault:
        what = _("the archive cannot be unpacked ({reason})", reason=fault)
        remedy = _("download it again from the publisher, or unpack it yourself and import the list in it")
        raise BadInput(path, what, remedy) from fault


def _name(member: zipfile.ZipInfo) -> str:
    """A member's bare name, wherever it says to be put; empty for folders and for what a system adds by itself."""
    place = PurePosixPath(member.filename.replace("\\", "/"))
    hidden = any(part.startswith((".", "__MACOSX")) for part in place.parts if part != "..")
    return "" if member.is_dir() or hidden else place.name


def _copy(path: Path, packed: IO[bytes] | gzip.GzipFile, target: Path, size: int, left: int) -> int:
    done = 0
    with target.open("wb") as file:
        while chunk := packed.read(CHUNK):
            done += len(chunk)
            if done > left or done > max(SMALL, RATIO * size):
                what = _("the archive unpacks to more than {size:,} MB, far more than a list", size=done // 1024**2)
                raise BadInput(path, what, _(UNPACK))
            file.write(chunk)
    return done
