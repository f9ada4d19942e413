"""A large XML file read in two parts, the later one first: for formats that say at their end what their start needs.

The file is cut behind a section that stands right below its root; each part is made whole with the root's own tags.
Together the parts are parsed once, so what is damaged in either is found as in the whole.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import BinaryIO

from lxml import etree

from briefer.sources.opening import HEAD, freed, parsed, xml_fault

ROOT = rb"""<((?:[\w.-]+:)?%s)(?:\s+[^\s=>]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*>"""
CLOSED = rb"</(?:[\w.-]+:)?%s\s*>"
LONGEST_TAG = 256


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """A file cut at the byte `at`, 0 where it has no such section: then the whole stands for both of its parts."""

    path: Path
    at: int = 0
    opened: bytes = b""
    closed: bytes = b""

    def later(self, *tags: str) -> Iterator[etree._Element]:
        """The elements of these tags behind the cut."""
        return self._elements(tags, self.opened, self.at, None, b"")

    def earlier(self, *tags: str) -> Iterator[etree._Element]:
        """The elements of these tags before the cut."""
        return self._elements(tags, b"", 0, self.at or None, self.closed)

    def _elements(
        self, tags: tuple[str, ...], before: bytes, start: int, end: int | None, behind: bytes
    ) -> Iterator[etree._Element]:
        with self.path.open("rb") as file:
            try:
                yield from freed(parsed(_Spliced(file, before, start, end, behind), tags=tags, blanks=False))
            except etree.XMLSyntaxError as fault:
                raise xml_fault(self.path, fault, _lines(file, start) - before.count(b"\n")) from fault


def _lines(file: BinaryIO, end: int) -> int:
    """How many lines end before a byte of the file."""
    file.seek(0)
    return sum(file.read(min(HEAD, end - at)).count(b"\n") for at in range(0, end, HEAD))


def cut(path: Path, root: str, section: str) -> Parts:
    """The file cut behind the last end of a section."""
    with path.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as view:
        name = section.encode()
        found = re.search(ROOT % root.encode(), view[:HEAD])
        last = view.rfind(name)
        closed = re.search(CLOSED % name, view[max(0, last - LONGEST_TAG) : last + LONGEST_TAG]) if last > 0 else None
        if not found or not closed:
            return Parts(path=path)
        at = max(0, last - LONGEST_TAG) + closed.end()
        return Parts(path=path, at=at, opened=view[: found.end()], closed=b"</%s>" % found[1])


class _Spliced:
    """A stretch of a file with something before it and something behind it."""

    def __init__(self, file: BinaryIO, before: bytes, start: int, end: int | None, behind: bytes) -> None:
        self._file = file
        self._before = before
        self._left = end
        self._behind = behind
        file.seek(start)

    def read(self, size: int) -> bytes:
        """What the parser asks for, or less; nothing once all is read."""
        if self._before:
            before, self._before = self._before, b""
            return before
        chunk = self._file.read(size if self._left is None else min(size, self._left))
        if self._left is not None:
            self._left -= len(chunk)
        if not chunk:
            chunk, self._behind = self._behind, b""
        return chunk
