"""OFAC's ADVANCED XML, SDN or non-SDN: its codes, then its end, then its parties.

The file states lists, dates and relations after all parties, so that part is read first. A party that is related to a
later one waits on disk until that is known: memory holds the tables, never the parties.
"""

import re
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import BinaryIO

import msgspec
from lxml import etree

from briefer.model.answers import Warned
from briefer.model.errors import BadInput
from briefer.model.facts import EntityRecord
from briefer.sources import ofac_advanced_party
from briefer.sources.cells import Cleaner
from briefer.sources.ofac_advanced_codes import Tables, point
from briefer.sources.ofac_advanced_entries import Entries
from briefer.sources.ofac_csv import TITLES, URLS
from briefer.sources.ofac_programmes import WRAPPER
from briefer.sources.opening import DOWNLOAD, Look, elements, local
from briefer.sources.parts import cut
from briefer.sources.reading import Head, Reading, Record, list_file

ROOT = "Sanctions"
ISSUED = "DateOfIssue"
CODES = "ReferenceValueSets"
PARTY = "DistinctParty"
PARTIES = "DistinctParties"
TAIL = 1024**2
ENTRY = re.compile(rb"SanctionsEntry\s[^>]*")
ATTRIBUTE = re.compile(rb'(\w+)="([^"]*)"')
LENGTH = 4
"""Bytes in which the length of a laid-aside party is written."""


def sniff(look: Look) -> Reading | None:
    """The reading of an ADVANCED file of either namespace, None of any other."""
    if look.shape != "xml" or look.root != ROOT:
        return None
    return list_file(look.path, "ofac-advanced", _records)


def _records(path: Path) -> Iterator[Record]:
    head, tables = _start(path)
    yield head
    with tempfile.TemporaryFile(prefix="briefer-") as aside:
        read = _Advanced(path, tables, aside)
        yield from read.records()
        if not read.known:
            raise BadInput(path, "the list holds no party", DOWNLOAD)


def _start(path: Path) -> tuple[Head, Tables]:
    """What the start of the file says of itself, and which list its end is of; and the file's codes."""
    published: date | None = None
    tables = Tables()
    for element in elements(path, f"{{*}}{ISSUED}", f"{{*}}{CODES}"):
        if local(element) == CODES:
            tables.add_codes(element)
            break
        issued = point(element)
        published = issued.earliest if issued and issued.earliest == issued.latest else None
    key = "ofac-cons" if _is_wrapped(path, tables.code("List", WRAPPER).encode()) else "ofac-sdn"
    head = Head(list=key, title=TITLES[key], publisher="OFAC", regime="US", published=published, url=URLS[key])
    return head, tables


def _is_wrapped(path: Path, wrapper: bytes) -> bool:
    """Whether most parties at the file's end stand on the wrapper around the non-SDN lists, as all do in that file."""
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - TAIL))
        entries = ENTRY.findall(file.read())
    on: defaultdict[bytes, set[bytes]] = defaultdict(set)
    for entry in entries:
        said = dict(ATTRIBUTE.findall(entry))
        on[said.get(b"ProfileID", b"")].add(said.get(b"ListID", b""))
    return bool(wrapper) and 2 * sum(wrapper in lists for lists in on.values()) > len(on)


class _Advanced:
    """Lists and relations from the file's end, then the parties; `known` are those read, with their names."""

    def __init__(self, path: Path, tables: Tables, aside: BinaryIO) -> None:
        self.known: dict[str, str] = {}
        self._path = path
        self._tables = tables
        self._entries = Entries(tables)
        self._aside = aside
        self._waiting: list[str] = []
        self._encoder = msgspec.msgpack.Encoder()

    def records(self) -> Iterator[Record]:
        """The parties in the file's order, but last those that are related to a later one."""
        parts = cut(self._path, ROOT, PARTIES)
        for element in parts.later("{*}ProfileRelationship", "{*}SanctionsEntry"):
            if local(element) == "SanctionsEntry":
                self._entries.add_entry(element)
            else:
                self._entries.add_relation(element)
        tables = {"Location": self._tables.add_location, "IDRegDocument": self._tables.add_document}
        for element in parts.earlier(f"{{*}}{PARTY}", *(f"{{*}}{name}" for name in tables)):
            if take := tables.get(local(element)):
                take(element)
            else:
                yield from self._party(element)
        if strays := self._entries.settle(self.known):
            yield Warned(record="", message=f"{strays} relations are between parties that are not in the file")
        yield from self._waited()

    def _party(self, party: etree._Element) -> Iterator[Record]:
        number = (party.get("FixedRef") or "").strip()
        line = f"line {party.sourceline}"
        if not number.isdigit():
            raise BadInput(self._path, "a party has no numeric FixedRef", DOWNLOAD, row=line)
        cleaner = Cleaner(self._path, line, f"ofac-{number}")
        if number in self.known:
            yield Warned(record=cleaner.record, message=f"{line} repeats this number; the first party was kept")
            return
        record = ofac_advanced_party.record(party, self._tables, cleaner)
        self.known[number] = record.caption
        yield from cleaner.warnings()
        if self._entries.awaits(number, self.known):
            self._lay_aside(number, record)
        else:
            yield from self._whole(number, record)

    def _whole(self, number: str, record: EntityRecord) -> Iterator[Record]:
        designations = self._entries.designations(number)
        if not designations:
            yield Warned(record=record.id, message="the file states no list and no programme for this party")
        yield replace(record, designations=designations, links=self._entries.links(number, self.known))

    def _lay_aside(self, number: str, record: EntityRecord) -> None:
        packed = self._encoder.encode(record)
        self._aside.write(len(packed).to_bytes(LENGTH, "big"))
        self._aside.write(packed)
        self._waiting.append(number)

    def _waited(self) -> Iterator[Record]:
        decode = msgspec.msgpack.Decoder(EntityRecord).decode
        self._aside.seek(0)
        for number in self._waiting:
            size = int.from_bytes(self._aside.read(LENGTH), "big")
            yield from self._whole(number, decode(self._aside.read(size)))
