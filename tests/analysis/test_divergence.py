"""Who stands apart and who would have to move is joined from recorded positions, with the unrecorded named."""

from datetime import date

import pytest

from briefer.analysis.divergence import NEEDED, divergence, movers
from briefer.model.brief import Dossier
from briefer.model.errors import BadCall
from briefer.model.policy import Issue, Position
from briefer.model.stances import Movers, NeededAct

HELD = {"A": -2, "B": -1, "C": 2, "D": 0, "E": None}


def dossier(held: dict[str, int | None]) -> Dossier:
    said = (Position(id=f"p-{holder}", holder=holder, issue="i", stance=stance) for holder, stance in held.items())
    return Dossier(as_of=date(2025, 3, 31), issues=(Issue(id="i", title="Question"),), positions=tuple(said))


def test_the_groups_and_the_range_of_a_set_of_holders() -> None:
    (found,) = divergence(dossier(HELD), ["A", "B", "C", "D", "E", "F", "A"])
    assert (found.issue, found.lowest, found.highest) == ("i", -2, 2)
    assert (found.against, found.favour) == (("A", "B"), ("C",))
    assert (found.neither, found.unclear, found.blank) == (("D",), ("E",), ("F",))
    assert (found.apart, found.split) == (("C",), False)
    assert [stand.holder for stand in found.stands] == list("ABCDEF")


def test_two_even_camps_are_split_and_nobody_stands_apart() -> None:
    (found,) = divergence(dossier({"A": -2, "C": 1}), "AC")
    assert (found.apart, found.split) == ((), True)


@pytest.mark.parametrize("held", [{"A": -2, "B": -1}, {"D": 0}, {}])
def test_where_one_camp_is_empty_nobody_stands_apart(held: dict[str, int | None]) -> None:
    (found,) = divergence(dossier(held), "ABD")
    assert (found.apart, found.split) == ((), False)


def test_holders_whom_nothing_is_known_of_have_no_range() -> None:
    (found,) = divergence(dossier({}), "AB")
    assert (found.lowest, found.highest, found.blank) == (None, None, ("A", "B"))


def moved(rule: str, held: dict[str, int | None], holders: str, wants: int = 1) -> Movers:
    act = NeededAct(id="a", title="Act", issue="i", holders=tuple(holders), rule=rule, wants=wants)
    (found,) = movers(dossier(held), [act])
    return found


def test_unanimity_turns_on_each_opponent_and_leaves_the_unrecorded_open() -> None:
    found = moved("all", HELD, "ABCDEF")
    assert (found.needed, found.short, found.must_move, found.turns_on) == (6, 5, ("A", "B"), "each")
    assert [stand.holder for stand in found.favour] == ["C"]
    assert [stand.holder for stand in found.open] == ["D", "E", "F"]


def test_an_act_that_adds_pressure_turns_on_those_who_favour_easing() -> None:
    assert moved("all", HELD, "ABC", wants=-1).must_move == ("C",)


def test_a_majority_turns_on_some_opponents_only_as_far_as_the_open_do_not_suffice() -> None:
    assert moved("majority", HELD, "ABC").turns_on == "some"
    enough = moved("majority", HELD, "ABCDE")
    assert (enough.needed, enough.short, enough.must_move) == (3, 2, ())


def test_one_who_agrees_is_enough_where_one_can_act() -> None:
    assert (moved("one", HELD, "AC").short, moved("one", HELD, "AC").must_move) == (0, ())
    assert moved("one", HELD, "A").turns_on == "each"


def test_under_silence_nobody_has_to_agree_and_opponents_have_to_hold_still() -> None:
    found = moved("silence", HELD, "ABCF")
    assert (found.needed, found.short, found.must_move, found.turns_on) == (0, 0, ("A", "B"), "each")
    assert moved("silence", HELD, "CF").turns_on == ""


def test_a_rule_that_is_none_is_refused_with_the_rules_there_are() -> None:
    with pytest.raises(BadCall, match=f"use one of {', '.join(NEEDED)}"):
        moved("lottery", HELD, "A")
