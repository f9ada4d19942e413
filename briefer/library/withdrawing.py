"""Takes a state of a list out of the library: a wrong file, or the right one under a mistyped date."""

from sqlalchemy import Connection, delete, or_, select, update

from briefer.language import _, one_of
from briefer.library.current import Derived, rebuild, settle
from briefer.library.decisions import decisions
from briefer.library.history import History, lists_of, rank
from briefer.library.reading import chunks
from briefer.library.tables import AnyRow, link, member, record, snapshot, version
from briefer.model.answers import Withdrawal
from briefer.model.errors import BadCall
from briefer.model.progress import Progress


def withdraw(connection: Connection, id: str, progress: Progress) -> Withdrawal:
    """Forgets a state, what it alone held, and gives what stands now; BadCall where it is not held or is needed.

    The id may lack its hash where one state alone fits.
    A state that excerpts were laid over is needed: they go first, the newest before the others.
    """
    held = _held(connection, id)
    connection.execute(delete(member).where(member.c.snapshot == held.number))
    connection.execute(delete(snapshot).where(snapshot.c.number == held.number))
    gone = _forget(connection, held.list)
    bases = History(connection, None).bases
    if held.list in bases:
        rank(connection, held.list)
        settle(connection, held.list)
    connection.execute(update(record).where(record.c.list == held.list).values(stale=1))
    derived = Derived(connection)
    for some in chunks(sorted(gone)):
        derived.renew(set(some))
    rebuild(connection, progress)
    now = History(connection, None).bases.get(held.list)
    forgotten = gone.difference(lists_of(connection, gone))
    orphaned = _decided_on(connection, forgotten)
    return Withdrawal(
        id=held.id, list=held.list, now=now.id if now else "", forgotten=len(forgotten), decisions=orphaned
    )


def _held(connection: Connection, id: str) -> AnyRow:
    found = _named(connection, id)
    over = connection.execute(
        select(snapshot)
        .where(snapshot.c.list == found.list, snapshot.c.ordering > found.ordering)
        .order_by(snapshot.c.ordering)
        .limit(1)
    ).first()
    if over is not None and over.partial:
        raise BadCall(
            _(
                "{excerpt} is an excerpt laid over {id} and carries it on; withdraw that one first.",
                excerpt=over.id,
                id=found.id,
            )
        )
    return found


def _named(connection: Connection, id: str) -> AnyRow:
    """The state of this id, or the only one whose id goes on with a hash where this one ends."""
    fits = or_(snapshot.c.id == id, snapshot.c.id.startswith(f"{id}#", autoescape=True))
    found = connection.execute(select(snapshot).where(fits).order_by(snapshot.c.ordering)).all()
    if not found:
        raise BadCall(_("The library holds no state “{id}”; `briefer lists --all` names those that it holds.", id=id))
    if len(found) > 1:
        either = one_of(row.id for row in found)
        raise BadCall(_("“{id}” may be {states}; say which with its hash.", id=id, states=either))
    return found[0]


def _decided_on(connection: Connection, forgotten: set[str]) -> tuple[tuple[str, str], ...]:
    """The pairs that a decision holds on, of which an entity is held no longer."""
    pairs = [(each.a, each.b) for each in decisions(connection)]
    return tuple(pair for pair in pairs if forgotten & set(pair))


def _forget(connection: Connection, list_: str) -> set[str]:
    """Deletes what no state of a list holds any more; gives the entities of which nothing is left in it."""
    of_list = record.c.list == list_
    unheld = ~select(member.c.record).where(member.c.record == record.c.number).exists()
    gone = set(connection.execute(select(record.c.entity).where(of_list, unheld)).scalars())
    used = select(member.c.version).where(member.c.record == version.c.record, member.c.version == version.c.number)
    stale = select(version.c.number).join(record, record.c.number == version.c.record).where(of_list, ~used.exists())
    connection.execute(delete(link).where(link.c.version.in_(stale)))
    connection.execute(delete(version).where(version.c.number.in_(stale)))
    connection.execute(delete(record).where(of_list, unheld))
    return gone
