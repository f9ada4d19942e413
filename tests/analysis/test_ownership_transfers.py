"""A divestment by somebody blocked is for review, from the day on which OFAC asked for that; it decides nothing."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest

from briefer.analysis.ownership import ripple
from briefer.model.facts import Designation, Entity, Link
from briefer.model.ripple import Ripple
from tests.analysis.holdings import LISTING, entity, on
from tests.analysis.test_ownership import bounded, link

BEFORE, AFTER = date(2026, 3, 30), date(2026, 3, 31)
LISTED = replace(LISTING["US"], start=on("2022-04-06"))

VECTORS = (
    ("the whole sold after the listing", [("X", "60", "2022-04-20")], "transfer"),
    ("sold within a year before the listing", [("X", "60", "2021-04-06")], "transfer"),
    ("sold longer before", [("X", "60", "2021-04-05")], ""),
    ("sold on a day that is not known", [("X", "60", "")], "transfer"),
    ("sold below half", [("X", "60", "2022-04-20"), ("X", "49", None)], "transfer"),
    ("half held together with another who is blocked", [("X", "20", "2022-04-20"), ("Y", "30", None)], "transfer"),
    ("never half", [("X", "49", "2022-04-20")], ""),
    ("a share that was not stated", [("X", None, "2022-04-20")], "transfer"),
    ("one who is not blocked", [("Z", "60", "2022-04-20"), ("X", "10", None)], ""),
    ("still half", [("X", "60", "2022-04-20"), ("X", "50", None)], "blocked"),
    ("less sold than is still held", [("X", "30", "2022-04-20"), ("X", "40", None)], ""),
    ("parts sold together", [("X", "25", "2022-04-20"), ("X", "25", "2022-04-20")], "transfer"),
    ("parts held at different times", [("X", "25", "2022-04-20"), ("X", "25", "2023-04-20")], ""),
)
"""What is on record of A: who held what, until when (None: still; empty: not known); and what that makes of A."""


def held(owner: str, share: str | None, until: str | None, place: int) -> Link:
    end = {"ended": until is not None} | ({"end": on(until)} if until else {})
    return link(owner, "A", share, role=str(place), **end)


def people(links: Iterable[Link], listed: Iterable[str] = "XY", **starts: Designation) -> list[Entity]:
    every = list(links)
    ids = sorted({end for each in every for end in (each.subject, each.object)} | {"X", "Y"})
    return [
        entity(
            id,
            *((starts.get(id, LISTED),) if id in listed else ()),
            links=[each for each in every if each.subject == id],
        )
        for id in ids
    ]


def asked(links: Iterable[Link], day: date = AFTER, delist: str = "X", rule: str = "us") -> Ripple:
    return ripple(people(links), rule, day, (delist,))


@pytest.mark.parametrize(("rows", "wanted"), [row[1:] for row in VECTORS], ids=[row[0] for row in VECTORS])
def test_the_vectors_are_for_review_as_they_say(rows: list[tuple[str, str | None, str | None]], wanted: str) -> None:
    links = [held(*row, place) for place, row in enumerate(rows)]
    found = asked(links)
    assert [doubt.kind for doubt in found.reasons if doubt.id == "A"] == (["transfer"] if wanted == "transfer" else [])
    assert ("A" in found.before) is (wanted == "blocked")
    assert ("A" in found.review, "A" in found.uncertain) == (wanted == "transfer", wanted == "transfer")
    assert "A" not in asked(links, BEFORE).review


@pytest.mark.parametrize(("rule", "day"), [("us", BEFORE), ("eu", date(2026, 3, 30)), ("uk", date(2026, 3, 30))])
def test_what_went_to_a_relative_is_told_as_a_fact_where_no_guidance_speaks_of_it(rule: str, day: date) -> None:
    kin = Link(kind="Family", subject="X", object="K", role="wife")
    links = [held("X", "60", "2026-03-19", 0), held("K", "10", None, 1), kin]
    people_ = people(links, X=LISTING[rule.upper()])
    found = ripple(people_, rule, day, ("X",))
    said = "X Holding (X) held 60 per cent of A Holding (A) until 19 March 2026, 11 days before 30 March 2026; "
    assert f"{said}K Holding (K), of the same family, now has a part of it." in found.notes
    assert "A" not in (*found.review, *found.before)
    assert not any("of the same family" in note for note in ripple(people_, rule, day, ("Y",)).notes)
    apart = [each for each in links if each is not kin]
    assert not any("family" in note for note in ripple(people(apart), rule, day, ("X",)).notes)
    assert not any("family" in note for note in asked(links).notes)


def test_a_flag_decides_nothing() -> None:
    links = [held("X", "60", "2022-04-20", 0), link("A", "B", "80")]
    early, late = (asked(links, day) for day in (BEFORE, AFTER))
    assert (late.before, late.after, late.freed) == (early.before, early.after, early.freed)
    assert (late.review, late.indeterminate) == (("A", "B"), ())
    assert late.reasons[-1].why == "B Holding (B) depends on A Holding (A), whose own status is open."


def test_the_reason_says_what_was_held_until_when_and_who_asks_for_a_review() -> None:
    (doubt,) = asked([held("X", "60.50", "2022-04-08", 0)]).reasons
    assert doubt.why == (
        "X Holding (X) held 60.5 per cent of A Holding (A) until 8 April 2022, "
        "2 days after the listing of 6 April 2022; "
        "OFAC looks past formal records of shares after a divestment, and a person has to judge whether the transfer "
        "was a sham (OFAC, Guidance on Sham Transactions and Sanctions Evasion, 31 March 2026)."
    )
    (undated,) = asked([held("X", None, "", 0)]).reasons
    assert undated.why.startswith("X Holding (X) held a share of A Holding (A) until a day not stated; OFAC")
    (before,) = asked([held("X", "60", "2022-04-01", 0)]).reasons
    assert ", 5 days before the listing of 6 April 2022; " in before.why


def test_a_transfer_after_which_a_relative_has_a_part_is_for_review_whenever_it_was() -> None:
    sold = held("X", "60", "2010-01-01", 0)
    assert asked([sold, link("W", "A", "60")]).review == ()
    for family in (
        Link(kind="Family", subject="X", object="W", role="wife"),
        Link(kind="Family", subject="W", object="X"),
    ):
        found = asked([sold, link("W", "A", "60"), family])
        assert found.review == ("A",)
        assert found.reasons[0].why.endswith(" W Holding (W), of the same family, now has a part of it.")


def test_a_freed_company_is_not_certainly_free_where_another_blocked_owner_sold_his_part() -> None:
    found = asked([held("X", "60", None, 0), held("Y", "60", "2023-01-01", 1)])
    assert ("A" in found.freed, found.review) == (True, ("A",))


def test_a_range_that_ended_counts_with_the_most_it_can_have_been() -> None:
    sold = replace(bounded("X", "A", "25", "50"), ended=True, end=on("2023"))
    assert asked([sold]).review == ("A",)
    assert "held a share of" in asked([sold]).reasons[0].why


def test_where_no_guidance_of_the_regime_is_out_nothing_is_flagged() -> None:
    people_abroad = [
        replace(each, designations=tuple(LISTING.values())) for each in people([held("X", "60", "2023-01-01", 0)])
    ]
    for rule in ("eu", "uk"):
        assert not any(doubt.kind == "transfer" for doubt in ripple(people_abroad[1:], rule, AFTER, ("X",)).reasons)


def test_shares_keep_their_exactness_beside_a_finer_one_that_ended() -> None:
    found = asked([held("X", "0.000001", "2023-01-01", 0), held("Y", "49.9999", None, 1)])
    assert found.review == ()
    exact = asked([held("X", "0.0001", "2023-01-01", 0), held("Y", "49.9999", None, 1)])
    assert exact.review == ("A",)


OFF = replace(LISTED, start=on("2018-04-06"), until=on("2019-01-27"), ended=True)


def came_off(day: date = AFTER, rule: str = "us", share: str = "44.95", listing: Designation = OFF) -> list[str]:
    found = ripple(people([link("X", "A", share)], "XA", A=listing), rule, day, ("X",))
    return [note for note in found.notes if "came off" in note]


def test_a_company_off_the_list_of_which_the_delisted_holds_less_than_half_calls_for_a_look() -> None:
    (note,) = came_off()
    off = "A Holding (A) came off the US list (27 January 2019)"
    held = f"{off}, and X Holding (X), who is listed, holds 44.95 per cent of it"
    assert note.startswith(f"{held}; OFAC looks past formal records of shares after a divestment: ")
    assert note.endswith("was a sham (OFAC, Guidance on Sham Transactions and Sanctions Evasion, 31 March 2026).")
    assert came_off(listing=replace(OFF, until=None))[0].startswith("A Holding (A) came off the US list, and X Holding")


def test_the_look_is_asked_for_from_the_day_of_the_guidance_below_half_and_off_the_list_only() -> None:
    assert came_off(BEFORE) == came_off(rule="uk") == came_off(share="50") == came_off(share="0") == []
    assert came_off(listing=LISTED) == came_off(listing=replace(LISTED, start=on("2027-01-01"))) == []
    assert came_off(listing=replace(OFF, regime="UK")) == []


def test_a_company_off_the_list_that_the_delisted_does_not_reach_is_not_told() -> None:
    everybody = people([link("X", "A", "44.95"), link("Y", "B", "10"), link("Z", "C", "44.95")], "XYA", A=OFF)
    assert not any("came off" in note for note in ripple(everybody, "us", AFTER, ("Y",)).notes)
