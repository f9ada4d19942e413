"""Who does what, in the order of the law, and how it is taken back."""

from dataclasses import replace
from datetime import date

from briefer import rulebook
from briefer.analysis.option_steps import REVERSALS, reversals, steps
from briefer.model.options import OptionStep
from tests.analysis.optioned import (
    BANK,
    CENTRAL,
    DAY,
    LIMITS,
    OIL,
    PLAIN,
    REVIEWED,
    STRANGE,
    cover,
    entity,
    us,
    with_entities,
)

MAGNITSKY = entity("magnitsky", us("GLOMAG"))


def told(found: tuple[OptionStep, ...]) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(step.stage, step.instrument, step.ids) for step in found]


def test_report_comes_before_the_wait_and_the_wait_before_the_act() -> None:
    found = cover("tranche", with_entities(REVIEWED), entities=("reviewed",)).steps
    assert told(found) == [
        ("act", "delisting", ("reviewed",)),
        ("notice", "delisting-after-review", ("reviewed",)),
        ("wait", "delisting-after-review", ("reviewed",)),
        ("act", "delisting-after-review", ("reviewed",)),
    ]
    assert [step.on for step in found] == [date(2025, 3, 31), date(2025, 3, 31), None, date(2025, 4, 30)]
    assert found[1].text.startswith("Report to the committees")
    assert (found[2].days, found[2].text[:16]) == (30, "30 calendar days")


def test_one_step_stands_for_an_actor_and_an_instrument_whoever_it_serves() -> None:
    found = cover("tranche", with_entities(PLAIN, REVIEWED), entities=("plain", "reviewed")).steps
    assert ("act", "delisting", ("plain", "reviewed")) in told(found)


def test_what_makes_nobody_wait_is_an_act_alone() -> None:
    assert told(cover("tranche", with_entities(PLAIN), entities=("plain",)).steps) == [("act", "delisting", ("plain",))]


def test_a_wait_without_a_notice_of_its_own_stands_without_one() -> None:
    found = cover("broad", with_entities(MAGNITSKY), instruments=("cbw-waiver", "caatsa-waiver", "glomag-report")).steps
    assert [(step.stage, step.days) for step in found][-2:] == [("wait", 15), ("act", 15)]
    routes = cover("tranche", with_entities(REVIEWED), entities=("reviewed",)).entries[0].touches
    bare = tuple(replace(touch, route=replace(touch.route, notice="")) for touch in routes if touch.route)
    entry = replace(cover("tranche", with_entities(REVIEWED), entities=("reviewed",)).entries[0], touches=bare)
    assert [step.stage for step in steps((entry,), DAY)] == ["act", "wait", "act"]


def test_the_report_of_the_global_magnitsky_act_goes_before_a_delisting_that_has_no_wait_of_its_own() -> None:
    found = cover("tranche", with_entities(MAGNITSKY, PLAIN), entities=("magnitsky", "plain"))
    assert told(found.steps) == [
        ("act", "delisting", ("plain",)),
        ("notice", "delisting", ("magnitsky",)),
        ("wait", "delisting", ("magnitsky",)),
        ("act", "delisting", ("magnitsky",)),
    ]
    notice, act = found.steps[1], found.steps[3]
    assert (notice.actor, notice.on, notice.days) == ("President", DAY, 15)
    assert notice.text == "Report to four committees not later than 15 days before the sanction ends."
    assert notice.citations == ("22 USC 10102(g)",)
    assert act.on == date(2025, 4, 15)
    assert [(one.on, one.basis, one.ids) for one in found.earliest] == [
        (DAY, "at once", ("plain",)),
        (date(2025, 4, 15), "wait", ("magnitsky",)),
    ]
    assert told(cover("licence", with_entities(MAGNITSKY)).steps)[-1][0] != "wait"


