"""Records that wait on disk for others."""

import tempfile
from collections.abc import Iterator
from typing import BinaryIO

import pytest

from briefer.model.facts import EntityRecord, Value
from briefer.sources.aside import Aside


@pytest.fixture
def file() -> Iterator[BinaryIO]:
    with tempfile.TemporaryFile() as made:
        yield made


def party(number: int) -> EntityRecord:
    return EntityRecord(
        id=f"a-{number}", schema="Person", caption="Ж" * number, values=(Value(prop="name", value="Ж"),)
    )


def test_a_record_is_free_once_the_last_that_it_waits_for_is_known(file: BinaryIO) -> None:
    aside = Aside(file)
    aside.lay("1", party(1), ["7", "9"])
    aside.lay("2", party(2), ["7"])
    assert list(aside.free("8")) == []
    assert list(aside.free("7")) == [party(2)]
    assert list(aside.free("7")) == []
    assert list(aside.free("9")) == [party(1)]
    assert list(aside.rest()) == []


def test_a_record_may_be_laid_aside_after_another_was_taken_up(file: BinaryIO) -> None:
    aside = Aside(file)
    aside.lay("1", party(1), ["7"])
    aside.lay("2", party(2), ["8"])
    assert list(aside.free("7")) == [party(1)]
    aside.lay("3", party(3), ["8"])
    assert list(aside.free("8")) == [party(2), party(3)]


def test_what_is_never_known_leaves_the_rest_in_its_order(file: BinaryIO) -> None:
    aside = Aside(file)
    for number in (3, 1, 2):
        aside.lay(str(number), party(number), ["9"])
    assert list(aside.rest()) == [party(3), party(1), party(2)]
