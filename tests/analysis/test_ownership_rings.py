"""Shares that companies hold in themselves or in each other are for review only where they could decide."""

import random
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from briefer.analysis.ownership import ripple
from briefer.analysis.ownership_rings import TREATED
from briefer.model.facts import Link, Range
from briefer.model.ripple import Ripple
from tests.analysis.holdings import REGIMES, world

DAY = date(2025, 3, 31)
LIMIT = Fraction(50)


def said(text: str, listed: str, rule: str = "us", stated: Iterable[Link] = ()) -> Ripple:
    return ripple(world(text, listed, stated), rule, DAY, tuple(listed))


@pytest.mark.parametrize(
    ("text", "review"),
    [
        ("X45 A; A10 A", "A"),
        ("X44.9999 A; A10 A", ""),
        ("X1 A; A60 A", ""),
        ("X25+Y20 A; A10 A", "A"),
        ("X25+Y19 A; A10 A", ""),
        ("X45+Z45 A; A10 A", "A"),
        ("X1 A; A99 A", "A"),
    ],
)
def test_shares_in_oneself_matter_only_where_the_rest_is_held_half(text: str, review: str) -> None:
    found = said(text, "XY")
    assert "".join(found.review) == review
    assert [each.id for each in found.not_blocked] == ([] if review else ["A"])


@pytest.mark.parametrize(
    ("text", "review"),
    [("X20 A; A? A; Z20 A", "A"), ("X20 A; A? A; Z20.01 A", ""), ("X1 A; A? A", "A"), ("X0 A; A? A", "")],
)
def test_a_share_in_oneself_that_is_not_stated_is_at_most_what_others_leave(text: str, review: str) -> None:
    assert "".join(said(text, "X").review) == review


def test_a_company_half_held_is_blocked_whatever_it_holds_of_itself() -> None:
    found = said("X50 A; A10 A", "X")
    assert (found.before, found.freed, found.review) == (("A", "X"), ("A", "X"), ())


def test_half_of_the_rest_is_not_more_than_half_in_britain_where_each_holder_stands_alone() -> None:
    assert said("X45 A; A10 A", "X", "uk").review == ()
    assert said("X45.01 A; A10 A", "X", "uk").review == ("A",)
    assert said("X30+Y30 A; A40 A", "XY", "uk").review == ()


def test_in_britain_a_share_in_the_ring_whose_holder_is_listed_is_that_holders_own() -> None:
    assert said("Y40+B25 A; A10 B", "YB", "uk").review == ()
    assert said("Y40+B25 A; A10 B", "Y", "uk").review == ("A",)


def test_a_ring_matters_only_where_it_hides_enough() -> None:
    assert said("X40+B60 A; A60 B", "X").review == ("A", "B")
    assert said("X19+B60+Z21 A; A60 B", "X").review == ()
    assert said("X20+B60+Z20 A; A60 B", "X").review == ("A", "B")
    assert said("X51+B20 A; A60 B", "X", "uk").before == ("A", "B", "X")


def test_one_ring_may_hide_what_another_one_depends_on() -> None:
    found = said("X45 A; A10 A; A45 B; B10 B", "X")
    assert found.review == ("A", "B")
    assert [doubt.kind for doubt in found.reasons] == ["cycle", "cycle"]


def test_what_is_judged_inside_a_ring_opens_the_rest_of_it() -> None:
    found = said("X! B; X10+B45+Z40 A; A10 B", "X", "eu")
    assert found.review == ("A", "B")
    assert [(doubt.id, doubt.kind) for doubt in found.reasons] == [("A", "owner"), ("B", "control")]


def test_where_an_unstated_share_decides_already_the_ring_is_not_asked() -> None:
    found = said("X? A; A10 A", "X")
    assert (found.indeterminate, found.review) == (("A",), ())


def test_the_sentence_says_who_holds_what_and_what_is_left_out() -> None:
    ends = "whether that counts, a person has to judge."
    own = said("X45 A; A10 A", "X").reasons[0].why
    rest = "which is at least 50 per cent of what is left without"
    held = f"X Holding (X) holds 45 per cent of A Holding (A), {rest}"
    assert own == f"{held} the 10 per cent that A Holding (A) itself holds of it; {ends}"
    ring = said("X26+Y20+B4 A; A6 A; A60 B", "XY", "eu").reasons[0].why
    two = f"X Holding (X) and Y Holding (Y) hold 46 per cent of A Holding (A), {rest} the 10 per cent that"
    assert ring == f"{two} B Holding (B) and A Holding (A) itself hold of it in a ring of companies; {ends}"


def test_the_sentence_says_where_shares_are_not_stated_exactly() -> None:
    bounded = Link(kind="Ownership", subject="X", object="A", range=Range(least=Decimal(20), most=Decimal(46)))
    (doubt,) = said("A? A; Y10 A", "X", "uk", [bounded]).reasons
    assert "holds up to 46 per cent of A Holding (A), which may be more than 50 per cent of" in doubt.why
    assert "without the shares that A Holding (A) itself holds of it, of a size not stated or not agreed;" in doubt.why


@pytest.mark.parametrize("rule", REGIMES)
def test_the_answer_says_how_such_shares_are_counted_where_it_reaches_them(rule: str) -> None:
    notes = [note for note in said("X20 A; A10 A", "X", rule).notes if "holds in itself" in note]
    assert [note.endswith(TREATED[REGIMES[rule]]) for note in notes] == [True]
    assert not any("holds in itself" in note for note in said("X20 A; B10 B", "X", rule).notes)


def test_random_self_holdings_agree_with_fractions() -> None:
    dice = random.Random(13)
    for _ in range(2000):
        mine, own = dice.randint(0, 60), dice.randint(1, 40)
        review = bool(mine) and mine < LIMIT and Fraction(100 * mine, 100 - own) >= LIMIT
        assert said(f"X{mine} A; A{own} A", "X").review == (("A",) if review else ())
