"""A holder's positions are ordered and never overwritten, and a pick of one camp only is seen."""

from dataclasses import replace
from datetime import date

import pytest

from briefer.analysis.positions import day_of, known, lines, one_sided, side, standing, trend
from briefer.model.facts import PartialDate
from briefer.model.policy import Position


def on(text: str) -> PartialDate:
    when = date.fromisoformat(text)
    return PartialDate(text=text, earliest=when, latest=when)


def said(id: str, stance: int | None, day: str = "", **more: str) -> Position:
    facts = {"holder": "Anna Beispiel", "issue": "i", **more}
    return Position(id=id, stance=stance, said_on=on(day) if day else None, **facts)  # type: ignore[arg-type]


FIRST, SECOND, THIRD = said("p-1", -2, "2025-01-10"), said("p-2", 0, "2025-02-10"), said("p-3", 1, "2025-03-10")


def test_a_line_is_ordered_by_day_and_keeps_every_position() -> None:
    (line,) = lines([THIRD, FIRST, SECOND])
    assert [item.position.id for item in line.said] == ["p-1", "p-2", "p-3"]
    assert [item.trend for item in line.said] == [
        "first recorded",
        "moved towards easing by 2",
        "moved towards easing by 1",
    ]
    assert (line.trend, line.by, line.turns) == ("moved towards easing by 3", 3, 0)


TRENDS = {
    "unchanged": [-2, -2],
    "moved towards easing by 3": [-2, 1],
    "moved away from easing by 2": [1, -1],
    "unclear": [1, None],
    "one position only": [1],
}


@pytest.mark.parametrize("word", TRENDS)
def test_a_trend_is_a_word(word: str) -> None:
    (line,) = lines(said(f"p-{day}", stance, f"2025-03-0{day}") for day, stance in enumerate(TRENDS[word], 1))
    assert line.trend == word


BY_REPORT = [
    ([("said", 0), ("reported", -1)], "no move on record; moved away from easing by 1 step by report only", 0),
    ([("reported", -1), ("voted", 1)], "no move on record; moved towards easing by 2 steps by report only", 0),
    ([("said", 0), ("inferred", 1)], "no move on record; moved towards easing by 1 step by our inference only", 0),
    ([("said", -2), ("said", 0), ("reported", 1)], "moved towards easing by 2", 2),
    ([("said", -1), ("reported", 1), ("said", -1)], "unchanged", 0),
    ([("reported", 1), ("reported", 1)], "unchanged", 0),
    ([("reported", 1), ("said", None)], "unclear", None),
]


@pytest.mark.parametrize(("taken", "words", "by"), BY_REPORT)
def test_a_step_by_report_or_inference_alone_is_shown_and_not_counted(
    taken: list[tuple[str, int | None]], words: str, by: int | None
) -> None:
    (line,) = lines(
        said(f"p-{day}", stance, f"2025-03-0{day}", basis=basis) for day, (basis, stance) in enumerate(taken, 1)
    )
    assert (line.trend, line.by, line.turns) == (words, by, 0)


def test_each_step_says_whether_it_is_on_record() -> None:
    (line,) = lines([FIRST, SECOND, said("p-3", 1, "2025-03-10", basis="reported"), said("p-4", 1, "2025-03-11")])
    assert [item.off_record for item in line.said] == ["", "", "by report only", ""]
    assert line.said[2].trend == "moved towards easing by 1 step by report only"
    assert line.said[3].trend == "unchanged"


def test_an_unclear_beginning_does_not_hide_a_later_move() -> None:
    (line,) = lines([said("p-1", None, "2025-01-01"), said("p-2", -1, "2025-01-02"), said("p-3", 1, "2025-01-03")])
    assert line.trend == "moved towards easing by 2"
    assert line.said[1].trend == "unclear"


def test_positions_that_are_all_unclear_show_no_trend() -> None:
    (line,) = lines([said("p-1", None, "2025-01-01"), said("p-2", None, "2025-01-02")])
    assert (line.trend, line.by) == ("unclear", None)


def test_going_there_and_back_is_counted_as_a_turn() -> None:
    (line,) = lines([said("p-1", -1, "2025-01-01"), said("p-2", 2, "2025-01-02"), said("p-3", -1, "2025-01-03")])
    assert (line.trend, line.turns) == ("unchanged", 1)


