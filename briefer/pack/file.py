"""The pack file: a ZIP of pack.json, facts.json, history/, earlier/ and media/ with fixed order and dates.

The same content gives the same bytes. A file of a newer schema is refused, never guessed at.
"""

import io
import re
import zipfile
import zlib
from dataclasses import dataclass, fields, is_dataclass, replace
from pathlib import Path
from typing import Any, get_args

import msgspec

from briefer.files import write_atomically
from briefer.language import _, mark
from briefer.model.brief import Dossier
from briefer.model.errors import BadPack
from briefer.model.pack import SCHEMA, Pack
from briefer.pack.stored import unanswered
from briefer.pack.validate import validate

MOMENT = (1980, 1, 1, 0, 0, 0)
LIMITS = {"pack.json": 64_000_000, "facts.json": 512_000_000}
OTHERS = 128_000_000
EARLIER = re.compile(r"earlier/\d{4,9}\.json")
REPAIR = mark("open an earlier copy or make the pack anew with `briefer new`")


@dataclass(frozen=True, slots=True, kw_only=True)
class PackFile:
    """A pack with the facts it was last refreshed with.

    `history` holds the earlier saved versions' JSON, oldest first; `media` pairs of a name and its bytes. `earlier`
    holds the facts of those versions whose picks a later one left out: pairs of their number, from 1, and their JSON.
    """

    pack: Pack
    dossier: Dossier | None = None
    history: tuple[bytes, ...] = ()
    media: tuple[tuple[str, bytes], ...] = ()
    earlier: tuple[tuple[int, bytes], ...] = ()


def parse(content: bytes, name: object) -> Pack:
    """Decodes and validates a pack's own JSON; `name` is what a message calls it. BadPack where it is no pack."""
    try:
        raw = msgspec.json.decode(content)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise BadPack(name, _("is not valid JSON ({error})", error=error), _("correct the text")) from error
    if not isinstance(raw, dict):
        raise BadPack(name, _("does not hold a JSON object"), _("give one object with at least title and as_of"))
    _refuse_newer(raw, name)
    _refuse_unknown(raw, Pack, name, "")
    try:
        pack = msgspec.convert(raw, Pack)
    except msgspec.ValidationError as error:
        raise BadPack(name, _wrong_value(str(error)), _("correct that field")) from error
    validate(pack, name)
    return pack


def _wrong_value(said: str) -> str:
    """Puts msgspec's complaint, "Expected `array`, got `str` - at `$.entities`", into the words of a pack's author."""
    what, _at, place = said.partition(" - at `$")
    field = place.strip("`.") or _("the whole")
    plain = what.replace("`", "").replace("array", "list").replace("got str", "got text")
    wrong = _("expected a date such as 2025-03-31") if "RFC3339" in what else f"{plain[:1].lower()}{plain[1:]}"
    return _("has a wrong value in “{field}”: {wrong}", field=field, wrong=wrong)


def _refuse_newer(raw: dict[str, Any], name: object) -> None:
    schema = raw.get("schema", SCHEMA)
    if isinstance(schema, int) and schema > SCHEMA:
        raise BadPack(
            name,
            _("has schema {schema}, and this version of Briefer knows schema {known}", schema=schema, known=SCHEMA),
            _("open it with a newer version of Briefer"),
        )


def _refuse_unknown(raw: object, kind: Any, name: object, place: str) -> None:
    """Refuses a key that no field has, at any depth, so that a slip of the pen is not silently lost."""
    if isinstance(raw, dict) and is_dataclass(kind):
        known = {field.name: field.type for field in fields(kind)}
        for key, value in raw.items():
            if key not in known:
                raise BadPack(
                    name,
                    _("has an unknown field “{field}”", field=f"{place}{key}"),
                    _("use one of {list}", list=", ".join(known)),
                )
            _refuse_unknown(value, known[key], name, f"{place}{key}.")
    elif isinstance(raw, list):
        for number, item in enumerate(raw):
            inner = (*get_args(kind), None)[0]
            _refuse_unknown(item, inner, name, f"{place}{number}.")


