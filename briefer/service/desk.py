"""Desk: the verbs of the window, on one library that stays open; called from one thread, never the window's."""

import hashlib
import time
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefer.files import user_library
from briefer.model.answers import ListChanges, ListRow, Sameness
from briefer.model.desk import Asked, Detail, Found, Held, Kept, Match, Opened, Row
from briefer.model.errors import BadCall, BrieferError
from briefer.model.facts import Fact
from briefer.model.pack import Pack, Template
from briefer.model.policy import Issue, Position, Source

if TYPE_CHECKING:
    from briefer.library import Library

FOUND = 200
"""So many hits of a name are listed; more are never looked through."""


BEGUN = (80, 94)
"""The scores of a name of which a word begins like the last word typed: the more of it is typed, the higher."""


LIKE_FROM = 3
"""So many letters have to be typed before names are looked for that are merely like them."""


class ChangedOnDisk(BrieferError):
    """Somebody else has saved the pack since it was opened; nothing was written."""


class Desk:
    """What the window asks for; the library of `path` is opened at the first question that needs it."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or user_library()
        self._library: Library | None = None

    def close(self) -> None:
        """Closes the library."""
        if self._library is not None:
            self._library.close()
            self._library = None

    def _open(self) -> "Library | None":
        """Gives the open library, None where there is no file: a question makes none."""
        from briefer.library import Library

        if self._library is None and self.path.exists():
            self._library = Library.open(self.path)
        return self._library

    def held(self) -> Held:
        """Gives how much the library holds; all noughts where there is none."""
        library = self._open()
        return library.held() if library else Held(lists=0, entities=0, positions=0, issues=0, sources=0)

    def find(self, asked: Asked) -> Found:
        """Gives the ids that the panel lists: of a name the hits, without one all that the filters let through."""
        library = self._open()
        start = time.perf_counter()
        if library is None:
            return Found(ids=())
        narrowing: dict[str, Any] = {
            name: getattr(asked, name) for name in ("kind", "programme", "regime", "country", "listed", "listed_from")
        }
        whole = library.held().entities
        if not any(map(str.isalnum, asked.name)):
            order = "since" if asked.order == "since" else "name"
            ids = library.browse(order=order, descending=asked.descending, **narrowing)
            return Found(ids=ids, of=whole, seconds=time.perf_counter() - start)
        matches = _matches(library, asked, narrowing)
        ids = self._ordered(library, tuple(matches), asked)
        return Found(
            ids=ids, matches=tuple(map(matches.__getitem__, ids)), of=whole, seconds=time.perf_counter() - start
        )

    def _ordered(self, library: "Library", ids: tuple[str, ...], asked: Asked) -> tuple[str, ...]:
        if asked.order == "match":
            return ids[::-1] if asked.descending else ids
        rows = library.rows(ids)
        by = {"name": lambda row: row.caption.lower(), "since": lambda row: row.since}[asked.order]
        return tuple(row.id for row in sorted(rows, key=by, reverse=asked.descending))

    def rows(self, ids: tuple[str, ...]) -> tuple[Row, ...]:
        """Gives the rows of some ids, one page of the table."""
        library = self._open()
        return library.rows(ids) if library else ()

    def classes(self, ids: tuple[str, ...], as_of: date) -> dict[str, tuple[str | None, bool]]:
        """Gives the class of relief of each id on a day, None where nothing of the United States is in force."""
        from briefer import rulebook
        from briefer.analysis.relief import relief

        library = self._open()
        entities = library.entities(ids, as_of) if library else ()
        return {each.id: (each.klass, each.contested) for each in relief(entities, rulebook.load(), as_of)}

    def detail(self, id: str, as_of: date) -> Detail:
        """Gives everything on one entity; BadCall where the library holds none of that id."""
        from briefer import rulebook
        from briefer.analysis.relief import relief

        library = self._open()
        found = library.entities([id]) if library else ()
        if library is None or not found:
            raise BadCall(f"The library holds no entry “{id}” any more; search for it again.")
        entity = found[0]
        facts: tuple[Fact, ...] = (*entity.values, *entity.designations, *entity.absences, *entity.links)
        sources = sorted({source for fact in facts for source in fact.sources})
        origins = sorted({fact.origin for fact in facts if fact.origin})
        return Detail(
            entity=entity,
            relief=next(iter(relief((entity,), rulebook.load(), as_of)), None),
            positions=tuple(each for each in library.positions(everything=True) if id in each.entities),
            sources=library.sources(sources),
            origins=tuple(
                (each.id, f"{each.title} · {each.published}" if each.published else each.title)
                for each in library.snapshots(ids=origins)
            ),
        )

    def positions(self) -> tuple[Position, ...]:
        """Gives every recorded position, by day."""
        library = self._open()
        return library.positions(everything=True) if library else ()

    def issues(self) -> tuple[Issue, ...]:
        """Gives the issues in their order."""
        library = self._open()
        return library.issues() if library else ()

    def sources(self) -> tuple[Source, ...]:
        """Gives every source."""
        library = self._open()
        return library.sources() if library else ()

    def lists(self) -> tuple[ListRow, ...]:
        """Gives each list at its newest snapshot."""
        library = self._open()
        return library.lists() if library else ()

    def tags(self) -> tuple[str, ...]:
        """Gives the programmes that anybody is listed under."""
        library = self._open()
        return library.tags() if library else ()

    def news(self) -> tuple[ListChanges, ...]:
        """Gives what the last publication of each list changed."""
        library = self._open()
        return tuple(library.changes(row.list) for row in library.lists()) if library else ()

    def proposals(self, id: str) -> tuple[Sameness, ...]:
        """Gives the records that may be one with an entity, decided on or not."""
        library = self._open()
        return (*library.decisions((id,)), *library.proposals((id,))) if library else ()

    def decide(self, a: str, b: str, decision: str, by: str, why: str) -> Sameness:
        """Records that two entities are one ("yes") or not ("no"), or takes that back ("undo")."""
        library = self._open()
        if library is None:
            raise BadCall("There is no library yet; import a list first.")
        return library.decide(a, b, decision, by=by, why=why)

    def templates(self) -> tuple[Template, ...]:
        """Gives the document types."""
        from briefer.assemble import templates

        return templates()

    def new(self, path: Path, template: str, title: str, as_of: date) -> Opened:
        """Makes a pack of a document type without picks and opens it; BadCall where the file is there already."""
        from briefer.service import Briefer

        Briefer(self.path).new(path, template=template, title=title, as_of=as_of, picks={})
        return self.open(path)

    def sample(self, folder: Path) -> Opened:
        """Puts the sample and a library of its own into a folder, if they are not there, and opens it.

        From then on this desk's library is the sample's.
        """
        from briefer.model.progress import silent
        from briefer.service import packs
        from briefer.service.sample import fill, sample_pack

        library, path = folder / "sample.sqlite", folder / "sample.brief"
        if not (library.exists() and path.exists()):
            for old in (library, path):
                old.unlink(missing_ok=True)
            fill(library, silent)
            packs.write(path, sample_pack(), library)
        self.change_library(library)
        return self.open(path)

    def change_library(self, path: Path) -> None:
        """Goes on with another library."""
        self.close()
        self.path = path

    def open(self, path: Path) -> Opened:
        """Reads a pack with its facts, gathered now where it holds none; BadPack where it cannot be read."""
        from briefer.pack import load

        digest = hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else ""
        file = load(path)
        return Opened(path=str(path), pack=file.pack, dossier=file.dossier or self.gather(file.pack), sha256=digest)

    def gather(self, pack: Pack) -> Any:
        """Reads what the pack needs from the library; an empty Dossier where there is none."""
        from briefer.model.brief import Dossier
        from briefer.pack import gather

        library = self._open()
        return gather(pack, library) if library else Dossier(as_of=pack.as_of)

    def save(self, opened: Opened, *, path: Path | None = None, anyway: bool = False) -> Opened:
        """Writes a pack atomically, the version before it into its history, and takes it out of the journal.

        ChangedOnDisk where the file is not the one that was opened, unless `anyway`; `path` saves a copy elsewhere.
        """
        from briefer import assemble
        from briefer.pack import PackFile, load, save, validate
        from briefer.service import journal

        target = path or Path(opened.path)
        there = hashlib.sha256(target.read_bytes()).hexdigest() if target.exists() else ""
        if not anyway and path is None and there and there != opened.sha256:
            raise ChangedOnDisk(f"{target} was saved by somebody else after you opened it.")
        pack = replace(opened.pack, keys=assemble.give_keys(opened.pack, opened.dossier))
        validate(pack, target)
        former = target if target.exists() else Path(opened.path)
        media = load(former).media if former.exists() else ()
        save(target, PackFile(pack=pack, dossier=opened.dossier, media=media))
        journal.forget(Path(opened.path))
        digest = hashlib.sha256(target.read_bytes()).hexdigest()
        return replace(opened, path=str(target), pack=pack, sha256=digest)

    def keep(self, path: Path, pack: Pack) -> None:
        """Writes unsaved work into the journal."""
        from briefer.service import journal

        journal.keep(path, pack)

    def forget(self, path: Path) -> None:
        """Gives unsaved work up."""
        from briefer.service import journal

        journal.forget(path)

    def kept(self) -> tuple[Kept, ...]:
        """Gives the work that a crash left behind."""
        from briefer.service import journal

        return journal.found()


def _matches(library: "Library", asked: Asked, narrowing: dict[str, Any]) -> dict[str, Match]:
    """Gives what is like the name, and what begins like it, best first."""
    letters = sum(map(str.isalnum, asked.name))
    hits = library.search(asked.name, limit=FOUND, **narrowing) if letters >= LIKE_FROM else ()
    found = {hit.id: Match(score=hit.score, matched=hit.matched, why=hit.why) for hit in hits}
    for id, name in library.starting(asked.name, limit=FOUND, **narrowing):
        begun = Match(score=_share(asked.name, name), matched=name, why="start of a word")
        found[id] = max(found.get(id, begun), begun, key=lambda match: match.score)
    best = sorted(found, key=lambda id: -found[id].score)
    return {id: found[id] for id in best[:FOUND] if found[id].score >= asked.min_score}


def _share(typed: str, name: str) -> int:
    least, most = BEGUN
    return round(least + (most - least) * min(1.0, len(typed.strip()) / max(1, len(name))))
