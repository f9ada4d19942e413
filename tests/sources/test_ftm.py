"""FollowTheMoney lines."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from briefer.model.errors import BadInput
from briefer.model.facts import Confidence, EntityRecord
from briefer.sources import Head, recognise
from tests.sources.reads import Write, entities, records, warnings


def line(
    id: str, schema: str = "Person", caption: str = "", datasets: tuple[str, ...] = (), **props: str | list[str]
) -> str:
    properties = {name: [value] if isinstance(value, str) else value for name, value in props.items()}
    found: dict[str, Any] = {"id": id, "schema": schema, "properties": properties, "datasets": list(datasets)}
    if caption:
        found["caption"] = caption
    return json.dumps(found, ensure_ascii=False) + "\n"


def one(write: Write, *lines: str) -> EntityRecord:
    (found,) = entities(write("x.ftm.json", "".join(lines)))
    return found


def test_the_head_is_named_by_the_file_and_by_a_single_data_set(write: Write) -> None:
    path = write("My List.ftm.json", line("a", datasets=("one",)) + line("b", datasets=("one",)))
    reading = recognise(path)
    assert (reading.format, reading.kind) == ("ftm", "list")
    head = records(path)[0]
    assert isinstance(head, Head)
    assert (head.list, head.title, head.published) == ("ftm-my-list", "one", None)
    other = records(write("x.json", "\ufeff" + line("a", datasets=("one", "two"))))[0]
    assert isinstance(other, Head)
    assert (other.list, other.title) == ("ftm-x", "x")


def test_every_property_becomes_values_with_script_and_date(write: Write) -> None:
    found = one(
        write, line("a", name=["Ivan  Petrov", "Иван Петров"], birthDate="1952-10", oddProperty="x", topics="sanction")
    )
    assert found.caption == "Ivan Petrov"
    assert [(value.prop, value.value, value.lang) for value in found.values] == [
        ("name", "Ivan Petrov", ""),
        ("name", "Иван Петров", "und-Cyrl"),
        ("birthDate", "1952-10", ""),
        ("oddProperty", "x", ""),
        ("topics", "sanction", ""),
    ]
    assert found.values[0].raw == "Ivan  Petrov"
    assert found.values[2].date is not None
    assert str(found.values[2].date.latest) == "1952-10-31"


def test_the_caption_of_the_line_comes_first_and_the_id_last(write: Write) -> None:
    assert one(write, line("a", caption="Cap", name="Name")).caption == "Cap"
    assert one(write, line("a")).caption == "a"


def test_proof_and_confidence_hold_for_all_values(write: Write) -> None:
    found = one(write, line("a", name="N", country="ru", proof=["src-1", "src-2"], confidence="partly"))
    assert {value.prop for value in found.values} == {"name", "country"}
    assert all(value.sources == ("src-1", "src-2") for value in found.values)
    assert all(value.confidence is Confidence.PARTLY for value in found.values)


def test_a_property_may_have_sources_of_its_own(write: Write) -> None:
    own = {"proof:birthDate": ["src-3"]}
    found = one(write, line("a", name="N", birthDate="1952", proof=["src-1", "src-2"], **own))
    assert {value.prop: value.sources for value in found.values} == {
        "name": ("src-1", "src-2"),
        "birthDate": ("src-3",),
    }


def test_an_unknown_word_of_confidence_counts_as_to_be_verified(write: Write) -> None:
    assert one(write, line("a", name="N", confidence="sure")).values[0].confidence is Confidence.TO_BE_VERIFIED


def test_an_address_of_its_own_is_read_into_the_entity_once(write: Write) -> None:
    address = line("addr-1", "Address", full="Moscow") + line("addr-2", "Address", caption="Омск")
    found = one(write, address, line("a", addressEntity=["addr-1", "addr-2", "addr-3"], address="Moscow"))
    assert [(value.prop, value.value, value.lang) for value in found.values] == [
        ("address", "Moscow", ""),
        ("address", "Омск", "und-Cyrl"),
    ]


@pytest.mark.parametrize("before", [True, False])
def test_a_sanction_becomes_a_designation_wherever_it_stands(write: Write, before: bool) -> None:
    sanction = line(
        "s",
        "Sanction",
        entity="a",
        country="gb",
        programId="GB-RUS",
        program="Russia",
        authority="FCDO",
        listType="UKSL",
        provisions=["Asset freeze", "Travel ban"],
        startDate=["2022-03-10", "2022-02-24"],
        listingDate="2022-03-11",
        endDate="2033-07-01",
        modifiedAt="2025-01-01",
        reason="Reasons",
        sourceUrl=["http://a", "http://b"],
        summary="Sum",
        authorityId="RUS1",
        status="active",
        proof="src-1",
        confidence="partly",
    )
    lines = (sanction, line("a")) if before else (line("a"), sanction)
    (found,) = one(write, *lines).designations
    assert (found.regime, found.programme, found.list_type, found.authority) == ("UK", "GB-RUS", "UKSL", "FCDO")
    assert found.measures == ("Asset freeze", "Travel ban")
    dates = [str(part.earliest) for part in (found.start, found.published, found.amended, found.until) if part]
    assert dates == ["2022-02-24", "2022-03-11", "2025-01-01", "2033-07-01"]
    assert not found.ended
    assert (found.reason, found.url, found.sources, found.confidence) == ("Reasons", "http://a", ("src-1",), "partly")
    assert found.note == (
        "Sum; status: active; programme: Russia; page: http://b; start: 2022-03-10; 2022-02-24; authority id: RUS1"
    )


def test_a_tag_that_ofac_prints_stands_before_the_id_of_a_collection(write: Write) -> None:
    said = {"entity": "a", "country": "us", "programId": "US-RUSHAR"}
    (known,) = one(write, line("a"), line("s", "Sanction", program="RUSSIA-EO14024", **said)).designations
    assert (known.programme, known.note) == ("RUSSIA-EO14024", "programme id: US-RUSHAR")
    (other,) = one(write, line("a"), line("s", "Sanction", program="Some title", **said)).designations
    assert (other.programme, other.note) == ("US-RUSHAR", "programme: Some title")


def test_each_programme_is_a_designation_of_its_own(write: Write) -> None:
    found = one(write, line("a"), line("s", "Sanction", entity="a", country="us", program=["A", "B"]))
    assert [item.programme for item in found.designations] == ["A", "B"]


@pytest.mark.parametrize(
    ("props", "regime"),
    [
        ({"country": ["fr", "eu"]}, "EU"),
        ({"country": ["be"], "authority": "Council of the European Union"}, "BE"),
        ({"country": ["somewhere"]}, ""),
        ({"authority": "Council of the European Union"}, "EU"),
        ({"authority": "Office of Foreign Assets Control"}, "US"),
        ({"authority": "Somebody"}, ""),
    ],
)
def test_the_regime_comes_from_the_country_or_else_the_authority(
    write: Write, props: dict[str, Any], regime: str
) -> None:
    (found,) = one(write, line("a"), line("s", "Sanction", entity="a", **props)).designations
    assert (found.regime, found.programme) == (regime, "")


@pytest.mark.parametrize(("status", "ended"), [("delisted", True), ("Expired", True), ("active", False), ("", False)])
def test_a_designation_is_ended_only_where_its_status_says_so(write: Write, status: str, ended: bool) -> None:
    sanction = line("s", "Sanction", entity="a", status=status, endDate="2001-01-01")
    assert one(write, line("a"), sanction).designations[0].ended is ended


def test_not_listed_becomes_an_absence(write: Write) -> None:
    sanction = line(
        "s", "Sanction", entity="a", country="jp", status="not listed", modifiedAt="2025-03-31", summary="Searched."
    )
    found = one(write, line("a"), sanction)
    (absent,) = found.absences
    assert (absent.regime, absent.note) == ("JP", "Searched.")
    assert absent.checked is not None
    assert str(absent.checked.earliest) == "2025-03-31"
    assert not found.designations


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("50", Decimal(50)),
        ("44.95", Decimal("44.95")),
        ("40,4 %", Decimal("40.4")),
        ("100%", Decimal(100)),
        ("101", None),
        ("> 50", None),
        ("25-50", None),
        ("about half", None),
    ],
)
def test_a_share_is_a_number_only_where_it_is_exactly_one(write: Write, stated: str, expected: Decimal | None) -> None:
    (link,) = one(write, line("a"), line("o", "Ownership", owner="a", asset="b", percentage=stated)).links
    assert (link.kind, link.subject, link.object) == ("Ownership", "a", "b")
    assert (link.percentage, link.stated) == (expected, stated)


@pytest.mark.parametrize(("role", "ended"), [("Former director", True), ("ex-wife", True), ("director", False)])
def test_a_role_that_says_former_has_ended(write: Write, role: str, ended: bool) -> None:
    (link,) = one(write, line("a"), line("o", "Directorship", director="a", organization="b", role=role)).links
    assert link.ended is ended


def test_two_shares_of_one_link_are_no_share(write: Write) -> None:
    (link,) = one(write, line("a"), line("o", "Ownership", owner="a", asset="b", percentage=["1", "2"])).links
    assert (link.percentage, link.stated) == (None, "1; 2")


def test_a_link_keeps_its_dates_role_and_rest(write: Write) -> None:
    edge = line(
        "o",
        "Ownership",
        owner="a",
        asset="b",
        role="via X",
        startDate="2020",
        endDate="2021-05",
        asOf="2022",
        sharesCount="5",
    )
    (link,) = one(write, line("a"), edge).links
    assert link.ended
    assert [part.text for part in (link.start, link.end, link.as_of) if part] == ["2020", "2021-05", "2022"]
    assert (link.role, link.note) == ("via X", "shares count: 5")


@pytest.mark.parametrize(
    ("schema", "first", "second"),
    [
        ("Directorship", "director", "organization"),
        ("Family", "person", "relative"),
        ("Representation", "agent", "client"),
        ("UnknownLink", "subject", "object"),
        ("Membership", "member", "organization"),
        ("Employment", "employee", "employer"),
        ("Associate", "person", "associate"),
    ],
)
def test_every_kind_of_link_has_its_direction(write: Write, schema: str, first: str, second: str) -> None:
    (link,) = one(write, line("a"), line("e", schema, **{first: "a", second: "b"})).links
    assert (link.kind, link.subject, link.object) == (schema, "a", "b")


def test_a_link_stands_with_its_subject_or_with_its_object_if_the_file_lacks_the_subject(write: Write) -> None:
    edges = line("1", "Ownership", owner="a", asset="b") + line("2", "Ownership", owner="gone", asset="b")
    first, second = entities(write("x.ftm.json", line("a") + edges + line("b")))
    assert [link.object for link in first.links] == ["b"]
    assert [link.subject for link in second.links] == ["gone"]


def test_an_edge_with_several_ends_is_several_links(write: Write) -> None:
    found = one(write, line("a"), line("e", "Ownership", owner="a", asset=["b", "c"]))
    assert [link.object for link in found.links] == ["b", "c"]


def test_a_link_of_two_owners_stands_with_each_of_them(write: Write) -> None:
    lines = line("a") + line("c") + line("e", "Ownership", owner=["a", "c"], asset="b")
    first, second = entities(write("x.ftm.json", lines))
    assert [(link.subject, link.object) for link in first.links] == [("a", "b")]
    assert [(link.subject, link.object) for link in second.links] == [("c", "b")]


def test_an_identity_document_becomes_values_of_its_holder(write: Write) -> None:
    documents = line("p", "Passport", holder="a", number="A1", country="ru") + line(
        "q", "Identification", holder="a", type="card"
    )
    found = one(write, documents, line("a"))
    assert [(value.prop, value.value, value.note) for value in found.values] == [
        ("passportNumber", "A1", "country: ru"),
        ("notes", "type: card", ""),
    ]


def test_statements_about_nobody_in_the_file_are_told(write: Write) -> None:
    lines = [line(f"s{number}", "Sanction", entity="gone") for number in range(22)] + [line("e", "Ownership")]
    found = warnings(write("x.ftm.json", line("a") + "\n" + "".join(lines)))
    assert len(found) == 21
    assert found[-1].message == "3 more statements name no entity of the file"


@pytest.mark.parametrize(
    ("name", "said"),
    [(b'["\xe9"]', "byte {place} is not UTF-8"), (b"7", "the line is no FollowTheMoney entity")],
    ids=["bytes", "shape"],
)
def test_a_damaged_entity_that_an_earlier_line_names_is_refused_with_its_line(
    write: Write, name: bytes, said: str
) -> None:
    asks = line("a", addressEntity="b") + line("s", "Ownership", owner="a", asset="b")
    damaged = b'{"id": "b", "schema": "Company", "properties": {"name": ' + name
    path = write("x.ftm.json", asks.encode() + damaged + b"}}\n")
    with pytest.raises(BadInput) as refused:
        records(path)
    place = len(asks) + len(damaged) - len('\xe9"]')
    assert f"{path}, line 3: {said.format(place=place)}" in str(refused.value)


def test_one_more_statement_about_nobody_is_told_as_one(write: Write) -> None:
    lines = "".join(line(f"s{number}", "Sanction", entity="gone") for number in range(21))
    found = warnings(write("x.ftm.json", line("a") + "\n" + lines))
    assert found[-1].message == "1 more statement names no entity of the file"


def test_a_repeated_entity_is_told_and_the_first_kept(write: Write) -> None:
    path = write("x.ftm.json", line("a", name="1") + line("b") + line("a", name="2"))
    assert [record.caption for record in entities(path)] == ["1", "b"]
    assert warnings(path)[0].message == "line 3 repeats this id; the first line was kept"


def test_control_characters_are_told(write: Write) -> None:
    assert [warned.record for warned in warnings(write("x.ftm.json", line("a", name="A\x01")))] == ["a"]


@pytest.mark.parametrize(
    ("bad", "expected"),
    [
        ('{"id": "b"', "line 2: the line is no FollowTheMoney entity"),
        (
            '{"id": "b", "schema": "Person", "properties": {"name": "x"}}',
            "line 2: the line is no FollowTheMoney entity",
        ),
        ('{"x": ' + "[" * 100_000, "line 2: the JSON is nested too deep"),
        (line("\x07"), "line 2: the entity has no printable id"),
        (line("b").encode().replace(b'"b"', b'"\xe9"'), "line 2: byte "),
        (line("b", name="x" * 1_000_001), "line 2: a value is 1,000,001 characters long"),
    ],
)
def test_a_bad_line_is_refused_with_its_number(write: Write, bad: str | bytes, expected: str) -> None:
    content = line("a").encode() + (bad.encode() if isinstance(bad, str) else bad)
    with pytest.raises(BadInput) as refused:
        records(write("x.ftm.json", content))
    assert expected in str(refused.value)


def test_the_byte_that_is_no_text_is_named(write: Write) -> None:
    first = line("a").encode()
    with pytest.raises(BadInput, match=f"byte {len(first) + 8} is not UTF-8"):
        records(write("x.ftm.json", first + b'{"id": "\xe9"}'))


def test_a_real_file_is_read_whole(real_lists: Path) -> None:
    path = real_lists / "opensanctions" / "entities.ftm.json"
    found = entities(path)
    assert len(found) == 17
    assert not warnings(path)
    assert sum(len(record.designations) for record in found) == 41
    links = [link for record in found for link in record.links]
    assert len(links) == 21
    shares = [link for link in links if link.percentage is not None]
    assert len(shares) == 10
    assert sorted(link.percentage for link in shares if link.percentage and not link.ended) == [49, 51]
