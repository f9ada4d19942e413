"""What changed in the lists since a day, one line a change, for the whole library or for some of its entries."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import TYPE_CHECKING

from briefer.model.answers import ListChanges, ListRow, Narrowing
from briefer.model.views import Change, Since
from briefer.service.programmes import check_programme

if TYPE_CHECKING:
    from briefer.library import Library


def changed(
    library: "Library | None", since: date, only: Collection[str] = (), narrowing: Narrowing | None = None
) -> Since:
    """Gives the changes of every list from the state that answers for a day to its newest, in the lists' order.

    `only` are the entries that are asked for; a narrowing, in any list, counts what it leaves out. Its own entities
    have to be held by every list, so entries are better asked for by `only`.
    """
    if library is None:
        return Since(since=since)
    rows, wanted = library.lists(), frozenset(only) or None
    found = [
        (row, library.changes(row.list, since, only=wanted, narrowing=narrowing))
        for row in rows
        if not row.published or row.published > since
    ]
    return Since(
        since=since,
        changes=tuple(each for row, one in found for each in _each(row, one)),
        notes=tuple(dict.fromkeys(one.note for _row, one in found if one.note)),
        left_out=sum(one.all - one.count for _row, one in found if one.all is not None),
        compared=sum(one.compared for _row, one in found),
        newest=max((row.published for row in rows if row.published), default=None),
    )


def check_programmes(
    library: "Library", asked: Collection[str], list_: str, since: date | None, until: date | None
) -> None:
    """BadCall for a programme that nobody is listed under now, and under which nothing changed between the two days.

    A programme that a list has renamed is one of its older state alone.
    """
    held = library.tags()
    known = set(map(str.lower, held))
    for programme in (each for each in asked if each.lower() not in known):
        if not library.changes(list_, since, until, narrowing=Narrowing(programmes=(programme,))).count:
            check_programme(programme, held)


def _each(row: ListRow, found: ListChanges) -> Iterator[Change]:
    captions = dict(found.captions)
    for what, ids in (("added", found.added), ("removed", found.removed)):
        for id in ids:
            yield Change(list=row.title, id=id, caption=captions.get(id, id), what=what)
    for one in found.changed:
        yield Change(
            list=row.title,
            id=one.id,
            caption=captions.get(one.id, one.id),
            what="changed",
            field=one.field,
            old=one.old,
            new=one.new,
            cause=one.cause,
        )
