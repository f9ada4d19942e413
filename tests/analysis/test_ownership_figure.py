"""The ownership figure: places, words in every box, small multiples, and what it says in words."""

from dataclasses import replace
from itertools import pairwise

from briefer.analysis.ownership import DRAWN, ripple
from briefer.analysis.ownership_figure import IN_A_PANEL, PANELS, figure
from briefer.model.facts import Designation, Link
from briefer.model.ownership_figure import Half, OwnershipFigure
from tests.analysis.holdings import world
from tests.analysis.test_ownership import DAY, link, said


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


def test_a_blocked_owner_who_holds_too_little_is_drawn_as_listed() -> None:
    (panel,) = figure(said("X60 A; A26 B; Y36 B", "Y", "X", "uk")).panels
    assert words(panel.after) == {"X": "delisted", "Y": "listed", "A": "free", "B": "free"}
    assert weights(panel.after) == {"60 %": "idle", "26 %": "idle", "36 %": "counts"}


def test_an_owner_whom_nobody_holds_stands_just_above_what_it_holds() -> None:
    (panel,) = figure(said("X60 A; A60 B; B26 C; Y36 C", "Y", "X", "uk")).panels
    rows = {box.id: box.y for box in panel.before.boxes}
    assert rows["Y"] == rows["B"] < rows["C"]


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
    assert drawn.title == "Before and after delisting X Holding, US rule"
    assert drawn.alternative == (
        "Before, 5 of the 6 shown are blocked. After X Holding is delisted: A Holding, B Holding and X Holding are no "
        "longer blocked; C Holding is still blocked; D Holding is open."
    )
    assert drawn.panels[0].alternative == drawn.alternative
    assert dict(drawn.legend).keys() == {"delisted", "listed", "blocked", "free", "open", "? %"}


def test_the_legend_explains_only_what_the_figure_shows() -> None:
    assert dict(figure(said("X60 A", "", "X")).legend).keys() == {"listed", "delisted", "blocked", "free"}


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
    assert figure(said("Y60 A", "Y", "")).title == "Before and after delisting nobody, US rule"


def test_more_than_fits_is_left_to_the_table() -> None:
    held = [link("X", f"c{number:03}", "60") for number in range(160)]
    drawn = figure(said("", "", "X", stated=held))
    assert (len(drawn.panels), drawn.left_out) == (PANELS, 160 - PANELS * IN_A_PANEL)


def test_too_much_to_draw_has_no_panel_and_still_its_words() -> None:
    held = [link("X", f"c{number:03}", "60") for number in range(DRAWN)]
    assert figure(said("", "", "X", stated=held)).panels == ()


def tied(*others: str) -> list[Link]:
    return [Link(kind="UnknownLink", subject=other, object="X", role="Linked To") for other in others]


def test_who_is_only_linked_stands_beside_and_no_line_leads_there() -> None:
    drawn = figure(said("X44.95 A; A60 B", "LMN", "X", stated=tied("L", "M", "N", "O")))
    (panel,) = drawn.panels
    boxes = {box.id: box for box in panel.after.boxes}
    assert {id for id, box in boxes.items() if box.remark == "linked"} == {"L", "M", "N", "O"}
    assert (boxes["L"].status, boxes["O"].status) == ("listed", "free")
    assert boxes["L"].y == boxes["X"].y == boxes["M"].y
    assert boxes["L"].x < boxes["X"].x < boxes["M"].x
    assert {arrow.label for arrow in panel.after.arrows} == {"44.95 %", "60 %"}
    assert overlaps(drawn) == []
    assert "L Holding, M Holding and N Holding are still blocked" in drawn.alternative
    assert drawn.alternative.endswith("A Holding and B Holding are not blocked either way.")


def test_an_odd_one_beside_leaves_the_middle_where_it_is_and_the_rest_stand_below() -> None:
    one = figure(said("X60 A", "", "X", stated=tied("L"))).panels[0].before
    assert {box.id: box.x for box in one.boxes} == {"X": 80, "A": 80, "L": 0}
    many = figure(said("X60 A", "", "X", stated=tied("L", "M", "N", "O", "P"))).panels[0].before
    rows = {box.id: box.y for box in many.boxes}
    assert rows["L"] == rows["M"] == rows["X"] < rows["N"] == rows["O"] == rows["A"] < rows["P"]


def test_somebody_linked_who_holds_a_company_of_the_figure_stands_among_the_holdings() -> None:
    panel = figure(said("X60 A; L10 A", "L", "X", stated=tied("L"))).panels[0]
    rows = {box.id: box.y for box in panel.before.boxes}
    assert rows["L"] < rows["A"]
    assert {arrow.label for arrow in panel.before.arrows} == {"60 %", "10 %"}


def test_panels_without_a_holding_are_left_out_where_only_holdings_are_asked_for() -> None:
    many = [f"L{number:02}" for number in range(IN_A_PANEL + 4)]
    found = said("X60 A", "".join(many), "X", stated=tied(*many))
    assert len(figure(found).panels) == 2
    (panel,) = figure(found, held=True).panels
    assert panel.title == ""
    assert "A" in {box.id for box in panel.before.boxes}


def test_a_company_limited_by_a_list_that_blocks_nothing_says_so_in_its_box() -> None:
    people = world("X60 A; X? B", "X")
    sectoral = Designation(regime="US", programme="UKRAINE-EO13662", list_type="SSI")
    people = [replace(each, designations=(sectoral,)) if each.id in "AB" else each for each in people]
    panel = figure(ripple(people, "us", DAY, ("X",))).panels[0]
    remarks = [{box.id: box.remark for box in half.boxes} for half in (panel.before, panel.after)]
    assert remarks == [{"X": "", "A": "", "B": "SSI only"}, {"X": "", "A": "SSI only", "B": "SSI only"}]


def test_a_persons_surname_stands_in_the_box_and_a_companys_name_is_cut_at_its_end() -> None:
    people = world("X60 A", "X")
    names = {"X": "Gennady Bartholomew Nikolayevich Konstantinovich Timchenko", "A": "The Management " * 5}
    people = [
        replace(each, caption=names[each.id], schema="Person" if each.id == "X" else "Company") for each in people
    ]
    boxes = {box.id: box.lines for box in figure(ripple(people, "us", DAY, ("X",))).panels[0].before.boxes}
    assert boxes["X"][-1] == "Timchenko"
    assert boxes["A"][-1].endswith("…")


def test_one_of_whom_it_is_open_whether_the_listing_blocks_is_open_until_it_is_delisted() -> None:
    bare = Designation(regime="US", programme="RUSSIA-EO14024")
    people = [replace(each, designations=(bare,)) if each.id == "X" else each for each in world("X60 A", "X")]
    (panel,) = figure(ripple(people, "us", DAY, ("X",))).panels
    assert words(panel.before) == {"X": "open", "A": "open"}
    assert words(panel.after)["X"] == "delisted"
