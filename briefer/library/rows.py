"""Whole rows on their way into a table: SQLAlchemy writes the statement once, the driver does it for each of them."""

from functools import lru_cache
from typing import Any

from sqlalchemy import Column, Connection, Dialect, Table, func, insert, select

Rows = list[tuple[Any, ...]]


def put(connection: Connection, table: Table, rows: Rows) -> None:
    """Inserts rows, each with a value for every column of the table, in their order, as the database keeps them."""
    if rows:
        connection.exec_driver_sql(_insert(connection.dialect, table), rows)


def highest(connection: Connection, column: "Column[int]") -> int:
    """The highest number that a column holds, 0 in an empty table."""
    return int(connection.execute(select(func.coalesce(func.max(column), 0))).scalar_one())


@lru_cache(maxsize=64)
def _insert(dialect: Dialect, table: Table) -> str:
    return str(insert(table).compile(dialect=dialect, column_keys=table.columns.keys()))
