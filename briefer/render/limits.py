"""What a child that renders may not do: take all memory, run on for ever, reach the network or start a program."""

import faulthandler
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

try:
    import resource
except ImportError:  # Windows has no such limits; the time limit holds there too
    resource = None  # type: ignore[assignment]

REFUSED = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "urllib.", "ftplib.", "http.")
"""How the names of the audit events begin (docs.python.org, audit events table) that a child is refused.

Not `os.fork`: a build from nothing is shared with a process that has the same limits (`second.py`).
"""
SILENT = ("socket.__new__", "socket.gethostname")


@dataclass(frozen=True, slots=True)
class Limits:
    """Bytes of address space a child may use, and seconds it may take without a sign of life."""

    memory: int = 3 << 30
    seconds: float = 60.0


def confine(limits: Limits) -> None:
    """Puts the limits on this process, for good."""
    if resource is not None:
        resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.addaudithook(_refuse)


@contextmanager
def timed(limits: Limits) -> Iterator[Callable[[], None]]:
    """Ends this process where it is silent for longer than its limit; gives what to call as a sign of life.

    A thread of the interpreter's own watches: it needs no Python to run, and nothing is left to a parent that is gone.
    """
    with Path(os.devnull).open("w") as nowhere:

        def alive() -> None:
            faulthandler.dump_traceback_later(limits.seconds, exit=True, file=nowhere)

        alive()
        try:
            yield alive
        finally:
            faulthandler.cancel_dump_traceback_later()


def _refuse(event: str, _arguments: object) -> None:
    if event.startswith(REFUSED) and event not in SILENT:
        raise PermissionError(f"a page may not do this: {event}")
