"""A thousand edits in the window hold no more memory than the first; the drafter who makes them does what it says."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from briefer.desktop.window import Window
from briefer.service import edits
from tests.bench import drafting, start
from tests.bench import window as bench
from tests.desktop.conftest import LONG


def test_a_round_of_the_drafter_touches_every_kind_of_edit_and_lets_the_paper_grow_by_one_sentence(
    window: Window, qtbot: QtBot
) -> None:
    program: Any = SimpleNamespace(window=window, work=window.work)
    drafter, work = drafting.Drafter(program), window.work
    assert work.history is not None
    before, section = work.pack, drafter.sections[0]
    labels = []
    for turn in range(16):
        drafter.edit(turn)
        labels.append(work.history.undo_label)
    assert any(label.startswith("Write in") for label in labels)
    assert any(label.startswith("Remove") for label in labels)
    assert any(label.startswith("Add") for label in labels)
    assert "Rename" in labels
    assert set(work.pack.entities) == set(before.entities)
    grown, was = edits.section(work.pack, section), edits.section(before, section)
    assert grown is not None
    assert was is not None
    assert grown.text == f"{was.text}\n\n{drafting.SENTENCE.format(turn=7)}"
    assert work.section == drafter.sections[1]
    qtbot.waitUntil(lambda: work.tasks.idle, timeout=LONG)
    held = drafting.history(program)
    assert 0 < held < 2
    work.history = None
    assert drafting.history(program) == 0


def test_growth_is_what_is_held_at_the_end_over_what_was_held_when_all_was_full() -> None:
    rows = [
        {"edits": at, "window_mb": size, "child_mb": 2 * size, "history_mb": 1.0}
        for at, size in ((100, 100.0), (300, 200.0), (400, 250.0))
    ]
    assert drafting.growth(rows) == {
        "window_mb": 250.0,
        "child_mb": 500.0,
        "history_mb": 1.0,
        "window_growth": 1.25,
        "child_growth": 1.25,
    }


@pytest.mark.full
@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="what a process holds is read from /proc")
def test_a_thousand_edits_in_the_window_hold_no_more_than_the_first_third(tmp_path: Path) -> None:
    said = bench.measure("edits", start.library(tmp_path, names=20), 1)
    assert said["met"], said
    assert said["history_mb"] < 5
