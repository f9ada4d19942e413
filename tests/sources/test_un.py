"""The UN Security Council's consolidated list."""

from datetime import date
from pathlib import Path

import pytest

from briefer.model.errors import BadInput
from briefer.model.facts import EntityRecord, Value
from briefer.sources import Head, recognise
from tests.sources.reads import Write, entities, records, warnings


def entry(body: str = "", *, kind: str = "INDIVIDUAL", reference: str = "QDi.001 ", programme: str = "Al-Qaida") -> str:
    return f"""<{kind}><DATAID>69</DATAID><VERSIONNUM>1</VERSIONNUM><UN_LIST_TYPE>{programme}</UN_LIST_TYPE>
<REFERENCE_NUMBER>{reference}</REFERENCE_NUMBER><LISTED_ON>2001-01-25</LISTED_ON><SORT_KEY/>{body}</{kind}>"""


def file(*individuals: str, entities: str = "") -> str:
    return f"""<?xml version="1.0" encoding="UTF-8"?><CONSOLIDATED_LIST dateGenerated="2026-08-01T23:00:03.110Z">
<INDIVIDUALS>{"".join(individuals)}</INDIVIDUALS><ENTITIES>{entities}</ENTITIES></CONSOLIDATED_LIST>"""


def one(write: Write, body: str = "", **more: str) -> EntityRecord:
    (found,) = entities(write("un.xml", file(entry(body, **more))))
    return found


def stated(record: EntityRecord, *props: str) -> list[tuple[str, str, str]]:
    return [(item.prop, item.value, item.note) for item in record.values if item.prop in props]


def value(record: EntityRecord, prop: str) -> Value:
    return next(item for item in record.values if item.prop == prop)


def test_the_head_is_dated_and_the_container_gives_the_kind(write: Write) -> None:
    path = write("any.xml", file(entry(), entities=entry(kind="ENTITY", reference="QDe.002")))
    assert recognise(path).format == "un-xml"
    head = records(path)[0]
    assert isinstance(head, Head)
    assert (head.list, head.regime, head.published) == ("un-consolidated", "UN", date(2026, 8, 1))
    assert [(found.id, found.schema) for found in entities(path)] == [
        ("un-QDi.001", "Person"),
        ("un-QDe.002", "LegalEntity"),
    ]


def test_a_container_whose_name_is_damaged_is_refused_with_its_line(write: Write) -> None:
    path = write("any.xml", file(entry()).replace("INDIVIDUALS>", "I:DIVIDUALS>"))
    with pytest.raises(BadInput, match=r"line 2: the XML is damaged or ends early \(Namespace prefix I "):
        records(path)


def test_names_are_joined_and_the_original_script_is_a_name_too(write: Write) -> None:
    body = """<FIRST_NAME>ERIC </FIRST_NAME><SECOND_NAME>BADEGE</SECOND_NAME><FOURTH_NAME>X</FOURTH_NAME>
<NAME_ORIGINAL_SCRIPT>أمير\n   محمد</NAME_ORIGINAL_SCRIPT>"""
    found = one(write, body)
    assert found.caption == "ERIC BADEGE X"
    assert [(item.value, item.lang) for item in found.values if item.prop == "name"] == [
        ("ERIC BADEGE X", ""),
        ("أمير محمد", "und-Arab"),
    ]
    assert one(write).caption == "un-QDi.001"


def test_two_names_in_one_field_are_split_and_the_raw_text_kept(write: Write) -> None:
    found = one(write, "<FIRST_NAME>CAGL ; GLBC</FIRST_NAME>")
    assert [(item.prop, item.value, item.raw) for item in found.values if item.prop in ("name", "alias")] == [
        ("name", "CAGL", "CAGL ; GLBC"),
        ("alias", "GLBC", "CAGL ; GLBC"),
    ]


