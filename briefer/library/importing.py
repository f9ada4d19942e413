"""Brings a file that a source has recognised into the library, in one transaction, and reports what that did."""

import gc
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import Connection, and_, case, func, insert, literal, or_, select, update

from briefer import __version__
from briefer.library import clock
from briefer.library.bodies import STATEMENTS, Statement
from briefer.library.current import Derived, rebuild, settle
from briefer.library.history import History
from briefer.library.intake import BATCH, Intake
from briefer.library.rows import highest
from briefer.library.statements import Ledger
from briefer.library.tables import AnyRow, member, snapshot
from briefer.model.answers import ImportReport, Warned
from briefer.model.errors import BadInput, Refused
from briefer.model.progress import Progress, silent

if TYPE_CHECKING:
    from briefer.sources import Head, Reading

DROP = 0.05
"""The part of a list that may be missing from its next state without being asked about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """How a list is to be imported; the fields are the arguments of `Library.import_list`."""

    published: date | None = None
    dry_run: bool = False
    accept_drop: bool = False
    partial: bool = False
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

    Bytes that an older program has read are read again, and kept beside where that gives something else.
    """
    records = iter(reading.records())
    head, warnings = _head(reading, records, wish)
    blank = ImportReport(
        file=str(reading.path),
        format=reading.format,
        list=head.list,
        published=head.published,
        sha256=reading.sha256,
        warnings=tuple(warnings),
        dry_run=wish.dry_run,
    )
    held = _same_bytes(connection, blank)
    if not held:
        return _Import(connection, reading, head, wish).run(records, blank)
    if held.reader == _reader(reading) or held.partial != wish.partial:
        return _unchanged(blank, held, wish)
    head = replace(head, published=date.fromisoformat(held.published) if held.published else None)
    again = _Import(connection, reading, head, wish, again=held.ordering)
    with connection.begin_nested() as attempt:
        report = again.run(records, blank)
        if report.added or report.changed or report.removed:
            return report
        attempt.rollback()
    _note_reader(connection, held, reading)
    return _unchanged(blank, held, wish)


def _reader(reading: "Reading") -> str:
    """Names the program that reads the file: what its reader says of itself, else the version of the whole."""
    return str(getattr(reading, "reader", "") or f"briefer {__version__}")


def _note_reader(connection: Connection, held: AnyRow, reading: "Reading") -> None:
    """Notes that a newer program has read the same out of a snapshot's bytes, so that it need not again."""
    which = snapshot.c.number == held.number
    connection.execute(update(snapshot).where(which).values(reader=_reader(reading)))


def _head(reading: "Reading", records: Iterator[object], wish: Wish) -> tuple["Head", list[Warned]]:
    """Reads what the file says of itself, with the publication date given by hand where it states none."""
    first = next(records, None)
    if not hasattr(first, "list"):
        raise BadInput(reading.path, "no records of a list were found", "check that the file is whole")
    head = cast("Head", first)
    if head.published is None:
        return replace(head, published=wish.published), []
    if wish.published in (None, head.published):
        return head, []
    message = f"the file says itself that it was published on {head.published}; {wish.published} was not used"
    return head, [Warned(record="", message=message)]


def _same_bytes(connection: Connection, report: ImportReport) -> AnyRow | None:
    """The snapshot that holds the same bytes already, of the same date where one is stated."""
    same = and_(snapshot.c.list == report.list, snapshot.c.sha256 == report.sha256)
    if report.published:
        same &= snapshot.c.published == report.published.isoformat()
    found = connection.execute(select(snapshot).where(same).order_by(snapshot.c.ordering.desc()).limit(1))
    return found.first()


def _unchanged(report: ImportReport, held: AnyRow, wish: Wish) -> ImportReport:
    said = held._mapping
    warnings = report.warnings
    if said["partial"] and not wish.partial:
        message = f"the library holds these bytes as an excerpt, {said['id']}; nothing was changed"
        warnings = (*warnings, Warned(record="", message=message))
    return replace(
        report,
        published=date.fromisoformat(said["published"]) if said["published"] else None,
        entities=said["records"],
        names=said["names"],
        designations=said["designations"],
        links=said["links"],
        unchanged=said["records"],
        warnings=warnings,
    )


