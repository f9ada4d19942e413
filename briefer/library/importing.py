"""Brings a file that a source has recognised into the library, in one transaction, and reports what that did."""

import gc
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, and_, case, func, insert, literal, or_, select, update

from briefer import __version__
from briefer.language import _, ngettext
from briefer.library import clock
from briefer.library.bodies import STATEMENTS, Statement
from briefer.library.current import Derived, rebuild, settle
from briefer.library.declared import datable, head_of
from briefer.library.excerpt import lay_over
from briefer.library.held import (
    check_age,
    check_drop,
    comes_back,
    former,
    given_a_date,
    kept,
    made_way,
    order_unknown,
    same_bytes,
    unchanged,
    under_other_dates,
    under_other_lists,
)
from briefer.library.history import History, ordering, rank
from briefer.library.intake import BATCH, Intake
from briefer.library.losses import check_losses
from briefer.library.rows import highest
from briefer.library.statements import Ledger
from briefer.library.tables import AnyRow, member, snapshot
from briefer.model.answers import ImportReport, Warned
from briefer.model.progress import Progress, silent

if TYPE_CHECKING:
    from briefer.sources import Head, Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """How a list is to be imported; the fields are the arguments of `Library.import_list`.

    `beside` are the hashes of all files of the same call: none of them takes another's place.
    """

    published: date | None = None
    dry_run: bool = False
    accept_drop: bool = False
    partial: bool = False
    beside: frozenset[str] = frozenset()
    progress: Progress = silent


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keeps the collector of cycles from searching, again and again, millions of values that hold none."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


@_uncollected()
def import_list(connection: Connection, reading: "Reading", wish: Wish) -> ImportReport:
    """Stores a list file as a snapshot; raises Refused on a drop and leaves the undoing to the transaction.

    Bytes that an older program has read are read again, and kept beside where that gives something else. Bytes held
    undated are dated once their date is given; an excerpt that is imported whole gives way to the whole list. Bytes
    over which another state of the same day was laid become the newest state again.
    """
    datable(wish.published)
    records = iter(reading.records())
    head, warnings = head_of(reading, records, wish.published)
    blank = ImportReport(
        file=str(reading.path),
        format=reading.format,
        list=head.list,
        published=head.published,
        sha256=reading.sha256,
        warnings=warnings,
        dry_run=wish.dry_run,
        declared=head.declared,
        partial=wish.partial,
    )
    blank = replace(blank, notes=given_a_date(connection, blank, wish))
    held = same_bytes(connection, blank)
    if not held:
        elsewhere = (*under_other_dates(connection, blank), *under_other_lists(connection, blank))
        blank = replace(blank, notes=(*blank.notes, *elsewhere))
        return _Import(connection, reading, head, wish).run(records, blank)
    head = replace(head, published=date.fromisoformat(held.published) if held.published else None)
    again = _Import(connection, reading, head, wish, again=held.ordering)
    return _held_already(again, records, replace(blank, published=head.published), held)


def _held_already(import_: "_Import", records: Iterator[object], blank: ImportReport, held: AnyRow) -> ImportReport:
    """Takes bytes that are held: as the whole of an excerpt, as the newest state again, read better, or not at all."""
    connection, wish = import_.connection, import_.wish
    if held.partial and not wish.partial:
        notes, warned = made_way(connection, held)
        blank = replace(blank, notes=(*blank.notes, *notes), warnings=(*blank.warnings, *warned))
        return import_.run(records, blank)
    notes, again = comes_back(connection, held, wish)
    blank = replace(blank, notes=(*blank.notes, *notes))
    if again:
        return import_.run(records, blank)
    if held.reader == _reader(import_.reading) or held.partial != wish.partial:
        return unchanged(blank, held)
    return _reread(import_, records, blank, held)


def _reread(import_: "_Import", records: Iterator[object], blank: ImportReport, held: AnyRow) -> ImportReport:
    """Reads bytes again that an older program has read, and keeps the reading only where it is another one."""
    with import_.connection.begin_nested() as attempt:
        report = import_.run(records, blank)
        if report.added or report.changed or report.removed:
            return report
        attempt.rollback()
    _note_reader(import_.connection, held, import_.reading)
    return unchanged(blank, held)


