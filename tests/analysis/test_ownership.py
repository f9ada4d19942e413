"""Delisting an owner frees only what nobody else holds: the vectors, the paths, what is open, and a plain reference."""

import random
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefer.analysis.ownership import answer, case, ripple
from briefer.model.errors import BadCall
from briefer.model.facts import LATER, Designation, Entity, Link, PartialDate, Range
from briefer.model.ripple import Decided, Ripple, Step
from tests.analysis.holdings import LISTING, REGIMES, entity, links, on, world

DAY = date(2025, 3, 31)

VECTORS = (
    ("1", "X50 A", "X", "A", "A", ""),
    ("2", "X25+Y25 A", "XY", "A", "A", ""),
    ("3", "X50 A; A50 B", "X", "AB", "AB", ""),
    ("4", "X25 A, X25 B; A50+B50 C", "X", "", "", ""),
    ("5", "X50 A; X10+A40 B", "X", "AB", "AB", ""),
    ("6", "X50 A, X50 B; A25+B25 C", "X", "ABC", "ABC", ""),
    ("7", "X50 A, X25 B; A25+B25 C", "X", "A", "A", ""),
    ("8", "X30+Y30 A; A100 B", "XY", "AB", "AB", ""),
    ("10", "A60 B, B60 A", "", "", "", ""),
    ("11", "X40+B60 A; A60 B", "X", "", "", ""),
    ("12", "X50+B50 A; A60 B", "X", "AB", "AB", ""),
    ("13", "X49.99 A; X! A", "X", "", "", ""),
    ("14", "X44.95 A; A56.88 B", "X", "", "", ""),
    ("15", "X51 A; A51 B", "X", "AB", "AB", "AB"),
)
"""Number, holdings, who is listed, and which companies the US, the EU from 3 July 2024 and the UK block with them."""


def said(text: str, listed: str, delist: str, rule: str = "us", day: date = DAY, stated: Iterable[Link] = ()) -> Ripple:
    return ripple(world(text, listed + delist, stated), rule, day, tuple(delist))


@pytest.mark.parametrize(("number", "text", "listed", "us", "eu", "uk"), VECTORS, ids=[row[0] for row in VECTORS])
def test_the_vectors_block_what_they_say(number: str, text: str, listed: str, us: str, eu: str, uk: str) -> None:
    for name, companies in (("us", us), ("eu", eu), ("uk", uk)):
        found = ripple(world(text, listed), name, DAY, ())
        assert "".join(found.before) == "".join(sorted(companies + listed)), (number, name)
        assert found.after == found.before


@pytest.mark.parametrize("rule", REGIMES)
def test_vector_8b_delisting_one_of_two_owners_frees_the_company_and_what_it_holds(rule: str) -> None:
    found = said("X30+Y30 A; A100 B", "X", "Y", rule)
    assert found.after == ("X",)
    assert "".join(found.freed) == ("Y" if rule == "uk" else "ABY")


@pytest.mark.parametrize("rule", REGIMES)
def test_vector_9_a_listing_of_its_own_survives_the_owners_delisting(rule: str) -> None:
    found = said("X80 A; A60 B", "A", "X", rule)
    assert (found.before, found.after, found.freed) == (("A", "B", "X"), ("A", "B"), ("X",))
    step = Step(owner="A", asset="B", percentage=Decimal(60))
    assert found.still_blocked == (Decided(id="A", path="own listing"), Decided(id="B", path=(step,)))


def test_vector_11_a_ring_that_hides_the_sole_outside_owner_is_for_review() -> None:
    found = said("X40+B60 A; A60 B", "", "X")
    assert (found.freed, found.review, found.indeterminate) == (("X",), ("A", "B"), ())
    assert [(doubt.id, doubt.kind) for doubt in found.reasons] == [("A", "cycle"), ("B", "owner")]


@pytest.mark.parametrize(("rule", "kind"), [("us", "caution"), ("eu", "control"), ("uk", "control")])
def test_vector_13_control_just_below_half_is_for_review(rule: str, kind: str) -> None:
    found = said("X49.99 A; X! A; A100 B", "", "X", rule)
    assert [doubt.kind for doubt in found.reasons if doubt.id == "A"] == [kind]
    assert "".join(found.review) == ("A" if rule == "us" else "AB")
    assert "".join(found.uncertain) == ("" if rule == "us" else "AB")


