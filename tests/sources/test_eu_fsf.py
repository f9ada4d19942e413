"""The EU's consolidated financial sanctions list as XML."""

from datetime import date
from pathlib import Path

import pytest

from briefer.model.errors import BadInput
from briefer.model.facts import EntityRecord, Value
from briefer.sources import Head, recognise
from tests.sources.reads import Write, entities, records, warnings

SPACE = "http://eu.europa.ec/fpi/fsd/export"
ACT = """<regulation regulationType="amendment" organisationType="council" publicationDate="2024-05-17"
 entryIntoForceDate="2024-05-18" numberTitle="2024/1390 (OJ L17052024)" programme="UKR" logicalId="9">
 <publicationUrl>https://eur-lex.europa.eu/1390</publicationUrl></regulation>"""


def file(*entities: str) -> str:
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<export xmlns="{SPACE}" generationDate="2026-02-27T00:00:00.000+01:00" globalFileId="1">{"".join(entities)}</export>"""


def entity(body: str = "", *, number: str = "13", kind: str = "person", act: str = ACT, more: str = "") -> str:
    return f"""<sanctionEntity designationDetails="" unitedNationId="" logicalId="{number}" {more}>{act}
<subjectType code="{kind}" classificationCode="P"/>{body}</sanctionEntity>"""


def alias(name: str, *, language: str = "", strong: str = "true", more: str = "", remark: str = "") -> str:
    printed = f'nameLanguage="{language}"' if language else ""
    told = f"<remark>{remark}</remark>" if remark else ""
    return f'<nameAlias wholeName="{name}" {printed} strong="{strong}" {more} logicalId="1">{told}</nameAlias>'


def one(write: Write, body: str = "", **more: str) -> EntityRecord:
    (found,) = entities(write("eu.xml", file(entity(body, **more))))
    return found


def said(record: EntityRecord, prop: str) -> list[str]:
    return [value.value for value in record.values if value.prop == prop]


def value(record: EntityRecord, prop: str) -> Value:
    return next(value for value in record.values if value.prop == prop)


def test_the_head_is_dated_and_the_id_is_the_logical_id(write: Write) -> None:
    path = write("any.txt", file(entity(alias("Saddam"))))
    reading = recognise(path)
    assert (reading.format, reading.kind) == ("eu-fsf-xml", "list")
    head = records(path)[0]
    assert isinstance(head, Head)
    assert (head.list, head.regime, head.published) == ("eu-fsf", "EU", date(2026, 2, 27))
    assert entities(path)[0].id == "eu-13"


def test_another_export_is_not_the_list(write: Write) -> None:
    with pytest.raises(BadInput, match="no reader knows XML"):
        recognise(write("a.xml", "<export/>"))


@pytest.mark.parametrize(
    ("aliases", "shown"),
    [
        ([("Иван", "RU"), ("Jan", "CS"), ("Ivan", "EN")], "Ivan"),
        ([("Иван", ""), ("Jan", "CS"), ("Ioan", "")], "Ioan"),
        ([("Иван", "RU"), ("Jan", "CS")], "Иван"),
        ([("Иван", "EN"), ("Ioan", "")], "Ioan"),
    ],
)
def test_the_name_shown_is_english_else_latin_of_no_language_else_the_first(
    write: Write, aliases: list[tuple[str, str]], shown: str
) -> None:
    found = one(write, "".join(alias(name, language=language) for name, language in aliases))
    assert (found.caption, said(found, "name")) == (shown, [shown])
    assert len(said(found, "alias")) == len(aliases) - 1


def test_a_weak_name_is_told_in_the_remark_and_never_shown(write: Write) -> None:
    body = (
        alias("Weak", language="EN", remark="Lo quality a.k.a.")
        + alias("Low", strong="false")
        + alias("Good", remark="God quality a.k.a.")
        + alias("Old", remark="f.k.a.")
    )
    found = one(write, body)
    assert (found.caption, said(found, "weakAlias"), said(found, "previousName")) == ("Good", ["Weak", "Low"], ["Old"])
    assert value(found, "name").note == "God quality a.k.a."


def test_an_entity_with_weak_names_alone_or_none_still_has_a_caption(write: Write) -> None:
    assert one(write, alias("Weak", strong="false")).caption == "Weak"
    assert one(write).caption == "eu-13"


def test_a_repeated_name_stands_once_with_its_other_languages(write: Write) -> None:
    found = one(write, alias("Ivan  P", language="EN") + alias("Ivan P", language="SV") + alias("Иван", language="FR"))
    assert [
        (item.value, item.lang, item.raw, item.note) for item in found.values if item.prop in ("name", "alias")
    ] == [
        ("Ivan P", "en", "Ivan  P", "also as sv"),
        ("Иван", "und-Cyrl", "", ""),
    ]


def test_two_names_in_one_field_are_two_names(write: Write) -> None:
    found = one(write, alias("Ali Omar; Abu Ali") + alias("(a) Foo (b) Bar"))
    assert (said(found, "name"), said(found, "alias")) == (["Ali Omar"], ["Abu Ali", "Foo", "Bar"])
    assert value(found, "alias").raw == "Ali Omar; Abu Ali"


def test_a_latin_name_in_russian_says_so(write: Write) -> None:
    assert value(one(write, alias("Ivan", language="RU")), "name").lang == "ru-Latn"


def test_a_name_without_a_whole_one_is_joined_and_its_parts_are_kept(write: Write) -> None:
    body = """<nameAlias firstName="Ivan" middleName="P." lastName="IVANOV" gender="M" title="Colonel" function="judge"
 nameLanguage="EN" strong="true"/>"""
    found = one(write, body)
    props = ("name", "firstName", "middleName", "lastName", "title", "position", "gender")
    assert [said(found, prop) for prop in props] == [
        ["Ivan P. IVANOV"], ["Ivan"], ["P."], ["IVANOV"], ["Colonel"], ["judge"], ["male"],
    ]  # fmt: skip


def test_a_companys_title_is_its_legal_form(write: Write) -> None:
    found = one(write, alias("Foo", more='title="JSC" function="bank"'), kind="enterprise")
    assert (found.schema, said(found, "legalForm"), said(found, "notes")) == ("LegalEntity", ["JSC"], ["bank"])


def test_the_act_is_the_last_amendment_and_the_start_only_a_designation_date(write: Write) -> None:
    (act,) = one(write).designations
    assert (act.regime, act.programme, act.authority) == ("EU", "UKR", "2024/1390 (OJ L17052024)")
    assert act.amended is not None
    assert (act.start, act.published, act.amended.text) == (None, None, "2024-05-17")
    assert act.note.startswith("The act is the last one that changed the entry and need not be the one that listed it")
    assert "council amendment, in force 2024-05-18" in act.note
    assert "no date of designation" in act.note
    assert act.url == "https://eur-lex.europa.eu/1390"
    (act,) = one(write, more='designationDate="2022-04-08"').designations
    assert act.start is not None
    assert act.start.earliest == date(2022, 4, 8)
    assert "no date" not in act.note
    assert act.classes == ("asset-freeze",)


def test_an_entity_without_an_act_keeps_its_listing(write: Write) -> None:
    (act,) = one(write, act="").designations
    assert (act.regime, act.programme, act.amended) == ("EU", "", None)


def test_an_alias_of_another_act_names_it(write: Write) -> None:
    summary = '<regulationSummary numberTitle="{}"/>'
    other = summary.format("2020/1 (OJ L1)")
    own = summary.format("2024/1390 (OJ L17052024)")
    body = f'<nameAlias wholeName="A">{other}</nameAlias><nameAlias wholeName="B">{own}</nameAlias>'
    assert [item.note for item in one(write, body).values if item.prop in ("name", "alias")] == [
        "act 2020/1 (OJ L1)", "",
    ]  # fmt: skip


BORN = '<birthdate {} circa="{}" calendarType="{}" countryIso2Code="00" countryDescription="UNKNOWN"/>'


@pytest.mark.parametrize(
    ("attributes", "circa", "calendar", "text", "earliest", "note"),
    [
        ('birthdate="1977-02-16" dayOfMonth="16" monthOfYear="2" year="1977"', "false", "GREGORIAN", "1977-02-16",
         date(1977, 2, 16), ""),
        ('birthdate="1977-02-16" year="1977"', "true", "GREGORIAN", "circa 1977-02-16", date(1977, 2, 16), ""),
        ('year="1963"', "false", "GREGORIAN", "1963", date(1963, 1, 1), ""),
        ('monthOfYear="5" year="1963"', "false", "GREGORIAN", "1963-5", date(1963, 5, 1), ""),
        ('yearRangeFrom="1960" yearRangeTo="1962"', "false", "GREGORIAN", "1960 to 1962", date(1960, 1, 1), ""),
        ('birthdate="2023-06-24" dayOfMonth="6" monthOfYear="12" year="1444"', "false", "ISLAMIC", "2023-06-24",
         date(2023, 6, 24), "ISLAMIC calendar: 1444-12-6"),
        ('year="1402"', "false", "ISLAMIC", "ISLAMIC calendar: 1402", None, "ISLAMIC calendar: 1402"),
        ('dayOfMonth="6" monthOfYear="12"', "false", "GREGORIAN", "day 6, month 12, year not known", None, ""),
    ],
)  # fmt: skip
def test_a_date_of_birth_is_known_as_far_as_it_is_printed(
    write: Write, attributes: str, circa: str, calendar: str, text: str, earliest: date | None, note: str
) -> None:
    path = write("eu.xml", file(entity(BORN.format(attributes, circa, calendar))))
    born = value(entities(path)[0], "birthDate")
    assert born.date is not None
    assert (born.value, born.date.earliest, born.date.circa, born.note) == (text, earliest, circa == "true", note)
    assert [warned.record for warned in warnings(path)] == ([] if earliest else ["eu-13"])


def test_a_country_is_its_code_and_00_is_none(write: Write) -> None:
    body = """<citizenship countryIso2Code="RU" countryDescription="RUSSIAN FEDERATION"/>
