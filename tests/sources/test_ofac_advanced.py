"""OFAC's ADVANCED XML."""

from datetime import date
from pathlib import Path

import pytest

from briefer.model.errors import BadInput
from briefer.model.facts import EntityRecord
from briefer.sources import Head, recognise
from tests.bench import make_advanced
from tests.sources.reads import Write, entities, records, warnings

OLD = "http://www.un.org/sanctions/1.0"
NEW = "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/ADVANCED_XML"
# The numbers are not the publisher's: every code must be looked up in the file's own sets.
CODES = {
    "AliasType": {"1": "A.K.A.", "2": "F.K.A.", "3": "Name"},
    "Country": {"1": "Russia", "2": "undetermined"},
    "DetailReference": {"5": "Male"},
    "FeatureType": {"1": "Birthdate", "2": "Gender", "3": "Location", "4": "Nationality Country", "5": "Odd Thing"},
    "IDRegDocType": {"1": "Passport"},
    "IDRegDocDateType": {"1": "Issue Date"},
    "LegalBasis": {"1": "Unknown", "2": "Executive Order 14024 (Russia)", "3": "Executive Order 13662 (Ukraine)"},
    "List": {"1": "SDN List", "2": "Consolidated List", "3": "Sectoral Sanctions Identifications List"},
    "LocPartType": {"1": "ADDRESS1", "2": "CITY", "3": "Unknown"},
    "NamePartType": {"1": "Last Name", "2": "First Name", "3": "Entity Name", "4": "Patronymic", "5": "Nickname"},
    "PartyType": {"1": "Individual", "2": "Entity"},
    "RelationQuality": {"1": "Unknown", "2": "High"},
    "RelationType": {"1": "Owned or Controlled By", "2": "Owns, controls, or operates", "3": "Family member of"},
    "SanctionsType": {"1": "Program", "2": "Block", "3": "13662 Sectoral Directive 1"},
    "Script": {"1": "Latin", "2": "Cyrillic"},
    "Validity": {"1": "Valid", "2": "Fraudulent"},
}
SUBTYPES = """<PartySubTypeValues><PartySubType ID="1" PartyTypeID="9">Vessel</PartySubType>
<PartySubType ID="2" PartyTypeID="2">Unknown</PartySubType><PartySubType ID="3" PartyTypeID="1">Unknown</PartySubType>
</PartySubTypeValues>"""
DATE = "<Date><Year>{}</Year><Month>{}</Month><Day>{}</Day></Date>"


def file(parties: str, entries: str = "", relations: str = "", *, tables: str = "", space: str = NEW) -> str:
    sets = "".join(
        f'<{kind}Values><{kind} ID="{code}">{text}</{kind}></{kind}Values>'
        for kind, values in CODES.items()
        for code, text in values.items()
    )
    return f"""<?xml version="1.0" encoding="utf-8"?><Sanctions xmlns="{space}" Version="3">
    <DateOfIssue CalendarTypeID="1"><Year>2026</Year><Month>7</Month><Day>30</Day></DateOfIssue>
    <ReferenceValueSets>{sets}{SUBTYPES}</ReferenceValueSets>{tables}<DistinctParties>{parties}</DistinctParties>
    <ProfileRelationships>{relations}</ProfileRelationships><SanctionsEntries>{entries}</SanctionsEntries>
    <SanctionsEntryLinks /></Sanctions>"""


def part(text: str, group: int, script: int = 1) -> str:
    return f"""<DocumentedNamePart><NamePartValue NamePartGroupID="{group}" ScriptID="{script}">{text}</NamePartValue>
    </DocumentedNamePart>"""


def alias(*names: str, kind: int = 3, primary: bool = False, weak: bool = False) -> str:
    said = "".join(f"<DocumentedName>{name}</DocumentedName>" for name in names)
    flags = f'Primary="{str(primary).lower()}" LowQuality="{str(weak).lower()}"'
    return f'<Alias AliasTypeID="{kind}" {flags}>{said}</Alias>'


def groups(*kinds: int) -> str:
    inner = "".join(
        f'<MasterNamePartGroup><NamePartGroup ID="{at}" NamePartTypeID="{kind}"/></MasterNamePartGroup>'
        for at, kind in enumerate(kinds, start=1)
    )
    return f"<NamePartGroups>{inner}</NamePartGroups>"


