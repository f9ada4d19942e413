"""Which files an import takes: those that are named, and of a folder those that are lists or tables."""

from collections.abc import Iterable
from pathlib import Path

from briefer.model.answers import Warned
from briefer.model.errors import BadInput, BrieferError, Refused
from briefer.sources import Reading, expand, recognise


def recognised(paths: Iterable[Path]) -> tuple[list[Reading], tuple[Warned, ...]]:
    """Gives the files to read, and a warning for each file of a folder that is none of ours.

    BadInput where a file that was named is not recognised, or where a folder holds nothing that is.
    """
    given = list(paths)
    named = {path for path in given if not path.is_dir()}
    readings: list[Reading] = []
    left_out: list[Warned] = []
    for path in expand(given):
        try:
            readings.append(recognise(path))
        except BadInput as error:
            if path in named:
                raise
            left_out.append(Warned(record=path.name, message=f"left out: {error}"))
    if not readings:
        raise BadInput(given[0], "holds no list and no table that Briefer knows", "name a file or another folder")
    return readings, tuple(left_out)


def stopped(error: Refused | BadInput, done: int, of: int) -> BrieferError:
    """Gives the error with what became of the files before it and after it, where there are others."""
    if of == 1:
        return error
    kind = Refused if isinstance(error, Refused) else BrieferError
    return kind(f"{error} Of {of} files, {done} were imported before it; those after it were not read.")
