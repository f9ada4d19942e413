"""Which files an import takes: those that are named, and of a folder those that are lists or tables."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from briefer.model.answers import ImportReport, Warned
from briefer.model.errors import BadInput, BrieferError, LibraryFault, Stranger, Unfinished
from briefer.sources import Reading, expand, recognise

Taken = tuple[list[Reading], tuple[Warned, ...], tuple[BrieferError, ...]]


def recognised(paths: Iterable[Path]) -> Taken:
    """Gives the files to read and, of folders, those that are none of ours and the faults of those that are damaged.

    BadInput where a file that was named is not recognised, or where a folder holds nothing that is; Unfinished where it
    holds several that are damaged and nothing else.
    """
    given = list(paths)
    named = {path for path in given if not path.is_dir()}
    readings: list[Reading] = []
    left_out: list[Warned] = []
    unread: list[BrieferError] = []
    for path in expand(given):
        try:
            readings.append(recognise(path))
        except BadInput as error:
            if path in named:
                raise
            if isinstance(error, Stranger):
                left_out.append(Warned(record=path.name, message=f"left out: {error}"))
            else:
                unread.append(error)
    if not readings:
        raise _nothing(given[0], left_out, unread)
    return readings, tuple(left_out), tuple(unread)


def _nothing(given: Path, left_out: list[Warned], unread: list[BrieferError]) -> BrieferError:
    """The fault of a call that found nothing to read."""
    if len(unread) == 1 and not left_out:
        return unread[0]
    if unread:
        return Unfinished((), tuple(unread), tuple(each.message for each in left_out))
    there = f" ({', '.join(each.record for each in left_out)})" if left_out else ""
    return BadInput(given, f"holds no list and no table that Briefer knows{there}", "name a file or another folder")


def each_of(
    readings: Sequence[Reading],
    taken: Callable[[Reading], ImportReport],
    left_out: tuple[Warned, ...],
    unread: tuple[BrieferError, ...] = (),
) -> tuple[ImportReport, ...]:
    """Takes one file after the other, the first report with what was left out; one that is refused stops no other.

    Unfinished holds the reports and the refusals, those of the files that could not be read first; of a single file the
    refusal is raised as it is. Only a library that fails ends it early.
    """
    reports: list[ImportReport] = []
    faults: list[BrieferError] = []
    for reading in readings:
        try:
            reports.append(taken(reading))
        except BrieferError as fault:
            if len(readings) == 1 and not unread and not left_out:
                raise
            faults.append(fault)
            if isinstance(fault, LibraryFault):
                break
    if reports:
        reports[0] = replace(reports[0], left_out=left_out)
    if faults or unread:
        untold = () if reports else tuple(each.message for each in left_out)
        raise Unfinished(tuple(reports), (*unread, *faults), untold)
    return tuple(reports)
