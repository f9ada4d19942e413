"""What the user has set, and which packs were open last: one frozen value, kept as TOML in the user's folder."""

import os
import tomllib
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

import msgspec
from platformdirs import user_config_path, user_state_path

from briefer.files import write_atomically

RECENT = 12
"""So many packs are remembered."""
LIBRARIES = 200
"""Of so many packs it is remembered which library they were made with."""
BETWEEN = "\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What holds for every pack: `theme` is system, light, dark or contrast; `by` is the name decisions carry.

    `recent` are the paths of the packs opened last, newest first; `seen` when the newest of the lists that the
    start page has shown came in, as ISO text; `dim` draws the paper darker on a dark screen; `width` the page's width
    in per cent, 0 to fit.
    `scale` is the size of everything in the window in per cent, 0 as the system; `language` that of the window and
    `spelling` that of the words written, as "en_GB", empty as the system's and the pack's; `library` the library file,
    empty for the user's own; `autosave` saves the open pack every so many minutes, 0 never. `frame` and `splits` are
    the place and the columns of the window, as Qt writes them; `searches` those that are kept, as service.searches
    writes them; `libraries` the packs' paths, each with that of the library it was made with.
    """

    theme: str = "system"
    by: str = ""
    paper: str = "A4"
    folder: str = ""
    dim: bool = False
    width: int = 0
    seen: str = ""
    recent: tuple[str, ...] = ()
    scale: int = 0
    language: str = ""
    spelling: str = ""
    library: str = ""
    autosave: int = 0
    frame: str = ""
    splits: tuple[str, ...] = ()
    searches: tuple[str, ...] = ()
    libraries: tuple[str, ...] = ()


def folder() -> Path:
    """Gives the folder for settings; BRIEFER_HOME moves it together with the journal."""
    home = os.environ.get("BRIEFER_HOME")
    return Path(home) if home else user_config_path("briefer", appauthor=False)


def state_folder() -> Path:
    """Gives the folder for unsaved work."""
    home = os.environ.get("BRIEFER_HOME")
    return Path(home) if home else user_state_path("briefer", appauthor=False)


def load() -> Settings:
    """Reads the settings; what is missing, unknown or of a wrong kind is as at first start."""
    try:
        raw = tomllib.loads((folder() / "settings.toml").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    kept = Settings()
    for field in fields(Settings):
        if field.name in raw:
            kept = _taken(kept, field.name, raw[field.name])
    return kept


def _taken(settings: Settings, name: str, value: Any) -> Settings:
    kind = type(getattr(settings, name))
    try:
        changed: dict[str, Any] = {name: msgspec.convert(value, tuple[str, ...] if kind is tuple else kind)}
        return replace(settings, **changed)
    except msgspec.ValidationError:
        return settings


def save(settings: Settings) -> None:
    """Writes the settings; BrieferError where the folder cannot be written."""
    lines = [f"{field.name} = {_toml(getattr(settings, field.name))}" for field in fields(settings)]
    write_atomically(folder() / "settings.toml", ("\n".join(lines) + "\n").encode())


def _toml(value: Any) -> str:
    """Gives a value as TOML, whose texts, truth values, numbers and lists of texts are written as in JSON."""
    return msgspec.json.encode(value).decode()


def opened(settings: Settings, path: Path) -> Settings:
    """Gives the settings with a pack as the one opened last."""
    rest = (each for each in settings.recent if each != str(path))
    return replace(settings, recent=(str(path), *rest)[:RECENT])


def made_with(settings: Settings, pack: Path, library: Path) -> Settings:
    """Gives the settings with the library that a pack was made with."""
    key = f"{pack}{BETWEEN}"
    rest = (each for each in settings.libraries if not each.startswith(key))
    return replace(settings, libraries=(f"{key}{library}", *rest)[:LIBRARIES])


def library_of(settings: Settings, pack: Path) -> Path | None:
    """Gives the library that a pack was made with, None where that is not remembered."""
    key = f"{pack}{BETWEEN}"
    return next((Path(each.removeprefix(key)) for each in settings.libraries if each.startswith(key)), None)
