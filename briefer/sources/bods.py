"""Statements of the Beneficial Ownership Data Standard, version 0.4: who owns or controls what, and how much of it.

A file is one JSON list or one statement a line. Of several statements about one record the newest holds.
"""

import codecs
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import msgspec

from briefer.language import _
from briefer.model.answers import Warned
from briefer.model.errors import BadInput
from briefer.model.facts import EntityRecord, Link
from briefer.sources import bods_links, bods_parties, dates
from briefer.sources.bods_parties import Statement
from briefer.sources.cells import STATEMENT, Cleaner, Place
from briefer.sources.naming import slug, undated
from briefer.sources.opening import DOWNLOAD, Look, json_line, lines_of, wrong_byte_of
from briefer.sources.reading import Head, Reading, Record, list_file

LARGEST = 64 * 1024 * 1024
"""Bytes of a file; statements refer to one another, so they are held at once."""

MARKS = (b'"statementId"', b'"recordType"')
PARTIES = frozenset({"entity", "person"})
SUFFIX = re.compile(r"\.[^.]*$")
UNPRINTABLE = re.compile(r"[^\w.:-]+")
DECODER = msgspec.json.Decoder(Statement)
LIST_DECODER = msgspec.json.Decoder(list[Statement])
Held = TypeVar("Held")


def sniff(look: Look) -> Reading | None:
    """The reading of a file of statements, None of any other file."""
    if look.shape != "json" or not all(mark in look.head for mark in MARKS):
        return None
    return list_file(look.path, "bods", _records)


def _records(path: Path) -> Iterator[Record]:
    statements = _newest(path)
    publishers = sorted({found.publisher for found in statements.values()} - {""})
    yield _head(path, statements, publishers)
    scope = slug(publishers[0] if len(publishers) == 1 else undated(path.name, SUFFIX))
    ids = {
        found.recordId: f"bods-{scope}-{UNPRINTABLE.sub('-', found.recordId)}"
        for found in statements.values()
        if found.recordType in PARTIES
    }
    links, warned = _links(path, statements, ids)
    for found in statements.values():
        if found.recordType in PARTIES:
            cleaner = Cleaner(path, Place(STATEMENT, found.statementId), ids[found.recordId])
            yield _party(found, links.get(cleaner.record, []), cleaner)
            yield from cleaner.warnings()
        elif found.recordType != "relationship":
            message = _("the record type {type!r} is not known; the statement was left out", type=found.recordType)
            yield Warned(record=found.statementId, message=message)
    yield from warned


def _newest(path: Path) -> dict[str, Statement]:
    """The newest statement of each record, in the order in which the records come."""
    found: dict[str, Statement] = {}
    for statement in _read(path):
        if not statement.recordId.strip():
            raise BadInput(
                path, _("the statement has no recordId"), _(DOWNLOAD), row=str(Place(STATEMENT, statement.statementId))
            )
        former = found.get(statement.recordId)
        if former is None or statement.statementDate >= former.statementDate:
            found[statement.recordId] = statement
    if not any(statement.recordType in PARTIES for statement in found.values()):
        raise BadInput(path, _("no statement speaks of a person or an entity"), _(DOWNLOAD))
    return found


def _read(path: Path) -> list[Statement]:
    if path.stat().st_size > LARGEST:
        raise BadInput(path, _("the file holds more than 64 MB of statements"), _("split it by declaration"))
    whole = path.read_bytes().removeprefix(codecs.BOM_UTF8)
    if whole.lstrip().startswith(b"["):
        return _decoded(path, LIST_DECODER.decode, whole, 0)
    lines = ((number, line.removeprefix(codecs.BOM_UTF8)) for number, _offset, line in lines_of(path))
    return [_decoded(path, DECODER.decode, line, number - 1) for number, line in lines if line.strip()]


def _decoded(path: Path, decode: Callable[[bytes], Held], text: bytes, before: int) -> Held:
    """What a part of the file holds, which stands behind so many lines; BadInput where that is no statement."""
    try:
        return decode(text)
    except UnicodeDecodeError as fault:
        raise BadInput(
            path, _("byte {byte} is not UTF-8", byte=wrong_byte_of(path)), _("save the file as UTF-8")
        ) from fault
    except RecursionError as fault:
        raise BadInput(path, _("the JSON is nested too deep for statements"), _(DOWNLOAD)) from fault
    except msgspec.MsgspecError as fault:
        raise BadInput(
            path,
            _("the JSON is damaged or no list of BODS 0.4 statements ({reason})", reason=fault),
            _(DOWNLOAD),
            row=json_line(text, fault, before),
        ) from fault


def _head(path: Path, statements: dict[str, Statement], publishers: list[str]) -> Head:
    stem = undated(path.name, SUFFIX)
    published = max((found.published for found in statements.values()), default="")
    return Head(
        list=f"bods-{slug(stem.removeprefix('bods_').removeprefix('bods-'))}",
        title=f"Beneficial ownership statements: {stem}",
        publisher="; ".join(publishers),
        regime="",
        published=dates.day(published),
        printed="" if dates.day(published) else published,
    )


def _party(found: Statement, links: list[Link], cleaner: Cleaner) -> EntityRecord:
    values = tuple(dict.fromkeys(bods_parties.values(found, cleaner)))
    return EntityRecord(
        id=cleaner.record,
        schema=bods_parties.schema(found),
        caption=next((value.value for value in values if value.prop in ("name", "alias")), cleaner.record),
        values=values,
        links=tuple(links),
    )


def _links(
    path: Path, statements: dict[str, Statement], ids: dict[str, str]
) -> tuple[dict[str, list[Link]], list[Warned]]:
    """The links by the record that holds them: the owner's, or the other end's where the file lacks the owner."""
    held: dict[str, list[Link]] = {}
    warned: list[Warned] = []
    for found in statements.values():
        if found.recordType != "relationship":
            continue
        cleaner = Cleaner(path, Place(STATEMENT, found.statementId), found.statementId)
        for link in bods_links.links(found, ids, cleaner):
            if holder := link.subject or link.object:
                held.setdefault(holder, []).append(link)
            else:
                message = _("neither end of the relationship is in the file; it was left out")
                warned.append(Warned(record=found.statementId, message=message))
        warned.extend(cleaner.warnings())
    return held, warned
