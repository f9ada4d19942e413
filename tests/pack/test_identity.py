"""Records that somebody has decided to be one stand in a pack as one, each fact under its own list, and only those."""

import json
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest

from briefer.library import Library, clock, declared
from briefer.model.brief import Dossier
from briefer.model.facts import Decided, Designation, Event, Link, PartialDate
from briefer.model.pack import Pack
from briefer.model.policy import Issue, Position
from briefer.pack import PackFile, differences, edition, gather, load, save, to_bytes, to_json
from briefer.pack.identity import as_one, records
from tests.conftest import Briefer
from tests.library.lists import day, listing, record, rows

DAY = date(2025, 3, 31)


def listed(regime: str, tag: str, start: str = "2022-03-01", **said: Any) -> tuple[Designation, ...]:
    return (Designation(regime=regime, programme=tag, start=day(start), **said),)


def owns(owner: str, asset: str) -> Link:
    return Link(kind="Ownership", subject=owner, object=asset)


BORN = (("birthDate", "1968-01-02"),)
OFAC = (
    record("ofac-1", "DERIPASKA, Oleg", values_=BORN, tags=listed("US", "UKRAINE-EO13661"), remarks="DOB 1968."),
    record("ofac-2", "BASIC ELEMENT", schema="Company", links=(owns("ofac-1", "ofac-2"),)),
    record("ofac-3", "KALININ, Pyotr", values_=(("birthDate", "1950-05-05"),)),
)
EU = (
    record("eu-1", "Oleg DERIPASKA", values_=BORN, tags=listed("EU", "UKR", "2022-04-08"), remarks="Oligarch."),
    record("eu-2", "Basic Element Ltd", schema="Company", tags=listed("EU", "UKR"), links=(owns("eu-1", "eu-2"),)),
    record("eu-3", "Unrelated Holding", schema="Company", tags=listed("EU", "UKR"), links=(owns("eu-2", "eu-3"),)),
)
UK = (record("uk-1", "Oleg Deripaska", values_=BORN, tags=listed("UK", "RUS", "2022-03-10")),)


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    """A library of three publishers' lists; decisions are taken on 3 March 2025."""
    monkeypatch.setattr(clock, "now", lambda: datetime(2025, 3, 3, 12))  # noqa: DTZ001
    monkeypatch.setattr(declared, "AHEAD", timedelta(days=365))  # the tests import what is published later
    with Library.open(tmp_path / "library.sqlite") as opened:
        opened.import_list(listing(*OFAC, published="2025-03-01"))
        opened.import_list(listing(*EU, published="2025-03-02", of="eu-fsf", publisher="EU"))
        opened.import_list(listing(*UK, published="2025-03-03", of="uk-sanctions", publisher="UK"))
        yield opened


def one(library: Library, *pairs: tuple[str, str]) -> None:
    for a, b in pairs or (("ofac-1", "eu-1"), ("ofac-1", "uk-1")):
        library.decide(a, b, "yes", by="N. N.", why="same birth")


def gathered(library: Library, *picks: str, **more: Any) -> Dossier:
    return gather(Pack(title="T", as_of=DAY, entities=picks or ("ofac-1",), **more), library)


def test_nothing_is_joined_until_somebody_decides(library: Library) -> None:
    dossier = gathered(library)
    assert {item.regime for item in dossier.entities[0].designations} == {"US"}
    assert dossier.joined == ()
    assert [(each.entity, each.record, each.id) for each in dossier.possible] == [
        ("ofac-1", "ofac-1", "eu-1"),
        ("ofac-1", "ofac-1", "uk-1"),
    ]
    assert dossier.possible[0].caption == "Oleg DERIPASKA"
    assert dossier.possible[0].lists == ("eu-fsf",)
    assert dossier.possible[0].regimes == ("EU",)


