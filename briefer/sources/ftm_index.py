"""Where in a FollowTheMoney file the statements about each entity stand: eight bytes for each of them."""

import codecs
import zlib
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import msgspec

from briefer.language import _
from briefer.model.errors import BadInput
from briefer.sources.opening import lines_of, wrong_byte

ENDS = {
    "Ownership": ("owner", "asset"),
    "Directorship": ("director", "organization"),
    "Family": ("person", "relative"),
    "Representation": ("agent", "client"),
    "UnknownLink": ("subject", "object"),
    "Membership": ("member", "organization"),
    "Employment": ("employee", "employer"),
    "Associate": ("person", "associate"),
    "Succession": ("predecessor", "successor"),
    "Occupancy": ("holder", "post"),
}
"""Schemata that are links: the properties that name the subject and the object."""

HOLDERS = {"Sanction": ("entity",), "Passport": ("holder",), "Identification": ("holder",)}
"""Schemata that say something of one entity: the property that names it."""

ADDRESS = "Address"
ABOUT = HOLDERS | ENDS
STATEMENTS = frozenset({*ABOUT, ADDRESS})
SHIFT = 40
MASK = (1 << SHIFT) - 1
"""An entry is 24 bits of the id's checksum and 40 bits of the line's place: files up to a terabyte."""


Found = TypeVar("Found")


class Line(msgspec.Struct):
    """One line of the file, as far as it is used; a line may leave out what is not needed."""

    id: str
    schema: str
    properties: dict[str, list[str]]
    caption: str = ""


class Kind(msgspec.Struct):
    """The schema alone: the parser skips the rest."""

    id: str
    schema: str


class Index:
    """The file's lines by the entity that they speak of."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._about: array[int] = array("Q")
        self._entities: array[int] = array("Q")
        self._decode = msgspec.json.Decoder(Line).decode
        self._kind = msgspec.json.Decoder(Kind).decode
        self._fill()
        self._used = bytearray(len(self._about))
        self._file = path.open("rb")

    def close(self) -> None:
        """Lets the file go."""
        self._file.close()

    def entities(self) -> Iterator[tuple[int, Line, bool]]:
        """Line number, line and "seen before" of each entity, in the file's order."""
        seen: set[str] = set()
        for number, place, text in lines_of(self.path):
            if not text.strip() or self._kind(_bare(text)).schema in STATEMENTS:
                continue
            line = self._safely(self._decode, text, place)
            first, last = _find(self._entities, line.id)
            yield number, line, line.id in seen
            if last - first > 1:
                seen.add(line.id)

    def about(self, entity: str) -> Iterator[Line]:
        """The statements that name an entity (or an address by its id), in the file's order."""
        for entry in range(*_find(self._about, entity)):
            line = self._at(self._about[entry] & MASK)
            if line.id == entity or entity in _named(line):
                self._used[entry] = 1
                yield line

    def knows(self, entity: str) -> bool:
        """Whether the file holds the entity itself."""
        return any(
            self._at(self._entities[entry] & MASK).id == entity for entry in range(*_find(self._entities, entity))
        )

    def strays(self) -> Iterator[Line]:
        """Statements none of whose ends is an entity of the file; only right after all entities were asked about."""
        told: set[str] = set()
        for entry, used in zip(self._about, self._used, strict=True):
            line = None if used else self._at(entry & MASK)
            if line and line.schema != ADDRESS and line.id not in told and not any(map(self.knows, _named(line))):
                told.add(line.id)
                yield line

    def _fill(self) -> None:
        about, entities = _Sorting(), _Sorting()
        for _number, place, text in lines_of(self.path):
            if not text.strip():
                continue
            found = self._safely(self._kind, text, place)
            if found.schema == ADDRESS:
                about.add(_key(found.id, place))
            elif found.schema in ABOUT:
                names = dict.fromkeys(_named(self._safely(self._decode, text, place)))
                for name in names or ("",):
                    about.add(_key(name, place))
            else:
                entities.add(_key(found.id, place))
        self._about = about.sorted()
        self._entities = entities.sorted()

    def _at(self, place: int) -> Line:
        self._file.seek(place)
        return self._safely(self._decode, self._file.readline(), place)

    def _safely(self, decode: Callable[[bytes], Found], text: bytes, place: int) -> Found:
        """What stands in the line that begins at a place; BadInput where it is no entity, or no JSON."""
        try:
            return decode(_bare(text))
        except UnicodeDecodeError:
            what = _("byte {byte} is not UTF-8", byte=place + (wrong_byte(text) or 0))
        except RecursionError:
            what = _("the JSON is nested too deep for an entity")
        except msgspec.MsgspecError as fault:
            what = _("the line is no FollowTheMoney entity ({reason})", reason=fault)
        raise BadInput(
            self.path,
            what,
            _("write one whole entity with id, schema and properties to a line"),
            row=_(
                "line {number}", number=next(number for number, start, _text in lines_of(self.path) if start == place)
            ),
        )


class _Sorting:
    """Entries on their way into one sorted array, in drawers by their first byte: a drawer is small enough to sort."""

    def __init__(self) -> None:
        self._drawers = [array("Q") for _ in range(256)]

    def add(self, entry: int) -> None:
        self._drawers[entry >> 56].append(entry)

    def sorted(self) -> "array[int]":
        whole = array("Q")
        for drawer in self._drawers:
            whole.extend(sorted(drawer))
        return whole


def _bare(text: bytes) -> bytes:
    return text.removeprefix(codecs.BOM_UTF8)


def _named(line: Line) -> list[str]:
    return [name for end in ABOUT.get(line.schema, ()) for name in line.properties.get(end, ())]


def _key(name: str, place: int) -> int:
    return (zlib.crc32(name.encode()) & 0xFFFFFF) << SHIFT | place


def _find(entries: "array[int]", name: str) -> tuple[int, int]:
    return bisect_left(entries, _key(name, 0)), bisect_right(entries, _key(name, MASK))
