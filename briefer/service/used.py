"""Which of the packs that were open lately hold an entity, a measure, a position, an issue or a source."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from briefer.model.desk import Used
from briefer.model.errors import BrieferError
from briefer.model.pack import Pack
from briefer.service.edits import GROUPS
from briefer.text import citations, mentions

Stamp = tuple[int, int]


class Packs:
    """Reads pack files, each once as long as it does not change."""

    def __init__(self) -> None:
        self._read: dict[Path, tuple[Stamp, Pack]] = {}

    def using(self, id: str, paths: Iterable[Path]) -> tuple[Used, ...]:
        """Gives the packs that hold or name an id, in the order of their paths; what cannot be read is left out."""
        found = ((path, self._pack(path)) for path in paths)
        used = (_used(id, path, pack) for path, pack in found if pack is not None)
        return tuple(each for each in used if each is not None)

    def _pack(self, path: Path) -> Pack | None:
        from briefer.pack import load

        try:
            about = path.stat()
            stamp = (about.st_mtime_ns, about.st_size)
            if path not in self._read or self._read[path][0] != stamp:
                self._read[path] = stamp, load(path).pack
        except (OSError, BrieferError):
            return None
        return self._read[path][1]


def _used(id: str, path: Path, pack: Pack) -> Used | None:
    places = tuple(dict.fromkeys(_places(id, pack)))
    how = tuple(
        word
        for word, held in (
            ("picked", any(id in getattr(pack, group) for group in GROUPS)),
            ("tranche", any(id in (*each.entities, *each.measures) for each in pack.tranches)),
            ("mentioned", bool(places)),
            ("printed", id in pack.keys),
        )
        if held
    )
    return Used(path=str(path), title=pack.title, as_of=pack.as_of, how=how, places=places) if how else None


def _places(id: str, pack: Pack) -> Iterator[str]:
    for section in pack.sections:
        if id in section.text and id in (*mentions(section.text), *(each.source for each in citations(section.text))):
            yield section.title
