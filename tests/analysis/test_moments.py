"""A date is said as exactly as it is known."""

from datetime import date

import pytest

from briefer.analysis.moments import in_words
from briefer.model.facts import PartialDate


@pytest.mark.parametrize(
    ("text", "first", "last", "circa", "said"),
    [
        ("2025-03-28", (2025, 3, 28), (2025, 3, 28), False, "28 March 2025"),
        ("2024-02", (2024, 2, 1), (2024, 2, 29), False, "February 2024"),
        ("2025", (2025, 1, 1), (2025, 12, 31), False, "2025"),
        ("about 2025-03-28", (2025, 3, 28), (2025, 3, 28), True, "about 2025-03-28"),
    ],
)
def test_a_date_is_said_in_words_as_far_as_it_is_known(
    text: str, first: tuple[int, int, int], last: tuple[int, int, int], circa: bool, said: str
) -> None:
    assert in_words(PartialDate(text=text, earliest=date(*first), latest=date(*last), circa=circa)) == said


def test_a_date_that_cannot_be_read_is_said_as_it_is_printed() -> None:
    assert in_words(PartialDate(text="of late")) == "of late"
