"""The UK Sanctions List as XML and as CSV."""

from datetime import date
from pathlib import Path

import pytest

from briefer.model.errors import BadInput
from briefer.model.facts import EntityRecord, Value
from briefer.sources import Head, recognise
from briefer.sources.uk_csv import GROUPS, SINGLE
from tests.sources.reads import Write, entities, records, warnings

COLUMNS = [column.title() for group in GROUPS for column in group] + [column.title() for column in SINGLE]
REGIME = "The Russia (Sanctions) (EU Exit) Regulations 2019"


def designation(body: str = "", *, id: str = "RUS0251", kind: str = "Individual", more: str = "") -> str:
    return f"""<Designation><LastUpdated>09/04/2025</LastUpdated><DateDesignated>25/02/2022</DateDesignated>
<UniqueID>{id}</UniqueID><RegimeName>{REGIME}</RegimeName><IndividualEntityShip>{kind}</IndividualEntityShip>
<DesignationSource>UK</DesignationSource>{more}{body}</Designation>"""


def file(*designations: str, generated: str = "<DateGenerated>2026-08-22T00:00:00</DateGenerated>") -> str:
    return f"<?xml version='1.0'?><Designations>{generated}{''.join(designations)}</Designations>"


def name(kind: str, strength: str = "", **parts: str) -> str:
    told = "".join(f"<{part}>{text}</{part}>" for part, text in parts.items())
    weak = f"<AliasStrength>{strength}</AliasStrength>" if strength else ""
    return f"<Name>{told}<NameType>{kind}</NameType>{weak}</Name>"


def one(write: Write, body: str = "", **more: str) -> EntityRecord:
    (found,) = entities(write("uk.xml", file(designation(body, **more))))
    return found


def said(record: EntityRecord, prop: str) -> list[str]:
    return [value.value for value in record.values if value.prop == prop]


def value(record: EntityRecord, prop: str) -> Value:
    return next(value for value in record.values if value.prop == prop)


def row(**cells: str) -> str:
    given = {"Unique Id": "RUS0251", "Regime Name": REGIME, "Designation Type": "Individual"} | {
        name.replace("_", " "): text for name, text in cells.items()
    }
    return ",".join('"' + given.get(column, "").replace('"', '""') + '"' for column in COLUMNS) + "\r\n"


def table(*rows: str, report: str = "Report Date: 22-Aug-2026") -> str:
    return f"{report}\r\n{','.join(COLUMNS)}\r\n{''.join(rows)}"


@pytest.mark.parametrize(
    ("generated", "published"),
    [
        ("<DateGenerated>2026-08-22T00:00:00</DateGenerated>", date(2026, 8, 22)),
        ("<DateGenerated>22/08/2026</DateGenerated>", date(2026, 8, 22)),
        ("<DateGenerated/>", None),
        ("", None),
    ],
)
def test_the_head_is_dated_where_the_file_says_so(write: Write, generated: str, published: date | None) -> None:
    path = write("any.xml", file(designation(), generated=generated))
    assert recognise(path).format == "uk-xml"
    head = records(path)[0]
    assert isinstance(head, Head)
    assert (head.list, head.regime, head.published) == ("uk-sanctions", "UK", published)


def test_the_sixth_name_stands_last_and_types_are_read_in_any_case(write: Write) -> None:
    names = (
        name("primary NAME variation", Name1="Vova", Name6="PUTIN")
        + name("Primary name", Name1="Vladimir ", Name2="V.", Name6="PUTIN")
        + name("ALias", "Low quality a.k.a", Name6="VVP")
        + name("Alias", "Good quality a.k.a", Name6="The Tsar")
        + name("Nickname", Name6="Grandpa")
        + name("Alias", Name6="VVP")
        + name("Alias")
    )
    found = one(write, f"<Names>{names}</Names>")
    assert (found.id, found.schema, found.caption) == ("uk-RUS0251", "Person", "Vladimir V. PUTIN")
    assert (said(found, "name"), said(found, "weakAlias")) == (["Vladimir V. PUTIN"], [])
    assert [(item.value, item.note) for item in found.values if item.prop == "alias"] == [
        ("Vova PUTIN", ""),
        ("The Tsar", "Good quality a.k.a"),
        ("Grandpa", "Nickname"),
        ("VVP", ""),
    ]
    assert value(found, "name").raw == "Vladimir  V. PUTIN"
    assert (said(found, "firstName"), said(found, "lastName")) == (["Vladimir"], ["PUTIN"])