def to_json(pack: Pack) -> bytes:
    """Gives the pack's own JSON, indented for people, with a final line end."""
    return msgspec.json.format(msgspec.json.encode(pack), indent=2) + b"\n"


def to_bytes(file: PackFile) -> bytes:
    """Gives the whole pack file; the same content gives the same bytes."""
    members = [("pack.json", to_json(file.pack))]
    if file.dossier is not None:
        members.append(("facts.json", _encoded(file.dossier)))
    members += [(f"history/{number:04}.json", old) for number, old in enumerate(file.history, 1)]
    members += [(f"earlier/{number:04}.json", facts) for number, facts in file.earlier]
    members += [(f"media/{name}", content) for name, content in sorted(file.media)]
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            info = zipfile.ZipInfo(name, MOMENT)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            archive.writestr(info, content)
    return buffer.getvalue()


def save(path: Path, file: PackFile) -> PackFile:
    """Writes the pack file atomically; the version it replaces, where it differs, joins the history.

    Facts of picks that it leaves out stay in the file, so that the version can be restored without the library.
    """
    if path.exists():
        file = _above(load(path), file)
    write_atomically(path, to_bytes(file))
    return file


def _above(former: PackFile, file: PackFile) -> PackFile:
    if to_json(former.pack) == to_json(file.pack):
        return replace(file, history=former.history, earlier=former.earlier)
    history, earlier = (*former.history, to_json(former.pack)), former.earlier
    held = former.dossier
    if held and (file.dossier is None or set(unanswered(former.pack, file.dossier)) - {*held.missing}):
        earlier = (*earlier, (len(history), _encoded(held)))
    return replace(file, history=history, earlier=earlier)


def _encoded(dossier: Dossier) -> bytes:
    return msgspec.json.encode(dossier) + b"\n"


def load(path: Path) -> PackFile:
    """Reads a pack file; BadPack where it is damaged, hostile, invalid or newer."""
    try:
        with zipfile.ZipFile(path) as archive:
            return _load(path, archive)
    except FileNotFoundError as error:
        raise BadPack(path, _("is not there"), _("check the name, or make a pack with `briefer new`")) from error
    except OSError as error:
        raise BadPack(
            path,
            _("cannot be read ({reason})", reason=error.strerror or error),
            _("check the name and its permissions"),
        ) from error
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise BadPack(path, _("is not a Briefer pack or is damaged"), _(REPAIR)) from error


def _load(path: Path, archive: zipfile.ZipFile) -> PackFile:
    names = archive.namelist()
    if "pack.json" not in names:
        raise BadPack(path, _("holds no pack.json, so it is not a Briefer pack"), _(REPAIR))
    pack = parse(_member(path, archive, "pack.json"), f"{path}, pack.json")
    dossier = facts_of(path, _member(path, archive, "facts.json")) if "facts.json" in names else None
    history = tuple(_member(path, archive, name) for name in sorted(names) if name.startswith("history/"))
    earlier = tuple(
        (int(name[len("earlier/") : -len(".json")]), _member(path, archive, name))
        for name in sorted(names)
        if EARLIER.fullmatch(name)
    )
    media = tuple(
        (name.removeprefix("media/"), _member(path, archive, name))
        for name in sorted(names)
        if name.startswith("media/") and not name.endswith("/")
    )
    return PackFile(pack=pack, dossier=dossier, history=history, media=media, earlier=earlier)


def facts_of(path: Path, content: bytes) -> Dossier:
    """Decodes facts out of a pack file; BadPack where they cannot be read."""
    try:
        return msgspec.json.decode(content, type=Dossier)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise BadPack(
            path, _("holds facts that cannot be read ({error})", error=error), _(REPAIR), row="facts.json"
        ) from error


def _member(path: Path, archive: zipfile.ZipFile, name: str) -> bytes:
    """Reads one member, refusing one that unpacks to more than a pack can hold."""
    limit = LIMITS.get(name, OTHERS)
    with archive.open(name) as member:
        content = member.read(limit + 1)
    if len(content) > limit:
        raise BadPack(
            path,
            _("unpacks to more than {size} MB", size=limit // 1_000_000),
            _("do not open it; ask its sender"),
            row=name,
        )
    return content