def test_a_semicolon_inside_brackets_joins_no_names(write: Write) -> None:
    found = one(write, "<FIRST_NAME>حسن غول (Hassan Ghul; Hasan Gul); Gul [a; b]; C (d</FIRST_NAME>")
    assert [item.value for item in found.values if item.prop in ("name", "alias")] == [
        "حسن غول (Hassan Ghul; Hasan Gul)",
        "Gul [a; b]",
        "C (d",
    ]


ALIAS = "<INDIVIDUAL_ALIAS><QUALITY>{}</QUALITY><ALIAS_NAME>{}</ALIAS_NAME>{}</INDIVIDUAL_ALIAS>"


def test_an_alias_is_as_good_as_the_list_says(write: Write) -> None:
    body = (
        ALIAS.format("Good", "A; B;", "<NOTE>previously listed as</NOTE>")
        + ALIAS.format("Low", "C", "")
        + ALIAS.format("f.k.a.", "D", "")
        + ALIAS.format("", "", "")
        + ALIAS.format("", "", "<NOTE>born elsewhere</NOTE>")
    )
    assert stated(one(write, body), "alias", "weakAlias", "previousName", "notes") == [
        ("alias", "A", "previously listed as"),
        ("alias", "B", "previously listed as"),
        ("weakAlias", "C", ""),
        ("previousName", "D", ""),
        ("notes", "born elsewhere", "alias without a name"),
    ]


def test_what_is_said_of_an_alias_names_it(write: Write) -> None:
    more = "<DATE_OF_BIRTH>1979-12-31</DATE_OF_BIRTH><CITY_OF_BIRTH>Oran</CITY_OF_BIRTH><COUNTRY_OF_BIRTH/>"
    found = one(write, ALIAS.format("Good", "A", more) + ALIAS.format("Good", "", more))
    assert stated(found, "birthDate", "birthPlace") == [
        ("birthDate", "1979-12-31", "of the alias A"),
        ("birthPlace", "Oran", "of the alias A"),
        ("birthDate", "1979-12-31", "of an alias without a name"),
        ("birthPlace", "Oran", "of an alias without a name"),
    ]


@pytest.mark.parametrize(
    ("born", "text", "earliest", "latest", "circa", "note"),
    [
        ("<TYPE_OF_DATE>EXACT</TYPE_OF_DATE><DATE>1967-01-02</DATE>", "1967-01-02", date(1967, 1, 2), date(1967, 1, 2),
         False, ""),
        ("<TYPE_OF_DATE>EXACT</TYPE_OF_DATE><YEAR>1971</YEAR>", "1971", date(1971, 1, 1),
         date(1971, 12, 31), False, ""),
        ("<TYPE_OF_DATE>APPROXIMATELY</TYPE_OF_DATE><YEAR>1971</YEAR>", "circa 1971", date(1971, 1, 1),
         date(1971, 12, 31), True, ""),
        ("<TYPE_OF_DATE>EXACT</TYPE_OF_DATE><YEAR>1971</YEAR><NOTE>Approximately </NOTE>", "circa 1971",
         date(1971, 1, 1), date(1971, 12, 31), True, "Approximately"),
        ("<TYPE_OF_DATE>BETWEEN</TYPE_OF_DATE><FROM_YEAR>1958</FROM_YEAR><TO_YEAR>1962</TO_YEAR>", "1958 to 1962",
         date(1958, 1, 1), date(1962, 12, 31), False, ""),
        ("<TYPE_OF_DATE>EXACT</TYPE_OF_DATE><NOTE>Nov. 1973 </NOTE>", "Nov. 1973", date(1973, 11, 1),
         date(1973, 11, 30), False, ""),
    ],
)  # fmt: skip
def test_a_date_of_birth_is_exact_about_or_between(
    write: Write, born: str, text: str, earliest: date, latest: date, circa: bool, note: str
) -> None:
    found = value(one(write, f"<INDIVIDUAL_DATE_OF_BIRTH>{born}</INDIVIDUAL_DATE_OF_BIRTH>"), "birthDate")
    assert found.date is not None
    assert (found.value, found.date.earliest, found.date.latest, found.date.circa, found.note) == (
        text, earliest, latest, circa, note,
    )  # fmt: skip


