"""Posts and mere links of the delisted are told apart from holdings, each with the status of the other end."""

from dataclasses import replace

import pytest

from briefer.analysis.ownership import ripple
from briefer.model.facts import Link
from briefer.model.ripple import OWN_LISTING, Step, Tie
from tests.analysis.holdings import entity, world
from tests.analysis.test_ownership import DAY, said


def tie(subject: str, object_: str, role: str = "Linked To") -> Link:
    return Link(kind="UnknownLink", subject=subject, object=object_, role=role)


def found(text: str, listed: str, *links: Link) -> dict[str, Tie]:
    return {each.id: each for each in said(text, listed, "X", stated=links).linked}


def test_a_mere_link_is_told_from_either_end_with_why_the_other_stays_blocked() -> None:
    ties = found("", "A", tie("A", "X"), tie("X", "B"))
    assert ties["A"] == Tie(delisted="X", id="A", role="Linked To", control=False, path=OWN_LISTING)
    assert ties["B"].path is None


@pytest.mark.parametrize("rule", ["us", "eu", "uk"])
def test_what_a_blocked_person_is_merely_linked_to_is_open(rule: str) -> None:
    (one,) = said("", "", "X", rule, stated=[tie("X", "B")]).linked
    assert (one.path, one.open) == (None, True)


def test_a_post_and_a_link_to_a_person_or_from_somebody_not_blocked_leave_nothing_open() -> None:
    (unblocked,) = ripple(world("", "Y", [tie("X", "B")]), "us", DAY, ("X",)).linked
    person = replace(entity("B"), schema="Person")
    people = [*(each for each in world("", "X", [tie("X", "B")]) if each.id != "B"), person]
    (friend,) = ripple(people, "uk", DAY, ("X",)).linked
    assert [unblocked.open, friend.open] == [False, False]


def test_a_linked_company_that_another_blocks_names_the_holding() -> None:
    (path,) = (each.path for each in found("Y60 A", "Y", tie("A", "X")).values())
    assert path is not None
    assert not isinstance(path, str)
    (step,) = path
    assert isinstance(step, Step)
    assert (step.owner, step.asset) == ("Y", "A")


def test_a_post_is_told_of_who_holds_it_alone() -> None:
    post = Link(kind="Directorship", subject="X", object="A", role="Chief executive")
    assert found("", "A", post)["A"].control
    assert found("", "A", Link(kind="Directorship", subject="A", object="X", role="Chairman")) == {}


def test_what_is_held_or_reviewed_is_not_told_again_and_a_former_post_not_at_all() -> None:
    assert found("X60 A; X! B", "", tie("A", "X"), tie("X", "A")) == {}
    assert found("", "A", tie("X", "A", "former partner")) == {}


def test_a_link_that_is_over_or_between_those_delisted_says_nothing() -> None:
    over = Link(kind="UnknownLink", subject="A", object="X", role="Linked To", ended=True)
    assert found("", "A", over) == {}
    both = world("", "XA", [tie("A", "X")])
    assert ripple(both, "us", DAY, ("X", "A")).linked == ()


def test_the_links_of_a_record_decided_to_be_one_count_and_an_unknown_end_is_named_by_its_id() -> None:
    people = [*world("", "X"), entity("Q", links=[tie("Q", "B")])]
    (one,) = ripple(people, "us", DAY, ("X",), same=[("X", "Q")]).linked
    assert (one.id, one.path) == ("B", None)