<citizenship countryIso2Code="CS" countryDescription="SERBIA AND MONTENEGRO"/>
<citizenship countryIso2Code="00" countryDescription="UNKNOWN"/>
<citizenship countryIso2Code="" countryDescription="Atlantis"/>"""
    found = one(write, body)
    assert [(item.value, item.raw) for item in found.values if item.prop == "citizenship"] == [
        ("ru", "RUSSIAN FEDERATION"),
        ("Serbia and Montenegro", "SERBIA AND MONTENEGRO"),
        ("Atlantis", ""),
    ]


def test_places_of_birth_are_joined_and_a_lone_country_is_one(write: Write) -> None:
    place = '<birthdate city="Bataysk" region="Rostov" countryIso2Code="RU" countryDescription="RUSSIA"/>'
    country = '<birthdate countryIso2Code="RU" countryDescription="RUSSIA"/>'
    nothing = '<birthdate countryIso2Code="00"><remark>born at sea</remark></birthdate>'
    found = one(write, place + country + nothing)
    assert said(found, "birthPlace") == ["Bataysk, Rostov, RUSSIA"]
    assert said(found, "birthCountry") == ["ru"]
    assert said(found, "notes") == ["born at sea"]


def test_an_address_is_one_text_and_its_contacts_stand_apart(write: Write) -> None:
    body = """<address street="Main 1" poBox="5" zipCode="10" city="Kyiv" countryIso2Code="UA"
 countryDescription="UKRAINE" asAtListingTime="true" odd="x"><remark>moved</remark>
