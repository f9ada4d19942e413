"""What is gathered, found and arranged for print."""

from dataclasses import dataclass, field
from datetime import date, datetime

from briefer.model.answers import FieldChange
from briefer.model.facts import Contradiction, Entity, Event, Joined, Measure, Possible, Snapshot
from briefer.model.law import Programme, Rulebook
from briefer.model.moved import MovedList
from briefer.model.policy import Issue, Position, Source

Cell = str | int | float | date | datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """Everything a pack needs, read once from the library and frozen; the pack file's `facts.json`.

    `entities` and `measures` stand in the pack's order; `neighbours` are the other ends of the picks' links;
    `missing` are ids that the pack names and the library does not hold. Records that are decided to be one stand as one
    entity under the id that was picked: `joined` says which and by whose decision, `possible` what is undecided,
    `contradictions` which decisions are at odds. `law` are the rows of the rulebook that the analysis can use; `names`
    those of ids that are only mentioned, as (id, name). `moved` is what each list itself changed in the picks since the
    day that the pack compares with. `stored` are the picks that the library does not hold and that stand as they were
    gathered before, each with the day of its facts.
    """

    as_of: date
    entities: tuple[Entity, ...] = ()
    neighbours: tuple[Entity, ...] = ()
    measures: tuple[Measure, ...] = ()
    positions: tuple[Position, ...] = ()
    issues: tuple[Issue, ...] = ()
    events: tuple[Event, ...] = ()
    sources: tuple[Source, ...] = ()
    lists: tuple[Snapshot, ...] = ()
    law: Rulebook = field(default_factory=Rulebook)
    names: tuple[tuple[str, str], ...] = ()
    missing: tuple[str, ...] = ()
    joined: tuple[Joined, ...] = ()
    possible: tuple[Possible, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    moved: tuple[MovedList, ...] = ()
    stored: tuple[tuple[str, date], ...] = ()

    @property
    def programmes(self) -> tuple[Programme, ...]:
        """The rulebook's rows on the tags that the facts name."""
        return self.law.programmes


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing a check has to say: `message` is what is wrong, `remedy` what to do about it.

    `severity` is error, warning or note; `place` is where to jump to: an id, or a section's id and a line.
    """

    severity: str
    code: str
    message: str
    place: str
    remedy: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Beyond:
    """What a library holds beyond a pack's facts, for checks that a build, which reads only the pack, leaves out.

    `changes` are the facts that differ on the pack's own day, `later` those that differ on `until`, the newest day of
    publication of the lists used; `positions` are those on the pack's issues, known by its day, that it does not hold;
    `unknown` the ids that its positions name and the library does not hold; `begun` says by id what a later state of a
    list dates as begun by the pack's day, or has in a row of by then.
    """

    changes: tuple[FieldChange, ...] = ()
    later: tuple[FieldChange, ...] = ()
    until: date | None = None
    positions: tuple[Position, ...] = ()
    unknown: tuple[str, ...] = ()
    begun: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of an annex sheet: `kind` is text, date, number, link or list; `width` in characters."""

    header: str
    kind: str = "text"
    width: int = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One sheet of the workbook, one real table: `rows` hold a cell per column; a link cell is its URL.

    `name` is at most 31 characters, `table` a valid and unique Excel table name, `note` one sentence on what it holds;
    `leading` columns name the row, and are repeated where the sheet prints over several pages side by side.
    """

    name: str
    table: str
    note: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    leading: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One section arranged for print, laid out from a forced page break.

    `html` is the body of its own; `digest` the hash of all that shapes its pages; `whole` is true where it can settle
    only with the whole document (contents, sources).
    """

    id: str
    kind: str
    number: str
    title: str
    html: str
    digest: str
    whole: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """Dossier, findings and text arranged for print; the PDF and the workbook are both made from it.

    `css` is the whole style sheet with the tokens of this pack; `banner` the marking printed, empty where none is
    wanted; `foot` whether it also stands at the foot; `draft` whether DRAFT is printed on every page.
    """

    title: str
    running_title: str
    author: str
    subject: str
    language: str
    paper: str
    as_of: date
    banner: str
    foot: bool
    status: str
    css: str
    sections: tuple[Section, ...]
    sheets: tuple[Sheet, ...]
    draft: bool = False
    slug: str = "briefing"
