"""An answer says what each of its holdings rests on, and which holdings are not of the day."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from briefer.analysis.ownership import ripple
from briefer.model.facts import Confidence, Link, Range
from briefer.model.ripple import Apart, Ground, Ripple
from tests.analysis.holdings import on, world
from tests.analysis.test_ownership import link

DAY = date(2025, 3, 31)


def said(
    stated: Iterable[Link], listed: str, delist: str, text: str = "", same: Iterable[tuple[str, str]] = ()
) -> Ripple:
    return ripple(world(text, listed + delist, stated), "us", DAY, tuple(delist), same=same)


def rests(found: Ripple) -> list[tuple[str, str]]:
    return [(each.owner, each.asset) for each in found.grounds]


def test_a_ground_carries_date_source_and_confidence() -> None:
    held = link("X", "A", "55.0", as_of=on("2023-05-03"), start=on("2020"), sources=("SRC-12",), origin="one@2025")
    (ground,) = said([held], "", "X").grounds
    assert ground == Ground(
        owner="X",
        asset="A",
        share=Decimal("55.0"),
        as_of="2023-05-03",
        since="2020",
        sources=("SRC-12",),
        origin="one@2025",
        confidence=Confidence.VERIFIED,
    )


def test_a_statement_of_after_the_day_is_marked_and_an_earlier_one_outweighs_it() -> None:
    later = link("X", "A", "55", as_of=on("2025-06-01"))
    assert [each.after for each in said([later], "", "X").grounds] == [True]
    earlier = link("X", "A", "60", as_of=on("2024-06-01"))
    assert [each.share for each in said([later, earlier], "", "X").grounds] == [Decimal(60)]


def test_every_list_that_states_a_holding_is_named_and_a_statement_twice_made_once() -> None:
    held = [link("X", "A", "55", origin=origin) for origin in ("two@2025", "one@2025")]
    again = link("X", "A", "55", origin="one@2025", role="shareholder")
    assert [each.origin for each in said([*held, again], "", "X").grounds] == ["one@2025", "two@2025"]


def test_shares_in_doubt_and_what_the_blocked_hold_of_the_not_blocked_are_grounded_too() -> None:
    assert rests(said([], "Y", "X", "X? A; Y20 A; Z10 A")) == [("X", "A"), ("Y", "A")]
    assert rests(said([], "Y", "X", "X20 A; Y20 A; Z10 A")) == [("X", "A"), ("Y", "A")]
    assert rests(said([], "Y", "X", "X20 A; A60 B; Z10 B")) == [("A", "B"), ("X", "A")]
    assert rests(said([], "Y", "X", "X60 A; A70 B; Y60 C")) == [("A", "B"), ("X", "A")]


def test_a_printed_share_that_is_no_number_is_kept_as_printed() -> None:
    held = [link("X", "A", stated="a quarter"), link("X", "B", "60", stated="60 %")]
    assert [each.unread for each in said(held, "", "X").grounds] == ["a quarter", ""]


def test_ids_that_are_one_share_their_grounds() -> None:
    found = said([link("Q", "A", "60")], "", "X", same=[("Q", "X")])
    assert rests(found) == [("Q", "A")]


def test_what_is_over_and_what_is_still_to_come_is_apart() -> None:
    held = [
        link("X", "A", "60", end=on("2024-06-30"), ended=True, sources=("SRC-1",)),
        link("X", "B", end=on("2023"), ended=True),
        link("X", "C", "10", start=on("2025-06-01"), range=None),
        link("X", "D", range=Range(least=Decimal(25)), ended=True),
    ]
    days = [(each.asset, each.why, each.day, each.exact) for each in said(held, "", "X").apart]
    assert days == [
        ("A", "ended", "2024-06-30", True),
        ("B", "ended", "2023", False),
        ("C", "later", "2025-06-01", True),
        ("D", "ended", "", False),
    ]
    assert said(held, "", "X").apart[0] == Apart(
        owner="X", asset="A", share=Decimal(60), why="ended", day="2024-06-30", exact=True, sources=("SRC-1",)
    )
    assert dict(said(held, "", "X").captions)["D"] == "D Holding"


def test_apart_are_holdings_of_all_whom_the_delisted_reach_and_of_the_blocked_in_them() -> None:
    over = [link(owner, asset, "10", ended=True) for owner, asset in ("AE", "YA", "ZA", "YF")]
    found = said(over, "Y", "X", "X60 A; Z10 B")
    assert [(each.owner, each.asset) for each in found.apart] == [("A", "E"), ("Y", "A")]
