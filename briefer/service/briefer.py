"""Briefer: one object, one method a verb. What costs a second to import is imported by the verb that needs it."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from briefer.files import user_library
from briefer.language import _
from briefer.model.answers import (
    Built,
    FieldChange,
    Hit,
    ImportReport,
    ListChanges,
    ListRow,
    Narrowing,
    Sameness,
    Verified,
    Withdrawal,
)
from briefer.model.brief import Finding
from briefer.model.calendar import ReviewCalendar
from briefer.model.errors import BadInput, Refused
from briefer.model.facts import Entity
from briefer.model.pack import Template
from briefer.model.policy import Position
from briefer.model.progress import Progress, silent
from briefer.model.relief import OfTag, Relief
from briefer.model.ripple import Ripple
from briefer.model.stances import Sentence
from briefer.service.refusing import all_held, no_entity, no_source, there_already, unreadable

if TYPE_CHECKING:
    from briefer.library import Library
    from briefer.model.pack import MarkedArticle
    from briefer.service.marked import Setting
    from briefer.sources import Reading


class Briefer:
    """The library at `path`, by default the user's own, and everything that can be done with it."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or user_library()

    def demo(self, folder: Path, *, keep: bool = False, progress: Progress = silent) -> Built:
        """Builds the sample pack from the sample library that ships with the program, in a library of its own.

        With `keep` the sample library stays at `path` too; BadCall where that holds anything else.
        """
        from briefer.service.sample import build_sample, keep_sample

        if keep:
            keep_sample(self.path, progress)
        return build_sample(folder, progress)

    def import_files(
        self,
        paths: Iterable[Path],
        *,
        published: date | None = None,
        dry_run: bool = False,
        accept_drop: bool = False,
        partial: bool = False,
        progress: Progress = silent,
    ) -> tuple[ImportReport, ...]:
        """Imports list files and tables, each in one transaction; all are recognised before the first is written.

        A folder stands for all the files in it; what is no list or table there is named (`left_out` of the first
        report). A dry run judges all of them as the import would, one after the other, and leaves nothing behind, no
        library either. A file that is refused or cannot be read does not stop the others: Unfinished then holds the
        reports of those.
        """
        from briefer.library.declared import datable
        from briefer.service.reading import each_of, recognised

        datable(published)
        readings, left_out, unread = recognised(paths)
        beside = {reading.sha256 for reading in readings}
        with self._write(rehearsed=dry_run) as library:

            def taken(reading: "Reading") -> ImportReport:
                if reading.kind != "list":
                    return library.import_rows(reading, dry_run=dry_run, progress=progress)
                return library.import_list(
                    reading,
                    published=published,
                    dry_run=dry_run,
                    accept_drop=accept_drop,
                    partial=partial,
                    beside=beside,
                    progress=progress,
                )

            return each_of(readings, taken, left_out, unread)

    def import_positions(self, path: Path, *, dry_run: bool = False, progress: Progress = silent) -> ImportReport:
        """Imports one table of positions, sources, issues, events or measures; BadInput where it is a list."""
        from briefer.sources import recognise

        reading = recognise(path)
        if reading.kind != "rows":
            raise BadInput(
                path,
                _("is a list ({format}), not a table of statements", format=reading.format),
                _("use `briefer import`"),
            )
        with self._write(rehearsed=dry_run) as library:
            return library.import_rows(reading, dry_run=dry_run, progress=progress)

    def lists(self, *, everything: bool = False) -> tuple[ListRow, ...]:
        """Gives each list that the library holds, at its newest snapshot, or every snapshot held."""
        with self._read() as library:
            return library.lists(everything=everything)

    def withdraw(self, id: str, *, dry_run: bool = False, progress: Progress = silent) -> Withdrawal:
        """Takes a state of a list out of the library; BadCall where it is not held or an excerpt rests on it."""
        with self._write(rehearsed=dry_run or not self.path.exists()) as library:
            return library.withdraw(id, dry_run=dry_run, progress=progress)

    def search(self, name: str, *, as_of: date | None = None, **narrowing: Any) -> tuple[Hit, ...]:
        """Gives the entities whose names come nearest, best first; `narrowing` as in Library.search.

        With `as_of` those that were held on a day, as they stood then, also of the names that they have had since, and
        those whom the next state of a list dates as listed by then.
        BadCall for a filter that can find nothing.
        """
        from briefer.service.searched import searched

        with self._read() as library:
            return searched(library, name, as_of, narrowing)

    def known(self, entity: Entity, as_of: date) -> bool:
        """Says whether it is known how somebody stood on a day; not where only later, undated listings tell of it."""
        from briefer.service.days import known

        return known(entity, as_of)

    def search_notes(
        self, name: str, found: Iterable[Hit], *, as_of: date | None = None, **narrowing: Any
    ) -> tuple[str, ...]:
        """Says which states answered a search for a day, and which hits it left out since no list dates them."""
        from briefer.service.searched import search_notes

        with self._read() as library:
            return search_notes(library, name, found, as_of, narrowing)

    def without(self, name: str, *, as_of: date | None = None, **narrowing: Any) -> str:
        """Says of a search that found nothing how many hits it has without its filters; empty where it has none."""
        from briefer.service.searched import without

        with self._read() as library:
            return without(library, name, as_of, narrowing)

    def notes(self, as_of: date, ids: Iterable[str] | None = None) -> tuple[str, ...]:
        """Gives a sentence for each list of which no snapshot is held for a day, so that a later one answers for it.

        With `ids` of the lists that hold these entities, else of all.
        """
        with self._read() as library:
            return library.notes(as_of, ids)

    def ripple(self, delist: Iterable[str], rule: str = "us", as_of: date | None = None) -> Ripple:
        """Says whom delisting these ids frees under a regime's ownership rule (us, eu, uk), and who stays blocked."""
        from briefer.service.ripple import ripple

        with self._read() as library:
            return ripple(library, delist, rule, as_of)

    def calendar(
        self, report: date, *, passed: date | None = None, vetoed: date | None = None, enacted: bool = False
    ) -> ReviewCalendar:
        """Gives the dates of the congressional review of a report submitted on a day; see analysis.calendar.review."""
        from briefer import rulebook
        from briefer.analysis.calendar import review, review_clock

        clock = review_clock(rulebook.named(rulebook.load().clocks, report))
        return review(clock, report, passed=passed, vetoed=vetoed, enacted=enacted)

    def calendar_before(self, action: date) -> ReviewCalendar:
        """Gives the review of the latest report by which an action may be taken on a day."""
        from briefer import rulebook
        from briefer.analysis.calendar import latest_report, review_clock

        report = latest_report(review_clock(rulebook.named(rulebook.load().clocks, action)), action)
        return replace(self.calendar(report), before=action, latest_report=report)

    def changes(
        self,
        list_: str,
        since: date | None = None,
        until: date | None = None,
        narrowing: Narrowing | None = None,
    ) -> ListChanges:
        """Gives what changed in a list between two days, by default between its last two publications.

        With a narrowing what it lets through, and how many changes there are. BadCall where neither the library knows
        such a programme nor a change is one of it, or the list has never held such an entity.
        """
        from briefer.service.changed import check_programmes

        with self._read() as library:
            if narrowing:
                check_programmes(library, narrowing.programmes, list_, since, until)
            return library.changes(list_, since, until, narrowing=narrowing)

    def same(
        self,
        ids: Iterable[str] = (),
        *,
        lists: Iterable[str] = (),
        undecided: bool = False,
        min_score: int = 0,
        limit: int | None = None,
    ) -> tuple[Sameness, ...]:
        """Gives the decisions on which entities of two publishers are one, then the pairs that wait for one.

        With one list the pairs that have an end in it, with several those that have both. BadCall where an id or a list
        is not known.
        """
        from briefer.service.pairs import check_lists, narrowed

        with self._read() as library:
            check_lists(library, lists := tuple(lists))
            wanted = all_held(library, ids)
            found = (*(() if undecided else library.decisions(wanted)), *library.proposals(wanted))
            return narrowed(library, found, lists, min_score)[:limit]

    def decided(self, ids: Iterable[str] = (), *, history: bool = False) -> tuple[Sameness, ...]:
        """Gives the decisions that hold on these entities or on all; with `history` every one ever taken, in order."""
        with self._read() as library:
            return library.decisions(all_held(library, ids), history=history)

    def decide(self, a: str, b: str, decision: str, *, by: str, why: str = "") -> Sameness:
        """Records that two entities are one ("yes") or not ("no"), or takes that back ("undo")."""
        with self._write(rehearsed=not self.path.exists()) as library:
            return library.decide(a, b, decision, by=by, why=why)

    def show(self, id: str, as_of: date | None = None) -> Entity:
        """Gives one entity with every value's provenance, on a day; BadCall where the library has none of that id.

        With `as_of` also what the next state of a list dates as begun by then; Refused where it is held only later.
        """
        from briefer.service.days import held_later, stood

        with self._read() as library:
            found = stood(library, [id], as_of).get(id) if as_of else next(iter(library.entities([id])), None)
            later = held_later(library, id, as_of) if as_of and not found else ""
        if later:
            raise Refused(later)
        if not found:
            raise no_entity(id)
        return found

    def show_notes(self, found: Entity, as_of: date) -> tuple[str, ...]:
        """Says which states answered for an entity on a day, and what of it only a later one dates as begun by then."""
        from briefer.service.days import answering, begun_by

        with self._read() as library:
            stated = answering(library, as_of, [found.id])
            return (*stated, *begun_by(library, found, as_of), *library.notes(as_of, [found.id]))

    def captions(self, ids: Iterable[str]) -> dict[str, str]:
        """Gives the names of those of these ids that the library holds."""
        with self._read() as library:
            return {each.id: each.caption for each in library.rows(set(ids))}

    def relief(self, ids: Iterable[str], as_of: date, *, overlay: Path | None = None) -> tuple[Relief, ...]:
        """Says what could be eased and by whom, for entities and measures on a day; BadCall where one is unknown.

        `overlay` is an office's own file of rulebook rows. Records decided to be one are answered as one.
        """
        from briefer.service.easing import eased

        with self._read() as library:
            return eased(library, tuple(dict.fromkeys(ids)), as_of, overlay)

    def relief_of_tags(self, tags: Iterable[str], as_of: date, *, overlay: Path | None = None) -> tuple[OfTag, ...]:
        """Says what the rulebook has on programmes by their tags alone, on a day; BadCall where it has nothing."""
        from briefer.service.tagged import tagged

        return tagged(tuple(dict.fromkeys(tags)), as_of, overlay)

    def positions(self) -> tuple[Position, ...]:
        """Gives every recorded position."""
        with self._read() as library:
            return library.positions(everything=True)

    def article(self, path: Path) -> tuple[Sentence, ...]:
        """Gives the sentences of a pasted article, each proposed as fact, attributed or opinion."""
        from briefer.service.articles import read_article

        return read_article(path)

    def mark_article(
        self, path: Path, pack: Path, source: str, settings: Iterable["Setting"] = (), *, by: str = "", on: date
    ) -> "MarkedArticle":
        """Keeps a pasted article's marks in a pack, with those that a person sets; see service.marked.keep_marks.

        BadCall where neither the pack nor the library knows the source.
        """
        from briefer.service.marked import keep_marks
        from briefer.service.packs import opened

        if source not in {each.id for each in opened(pack)[1].sources}:
            with self._read() as library:
                if not library.sources((source,)):
                    raise no_source(source)
        return keep_marks(path, pack, source, settings, by=by, on=on)

    def templates(self) -> tuple[Template, ...]:
        """Gives the document types."""
        from briefer.assemble import templates

        return templates()

    def new(
        self,
        path: Path,
        *,
        template: str,
        title: str = "",
        marking: str = "",
        as_of: date | None = None,
        picks: dict[str, tuple[str, ...]],
        paper: str = "",
        drafter: str = "",
    ) -> Path:
        """Makes a pack of this document type with these picks and the facts about them; never writes over a file.

        `picks` holds ids under entities, measures, positions and issues; an empty `paper` is the document type's.
        Without `as_of` the pack is of the day of the newest list, see packs.first_day.
        """
        from briefer import assemble
        from briefer.pack import new, validate
        from briefer.service.packs import first_day, scheme_of, write

        if path.exists():
            raise there_already(path)
        kind = assemble.template(template)
        scheme, marking = scheme_of(marking)
        day = as_of or first_day(self.path, picks.get("positions", ()))
        pack = new(kind, title=title or kind.title, as_of=day, marking=marking, scheme=scheme, **picks)
        own = replace(pack.settings, drafter=drafter or pack.settings.drafter)
        pack = replace(pack, paper=paper or pack.paper, settings=own)
        validate(pack, path)
        write(path, pack, self.path, refuse_missing=True)
        return path

    def pack(self, path: Path) -> bytes:
        """Gives the pack's own JSON."""
        from briefer.pack import load, to_json

        return to_json(load(path).pack)

    def replace_pack(self, path: Path, content: Path) -> bytes:
        """Sets the pack's own JSON after validation, gathers its facts anew and gives the JSON back."""
        from briefer.pack import load, parse, to_json
        from briefer.service.packs import write

        former = load(path)
        try:
            raw = content.read_bytes()
        except OSError as error:
            raise unreadable(content, error) from error
        pack = parse(raw, content)
        pack = replace(pack, keys={**pack.keys, **former.pack.keys})
        return to_json(write(path, pack, self.path).pack)

    def own_rows(self, path: Path, files: Iterable[Path]) -> bytes:
        """Puts an office's own files of rulebook rows into a pack, in place of those it carries; gives its JSON.

        The facts are gathered anew. BadData names the file and the row of a fault.
        """
        from briefer.pack import load, to_json, validate
        from briefer.service.packs import office_rows, write

        pack = replace(load(path).pack, rulebook=office_rows(files))
        validate(pack, path)
        return to_json(write(path, pack, self.path).pack)

    def refresh(self, path: Path) -> tuple[FieldChange, ...]:
        """Gathers a pack's facts anew and gives what changed in them since they were last gathered.

        Facts of picks that the library does not hold stay as they are.
        """
        from briefer.model.brief import Dossier
        from briefer.pack import differences, load
        from briefer.service.packs import write

        former = load(path)
        now = write(path, former.pack, self.path)
        nothing = Dossier(as_of=former.pack.as_of)
        return differences(former.dossier or nothing, now.dossier or nothing)

    def as_stored(self, path: Path) -> tuple[str, ...]:
        """Says of which picks a pack's facts stand as they were gathered before, since the library lacks them."""
        from briefer.service.packs import examine, opened

        pack, dossier = opened(path)
        found = examine(pack, dossier) if dossier.stored else ()
        return tuple(each.message for each in found if each.code == "as-stored")

    def check(self, path: Path, *, press_days: int | None = None) -> tuple[Finding, ...]:
        """Gives the findings on a pack, errors first, also beside the library if there is one.

        Nothing is changed. A press report that is more than `press_days` older than the as-of day no longer tells the
        present.
        """
        from briefer.service.beyond import beyond
        from briefer.service.packs import examine, opened

        pack, dossier = opened(path)
        more = None
        if self.path.exists():
            with self._read() as library:
                more = beyond(pack, dossier, library)
        return examine(pack, dossier, beyond=more, press_days=press_days)

    def build(
        self, path: Path, folder: Path, *, edition: str = "", draft: bool = False, progress: Progress = silent
    ) -> Built:
        """Prints the pack and its annexes into a folder, reading only the pack; Refused where a finding is an error."""
        from briefer.service.build import build_file

        return build_file(path, folder, edition=edition, draft=draft, progress=progress)

    def annexes(
        self, path: Path, folder: Path, *, edition: str = "", draft: bool = False, progress: Progress = silent
    ) -> Built:
        """Writes the workbook alone into a folder, reading only the pack; Refused where a finding is an error."""
        from briefer.service.build import annexes_file

        return annexes_file(path, folder, edition=edition, draft=draft, progress=progress)

    def verify(self, folder: Path) -> Verified:
        """Says whether a hand-off folder is what its manifest says."""
        from briefer.handoff import verify

        return verify(folder)

    @contextmanager
    def _write(self, *, rehearsed: bool) -> Iterator["Library"]:
        """Opens the library to write, and makes it where it is missing; or rehearsed, so that nothing stays."""
        from briefer.library import Library
        from briefer.library.rehearsal import rehearsal

        with rehearsal(self.path) if rehearsed else Library.open(self.path) as library:
            yield library

    @contextmanager
    def _read(self) -> Iterator["Library"]:
        """Opens the library for a question; one that is not there answers as an empty one and is not made."""
        from briefer.library import Library

        with TemporaryDirectory(prefix="briefer-") as empty:
            path = self.path if self.path.exists() else Path(empty) / "empty.sqlite"
            with Library.open(path) as library:
                yield library
