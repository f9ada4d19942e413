"""Times the window: how soon it can be used, and how long its loop of events stands still while others work.

`./dev bench window [--json] [--cases start,search,import,open,pages,analysis,export,edits] [--runs N]`; without a
screen, on a library of 20,000 made-up names. `seconds` is from the call to the window drawn and answering, `loaded`
until the library's rows are there; `stall_ms` is the longest that an event had to wait, `own_ms` the longest that the
window itself was at work meanwhile, which other programs of a busy machine do not lengthen. Medians of the runs.
Targets: 1.2 s to the window, 50 ms of waiting.

`edits` is one run of a thousand (see drafting.py): what the window and the child that lays pages out hold at its end,
and `window_growth` and `child_growth`, that over what they held after 300, when each section has been edited and what
is kept for later is full. The history, which has no limit, is `history_mb` of the window's.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.bench.report import Case, report
from tests.bench.start import library

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from briefer.desktop.app import Program

TICK = 0.004
TARGET = {"start": {"seconds": 1.2}, "edits": {"window_growth": 1.15, "child_growth": 1.15}}
STALL = {"stall_ms": 50}
CASES = ("start", "search", "import", "open", "pages", "analysis", "export", "edits")
ONCE = ("edits",)
TYPED = "deripaska"


class Loop:
    """Ticks as fast as it may and keeps the longest time between two ticks."""

    def __init__(self, app: "QApplication") -> None:
        from PySide6.QtCore import QTimer

        self._app = app
        self.again()
        self._timer = QTimer(interval=round(TICK * 1000))
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def _tick(self) -> None:
        now, own = time.perf_counter(), time.thread_time()
        self.longest, self._last = max(self.longest, now - self._last), now
        self.own, self._spent = max(self.own, own - self._spent), own

    def until(self, done: Callable[[], object], seconds: float = 120) -> None:
        """Runs the loop until something is so."""
        from PySide6.QtCore import QEventLoop

        end = time.perf_counter() + seconds
        while not done() and time.perf_counter() < end:
            self._app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    def again(self) -> None:
        """Begins to measure anew."""
        self.longest, self._last = 0.0, time.perf_counter()
        self.own, self._spent = 0.0, time.thread_time()


def drive(case: str, path: Path, began: float) -> dict[str, Any]:
    """Runs one case in this process and gives what was measured."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.setswitchinterval(0.001)
    from PySide6.QtWidgets import QApplication

    from briefer.desktop import dress
    from briefer.desktop.app import Program

    app = QApplication([])
    dress.use_bundled_font(app)
    program = Program(app, path)
    loop = Loop(app)
    program.begin()
    app.processEvents()
    window = program.window
    drawn = time.time() - began
    loop.until(window.isVisible)
    usable = time.time() - began
    loop.until(lambda: bool(window.library.entities.model.found.ids) and program.work.tasks.idle)
    loaded = time.time() - began
    loop.again()
    more = DRIVEN.get(case, lambda *_given: None)(program, loop, path) or {}
    program.work.shut()
    return {
        "seconds": round(usable, 3),
        "drawn": round(drawn, 3),
        "loaded": round(loaded, 3),
        "stall_ms": round(loop.longest * 1000),
        "own_ms": round(loop.own * 1000),
        **more,
    }


def _search(program: "Program", loop: Loop, _path: Path) -> None:
    box = program.window.library.entities.search
    for end in range(1, len(TYPED) + 1):
        box.setText(TYPED[:end])
        until = time.perf_counter() + 0.12
        loop.until(lambda until=until: time.perf_counter() > until)
    loop.until(lambda: program.work.tasks.idle)


def _import(program: "Program", loop: Loop, path: Path) -> None:
    from briefer.shipped import data

    done: list[object] = []
    program.window.imported = done.append  # type: ignore[method-assign]
    program.window.import_paths([Path(str(data("assets", "sample", "entities.ftm.json")))])
    loop.until(lambda: bool(done))


def _sample(program: "Program", loop: Loop, path: Path) -> None:
    program.work.open_sample(path.parent / "sample")
    loop.until(lambda: program.work.is_open)


def _pages(program: "Program", loop: Loop, path: Path) -> None:
    _sample(program, loop, path)
    loop.again()
    pages = program.work.pages
    loop.until(lambda: bool(pages.leaves) and not pages.working)


def _analysis(program: "Program", loop: Loop, path: Path) -> None:
    _sample(program, loop, path)
    loop.until(lambda: bool(program.work.pages.leaves) and not program.work.pages.working)
    loop.again()
    window = program.window
    for show in (window.show_relief, window.show_scenario, window.show_ownership, window.show_matrix):
        show()
        loop.until(lambda: program.work.analysis.idle)
    for _each in range(5):
        window.show_scenario()
        window.views.scenario.toggle(2)
        loop.until(lambda: program.work.analysis.idle)


def _export(program: "Program", loop: Loop, path: Path) -> None:
    from briefer.desktop.export import DoneDialog
    from briefer.service.verbs import Wish

    _pages(program, loop, path)
    loop.again()
    program.window.build(Wish(folder=path.parent / "out", name="paper"))
    loop.until(lambda: any(each.isVisible() for each in program.window.findChildren(DoneDialog)))


def _edits(program: "Program", loop: Loop, path: Path) -> dict[str, float]:
    from tests.bench import drafting

    _pages(program, loop, path)
    loop.again()
    return drafting.growth(drafting.draft(program, loop))


DRIVEN: dict[str, Callable[["Program", Loop, Path], dict[str, float] | None]] = {
    "search": _search,
    "import": _import,
    "open": _sample,
    "pages": _pages,
    "analysis": _analysis,
    "export": _export,
    "edits": _edits,
}


def measure(case: str, path: Path, runs: int) -> Case:
    """Runs a case so many times, each in a process of its own, and gives the medians."""
    found = []
    for _run in range(1 if case in ONCE else runs):
        with tempfile.TemporaryDirectory() as home:
            env = os.environ | {"BRIEFER_HOME": home, "QT_QPA_PLATFORM": "offscreen"}
            call = [sys.executable, "-m", "tests.bench.window", "--drive", case, str(path), repr(time.time())]
            said = subprocess.run(call, capture_output=True, text=True, check=True, env=env, timeout=3600).stdout
            found.append(json.loads(said.splitlines()[-1]))
    middle = {name: statistics.median(each[name] for each in found) for name in found[0]}
    target = TARGET.get(case, STALL)
    met = all(middle[name] <= most for name, most in target.items())
    return {"case": case, **middle, "runs": len(found), "target": target, "met": met}


def main() -> int:
    """Runs the cases and prints them; 1 where a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--cases", default=",".join(CASES))
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--drive", nargs=3)
    given = parser.parse_args()
    if given.drive:
        case, path, began = given.drive
        sys.stdout.write(json.dumps(drive(case, Path(path), float(began))) + "\n")
        sys.stdout.flush()
        os._exit(0)
    with tempfile.TemporaryDirectory() as folder:
        path = library(Path(folder))
        cases = [measure(name, path, given.runs) for name in given.cases.split(",")]
    return report("window", cases, given.json)


if __name__ == "__main__":
    sys.exit(main())