def test_vector_16_the_eu_asked_for_more_than_half_before_3_july_2024() -> None:
    assert said("X50 A", "X", "", "eu", date(2024, 7, 2)).before == ("X",)
    assert said("X50 A", "X", "", "eu", date(2024, 7, 3)).before == ("A", "X")
    assert said("X25+Y25.01 A", "XY", "", "eu", date(2024, 7, 2)).before == ("A", "X", "Y")


def test_fifty_hits_exactly_and_a_hundred_billionth_less_does_not() -> None:
    assert "A" in said("X16.6666666667+Y33.3333333333 A", "XY", "").before
    assert "A" not in said("X16.6666666666+Y33.3333333333 A", "XY", "").before
    assert "A" in said("X33.33333333333333333333333333333334+Y16.66666666666666666666666666666666 A", "XY", "").before


def test_a_path_leads_from_the_listed_owners_down_and_takes_the_fewest_holdings() -> None:
    found = said("X60 A; A30+X20+Y5 B", "Y", "X")
    top, mine, through = (
        Step(owner=owner, asset=asset, percentage=Decimal(share))
        for owner, asset, share in (("X", "A", 60), ("X", "B", 20), ("A", "B", 30))
    )
    assert found.paths == (
        Decided(id="A", path=(top,)),
        Decided(id="B", path=(top, through, mine)),
        Decided(id="X", path="own listing"),
    )


def test_a_delisted_owner_whom_another_owns_stays_blocked() -> None:
    found = said("Y60 X; X60 A", "Y", "X")
    assert found.freed == ()
    assert [each.id for each in found.still_blocked] == ["A", "X"]


def test_an_owner_in_a_ring_frees_the_ring_with_it() -> None:
    found = said("X60 A; A60 B; B60 C; C40 A", "", "X")
    assert (found.freed, found.after, found.review) == (("A", "B", "C", "X"), (), ())


def test_still_blocked_are_only_those_whom_the_delisted_reaches() -> None:
    found = said("X10 A; Y60 A; Y60 B", "Y", "X")
    assert [each.id for each in found.still_blocked] == ["A"]
    assert "B" in found.after


@pytest.mark.parametrize("rule", REGIMES)
def test_an_unstated_share_is_indeterminate_and_so_is_what_hangs_on_it(rule: str) -> None:
    found = said("X? A; A60 B; Y70 C; X? C", "Y", "X", rule)
    assert (found.indeterminate, found.freed) == (("A", "B"), ("X",))
    assert [doubt.why for doubt in found.reasons] == [
        "How much of A Holding (A) belongs to X Holding (X) is not stated.",
        "B Holding (B) depends on A Holding (A), whose own status is open.",
    ]


def test_a_freed_company_of_which_another_holds_an_unstated_share_is_not_certainly_free() -> None:
    found = said("X60+Y? A", "Y", "X")
    assert ("A" in found.freed, found.indeterminate) == (True, ("A",))


def test_an_open_owner_upstream_leaves_open_what_the_delisted_reaches() -> None:
    found = said("Y? B; B60 A; X10 A", "Y", "X")
    assert found.indeterminate == ("A",)


def test_what_the_delisted_does_not_reach_is_no_answer() -> None:
    found = said("Y? B; Y! C; X60 A", "Y", "X", "eu")
    assert (found.indeterminate, found.review, found.reasons) == ((), (), ())


def test_shares_over_a_hundred_per_cent_are_for_review() -> None:
    found = said("X40 A; Y45 B; Z70 A", "Y", "X")
    assert found.review == ("A",)
    assert found.reasons[0].why == "The stated shares of A Holding (A) add up to 110 per cent; not all can be right."
    freed = said("X60 A; Z70 A", "", "X")
    assert (freed.review, [doubt.kind for doubt in freed.reasons]) == ((), ["total"])


def test_a_company_that_holds_itself_is_for_review() -> None:
    assert said("X45 A; A10 A", "", "X").review == ("A",)


def test_one_person_behind_several_british_holders_is_for_review() -> None:
    found = said("X51 A; X51 B; A26+B26 C; C60 D", "", "X", "uk")
    assert (found.before, found.review) == (("A", "B", "X"), ("C", "D"))
    assert "X Holding (X) holds 52 per cent of C Holding (C) through several companies" in found.reasons[0].why
    assert said("X51 A; X51 B; A26+B26 C", "", "X", "eu").before == ("A", "B", "C", "X")


