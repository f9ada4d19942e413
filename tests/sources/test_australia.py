"""Australia's consolidated list."""

from datetime import date

import pytest

from briefer.model.errors import BadInput
from briefer.sources import Head, recognise
from tests.sources.reads import Write, entities, records, warnings
from tests.sources.test_tables import workbook

COLUMNS = [
    *("Reference", "Name of Individual or Entity", "Type", "Name Type", "Alias Strength", "Date of Birth"),
    *("Place of Birth", "Citizenship", "Address", "Additional Information", "Listing Information", "IMO Number"),
    *("Committees", "Control Date", "Instrument of Designation", "Targeted Financial Sanction", "Travel Ban"),
    *("Arms Embargo", "Maritime Restriction"),
]


def row(reference: object, name: str = "DOE", kind: str = "Primary Name", **more: object) -> list[object]:
    said: dict[str, object] = {"Type": "Individual", "Committees": "Autonomous (Russia)"}
    said |= {"Reference": reference, "Name of Individual or Entity": name, "Name Type": kind}
    said |= {name.replace("_", " "): value for name, value in more.items()}
    return [said.get(column) for column in COLUMNS]


def book(*rows: list[object]) -> bytes:
    return workbook(("Read me", [["Terms"]]), ("Consolidated List", [COLUMNS, *rows]))


def test_the_workbook_is_told_by_its_nineteen_columns(write: Write) -> None:
    assert len(COLUMNS) == 19
    path = write("any.xlsx", book(row(1)))
    assert recognise(path).format == "au-xlsx"
    head = records(path)[0]
    assert isinstance(head, Head)
    assert (head.list, head.regime, head.published) == ("au-dfat", "AU", None)


def test_rows_of_one_reference_are_one_record_with_its_primary_name_first(write: Write) -> None:
    rows = [
        row("8577a", "ДО", "Original Script"),
        row(8577, "Jane DOE"),
        row("8577b", "Janie", "Alias", Alias_Strength="Weak"),
        row("8578", "BANK", Type="Entity"),
        row("8577c", "JD", "Alias", Alias_Strength="Strong"),
        row("8577d", "Jo", "Nickname"),
        row("8577e", "Roe", "FKA"),
    ]
    second, first = entities(write("a.xlsx", book(*rows)))
    assert (second.id, second.schema) == ("au-8578", "LegalEntity")
    assert (first.id, first.schema, first.caption) == ("au-8577", "Person", "Jane DOE")
    assert [(value.prop, value.value, value.lang, value.note) for value in first.values] == [
        ("name", "Jane DOE", "", ""),
        ("name", "ДО", "und-Cyrl", ""),
        ("weakAlias", "Janie", "", ""),
        ("alias", "JD", "", ""),
        ("alias", "Jo", "", "Nickname"),
        ("previousName", "Roe", "", ""),
    ]
    assert len(first.designations) == 1


def test_several_values_of_one_cell_are_told_apart_and_repeats_are_dropped(write: Write) -> None:
    cells = {
        "Date_of_Birth": "a) 5 May 1957 b) Between 1955 and 1958",
        "Place_of_Birth": "Yazd; Tehran",
        "Citizenship": "Iranian\nSyrian",
        "Address": "a) Yazd b) Tehran",
        "Additional_Information": "General; retired",
    }
    (found,) = entities(write("a.xlsx", book(row(1, **cells), row("1a", "JD", "Alias", **cells))))
    assert [(value.prop, value.value) for value in found.values[1:]] == [
        ("birthDate", "5 May 1957"),
        ("birthDate", "Between 1955 and 1958"),
        ("birthPlace", "Yazd"),
        ("birthPlace", "Tehran"),
        ("citizenship", "Iranian"),
        ("citizenship", "Syrian"),
        ("address", "Yazd"),
        ("address", "Tehran"),
        ("notes", "General; retired"),
        ("alias", "JD"),
    ]


def test_a_cell_that_excel_made_a_date_is_read(write: Write) -> None:
    (found,) = entities(write("a.xlsx", book(row(1, Date_of_Birth=date(1957, 5, 5)))))
    born = found.values[1]
    assert born.date is not None
    assert (born.value, str(born.date.earliest)) == ("1957-05-05", "1957-05-05")


def test_a_designation_keeps_measures_instrument_and_the_control_date_apart(write: Write) -> None:
    made = row(
        1,
        Type="Vessel",
        IMO_Number=9271951,
        Control_Date="18/06/2025",
        Instrument_of_Designation="Vessel Designation 2025",
        Listing_Information="Designated vessel",
        Travel_Ban=False,
        Maritime_Restriction=True,
        Targeted_Financial_Sanction="Yes",
    )
    (found,) = entities(write("a.xlsx", book(made)))
    assert found.schema == "Vessel"
    assert (found.values[1].prop, found.values[1].value) == ("imoNumber", "9271951")
    (item,) = found.designations
    assert (item.programme, item.authority, item.note) == (
        "Autonomous (Russia)",
        "Vessel Designation 2025",
        "Designated vessel",
    )
    assert item.measures == ("Targeted financial sanction", "Maritime restriction")
    assert item.classes == ("asset-freeze", "shipping")
    assert item.start is None
    assert item.published is not None
    assert str(item.published.earliest) == "2025-06-18"


def test_what_cannot_be_placed_is_told_and_kept(write: Write) -> None:
    rows = [row(1, "", "Alias", Type="Drone", Date_of_Birth="unknown"), row("1a", "D\u202eOE", "Alias")]
    path = write("a.xlsx", book(*rows))
    (found,) = entities(path)
    assert (found.caption, found.schema) == ("au-1", "LegalEntity")
    assert ("notes", "Type: Drone") in [(value.prop, value.value) for value in found.values]
    told = " ".join(said.message for said in warnings(path))
    assert "'unknown' could not be read" in told
    assert "of several types: drone, individual" in told
    assert "none of its rows is a primary name" in told
    assert "1 control character stood" in told


def test_a_column_that_is_new_becomes_a_note_and_an_empty_row_nothing(write: Write) -> None:
    content = workbook(("S", [[*COLUMNS, "Colour"], [*row(1), "red"], [None] * 20]))
    (found,) = entities(write("a.xlsx", content))
    assert (found.values[-1].value, found.values[-1].note) == ("red", "colour")


def test_rows_without_a_reference_and_an_empty_list_are_refused(write: Write) -> None:
    with pytest.raises(BadInput, match="row 2: the row's reference does not start with a number"):
        records(write("a.xlsx", book(row("x"))))
    with pytest.raises(BadInput, match="holds no row"):
        records(write("b.xlsx", book()))


def test_another_workbook_is_left_to_other_readers(write: Write) -> None:
    path = write("a.xlsx", workbook(("S", [["id", "title", "proposition"], ["i1", "A", "B"]])))
    assert recognise(path).format == "issues"
