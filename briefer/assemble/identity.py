"""What a reader has to know of an entity that stands for several records: which they are, and who decided so."""

from collections.abc import Iterable, Iterator, Mapping

from briefer.assemble import words
from briefer.assemble.context import Context, unique
from briefer.assemble.scripts import printable
from briefer.language import _, enumerated
from briefer.marking import rank
from briefer.model.facts import Decided, Entity, Possible
from briefer.model.pack import PackSection

PUBLISHERS = frozenset({"ofac", "eu", "uk", "un", "csl"})
"""Prefixes of ids that print as a publisher's own name and number: OFAC 13790 for ofac-13790."""


def records(context: Context, entity: Entity) -> tuple[str, ...]:
    """Gives the ids of the records that an entity stands for, its own first."""
    return (entity.id, *(each.id for each in context.dossier.joined if each.entity == entity.id))


def number(id: str) -> str:
    """Gives a record's id as a reader knows it: the publisher and its number, or the id itself."""
    publisher, dash, rest = id.partition("-")
    return f"{publisher.upper()}{words.NBSP}{rest}" if dash and publisher in PUBLISHERS else id


def lines(context: Context, entity: Entity) -> tuple[str, ...]:
    """Gives the sentences on an entity's records: joined by decision, kept apart by a contradiction, or undecided."""
    return unique((decision(context, entity), *_contradicted(context, entity), _undecided(context, entity)))


def decision(context: Context, entity: Entity) -> str:
    """Gives the sentence on which records are shown as one, by whom, when and why; empty where there is but one."""
    groups: dict[str, list[str]] = {}
    for each in (one for joined in context.dossier.joined if joined.entity == entity.id for one in joined.decided):
        groups.setdefault(_by(context, each), []).extend((each.a, each.b))
    order = records(context, entity)
    said = (f"{_named(sorted(unique(ids), key=(*order, *ids).index))}, {by}" for by, ids in groups.items())
    return _("Shown as one record: {records}.", records="; ".join(said)) if groups else ""


def _contradicted(context: Context, entity: Entity) -> Iterator[str]:
    for each in context.dossier.contradictions:
        if entity.id in each.records:
            pair = _named((each.decided.a, each.decided.b))
            yield _(
                "Not shown as one record, since the decisions on {records} contradict one another: {pair} are not the "
                "same, {decision}.",
                records=_named(each.records),
                pair=pair,
                decision=_by(context, each.decided),
            )


def _undecided(context: Context, entity: Entity) -> str:
    found = [_possible(each) for each in context.dossier.possible if each.entity == entity.id]
    return _("Possibly the same record, not decided: {records}.", records="; ".join(found)) if found else ""


def _possible(each: Possible) -> str:
    id, name = number(each.id), printable(each.caption)
    if not each.regimes:
        return f"{id} ({name})"
    return _("{record} ({name}, listed: {regimes})", record=id, name=name, regimes=", ".join(each.regimes))


def _by(context: Context, each: Decided) -> str:
    by, day = printable(each.by), words.day(each.on, context.language, words.LONG)
    if not each.why:
        return _("decided by {name} on {day}", name=by, day=day)
    return _("decided by {name} on {day}: {reason}", name=by, day=day, reason=printable(each.why).rstrip("."))


def _named(ids: Iterable[str]) -> str:
    return enumerated(tuple(map(number, ids)))


def mark(context: Context, entity: Entity) -> str:
    """Gives the highest portion mark of an entity's records, empty where none has one."""
    marks = (context.pack.marks.get(id, "") for id in records(context, entity))
    return max(filter(None, marks), key=lambda mark: rank(context.pack.scheme, mark), default="")


def note(context: Context, entity: Entity, notes: Mapping[str, PackSection]) -> PackSection | None:
    """Gives the drafter's note on an entity, or on the first of its records that has one."""
    return next((notes[id] for id in records(context, entity) if id in notes), None)
