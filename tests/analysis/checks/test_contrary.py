"""What a text says of who decides, and whom the pack picks, does not go against the class of the pick."""

from dataclasses import replace
from typing import Any

import pytest

from briefer.model.facts import GONE, Designation, Value
from briefer.model.law import ClassRule, Rulebook
from briefer.model.pack import Tranche
from tests.analysis.checks.packs import ENTITY, RULE, codes, day, found, section

WARNED = [("warning", "law-misstated", "bottom-line:1")]


def law(klass: str, **more: Any) -> dict[str, Any]:
    rule = ClassRule(klass=klass, reason="r", actor="OFAC", tags=("RUSSIA-EO14024",), citation="EO 14024", **more)
    return {"law": Rulebook(programmes=(RULE,), classes=(rule,))}


@pytest.mark.parametrize(
    "text",
    [
        "Deripaska can be delisted by the executive alone [@s].",
        "The President on his own may free Oleg Deripaska [@s].",
        "The removal of Deripaska needs no report [@s].",
        "Deripaska comes off the list without a report to Congress [@s].",
        "To delist Deripaska, no review is needed [@s].",
        "There is no doubt that the executive alone may delist Deripaska [@s].",
        "No time is lost, for Deripaska can be delisted by the executive alone [@s].",
        "[#ofac-1] can be delisted by the Treasury alone [@s].",
    ],
)
def test_the_executive_alone_of_a_pick_of_class_b_is_a_warning(text: str) -> None:
    assert codes(section(text), facts=law("B")) == WARNED
    assert codes(section(text), facts=law("A")) == []


@pytest.mark.parametrize(
    "text",
    [
        "Without a vote of Congress Deripaska cannot be delisted [@s].",
        "Nobody can delist Deripaska without a new act of Congress [@s].",
        "Deripaska cannot be taken off the list without legislation [@s].",
        "The removal of Deripaska takes an act of Congress [@s].",
    ],
)
def test_that_congress_has_to_make_law_is_a_warning_but_of_class_d(text: str) -> None:
    assert codes(section(text), facts=law("B")) == WARNED
    assert codes(section(text), facts=law("A")) == WARNED
    assert codes(section(text), facts=law("D")) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The removal of Deripaska needs no vote of Congress, only a report [@s].", "D"),
        ("To delist Deripaska no act of Congress is needed [@s].", "D"),
        ("To delist Deripaska, no review is needed [@s].", "BD"),
        ("To delist Deripaska, no notice is needed [@s].", "BCD"),
    ],
)
def test_what_is_said_not_to_be_needed_is_wrong_only_of_the_classes_that_need_it(text: str, wrong: str) -> None:
    warned = [klass for klass in "ABCD" if codes(section(text), facts=law(klass))]
    assert warned == list(wrong)


@pytest.mark.parametrize("caption", ["DERIPASKA, Oleg Vladimirovich", "Oleg Vladimirovich DERIPASKA"])
def test_a_pick_is_known_in_a_text_though_its_list_prints_the_name_in_capitals(caption: str) -> None:
    facts = law("B") | {"entities": (replace(ENTITY, caption=caption),)}
    for name in ("Deripaska", "Oleg Deripaska", "Oleg Vladimirovich Deripaska", "DERIPASKA"):
        assert codes(section(f"{name} can be delisted by the executive alone [@s]."), facts=facts) == WARNED


def test_the_warning_names_the_class_of_the_pick() -> None:
    (one,) = found(section("Deripaska can be delisted by the executive alone [@s]."), facts=law("B"))
    assert one.message.endswith(
        "Oleg Deripaska is of class B, the executive, after a report and a review under 22 USC 9511."
    )


def test_a_contested_class_is_not_to_be_stated_plainly() -> None:
    facts = law("A", contested=True, dispute="The statute of June was not read.")
    found_ = found(section("Deripaska can be delisted by the executive alone [@s]."), facts=facts)
    assert [(one.severity, one.code) for one in found_] == [("warning", "law-misstated"), ("note", "law-contested")]
    assert "is of class A, contested, the executive alone." in found_[0].message


