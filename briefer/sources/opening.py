"""Opening files that may be anything: first looks, decoded lines, hashes, and XML with every door shut."""

import codecs
import csv
import hashlib
import os
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from lzma import LZMAError
from pathlib import Path
from typing import BinaryIO, Protocol, cast

from lxml import etree

from briefer.language import _, mark, ngettext
from briefer.model.errors import BadInput, Stranger

HEAD = 65536
LONGEST_LINE = 64 * 1024 * 1024
"""Bytes that one line may hold; a whole FollowTheMoney entity fits a thousand times."""

SUFFIXES = frozenset({".csv", ".tsv", ".xml", ".json", ".jsonl", ".ndjson", ".ftm", ".xlsx", ".gz", ".zip"})
"""Ends of the names of files that can be lists or tables; where a file is named itself, only its content counts."""

PACKED = {".zip": mark("a ZIP archive"), ".gz": mark("a gzip file"), ".xlsx": mark("an XLSX workbook")}
"""What the ends of some names promise, each of which its first bytes would show."""

QUOTED = re.compile(rb'"[^"]*"?')
DELIMITERS = (b",", b";", b"\t")
ARCHIVE_FAULTS = (zipfile.BadZipFile, zlib.error, LZMAError, struct.error, EOFError, OSError, RuntimeError, ValueError)
"""What zipfile and gzip raise of what is damaged or packed in another way; RuntimeError of a password too."""

BROKEN_AT = re.compile(r"\(byte (\d+)\)$|data was truncated")
TOP = 3
"""Lines that may stand before or be the header of a CSV file; the first with a delimiter tells which it is."""
DOWNLOAD = mark("download it again from the publisher")


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """A first look at a file: `shape` is xml, json, csv, zip or gzip; `root` the XML root's local name and `namespace`.

    `lines` are the first records of a CSV file, cut by its own delimiter `delimiter`.
    """

    path: Path
    shape: str
    head: bytes
    root: str = ""
    namespace: str = ""
    lines: tuple[tuple[str, ...], ...] = ()
    delimiter: str = ","


