import threading
from dataclasses import replace

import pytest

from briefer.model.errors import RenderFault
from briefer.render import fonts, render, second, watch
from briefer.render.engine import Engine
from tests.render import briefs

MADE = briefs.brief(
    *briefs.BRIEF.sections,
    *(briefs.section(f"s{number}", f"<h2>Part {number}</h2><p>Words</p>") for number in range(6)),
    briefs.section("faint", "<h2>Faint</h2><p style='opacity: .5'>x</p>"),
)


@pytest.fixture(autouse=True)
def two(monkeypatch: pytest.MonkeyPatch) -> None:
    fonts.use_bundled()
    monkeypatch.setattr(second, "worth_it", lambda _letters: True)


def test_two_processes_print_what_one_prints() -> None:
    engine = Engine()
    engine.update(MADE)
    assert render(MADE) == engine.export()


def test_a_fault_in_either_process_is_told() -> None:
    bad = replace(MADE, sections=(*MADE.sections, briefs.section("bad", "<p style='colour: red'>x</p>")))
    with pytest.raises(RenderFault, match="Section “Bad” has a fault"):
        render(bad)


def test_the_tasks_are_shared_and_each_is_done_once() -> None:
    with second.shared(lambda number: number * 2, 50) as (mine, theirs):
        here = [*mine]
        there = theirs()
    assert sorted([*here, *there]) == list(range(50))
    assert all(value == number * 2 for number, value in there.items())


def test_the_section_that_the_other_process_has_in_hand_is_told_here() -> None:
    told: list[str] = []

    def begin(number: int) -> int:
        watch.begin(str(number), f"Part {number}")
        return number

    with watch.sections(lambda _id, title: told.append(title)), second.shared(begin, 3) as (_mine, theirs):
        assert theirs() == {0: 0, 1: 1, 2: 2}
    assert told == ["Part 0", "Part 1", "Part 2"]


def test_what_a_process_that_dies_had_is_left_to_the_other() -> None:
    def die(_number: int) -> int:
        raise SystemExit

    with second.shared(die, 3) as (mine, theirs):
        found, here = theirs(), [*mine]
    assert found == {}
    assert len(here) == 2


def test_long_tasks_come_first() -> None:
    assert second.portions([3, 9, 5]) == [1, 2, 0]


def test_a_second_process_is_used_where_it_pays_and_can_be_forked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    monkeypatch.setattr(second.os, "sched_getaffinity", lambda _who: {0, 1})
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    assert second.worth_it(second.MANY)
    assert not second.worth_it(second.MANY - 1)
    monkeypatch.setattr(threading, "active_count", lambda: 2)
    assert not second.worth_it(second.MANY)
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    monkeypatch.setattr(second.os, "sched_getaffinity", lambda _who: {0})
    assert not second.worth_it(second.MANY)
