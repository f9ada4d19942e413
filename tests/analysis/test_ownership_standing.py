"""Who is blocked through the owners alone, by which holdings, and when that is open."""

from dataclasses import replace
from datetime import date

from briefer.analysis.ownership import case
from briefer.analysis.ownership_standing import owned, with_cautions, with_frozen, with_owners
from briefer.model.facts import LATER, Confidence
from briefer.model.relief import Owned, Relief
from tests.analysis.holdings import LISTING, world

DAY = date(2025, 3, 31)


def through(text: str, listed: str, id: str) -> Owned | None:
    return owned(case(world(text, listed), "us", DAY), id)


def test_a_company_that_blocked_owners_hold_together_is_blocked_by_those_holdings() -> None:
    found = through("X25+Y25 A", "XY", "A")
    assert found
    assert (found.status, found.why) == ("blocked", ())
    assert [(step.owner, step.asset, int(step.percentage)) for step in found.path] == [("X", "A", 25), ("Y", "A", 25)]
    assert [(each.owner, each.share) for each in found.grounds] == [("X", 25), ("Y", 25)]
    assert dict(found.names) == {"A": "A Holding", "X": "X Holding", "Y": "Y Holding"}
    assert found.confidence is Confidence.VERIFIED
    assert "FAQs 398" in found.citation


def test_a_chain_is_told_from_the_listed_owner_downwards() -> None:
    found = through("X50 A; A50 B", "X", "B")
    assert found
    assert [step.owner for step in found.path] == ["X", "A"]


def test_a_share_that_nobody_states_leaves_it_open_and_never_verified() -> None:
    found = through("X? A", "X", "A")
    assert found
    assert (found.status, found.path, found.confidence) == ("open", (), Confidence.TO_BE_VERIFIED)
    assert found.why
    assert [each.owner for each in found.grounds] == ["X"]


def test_a_listing_of_its_own_a_small_share_and_a_stranger_give_nothing() -> None:
    assert through("X60 A", "XA", "A") is None
    assert through("X49.99 A", "X", "A") is None
    assert through("X60 A", "X", "nobody") is None
    assert through("X60 A", "X", "X") is None


def test_an_open_listing_of_its_own_does_not_make_what_its_owners_keep_blocked_open() -> None:
    late = replace(LISTING["US"], note=LATER)

    def asked(text: str) -> Owned | None:
        people = world(text, "X")
        return owned(
            case([replace(each, designations=(late,)) if each.id == "A" else each for each in people], "us", DAY), "A"
        )

    found = asked("X60 A")
    assert found
    assert found.status == "blocked"
    assert asked("X10 A") is None


def test_an_answer_says_whether_anything_else_is_in_force_beside_the_block() -> None:
    asked = case(world("X60 A", "X"), "us", DAY)
    bare, beside = with_owners(
        (Relief(id="A", caption="A", as_of=DAY), Relief(id="A", caption="A", as_of=DAY, klass="B")), asked
    )
    assert bare.owned
    assert beside.owned
    assert bare.owned.says == "not listed, but blocked through its owners; that block ends with theirs"
    assert beside.owned.says.startswith("blocked through its owners beside what it is listed for")
    (none,) = with_owners((Relief(id="X", caption="X", as_of=DAY),), asked)
    assert none.owned is None


def test_what_other_regimes_freeze_through_owners_stays_with_path_and_confidence() -> None:
    abroad = [case(world("X51 A; A51 B", "X"), rule, DAY) for rule in ("eu", "uk")]
    (found,) = with_frozen((Relief(id="B", caption="B", as_of=DAY),), abroad)
    assert [(one.regime, one.basis, one.confidence) for one in found.remains] == [
        ("EU", "owners", Confidence.PARTLY),
        ("UK", "owners", Confidence.PARTLY),
    ]
    assert [[step.asset for step in one.owned.path] for one in found.remains if one.owned] == [["A", "B"], ["A", "B"]]
    assert all(one.owned and one.owned.says.startswith("frozen through its owners") for one in found.remains)
    (open_,) = with_frozen((Relief(id="A", caption="A", as_of=DAY),), [case(world("X? A", "X"), "eu", DAY)])
    assert [one.owned.says for one in open_.remains if one.owned] == ["whether it is frozen through its owners is open"]
    (free,) = with_frozen((Relief(id="X", caption="X", as_of=DAY),), abroad)
    assert free.remains == ()


def test_a_blocked_owner_with_too_little_may_not_sign() -> None:
    asked = case(world("X49.99 A; X60 B; Y10 A", "X"), "us", DAY)
    small, held, listed, stranger = with_cautions(
        with_owners((Relief(id=id, caption=id, as_of=DAY) for id in ("A", "B", "X", "Z")), asked), asked
    )
    (said,) = small.notes
    assert said.startswith("X Holding (X), who is blocked, holds 49.99 per cent of it: too little to block it")
    assert held.notes == listed.notes == stranger.notes == ()
