"""OFAC's ENHANCED XML."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from briefer.model.errors import BadInput
from briefer.sources import Head, recognise
from tests.sources.reads import Write, entities, records, warnings

SPACE = "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/ENHANCED_XML"
NAME = """<name><isPrimary>{primary}</isPrimary>{alias}<isLowQuality>{weak}</isLowQuality><translations>{translations}
</translations></name>"""
TRANSLATION = (
    """<translation><script>{script}</script><formattedFullName>{name}</formattedFullName>{parts}</translation>"""
)


def file(*entities: str, filters: str = "<sanctionsList>Consolidated List</sanctionsList>", more: str = "") -> str:
    return f"""<?xml version="1.0" encoding="utf-8"?>
<sanctionsData xmlns="{SPACE}"><publicationInfo><dataAsOf>2026-01-08T00:00:00</dataAsOf>
<filters><sanctionsLists>{filters}</sanctionsLists>{more}</filters></publicationInfo>
<entities>{"".join(entities)}</entities></sanctionsData>"""


def entity(number: str = "7", kind: str = "Entity", body: str = "", general: str = "") -> str:
    return f"""<entity id="{number}"><generalInfo><identityId>1</identityId><entityType>{kind}</entityType>{general}
</generalInfo>{body}</entity>"""


def name(text: str, *, primary: bool = True, alias: str = "", weak: bool = False, **more: str) -> str:
    first = TRANSLATION.format(script="Latin", name=text, parts=more.get("parts", ""))
    second = TRANSLATION.format(script="Cyrillic", name=more["other"], parts="") if "other" in more else ""
    return NAME.format(
        primary=str(primary).lower(),
        alias=f"<aliasType>{alias}</aliasType>" if alias else "",
        weak=str(weak).lower(),
        translations=first + second,
    )


def test_a_date_that_is_no_day_is_kept_as_it_is_printed(write: Write) -> None:
    head = records(write("any.xml", file(entity()).replace("2026-01-08T00:00:00", "2026-99-01")))[0]
    assert isinstance(head, Head)
    assert (head.published, head.printed) == (None, "2026-99-01")


def test_the_head_takes_list_and_date_from_the_content(write: Write) -> None:
    path = write("any.xml", file(entity()))
    reading = recognise(path)
    assert (reading.format, reading.kind, reading.files) == ("ofac-enhanced", "list", (path,))
    head = records(path)[0]
    assert isinstance(head, Head)
    assert (head.list, head.published, head.regime) == ("ofac-cons", date(2026, 1, 8), "US")


@pytest.mark.parametrize(
    ("filters", "lists", "expected"),
    [
        ("<sanctionsList>SDN List</sanctionsList>", "", "ofac-sdn"),
        ("", "<sanctionsList>Consolidated List</sanctionsList>", "ofac-cons"),
        ("", "<sanctionsList>SDN List</sanctionsList>", "ofac-sdn"),
    ],
)
def test_the_list_is_told_by_the_filter_or_the_first_entity(
    write: Write, filters: str, lists: str, expected: str
) -> None:
    body = f"<sanctionsLists>{lists}</sanctionsLists>"
    head = records(write("any.xml", file(entity(body=body), filters=filters)))[0]
    assert isinstance(head, Head)
    assert head.list == expected


def test_a_file_without_publication_info_is_undated(write: Write) -> None:
    head = records(write("a.xml", f'<sanctionsData xmlns="{SPACE}"><entities>{entity()}</entities></sanctionsData>'))[0]
    assert isinstance(head, Head)
    assert head.published is None


def test_a_mix_of_both_lists_is_refused(write: Write) -> None:
    both = "<sanctionsList>SDN List</sanctionsList><sanctionsList>Consolidated List</sanctionsList>"
    with pytest.raises(BadInput, match="mixes the SDN list with 1 other list;"):
        records(write("a.xml", file(entity(), filters=both)))


def test_a_filtered_file_is_told_to_be_an_excerpt(write: Write) -> None:
    more = "<sanctionsPrograms><sanctionsProgram>SDGT</sanctionsProgram></sanctionsPrograms>"
    (warned,) = warnings(write("a.xml", file(entity(), more=more)))
    assert "filtered by sanctionsPrograms (SDGT)" in warned.message


def test_names_keep_their_kind_and_their_script(write: Write) -> None:
    parts = """<nameParts><namePart><type>Last Name</type><value>DOE</value></namePart>
    <namePart><type>Odd</type></namePart></nameParts>"""
    names = name("ROE, Jane", primary=False, alias="A.K.A.") + name("DOE, Jane", other="ДО, Джейн", parts=parts)
    names += name("JD", primary=False, alias="A.K.A.", weak=True) + name("OLD", primary=False, alias="F.K.A.")
    names += name("NEW", primary=False, alias="N.K.A.") + name("JX", primary=False, alias="F.K.A.", weak=True)
    names += name("", primary=False) + name("ODD", primary=False, alias="Z.K.A.")
    (found,) = entities(write("a.xml", file(entity(kind="Individual", body=f"<names>{names}</names>"))))
    assert (found.schema, found.caption) == ("Person", "DOE, Jane")
    assert [(value.prop, value.value, value.lang, value.note) for value in found.values] == [
        ("name", "DOE, Jane", "", ""),
        ("lastName", "DOE", "", ""),
        ("name", "ДО, Джейн", "und-Cyrl", ""),
        ("alias", "ROE, Jane", "", ""),
        ("weakAlias", "JD", "", ""),
        ("previousName", "OLD", "", ""),
        ("alias", "NEW", "", "n.k.a."),
        ("weakAlias", "JX", "", "f.k.a."),
        ("alias", "ODD", "", "Z.K.A."),
    ]


def test_designations_pair_programmes_with_lists_and_keep_the_printed_date_apart(write: Write) -> None:
    body = """<sanctionsLists>
    <sanctionsList datePublished="2014-07-16">Sectoral Sanctions Identifications List</sanctionsList>
    <sanctionsList datePublished="2015-07-30">Consolidated List</sanctionsList>
    <sanctionsList datePublished="2022-02-22">SDN List</sanctionsList></sanctionsLists>
    <sanctionsPrograms><sanctionsProgram>UKRAINE-EO13662</sanctionsProgram>
    <sanctionsProgram>RUSSIA-EO14024</sanctionsProgram></sanctionsPrograms>
    <sanctionsTypes><sanctionsType>Block</sanctionsType><sanctionsType>13662 Sectoral Directive 1</sanctionsType>
    </sanctionsTypes><legalAuthorities><legalAuthority>Executive Order 14024 (Russia)</legalAuthority>
    <legalAuthority>Executive Order 13662 (Ukraine)</legalAuthority></legalAuthorities>"""
    (found,) = entities(write("a.xml", file(entity(body=body))))
    sectoral, blocked = found.designations
    assert (sectoral.list_type, sectoral.measures) == ("SSI", ("13662 Sectoral Directive 1",))
    assert (blocked.list_type, blocked.measures) == ("SDN", ("Block",))
    assert blocked.authority == "Executive Order 14024 (Russia)"
    assert blocked.start is None
    assert blocked.published is not None
    assert blocked.published.earliest == date(2022, 2, 22)
    assert not blocked.note


def test_an_open_pairing_says_so(write: Write) -> None:
    body = """<sanctionsLists><sanctionsList>SDN List</sanctionsList><sanctionsList>New List</sanctionsList>
    </sanctionsLists><sanctionsPrograms><sanctionsProgram>A</sanctionsProgram><sanctionsProgram>B</sanctionsProgram>
    </sanctionsPrograms>"""
    (found,) = entities(write("a.xml", file(entity(body=body))))
    assert len(found.designations) == 4
    assert all("does not say which" in item.note for item in found.designations)


def feature(kind: str, value: str, more: str = "") -> str:
    return f"<feature><type>{kind}</type><versionId>1</versionId><value>{value}</value>{more}</feature>"


def test_features_become_values_and_what_is_unknown_a_note(write: Write) -> None:
    when = """<valueDate><fromDateBegin>1962-01-01</fromDateBegin><toDateEnd>1962-12-31</toDateEnd>
    <isApproximate>true</isApproximate></valueDate>"""
    features = feature("Birthdate", "circa 1962", when) + feature("Place of Birth", "Shati")
    features += feature("Vessel Registration Identification", "IMO 7406784") + feature(
        "Fax:", "1", "<comments>x</comments>"
    )
    features += feature("Digital Currency Address - XBT", "1K") + feature("Tax ID No.", "5")
    features += feature("Secondary sanctions risk:", "See Section 11") + feature("Odd -", "")
    features += feature("Listing Date (CMIC)", "03 Jun 2021", "<valueDate/>") + feature(
        "Organization Established Date", "1990"
    )
    (found,) = entities(write("a.xml", file(entity(body=f"<features>{features}</features>"))))
    assert [(value.prop, value.value, value.note) for value in found.values] == [
        ("birthDate", "circa 1962", ""),
        ("birthPlace", "Shati", ""),
        ("imoNumber", "7406784", ""),
        ("phone", "1", "Fax; comments: x"),
        ("publicKey", "1K", "XBT"),
        ("taxNumber", "5", "Tax ID No."),
        ("notes", "Secondary sanctions risk: See Section 11", ""),
        ("notes", "Odd -", ""),
        ("notes", "Listing Date (CMIC) 03 Jun 2021", ""),
        ("incorporationDate", "1990", ""),
    ]
    born, listed, founded = found.values[0].date, found.values[8].date, found.values[9].date
    assert born is not None
    assert (born.earliest, born.latest, born.circa) == (date(1962, 1, 1), date(1962, 12, 31), True)
    assert listed is not None
    assert listed.earliest == date(2021, 6, 3)
    assert founded is not None
    assert founded.latest == date(1990, 12, 31)


def test_documents_keep_country_validity_and_whatever_else_they_state(write: Write) -> None:
    documents = """<identityDocuments><identityDocument><type>Passport</type><name>X</name>
    <documentNumber>A1</documentNumber><isValid>false</isValid><issuingCountry>Russia</issuingCountry>
    <expirationDate>2020-01-01</expirationDate></identityDocument></identityDocuments>"""
    (found,) = entities(write("a.xml", file(entity(body=documents))))
    (value,) = found.values
    assert (value.prop, value.value) == ("passportNumber", "A1")
    assert value.note == "Passport, Russia; not valid; expirationDate: 2020-01-01"


def test_addresses_are_one_line_in_order_and_a_bare_country_is_a_country(write: Write) -> None:
    part = "<addressPart><type>{}</type><value>{}</value></addressPart>"
    parts = part.format("CITY", "Moscow") + part.format("ADDRESS1", "D. 9") + part.format("ODD", "x")
    address = "<address>{}<translations><translation><script>{}</script>{}</translation></translations></address>"
    body = address.format("<country>Russia</country>", "Latin", f"<addressParts>{parts}</addressParts>")
    body += address.format("<country>Iran</country>", "Latin", "") + address.format("", "Latin", "")
    (found,) = entities(write("a.xml", file(entity(body=f"<addresses>{body}</addresses>"))))
    assert [(value.prop, value.value) for value in found.values] == [
        ("address", "D. 9, Moscow, x, Russia"),
        ("country", "Iran"),
    ]


def test_relations_keep_their_direction_and_their_type(write: Write) -> None:
    relation = """<relationship><type>{}</type><relatedEntity entityId="9">BANK</relatedEntity>
    <quality>High</quality></relationship>"""
    kinds = ("Owned or Controlled By", "Owns, controls, or operates", "Family member of", "Something new")
    body = "".join(map(relation.format, kinds)) + "<relationship><type>Associate Of</type></relationship>"
    (found,) = entities(write("a.xml", file(entity(body=f"<relationships>{body}</relationships>"))))
    assert [(link.kind, link.subject, link.object, link.role, link.note) for link in found.links] == [
        ("Ownership", "ofac-9", "ofac-7", kinds[0], "quality: High"),
        ("Ownership", "ofac-7", "ofac-9", kinds[1], "quality: High"),
        ("Family", "ofac-7", "ofac-9", kinds[2], "quality: High"),
        ("UnknownLink", "ofac-7", "ofac-9", kinds[3], "quality: High"),
        ("UnknownLink", "ofac-7", "", "Associate Of", ""),
    ]
    assert found.links[0].text == "BANK"


def test_what_no_reader_knows_is_kept_as_a_note(write: Write) -> None:
    general = "<title>Minister</title><remarks>Some  words.</remarks><colour>red</colour>"
    (found,) = entities(write("a.xml", file(entity(kind="Drone", general=general, body="<extras><x>1</x></extras>"))))
    assert found.schema == "LegalEntity"
    assert found.caption == "ofac-7"
    assert found.remarks == "Some words."
    assert [(value.prop, value.value, value.note) for value in found.values] == [
        ("notes", "entityType: Drone", ""),
        ("position", "Minister", ""),
        ("notes", "red", "colour"),
        ("notes", "1", "extras"),
    ]


def test_a_repeated_entity_is_told_and_the_first_kept(write: Write) -> None:
    path = write("a.xml", file(entity(), entity()))
    assert len(entities(path)) == 1
    assert "repeats this number" in warnings(path)[0].message


def test_an_entity_without_a_number_and_a_list_without_entities_are_refused(write: Write) -> None:
    with pytest.raises(BadInput, match="no numeric id"):
        records(write("a.xml", file(entity(number=""))))
    with pytest.raises(BadInput, match="holds no entity"):
        records(write("b.xml", file()))


def test_a_truncated_file_is_refused_with_its_line(write: Write) -> None:
    content = file(entity("1"), entity("2"))
    with pytest.raises(BadInput, match=r"a\.xml, line \d+: the XML is damaged or ends early"):
        records(write("a.xml", content[: content.rindex("<generalInfo>")]))


@pytest.mark.parametrize(("day", "count"), [("2025-01-10", 443), ("2026-01-08", 442)])
def test_a_real_file_is_read_whole(real_lists: Path, day: str, count: int) -> None:
    path = real_lists / "ofac" / f"cons_enhanced-{day}.xml"
    head = records(path)[0]
    assert isinstance(head, Head)
    assert (head.list, head.published) == ("ofac-cons", date.fromisoformat(day))
    found = entities(path)
    assert len(found) == count
    roles = Counter(link.role for record in found for link in record.links)
    assert roles == {"Owned or Controlled By": 278, "Owns, controls, or operates": 4, "Acting for or on behalf of": 1}
    pairs = {(item.programme, item.list_type) for record in found for item in record.designations}
    assert ("UKRAINE-EO13662", "SDN") not in pairs
    assert not any(item.note for record in found for item in record.designations)
