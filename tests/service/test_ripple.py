"""What the verb ripple adds to the analysis: who may be one and is undecided."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from briefer.cli.ripple import lines, value
from briefer.library import Library
from briefer.model.facts import Link
from briefer.service import Briefer
from tests.library.lists import listing, record, tag


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
    assert "Listings and tags from ofac-sdn of 2025-01-01, " in found.notes[-1]


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
