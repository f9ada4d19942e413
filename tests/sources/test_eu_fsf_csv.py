"""The EU's consolidated financial sanctions list as CSV."""

from datetime import date
from pathlib import Path

import pytest

from briefer.model.errors import BadInput
from briefer.sources import Head, recognise
from tests.sources import test_eu_fsf
from tests.sources.reads import Write, entities, records, warnings
from tests.sources.test_eu_fsf import said

COLUMNS = [
    "fileGenerationDate",
    "Entity_LogicalId",
    "Entity_EU_ReferenceNumber",
    "Entity_Remark",
    "Entity_SubjectType",
    "Entity_Regulation_Type",
    "Entity_Regulation_OrganisationType",
    "Entity_Regulation_PublicationDate",
    "Entity_Regulation_EntryIntoForceDate",
    "Entity_Regulation_NumberTitle",
    "Entity_Regulation_Programme",
    "Entity_Regulation_PublicationUrl",
    "NameAlias_WholeName",
    "NameAlias_NameLanguage",
    "NameAlias_LogicalId",
    "NameAlias_RegulationLanguage",
    "NameAlias_Regulation_Type",
    "NameAlias_Regulation_NumberTitle",
    "BirthDate_Year",
    "BirthDate_Month",
    "BirthDate_YearRangeFrom",
    "BirthDate_YearRangeTo",
    "BirthDate_Circa",
    "BirthDate_CountryIso2Code",
    "Address_City",
    "Address_ContactInfo",
    "Citizenship_CountryIso2Code",
    "Citizenship_CountryDescription",
    "NewColumn",
]
SAME = {
    "fileGenerationDate": "27/02/2026",
    "Entity_LogicalId": "13",
    "Entity_SubjectType": "P",
    "Entity_Regulation_Type": "amendment",
    "Entity_Regulation_OrganisationType": "council",
    "Entity_Regulation_PublicationDate": "2024-05-17",
    "Entity_Regulation_EntryIntoForceDate": "2024-05-18",
    "Entity_Regulation_NumberTitle": "2024/1390 (OJ L17052024)",
    "Entity_Regulation_Programme": "UKR",
    "Entity_Regulation_PublicationUrl": "https://eur-lex.europa.eu/1390",
}


def row(**said: str) -> str:
    return ";".join((SAME | said).get(column, "") for column in COLUMNS) + "\r\n"


def file(*rows: str) -> str:
    return "\ufeff" + ";".join(COLUMNS) + "\r\n" + "".join(rows)


def test_rows_of_one_number_are_one_entity_and_the_head_is_dated(write: Write) -> None:
    path = write(
        "eu.csv",
        file(
            row(NameAlias_WholeName="Ivan", NameAlias_NameLanguage="EN", NameAlias_LogicalId="1"),
            row(NameAlias_WholeName="Olga", Entity_LogicalId="14"),
            row(BirthDate_YearRangeFrom="1960", BirthDate_YearRangeTo="1962", BirthDate_Circa="true"),
            row(Citizenship_CountryIso2Code="RU", Citizenship_CountryDescription="RUSSIAN FEDERATION"),
        ),
    )
    assert recognise(path).format == "eu-fsf-csv"
    head = records(path)[0]
    assert isinstance(head, Head)
    assert (head.list, head.published) == ("eu-fsf", date(2026, 2, 27))
    first, second = sorted(entities(path), key=lambda record: record.id)
    assert (first.id, first.schema, first.caption, second.caption) == ("eu-13", "Person", "Ivan", "Olga")
    assert (said(first, "birthDate"), said(first, "citizenship")) == (["circa 1960 to 1962"], ["ru"])


def test_xml_and_csv_state_the_same(write: Write) -> None:
    name = '<nameAlias wholeName="Ivan" nameLanguage="EN" logicalId="1"/>'
    born = '<birthdate year="1963" monthOfYear="5" circa="false" countryIso2Code="00"/>'
    xml = write("eu.xml", test_eu_fsf.file(test_eu_fsf.entity(name + born + "<remark>Known</remark>")))
    csv = write(
        "eu.csv",
        file(
            row(NameAlias_WholeName="Ivan", NameAlias_NameLanguage="EN", Entity_Remark="Known"),
            row(BirthDate_Year="1963", BirthDate_Month="5", BirthDate_Circa="false", Entity_Remark="Known"),
        ),
    )
    assert entities(csv) == entities(xml)


