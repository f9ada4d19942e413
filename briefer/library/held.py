"""What the library holds already of a list that comes in: the same bytes, perhaps undated or as an excerpt only."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import ColumnElement, Connection, Integer, and_, cast, delete, func, select, update

from briefer.language import _, all_of, mark, ngettext
from briefer.library.current import rebuild, settle
from briefer.library.history import ordering, rank
from briefer.library.tables import AnyRow, member, record, snapshot
from briefer.model.answers import ImportReport, Warned
from briefer.model.errors import Refused

if TYPE_CHECKING:
    from briefer.library.importing import Wish

DROP = 0.05
"""The part of a list that may be missing from its next state without being asked about."""

GROWING = "ofac-"
"""How the ids begin that end in a number which is the higher the later a publisher added the entry."""


def same_bytes(connection: Connection, report: ImportReport) -> AnyRow | None:
    """The snapshot that holds the same bytes already, of the same date where one is stated; a whole one if there is."""
    same = _bytes(report)
    if report.published:
        same &= snapshot.c.published == report.published.isoformat()
    found = select(snapshot).where(same).order_by(snapshot.c.partial, snapshot.c.ordering.desc()).limit(1)
    return connection.execute(found).first()


def _bytes(report: ImportReport) -> ColumnElement[bool]:
    return and_(snapshot.c.list == report.list, snapshot.c.sha256 == report.sha256)


def under_other_dates(connection: Connection, report: ImportReport) -> tuple[str, ...]:
    """Says which states of other stated dates hold the same bytes, one of which may be mistyped."""
    other = and_(_bytes(report), snapshot.c.published != str(report.published))
    ids = connection.execute(select(snapshot.c.id).where(other).order_by(snapshot.c.ordering)).scalars()
    said = mark(
        "the same bytes are held as {id} too; `briefer lists --withdraw {id}` takes that state out if its date is wrong"
    )
    return tuple(_(said, id=id) for id in ids)


def under_other_lists(connection: Connection, report: ImportReport) -> tuple[str, ...]:
    """Says which other lists hold the same bytes, since a list that states no name has that of its file."""
    same = and_(snapshot.c.sha256 == report.sha256, snapshot.c.list != report.list)
    ids = connection.execute(select(snapshot.c.id).where(same).order_by(snapshot.c.list)).scalars().all()
    if not ids:
        return ()
    said = _(
        "the same bytes are held as {ids}, of another list, and count again as {list}; a list "
        "that states no name has that of its file, a day in it left out: where it is the same "
        "list, take this state out with `briefer lists --withdraw` and import the file under its "
        "former name",
        ids=all_of(ids),
        list=report.list,
    )
    return (said,)


def kept(told: tuple[Warned, ...]) -> str:
    """What a reading was warned of, as the library keeps it."""
    return msgspec.json.encode(told).decode() if told else ""


def comes_back(connection: Connection, held: AnyRow, wish: "Wish") -> tuple[tuple[str, ...], bool]:
    """Whether bytes that are held become the newest state of their day again, and what is to be said of that.

    They do where other bytes of the same day, or without one, were laid over them, unless those come in the same call
    or are an excerpt, which takes --accept-drop.
    """
    over = _laid_over(connection, held)
    if over is None or bool(held.partial) != wish.partial:
        return (), False
    if over.sha256 in wish.beside:
        said = _("held already as {id}; {other}, of this call too, stays the newest state", id=held.id, other=over.id)
        return (said,), False
    if over.partial and not wish.accept_drop:
        said = _(
            "held already as {id}; {excerpt} is an excerpt laid over it and stays: import this file with --accept-drop "
            "to take that back",
            id=held.id,
            excerpt=over.id,
        )
        return (said,), False
    said = _("held already as {id}; it takes the place of {other} as the newest state again", id=held.id, other=over.id)
    return (said,), True


def _laid_over(connection: Connection, held: AnyRow) -> AnyRow | None:
    """The newest state of the day of a held one, where its bytes are others; behind dated states none matters."""
    of_list = snapshot.c.list == held.list
    dated = select(snapshot.c.number).where(of_list, snapshot.c.published.is_not(None)).limit(1)
    if held.published is None and connection.execute(dated).first():
        return None
    of_day = and_(of_list, snapshot.c.published.is_not_distinct_from(held.published))
    newest = connection.execute(select(snapshot).where(of_day).order_by(snapshot.c.ordering.desc()).limit(1)).one()
    return newest if newest.sha256 != held.sha256 else None


def unchanged(report: ImportReport, held: AnyRow) -> ImportReport:
    """The report of an import that found everything there, with what the reading of the bytes was warned of."""
    said = held._mapping
    told = msgspec.json.decode(said["warnings"], type=tuple[Warned, ...]) if said["warnings"] else ()
    warnings = (*report.warnings, *told)
    if report.partial and not said["partial"]:
        message = _("the library holds these bytes whole, as {id}; --partial changed nothing", id=said["id"])
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
        partial=bool(said["partial"]),
    )


def given_a_date(connection: Connection, report: ImportReport, wish: "Wish") -> tuple[str, ...]:
    """Dates the undated snapshots of the same bytes, and says so; Refused on a drop or where it looks older."""
    undated = connection.execute(select(snapshot).where(_bytes(report), snapshot.c.published.is_(None))).all()
    if not report.published or not undated or same_bytes(connection, report):
        return ()
    told = []
    for row in undated:
        id = row.id.replace("@undated#", f"@{report.published}#")
        said = {"id": id, "published": report.published.isoformat()}
        said["ordering"] = ordering(report.published, row.number, dated=True)
        connection.execute(update(snapshot).where(snapshot.c.number == row.number).values(said))
        told.append(_("{id}, held until now without a date, is dated {day}", id=row.id, day=report.published))
    rank(connection, report.list)
    for row in undated:
        before = former(connection, report.list, row.number, whole=True)
        check_drop(before, row.entities, report, wish)
        check_age(connection, before, row.number, report, wish)
    if not wish.dry_run:
        connection.execute(update(record).where(record.c.list == report.list).values(stale=1))
        settle(connection, report.list)
        rebuild(connection, wish.progress)
    return tuple(told)


def made_way(connection: Connection, held: AnyRow) -> tuple[tuple[str, ...], tuple[Warned, ...]]:
    """Takes out an excerpt whose bytes are now to be the whole list; says so, and what was laid over it."""
    of_list = snapshot.c.list == held.list
    same = and_(of_list, snapshot.c.sha256 == held.sha256, snapshot.c.published.is_not_distinct_from(held.published))
    numbers = select(snapshot.c.number).where(same, snapshot.c.partial == 1)
    later = connection.execute(
        select(snapshot.c.id).where(of_list, snapshot.c.partial == 1, snapshot.c.ordering > held.ordering, ~same)
    ).scalars()
    warnings = tuple(
        Warned(record="", message=_("{id} is an excerpt laid over it before and keeps what that one carried on", id=id))
        for id in later
    )
    connection.execute(delete(member).where(member.c.snapshot.in_(numbers)))
    connection.execute(delete(snapshot).where(same, snapshot.c.partial == 1))
    return (_("{id}, held until now as an excerpt, is the whole list", id=held.id),), warnings


def former(connection: Connection, list_: str, number: int, *, whole: bool = False) -> AnyRow | None:
    """The list's snapshot before this one, by publication; with `whole` the last that is no excerpt."""
    own = select(snapshot.c.ordering).where(snapshot.c.number == number).scalar_subquery()
    asked = (
        select(snapshot.c.number, snapshot.c.id, snapshot.c.entities, snapshot.c.published, snapshot.c.sha256)
        .where(snapshot.c.list == list_, snapshot.c.ordering < own)
        .order_by(snapshot.c.ordering.desc())
    )
    return connection.execute((asked.where(snapshot.c.partial == 0) if whole else asked).limit(1)).first()


