"""A share is read as one number or as bounds, and anything else is left as words."""

from decimal import Decimal

import pytest

from briefer.model.facts import Range
from briefer.sources.shares import bounds, percentage


@pytest.mark.parametrize(
    ("text", "expected"),
    [("50", "50"), ("50 %", "50"), ("49,9%", "49.9"), (" 0 ", "0"), ("100", "100"), ("101", None), ("half", None)],
)
def test_one_number_is_a_share(text: str, expected: str | None) -> None:
    assert percentage(text) == (Decimal(expected) if expected else None)


@pytest.mark.parametrize(
    ("text", "least", "most", "open_ends"),
    [
        ("50 per cent plus one share", 50, 51, "both"),
        ("50% + 1 share", 50, 51, "both"),
        ("25-50", 25, 50, ""),
        ("25 % to 50 %", 25, 50, ""),
        (">50", 50, 100, "above"),
        ("more than 50 per cent", 50, 100, "above"),
        ("≥ 25 %", 25, 100, ""),
        ("at least 75", 75, 100, ""),
        ("75+", 75, 100, ""),
        ("25 per cent or more", 25, 100, ""),
        ("<25", 0, 25, "below"),
        ("under 5 percent", 0, 5, "below"),
        ("up to 12,5 %", 0, Decimal("12.5"), ""),
    ],
)
def test_bounds_are_read_with_whether_they_belong_to_it(
    text: str, least: Decimal, most: Decimal, open_ends: str
) -> None:
    above, below = open_ends in ("above", "both"), open_ends in ("below", "both")
    assert bounds(text) == Range(least=Decimal(least), most=Decimal(most), above=above, below=below)


@pytest.mark.parametrize("text", ["50", "", "a majority", "50-25", "25-250", "100 plus one share", ">100", "<0"])
def test_what_states_no_bounds_has_none(text: str) -> None:
    assert bounds(text) is None
