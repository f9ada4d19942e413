"""Takes the records of one list file into a snapshot, batch by batch, so that memory stays flat."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, bindparam, select, update

from briefer.language import _
from briefer.library.bodies import RECORDS, Statement
from briefer.library.current import Derived
from briefer.library.keys import NAMES
from briefer.library.rows import Rows, highest, put
from briefer.library.statements import Ledger
from briefer.library.tables import AnyRow, link, member, record, version
from briefer.model.answers import Warned
from briefer.model.facts import EntityRecord
from briefer.model.progress import Progress

BATCH = 500


@dataclass(frozen=True, slots=True)
class _Rows:
    """What one batch writes: rows, where known records now point to, and the bodies of records that are new."""

    records: Rows = field(default_factory=list)
    versions: Rows = field(default_factory=list)
    links: Rows = field(default_factory=list)
    members: Rows = field(default_factory=list)
    moves: dict[str, dict[str, int]] = field(default_factory=dict)
    bodies: dict[str, bytes] = field(default_factory=dict)


class Intake:
    """Stores records as members of one new snapshot; `counts` and `warnings` are for the report.

    With `derived` the snapshot is the list's newest state, and what search reads of a record is made with it.
    """

    def __init__(
        self, connection: Connection, list_: str, snapshot: int, ledger: Ledger, derived: Derived | None = None
    ) -> None:
        self._connection = connection
        self._list = list_
        self._snapshot = snapshot
        self._ledger = ledger
        self._derived = derived
        self._record = highest(connection, record.c.number)
        self._version = highest(connection, version.c.number)
        self._taken = bytearray(self._record + 1)
        self.counts: Counter[str] = Counter()
        self.warnings: list[Warned] = []

    def take(self, records: Iterable[object], progress: Progress, total: int | None) -> None:
        """Stores all that a file yields after its head; tells the progress after each batch."""
        batch: dict[str, EntityRecord] = {}
        for done, each in enumerate(records, 1):
            self._sort(each, batch)
            if done % BATCH == 0:
                self._store(batch)
                batch = {}
                progress("import", done, total)
        self._store(batch)

    def _sort(self, each: object, batch: dict[str, EntityRecord]) -> None:
        if isinstance(each, EntityRecord):
            if each.id in batch:
                self._warn_of_second(each.id)
            else:
                batch[each.id] = each
        elif isinstance(each, Warned):
            self.warnings.append(each)
        elif isinstance(each, Statement):
            self._ledger.add(each)
        else:
            raise TypeError(f"a list reader gave {each!r}")

    def _warn_of_second(self, id: str) -> None:
        self.warnings.append(Warned(record=id, message=_("stands in the file more than once; the first row was kept")))

    def _store(self, batch: dict[str, EntityRecord]) -> None:
        known, others = self._known(batch)
        for id in [id for id, row in known.items() if self._taken[row.number]]:
            self._warn_of_second(id)
            del batch[id]
        versions = self._versions([known[id].number for id in batch if id in known])
        new = _Rows()
        for id, each in batch.items():
            number = known[id].number if id in known else self._numbered()
            digest, body = RECORDS.encode(each)
            chosen = versions.get((number, digest))
            if chosen is None:
                self._version = chosen = self._version + 1
                new.versions.append((chosen, number, digest, body))
                new.links.extend(ends(each, chosen))
            new.members.append((number, self._snapshot, chosen))
            self._taken[number] = True
            self._count(each)
            if id not in known:
                new.records.append((number, self._list, id, chosen if self._derived else None, 0, 0))
                new.bodies[id] = body
            elif (known[id].version, known[id].gone) != (chosen, 0):
                new.moves[id] = {"which": number, "to": chosen}
        self._write(new, others)

    def _write(self, new: "_Rows", others: set[str]) -> None:
        """Writes a batch; where this is the newest state of its list, its records point there and are derived from."""
        for table, rows in ((record, new.records), (version, new.versions), (link, new.links), (member, new.members)):
            put(self._connection, table, rows)
        if not self._derived:
            return
        if new.moves:
            moved = update(record).where(record.c.number == bindparam("which"))
            self._connection.execute(moved.values(version=bindparam("to"), gone=0), list(new.moves.values()))
        if stale := new.moves.keys() | (new.bodies.keys() & others):
            self._derived.renew(stale)
        self._derived.add(self._list, {id: body for id, body in new.bodies.items() if id not in others})

    def _numbered(self) -> int:
        self._record += 1
        self._taken.append(False)
        return self._record

    def _count(self, each: EntityRecord) -> None:
        self.counts["entities"] += 1
        self.counts["names"] += sum([value.prop in NAMES for value in each.values])
        self.counts["designations"] += len(each.designations)
        self.counts["links"] += len(each.links)

    def _known(self, batch: Mapping[str, EntityRecord]) -> tuple[dict[str, AnyRow], set[str]]:
        """The rows of the batch's records that this list has held, and the entities that other lists have."""
        columns = (record.c.entity, record.c.list, record.c.number, record.c.version, record.c.gone)
        rows = self._connection.execute(select(*columns).where(record.c.entity.in_(batch))).all()
        known = {row.entity: row for row in rows if row.list == self._list}
        return known, {row.entity for row in rows if row.list != self._list}

    def _versions(self, records: Sequence[int]) -> dict[tuple[int, bytes], int]:
        """The numbers of the versions held of these records, by record and hash."""
        columns = (version.c.record, version.c.hash, version.c.number)
        rows = self._connection.execute(select(*columns).where(version.c.record.in_(records))) if records else ()
        return {(number, digest): chosen for number, digest, chosen in rows}


def ends(each: EntityRecord, number: int) -> list[tuple[str, int]]:
    """The other entities that a record's links name, each as a row."""
    others = {end for stated in each.links for end in (stated.subject, stated.object)} - {"", each.id}
    return [(end, number) for end in sorted(others)]