def party(number: str = "7", names: str = "", features: str = "", *, kind: int = 2, comment: str = "") -> str:
    names = names or alias(part("BANK", 1), primary=True) + groups(3)
    return f"""<DistinctParty FixedRef="{number}"><Comment>{comment}</Comment>
    <Profile ID="{number}" PartySubTypeID="{kind}">
    <Identity ID="i{number}" Primary="true" False="false">{names}</Identity>{features}</Profile></DistinctParty>"""


def feature(kind: int, inner: str, comment: str = "") -> str:
    version = f"<FeatureVersion><Comment>{comment}</Comment>{inner}</FeatureVersion>"
    return f'<Feature FeatureTypeID="{kind}">{version}<IdentityReference IdentityID="1"/></Feature>'


def entry(
    number: str = "7", where: int = 1, basis: int = 2, programmes: str = "RUSSIA-EO14024", measure: int = 2
) -> str:
    tags = "".join(
        f'<SanctionsMeasure SanctionsTypeID="1"><Comment>{tag}</Comment></SanctionsMeasure>'
        for tag in programmes.split(";")
    )
    return f"""<SanctionsEntry ID="1" ProfileID="{number}" ListID="{where}">
    <EntryEvent LegalBasisID="{basis}"><Comment/>{DATE.format(2022, 2, 24)}</EntryEvent>
    <SanctionsMeasure SanctionsTypeID="{measure}"/>{tags}</SanctionsEntry>"""


def one(write: Write, *said: str, **tables: str) -> EntityRecord:
    (found,) = entities(write("a.xml", file(*said, **tables)))
    return found


@pytest.mark.parametrize("space", [OLD, NEW])
def test_the_head_takes_date_and_list_from_the_content(write: Write, space: str) -> None:
    path = write("any.txt", file(party(), entry(), space=space))
    assert recognise(path).format == "ofac-advanced"
    head = records(path)[0]
    assert isinstance(head, Head)
    assert (head.list, head.published, head.regime) == ("ofac-sdn", date(2026, 7, 30), "US")


def test_the_list_is_told_by_the_wrapper_that_most_parties_stand_on(write: Write) -> None:
    head = records(write("a.xml", file(party(), entry(where=2) + entry(where=3))))[0]
    assert isinstance(head, Head)
    assert head.list == "ofac-cons"
    head = records(write("b.xml", file(party(), entry("1") + entry("2") + entry("3", where=2))))[0]
    assert isinstance(head, Head)
    assert head.list == "ofac-sdn"


def test_a_file_without_sets_or_date_is_undated_and_keeps_its_codes(write: Write) -> None:
    path = write("a.xml", f'<Sanctions xmlns="{OLD}">{party()}</Sanctions>')
    head = records(path)[0]
    assert isinstance(head, Head)
    assert (head.list, head.published) == ("ofac-sdn", None)
    (found,) = entities(path)
    assert "PartyType: PartySubType 2" in [value.value for value in found.values]


def test_names_of_a_person_are_put_together_as_elsewhere(write: Write) -> None:
    latin = part("Doe", 1) + part("Jane", 2) + part("Ivanovna", 3)
    other = part("ДО", 1, 2) + part("Джейн", 2, 2)
    names = alias(part("ROE", 1), kind=1) + alias(latin, other, primary=True) + alias(part("JD", 4), kind=1, weak=True)
    names += alias(part("OLD", 1), kind=2) + alias(part("OLDER", 1), kind=2, weak=True) + alias(part("Jane", 2), kind=1)
    names += alias("", part("", 1), kind=1) + alias(part("X", 4) + part("Y", 9), kind=8) + groups(1, 2, 4, 5)
    found = one(write, party(names=names, kind=3), entry())
    assert (found.schema, found.caption) == ("Person", "DOE, Jane Ivanovna")
    assert [(value.prop, value.value, value.lang, value.note) for value in found.values] == [
        ("name", "DOE, Jane Ivanovna", "", ""),
        ("lastName", "Doe", "", ""),
        ("firstName", "Jane", "", ""),
        ("fatherName", "Ivanovna", "", ""),
        ("name", "ДО, Джейн", "und-Cyrl", ""),
        ("lastName", "ДО", "und-Cyrl", ""),
        ("firstName", "Джейн", "und-Cyrl", ""),
        ("alias", "ROE", "", ""),
        ("weakAlias", "JD", "", ""),
        ("previousName", "OLD", "", ""),
        ("weakAlias", "OLDER", "", "f.k.a."),
        ("alias", "Jane", "", ""),
        ("alias", "X Y", "", "AliasType 8"),
    ]