def test_a_low_quality_name_is_weak_and_a_designation_without_name_has_its_id(write: Write) -> None:
    weak = name("Alias", "low Quality a.k.a", Name6="VVP")
    assert said(one(write, f"<Names>{weak}</Names>"), "weakAlias") == ["VVP"]
    assert one(write).caption == "uk-RUS0251"


def test_a_name_in_its_own_script_has_a_tag(write: Write) -> None:
    body = """<NonLatinNames><NonLatinName><NameNonLatinScript>Путин</NameNonLatinScript></NonLatinName>
<NonLatinName><NameNonLatinScript>普京</NameNonLatinScript><NonLatinScriptType>Chinese Simplified</NonLatinScriptType>
<NonLatinScriptLanguage>Chinese</NonLatinScriptLanguage></NonLatinName></NonLatinNames>"""
    assert [(item.value, item.lang, item.note) for item in one(write, body).values if item.prop == "alias"] == [
        ("Путин", "und-Cyrl", ""),
        ("普京", "und-Hans", "Chinese Simplified, Chinese"),
    ]


def test_the_designation_keeps_its_dates_apart_and_its_regime_by_name(write: Write) -> None:
    (made,) = one(write).designations
    assert (made.regime, made.programme, made.authority, made.note) == ("UK", REGIME, REGIME, "Designation source: UK")
    assert made.start is not None
    assert made.amended is not None
    assert (made.start.earliest, made.amended.earliest) == (date(2022, 2, 25), date(2025, 4, 9))
    assert made.published is None


def test_the_last_day_of_2020_is_told_to_be_a_carry_over(write: Write) -> None:
    text = file(designation()).replace("25/02/2022", "31/12/2020")
    (made,) = entities(write("uk.xml", text))[0].designations
    assert "carried over into UK law" in made.note


def test_measures_stay_as_worded_and_are_classified(write: Write) -> None:
    more = """<SanctionsImposed>Asset freeze|Shipping sanctions: (see "Other information")|Asset freeze| Correspondent
Banking Sanctions\u202fand processing payments|</SanctionsImposed>
<SanctionsImposedIndicators><AssetFreeze>true</AssetFreeze><Deflag>false</Deflag></SanctionsImposedIndicators>"""
    (made,) = one(write, more=more).designations
    assert made.measures == (
        "Asset freeze",
        'Shipping sanctions: (see "Other information")',
        "Correspondent Banking Sanctions and processing payments",
    )
    assert made.classes == ("asset-freeze", "shipping", "correspondent-banking")
    flags = "<SanctionsImposedIndicators><Deflag>true</Deflag></SanctionsImposedIndicators>"
    (made,) = one(write, more=flags).designations
    assert (made.measures, made.classes) == (("deflag",), ("shipping",))


def test_prose_loses_its_html_entities(write: Write) -> None:
    more = """<OtherInformation>A &amp;amp; B</OtherInformation>
<UKStatementofReasons>\n\n &amp;nbsp;He said &amp;quot;no&amp;quot;.</UKStatementofReasons>"""
    found = one(write, more=more)
    assert (found.remarks, found.designations[0].reason) == ("A & B", 'He said "no".')


DETAILS = """<Titles><Title>Mr</Title></Titles><OFSIGroupID>1</OFSIGroupID><UNReferenceNumber>QDi.1</UNReferenceNumber>
<PhoneNumbers><PhoneNumber>+7 1</PhoneNumber></PhoneNumbers><IndividualDetails><Individual>
<DOBs><DOB>dd/07/1945</DOB><DOB>dd/mm/1946</DOB><DOB>07/10/1952</DOB><DOB>about 1950?</DOB></DOBs>
<PassportDetails><Passport><PassportNumber>P1</PassportNumber>
<PassportAdditionalInformation>Russian</PassportAdditionalInformation></Passport>
<Passport><PassportAdditionalInformation>lost</PassportAdditionalInformation></Passport></PassportDetails>
<NationalIdentifierDetails><NationalIdentifier><NationalIdentifierNumber>N1</NationalIdentifierNumber>
</NationalIdentifier></NationalIdentifierDetails>
<BirthDetails><Location><TownOfBirth>Leningrad</TownOfBirth><CountryOfBirth>USSR</CountryOfBirth></Location></BirthDetails>
<Nationalities><Nationality>Russia</Nationality></Nationalities><Positions><Position>President</Position></Positions>
<Genders><Gender>Male</Gender></Genders></Individual></IndividualDetails><News><Item>new</Item></News>"""


