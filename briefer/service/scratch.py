"""The folder of one running program's passing files, and what programs that were killed have left behind."""

import os
import shutil
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from glob import escape
from pathlib import Path
from typing import Any

PREFIX = "briefer-run-"
HALF = 60.0
"""Seconds after which a file that is still half written belongs to nobody any more."""
LEFT = ".handoff-????????"
"""The folder in which a hand-off is put together, within the one that it goes into."""


def started(process: int) -> str:
    """Gives when a process was started, where the system tells: numbers of processes are used again."""
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[19]
    except OSError:
        return ""


def runs(process: int, since: str) -> bool:
    """Whether the program that had this number, since then where that is known, still runs."""
    if since and started(process) != since:
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


@cache
def _made() -> "tempfile.TemporaryDirectory[str]":
    own = os.getpid()
    return tempfile.TemporaryDirectory(prefix=f"{PREFIX}{own}-{started(own) or 0}-", ignore_cleanup_errors=True)


def folder() -> Path:
    """Gives the folder of this run, which goes with it; its name tells whose it is."""
    return Path(_made().name)


def room() -> Path:
    """Gives a new folder within it, for one piece of work."""
    return Path(tempfile.mkdtemp(dir=folder()))


def within(place: Path, work: Callable[..., object], *given: Any) -> None:
    """Does a child's work with all its passing files in a folder: a child that is killed takes nothing away itself."""
    tempfile.tempdir = str(place)
    os.environ["TMPDIR"] = str(place)
    work(*given)


def sweep() -> None:
    """Takes away the folders of programs that run no more."""
    for left in Path(tempfile.gettempdir()).glob(f"{PREFIX}*-*-*"):
        process, since = left.name.removeprefix(PREFIX).split("-")[:2]
        if process.isdecimal() and not runs(int(process), "" if since == "0" else since):
            shutil.rmtree(left, ignore_errors=True)


def sweep_beside(path: Path, after: float = HALF) -> None:
    """Takes away what was being written in place of a file when its program was killed, so many seconds ago.

    A folder stands for all files in it.
    """
    place, name = (path, "*") if path.is_dir() else (path.parent, escape(path.name))
    _take(place, f".{name}.????????", after)


def sweep_folder(place: Path) -> None:
    """Takes away a hand-off that was being put together in a folder when its program was killed."""
    _take(place, LEFT, HALF)


def _take(place: Path, pattern: str, after: float) -> None:
    for left in place.glob(pattern):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime >= after:
                shutil.rmtree(left) if left.is_dir() else left.unlink()
