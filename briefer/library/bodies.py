"""What a version or a statement says, as JSON: fields at their default are left out, so a body keeps its hash when the
model gains an optional field."""

import hashlib
from dataclasses import MISSING, fields, is_dataclass
from types import UnionType
from typing import Any, Generic, TypeVar, Union, get_args, get_origin, get_type_hints

import msgspec

from briefer.language import _
from briefer.model.errors import LibraryFault
from briefer.model.facts import EntityRecord, Event, Measure
from briefer.model.policy import Issue, Position, Source

Statement = Source | Issue | Position | Event | Measure
T = TypeVar("T")


class Body(Generic[T]):
    """Writes and reads the bodies of one kind of frozen value."""

    def __init__(self, kind: type[T]) -> None:
        self._shape = _shape(kind, {})
        self._encoder = msgspec.json.Encoder()
        self._decoder = msgspec.json.Decoder(kind)

    def encode(self, value: T) -> tuple[bytes, bytes]:
        """Gives the hash and the body of a value; equal values give equal bytes."""
        body = self._encoder.encode(msgspec.convert(value, self._shape, from_attributes=True))
        return hashlib.blake2b(body, digest_size=16).digest(), body

    def decode(self, body: bytes) -> T:
        """Gives the value back; a body that cannot be read is a LibraryFault."""
        return _read(self._decoder, body)


class Bound(msgspec.Struct, gc=False):
    """The bounds of a partial date, as ISO text."""

    earliest: str | None = None
    latest: str | None = None


class Named(msgspec.Struct, gc=False):
    """The part of a value that search needs."""

    prop: str
    value: str
    date: Bound | None = None


class Tagged(msgspec.Struct, gc=False):
    """The part of a designation that search needs."""

    programme: str
    regime: str = ""
    start: Bound | None = None
    until: Bound | None = None
    ended: bool = False


class Glance(msgspec.Struct, gc=False):
    """The part of a record that the derived tables are made of; read ten times faster than the whole."""

    id: str
    schema: str
    caption: str
    values: tuple[Named, ...] = ()
    designations: tuple[Tagged, ...] = ()


def glance(body: bytes) -> Glance:
    """Reads of a record's body what the derived tables are made of."""
    return _read(_GLANCE, body)


def _read(decoder: "msgspec.json.Decoder[T]", body: bytes) -> T:
    try:
        return decoder.decode(body)
    except msgspec.DecodeError as error:
        raise LibraryFault(unreadable(error)) from error


def unreadable(error: Exception) -> str:
    """Says that a row of the library cannot be read, with the decoder's reason."""
    return _(
        "The library holds a row that cannot be read ({reason}); put back a copy or import the lists into a new file.",
        reason=error,
    )


def _shape(kind: type, made: dict[type, type]) -> type:
    """Mirrors a dataclass as a msgspec Struct, the only shape that can leave out defaults."""
    if kind not in made:
        hints = get_type_hints(kind)
        made[kind] = msgspec.defstruct(
            kind.__name__,
            [_field(each.name, _mirrored(hints[each.name], made), each.default) for each in fields(kind)],
            omit_defaults=True,
            kw_only=True,
            gc=False,
        )
    return made[kind]


def _field(name: str, kind: Any, default: Any) -> tuple[Any, ...]:
    return (name, kind) if default is MISSING else (name, kind, default)


def _mirrored(hint: Any, made: dict[type, type]) -> Any:
    if is_dataclass(hint) and isinstance(hint, type):
        return _shape(hint, made)
    inner = tuple(_mirrored(each, made) for each in get_args(hint))
    if not inner:
        return hint
    origin = get_origin(hint)
    return Union[inner] if origin in (UnionType, Union) else origin[inner]  # noqa: UP007


_GLANCE = msgspec.json.Decoder(Glance)
RECORDS = Body(EntityRecord)
STATEMENTS: dict[str, Body[Any]] = {
    "sources": Body(Source),
    "issues": Body(Issue),
    "positions": Body(Position),
    "events": Body(Event),
    "measures": Body(Measure),
}
KINDS: dict[type, str] = {
    Source: "sources",
    Issue: "issues",
    Position: "positions",
    Event: "events",
    Measure: "measures",
}
