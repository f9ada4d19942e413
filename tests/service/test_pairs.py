"""Pairs are asked for by the lists that their ends stand on, and by score."""

from types import SimpleNamespace
from typing import Any

import pytest

from briefer.model.answers import Sameness
from briefer.model.errors import BadCall
from briefer.service.pairs import check_lists, narrowed

ON = {"a": {"us"}, "b": {"eu"}, "c": {"uk", "eu"}, "d": {"un"}}
HELD: Any = SimpleNamespace(
    lists=lambda: [SimpleNamespace(list=each) for each in ("eu", "uk", "un", "us")],
    lists_of=lambda ids: {id: frozenset(ON[id]) for id in ids},
)
PAIRS = tuple(
    Sameness(a=one, b=other, score=score) for one, other, score in (("a", "b", 90), ("a", "d", 60), ("b", "c", 80))
)


@pytest.mark.parametrize(
    ("lists", "min_score", "kept"),
    [
        ((), 0, ["ab", "ad", "bc"]),
        ((), 80, ["ab", "bc"]),
        (("us",), 0, ["ab", "ad"]),
        (("us",), 61, ["ab"]),
        (("us", "eu", "uk"), 0, ["ab", "bc"]),
        (("un", "uk"), 0, []),
    ],
)
def test_pairs_are_narrowed_by_list_and_score(lists: tuple[str, ...], min_score: int, kept: list[str]) -> None:
    assert [pair.a + pair.b for pair in narrowed(HELD, PAIRS, lists, min_score)] == kept


def test_a_list_that_is_not_held_is_refused() -> None:
    with pytest.raises(BadCall, match="holds no list “ca”; it holds eu, uk, un, us"):
        check_lists(HELD, ("us", "ca"))
    check_lists(HELD, ("us", "eu"))
