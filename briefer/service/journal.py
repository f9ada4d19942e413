"""Unsaved work, written beside the settings within a second and offered again after a crash."""

import hashlib
import os
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from briefer.files import write_atomically
from briefer.model.brief import Dossier
from briefer.model.desk import Kept
from briefer.model.errors import BrieferError
from briefer.model.pack import Pack
from briefer.pack import load, parse, to_json
from briefer.service import scratch
from briefer.service.edits import told
from briefer.settings import state_folder

ASIDE = 20
"""So many pieces of work that were set aside are kept for each pack."""
BESIDE = ".aside-facts"
"""How the files end that hold the facts of such work."""


class _Entry(msgspec.Struct):
    """One journal file: which pack, when, the process that wrote it, and the pack's own JSON."""

    path: str
    at: str
    process: int
    pack: msgspec.Raw
    started: str = ""


def keep(path: Path, pack: Pack, facts: Dossier | None = None) -> None:
    """Writes the work on a pack, and its facts where they are given; BrieferError where the folder cannot be written.

    What is picked out of a library that is not open after a crash is known from these facts alone.
    """
    if facts is not None:
        write_atomically(_facts(path), msgspec.json.encode(facts))
    entry = _Entry(
        path=str(path),
        at=datetime.now(UTC).isoformat(timespec="seconds"),
        process=os.getpid(),
        pack=msgspec.Raw(to_json(pack)),
        started=scratch.started(os.getpid()),
    )
    write_atomically(_file(path), msgspec.json.encode(entry))


def forget(path: Path) -> None:
    """Takes the work on a pack out of the journal: it is in the file now, or given up."""
    _file(path).unlink(missing_ok=True)
    _facts(path).unlink(missing_ok=True)


def _read_facts(file: Path) -> tuple[Dossier, ...]:
    """Gives the facts that were kept with the work on a pack, none where they cannot be read."""
    try:
        return (msgspec.json.decode(file.read_bytes(), type=Dossier),)
    except (OSError, msgspec.DecodeError):
        return ()


def found() -> tuple[Kept, ...]:
    """Gives the work that no running program holds and that its file does not, newest first.

    What was half written when a program was killed goes.
    """
    kept = []
    scratch.sweep_beside(_folder())
    for journal in sorted(_folder().glob("*.json")):
        with suppress(OSError, msgspec.DecodeError, BrieferError):
            entry = msgspec.json.decode(journal.read_bytes(), type=_Entry)
            if entry.process != os.getpid() and scratch.runs(entry.process, entry.started):
                continue
            scratch.sweep_beside(Path(entry.path), after=0)
            pack = parse(bytes(entry.pack), journal)
            differs = _differs(Path(entry.path), pack)
            if differs:
                facts = _read_facts(_facts(Path(entry.path)))
                said = Kept(path=entry.path, at=entry.at, pack=pack, journal=str(journal), differs=differs, facts=facts)
                kept.append(said)
            else:
                forget(Path(entry.path))
    return tuple(sorted(kept, key=lambda each: each.at, reverse=True))


def _differs(path: Path, pack: Pack) -> tuple[str, ...]:
    """Says what is not in the file; all of it where there is no file any more, or none that can be read."""
    try:
        return told(load(path).pack, pack)
    except BrieferError as error:
        return (str(error), *told(replace(pack, sections=(), entities=(), positions=()), pack))


def set_aside(path: Path) -> None:
    """Keeps the work on a pack among its versions: it is not offered again, and can be looked at."""
    entry = _file(path)
    if entry.exists():
        stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
        laid = entry.replace(entry.with_name(f"{entry.stem}.{stamp}.aside"))
        with suppress(FileNotFoundError):
            _facts(path).replace(laid.with_suffix(BESIDE))
        for old in sorted(_folder().glob(f"{entry.stem}.*.aside"))[:-ASIDE]:
            old.unlink(missing_ok=True)
            old.with_suffix(BESIDE).unlink(missing_ok=True)


def aside(path: Path) -> tuple[Kept, ...]:
    """Gives the work on a pack that was set aside, newest first."""
    found = []
    for entry in sorted(_folder().glob(f"{_file(path).stem}.*.aside"), reverse=True):
        with suppress(OSError, msgspec.DecodeError, BrieferError):
            read = msgspec.json.decode(entry.read_bytes(), type=_Entry)
            pack, facts = parse(bytes(read.pack), entry), _read_facts(entry.with_suffix(BESIDE))
            found.append(Kept(path=read.path, at=read.at, pack=pack, journal=str(entry), facts=facts))
    return tuple(found)


def _folder() -> Path:
    return state_folder() / "journal"


def _file(path: Path) -> Path:
    return _folder() / f"{hashlib.sha256(str(path.resolve()).encode()).hexdigest()[:24]}.json"


def _facts(path: Path) -> Path:
    return _file(path).with_suffix(".facts")