@pytest.mark.parametrize(
    "text",
    [
        "Deripaska cannot be delisted by the executive alone [@s].",
        "Can Deripaska be delisted by the executive alone? [@s]",
        "Nothing frees Deripaska without a report to Congress [@s].",
        "No delisting of Deripaska by the executive alone is possible [@s].",
        "Smith said that Deripaska could be delisted by the executive alone [@s].",
        "Somebody else can be delisted by the executive alone [@s].",
        "The executive alone licenses trade with Deripaska [@s].",
        "The delisting of Deripaska stands unless Congress passes a disapproval [@s].",
        "Deripaska cannot be delisted without a report to Congress under the act of 2017 [@s].",
        "> Deripaska can be delisted by the executive alone [@s].",
    ],
)
def test_a_denial_a_question_another_s_words_and_other_reliefs_are_none(text: str) -> None:
    assert [one for one in codes(section(text), facts=law("B")) if one[1] == "law-misstated"] == []


def test_a_name_that_two_picks_bear_means_neither() -> None:
    other = replace(ENTITY, id="ofac-2", caption="Anna Deripaska")
    facts = law("B") | {"entities": (ENTITY, other)}
    text = "{} can be delisted by the executive alone [@s]."
    picks = ("ofac-1", "ofac-2")
    assert codes(section(text.format("Deripaska")), facts=facts, entities=picks) == []
    (one,) = found(section(text.format("Anna Deripaska")), facts=facts, entities=picks)
    assert ": Anna Deripaska is of class B" in one.message


def test_a_pick_is_known_by_an_alias_and_by_a_name_in_brackets() -> None:
    bank = replace(
        ENTITY, schema="Company", caption="Farm Bank (Selbank)", values=(Value(prop="alias", value="RosAgro"),)
    )
    for name in ("Selbank", "Farm Bank", "RosAgro"):
        text = f"{name} can be delisted by the executive alone [@s]."
        assert codes(section(text), facts=law("B") | {"entities": (bank,)}) == WARNED


def test_sixty_days_for_the_weight_of_the_action_is_a_warning() -> None:
    assert codes(section("The review takes 60 days because the action alters policy [@s].")) == WARNED
    assert codes(section("It waits sixty days where policy is significantly altered [@s].")) == WARNED
    assert codes(section("It waits not sixty days if policy is altered, but thirty [@s].")) == []
    assert codes(section("A report of August waits 60 days as it is sent before 7 September [@s].")) == []


def over(**more: Any) -> dict[str, Any]:
    return {"entities": (replace(ENTITY, designations=(Designation(**({"regime": "US", "programme": "T"} | more)),)),)}


def test_a_pick_whose_home_listings_are_over_is_a_warning_that_names_its_tranche() -> None:
    facts = over(start=day("2018-04-06"), until=day("2019-01-27"), ended=True)
    tranche = Tranche(id="t", title="First names", kind="tranche", entities=("ofac-1",))
    said = [one.message for one in found(facts=facts, tranches=(tranche,)) if one.code == "off-list"]
    text = "Oleg Deripaska is on no US list on 31 March 2025 (“T” to 27 January 2019)"
    assert said == [f"{text}, and the tranche “First names” covers it."]
    assert [one.message for one in found(facts=facts) if one.code == "off-list"] == [f"{text}."]


def test_what_a_later_list_no_longer_holds_is_over_too() -> None:
    (one,) = [one for one in found(facts=over(ended=True, note=GONE)) if one.code == "off-list"]
    assert "(“T” ended)" in one.message


@pytest.mark.parametrize("more", [{}, {"regime": "UK", "ended": True}, {"start": day("2025-06-01")}])
def test_a_pick_that_is_listed_was_never_or_is_to_be_is_none(more: dict[str, Any]) -> None:
    assert [one for one in found(facts=over(**more)) if one.code == "off-list"] == []


def test_what_is_contested_is_noted_once_with_the_number_of_picks() -> None:
    facts = law("A", contested=True, dispute="Law L was not read.")
    (one,) = found(facts=facts)
    assert one.message == "1 pick rests on a class that is contested on 31 March 2025: Law L was not read."
    both = facts | {"entities": (ENTITY, replace(ENTITY, id="ofac-2", caption="Anna Other"))}
    (one,) = found(facts=both, entities=("ofac-1", "ofac-2"))
    assert (one.severity, one.code, one.place) == ("note", "law-contested", "ofac-1")
    assert one.message.startswith("2 picks rest on a class")
