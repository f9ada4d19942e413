"""The document types: `templates/<name>/template.toml`, checked when read, with the hash of what shapes the page."""

import hashlib
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from importlib.resources.abc import Traversable

import msgspec

from briefer import shipped
from briefer.language import _, mark, one_of
from briefer.model.errors import BadCall, BadData
from briefer.model.pack import Template, TemplateSection

FILE = "template.toml"
SHAPING = (("templates", "parts"), ("assets", "styles"), ("assets", "fonts"))
TITLES = (mark("Relief options"),)
"""The titles of the document types, where translators find them."""


@cache
def templates() -> tuple[Template, ...]:
    """Gives every document type by name."""
    folders = sorted(shipped.data("templates").iterdir(), key=lambda folder: folder.name)
    return tuple(_read(folder) for folder in folders if folder.is_dir() and folder.joinpath(FILE).is_file())


def template(name: str) -> Template:
    """Gives a document type; BadCall where there is none of that name."""
    found = {one.name: one for one in templates()}
    if name not in found:
        raise BadCall(_("There is no document type “{name}”; use {names}.", name=name, names=one_of(found)))
    return found[name]


def _read(folder: Traversable) -> Template:
    where = f"templates/{folder.name}/{FILE}"
    try:
        content = tomllib.loads(folder.joinpath(FILE).read_text(encoding="utf-8"))
        content["sections"] = content.pop("section", [])
        read = msgspec.convert({**content, "name": folder.name}, Template)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise BadData(_("{file}: cannot be used ({error}); correct the file.", file=where, error=error)) from error
    _check(where, read.sections)
    return replace(read, digest=_digest((folder, *(shipped.data(*parts) for parts in SHAPING))))


def _check(where: str, sections: tuple[TemplateSection, ...]) -> None:
    seen: set[str] = set()
    for section in sections:
        if section.id in seen:
            twice = _(
                "{file}: the section “{id}” stands twice; give one of them another id.", file=where, id=section.id
            )
            raise BadData(twice)
        if section.parent and section.parent not in seen:
            later = mark("{file}: “{id}” has the parent “{parent}”; put that section before it.")
            raise BadData(_(later, file=where, id=section.id, parent=section.parent))
        seen.add(section.id)


def _digest(folders: tuple[Traversable, ...]) -> str:
    """Hashes the sorted "FOLDER/NAME SHA256" lines of all files in the folders."""
    lines = sorted(
        f"{path} {hashlib.sha256(file.read_bytes()).hexdigest()}"
        for folder in folders
        for path, file in _walk(folder, folder.name)
    )
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _walk(folder: Traversable, path: str) -> Iterator[tuple[str, Traversable]]:
    for item in folder.iterdir():
        if item.is_dir():
            yield from _walk(item, f"{path}/{item.name}")
        else:
            yield f"{path}/{item.name}", item
