"""Whose government stays blocked whoever leaves the list."""

from dataclasses import replace
from datetime import date

import pytest

from briefer.analysis.governments import doubted, governments, notes
from briefer.analysis.ownership import ripple
from briefer.model.facts import Designation, Entity
from briefer.model.ripple import Ripple
from tests.analysis.holdings import world
from tests.stretched import unsaid

DAY = date(2025, 3, 31)


def listed(tag: str) -> tuple[Designation, ...]:
    return (Designation(regime="US", programme=tag, list_type="SDN"),)


def delisted(tag: str, text: str = "X60 A", rule: str = "us", schema: str = "Company", plain: bool = False) -> Ripple:
    people = world(text, "X")
    found = ripple(people, rule, DAY, ["X"])
    mine = Entity(id="X", schema=schema, caption="X Holding", designations=listed(tag))
    return doubted(found, [mine], plain=plain)


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("VENEZUELA-EO13850", "Venezuela"),
        ("CUBA", "Cuba"),
        ("IRAN", "Iran"),
        ("DPRK3", "North Korea"),
        ("SYRIA", "Syria"),
        ("UKRAINE-EO13685", "Crimea, so called"),
    ],
)
def test_the_programmes_that_block_a_government_by_definition_are_known(tag: str, name: str) -> None:
    assert governments(listed(tag), DAY) == {name: (tag,)}
    (said,) = notes(listed(tag), DAY)
    assert said.startswith("A government blocked by definition stays blocked whatever leaves the list (FAQ 398)")


def test_other_tags_other_regimes_and_syria_after_its_programme_block_none() -> None:
    assert governments(listed("RUSSIA-EO14024"), DAY) == {}
    assert governments(listed("SYRIA"), date(2025, 7, 1)) == {}
    assert governments([replace(listed("CUBA")[0], regime="EU")], DAY) == {}


@pytest.mark.parametrize(
    "tag", ["IRAN-CON-ARMS-EO", "IRAN-EO13902", "IRAN-HR", "IFSR", "HRIT-IR", "FSE-IR", "CAATSA - IRAN", "IRGC", "ISA"]
)
def test_the_government_of_iran_is_blocked_by_eo_13599_alone(tag: str) -> None:
    assert (governments(listed(tag), DAY), notes(listed(tag), DAY)) == ({}, ())
    assert [(fate.id, fate.status) for fate in delisted(tag).fates] == [("X", "free")]


def test_a_company_under_such_a_tag_and_what_it_frees_are_open() -> None:
    found = delisted("VENEZUELA")
    assert [(fate.id, fate.status) for fate in found.fates] == [("X", "open")]
    (why,) = found.fates[0].why
    assert why.startswith("Whether X Holding (X) belongs to the government of Venezuela, which stays blocked")
    assert set(found.uncertain) == {"X", "A"}
    assert found.review == ("A",)
    assert [(doubt.id, doubt.kind) for doubt in found.reasons] == [("A", "government")]
    assert "blocks the government of Venezuela." in found.notes[-1]
    assert delisted("VENEZUELA", plain=True).fates[0].why[0].startswith("Whether X Holding belongs")


def test_a_person_another_tag_and_another_rule_leave_nothing_open() -> None:
    person = delisted("VENEZUELA", schema="Person")
    assert (person.fates[0].status, person.uncertain) == ("free", ())
    assert "blocks the government of Venezuela." in person.notes[-1]
    plain = delisted("RUSSIA-EO14024")
    assert (plain.fates[0].status, plain.uncertain) == ("free", ())
    assert delisted("VENEZUELA", rule="eu").fates[0].status == "free"


def test_who_stays_blocked_through_owners_is_not_open() -> None:
    people = world("Y60 X", "XY")
    found = ripple(people, "us", DAY, ["X"])
    mine = Entity(id="X", schema="Company", caption="X Holding", designations=listed("CUBA"))
    assert doubted(found, [mine]).fates[0].status == "blocked"


@pytest.mark.usefixtures("stretched")
def test_governments_are_told_of_in_the_language_spoken() -> None:
    for tag in ("VENEZUELA", "DPRK3", "UKRAINE-EO13685"):
        found = delisted(tag)
        assert found.reasons
        told = ([fate.why for fate in found.fates], [doubt.why for doubt in found.reasons], notes(listed(tag), DAY))
        assert unsaid(told, (tag, "X Holding", "A")) == []