def test_details_of_a_person_become_values(write: Write) -> None:
    path = write("uk.xml", file(designation(DETAILS)))
    (found,) = entities(path)
    assert {item.prop: item.value for item in found.values if item.prop != "birthDate"} == {
        "title": "Mr",
        "authorityId": "1",
        "unscId": "QDi.1",
        "phone": "+7 1",
        "passportNumber": "P1",
        "idNumber": "N1",
        "birthPlace": "Leningrad, USSR",
        "nationality": "Russia",
        "position": "President",
        "gender": "Male",
        "notes": "new",
    }
    assert [(item.value, item.raw) for item in found.values if item.prop == "birthDate"] == [
        ("dd/07/1945", ""),
        ("1946", "dd/mm/1946"),
        ("1952-10-07", "07/10/1952"),
        ("about 1950?", ""),
    ]
    assert value(found, "passportNumber").note == "Russian"
    assert [(item.value, item.note) for item in found.values if item.prop == "notes"] == [
        ("lost", "passportNumber"),
        ("new", "item"),
    ]
    assert [warned.message for warned in warnings(path)] == ["the date 'about 1950?' was kept as text"]


def test_a_ship_has_its_number_flag_and_year(write: Write) -> None:
    body = """<ShipDetails><Ship><IMONumbers><IMONumber>IMO 9179842</IMONumber>
<IMONumber>8517839</IMONumber></IMONumbers>
<CurrentBelievedFlagOfShips><CurrentBelievedFlagOfShip>Gabon</CurrentBelievedFlagOfShip></CurrentBelievedFlagOfShips>
<YearBuilt>1999</YearBuilt></Ship></ShipDetails>"""
    found = one(write, body, kind="Ship")
    assert (found.schema, said(found, "imoNumber"), said(found, "flag")) == (
        "Vessel",
        ["9179842", "8517839"],
        ["Gabon"],
    )
    assert value(found, "imoNumber").raw == "IMO 9179842"
    assert value(found, "buildDate").date is not None


def test_registration_numbers_give_their_russian_codes(write: Write) -> None:
    number = "INN: 7707083893; OGRN 1027700132195, KPP 773601001"
    body = f"<Numbers><BusinessRegistrationNumber>{number}</BusinessRegistrationNumber></Numbers>"
    found = one(write, body, kind="Entity")
    assert said(found, "registrationNumber") == [number]
    assert [said(found, code)[0] for code in ("innCode", "ogrnCode", "kppCode")] == [
        "7707083893", "1027700132195", "773601001",
    ]  # fmt: skip


def test_owners_and_subsidiaries_are_links_in_words_only(write: Write) -> None:
    body = """<EntityDetails><Entity><ParentCompanies><ParentCompany>Rostec; VEB</ParentCompany></ParentCompanies>
<Subsidiaries><Subsidiary>Foo &amp;amp; Sons;</Subsidiary></Subsidiaries></Entity></EntityDetails>
<ShipDetails><PreviousOwnerOperators><PreviousOwnerOperator>Old Ltd</PreviousOwnerOperator>
</PreviousOwnerOperators></ShipDetails>"""
    links = one(write, body, kind="Entity").links
    assert [(link.subject, link.object, link.text, link.role, link.ended) for link in links] == [
        ("", "uk-RUS0251", "Rostec", "Parent company", False),
        ("", "uk-RUS0251", "VEB", "Parent company", False),
        ("uk-RUS0251", "", "Foo & Sons", "Subsidiary", False),
        ("", "uk-RUS0251", "Old Ltd", "Previous owner/operator", True),
    ]
    assert {(link.kind, link.percentage) for link in links} == {("Ownership", None)}


def test_addresses_are_joined_and_a_lone_country_is_one(write: Write) -> None:
    body = """<Addresses><Address><AddressLine1>1 Main St</AddressLine1><AddressPostalCode>10</AddressPostalCode>
<AddressCountry>Tazmania</AddressCountry><AddressNote>old</AddressNote></Address>
<Address><AddressCountry>Russia</AddressCountry></Address><Address/></Addresses>"""
    found = one(write, body)
    assert (said(found, "address"), said(found, "country")) == (["1 Main St, 10, Tazmania"], ["Russia"])
    assert said(found, "notes") == ["old"]


def test_an_unknown_kind_is_kept(write: Write) -> None:
    found = one(write, kind="Blimp")
    assert (found.schema, said(found, "notes")) == ("LegalEntity", ["IndividualEntityShip: Blimp"])


def test_a_repeated_id_is_told_and_a_missing_one_refused(write: Write) -> None:
    assert len(warnings(write("twice.xml", file(designation(), designation())))) == 1
    with pytest.raises(BadInput, match="a designation has no Unique ID"):
        records(write("none.xml", file(designation(id=""))))
    with pytest.raises(BadInput, match="the list holds no designation"):
        records(write("empty.xml", file()))


