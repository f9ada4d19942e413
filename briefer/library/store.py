"""The library: one SQLite file that keeps everything known; every verb opens and closes its own transaction."""

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from sqlalchemy import Connection, Engine

from briefer.library import (
    browse,
    clock,
    decisions,
    history,
    importing,
    migrations,
    ownership,
    reading,
    sameness,
    sqlite,
    statements,
    withdrawing,
)
from briefer.library import changes as changing
from briefer.library import search as searching
from briefer.library.asking import Question, undated, without_country
from briefer.library.narrowing import narrowed
from briefer.library.sameness import PROPOSED
from briefer.model.answers import Hit, ImportReport, ListChanges, ListRow, Narrowing, Sameness, Standing, Withdrawal
from briefer.model.desk import Held, Row
from briefer.model.facts import Entity, Event, Measure, Snapshot
from briefer.model.policy import Issue, Position, Source
from briefer.model.progress import Progress, silent

if TYPE_CHECKING:
    from briefer.sources import Reading


class Library:
    """Everything known, in one file; to be closed, or used with `with`. LibraryFault where the file fails."""

    def __init__(self, engine: Engine, path: Path) -> None:
        self._engine = engine
        self._path = path
        self._rehearsed: Connection | None = None

    @classmethod
    def open(cls, path: Path) -> "Library":
        """Opens the file, creates it and its folder where missing, and brings an older one up to date."""
        engine = sqlite.engine(path)
        try:
            with sqlite.faults(path):
                migrations.bring_up(engine, path)
        except BaseException:
            engine.dispose()
            raise
        return cls(engine, path)

    def close(self) -> None:
        """Closes the file."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def import_list(
        self,
        reading: "Reading",
        *,
        published: date | None = None,
        dry_run: bool = False,
        accept_drop: bool = False,
        partial: bool = False,
        beside: Iterable[str] = (),
        progress: Progress = silent,
    ) -> ImportReport:
        """Stores a list file as a snapshot, in one transaction; the same bytes again change nothing.

        `published` dates a file that states no date, also one that is held undated; `partial` takes an excerpt, which
        removes nothing, and the same bytes whole take its place. Bytes over which others of the same day were laid
        become the newest state again, unless those are of the same call (`beside`, by hash). Refused where over 5 % of
        the former snapshot's entities, or most of their aliases or addresses, would go, or the file looks older than an
        undated state that it would follow, unless `accept_drop`; BadCall for a day that has not come.
        """
        wish = importing.Wish(
            published=published,
            dry_run=dry_run,
            accept_drop=accept_drop,
            partial=partial,
            beside=frozenset(beside),
            progress=progress,
        )
        with self._writing(dry_run) as connection:
            return importing.import_list(connection, reading, wish)

    def import_rows(self, reading: "Reading", *, dry_run: bool = False, progress: Progress = silent) -> ImportReport:
        """Stores sources, issues, positions, events or measures, each in place of the former one of its id."""
        with self._writing(dry_run) as connection:
            return importing.import_rows(connection, reading, progress, dry_run)

    def withdraw(self, id: str, *, dry_run: bool = False, progress: Progress = silent) -> Withdrawal:
        """Takes a state of a list out, in one transaction; BadCall where it is not held, or an excerpt rests on it."""
        with self._writing(dry_run) as connection:
            return replace(withdrawing.withdraw(connection, id, progress), dry_run=dry_run)

    def lists(self, *, everything: bool = False) -> tuple[ListRow, ...]:
        """The lists held, each at its newest snapshot, or every snapshot held."""
        with self._reading() as connection:
            return history.list_rows(connection, everything=everything)

    def notes(self, as_of: date, ids: Iterable[str] | None = None, regime: str | None = None) -> tuple[str, ...]:
        """A sentence for each list of which no snapshot is held for a day, so that a later one answers.

        With `ids` of the lists that have held these, with `regime` also of those of a regime; else of all.
        """
        with self._reading() as connection:
            return history.notes(connection, as_of, ids, regime)

    def held_from(self, id: str, after: date) -> tuple[str, str] | None:
        """The list that first holds an entity after a day, and from when on it does; None where none does."""
        with self._reading() as connection:
            return history.held_from(connection, id, after)

    def snapshots(self, as_of: date | None = None, *, ids: Iterable[str] | None = None) -> tuple[Snapshot, ...]:
        """The newest snapshot of each list by that day, else its oldest later one; or those with these ids."""
        with self._reading() as connection:
            return history.snapshots(connection, as_of, ids)

    def entities(self, ids: Iterable[str], as_of: date | None = None) -> tuple[Entity, ...]:
        """The entities with these ids that are known, in that order, as the lists stood on the day (default: now).

        What a list no longer holds keeps its last known state, its designations ended. Links are those that the
        entity's own records state and those that other records state about it.
        """
        with self._reading() as connection:
            return reading.entities(connection, ids, as_of, as_of or clock.today())

    def holders(self, regime: str, as_of: date | None = None) -> tuple[Entity, ...]:
        """Everybody with a designation of a regime or with a link, by id, as the lists stood on the day (default: now).

        They carry designations and links, each link where it is stated, but no values.
        """
        with self._reading() as connection:
            return ownership.holders(connection, regime, as_of, as_of or clock.today())

    def search(
        self,
        name: str,
        *,
        limit: int = 20,
        kind: str = "",
        programme: str = "",
        min_score: int = 0,
        regime: str = "",
        country: str = "",
        listed_from: date | None = None,
        listed_to: date | None = None,
        listed: bool | None = None,
        among: Collection[str] | None = None,
    ) -> tuple[Hit, ...]:
        """The entities whose names are like this one in any script, best first; an exact id finds its entity.

        A year beside a name narrows to births in it. `programme`, `regime`, `listed_from` and `listed_to` have to fit
        one designation, in force or not; `listed` asks for those still listed today, or those no longer; of `among`
        alone some may be found.
        """
        question = Question(
            name=name,
            limit=limit,
            kind=kind,
            programme=programme,
            min_score=min_score,
            regime=regime,
            country=country,
            listed_from=listed_from,
            listed_to=listed_to,
            listed=listed,
            among=among,
        )
        with self._reading() as connection:
            return searching.search(connection, question)

    def more(self, name: str, *, limit: int = 20, **narrowing: Any) -> int:
        """How many names a search compared where still more hold its words; 0 where it compared all of them."""
        with self._reading() as connection:
            return searching.more(connection, Question(name=name, limit=limit, **narrowing))

    def undated(self, ids: Collection[str], programme: str = "", regime: str = "") -> frozenset[str]:
        """Those of these ids that are designated, under a programme or by a regime, without a date."""
        with self._reading() as connection:
            return undated(connection, ids, programme, regime)

    def without_country(self, ids: Collection[str]) -> frozenset[str]:
        """Those of these ids of which no list states a country."""
        with self._reading() as connection:
            return without_country(connection, ids)

    def browse(
        self,
        *,
        kind: str = "",
        programme: str = "",
        regime: str = "",
        country: str = "",
        listed_from: date | None = None,
        listed: bool | None = None,
        among: Collection[str] | None = None,
        order: str = "name",
        descending: bool = False,
    ) -> tuple[str, ...]:
        """The ids of all entities that these filters let through, by name or by `since`, the first listing in force."""
        question = Question(
            name="",
            limit=0,
            kind=kind,
            programme=programme,
            min_score=0,
            regime=regime,
            country=country,
            listed_from=listed_from,
            listed=listed,
            among=among,
            day=clock.today(),
        )
        with self._reading() as connection:
            return browse.ids(connection, question, order, descending=descending)

    def starting(self, name: str, *, limit: int = 20, **narrowing: Any) -> tuple[tuple[str, str], ...]:
        """The ids with a name that holds these words, the last perhaps half typed, and that name; as `browse`."""
        question = Question(
            name=name, limit=limit, min_score=0, day=clock.today(), **{"kind": "", "programme": "", **narrowing}
        )
        with self._reading() as connection:
            return browse.starting(connection, question)

    def rows(self, ids: Iterable[str]) -> tuple[Row, ...]:
        """What a table shows of the entities with these ids, in that order; an unknown id gives no row."""
        with self._reading() as connection:
            return browse.rows(connection, ids, clock.today())

    def state(self) -> int:
        """A number that changes when another program or process has written into the library."""
        with self._reading() as connection:
            return sqlite.state(connection)

    def held(self) -> Held:
        """How much the library holds now."""
        with self._reading() as connection:
            return browse.held(connection)

    def tags(self) -> tuple[str, ...]:
        """The programmes that anybody is listed under, by name."""
        with self._reading() as connection:
            return browse.tags(connection)

    def countries(self) -> tuple[str, ...]:
        """The codes of the countries that anybody is of or in."""
        with self._reading() as connection:
            return browse.countries(connection)

    def proposals(self, ids: Iterable[str] = (), *, min_score: int = PROPOSED) -> tuple[Sameness, ...]:
        """The pairs of entities of different publishers that may be one and are not decided on, best first.

        With `ids` the pairs of those entities alone. Nothing is ever joined by itself: `decide` records who says so.
        """
        with self._reading() as connection:
            settled = {(each.a, each.b) for each in decisions.decisions(connection)}
            found = sameness.proposals(connection, ids, min_score)
            return tuple(each for each in found if (each.a, each.b) not in settled)

    def decide(self, a: str, b: str, decision: str, *, by: str, why: str = "") -> Sameness:
        """Records that two entities are one ("yes") or not ("no"), or takes that back ("undo").

        BadCall where an id is unknown, nobody is named in `by`, or nothing is there to undo.
        """
        with self._writing(dry_run=False) as connection:
            return decisions.decide(connection, a, b, decision, by, why)

    def decisions(self, ids: Iterable[str] = (), *, history: bool = False) -> tuple[Sameness, ...]:
        """The decisions that hold, on all entities or on these; with `history` every one ever taken, in order."""
        with self._reading() as connection:
            return tuple(decisions.decisions(connection, ids, past=history))

    def lists_of(self, ids: Iterable[str]) -> dict[str, frozenset[str]]:
        """The lists that hold each of these entities, or did."""
        with self._reading() as connection:
            return history.lists_of(connection, ids)

    def changes(
        self,
        list: str,  # noqa: A002
        since: date | None = None,
        until: date | None = None,
        only: Collection[str] | None = None,
        narrowing: Narrowing | None = None,
    ) -> ListChanges:
        """What changed in a list between the snapshots that answer for two days; by default the last two publications.

        With `only` in these entities alone; `narrowing` shows some and counts the others. BadCall where the list is not
        held; where no snapshot is held for a day, `note` says so.
        """
        with self._reading() as connection:
            found = changing.changes(connection, list, since, until, only)
            return narrowed(connection, found, narrowing) if narrowing else found

    def standings(self, as_of: date) -> tuple[Standing, ...]:
        """Which snapshot of each list answers for a day, and in words where there is none of or before that day."""
        with self._reading() as connection:
            return changing.standings(connection, as_of)

    def measures(self, ids: Iterable[str] | None = None) -> tuple[Measure, ...]:
        """The measures with these ids, in that order, or all."""
        return self._statements("measures", ids)

    def positions(
        self, ids: Iterable[str] = (), issues: Iterable[str] = (), *, everything: bool = False
    ) -> tuple[Position, ...]:
        """The positions with these ids or on these issues, or all, by the day they were said."""
        if everything:
            return statements.by_day(self._statements("positions", None))
        with self._reading() as connection:
            return statements.positions(connection, tuple(ids), tuple(issues))

    def issues(self, ids: Iterable[str] | None = None) -> tuple[Issue, ...]:
        """The issues with these ids, in that order, or all in their own order."""
        found: tuple[Issue, ...] = self._statements("issues", ids)
        return found if ids is not None else tuple(sorted(found, key=lambda each: (each.order, each.id)))

    def events(self, until: date | None = None) -> tuple[Event, ...]:
        """The events that began by that day, or all, by date; one without a known date counts as begun."""
        found: tuple[Event, ...] = self._statements("events", None)
        began = (each for each in found if until is None or (each.date.earliest or date.min) <= until)
        return tuple(sorted(began, key=lambda each: (each.date.earliest or date.min, each.id)))

    def sources(self, ids: Iterable[str] | None = None) -> tuple[Source, ...]:
        """The sources with these ids, in that order, or all."""
        return self._statements("sources", ids)

    def _statements(self, kind: str, ids: Iterable[str] | None) -> tuple[Any, ...]:
        with self._reading() as connection:
            return statements.statements(connection, kind, ids)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with sqlite.faults(self._path), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def rehearsing(self) -> Iterator[None]:
        """Runs the imports in it, all of them dry: each sees what those before it did, and nothing of them stays."""
        with sqlite.faults(self._path), sqlite.writing(self._engine) as connection:
            self._rehearsed = connection
            try:
                yield
            finally:
                self._rehearsed = None
                connection.rollback()

    @contextmanager
    def _writing(self, dry_run: bool) -> Iterator[Connection]:
        if self._rehearsed is not None:
            with sqlite.faults(self._path), self._rehearsed.begin_nested():
                yield self._rehearsed
            return
        with sqlite.faults(self._path), sqlite.writing(self._engine) as connection:
            yield connection
            if dry_run:
                connection.rollback()
