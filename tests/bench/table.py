"""Writes the table of ratios into README.md, from what the benchmarks printed.

`./dev bench NAME --json > FILE`, then `./dev bench table FILE…`. What each benchmark said last is kept beside this file
in `measured.json`, so one of them can be run again alone; nobody writes into the table by hand.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from briefer.files import write_atomically
from briefer.model.errors import BadInput, BrieferError

KEPT = Path(__file__).with_name("measured.json")
README = Path(__file__).resolve().parents[2] / "README.md"
START, END = "<!-- bench: written by `./dev bench table` -->", "<!-- /bench -->"
HEAD = ("Case", "Seconds", "Peak MB", "Beside", "Its seconds", "Ratio", "Target", "Met")
MET = {True: "yes", False: "no", None: "–"}
UNITS = {"ratio": "× {}", "seconds": "{} s", "peak_mb": "{} MB", "p95_ms": "p95 {} ms", "whole_call": "{} s"}
COLUMNS = frozenset({"seconds", "peak_mb", "ratio"})
LEAST = frozenset({"recall_1", "recall_10"})
"""Targets that are to be reached; all others are not to be exceeded."""


def table(benches: Mapping[str, Mapping[str, Any]]) -> str:
    """The table of all cases, then the machine and the versions of each benchmark."""
    lines = ["| " + " | ".join(HEAD) + " |", "|---|--:|--:|---|--:|--:|---|---|"]
    lines += [
        f"| {' | '.join(_cells(name, case))} |" for name, said in sorted(benches.items()) for case in said["cases"]
    ]
    return "\n".join((*lines, "", *_machines(benches)))


def _cells(bench: str, case: Mapping[str, Any]) -> Iterator[str]:
    yield f"{bench}: {case['case']}"
    yield _number(case.get("seconds"))
    yield _number(case.get("peak_mb"))
    yield case.get("peer") or "–"
    yield _number(case.get("peer_seconds"))
    yield _number(case.get("ratio"))
    yield ", ".join(_bound(name, bound, case) for name, bound in (case.get("target") or {}).items()) or "–"
    yield MET[case.get("met")]


def _bound(name: str, bound: float, case: Mapping[str, Any]) -> str:
    """Says what is allowed, beside what was measured where no column of its own shows it."""
    sign, words = ("≥", f"{name.replace('_', ' at ')} {{}}") if name in LEAST else ("≤", UNITS.get(name, "{}"))
    if name in case and name not in COLUMNS:
        return f"{words.format(f'{case[name]:g}')} ({sign} {bound:g})"
    return f"{sign} {words.format(f'{bound:g}')}"


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:,.3g}" if value < 100 else f"{value:,.0f}"


def _machines(benches: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    """Says where each ran, and with what, once for those that say the same."""
    with_: dict[str, list[str]] = {}
    for name, said in sorted(benches.items()):
        yield f"- {name}: {said['machine']}"
        versions = ", ".join(f"{package} {version}" for package, version in said["versions"].items())
        with_.setdefault(versions, []).append(name)
    yield from (f"- {', '.join(names)} with {versions}" for versions, names in with_.items())


def written(text: str, made: str, file: Path) -> str:
    """Puts the table between the markers; BadInput where they are missing."""
    before, start, rest = text.partition(START)
    _, end, after = rest.partition(END)
    if not start or not end:
        raise BadInput(file, "has no place for the table", f"write the lines “{START}” and “{END}” where it belongs")
    return f"{before}{START}\n{made}\n{END}{after}"


def merged(files: Iterable[Path], kept: Path) -> dict[str, Any]:
    """What was kept, with what the files say in its place."""
    known: dict[str, Any] = json.loads(kept.read_text(encoding="utf-8")) if kept.exists() else {}
    for path in files:
        said = json.loads(path.read_text(encoding="utf-8"))
        cases = {case["case"]: case for case in (*known.get(said["bench"], said)["cases"], *said["cases"])}
        known[said["bench"]] = said | {"cases": list(cases.values())}
    return known


def main() -> int:
    """Keeps what the files say and writes the table; 2 where it has no place."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--readme", type=Path, default=README)
    parser.add_argument("--kept", type=Path, default=KEPT)
    given = parser.parse_args()
    benches = merged(given.files, given.kept)
    try:
        text = written(given.readme.read_text(encoding="utf-8"), table(benches), given.readme)
    except BrieferError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    write_atomically(given.kept, f"{json.dumps(benches, indent=1, ensure_ascii=False)}\n".encode())
    write_atomically(given.readme, text.encode())
    return 0


if __name__ == "__main__":
    sys.exit(main())
