"""Times the import of large lists into an empty library, whole calls of the program, against bare loops.

`./dev bench import [--json] [--cases advanced_120mb,…] [--runs N] [--keep FOLDER]`; the files are made by generators
(`make_advanced`, `make_ftm`) and stay in the folder for the next run. Ours and the peer's take turns; medians count.
"""

import argparse
import sqlite3
import statistics
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from tests.bench import make_advanced, make_ftm
from tests.bench.report import Case, report
from tests.bench.watch import Ran, run

MEGABYTES = 120
ENTITIES = 1_000_000
PEAK = 300.0
DERIVED = ("record", "version", "member", "link", "entity", "name", "word", "trait", "programme")


def advanced_120mb(folder: Path, runs: int) -> Case:
    """OFAC's ADVANCED XML against a parse that forgets each element as it ends."""
    ours, peers = [], []
    for _ in range(runs):
        peers.append(_bare(folder, "parse", str(_advanced(folder))))
        ours.append(_imported(folder, _advanced(folder), afresh=True))
    return _case("advanced_120mb", ours, {"ratio": 2.5}, "lxml.iterparse, each element cleared", peers)


def ftm_1m(folder: Path, runs: int) -> Case:
    """A million FollowTheMoney entities against a loop that writes the same rows, keys and indexes with sqlite3."""
    made = folder / f"ftm-{ENTITIES}.json"
    if not made.exists():
        make_ftm.write(made, ENTITIES)
    ours, peers = [], []
    for _ in range(runs):
        _forget(bare := folder / "bare.sqlite")
        peers.append(_bare(folder, "ftm", str(made), str(bare)))
        ours.append(_imported(folder, made, afresh=True))
        if _rows(bare) != _rows(_library(folder, made)):
            raise RuntimeError(f"the rows differ: {_rows(bare)} and {_rows(_library(folder, made))}")
    return _case("ftm_1m", ours, {"ratio": 1.5}, "a loop of msgspec and sqlite3.executemany", peers)


def reimport(folder: Path, runs: int) -> Case:
    """The bytes of the ADVANCED file again."""
    if not _library(folder, _advanced(folder)).exists():
        _imported(folder, _advanced(folder), afresh=True)
    ours = [_imported(folder, _advanced(folder), afresh=False) for _ in range(runs)]
    return _case("reimport", ours, {"seconds": 1.0})


CASES: dict[str, Callable[[Path, int], Case]] = {
    "advanced_120mb": advanced_120mb,
    "reimport": reimport,
    "ftm_1m": ftm_1m,
}


def _case(case: str, ours: list[Ran], target: dict[str, float], peer: str = "", peers: Sequence[Ran] = ()) -> Case:
    """The medians, with the greatest values allowed."""
    seconds = statistics.median(each.seconds for each in ours)
    bare = statistics.median(each.seconds for each in peers) if peers else None
    said: dict[str, Any] = {
        "case": case,
        "seconds": round(seconds, 2),
        "peak_mb": round(max(each.peak_mb for each in ours)),
        "peer": peer or None,
        "peer_seconds": round(bare, 2) if bare else None,
        "ratio": round(seconds / bare, 2) if bare else None,
        "target": target | {"peak_mb": PEAK},
    }
    return said | {"met": all(said[name] <= most for name, most in said["target"].items())}


def _advanced(folder: Path) -> Path:
    made = folder / f"advanced-{MEGABYTES}.xml"
    if not made.exists():
        make_advanced.write(made, MEGABYTES)
    return made


def _imported(folder: Path, file: Path, *, afresh: bool) -> Ran:
    library = _library(folder, file)
    if afresh:
        _forget(library)
    call = [sys.executable, "-m", "briefer", "--library", str(library), "--quiet", "import", str(file)]
    return run(call, folder / "log.txt")


def _library(folder: Path, file: Path) -> Path:
    return folder / f"{file.stem}.sqlite"


def _bare(folder: Path, *arguments: str) -> Ran:
    return run([sys.executable, "-m", "tests.bench.bare", *arguments], folder / "log.txt")


def _forget(library: Path) -> None:
    for path in (library, *(library.with_name(library.name + end) for end in ("-wal", "-shm"))):
        path.unlink(missing_ok=True)


def _rows(library: Path) -> dict[str, int]:
    """How many rows each table holds."""
    connection = sqlite3.connect(library)
    counts = {table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in DERIVED}
    connection.close()
    return counts


def main() -> int:
    """Runs the cases and prints them; 1 where a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--cases", default=",".join(CASES))
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--keep", type=Path, help="a folder in which files and libraries stay for the next run")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as passing:
        folder: Path = given.keep or Path(passing)
        folder.mkdir(parents=True, exist_ok=True)
        return report("import", [CASES[name](folder, given.runs) for name in given.cases.split(",")], given.json)


if __name__ == "__main__":
    sys.exit(main())