def check_drop(before: AnyRow | None, entities: int, report: ImportReport, wish: "Wish") -> None:
    """Refuses a state that lacks more than DROP of the last whole one before it, unless that is wished for."""
    if wish.partial or wish.accept_drop or not before or entities >= before.entities * (1 - DROP):
        return
    raise Refused(
        ngettext(
            "{file} holds {count} entity where {id} held {former:,}; nothing of it was "
            "imported: {remedy}check that the file is whole, then import this one file again "
            "with --accept-drop, or, only where it is an excerpt, this one file alone with --partial.",
            "{file} holds {count} entities where {id} held {former:,}; nothing of it was "
            "imported: {remedy}check that the file is whole, then import this one file again "
            "with --accept-drop, or, only where it is an excerpt, this one file alone with --partial.",
            entities,
            file=report.file,
            id=before.id,
            former=before.entities,
            remedy=_date_first(before, report),
        )
    )


def check_age(connection: Connection, before: AnyRow | None, number: int, report: ImportReport, wish: "Wish") -> None:
    """Refuses a state whose highest entry was added before that of an undated one which it would follow.

    An older list lacks whatever was added since; a next publication hardly ever drops its latest entry and adds none.
    """
    if wish.partial or wish.accept_drop or not before or before.published:
        return
    last, was = _highest(connection, number), _highest(connection, before.number)
    if not last or last >= was:
        return
    raise Refused(
        _(
            "{file} looks older than {id}: its last entry is {last}, that one's {former}, and the numbers grow; "
            "nothing of it was imported: {remedy}import this one file again with --accept-drop.",
            file=report.file,
            id=before.id,
            last=f"{GROWING}{last}",
            former=f"{GROWING}{was}",
            remedy=_date_first(before, report),
        )
    )


def _highest(connection: Connection, number: int) -> int:
    """The highest number of a snapshot's entries, 0 where its ids tell none."""
    told = func.max(cast(func.substr(record.c.entity, len(GROWING) + 1), Integer))
    held = select(told).join(member, member.c.record == record.c.number).where(member.c.snapshot == number)
    return connection.execute(held.where(record.c.entity.startswith(GROWING))).scalar_one() or 0


def order_unknown(connection: Connection, before: AnyRow, number: int) -> Iterator[Warned]:
    """Warns of an undated state that follows an undated one of other bytes, since nothing tells which is newer."""
    asked = select(snapshot.c.id, snapshot.c.sha256).where(snapshot.c.number == number)
    own = connection.execute(asked).one()
    if before.sha256 == own.sha256:
        return
    message = _(
        "the file states no date and stands as newer than {id}, which states none either; where "
        "it is older, import that one's file, then this one, again with --published DATE; "
        "`briefer lists --withdraw {own}` takes it out",
        id=before.id,
        own=own.id,
    )
    yield Warned(record="", message=message)


def _date_first(before: AnyRow, report: ImportReport) -> str:
    """The way to keep an older list from standing before a held one that no date tells the place of, with a blank."""
    if before.published:
        return ""
    if report.published:
        return _(
            "where it is the older list, date {id} first, by importing its file with --published DATE; else ",
            id=before.id,
        )
    return _(
        "where it is the older list, date {id} first, by importing its file with --published DATE, "
        "then this one with its own; else ",
        id=before.id,
    )
