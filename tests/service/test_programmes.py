"""A programme that nobody is listed under is no question that a search can answer."""

import pytest

from briefer.model.errors import BadCall
from briefer.service.programmes import check_programme

HELD = ("RUSSIA-EO14024", "CUBA")


def test_an_unknown_programme_is_refused_and_those_like_it_are_named() -> None:
    with pytest.raises(BadCall, match=r"“eo140” is no programme that a list held states; say RUSSIA-EO14024\."):
        check_programme("eo140", HELD)
    with pytest.raises(BadCall, match="write it as the list prints it"):
        check_programme("zz", HELD)
    with pytest.raises(BadCall, match=" …"):
        check_programme("x", [f"X{number}" for number in range(9)])


def test_a_known_programme_passes_in_any_case_and_any_where_no_list_is_held() -> None:
    check_programme("cuba", HELD)
    check_programme("zz", ())
