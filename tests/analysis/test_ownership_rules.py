"""Which listings freeze, which links hold or control, and which rule a day has."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from briefer.analysis.ownership_rules import controls, counts, freezes, limits, mere, rule, seeds, share
from briefer.model.errors import BadCall
from briefer.model.facts import Designation, Link
from tests.analysis.holdings import on

DAY = date(2025, 3, 31)


def item(regime: str, list_type: str = "", *measures: str, **more: Any) -> Designation:
    return Designation(regime=regime, programme="TAG", list_type=list_type, measures=measures, **more)


FREEZING: tuple[tuple[str, Designation, str, bool | None], ...] = (
    ("the SDN list", item("US", "SDN"), "US", True),
    ("SDN with a directive", item("US", "SDN", "Executive Order 14024 Directive 2"), "US", True),
    ("a sectoral listing", item("US", "SSI"), "US", False),
    ("a menu-based one", item("US", "NS-MBS", "Executive Order 14024 Directive 3"), "US", False),
    ("a menu-based one that blocks", item("US", "NS-MBS", "Blocked, except importation of goods"), "US", True),
    ("a block in a mixed file", item("US", "", "RUSSIA-EO14024", "Block"), "US", True),
    ("an export rule", item("US", "", "Policy of denial"), "US", False),
    ("a non-blocking measure", item("US", "", "Executive Order 14059 Non-blocking"), "US", False),
    ("a row of the non-SDN file", item("US", origin="ofac-cons@2025-03-28#1"), "US", False),
    ("a row that says nothing", item("US", origin="ftm@2025"), "US", None),
    ("another regime", item("EU"), "US", False),
    ("annex I of 269/2014", item("EU", "Annex I"), "EU", None),
    ("annex I with its measure", item("EU", "Annex I", "Asset freeze"), "EU", True),
    ("an annex of 833/2014", item("EU", "Annex XIX"), "EU", False),
    ("a ship", item("UK", classes=("shipping",)), "UK", False),
    ("a British freeze", item("UK", classes=("asset-freeze",)), "UK", True),
)


@pytest.mark.parametrize(("what", "listing", "regime", "wanted"), FREEZING, ids=[row[0] for row in FREEZING])
def test_what_freezes_says_so(what: str, listing: Designation, regime: str, wanted: bool | None) -> None:
    assert freezes(listing, regime) is wanted, what


def test_somebody_is_blocked_by_a_listing_in_force_that_freezes() -> None:
    sdn = Designation(regime="US", programme="A", list_type="SDN", start=on("2022-04-06"))
    silent = Designation(regime="US", programme="B")
    assert seeds((sdn,), "US", DAY) == (True, False)
    assert seeds((sdn, silent), "US", DAY) == (True, False)
    assert seeds((silent,), "US", DAY) == (True, True)
    assert seeds((sdn,), "US", date(2022, 4, 5)) == (False, False)
    assert seeds((Designation(regime="US", programme="A", list_type="SDN", ended=True),), "US", DAY) == (False, False)


@pytest.mark.parametrize(
    ("name", "day", "exceed"),
    [
        ("us", DAY, False),
        ("us", date(2010, 1, 1), False),
        ("eu", date(2024, 7, 2), True),
        ("eu", date(2024, 7, 3), False),
        ("uk", DAY, True),
    ],
)
def test_a_rule_is_that_of_its_day(name: str, day: date, exceed: bool) -> None:
    assert rule(name, day).exceed is exceed
    assert rule(name, day).citation


def test_an_unknown_rule_is_refused() -> None:
    with pytest.raises(BadCall, match="“ch” is no ownership rule; use us, eu or uk"):
        rule("ch", DAY)


def test_a_share_that_is_none_is_not_stated() -> None:
    for stated, wanted in (("50", Decimal(50)), ("100.1", None), ("-1", None), ("NaN", None)):
        assert share(Link(kind="Ownership", subject="a", object="b", percentage=Decimal(stated))) == wanted
    assert share(Link(kind="Ownership", subject="a", object="b")) is None


def test_a_link_without_dates_counts_and_one_that_has_not_begun_does_not() -> None:
    assert counts(Link(kind="Ownership", subject="a", object="b"), DAY)
    assert not counts(Link(kind="Ownership", subject="a", object="b", start=on("2025-04-01")), DAY)


@pytest.mark.parametrize(
    ("kind", "role", "wanted"),
    [
        ("Directorship", "Chairman", True),
        ("UnknownLink", "votingRights", True),
        ("UnknownLink", "Linked To", False),
        ("Directorship", "Managing director (former)", False),
        ("Ownership", "", False),
        ("Family", "wife", False),
    ],
)
def test_control_is_what_may_be_control(kind: str, role: str, wanted: bool) -> None:
    assert controls(Link(kind=kind, subject="a", object="b", role=role)) is wanted


@pytest.mark.parametrize(
    ("kind", "role", "wanted"),
    [
        ("UnknownLink", "Linked To", True),
        ("UnknownLink", "Linked, per OFAC", True),
        ("UnknownLink", "votingRights", False),
        ("UnknownLink", "former partner", False),
        ("Family", "linked", False),
    ],
)
def test_a_mere_link_says_neither_direction_nor_share(kind: str, role: str, wanted: bool) -> None:
    assert mere(Link(kind=kind, subject="a", object="b", role=role)) is wanted


def test_the_lists_that_limit_and_do_not_freeze_are_named_once_an_annex_with_its_act() -> None:
    said = (item("US", "SSI"), item("US", "SSI", "Directive 2"), item("US", "NS-MBS"), item("EU", "Annex III"))
    assert limits(said, "US", DAY) == "SSI and NS-MBS"
    assert limits(said, "EU", DAY) == "TAG Annex III"
    assert limits((item("US", "", "Policy of denial"), item("US", "SDN")), "US", DAY) == "TAG"
    assert limits((item("US", "SSI", ended=True),), "US", DAY) == ""


def test_what_half_of_a_faq_says_on_property_blocked_earlier_is_to_be_verified() -> None:
    assert "Whether property blocked earlier stays blocked is to be verified (FAQ 402, read in part)." in (
        rule("us", DAY).notes
    )
