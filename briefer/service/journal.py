"""Unsaved work, written beside the settings within a second and offered again after a crash."""

import hashlib
import os
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from briefer.files import write_atomically
from briefer.model.desk import Kept
from briefer.model.errors import BrieferError
from briefer.model.pack import Pack
from briefer.pack import load, parse, to_json
from briefer.service.edits import told
from briefer.settings import state_folder


class _Entry(msgspec.Struct):
    """One journal file: which pack, when, the process that wrote it, and the pack's own JSON."""

    path: str
    at: str
    process: int
    pack: msgspec.Raw


def keep(path: Path, pack: Pack) -> None:
    """Writes the work on a pack; BrieferError where the folder cannot be written."""
    entry = _Entry(
        path=str(path),
        at=datetime.now(UTC).isoformat(timespec="seconds"),
        process=os.getpid(),
        pack=msgspec.Raw(to_json(pack)),
    )
    write_atomically(_file(path), msgspec.json.encode(entry))


def forget(path: Path) -> None:
    """Takes the work on a pack out of the journal: it is in the file now, or given up."""
    _file(path).unlink(missing_ok=True)


def found() -> tuple[Kept, ...]:
    """Gives the work that no running program holds and that its file does not, newest first."""
    kept = []
    for journal in sorted(_folder().glob("*.json")):
        with suppress(OSError, msgspec.DecodeError, BrieferError):
            entry = msgspec.json.decode(journal.read_bytes(), type=_Entry)
            if _runs(entry.process):
                continue
            pack = parse(bytes(entry.pack), journal)
            differs = told(load(Path(entry.path)).pack, pack)
            if differs:
                kept.append(Kept(path=entry.path, at=entry.at, pack=pack, journal=str(journal), differs=differs))
            else:
                journal.unlink(missing_ok=True)
    return tuple(sorted(kept, key=lambda each: each.at, reverse=True))


def _folder() -> Path:
    return state_folder() / "journal"


def _file(path: Path) -> Path:
    return _folder() / f"{hashlib.sha256(str(path.resolve()).encode()).hexdigest()[:24]}.json"


def _runs(process: int) -> bool:
    """Whether another program of this computer still holds the work."""
    if process == os.getpid():
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
