"""What a decision is at odds with is said, and the decision is taken."""

import pytest

from briefer.library import Library
from briefer.library.standing import against
from briefer.model.answers import Feature, Sameness
from briefer.model.errors import BadCall

from .lists import listing, record


@pytest.fixture
def three(library: Library) -> Library:
    for of, publisher in (("ofac-sdn", "OFAC"), ("eu-fsf", "EU"), ("uk-sanctions", "UK")):
        id = of[:2]
        names = (record(f"{id}-1", "Oleg Obraztsov"), record(f"{id}-2", "Northern Bank", schema="Company"))
        library.import_list(listing(*names, published="2025-01-01", of=of, publisher=publisher))
    return library


def test_a_no_between_records_that_others_join_is_named(three: Library) -> None:
    three.decide("of-1", "eu-1", "yes", by="A")
    three.decide("uk-1", "eu-1", "yes", by="A")
    (said,) = three.decide("of-1", "uk-1", "no", by="B").warnings
    assert said.startswith("Other decisions make the two one: eu-1 and of-1 (yes, by A on ")
    assert "eu-1 and uk-1 (yes, by A on " in said
    assert [each.decision for each in three.decisions(("of-1",))] == ["yes", "no"]


def test_a_yes_between_records_that_others_keep_apart_is_named(three: Library) -> None:
    three.decide("of-1", "uk-1", "no", by="B")
    assert three.decide("of-1", "eu-1", "yes", by="A").warnings == ()
    (said,) = three.decide("uk-1", "eu-1", "yes", by="A").warnings
    assert said.startswith("Other decisions keep the two apart: of-1 and uk-1 (no, by B on ")


def test_a_person_and_a_bank_are_taken_for_one_with_a_reason_and_a_warning(three: Library) -> None:
    with pytest.raises(BadCall, match="score 0 of 100, and pairs are proposed from 85 on; say with --why TEXT"):
        three.decide("of-1", "eu-2", "yes", by="A", why=" ")
    assert tuple(three.decisions()) == ()
    made = three.decide("of-1", "eu-2", "yes", by="A", why="the bank is a cover name")
    assert made.warnings == ("The two have little in common: they score 0 of 100, and name, kind differ.",)
    assert made.decision == "yes"


def test_whoever_overturns_another_is_told_whom(three: Library) -> None:
    assert three.decide("of-1", "eu-1", "yes", by="A", why="same birth").warnings == ()
    assert three.decide("of-1", "eu-1", "yes", by="B").warnings[0].startswith("A had decided the same on ")
    assert three.decide("of-1", "eu-1", "no", by="B").warnings == ()
    (said,) = three.decide("of-1", "eu-1", "yes", by="A").warnings
    assert (said.startswith("This overturns what B decided on "), said.endswith(": no.")) == (True, True)
    (said,) = three.decide("of-1", "eu-1", "undo", by="C").warnings
    assert said.endswith(": yes.")


@pytest.mark.parametrize(
    ("differing", "said"),
    [
        ((), "they score 40 of 100."),
        (("birth",), "they score 40 of 100, and birth differs."),
        (("birth", "country"), "they score 40 of 100, and birth, country differ."),
    ],
)
def test_a_pair_that_has_little_in_common_is_told_with_what_differs(differing: tuple[str, ...], said: str) -> None:
    features = tuple(Feature(name=name, a=(), b=(), says="differs", points=0) for name in differing)
    pair = Sameness(a="a-1", b="b-1", a_caption="A", b_caption="B", score=40, features=features)
    assert list(against(pair, "yes", "A", ())) == [f"The two have little in common: {said}"]