def test_a_name_in_small_letters_is_put_into_capitals_and_kept_as_printed(write: Write) -> None:
    found = one(write, party(names=alias(part("Gazprom neft", 1), primary=True) + groups(3)), entry())
    assert (found.values[0].value, found.values[0].raw) == ("GAZPROM NEFT", "Gazprom neft")


def test_a_second_and_a_false_identity_give_aliases_only(write: Write) -> None:
    second = f"""<Identity ID="x" Primary="false" False="true">{alias(part("FAKE", 1), primary=True, kind=1)}{groups(3)}
    </Identity>"""
    found = one(write, party().replace("</Profile>", f"{second}<Odd>Some <b>words</b></Odd></Profile>"), entry())
    assert [(value.prop, value.value, value.note) for value in found.values] == [
        ("name", "BANK", ""),
        ("alias", "FAKE", "false identity"),
        ("notes", "Some words", "Odd"),
    ]


def span(start: tuple[int, int, int], end: tuple[int, int, int], approximate: str = "false") -> str:
    points = []
    for name, (year, month, day) in (("Start", start), ("End", end)):
        inner = f"<Year>{year}</Year><Month>{month}</Month><Day>{day}</Day>"
        points.append(f'<{name} Approximate="{approximate}"><From>{inner}</From><To>{inner}</To></{name}>')
    return f"<DatePeriod>{''.join(points)}</DatePeriod>"


@pytest.mark.parametrize(
    ("period", "text"),
    [
        (span((1962, 1, 1), (1962, 12, 31)), "1962"),
        (span((1962, 1, 1), (1962, 12, 31), "true"), "circa 1962"),
        (span((1971, 1, 1), (1973, 12, 31)), "1971 to 1973"),
        (span((1961, 12, 1), (1961, 12, 31)), "Dec 1961"),
        (span((1962, 3, 1), (1963, 2, 28)), "Mar 1962 to Feb 1963"),
        (span((1988, 12, 15), (1988, 12, 15)), "15 Dec 1988"),
        (span((1988, 12, 15), (1989, 1, 2)), "15 Dec 1988 to 02 Jan 1989"),
        (span((1962, 1, 1), (9999, 12, 31)), "01 Jan 1962 to 31 Dec 9999"),
        (span((1988, 13, 15), (1988, 13, 15)), "1988-13-15"),
        (span((1989, 1, 1), (1988, 1, 1)), "1989-01-01 to 1988-01-01"),
    ],
)
def test_a_date_is_worded_as_in_the_other_formats(write: Write, period: str, text: str) -> None:
    found = one(write, party(features=feature(1, period)), entry())
    born = found.values[1]
    assert (born.prop, born.value) == ("birthDate", text)
    assert born.date is not None
    assert born.date.text == text
    assert (born.date.earliest is None) == ("-" in text)


TABLES = """<Locations><Location ID="1"><LocationAreaCode AreaCodeID="1"/><LocationCountry CountryID="1"/>
<LocationPart LocPartTypeID="2"><LocationPartValue><Value>Moscow</Value></LocationPartValue></LocationPart>
<LocationPart LocPartTypeID="1"><LocationPartValue><Value>D. 9</Value></LocationPartValue></LocationPart>
<LocationPart LocPartTypeID="3"><LocationPartValue><Value/></LocationPartValue></LocationPart></Location>
<Location ID="2"><LocationCountry CountryID="1"/></Location><Location ID="3"><LocationCountry CountryID="2"/></Location>
</Locations><IDRegDocuments><IDRegDocument IDRegDocTypeID="1" IdentityID="i7" IssuedBy-CountryID="1" ValidityID="2"
IssuedIn-LocationID="2"><Comment>x</Comment><IDRegistrationNo>A1</IDRegistrationNo><IssuingAuthority/>
<DocumentDate IDRegDocDateTypeID="1">PERIOD</DocumentDate><DocumentDate IDRegDocDateTypeID="1"/></IDRegDocument>
<IDRegDocument IDRegDocTypeID="1" IdentityID="i7" IssuedBy-CountryID="2" ValidityID="1" IssuedIn-LocationID="3">
<IDRegistrationNo>B2</IDRegistrationNo></IDRegDocument></IDRegDocuments>"""


