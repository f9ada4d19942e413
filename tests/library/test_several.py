"""Several names are joined in the language spoken."""

import pytest

from briefer.library.several import all_of, one_of


def test_several_names_stand_in_one_sentence(request: pytest.FixtureRequest) -> None:
    assert (all_of("A"), all_of("ABC"), one_of("AB")) == ("A", "A and B and C", "A or B")
    request.getfixturevalue("stretched")
    assert (all_of("A"), all_of("ABC"), one_of("AB")) == ("A", "A áánd B áánd C", "A óór B")
