"""Where the user’s data lives, and how a file is written so that a crash leaves the old or the new one, never half."""

import errno
import os
import stat
import tempfile
from pathlib import Path

from platformdirs import user_data_path

from briefer.language import _, mark
from briefer.model.errors import BrieferError


def user_library() -> Path:
    """Gives the library file used where neither --library nor BRIEFER_LIBRARY names one."""
    named = os.environ.get("BRIEFER_LIBRARY")
    return Path(named) if named else user_data_path("briefer", appauthor=False) / "library.sqlite"


def write_atomically(path: Path, content: bytes) -> None:
    """Writes a whole file beside `path`, flushes it to disk and puts it in place; an old file's mode is kept."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        mode = stat.S_IMODE(path.stat().st_mode) if path.exists() else 0o666 & ~_umask()
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    except OSError as error:
        raise _cannot_write(path, error) from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(mode)
        Path(name).replace(path)
        _sync_folder(path.parent)
    except OSError as error:
        Path(name).unlink(missing_ok=True)
        raise _cannot_write(path, error) from error
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


REMEDIES = {
    errno.ENOSPC: mark("free some space or choose another disk"),
    errno.EDQUOT: mark("free some space or choose another disk"),
    errno.ENOTDIR: mark("that name is taken by a file: choose a folder"),
    errno.EEXIST: mark("that name is taken by a file: choose a folder"),
    errno.EISDIR: mark("that name is taken by a folder: choose another name"),
}
OTHERWISE = mark("choose a folder that you may write to")


def _cannot_write(path: Path, error: OSError) -> BrieferError:
    remedy = _(REMEDIES.get(error.errno or 0, OTHERWISE))
    return BrieferError(
        _("{path}: cannot be written ({strerror}); {remedy}.", path=path, strerror=error.strerror, remedy=remedy)
    )


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current


def _sync_folder(folder: Path) -> None:
    """Makes the renaming itself durable, where the system lets a folder be opened."""
    if hasattr(os, "O_DIRECTORY"):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