def test_stray_quotes_stay_and_whole_ones_go(write: Write) -> None:
    path = write(
        "eu.csv",
        file(
            row(NameAlias_WholeName='Ali "the Cook" Omar'),
            row(NameAlias_WholeName='"Quoted ""Inner"" Name"'),
            row(NameAlias_WholeName='"Abu Ali" Omar'),
        ),
    )
    (found,) = entities(path)
    assert [found.caption, *said(found, "alias")] == ['Ali "the Cook" Omar', 'Quoted "Inner" Name', '"Abu Ali" Omar']


def test_a_quoted_text_holds_semicolons_and_line_breaks(write: Write) -> None:
    broken = '"Associated entities:\r\n- Foo; Bar\r\n- Baz"'
    path = write(
        "eu.csv", file(row(NameAlias_WholeName="Ivan", Entity_Remark=broken), "\r\n", row(Address_City="Kyiv"))
    )
    (found,) = entities(path)
    assert found.remarks == "Associated entities: - Foo; Bar - Baz"
    assert said(found, "address") == ["Kyiv"]


def test_a_row_that_cannot_be_cut_is_kept_as_text_and_told(write: Write) -> None:
    path = write(
        "eu.csv", file(row(NameAlias_WholeName="Ivan"), "27/02/2026;13;too;short\r\n", row(Address_City="Kyiv"))
    )
    (found,) = entities(path)
    assert "27/02/2026;13;too;short" in said(found, "notes")
    assert said(found, "address") == ["Kyiv"]
    assert [warned.message for warned in warnings(path)] == ["row 3 cannot be cut into 29 columns; kept as text"]


def test_a_quote_without_end_is_bounded(write: Write) -> None:
    good = (row(NameAlias_WholeName="Ivan"), row(Address_City="Kyiv"))
    path = write("eu.csv", file(*good, '27/02/2026;13;"x\n' + "y\n" * 300))
    with pytest.raises(BadInput, match="row 204: the row has 1 cell where the header has 29"):
        records(path)
    path = write("eu.csv", file(*good, '27/02/2026;13;"x\n' + "y\n" * 300, row(Address_City="Minsk")))
    with pytest.raises(BadInput, match="row 204: an entity has no numeric logicalId"):
        records(path)


@pytest.mark.parametrize("text", ["x", "x" * 140_000])
def test_a_list_that_is_cut_off_within_a_row_is_refused(write: Write, text: str) -> None:
    path = write("eu.csv", file(row(NameAlias_WholeName="Ivan"), f'27/02/2026;13;"{text}'))
    with pytest.raises(BadInput, match="row 3: the row has 3 cells where the header has 29"):
        records(path)


def test_a_last_row_with_too_many_cells_is_kept_as_text(write: Write) -> None:
    surplus = "27/02/2026;13" + ";" * 40 + "\n"
    path = write("eu.csv", file(row(NameAlias_WholeName="Ivan"), surplus))
    assert [warned.message[:29] for warned in warnings(path)] == ["row 3 cannot be cut into 29 c"]


def test_contacts_and_new_columns_are_kept(write: Write) -> None:
    (found,) = entities(write("eu.csv", file(row(Address_ContactInfo="EMAIL=a@b.c", NewColumn="news"))))
    assert said(found, "email") == ["a@b.c"]
    assert said(found, "notes") == ["news"]


def test_another_table_with_semicolons_is_not_the_list(write: Write) -> None:
    with pytest.raises(BadInput, match="no reader knows this text"):
        recognise(write("a.csv", "a;b\n1;2\n"))


def test_a_list_without_rows_or_numbers_is_refused(write: Write) -> None:
    with pytest.raises(BadInput, match="the list holds no entity"):
        records(write("eu.csv", file()))
    with pytest.raises(BadInput, match="row 2: an entity has no numeric logicalId"):
        records(write("eu.csv", file(row(Entity_LogicalId="x"))))


def test_the_real_sample_has_its_292_entities(real_lists: Path) -> None:
    path = real_lists / "eu" / "eu_fsf_sample_rebuilt.csv"
    found = entities(path)
    assert len({record.id for record in found}) == len(found) == 292
    assert sum(any(value.prop == "name" for value in record.values) for record in found) == 292