def test_decided_records_are_one_entity_whose_facts_each_keep_list_and_record(library: Library) -> None:
    one(library)
    (entity,) = gathered(library).entities
    assert (entity.id, entity.schema, entity.caption) == ("ofac-1", "Person", "DERIPASKA, Oleg")
    assert [(item.regime, item.record, item.origin.partition("@")[0]) for item in entity.designations] == [
        ("US", "", "ofac-sdn"),
        ("EU", "eu-1", "eu-fsf"),
        ("UK", "uk-1", "uk-sanctions"),
    ]
    births = [(item.value, item.record) for item in entity.values if item.prop == "birthDate"]
    assert births == [("1968-01-02", ""), ("1968-01-02", "eu-1"), ("1968-01-02", "uk-1")]
    assert entity.remarks == ("DOB 1968.", "Oligarch.")
    assert entity.listed


def test_who_decided_when_and_why_travels_along_without_the_time_of_day(library: Library) -> None:
    one(library)
    eu, uk = gathered(library).joined
    assert (eu.entity, eu.id, eu.schema, eu.caption, eu.lists) == (
        "ofac-1", "eu-1", "Person", "Oleg DERIPASKA", ("eu-fsf",)
    )  # fmt: skip
    assert eu.decided == (Decided(a="eu-1", b="ofac-1", by="N. N.", on=date(2025, 3, 3), why="same birth"),)
    assert (uk.id, uk.remarks) == ("uk-1", ())


def test_decisions_lead_on_from_record_to_record(library: Library) -> None:
    one(library, ("ofac-1", "eu-1"), ("eu-1", "uk-1"))
    dossier = gathered(library)
    assert [(each.id, each.decided[0].a, each.decided[0].b) for each in dossier.joined] == [
        ("eu-1", "eu-1", "ofac-1"),
        ("uk-1", "eu-1", "uk-1"),
    ]
    assert dossier.possible == ()


def test_every_decision_on_a_record_is_named(library: Library) -> None:
    one(library, ("ofac-1", "eu-1"), ("eu-1", "uk-1"), ("ofac-1", "uk-1"))
    assert [len(each.decided) for each in gathered(library).joined] == [1, 2]


def test_two_picks_of_a_cluster_are_shown_once_under_the_first(library: Library) -> None:
    one(library)
    dossier = gathered(library, "uk-1", "ofac-3", "ofac-1")
    assert [entity.id for entity in dossier.entities] == ["uk-1", "ofac-3"]
    assert {each.id for each in dossier.joined} == {"ofac-1", "eu-1"}
    assert dossier.missing == ()


def test_a_decision_undone_makes_two_again(library: Library) -> None:
    one(library)
    library.decide("ofac-1", "eu-1", "undo", by="N. N.")
    dossier = gathered(library, "ofac-1", "eu-1")
    assert [entity.id for entity in dossier.entities] == ["ofac-1", "eu-1"]
    assert [each.id for each in dossier.joined] == ["uk-1"]


def test_a_cluster_that_contradicts_itself_joins_nothing_and_says_so(library: Library) -> None:
    one(library, ("ofac-1", "eu-1"), ("eu-1", "uk-1"))
    library.decide("uk-1", "ofac-1", "no", by="Another", why="other father")
    dossier = gathered(library, "ofac-1", "eu-1")
    assert [entity.id for entity in dossier.entities] == ["ofac-1", "eu-1"]
    assert dossier.joined == ()
    (found,) = dossier.contradictions
    assert set(found.records) == {"ofac-1", "eu-1", "uk-1"}
    assert (found.decided.a, found.decided.b, found.decided.by) == ("ofac-1", "uk-1", "Another")


def test_what_is_decided_not_to_be_one_is_not_shown_as_possible(library: Library) -> None:
    one(library, ("ofac-1", "eu-1"))
    library.decide("uk-1", "eu-1", "no", by="N. N.")
    dossier = gathered(library)
    assert dossier.possible == ()
    assert dossier.contradictions == ()


