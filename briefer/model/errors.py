"""The things that can go wrong, each a class whose text is a sentence ready for the user."""

from typing import Any

from briefer.language import _, ngettext


class BrieferError(Exception):
    """A known fault: `str()` names the file, the place and the remedy in one sentence. Exit code 2."""


class BadCall(BrieferError):
    """The call itself is wrong: an unknown option, id, template or marking."""


class BadInput(BrieferError):
    """A file that was handed in cannot be used as it is."""

    def __init__(self, file: object, what: str, remedy: str, *, row: int | str | None = None) -> None:
        said = _("row {number}", number=row) if isinstance(row, int) else row
        place = f"{file}, {said}" if said else f"{file}"
        super().__init__(f"{place}: {what}; {remedy}.")


class Stranger(BadInput):
    """A file that is sound and that no reader knows."""


class BadPack(BadInput):
    """A pack file that is damaged, invalid or of a newer schema."""


class BadData(BrieferError):
    """The program's own data (rulebook, templates) or an office's overlay breaks a rule; names file and row."""


class LibraryFault(BrieferError):
    """The library file cannot be opened, read, locked or written."""


class RenderFault(BrieferError):
    """A page could not be laid out; names the section."""


class Refused(BrieferError):
    """The answer is no: the input is right, a check is not met. Exit code 1."""


class Unfinished(BrieferError):
    """Some of several things were done and others not: `done` are their answers, `faults` say what was not and why.

    `left_out` are sentences on what was passed over, where no answer tells of it.
    """

    def __init__(self, done: tuple[Any, ...], faults: tuple[BrieferError, ...], left_out: tuple[str, ...] = ()) -> None:
        super().__init__(done, faults, left_out)
        self.done = done
        self.faults = faults
        self.left_out = left_out

    def __str__(self) -> str:
        told = ngettext(
            "Of {all} files, {count} was imported.",
            "Of {all} files, {count} were imported.",
            len(self.done),
            all=len(self.done) + len(self.faults),
        )
        return " ".join((told, *map(str, self.faults)))


class Cancelled(Exception):
    """Raised out of a progress callback to stop a long verb; the former state stays."""
