"""Canada's consolidated list."""

import pytest

from briefer.model.errors import BadInput
from briefer.sources import Head, recognise
from tests.sources.reads import Write, entities, records, warnings


def file(*records: str) -> str:
    return f'<?xml version="1.0" encoding="utf-8"?>\n<data-set>{"".join(records)}</data-set>'


def record(item: str = "7", country: str = "Russia / Russie", schedule: str = "1, Part 1", **more: str) -> str:
    said = {"Country": country, **more, "Schedule": schedule, "Item": item, "DateOfListing": "2014-03-17"}
    return "<record>" + "".join(f"<{name}>{text}</{name}>" for name, text in said.items() if text) + "</record>"


def test_the_file_is_told_by_its_root(write: Write) -> None:
    path = write("any.txt", file(record(LastName="Doe")))
    assert recognise(path).format == "ca-sema-xml"
    head = records(path)[0]
    assert isinstance(head, Head)
    assert (head.list, head.regime, head.published) == ("ca-sema", "CA", None)


def test_a_person_is_keyed_by_country_schedule_and_item(write: Write) -> None:
    made = record(LastName="Doe", GivenName="Jane", DateOfBirthOrShipBuildDate="1962", TitleOrShip="Minister")
    (found,) = entities(write("a.xml", file(made)))
    assert (found.id, found.schema, found.caption) == ("ca-russia-1-part-1-7", "Person", "Jane Doe")
    (item,) = found.designations
    assert (item.regime, item.programme, item.list_type, item.note) == (
        "CA",
        "Russia / Russie",
        "Schedule 1, Part 1",
        "Item 7",
    )
    assert item.start is not None
    assert str(item.start.earliest) == "2014-03-17"
    assert [(value.prop, value.value) for value in found.values] == [
        ("name", "Jane Doe"),
        ("lastName", "Doe"),
        ("firstName", "Jane"),
        ("position", "Minister"),
        ("birthDate", "1962"),
    ]


def test_a_ship_is_told_by_its_number_or_its_type(write: Write) -> None:
    numbered = record("1", EntityOrShip="STAR", ShipIMONumber="IMO 9123456", DateOfBirthOrShipBuildDate="2001")
    typed = record("2", EntityOrShip="MOON", TitleOrShip="Crude oil tanker")
    company = record("3", EntityOrShip="BANK", TitleOrShip="Bank", DateOfBirthOrShipBuildDate="1990")
    found = entities(write("a.xml", file(numbered, typed, company)))
    assert [each.schema for each in found] == ["Vessel", "Vessel", "LegalEntity"]
    assert [(value.prop, value.value) for each in found for value in each.values if value.prop != "name"] == [
        ("imoNumber", "9123456"),
        ("buildDate", "2001"),
        ("type", "Crude oil tanker"),
        ("notes", "Bank"),
        ("notes", "1990"),
    ]


def test_several_aliases_of_one_cell_are_told_apart_and_the_cell_is_kept(write: Write) -> None:
    made = record(EntityOrShip="AI", Aliases="Alliance, Альянс; Alliance Co., Ltd")
    (found,) = entities(write("a.xml", file(made)))
    assert [(value.value, value.lang) for value in found.values[1:]] == [
        ("Alliance", ""),
        ("Альянс", "und-Cyrl"),
        ("Alliance Co., Ltd", ""),
    ]
    assert found.values[1].raw == "Alliance, Альянс; Alliance Co., Ltd"
    (alone,) = entities(write("b.xml", file(record(EntityOrShip="AI", Aliases="One"))))
    assert alone.values[1].raw == ""


def test_the_bilingual_tags_of_newer_files_are_read(write: Write) -> None:
    made = """<record><Country-Pays>Haiti / Haïti</Country-Pays><LastName-NomDeFamille>Doe</LastName-NomDeFamille>
    <Item-NumeroDarticle>3</Item-NumeroDarticle><Schedule-Annexe>N/A</Schedule-Annexe><Odd>x</Odd></record>"""
    (found,) = entities(write("a.xml", file(made)))
    assert (found.id, found.caption) == ("ca-haiti-3", "Doe")
    assert found.designations[0].list_type == ""
    assert (found.values[-1].value, found.values[-1].note) == ("x", "Odd")


def test_a_repeated_key_is_told_and_both_records_are_kept(write: Write) -> None:
    path = write("a.xml", file(record(LastName="Doe"), record(LastName="Roe")))
    assert [found.id for found in entities(path)] == ["ca-russia-1-part-1-7", "ca-russia-1-part-1-7-2"]
    assert "repeats this country, schedule and item" in warnings(path)[0].message


def test_a_nameless_record_and_an_odd_date_are_kept(write: Write) -> None:
    path = write("a.xml", file(record(DateOfBirthOrShipBuildDate="unknown")))
    (found,) = entities(path)
    assert found.caption == found.id
    assert "'unknown' could not be read" in warnings(path)[0].message


def test_control_characters_are_told(write: Write) -> None:
    assert "2 control characters stood" in warnings(write("a.xml", file(record(LastName="D\u202eoe"))))[0].message


def test_records_without_a_key_and_an_empty_list_are_refused(write: Write) -> None:
    with pytest.raises(BadInput, match="no Country or no Item"):
        records(write("a.xml", file(record(item=""))))
    with pytest.raises(BadInput, match="holds no record"):
        records(write("b.xml", file()))
    with pytest.raises(BadInput, match="damaged or ends early"):
        records(write("c.xml", file(record())[:-12]))
