"""Bodies keep their hash when the model gains an optional field."""

from dataclasses import dataclass

import pytest

from briefer.library.bodies import RECORDS, STATEMENTS, Body, glance
from briefer.model.errors import LibraryFault
from briefer.model.facts import Confidence, Event
from briefer.model.policy import Position

from .lists import day, record, tag


def test_equal_values_have_equal_bodies_and_others_not() -> None:
    assert RECORDS.encode(record("a")) == RECORDS.encode(record("a"))
    assert RECORDS.encode(record("a"))[0] != RECORDS.encode(record("a", "b"))[0]


def test_defaults_are_left_out() -> None:
    @dataclass(frozen=True, slots=True, kw_only=True)
    class Old:
        id: str
        note: str = ""

    @dataclass(frozen=True, slots=True, kw_only=True)
    class New:
        id: str
        note: str = ""
        grade: int | None = None
        more: tuple[str, ...] = ()

    assert Body(Old).encode(Old(id="a", note="b")) == Body(New).encode(New(id="a", note="b"))


def test_statements_come_back_as_they_were() -> None:
    said = Position(id="p", holder="h", issue="i", stance=0, confidence=Confidence.PARTLY, said_on=day("2025-01-01"))
    event = Event(id="e", date=day("2025-01-01"), title="t", entities=("a",))
    assert STATEMENTS["positions"].decode(STATEMENTS["positions"].encode(said)[1]) == said
    assert STATEMENTS["events"].decode(STATEMENTS["events"].encode(event)[1]) == event


def test_a_glance_reads_what_search_needs() -> None:
    seen = glance(RECORDS.encode(record("a", "b", tags=(tag(start="2022-01-01"),)))[1])
    assert (seen.values[0].value, seen.designations[0].start) == ("b", seen.designations[0].start)
    assert seen.designations[0].start is not None
    assert seen.designations[0].start.earliest == "2022-01-01"


def test_a_body_that_cannot_be_read_is_a_sentence() -> None:
    with pytest.raises(LibraryFault, match="holds a row that cannot be read"):
        RECORDS.decode(b'{"id": 5}')
