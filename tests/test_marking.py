"""Markings are ranked within their scheme, and what is classified is refused."""

import pytest

from briefer.marking import rank, scheme
from briefer.model.errors import BadCall


@pytest.mark.parametrize(
    ("name", "low", "high"),
    [
        ("us", "UNCLASSIFIED", "CUI"),
        ("uk", "OFFICIAL", "O-S"),
        ("tlp", "TLP:AMBER", "TLP:AMBER+STRICT"),
        ("eu", "P", "LIMITE"),
    ],
)
def test_banners_and_portion_marks_are_ranked_together(name: str, low: str, high: str) -> None:
    assert rank(name, low) < rank(name, high)


def test_what_follows_two_slashes_does_not_count() -> None:
    assert rank("us", "CUI//SP-PRVCY") == rank("us", "cui")


def test_a_classified_marking_is_refused() -> None:
    with pytest.raises(BadCall, match="Classified material must not be handled here"):
        rank("us", "SECRET")


def test_the_scheme_without_marking_has_no_words_to_offer() -> None:
    assert rank("none", "") == 0
    with pytest.raises(BadCall, match="use no marking"):
        rank("none", "OFFICIAL")


def test_an_unknown_scheme_is_named_with_those_that_are_known() -> None:
    with pytest.raises(BadCall, match="“nato”; use one of us, cui, uk"):
        scheme("nato")


def test_cui_carries_its_banner_at_the_head_and_need_not_at_the_foot() -> None:
    assert scheme("us").foot
    assert not scheme("cui").foot
