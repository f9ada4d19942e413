"""One TOML file of the rulebook as typed rows; what is wrong in a row names the file and the row."""

import hashlib
import tomllib
from dataclasses import fields, replace
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Any, TypeVar

import msgspec

from briefer.model.errors import BadData
from briefer.model.law import Authority, ClassRule, Clock, Instrument, Placement, Programme, Renewal, Row, Silence
from briefer.rulebook.checking import faults

KINDS: MappingProxyType[str, type[Row]] = MappingProxyType(
    {
        "programme": Programme,
        "authority": Authority,
        "instrument": Instrument,
        "class": ClassRule,
        "clock": Clock,
        "renewal": Renewal,
        "placement": Placement,
        "silence": Silence,
    }
)
"""The tables that a file of the rulebook may hold."""

FILLED_IN = ("row", "digest", "overlay")
RENAMED = MappingProxyType({"class": "klass"})
"""Keys that are no names in Python."""

R = TypeVar("R", bound=Row)


def read(file: Traversable, name: str, *, overlay: bool = False) -> tuple[Row, ...]:
    """Gives all rows of a file in its order; BadData names the file and the row of the first fault."""
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadData(f"{name}: cannot be read as TOML ({error}); correct or remove the file.") from error
    return parsed(text, name, overlay=overlay)


def parsed(text: str, name: str, *, overlay: bool = False) -> tuple[Row, ...]:
    """Gives all rows of a file's text in its order; `name` is what a message calls the file."""
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadData(f"{name}: cannot be read as TOML ({error}); correct or remove the file.") from error
    for table, held in content.items():
        if table not in KINDS or not isinstance(held, list):
            allowed = ", ".join(f"[[{kind}]]" for kind in KINDS)
            raise BadData(f"{name}: “{table}” is no table of the rulebook; use {allowed}, and remove the rest.")
    return tuple(
        replace(_row(KINDS[table], given, f"{name}, row {number}"), overlay=overlay)
        for table, held in content.items()
        for number, given in enumerate(held, 1)
    )


def _row(kind: type[R], table: object, place: str) -> R:
    keys = {key.name for key in fields(kind)} - set(FILLED_IN)
    if isinstance(table, dict):
        table = {RENAMED.get(key, key): value for key, value in table.items()}
        if unknown := sorted(set(table) - keys):
            raise BadData(f"{place}: {_unknown(unknown[0], keys)}")
    try:
        row = msgspec.convert(table, type=kind)
    except msgspec.ValidationError as error:
        raise BadData(f"{place}: {error}; correct the value.") from error
    for fault in faults(row):
        raise BadData(f"{place} ({_label(row)}): {fault}.")
    return replace(row, row=place, digest=_digest(row, keys))


def _unknown(key: str, keys: set[str]) -> str:
    """Says that a key is not known, as it was written; a class stands in rows of its own."""
    (written,) = _shown({key})
    own = f" A {written} stands in a row of [[{written}]], with the tag among its “tags”." if written in KINDS else ""
    return f"the key “{written}” is not known; use one of {', '.join(_shown(keys))}.{own}"


def _shown(keys: set[str]) -> list[str]:
    back = {value: key for key, value in RENAMED.items()}
    return sorted(back.get(key, key) for key in keys)


def _label(row: Row) -> str:
    for name in ("tag", "id", "tags", "measures"):
        said: Any = getattr(row, name, "")
        if said:
            return said if isinstance(said, str) else ", ".join(said)
    return "no name"


def _digest(row: Row, keys: set[str]) -> str:
    content = {key: getattr(row, key) for key in keys}
    return hashlib.sha256(msgspec.json.encode(content, order="sorted")).hexdigest()
