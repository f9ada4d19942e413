"""Acts later than the day asked for are said to be later, wherever a text of the rulebook names them."""

from datetime import date

import pytest

from briefer.analysis.enacted import later_acts, marked, named_in
from briefer.model.law import Authority
from briefer.rulebook import in_words
from tests.stretched import unsaid

ROWS = (
    Authority(id="CAATSA", title="Act", kind="statute", dated=date(2017, 8, 2), cited=("22 USC 9511", "22 USC 9522")),
    Authority(id="EO 13757", title="Order", kind="order", dated=date(2016, 12, 28)),
    Authority(id="EO 1", title="Undated", kind="order"),
)
BEFORE = later_acts(ROWS, date(2016, 6, 1))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("22 USC 9511(a)(2)(B)", "22 USC 9511(a)(2)(B) (22 USC 9511: enacted later, on 2 August 2017)"),
        (
            "EO 13694 as amended by EO 13757",
            "EO 13694 as amended by EO 13757 (EO 13757: issued later, on 28 December 2016)",
        ),
        ("22 USC 9511 and 22 USC 9522", "22 USC 9511 and 22 USC 9522 (22 USC 9511: enacted later, on 2 August 2017)"),
        ("22 USC 95111", "22 USC 95111"),
        ("EO 1; 50 USC 1701 ff.", "EO 1; 50 USC 1701 ff."),
    ],
)
def test_a_later_act_is_marked_once_where_it_is_named(text: str, said: str) -> None:
    assert marked(text, BEFORE) == said


def test_two_acts_of_one_day_are_both_marked() -> None:
    both = later_acts(
        (
            Authority(id=f"PL 117-{number}", title="Act", kind="statute", dated=date(2022, 4, 8))
            for number in (109, 110)
        ),
        date(2022, 4, 1),
    )
    assert [act.name for act in named_in("PL 117-109 and PL 117-110", both)] == ["PL 117-109", "PL 117-110"]


def test_an_act_of_the_day_or_before_is_not_later() -> None:
    assert later_acts(ROWS, date(2017, 8, 2)) == ()
    assert {act.name for act in later_acts(ROWS, date(2017, 8, 1))} == {"CAATSA", "22 USC 9511", "22 USC 9522"}


def test_a_later_act_can_be_told_in_a_sentence() -> None:
    (act,) = named_in("not kept in force by 22 USC 9522", BEFORE)
    assert act.sentence == "22 USC 9522 is later than this day: it was enacted on 2 August 2017."


@pytest.mark.usefixtures("stretched")
def test_a_later_act_is_told_of_in_the_language_spoken() -> None:
    own = [(act.name, in_words(act.day)) for act in BEFORE]
    assert unsaid([(act.mark, act.sentence) for act in BEFORE], own) == []
