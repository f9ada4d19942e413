"""OFAC's ADVANCED XML, SDN or non-SDN: codes and tables, read once; the parties wait on disk for what comes last.

The file states lists, dates and relations after all parties, so the parties are laid aside as they are read and taken
up again when the end of the file is known: memory holds the tables, never the parties.
"""

import re
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from types import MappingProxyType
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
from briefer.sources.opening import DOWNLOAD, Look, elements, local, sha256
from briefer.sources.reading import Head, Reading, Record

ROOT = "Sanctions"
ISSUED = "DateOfIssue"
CODES = "ReferenceValueSets"
PARTY = "DistinctParty"
TAIL = 1024**2
ENTRY = re.compile(rb"SanctionsEntry\s[^>]*")
ATTRIBUTE = re.compile(rb'(\w+)="([^"]*)"')
LENGTH = 4
"""Bytes in which the length of a laid-aside party is written."""


def sniff(look: Look) -> Reading | None:
    """The reading of an ADVANCED file of either namespace, None of any other."""
    if look.shape != "xml" or look.root != ROOT:
        return None
    return Reading(
        path=look.path,
        files=(look.path,),
        format="ofac-advanced",
        kind="list",
        sha256=sha256(look.path),
        records=partial(_records, look.path),
    )


def _records(path: Path) -> Iterator[Record]:
    yield _head(path)
    with tempfile.TemporaryFile(prefix="briefer-") as aside:
        read = _Advanced(path, aside)
        yield from read.parties()
        if not read.known:
            raise BadInput(path, "the list holds no party", DOWNLOAD)
        yield from read.records()


def _head(path: Path) -> Head:
    """What the start of the file says of itself, and which list its end is of."""
    published: date | None = None
    tables = Tables()
    for element in elements(path, f"{{*}}{ISSUED}", f"{{*}}{CODES}"):
        if local(element) == CODES:
            tables.add_codes(element)
            break
        issued = point(element)
        published = issued.earliest if issued and issued.earliest == issued.latest else None
    key = "ofac-cons" if _is_wrapped(path, tables.code("List", WRAPPER).encode()) else "ofac-sdn"
    return Head(list=key, title=TITLES[key], publisher="OFAC", regime="US", published=published, url=URLS[key])


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
    """One pass over the file, then the parties again with what the file says of them at its end."""

    def __init__(self, path: Path, aside: BinaryIO) -> None:
        self.known: dict[str, str] = {}
        self.tables = Tables()
        self.entries = Entries(self.tables)
        self._path = path
        self._aside = aside
        self._encoder = msgspec.msgpack.Encoder()

    def parties(self) -> Iterator[Warned]:
        """Reads the file and lays its parties aside; what there is to warn of."""
        takers: Mapping[str, Callable[[etree._Element], None]] = MappingProxyType(
            {
                CODES: self.tables.add_codes,
                "Location": self.tables.add_location,
                "IDRegDocument": self.tables.add_document,
                "ProfileRelationship": self.entries.add_relation,
                "SanctionsEntry": self.entries.add_entry,
            }
        )
        for element in elements(self._path, f"{{*}}{PARTY}", *(f"{{*}}{name}" for name in takers)):
            name = local(element)
            if name == PARTY:
                yield from self._lay_aside(element)
            else:
                takers[name](element)

    def records(self) -> Iterator[Record]:
        """The parties in the file's order, whole."""
        if strays := self.entries.settle(self.known):
            yield Warned(record="", message=f"{strays} relations are between parties that are not in the file")
        decode = msgspec.msgpack.Decoder(EntityRecord).decode
        self._aside.seek(0)
        for number in self.known:
            size = int.from_bytes(self._aside.read(LENGTH), "big")
            designations = self.entries.designations(number)
            if not designations:
                yield Warned(record=f"ofac-{number}", message="the file states no list and no programme for this party")
            yield replace(
                decode(self._aside.read(size)),
                designations=designations,
                links=self.entries.links(number, self.known),
            )

    def _lay_aside(self, party: etree._Element) -> Iterator[Warned]:
        number = (party.get("FixedRef") or "").strip()
        line = f"line {party.sourceline}"
        if not number.isdigit():
            raise BadInput(self._path, "a party has no numeric FixedRef", DOWNLOAD, row=line)
        cleaner = Cleaner(self._path, line, f"ofac-{number}")
        if number in self.known:
            yield Warned(record=cleaner.record, message=f"{line} repeats this number; the first party was kept")
            return
        record = ofac_advanced_party.record(party, self.tables, cleaner)
        packed = self._encoder.encode(record)
        self._aside.write(len(packed).to_bytes(LENGTH, "big"))
        self._aside.write(packed)
        self.known[number] = record.caption
        yield from cleaner.warnings()
