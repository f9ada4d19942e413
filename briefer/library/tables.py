"""The tables of the library, as SQLAlchemy Core; dates are ISO text, truth values 0 and 1."""

from typing import Any

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Row,
    Table,
    Text,
    UniqueConstraint,
    text,
)

AnyRow = Row[*tuple[Any, ...]]

METADATA = MetaData()
_STRICT: dict[str, Any] = {"sqlite_strict": True}
_KEYED: dict[str, Any] = {"sqlite_strict": True, "sqlite_with_rowid": False}


def _text(name: str) -> "Column[str]":
    return Column(name, Text, nullable=False, default="", server_default="")


def _count(name: str) -> "Column[int]":
    return Column(name, Integer, nullable=False, default=0, server_default="0")


snapshot = Table(
    "snapshot",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("list", Text, nullable=False),
    Column("ordering", Text, nullable=False),  # as history.ordering() writes it
    Column("published", Text),
    _text("title"),
    _text("publisher"),
    _text("regime"),
    _text("format"),
    Column("sha256", Text, nullable=False),
    Column("declared", Integer),
    _count("partial"),
    _text("file"),
    _text("url"),
    _text("imported"),
    _count("entities"),  # members, those that an excerpt carried over included
    _count("records"),  # of the file itself
    _count("names"),
    _count("designations"),
    _count("links"),
    _text("reader"),  # the program that read the file; a newer one may read the same bytes better
    _text("warnings"),  # what its reading was warned of, as JSON, told again when the same bytes come again
    Index("snapshot_by_list", "list", "ordering"),
    **_STRICT,
)

record = Table(
    "record",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("list", Text, nullable=False),
    Column("entity", Text, nullable=False),
    Column("version", Integer),  # the newest known one; of what a list no longer holds, the last
    _count("gone"),
    _count("stale"),  # the derived rows of its entity are to be rebuilt before the transaction ends
    UniqueConstraint("list", "entity", name="record_by_source"),
    Index("record_by_entity", "entity"),
    **_STRICT,
)

version = Table(
    "version",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("record", Integer, ForeignKey("record.number"), nullable=False),
    Column("hash", LargeBinary, nullable=False),
    Column("body", LargeBinary, nullable=False),
    UniqueConstraint("record", "hash", name="version_by_hash"),
    **_STRICT,
)

member = Table(
    "member",
    METADATA,
    Column("record", Integer, ForeignKey("record.number"), primary_key=True),
    Column("snapshot", Integer, ForeignKey("snapshot.number"), primary_key=True),
    Column("version", Integer, ForeignKey("version.number"), nullable=False),
    Index("member_by_snapshot", "snapshot"),
    **_KEYED,
)

link = Table(
    "link",
    METADATA,
    Column("end", Text, primary_key=True),
    Column("version", Integer, ForeignKey("version.number"), primary_key=True),
    **_KEYED,
)

entity = Table(
    "entity",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("caption", Text, nullable=False),
    Column("schema", Text, nullable=False),
    **_KEYED,
)

name = Table(
    "name",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("entity", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("initials", Text),  # of an organisation's name of several words
    Index("name_by_entity", "entity"),
    Index("name_by_initials", "initials", sqlite_where=text("initials IS NOT NULL")),
    **_STRICT,
)

word = Table(
    "word",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("word", Text, nullable=False, unique=True),  # kept when its last name goes; it then finds nothing
    Column("bones", Text, nullable=False),
    Index("word_by_bones", "bones"),
    **_STRICT,
)

trait = Table(
    "trait",
    METADATA,
    Column("entity", Text, primary_key=True),
    Column("kind", Text, primary_key=True),  # birth, country, contact, or the group of an identifier
    Column("value", Text, primary_key=True),
    Index("trait_by_value", "kind", "value"),
    **_KEYED,
)

programme = Table(
    "programme",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("entity", Text, nullable=False),
    Column("list", Text, nullable=False),
    Column("regime", Text, nullable=False),
    Column("programme", Text, nullable=False),
    Column("start", Text),
    Column("until", Text),
    _count("ended"),  # for good: it left its list, or is marked as ended without a day of its own
    Index("programme_by_entity", "entity"),
    Index("programme_by_tag", "programme"),
    **_STRICT,
)

statement = Table(
    "statement",
    METADATA,
    Column("kind", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    Column("hash", LargeBinary, primary_key=True),
    Column("body", LargeBinary, nullable=False),
    _count("current"),  # a replaced statement is kept with 0
    _text("holder"),
    _text("issue"),
    _text("day"),
    _text("imported"),
    Index("statement_by_issue", "kind", "issue"),
    **_KEYED,
)

sameness = Table(
    "sameness",
    METADATA,
    Column("number", Integer, primary_key=True),  # the newest row of a pair is what holds
    Column("a", Text, nullable=False),
    Column("b", Text, nullable=False),
    Column("decision", Text, nullable=False),  # yes, no or undo
    _text("by"),
    _text("why"),
    _text("at"),
    Column("body", LargeBinary, nullable=False),  # score and features as they were decided on
    Index("sameness_by_pair", "a", "b"),
    Index("sameness_by_other", "b"),
    **_STRICT,
)

DERIVED = (entity, name, word, trait, programme)
"""Tables made of the newest versions, which a step of the schema makes anew."""