def test_a_date_that_cannot_be_read_is_a_note_and_told(write: Write) -> None:
    told = "<INDIVIDUAL_DATE_OF_BIRTH>{}</INDIVIDUAL_DATE_OF_BIRTH>"
    body = told.format("<NOTE>30-35 years old</NOTE>") + told.format("<YEAR>unknown</YEAR>") + told.format("")
    path = write("un.xml", file(entry(body)))
    assert stated(entities(path)[0], "notes", "birthDate") == [
        ("notes", "30-35 years old", "date of birth"),
        ("notes", "unknown", "date of birth"),
    ]
    assert len(warnings(path)) == 2


def test_places_are_joined_and_a_lone_country_is_one(write: Write) -> None:
    body = """<INDIVIDUAL_ADDRESS><STREET>Main 1</STREET><CITY>Kinshasa</CITY><ZIP_CODE>Kivu</ZIP_CODE>
<COUNTRY>DRC</COUNTRY><NOTE>as of 2016</NOTE></INDIVIDUAL_ADDRESS>
<INDIVIDUAL_ADDRESS><COUNTRY>Rwanda</COUNTRY></INDIVIDUAL_ADDRESS>
<INDIVIDUAL_ADDRESS><NOTE>in the hills</NOTE></INDIVIDUAL_ADDRESS><INDIVIDUAL_ADDRESS><COUNTRY/></INDIVIDUAL_ADDRESS>
<INDIVIDUAL_PLACE_OF_BIRTH><CITY>Goma</CITY></INDIVIDUAL_PLACE_OF_BIRTH>
<INDIVIDUAL_PLACE_OF_BIRTH><COUNTRY>DRC</COUNTRY></INDIVIDUAL_PLACE_OF_BIRTH>
<INDIVIDUAL_PLACE_OF_BIRTH><NOTE>at sea</NOTE></INDIVIDUAL_PLACE_OF_BIRTH>"""
    assert sorted(stated(one(write, body), "address", "country", "birthPlace", "birthCountry", "notes")) == [
        ("address", "Main 1, Kinshasa, Kivu, DRC", "as of 2016"),
        ("birthCountry", "DRC", ""),
        ("birthPlace", "Goma", ""),
        ("country", "Rwanda", ""),
        ("notes", "at sea", "place of birth"),
        ("notes", "in the hills", "address"),
    ]


def test_documents_are_told_apart_in_any_language(write: Write) -> None:
    body = """<INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Numéro de passeport </TYPE_OF_DOCUMENT><NUMBER> P1 </NUMBER>
<ISSUING_COUNTRY>Mali</ISSUING_COUNTRY><DATE_OF_EXPIRY>2022-07-05</DATE_OF_EXPIRY><NOTE>lost</NOTE></INDIVIDUAL_DOCUMENT>
<INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>National Identification
   Number</TYPE_OF_DOCUMENT><TYPE_OF_DOCUMENT2>FARDC ID</TYPE_OF_DOCUMENT2><NUMBER>N1</NUMBER></INDIVIDUAL_DOCUMENT>
<INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT></INDIVIDUAL_DOCUMENT><INDIVIDUAL_DOCUMENT/>"""
    assert stated(one(write, body), "passportNumber", "idNumber", "notes") == [
        ("passportNumber", "P1", "Numéro de passeport; Mali; expires 2022-07-05; lost"),
        ("idNumber", "N1", "National Identification Number; FARDC ID"),
        ("notes", "Passport", "document"),
    ]


