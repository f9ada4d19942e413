"""Brings a library file to the schema of this program, in numbered steps; before a step the file is copied."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine, select, update

from briefer.language import _
from briefer.library import sqlite
from briefer.library.current import rebuild, settle
from briefer.library.history import rank
from briefer.library.tables import DERIVED, METADATA, record, snapshot
from briefer.model.errors import LibraryFault
from briefer.model.progress import silent


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One change of the schema: leads to version `to`, by SQL statements or by a plain function."""

    to: int
    what: str
    sql: tuple[str, ...] = ()
    run: Callable[[Connection], None] | None = None


def _rank(connection: Connection) -> None:
    """Ranks the snapshots of every list anew and points its records to the newest."""
    for list_ in connection.execute(select(snapshot.c.list).distinct()).scalars().all():
        rank(connection, list_)
        settle(connection, list_)


FIRST = 1
STEPS: tuple[Step, ...] = (
    Step(
        to=2,
        what="decisions on identity, and the program that has read a snapshot",
        sql=(
            "ALTER TABLE snapshot ADD COLUMN reader TEXT DEFAULT '' NOT NULL",
            """CREATE TABLE sameness (
                number INTEGER NOT NULL, a TEXT NOT NULL, b TEXT NOT NULL, decision TEXT NOT NULL,
                "by" TEXT DEFAULT '' NOT NULL, why TEXT DEFAULT '' NOT NULL, at TEXT DEFAULT '' NOT NULL,
                body BLOB NOT NULL, PRIMARY KEY (number)
            ) STRICT""",
            "CREATE INDEX sameness_by_pair ON sameness (a, b)",
            "CREATE INDEX sameness_by_other ON sameness (b)",
        ),
    ),
    Step(to=3, what="initials of organisations; names in Han, Arabic, Thai by what their words mean"),  # derived anew
    Step(to=4, what="nationalities as countries; identifiers out of the sentences they stand in"),  # derived anew
    Step(to=5, what="undated snapshots behind the dated ones", run=_rank),
    Step(
        to=6,
        what="what a reading was warned of",
        sql=("ALTER TABLE snapshot ADD COLUMN warnings TEXT DEFAULT '' NOT NULL",),
    ),
    Step(to=7, what="each number of a field by itself; no codes of tax offices among identifiers"),  # derived anew
    Step(to=8, what="wallets and call signs among identifiers"),  # derived anew
    Step(to=9, what="listings marked as ended in force until their day"),  # derived anew
    Step(to=10, what="assimilated articles, titles of several words and a Korean r in keys"),  # derived anew
    Step(to=11, what="e-mail addresses, telephone numbers and websites to search by"),  # derived anew
)


def lags(engine: Engine) -> bool:
    """Whether the file is a library that `bring_up` would have to change."""
    with engine.connect() as connection:
        return not sqlite.is_foreign(connection) and sqlite.schema(connection) < STEPS[-1].to


def bring_up(engine: Engine, path: Path, steps: Sequence[Step] = STEPS) -> tuple[Path, ...]:
    """Creates the tables in an empty file or takes the steps an older one lacks; gives the copies made.

    A new file is created at the newest schema at once. LibraryFault for a newer schema or somebody else's database.
    """
    newest = steps[-1].to if steps else FIRST
    with engine.connect() as connection:
        foreign, found = sqlite.is_foreign(connection), sqlite.schema(connection)
    if foreign:
        raise LibraryFault(_("{path} is a database of another program; name another file with --library.", path=path))
    if found > newest:
        raise LibraryFault(
            _(
                "{path} is a library of schema {schema}, this program knows {newest}; use a newer Briefer "
                "or name another file with --library.",
                path=path,
                schema=found,
                newest=newest,
            )
        )
    if found == 0:
        _create(engine, newest)
        return ()
    return tuple(_take(engine, path, step, last=step.to == newest) for step in steps if step.to > found)


def _create(engine: Engine, newest: int) -> None:
    with sqlite.writing(engine) as connection:
        if sqlite.schema(connection) == 0:  # nobody else was quicker
            METADATA.create_all(connection)
            sqlite.create_search(connection)
            sqlite.set_schema(connection, newest)


def _take(engine: Engine, path: Path, step: Step, *, last: bool) -> Path:
    copy = sqlite.copy_beside(engine, path, step.to - 1)
    with sqlite.writing(engine) as connection:
        if sqlite.schema(connection) < step.to:
            for statement in step.sql:
                connection.exec_driver_sql(statement)
            if step.run:
                step.run(connection)
            if last:
                _derive_anew(connection)
            sqlite.set_schema(connection, step.to)
    return copy


def _derive_anew(connection: Connection) -> None:
    """Makes the tables that search reads anew, in their present shape, from the versions held."""
    sqlite.drop_search(connection)
    METADATA.drop_all(connection, tables=DERIVED)
    METADATA.create_all(connection, tables=DERIVED)
    sqlite.create_search(connection)
    connection.execute(update(record).values(stale=1))
    rebuild(connection, silent)
