"""Which files an import takes: those that are named, and of a folder those that are lists or tables."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from briefer.language import _, ngettext
from briefer.model.answers import ImportReport, Warned
from briefer.model.errors import BadInput, BrieferError, LibraryFault, Stranger, Unfinished
from briefer.sources import Reading, expand, passed_over, recognise

NAMED = 5
"""So many files that were passed over are named."""

Taken = tuple[list[Reading], tuple[Warned, ...], tuple[BrieferError, ...]]


def recognised(paths: Iterable[Path]) -> Taken:
    """Gives the files to read, those of folders that are none of ours, and the faults of what cannot be read.

    A fault is also a file that was named and is none of ours. Where nothing can be read, BadInput of the one fault, or
    Unfinished of several.
    """
    given = list(paths)
    named = {path for path in given if not path.is_dir()}
    readings: list[Reading] = []
    left_out = [each for path in given if path.is_dir() for each in _passed_over(path)]
    unread: list[BrieferError] = []
    for path in _expanded(given, unread):
        try:
            readings.append(recognise(path))
        except BadInput as error:
            if isinstance(error, Stranger) and path not in named:
                left_out.append(Warned(record=path.name, message=_("left out: {error}", error=error)))
            else:
                unread.append(error)
    if not readings:
        raise _nothing(given[0], left_out, unread)
    return readings, tuple(left_out), tuple(unread)


def _expanded(given: list[Path], unread: list[BrieferError]) -> tuple[Path, ...]:
    """The files that are named and those of the folders; what is said of an empty folder goes to `unread`."""
    found: list[Path] = []
    for path in given:
        try:
            found.extend(expand([path]))
        except BadInput as error:
            unread.append(error)
    return expand(found)


def _passed_over(folder: Path) -> Iterator[Warned]:
    """Says in one sentence which files of a folder are no lists by the ends of their names."""
    if files := passed_over(folder):
        names = f"{', '.join(file.name for file in files[:NAMED])}{' …' if len(files) > NAMED else ''}"
        message = ngettext(
            "left out: {folder}: {count} file that is no list or table by the end of the name: {names}; "
            "name one to try it",
            "left out: {folder}: {count} files that are no list or table by the end of the name: {names}; "
            "name one to try it",
            len(files),
            folder=folder,
            names=names,
        )
        yield Warned(record=names, message=message)


def _nothing(given: Path, left_out: list[Warned], unread: list[BrieferError]) -> BrieferError:
    """The fault of a call that found nothing to read."""
    if len(unread) == 1 and not left_out:
        return unread[0]
    if unread:
        return Unfinished((), tuple(unread), tuple(each.message for each in left_out))
    there = f" ({', '.join(each.record for each in left_out)})" if left_out else ""
    return BadInput(
        given,
        _("holds no list and no table that Briefer knows{there}", there=there),
        _("name a file or another folder"),
    )


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
