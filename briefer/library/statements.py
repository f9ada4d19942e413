"""Sources, issues, positions, events and measures: current ones by id; a replaced statement is kept beside them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, insert, or_, select, update

from briefer.language import _
from briefer.library import clock
from briefer.library.bodies import KINDS, STATEMENTS, Statement
from briefer.library.reading import chunks
from briefer.library.tables import record, snapshot, statement
from briefer.model.answers import Warned
from briefer.model.facts import Event, Measure, PartialDate
from briefer.model.policy import Position

_CURRENT = statement.c.current == 1


class Ledger:
    """Writes statements; `counts` tells by kind what was added, changed and unchanged."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._seen: dict[tuple[str, str], tuple[bytes, tuple[str, ...]]] = {}
        self._targets: dict[str, tuple[str, ...]] = {}
        self.counts: dict[str, Counter[str]] = {kind: Counter() for kind in STATEMENTS}
        self.warnings: list[Warned] = []

    def add(self, each: Statement) -> None:
        """Stores one statement; of two in one file with the same id the first is kept."""
        kind = KINDS[type(each)]
        digest, body = STATEMENTS[kind].encode(each)
        if (kind, each.id) not in self._seen:
            self._seen[kind, each.id] = digest, _sources(each)
            if isinstance(each, Position):
                self._targets[each.id] = (*each.entities, *each.measures)
            self.counts[kind][self._put(kind, each, digest, body)] += 1
        elif self._seen[kind, each.id][0] != digest:
            self.warnings.append(
                Warned(record=each.id, message=_("stands in the file twice with different words; the first was kept"))
            )

    def _put(self, kind: str, each: Statement, digest: bytes, body: bytes) -> str:
        """Makes one statement the current one of its id and says what that changed."""
        same = (statement.c.kind == kind) & (statement.c.id == each.id)
        held = self._connection.execute(select(statement.c.hash, statement.c.current).where(same)).all()
        current = {row.hash for row in held if row.current}
        if digest in current:
            return "unchanged"
        self._connection.execute(update(statement).where(same, _CURRENT).values(current=0))
        if any(row.hash == digest for row in held):
            self._connection.execute(update(statement).where(same, statement.c.hash == digest).values(current=1))
        else:
            said = {"kind": kind, "id": each.id, "hash": digest, "body": body, "current": 1, **_searchable(each)}
            self._connection.execute(insert(statement).values(imported=clock.now().isoformat(), **said))
        return "changed" if current else "added"

    def warn_of_unknown_sources(self) -> None:
        """Warns of each source that the statements name and the library does not hold."""
        named = {source for _digest, cited in self._seen.values() for source in cited}
        known = {each.id for each in statements(self._connection, "sources", named)}
        for some in chunks(sorted(named - known)):
            known |= {row.id for row in self._connection.execute(select(snapshot.c.id).where(snapshot.c.id.in_(some)))}
        for (_kind, id), (_digest, cited) in self._seen.items():
            for source in cited:
                if source not in known:
                    said = _("names source {source}, which the library does not hold", source=source)
                    self.warnings.append(Warned(record=id, message=said))

    def warn_of_unknown_targets(self) -> None:
        """Warns of each entity or measure that a position names and the library does not hold."""
        named = {target for targets in self._targets.values() for target in targets}
        known = {each.id for each in statements(self._connection, "measures", named)}
        for some in chunks(sorted(named - known)):
            held = self._connection.execute(select(record.c.entity).where(record.c.entity.in_(some)))
            known |= {row.entity for row in held}
        for id, targets in self._targets.items():
            for target in dict.fromkeys(targets):
                if target not in known:
                    said = _("names {id}, which the library does not hold", id=target)
                    self.warnings.append(Warned(record=id, message=said))


def _sources(each: Statement) -> tuple[str, ...]:
    if isinstance(each, Position):
        return tuple(filter(None, (each.source,)))
    return each.sources if isinstance(each, Event | Measure) else ()


def _searchable(each: Statement) -> dict[str, str]:
    if isinstance(each, Position):
        return {"holder": each.holder, "issue": each.issue, "day": _day(each.said_on)}
    return {"day": _day(each.date)} if isinstance(each, Event) else {}


def statements(connection: Connection, kind: str, ids: Iterable[str] | None) -> tuple[Any, ...]:
    """The current statements of a kind: those of these ids in the order asked for, or all by id."""
    if ids is None:
        return _decoded(kind, connection.execute(_select(kind)))
    wanted = tuple(dict.fromkeys(ids))
    rows = (row for some in chunks(wanted) for row in connection.execute(_select(kind).where(statement.c.id.in_(some))))
    known = {each.id: each for each in _decoded(kind, rows)}
    return tuple(known[id] for id in wanted if id in known)


def positions(connection: Connection, ids: Sequence[str], issues: Sequence[str]) -> tuple[Position, ...]:
    """The current positions of these ids or on these issues, by the day they were said."""
    chosen = or_(statement.c.id.in_(ids), statement.c.issue.in_(issues))
    rows = connection.execute(_select("positions").where(chosen))
    return by_day(_decoded("positions", rows))


def by_day(said: Iterable[Position]) -> tuple[Position, ...]:
    """Orders positions by the day they were said, unknown days last."""
    return tuple(sorted(said, key=lambda each: (_day(each.said_on) or "~", each.id)))


def _day(partial: PartialDate | None) -> str:
    return partial.earliest.isoformat() if partial and partial.earliest else ""


def _select(kind: str) -> Any:
    return select(statement.c.body).where(statement.c.kind == kind, _CURRENT).order_by(statement.c.id)


def _decoded(kind: str, rows: Iterable[Any]) -> tuple[Any, ...]:
    body = STATEMENTS[kind]
    return tuple(body.decode(row.body) for row in rows)
