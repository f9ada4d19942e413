"""OFAC's ADVANCED XML, SDN or non-SDN: its codes, then its end, then its parties.

The file states lists, dates and relations after all parties, so that part is read first. A party that is related to
later ones waits on disk until they are known: memory holds the tables, never the parties.
"""

import re
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from briefer.language import _, ngettext
from briefer.model.answers import Warned
from briefer.model.errors import BadInput
from briefer.model.facts import EntityRecord
from briefer.sources import ofac_advanced_party
from briefer.sources.aside import Aside
from briefer.sources.cells import LINE, Cleaner, Place
from briefer.sources.ofac_advanced_codes import Tables, point
from briefer.sources.ofac_advanced_entries import Entries
from briefer.sources.ofac_csv import TITLES, URLS
from briefer.sources.ofac_programmes import WRAPPER
from briefer.sources.opening import DOWNLOAD, Look, elements, local
from briefer.sources.parts import cut
from briefer.sources.reading import Halves, Head, Reading, Record, list_file

ROOT = "Sanctions"
ISSUED = "DateOfIssue"
CODES = "ReferenceValueSets"
PARTY = "DistinctParty"
PARTIES = "DistinctParties"
TAIL = 1024**2
ENTRY = re.compile(rb"SanctionsEntry\s[^>]*")
ATTRIBUTE = re.compile(rb'(\w+)="([^"]*)"')
PREFIX = "ofac-"


def sniff(look: Look) -> Reading | None:
    """The reading of an ADVANCED file of either namespace, None of any other."""
    if look.shape != "xml" or look.root != ROOT:
        return None
    halves = Halves(first=partial(_parties, look.path), second=partial(_whole, look.path))
    return replace(list_file(look.path, "ofac-advanced", _records), halves=halves)


def _records(path: Path) -> Iterator[Record]:
    return _whole(path, partial(_parties, path))


def _parties(path: Path) -> Iterator[Record]:
    """The parties without lists and relations, in the file's order."""
    _head, tables = _start(path)
    take = {"Location": tables.add_location, "IDRegDocument": tables.add_document}
    known: set[str] = set()
    for element in cut(path, ROOT, PARTIES).earlier(f"{{*}}{PARTY}", *(f"{{*}}{name}" for name in take)):
        if add := take.get(local(element)):
            add(element)
            continue
        number = (element.get("FixedRef") or "").strip()
        line = Place(LINE, element.sourceline)
        if not number.isdigit():
            raise BadInput(path, _("a party has no numeric FixedRef"), _(DOWNLOAD), row=str(line))
        cleaner = Cleaner(path, line, f"{PREFIX}{number}")
        if number in known:
            yield Warned(
                record=cleaner.record, message=_("{place} repeats this number; the first party was kept", place=line)
            )
            continue
        known.add(number)
        record = ofac_advanced_party.record(element, tables, cleaner)
        yield from cleaner.warnings()
        yield record


def _whole(path: Path, parties: Callable[[], Iterator[Record]]) -> Iterator[Record]:
    """The head, then the parties with their lists and relations."""
    head, tables = _start(path)
    yield head
    given = parties()
    with tempfile.TemporaryFile(prefix="briefer-") as file:
        read = _Advanced(path, Entries(tables), Aside(file))
        yield from read.records(given)
        if not read.known:
            raise BadInput(path, _("the list holds no party"), _(DOWNLOAD))


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
    """Lists and relations from the file's end, joined to the parties; `known` are those given, with their names."""

    def __init__(self, path: Path, entries: Entries, aside: Aside) -> None:
        self.known: dict[str, str] = {}
        self._path = path
        self._entries = entries
        self._aside = aside

    def records(self, parties: Iterator[Record]) -> Iterator[Record]:
        """The parties, each as soon as all are known that it is related to, else last; warnings among them."""
        take = {"SanctionsEntry": self._entries.add_entry, "ProfileRelationship": self._entries.add_relation}
        for element in cut(self._path, ROOT, PARTIES).later(*(f"{{*}}{name}" for name in take)):
            take[local(element)](element)
        for each in parties:
            if isinstance(each, EntityRecord):
                yield from self._party(each)
            else:
                yield each
        if strays := self._entries.settle(self.known):
            message = ngettext(
                "{count} relation is between parties that are not in the file",
                "{count} relations are between parties that are not in the file",
                strays,
            )
            yield Warned(record="", message=message)
        for waiting in self._aside.rest():
            yield from self._complete(waiting)

    def _party(self, record: EntityRecord) -> Iterator[Record]:
        number = record.id.removeprefix(PREFIX)
        self.known[number] = record.caption
        if unknown := self._entries.unknown(number, self.known):
            self._aside.lay(number, record, unknown)
        else:
            yield from self._complete(record)
        for waited in self._aside.free(number):
            yield from self._complete(waited)

    def _complete(self, record: EntityRecord) -> Iterator[Record]:
        number = record.id.removeprefix(PREFIX)
        designations = self._entries.designations(number)
        if not designations:
            yield Warned(record=record.id, message=_("the file states no list and no programme for this party"))
        yield replace(record, designations=designations, links=self._entries.links(number, self.known))
