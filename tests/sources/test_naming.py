"""A list without a name of its own keeps its id from one download to the next."""

import re

import pytest

from briefer.sources.naming import slug, undated

JSON = re.compile(r"(\.ftm)?\.json$")


@pytest.mark.parametrize(
    "name",
    [
        "entities.ftm.json",
        "entities-2025-03-01.ftm.json",
        "entities.2025-03-01.json",
        "entities.ftm_2025-03-01.json",
        "2025_03_01 entities.ftm.json",
        "entities-20250301.ftm.json",
        "entities-20250301120000-abc.ftm.json",
        "entities-2025-03-01T12-00-00Z.ftm.json",
        "entities-01.03.2025.json",
        "entities-2025-03.json",
        "entities (2).json",
    ],
)
def test_the_day_of_a_download_is_no_part_of_a_name(name: str) -> None:
    assert undated(name, JSON) == "entities"


@pytest.mark.parametrize(
    "stem", ["2025-03-01", "bods_0.4_sample_300", "register-2019", "ids-1234567890", "q1-2", "a--b"]
)
def test_other_digits_stay_and_so_does_a_day_alone(stem: str) -> None:
    assert undated(f"{stem}.json", JSON) == stem


def test_an_id_holds_small_letters_digits_and_hyphens() -> None:
    assert [slug(each) for each in ("My List (EU)", "0.4_x", "Списки")] == ["my-list-eu", "0-4-x", "file"]
