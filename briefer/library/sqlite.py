"""All that only SQLite understands: opening, pragmas, full-text search, copies, and its faults as sentences."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import (
    URL,
    Connection,
    Engine,
    Integer,
    Select,
    create_engine,
    event,
    func,
    literal_column,
    select,
    text,
)
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql.expression import table

from briefer.language import _, mark
from briefer.library.keys import bones
from briefer.library.rows import Rows, highest
from briefer.library.tables import name, word
from briefer.model.errors import LibraryFault

APPLICATION = 0x42524652  # "BRFR", in the file's header
WAIT = 10.0  # seconds that a writer waits for another one

_SEARCH_TABLES = """
    CREATE VIRTUAL TABLE name_index USING fts5(
        key, content='name', content_rowid='number', detail=none, columnsize=0
    );
    CREATE VIRTUAL TABLE name_word USING fts5vocab(name_index, 'row');
    CREATE VIRTUAL TABLE word_index USING fts5(word, content='', tokenize='trigram', detail=none, columnsize=0);
    CREATE VIRTUAL TABLE word_part USING fts5vocab(word_index, 'row')
"""
_BUSY = mark("{path} is locked by another program; wait until its import is done and try again.")
_SHUT = mark("{path} cannot be written; allow writing to the file and its folder, or name another file with --library.")
_FAULTS = {
    sqlite3.SQLITE_NOTADB: mark("{path} is not a library (no SQLite database); name another file with --library."),
    sqlite3.SQLITE_CORRUPT: mark("{path} is damaged; put back a copy or import the lists into a new file."),
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
    sqlite3.SQLITE_READONLY: _SHUT,
    sqlite3.SQLITE_PERM: _SHUT,
    sqlite3.SQLITE_CANTOPEN: mark(
        "{path} cannot be opened; allow writing to its folder, or name another file with --library."
    ),
    sqlite3.SQLITE_FULL: mark("{path} cannot grow, the disk is full; free some space and try again."),
    sqlite3.SQLITE_IOERR: mark(
        "{path} cannot be read or written, the disk reports a fault; check the disk or put back a copy."
    ),
}


def engine(path: Path) -> Engine:
    """Gives an engine for the file, whose folder is created where it is missing; nothing is opened yet."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        what = _(
            "{folder}: the library's folder cannot be created ({reason}); name another file with --library.",
            folder=path.parent,
            reason=error.strerror,
        )
        raise LibraryFault(what) from error
    made = create_engine(URL.create("sqlite+pysqlite", database=str(path)), connect_args={"timeout": WAIT})
    event.listen(made, "connect", _prepare)
    event.listen(made, "begin", _begin)
    return made


@contextmanager
def faults(path: Path) -> Iterator[None]:
    """Turns what SQLite can report about the file into a LibraryFault; any other error is a bug and passes."""
    try:
        yield
    except DBAPIError as error:
        raise _fault(path, error.orig) or error from error
    except sqlite3.Error as error:
        raise _fault(path, error) or error from error


def _fault(path: Path, error: BaseException | None) -> LibraryFault | None:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the low byte is the primary code
    return LibraryFault(_(_FAULTS[code], path=path)) if code in _FAULTS else None


