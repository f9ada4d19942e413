"""One long verb in a process of its own: what it says on the way, its answer or its error go through a pipe.

Killing the process is how to cancel: every verb leaves the former state where it is stopped.
"""

from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from briefer.model.errors import BrieferError, Unfinished
from briefer.render import watch
from briefer.service.briefer import Briefer


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is to be exported: into a folder called `name` in `folder`, on a paper, under a ceiling or as a draft.

    `verb` is build for all files, annexes for the workbook alone; `show` opens the folder afterwards.
    """

    folder: Path
    name: str
    paper: str = "A4"
    edition: str = ""
    draft: bool = False
    verb: str = "build"
    show: bool = False


VERBS = ("import_files", "build", "annexes", "demo")


def work(connection: Connection, library: Path, verb: str, given: dict[str, Any]) -> None:
    """Calls a verb of Briefer; sends ("progress", stage, done, total) and ("section", title), then what came of it.

    That is ("done", answer), ("failed", words), or ("partly", answers, words) where some of several things were done.
    """
    if verb not in VERBS:
        raise ValueError(verb)

    def told(stage: str, done: int, total: int | None) -> None:
        connection.send(("progress", stage, done, total))

    try:
        with watch.sections(lambda _id, title: connection.send(("section", title))):
            answer = getattr(Briefer(library), verb)(**given, progress=told)
        connection.send(("done", answer))
    except Unfinished as error:
        connection.send(("partly", error.done, str(error)) if error.done else ("failed", str(error)))
    except BrieferError as error:
        connection.send(("failed", str(error)))
    finally:
        connection.close()