def test_links_lead_to_the_entity_that_is_shown_and_keep_what_the_list_says(library: Library) -> None:
    one(library, ("ofac-1", "eu-1"), ("ofac-2", "eu-2"))
    dossier = gathered(library)
    links = [(link.subject, link.object, link.ends) for link in dossier.entities[0].links]
    assert links == [("ofac-1", "ofac-2", ()), ("ofac-1", "ofac-2", ("eu-1", "eu-2"))]
    assert [entity.id for entity in dossier.neighbours] == ["ofac-2", "eu-3"]
    assert {item.regime for item in dossier.neighbours[0].designations} == {"US", "EU"}
    assert [(each.entity, each.id) for each in dossier.joined] == [("ofac-1", "eu-1"), ("ofac-2", "eu-2")]
    onward = [link for link in dossier.neighbours[1].links if link.object == "eu-3"]
    assert [(link.subject, link.ends) for link in onward] == [("ofac-2", ("eu-2", "eu-3"))]


def test_a_link_within_a_cluster_is_kept_once(library: Library) -> None:
    library.import_list(
        listing(
            record("un-1", "Oleg D", links=(owns("un-1", "ofac-1"),)), of="un", publisher="UN", published="2025-03-01"
        )
    )
    one(library, ("ofac-1", "un-1"))
    links = [link for link in gathered(library).entities[0].links if link.subject == link.object]
    assert [link.ends for link in links] == [("un-1", "ofac-1")]


def test_positions_and_events_on_a_joined_record_are_on_the_entity(library: Library) -> None:
    one(library)
    when = PartialDate(text="2025-01-01", earliest=date(2025, 1, 1), latest=date(2025, 1, 1))
    library.import_rows(rows("issues", Issue(id="i", title="I")))
    library.import_rows(
        rows("positions", Position(id="p", holder="H", issue="i", stance=1, entities=("eu-1", "ofac-1", "x")))
    )
    library.import_rows(rows("events", Event(id="e", date=when, title="E", entities=("uk-1",))))
    dossier = gathered(library, positions=("p",))
    assert dossier.positions[0].entities == ("ofac-1", "x")
    assert [(event.id, event.entities) for event in dossier.events] == [("e", ("ofac-1",))]


def test_each_record_is_read_as_its_own_list_stood_on_the_day(library: Library) -> None:
    late = (
        *listed("UN", "X", "2025-01-01"),
        *listed("UN", "Y", "2025-06-01"),
    )
    later = listing(record("un-1", "Oleg D", tags=late), of="un-sc", publisher="UN", published="2026-01-01")
    library.import_list(later)
    gone = (record("eu-9", "Someone else", tags=()), *EU[1:])
    library.import_list(listing(*gone, published="2025-03-20", of="eu-fsf", publisher="EU"), accept_drop=True)
    one(library, ("ofac-1", "un-1"), ("ofac-1", "eu-1"))
    held = {(item.record, item.programme): item for item in gathered(library).entities[0].designations}
    assert held.keys() == {("", "UKRAINE-EO13661"), ("eu-1", "UKR"), ("un-1", "X")}
    assert held["un-1", "X"].note == "basis: later list"
    assert held["eu-1", "UKR"].ended
    assert held["eu-1", "UKR"].note == "no longer on the list of 2025-03-20"


def test_a_record_that_is_not_known_on_the_day_is_left_out_and_a_pick_of_it_is_missing(library: Library) -> None:
    library.import_list(listing(*OFAC, record("ofac-9", "Oleg D"), published="2025-06-01"))
    one(library, ("ofac-9", "uk-1"))
    assert gathered(library, "uk-1").joined == ()
    assert gathered(library, "ofac-9").missing == ("ofac-9",)
    assert gathered(library, "ofac-9").entities == ()
    assert [entity.id for entity in gathered(library, "ofac-9", "uk-1").entities] == ["uk-1"]


def test_a_possible_record_that_is_not_known_on_the_day_is_not_named(library: Library) -> None:
    library.import_list(listing(record("ch-1", "Kalinin, Pyotr"), of="ch", publisher="SECO", published="2025-03-01"))
    library.import_list(
        listing(record("ch-2", "Kalinin, Pyotr"), of="ch", publisher="SECO", published="2025-06-01"), accept_drop=True
    )
    assert [each.id for each in gathered(library, "ofac-3").possible] == ["ch-1"]