def test_several_british_holders_are_named_and_not_added() -> None:
    found = said("X30+Y30 A", "Y", "X", "uk")
    assert (found.before, found.review) == (("X", "Y"), ())
    assert [doubt.kind for doubt in found.reasons] == ["joint"]


def link(subject: str, object_: str, share: str | None = None, **more: object) -> Link:
    stake = Decimal(share) if share else None
    return Link(kind="Ownership", subject=subject, object=object_, percentage=stake, **more)  # type: ignore[arg-type]


def test_a_holding_counts_from_its_start_to_the_day_before_its_end() -> None:
    held = [link("X", "A", "60", start=on("2020-05-01"), end=on("2023-06-30"), ended=True)]
    days = {"2020-04-30": False, "2020-05-01": True, "2023-06-29": True, "2023-06-30": False}
    for day, blocked in days.items():
        assert ("A" in said("", "X", "", day=date.fromisoformat(day), stated=held).before) is blocked


def test_a_holding_that_ended_on_an_unknown_day_is_out() -> None:
    assert said("", "X", "", stated=[link("X", "A", "60", ended=True)]).before == ("X",)


def test_a_partial_end_counts_until_it_is_certain() -> None:
    held = [link("X", "A", "60", end=on("2023"), ended=True)]
    assert "A" in said("", "X", "", day=date(2023, 12, 30), stated=held).before
    assert "A" not in said("", "X", "", day=date(2023, 12, 31), stated=held).before


def test_an_end_that_is_not_in_the_library_is_left_out() -> None:
    assert said("", "X", "", stated=[link("X", "", "60", text="somebody")]).before == ("X",)


def test_two_lists_that_state_the_same_holding_are_believed_once() -> None:
    held = [link("X", "A", "30", origin="one@2025"), link("X", "A", "30", origin="two@2025")]
    assert said("", "X", "", stated=held).before == ("X",)


def test_two_holdings_of_one_list_are_added() -> None:
    held = [link("X", "A", "30", role="ordinary"), link("X", "A", "20", role="preferred")]
    assert said("", "X", "", stated=held).before == ("A", "X")


def test_holdings_of_one_list_that_exceed_the_whole_are_of_different_times() -> None:
    held = [link("X", "A", share, role=share) for share in ("48", "50", "51")]
    found = said("", "", "X", stated=held)
    assert (found.before, found.indeterminate) == (("X",), ("A",))
    assert "48 or up to 51 per cent" in found.reasons[0].why


def test_where_two_lists_differ_the_least_is_sure_and_the_most_possible() -> None:
    held = [link("X", "A", "30", origin="one@2025"), link("X", "A", "60.50", origin="two@2025")]
    found = said("", "", "X", stated=held)
    assert (found.before, found.indeterminate) == (("X",), ("A",))
    said_of = "X Holding (X) holds 30 or up to 60.5 per cent of A Holding (A)"
    assert found.reasons[0].why == f"What is stated leaves open whether {said_of}."


def bounded(subject: str, object_: str, least: str, most: str = "100", **more: bool) -> Link:
    return link(subject, object_, range=Range(least=Decimal(least), most=Decimal(most), **more))


@pytest.mark.parametrize(
    ("least", "most", "open_ends", "us", "uk"),
    [
        ("25", "50", {}, "open", "free"),
        ("25", "50", {"above": True, "below": True}, "free", "free"),
        ("50", "75", {"above": True}, "blocked", "blocked"),
        ("50", "75", {}, "blocked", "open"),
        ("75", "100", {}, "blocked", "blocked"),
        ("0", "25", {"below": True}, "free", "free"),
        ("0", "100", {}, "open", "open"),
    ],
)
def test_of_a_bounded_share_the_least_is_sure_and_the_most_possible(
    least: str, most: str, open_ends: dict[str, bool], us: str, uk: str
) -> None:
    for rule, wanted in (("us", us), ("uk", uk)):
        found = said("", "", "X", rule, stated=[bounded("X", "A", least, most, **open_ends)])
        status = "blocked" if "A" in found.before else "open" if "A" in found.indeterminate else "free"
        assert status == wanted, rule


