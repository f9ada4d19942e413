"""What an import is measured against: a bare parse of the XML, and a bare loop that writes the same rows.

`python -m tests.bench.bare parse FILE` and `python -m tests.bench.bare ftm FILE LIBRARY`; the second knows the made
file of `make_ftm` (each statement stands behind its entity, every date is a day or a year) and makes of it, in one
transaction of plain `sqlite3`, all rows, keys and indexes that the program makes.
"""

import gc
import sqlite3
import sys
from collections import defaultdict
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from typing import Any

from lxml import etree

from briefer.library.bodies import glance
from briefer.library.keys import bones, initials, key
from briefer.library.traits import traits
from briefer.sources.scripts import script_tag

BATCH = 5000
TABLES = {
    "record": "number, list, entity, version, gone, stale",
    "version": "number, record, hash, body",
    "member": "record, snapshot, version",
    "link": '"end", version',
    "entity": "id, caption, schema",
    "name": "number, entity, name, key, initials",
    "programme": "number, entity, list, regime, programme, start, until, ended",
    "trait": "entity, kind, value",
    "name_index": "rowid, key",
}
SNAPSHOT = (
    "INSERT INTO snapshot(number, id, list, ordering, sha256, entities, records) VALUES (1, '1', ?, '1', '', ?, ?)"
)
WORDS = "INSERT OR IGNORE INTO word(word, bones) VALUES (?, ?)"
PARTS = "INSERT INTO word_index(rowid, word) SELECT number, ' ' || word || ' ' FROM word WHERE number > ?"
NAMED = frozenset({"name", "alias", "address"})
DATED = frozenset({"birthDate", "incorporationDate"})
Rows = defaultdict[str, list[tuple[Any, ...]]]


def parse(path: Path) -> None:
    """Reads every element and forgets it."""
    for _, element in etree.iterparse(str(path)):
        element.clear()


def ftm(path: Path, library: Path) -> None:
    """Fills an empty library with a made file."""
    from briefer.library import Library

    Library.open(library).close()
    gc.disable()
    connection = sqlite3.connect(library, isolation_level=None)
    for pragma in ("foreign_keys = ON", "synchronous = NORMAL", "cache_size = -32000"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("BEGIN IMMEDIATE")
    list_ = f"ftm-{path.stem}"
    connection.execute(SNAPSHOT, (list_, 0, 0))
    loop = _Loop(list_)
    for lines in _entities(path):
        loop.take(lines)
        if len(loop.rows["record"]) == BATCH:
            loop.put(connection)
    loop.put(connection)
    connection.execute("UPDATE snapshot SET entities = ?, records = ?", (loop.record, loop.record))
    connection.execute("COMMIT")
    connection.close()


def _entities(path: Path) -> Iterator[list[dict[str, Any]]]:
    """Each entity with the statements behind it."""
    import msgspec

    decode = msgspec.json.Decoder().decode
    lines: list[dict[str, Any]] = []
    with path.open("rb") as file:
        for text in file:
            line = decode(text)
            if lines and line["schema"] in {"Person", "Company"}:
                yield lines
                lines = []
            lines.append(line)
    yield lines


class _Loop:
    """The rows of the entities since the last time they were put."""

    def __init__(self, list_: str) -> None:
        import msgspec

        self.list = list_
        self.record = self.name = self.programme = 0
        self.rows: Rows = defaultdict(list)
        self.encode = msgspec.json.Encoder().encode

    def take(self, lines: list[dict[str, Any]]) -> None:
        self.record += 1
        number, said, rows = self.record, lines[0], self.rows
        id = said["id"]
        body = self.encode(_body(lines))
        rows["record"].append((number, self.list, id, number, 0, 0))
        rows["version"].append((number, number, blake2b(body, digest_size=16).digest(), body))
        rows["member"].append((number, 1, number))
        rows["entity"].append((id, said["caption"], said["schema"]))
        for line in lines[1:]:
            if line["schema"] == "Ownership" and line["properties"]["asset"] != [id]:
                rows["link"].append((line["properties"]["asset"][0], number))
            elif line["schema"] == "Sanction":
                self.programme += 1
                start = line["properties"]["startDate"][0]
                tag = line["properties"]["program"][0]
                rows["programme"].append((self.programme, id, self.list, "US", tag, start, None, 0))
        properties = said["properties"]
        first: dict[str, str] = {}
        for each in dict.fromkeys((*properties["name"], *properties.get("alias", ()), said["caption"])):
            first.setdefault(key(each), each)
        for its_key, each in first.items():
            self.name += 1
            short = initials(its_key) if said["schema"] != "Person" else None
            rows["name"].append((self.name, id, each, its_key, short))
            rows["name_index"].append((self.name, its_key))
        rows["trait"] += [(id, kind, value) for kind, value in dict.fromkeys(traits(glance(body)))]

    def put(self, connection: sqlite3.Connection) -> None:
        for table, columns in TABLES.items():
            places = ", ".join("?" * (columns.count(",") + 1))
            connection.executemany(f"INSERT INTO {table}({columns}) VALUES ({places})", self.rows[table])
        before = connection.execute("SELECT coalesce(max(number), 0) FROM word").fetchone()
        words = sorted({word for _, its_key in self.rows["name_index"] for word in its_key.split()})
        connection.executemany(WORDS, [(word, bones(word)) for word in words])
        connection.execute(PARTS, before)
        self.rows.clear()


def _body(lines: list[dict[str, Any]]) -> dict[str, Any]:
    said = lines[0]
    values = [_value(prop, text) for prop, texts in said["properties"].items() for text in texts]
    body = {"id": said["id"], "schema": said["schema"], "caption": said["caption"], "values": values}
    if tags := [_designation(line["properties"]) for line in lines[1:] if line["schema"] == "Sanction"]:
        body["designations"] = tags
    if links := [_link(line["properties"]) for line in lines[1:] if line["schema"] == "Ownership"]:
        body["links"] = links
    return body


def _value(prop: str, text: str) -> dict[str, Any]:
    value: dict[str, Any] = {"prop": prop, "value": text}
    if prop in NAMED and (lang := script_tag(text)):
        value["lang"] = lang
    if prop in DATED:
        value["date"] = _date(text)
    return value


def _date(text: str) -> dict[str, str]:
    first, last = (f"{text}-01-01", f"{text}-12-31") if len(text) == 4 else (text, text)
    return {"text": text, "earliest": first, "latest": last}


def _designation(properties: dict[str, list[str]]) -> dict[str, Any]:
    return {
        "regime": "US",
        "programme": properties["program"][0],
        "authority": properties["authority"][0],
        "start": _date(properties["startDate"][0]),
        "url": properties["sourceUrl"][0],
    }


def _link(properties: dict[str, list[str]]) -> dict[str, Any]:
    return {
        "kind": "Ownership",
        "subject": properties["owner"][0],
        "object": properties["asset"][0],
        "percentage": properties["percentage"][0],
        "stated": properties["percentage"][0],
        "start": _date(properties["startDate"][0]),
    }


if __name__ == "__main__":
    if sys.argv[1] == "parse":
        parse(Path(sys.argv[2]))
    else:
        ftm(Path(sys.argv[2]), Path(sys.argv[3]))
