"""OFAC's plain XML."""

from datetime import date
from pathlib import Path

import pytest

from briefer.model.errors import BadInput
from briefer.sources import Head, recognise
from tests.sources.reads import Write, entities, records, warnings

OLD = "http://tempuri.org/sdnList.xsd"
NEW = "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/XML"
INFO = "<publshInformation><Publish_Date>{day}</Publish_Date><Record_Count>{count}</Record_Count></publshInformation>"


def file(*entries: str, space: str = NEW, day: str = "03/28/2025", count: str = "2") -> str:
    inner = INFO.format(day=day, count=count) + "".join(entries)
    return f'<?xml version="1.0" standalone="yes"?>\n<sdnList xmlns="{space}">{inner}</sdnList>'


def entry(number: str = "7", kind: str = "Entity", name: str = "BANK", tags: str = "NS-PLC", body: str = "") -> str:
    programmes = "".join(f"<program>{tag}</program>" for tag in tags.split(";"))
    return f"""<sdnEntry><uid>{number}</uid><lastName>{name}</lastName><sdnType>{kind}</sdnType>
    <programList>{programmes}</programList>{body}</sdnEntry>"""


@pytest.mark.parametrize("space", [OLD, NEW])
def test_the_head_takes_date_and_count_from_the_file(write: Write, space: str) -> None:
    path = write("any.txt", file(entry(), space=space))
    reading = recognise(path)
    assert (reading.format, reading.kind) == ("ofac-xml", "list")
    head = records(path)[0]
    assert isinstance(head, Head)
    assert (head.list, head.published, head.declared) == ("ofac-cons", date(2025, 3, 28), 2)


def test_a_date_that_is_no_day_is_kept_as_it_is_printed(write: Write) -> None:
    head = records(write("any.xml", file(entry(), day="99/01/2026")))[0]
    assert isinstance(head, Head)
    assert (head.published, head.printed) == (None, "99/01/2026")


def test_the_list_is_told_by_most_of_its_programmes(write: Write) -> None:
    mixed = [entry("1", tags="SDGT;NS-PLC"), entry("2", tags="SDGT"), entry("3", tags="CUBA")]
    head = records(write("a.xml", file(*mixed, day="soon", count="")))[0]
    assert isinstance(head, Head)
    assert (head.list, head.published, head.declared) == ("ofac-sdn", None, None)


