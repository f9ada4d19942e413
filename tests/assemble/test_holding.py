"""What a position says of itself in a quiet line."""

from datetime import date

import pytest

from briefer.assemble import holding
from briefer.model.policy import Position
from briefer.model.stances import Stand

DAY = date(2025, 3, 17)
HELD = Position(id="p", holder="Anna", issue="easing", stance=1)


@pytest.mark.parametrize(
    ("stand", "said"),
    [
        (Stand(holder="Anna", issue="easing", position=HELD, trend="first recorded"), "new since 17 Mar 2025"),
        (Stand(holder="Anna", issue="easing", position=HELD, trend="unchanged", by=0), "unchanged since 17 Mar 2025"),
        (Stand(holder="Anna", issue="easing", position=HELD, trend="unclear"), "unclear now or on 17 Mar 2025"),
        (Stand(holder="Anna", issue="easing", position=HELD, blank="since"), "none since 17 Mar 2025"),
        (
            Stand(holder="Anna", issue="easing", position=HELD, trend="moved away from easing by 2", by=-2),
            "moved away from easing by 2 steps since 17 Mar 2025",
        ),
        (
            Stand(holder="Anna", issue="easing", position=HELD, trend="moved towards easing by 1", by=1),
            "moved towards easing by 1 step since 17 Mar 2025",
        ),
        (Stand(holder="Anna", issue="easing", blank="none"), ""),
    ],
)
def test_a_change_names_the_day_that_it_is_counted_from(stand: Stand, said: str) -> None:
    assert holding.change(stand, DAY, "en-GB").replace("\u00a0", " ") == said
    assert holding.change(stand, None, "en-GB") == ""


def test_names_are_listed_as_a_sentence_lists_them() -> None:
    assert [holding.listed(list(names)) for names in ("", "A", "AB", "ABC")] == ["", "A", "A and B", "A, B and C"]