def test_rows_of_the_table_are_one_designation(write: Write) -> None:
    path = write(
        "uk.csv",
        table(
            row(Name_6="PUTIN", Name_1="Vladimir", Name_Type="Primary name", Address_Country="Russia"),
            row(Unique_Id="RUS1", Name_6="OTHER", Name_Type="Primary name"),
            row(
                Name_6="PUTIN",
                Name_1="Vladimir",
                Name_Type="Primary name",
                Address_Country="China",
                Passport_Number="P",
            ),
            ",,\r\n",
        ),
    )
    assert recognise(path).format == "uk-csv"
    head = records(path)[0]
    assert isinstance(head, Head)
    assert head.published == date(2026, 8, 22)
    found = {record.id: record for record in entities(path)}
    assert list(found) == ["uk-RUS1", "uk-RUS0251"]
    assert said(found["uk-RUS0251"], "country") == ["Russia", "China"]
    assert (found["uk-RUS0251"].caption, said(found["uk-RUS0251"], "passportNumber")) == ("Vladimir PUTIN", ["P"])


def test_xml_and_table_state_the_same(write: Write) -> None:
    body = f"""<Names>{name("Primary name", Name1="Vladimir", Name6="PUTIN")}</Names>
<SanctionsImposed>Asset freeze</SanctionsImposed><Addresses><Address><AddressCountry>Russia</AddressCountry></Address>
</Addresses><IndividualDetails><DOBs><DOB>07/10/1952</DOB></DOBs></IndividualDetails>"""
    cells = {
        "Last_Updated": "09/04/2025",
        "Date_Designated": "25/02/2022",
        "Designation_Source": "UK",
        "D.O.B": "07/10/1952",
    }
    names = {"Name_6": "PUTIN", "Name_1": "Vladimir", "Name_Type": "Primary name"}
    csv = table(row(Sanctions_Imposed="Asset freeze", Address_Country="Russia", **cells, **names))
    assert entities(write("uk.csv", csv)) == entities(write("uk.xml", file(designation(body))))


def test_cells_hold_line_breaks_and_those_beyond_the_header_are_kept(write: Write) -> None:
    long = row(Other_Information='He said\r\n"no"').rstrip() + ",surplus\r\n"
    path = write("uk.csv", table(long, report=""))
    (found,) = entities(path)
    assert (found.remarks, said(found, "notes")) == ('He said "no"', ["surplus"])
    assert [warned.message for warned in warnings(path)] == ["row 3 has more cells than the header; kept as notes"]
    head = records(path)[0]
    assert isinstance(head, Head)
    assert head.published is None


def test_a_table_without_rows_or_ids_is_refused(write: Write) -> None:
    with pytest.raises(BadInput, match="the list holds no designation"):
        records(write("uk.csv", table()))
    with pytest.raises(BadInput, match="row 3: a designation has no Unique ID"):
        records(write("uk.csv", table(row(Unique_Id=""))))
    path = write("uk.csv", table(row()))
    reading = recognise(path)
    path.write_text("cut off", encoding="utf-8")
    with pytest.raises(BadInput, match="the list has no header"):
        list(reading.records())


def test_a_list_that_is_cut_off_within_a_row_is_refused(write: Write) -> None:
    whole = table(row(), row(Unique_Id="RUS0252", Name_6="PUTIN"))
    width = len(COLUMNS)
    cut = whole[: whole.index("PUTIN") + len('PUTIN"')]
    with pytest.raises(BadInput, match=f"row 4: the row has 6 cells where the header has {width}; download it again"):
        records(write("uk.csv", cut))


def test_the_real_lists_have_their_3474_and_240_designations(real_lists: Path) -> None:
    russia = entities(real_lists / "uk" / "UK-Sanctions-List_russia_rebuilt.xml")
    assert len({record.id for record in russia}) == len(russia) == 3474
    assert all(record.designations[0].start and record.designations[0].classes for record in russia)
    sample = entities(real_lists / "uk" / "UK-Sanctions-List_sample_rebuilt.csv")
    assert len({record.id for record in sample}) == len(sample) == 240


def test_a_table_that_a_spreadsheet_saved_with_semicolons_is_the_same(write: Write) -> None:
    whole = table(row(Name_6="PUTIN", Date_Designated="25/02/2022"), row(Name_6="OTHER", Unique_Id="RUS0252"))
    other = whole.replace('","', '";"').replace("\r\n" + ",".join(COLUMNS), "\r\n" + ";".join(COLUMNS))
    assert records(write("b.csv", other)) == records(write("a.csv", whole))
