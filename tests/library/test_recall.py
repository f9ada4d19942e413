"""What names still find, counted over the real lists; the benchmark of search counts the same in larger libraries."""

from pathlib import Path
from typing import Any

import pytest

from tests.bench import search
from tests.bench.make_names import ALTERATIONS

pytestmark = pytest.mark.skipif(not search.LISTS, reason="BRIEFER_LISTS names no folder of real list files")


@pytest.fixture(scope="module")
def altered(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    return search.sized(tmp_path_factory.mktemp("recall") / "lists.sqlite", min(search.SIZES.values()))


def test_altered_names_of_the_real_lists_are_found(altered: dict[str, Any]) -> None:
    assert altered["recall_10"] >= 0.97
    assert altered["recall_1"] >= 0.90


def test_no_kind_of_alteration_is_lost(altered: dict[str, Any]) -> None:
    assert set(altered["by_kind"]) == set(ALTERATIONS)
    assert {kind: ten for kind, (_, ten) in altered["by_kind"].items() if ten < 0.95} == {}


def test_made_up_persons_stay_below_the_true_hits(altered: dict[str, Any]) -> None:
    assert altered["made_up_below"] < altered["true_from"]
    assert altered["made_up_reach"] <= 0.05


def test_labelled_pairs_are_found_in_any_script(tmp_path: Path) -> None:
    found = search.pairs(tmp_path / "pairs.sqlite", search.persons())
    assert (found["recall_1"] >= 0.90, found["recall_10"] >= 0.97) == (True, True), found