def test_bounds_add_up_without_what_they_leave_out() -> None:
    over = [bounded(owner, "A", "25", "50", above=True) for owner in "XY"]
    under = [bounded(owner, "A", "0", "25", below=True) for owner in "XY"]
    assert "A" in said("", "XY", "", "eu", date(2024, 7, 2), stated=over).before
    assert said("", "Y", "X", "us", stated=under).indeterminate == ()
    mixed = [bounded("X", "A", "0", "25", below=True), link("Y", "A", "25.0001")]
    assert said("", "Y", "X", "us", stated=mixed).indeterminate == ("A",)


def test_a_path_says_that_its_share_is_the_least_of_a_range() -> None:
    held = [bounded("X", "A", "50", "75", above=True), bounded("A", "B", "75"), link("B", "C", "60")]
    path = said("", "", "X", stated=held).paths[2].path
    assert [(step.bound, str(step.percentage)) for step in path if isinstance(step, Step)] == [
        ("more than ", "50"),
        ("at least ", "75"),
        ("", "60"),
    ]


def test_a_share_that_is_stated_exactly_outweighs_bounds_of_another_list() -> None:
    held = [bounded("X", "A", "25", "50"), link("X", "A", "49", origin="two@2025")]
    assert said("", "", "X", stated=held).indeterminate == ()


def test_a_list_that_states_the_share_outweighs_one_that_does_not() -> None:
    held = [link("X", "A", "60", origin="one@2025"), link("X", "A", origin="two@2025")]
    found = said("", "", "X", stated=held)
    assert ("A" in found.before, found.indeterminate) == (True, ())


def test_ids_that_were_decided_to_be_one_hold_and_are_freed_as_one() -> None:
    people = [*world("Q60 A", ""), entity("X", LISTING["US"])]
    apart = ripple(people, "us", DAY, ("X",))
    assert (apart.before, apart.freed) == (("X",), ("X",))
    one = ripple(people, "us", DAY, ("X",), same=[("X", "Q"), ("Q", "X"), ("Z", "Q")])
    assert (one.before, one.freed) == (("A", "Q", "X", "Z"), ("A", "Q", "X", "Z"))
    assert {each.id for each in one.paths} == {"A", "Q", "X", "Z"}


def test_a_link_between_two_records_that_are_one_is_no_holding_in_itself() -> None:
    people = world("X60 Q; X45 A", "X")
    assert ripple(people, "us", DAY, ("X",), same=[("X", "Q")]).review == ()
    shown = [entity("X", LISTING["US"], links=[link("X", "X", "60", ends=("X", "Q"))])]
    assert ripple(shown, "us", DAY, ("X",)).reasons == ()


def test_only_a_listing_that_freezes_starts_the_cascade() -> None:
    sectoral = Designation(regime="US", programme="UKRAINE-EO13662", list_type="SSI", measures=("Directive 1",))
    found = ripple([entity("X", sectoral, links=[link("X", "A", "100")])], "us", DAY, ("X",))
    assert (found.before, found.freed) == ((), ())
    said_of = "X Holding (X) has no US listing of its own that blocks (SSI only)"
    assert found.notes[0] == f"{said_of}; there is no block to lift."
    assert found.limited == (("X", "SSI"),)


def test_a_listing_that_states_nothing_counts_and_is_named() -> None:
    people = [entity(f"X{number}", Designation(regime="US", programme="SDGT")) for number in range(7)]
    found = ripple(people, "us", DAY, ("X0",))
    assert len(found.before) == 7
    assert found.notes[-1].endswith("X0, X1, X2, X3, X4 and 2 more.")


def test_a_day_before_the_rule_is_answered_with_a_note() -> None:
    assert any("2014-08-13" in note for note in said("X50 A", "", "X", day=date(2013, 1, 1)).notes)


@pytest.mark.parametrize("rule", REGIMES)
def test_a_delisted_whose_listed_owner_holds_half_stays_blocked_and_names_the_path(rule: str) -> None:
    found = said("Y51 X; X60 A", "Y", "X", rule)
    (fate,) = found.fates
    assert (fate.status, fate.path) == ("blocked", (Step(owner="Y", asset="X", percentage=Decimal(51)),))


def test_a_delisted_whose_owners_share_is_not_stated_is_open_itself_and_says_why() -> None:
    (fate,) = said("Y? X", "Y", "X").fates
    assert (fate.status, fate.path) == ("open", ())
    assert fate.why == ("How much of X Holding (X) belongs to Y Holding (Y) is not stated.",)


def test_a_delisted_without_blocked_owners_is_free() -> None:
    assert [(each.id, each.status) for each in said("Y49 X", "Y", "XZ").fates] == [("X", "free"), ("Z", "free")]


