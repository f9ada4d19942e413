"""The sample: the library and the pack that ship with the program, loaded by the importers that anybody's data take."""

import hashlib
import tempfile
import tomllib
from dataclasses import replace
from importlib.resources import as_file
from pathlib import Path

import msgspec

from briefer import assemble
from briefer.language import _
from briefer.library import Library
from briefer.model.answers import Built
from briefer.model.errors import BadCall
from briefer.model.pack import Pack
from briefer.model.progress import Progress
from briefer.pack import PackFile, gather, to_bytes, validate
from briefer.service.build import build
from briefer.shipped import data
from briefer.sources import recognise

TABLES = ("sources.csv", "issues.csv", "measures.csv", "positions.csv", "events.csv")
ENTITIES = "entities.ftm.json"


def sample_pack() -> Pack:
    """Gives the sample pack as its text file states it, without facts."""
    raw = tomllib.loads(data("assets", "sample", "pack.toml").read_text(encoding="utf-8"))
    pack = msgspec.convert(raw, Pack)
    validate(pack, "assets/sample/pack.toml")
    return pack


def fill(library: Path, progress: Progress) -> None:
    """Imports the sample into a library."""
    with as_file(data("assets", "sample")) as folder, Library.open(library) as opened:
        for name in TABLES:
            opened.import_rows(recognise(folder / name), progress=progress)
        opened.import_list(recognise(folder / ENTITIES), published=sample_pack().as_of, progress=progress)


def keep_sample(library: Path, progress: Progress) -> None:
    """Imports the sample into a new library, or one that holds it alone; BadCall where it holds anything else."""
    if library.exists() and (held := _others(library)):
        raise BadCall(
            _("{library} holds {held} beside the sample; name a new file for --library.", library=library, held=held)
        )
    fill(library, progress)


def _others(library: Path) -> str:
    """Names what a library holds that is not the sample, empty where that is nothing."""
    with as_file(data("assets", "sample")) as folder, Library.open(library) as opened:
        own = recognise(folder / ENTITIES).sha256
        lists = [row.list for row in opened.lists(everything=True) if row.sha256 != own]
        bare = not opened.lists() and (opened.measures() or opened.positions(everything=True))
    return ", ".join(dict.fromkeys(lists)) or (_("tables of its own") if bare else "")


def build_sample(folder: Path, progress: Progress) -> Built:
    """Builds the sample pack; see Briefer.demo."""
    with tempfile.TemporaryDirectory(prefix="briefer-demo-") as place:
        library = Path(place) / "sample.sqlite"
        fill(library, progress)
        with Library.open(library) as opened:
            pack = sample_pack()
            dossier = gather(pack, opened)
    # The time of import is the one thing in the facts that differs from run to run.
    dossier = replace(dossier, lists=tuple(replace(snapshot, imported="") for snapshot in dossier.lists))
    pack = replace(pack, keys=assemble.give_keys(pack, dossier))
    digest = hashlib.sha256(to_bytes(PackFile(pack=pack, dossier=dossier))).hexdigest()
    return build(pack, dossier, folder, digest=digest, draft=False, progress=progress)
