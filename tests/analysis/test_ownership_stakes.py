"""A stake that is stated more than once is held once, at its latest; what differs at one time is open."""

from decimal import Decimal

import pytest

from briefer.analysis.ownership import ripple
from briefer.analysis.ownership_graph import heads
from briefer.analysis.ownership_stakes import holdings
from briefer.model.facts import Link, Range
from tests.analysis.holdings import LISTING, entity, on
from tests.analysis.test_ownership import DAY, said

Stated = tuple[str | None, dict[str, str]]


def links(*stated: Stated) -> list[Link]:
    """Statements on what X holds of A: the share, and what goes with it."""
    found = []
    for number, (share, more) in enumerate(stated):
        dated = {"as_of": on(f"{more['at']}-15" if len(more["at"]) == 7 else more["at"])} if "at" in more else {}
        begun = {"start": on(more["start"])} if "start" in more else {}
        sources = tuple(filter(None, [more.get("source", "")]))
        stake = Decimal(share) if share else None
        role, origin = more.get("role", ""), more.get("list", "one@2025")
        found.append(
            Link(
                kind="Ownership",
                subject="X",
                object="A",
                percentage=stake,
                role=role,
                origin=origin,
                sources=sources,
                note=str(number),
                **dated,  # type: ignore[arg-type]
                **begun,  # type: ignore[arg-type]
            )
        )
    return found


EVER_SINCE = {"at": "2026-01", "start": "2020"}
CASES: tuple[tuple[str, list[Stated], str], ...] = (
    ("the latest holds", [("55", {"at": "2023-01"}), ("45", {"at": "2025-01"})], "free"),
    ("the latest holds, whichever is more", [("30", {"at": "2023-01"}), ("55", {"at": "2025-01"})], "blocked"),
    ("the same twice is one", [("30", {"at": "2023-01"}), ("30", {"at": "2025-01"})], "free"),
    ("the same without a date is one", [("30", {}), ("30", {})], "free"),
    ("what is stated later is not known", [("55", {"at": "2024-01"}), ("45", {"at": "2025-05"})], "blocked"),
    ("what is stated only later does not decide", [("55", {"at": "2025-05"}), ("45", {"at": "2025-08"})], "open"),
    ("nor does one later statement", [("55", {"at": "2025-05"})], "open"),
    ("a start up to the day says that it was held by then", [("55", {"at": "2025-05", "start": "2020"})], "blocked"),
    ("but not how much, where it is stated of the day", [("40", {"at": "2025-01"}), ("60", EVER_SINCE)], "free"),
    ("nor beside a share without a date", [("40", {}), ("60", EVER_SINCE)], "free"),
    ("of those the nearest", [("40", EVER_SINCE), ("60", {"at": "2026-05", "start": "2020"})], "free"),
    ("what another list states of the day decides", [("55", {"at": "2025-05"}), ("40", {"list": "two@2025"})], "free"),
    ("in one month both stand", [("60", {"at": "2024-12-02"}), ("40", {"at": "2024-12-20"})], "open"),
    ("without dates both stand", [("30", {}), ("25", {})], "open"),
    ("beside a dated one too", [("30", {"at": "2025-01"}), ("60", {})], "open"),
    (
        "two sources are rivals",
        [("30", {"at": "2025-01", "source": "a"}), ("25", {"at": "2025-01", "source": "b"})],
        "free",
    ),
    (
        "one source may mean parts",
        [("30", {"at": "2025-01", "source": "a"}), ("25", {"at": "2025-01", "source": "a"})],
        "open",
    ),
    ("parts are added", [("30", {"role": "ordinary"}), ("20", {"role": "preferred"})], "blocked"),
    ("an unnamed role is any", [("30", {"role": "ordinary"}), ("20", {})], "open"),
    (
        "an earlier role may be a part",
        [("30", {"role": "a", "at": "2023-01"}), ("30", {"role": "b", "at": "2025-01"})],
        "open",
    ),
    ("bought twice or told twice", [("30", {"start": "2020"}), ("30", {"start": "2021"})], "open"),
    ("an unstated share is open", [("30", {}), (None, {})], "open"),
    ("the latest does not state it", [("60", {"at": "2023-01"}), (None, {"at": "2025-01"})], "open"),
    ("lists are compared apart", [("60", {"at": "2023-01"}), ("40", {"at": "2025-01", "list": "two@2025"})], "open"),
)


@pytest.mark.parametrize(("stated", "wanted"), [row[1:] for row in CASES], ids=[row[0] for row in CASES])
def test_restatements_are_not_added(stated: list[Stated], wanted: str) -> None:
    found = said("", "", "X", stated=links(*stated))
    status = "blocked" if "A" in found.before else "open" if "A" in found.indeterminate else "free"
    assert status == wanted


def test_a_share_that_is_stated_only_later_is_told_as_not_stated_of_the_day() -> None:
    found = said("", "", "X", stated=links(("44.95", {"at": "2025-05"})))
    assert (found.indeterminate, found.not_blocked) == (("A",), ())
    assert [each.why for each in found.reasons] == [
        "What share X Holding (X) held of A Holding (A) on the day is not stated, only what it held later."
    ]


def test_a_listing_of_its_own_decides_where_the_share_is_stated_only_later() -> None:
    (kept,) = said("", "A", "X", stated=links(("44.95", {"at": "2025-05"}))).still_blocked
    assert (kept.id, kept.path) == ("A", "own listing")


def test_what_differs_at_one_time_is_told_with_its_bounds() -> None:
    found = said("", "", "X", stated=links(("60", {"at": "2024-12-02"}), ("40", {"at": "2024-12-20"})))
    assert "X Holding (X) holds 40 or up to 100 per cent of A Holding (A)" in found.reasons[0].why


def test_bounds_among_the_statements_are_kept() -> None:
    ranged = Link(kind="Ownership", subject="X", object="A", range=Range(least=Decimal(25), most=Decimal(40)))
    exact = Link(kind="Ownership", subject="X", object="A", percentage=Decimal(30))
    (row,) = holdings([ranged, exact], {}, DAY)
    assert row[2] == Range(least=Decimal(25), most=Decimal(70))


def test_records_of_one_list_that_are_one_do_not_hold_twice() -> None:
    pairs = [("X", "Q")]
    one = Link(kind="Ownership", subject="X", object="A", percentage=Decimal(30), origin="l@1")
    other = Link(kind="Ownership", subject="Q", object="A", percentage=Decimal(30), origin="l@1")
    people = [entity("X", LISTING["US"], links=[one]), entity("Q", links=[other])]
    assert ripple(people, "us", DAY, ("X",), same=pairs).before == ("Q", "X")
    assert heads(pairs) == {"X": "Q"}
