import gc

from pytestqt.qtbot import QtBot

from briefer.desktop.collector import Collector


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
