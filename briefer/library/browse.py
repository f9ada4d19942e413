"""Goes through the library without a name: all ids in an order, and the rows of some of them."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from sqlalchemy import Connection, func, select

from briefer.library import sqlite
from briefer.library.asking import Question, in_force, wanted
from briefer.library.keys import folds_away, key, plain
from briefer.library.likeness import words
from briefer.library.reading import chunks
from briefer.library.tables import entity, programme, snapshot, statement, trait
from briefer.library.traits import COUNTRY
from briefer.model.desk import Held, Row


def ids(connection: Connection, question: Question, order: str, *, descending: bool) -> tuple[str, ...]:
    """The ids of all entities that the filters let through, by name or by the first listing in force."""
    asked = select(entity.c.id)
    column = func.lower(entity.c.caption)
    if order == "since":
        first = (
            select(programme.c.entity, func.min(programme.c.start).label("start"))
            .where(in_force(question.day))
            .group_by(programme.c.entity)
            .subquery()
        )
        asked = asked.outerjoin(first, first.c.entity == entity.c.id)
        column = func.coalesce(first.c.start, "")
    filters = wanted(question)
    asked = asked if filters is None else asked.where(filters)
    ordered = asked.order_by(column.desc() if descending else column, entity.c.id)
    return sqlite.texts(connection, ordered)


def starting(connection: Connection, question: Question) -> tuple[tuple[str, str], ...]:
    """The ids that the filters let through and whose name holds a word that starts like the last one typed, and the
    name; those come first whose name the typed part fills most."""
    typed = words(key(question.name))
    if not typed or folds_away(plain(question.name)):
        return ()
    found: dict[str, str] = {}
    for row in sorted(sqlite.starting(connection, typed, 4 * question.limit), key=lambda row: (len(row.key), row.name)):
        found.setdefault(row.entity, row.name)
    filters = wanted(question)
    if filters is not None:
        let_through = set[str]()
        for some in chunks(tuple(found)):
            let_through |= set(connection.execute(select(entity.c.id).where(entity.c.id.in_(some), filters)).scalars())
        found = {id: name for id, name in found.items() if id in let_through}
    return tuple(found.items())[: question.limit]


def rows(connection: Connection, wanted_ids: Iterable[str], day: date) -> tuple[Row, ...]:
    """The rows of these ids, in that order; an unknown id gives none."""
    asked = tuple(wanted_ids)
    found: dict[str, Row] = {}
    for some in chunks(asked):
        tags: dict[str, dict[str, str]] = defaultdict(dict)
        in_effect = select(programme).where(programme.c.entity.in_(some), in_force(day)).order_by(programme.c.number)
        for row in connection.execute(in_effect):
            begun = filter(None, (tags[row.entity].get(row.programme), row.start))
            tags[row.entity][row.programme] = min(begun, default="")
        for row in connection.execute(select(entity).where(entity.c.id.in_(some))):
            its = tags[row.id]
            found[row.id] = Row(
                id=row.id,
                caption=row.caption,
                schema=row.schema,
                programmes=tuple(its),
                listed=bool(its),
                since=min(filter(None, its.values()), default=""),
            )
    return tuple(found[id] for id in asked if id in found)


def held(connection: Connection) -> Held:
    """Counts what the library holds now."""
    lists = select(func.count(func.distinct(snapshot.c.list)))
    counted = select(statement.c.kind, func.count()).where(statement.c.current == 1).group_by(statement.c.kind)
    kinds: dict[str, int] = {row[0]: row[1] for row in connection.execute(counted)}
    return Held(
        lists=connection.execute(lists).scalar_one(),
        entities=connection.execute(select(func.count()).select_from(entity)).scalar_one(),
        positions=kinds.get("positions", 0),
        issues=kinds.get("issues", 0),
        sources=kinds.get("sources", 0),
    )


def tags(connection: Connection) -> tuple[str, ...]:
    """The programmes that anybody is listed under, by name."""
    return tuple(connection.execute(select(programme.c.programme).distinct().order_by(programme.c.programme)).scalars())


def countries(connection: Connection) -> tuple[str, ...]:
    """The codes of the countries that anybody is of or in."""
    held = select(trait.c.value).where(trait.c.kind == COUNTRY).distinct().order_by(trait.c.value)
    return tuple(connection.execute(held).scalars())
