"""What changed in the lists since a day, one line a change, for the whole library or for some of its entries."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import TYPE_CHECKING

from briefer.model.answers import ListChanges, ListRow
from briefer.model.views import Change, Since

if TYPE_CHECKING:
    from briefer.library import Library

NAMED = 5_000
"""Of so many changed entries the name is looked up; the others show their id."""


def changed(library: "Library | None", since: date, only: Collection[str] = ()) -> Since:
    """Gives the changes of every list from the state that answers for a day to its newest, in the lists' order."""
    if library is None:
        return Since(since=since)
    rows, wanted = library.lists(), frozenset(only)
    found = [(row, library.changes(row.list, since)) for row in rows if not row.published or row.published > since]
    ids = list(dict.fromkeys(each.id for _row, one in found for each in one.changed if not wanted or each.id in wanted))
    names = {row.id: row.caption for row in library.rows(tuple(ids[:NAMED]))}
    changes = tuple(each for row, one in found for each in _each(row, one, names) if not wanted or each.id in wanted)
    return Since(since=since, changes=changes, notes=tuple(dict.fromkeys(one.note for _row, one in found if one.note)))


def _each(row: ListRow, found: ListChanges, names: dict[str, str]) -> Iterator[Change]:
    captions = dict(found.captions)
    for what, ids in (("added", found.added), ("removed", found.removed)):
        for id in ids:
            yield Change(list=row.title, id=id, caption=captions.get(id, id), what=what)
    for one in found.changed:
        yield Change(
            list=row.title,
            id=one.id,
            caption=names.get(one.id, one.id),
            what="changed",
            field=one.field,
            old=one.old,
            new=one.new,
            cause=one.cause,
        )
