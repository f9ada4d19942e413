"""The ownership figure: places, words in every box, small multiples, and what it says in words."""

from itertools import pairwise

from briefer.analysis.ownership import DRAWN
from briefer.analysis.ownership_figure import IN_A_PANEL, PANELS, figure
from briefer.model.ownership_figure import Half, OwnershipFigure
from tests.analysis.test_ownership import link, said


def words(half: Half) -> dict[str, str]:
    return {box.id: box.status for box in half.boxes}


def weights(half: Half) -> dict[str, str]:
    return {arrow.label: arrow.weight for arrow in half.arrows}


def overlaps(drawn: OwnershipFigure) -> list[tuple[str, str]]:
    found = []
    for panel in drawn.panels:
        for one in panel.before.boxes:
            for other in panel.before.boxes:
                beside = one.x + one.width <= other.x or other.x + other.width <= one.x
                apart = one.y + one.height <= other.y or other.y + other.height <= one.y
                if one.id < other.id and not (beside or apart):
                    found.append((one.id, other.id))
    return found


def test_before_and_after_show_the_same_boxes_with_their_status_as_a_word() -> None:
    drawn = figure(said("X60 A; A60 B; Y55 C; X5 C; X? D", "Y", "X"))
    (panel,) = drawn.panels
    assert words(panel.before) == {
        "X": "listed",
        "Y": "listed",
        "A": "blocked",
        "B": "blocked",
        "C": "blocked",
        "D": "open",
    }
    assert words(panel.after) == {"X": "delisted", "Y": "listed", "A": "free", "B": "free", "C": "blocked", "D": "open"}
    assert [(box.x, box.y) for box in panel.before.boxes] == [(box.x, box.y) for box in panel.after.boxes]
    assert weights(panel.before) == {
        "60 %": "decides",
        "55 %": "decides",
        "5 %": "counts",
        "? %": "counts",
    }
    assert weights(panel.after) == {"60 %": "idle", "55 %": "decides", "5 %": "idle", "? %": "idle"}
    assert panel.title == ""


def test_owners_stand_above_what_they_hold_and_no_box_covers_another() -> None:
    drawn = figure(said("X60 A; A60 B; B60 C; X60 D; X60 E; X60 F; X60 G", "", "X"))
    (panel,) = drawn.panels
    rows = {box.id: box.y for box in panel.before.boxes}
    assert all(rows[one] < rows[other] for one, other in pairwise("XABC"))
    assert len({rows[id] for id in "ADEFG"}) == 2
    assert overlaps(drawn) == []
    assert all(0 <= box.x <= panel.width - box.width for box in panel.before.boxes)
    assert all(box.y + box.height <= panel.height for box in panel.before.boxes)


def test_a_holding_that_leads_up_again_runs_along_the_side() -> None:
    drawn = figure(said("X60 A; A60 B; B40 A", "", "X"))
    (arrow,) = (arrow for arrow in drawn.panels[0].before.arrows if arrow.label == "40 %")
    boxes = {box.id: box for box in drawn.panels[0].before.boxes}
    assert arrow.start == (boxes["B"].x + boxes["B"].width, boxes["B"].y + boxes["B"].height / 2)
    assert arrow.end == (boxes["A"].x + boxes["A"].width, boxes["A"].y + boxes["A"].height / 2)


def test_arrows_to_one_company_share_its_width_and_a_label_stands_where_no_box_is() -> None:
    drawn = figure(said("X30+Y20 A; X60 B; A60 B; A10+B10 C; X5 C; B7 A", "Y", "X"))
    boxes = {box.id: box for box in drawn.panels[0].before.boxes}
    down = [arrow for arrow in drawn.panels[0].before.arrows if arrow.start[1] < arrow.end[1]]
    assert len({arrow.end for arrow in down}) == len(down)
    for arrow in down:
        x, y = arrow.at
        inside = [id for id, box in boxes.items() if box.x < x < box.x + box.width and box.y < y < box.y + box.height]
        assert inside == []


def test_a_holding_between_neighbours_runs_from_side_to_side() -> None:
    drawn = figure(said("X60 A; X60 B; A10 B; B5 A", "", "X"))
    boxes = {box.id: box for box in drawn.panels[0].before.boxes}
    right, left = (
        next(arrow for arrow in drawn.panels[0].before.arrows if arrow.label == label) for label in ("10 %", "5 %")
    )
    assert (right.start[0], right.end[0]) == (boxes["A"].x + boxes["A"].width, boxes["B"].x)
    assert (left.start[0], left.end[0]) == (boxes["B"].x + boxes["B"].width, boxes["A"].x + boxes["A"].width)


def test_the_alternative_text_says_who_is_freed_who_stays_and_what_is_open() -> None:
    drawn = figure(said("X60 A; A60 B; Y55 C; X5 C; X? D", "Y", "X"))
    assert drawn.title == "What delisting X Holding frees under the US rule"
    assert drawn.alternative == (
        "Before, 5 of the 6 shown are blocked. After X Holding is delisted: A Holding, B Holding and X Holding are no "
        "longer blocked; C Holding is still blocked; D Holding is open."
    )
    assert drawn.panels[0].alternative == drawn.alternative
    assert dict(drawn.legend).keys() == {"delisted", "listed", "blocked", "free", "open", "? %"}


def test_a_delisted_owner_whom_another_holds_stays_blocked_in_the_figure() -> None:
    drawn = figure(said("Y60 X; X60 A", "Y", "X"))
    assert words(drawn.panels[0].after) == {"X": "blocked", "Y": "listed", "A": "blocked"}


def test_much_is_shown_in_small_multiples_and_what_has_no_room_is_counted() -> None:
    letters = "ABCDEFGHIJKLMNOPQRSTUVW"
    few = figure(said("; ".join(f"X60 {id}" for id in letters), "", "X"))
    assert [panel.title for panel in few.panels] == ["Part 1 of 2", "Part 2 of 2"]
    assert all(len(panel.before.boxes) <= IN_A_PANEL + 1 for panel in few.panels)
    assert (few.left_out, overlaps(few)) == (0, [])
    assert "and 19 more are no longer blocked" in few.alternative


def test_a_part_that_is_cut_repeats_the_owners_of_its_first_companies() -> None:
    letters = "ABCDEFGHIJKLMN"
    chain = "; ".join(["X60 A", *(f"{one}60 {other}" for one, other in pairwise(letters))])
    second = figure(said(chain, "", "X")).panels[1]
    assert {"L", "M", "N"} == set(words(second.before)) - {"X"}


def test_nothing_hangs_on_somebody_and_there_is_no_panel() -> None:
    drawn = figure(said("Y60 A", "Y", "X"))
    assert (drawn.panels, drawn.left_out) == ((), 0)
    assert figure(said("Y60 A", "Y", "")).title == "What delisting nobody frees under the US rule"


def test_more_than_fits_is_left_to_the_table() -> None:
    held = [link("X", f"c{number:03}", "60") for number in range(160)]
    drawn = figure(said("", "", "X", stated=held))
    assert (len(drawn.panels), drawn.left_out) == (PANELS, 160 - PANELS * IN_A_PANEL)


def test_too_much_to_draw_has_no_panel_and_still_its_words() -> None:
    held = [link("X", f"c{number:03}", "60") for number in range(DRAWN)]
    assert figure(said("", "", "X", stated=held)).panels == ()
