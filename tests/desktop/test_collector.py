import gc

import pytest
from pytestqt.qtbot import QtBot

from briefer.desktop.collector import MANY, PATIENCE, Collector


def test_garbage_goes_when_the_window_looks_and_not_before(qtbot: QtBot) -> None:
    collector = Collector()
    try:
        assert not gc.isenabled()
        gc.collect()
        for _ in range(2000):
            cycle: list[object] = []
            cycle.append(cycle)
        assert collector.look() >= 1000
        gc.collect()
        assert collector.look() == 0
    finally:
        collector.stop()
        gc.unfreeze()
    assert gc.isenabled()


def test_nothing_is_collected_while_something_is_under_way_but_not_for_ever(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    collector = Collector(busy=lambda: True)
    try:
        monkeypatch.setattr(gc, "get_count", lambda: (5000, 0, 0))
        monkeypatch.setattr(gc, "collect", lambda _generation: 7)
        assert [collector.look() for _ in range(PATIENCE + 1)] == [0] * PATIENCE + [7]
    finally:
        collector.stop()
        monkeypatch.undo()
        gc.unfreeze()


def test_what_is_at_work_in_great_numbers_is_put_off_but_not_for_ever(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    collector = Collector()
    looked: list[int] = []
    try:
        monkeypatch.setattr(gc, "get_count", lambda: (MANY + 1, 0, 0))
        monkeypatch.setattr(gc, "collect", lambda generation: looked.append(generation) or 7)
        assert [collector.look() for _ in range(PATIENCE + 1)] == [0] * PATIENCE + [7]
        assert looked == [0]
    finally:
        collector.stop()
        monkeypatch.undo()
        gc.unfreeze()


def test_what_is_kept_is_not_looked_through_again(qtbot: QtBot) -> None:
    collector = Collector()
    try:
        gc.collect()
        held = [[number] for number in range(5000)]
        young = len(gc.get_objects())
        collector.keep()
        assert len(gc.get_objects()) < young - len(held)
    finally:
        collector.stop()
        gc.unfreeze()