def test_addresses_and_documents_are_joined_by_their_ids(write: Write) -> None:
    places = "".join(feature(3, f'<VersionLocation LocationID="{code}"/>') for code in (1, 2, 3, 4))
    places += feature(4, '<VersionLocation LocationID="2"/><VersionDetail DetailTypeID="1"/>', "doubtful")
    places += feature(2, '<VersionDetail DetailReferenceID="5"/>')
    places += feature(5, "<VersionDetail>red</VersionDetail><Odd>x</Odd>")
    tables = TABLES.replace("PERIOD", span((2020, 1, 2), (2020, 1, 2)))
    found = one(write, party(features=places), entry(), tables=tables)
    assert [(value.prop, value.value, value.note) for value in found.values[1:]] == [
        ("address", "D. 9, Moscow, Russia", ""),
        ("country", "Russia", ""),
        ("address", "Location 4", ""),
        ("nationality", "Russia", "comments: doubtful"),
        ("gender", "Male", ""),
        ("notes", "Odd Thing red", "Odd: x"),
        ("passportNumber", "A1", "Passport, Russia; fraudulent; Comment: x; issued in Russia; Issue Date: 02 Jan 2020"),
        ("passportNumber", "B2", "Passport"),
    ]


def test_an_entry_is_a_designation_with_its_date_and_its_basis(write: Write) -> None:
    found = one(write, party(comment="See x"), entry())
    (item,) = found.designations
    assert (item.programme, item.list_type, item.authority) == (
        "RUSSIA-EO14024",
        "SDN",
        "Executive Order 14024 (Russia)",
    )
    assert item.measures == ("Block",)
    assert item.start is not None
    assert item.start.earliest == date(2022, 2, 24)
    assert (item.note, found.remarks) == ("", "See x")


def test_the_wrapper_is_left_out_unless_it_stands_alone(write: Write) -> None:
    sectoral = entry(where=3, basis=3, programmes="UKRAINE-EO13662", measure=3)
    found = one(write, party(), entry(where=2, programmes="UKRAINE-EO13662", measure=3) + sectoral)
    assert [(item.list_type, item.measures) for item in found.designations] == [
        ("SSI", ("13662 Sectoral Directive 1",))
    ]
    alone = one(write, party(), entry(where=2))
    assert [item.list_type for item in alone.designations] == ["Consolidated List"]


def test_lists_that_all_print_the_same_programmes_are_paired_by_name(write: Write) -> None:
    tags = "UKRAINE-EO13662;RUSSIA-EO14024"
    found = one(write, party(), entry(where=1, programmes=tags) + entry(where=3, programmes=tags))
    assert {(item.programme, item.list_type) for item in found.designations} == {
        ("UKRAINE-EO13662", "SSI"),
        ("RUSSIA-EO14024", "SDN"),
    }


def test_lists_that_print_their_own_programmes_are_taken_at_their_word(write: Write) -> None:
    found = one(write, party(), entry(where=1, programmes="UKRAINE-EO13662;A") + entry(where=3, programmes="B"))
    assert [(item.programme, item.list_type) for item in found.designations] == [
        ("UKRAINE-EO13662", "SDN"),
        ("A", "SDN"),
        ("B", "SSI"),
    ]
    assert "one date for all programmes" in found.designations[0].note
    assert not found.designations[2].note


def test_an_open_pairing_says_so(write: Write) -> None:
    tags = "A;B"
    found = one(write, party(), entry(where=1, programmes=tags) + entry(where=9, programmes=tags))
    assert all("does not say which" in item.note for item in found.designations)


def test_measures_with_a_comment_and_events_without_a_date_are_kept(write: Write) -> None:
    odd = """<SanctionsEntry ProfileID="7" ListID="1"><EntryEvent LegalBasisID="1"/>
    <SanctionsMeasure SanctionsTypeID="2"><Comment>in part</Comment></SanctionsMeasure><Odd/></SanctionsEntry>"""
    (item,) = one(write, party(), odd).designations
    assert (item.programme, item.start, item.measures) == ("", None, ("Block: in part",))


def relation(start: str, end: str, kind: int = 1, former: str = "false", quality: int = 1, comment: str = "") -> str:
    return f"""<ProfileRelationship From-ProfileID="{start}" To-ProfileID="{end}" RelationTypeID="{kind}"
    RelationQualityID="{quality}" Former="{former}"><Comment>{comment}</Comment></ProfileRelationship>"""


