"""What a benchmark prints: one JSON value for scripts, or a table to read."""

import json
import os
import platform
import sqlite3
import sys
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from typing import Any

Case = Mapping[str, Any]
"""A row: case, seconds, peak_mb, peer, peer_seconds, ratio, target, met, and whatever only one benchmark measures."""

FIRST = ("case", "seconds", "peak_mb", "peer", "peer_seconds", "ratio")
LAST = ("target", "met")
PACKAGES = ("lxml", "msgspec", "SQLAlchemy", "rapidfuzz", "openpyxl", "weasyprint")


def report(bench: str, cases: Sequence[Case], as_json: bool) -> int:
    """Prints the cases; gives the exit code, 1 where a target is missed."""
    if as_json:
        versions = {"python": platform.python_version(), "sqlite": sqlite3.sqlite_version}
        versions |= {name.lower(): version(name) for name in PACKAGES}
        machine = f"{platform.machine()}, {os.cpu_count()} cores"
        whole = {"bench": bench, "machine": machine, "versions": versions, "cases": list(cases)}
        sys.stdout.write(json.dumps(whole, ensure_ascii=False) + "\n")
    else:
        _table(cases)
    return 1 if any(case.get("met") is False for case in cases) else 0


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
