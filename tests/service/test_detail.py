from datetime import date
from pathlib import Path

import pytest

from briefer.model.errors import BadCall
from briefer.model.facts import Entity, Value
from briefer.service.desk import Desk
from briefer.service.detail import differing


def value(prop: str, said: str, origin: str = "", *sources: str) -> Value:
    return Value(prop=prop, value=said, origin=origin, sources=sources)


def entity(*values: Value) -> Entity:
    return Entity(id="x", schema="Person", caption="X", values=values)


@pytest.mark.parametrize(
    ("values", "differ"),
    [
        ((value("birthDate", "1956", "a"), value("birthDate", "1957", "b")), ("birthDate",)),
        ((value("birthDate", "1956", "a"), value("birthDate", "1956", "b")), ()),
        ((value("birthDate", "1956", "a"), value("birthDate", "1957", "a")), ()),
        ((value("birthDate", "1956", "a"), value("birthDate", "1957", "a"), value("birthDate", "1957", "b")), ()),
        ((value("gender", "Male", "", "s"), value("gender", "male", "", "t")), ()),
        ((value("gender", "male", "", "s"), value("gender", "female", "", "t")), ("gender",)),
        ((value("name", "A", "a"), value("name", "B", "b")), ()),
    ],
)
def test_values_differ_where_no_two_of_those_that_state_them_agree(
    values: tuple[Value, ...], differ: tuple[str, ...]
) -> None:
    assert differing(entity(*values)) == differ


def test_the_ends_of_links_and_the_countries_have_names(sample: Path) -> None:
    desk = Desk(sample / "sample.sqlite")
    found = desk.detail("ofac-16666", date(2025, 3, 31))
    assert ("ofac-17064", "Novatek") in found.names
    assert "Russia" in dict(found.countries).values()
    with pytest.raises(BadCall, match="no entry “x”"):
        desk.detail("x", date(2025, 3, 31))
