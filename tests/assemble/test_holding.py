"""What a position says of itself in a quiet line."""

from datetime import date

import pytest

from briefer import language
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


def test_a_move_is_said_whole_in_another_language(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = {"moved towards easing by {count} step": "{count} Schritt", "{move} since {day}": "seit {day} {move}"}
    monkeypatch.setattr(language, "_said", lambda _tongue, text: texts.get(text, text))
    monkeypatch.setattr(language, "_counted", lambda _tongue, one, _many, _count: texts.get(one, one))
    stand = Stand(holder="Anna", issue="easing", position=HELD, trend="moved towards easing by 1", by=1)
    assert holding.change(stand, DAY, "en-GB").replace("\u00a0", " ") == "seit 17 Mar 2025 1 Schritt"
