"""Days in the text of an answer: in words, as far as they are known."""

from datetime import date

import pytest

from briefer.cli.dates import partial, worded
from briefer.model.facts import PartialDate


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (None, ""),
        (PartialDate(text=""), ""),
        (PartialDate(text="some time in spring"), "some time in spring"),
        (PartialDate(text="2022-04-06", earliest=date(2022, 4, 6), latest=date(2022, 4, 6)), "6 April 2022"),
        (
            PartialDate(text="2022-04-06", earliest=date(2022, 4, 6), latest=date(2022, 4, 6), circa=True),
            "about 6 April 2022",
        ),
        (PartialDate(text="2022-02", earliest=date(2022, 2, 1), latest=date(2022, 2, 28)), "February 2022"),
        (PartialDate(text="2022", earliest=date(2022, 1, 1), latest=date(2022, 12, 31)), "2022"),
        (PartialDate(text="2020 to 2022", earliest=date(2020, 1, 1), latest=date(2022, 12, 31)), "2020 to 2022"),
    ],
)
def test_a_date_is_written_as_far_as_it_is_known(when: PartialDate | None, said: str) -> None:
    assert partial(when) == said


def test_an_iso_day_in_a_sentence_becomes_words_and_one_in_an_id_stays() -> None:
    assert worded("Held from 2025-03-07, not on 2025-03-06.") == "Held from 7 March 2025, not on 6 March 2025."
    for kept in ("hungary-2025-03-14", "ofac-sdn@2025-03-28#a1", "FR 2025-05593", "2025-13-01"):
        assert worded(kept) == kept