def test_two_picks_that_may_be_one_name_each_other_and_a_pack_without_picks_asks_nothing(library: Library) -> None:
    found = gathered(library, "ofac-1", "eu-1").possible
    assert {(each.entity, each.id) for each in found} == {
        ("ofac-1", "eu-1"),
        ("eu-1", "ofac-1"),
        ("ofac-1", "uk-1"),
        ("eu-1", "uk-1"),
    }
    assert gather(Pack(title="T", as_of=DAY), library).possible == ()


def test_an_entity_comes_apart_into_what_its_records_state(library: Library) -> None:
    one(library, ("ofac-1", "eu-1"))
    dossier = gathered(library)
    own, eu = records(dossier.entities[0], dossier.joined, DAY)
    alone = {entity.id: entity for entity in library.entities(("ofac-1", "eu-1"), DAY)}
    assert (own.values, own.designations, own.remarks) == (
        alone["ofac-1"].values, alone["ofac-1"].designations, alone["ofac-1"].remarks
    )  # fmt: skip
    assert (eu.id, eu.caption, eu.values, eu.designations, eu.remarks, eu.listed) == (
        "eu-1", "Oleg DERIPASKA", alone["eu-1"].values, alone["eu-1"].designations, ("Oligarch.",), True
    )  # fmt: skip
    assert as_one((own, eu)) == dossier.entities[0]


def changed(old: Dossier, new: Dossier) -> set[tuple[str, str, str, str, str]]:
    return {(each.id, each.field, each.old, each.new, each.cause) for each in differences(old, new)}


def test_a_decision_made_since_shows_as_that_and_nothing_else(library: Library) -> None:
    before = gathered(library)
    one(library, ("ofac-1", "eu-1"))
    said = "eu-1, decided by N. N. on 2025-03-03: same birth"
    after = gathered(library)
    assert changed(before, after) == {
        ("ofac-1", "shown as one with", "", said, "decision"),
        ("ofac-1", "may be one with", "eu-1; uk-1", "uk-1", "decision"),
        ("eu-1", "held", "", "yes", "decision"),
    }
    library.decide("ofac-1", "eu-1", "undo", by="N. N.")
    assert changed(after, gathered(library)) == {
        ("ofac-1", "shown as one with", said, "", "decision"),
        ("ofac-1", "may be one with", "uk-1", "eu-1; uk-1", "decision"),
        ("eu-1", "held", "yes", "", "decision"),
    }


def test_a_contradiction_made_since_shows(library: Library) -> None:
    one(library, ("ofac-1", "eu-1"), ("eu-1", "uk-1"))
    before = gathered(library, "ofac-1", "eu-1")
    library.decide("uk-1", "ofac-1", "no", by="Another")
    found = changed(before, gathered(library, "ofac-1", "eu-1"))
    said = "ofac-1 is not uk-1, decided by Another on 2025-03-03"
    assert ("eu-1", "contradicting decisions", "", said, "decision") in found
    assert ("uk-1", "held", "yes", "", "decision") in found
    assert not {each for each in found if each[4] != "decision"}


def test_positions_and_links_do_not_change_by_a_decision(library: Library) -> None:
    library.import_rows(rows("positions", Position(id="p", holder="H", issue="i", stance=1, entities=("eu-1",))))
    before = gathered(library, "ofac-1", "eu-1", positions=("p",))
    one(library, ("ofac-1", "eu-1"), ("ofac-2", "eu-2"))
    after = gathered(library, "ofac-1", "eu-1", positions=("p",))
    assert {each[1] for each in changed(before, after)} == {"shown as one with", "may be one with"}


