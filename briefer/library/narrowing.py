"""Which of the changes of a list are asked for: by what came of an entity, by field, cause, programme or entity."""

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from types import MappingProxyType

from sqlalchemy import Connection, and_, select

from briefer.language import _, mark, one_of
from briefer.library.bodies import glance
from briefer.library.differences import DETAILS, PARTS
from briefer.library.reading import chunks
from briefer.library.tables import member, record, snapshot, version
from briefer.library.traits import IDENTIFIERS
from briefer.model.answers import FIELD_GROUPS, FieldChange, ListChanges, Narrowing
from briefer.model.errors import BadCall

_GROUPS = MappingProxyType(
    {
        "names": re.compile(r"caption|name|\w*[aA]lias|abbreviation|\w+Name"),
        "dates": re.compile(r"\w+Date|createdAt|modifiedAt|designation .*: (start|published|amended|until)"),
        "listings": re.compile(r"designation .*|absence .*"),
        "identifiers": re.compile("|".join(IDENTIFIERS) + r"|\w+(Number|Code|Sign|Key|Id)"),
        "places": re.compile(r"address|birthPlace|\w*[cC]ountry|nationality|citizenship|jurisdiction|flag"),
        "links": re.compile(r"link .*"),
        "remarks": re.compile(r"remarks|notes|summary|details"),
    }
)
assert tuple(_GROUPS) == FIELD_GROUPS

ADDED, REMOVED = mark("added"), mark("removed")
_ALWAYS = frozenset({"schema", "caption", "remarks", DETAILS, *PARTS})
_COMPOSED = re.compile(r"(designation|absence|link) ")


def narrowed(connection: Connection, found: ListChanges, asked: Narrowing) -> ListChanges:
    """Gives the changes that every part of the narrowing lets through, with how many it leaves out.

    Who came or went has no field and no cause, so a field or a cause leaves them out. BadCall where the list has never
    held an entity that is asked for, or has no such field, or where a field is asked for of who came or went alone.
    """
    _check_kinds(asked)
    _check(connection, found.list, asked.entities)
    ids = {each.id for each in found.changed}.union(found.added, found.removed)
    if asked.entities:
        ids &= set(asked.entities)
    if asked.programmes:
        ids = set(_under(connection, found, ids, {tag.lower() for tag in asked.programmes}))
    whole = not (asked.fields or asked.causes)
    added, removed = (
        tuple(id for id in some if id in ids) if whole and _kind(asked, kind) else ()
        for kind, some in ((ADDED, found.added), (REMOVED, found.removed))
    )
    fits = [each for each in found.changed if each.id in ids and _fits(each, asked)] if _kind(asked, "changed") else []
    shown = {*added, *removed, *(each.id for each in fits)}
    return replace(
        found,
        added=added,
        removed=removed,
        changed=tuple(fits),
        captions=tuple(pair for pair in found.captions if pair[0] in shown),
        note=" ".join(filter(None, (found.note, *_unnamed(connection, found, asked)))),
        all=found.count,
        all_fields=len(found.changed),
    )


def _check_kinds(asked: Narrowing) -> None:
    if (asked.fields or asked.causes) and not _kind(asked, "changed"):
        kinds = one_of(map(_, asked.kinds))
        raise BadCall(_("Who was {kinds} has no field and no cause; ask for what changed, or for none.", kinds=kinds))


def _kind(asked: Narrowing, kind: str) -> bool:
    return not asked.kinds or kind in asked.kinds


def _fits(change: FieldChange, asked: Narrowing) -> bool:
    of_cause = not asked.causes or change.cause in asked.causes
    return of_cause and (not asked.fields or any(_names(field, change.field) for field in asked.fields))


def _names(asked: str, field: str) -> bool:
    """Whether what is asked for is a field, the part of a designation that it is, or a group that it belongs to."""
    group = _GROUPS.get(asked)
    return asked in (field, field.rpartition(": ")[2]) or bool(group and group.fullmatch(field))


def _unnamed(connection: Connection, found: ListChanges, asked: Narrowing) -> Iterator[str]:
    """Says of a field that no change names which ones they name; BadCall where the list has no such field."""
    fields = sorted({change.field.rpartition(": ")[2] for change in found.changed})
    for each in asked.fields:
        if each in _GROUPS or any(_names(each, change.field) for change in found.changed):
            continue
        if each not in _ALWAYS and not _COMPOSED.match(each) and each not in (held := _held(connection, found)):
            there = ", ".join(sorted({*_ALWAYS, *held}))
            raise BadCall(
                _(
                    "“{field}” is no field of {list}; say {groups}, or one of {fields}.",
                    field=each,
                    list=found.list,
                    groups=", ".join(FIELD_GROUPS),
                    fields=there,
                )
            )
        yield _(
            "Nothing changed in a field “{field}”; what changed is in {fields}.",
            field=each,
            fields=", ".join(fields) or _("none"),
        )


def _held(connection: Connection, found: ListChanges) -> frozenset[str]:
    """The properties that one of the two snapshots states of anybody."""
    bodies = connection.execute(
        select(version.c.body)
        .join(member, and_(member.c.record == version.c.record, member.c.version == version.c.number))
        .join(snapshot, snapshot.c.number == member.c.snapshot)
        .where(snapshot.c.id.in_((found.from_snapshot, found.to_snapshot)))
        .distinct()
    ).scalars()
    return frozenset(value.prop for body in bodies for value in glance(body).values)


def _check(connection: Connection, list_: str, ids: Collection[str]) -> None:
    held = select(record.c.entity).where(record.c.list == list_, record.c.entity.in_(ids))
    known = set(connection.execute(held).scalars())
    if unknown := [id for id in ids if id not in known]:
        raise BadCall(
            _(
                "The list {list} has never held “{id}”; look for it with `briefer search`.",
                list=list_,
                id=unknown[0],
            )
        )


def _under(connection: Connection, found: ListChanges, ids: set[str], tags: set[str]) -> Iterator[str]:
    """Those of these entities that one of the two snapshots holds under one of the programmes."""
    held = (
        select(record.c.entity, version.c.body)
        .join(member, member.c.record == record.c.number)
        .join(snapshot, snapshot.c.number == member.c.snapshot)
        .join(version, version.c.number == member.c.version)
        .where(record.c.list == found.list, snapshot.c.id.in_((found.from_snapshot, found.to_snapshot)))
    )
    for some in chunks(sorted(ids)):
        for row in connection.execute(held.where(record.c.entity.in_(some))):
            if any(each.programme.lower() in tags for each in glance(row.body).designations):
                yield row.entity
