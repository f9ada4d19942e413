"""Times whole calls of the program, from the shell to the exit, beside a bare `import weasyprint`.

`./dev bench start [--json] [--cases help,…] [--runs N]`; the search runs in a library of 20,000 made-up names. All
calls take turns; the ratio says how many bare imports a call lasts.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from briefer.library import Library
from tests.bench.report import Case, compared, report
from tests.bench.search import fill, invented
from tests.bench.watch import Ran, run

NAMES = 20_000
PEER = "a bare import of WeasyPrint"
TARGETS = {"search": {"seconds": 0.8}}


def library(folder: Path, names: int = NAMES) -> Path:
    """Gives a library of so many names, made where it is not there."""
    path = folder / f"names-{names}.sqlite"
    if not path.exists():
        with Library.open(path) as opened:
            fill(opened, list(invented(names)))
    return path


CALLS: dict[str, Callable[[Path], list[str]]] = {
    "help": lambda _folder: ["--help"],
    "search": lambda folder: ["--library", str(library(folder)), "--json", "search", "Oleg Deripaska"],
    "demo": lambda folder: ["demo", "-o", str(folder / "briefing")],
}


def bare(folder: Path) -> Ran:
    """What importing WeasyPrint takes, and nothing else."""
    return run([sys.executable, "-c", "import weasyprint"], folder / "log.txt")


def case(name: str, folder: Path, runs: int) -> Case:
    """One call so many times, in turn with the bare import."""
    call = [sys.executable, "-m", "briefer", *CALLS[name](folder)]
    both = [(bare(folder), run(call, folder / "log.txt")) for _ in range(runs)]
    peers, ours = zip(*both, strict=True)
    return compared(name, ours, TARGETS.get(name, {}), PEER, peers)


def main() -> int:
    """Runs the cases and prints them; 1 where a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--cases", default=",".join(CALLS))
    parser.add_argument("--runs", type=int, default=5)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        cases = [case(name, Path(folder), given.runs) for name in given.cases.split(",")]
    return report("start", cases, given.json)


if __name__ == "__main__":
    sys.exit(main())
