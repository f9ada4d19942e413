"""Who does what, in the order of the law, and how it is taken back."""

from dataclasses import replace
from datetime import date

from briefer import rulebook
from briefer.analysis.option_steps import REVERSALS, reversals, steps
from briefer.model.options import OptionStep
from tests.analysis.optioned import BANK, CENTRAL, LIMITS, OIL, PLAIN, REVIEWED, STRANGE, cover, with_entities


def told(found: tuple[OptionStep, ...]) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(step.stage, step.instrument, step.ids) for step in found]


def test_report_comes_before_the_wait_and_the_wait_before_the_act() -> None:
    found = cover("tranche", with_entities(REVIEWED), entities=("reviewed",)).steps
    assert told(found) == [
        ("notice", "delisting-after-review", ("reviewed",)),
        ("wait", "delisting-after-review", ("reviewed",)),
        ("act", "delisting", ("reviewed",)),
        ("act", "delisting-after-review", ("reviewed",)),
    ]
    assert [step.on for step in found] == [None, None, date(2025, 3, 31), date(2025, 4, 30)]
    assert found[0].text.startswith("Report to the committees")
    assert (found[1].days, found[1].text[:16]) == (30, "30 calendar days")


def test_one_step_stands_for_an_actor_and_an_instrument_whoever_it_serves() -> None:
    found = cover("tranche", with_entities(PLAIN, REVIEWED), entities=("plain", "reviewed")).steps
    assert ("act", "delisting", ("plain", "reviewed")) in told(found)


def test_what_makes_nobody_wait_is_an_act_alone() -> None:
    assert told(cover("tranche", with_entities(PLAIN), entities=("plain",)).steps) == [("act", "delisting", ("plain",))]


def test_a_wait_without_a_notice_of_its_own_stands_without_one() -> None:
    found = cover("broad", with_entities(measures=(OIL,)), instruments=("imports-certification",)).steps
    assert [(step.stage, step.days) for step in found] == [("wait", 135), ("act", 135)]


def test_acts_without_a_day_come_last() -> None:
    found = cover("broad", with_entities(PLAIN, CENTRAL, measures=(LIMITS,))).steps
    acts = [(step.instrument, step.on) for step in found if step.stage == "act"]
    assert acts[-2:] == [("repo-certification", None), ("repeal", None)]


def test_a_tag_that_the_rulebook_does_not_know_gives_no_step() -> None:
    assert cover("broad", with_entities(STRANGE)).steps == ()


def test_a_contested_instrument_gives_contested_steps() -> None:
    entries = cover("tranche", with_entities(PLAIN), entities=("plain",)).entries
    touch = entries[0].touches[0]
    assert touch.route
    doubted = replace(touch, route=replace(touch.route, contested="Somebody objects."), earliest=None)
    [step] = steps((replace(entries[0], touches=(doubted,)),))
    assert (step.contested, step.on) == (True, None)


def test_the_hardest_way_back_comes_first_and_what_is_not_stated_last() -> None:
    entries = cover("broad", with_entities(PLAIN, BANK, measures=(LIMITS,))).entries
    assert [way.rank for way in reversals(entries)] == [3, 1, 1, 1]
    touch = entries[0].touches[0]
    assert touch.route
    unknown = replace(touch, route=replace(touch.route, id="x", reversal="To be verified"))
    ways = reversals((*entries, replace(entries[0], touches=(unknown,))))
    assert (ways[-1].text, ways[-1].rank) == ("To be verified", None)


def test_every_way_back_of_the_rulebook_has_a_rank_or_is_known_to_be_unstated() -> None:
    said = {row.reversal for row in rulebook.load().instruments}
    assert said - set(REVERSALS) == {"To be verified", "Yes"}
    assert set(REVERSALS) <= said
