"""How many hands a statement passed through is counted from its chain and from its source's publisher."""

import pytest

from briefer.analysis.chains import UNNAMED, hands, publishers, worded
from briefer.model.policy import Position, Source
from briefer.model.stances import Hands
from tests.stretched import unsaid


def said(chain: str, **more: str) -> Position:
    facts = {"id": "p", "holder": "Anna Beispiel", "issue": "i", **more}
    return Position(stance=1, chain=chain, **facts)  # type: ignore[arg-type]


def source(publisher: str, kind: str = "press") -> Source:
    return Source(id="s", title="T", publisher=publisher, kind=kind)


CHAINS = {
    "a recording that is our source": ("Speech", (), "first"),
    "an outlet that was there": ("Remarks in Paris → The Daily", ("The Daily",), "first"),
    "an outlet that repeats another": ("Interview → Agency → The Daily, translated", ("Agency", "The Daily"), "second"),
    "an outlet without an occasion": ("Background in The Daily", ("Background in The Daily",), "first"),
    "an agency without an occasion": ("Agency -> The Daily", ("Agency", "The Daily"), "second"),
    "unnamed people who speak of the holder": (
        "Two unnamed people → Agency → The Daily",
        ("Two unnamed people", "Agency", "The Daily"),
        "second",
    ),
    "the holder's own name": ("Ms Beispiel → The Daily", ("The Daily",), "first"),
    "a re-host": ("Speech → re-host; original not opened", ("an outlet that is not named", "re-host"), "second"),
    "a copy of a named outlet": ("Agency → relay in Chinese (cut)", ("Agency", "relay in Chinese"), "second"),
    "a translator": ("Speech → translated by Agency; also elsewhere", ("Agency",), "first"),
    "empty steps": ("→ Remarks → The Daily →", ("The Daily",), "first"),
}  # fmt: skip


@pytest.mark.parametrize("name", CHAINS)
def test_the_hands_of_a_chain_are_its_steps_after_the_occasion(name: str) -> None:
    chain, passed, hand = CHAINS[name]
    found = hands(said(chain))
    assert (found.hands, found.length, found.hand) == (passed, len(passed), hand)
    assert found.origin == (passed[0] if passed else "")


def test_what_is_only_reported_is_second_hand_whatever_the_chain_says() -> None:
    assert hands(said("Remarks → The Daily", basis="reported")).hand == "second"


def test_without_a_chain_nothing_is_known() -> None:
    assert hands(said("")) == hands(said(""), source("The Daily")) == Hands()


def test_the_holders_own_text_has_passed_through_no_hands() -> None:
    found = hands(said(""), source("Ministry", "statement"))
    assert (found.length, found.hand) == (0, "first")


PUBLISHERS = {
    "Agency, carried by The Daily": ("Agency", "The Daily"),
    "Agency, relayed in Chinese by The Daily": ("Agency", "The Daily"),
    "Agency via The Daily": ("Agency", "The Daily"),
    "The Daily, after the Agency": ("the Agency", "The Daily"),
    "The Daily": (),
    "": (),
}


@pytest.mark.parametrize("publisher", PUBLISHERS)
def test_a_publisher_names_the_outlet_that_it_repeats(publisher: str) -> None:
    assert publishers(source(publisher)) == PUBLISHERS[publisher]


@pytest.mark.parametrize(
    "chain", ["", "E-mail to an agency → The Daily", "Remarks → Agency → The Daily", "Remarks → re-host"]
)
def test_the_publisher_adds_the_hands_that_the_chain_leaves_out(chain: str) -> None:
    found = hands(said(chain), source("The Agency, carried by The Daily"))
    assert found.hands == ("The Agency", "The Daily")
    assert found.rests_on_copy
    assert found.hand == "second"


def test_hands_before_those_that_the_publisher_names_are_kept() -> None:
    found = hands(said("Private remarks → spokesman → Agency → The Daily"), source("The Daily, citing Agency"))
    assert found.hands == ("spokesman", "Agency", "The Daily")


def test_a_chain_says_whether_the_words_are_translated_and_copied() -> None:
    assert hands(said("Speech, in Russian → The Daily, translated")).translated
    assert not hands(said("Speech → The Daily")).translated
    assert hands(said("Speech → re-host")).rests_on_copy
    assert not hands(said("Speech → The Daily")).rests_on_copy


@pytest.mark.usefixtures("stretched")
def test_an_outlet_that_is_not_named_is_told_in_the_language_spoken_and_counted_as_ever() -> None:
    found = hands(said("Speech → re-host; original not opened"))
    assert found.hands == (UNNAMED, "re-host")
    assert unsaid([worded(hand) for hand in found.hands], "re-host") == []