def test_relations_keep_their_direction_type_and_end(write: Write) -> None:
    said = relation("7", "8") + relation("7", "9", 2, "true", 2) + relation("7", "8", 3, comment="x")
    said += relation("7", "8", 4)
    parties = party() + party("8", alias(part("OWNER", 1), primary=True) + groups(3))
    other, found = entities(write("a.xml", file(parties, entry() + entry("8"), said)))
    assert (other.id, found.id) == ("ofac-8", "ofac-7")
    assert [(link.kind, link.subject, link.object, link.role, link.ended) for link in found.links] == [
        ("Ownership", "ofac-8", "ofac-7", "Owned or Controlled By", False),
        ("Ownership", "ofac-7", "ofac-9", "Owns, controls, or operates", True),
        ("Family", "ofac-7", "ofac-8", "Family member of", False),
        ("UnknownLink", "ofac-7", "ofac-8", "RelationType 4", False),
    ]
    assert [(link.text, link.note) for link in found.links] == [
        ("OWNER", ""),
        ("", "quality: High"),
        ("OWNER", "comments: x"),
        ("OWNER", ""),
    ]


def test_a_relation_from_another_file_is_stated_at_the_end_that_is_here(write: Write) -> None:
    path = write("a.xml", file(party(), entry(), relation("5", "7") + relation("5", "6")))
    (found,) = entities(path)
    assert [(link.subject, link.object, link.text) for link in found.links] == [("ofac-7", "ofac-5", "")]
    assert "1 relation is between parties that are not in the file" in [said.message for said in warnings(path)]


def test_a_party_on_no_list_is_told(write: Write) -> None:
    path = write("a.xml", file(party()))
    assert entities(path)[0].designations == ()
    assert "states no list" in warnings(path)[0].message


def test_a_party_without_a_profile_is_kept(write: Write) -> None:
    found = one(write, '<DistinctParty FixedRef="7"/>', entry())
    assert (found.caption, found.values) == ("ofac-7", ())


def test_a_vessel_is_told_by_its_subtype(write: Write) -> None:
    assert one(write, party(kind=1), entry()).schema == "Vessel"


def test_a_repeated_party_is_told_and_the_first_kept(write: Write) -> None:
    path = write("a.xml", file(party() + party(), entry()))
    assert len(entities(path)) == 1
    assert "repeats this number" in warnings(path)[0].message


def test_control_characters_are_told(write: Write) -> None:
    path = write("a.xml", file(party(comment="a\u202eb"), entry()))
    assert "1 control character stood" in warnings(path)[0].message


def test_a_party_without_a_number_and_a_list_without_parties_are_refused(write: Write) -> None:
    with pytest.raises(BadInput, match="no numeric FixedRef"):
        records(write("a.xml", file(party("x"))))
    with pytest.raises(BadInput, match="holds no party"):
        records(write("b.xml", file("")))


def test_a_truncated_file_is_refused_before_any_party_is_given(write: Write) -> None:
    content = file(party(), entry())
    path = write("a.xml", content[: content.rindex("<SanctionsMeasure")])
    given = recognise(path).records()
    assert isinstance(next(given), Head)
    with pytest.raises(BadInput, match=r"a\.xml, line \d+: the XML is damaged or ends early"):
        next(given)


def test_a_made_file_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "made.xml"
    count = make_advanced.write(path, 1)
    found = entities(path)
    assert len(found) == count
    assert not warnings(path)
    assert sum(len(record.links) for record in found) == count // 2
    assert len({record.id for record in found}) == count


def test_a_party_is_given_once_all_are_read_that_it_is_related_to(tmp_path: Path) -> None:
    path = tmp_path / "made.xml"
    make_advanced.write(path, 1)
    read: set[str] = set()
    for record in entities(path):
        read.add(record.id)
        assert all(link.text for link in record.links)
        last = max(
            (int(end.removeprefix("ofac-")) for link in record.links for end in (link.subject, link.object)), default=0
        )
        assert last <= max(int(id.removeprefix("ofac-")) for id in read)


def test_the_real_file_is_read_whole(real_lists: Path) -> None:
    path = real_lists / "ofac" / "cons_advanced-2020-03-17.xml"
    head = records(path)[0]
    assert isinstance(head, Head)
    assert (head.list, head.published) == ("ofac-cons", date(2020, 3, 17))
    found = entities(path)
    assert len(found) == 375
    assert sum(len(record.links) for record in found) == 276
    assert {link.role for record in found for link in record.links} == {"Owned or Controlled By"}
    assert all(item.start for record in found for item in record.designations)
    assert not warnings(path)
