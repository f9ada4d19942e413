"""OpenSanctions' simple tables."""

import pytest

from briefer.model.errors import BadInput
from briefer.sources import Head, recognise
from tests.sources.reads import Write, entities, records, warnings

HEADER = (
    '"id","schema","name","aliases","birth_date","countries","addresses","identifiers","sanctions","phones","emails",'
    '"program_ids","dataset","first_seen","last_seen","last_change"\n'
)
PUTIN = (
    '"Q7747","Person","Vladimir Putin","Путин;""Putin; V.""","1952-10-07","ru","""Moscow; Kremlin""","P1","Blocked",'
    '"+7","a@b.ru","US-RUSHAR;EU-UKR;XX-NEW","Ukraine War and Sanctions","2022-01-01","2026-01-01","2025-01-01"\n'
)
OLD = "id,schema,name,aliases,sanctions,dataset,novelty\n"


def test_cells_of_several_values_are_split_and_quotes_respected(write: Write) -> None:
    path = write("targets.simple.csv", HEADER + PUTIN)
    assert recognise(path).format == "opensanctions-simple"
    head = records(path)[0]
    assert isinstance(head, Head)
    assert (head.list, head.title) == ("opensanctions-ukraine-war-and-sanctions", "Ukraine War and Sanctions")
    (found,) = entities(path)
    assert (found.id, found.schema, found.caption) == ("Q7747", "Person", "Vladimir Putin")
    assert [(item.prop, item.value, item.lang) for item in found.values] == [
        ("name", "Vladimir Putin", ""),
        ("alias", "Путин", "und-Cyrl"),
        ("alias", "Putin; V.", ""),
        ("birthDate", "1952-10-07", ""),
        ("country", "ru", ""),
        ("address", "Moscow; Kremlin", ""),
        ("idNumber", "P1", ""),
        ("phone", "+7", ""),
        ("email", "a@b.ru", ""),
        ("createdAt", "2022-01-01", ""),
        ("modifiedAt", "2025-01-01", ""),
    ]
    assert [(made.regime, made.programme, made.start) for made in found.designations] == [
        ("US", "US-RUSHAR", None),
        ("EU", "EU-UKR", None),
        ("", "XX-NEW", None),
    ]
    assert found.designations[0].note == "Blocked; the table gives no date and no legal basis"


def test_an_older_table_without_programmes_tells_its_sanctions(write: Write) -> None:
    path = write("Some.targets.simple.csv", OLD + "a,Person,A,,OFAC - SDN;Other,One,new\nb,Person,,,,Two,\n")
    head = records(path)[0]
    assert isinstance(head, Head)
    assert (head.list, head.title) == ("opensanctions-some", "Some")
    first, second = entities(path)
    assert [(made.regime, made.programme, made.note[:10]) for made in first.designations] == [
        ("US", "", "OFAC - SDN"),
        ("", "", "Other; the"),
    ]
    assert [(item.value, item.note) for item in first.values if item.prop == "notes"] == [("new", "novelty")]
    assert (second.caption, second.designations, second.values) == ("b", (), ())


def test_a_repeated_id_is_told(write: Write) -> None:
    path = write("a.csv", OLD + "a,Person,A,,,,\n,,,,,,\na,Person,B,,,,\n")
    assert [found.caption for found in entities(path)] == ["A"]
    assert warnings(path)[0].message == "row 4 repeats this id; the first row was kept"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (" ,Person,A,,,,\n", "row 2: the row has no printable id or no schema"),
        ("a,,A,,,,\n", "no printable id or no schema"),
        ("a,b\n", "row 2: the row has 2 cells where the header has 7"),
        ("", "the table holds no target"),
    ],
)
def test_a_damaged_table_is_refused(write: Write, rows: str, expected: str) -> None:
    with pytest.raises(BadInput, match=expected):
        records(write("a.csv", OLD + rows))
