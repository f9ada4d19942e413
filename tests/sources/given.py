"""A reading that another process can import: records, then how it ends."""

import os
from collections.abc import Iterator

from briefer.model.answers import Warned
from briefer.model.errors import BadInput
from briefer.model.facts import EntityRecord
from briefer.sources import Head, Record

HEAD = Head(list="a", title="A", publisher="", regime="")
WARNED = Warned(record="a", message="odd")


def entity(number: int) -> EntityRecord:
    return EntityRecord(id=f"a-{number}", schema="Person", caption=str(number))


def given(name: str) -> Iterator[Record]:
    yield HEAD
    yield from map(entity, range(600))
    yield WARNED
    yield entity(600)
    if name == "refused":
        raise BadInput("a.csv", "a row is odd", "mend it", row=3)
    if name == "bug":
        raise KeyError("beautiful")
    if name == "killed":
        os.abort()