def test_a_company_limited_without_a_block_says_by_what_list() -> None:
    sectoral = Designation(regime="US", programme="UKRAINE-EO13662", list_type="SSI")
    people = [*world("X? A", "X")[1:], entity("A", sectoral)]
    assert ripple(people, "us", DAY, ("X",)).limited == (("A", "SSI"),)
    assert ripple(people, "eu", DAY, ("X",)).limited == ()


def test_names_for_a_page_are_without_ids_and_persons_are_known_as_such() -> None:
    people = [replace(each, schema="Person" if each.id == "X" else "Company") for each in world("X? A", "X")]
    found = answer(case(people, "us", DAY, plain=True), ("X",))
    assert found.reasons[0].why == "How much of A Holding belongs to X Holding is not stated."
    assert found.people == {"X"}


def test_an_id_that_nothing_is_known_of_is_refused() -> None:
    with pytest.raises(BadCall, match="Nothing is known of “Q”"):
        ripple(world("X50 A", "X"), "us", DAY, ("Q",))


def test_names_are_given_for_all_that_the_answer_names() -> None:
    found = said("X60 A; A? B", "", "X")
    assert dict(found.captions) == {id: f"{id} Holding" for id in "ABX"}
    bare = [replace(each, caption="") for each in world("X? A", "X")]
    assert ripple(bare, "us", DAY, ("X",)).reasons[0].why == "How much of A belongs to X is not stated."


def test_a_path_of_a_thousand_steps_is_cut_to_the_nearest_hundred() -> None:
    names = [f"c{number:04}" for number in range(1001)]
    held = [link(one, other, "60") for one, other in pairwise(names)]
    people = [entity(names[0], LISTING["US"], links=held)]
    found = ripple(people, "us", DAY, (names[0],))
    assert len(found.freed) == 1001
    assert found.paths[-1].path[-1] == Step(owner="c0999", asset="c1000", percentage=Decimal(60))
    assert len(found.paths[-1].path) == 100


@pytest.mark.parametrize("rule", REGIMES)
def test_what_one_case_is_asked_again_and_again_is_answered_as_a_fresh_one(rule: str) -> None:
    people = world("X60+Y? A; A51 B; B25+Y30 C; Y! C; Z40+C20 D; D60 Z; X100 E", "XYZ")
    shared = case(people, rule, DAY)
    for delist in ("X", "Y", "XY", "A", "X", "XYZ"):
        assert answer(shared, tuple(delist)) == ripple(people, rule, DAY, tuple(delist))


SHARES = ("1", "10", "16.67", "24.99", "25", "33.33", "40", "49.99", "50", "50.00", "50.01", "60", "100", None)
Holdings = list[tuple[str, str, str | None]]


def plain(holdings: Holdings, listed: frozenset[str], rule: str) -> set[str]:
    """The blocked by going through all companies again and again until nothing changes; slow and plain."""
    blocked = set(listed)
    while True:
        found = set()
        for company in {asset for _, asset, _ in holdings} - blocked:
            stakes = [
                Decimal(share) for owner, asset, share in holdings if asset == company and owner in blocked and share
            ]
            if rule == "uk":
                enough = any(stake > 50 for stake in stakes)
            else:
                enough = sum(stakes) > 50 if rule == "eu before 2024" else sum(stakes) >= 50
            if enough:
                found.add(company)
        if not found:
            return blocked
        blocked |= found


def reach(holdings: Holdings, start: str) -> set[str]:
    """All that somebody reaches by any holding."""
    found, edge = {start}, {start}
    while edge:
        edge = {asset for owner, asset, _ in holdings if owner in edge} - found
        found |= edge
    return found