def test_the_ban_on_oil_goes_by_consultation_certification_wait_and_the_order_beside_it() -> None:
    found = cover("broad", with_entities(PLAIN, measures=(OIL,)), instruments=("amend-order", "imports-certification"))
    assert [(step.stage, step.instrument, step.on) for step in found.steps] == [
        ("act", "amend-order", date(2025, 3, 31)),
        ("phase", "imports-certification", date(2025, 3, 31)),
        ("phase", "imports-certification", date(2025, 5, 15)),
        ("phase", "imports-certification", date(2025, 8, 13)),
        ("act", "revoke-import-order", date(2025, 8, 13)),
    ]
    assert [step.beside for step in found.steps] == [False, False, False, False, True]
    assert found.steps[2].text == "At least 45 days later: certify"


def test_an_emergency_is_ended_beside_the_orders_that_rest_on_it_and_by_itself_where_nothing_else_is_named() -> None:
    both = cover("broad", with_entities(PLAIN, BANK), instruments=("amend-order", "end-emergency"))
    assert [(step.instrument, step.beside) for step in both.steps if step.stage == "act"] == [
        ("amend-order", False),
        ("end-emergency", True),
    ]
    assert both.ended == ("United States: emergency of EO 14024 (Russia)",)
    alone = cover("broad", with_entities(PLAIN), instruments=("end-emergency",))
    assert [(step.instrument, step.beside) for step in alone.steps] == [("end-emergency", False)]


def test_a_licence_that_may_have_to_be_reported_has_the_report_before_it_and_what_stays_is_continued() -> None:
    found = cover("licence", with_entities(PLAIN)).steps
    assert told(found) == [
        ("keep", "", ()),  # due while one waits, if one has to
        ("doubtful notice", "general-licence", ("plain",)),
        ("doubtful wait", "general-licence", ("plain",)),
        ("act", "general-licence", ("plain",)),
    ]
    assert found[0].on == date(2025, 4, 15)
    assert (found[1].actor, found[1].contested, found[1].days) == ("President", True, 30)
    assert (found[2].actor, found[2].text, found[2].days, found[2].on) == ("", "Wait, if reported.", 30, None)
    named = replace(REVIEWED, designations=REVIEWED.designations[:1])
    assert not cover("licence", with_entities(named)).steps[1].contested


def test_acts_without_a_day_come_last() -> None:
    wanted = ("amend-directive", "delisting", "repo-certification", "repeal")
    found = cover("broad", with_entities(PLAIN, CENTRAL, measures=(LIMITS,)), instruments=wanted).steps
    acts = [(step.instrument, step.on) for step in found if step.stage == "act"]
    assert acts[-2:] == [("repo-certification", None), ("repeal", None)]


def test_a_tag_that_the_rulebook_does_not_know_gives_no_step() -> None:
    assert cover("broad", with_entities(STRANGE)).steps == ()


def test_a_contested_instrument_gives_contested_steps() -> None:
    entries = cover("tranche", with_entities(PLAIN), entities=("plain",)).entries
    touch = entries[0].touches[0]
    assert touch.route
    doubted = replace(touch, route=replace(touch.route, contested="Somebody objects."), earliest=None)
    [step] = steps((replace(entries[0], touches=(doubted,)),), DAY)
    assert (step.contested, step.on) == (True, None)


def test_the_hardest_way_back_comes_first_and_what_is_not_stated_last() -> None:
    wanted = ("delisting", "delisting-after-review", "repeal")
    entries = cover("broad", with_entities(PLAIN, BANK, measures=(LIMITS,)), instruments=wanted).entries
    assert [way.rank for way in reversals(entries)] == [3, 1, 1]
    touch = entries[0].touches[0]
    assert touch.route
    unknown = replace(touch, route=replace(touch.route, id="x", reversal="To be verified"))
    ways = reversals((*entries, replace(entries[0], touches=(unknown,))))
    assert (ways[-1].text, ways[-1].rank) == ("To be verified", None)


def test_every_way_back_of_the_rulebook_has_a_rank_or_is_known_to_be_unstated() -> None:
    said = {row.reversal for row in rulebook.load().instruments}
    assert said - set(REVERSALS) == {"To be verified", "Yes"}
    assert set(REVERSALS) <= said
