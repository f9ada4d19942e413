"""The formats of one OFAC list say the same of the same entity."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefer.model.facts import EntityRecord
from tests.sources.reads import entities

NAMES = frozenset({"name", "alias", "weakAlias", "previousName"})


def read(path: Path) -> dict[str, EntityRecord]:
    return {record.id: record for record in entities(path)}


def names(record: EntityRecord) -> set[tuple[str, str]]:
    return {(value.prop, value.value.casefold()) for value in record.values if value.prop in NAMES and not value.lang}


def programmes(record: EntityRecord) -> list[str]:
    return sorted({item.programme for item in record.designations})


def both(
    first: dict[str, EntityRecord], second: dict[str, EntityRecord]
) -> Iterator[tuple[EntityRecord, EntityRecord]]:
    return ((first[number], second[number]) for number in sorted(first.keys() & second.keys()))


@pytest.fixture(scope="module")
def enhanced(real_lists: Path) -> dict[str, EntityRecord]:
    return read(real_lists / "ofac" / "cons_enhanced-2025-01-10.xml")


def test_plain_and_enhanced_of_near_days_hold_the_same_ids_names_and_programmes(
    real_lists: Path, enhanced: dict[str, EntityRecord]
) -> None:
    plain = read(real_lists / "ofac" / "consolidated-2025-03-28.xml")
    assert plain.keys() == enhanced.keys()
    for one, other in both(plain, enhanced):
        assert one.schema == other.schema
        assert one.caption == other.caption
        assert names(one) == names(other)
        assert programmes(one) == programmes(other)


def test_plain_and_enhanced_hold_the_same_values_but_for_what_changed_between_the_days(
    real_lists: Path, enhanced: dict[str, EntityRecord]
) -> None:
    plain = read(real_lists / "ofac" / "consolidated-2025-03-28.xml")
    differ = {
        one.id
        for one, other in both(plain, enhanced)
        if {(value.prop, value.value) for value in one.values}
        != {(value.prop, value.value) for value in other.values if not value.lang}
    }
    # A middle name has an element of its own in ENHANCED only; the other gained a remark on its risk in between.
    assert differ == {"ofac-50476", "ofac-9659"}


def test_advanced_and_enhanced_date_lists_alike(real_lists: Path, enhanced: dict[str, EntityRecord]) -> None:
    advanced = read(real_lists / "ofac" / "cons_advanced-2020-03-17.xml")
    assert len(advanced) == 375
    agreed = 0
    for one, other in both(advanced, enhanced):
        said = {(item.programme, item.list_type): item.start for item in one.designations}
        printed = {(item.programme, item.list_type): item.published for item in other.designations}
        for pair in said.keys() & printed.keys():
            assert said[pair] == printed[pair]
            agreed += 1
    assert agreed > 360
    assert len(advanced.keys() - enhanced.keys()) == 9


def test_advanced_relations_of_2020_still_stand_in_enhanced(
    real_lists: Path, enhanced: dict[str, EntityRecord]
) -> None:
    advanced = read(real_lists / "ofac" / "cons_advanced-2020-03-17.xml")
    for one, other in both(advanced, enhanced):
        ends = {(link.kind, link.subject, link.object, link.role) for link in one.links}
        assert ends <= {(link.kind, link.subject, link.object, link.role) for link in other.links}
