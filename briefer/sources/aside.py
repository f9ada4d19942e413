"""Records laid aside on disk until others are known that they speak of."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import BinaryIO, NamedTuple

import msgspec

from briefer.model.facts import EntityRecord


class _Place(NamedTuple):
    """Where a record stands in the file."""

    start: int
    size: int


class Aside:
    """Keeps the records in a file, and in memory no more than where they stand and what they wait for."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._end = 0
        self._places: dict[str, _Place] = {}
        self._unknown: dict[str, int] = {}
        self._for: defaultdict[str, list[str]] = defaultdict(list)
        self._encode = msgspec.msgpack.Encoder().encode
        self._decode = msgspec.msgpack.Decoder(EntityRecord).decode

    def lay(self, key: str, record: EntityRecord, unknown: Iterable[str]) -> None:
        """Lays a record aside until each of the unknown is known; `unknown` names each of them once."""
        packed = self._encode(record)
        self._file.seek(self._end)
        self._file.write(packed)
        self._places[key] = _Place(self._end, len(packed))
        self._end += len(packed)
        for each in unknown:
            self._for[each].append(key)
            self._unknown[key] = self._unknown.get(key, 0) + 1

    def free(self, known: str) -> Iterator[EntityRecord]:
        """Takes up again the records that waited for this one alone."""
        for key in self._for.pop(known, ()):
            self._unknown[key] -= 1
            if not self._unknown[key]:
                yield self._taken(key)

    def rest(self) -> Iterator[EntityRecord]:
        """Takes up the records that still wait, in the order in which they were laid aside."""
        for key in list(self._places):
            yield self._taken(key)

    def _taken(self, key: str) -> EntityRecord:
        place = self._places.pop(key)
        self._file.seek(place.start)
        return self._decode(self._file.read(place.size))
