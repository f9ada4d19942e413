"""What a render child may not do: take all memory, run on for ever, reach the network or start a program."""

import sys
from dataclasses import dataclass

try:
    import resource
except ImportError:  # Windows has no such limits; the time limit holds there too
    resource = None  # type: ignore[assignment]

REFUSED = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.fork", "urllib.", "ftplib.", "http.")
"""How the names of the audit events begin (docs.python.org, audit events table) that a child is refused."""
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


def _refuse(event: str, _arguments: object) -> None:
    if event.startswith(REFUSED) and event not in SILENT:
        raise PermissionError(f"a page may not do this: {event}")
