"""What a benchmark prints: one JSON value for scripts, or a table to read."""

import json
import os
import platform
import sqlite3
import statistics
import subprocess
import sys
from collections.abc import Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from shutil import which
from typing import Any

from tests.bench.watch import Ran

Case = Mapping[str, Any]
"""A row: case, seconds, peak_mb, peer, peer_seconds, ratio, target, met, and whatever only one benchmark measures."""

FIRST = ("case", "seconds", "peak_mb", "peer", "peer_seconds", "ratio")
LAST = ("target", "met")
PACKAGES = ("lxml", "msgspec", "SQLAlchemy", "rapidfuzz", "openpyxl", "weasyprint", "pydyf")
PEERS = ("typst", "XlsxWriter")


def compared(
    case: str, ours: Sequence[Ran], target: Mapping[str, float], peer: str = "", peers: Sequence[Ran] = ()
) -> dict[str, Any]:
    """A row of medians beside the peer's, with the greatest memory; met where nothing exceeds its target.

    `target` may bound seconds, ratio and peak_mb; met is None where nothing is bounded or the peer is not at hand.
    """
    seconds = statistics.median(each.seconds for each in ours)
    theirs = statistics.median(each.seconds for each in peers) if peers else None
    said: dict[str, Any] = {
        "case": case,
        "seconds": round(seconds, 3),
        "peak_mb": round(max(each.peak_mb for each in ours)),
        "peer": peer or None,
        "peer_seconds": round(theirs, 3) if theirs else None,
        "ratio": round(seconds / theirs, 3) if theirs else None,
        "target": dict(target) or None,
    }
    if peers:
        said["peer_peak_mb"] = round(max(each.peak_mb for each in peers))
    known = all(said[name] is not None for name in target)
    return said | {"met": all(said[name] <= most for name, most in target.items()) if target and known else None}


def report(bench: str, cases: Sequence[Case], as_json: bool) -> int:
    """Prints the cases; gives the exit code, 1 where a target is missed."""
    if as_json:
        whole = {"bench": bench, "machine": machine(), "versions": versions(), "cases": list(cases)}
        sys.stdout.write(json.dumps(whole, ensure_ascii=False) + "\n")
    else:
        _table(cases)
    return 1 if any(case.get("met") is False for case in cases) else 0


def machine() -> str:
    """What it ran on: processor, cores, memory, and how busy the machine was in the last minutes."""
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines() if Path("/proc/cpuinfo").exists() else []
    model = next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "")
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    busy = "/".join(f"{load:.1f}" for load in os.getloadavg())
    return f"{model or platform.machine()}, {os.cpu_count()} cores, {memory:.0f} GB, load {busy}"


def versions() -> dict[str, str]:
    """What took part, with the peers that are installed."""
    found = {"python": platform.python_version(), "sqlite": sqlite3.sqlite_version}
    for name in (*PACKAGES, *PEERS):
        try:
            found[name.lower()] = version(name)
        except PackageNotFoundError:
            continue
    if chromium := which("chromium"):
        said = subprocess.run([chromium, "--version"], capture_output=True, text=True, check=False).stdout
        found["chromium"] = next((word for word in said.split() if word[0].isdigit()), "unknown")
    return found


def _table(cases: Sequence[Case]) -> None:
    own = dict.fromkeys(name for case in cases for name in case if name not in (*FIRST, *LAST))
    names = [*FIRST, *own, *LAST]
    texts = [names, *([_text(case.get(name)) for name in names] for case in cases)]
    widths = [max(map(len, column)) for column in zip(*texts, strict=True)]
    for line in texts:
        padded = (text.ljust(width) for text, width in zip(line, widths, strict=True))
        sys.stdout.write("  ".join(padded).rstrip() + "\n")


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Mapping):
        return ", ".join(f"{name} {bound}" for name, bound in value.items())
    return "–" if value is None else str(value)
