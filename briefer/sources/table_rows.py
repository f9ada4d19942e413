"""One row of our own tables made into a position, source, issue, event or measure, or refused with a sentence."""

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NoReturn

from briefer.language import _, mark
from briefer.model.errors import BadInput
from briefer.model.facts import Confidence, Event, Measure, PartialDate
from briefer.model.law import REGIMES
from briefer.model.policy import Issue, Position, Source
from briefer.sources import dates
from briefer.sources.cells import Cleaner, Place, told

POSITIONS, SOURCES, ISSUES = mark("positions"), mark("sources"), mark("issues")
EVENTS, MEASURES = mark("events"), mark("measures")

COLUMNS = MappingProxyType(
    {
        kind: tuple(columns.replace(",", " ").split())
        for kind, columns in {
            POSITIONS: "id, holder, capacity, issue, entities, stance, conditions, basis, said_on, reported_on, "
            "quote, language, translation, paraphrase, chain, source, source_title, source_publisher, source_date, "
            "source_url, locator, grade, confidence, marking, measures, supersedes",
            SOURCES: "id, title, publisher, date, url, locator, grade, kind, note, sha256, confidence",
            ISSUES: "id, title, proposition, order",
            EVENTS: "id, date, title, kind, text, entities, source, sources, confidence",
            MEASURES: "id, title, regime, authority, text, lifting, class, start, until, entities, source, "
            "sources, confidence",
        }.items()
    }
)
"""The columns of each table, in the order in which messages name them."""

BASES = ("said", "voted", "signed", "reported", "inferred")
SOURCE_KINDS = ("list", "law", "guidance", "statement", "press", "analysis", "data")
EVENT_KINDS = ("order", "statute", "listing", "ally", "event", "renewal")
CLASSES = ("A", "B", "C", "D", "unknown")
STANCES = MappingProxyType({"-2": -2, "-1": -1, "0": 0, "1": 1, "2": 2, "unclear": None})
GRADE = re.compile(r"[A-F][1-6]?")
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
SHA256 = re.compile(r"[0-9a-f]{64}")
PUBLISHED = ("source_title", "source_publisher", "source_date", "source_url")

Made = Position | Source | Issue | Event | Measure


class Row:
    """The cells of one row by column, with the checks that they share."""

    def __init__(self, path: Path, number: int | Place, kind: str, cells: Mapping[str, str]) -> None:
        self.path = path
        self.number = number
        self.kind = kind
        self.cells = cells
        self.cleaner = Cleaner(path, number, cells.get("id", "").strip())

    def bad(self, what: str, remedy: str) -> NoReturn:
        """Refuses the row."""
        raise BadInput(self.path, what, remedy, row=told(self.number))

    def text(self, column: str) -> str:
        """The text of a column, empty where the table has no such column."""
        return self.cleaner.text(self.cells.get(column, ""))

    def needed(self, column: str) -> str:
        """The text of a column that must not be empty."""
        return self.text(column) or self.bad(_("{column!r} is empty", column=column), _("fill it in"))

    def many(self, *columns: str) -> tuple[str, ...]:
        """The values of columns that hold several, separated by semicolons; each once."""
        parts = (part.strip() for column in columns for part in self.text(column).split(";"))
        return tuple(dict.fromkeys(part for part in parts if part))

    def date(self, column: str) -> PartialDate | None:
        """The date of a column, None where it is empty."""
        text = self.text(column)
        found = dates.maybe(text)
        if found and found.earliest is None:
            self.bad(
                _("{column!r} holds {text!r}, which is no date", column=column, text=text),
                _("write it as 2025-03-17, 2025-03 or 2025"),
            )
        return found

    def one_of(self, column: str, words: tuple[str, ...], default: str) -> str:
        """One of a column's words, the default where it is empty."""
        text = self.text(column) or default
        if text not in words:
            self.bad(
                _("{column!r} holds {text!r}, which is no word for it", column=column, text=text),
                _("use one of {words}", words=", ".join(words)),
            )
        return text

    def shaped(self, column: str, shape: re.Pattern[str], example: str) -> str:
        """A text of a shape, or empty."""
        text = self.text(column)
        if text and not shape.fullmatch(text):
            self.bad(
                _("{column!r} holds {text!r}, which has not its shape", column=column, text=text),
                _("write it like {example}", example=_(example)),
            )
        return text

    @property
    def id(self) -> str:
        """The row's id."""
        return self.needed("id")

    @property
    def confidence(self) -> Confidence:
        """How well the row is supported."""
        return Confidence(self.one_of("confidence", tuple(Confidence), Confidence.VERIFIED))


class Maker:
    """Makes the records of one table and sees that no id stands twice."""

    def __init__(self, path: Path, kind: str) -> None:
        self.path = path
        self.make = MAKERS[kind]
        self.rows: dict[str, int | Place] = {}
        self.sources: set[str] = set()

    def records(self, row: Row) -> Iterator[Made]:
        """The row's record, and before it the source that it names for the first time."""
        made = list(self.make(row))
        first = self.rows.setdefault(row.id, row.number)
        if first != row.number:
            row.bad(
                _("the id {id!r} stands in {place} already", id=row.id, place=_place(first)),
                _("give each row an id of its own"),
            )
        for record in made:
            fresh = not isinstance(record, Source) or row.kind == "sources" or record.id not in self.sources
            if isinstance(record, Source):
                self.sources.add(record.id)
            if fresh:
                yield record