def _prepare(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # the driver would begin transactions of its own, and too late
    if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        with suppress(sqlite3.OperationalError):  # another process is switching just now; that serves as well
            connection.execute("PRAGMA journal_mode = WAL")
    for pragma in ("foreign_keys = ON", "synchronous = NORMAL", "cache_size = -32000"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def writing(made: Engine) -> Iterator[Connection]:
    """Opens the one writing transaction: committed at the end, rolled back whole on any exception."""
    with made.connect().execution_options(writes=True) as connection, connection.begin():
        yield connection


def schema(connection: Connection) -> int:
    """The schema version that the file states."""
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def set_schema(connection: Connection, number: int) -> None:
    """States the schema version, in the running transaction."""
    connection.exec_driver_sql(f"PRAGMA user_version = {number:d}")
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION:d}")


def is_foreign(connection: Connection) -> bool:
    """Whether the file is somebody else's SQLite database."""
    mark = int(connection.exec_driver_sql("PRAGMA application_id").scalar_one())
    filled = connection.exec_driver_sql("SELECT count(*) FROM sqlite_schema").scalar_one()
    return mark != APPLICATION and bool(filled or mark)


def create_search(connection: Connection) -> None:
    """Creates the full-text index over the names' keys and its vocabulary."""
    for statement in _SEARCH_TABLES.split(";"):
        connection.exec_driver_sql(statement)


def drop_search(connection: Connection) -> None:
    """Drops what `create_search` creates, as far as it is there."""
    for each in ("word_part", "word_index", "name_word", "name_index"):
        connection.exec_driver_sql(f"DROP TABLE IF EXISTS {each}")


def copy_beside(made: Engine, path: Path, number: int) -> Path:
    """Writes a whole copy of the file beside it, named after its schema version, and gives its path."""
    copy = path.with_name(f"{path.name}.v{number}")
    beginning = copy.with_name(f".{copy.name}.part")
    beginning.unlink(missing_ok=True)
    raw: Any = made.raw_connection()
    try:
        raw.execute("VACUUM INTO ?", (str(beginning),))
    finally:
        raw.close()
    return beginning.replace(copy)


def index_names(connection: Connection, rows: Rows) -> None:
    """Adds rows of `name`, each as its number and key, to the full-text index."""
    if rows:
        connection.exec_driver_sql("INSERT INTO name_index(rowid, key) VALUES (?, ?)", rows)


def learn_words(connection: Connection, words: Iterable[str]) -> None:
    """Adds those words that the vocabulary lacks, with their bones, and their trigrams to the index over it."""
    before = highest(connection, word.c.number)
    rows = [(each, bones(each)) for each in sorted(words)]
    if rows:
        connection.exec_driver_sql("INSERT OR IGNORE INTO word(word, bones) VALUES (?, ?)", rows)
    connection.exec_driver_sql(
        "INSERT INTO word_index(rowid, word) SELECT number, ' ' || word || ' ' FROM word WHERE number > ?", (before,)
    )


def forget_names(connection: Connection, entities: Iterable[str]) -> None:
    """Takes the names of these entities out of the full-text index; to be called while `name` still holds them."""
    rows = connection.execute(select(name.c.number, name.c.key).where(name.c.entity.in_(tuple(entities)))).all()
    if rows:
        connection.execute(
            text("INSERT INTO name_index(name_index, rowid, key) VALUES ('delete', :number, :key)"),
            [{"number": number, "key": key} for number, key in rows],
        )


def matching(groups: Sequence[Sequence[str]]) -> Select[int]:
    """Selects the numbers of the names whose key holds a word of every group."""
    query = _query(groups)
    number = literal_column("rowid", Integer).label("number")
    return (
        select(number).select_from(table("name_index")).where(text("name_index MATCH :query").bindparams(query=query))
    )


def names(connection: Connection, groups: Sequence[Sequence[str]], most: int, size: int = 0) -> Sequence[Any]:
    """The names whose key holds a word of every group, as `matching` selects them, keys of about this size first.

    Which ones they are depends on what the names say alone, unless more hold the words than one question reads.
    """
    return connection.exec_driver_sql(_NEAREST, (_query(groups), _READ * most, size, most)).all()


def starting(connection: Connection, words: Sequence[str], most: int) -> Sequence[Any]:
    """The names whose key holds all words, the last of which need only be the start of one."""
    query = " AND ".join(map(_term, words)) + "*"
    return connection.exec_driver_sql(_NAMES, (query, most)).all()


def _query(groups: Sequence[Sequence[str]]) -> str:
    """Words are letters and digits alone and stand in quotes, so nothing in them can act as a search operator."""
    return " AND ".join("(" + " OR ".join(_term(word) for word in group) + ")" for group in groups)


def _term(word: str) -> str:
    return '"' + "".join(letter for letter in word if letter.isalnum() or letter == " ") + '"'


def each_of(values: Iterable[str] | Iterable[int]) -> Select[str]:
    """Selects values that are handed in, any number of them, for a condition that asks for one of them."""
    return select(func.json_each(json.dumps(list(values))).table_valued("value").c.value)


def texts(connection: Connection, asked: Select[str]) -> tuple[str, ...]:
    """The first column of a query in its order, handed over as one text: hundreds of thousands of rows are garbage."""
    rows = asked.subquery()
    found = connection.execute(select(func.json_group_array(rows.c[0]))).scalar_one()
    return tuple(json.loads(found))


def state(connection: Connection) -> int:
    """A number that another connection's writing changes."""
    return int(connection.exec_driver_sql("PRAGMA data_version").scalar_one())


def frequency(connection: Connection, words: Iterable[str]) -> dict[str, int]:
    """How many names hold each word."""
    return _counts(connection, "name_word", tuple(words))


_NAMES = (
    "SELECT number, entity, name, name.key AS key FROM (SELECT rowid FROM name_index WHERE name_index MATCH ? LIMIT ?) "
    "AS found CROSS JOIN name ON name.number = found.rowid"
)
_READ = 8  # times as many names as are asked for are read, to give those nearest in size
_NEAREST = f"{_NAMES} ORDER BY abs(length(name.key) - ?), name.key, entity, name LIMIT ?"
_LEAST = 3  # trigrams of a word that are asked for, however common
_BUDGET = 4000  # words that one question may bring
_SIMILAR = (
    "SELECT group_concat(word.word, ' ') FROM (SELECT rowid FROM word_index WHERE word_index MATCH ? LIMIT ?) AS near "
    "CROSS JOIN word ON word.number = near.rowid"
)


def similar_words(connection: Connection, asked: str, parts: int) -> list[str]:
    """The words of the vocabulary that share one of the rarest trigrams of a word, in no order."""
    padded = f" {asked} "
    counts = _counts(connection, "word_part", tuple({padded[at : at + 3] for at in range(len(padded) - 2)}))
    rarest = sorted((part for part, count in counts.items() if count), key=lambda part: (counts[part], part))[:parts]
    while len(rarest) > _LEAST and sum(counts[part] for part in rarest) > _BUDGET:
        rarest.pop()
    if not rarest:
        return []
    query = " OR ".join(map(_term, rarest))
    found = connection.exec_driver_sql(_SIMILAR, (query, _BUDGET)).scalar()  # one text: thousands of rows are garbage
    return str(found or "").split()


def indexed(connection: Connection) -> int:
    """How many names the full-text index holds, as it notes itself: counting a million rows takes too long."""
    block = connection.exec_driver_sql("SELECT block FROM name_index_data WHERE id = 1").scalar() or b""
    number = 0
    for byte in block:  # a varint of SQLite, seven bits in each byte
        number = number << 7 | byte & 0x7F
        if byte < 0x80:
            break
    return number


def _counts(connection: Connection, vocabulary: str, terms: Sequence[str]) -> dict[str, int]:
    places = ", ".join("?" * len(terms))
    query = f"SELECT term, doc FROM {vocabulary} WHERE term IN ({places})"  # noqa: S608  one of two names of its own
    found = {str(row[0]): int(row[1]) for row in connection.exec_driver_sql(query, tuple(terms)).all()}
    return {term: found.get(term, 0) for term in terms}