def compare(holdings: Holdings, listed: frozenset[str], delist: str) -> None:
    """Holds the answer against the plain one, under every rule."""
    people = [
        entity(id, *(LISTING.values() if id in listed else ()), links=[link(*row) for row in holdings if row[0] == id])
        for id in sorted({id for row in holdings for id in row[:2]} | listed | {delist})
    ]
    for name, rule, day in (
        ("us", "us", DAY),
        ("eu", "eu", DAY),
        ("eu before 2024", "eu", date(2024, 7, 2)),
        ("uk", "uk", DAY),
    ):
        found = ripple(people, rule, day, (delist,))
        before, after = plain(holdings, listed, name), plain(holdings, listed - {delist}, name)
        assert set(found.before) == before
        assert set(found.after) == after
        assert set(found.freed) == before - after
        assert {each.id for each in found.still_blocked} == after & reach(holdings, delist)
        assert not after & {*found.indeterminate, *found.review}
        held = reach(holdings, delist) - {delist}
        assert {each.id for each in found.not_blocked} == held - before - after - set(found.uncertain)
        assert (found.fates[0].status == "blocked") is (delist in after)
        possible = plain([(one, other, share or "100") for one, other, share in holdings], listed, name)
        wanted = possible & reach(holdings, delist) - before
        assert wanted <= set(found.indeterminate)
        for decided in (*found.still_blocked, *found.paths):
            check_path(decided, holdings, listed, name)


def check_path(decided: Decided, holdings: Holdings, listed: frozenset[str], rule: str) -> None:
    """A path alone is enough to block its company, and each of its steps is a stated holding."""
    if decided.path == "own listing":
        assert decided.id in listed
        return
    steps: Holdings = [
        (step.owner, step.asset, str(step.percentage)) for step in decided.path if isinstance(step, Step)
    ]
    stated = {(owner, asset, Decimal(share)) for owner, asset, share in holdings if share}
    assert {(owner, asset, Decimal(share or 0)) for owner, asset, share in steps} <= stated
    assert decided.id in plain(steps, listed & {owner for owner, _, _ in steps}, rule)


@st.composite
def graphs(draw: st.DrawFn) -> tuple[Holdings, frozenset[str], str]:
    nodes = [chr(65 + number) for number in range(draw(st.integers(2, 8)))]
    pairs = draw(st.lists(st.tuples(st.sampled_from(nodes), st.sampled_from(nodes)), unique=True, max_size=16))
    holdings: Holdings = [(one, other, draw(st.sampled_from(SHARES))) for one, other in pairs]
    listed = frozenset(draw(st.sets(st.sampled_from(nodes), max_size=4)))
    return holdings, listed, draw(st.sampled_from(nodes))


@settings(max_examples=200, deadline=None)
@given(graphs())
def test_any_graph_agrees_with_the_plain_reference(graph: tuple[Holdings, frozenset[str], str]) -> None:
    compare(*graph)


def test_ten_thousand_random_graphs_agree_with_the_plain_reference() -> None:
    dice = random.Random(24)
    for _ in range(10_000):
        nodes = "ABCDEFGHIJKL"[: dice.randint(2, 12)]
        pairs = {(dice.choice(nodes), dice.choice(nodes)) for _ in range(dice.randint(1, 20))}
        holdings: Holdings = [(one, other, dice.choice(SHARES)) for one, other in sorted(pairs)]
        listed = frozenset(dice.sample(nodes, dice.randint(0, min(4, len(nodes)))))
        compare(holdings, listed, dice.choice(nodes))


OPEN = Designation(regime="US", programme="RUSSIA-EO14024", origin="ofac-cons@2025-03-28#1")
SSI = Designation(regime="US", programme="UKRAINE-EO13662", list_type="SSI")


def unplaced(text: str, *ids: str, listed: str = "") -> list[Entity]:
    """A world in which these stand on the list under a tag whose part is not stated."""
    return [replace(each, designations=(OPEN, SSI)) if each.id in ids else each for each in world(text, listed)]


def test_a_tag_whose_list_is_not_stated_is_neither_blocked_nor_not_blocked() -> None:
    found = ripple(unplaced("X60 A; A50 B", "X"), "us", DAY, ("X",))
    assert (found.before, found.freed, found.uncertain) == ((), (), ("A", "B", "X"))
    assert found.indeterminate == ("A", "B", "X")
    assert (found.unplaced, found.limited) == ((("X", "RUSSIA-EO14024"),), (("X", "SSI"),))
    where = "X Holding (X) is listed under RUSSIA-EO14024 and no list held says where"
    assert [each.why for each in found.reasons if each.kind == "list"] == [f"{where}; it may be blocked."]
    assert f"{where}; whether there is a block is open." in found.notes
    assert found.notes[-1].endswith("their tag stands: X.")
    assert not any("no block to lift" in note for note in found.notes)


def test_a_delisting_settles_what_only_an_open_listing_left_open() -> None:
    (fate,) = ripple(unplaced("X60 A", "X"), "us", DAY, ("X",)).fates
    assert fate.status == "free"


