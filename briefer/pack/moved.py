"""What the lists themselves changed in a pack's picks since the day that it compares with, read once with its facts."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from itertools import chain

from briefer.library import Library
from briefer.model.facts import Entity, Fact, Snapshot
from briefer.model.moved import MovedList
from briefer.model.pack import Pack


def moved(
    pack: Pack, library: Library, picks: tuple[Entity, ...], shown: Mapping[str, str], lists: Iterable[Snapshot]
) -> tuple[MovedList, ...]:
    """Gives what each list that states a pick changed in the picks up to the pack's day.

    `shown` maps each record to the entity that it is shown as.
    """
    since = pack.compared_with
    if since is None:
        return ()
    ids = {entity.id for entity in picks}
    records = {record for record, entity in shown.items() if entity in ids}
    titles = _stating(picks, lists)
    late = {each.list for each in library.standings(since) if each.message} if titles else set()
    return tuple(
        _moved(pack, library, name, title, records, since, late=name in late) for name, title in titles.items()
    )


def _stating(picks: tuple[Entity, ...], lists: Iterable[Snapshot]) -> dict[str, str]:
    """Gives the lists whose snapshots state something of a pick, each with its title, by name."""
    origins = {fact.origin for entity in picks for fact in _facts(entity)}
    return {each.list: each.title or each.list for each in sorted(lists, key=_name) if each.id in origins}


def _name(snapshot: Snapshot) -> str:
    return snapshot.list


def _facts(entity: Entity) -> Iterator[Fact]:
    return chain(entity.values, entity.designations, entity.absences, entity.links)


def _moved(
    pack: Pack, library: Library, name: str, title: str, records: Collection[str], since: date, *, late: bool
) -> MovedList:
    found = library.changes(name, since, pack.as_of, records)
    if late and found.from_snapshot == found.to_snapshot:
        return MovedList(list=name, title=title, latter=found.to_snapshot, after=found.to, late=True)
    return MovedList(
        list=name,
        title=title,
        latter=found.to_snapshot,
        after=found.to,
        former=found.from_snapshot,
        before=found.from_,
        late=late,
        added=found.added,
        removed=found.removed,
        changed=found.changed,
    )
