"""Statements of the Beneficial Ownership Data Standard."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from briefer.model.errors import BadInput
from briefer.model.facts import EntityRecord, Link, Range
from briefer.sources import Head, recognise
from tests.sources.reads import Write, entities, records, warnings


def statement(record: str, kind: str, details: dict[str, Any], **more: Any) -> dict[str, Any]:
    published = {"publicationDate": "2020-03-04", "bodsVersion": "0.4", "publisher": {"name": "Register A"}}
    return {
        "statementId": f"s-{record}",
        "recordId": record,
        "recordType": kind,
        "statementDate": "2020-03-01",
        "recordStatus": "new",
        "publicationDetails": published,
        "recordDetails": details,
    } | more


COMPANY = statement("c1", "entity", {"name": "Company A", "entityType": {"type": "registeredEntity"}})
PERSON = statement("p/1", "person", {"names": [{"type": "legal", "fullName": "Person 1"}], "personType": "knownPerson"})


def owns(*interests: Any, **more: Any) -> dict[str, Any]:
    details = {"subject": "c1", "interestedParty": "p/1", "interests": list(interests)} | more
    return statement("r1", "relationship", details)


def file(*statements: dict[str, Any]) -> str:
    return json.dumps(list(statements), ensure_ascii=False)


def link(write: Write, *interests: Any, **more: Any) -> Link:
    found = entities(write("bods.json", file(COMPANY, PERSON, owns(*interests, **more))))
    return next(link for record in found for link in record.links)


def stated(record: EntityRecord) -> list[tuple[str, str, str]]:
    return [(item.prop, item.value, item.note) for item in record.values]


def test_ids_carry_the_publisher_and_the_head_its_newest_date(write: Write) -> None:
    path = write("bods_Sample 1.json", file(COMPANY, PERSON))
    assert recognise(path).format == "bods"
    head = records(path)[0]
    assert isinstance(head, Head)
    assert (head.list, head.publisher, head.published) == ("bods-sample-1", "Register A", date(2020, 3, 4))
    assert [(found.id, found.schema, found.caption) for found in entities(path)] == [
        ("bods-register-a-c1", "Company", "Company A"),
        ("bods-register-a-p-1", "Person", "Person 1"),
    ]


def test_lines_are_read_as_a_list_and_an_unnamed_publisher_gives_the_files_name(write: Write) -> None:
    bare = [{**each, "publicationDetails": {}} for each in (COMPANY, PERSON)]
    path = write("Reg.jsonl", "\ufeff" + "\n\n".join(map(json.dumps, bare)))
    assert [found.id for found in entities(path)] == ["bods-reg-c1", "bods-reg-p-1"]
    head = records(path)[0]
    assert isinstance(head, Head)
    assert head.published is None


@pytest.mark.parametrize(
    ("share", "percentage", "words"),
    [
        ({"exact": 50}, Decimal(50), "50 %"),
        ({"minimum": 25, "maximum": 25}, Decimal(25), "25 %"),
        ({"minimum": 25, "exclusiveMaximum": 50}, None, "at least 25 %, less than 50 %"),
        ({"exclusiveMinimum": 75.5, "maximum": 100}, None, "more than 75.5 %, at most 100 %"),
        ({"exact": 150}, None, "150 %"),
        ({"exact": "many"}, None, ""),
        ({"exact": "NaN"}, None, ""),
        (None, None, ""),
    ],
)
def test_a_share_is_exact_or_stays_in_words(
    write: Write, share: dict[str, Any] | None, percentage: Decimal | None, words: str
) -> None:
    made = link(write, {"type": "shareholding", "directOrIndirect": "direct", "share": share, "startDate": "2017-11"})
    assert (made.kind, made.subject, made.object) == ("Ownership", "bods-register-a-p-1", "bods-register-a-c1")
    assert (made.percentage, made.stated, made.note) == (percentage, words, "direct")
    assert made.start is not None
    assert made.as_of is not None
    assert (made.start.text, made.as_of.text, made.ended) == ("2017-11", "2020-03-01", False)


@pytest.mark.parametrize(
    ("share", "bounds"),
    [
        ({"minimum": 25, "exclusiveMaximum": 50}, Range(least=Decimal(25), most=Decimal(50), below=True)),
        ({"exclusiveMinimum": 75.5}, Range(least=Decimal("75.5"), above=True)),
        ({"maximum": 25}, Range(most=Decimal(25))),
        ({"minimum": 60, "maximum": 40}, None),
        ({"minimum": -5, "maximum": 140}, None),
        ({"minimum": 25, "maximum": 25}, None),
        ({"exact": 150}, None),
        ({}, None),
    ],
)
def test_a_share_of_which_bounds_alone_are_stated_is_a_range(
    write: Write, share: dict[str, Any], bounds: Range | None
) -> None:
    interest = {"type": "shareholding", "directOrIndirect": "direct", "share": share}
    assert link(write, interest).range == bounds
    assert link(write, {**interest, "type": "votingRights"}).range is None


def test_votes_and_unknown_interests_are_no_ownership(write: Write) -> None:
    votes = link(write, {"type": "votingRights", "share": {"exact": 60}, "odd": 1, "details": "class A"})
    assert (votes.kind, votes.role, votes.percentage, votes.stated) == ("UnknownLink", "votingRights", None, "60 %")
    assert votes.note == "class A; odd: 1"
    assert link(write, {"type": "boardChair"}).kind == "Directorship"
    for interests in ((), ("broken",), ({"directOrIndirect": "unknown", "beneficialOwnershipOrControl": True},)):
        assert link(write, *interests).role == "interest not stated"


def test_a_share_that_sums_up_the_chain_counts_once(write: Write) -> None:
    interest = {"type": "shareholding", "directOrIndirect": "indirect", "share": {"exact": 50}}
    assert link(write, interest).percentage == Decimal(50)
    summed = link(write, interest, componentRecords=["x"], isComponent=True)
    assert (summed.percentage, summed.stated) == (None, "50 %")
    assert "not to be added to them; a link of a longer chain" in summed.note


def test_an_end_and_a_closed_record_end_a_link(write: Write) -> None:
    ended = link(write, {"type": "shareholding", "endDate": "2019-01-01"})
    assert (ended.ended, ended.end and ended.end.text) == (True, "2019-01-01")
    closed = {**owns({"type": "shareholding"}), "recordStatus": "closed", "statementDate": "2021-01-01"}
    found = entities(write("b.json", file(COMPANY, PERSON, owns({}), {**closed, "statementId": "later"}, owns({}))))
    (made,) = found[1].links
    assert (made.role, made.ended, made.end and made.end.text) == ("shareholding", True, "2021-01-01")


def test_an_unknown_owner_is_words_on_the_other_end(write: Write) -> None:
    party = {"reason": "subjectExemptFromDisclosure", "description": "listed company"}
    made = link(write, {"type": "shareholding"}, interestedParty=party)
    assert (made.subject, made.object) == ("", "bods-register-a-c1")
    assert made.text == "subjectExemptFromDisclosure: listed company"
    assert link(write, interestedParty="gone").text == "record gone"
    assert link(write, interestedParty=None).text == "not stated"


def test_who_asserts_a_relationship_is_noted(write: Write) -> None:
    source = {"source": {"assertedBy": [{"name": "Company A"}, "x"]}}
    found = entities(write("b.json", file(COMPANY, PERSON, owns() | source)))
    assert found[1].links[0].note == "asserted by Company A"


def test_what_names_nobody_or_is_unknown_is_told(write: Write) -> None:
    lost = owns(interestedParty="gone", subject="gone")
    path = write("b.json", file(COMPANY, lost, statement("z", "novelty", {})))
    assert [warned.message[:20] for warned in warnings(path)] == ["the record type 'nov", "neither end of the r"]


def test_a_company_is_kept_whole(write: Write) -> None:
    details = {
        "isComponent": False,
        "entityType": {"type": "stateBody", "details": "x"},
        "name": "Министерство",
        "alternateNames": ["Ministry"],
        "foundingDate": "2019-09",
        "jurisdiction": {"name": "Ukraine", "code": "UA"},
        "identifiers": [{"scheme": "GB-COH", "id": "1"}, {"scheme": "XI-LEI", "id": "L"}, {"scheme": "odd"}],
        "addresses": [{"type": "registered", "address": "Main 1", "country": {"code": "UA"}}, "x", {}],
        "publicListing": {"hasPublicListing": True},
        "unspecifiedEntityDetails": "none",
        "uri": 5,
    }
    path = write("b.json", file(statement("c", "entity", details, recordStatus="closed")))
    (found,) = entities(path)
    assert found.schema == "PublicBody"
    assert stated(found) == [
        ("alias", "Ministry", ""),
        ("name", "Министерство", ""),
        ("incorporationDate", "2019-09", ""),
        ("jurisdiction", "ua", ""),
        ("notes", '{"hasPublicListing": true}', "publicListing"),
        ("notes", "none", "unspecifiedEntityDetails"),
        ("notes", "5", "uri"),
        ("registrationNumber", "1", "GB-COH"),
        ("leiCode", "L", ""),
        ("notes", '{"scheme": "odd"}', "identifiers"),
        ("address", "Main 1, UA", "registered"),
        ("notes", "stateBody", "type"),
        ("notes", "closed on 2020-03-01", "recordStatus"),
    ]


def test_a_person_is_kept_whole(write: Write) -> None:
    details = {
        "personType": "anonymousPerson",
        "names": [
            {"type": "individual", "givenName": "Ivan", "patronymicName": "P.", "familyName": "Ivanov"},
            {"type": "former", "fullName": "Old"},
            {"type": "alternative", "fullName": "Vanya"},
            {},
        ],
        "nationalities": [{"name": "British", "code": "GB"}, {"name": "Narnian"}, {"odd": 1}],
        "birthDate": "1978-08",
        "identifiers": [{"scheme": "GBR-PASSPORT", "id": "P", "schemeName": "Passport"}, {"scheme": "MISC", "id": "M"}],
        "addresses": [{"type": "placeOfBirth", "address": "Leeds"}],
    }
    (found,) = entities(write("b.json", file(statement("p", "person", details))))
    assert stated(found) == [
        ("name", "Ivan Ivanov", ""),
        ("firstName", "Ivan", ""),
        ("fatherName", "P.", ""),
        ("lastName", "Ivanov", ""),
        ("previousName", "Old", ""),
        ("alias", "Vanya", ""),
        ("nationality", "gb", ""),
        ("nationality", "Narnian", ""),
        ("nationality", '{"odd": 1}', ""),
        ("birthDate", "1978-08", ""),
        ("passportNumber", "P", "GBR-PASSPORT, Passport"),
        ("idNumber", "M", "MISC"),
        ("birthPlace", "Leeds", "placeOfBirth"),
        ("notes", "anonymousPerson", "type"),
    ]


MARKS = '"statementId" "recordType"'
REFUSED = {
    "no party": (file(owns()).encode(), "no statement speaks of a person or an entity"),
    "no record": (file(statement(" ", "entity", {})).encode(), "statement s- : the statement has no recordId"),
    "no list": (f"[{{{MARKS}: 1}}]".encode(), "b.json, line 1: the JSON is damaged or no list of BODS 0.4 statements"),
    "cut off": (file(COMPANY, PERSON)[:-30].encode(), "b.json, line 1: the JSON is damaged"),
    "cut off below": (
        b"\n" + file(COMPANY, PERSON).replace("[", "[\n", 1)[:-30].encode(),
        "line 3: the JSON is damaged",
    ),
    "no line": (f"{json.dumps(COMPANY)}\n\n{json.dumps(COMPANY)[:-30]}\n".encode(), "line 3: the JSON is damaged"),
    "broken line": (f"{json.dumps(COMPANY)}\n{json.dumps(COMPANY)[:-30]}?\n".encode(), "line 2: the JSON is damaged"),
    "another shape": (b'[{"statementId": 1, "recordType": "person"}]', "b.json: the JSON is damaged or no list of"),
    "latin-1": (file(COMPANY).replace("Company A", "Caf\xe9").encode("latin-1"), r"byte \d+ is not UTF-8"),
    "deep": (file(COMPANY).replace('"Company A"', "[" * 100_000).encode(), "nested too deep"),
}


@pytest.mark.parametrize(("content", "expected"), REFUSED.values(), ids=list(REFUSED))
def test_a_damaged_file_is_refused(write: Write, content: bytes, expected: str) -> None:
    with pytest.raises(BadInput, match=expected):
        records(write("b.json", content))


def test_a_file_too_large_to_hold_is_refused(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefer.sources.bods.LARGEST", 10)
    with pytest.raises(BadInput, match="more than 64 MB of statements"):
        records(write("b.json", file(COMPANY)))


@pytest.mark.parametrize(
    ("name", "parties", "exact"),
    [
        ("0.4_sample_300_statements", 200, 100),
        ("indirect-ownership", 3, None),
        ("joint-ownership", 4, 3),
        ("mixed-direct-and-indirect-ownership", 3, None),
        ("multiple-indirect-ownership", 4, None),
    ],
)
def test_the_real_samples_keep_every_party(real_lists: Path, name: str, parties: int, exact: int | None) -> None:
    path = real_lists / "ownership" / f"bods_{name}.json"
    found = entities(path)
    links = [link for record in found for link in record.links]
    assert len(found) == parties
    assert warnings(path) == []
    assert exact is None or sum(link.percentage is not None for link in links) == exact
