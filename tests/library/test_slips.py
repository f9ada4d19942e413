"""One slip in the spelling of a word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.library.slips import is_slip, slips


@pytest.mark.parametrize("other", ["bulmlet", "bullet", "bule", "bluet", "vulet", "ulet", "bulett"])
def test_a_letter_too_many_too_few_twice_wrong_or_swapped_is_one_slip(other: str) -> None:
    assert (other in set(slips("bulet"))) == is_slip("bulet", other) == (other != "bulmlet")


@given(st.text("abz", min_size=1, max_size=6))
def test_all_slips_of_a_word_are_one_slip_away_and_none_is_the_word(word: str) -> None:
    assert all(is_slip(word, other) for other in slips(word) if other != word)
