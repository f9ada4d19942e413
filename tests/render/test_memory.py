"""A long run of edits holds a bounded amount of memory."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

RUN = """
import sys
from pathlib import Path
from briefer.render import fonts
fonts.use_bundled()
from briefer.render.engine import Engine
from tests.bench import page_html
from tests.bench.edits import EDITS
from tests.bench.make_pages import pages

def held():
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 2**20

number, turns = map(int, sys.argv[1:])
engine, made = Engine(), pages(number)
engine.update(page_html.brief(made))
engine.export()
for turn in range(turns):
    made, _ = EDITS[("paragraph", "row", "title")[turn % 3]](made, turn)
    update = engine.update(page_html.brief(made))
    engine.plain(update.text[:1] or [1])
    if turn % 50 == 0:
        engine.export()
    if turn == turns // 3:
        print(held())
print(held())
"""


def held(number: int, turns: int) -> tuple[float, float]:
    """Gives the megabytes held after a third of so many edits, and after all."""
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    call = [sys.executable, "-c", RUN, str(number), str(turns)]
    done = subprocess.run(call, capture_output=True, text=True, check=True, env=environment)
    third, whole = map(float, done.stdout.split())
    return third, whole


@pytest.mark.full
@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="what a process holds is read from /proc")
def test_a_thousand_edits_of_a_hundred_pages_hold_no_more_than_a_third_of_them() -> None:
    third, whole = held(100, 1000)
    assert whole < third * 1.15
    assert whole < 250