def test_what_one_of_open_listing_holds_beside_the_delisted_stays_open() -> None:
    found = ripple(unplaced("X30+Y30 A, Y60 X", "Y", listed="X"), "us", DAY, ("X",))
    assert found.before == ("X",)
    assert found.uncertain == ("A", "X")
    (fate,) = found.fates
    assert (fate.status, fate.why) == ("open", ("X Holding (X) depends on Y Holding (Y), whose own status is open.",))


def test_an_open_listing_beside_one_that_blocks_is_none() -> None:
    people = [entity("X", OPEN, LISTING["US"])]
    assert ripple(people, "us", DAY, ("X",)).unplaced == ()


ROW = PartialDate(text="2016-09-01", earliest=date(2016, 9, 1), latest=date(2016, 9, 1))


@pytest.mark.parametrize(
    ("origin", "row", "said"),
    [
        ("ofac-cons@2025-01-10#1", ROW, "the later ofac-cons of 2025-01-10 (row published 2016-09-01)"),
        ("", None, "a list of no stated day"),
    ],
)
def test_what_only_a_later_list_states_and_not_since_when_is_open(
    origin: str, row: PartialDate | None, said: str
) -> None:
    late = replace(LISTING["US"], programme="RUSSIA-EO14024", published=row, origin=origin, note=LATER)
    people = [replace(each, designations=(late,)) if each.id == "X" else each for each in world("X60 A", "")]
    found = ripple(people, "us", DAY, ("X",))
    assert (found.before, found.uncertain) == ((), ("A", "X"))
    words = f"RUSSIA-EO14024 (SDN) only in {said}, and not since when"
    assert (found.unplaced, found.opened) == ((("X", "RUSSIA-EO14024"),), (("X", words),))
    assert f"X Holding (X) is listed under {words}; whether there is a block is open." in found.notes
    assert found.notes[-1].endswith("states their listing, and not since when: X.")
    begun = replace(late, start=ROW)
    people = [replace(each, designations=(begun,)) if each.id == "X" else each for each in people]
    assert ripple(people, "us", DAY, ("X",)).freed == ("A", "X")


def test_a_list_of_no_stated_day_counts() -> None:
    undated = replace(LISTING["US"], origin="ofac-sdn@undated#1", note=LATER)
    people = [replace(each, designations=(undated,)) if each.id == "X" else each for each in world("X60 A", "")]
    assert ripple(people, "us", DAY, ("X",)).before == ("A", "X")


def test_a_listing_that_only_a_later_list_states_may_be_without_a_part_beside_one_with() -> None:
    late = Designation(regime="US", programme="", list_type="SDN", origin="ofac-sdn@2026-01-08#1", note=LATER)
    ((_, words),) = ripple([entity("X", OPEN, late)], "us", DAY, ("X",)).opened
    where, when = words.split("; ")
    assert where == "RUSSIA-EO14024 and no list held says where"
    assert when == "and under SDN only in the later ofac-sdn of 2026-01-08, and not since when"


def test_an_open_listing_is_none_of_another_regime() -> None:
    found = ripple(unplaced("X60 A", "X"), "eu", DAY, ("X",))
    assert (found.uncertain, found.unplaced) == ((), ())


def test_a_row_dated_after_the_day_blocks_nobody_yet_and_is_told() -> None:
    row = replace(LISTING["US"], published=on("2024-11-21"), list_type="SDN")
    known = [entity("X", row, links=links("X60 A")), entity("A")]
    before = ripple(known, "us", date(2024, 6, 1), ("X",))
    assert (before.before, before.freed) == ((), ())
    assert (
        "X Holding (X) is not counted as listed: its row is dated 2024-11-21, after this day, and no list shows an "
        "earlier listing."
    ) in before.notes
    after = ripple(known, "us", date(2024, 11, 21), ("X",))
    assert set(after.freed) == {"X", "A"}
    assert not any("not counted as listed" in note for note in after.notes)


@pytest.mark.parametrize(("rule", "since"), [("us", "2014-08-13"), ("uk", "2020-12-31")])
def test_a_day_before_the_rule_has_it_applied_all_the_same_and_says_so(rule: str, since: str) -> None:
    found = ripple(world("X60 A", "X"), rule, date(2014, 1, 1), ("X",))
    assert f"The rule is on record from {since}; for the earlier 2014-01-01 it is applied all the same." in found.notes
