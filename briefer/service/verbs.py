"""One long verb in a process of its own: what it says on the way, its answer or its error go through a pipe.

Killing the process is how to cancel: every verb leaves the former state where it is stopped.
"""

from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from briefer.model.errors import BrieferError
from briefer.service.briefer import Briefer

VERBS = ("import_files", "build", "demo")


def work(connection: Connection, library: Path, verb: str, given: dict[str, Any]) -> None:
    """Calls a verb of Briefer; sends ("progress", stage, done, total), then ("done", answer) or ("failed", words)."""
    if verb not in VERBS:
        raise ValueError(verb)

    def told(stage: str, done: int, total: int | None) -> None:
        connection.send(("progress", stage, done, total))

    try:
        connection.send(("done", getattr(Briefer(library), verb)(**given, progress=told)))
    except BrieferError as error:
        connection.send(("failed", str(error)))
    finally:
        connection.close()