<contactInfo key="EMAIL" value="a@b.ua"/>
<contactInfo key="FAX" value="12"/><contactInfo key="TELEX" value="34"/><contactInfo key="" value=""/></address>
<address countryIso2Code="UA" countryDescription="UKRAINE"/><address><remark>unknown</remark></address>"""
    found = one(write, body)
    address = value(found, "address")
    assert address.value == "Main 1, P.O. Box 5, Kyiv, 10, UKRAINE"
    assert address.note == "as at the time of listing; moved; odd: x"
    assert (said(found, "email"), said(found, "phone"), said(found, "country")) == (["a@b.ua"], ["12"], ["ua"])
    assert said(found, "notes") == ["34", "=", "unknown"]


def test_an_identification_keeps_its_type_country_and_flags(write: Write) -> None:
    body = """<identification identificationTypeCode="passport" number="A1" diplomatic="true" knownExpired="false"
 countryIso2Code="RU" countryDescription="RUSSIA" issuedBy="MFA"><remark>old</remark></identification>
<identification identificationTypeCode="other" identificationTypeDescription="Licence" latinNumber="L9"/>
<identification identificationTypeCode="id"/><identification/>"""
    found = one(write, body)
    assert value(found, "passportNumber").note == "passport, RUSSIA, diplomatic; old; issuedBy: MFA"
    assert (value(found, "idNumber").value, said(found, "notes")) == ("L9", ["id"])


def test_what_has_no_place_is_a_note_and_remarks_stay_whole(write: Write) -> None:
    body = "<remark>Son of X</remark><remark> </remark><remark>dead</remark><news>Hot</news>"
    found = one(write, body, kind="ghost", more='euReferenceNumber="EU.1"')
    assert (found.schema, found.remarks) == ("LegalEntity", "Son of X; dead")
    assert said(found, "notes") == ["subjectType: ghost", "Hot"]
    assert value(found, "authorityId").value == "EU.1"


def test_a_un_number_is_kept(write: Write) -> None:
    text = file(entity()).replace('unitedNationId=""', 'unitedNationId="QDi.400"')
    assert said(entities(write("eu.xml", text))[0], "unscId") == ["QDi.400"]


def test_a_repeated_id_is_told_and_a_missing_one_refused(write: Write) -> None:
    twice = write("twice.xml", file(entity(alias("A")), entity(alias("B"))))
    assert [found.caption for found in entities(twice)] == ["A"]
    assert "repeats this logicalId" in warnings(twice)[0].message
    with pytest.raises(BadInput, match="no numeric logicalId"):
        records(write("none.xml", file(entity(number="x"))))
    with pytest.raises(BadInput, match="the list holds no entity"):
        records(write("empty.xml", file()))


def test_the_real_list_has_its_2735_entities(real_lists: Path) -> None:
    found = entities(real_lists / "eu" / "eu_fsf_russia_rebuilt.xml")
    assert len({record.id for record in found}) == len(found) == 2735
    assert all(record.designations[0].start is None for record in found)
    assert all(any(value.prop == "name" for value in record.values) for record in found)