def test_a_change_in_a_joined_record_is_named_under_its_own_id(library: Library) -> None:
    one(library, ("ofac-1", "eu-1"))
    before = gathered(library)
    renamed = record("eu-1", "Oleg V. DERIPASKA", values_=BORN, tags=EU[0].designations, remarks="Oligarch.")
    library.import_list(listing(renamed, *EU[1:], published="2025-03-25", of="eu-fsf", publisher="EU"))
    assert changed(before, gathered(library)) == {
        ("eu-1", "caption", "Oleg DERIPASKA", "Oleg V. DERIPASKA", "source"),
        ("eu-1", "name", "Oleg DERIPASKA", "Oleg V. DERIPASKA", "source"),
    }


def test_a_mark_on_one_record_is_a_mark_on_all_that_is_shown_with_it(library: Library) -> None:
    one(library, ("ofac-1", "eu-1"))
    pack = Pack(title="T", as_of=DAY, entities=("ofac-1", "ofac-3"), marking="CUI", marks={"eu-1": "CUI"})
    narrowed, dossier = edition(pack, gather(pack, library), "UNCLASSIFIED")
    assert narrowed.entities == ("ofac-3",)
    assert [entity.id for entity in dossier.entities] == ["ofac-3"]
    assert (dossier.joined, dossier.possible) == ((), ())
    assert b"eu-1" not in to_bytes(PackFile(pack=narrowed, dossier=dossier))
    whole, everything = edition(pack, gather(pack, library), "CUI")
    assert whole.entities == pack.entities
    assert len(everything.joined) == 1


def test_a_pack_file_holds_it_all(library: Library, tmp_path: Path) -> None:
    one(library)
    pack = Pack(title="T", as_of=DAY, entities=("ofac-1",))
    save(tmp_path / "a.brief", PackFile(pack=pack, dossier=gather(pack, library)))
    assert load(tmp_path / "a.brief").dossier == gather(pack, library)


def test_a_pack_file_of_before_there_were_decisions_still_loads(library: Library, tmp_path: Path) -> None:
    pack = Pack(title="T", as_of=DAY, entities=("ofac-3",))
    former = PackFile(pack=pack, dossier=gather(pack, library))
    with zipfile.ZipFile(tmp_path / "a.brief", "w") as archive:
        archive.writestr("pack.json", to_json(pack))
        archive.writestr("facts.json", json.dumps(without(json.loads(msgspec.json.encode(former.dossier)))))
    assert load(tmp_path / "a.brief").dossier == former.dossier


def without(said: Any) -> Any:
    """Takes the fields out of a dossier's JSON that came with the decisions."""
    if isinstance(said, list):
        return [without(each) for each in said]
    new = {"joined", "possible", "contradictions", "record", "ends"}
    return {key: without(each) for key, each in said.items() if key not in new} if isinstance(said, dict) else said


SDN = (
    '101,"DERIPASKA, Oleg Vladimirovich","individual","UKRAINE-EO13661",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,'
    '"DOB 02 Jan 1968; POB Dzerzhinsk, Russia; nationality Russia."\r\n'
)
FSF = """<?xml version="1.0" encoding="UTF-8"?>
<export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2026-02-27T00:00:00.000+01:00" globalFileId="1">
<sanctionEntity designationDetails="" unitedNationId="" logicalId="55"><regulation regulationType="amendment"
 organisationType="council" publicationDate="2022-04-08" entryIntoForceDate="2022-04-08" numberTitle="2022/581"
 programme="UKR" logicalId="9"><publicationUrl>https://eur-lex.europa.eu/581</publicationUrl></regulation>
<subjectType code="person" classificationCode="P"/>
<nameAlias wholeName="Oleg Vladimirovich DERIPASKA" strong="true" logicalId="1"/>
<birthdate birthdate="1968-01-02" year="1968" monthOfYear="1" dayOfMonth="2" logicalId="2"/>
</sanctionEntity></export>"""
UKSL = """<?xml version='1.0'?><Designations><DateGenerated>2025-03-20T00:00:00</DateGenerated><Designation>
<LastUpdated>09/03/2025</LastUpdated><DateDesignated>10/03/2022</DateDesignated><UniqueID>RUS0269</UniqueID>
<RegimeName>The Russia (Sanctions) (EU Exit) Regulations 2019</RegimeName>
<IndividualEntityShip>Individual</IndividualEntityShip><DesignationSource>UK</DesignationSource>
<SanctionsImposed>Asset freeze|Travel Ban</SanctionsImposed>
<Names><Name><Name1>Oleg</Name1><Name2>Vladimirovich</Name2><Name6>DERIPASKA</Name6>
<NameType>Primary Name</NameType></Name></Names>
<IndividualDetails><Individual><DOBs><DOB>02/01/1968</DOB></DOBs></Individual></IndividualDetails>
</Designation></Designations>"""