def test_a_superseded_position_stays_on_the_line_and_says_by_what() -> None:
    (line,) = lines([FIRST, replace(SECOND, supersedes="p-1")])
    assert [item.superseded_by for item in line.said] == ["p-2", ""]


def test_a_correction_of_an_earlier_day_stands_in_place_of_what_it_corrects() -> None:
    assert standing([SECOND, replace(FIRST, supersedes="p-2")]) == replace(FIRST, supersedes="p-2")


def test_positions_that_claim_each_other_both_stand() -> None:
    circle = [replace(FIRST, supersedes="p-2"), replace(SECOND, supersedes="p-1")]
    assert standing(circle) == circle[1]


def test_a_position_that_hangs_on_a_circle_is_still_superseded() -> None:
    circle = [replace(FIRST, supersedes="p-3"), replace(SECOND, supersedes="p-1"), replace(THIRD, supersedes="p-2")]
    hanging = said("p-0", 2, "2025-04-01")
    assert standing([*circle, hanging]) == hanging
    assert standing([*circle, hanging, said("p-4", 2, "2024-01-01", supersedes="p-0")]) == circle[2]


@pytest.mark.parametrize("other", [{"holder": "Carl Muster"}, {"issue": "j"}])
def test_nobody_supersedes_what_another_holds_or_what_is_held_on_something_else(other: dict[str, str]) -> None:
    (line, _) = lines([FIRST, said("p-9", 2, "2025-02-01", supersedes="p-1", **other)])
    assert line.said[0].superseded_by == ""


def test_what_was_said_after_the_day_is_not_known() -> None:
    assert [item.id for item in known([THIRD, FIRST], date(2025, 2, 1))] == ["p-1"]
    assert lines([THIRD], date(2025, 2, 1)) == ()
    assert standing([]) is None


def test_an_undated_position_is_known_and_comes_first() -> None:
    undated = said("p-0", 2)
    assert known([FIRST, undated], date(2025, 2, 1)) == (undated, FIRST)
    assert standing([undated, FIRST]) == FIRST


def test_a_position_is_ordered_by_the_day_it_was_said_else_reported() -> None:
    unread = PartialDate(text="some day")
    assert day_of(replace(FIRST, reported_on=on("2025-01-12"))) == date(2025, 1, 10)
    assert day_of(replace(FIRST, said_on=unread, reported_on=on("2025-01-12"))) == date(2025, 1, 12)
    assert day_of(replace(FIRST, said_on=unread)) is None


def test_stances_and_steps_have_words() -> None:
    assert [side(stance) for stance in (2, 1, 0, -1, None)] == [
        "in favour",
        "in favour",
        "neither",
        "against",
        "unclear",
    ]
    assert [trend(by) for by in (None, 0, 1, -4)] == [
        "unclear",
        "unchanged",
        "moved towards easing by 1",
        "moved away from easing by 4",
    ]


FOR, AGAINST, OPEN = said("p-for", 2, "2025-01-01"), said("p-no", -1, "2025-01-01"), said("p-open", 0, "2025-01-01")


def test_a_pick_of_one_camp_names_what_the_other_said() -> None:
    (found,) = one_sided([FOR, OPEN], [FOR, AGAINST, OPEN])
    assert (found.issue, found.picked, found.missing) == ("i", "in favour", "against")
    assert (found.chosen, found.left_out) == (("p-for",), ("p-no",))
    assert one_sided([AGAINST], [FOR, AGAINST])[0].left_out == ("p-for",)


def test_a_pick_is_not_one_sided_where_both_camps_are_in_it_or_only_one_is_on_record() -> None:
    assert one_sided([FOR, AGAINST], [FOR, AGAINST]) == ()
    assert one_sided([FOR], [FOR, OPEN]) == ()
    assert one_sided([OPEN], [FOR, AGAINST, OPEN]) == ()
    assert one_sided([], [FOR, AGAINST]) == ()


def test_what_the_other_camp_said_after_the_day_is_not_missed() -> None:
    assert one_sided([FOR], [FOR, said("p-late", -2, "2025-05-01")], date(2025, 3, 1)) == ()