class _Import:
    """One list file on its way into a new snapshot."""

    def __init__(
        self, connection: Connection, reading: "Reading", head: "Head", wish: Wish, *, again: str = ""
    ) -> None:
        self._again = again
        self._connection = connection
        self._reading = reading
        self._head = head
        self._wish = wish
        self._number = 1 + highest(connection, snapshot.c.number)

    def run(self, records: Iterator[object], report: ImportReport) -> ImportReport:
        self._add_snapshot()
        ledger = Ledger(self._connection)
        derived = Derived(self._connection) if self._is_newest() and not self._wish.dry_run else None
        intake = Intake(self._connection, self._head.list, self._number, ledger, derived)
        intake.take(records, self._wish.progress, self._head.declared)
        former = self._former()
        self._check_drop(former, intake.counts["entities"])
        against = self._against(former.number if former else None)
        if self._wish.partial and former:
            self._carry_over(former.number)
        self._close(intake.counts)
        warnings = (*report.warnings, *intake.warnings, *ledger.warnings, *self._miscounted(intake.counts["entities"]))
        numbers: dict[str, Any] = {**intake.counts, **against}
        return replace(report, **numbers, warnings=warnings)

    def _add_snapshot(self) -> None:
        head, moment = self._head, clock.now()
        day = head.published.isoformat() if head.published else ""
        said = {
            "number": self._number,
            "id": self._id(day),
            "list": head.list,
            "ordering": f"{self._again[:10] or day or moment.date()} {'dated' if day else 'undated'} {self._number:09}",
            "published": day or None,
            "title": head.title,
            "publisher": head.publisher,
            "regime": head.regime,
            "format": self._reading.format,
            "sha256": self._reading.sha256,
            "declared": head.declared,
            "partial": int(self._wish.partial),
            "file": self._reading.path.name,
            "url": head.url,
            "imported": moment.isoformat(),
            "reader": _reader(self._reading),
        }
        self._connection.execute(insert(snapshot).values(said))

    def _id(self, day: str) -> str:
        """The snapshot's id; that of the same bytes read again says the how manieth reading it is."""
        plain = f"{self._head.list}@{day or 'undated'}#{self._reading.sha256[:8]}"
        same = or_(snapshot.c.id == plain, snapshot.c.id.like(f"{plain}.%"))
        held = self._connection.execute(select(func.count()).where(same)).scalar_one()
        return f"{plain}.{held + 1}" if held else plain

    def _is_newest(self) -> bool:
        """Whether the snapshot is its list's newest state."""
        return History(self._connection, None).bases[self._head.list].number == self._number

    def _former(self) -> AnyRow | None:
        """The list's snapshot before this one, by publication."""
        ordering = select(snapshot.c.ordering).where(snapshot.c.number == self._number).scalar_subquery()
        return self._connection.execute(
            select(snapshot.c.number, snapshot.c.id, snapshot.c.entities)
            .where(snapshot.c.list == self._head.list, snapshot.c.ordering < ordering)
            .order_by(snapshot.c.ordering.desc())
            .limit(1)
        ).first()

    def _check_drop(self, former: AnyRow | None, entities: int) -> None:
        if self._wish.partial or self._wish.accept_drop or not former:
            return
        if entities < former.entities * (1 - DROP):
            raise Refused(
                f"{self._reading.path} holds {entities:,} entities where {former.id} held {former.entities:,}; "
                "nothing was changed: check that the file is whole, "
                "then import it with --accept-drop, or with --partial where it is an excerpt."
            )

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
        counted = self._connection.execute(pairs).one()
        held = select(func.count()).where(member.c.snapshot == former)
        removed = 0 if self._wish.partial else self._connection.execute(held).scalar_one() - counted.known
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
        self._connection.execute(insert(member).from_select(["record", "snapshot", "version"], kept))

    def _close(self, counts: Counter[str]) -> None:
        """Writes the counts and, unless nothing is to stay, the derived tables."""
        held = select(func.count()).where(member.c.snapshot == self._number).scalar_subquery()
        written = {name: counts[name] for name in ("names", "designations", "links")}
        self._connection.execute(
            update(snapshot)
            .where(snapshot.c.number == self._number)
            .values(entities=held, records=counts["entities"], **written)
        )
        if not self._wish.dry_run:
            settle(self._connection, self._head.list)
            rebuild(self._connection, self._wish.progress)

    def _miscounted(self, entities: int) -> list[Warned]:
        declared = self._head.declared
        if declared in (None, entities) or self._wish.partial:
            return []
        return [Warned(record="", message=f"the file declares {declared:,} records and holds {entities:,}")]


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
    return ImportReport(
        file=str(reading.path),
        format=reading.format,
        list=reading.format,
        published=None,
        sha256=reading.sha256,
        entities=counts.total(),
        warnings=(*warnings, *ledger.warnings),
        dry_run=dry_run,
        **counts,
    )