def _place(row: int | Place) -> str:
    return _("row {number}", number=row) if isinstance(row, int) else str(row)


def _position(row: Row) -> Iterator[Made]:
    source = _source_of(row)
    if source:
        yield source
    made = Position(
        id=row.id,
        holder=row.needed("holder"),
        issue=row.needed("issue"),
        stance=_stance(row),
        capacity=row.text("capacity"),
        entities=row.many("entities"),
        conditions=row.text("conditions"),
        basis=row.one_of("basis", BASES, "said"),
        said_on=row.date("said_on"),
        reported_on=row.date("reported_on"),
        quote=row.text("quote"),
        language=row.shaped("language", LANGUAGE, mark("en, de or pt-BR")),
        translation=row.text("translation"),
        paraphrase=row.text("paraphrase"),
        chain=row.text("chain"),
        source=source.id if source else row.text("source"),
        locator=row.text("locator"),
        grade=row.shaped("grade", GRADE, "B2"),
        confidence=row.confidence,
        marking=row.text("marking"),
        measures=row.many("measures"),
        supersedes=_former(row),
    )
    _check_quote(row, made)
    yield made


def _former(row: Row) -> str:
    """The id of the earlier position that this one takes the place of, empty where there is none."""
    former = row.text("supersedes")
    if former == row.id:
        row.bad(_("the position supersedes itself"), _("name the earlier position, or leave 'supersedes' empty"))
    return former


def _check_quote(row: Row, made: Position) -> None:
    """Exact words stand only with the day, the source and the language that they have."""
    wanted = (
        (mark("the quote lacks a date"), made.said_on or made.reported_on, "said_on"),
        (mark("the quote lacks a source"), made.source, "source_title"),
        (mark("the quote lacks a language"), made.language, "language"),
    )
    for what, given, column in wanted:
        if made.quote and not given:
            row.bad(_(what), _("fill in {column!r}, or move the words to 'paraphrase'", column=column))


def _stance(row: Row) -> int | None:
    text = row.needed("stance").lower().replace("−", "-").removeprefix("+")
    if text not in STANCES:
        row.bad(
            _("the stance {text!r} is not one", text=row.text("stance")),
            _("write a whole number from -2 (keep) to 2 (ease), or unclear"),
        )
    return STANCES[text]


def _source_of(row: Row) -> Source | None:
    """The source that a position describes in its own columns; its id is made from them, so it stays the same."""
    if not any(row.text(column) for column in PUBLISHED):
        return None
    if row.text("source"):
        row.bad(_("the row names a source by id and describes one too"), _("keep 'source' or the 'source_…' columns"))
    title, publisher, printed, url = (row.text(column) for column in PUBLISHED)
    if not title:
        row.bad(_("the source has no title"), _("fill in 'source_title'"))
    digest = hashlib.sha256(f"{publisher}|{title}|{printed}|{url}".encode()).hexdigest()
    return Source(id=f"src-{digest[:10]}", title=title, publisher=publisher, date=row.date("source_date"), url=url)


def _source(row: Row) -> Iterator[Made]:
    yield Source(
        id=row.id,
        title=row.needed("title"),
        publisher=row.text("publisher"),
        date=row.date("date"),
        url=row.text("url"),
        locator=row.text("locator"),
        grade=row.shaped("grade", GRADE, "B2"),
        kind=row.one_of("kind", SOURCE_KINDS, "press"),
        note=row.text("note"),
        sha256=row.shaped("sha256", SHA256, mark("64 hexadecimal digits in small letters")),
        confidence=row.confidence,
    )


def _issue(row: Row) -> Iterator[Made]:
    order = row.shaped("order", re.compile(r"-?\d{1,6}"), mark("1, a whole number"))
    yield Issue(id=row.id, title=row.needed("title"), proposition=row.text("proposition"), order=int(order or 0))


def _event(row: Row) -> Iterator[Made]:
    yield Event(
        id=row.id,
        date=row.date("date") or row.bad(_("'date' is empty"), _("write it as 2025-03-17, 2025-03 or 2025")),
        title=row.needed("title"),
        kind=row.one_of("kind", EVENT_KINDS, "event"),
        text=row.text("text"),
        entities=row.many("entities"),
        sources=row.many("source", "sources"),
        confidence=row.confidence,
    )


def _measure(row: Row) -> Iterator[Made]:
    if not row.id.startswith("measure-"):
        row.bad(_("the id {id!r} does not start with 'measure-'", id=row.id), _("write measure-{id}", id=row.id))
    row.needed("regime")
    yield Measure(
        id=row.id,
        title=row.needed("title"),
        regime=row.one_of("regime", tuple(REGIMES), ""),
        authority=row.needed("authority"),
        text=row.text("text"),
        lifting=row.text("lifting"),
        klass=row.one_of("class", CLASSES, "unknown"),
        start=row.date("start"),
        until=row.date("until"),
        entities=row.many("entities"),
        sources=row.many("source", "sources"),
        # What a table of measures leaves open nobody has read: the law behind a restriction is not taken for granted.
        confidence=Confidence(row.one_of("confidence", tuple(Confidence), Confidence.TO_BE_VERIFIED)),
    )


MAKERS: Mapping[str, Callable[[Row], Iterator[Made]]] = MappingProxyType(
    {"positions": _position, "sources": _source, "issues": _issue, "events": _event, "measures": _measure}
)
