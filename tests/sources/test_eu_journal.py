"""Annexes of EU acts as tables."""

from datetime import date
from pathlib import Path

import pytest

from briefer.model.errors import BadInput
from briefer.model.facts import EntityRecord
from briefer.sources import Head, recognise
from briefer.sources.eu_journal_acts import act_of
from tests.sources.reads import Write, entities, records, warnings

HEADER = (
    "celex,recordId,programKey,annex,measure,startDate,reason,schema,name,alias,previousName,birthDate,"
    "registrationNumber,incorporationDate,imoNumber,novelty"
)
SAME = {
    "celex": "32014R0269",
    "recordId": "1",
    "programKey": "EU-UKR",
    "annex": "I.PERSONS",
    "measure": "Asset freeze",
    "startDate": "17.3.2014",
    "schema": "Person",
    "name": "Sergey AKSYONOV",
}


def row(header: str = HEADER, **cells: str) -> str:
    said = SAME | cells
    return ",".join('"' + said.get(column, "").replace('"', '""') + '"' for column in header.split(",")) + "\n"


def file(*rows: str, header: str = HEADER) -> str:
    return f"{header}\n{''.join(rows)}"


def one(write: Write, **cells: str) -> EntityRecord:
    (found,) = entities(write("oj.csv", file(row(**cells))))
    return found


def stated(record: EntityRecord, prop: str) -> list[tuple[str, str]]:
    return [(item.value, item.raw) for item in record.values if item.prop == prop]


def test_a_row_is_an_entity_with_its_true_listing_date_and_reasons(write: Write) -> None:
    path = write("oj.csv", file(row(reason="Elected ‘Prime Minister’.")))
    assert recognise(path).format == "eu-journal"
    head = records(path)[0]
    assert isinstance(head, Head)
    assert (head.list, head.published, head.regime) == ("eu-oj-32014R0269", None, "EU")
    assert head.title == "Regulation (EU) No 269/2014, annexes"
    (found,) = entities(path)
    (made,) = found.designations
    assert (found.id, found.schema, found.caption) == ("eu-oj-269-2014-I.PERSONS-1", "Person", "Sergey AKSYONOV")
    assert made.start is not None
    assert (made.programme, made.list_type, made.start.earliest) == ("269/2014", "Annex I", date(2014, 3, 17))
    assert (made.authority, made.reason) == ("Regulation (EU) No 269/2014", "Elected ‘Prime Minister’.")
    assert (made.measures, made.classes) == (("Asset freeze",), ("asset-freeze",))
    assert made.note == "Annex I.PERSONS, entry 1; EU-UKR"
    assert (made.amended, made.published) == (None, None)


def test_an_entry_without_a_date_says_so(write: Write) -> None:
    (made,) = one(write, startDate="", annex="", measure="").designations
    assert (made.start, made.list_type, made.measures) == (None, "", ())
    assert made.note == "entry 1; EU-UKR; the annex prints no date of listing"


def test_rows_of_one_entry_are_one_entity_with_several_designations(write: Write) -> None:
    found = entities(write("oj.csv", file(row(), ",,\n", row(recordId="2"), row(measure="Travel ban", alias="S. A."))))
    assert [len(record.designations) for record in found] == [1, 2]
    assert stated(found[1], "alias") == [("S. A.", "")]


def test_an_entry_without_a_number_keeps_its_id_whatever_stands_around_it(write: Write) -> None:
    alone = one(write, recordId="", name="SBERBANK", annex="XIV")
    among = entities(write("b.csv", file(row(), row(recordId="", name="SBERBANK", annex="XIV"))))
    assert alone.id == among[1].id
    assert alone.id.startswith("eu-oj-269-2014-XIV-x")


def test_a_number_of_a_ship_and_a_company_names_both(write: Write) -> None:
    rows = (row(recordId="7", schema="Vessel", annex="XLII"), row(recordId="7", schema="LegalEntity", annex="XLII"))
    assert [found.id for found in entities(write("oj.csv", file(*rows)))] == [
        "eu-oj-269-2014-XLII-7-Vessel",
        "eu-oj-269-2014-XLII-7-LegalEntity",
    ]


def test_an_amending_act_adds_to_the_framework_act(write: Write) -> None:
    header = HEADER.replace("celex", "amendedCelex,amendmentCelex")
    text = file(row(header, amendedCelex="32014R0269", amendmentCelex="32026R1941"), header=header)
    path = write("oj.csv", text)
    head = records(path)[0]
    assert isinstance(head, Head)
    assert head.list == "eu-oj-32026R1941"
    (found,) = entities(path)
    assert found.id == "eu-oj-269-2014-I.PERSONS-1"
    assert found.designations[0].authority == "Regulation (EU) No 269/2014; amended by Regulation (EU) 2026/1941"
    assert "import it with --partial" in warnings(path)[0].message