def look(path: Path) -> Look:
    """A first look at the file; BadInput where it is missing, no file, empty, a web page or not readable at all."""
    head = _head(path)
    bare = head.removeprefix(codecs.BOM_UTF8).lstrip()
    if head.startswith(b"PK\x03\x04"):
        return Look(path=path, shape="zip", head=head)
    if head.startswith(b"\x1f\x8b"):
        return Look(path=path, shape="gzip", head=head)
    if not bare:
        raise BadInput(path, _("the file is empty"), _(DOWNLOAD))
    if bare[:1] in b"{[":
        return Look(path=path, shape="json", head=head)
    if bare.startswith(b"<") or head[:4] in (b"\xff\xfe<\0", b"\xfe\xff\0<"):
        return _look_xml(path, head, bare)
    if head[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        raise BadInput(path, _("the text is UTF-16 from byte 0 on"), _("save it as CSV UTF-8"))
    return _look_csv(path, head)


def sha256(path: Path) -> str:
    """The hash of the file's bytes, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def sha256_of_set(files: dict[str, Path]) -> str:
    """The hash of a set's sorted lines "NAME SHA256", by the publisher's names, so that a renamed file counts alike."""
    lines = sorted(f"{name} {sha256(path)}" for name, path in files.items())
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def lines_of(path: Path) -> Iterator[tuple[int, int, bytes]]:
    """Line number from 1, byte offset and bytes of each line; BadInput on a line without end."""
    with path.open("rb") as file:
        number, offset = 0, 0
        while line := file.readline(LONGEST_LINE):
            number += 1
            if len(line) == LONGEST_LINE:
                raise BadInput(
                    path, _("the line is longer than 64 MB"), _(DOWNLOAD), row=_("line {number}", number=number)
                )
            yield number, offset, line
            offset += len(line)


def decoded(path: Path) -> Iterator[str]:
    """The lines of a UTF-8 text with their ends, without a byte order mark; BadInput names the byte that is wrong."""
    for number, offset, line in lines_of(path):
        try:
            text = line.decode()
        except UnicodeDecodeError as fault:
            raise BadInput(
                path,
                _("byte {byte} is not UTF-8", byte=offset + fault.start),
                _("save the file as UTF-8 (in a spreadsheet: CSV UTF-8)"),
                row=_("line {number}", number=number),
            ) from fault
        yield text.removeprefix("\ufeff") if number == 1 else text


def rows(path: Path, delimiter: str = ",") -> Iterator[tuple[int, list[str]]]:
    """Row number from 1 and cells of each row of a CSV file; BadInput on broken quoting."""
    number = 0
    reader = csv.reader(decoded(path), delimiter=delimiter, strict=True)
    try:
        for number, cells in enumerate(reader, start=1):
            yield number, cells
    except csv.Error as fault:
        raise BadInput(
            path,
            _("the quoting is broken or the file ends early ({reason})", reason=fault),
            _(DOWNLOAD),
            row=number + 1,
        ) from fault


def uneven(cells: Sequence[str], width: int) -> str:
    """Says how many cells a row has, and how many the header."""
    return ngettext(
        "the row has {count} cell where the header has {columns}",
        "the row has {count} cells where the header has {columns}",
        len(cells),
        columns=width,
    )


def refuse_uneven(path: Path, number: int, cells: Sequence[str], width: int) -> None:
    """BadInput where a row has more or fewer cells than the header."""
    if len(cells) != width:
        raise BadInput(path, uneven(cells, width), _(DOWNLOAD), row=number)


def refuse_short(path: Path, number: int, cells: Sequence[str], width: int, remedy: str = "") -> None:
    """BadInput where a row has fewer cells than the header, as the last row of a file that was cut off has."""
    if len(cells) < width:
        raise BadInput(path, uneven(cells, width), remedy or _(DOWNLOAD), row=number)


def json_line(text: bytes, fault: Exception, before: int = 0) -> str | None:
    """The line in which JSON is damaged or ends, as msgspec tells it; None where it is whole and of another shape.

    `before` are the lines of the file before the part that was read.
    """
    told = BROKEN_AT.search(str(fault))
    if not told:
        return None
    end = int(told[1]) if told[1] else len(text.rstrip())
    return _("line {number}", number=before + text.count(b"\n", 0, end) + 1)


def ends_in_a_line(path: Path) -> bool:
    """Whether the last line of a text has its end."""
    with path.open("rb") as file:
        file.seek(-1, os.SEEK_END)
        return file.read(1) in b"\r\n"


def wrong_byte(text: bytes) -> int | None:
    """The first byte that is not UTF-8, None where all are."""
    try:
        text.decode()
    except UnicodeDecodeError as fault:
        return fault.start
    return None


def wrong_byte_of(path: Path) -> int | None:
    """The first byte of a file that is not UTF-8, None where all are."""
    found = ((offset, wrong_byte(line)) for _, offset, line in lines_of(path))
    return next((offset + wrong for offset, wrong in found if wrong is not None), None)


class Bytes(Protocol):
    """What a parser reads from: a file, or a part of one."""

    def read(self, size: int) -> bytes:
        """Some bytes, none at the end."""


def parsed(
    file: Bytes, *, events: tuple[str, ...] = ("end",), tags: tuple[str, ...] | None = None, blanks: bool = True
) -> etree.iterparse:
    """A parser of the file that follows no entity, no DTD and no network address, and grows no huge tree.

    Without `blanks` the tree leaves out the white space between elements, which takes time and says nothing.
    """
    return etree.iterparse(
        cast("BinaryIO", file),
        events=events,
        tag=tags,
        remove_blank_text=not blanks,
        huge_tree=False,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )


def elements(path: Path, *tags: str) -> Iterator[etree._Element]:
    """Each finished element of these tags, freed when the next is asked for; BadInput where the XML is damaged."""
    try:
        with path.open("rb") as file:
            yield from freed(parsed(file, tags=tags))
    except etree.XMLSyntaxError as fault:
        raise xml_fault(path, fault) from fault


def freed(parser: etree.iterparse) -> Iterator[etree._Element]:
    """The elements that a parser finishes; each is gone when the next is asked for, so that memory stays flat."""
    for _event, element in parser:
        yield element
        element.clear()
        parent = element.getparent()
        while parent is not None and element.getprevious() is not None:
            del parent[0]


def local(element: etree._Element) -> str:
    """The name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


def child(element: etree._Element, tag: str) -> etree._Element | None:
    """The first child of a tag; half the time of lxml's `find`."""
    return next(element.iterchildren(tag), None)


def child_text(element: etree._Element, tag: str) -> str:
    """The text of the first child of a tag; empty where there is none."""
    found = child(element, tag)
    return "" if found is None else (found.text or "").strip()


def xml_fault(path: Path, fault: etree.XMLSyntaxError, before: int = 0) -> BadInput:
    """The sentence for XML that cannot be parsed: which byte is no text, or which line is broken.

    `before` are the lines of the file before the part that was parsed.
    """
    row = _("line {number}", number=before + (fault.lineno or 0))
    wrong = wrong_byte_of(path) if "encod" in str(fault).lower() or "UTF-8" in str(fault) else None
    if wrong is not None:
        return BadInput(path, _("byte {byte} is not UTF-8", byte=wrong), _(DOWNLOAD), row=row)
    said = (fault.msg or _("no reason given")).split(", line ")[0].rstrip(". \n").replace("\n", " ")
    return BadInput(path, _("the XML is damaged or ends early ({reason})", reason=said), _(DOWNLOAD), row=row)


def _head(path: Path) -> bytes:
    if path.is_dir():
        raise BadInput(path, _("this is a folder, not a file"), _("name the file in it"))
    try:
        if not path.is_file() and path.exists():
            raise Stranger(path, _("this is a pipe, a socket or a device, not a file"), _("save the list as a file"))
        with path.open("rb") as file:
            return file.read(HEAD)
    except FileNotFoundError as fault:
        raise BadInput(path.absolute(), _("there is no such file"), _("check the name and the folder")) from fault
    except OSError as fault:
        said = fault.strerror or _("no reason given")
        raise BadInput(
            path, _("the file cannot be read ({reason})", reason=said), _("check its permissions")
        ) from fault


def _look_xml(path: Path, head: bytes, bare: bytes) -> Look:
    if bare[:200].lower().startswith((b"<!doctype html", b"<html", b"<head")):
        raise BadInput(path, _("this is a web page, not a list: the server answered with HTML"), _(DOWNLOAD))
    try:
        with path.open("rb") as file:
            _event, element = next(iter(parsed(file, events=("start",))))
            info = element.getroottree().docinfo
    except etree.XMLSyntaxError as fault:
        raise xml_fault(path, fault) from fault
    if local(element).lower() == "html":
        raise BadInput(path, _("this is a web page, not a list: the server answered with HTML"), _(DOWNLOAD))
    if info.internalDTD is not None or info.doctype:
        raise BadInput(path, _("the XML declares a document type, which no publisher's list does"), _(DOWNLOAD))
    namespace = element.tag.removeprefix("{").rpartition("}")[0]
    return Look(path=path, shape="xml", head=head, root=local(element), namespace=namespace)


def _unlike_its_name(path: Path) -> BadInput | None:
    """The fault of a file that is no text and not what its name says either."""
    kind = PACKED.get(path.suffix.lower())
    return (
        BadInput(path, _("by its name {kind}, but it is none that can be read", kind=_(kind)), _(DOWNLOAD))
        if kind
        else None
    )


def _look_csv(path: Path, head: bytes) -> Look:
    lines = [QUOTED.sub(b"", line) for line in head.removeprefix(codecs.BOM_UTF8).split(b"\n", TOP)[:TOP]]
    parted = next((line for line in lines if any(mark in line for mark in DELIMITERS)), b"")
    delimiter = max(DELIMITERS, key=parted.count).decode()
    found: list[tuple[str, ...]] = []
    try:
        for _row, cells in islice(rows(path, delimiter), 3):
            found.append(tuple(cells))
    except BadInput as fault:
        # A stray quote in a row of data is for the reader of the format to mend or to name.
        if not found:
            raise _unlike_its_name(path) or fault from None
    return Look(path=path, shape="csv", head=head, lines=tuple(found), delimiter=delimiter)
