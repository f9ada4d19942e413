"""The US Consolidated Screening List."""

import csv
import io

import pytest

from briefer.model.errors import BadInput
from briefer.sources import Head, recognise
from tests.sources.reads import Write, entities, records, warnings

COLUMNS = [
    *("_id", "source", "entity_number", "type", "programs", "name", "title", "addresses", "federal_register_notice"),
    *("start_date", "end_date", "standard_order", "license_requirement", "license_policy", "call_sign", "vessel_type"),
    *("gross_tonnage", "gross_registered_tonnage", "vessel_flag", "vessel_owner", "remarks", "source_list_url"),
    *("alt_names", "citizenships", "dates_of_birth", "nationalities", "places_of_birth", "source_information_url"),
    "ids",
]
SDN = "Specially Designated Nationals (SDN) - Treasury Department"
SSI = "Sectoral Sanctions Identifications List (SSI) - Treasury Department"
MBS = "Non-SDN Menu-Based Sanctions List (NS-MBS List) - Treasury Department"
ENTITY = "Entity List (EL) - Bureau of Industry and Security"


def table(*rows: dict[str, str]) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, restval="")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def row(number: str = "7", source: str = SDN, **cells: str) -> dict[str, str]:
    return {"_id": f"h{number}", "source": source, "entity_number": number, "name": "BANK", "type": "Entity"} | cells


def test_the_table_has_the_publishers_twenty_nine_columns(write: Write) -> None:
    assert len(COLUMNS) == 29
    path = write("any.csv", "\ufeff" + table(row()))
    reading = recognise(path)
    assert (reading.format, reading.kind) == ("us-csl", "list")
    head = records(path)[0]
    assert isinstance(head, Head)
    assert (head.list, head.regime, head.published) == ("us-csl", "US", None)


def test_an_ofac_row_has_the_id_that_ofac_gives_it(write: Write) -> None:
    (found,) = entities(write("a.csv", table(row(programs="CUBA; SDGT"))))
    assert found.id == "ofac-7"
    assert [(item.programme, item.list_type) for item in found.designations] == [("CUBA", "SDN"), ("SDGT", "SDN")]


def test_one_party_on_several_lists_is_one_record(write: Write) -> None:
    rows = row(programs="RUSSIA-EO14024"), row("8"), row(source=SSI, programs="UKRAINE-EO13662", alt_names="B; C")
    found = entities(write("a.csv", table(*rows, row("9", MBS, programs="RUSSIA-EO14024"))))
    assert [record.id for record in found] == ["ofac-8", "ofac-7", "ofac-9"]
    assert [(item.programme, item.list_type) for item in found[1].designations] == [
        ("RUSSIA-EO14024", "SDN"),
        ("UKRAINE-EO13662", "SSI"),
    ]
    assert [value.value for value in found[1].values] == ["BANK", "B", "C"]
    assert found[2].designations[0].list_type == "NS-MBS"


def test_a_row_of_commerce_keeps_its_list_notice_date_and_policy(write: Write) -> None:
    made = row(
        "",
        ENTITY,
        type="",
        federal_register_notice="85 FR 51603",
        start_date="2020-08-20",
        license_requirement="For all items",
        license_policy="Presumption of denial",
        addresses="Beijing, CN; CN",
        source_list_url="http://x",
    )
    (found,) = entities(write("a.csv", table(made)))
    assert (found.id, found.schema) == ("csl-h", "LegalEntity")
    (item,) = found.designations
    assert (item.programme, item.list_type, item.authority) == ("EL", ENTITY, "85 FR 51603")
    assert item.measures == ("For all items", "Presumption of denial")
    assert item.start is not None
    assert str(item.start.earliest) == "2020-08-20"
    assert (item.url, item.note, item.until) == ("http://x", "Bureau of Industry and Security", None)
    assert [(value.prop, value.value) for value in found.values[1:]] == [("address", "Beijing, CN"), ("country", "CN")]


def test_a_row_without_an_id_is_named_by_its_list_and_number(write: Write) -> None:
    (found,) = entities(write("a.csv", table(row("5", ENTITY) | {"_id": ""})))
    assert found.id == "csl-EL-5"
    with pytest.raises(BadInput, match="row 2: the row has neither"):
        records(write("b.csv", table({"name": "X"})))


def test_facts_of_a_person_become_values(write: Write) -> None:
    made = row(
        type="Individual",
        name="DOE, Jane",
        title="Minister",
        alt_names="ДО",
        dates_of_birth="circa 1962; unknown",
        citizenships="RU",
        places_of_birth="Moscow",
        remarks="See x",
        ids="A1, RU, Passport; 5, Tax ID No.; Male, Gender; See 11, part 2, Secondary sanctions risk:; lone",
    )
    path = write("a.csv", table(made))
    (found,) = entities(path)
    assert (found.schema, found.remarks) == ("Person", "See x")
    assert [(value.prop, value.value, value.note) for value in found.values] == [
        ("name", "DOE, Jane", ""),
        ("lastName", "DOE", ""),
        ("firstName", "Jane", ""),
        ("alias", "ДО", "strong or weak is not stated"),
        ("birthDate", "circa 1962", ""),
        ("birthDate", "unknown", ""),
        ("citizenship", "RU", ""),
        ("birthPlace", "Moscow", ""),
        ("position", "Minister", ""),
        ("passportNumber", "A1", "Passport, RU"),
        ("taxNumber", "5", "Tax ID No."),
        ("gender", "Male", ""),
        ("notes", "Secondary sanctions risk: See 11, part 2", ""),
        ("notes", "lone", "ids"),
    ]
    assert "'unknown' could not be read" in warnings(path)[0].message


def test_a_vessel_keeps_its_particulars_and_its_owner(write: Write) -> None:
    made = row(type="Vessel", vessel_owner="OWNER", vessel_flag="Iran", standard_order="Y", call_sign="T2")
    (found,) = entities(write("a.csv", table(made)))
    assert found.schema == "Vessel"
    assert [(value.prop, value.value, value.note) for value in found.values[1:]] == [
        ("callSign", "T2", ""),
        ("flag", "Iran", ""),
        ("notes", "Y", "standard_order"),
    ]
    assert [(link.kind, link.text, link.object) for link in found.links] == [("Ownership", "OWNER", "ofac-7")]


def test_a_nameless_row_and_an_unknown_type_are_kept(write: Write) -> None:
    (found,) = entities(write("a.csv", table(row(name="", type="Drone", source="New List"))))
    assert (found.caption, found.schema) == ("csl-h7", "LegalEntity")
    assert [value.value for value in found.values] == ["type: Drone"]
    assert found.designations[0].programme == "New List"


def test_control_characters_are_told(write: Write) -> None:
    assert "1 control character stood" in warnings(write("a.csv", table(row(name="BA\u202eNK"))))[0].message


def test_the_last_byte_of_old_files_is_no_row(write: Write) -> None:
    assert len(entities(write("a.csv", table(row()) + "\x1a\n"))) == 1


def test_a_short_row_and_an_empty_list_are_refused(write: Write) -> None:
    with pytest.raises(BadInput, match="row 3: the row has 2 cells where the header has 29"):
        records(write("a.csv", table(row()) + "x,y\n"))
    with pytest.raises(BadInput, match="the list holds no row"):
        records(write("b.csv", table()))
    with pytest.raises(BadInput, match="the quoting is broken or the file ends early"):
        records(write("c.csv", table(row()) + 'x,"y\n'))
    with pytest.raises(BadInput, match="is not UTF-8"):
        records(write("d.csv", table(row()).encode() + b"\xe9\n"))
