"""What the verb ripple adds to the analysis: who may be one and is undecided."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from briefer.cli.ripple import lines, value
from briefer.library import Library
from briefer.model.facts import Link
from briefer.service import Briefer
from tests.library.lists import day, listing, record, tag


def test_a_record_that_may_be_the_delisted_is_named_and_does_not_count(tmp_path: Path) -> None:
    held = Link(kind="Ownership", subject="reg-1", object="reg-2", percentage=Decimal(75))
    with Library.open(tmp_path / "library.sqlite") as library:
        born = (("birthDate", "1970-01-02"),)
        library.import_list(listing(record("ofac-1", "Oleg Obraztsov", values_=born), published="2025-01-01"))
        owner = record("reg-1", "Oleg Obraztsov", values_=born, tags=(), links=(held,))
        company = record("reg-2", "Obraztsov Holding", tags=(), schema="Company")
        library.import_list(listing(owner, company, published="2025-01-01", of="registry", publisher="Registry"))
    found = Briefer(tmp_path / "library.sqlite").ripple(["ofac-1"])
    assert found.freed == ("ofac-1",)
    (said,) = (note for note in found.notes if "may be one" in note)
    assert said.startswith("Oleg Obraztsov (ofac-1) and Oleg Obraztsov (reg-1) may be one, at ")
    assert "nobody has decided" in said
    assert "Listings and tags from ofac-sdn of 1 January 2025, " in found.notes[-1]


def test_what_the_next_state_of_a_list_says_of_the_day_counts_or_is_open(tmp_path: Path) -> None:
    path, ssi = tmp_path / "library.sqlite", tag("UKRAINE-EO13662", list_type="SSI")
    undated = replace(tag("RUSSIA-EO14024", list_type="SDN"), published=day("2025-10-22"))
    begun = replace(tag("RUSSIA-EO14024", list_type="SDN", start="2025-10-22"))
    held = Link(kind="Ownership", subject="ofac-1", object="ofac-3", percentage=Decimal(60))
    firm, limited = record("ofac-3", "Neft", tags=(ssi,)), record("ofac-2", "Gazprom", tags=(ssi,))
    with Library.open(path) as library:
        former = (record("ofac-1", "Rosneft", tags=(ssi,), links=(held,)), limited, firm)
        library.import_list(listing(*former, published="2025-03-28", form="ofac-enhanced"))
        later = (
            record("ofac-1", "Rosneft", tags=(ssi, undated), links=(held,)),
            record("ofac-2", "Gazprom", tags=(ssi, begun)),
            firm,
            record("ofac-4", "Lukoil", tags=(begun,)),
        )
        library.import_list(listing(*later, published="2026-01-08", form="ofac-enhanced"))
    found = Briefer(path).ripple(["ofac-1"], as_of=date(2025, 12, 1))
    assert (found.before, found.uncertain) == (("ofac-2", "ofac-4"), ("ofac-1", "ofac-3"))
    words = "listed under RUSSIA-EO14024 (SDN) only in the later ofac-sdn of 2026-01-08 (row published 2025-10-22)"
    assert any(words in note for note in found.notes)
    assert not any("no block to lift" in note for note in found.notes)
    found = Briefer(path).ripple(["ofac-1"], as_of=date(2025, 10, 1))
    assert (found.before, found.uncertain) == ((), ())


def test_what_only_a_later_list_states_of_before_its_own_order_is_none(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    with Library.open(path) as library:
        late = replace(tag("RUSSIA-EO14024", list_type="SDN"), published=day("2016-09-01"))
        library.import_list(listing(record("ofac-1", "Kriogenmash", tags=(late,)), published="2025-01-10"))
    assert Briefer(path).ripple(["ofac-1"], as_of=date(2020, 6, 1)).unplaced == ()
    assert Briefer(path).ripple(["ofac-1"], as_of=date(2024, 6, 1)).unplaced == (("ofac-1", "RUSSIA-EO14024"),)


def test_a_tag_of_an_undated_list_that_the_publisher_s_other_file_dropped_is_open(tmp_path: Path) -> None:
    path, ssi, syria = tmp_path / "l.sqlite", tag("UKRAINE-EO13662", list_type="SSI"), tag("SYRIA", list_type="SDN")
    with Library.open(path) as library:
        library.import_list(listing(record("ofac-1", "Firm", tags=(syria,))))
        for published, tags in (("2025-03-28", (ssi, syria)), ("2026-01-08", (ssi,))):
            listed = listing(record("ofac-1", "Firm", tags=tags), published=published, of="ofac-cons")
            library.import_list(listed)
    dropped = "no longer printed by ofac-cons of 2026-01-08, though by that of 2025-03-28"
    found = Briefer(path).ripple(["ofac-1"])
    assert (found.before, found.unplaced) == ((), (("ofac-1", "SYRIA"),))
    assert found.opened[0][1] == f"SYRIA (SDN) only in ofac-sdn of no stated day ({dropped}), and not since when"
    (answer,) = Briefer(path).relief(["ofac-1"], date(2026, 2, 1))
    (reason,) = (each for each in answer.reasons if each.programme == "SYRIA")
    assert f"It is {dropped}; that it was still in force on this day is to be verified." in reason.doubts


BORN = (("birthDate", "1970-01-02"),)


def family(path: Path) -> Briefer:
    """Two whom their own list links, and under other ids on another regime's."""
    tie = Link(kind="UnknownLink", subject="ofac-1", object="ofac-2", role="Linked To")
    eu = tag(programme="269/2014", classes=("asset-freeze",))
    with Library.open(path) as library:
        wife = record("ofac-2", "Elena Obraztsova", values_=BORN, links=(tie,))
        library.import_list(listing(record("ofac-1", "Oleg Obraztsov", values_=BORN), wife, published="2025-03-01"))
        abroad = [
            record(id, name, values_=BORN, tags=(replace(eu, regime="EU"),))
            for id, name in (("eu-1", "Oleg Obraztsov"), ("eu-2", "Elena Obraztsova"))
        ]
        library.import_list(listing(*abroad, published="2025-03-01", of="eu-fsf", publisher="EU"))
        held = (
            Link(kind="Ownership", subject="ofac-1", object="reg-1", percentage=Decimal(30)),
            Link(kind="Ownership", subject="eu-2", object="reg-1", percentage=Decimal(30)),
        )
        company = record("reg-1", "Obraztsov Holding", tags=(), schema="Company", links=held)
        library.import_list(listing(company, published="2025-03-01", of="registry", publisher="Registry"))
        library.decide("ofac-1", "eu-1", "yes", by="Clerk")
    return Briefer(path)


def test_a_linked_one_that_may_be_a_listed_record_is_not_called_free(tmp_path: Path) -> None:
    found = family(tmp_path / "library.sqlite").ripple(["ofac-1"], rule="eu", as_of=date(2025, 3, 31))
    assert [(each.id, each.path, each.undecided) for each in found.linked] == [("ofac-2", None, ("eu-2",))]
    text = "\n".join(lines(found))
    assert "Elena Obraztsova (ofac-2): no EU listing under this id; may be eu-2, undecided (Linked To)" in text
    assert value(found)["linked"][0]["undecided"] == ("eu-2",)


def test_records_decided_to_be_one_are_named_in_every_path(tmp_path: Path) -> None:
    found = family(tmp_path / "library.sqlite").ripple(["ofac-1"], rule="eu", as_of=date(2025, 3, 31))
    text = "\n".join(lines(found))
    assert "Oleg Obraztsov holds 30 % of Obraztsov Holding" in text
    found = family(tmp_path / "second.sqlite").ripple(["eu-2"], rule="eu", as_of=date(2025, 3, 31))
    assert "Oleg Obraztsov holds 30 % of Obraztsov Holding" in "\n".join(lines(found))