def _reader(reading: "Reading") -> str:
    """Names the program that reads the file: what its reader says of itself, else the version of the whole."""
    return str(getattr(reading, "reader", "") or f"briefer {__version__}")


def _note_reader(connection: Connection, held: AnyRow, reading: "Reading") -> None:
    """Notes that a newer program has read the same out of a snapshot's bytes, so that it need not again."""
    which = snapshot.c.number == held.number
    connection.execute(update(snapshot).where(which).values(reader=_reader(reading)))


class _Import:
    """One list file on its way into a new snapshot."""

    def __init__(
        self, connection: Connection, reading: "Reading", head: "Head", wish: Wish, *, again: str = ""
    ) -> None:
        self._again = again
        self.connection = connection
        self.reading = reading
        self._head = head
        self.wish = wish
        self._number = 1 + highest(connection, snapshot.c.number)

    def run(self, records: Iterator[object], report: ImportReport) -> ImportReport:
        self._add_snapshot()
        ledger = Ledger(self.connection)
        derived = Derived(self.connection) if self._is_newest() and not self.wish.dry_run else None
        intake = Intake(self.connection, self._head.list, self._number, ledger, derived)
        intake.take(records, self.wish.progress, self._head.declared)
        before = former(self.connection, self._head.list, self._number)
        whole = former(self.connection, self._head.list, self._number, whole=True)
        check_drop(whole, intake.counts["entities"], report, self.wish)
        check_age(self.connection, whole, self._number, report, self.wish)
        check_losses(self.connection, whole, self._number, replace(report, warnings=tuple(intake.warnings)), self.wish)
        if self.wish.partial and before:
            lay_over(self.connection, self._number, before.number)
        against = self._against(before.number if before else None)
        if self.wish.partial and before:
            self._carry_over(before.number)
        told = (*intake.warnings, *self._miscounted(intake.counts["entities"]))
        self._close(intake.counts, told)
        warnings = (*self._unplaced(before), *report.warnings, *told, *ledger.warnings)
        against_whom = {"former": before.id, "was": before.entities} if before else self._against_none(report.notes)
        if before and whole and before.number != whole.number and not self.wish.partial:
            said = _(
                "{excerpt} is an excerpt laid over {id}, which held {entities:,}",
                excerpt=before.id,
                id=whole.id,
                entities=whole.entities,
            )
            against_whom["notes"] = (*report.notes, said)
        numbers: dict[str, Any] = {**intake.counts, **against, **against_whom}
        return replace(report, **numbers, warnings=warnings)

    def _add_snapshot(self) -> None:
        head, moment = self._head, clock.now()
        day = head.published.isoformat() if head.published else ""
        said = {
            "number": self._number,
            "id": self._id(day),
            "list": head.list,
            "ordering": ordering(self._again[:10] or day or moment.date(), self._number, dated=bool(day)),
            "published": day or None,
            "title": head.title,
            "publisher": head.publisher,
            "regime": head.regime,
            "format": self.reading.format,
            "sha256": self.reading.sha256,
            "declared": head.declared,
            "partial": int(self.wish.partial),
            "file": self.reading.path.name,
            "url": head.url,
            "imported": moment.isoformat(),
            "reader": _reader(self.reading),
        }
        self.connection.execute(insert(snapshot).values(said))
        rank(self.connection, head.list)

    def _id(self, day: str) -> str:
        """The snapshot's id; that of the same bytes read again says the how manieth reading it is."""
        plain = f"{self._head.list}@{day or 'undated'}#{self.reading.sha256[:8]}"
        same = or_(snapshot.c.id == plain, snapshot.c.id.like(f"{plain}.%"))
        held = self.connection.execute(select(func.count()).where(same)).scalar_one()
        return f"{plain}.{held + 1}" if held else plain

    def _is_newest(self) -> bool:
        """Whether the snapshot is its list's newest state."""
        return History(self.connection, None).bases[self._head.list].number == self._number

    def _against(self, former: int | None) -> dict[str, int]:
        """Counts what this snapshot adds, changes, removes and leaves, against the former one."""
        new, old = member.alias("new"), member.alias("old")
        pairs = (
            select(
                func.count().label("all"),
                func.count(old.c.version).label("known"),
                func.count(case((old.c.version == new.c.version, 1))).label("unchanged"),
            )
            .select_from(new)
            .outerjoin(old, and_(old.c.record == new.c.record, old.c.snapshot == former))
            .where(new.c.snapshot == self._number)
        )
        counted = self.connection.execute(pairs).one()
        held = select(func.count()).where(member.c.snapshot == former)
        removed = 0 if self.wish.partial else self.connection.execute(held).scalar_one() - counted.known
        return {
            "added": counted.all - counted.known,
            "changed": counted.known - counted.unchanged,
            "removed": removed,
            "unchanged": counted.unchanged,
        }

    def _carry_over(self, former: int) -> None:
        """An excerpt removes nothing: what it does not hold stays a member as it was."""
        brought = select(member.c.record).where(member.c.snapshot == self._number)
        kept = select(member.c.record, literal(self._number), member.c.version).where(
            member.c.snapshot == former, member.c.record.not_in(brought)
        )
        self.connection.execute(insert(member).from_select(["record", "snapshot", "version"], kept))

    def _close(self, counts: Counter[str], told: tuple[Warned, ...]) -> None:
        """Writes the counts, what the file was warned of and, unless nothing is to stay, the derived tables."""
        held = select(func.count()).where(member.c.snapshot == self._number).scalar_subquery()
        written = {name: counts[name] for name in ("names", "designations", "links")}
        self.connection.execute(
            update(snapshot)
            .where(snapshot.c.number == self._number)
            .values(entities=held, records=counts["entities"], warnings=kept(told), **written)
        )
        if not self.wish.dry_run:
            settle(self.connection, self._head.list)
            rebuild(self.connection, self.wish.progress)

    def _miscounted(self, entities: int) -> Iterator[Warned]:
        """Warns of a count that is not the file's own."""
        declared = self._head.declared
        if declared is not None and declared != entities and not self.wish.partial:
            said = ngettext(
                "the file declares {count} record and holds {held:,}",
                "the file declares {count} records and holds {held:,}",
                declared,
                held=entities,
            )
            yield Warned(record="", message=said)

    def _against_none(self, notes: tuple[str, ...]) -> dict[str, Any]:
        """What is said of a state that none stands before: that it can be dated, or why all of it counts as added."""
        others = and_(snapshot.c.list == self._head.list, snapshot.c.number != self._number)
        if self.connection.execute(select(snapshot.c.number).where(others).limit(1)).first():
            said = _(
                "no state of {list} that is held stands before it, so all of it counts as added", list=self._head.list
            )
        elif self._head.published:
            return {}
        else:
            said = _(
                "the file states no date; import it again with --published DATE to give it that of its publication"
            )
        return {"notes": (*notes, said)}

    def _unplaced(self, before: AnyRow | None) -> Iterator[Warned]:
        """Warns of a state that no date tells the place of."""
        list_ = self._head.list
        if self._head.published:
            return
        newest = select(func.max(snapshot.c.published)).where(snapshot.c.list == list_)
        if day := self.connection.execute(newest).scalar_one():
            message = _(
                "the file states no date, so it stands behind every dated state of {list}, the newest of "
                "{day}, and what is shown stays as it was; import it again with --published DATE",
                list=list_,
                day=day,
            )
            yield Warned(record="", message=message)
        elif before:
            yield from order_unknown(self.connection, before, self._number)


def import_rows(connection: Connection, reading: "Reading", progress: Progress, dry_run: bool) -> ImportReport:
    """Stores statements, each in place of the former one of its id; the counts are of the file's own kind."""
    ledger = Ledger(connection)
    warnings = []
    for done, each in enumerate(reading.records(), 1):
        if isinstance(each, Warned):
            warnings.append(each)
        elif isinstance(each, Statement):
            ledger.add(each)
        else:
            raise TypeError(f"a reader of statements gave {each!r}")
        if done % BATCH == 0:
            progress("import", done, None)
    ledger.warn_of_unknown_sources()
    ledger.warn_of_unknown_targets()
    kinds = (reading.format,) if reading.format in STATEMENTS else tuple(STATEMENTS)
    counts = sum((ledger.counts[kind] for kind in kinds), Counter())
    numbers: dict[str, Any] = dict(counts)
    return ImportReport(
        file=str(reading.path),
        format=reading.format,
        list=reading.format,
        published=None,
        sha256=reading.sha256,
        entities=counts.total(),
        warnings=(*warnings, *ledger.warnings),
        dry_run=dry_run,
        **numbers,
    )
