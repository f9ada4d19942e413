"""A reading that another process can import: records, then how it ends."""

import os
from collections.abc import Callable, Iterator

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


def joined(first: Callable[[], Iterator[Record]]) -> Iterator[Record]:
    """A second half that counts what the first gives, and fails where that holds an odd one."""
    yield HEAD
    begun = first()
    yield entity(1000)
    for each in begun:
        if each == entity(599):
            raise BadInput("a.csv", "the second half is odd", "mend it")
        yield each
