"""Runs a command as a user would, with its seconds and the memory of it and of all processes it starts (Linux)."""

import subprocess
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

EVERY = 0.02


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """What a command took; `peak_mb` is the sum of what each of its processes held at most."""

    seconds: float
    peak_mb: float


def run(command: Sequence[str], log: Path) -> Ran:
    """Runs a command with its output in a file; raises where it fails."""
    peaks: dict[int, int] = {}
    with log.open("wb") as said:
        started = time.perf_counter()
        process = subprocess.Popen(command, stdout=said, stderr=subprocess.STDOUT)
        while process.poll() is None:
            peaks |= held(process.pid)
            time.sleep(EVERY)
        seconds = time.perf_counter() - started
    if process.returncode:
        raise RuntimeError(f"{command} gave {process.returncode}: {log.read_text(errors='replace')[-2000:]}")
    return Ran(seconds=seconds, peak_mb=sum(peaks.values()) / 1024)


def held(pid: int) -> dict[int, int]:
    """What a process and those it has started held at most so far, in kilobytes."""
    return {one: peak for one in _family(pid) if (peak := _peak(one))}


def _family(pid: int) -> Iterator[int]:
    yield pid
    try:
        tasks = list(Path(f"/proc/{pid}/task").iterdir())
        children = [child for task in tasks for child in (task / "children").read_text().split()]
    except OSError:  # it has just ended
        return
    for child in children:
        yield from _family(int(child))


def _peak(pid: int) -> int:
    """The greatest resident size of a process so far, in kilobytes; 0 where it has ended."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("VmHWM")), 0)
