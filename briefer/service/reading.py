"""Which files an import takes: those that are named, and of a folder those that are lists or tables."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from briefer.model.answers import ImportReport, Warned
from briefer.model.errors import BadInput, BrieferError, LibraryFault, Unfinished
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


def each_of(
    readings: Sequence[Reading], taken: Callable[[Reading], ImportReport], left_out: tuple[Warned, ...]
) -> tuple[ImportReport, ...]:
    """Takes one file after the other, the first report with what was left out; one that is refused stops no other.

    Unfinished holds the reports and the refusals; of a single file the refusal is raised as it is. Only a library that
    fails ends it early.
    """
    reports: list[ImportReport] = []
    faults: list[BrieferError] = []
    for reading in readings:
        try:
            reports.append(taken(reading))
        except BrieferError as fault:
            if len(readings) == 1:
                raise
            faults.append(fault)
            if isinstance(fault, LibraryFault):
                break
    if reports:
        reports[0] = replace(reports[0], warnings=reports[0].warnings + left_out)
    if faults:
        raise Unfinished(tuple(reports), tuple(faults))
    return tuple(reports)
