"""Takes the records of one list file into a snapshot, batch by batch, so that memory stays flat."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Column, Connection, func, insert, select

from briefer.library.bodies import RECORDS, Statement
from briefer.library.keys import NAMES
from briefer.library.statements import Ledger
from briefer.library.tables import link, member, record, version
from briefer.model.answers import Warned
from briefer.model.facts import EntityRecord
from briefer.model.progress import Progress

BATCH = 500


class Intake:
    """Stores records as members of one new snapshot; `counts` and `warnings` are for the report."""

    def __init__(self, connection: Connection, list_: str, snapshot: int, ledger: Ledger) -> None:
        self._connection = connection
        self._list = list_
        self._snapshot = snapshot
        self._ledger = ledger
        self._record = _highest(connection, record.c.number)
        self._version = _highest(connection, version.c.number)
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
        self.warnings.append(Warned(record=id, message="stands in the file more than once; the first row was kept"))

    def _store(self, batch: dict[str, EntityRecord]) -> None:
        numbers = self._numbers(batch)
        for id in self._already(numbers):
            self._warn_of_second(id)
            del numbers[id]
        versions = self._versions({number: batch[id] for id, number in numbers.items()})
        self._insert(
            member,
            [{"record": number, "snapshot": self._snapshot, "version": versions[number]} for number in versions],
        )
        for id in numbers:
            self._count(batch[id])

    def _count(self, each: EntityRecord) -> None:
        self.counts["entities"] += 1
        self.counts["names"] += sum(value.prop in NAMES for value in each.values)
        self.counts["designations"] += len(each.designations)
        self.counts["links"] += len(each.links)

    def _numbers(self, batch: dict[str, EntityRecord]) -> dict[str, int]:
        """The numbers of the batch's records, new ones inserted, in the order of the file."""
        rows = self._connection.execute(
            select(record.c.entity, record.c.number).where(record.c.list == self._list, record.c.entity.in_(batch))
        )
        known = {row.entity: row.number for row in rows}
        new = {id: self._record + place for place, id in enumerate((id for id in batch if id not in known), 1)}
        self._record += len(new)
        self._insert(record, [{"number": number, "list": self._list, "entity": id} for id, number in new.items()])
        return {id: known.get(id) or new[id] for id in batch}

    def _already(self, numbers: dict[str, int]) -> list[str]:
        """Which of these the file has brought before."""
        rows = self._connection.execute(
            select(member.c.record).where(
                member.c.snapshot == self._snapshot, member.c.record.in_(list(numbers.values()))
            )
        )
        taken = {row.record for row in rows}
        return [id for id, number in numbers.items() if number in taken]

    def _versions(self, records: dict[int, EntityRecord]) -> dict[int, int]:
        """The numbers of the records' versions; what the library does not hold yet is stored."""
        rows = self._connection.execute(
            select(version.c.number, version.c.record, version.c.hash).where(version.c.record.in_(records))
        )
        known = {(row.record, row.hash): row.number for row in rows}
        chosen, new, ends = {}, [], []
        for number, each in records.items():
            digest, body = RECORDS.encode(each)
            if (number, digest) not in known:
                self._version += 1
                known[number, digest] = self._version
                new.append({"number": self._version, "record": number, "hash": digest, "body": body})
                ends += _ends(each, self._version)
            chosen[number] = known[number, digest]
        self._insert(version, new)
        self._insert(link, ends)
        return chosen

    def _insert(self, table: Any, rows: list[dict[str, Any]]) -> None:
        if rows:
            self._connection.execute(insert(table), rows)


def _ends(each: EntityRecord, number: int) -> list[dict[str, Any]]:
    """The other entities that a record's links name."""
    ends = {end for stated in each.links for end in (stated.subject, stated.object)} - {"", each.id}
    return [{"end": end, "version": number} for end in sorted(ends)]


def _highest(connection: Connection, column: "Column[int]") -> int:
    return int(connection.execute(select(func.coalesce(func.max(column), 0))).scalar_one())
