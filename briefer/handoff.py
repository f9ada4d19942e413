"""The folder that leaves the building: PDF, workbook and a manifest of what they are and what they were made from."""

import hashlib
import stat
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from briefer import __version__
from briefer.files import write_atomically
from briefer.language import _
from briefer.model.answers import Verified
from briefer.model.brief import Brief, Dossier
from briefer.model.errors import BadCall, BadInput, BrieferError
from briefer.model.pack import Pack, Template

MANIFEST = "manifest.json"
SCHEMA = 1
_ANNEXES = "-annexes.xlsx"
_SYSTEMS = frozenset({"thumbs.db", "desktop.ini"})
"""Files that Windows puts into folders and hides."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackRow:
    """The pack that was built: `sha256` is that of its file."""

    title: str
    as_of: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateRow:
    """The document type it was printed with."""

    name: str
    version: str
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ListUsed:
    """One snapshot of a list that the facts come from; an undated list has no `published`."""

    list: str
    published: str | None
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRow:
    """One file of the folder: `role` is briefing or annexes."""

    name: str
    role: str
    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """The content of `manifest.json`, in the order of its keys; nothing in it comes from a clock."""

    schema: int
    briefer: str
    pack: PackRow
    template: TemplateRow
    lists: tuple[ListUsed, ...]
    files: tuple[FileRow, ...]


def hand_off(
    folder: Path,
    *,
    brief: Brief,
    pdf: bytes,
    annex: bytes,
    pack: Pack,
    pack_sha256: str,
    dossier: Dossier,
    template: Template,
) -> Path:
    """Writes the files and, last of all, the manifest, and gives the manifest's path.

    Everything is written in full beside the folder's files before the first of them is put in place.
    """
    if not _is_plain(brief.slug):
        raise BadCall(
            _("“{name}” cannot be part of a file name; give the pack a title with letters or digits.", name=brief.slug)
        )
    contents = {f"{brief.slug}.pdf": ("briefing", pdf), f"{brief.slug}{_ANNEXES}": ("annexes", annex)}
    files = tuple(_row(name, role, content) for name, (role, content) in contents.items())
    manifest = Manifest(
        schema=SCHEMA,
        briefer=__version__,
        pack=PackRow(title=pack.title, as_of=pack.as_of.isoformat(), sha256=pack_sha256),
        template=TemplateRow(name=template.name, version=template.version, digest=template.digest),
        lists=_lists(dossier),
        files=files,
    )
    written = msgspec.json.format(msgspec.json.encode(manifest), indent=2) + b"\n"
    _put(folder, {name: content for name, (_role, content) in contents.items()} | {MANIFEST: written})
    return folder / MANIFEST


def verify(folder: Path) -> Verified:
    """Says whether a folder holds what its manifest says; BadInput where there is no manifest that can be read.

    Links are not followed and names that lead elsewhere not opened. Whatever else lies there is a problem, since nobody
    vouches for it and it would leave with the rest; what the system hides from its users is passed over.
    """
    if folder.is_file():
        raise BadInput(
            folder, _("is a file, not a hand-off folder"), _("name the folder that holds {file}", file=MANIFEST)
        )
    manifest = _read(folder / MANIFEST)
    problems = [problem for row in manifest.files for problem in _problems(folder, row)]
    if not manifest.files:
        problems.append(_("{file} names no files", file=MANIFEST))
    problems += _strays(folder, manifest)
    return Verified(ok=not problems, problems=tuple(problems))


def _row(name: str, role: str, content: bytes) -> FileRow:
    return FileRow(name=name, role=role, bytes=len(content), sha256=hashlib.sha256(content).hexdigest())


def _lists(dossier: Dossier) -> tuple[ListUsed, ...]:
    return tuple(
        ListUsed(list=one.list, published=one.published.isoformat() if one.published else None, sha256=one.sha256)
        for one in dossier.lists
    )


def _put(folder: Path, contents: dict[str, bytes]) -> None:
    """Writes all files into a folder within the folder, then moves them into place, in order."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".handoff-", dir=folder) as name:
            for file, content in contents.items():
                write_atomically(Path(name) / file, content)
            for file in contents:
                (Path(name) / file).replace(folder / file)
    except OSError as error:
        raise BrieferError(
            _(
                "{folder}: the hand-off cannot be written ({reason}); choose another folder or free some space.",
                folder=folder,
                reason=error.strerror,
            )
        ) from error


def _read(path: Path) -> Manifest:
    """Reads the manifest; the schema is looked at first, since a newer one may say anything else."""
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            raise BadInput(path, _("is not a plain file"), _("name a folder that `briefer build` wrote"))
        content = path.read_bytes()
    except OSError as error:
        raise BadInput(
            path,
            _("cannot be read ({reason})", reason=error.strerror),
            _("name a folder that `briefer build` wrote"),
        ) from error
    try:
        schema = msgspec.json.decode(content, type=_Schema).schema
        if schema > SCHEMA:
            raise BadInput(
                path,
                _("is of schema {schema} and this program reads {known}", schema=schema, known=SCHEMA),
                _("use a newer Briefer"),
            )
        return msgspec.json.decode(content, type=Manifest)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise BadInput(path, _("is damaged ({error})", error=error), _("build the pack again")) from error


@dataclass(frozen=True, slots=True)
class _Schema:
    """The one key that every manifest has."""

    schema: int


def _problems(folder: Path, row: FileRow) -> Iterator[str]:
    """Compares one file with its row; yields one sentence at most."""
    if not _is_plain(row.name):
        yield _("“{name}” leads out of the folder and was not opened", name=row.name)
        return
    path = folder / row.name
    try:
        found = path.lstat()
        if not stat.S_ISREG(found.st_mode):
            yield _("{name} is not a plain file and was not opened", name=row.name)
        elif found.st_size != row.bytes:
            yield _(
                "{name} has {found:,} bytes and not {stated:,}", name=row.name, found=found.st_size, stated=row.bytes
            )
        elif _sha256(path) != row.sha256:
            yield _("{name} was changed after it was built", name=row.name)
    except FileNotFoundError:
        yield _("{name} is missing", name=row.name)
    except OSError as error:
        yield _("{name} cannot be read ({reason})", name=row.name, reason=error.strerror)


def _strays(folder: Path, manifest: Manifest) -> Iterator[str]:
    """Yields what lies in the folder and the manifest does not name; what the system hides is let be."""
    listed = {MANIFEST, *(row.name for row in manifest.files)}
    for name in sorted(path.name for path in folder.iterdir()):
        if name not in listed and not name.startswith(".") and name.casefold() not in _SYSTEMS:
            yield _("{name} is not named by the manifest", name=name)


def _is_plain(name: str) -> bool:
    """Says whether a name can only mean a file of the folder itself."""
    return name not in ("", ".", "..") and not any(sign in '/\\:*?"<>|' or sign < " " for sign in name)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
