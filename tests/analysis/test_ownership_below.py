"""What the delisted hold and no rule blocks is named with its share and with what is missing."""

from decimal import Decimal

import pytest

from briefer.model.facts import Link, Range
from tests.analysis.test_ownership import said

SHORT = "44.95 per cent in blocked hands, below 50; control does not block"


def whys(text: str, listed: str, delist: str, rule: str = "us") -> dict[str, str]:
    return {each.id: each.why for each in said(text, listed, delist, rule).not_blocked}


def test_a_holding_below_half_and_what_hangs_on_it_are_not_blocked_before_or_after() -> None:
    found = said("X44.95 A; A56.88 B; B? C", "", "X")
    assert [(each.id, each.share) for each in found.not_blocked] == [
        ("A", Decimal("44.95")),
        ("B", Decimal(0)),
        ("C", Decimal(0)),
    ]
    assert whys("X44.95 A; A56.88 B; B? C", "", "X") == {
        "A": SHORT,
        "B": "its holder A Holding (A) (56.88 per cent) is not blocked",
        "C": "its holder B Holding (B) is not blocked",
    }


@pytest.mark.parametrize(
    ("rule", "wanted"),
    [
        ("us", "40 per cent in blocked hands, below 50; control does not block"),
        ("eu", "40 per cent in blocked hands, below 50; control, which is not on record, would block it too"),
        (
            "uk",
            "30 per cent in one blocked hand, not more than 50; control, which is not on record, would block it too",
        ),
    ],
)
def test_each_rule_counts_in_its_own_way(rule: str, wanted: str) -> None:
    assert whys("X30+Y10 A", "Y", "X", rule) == {"A": wanted}


@pytest.mark.parametrize("text", ["X60 A", "X? A", "X10+Y60 A"])
def test_what_is_freed_open_or_still_blocked_is_left_out(text: str) -> None:
    assert whys(text, "Y", "X") == {}


@pytest.mark.parametrize(
    ("held", "rule", "wanted"),
    [
        (
            Range(least=Decimal(25), most=Decimal(50), below=True),
            "us",
            "25 to under 50 per cent in blocked hands, below",
        ),
        (Range(least=Decimal(25), most=Decimal(50)), "uk", "25 to 50 per cent in one blocked hand, not more than 50"),
        (Range(most=Decimal(25)), "us", "0 to 25 per cent in blocked hands, below 50"),
    ],
)
def test_a_share_between_bounds_is_told_with_both(held: Range, rule: str, wanted: str) -> None:
    stated = [Link(kind="Ownership", subject="X", object="A", range=held)]
    (found,) = said("", "", "X", rule, stated=stated).not_blocked
    assert found.why.startswith(wanted)
    assert found.share == held.least


@pytest.mark.parametrize(("rule", "proviso"), [("us", False), ("eu", True), ("uk", True)])
def test_where_control_blocks_a_company_a_tier_down_is_told_with_that_proviso(rule: str, *, proviso: bool) -> None:
    why = whys("X44.95 A; A56.88 B", "", "X", rule)["B"]
    assert (
        why.endswith("(56.88 per cent) is not blocked; control, which is not on record, would block it too") is proviso
    )


def test_a_caution_leaves_a_company_not_blocked() -> None:
    assert whys("X44.95 A; X! A", "", "X") == {"A": SHORT}
    assert whys("X44.95 A; X! A", "", "X", "eu") == {}


def test_a_holder_whose_own_status_is_open_is_not_said_to_be_not_blocked() -> None:
    assert whys("X30 A; Y? B; B40 A", "Y", "X", "uk") == {
        "A": "30 per cent in one blocked hand, not more than 50; control, which is not on record, would block it too"
    }
    assert whys("X30 C; C40 A; Y? B; B45 A", "Y", "X", "uk")["A"] == (
        "its holder B Holding (B), whose own status is open, has 45 per cent, too little to block it by its share; "
        "control, which is not on record, would block it too"
    )