def test_three_publishers_files_make_one_sheet_until_the_decision_is_undone(briefer: Briefer, tmp_path: Path) -> None:
    for name, content in (("sdn.csv", SDN), ("eu.xml", FSF), ("uk.xml", UKSL)):
        (tmp_path / name).write_text(content, encoding="utf-8", newline="")
        assert briefer("import", tmp_path / name, "--json").code == 0
    pack = tmp_path / "p.brief"
    picks = ("--entity", "ofac-101", "--as-of", "2025-03-31")
    assert briefer("new", pack, "--template", "relief-options", *picks).code == 0
    for other in ("eu-55", "uk-RUS0269"):
        assert briefer("same", "yes", "ofac-101", other, "--by", "N. N.", "--why", "same birth").code == 0
    changed = briefer("refresh", pack, "--json").json["changed"]
    assert {each["field"] for each in changed} == {"shown as one with", "may be one with", "held"}
    dossier = load(pack).dossier
    assert dossier
    (entity,) = dossier.entities
    keys = load(pack).pack.keys
    stated = {item.regime: (item.record, keys[item.origin], item.note) for item in entity.designations}
    assert {regime: record for regime, (record, _, _) in stated.items()} == {
        "US": "",
        "EU": "eu-55",
        "UK": "uk-RUS0269",
    }
    assert len({key for _, key, _ in stated.values()}) == 3
    assert "basis: later list" in stated["EU"][2]
    assert "basis: later list" not in stated["UK"][2]
    assert briefer("same", "undo", "ofac-101", "eu-55", "--by", "N. N.").code == 0
    assert "eu-55 held: “yes” → “” (decision)" in briefer("refresh", pack).out
    again = load(pack).dossier
    assert again
    assert {item.regime for item in again.entities[0].designations} == {"US", "UK"}


def test_the_obvious_records_of_the_real_lists_stand_as_one(briefer: Briefer, tmp_path: Path, real_lists: Path) -> None:
    files = ("ofac/sdn-2023-csv", "eu/eu_fsf_russia_rebuilt.xml", "uk/UK-Sanctions-List_russia_rebuilt.xml")
    assert briefer("import", *(real_lists / file for file in files)).code == 0
    clusters = (
        ("ofac-24283", "eu-138212", "uk-RUS0269"),
        ("ofac-17018", "eu-142064", "uk-RUS0256"),
        ("ofac-17013", "eu-139001", "uk-RUS0250"),
    )
    pack = tmp_path / "p.brief"
    picks = [part for first, *_ in clusters for part in ("--entity", first)]
    assert briefer("new", pack, "--template", "relief-options", "--as-of", "2026-09-01", *picks).code == 0
    before = load(pack).dossier
    assert before
    named = {(each.entity, each.id) for each in before.possible}
    assert named == {(first, other) for first, *others in clusters for other in others}
    for first, *others in clusters:
        for other in others:
            assert briefer("same", "yes", first, other, "--by", "N. N.").code == 0
    assert briefer("refresh", pack).code == 0
    dossier = load(pack).dossier
    assert dossier
    assert [{item.regime for item in entity.designations} for entity in dossier.entities] == [{"US", "EU", "UK"}] * 3
    assert dossier.possible == ()