def test_single_values_remarks_and_unknown_elements_are_kept(write: Write) -> None:
    body = """<NATIONALITY><VALUE>Rwanda</VALUE><VALUE> </VALUE></NATIONALITY><TITLE><VALUE>Dr.</VALUE></TITLE>
<DESIGNATION><VALUE>General </VALUE></DESIGNATION><GENDER>Male</GENDER><COMMENTS1> Left.\n Back. </COMMENTS1>
<SUBMITTED_BY>Mali</SUBMITTED_BY><NEW/>"""
    found = one(write, body)
    assert found.remarks == "Left. Back."
    assert stated(found, "nationality", "title", "position", "gender", "authorityId", "notes") == [
        ("gender", "Male", ""),
        ("nationality", "Rwanda", ""),
        ("position", "General", ""),
        ("title", "Dr.", ""),
        ("authorityId", "69", "DATAID"),
        ("notes", "Mali", "SUBMITTED_BY"),
    ]


def test_the_newest_update_is_the_amendment_and_the_resolution_the_committees(write: Write) -> None:
    body = """<LAST_DAY_UPDATED><VALUE>2007-09-21</VALUE><VALUE>2019-05-01</VALUE><VALUE>2003-09-03</VALUE><VALUE/>
</LAST_DAY_UPDATED><LIST_TYPE><VALUE>UN List</VALUE></LIST_TYPE>"""
    (made,) = one(write, body).designations
    assert made.start is not None
    assert made.amended is not None
    assert (made.regime, made.programme, made.list_type) == ("UN", "Al-Qaida", "UN List")
    assert made.authority == "UN Security Council resolutions 1267 (1999), 1989 (2011) and 2253 (2015)"
    assert (made.start.text, made.amended.text) == ("2001-01-25", "2019-05-01")
    assert made.note.endswith("; also updated on 2003-09-03, 2007-09-21")


def test_a_list_type_that_is_not_known_is_kept_without_a_basis(write: Write) -> None:
    (made,) = one(write, programme="Atlantis").designations
    assert (made.programme, made.authority, made.amended, made.note) == ("Atlantis", "", None, "")


def test_a_repeated_reference_is_told_and_a_missing_one_replaced(write: Write) -> None:
    path = write("un.xml", file(entry(), entry(), entry(reference="")))
    assert [found.id for found in entities(path)] == ["un-QDi.001", "un-69"]
    assert [warned.message.partition("; ")[2] for warned in warnings(path)] == [
        "the first entry was kept", "its DATAID was taken as id",
    ]  # fmt: skip
    with pytest.raises(BadInput, match="neither a REFERENCE_NUMBER nor a DATAID"):
        records(write("none.xml", "<CONSOLIDATED_LIST><INDIVIDUAL/></CONSOLIDATED_LIST>"))
    with pytest.raises(BadInput, match="the list holds no entry"):
        records(write("empty.xml", file()))


@pytest.mark.parametrize(("stated", "printed"), [("2026-99-01", "2026-99-01"), ("", ""), ("2026-08-01", "")])
def test_a_date_that_is_no_day_is_kept_as_it_is_printed(write: Write, stated: str, printed: str) -> None:
    path = write("un.xml", file(entry()).replace("2026-08-01T23:00:03.110Z", stated))
    assert next(iter(recognise(path).records())).printed == printed


def test_the_real_lists_have_their_entries_and_differ_by_exactly_their_ids(real_lists: Path) -> None:
    old = entities(real_lists / "un" / "consolidated-2026-01-28.xml")
    new = entities(real_lists / "un" / "consolidated-2026-08-01.xml")
    counts = [
        [sum(each.schema == kind for each in found) for kind in ("Person", "LegalEntity")] for found in (old, new)
    ]
    assert counts == [[726, 273], [736, 275]]
    before, after = ({found.id for found in each} for each in (old, new))
    printed = [references(real_lists / "un" / f"consolidated-{day}.xml") for day in ("2026-01-28", "2026-08-01")]
    assert (after - before, before - after) == (printed[1] - printed[0], printed[0] - printed[1])
    assert after - before
    assert before - after


def references(path: Path) -> set[str]:
    """The ids as the file prints them, found without a parser."""
    pieces = path.read_text(encoding="utf-8").split("<REFERENCE_NUMBER>")[1:]
    return {f"un-{piece.partition('<')[0].strip()}" for piece in pieces}
