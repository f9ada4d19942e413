"""Desk: the verbs of the window, on one library that stays open; called from one thread, never the window's."""

import hashlib
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock
from typing import TYPE_CHECKING, Any

from briefer.files import user_library
from briefer.language import _
from briefer.model.answers import ListChanges, ListRow, Narrowing, Sameness
from briefer.model.brief import Dossier
from briefer.model.desk import Asked, Detail, Found, Glance, Held, Holding, Kept, Known, Opened, Row, Used, Version
from briefer.model.errors import BadCall, BrieferError
from briefer.model.pack import Pack, Template
from briefer.model.policy import Issue, Position, Source
from briefer.model.stances import Sentence
from briefer.model.views import Pick

if TYPE_CHECKING:
    from briefer.library import Library
    from briefer.pack import PackFile
    from briefer.service.finding import Finder
    from briefer.service.used import Packs


SAMPLE = "sample.sqlite"
NOTHING = Held(lists=0, entities=0, positions=0, issues=0, sources=0)


class ChangedOnDisk(BrieferError):
    """Somebody else has saved the pack since it was opened; nothing was written."""


class Desk:
    """What the window asks for; the library of `path` is opened at the first question that needs it."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or user_library()
        self._library: Library | None = None
        self._finder: Finder | None = None
        self._packs: Packs | None = None
        self._opening = Lock()

    def close(self) -> None:
        """Closes the library."""
        if self._library is not None:
            self._library.close()
            self._library = self._finder = None

    def _open(self) -> "Library | None":
        """Gives the open library, None where there is no file: a question makes none."""
        from briefer.library import Library

        with self._opening:  # saving, on a thread of its own, may have to gather
            if self._library is None and self.path.exists():
                self._library = Library.open(self.path)
            return self._library

    def _finding(self) -> "Finder | None":
        from briefer.service.finding import Finder

        library = self._open()
        if library is not None and self._finder is None:
            self._finder = Finder(library)
        return self._finder

    def held(self) -> Held:
        """Gives how much the library holds; all noughts where there is none."""
        library = self._open()
        return library.held() if library else NOTHING

    def find(self, asked: Asked) -> Found:
        """Gives the ids that the panel lists: of a name the hits, without one all that the filters let through."""
        finder = self._finding()
        return finder.find(asked) if finder else Found(ids=())

    def rows(self, ids: tuple[str, ...]) -> tuple[Row, ...]:
        """Gives the rows of some ids, one page of the table."""
        finder = self._finding()
        return finder.rows(ids) if finder else ()

    def classes(self, ids: tuple[str, ...], as_of: date) -> dict[str, tuple[str | None, bool]]:
        """Gives the class of relief of each id on a day, None where nothing of the United States is in force."""
        from briefer import rulebook
        from briefer.analysis.relief import relief, relief_of_measures

        library = self._open()
        entities = library.entities(ids, as_of) if library else ()
        measures = library.measures([id for id in ids if id.startswith("measure-")]) if library else ()
        book = rulebook.load()
        answers = (*relief(entities, book, as_of), *relief_of_measures(measures, book, as_of))
        return {each.id: (each.klass, each.contested) for each in answers}

    def detail(self, id: str, as_of: date) -> Detail:
        """Gives everything on one entity; BadCall where the library holds none of that id."""
        from briefer.service.detail import detail

        library = self._open()
        if library is None:
            raise BadCall(_("The library holds no entry “{id}” any more; search for it again.", id=id))
        return detail(library, id, as_of)

    def holding(self, kind: str, id: str) -> Holding:
        """Gives everything on a position, issue, source or list; BadCall where there is none of that id."""
        from briefer.service.holding import holding

        library = self._open()
        if library is None:
            raise BadCall(_("There is no library yet; import a list first."))
        return holding(library, kind, id)

    def prepare(self) -> None:
        """Loads what the forms stand on, which takes long, ahead of the first of them."""
        from briefer.service import articles, entry

        entry.precision("2025")
        articles.read_text("It was said.")

    def known(self) -> Known:
        """Gives what the forms offer to choose from."""
        from briefer.service.holding import known

        return known(self._open())

    def enter(self, kind: str, rows: tuple[dict[str, str], ...]) -> tuple[str, ...]:
        """Stores positions, issues or sources entered by hand and gives their ids, see service.entry."""
        from briefer.library import Library
        from briefer.service.entry import store

        if self._library is None:
            self._library = Library.open(self.path)
        return store(self._library, kind, rows)[0]

    def article(self, text: str) -> tuple[Sentence, ...]:
        """Gives the sentences of a pasted text with the marks that are proposed."""
        from briefer.service.articles import read_text

        return read_text(text)

    def used(self, id: str, paths: tuple[Path, ...]) -> tuple[Used, ...]:
        """Gives which of these packs hold or name an id."""
        from briefer.service.used import Packs

        self._packs = self._packs or Packs()
        return self._packs.using(id, paths)

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

    def countries(self) -> tuple[tuple[str, str], ...]:
        """Gives the countries that anybody is of or in, by code and English name."""
        from briefer.service.holding import countries

        library = self._open()
        return countries(library) if library else ()

    def news(self) -> tuple[ListChanges, ...]:
        """Gives what the last publication of each list changed."""
        library = self._open()
        return tuple(library.changes(row.list) for row in library.lists()) if library else ()

    def everything(self, as_of: date) -> Any:
        """Gives a Dossier of all recorded positions with their issues and sources, and of nothing else."""
        library = self._open()
        if library is None:
            return Dossier(as_of=as_of)
        positions, issues = library.positions(everything=True), library.issues()
        return Dossier(as_of=as_of, positions=positions, issues=issues, sources=library.sources())

    def changed(self, since: date, only: tuple[str, ...] = (), narrowing: Narrowing | None = None) -> Any:
        """Gives what changed in the lists since a day, of all entries or `only` of these; see service.changed."""
        from briefer.service.changed import changed

        return changed(self._open(), since, only, narrowing)

    def eased(self, id: str, as_of: date) -> Pick | None:
        """Gives the whole answer on relief of an entity, its owners' part too; None where no state of the day holds it.

        Where anybody holds shares of it the whole library is read, once until day, lists or decisions change.
        """
        from briefer.service.views import pick

        finder = self._finding()
        with suppress(BadCall):
            return pick(finder.eased(id, as_of)) if finder else None
        return None

    def proposals(self, id: str) -> tuple[Sameness, ...]:
        """Gives the records that may be one with an entity, decided on or not."""
        library = self._open()
        return (*library.decisions((id,)), *library.proposals((id,))) if library else ()

    def decide(self, a: str, b: str, decision: str, by: str, why: str) -> Sameness:
        """Records that two entities are one ("yes") or not ("no"), or takes that back ("undo")."""
        library = self._open()
        if library is None:
            raise BadCall(_("There is no library yet; import a list first."))
        return library.decide(a, b, decision, by=by, why=why)

    def glance(self, paths: tuple[Path, ...]) -> tuple[Glance, ...]:
        """Gives of each file what the start page says of it; a file that cannot be read is there without a title."""
        return tuple(map(_glance, paths))

    def templates(self) -> tuple[Template, ...]:
        """Gives the document types."""
        from briefer.assemble import templates

        return templates()

    def unwritten(self, pack: Pack) -> tuple[str, ...]:
        """Gives the titles of the sections that only a draft prints, as they hold starter text and nothing else."""
        from briefer.service.packs import unwritten

        return unwritten(pack)

    def destination(self, folder: Path, name: str) -> Path:
        """Gives the folder that a hand-off goes into; BadCall where name or folder do not allow it."""
        from briefer.service.destination import destination

        return destination(folder, name)

    def new(
        self, path: Path, template: str, title: str, as_of: date | None = None, *, paper: str = "A4", drafter: str = ""
    ) -> Opened:
        """Makes a pack of a document type without picks and opens it; BadCall where the file is there already.

        Without `as_of` it is of the day of the newest list, see packs.first_day.
        """
        from briefer.service import Briefer

        more = {"paper": paper, "drafter": drafter}
        Briefer(self.path).new(path, template=template, title=title, as_of=as_of, picks={}, **more)
        return self.open(path)

    def sample(self, folder: Path) -> Opened:
        """Puts the sample and a library of its own into a folder, if they are not there, and opens it.

        From then on this desk's library is the sample's.
        """
        from briefer.model.progress import silent
        from briefer.service import packs
        from briefer.service.sample import fill, sample_pack

        library, path = folder / SAMPLE, folder / "sample.brief"
        if not (library.exists() and path.exists()):
            for old in (library, path):
                old.unlink(missing_ok=True)
            fill(library, silent)
            packs.write(path, sample_pack(), library)
        self.change_library(library)
        return self.open(path)

    def sample_library(self, folder: Path) -> None:
        """Goes on with the sample's library alone."""
        if not (folder / SAMPLE).exists():
            self.sample(folder)
        self.change_library(folder / SAMPLE)

    def change_library(self, path: Path) -> None:
        """Goes on with another library."""
        self.close()
        self.path = path

    def open(self, path: Path) -> Opened:
        """Reads a pack with its facts, gathered now where it lacks any; BadPack where it cannot be read."""
        from briefer.pack import load
        from briefer.service.scratch import sweep_beside

        sweep_beside(path)
        digest = hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else ""
        file = load(path)
        return Opened(path=str(path), pack=file.pack, dossier=self.answering(file.pack, file.dossier), sha256=digest)

    def gather(self, pack: Pack, *formers: Dossier) -> Dossier:
        """Reads what the pack needs from the library; what that does not hold stays as the `formers` have it."""
        from briefer.library import Library
        from briefer.pack import gather
        from briefer.service import scratch

        library = self._open()
        if library:
            return gather(pack, library, *formers)
        with TemporaryDirectory(dir=scratch.folder()) as folder, Library.open(Path(folder) / "empty.sqlite") as empty:
            return gather(pack, empty, *formers)

    def answering(self, pack: Pack, *formers: Dossier | None) -> Dossier:
        """Gives the first facts where they answer for every pick of the pack, else facts gathered now."""
        from briefer.pack import unanswered

        held = tuple(each for each in formers if each is not None)
        if held and held[0].as_of == pack.as_of and not unanswered(pack, *held):
            return held[0]
        return self.gather(pack, *held)

    def lacks(self, pack: Pack) -> int:
        """Gives how many picks the library does not hold; one more than all where it holds nothing at all."""
        library = self._open()
        wanted = {*pack.entities, *pack.measures, *pack.positions, *pack.issues}
        if library is None or self.held() == NOTHING:
            return len(wanted) + 1
        groups = (
            library.entities(pack.entities),
            library.measures(pack.measures),
            library.positions(ids=pack.positions),
            library.issues(pack.issues),
        )
        return len(wanted - {each.id for group in groups for each in group})

    def go_back(self, pack: Pack, library: Path) -> bool:
        """Goes on with the library that a pack was made with where it holds more of its picks; says whether it does."""
        former, lacking = self.path, self.lacks(pack)
        if library == former or not lacking or not library.exists():
            return False
        self.change_library(library)
        if self.lacks(pack) < lacking:
            return True
        self.change_library(former)
        return False

    def save(self, opened: Opened, *, path: Path | None = None, anyway: bool = False) -> Opened:
        """Writes a pack atomically, the version before it into its history, and takes it out of the journal.

        ChangedOnDisk where the file is not the one that was opened, unless `anyway`; `path` saves a copy elsewhere.
        """
        from briefer.pack import save, validate
        from briefer.service import journal

        target = path or Path(opened.path)
        there = hashlib.sha256(target.read_bytes()).hexdigest() if target.exists() else ""
        if not anyway and path is None and there and there != opened.sha256:
            raise ChangedOnDisk(_("{target} was saved by somebody else after you opened it.", target=target))
        file = self._file(opened, target)
        validate(file.pack, target)
        save(target, file)
        journal.forget(Path(opened.path))
        digest = hashlib.sha256(target.read_bytes()).hexdigest()
        return Opened(path=str(target), pack=file.pack, dossier=file.dossier or opened.dossier, sha256=digest)

    def _file(self, opened: Opened, target: Path) -> "PackFile":
        """Gives a pack as it is written, with facts for every pick: gathered now where they lag behind the picks.

        What the file before it holds of a pick is never lost, whatever the library holds.
        """
        from briefer import assemble
        from briefer.pack import PackFile, load
        from briefer.service.packs import held_by

        there = [each for each in dict.fromkeys((target, Path(opened.path))) if each.exists()]
        former = [load(each) for each in there]
        dossier = self.answering(opened.pack, opened.dossier, *held_by(*former))
        pack = replace(opened.pack, keys=assemble.give_keys(opened.pack, dossier))
        return PackFile(pack=pack, dossier=dossier, media=former[0].media if former else ())

    def copy(self, opened: Opened, path: Path) -> None:
        """Writes a pack elsewhere as it is; its own file and the journal stay as they are."""
        from briefer.pack import save

        save(path, self._file(opened, Path(opened.path)))

    def found_again(self, kept: Kept, path: Path) -> Opened:
        """Makes a pack file of work that a crash left behind, with the facts that were kept with it, and opens it."""
        from briefer.pack import PackFile, load, save
        from briefer.service import journal
        from briefer.service.packs import held_by

        former: PackFile | None = None
        with suppress(BrieferError):
            former = load(Path(kept.path))
        facts = self.answering(kept.pack, *kept.facts, *held_by(former))
        save(path, PackFile(pack=kept.pack, dossier=facts))
        journal.set_aside(Path(kept.path))
        return self.open(path)

    def theirs(self, opened: Opened) -> Opened | None:
        """Gives the file as somebody else has saved it since it was opened, None where it is as it was or is gone."""
        path = Path(opened.path)
        if not path.exists() or hashlib.sha256(path.read_bytes()).hexdigest() == opened.sha256:
            return None
        return self.open(path)

    def versions(self, path: Path, now: Pack) -> tuple[Version, ...]:
        """Gives the earlier versions of a pack, newest first, each by what of it the present one has not."""
        from briefer.service.versions import versions

        return versions(path, now)

    def set_aside(self, path: Path) -> None:
        """Keeps unsaved work among the versions, without offering it again."""
        from briefer.service import journal

        journal.set_aside(path)

    def keep(self, path: Path, pack: Pack, facts: Dossier | None = None) -> None:
        """Writes unsaved work into the journal; `facts` where they are others than those written before."""
        from briefer.service import journal

        journal.keep(path, pack, facts)

    def forget(self, path: Path) -> None:
        """Gives unsaved work up."""
        from briefer.service import journal

        journal.forget(path)

    def kept(self) -> tuple[Kept, ...]:
        """Gives the work that a crash left behind."""
        from briefer.service import journal

        return journal.found()


def _glance(path: Path) -> Glance:
    from briefer.pack import load

    if not path.exists():
        return Glance(path=str(path))
    try:
        pack = load(path).pack
    except BrieferError:
        return Glance(path=str(path), saved=path.stat().st_mtime)
    return Glance(
        path=str(path), saved=path.stat().st_mtime, title=pack.title, marking=pack.marking, template=pack.template
    )
