"""Where a hand-off may be written: a plain name, and a folder that takes files."""

import re
from pathlib import Path
from tempfile import TemporaryFile

from briefer.language import _
from briefer.model.errors import BadCall

BARRED = '/\\:*?"<>|'
"""Characters that one system or another does not take in the name of a file."""
RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
"""Names that Windows keeps for devices."""


def name_fault(name: str) -> str:
    """Says what is wrong with the name of a folder, nothing where it can be made on every system."""
    barred = next((each for each in name if each in BARRED or ord(each) < ord(" ")), "")
    if not name.strip():
        return _("The hand-off needs a name.")
    if barred:
        said = f"“{barred}”" if barred.isprintable() else _("a control character")
        return _(
            "A name cannot hold {said}; leave out {barred} and write one name, no path.",
            said=said,
            barred=" ".join(BARRED),
        )
    if name != name.strip(". "):
        return _("A name cannot begin or end with a dot or a space.")
    return (
        _("“{name}” is a name that Windows keeps for itself; choose another.", name=name)
        if RESERVED.fullmatch(name)
        else ""
    )


def folder_fault(folder: Path) -> str:
    """Says why no file can be written into a folder, which need not be there yet; nothing where one can."""
    if not folder.is_absolute():
        return _("“{folder}” is no whole path; choose the folder.", folder=folder)
    try:
        there = next((each for each in (folder, *folder.parents) if each.exists()), folder)
        if there.is_file():
            return _("{there} is a file; choose a folder.", there=there)
        with TemporaryFile(dir=there):
            return ""
    except OSError as error:
        return _(
            "{folder}: nothing can be written there ({strerror}); choose another folder.",
            folder=folder,
            strerror=error.strerror,
        )


def destination(folder: Path, name: str) -> Path:
    """Gives the folder that a hand-off goes into; BadCall where name or folder do not allow it."""
    fault = name_fault(name) or folder_fault(folder) or folder_fault(folder / name)
    if fault:
        raise BadCall(fault)
    return folder / name
