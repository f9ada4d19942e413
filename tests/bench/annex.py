"""Times the workbook of 1,000, 10,000 and 100,000 rows beside XlsxWriter, with the memory of the whole process.

`./dev bench annex [--json] [--cases rows_1k,…] [--runs N]`; both write the same cells (`make_sheets`), in processes of
their own that take turns. Seconds are those of the writing, imports of the writer included; the rows are made before.
"""

import argparse
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from tests.bench.report import Case, compared, report
from tests.bench.watch import Ran, run

SIZES = {"rows_1k": 1_000, "rows_10k": 10_000, "rows_100k": 100_000}
TARGETS = {"rows_100k": {"ratio": 2.0, "peak_mb": 100}}


def written(writer: str, rows: int, folder: Path) -> Ran:
    """One workbook by one writer."""
    log = folder / "log.txt"
    ran = run([sys.executable, "-m", "tests.bench.make_sheets", writer, str(rows), str(folder / f"{writer}.xlsx")], log)
    return replace(ran, seconds=float(log.read_text(encoding="utf-8")))


def case(name: str, rows: int, folder: Path, runs: int) -> Case:
    """So many rows, turn by turn."""
    both = [(written("xlsxwriter", rows, folder), written("ours", rows, folder)) for _ in range(runs)]
    peers, ours = zip(*both, strict=True)
    return compared(name, ours, TARGETS.get(name, {}), "XlsxWriter", peers)


def main() -> int:
    """Runs the cases and prints them; 1 where a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--cases", default=",".join(SIZES))
    parser.add_argument("--runs", type=int, default=3)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        cases = [case(name, SIZES[name], Path(folder), given.runs) for name in given.cases.split(",")]
    return report("annex", cases, given.json)


if __name__ == "__main__":
    sys.exit(main())