def test_a_name_in_brackets_in_another_script_is_a_name_of_its_own(write: Write) -> None:
    found = one(write, alias='Sergei AKSENOV (Russian: Сергей АКСЁНОВ); "A; B"; Petro YAROSH (IAROSH)')
    assert stated(found, "alias") == [
        ("Sergei AKSENOV", "Sergei AKSENOV (Russian: Сергей АКСЁНОВ)"),
        ("Сергей АКСЁНОВ", "Sergei AKSENOV (Russian: Сергей АКСЁНОВ)"),
        ("A; B", ""),
        ("Petro YAROSH (IAROSH)", ""),
    ]
    assert [item.lang for item in found.values if item.prop == "alias"] == ["", "und-Cyrl", "", ""]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("26.11.1972", ["26.11.1972"]),
        ("6.5.1974.", ["6.5.1974"]),
        ("9.9.1976 or 1977", ["9.9.1976", "1977"]),
        ("10.2.1983 (or 10.3.1983)", ["10.2.1983", "10.3.1983"]),
    ],
)
def test_each_date_that_is_stated_is_read(write: Write, text: str, dates: list[str]) -> None:
    found = [item for item in one(write, birthDate=text).values if item.prop == "birthDate"]
    assert [item.value for item in found] == dates
    assert all(item.date and item.date.earliest for item in found)


def test_a_date_that_cannot_be_read_stays_as_it_is_and_is_told(write: Write) -> None:
    path = write("oj.csv", file(row(birthDate="possibly 23.7.1981")))
    assert stated(entities(path)[0], "birthDate") == [("possibly 23.7.1981", "")]
    assert [warned.record for warned in warnings(path)] == ["eu-oj-269-2014-I.PERSONS-1"]


def test_a_registration_number_gives_the_code_it_says_it_is(write: Write) -> None:
    found = one(write, registrationNumber="7704730655 (Tax ID/INN); DMCC-1")
    assert stated(found, "registrationNumber") == [("7704730655 (Tax ID/INN)", ""), ("DMCC-1", "")]
    assert stated(found, "innCode") == [("7704730655", "7704730655 (Tax ID/INN)")]


def test_unknown_columns_and_schemata_are_kept_as_notes(write: Write) -> None:
    found = one(write, schema="Ghost", novelty="new")
    assert (found.schema, stated(found, "notes")) == ("LegalEntity", [("new", ""), ("schema: Ghost", "")])


@pytest.mark.parametrize(
    ("celex", "tag", "title"),
    [
        ("32014R0833", "833/2014", "Regulation (EU) No 833/2014"),
        ("32006R0765", "765/2006", "Regulation (EC) No 765/2006"),
        ("32024R1485", "2024/1485", "Regulation (EU) 2024/1485"),
        ("32011D0173", "2011/173/CFSP", "Decision 2011/173/CFSP"),
        ("32015D1333", "2015/1333", "Decision (CFSP) 2015/1333"),
    ],
)
def test_a_celex_number_gives_the_act_as_lawyers_cite_it(celex: str, tag: str, title: str) -> None:
    act = act_of(celex)
    assert act is not None
    assert (act.tag, act.title, act.url[-10:]) == (tag, title, celex)


REFUSED = {
    "no act": (file(row(celex="02014R0269-20260717")), "is no CELEX number of an act"),
    "no second act": (file(row(), row(celex="x", recordId="2")), "row 3: the row lacks the CELEX number of an act"),
    "no name": (file(row(name="")), "or a name"),
    "short row": (file("a,b\n"), "row 2: the row has 2 cells where the header has 16"),
    "no row": (file(), "the table holds no row"),
    "cut off": (file(row(reason="Elected"))[:-60], "the quoting is broken or the file ends early"),
}


@pytest.mark.parametrize(("text", "expected"), REFUSED.values(), ids=list(REFUSED))
def test_a_damaged_table_is_refused(write: Write, text: str, expected: str) -> None:
    with pytest.raises(BadInput, match=expected):
        records(write("oj.csv", text))


@pytest.mark.parametrize(("name", "count", "dated"), [("32014R0269", 2802, 2801), ("32014R0833", 1746, 1665)])
def test_the_real_tables_have_an_entity_a_row(real_lists: Path, name: str, count: int, dated: int) -> None:
    found = entities(real_lists / "eu" / f"{name}.csv")
    assert len({record.id for record in found}) == len(found) == count
    starts = [record.designations[0].start for record in found]
    assert sum(bool(start and start.earliest) for start in starts) == dated