def test_only_the_first_entries_are_looked_at_for_the_head(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefer.sources.sdn_xml.ENOUGH", 1)
    head = records(write("a.xml", file(entry("1", tags="NS-PLC"), entry("2", tags="CUBA"), entry("3", tags="IRAN"))))[0]
    assert isinstance(head, Head)
    assert head.list == "ofac-cons"


def test_names_keep_their_kind_and_their_strength(write: Write) -> None:
    aliases = "".join(
        f"<aka><uid>1</uid><type>{kind}</type><category>{strength}</category><lastName>{name}</lastName></aka>"
        for kind, strength, name in (
            ("a.k.a.", "strong", "ROE"),
            ("a.k.a.", "weak", "JD, Jim"),
            ("f.k.a.", "strong", "OLD"),
            ("f.k.a.", "weak", "OLDER"),
            ("z.k.a.", "strong", "ODD"),
        )
    )
    body = f"<firstName>Jane</firstName><title>Minister</title><akaList>{aliases}</akaList>"
    (found,) = entities(write("a.xml", file(entry(kind="Individual", name="DOE", body=body))))
    assert (found.id, found.schema, found.caption) == ("ofac-7", "Person", "DOE, Jane")
    assert [(value.prop, value.value, value.note) for value in found.values] == [
        ("name", "DOE, Jane", ""),
        ("lastName", "DOE", ""),
        ("firstName", "Jane", ""),
        ("alias", "ROE", ""),
        ("weakAlias", "JD, Jim", ""),
        ("previousName", "OLD", ""),
        ("weakAlias", "OLDER", "f.k.a."),
        ("alias", "ODD", "z.k.a."),
        ("position", "Minister", ""),
    ]


def test_a_person_of_one_name_has_no_given_name(write: Write) -> None:
    (found,) = entities(write("a.xml", file(entry(kind="Individual", name="ABDULLAH"))))
    assert [(value.prop, value.value) for value in found.values] == [("name", "ABDULLAH"), ("lastName", "ABDULLAH")]


def test_places_dates_and_identifiers_become_values(write: Write) -> None:
    body = """<addressList><address><uid>1</uid><city>Moscow</city><address1>D. 9</address1><country>Russia</country>
    </address><address><country>Iran</country></address><address><country>Region: Gaza</country></address><address/>
    </addressList><nationalityList><nationality><country>Haiti</country></nationality></nationalityList>
    <citizenshipList><citizenship><country>Turkey</country></citizenship></citizenshipList>
    <dateOfBirthList><dateOfBirthItem><dateOfBirth>01 Jan 1955 to 31 Dec 1955</dateOfBirth></dateOfBirthItem>
    </dateOfBirthList><placeOfBirthList><placeOfBirthItem><placeOfBirth>Shati</placeOfBirth></placeOfBirthItem>
    </placeOfBirthList><idList><id><idType>Passport</idType><idNumber>A1</idNumber><idCountry>Iran</idCountry>
    <issueDate>2020</issueDate></id><id><idType>Gender</idType><idNumber>Male</idNumber></id></idList>"""
    (found,) = entities(write("a.xml", file(entry(body=body))))
    assert [(value.prop, value.value, value.note) for value in found.values[1:]] == [
        ("address", "D. 9, Moscow, Russia", ""),
        ("country", "Iran", ""),
        ("address", "Gaza", ""),
        ("nationality", "Haiti", ""),
        ("citizenship", "Turkey", ""),
        ("birthDate", "01 Jan 1955 to 31 Dec 1955", ""),
        ("birthPlace", "Shati", ""),
        ("passportNumber", "A1", "Passport, Iran; issueDate: 2020"),
        ("gender", "Male", ""),
    ]
    born = found.values[6].date
    assert born is not None
    assert (born.earliest, born.latest) == (date(1955, 1, 1), date(1955, 12, 31))


def test_a_vessel_keeps_its_particulars_and_its_owner(write: Write) -> None:
    body = """<vesselInfo><callSign>T2</callSign><vesselType>Tanker</vesselType><vesselOwner>BANK</vesselOwner>
    <colour>red</colour><tonnage/></vesselInfo><extras><x>1</x><y>2</y></extras>"""
    found = entities(write("a.xml", file(entry("7"), entry("8", "Vessel", "SHIP", body=body))))[1]
    assert [(value.prop, value.value, value.note) for value in found.values[1:]] == [
        ("callSign", "T2", ""),
        ("type", "Tanker", ""),
        ("notes", "red", "colour"),
        ("notes", "1 2", "extras"),
    ]
    (link,) = found.links
    assert (link.kind, link.subject, link.object, link.role) == ("Ownership", "ofac-7", "ofac-8", "Vessel owner")


def test_linked_names_are_matched_to_the_one_entry_that_bears_them(write: Write) -> None:
    body = "<remarks>See x; (Linked To: BANK); (Linked To: TWIN); (Linked To: NOBODY)</remarks>"
    twins = entry("8", name="TWIN"), entry("9", name="TWIN")
    found = entities(write("a.xml", file(entry("1", name="DOE", body=body), entry("7"), *twins)))[0]
    assert [(link.kind, link.object, link.text) for link in found.links] == [
        ("UnknownLink", "ofac-7", "BANK"),
        ("UnknownLink", "", "TWIN"),
        ("UnknownLink", "", "NOBODY"),
    ]
    assert found.remarks.startswith("See x")


DIRECTIVE = """<idList><id><idType>Executive Order 13662 Directive Determination -</idType>
<idNumber>Subject to Directive 1</idNumber></id></idList>"""


def test_a_directive_is_a_measure_of_its_programme(write: Write) -> None:
    made = entry(tags="UKRAINE-EO13662;RUSSIA-EO14024;", body=DIRECTIVE)
    (found,) = entities(write("a.xml", file(made)))
    sectoral, other = found.designations
    assert sectoral.list_type == "SSI"
    assert sectoral.measures == ("Executive Order 13662 Directive Determination - Subject to Directive 1",)
    assert (other.list_type, other.measures, other.start) == ("", (), None)


def test_on_the_sdn_list_a_sectoral_programme_beside_another_stays_sectoral(write: Write) -> None:
    made = entry(tags="UKRAINE-EO13662;RUSSIA-EO14024", body=DIRECTIVE)
    rest = [entry("8", tags="UKRAINE-EO13662"), entry("9", tags="CUBA"), entry("10", tags="CUBA")]
    found = entities(write("a.xml", file(made, *rest)))
    kinds = [[item.list_type for item in record.designations] for record in found]
    assert kinds == [["SSI", "SDN"], ["SDN"], ["SDN"], ["SDN"]]


def test_an_unknown_type_is_kept_as_a_note(write: Write) -> None:
    (found,) = entities(write("a.xml", file(entry(kind="Drone"))))
    assert found.schema == "LegalEntity"
    assert found.values[1].value == "sdnType: Drone"


def test_control_characters_are_told(write: Write) -> None:
    (warned,) = warnings(write("a.xml", file(entry(name="BA\u202eNK"))))
    assert "control characters" in warned.message


def test_a_repeated_number_is_told_and_the_first_kept(write: Write) -> None:
    path = write("a.xml", file(entry(), entry(name="OTHER")))
    (found,) = entities(path)
    assert found.caption == "BANK"
    assert "repeats this number" in warnings(path)[0].message


def test_an_entry_without_a_number_and_a_list_without_entries_are_refused(write: Write) -> None:
    with pytest.raises(BadInput, match="no numeric uid"):
        records(write("a.xml", file(entry("x"))))
    with pytest.raises(BadInput, match="holds no entry"):
        records(write("b.xml", file()))


def test_a_truncated_file_is_refused_with_its_line(write: Write) -> None:
    content = file(entry("1"), entry("2"))
    with pytest.raises(BadInput, match=r"a\.xml, line \d+: the XML is damaged or ends early"):
        records(write("a.xml", content[: content.rindex("<uid>")]))


def test_the_real_file_is_read_whole(real_lists: Path) -> None:
    path = real_lists / "ofac" / "consolidated-2025-03-28.xml"
    head = records(path)[0]
    assert isinstance(head, Head)
    assert (head.list, head.published, head.declared) == ("ofac-cons", date(2025, 3, 28), 443)
    assert len(entities(path)) == 443
    assert not warnings(path)


def test_directives_of_an_order_are_measures_also_where_only_the_day_of_the_listing_is_printed(write: Write) -> None:
    ids = (
        ("Executive Order 14024 Directive Information -", "For more information on directives, please visit: x"),
        ("Executive Order 14024 Directive Information", "Subject to Directive 3 - All transactions in new debt"),
        ("Listing Date (EO 14024 Directive 2):", "24 Feb 2022"),
        ("Listing Date (EO 14024 Directive 3):", "24 Feb 2022"),
        ("Executive Order 13662 Directive Determination -", "Subject to Directive 1"),
    )
    body = "".join(f"<id><idType>{label}</idType><idNumber>{text}</idNumber></id>" for label, text in ids)
    made = entry(tags="UKRAINE-EO13662;RUSSIA-EO14024", body=f"<idList>{body}</idList>")
    (found,) = entities(write("a.xml", file(made)))
    assert [(each.programme, each.list_type, each.measures) for each in found.designations] == [
        ("UKRAINE-EO13662", "SSI", ("Executive Order 13662 Directive Determination - Subject to Directive 1",)),
        ("RUSSIA-EO14024", "", ("Executive Order 14024 Directive 2", "Executive Order 14024 Directive 3")),
    ]
